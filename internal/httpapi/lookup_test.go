package httpapi_test

import (
	"fmt"
	"math"
	"net/http"
	"net/url"
	"testing"

	"github.com/hatangso/hatangso/internal/registry"
)

// placeFound is a look-up as a caller reads it.
type placeFound struct {
	AsOf     string `json:"as_of"`
	Readings []struct {
		ReadAs   registry.Text `json:"read_as"`
		CRS      string
		Lon, Lat float64
		Units    map[string]struct{ Code, Name string }
		Village  *struct {
			Code      string
			DistanceM float64 `json:"distance_m"`
		}
		Nearest map[string][]struct {
			Code      string
			DistanceM float64 `json:"distance_m"`
		}
		Restrictions []registry.Restriction
		Grids        []struct {
			CRS string
			XM  float64 `json:"x_m"`
			YM  float64 `json:"y_m"`
		}
	}
}

func (c client) lookup(query string) (found placeFound) {
	c.Helper()
	c.do(http.MethodGet, "/api/v1/lookup?"+query, nil).want(http.StatusOK).read(&found)
	return found
}

func TestLookup(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	province := c.create("units", record{"level": "province", "code": "35", "name": "Tỉnh Hà Nam", "province": "35", "valid_to": "2025-07-01"})
	district := c.create("units", record{"level": "district", "code": "347", "name": "Huyện Phủ Lý", "province": "35", "parent": province.id(), "valid_to": "2025-07-01"})
	c.create("units", record{"level": "commune", "code": "13285", "name": "Phường Cũ", "province": "35", "parent": district.id(), "valid_to": "2025-07-01",
		"geometry": square(105.9, 20.53, 0.2)})
	ninhBinh := c.create("units", record{"level": "province", "code": "37", "name": "Tỉnh Ninh Bình", "province": "37", "valid_from": "2025-07-01"})
	c.create("units", record{"level": "commune", "code": "14000", "name": "Phường Mới", "province": "37", "parent": ninhBinh.id(), "valid_from": "2025-07-01",
		"geometry": square(105.9, 20.53, 0.2)})
	c.create("villages", record{"code": "T1", "name": "Thôn 1", "geometry": point(105.91, 20.53)})
	c.create("villages", record{"code": "T2", "name": "Thôn 2", "geometry": point(105.9, 20.5205)}) // nearer, but only in degrees
	for i := range 8 {
		c.create("poles", record{"code": fmt.Sprint("C", i), "geometry": point(105.9+float64(i)*0.001, 20.53), "operating_from": "2020-01-01"})
	}
	c.create("ducts", record{"code": "D1", "geometry": line(105.85, 20.531, 105.95, 20.531), "operating_from": "2020-01-01"})
	c.create("sites", record{"code": "far", "geometry": point(105.92, 20.53), "operating_from": "2020-01-01"})
	c.create("manholes", record{"code": "later", "geometry": point(105.9, 20.53), "operating_from": "2024-01-01"})

	c.create("zones", record{"code": "KV1", "name": "Khu trung tâm", "zone_kind": "mast", "forbidden_classes": "A2b", "valid_from": "2025-01-01", "geometry": square(105.9, 20.53, 0.01)})
	c.create("streets", record{"code": "HN1", "name": "Đường Biên Hòa", "street_kind": "underground", "deadline": "2027-01-01", "geometry": line(105.89, 20.5301, 105.91, 20.5301)})

	here := c.lookup("lon=105.9&lat=20.53&as_of=2025-08-01")
	if len(here.Readings) != 1 || here.AsOf != "2025-08-01" {
		t.Fatalf("found %+v", here)
	}
	r := here.Readings[0]
	if fmt.Sprint(r.Units) != "map[commune:{14000 Phường Mới} province:{37 Tỉnh Ninh Bình}]" {
		t.Errorf("units %v", r.Units)
	}
	if r.Village == nil || r.Village.Code != "T1" || math.Abs(r.Village.DistanceM-1042.9) > 0.1 {
		t.Errorf("village %+v", r.Village)
	}
	var poles string
	for _, p := range r.Nearest["pole"] {
		poles += p.Code + " "
	}
	if poles != "C0 C1 C2 C3 C4 " || math.Abs(r.Nearest["pole"][1].DistanceM-104.3) > 0.2 {
		t.Errorf("poles %v", r.Nearest["pole"])
	}
	// the geodesic between its ends runs 0.8 m north of its parallel
	if d := r.Nearest["duct"]; len(d) != 1 || math.Abs(d[0].DistanceM-111.5) > 0.1 {
		t.Errorf("ducts %v", d)
	}
	if len(r.Nearest["site"]) != 0 || len(r.Nearest["manhole"]) != 1 {
		t.Errorf("nearest %v", r.Nearest)
	}
	if len(r.Restrictions) != 2 || r.Restrictions[0].Code != "KV1" || r.Restrictions[0].ForbiddenClasses[0] != "A2b" || r.Restrictions[1].Code != "HN1" ||
		math.Abs(r.Restrictions[1].DistanceM-11.1) > 0.1 || r.Restrictions[1].Deadline.String() != "2027-01-01" {
		t.Errorf("restrictions %+v", r.Restrictions)
	}
	then := c.lookup("lon=105.9&lat=20.53&as_of=2023-08-01").Readings[0]
	if fmt.Sprint(then.Units) != "map[commune:{13285 Phường Cũ} district:{347 Huyện Phủ Lý} province:{35 Tỉnh Hà Nam}]" || len(then.Nearest["manhole"]) != 0 ||
		len(then.Restrictions) != 1 {
		t.Errorf("then %v %v", then.Units, then.Nearest)
	}
	if nowhere := c.lookup("lon=0&lat=0").Readings[0]; len(nowhere.Units)+len(nowhere.Nearest)+len(nowhere.Grids) != 0 || nowhere.Village != nil {
		t.Errorf("at 0, 0 there is %+v", nowhere)
	}

	// every grid in use here, and each way to write the place, lead back to it
	if len(r.Grids) < 15 {
		t.Errorf("only %d grids", len(r.Grids))
	}
	ways := map[string]int{"20,53; 105,9": 1, "20.53, 105.9": 1, `20°31'48"B 105°54'00"Đ`: 1, "kinh độ 105,9 vĩ độ 20,53": 1}
	for _, g := range r.Grids {
		if g.YM < 200_000 || g.YM > 800_000 {
			continue // so far from its meridian nobody files a grid
		}
		text := fmt.Sprintf("X=%.3f Y=%.3f", g.XM, g.YM)
		if named := c.lookup("coordinates=" + url.QueryEscape(text) + "&crs=" + g.CRS); len(named.Readings) != 1 ||
			math.Hypot(named.Readings[0].Lon-105.9, named.Readings[0].Lat-20.53) > 2e-8 || named.Readings[0].CRS != g.CRS {
			t.Errorf("%s in %s is read as %+v", text, g.CRS, named)
		}
		ways[text] = 2 // the system is not said: at least as many readings
	}
	for text, least := range ways {
		found := c.lookup("as_of=2025-08-01&coordinates=" + url.QueryEscape(text))
		if len(found.Readings) < least {
			t.Errorf("%s has %d readings", text, len(found.Readings))
		}
		back := false
		for i, r := range found.Readings {
			back = back || math.Hypot(r.Lon-105.9, r.Lat-20.53) < 2e-8 && r.Units["commune"].Code == "14000"
			if i > 0 && len(r.Units) > len(found.Readings[i-1].Units) {
				t.Errorf("%s: a reading outside every unit comes first", text)
			}
		}
		if !back {
			t.Errorf("%s is not read as the place it was written from: %+v", text, found.Readings)
		}
	}
	if two := c.lookup("coordinates=" + url.QueryEscape("10 30 40 50")); len(two.Readings) < 3 {
		t.Errorf("an ambiguous text has %d readings", len(two.Readings))
	}
	for _, bad := range []string{"", "lon=105", "lon=105&lat=20&crs=EPSG:4326", "lon=105&lat=20&coordinates=20%3B105", "coordinates=x", "coordinates=20%3B105&crs=EPSG:6956",
		"coordinates=20%3B105&crs=EPSG:5897", "coordinates=2271442%3B515638&crs=EPSG:4326", "lon=181&lat=0", "lon=NaN&lat=0", "crs=EPSG:5897"} {
		c.do(http.MethodGet, "/api/v1/lookup?"+bad, nil).refused(http.StatusBadRequest)
	}
}
