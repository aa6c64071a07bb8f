package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hatangso/hatangso/internal/registry"
)

// Choices that mean something, and those that do not, with the parameter told.
func TestNewLayout(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		format                   Format
		noun                     *registry.Noun
		geometry, crs, delimiter string
		positions                Positions
		epsg                     int
		wrong                    string
	}{
		{CSV, registry.PoleNoun, "", "", "", LonLat, 4326, ""},
		{CSV, registry.DuctNoun, "", "", "", WKT, 4326, ""},
		{XLSX, registry.TenancyNoun, "", "", "", NoPositions, 4326, ""},
		{XLSX, registry.TenancyNoun, "wkt", "", "", NoPositions, 4326, ""},
		{GeoJSON, registry.UnitNoun, "", "", "", WKT, 4326, ""},
		{CSV, registry.PoleNoun, "wkt", "epsg:9210", ";", WKT, 9210, ""},
		{CSV, registry.PoleNoun, "none", "", "\t", NoPositions, 4326, ""},
		{CSV, registry.PoleNoun, "", "EPSG:9210", "|", LonLat, 9210, ""},
		{CSV, registry.PoleNoun, "wkt", "EPSG:4756", "", WKT, 4756, ""},
		{CSV, registry.PoleNoun, "", "EPSG:4756", "", "", 0, "crs"},
		{CSV, registry.PoleNoun, "", "EPSG:32648", "", "", 0, "crs"},
		{CSV, registry.PoleNoun, "", "EPSG:6956", "", "", 0, "crs"},
		{CSV, registry.PoleNoun, "points", "", "", "", 0, "geometry"},
		{CSV, registry.DuctNoun, "lonlat", "", "", "", 0, "geometry"},
		{CSV, registry.PoleNoun, "", "", ";;", "", 0, "delimiter"},
		{CSV, registry.PoleNoun, "", "", "\"", "", 0, "delimiter"},
		{XLSX, registry.PoleNoun, "", "", ";", "", 0, "delimiter"},
		{GeoJSON, registry.PoleNoun, "wkt", "", "", "", 0, "geometry"},
		{KML, registry.PoleNoun, "", "EPSG:9210", "", "", 0, "crs"},
		{KML, registry.PoleNoun, "none", "EPSG:9210", ",", "", 0, "geometry crs delimiter"},
	} {
		layout, err := NewLayout(c.format, c.noun, c.geometry, c.crs, c.delimiter)
		var refused *registry.Error
		var wrong []string
		if errors.As(err, &refused) {
			for _, f := range refused.Faults {
				if wrong = append(wrong, f.Column); f.Mend.VI == "" || f.Mend.EN == "" {
					t.Errorf("nothing to do about %+v", f)
				}
			}
		}
		if got := strings.Join(wrong, " "); got != c.wrong || err == nil && (layout.Positions != c.positions || layout.CRS.EPSG != c.epsg) {
			t.Errorf("%+v: %q, %s in EPSG:%d", c, got, layout.Positions, layout.CRS.EPSG)
		}
	}
}

