package intake

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/coord"
	"github.com/hatangso/hatangso/internal/registry"
)

// haiDuong is a point of domain.md §4.4: 20.94, 106.33 in zone 105-30.
const (
	haiDuongE, haiDuongN = "586127.3655", "2316534.4749"
	zone10530            = 9209
)

func near(g orb.Geometry, lon, lat float64) bool {
	p, ok := g.(orb.Point)
	return ok && math.Abs(p[0]-lon) <= 1e-7 && math.Abs(p[1]-lat) <= 1e-7
}

// One place, written in every way people write it.
func TestPositions(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, file string
		epsg       int
		submitted  *registry.Submitted
	}{
		{"decimal points", "lat,lon\n20.94,106.33\n", 0, &registry.Submitted{X: "106.33", Y: "20.94"}},
		{"decimal commas, semicolons", "vĩ độ;kinh độ\n20,94;106,33\n", 0, &registry.Submitted{X: "106,33", Y: "20,94"}},
		{"decimal commas, commas", "vĩ độ,kinh độ\n\"20,94\",\"106,33\"\n", 0, &registry.Submitted{X: "106,33", Y: "20,94"}},
		{"three decimals", "vĩ độ;kinh độ\n20,940;106,330\n", 0, &registry.Submitted{X: "106,330", Y: "20,940"}},
		{"degrees, minutes, seconds", "vĩ độ;kinh độ\n20°56'24\"N;106°19'48\"E\n", 0, &registry.Submitted{X: `106°19'48"E`, Y: `20°56'24"N`}},
		{"Vietnamese hemispheres", "vĩ độ;kinh độ\n20°56'24\"B;106°19'48\"Đ\n", 0, &registry.Submitted{X: `106°19'48"Đ`, Y: `20°56'24"B`}},
		{"spaces", "vĩ độ;kinh độ\n20 56 24;106 19 48\n", 0, &registry.Submitted{X: "106 19 48", Y: "20 56 24"}},
		{"a pair", "tọa độ\n\"20,94; 106,33\"\n", 0, &registry.Submitted{X: "20,94; 106,33"}},
		{"a pair with labels", "tọa độ\n\"kinh độ 106,33; vĩ độ 20,94\"\n", 0, &registry.Submitted{X: "kinh độ 106,33; vĩ độ 20,94"}},
		{"a pair of angles", "tọa độ|code\n20°56'24\"N 106°19'48\"E|A\n", 0, &registry.Submitted{X: `20°56'24"N 106°19'48"E`}},
		{"x and y in degrees", "x,y\n106.33,20.94\n", 0, &registry.Submitted{X: "106.33", Y: "20.94"}},
		{"well-known text", "wkt\nPOINT(106.33 20.94)\n", 0, nil},
		{"a feature", `{"type":"Feature","geometry":{"type":"Point","coordinates":[106.33,20.94]},"properties":{}}`, 0, nil},
		{"a feature of one multipoint", `{"type":"Feature","geometry":{"type":"MultiPoint","coordinates":[[106.33,20.94]]},"properties":{}}`, 0, nil},

		{"X is north", "X,Y\n" + haiDuongN + "," + haiDuongE + "\n", zone10530, &registry.Submitted{X: haiDuongE, Y: haiDuongN, CRS: "EPSG:9209"}},
		{"X is east, by its size", "X,Y\n" + haiDuongE + "," + haiDuongN + "\n", zone10530, &registry.Submitted{X: haiDuongE, Y: haiDuongN, CRS: "EPSG:9209"}},
		{"commas and thousands", "X;Y\n2.316.534,4749;586.127,3655\n", zone10530, &registry.Submitted{X: "586.127,3655", Y: "2.316.534,4749", CRS: "EPSG:9209"}},
		{"northing and easting", "northing,easting\n" + haiDuongN + "," + haiDuongE + "\n", zone10530, &registry.Submitted{X: haiDuongE, Y: haiDuongN, CRS: "EPSG:9209"}},
		{"metres under degrees", "vĩ độ;kinh độ\n2316534,4749;586127,3655\n", zone10530, &registry.Submitted{X: "586127,3655", Y: "2316534,4749", CRS: "EPSG:9209"}},
		{"a pair of metres", "tọa độ\nX=2316534.4749 Y=586127.3655\n", zone10530, &registry.Submitted{X: "X=2316534.4749 Y=586127.3655", CRS: "EPSG:9209"}},
		{"text in metres", "wkt\nPOINT(" + haiDuongE + " " + haiDuongN + ")\n", zone10530, nil},
		{"text in metres, northing first", "wkt\nPOINT(" + haiDuongN + " " + haiDuongE + ")\n", zone10530, nil},
		{"text that names its zone", "wkt\nSRID=9209;POINT(" + haiDuongE + " " + haiDuongN + ")\n", 0, nil},
		{"a feature in metres", `{"type":"Feature","geometry":{"type":"Point","coordinates":[` + haiDuongE + `,` + haiDuongN + `]},"properties":{}}`, zone10530,
			&registry.Submitted{X: haiDuongE, Y: haiDuongN, CRS: "EPSG:9209"}},
		{"a collection that names its zone", inZone("urn:ogc:def:crs:EPSG::9209", haiDuongE, haiDuongN), 0,
			&registry.Submitted{X: haiDuongE, Y: haiDuongN, CRS: "EPSG:9209"}},
		{"the command line goes before the file", inZone("EPSG:5898", haiDuongE, haiDuongN), zone10530,
			&registry.Submitted{X: haiDuongE, Y: haiDuongN, CRS: "EPSG:9209"}},
		{"CRS84", inZone("urn:ogc:def:crs:OGC:1.3:CRS84", "106.33", "20.94"), 0, nil},
	} {
		site := one[registry.Site](t, registry.SiteNoun, c.file, RowOptions{EPSG: c.epsg})
		if !near(site.Geometry.Geometry, 106.33, 20.94) {
			t.Errorf("%s lies at %v", c.name, site.Geometry)
		}
		if diff := cmp.Diff(c.submitted, site.Submitted); diff != "" {
			t.Errorf("%s was submitted as (-want +got):\n%s", c.name, diff)
		}
	}
}

