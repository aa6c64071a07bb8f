package intake_test

import (
	"math"
	"reflect"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"github.com/hatangso/hatangso/internal/coord"
	"github.com/hatangso/hatangso/internal/export"
	"github.com/hatangso/hatangso/internal/intake"
	"github.com/hatangso/hatangso/internal/registry"
)

// Tables come back whatever layout they were written in: in every reference
// system, as columns or WKT, with every delimiter: positions equal to seven
// decimals of a degree, all else equal.
func TestLayoutRoundTrip(t *testing.T) {
	t.Parallel()
	codes := lists(t)
	for _, noun := range []*registry.Noun{registry.PoleNoun, registry.DuctNoun, registry.UnitNoun} {
		for _, format := range []export.Format{export.CSV, export.XLSX} {
			t.Run(noun.Path+"."+string(format), func(t *testing.T) {
				t.Parallel()
				rapid.Check(t, func(t *rapid.T) {
					if format == export.XLSX && rapid.IntRange(0, 3).Draw(t, "one of four") > 0 {
						return // as in TestRoundTrip
					}
					system := rapid.SampledFrom(coord.Systems()).Draw(t, "system")
					geometry := rapid.SampledFrom([]string{"", "wkt"}).Draw(t, "geometry")
					if system.EPSG == coord.EPSGVN2000 {
						geometry = "wkt"
					}
					delimiter := ""
					if format == export.CSV {
						delimiter = rapid.SampledFrom([]string{"", ",", ";", "\t", "|"}).Draw(t, "delimiter")
					}
					layout, err := export.NewLayout(format, noun, geometry, "EPSG:"+strconv.Itoa(system.EPSG), delimiter)
					if err != nil {
						t.Fatal(err)
					}
					want := record(t, noun, codes)
					v := reflect.ValueOf(want).Elem()
					noun.Field("id").Set(v, int64(1))
					near := nearTo(t, system, noun.Field("geometry").Of(v).Interface().(registry.Geometry).Geometry)
					noun.Field("geometry").Of(v).Set(reflect.ValueOf(registry.Geometry{Geometry: near}))
					file := writeAbout(t, format, export.About{Noun: noun, Written: time.Unix(0, 0), Layout: layout}, []registry.Record{want})
					opts := intake.RowOptions{}
					if layout.Positions == export.LonLat {
						opts.EPSG = system.EPSG
					}
					got := readIn(t, noun, codes, file, "x."+string(format), opts)
					if len(got) != 1 {
						t.Fatalf("%d records come back:\n%s", len(got), legible(file))
					}
					back := noun.Field("geometry").Of(reflect.ValueOf(got[0].Record).Elem())
					if diff := cmp.Diff(degrees(near), degrees(back.Interface().(registry.Geometry).Geometry)); diff != "" {
						t.Fatalf("%s (-written +read):\n%s\n%s", system.Name, diff, legible(file))
					}
					back.Set(reflect.ValueOf(registry.Geometry{Geometry: near}))
					if diff := cmp.Diff(attributes(noun, want, names(noun, want)), attributes(noun, got[0].Record, got[0].Refs)); diff != "" {
						t.Fatalf("(-written +read):\n%s\n%s", diff, legible(file))
					}
				})
			})
		}
	}
}

// degrees writes a shape to seven decimals, which its positions have.
func degrees(g orb.Geometry) string { return string(registry.AppendGeoJSON(nil, g)) }

// nearTo moves a shape to where a grid can be used.
func nearTo(t *rapid.T, system coord.CRS, g orb.Geometry) orb.Geometry {
	if system.Geographic {
		return g
	}
	move := func(p orb.Point) orb.Point {
		lon := system.CentralMeridianDeg - 1.5 + (p[0]-102)*3/16
		return orb.Point{math.Round(lon*1e7) / 1e7, math.Round((9+(p[1]-7)*13/17)*1e7) / 1e7}
	}
	line := func(points []orb.Point) []orb.Point {
		out := make([]orb.Point, len(points))
		for i, p := range points {
			out[i] = move(p)
		}
		return out
	}
	switch v := g.(type) {
	case orb.Point:
		return move(v)
	case orb.LineString:
		return orb.LineString(line(v))
	case orb.MultiPolygon:
		out := make(orb.MultiPolygon, len(v))
		for i, polygon := range v {
			for _, ring := range polygon {
				out[i] = append(out[i], line(ring))
			}
		}
		return out
	case nil:
		return nil
	}
	t.Fatalf("%T", g)
	return nil
}
