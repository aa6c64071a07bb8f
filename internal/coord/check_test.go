package coord

import (
	"errors"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/hatangso/hatangso/internal/registry"
)

func faultOf(t interface {
	Helper()
	Fatalf(string, ...any)
}, err error) registry.Fault {
	t.Helper()
	var e *registry.Error
	if !errors.As(err, &e) || len(e.Faults) != 1 {
		t.Fatalf("no single fault: %v", err)
	}
	return e.Faults[0]
}

func TestCheckLonLat(t *testing.T) {
	t.Parallel()
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range []struct {
		name     string
		lon, lat float64
		rule     string
		mend     string
	}{
		{"Hải Dương", 106.33, 20.94, "", ""},
		{"Hải Dương swapped", 20.94, 106.33, RuleSwapped, "kinh độ 106.33, vĩ độ 20.94"},
		{"Denmark", 9.766415, 54.912145, "", ""},
		{"Denmark swapped is a place too", 54.912145, 9.766415, "", ""},
		{"Hawaii swapped", 20.8, -156.3, RuleSwapped, "kinh độ -156.3, vĩ độ 20.8"},
		{"null island", 0, 0, RuleNullIsland, "để trống"},
		{"on the equator", 105, 0, "", ""},
		{"nan", nan, 20, RuleNaN, "số thật"},
		{"infinite", 105, -inf, RuleNaN, "số thật"},
		{"grid metres", 586127.3, 2316534.4, RuleRange, "VN-2000"},
		{"too far east", 181, 20, RuleRange, "dấu thập phân"},
		{"both too large", 120, 110, RuleRange, "dấu thập phân"},
		{"the corner", 180, -90, "", ""},
	} {
		faults := CheckLonLat(c.lon, c.lat)
		rule := ""
		if len(faults) == 1 {
			rule = faults[0].Rule
			if !strings.Contains(faults[0].Mend.VI, c.mend) || faults[0].Mend.EN == "" || faults[0].Message.VI == "" {
				t.Errorf("%s: mend %q", c.name, faults[0].Mend)
			}
		}
		if len(faults) > 1 || rule != c.rule {
			t.Errorf("%s: %v, want %q", c.name, faults, c.rule)
		}
	}
	if m := CheckLonLat(20.94, 106.33)[0].Message.VI; !strings.Contains(m, "đã đổi chỗ vĩ độ và kinh độ?") {
		t.Error(m)
	}
}

func TestSwappedProperty(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		lon := rapid.Float64Range(VietNamWest, VietNamEast).Draw(t, "lon")
		lat := rapid.Float64Range(VietNamSouth, VietNamNorth).Draw(t, "lat")
		if f := CheckLonLat(lon, lat); f != nil {
			t.Fatalf("%v", f)
		}
		if f := CheckLonLat(lat, lon); len(f) != 1 || f[0].Rule != RuleSwapped {
			t.Fatalf("%v", f)
		}
	})
}

func TestCheckGrid(t *testing.T) {
	t.Parallel()
	zone, err := Lookup(9209)
	if err != nil {
		t.Fatal(err)
	}
	wgs84, err := Lookup(EPSGWGS84)
	if err != nil {
		t.Fatal(err)
	}
	const e, n = 586127.3655, 2316534.4749
	for _, c := range []struct {
		name    string
		crs     CRS
		x, y    float64
		e, n    float64
		swapped bool
		rule    string
	}{
		{"as Vietnamese tables have it", zone, n, e, e, n, false, ""},
		{"as EPSG has it", zone, e, n, e, n, true, ""},
		{"two northings", zone, n, n, n, n, false, RuleRange},
		{"two eastings", zone, e, e, e, e, false, RuleRange},
		{"degrees", zone, 20.94, 106.33, 106.33, 20.94, false, RuleRange},
		{"geographic", wgs84, n, e, e, n, false, RuleRange},
		{"infinite", zone, math.Inf(1), e, e, math.Inf(1), false, RuleNaN},
		{"decimal sign lost", zone, n * 1e4, e * 1e4, e * 1e4, n * 1e4, false, RuleRange},
	} {
		gotE, gotN, swapped, faults := CheckGrid(c.crs, c.x, c.y)
		rule := ""
		if len(faults) > 0 {
			rule = faults[0].Rule
		}
		if gotE != c.e || gotN != c.n || swapped != c.swapped || rule != c.rule || len(faults) > 1 {
			t.Errorf("%s: %v, %v, %v, %v", c.name, gotE, gotN, swapped, faults)
		}
	}
	_, _, _, faults := CheckGrid(zone, 20.94, 106.33)
	if !strings.Contains(faults[0].Mend.VI, "4326") {
		t.Error(faults[0].Mend.VI)
	}
}