func inZone(crs, x, y string) string {
	return `{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"` + crs + `"}},"features":[
		{"type":"Feature","geometry":{"type":"Point","coordinates":[` + x + `,` + y + `]},"properties":{}}]}`
}

// The vectors of domain.md §4.4 through a table in both orders and a feature.
func TestZones(t *testing.T) {
	t.Parallel()
	for _, v := range []struct {
		lat, lon float64
		epsg     int
		e, n     string
	}{
		{20.94, 106.33, 9209, haiDuongE, haiDuongN},
		{15.12, 108.80, 5898, "585791.0051", "1672370.1013"},
		{20.25, 105.975, 5897, "601666.1294", "2240227.2189"},
		{19.8067, 105.7767, 5897, "581175.7345", "2191043.8581"},
		{14.35, 108.00, 9216, "553734.2703", "1587082.4691"},
		{11.535, 106.89, 9212, "569613.6875", "1275708.6413"},
		{19.8067, 105.7767, 3405, "581151.3793", "2190386.4792"},
		{10.8231, 106.6297, 9210, "595995.344", "1197029.419"},
	} {
		for name, file := range map[string]string{
			"X north": "X,Y\n" + v.n + "," + v.e + "\n",
			"X east":  "X,Y\n" + v.e + "," + v.n + "\n",
			"feature": inZone(fmt.Sprint("EPSG:", v.epsg), v.e, v.n),
		} {
			site := one[registry.Site](t, registry.SiteNoun, file, RowOptions{EPSG: v.epsg})
			if !near(site.Geometry.Geometry, v.lon, v.lat) {
				t.Errorf("%s of EPSG:%d: %v, want %v %v", name, v.epsg, site.Geometry, v.lon, v.lat)
			}
		}
	}
}

