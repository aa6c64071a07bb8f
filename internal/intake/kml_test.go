package intake

import (
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
)

func kmlOf(content string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Tệp</name>` + content + `</Document></kml>`
}

// Placemarks as programs write them, beside what they mean.
func TestPlacemarks(t *testing.T) {
	t.Parallel()
	const at = `<Point><coordinates>105.9,20.5,0</coordinates></Point>`
	square := func(at string) string {
		return `<LinearRing><coordinates>` + at + `,0 2,0 2,2 ` + at + `,0</coordinates></LinearRing>`
	}
	ring := orb.Ring{{0, 0}, {2, 0}, {2, 2}, {0, 0}}
	for _, c := range []struct {
		name, content string
		want          outcome
		geometries    []orb.Geometry
	}{
		{"Google Earth: name and description", `<Style id="s"><IconStyle/></Style><Folder><name>Trạm</name><open>1</open><Folder><name>3G</name><Placemark id="7"><name>A1</name><description><![CDATA[<b>cao</b> 20]]></description><styleUrl>#s</styleUrl>` + at + `</Placemark></Folder><Placemark><name>A2</name></Placemark></Folder>`,
			outcome{columns: []string{"name", "description", "folder"}, good: []string{"1:A1|<b>cao</b> 20|Trạm / 3G", "2:A2|–|Trạm"}},
			[]orb.Geometry{orb.Point{105.9, 20.5}, nil}},
		{"GDAL: schema and typed data", `<Schema name="x" id="x"><SimpleField name="ma" type="string"/><SimpleField name="cao" type="float"/></Schema><Placemark><name>A1</name><ExtendedData><SchemaData schemaUrl="#x"><SimpleData name="cao">7.5</SimpleData></SchemaData></ExtendedData>` + at + `</Placemark>`,
			outcome{columns: []string{"ma", "cao", "name"}, good: []string{"1:–|7.5|A1"}}, []orb.Geometry{orb.Point{105.9, 20.5}}},
		{"data of its own goes before the name", `<Placemark><name>nhãn</name><ExtendedData><Data name="name"><displayName>Tên</displayName><value>Cột 1</value></Data><Data name="b"><value/></Data></ExtendedData></Placemark>`,
			outcome{columns: []string{"name", "b"}, good: []string{"1:Cột 1|"}}, []orb.Geometry{nil}},
		{"a schema that declares a name", `<Schema id="x"><SimpleField name="name" type="string"/></Schema><Placemark><name>nhãn</name></Placemark>`,
			outcome{columns: []string{"name"}, good: []string{"1:–"}}, []orb.Geometry{nil}},
		{"line and polygon with a hole", `<Placemark><LineString><tessellate>1</tessellate><coordinates>
			105.9,20.5 106,20.6
			106.1,20.7 </coordinates></LineString></Placemark><Placemark><Polygon><innerBoundaryIs>` + square("0") + `</innerBoundaryIs><outerBoundaryIs>` + square("0") + `</outerBoundaryIs></Polygon></Placemark>`,
			outcome{good: []string{"1:", "2:"}}, []orb.Geometry{orb.LineString{{105.9, 20.5}, {106, 20.6}, {106.1, 20.7}}, orb.Polygon{ring, ring}}},
		{"several of one kind, one of several", `<Placemark><MultiGeometry>` + at + `<MultiGeometry>` + at + `</MultiGeometry></MultiGeometry></Placemark><Placemark><MultiGeometry><LinearRing><coordinates>0,0 1,1</coordinates></LinearRing></MultiGeometry></Placemark>`,
			outcome{good: []string{"1:", "2:"}}, []orb.Geometry{orb.MultiPoint{{105.9, 20.5}, {105.9, 20.5}}, orb.LineString{{0, 0}, {1, 1}}}},
		{"heights", `<Placemark><Point><coordinates>1,2,3.5</coordinates></Point></Placemark><Placemark><Point><coordinates>1,2,3</coordinates></Point></Placemark>`,
			outcome{good: []string{"1:", "2:"}, warnings: []string{"1 geometry.z"}}, []orb.Geometry{orb.Point{1, 2}, orb.Point{1, 2}}},
		{"shapes that are none", `<Placemark><Point><coordinates>1;2</coordinates></Point></Placemark><Placemark><Model/></Placemark><Placemark><MultiGeometry>` + at + `<LineString><coordinates>0,0 1,1</coordinates></LineString></MultiGeometry></Placemark>` +
			`<Placemark><Point><coordinates/></Point></Placemark><Placemark><LineString><coordinates>1,2 NaN,3</coordinates></LineString></Placemark><Placemark><Polygon/></Placemark><Placemark><name>tốt</name></Placemark>`,
			outcome{columns: []string{"name"}, good: []string{"7:tốt"}, bad: []string{"1 geometry.type", "2 geometry.type", "3 geometry.type", "4 geometry.empty", "5 geometry.type", "6 geometry.type"}}, []orb.Geometry{nil}},
		{"nothing", ``, outcome{}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := read(t, strings.NewReader(kmlOf(c.content)), "x.kml", Options{})
			c.want.meta = Metadata{Format: FormatKML, Encoding: "UTF-8"}
			if diff := cmp.Diff(c.want, got, cmp.AllowUnexported(outcome{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			zipped := readAt(t, packed(t, map[string]string{"a.kml": "<x/>", "doc.kml": kmlOf(c.content), "files/a.png": "…"}), "x.kmz", Options{})
			if diff := cmp.Diff(c.want.good, zipped.good); diff != "" {
				t.Errorf("in an archive (-want +got):\n%s", diff)
			}
			var shapes []orb.Geometry
			reader, err := Open(strings.NewReader(kmlOf(c.content)), "x.kml", Options{})
			if err != nil {
				t.Fatal(err)
			}
			for {
				var rec Record
				err := reader.Next(&rec)
				if err == io.EOF {
					break
				}
				if err == nil {
					shapes = append(shapes, rec.Geometry)
				}
			}
			if diff := cmp.Diff(c.geometries, shapes); diff != "" {
				t.Errorf("shapes (-want +got):\n%s", diff)
			}
		})
	}
}

