package intake

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
	"pgregory.net/rapid"

	"github.com/hatangso/hatangso/internal/registry"
)

func faultOf(t *testing.T, err error) registry.Fault {
	t.Helper()
	var e *registry.Error
	if !errors.As(err, &e) || len(e.Faults) != 1 {
		t.Fatalf("not an error with one fault: %v", err)
	}
	return e.Faults[0]
}

func TestGeoJSONForms(t *testing.T) {
	t.Parallel()
	one, two := feature(point, `{"a":1,"b":"x"}`), feature("null", `{"c":true,"a":null}`)
	good := []string{"1:1|x", "2:–|–|true"} // a record has the columns known up to it
	crs := func(name string) string { return `"crs":{"type":"name","properties":{"name":"` + name + `"}},` }
	for _, c := range []struct {
		name, file string
		format     Format
		crs        string
		good       []string
	}{
		{"collection", collection(one, two), FormatGeoJSON, "", good},
		{"pretty", " {\n \"type\" : \"FeatureCollection\" ,\n \"features\" : [\n" + one + " ,\n " + two + " ]\n}\n", FormatGeoJSON, "", good},
		{"features first", `{"features":[` + one + "," + two + `],"type":"FeatureCollection","bbox":[1,2,3,4]}`, FormatGeoJSON, "", good},
		{"foreign members", `{"name":"x","properties":{"z":1},"geometry":7,"deep":[{"type":"x"}],"type":"FeatureCollection","features":[` + one + "," + two + `],"more":{"features":[]}}`, FormatGeoJSON, "", good},
		{"crs", `{"type":"FeatureCollection",` + crs("urn:ogc:def:crs:EPSG::5897") + `"features":[` + one + "," + two + `]}`, FormatGeoJSON, "urn:ogc:def:crs:EPSG::5897", good},
		{"crs null", `{"type":"FeatureCollection","crs":null,"features":[` + one + "," + two + `]}`, FormatGeoJSON, "", good},
		{"crs by code", `{"type":"FeatureCollection","crs":{"type":"EPSG","properties":{"code":5899}},"features":[` + one + "," + two + `]}`, FormatGeoJSON, "EPSG:5899", good},
		{"CRS84 behind", `{"type":"FeatureCollection","features":[` + one + "," + two + `],` + strings.TrimSuffix(crs("urn:ogc:def:crs:OGC:1.3:CRS84"), ",") + `}`, FormatGeoJSON, "", good},
		{"one feature", one, FormatGeoJSON, "", []string{"1:1|x"}},
		{"one feature, type last", `{"properties":{"a":1,"b":"x"},"geometry":` + point + `,"type":"Feature"}`, FormatGeoJSON, "", []string{"1:1|x"}},
		{"lines", one + "\n" + two + "\n", FormatNDJSON, "", good},
		{"lines with blank ones and crlf", one + "\r\n\r\n" + two, FormatNDJSON, "", good},
		{"pretty features in a row", "{\n" + one[1:] + "\n{\n" + two[1:], FormatNDJSON, "", good},
		{"text sequence", "\x1e" + one + "\n\x1e" + two + "\n", FormatGeoJSONSeq, "", good},
		{"empty collection", collection(), FormatGeoJSON, "", nil},
		{"properties twice", collection(`{"type":"Feature","properties":{"z":1},"properties":{"a":2,"a":3}}`), FormatGeoJSON, "", []string{"1:–|3"}},
		{"values", collection(feature(point, `{"s":"\u00e2\ud83d\ude00\ud800\n\/","n":-1.50e+2,"o":{ "k" : [ 1, "\u00e2" ] },"":false}`)), FormatGeoJSON, "", []string{"1:â😀\ufffd\n/|-1.50e+2|{\"k\":[1,\"\\u00e2\"]}|false"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			for _, r := range []io.Reader{strings.NewReader(c.file), oneByte{strings.NewReader(c.file)}} {
				got := read(t, r, "", Options{})
				got.columns = nil
				want := outcome{good: c.good, meta: Metadata{Format: c.format, Encoding: "UTF-8", CRSName: c.crs}}
				if diff := cmp.Diff(want, got, cmp.AllowUnexported(outcome{})); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
}

func TestGeoJSONRecord(t *testing.T) {
	t.Parallel()
	r, err := Open(strings.NewReader(collection(
		`{"type":"Feature","id":"x1","geometry":`+point+`,"properties":{"s":"x","n":1.50,"b":true,"z":null,"o":{"k":[1]}}}`,
		`{"type":"Feature","id":12.0,"geometry":null,"properties":{}}`)), "", Options{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"s", "n", "b", "z", "o"}, r.Columns()); diff != "" {
		t.Error(diff)
	}
	var rec Record
	if err := r.Next(&rec); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]any{"s": "x", "n": json.Number("1.50"), "b": true, "z": nil, "o": map[string]any{"k": []any{json.Number("1")}}} {
		got, ok := rec.JSON(name)
		if diff := cmp.Diff(want, got); diff != "" || !ok {
			t.Errorf("%s: %v %s", name, ok, diff)
		}
	}
	if _, ok := rec.Value("z"); ok {
		t.Error("null has a text")
	}
	if rec.ID != "x1" || rec.Geometry != orb.Geometry(orb.Point{1, 2}) {
		t.Errorf("%q, %v", rec.ID, rec.Geometry)
	}
	if err := r.Next(&rec); err != nil {
		t.Fatal(err)
	}
	if _, ok := rec.JSON("s"); ok || rec.ID != "12.0" || rec.Geometry != nil {
		t.Errorf("left over from before: %+v", rec)
	}
}

func TestTruncationNamesByteAndFeature(t *testing.T) {
	t.Parallel()
	whole := collection(feature(point, `{}`), feature(point, `{"a":"x"}`))
	cut := whole[:len(whole)-12]
	r, err := Open(strings.NewReader(cut), "", Options{})
	if err != nil {
		t.Fatal(err)
	}
	var rec Record
	if err := r.Next(&rec); err != nil {
		t.Fatal(err)
	}
	f := faultOf(t, r.Next(&rec))
	want := fmt.Sprintf("byte %d; đối tượng đọc trọn cuối cùng là 1.", len(cut)+1)
	if f.Rule != RuleJSONTruncated || !strings.Contains(f.Message.VI, want) {
		t.Errorf("%q, want %q", f.Message.VI, want)
	}
	// At whatever byte it is cut, that is the fault, and never a good record
	// that is not whole.
	for n := 1; n < len(whole); n++ {
		got := read(t, strings.NewReader(whole[:n]), "", Options{})
		if got.fatal != RuleJSONTruncated || len(got.bad) > 0 {
			t.Fatalf("cut at %d: %+v", n, got)
		}
	}
}

func TestGeometries(t *testing.T) {
	t.Parallel()
	ring := orb.Ring{{0, 0}, {4, 0}, {4, 4}, {0, 0}}
	hole := orb.Ring{{1, 1}, {2, 1}, {2, 2}, {1, 1}}
	for _, want := range []orb.Geometry{
		orb.Point{105.123456789012, -20.5e-3},
		orb.MultiPoint{{1, 2}, {1, 2}},
		orb.LineString{{1, 2}, {3, 4}},
		orb.MultiLineString{{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}, {9, 10}}},
		orb.Polygon{ring, hole},
		orb.MultiPolygon{{ring}, {ring, hole}},
	} {
		b, err := geojson.NewGeometry(want).MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		// The type may stand behind the coordinates.
		var m map[string]json.RawMessage
		if err := json.Unmarshal(b, &m); err != nil {
			t.Fatal(err)
		}
		behind := fmt.Sprintf(`{"coordinates":%s,"type":%s,"bbox":[1]}`, m["coordinates"], m["type"])
		r, err := Open(strings.NewReader(collection(feature(string(b), `{}`), feature(behind, `{}`))), "", Options{})
		if err != nil {
			t.Fatal(err)
		}
		var rec Record
		for range 2 {
			if err := r.Next(&rec); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, rec.Geometry); diff != "" {
				t.Error(diff)
			}
		}
	}
}

func TestFaultsOfOneFeatureAreCapped(t *testing.T) {
	t.Parallel()
	open := strings.Repeat(`[[0,0],[1,0],[1,1],[0,1]],`, 3*MaxRowFaults)
	got := read(t, strings.NewReader(collection(feature(`{"type":"Polygon","coordinates":[`+strings.TrimSuffix(open, ",")+`]}`, `{}`))), "", Options{})
	if len(got.bad) != MaxRowFaults {
		t.Errorf("%d faults", len(got.bad))
	}
}

// TestGeoJSONAgainstEncodingJSON writes random features with encoding/json and
// reads them.
func TestGeoJSONAgainstEncodingJSON(t *testing.T) {
	t.Parallel()
	text := rapid.StringN(0, 12, -1).Filter(func(s string) bool { return !strings.ContainsRune(s, 0) })
	number := rapid.Float64Range(-1e6, 1e6)
	scalar := rapid.OneOf(rapid.Just[any](nil), rapid.Map(text, asAny), rapid.Map(number, asAny), rapid.Map(rapid.Bool(), asAny), rapid.Map(rapid.Int(), asAny))
	value := rapid.OneOf(scalar, rapid.Map(rapid.SliceOfN(scalar, 0, 3), asAny), rapid.Map(rapid.MapOfN(text, scalar, 0, 3), asAny))
	rapid.Check(t, func(t *rapid.T) {
		type member struct {
			Type       string            `json:"type"`
			ID         any               `json:"id,omitempty"`
			Properties map[string]any    `json:"properties"`
			Geometry   *geojson.Geometry `json:"geometry"`
		}
		var features []member
		for range rapid.IntRange(0, 5).Draw(t, "features") {
			m := member{Type: "Feature", Properties: rapid.MapOfN(text, value, 0, 4).Draw(t, "properties")}
			if rapid.Bool().Draw(t, "geometry") {
				m.Geometry = geojson.NewGeometry(orb.Point{number.Draw(t, "x"), number.Draw(t, "y")})
			}
			features = append(features, m)
		}
		root := map[string]any{"type": "FeatureCollection", "features": features, "name": text.Draw(t, "name"), "zz": value.Draw(t, "foreign")}
		if features == nil {
			root["features"] = []member{}
		}
		file, err := json.Marshal(root)
		if err != nil {
			t.Fatal(err)
		}
		if rapid.Bool().Draw(t, "indent") {
			var b bytes.Buffer
			if err := json.Indent(&b, file, " ", "\t"); err != nil {
				t.Fatal(err)
			}
			file = b.Bytes()
		}
		if n := compare(t, file); n != len(features) {
			t.Fatalf("%d features of %d: %s", n, len(features), file)
		}
	})
}

func asAny[T any](v T) any { return v }

// compare reads a FeatureCollection with the reader and with encoding/json and
// asks for the same features; it gives their number, -1 if the reader refused
// something.
func compare(t interface {
	Fatalf(string, ...any)
}, file []byte) int {
	r, err := Open(oneByte{bytes.NewReader(file)}, "x.json", Options{})
	if err != nil {
		return -1
	}
	g, ok := r.(*geoReader)
	if !ok || g.meta.Format != FormatGeoJSON {
		return -1
	}
	var records []Record
	for {
		var rec Record
		err := r.Next(&rec)
		if err == io.EOF {
			break
		}
		if err != nil {
			return -1
		}
		records = append(records, rec)
	}
	file = bytes.TrimRight(bytes.TrimPrefix(file, []byte("\ufeff")), " \t\r\n\x1e") // separators are passed over behind the root
	if !json.Valid(file) {
		t.Fatalf("accepted, but no JSON: %q", file)
	}
	decoder := json.NewDecoder(bytes.NewReader(file))
	decoder.UseNumber()
	var root map[string]any
	if err := decoder.Decode(&root); err != nil {
		return -1 // a number or depth that encoding/json does not take
	}
	list, isCollection := root["features"].([]any)
	if !isCollection {
		list = []any{root}
	}
	if len(list) != len(records) {
		t.Fatalf("%d features, encoding/json has %d: %q", len(records), len(list), file)
	}
	for i, v := range list {
		want, _ := v.(map[string]any)["properties"].(map[string]any)
		got := map[string]any{}
		for _, name := range r.Columns() {
			if v, ok := records[i].JSON(name); ok {
				got[name] = v
			}
		}
		if len(want)+len(got) > 0 && !cmp.Equal(want, got) {
			t.Fatalf("feature %d of %q: %v", i+1, file, cmp.Diff(want, got))
		}
		shape, _ := v.(map[string]any)["geometry"].(map[string]any)
		if (shape != nil) != (records[i].Geometry != nil) {
			t.Fatalf("feature %d of %q: geometry %v", i+1, file, records[i].Geometry)
		}
		if p, ok := records[i].Geometry.(orb.Point); ok {
			at := shape["coordinates"].([]any)
			x, errX := at[0].(json.Number).Float64()
			y, errY := at[1].(json.Number).Float64()
			if errX != nil || errY != nil || p != (orb.Point{x, y}) {
				t.Fatalf("feature %d of %q: %v", i+1, file, p)
			}
		}
	}
	return len(records)
}

// FuzzGeoJSON checks that whatever the reader accepts is valid JSON with the
// same content, and that nothing makes it panic or loop.
func FuzzGeoJSON(f *testing.F) {
	line := `{"type":"LineString","coordinates":[[1,2,3],[3.5e0,4]]}`
	for _, s := range []string{
		collection(feature(point, `{"a":1}`), feature(line, `{"b":[{"c":"\ud83d\ude00"}]}`)),
		feature(point, `{"a":null}`), "\x1e" + feature("null", `{}`), feature(point, `{}`) + "\n{\n",
		`{"features":[],"crs":null,"type":"FeatureCollection"}`, collection(feature(`{"type":"Point","coordinates":[NaN,-Infinity]}`, `{}`)),
		`{"type":"Feature","properties":{"a":"\ud800\u0041\ud800"}}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		compare(t, file)
		// The same in one piece, and to the end.
		r, err := Open(bytes.NewReader(file), "", Options{})
		if err != nil {
			return
		}
		var rec Record
		for n := 0; ; n++ {
			if err := r.Next(&rec); err != nil && !isRowError(err) {
				break
			}
			if n > len(file) {
				t.Fatal("more records than bytes")
			}
		}
	})
}
