package intake

import (
	"encoding/binary"
	"encoding/hex"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"github.com/twpayne/go-geom"
	"github.com/twpayne/go-geom/encoding/ewkb"

	"github.com/hatangso/hatangso/internal/coord"
	"github.com/hatangso/hatangso/internal/registry"
)

func wkbBuilder(t *testing.T, epsg int) *builder {
	t.Helper()
	crs, err := coord.Lookup(epsg)
	if err != nil {
		t.Fatal(err)
	}
	return &builder{crs: crs, columns: &columns{noun: registry.DuctNoun, chosen: map[string]column{targetWKT: {header: "geom"}}}}
}

func hexOf(t *testing.T, g geom.T) string {
	t.Helper()
	b, err := ewkb.Marshal(g, binary.LittleEndian)
	if err != nil {
		t.Fatal(err)
	}
	return hex.EncodeToString(b)
}

func TestWKBDropsHeights(t *testing.T) {
	line := geom.NewLineString(geom.XYZ).MustSetCoords([]geom.Coord{{105, 21, 42.5}, {106, 22, 1}}).SetSRID(4326)
	got := wkbBuilder(t, 4326).wkt(hexOf(t, line))
	if len(got.faults) != 1 || got.faults[0].Rule != RuleGeometryZ || got.faults[0].Severity != registry.SeverityWarning {
		t.Errorf("%+v, want a warning", got.faults)
	}
	if diff := cmp.Diff(orb.Geometry(orb.LineString{{105, 21}, {106, 22}}), got.geometry); diff != "" {
		t.Error(diff)
	}
}

// The SRID in the bytes is honoured over the file's.
func TestWKBInAProvincialZone(t *testing.T) {
	point := geom.NewPoint(geom.XY).MustSetCoords(geom.Coord{586127.3655, 2316534.4749}).SetSRID(9209)
	got := wkbBuilder(t, 4326).wkt(hexOf(t, point))
	if len(got.faults) > 0 {
		t.Fatal(got.faults)
	}
	p := got.geometry.(orb.Point)
	if math.Abs(p[0]-106.33) > 1e-7 || math.Abs(p[1]-20.94) > 1e-7 {
		t.Errorf("%.8f %.8f", p[0], p[1])
	}
}

func TestWKBRefused(t *testing.T) {
	swapped := hexOf(t, geom.NewPoint(geom.XY).MustSetCoords(geom.Coord{20.94, 106.33}))
	old := hexOf(t, geom.NewPoint(geom.XY).MustSetCoords(geom.Coord{586127, 2316534}).SetSRID(6957))
	empty := hexOf(t, geom.NewLineString(geom.XY))
	for name, c := range map[string]struct{ text, rule string }{
		"a count that is only claimed": {"0102000000ffffff7f", "geometry.wkb"},
		"cut short":                    {"0101000000000000000000", "geometry.wkb"},
		"not hexadecimal":              {"01zz000000000000000000", "geometry.wkb"},
		"empty":                        {empty, "geometry.wkb"},
		"axes swapped":                 {swapped, coord.RuleSwapped},
		"a zone with swapped offsets":  {old, coord.RuleCRS},
	} {
		t.Run(name, func(t *testing.T) {
			faults := wkbBuilder(t, 4326).wkt(c.text).faults
			if len(faults) != 1 || faults[0].Rule != c.rule {
				t.Errorf("%+v, want rule %s", faults, c.rule)
			}
		})
	}
}

func FuzzWKB(f *testing.F) {
	f.Add("0101000020E6100000000000000000F03F0000000000000040")
	f.Add("0106000000ffffffff0103")
	crs, err := coord.Lookup(4326)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		b := &builder{crs: crs, columns: &columns{noun: registry.DuctNoun, chosen: map[string]column{}}}
		if got := b.wkb(text); got.geometry == nil && len(got.faults) == 0 {
			t.Errorf("%q gives neither a geometry nor a fault", text)
		}
	})
}
