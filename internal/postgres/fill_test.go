package postgres_test

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// surroundings are what full records refer to, two of each.
type surroundings struct {
	organization [2]string
	ids          map[string][2]int64
	assets       map[registry.Kind]int64
}

// surround registers them.
func (r *register) surround() surroundings {
	r.Helper()
	r.organizations("Viettel", "VNPT")
	s := surroundings{organization: [2]string{"Viettel", "VNPT"}, ids: map[string][2]int64{}, assets: map[registry.Kind]int64{}}
	two := func(make func(i int) int64) [2]int64 { return [2]int64{make(0), make(1)} }
	s.ids["unit"] = two(func(i int) int64 {
		return r.create(&registry.Unit{Level: registry.ProvinceLevel, Code: fmt.Sprint(90 + i), Name: fmt.Sprintf("Tỉnh %d", i)})
	})
	s.ids["village"] = two(func(i int) int64 { return r.village(fmt.Sprintf("around-%d", i), 106, 20) })
	s.ids["site"] = two(func(i int) int64 { return r.site(fmt.Sprintf("around-%d", i), 106, 20) })
	s.ids["mast"] = two(func(i int) int64 {
		return r.create(&registry.Mast{Site: s.ids["site"][i], Code: fmt.Sprintf("around-%d", i)})
	})
	s.ids["manhole"] = two(func(i int) int64 {
		m := registry.ManholeNoun.New().(*registry.Manhole)
		m.Code, m.Geometry.Geometry = fmt.Sprintf("around-%d", i), orb.Point{106, 20}
		return r.create(m)
	})
	s.assets[registry.SiteKind], s.assets[registry.ManholeKind] = s.ids["site"][0], s.ids["manhole"][0]
	s.ids["inspection"] = two(func(i int) int64 {
		kind := assetKinds[i]
		return r.create(&registry.Inspection{Code: fmt.Sprintf("around-%d", i), AssetKind: kind, Asset: s.assets[kind], InspectionKind: "ad_hoc",
			Checklist: "mast-2026", Outcome: "passed", MadeAt: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)})
	})
	return s
}

// assetKinds are the kinds of the assets full records are about, by variant.
var assetKinds = [2]registry.Kind{registry.SiteKind, registry.ManholeKind}

// full makes a record with every field given; another variant differs in each.
func (r *register) full(n *registry.Noun, s surroundings, variant int) registry.Record {
	record := n.New()
	for i, f := range n.Writable() {
		r.fill(n, record, f, s, i, variant)
	}
	return record
}

// fill gives one field the value of a variant. Dates follow one another in the
// order of the fields.
func (r *register) fill(n *registry.Noun, record registry.Record, f *registry.Field, s surroundings, i, variant int) {
	v := reflect.ValueOf(record).Elem()
	low := 0.0
	if f.Min != nil {
		low = *f.Min
	}
	switch {
	case otherThing(n, f):
		return
	case f.Name == "answers":
		f.Set(v, []registry.Answer{{Item: []string{"mast-2026.structure", "pole-2026.boxes"}[variant], Answer: []string{"yes", "no"}[variant], Note: "móng"}})
	case f.Name == "checklist":
		f.Set(v, []string{"mast-2026", "pole-2026"}[variant])
	case f.Type == registry.TimeField:
		f.Set(v, time.Date(2026, 1, 1+variant, 10, i, 0, 0, time.UTC))
	case f.Name == "found_on":
		f.Set(v, registry.NewDate(2018, 1, 1+variant))
	case f.Name == "asset":
		f.Set(v, s.assets[assetKinds[variant]])
	case f.Name == "asset_kind":
		f.Set(v, string(assetKinds[variant]))
	case f.Name == "status":
		f.Set(v, []string{"operating", "suspended"}[variant])
	case f.Ref == "organization":
		f.Set(v, s.organization[variant])
	case f.Ref != "":
		f.Set(v, s.ids[f.Ref][variant])
	case f.Several != "": // of allowed and forbidden codes, none in common
		codes := r.db.Codes().Entries(f.Several)
		f.Set(v, codes[(2*i+variant)%len(codes)].Code)
	case f.List != "":
		codes := r.db.Codes().Entries(f.List)
		f.Set(v, codes[(len(codes)-1+variant)%len(codes)].Code)
	case f.Type == registry.TextField:
		text := []rune(fmt.Sprintf("%d%s Đường %s", i, string(rune('a'+variant)), f.Name))
		f.Set(v, string(text[:min(len(text), f.MaxChars)]))
	case f.Type == registry.IntField:
		f.Set(v, int64(low)+1+int64(variant))
	case f.Type == registry.DecimalField:
		f.Set(v, low+0.125+float64(variant))
	case f.Type == registry.BoolField:
		f.Set(v, variant == 0)
	case f.Type == registry.DateField:
		f.Set(v, registry.NewDate(2019, 1, 1).AddDays(100*i+variant))
	case f.Type == registry.GeometryField:
		g, faults := registry.CheckGeometry(shape(n.Geometry, 105+float64(i)/100, 20+float64(variant)/10), n.Geometry)
		if len(faults) > 0 {
			r.Fatal(faults)
		}
		f.Of(v).Set(reflect.ValueOf(registry.Geometry{Geometry: g}))
	case f.Name == "clusters":
		f.Set(v, []registry.Cluster{{Name: "Cụm 1", Lon: 106, Lat: 20 + float64(variant)/10, Households: ptr(int64(7))}, {Name: "Cụm 2", Lon: 106.5, Lat: 20}})
	case f.Name == "submitted":
		f.Set(v, registry.Submitted{X: fmt.Sprint("587 341,25", variant), Y: "2 314 512", CRS: "EPSG:9210", Axes: "swapped", PrecisionM: ptr(0.5), Method: "RTK"})
	default:
		r.Fatalf("%s.%s (%s): the tests know no value for it", n.Name, f.Name, f.Type)
	}
}

// otherThing says that a field names what a photo might be of as well: it is of
// one thing, and those of full records are of inspections.
func otherThing(n *registry.Noun, f *registry.Field) bool {
	return n == registry.PhotoNoun && (f.Name == "violation" || f.Name == "field_report")
}

func shape(t registry.GeometryType, lon, lat float64) orb.Geometry {
	switch t {
	case registry.LineString:
		return orb.LineString{{lon, lat}, {lon + 0.001, lat + 0.002}, {lon + 0.003, lat}}
	case registry.MultiPolygon:
		return box(lon, lat, lon+0.01, lat+0.01)
	}
	return orb.Point{lon, lat}
}

// written gives what a caller set of a record, by field.
func written(n *registry.Noun, record registry.Record) map[string]any {
	out := map[string]any{}
	v := reflect.ValueOf(record).Elem()
	for _, f := range n.Writable() {
		out[f.Name] = f.Value(v)
	}
	return out
}

// everything gives all fields of a record.
func everything(n *registry.Noun, record registry.Record) map[string]any {
	out := map[string]any{}
	v := reflect.ValueOf(record).Elem()
	for i := range n.Fields {
		out[n.Fields[i].Name] = n.Fields[i].Value(v)
	}
	return out
}

// differ compares values as cmp does, dates by their day.
func differ(want, got any) string {
	return cmp.Diff(want, got, cmp.Comparer(func(a, b registry.Date) bool { return a.Equal(b) }))
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