func TestPositionsRefused(t *testing.T) {
	t.Parallel()
	feature := func(geometry string) string {
		return `{"type":"Feature","geometry":` + geometry + `,"properties":{"code":"A"}}`
	}
	for _, c := range []struct {
		name, file string
		epsg       int
		rule, mend string
	}{
		{"metres and no CRS", "X,Y\n2316534.4749,586127.3655\n", 0, RuleCRSMissing, "--crs EPSG:"},
		{"metres under degrees and no CRS", "lat,lon\n2316534.4749,586127.3655\n", 0, RuleCRSMissing, "--crs EPSG:"},
		{"a pair of metres and no CRS", "tọa độ\n2316534.47; 586127.36\n", 0, RuleCRSMissing, "--crs EPSG:"},
		{"a feature in metres and no CRS", feature(`{"type":"Point","coordinates":[586127.3,2316534.4]}`), 0, coord.RuleRange, "VN-2000"},
		{"degrees for a grid", "X,Y\n20.94,106.33\n", zone10530, coord.RuleRange, "EPSG:4326"},
		{"a pair of degrees for a grid", "tọa độ\n\"20,94; 106,33\"\n", zone10530, RuleCRSMismatch, "--crs"},
		{"metres out of the country", "X,Y\n9316534,586127\n", zone10530, coord.RuleRange, "X, Y"},
		{"swapped", "lat,lon\n106.33,20.94\n", 0, coord.RuleSwapped, "Đổi lại"},
		{"swapped in Denmark, as far as it shows", "lat,lon\n109.7,54.9\n", 0, coord.RuleSwapped, "Đổi lại"},
		{"swapped hemispheres", "lat,lon\n106°19'48\"E,20°56'24\"N\n", 0, coord.RuleSwapped, "--columns lon=lat,lat=lon"},
		{"a feature swapped", feature(`{"type":"Point","coordinates":[20.94,106.33]}`), 0, coord.RuleSwapped, "Đổi lại"},
		{"a pair swapped", "tọa độ\n\"106,33; 20,94\"\n", 0, coord.RuleSwapped, "Đổi lại"},
		{"NaN", "lat,lon\nNaN,106.33\n", 0, coord.RuleFormat, ""},
		{"infinite", "lat,lon\n20.94,Inf\n", 0, coord.RuleFormat, ""},
		{"infinite by its exponent", "X,Y\n1e999,586127\n", zone10530, coord.RuleFormat, ""},
		{"NaN in JSON", feature(`{"type":"Point","coordinates":[NaN,20]}`), 0, RuleGeometryNaN, ""},
		{"out of range", "lat,lon\n20.94,206.33\n", 0, coord.RuleRange, ""},
		{"null island", "lat,lon\n0,0\n", 0, coord.RuleNullIsland, ""},
		{"null island in a feature", feature(`{"type":"Point","coordinates":[0,0]}`), 0, coord.RuleNullIsland, ""},
		{"no longitude", "lat,lon\n20.94,\n", 0, RuleHalf, "cả hai"},
		{"no latitude", "lat,lon\n,106.33\n", 0, RuleHalf, "cả hai"},
		{"no latitude column", "code,lon\nA,106.33\n", 0, RuleHalf, "cả hai"},
		{"no easting", "X,Y\n2316534,\n", zone10530, RuleHalf, "cả hai"},
		{"words", "lat,lon\nchưa rõ,106.33\n", 0, coord.RuleFormat, ""},
		{"half a pair", "tọa độ\n\"20,94\"\n", 0, coord.RuleAmbiguous, ";"},
		{"no text", "wkt\nPOINT(106.33)\n", 0, RuleWKT, "LINESTRING"},
		{"a collection as text", "wkt\n\"GEOMETRYCOLLECTION(POINT(106.33 20))\"\n", 0, RuleWKT, ""},
		{"text in a deprecated zone", "wkt\nSRID=6957;POINT(106.33 20)\n", 0, coord.RuleCRS, "EPSG:5897"},
		{"text swapped", "wkt\nPOINT(20.94 106.33)\n", 0, coord.RuleSwapped, ""},
		{"an unknown CRS in the file", inZone("EPSG:32648", "1", "1"), 0, coord.RuleCRS, "9210"},
		{"a CRS by no number", inZone("VN2000 Hải Dương", "1", "1"), 0, coord.RuleCRS, "9210"},
		{"EPSG:6956 in the file", inZone("urn:ogc:def:crs:EPSG::6956", "1", "1"), 0, coord.RuleCRS, "EPSG:5896"},
		{"EPSG:6957 told", "X,Y\n1,1\n", 6957, coord.RuleCRS, "EPSG:5897"},
		{"EPSG:6958 told", "X,Y\n1,1\n", 6958, coord.RuleCRS, "EPSG:5898"},
		{"EPSG:6959 told", "X,Y\n1,1\n", 6959, coord.RuleCRS, "EPSG:5899"},
		{"EPSG:3857 told", "X,Y\n1,1\n", 3857, coord.RuleCRS, "4326"},
	} {
		faults := faultsIn(load(t, registry.SiteNoun, c.file, RowOptions{EPSG: c.epsg}))
		if len(faults) != 1 || faults[0].Rule != c.rule || !strings.Contains(faults[0].Mend.VI, c.mend) ||
			faults[0].Message.EN == "" || faults[0].Mend.EN == "" {
			t.Errorf("%s: %+v, want one of rule %s", c.name, faults, c.rule)
		}
		for _, f := range faults {
			if f.Rule != coord.RuleCRS && f.Rule != RuleGeometryNaN && (f.Column == "" || f.Value == "") {
				t.Errorf("%s: no column or value: %+v", c.name, f)
			}
		}
	}
	// both cells of a pair are told of
	faults := faultsIn(load(t, registry.SiteNoun, "vĩ độ;kinh độ\nhai mươi;một trăm\n", RowOptions{}))
	if len(faults) != 2 || faults[0].Column != "kinh độ" || faults[1].Column != "vĩ độ" {
		t.Errorf("two wrong cells: %+v", faults)
	}
	faults = faultsIn(load(t, registry.SiteNoun, "X;Y\nhai mươi;một trăm\n", RowOptions{EPSG: zone10530}))
	if len(faults) != 2 || faults[0].Column != "X" || faults[1].Column != "Y" {
		t.Errorf("two wrong cells of a grid: %+v", faults)
	}
}

