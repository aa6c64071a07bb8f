package export

import (
	"encoding/xml"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// kmlFile is what another program reads of a file.
type kmlFile struct {
	XMLName  xml.Name `xml:"http://www.opengis.net/kml/2.2 kml"`
	Document struct {
		Name   string `xml:"name"`
		Schema struct {
			ID     string `xml:"id,attr"`
			Fields []struct {
				Name  string `xml:"name,attr"`
				Type  string `xml:"type,attr"`
				Title string `xml:"displayName"`
			} `xml:"SimpleField"`
		}
		About []struct {
			Name  string `xml:"name,attr"`
			Value string `xml:"value"`
		} `xml:"ExtendedData>Data"`
		Placemarks []struct {
			ID    string `xml:"id,attr"`
			Name  string `xml:"name"`
			Style string `xml:"styleUrl"`
			Data  struct {
				Schema string `xml:"schemaUrl,attr"`
				Values []struct {
					Name  string `xml:"name,attr"`
					Value string `xml:",chardata"`
				} `xml:"SimpleData"`
			} `xml:"ExtendedData>SchemaData"`
			Point   string    `xml:"Point>coordinates"`
			Line    string    `xml:"LineString>coordinates"`
			Outer   []string  `xml:"MultiGeometry>Polygon>outerBoundaryIs>LinearRing>coordinates"`
			Inner   []string  `xml:"MultiGeometry>Polygon>innerBoundaryIs>LinearRing>coordinates"`
			Without *struct{} `xml:"Polygon"`
		} `xml:"Placemark"`
	}
}

func readKML(t *testing.T, content []byte) (k kmlFile) {
	t.Helper()
	if err := xml.Unmarshal(content, &k); err != nil {
		t.Fatalf("%v\n%s", err, content)
	}
	return k
}

func TestKML(t *testing.T) {
	t.Parallel()
	pole := samplePole(7)
	pole.Note = ptr("<b>&\"'\x01\n</b>")
	unnamed := samplePole(8)
	unnamed.Name, unnamed.Geometry.Geometry = nil, nil
	k := readKML(t, file(t, KML, registry.PoleNoun, pole, unnamed))
	d := k.Document
	if d.Name != "Cột treo cáp" || d.Schema.ID != "pole" || len(d.Placemarks) != 2 {
		t.Fatalf("%+v", d)
	}
	about := map[string]string{}
	for _, a := range d.About {
		about[a.Name] = a.Value
	}
	if diff := cmp.Diff(map[string]string{"source": "hatangso", "filter": "unit=11734", "as_of": "2026-06-30", "written": "2026-11-21T08:30:00Z"}, about); diff != "" {
		t.Error(diff)
	}
	if len(d.Schema.Fields) != len(registry.PoleNoun.Fields)-1 {
		t.Errorf("%d fields", len(d.Schema.Fields))
	}
	for i, f := range d.Schema.Fields {
		if want := registry.PoleNoun.Fields[i]; f.Name != want.Name || f.Title != want.Title.VI {
			t.Errorf("%+v, want %s", f, want.Name)
		}
	}
	first, second := d.Placemarks[0], d.Placemarks[1]
	if first.ID != "pole.7" || first.Name != "Cột “đầu ngõ”, số 1" || first.Style != "#s" || first.Data.Schema != "#pole" || first.Point != "105.9007,20.5" {
		t.Errorf("%+v", first)
	}
	values := map[string]string{}
	for _, v := range first.Data.Values {
		values[v.Name] = v.Value
	}
	for name, want := range map[string]string{"height_m": "7.5", "owner_present": "1", "to_remove": "0", "note": "<b>&\"'\uFFFD\n</b>", "built_on": "1999-12-31", "created_at": "2026-01-02T03:04:05Z"} {
		if values[name] != want {
			t.Errorf("%s is %q, want %q", name, values[name], want)
		}
	}
	if _, ok := values["line_no"]; ok {
		t.Error("a field without a value is written")
	}
	if second.Name != "C8" || second.Point != "" {
		t.Errorf("%+v", second)
	}
}

func TestKMLShapes(t *testing.T) {
	t.Parallel()
	duct := registry.DuctNoun.New().(*registry.Duct)
	duct.Geometry.Geometry = orb.LineString{{105, 20}, {105.5, 20.25}}
	if got := readKML(t, file(t, KML, registry.DuctNoun, duct)).Document.Placemarks[0].Line; got != "105,20 105.5,20.25" {
		t.Errorf("the line is %q", got)
	}
	unit := registry.UnitNoun.New().(*registry.Unit)
	ring := orb.Ring{{0, 0}, {1, 0}, {1, 1}, {0, 0}}
	unit.Geometry.Geometry = orb.MultiPolygon{{ring, ring}, {ring}}
	p := readKML(t, file(t, KML, registry.UnitNoun, unit)).Document.Placemarks[0]
	if len(p.Outer) != 2 || len(p.Inner) != 1 || p.Inner[0] != "0,0 1,0 1,1 0,0" {
		t.Errorf("%+v", p)
	}
	// every noun, with and without records
	for _, noun := range registry.Nouns {
		if n := len(readKML(t, file(t, KML, noun)).Document.Placemarks); n != 0 {
			t.Errorf("%s: %d", noun.Path, n)
		}
		if n := len(readKML(t, file(t, KML, noun, noun.New())).Document.Placemarks); n != 1 {
			t.Errorf("%s: %d", noun.Path, n)
		}
	}
}

func TestKMLRefusesShapes(t *testing.T) {
	t.Parallel()
	good, err := appendKML(nil, []byte{1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 240, 63, 0, 0, 0, 0, 0, 0, 0, 64})
	if err != nil || string(good) != "<Point><coordinates>1,2</coordinates></Point>" {
		t.Errorf("%s %v", good, err)
	}
	for _, wkb := range [][]byte{nil, {1}, {1, 1, 0, 0, 0}, {1, 4, 0, 0, 0, 0, 0, 0, 0}, {1, 2, 0, 0, 0, 255, 255, 255, 255}, {1, 2, 0, 0, 0, 0, 0, 0, 0, 9}} {
		if _, err := appendKML(nil, wkb); err == nil {
			t.Errorf("%v is taken", wkb)
		}
	}
}