// The cells of CSV in each layout.
func TestCSVLayouts(t *testing.T) {
	t.Parallel()
	pole := samplePole(0)
	pole.Note = ptr("a;b|c\td,e")
	without := samplePole(0)
	without.Geometry.Geometry = nil
	for _, c := range []struct {
		geometry, crs, delimiter string
		want                     []string
		lacks                    string
	}{
		{"", "", "", []string{",lon,lat\r\n", ",105.9,20.5\r\n", ",7.5,", "\"a;b|c\td,e\"", ",,\r\n"}, "wkt"},
		{"wkt", "", ";", []string{";wkt\r\n", ";POINT(105.9 20.5)\r\n", ";7,5;", "\"a;b|c\td,e\"", ";\r\n"}, "lon"},
		{"lonlat", "", ";", []string{";lon;lat\r\n", ";105,9;20,5\r\n", ";;\r\n"}, "wkt"},
		{"", "EPSG:9209", "|", []string{"|X (bắc)|Y (đông)\r\n", "|2267653.1735", "|7.5|", "\"a;b|c\td,e\"", "||\r\n"}, "lon"},
		{"wkt", "EPSG:9209", "\t", []string{"\tSRID=9209;POINT(541", " 2267653.1735", "\"a;b|c\td,e\""}, "lon"},
		{"none", "", "", []string{",to_remove\r\n", ",false\r\n"}, "105.9"},
	} {
		layout, err := NewLayout(CSV, registry.PoleNoun, c.geometry, c.crs, c.delimiter)
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		about := aboutTest(registry.PoleNoun)
		about.Layout = layout
		sink, err := New(CSV, &out, about)
		if err == nil {
			err = sink.Begin(registry.PoleNoun.Fields)
		}
		for _, p := range []*registry.Pole{pole, without} {
			if err == nil {
				err = sink.Row(valuesOf(t, registry.PoleNoun, p))
			}
		}
		if err == nil {
			err = sink.End()
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range c.want {
			if !strings.Contains(out.String(), want) {
				t.Errorf("%+v lacks %q:\n%s", c, want, out.String())
			}
		}
		if strings.Contains(out.String(), c.lacks) {
			t.Errorf("%+v has %q:\n%s", c, c.lacks, out.String())
		}
		cells := csv.NewReader(&out)
		cells.Comma = rune(layout.Delimiter)
		if rows, err := cells.ReadAll(); err != nil || len(rows) != 3 {
			t.Errorf("%+v: %d rows of one length: %v", c, len(rows), err)
		}
	}
}

// A position that the grid cannot hold ends the export.
func TestCSVOutsideGrid(t *testing.T) {
	t.Parallel()
	for _, geometry := range []string{"lonlat", "wkt"} {
		layout, err := NewLayout(CSV, registry.PoleNoun, geometry, "EPSG:9209", "")
		if err != nil {
			t.Fatal(err)
		}
		about := aboutTest(registry.PoleNoun)
		about.Layout = layout
		sink, err := New(CSV, &bytes.Buffer{}, about)
		if err == nil {
			err = sink.Begin(registry.PoleNoun.Fields)
		}
		if err != nil {
			t.Fatal(err)
		}
		pole := valuesOf(t, registry.PoleNoun, samplePole(0))
		far := pole[len(pole)-1]
		copy(far[len(far)-16:], []byte{0, 0, 0, 0, 0, 0, 0x24, 0x40}) // longitude 10
		if err := sink.Row(pole); registry.CodeOf(err) != registry.CodeInvalid {
			t.Errorf("%s: %v", geometry, err)
		}
	}
}

// The description beside a CSV file is what the W3C's vocabulary says.
func TestDescribeCSV(t *testing.T) {
	t.Parallel()
	about := aboutTest(registry.PoleNoun)
	layout, err := NewLayout(CSV, registry.PoleNoun, "", "EPSG:9209", ";")
	if err != nil {
		t.Fatal(err)
	}
	about.Layout = layout
	b, err := DescribeCSV("cột.csv", about)
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Context  []any `json:"@context"`
		URL      string
		Title    string `json:"dc:title"`
		Source   string `json:"dc:source"`
		Filter   string `json:"dc:abstract"`
		Temporal string `json:"dc:temporal"`
		Spatial  string `json:"dc:spatial"`
		Dialect  struct{ Delimiter string }
		Schema   struct {
			Columns []struct {
				Name     string
				Titles   map[string]string
				Datatype struct{ Base, DecimalChar string }
			}
		} `json:"tableSchema"`
	}
	if err := json.Unmarshal(b, &got); err != nil {
		t.Fatalf("%v\n%s", err, b)
	}
	summary := []string{got.URL, got.Title, got.Source, got.Filter, got.Temporal, got.Spatial, got.Dialect.Delimiter}
	if diff := cmp.Diff([]string{"cột.csv", "Cột treo cáp", "hatangso", "unit=11734", "2026-06-30", "VN-2000 / TM-3 105-30", ";"}, summary); diff != "" || got.Context[0] != "http://www.w3.org/ns/csvw" {
		t.Errorf("%v %s", got.Context, diff)
	}
	columns := got.Schema.Columns
	if n := len(columns); n != len(registry.PoleNoun.Fields)+1 || columns[n-2].Name != "X (bắc)" || columns[n-1].Datatype.DecimalChar != "," {
		t.Errorf("%+v", columns)
	}
}
