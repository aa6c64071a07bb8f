package intake

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkt"
	"pgregory.net/rapid"
)

func TestWKT(t *testing.T) {
	t.Parallel()
	ring := orb.Ring{{0, 0}, {1, 0}, {1, 1}, {0, 0}}
	for text, want := range map[string]shapeText{
		"POINT(1 2)":                 {geometry: orb.Point{1, 2}},
		" point ( -1.5e0\t2. ) ":     {geometry: orb.Point{-1.5, 2}},
		"POINT Z (1 2 3)":            {geometry: orb.Point{1, 2}, heights: true},
		"PointM(1 2 3)":              {geometry: orb.Point{1, 2}, heights: true},
		"POINT ZM(1 2 3 4)":          {geometry: orb.Point{1, 2}, heights: true},
		"POINT(1 2 3)":               {geometry: orb.Point{1, 2}, heights: true},
		"POINT EMPTY":                {},
		"POINT Z EMPTY":              {heights: true},
		"SRID=4756;POINT(1 2)":       {geometry: orb.Point{1, 2}, srid: 4756},
		"MULTIPOINT(1 2,3 4)":        {geometry: orb.MultiPoint{{1, 2}, {3, 4}}},
		"MULTIPOINT((1 2),(3 4))":    {geometry: orb.MultiPoint{{1, 2}, {3, 4}}},
		"LineString (0 0, 1 1)":      {geometry: orb.LineString{{0, 0}, {1, 1}}},
		"LINESTRING(0 0,\n1 1)":      {geometry: orb.LineString{{0, 0}, {1, 1}}},
		"MULTILINESTRING((0 0,1 1))": {geometry: orb.MultiLineString{{{0, 0}, {1, 1}}}},
		"POLYGON((0 0,1 0,1 1,0 0))": {geometry: orb.Polygon{ring}},
		"POLYGONZ((0 0 1,1 0 1,1 1 1,0 0 1),(0 0 1,1 0 1,1 1 1,0 0 1))": {geometry: orb.Polygon{ring, ring}, heights: true},
		"MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((0 0,1 0,1 1,0 0)))":         {geometry: orb.MultiPolygon{{ring}, {ring}}},
	} {
		got, err := readWKT(text)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(shapeText{})); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
	for _, text := range []string{
		"", "POINT", "POINT(", "POINT()", "POINT(1)", "POINT(1 2", "POINT(1 2))", "POINT(1 2) x", "POINT(1,2)", "POINT(a b)",
		"POINT(1 2 3 4 5)", "POINT Z (1 2)", "POINT(NaN 1)", "POINT(Inf 1)", "POINT(0x1p4 1)", "POINT(1_0 1)", "POINT(1e999 1)",
		"LINESTRING(0 0,1 1 1)", "LINESTRING(0 0;1 1)", "LINESTRING((0 0),(1 1)", "POLYGON(0 0,1 1)", "Z(1 2)", "EMPTY", "FOO EMPTY",
		"CIRCULARSTRING(0 0,1 1,2 2)", "GEOMETRYCOLLECTION(POINT(1 2))", "SRID=x;POINT(1 2)", "CRS=1;POINT(1 2)", "POINT(1 2);", "POINT EMPTY(1 2)",
	} {
		if got, err := readWKT(text); err == nil {
			t.Errorf("%q is read as %+v", text, got)
		}
	}
}

// What orb writes is read back.
func TestWKTRoundTrip(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		want := shapes(t)
		got, err := readWKT(wkt.MarshalString(want))
		if err != nil {
			t.Fatalf("%s: %v", wkt.MarshalString(want), err)
		}
		if diff := cmp.Diff(want, got.geometry); diff != "" {
			t.Fatal(diff)
		}
	})
}

func shapes(t *rapid.T) orb.Geometry {
	position := rapid.Custom(func(t *rapid.T) orb.Point {
		return orb.Point{rapid.Float64Range(-180, 180).Draw(t, "lon"), rapid.Float64Range(-90, 90).Draw(t, "lat")}
	})
	line := func() []orb.Point { return rapid.SliceOfN(position, 2, 6).Draw(t, "line") }
	switch rapid.IntRange(0, 5).Draw(t, "kind") {
	case 0:
		return position.Draw(t, "point")
	case 1:
		return orb.MultiPoint(line())
	case 2:
		return orb.LineString(line())
	case 3:
		return orb.MultiLineString{line(), line()}
	case 4:
		return orb.Polygon{line(), line()}
	}
	return orb.MultiPolygon{{line()}, {line(), line()}}
}

func FuzzWKT(f *testing.F) {
	f.Add("SRID=4326;MULTIPOLYGON Z (((0 0 1,1 0 1,1 1 1,0 0 1)))")
	f.Add("MULTIPOINT((1 2),3 4)")
	f.Fuzz(func(t *testing.T, text string) {
		got, err := readWKT(text)
		if err != nil && got.geometry != nil {
			t.Errorf("%q gives both a shape and an error", text)
		}
	})
}