// Lines and boundaries, and what is taken for them.
func TestShapes(t *testing.T) {
	t.Parallel()
	const line = "LINESTRING(106.33 20.94,106.34 20.95)"
	want := orb.LineString{{106.33, 20.94}, {106.34, 20.95}}
	for name, file := range map[string]string{
		"text":           "code,wkt\nA,\"" + line + "\"\n",
		"one part":       "code,wkt\nA,\"MULTILINESTRING((106.33 20.94,106.34 20.95))\"\n",
		"feature":        `{"type":"Feature","geometry":{"type":"LineString","coordinates":[[106.33,20.94],[106.34,20.95]]},"properties":{"code":"A"}}`,
		"one part there": `{"type":"Feature","geometry":{"type":"MultiLineString","coordinates":[[[106.33,20.94],[106.34,20.95]]]},"properties":{"code":"A"}}`,
	} {
		duct := one[registry.Duct](t, registry.DuctNoun, file, RowOptions{})
		if diff := cmp.Diff(orb.Geometry(want), duct.Geometry.Geometry); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if faults := registry.DuctNoun.Check(duct, shipped(t)); len(faults) > 0 {
			t.Errorf("%s: %+v", name, faults)
		}
	}
	// what is the wrong shape is told by the check of the record, once
	for name, c := range map[string]struct {
		noun *registry.Noun
		file string
		rule string
	}{
		"two parts":            {registry.DuctNoun, `{"type":"Feature","geometry":{"type":"MultiLineString","coordinates":[[[106.33,20.94],[106.34,20.95]],[[106.35,20.94],[106.36,20.95]]]},"properties":{"code":"A"}}`, "geometry.type"},
		"two parts as text":    {registry.DuctNoun, "code,wkt\nA,\"MULTILINESTRING((106.33 20.94,106.34 20.95),(106.35 20.94,106.36 20.95))\"\n", "geometry.type"},
		"a polygon for a pole": {registry.PoleNoun, `{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[106,20],[107,20],[107,21],[106,20]]]},"properties":{"code":"A"}}`, "geometry.type"},
		"a point for a duct":   {registry.DuctNoun, "code,wkt\nA,POINT(106.33 20.94)\n", "geometry.type"},
		"a line for a commune": {registry.UnitNoun, "code,name,wkt,level\nA,Xã A,\"" + line + "\",commune\n", "geometry.type"},
		"nothing for a duct":   {registry.DuctNoun, "code,lat,lon\nA,20,106\n", "geometry.missing"},
		"empty text":           {registry.DuctNoun, "code,wkt\nA,LINESTRING EMPTY\n", "geometry.missing"},
	} {
		got := load(t, c.noun, c.file, RowOptions{})
		if len(got.rows) != 1 || got.rows[0].Misplaced {
			t.Fatalf("%s: %+v", name, got)
		}
		if faults := c.noun.Check(got.rows[0].Record, shipped(t)); len(faults) != 1 || faults[0].Rule != c.rule {
			t.Errorf("%s: %+v, want one of rule %s", name, faults, c.rule)
		}
	}
	unit := one[registry.Unit](t, registry.UnitNoun, "code,name,wkt\nA,Xã A,\"POLYGON((106 20,107 20,107 21,106 20))\"\n", RowOptions{})
	if _, ok := unit.Geometry.Geometry.(orb.MultiPolygon); !ok {
		t.Errorf("a polygon becomes %T", unit.Geometry.Geometry)
	}
}