// Documents that cannot be read on, each with the rule it breaks.
func TestKMLRefused(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("a", 40)
	for _, c := range []struct {
		name, content string
		opts          Options
		fatal, bad    string
	}{
		{"another document", `<?xml version="1.0"?><gpx/>`, Options{}, RuleFileFormat, ""},
		{"an entity", `<!DOCTYPE kml [<!ENTITY a "b">]><kml/>`, Options{}, RuleFileFormat, ""},
		{"a DOCTYPE within", `<kml><Document><!DOCTYPE a></Document></kml>`, Options{}, RuleXMLDTD, ""},
		{"an unknown entity", kmlOf(`<Placemark><name>&lol;</name></Placemark>`), Options{}, RuleXMLSyntax, ""},
		{"cut short", strings.TrimSuffix(kmlOf(``), `</Document></kml>`), Options{}, RuleXMLSyntax, ""},
		{"cut within", kmlOf(`<Placemark><name>a</name></Placemark>`)[:150], Options{}, RuleXMLSyntax, ""},
		{"crossed", `<kml><Document></kml></Document>`, Options{}, RuleXMLSyntax, ""},
		{"too deep", `<kml>` + strings.Repeat(`<Folder>`, 100), Options{}, RuleXMLDepth, ""},
		{"not UTF-8", "<kml><Document><Placemark><name>\xf2</name></Placemark></Document></kml>", Options{}, RuleTextEncoding, ""},
		{"too many", kmlOf(strings.Repeat(`<Placemark/>`, 6)), Options{Limits: Limits{Rows: 5}}, RuleLimitRows, ""},
		{"too many columns", kmlOf(`<Placemark><name>a</name><address>b</address></Placemark>`), Options{Limits: Limits{Columns: 1}}, RuleLimitColumns, ""},
		{"a long value", kmlOf(`<Placemark><name>` + long + `</name></Placemark>`), small, "", "1 limit.cell"},
		{"a long name of a column", kmlOf(`<Placemark><ExtendedData><Data name="` + long + `"><value>1</value></Data></ExtendedData></Placemark>`), small, "", "1 limit.key"},
		{"too many vertices", kmlOf(`<Placemark><LineString><coordinates>` + strings.Repeat("1,2 ", 9) + `</coordinates></LineString></Placemark>`), small, "", "1 limit.vertices"},
		{"a long feature", kmlOf(`<Placemark><Snippet>` + strings.Repeat("a", 20_000) + `</Snippet></Placemark>`), Options{Limits: Limits{FeatureBytes: 8000}}, RuleLimitRecord, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			opts := c.opts
			opts.Limits.FileBytes = 1 << 20
			got := read(t, strings.NewReader(c.content), "x.kml", opts)
			if got.fatal != c.fatal || strings.Join(got.bad, ";") != c.bad {
				t.Errorf("got %q %v, want %q %q", got.fatal, got.bad, c.fatal, c.bad)
			}
		})
	}
}

// A KMZ may hold several documents.
func TestKMZ(t *testing.T) {
	t.Parallel()
	mark := func(name string) string { return kmlOf(`<Placemark><name>` + name + `</name></Placemark>`) }
	links := kmlOf(`<NetworkLink><Link><href>layers/a.kml</href></Link></NetworkLink>`)
	for _, c := range []struct {
		name  string
		parts map[string]string
		opts  Options
		want  outcome
	}{
		{"doc.kml goes first", map[string]string{"a.kml": mark("a"), "doc.kml": mark("d")}, Options{}, outcome{good: []string{"1:d"}}},
		{"the only one", map[string]string{"layers/a.kml": mark("a")}, Options{}, outcome{good: []string{"1:a"}}},
		{"doc.kml only links", map[string]string{"layers/a.kml": mark("a"), "doc.kml": links}, Options{}, outcome{good: []string{"1:a"}}},
		{"doc.kml links to two", map[string]string{"a.kml": mark("a"), "b.kml": mark("b"), "doc.kml": links}, Options{}, outcome{fatal: RuleZipContent}},
		{"one by name", map[string]string{"a.kml": mark("a"), "b.kml": mark("b"), "doc.kml": links}, Options{Layer: "B"}, outcome{good: []string{"1:b"}}},
		{"none of that name", map[string]string{"a.kml": mark("a")}, Options{Layer: "c"}, outcome{fatal: RuleZipContent}},
		{"links to nothing", map[string]string{"doc.kml": links}, Options{}, outcome{}},
		{"another document", map[string]string{"doc.kml": "<gpx/>"}, Options{}, outcome{fatal: RuleFileFormat}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := readAt(t, packed(t, c.parts), "x.kmz", c.opts)
			got.columns = nil
			if diff := cmp.Diff(c.want, got, cmp.AllowUnexported(outcome{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