// Heights are dropped, and said to be.
func TestHeights(t *testing.T) {
	t.Parallel()
	for name, file := range map[string]string{
		"feature": `{"type":"Feature","geometry":{"type":"Point","coordinates":[106.33,20.94,12.5]},"properties":{"code":"A"}}`,
		"text":    "code,wkt\nA,POINT Z (106.33 20.94 12.5)\n",
		"fused":   "code,wkt\nA,PointZM(106.33 20.94 12.5 1)\n",
	} {
		got := load(t, registry.PoleNoun, file, RowOptions{})
		if len(got.rows) != 1 || len(got.rows[0].Faults) != 1 {
			t.Fatalf("%s: %+v %v", name, got.rows, got.err)
		}
		if f := got.rows[0].Faults[0]; f.Rule != RuleGeometryZ || f.Severity != registry.SeverityWarning {
			t.Errorf("%s: %+v", name, f)
		}
		if !near(got.rows[0].Record.(*registry.Pole).Geometry.Geometry, 106.33, 20.94) {
			t.Errorf("%s lies at %v", name, got.rows[0].Record.(*registry.Pole).Geometry)
		}
	}
}

// A submitted position that the file itself tells is kept as it stands.
func TestSubmittedColumn(t *testing.T) {
	t.Parallel()
	want := &registry.Submitted{X: "586127", Y: "2316534", CRS: "EPSG:9209", Method: "GNSS"}
	const document = `{"x":"586127","y":"2316534","crs":"EPSG:9209","method":"GNSS"}`
	for name, file := range map[string]string{
		"table":   "code,lon,lat,submitted\nA,106.33,20.94,\"" + strings.ReplaceAll(document, `"`, `""`) + "\"\n",
		"feature": `{"type":"Feature","geometry":{"type":"Point","coordinates":[106.33,20.94]},"properties":{"submitted":` + document + `}}`,
	} {
		if diff := cmp.Diff(want, one[registry.Site](t, registry.SiteNoun, file, RowOptions{}).Submitted); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	if got := one[registry.Site](t, registry.SiteNoun, "code,lon,lat,submitted\nA,106.33,20.94,\n", RowOptions{}).Submitted; got != nil {
		t.Errorf("the file says nothing was submitted, not %+v", got)
	}
	for _, wrong := range []string{`{`, `[]`, `{"x":1}`, `{"z":"1"}`, `{} {}`} {
		got := load(t, registry.SiteNoun, "code|lon|lat|submitted\nA|106.33|20.94|"+wrong+"\n", RowOptions{})
		if f := faultsIn(got); len(f) != 1 || f[0].Rule != "field.type" || f[0].Column != "submitted" {
			t.Errorf("%s: %+v", wrong, f)
		}
	}
}
