package intake

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hatangso/hatangso/internal/registry"
)

// outcome is everything a file gave.
type outcome struct {
	good     []string // row numbers, with their values
	bad      []string // "row rule" of each fault
	warnings []string // "row rule"
	fatal    string   // rule that ended the file, from Open or Next
	meta     Metadata
	columns  []string
}

func ruleOf(t *testing.T, err error) string {
	t.Helper()
	var e *registry.Error
	if !errors.As(err, &e) || len(e.Faults) != 1 {
		t.Fatalf("not an error with one fault: %v", err)
	}
	checkFault(t, e.Faults[0])
	return e.Faults[0].Rule
}

// checkFault asks for both languages in both sentences.
func checkFault(t testing.TB, f registry.Fault) {
	t.Helper()
	for _, s := range []string{f.Message.VI, f.Message.EN, f.Mend.VI, f.Mend.EN} {
		if s == "" || strings.Contains(s, "%!") {
			t.Errorf("%s: a sentence is missing or broken: %+v", f.Rule, f)
		}
	}
}

func read(t *testing.T, r io.Reader, name string, opts Options) (o outcome) {
	t.Helper()
	reader, err := Open(r, name, opts)
	if err != nil {
		o.fatal = ruleOf(t, err)
		return o
	}
	return drain(t, reader)
}

// drain gives everything a reader has.
func drain(t *testing.T, reader Reader) (o outcome) {
	t.Helper()
	var rec Record
	for {
		err := reader.Next(&rec)
		o.columns, o.meta = reader.Columns(), reader.Metadata()
		var row *RowError
		switch {
		case err == nil:
			values := make([]string, 0, rec.Len())
			for i := range rec.Len() {
				v, ok := rec.At(i)
				if !ok {
					v = "–"
				}
				values = append(values, v)
			}
			o.good = append(o.good, fmt.Sprintf("%d:%s", rec.Row, strings.Join(values, "|")))
			for _, w := range rec.Warnings {
				checkFault(t, w)
				o.warnings = append(o.warnings, fmt.Sprintf("%d %s", w.Row, w.Rule))
			}
		case errors.As(err, &row):
			for _, f := range row.Faults {
				checkFault(t, f)
				if f.Row != row.Row || f.Severity != registry.SeverityError {
					t.Errorf("fault of row %d: %+v", row.Row, f)
				}
				o.bad = append(o.bad, fmt.Sprintf("%d %s", f.Row, f.Rule))
			}
		default:
			if again := reader.Next(&rec); again != err {
				t.Errorf("after %v Next gives %v", err, again)
			}
			if err != io.EOF {
				o.fatal = ruleOf(t, err)
			}
			return o
		}
	}
}

// small limits, so that a fixture can reach each.
var small = Options{Limits: Limits{
	FileBytes: 4000, Rows: 5, Columns: 4, CellBytes: 20, RecordBytes: 100,
	KeyBytes: 12, FeatureBytes: 300, Vertices: 6, Depth: 4,
}}

func feature(geometry, properties string) string {
	return `{"type":"Feature","geometry":` + geometry + `,"properties":` + properties + `}`
}

func collection(features ...string) string {
	return `{"type":"FeatureCollection","features":[` + strings.Join(features, ",") + `]}`
}

const point = `{"type":"Point","coordinates":[1,2]}`

// TestRules has one fixture for each rule; what is expected stands beside it.
func TestRules(t *testing.T) {
	t.Parallel()
	geometryOf := func(g string) string { return collection(feature(point, `{}`), feature(g, `{}`), feature(point, `{}`)) }
	for _, c := range []struct {
		name, file string
		want       outcome
	}{
		{"empty", "", outcome{fatal: RuleFileEmpty}},
		{"only white space", " \r\n\n", outcome{fatal: RuleFileEmpty}},
		{"only delimiters", ",,\n1,2,3\n", outcome{fatal: RuleFileEmpty}},
		{"zeros", "\x00\x00\x00", outcome{fatal: RuleFileNUL}},
		{"zero in a cell", "a,b\n1,2\n3,\x00\n", outcome{fatal: RuleFileNUL}},
		{"workbook", "PK\x03\x04\x14\x00\x06\x00", outcome{fatal: RuleFileFormat}},
		{"old workbook", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", outcome{fatal: RuleFileFormat}},
		{"web page", "<!DOCTYPE html><html>", outcome{fatal: RuleFileFormat}},
		{"windows-1252", "navn\nN\xf8rreg\xe5rd\n", outcome{fatal: RuleTextEncoding}},
		{"cut in a character", "a\n\xe1\xba", outcome{fatal: RuleTextEncoding}},
		{"half of a surrogate pair", "\xff\xfea\x00\n\x00\x00\xd8b\x00", outcome{fatal: RuleTextEncoding}},
		{"too large", "a\n" + strings.Repeat("x\n", 2500), outcome{fatal: RuleLimitBytes}},

		{"duplicate column", "Tên,x,TÊN\n1,2,3\n", outcome{fatal: RuleCSVHeaderDuplicate}},
		{"duplicate by tone placement", "Xã Hòa,Xã Hoà\n1,2\n", outcome{fatal: RuleCSVHeaderDuplicate}},
		{"macintosh", "a,b\r1,2\r3,4\r", outcome{fatal: RuleCSVNewline}},
		{"many columns", "a,b,c,d,e\n", outcome{fatal: RuleLimitColumns}},
		{"long column name", "abcdefghijklm,b\n", outcome{fatal: RuleLimitKey}},
		{"number of cells", "a,b\n1\n1,2\n1,2,3\n", outcome{good: []string{"3:1|2"}, bad: []string{"2 csv.columns", "4 csv.columns"}}},
		{"text behind a quote", "a,b\n\"1\"x,2\n1,2\n\"1\n\" x,\n3,4\n", outcome{good: []string{"3:1|2", "6:3|4"}, bad: []string{"2 csv.quote", "4 csv.quote"}}},
		{"unclosed quote", "a,b\n1,2\n3,\"4\n5,6\n", outcome{good: []string{"2:1|2"}, fatal: RuleCSVQuote}},
		{"unclosed quote in a long file", "a,b\n1,2\n3,\"4\n" + strings.Repeat("5,6\n", 20), outcome{good: []string{"2:1|2"}, fatal: RuleCSVQuote}},
		{"long cell", "a,b\n" + strings.Repeat("x", 21) + ",1\n1,2\n", outcome{good: []string{"3:1|2"}, bad: []string{"2 limit.cell"}}},
		{"many rows", "a\n1\n2\n3\n4\n5\n6\n", outcome{good: []string{"2:1", "3:2", "4:3", "5:4", "6:5"}, fatal: RuleLimitRows}},
		{"many blank lines", "a\n\n\n\n\n\n\n1\n", outcome{fatal: RuleLimitRows}},

		{"truncated", `{"type":"FeatureCollection","features":[` + feature(point, `{"a":1}`) + `,{"type":"Fea`, outcome{good: []string{"1:1"}, fatal: RuleJSONTruncated}},
		{"truncated behind the features", strings.TrimSuffix(collection(feature(point, `{"a":1}`)), "}"), outcome{good: []string{"1:1"}, fatal: RuleJSONTruncated}},
		{"syntax", collection(feature(point, `{"a":1}`), feature(point, `{"a":01}`)), outcome{good: []string{"1:1"}, fatal: RuleJSONSyntax}},
		{"comma behind the last", collection(feature(point, `{"a":[1,]}`)), outcome{fatal: RuleJSONSyntax}},
		{"control character in a string", collection(feature(point, "{\"a\":\"\n\"}")), outcome{fatal: RuleJSONSyntax}},
		{"unknown escape", collection(feature(point, `{"a":"\x"}`)), outcome{fatal: RuleJSONSyntax}},
		{"something behind", collection(feature(point, `{"a":1}`)) + "x", outcome{good: []string{"1:1"}, fatal: RuleJSONSyntax}},
		{"features twice", `{"features":[],"type":"FeatureCollection","features":[]}`, outcome{fatal: RuleJSONSyntax}},
		{"deep", collection(feature(point, `{"a":[[[[[1]]]]]}`)), outcome{fatal: RuleJSONDepth}},
		{"deep foreign member", `{"x":[[[[[1]]]]],` + collection()[1:], outcome{fatal: RuleJSONDepth}},
		{"nan", collection(feature(point, `{"a":NaN}`), feature(point, `{"a":-Infinity}`), feature(point, `{"a":[Infinity]}`), feature(point, `{"a":1}`)),
			outcome{good: []string{"4:1"}, bad: []string{"1 json.nan", "2 json.nan", "3 json.nan"}}},
		{"nul in a string", collection(feature(point, `{"a":"\u0000"}`), feature(point, `{"a":1}`)), outcome{good: []string{"2:1"}, bad: []string{"1 text.nul"}}},

		{"bare geometry", point, outcome{fatal: RuleGeoJSONType}},
		{"bare geometry, coordinates first", `{"coordinates":[[1,2],[3,4]],"type":"LineString"}`, outcome{fatal: RuleGeoJSONType}},
		{"no type", `{}`, outcome{fatal: RuleGeoJSONType}},
		{"no features", `{"type":"FeatureCollection"}`, outcome{fatal: RuleGeoJSONType}},
		{"features of no collection", `{"type":"Topology","features":[]}`, outcome{fatal: RuleGeoJSONType}},
		{"array of features", `[` + feature(point, `{}`) + `]`, outcome{fatal: RuleGeoJSONType}},
		{"geometry among the features", collection(point, feature(point, `{"a":1}`), `null`, `7`), outcome{good: []string{"2:1"}, bad: []string{"1 geojson.type", "3 geojson.type", "4 geojson.type"}}},
		{"properties no object", collection(feature(point, `[1]`), feature(point, `null`)), outcome{good: []string{"2:"}, bad: []string{"1 geojson.type"}}},
		{"crs behind the features", `{"type":"FeatureCollection","features":[],"crs":{"type":"name","properties":{"name":"EPSG:5897"}}}`, outcome{fatal: RuleGeoJSONCRS}},
		{"crs of one feature", collection(`{"type":"Feature","crs":{"type":"name","properties":{"name":"EPSG:5897"}},"geometry":null}`), outcome{bad: []string{"1 geojson.crs"}}},

		{"no coordinates", geometryOf(`{"type":"Point"}`), outcome{good: []string{"1:", "3:"}, bad: []string{"2 geometry.empty"}}},
		{"empty point", geometryOf(`{"type":"Point","coordinates":[]}`), outcome{good: []string{"1:", "3:"}, bad: []string{"2 geometry.empty"}}},
		{"null coordinates", geometryOf(`{"type":"Point","coordinates":null}`), outcome{good: []string{"1:", "3:"}, bad: []string{"2 geometry.empty"}}},
		{"empty ring", geometryOf(`{"type":"Polygon","coordinates":[[]]}`), outcome{good: []string{"1:", "3:"}, bad: []string{"2 geometry.empty"}}},
		{"geometry collection", geometryOf(`{"type":"GeometryCollection","geometries":[` + point + `]}`), outcome{good: []string{"1:", "3:"}, bad: []string{"2 geometry.type"}}},
		{"unknown type", geometryOf(`{"type":"Circle","coordinates":[1,2]}`), outcome{good: []string{"1:", "3:"}, bad: []string{"2 geometry.type"}}},
		{"too shallow", geometryOf(`{"type":"LineString","coordinates":[1,2]}`), outcome{good: []string{"1:", "3:"}, bad: []string{"2 geometry.type"}}},
		{"too deep", geometryOf(`{"type":"MultiPolygon","coordinates":[[[[[1,2]]]]]}`), outcome{good: []string{"1:", "3:"}, bad: []string{"2 geometry.type"}}},
		{"uneven", geometryOf(`{"type":"LineString","coordinates":[[1,2],3]}`), outcome{good: []string{"1:", "3:"}, bad: []string{"2 geometry.type"}}},
		{"text for a number", geometryOf(`{"type":"Point","coordinates":["1","2"]}`), outcome{good: []string{"1:", "3:"}, bad: []string{"2 geometry.type"}}},
		{"geometry no object", geometryOf(`"POINT(1 2)"`), outcome{good: []string{"1:", "3:"}, bad: []string{"2 geometry.type"}}},
		{"one ordinate", geometryOf(`{"type":"Point","coordinates":[1]}`), outcome{good: []string{"1:", "3:"}, bad: []string{"2 geometry.short"}}},
		{"line of one place", geometryOf(`{"type":"LineString","coordinates":[[1,2],[1,2]]}`), outcome{good: []string{"1:", "3:"}, bad: []string{"2 geometry.short"}}},
		{"ring of three", geometryOf(`{"type":"Polygon","coordinates":[[[0,0],[1,1],[0,0]]]}`), outcome{good: []string{"1:", "3:"}, bad: []string{"2 geometry.short"}}},
		{"open ring", geometryOf(`{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,1]]]]}`), outcome{good: []string{"1:", "3:"}, bad: []string{"2 geometry.ring-open"}}},
		{"nan ordinate", geometryOf(`{"type":"Point","coordinates":[NaN,2]}`), outcome{good: []string{"1:", "3:"}, bad: []string{"2 geometry.nan"}}},
		{"infinite ordinate", geometryOf(`{"type":"Point","coordinates":[1,-Infinity]}`), outcome{good: []string{"1:", "3:"}, bad: []string{"2 geometry.nan"}}},
		{"huge ordinate", geometryOf(`{"type":"Point","coordinates":[1e999,2]}`), outcome{good: []string{"1:", "3:"}, bad: []string{"2 geometry.nan"}}},
		{"null ordinate", geometryOf(`{"type":"Point","coordinates":[null,2]}`), outcome{good: []string{"1:", "3:"}, bad: []string{"2 geometry.nan"}}},
		{"heights", collection(feature(`{"type":"Point","coordinates":[1,2,3]}`, `{}`), feature(`{"type":"Point","coordinates":[1,2,3]}`, `{}`)), outcome{good: []string{"1:", "2:"}, warnings: []string{"1 geometry.z"}}},
		{"many vertices", geometryOf(`{"type":"MultiPoint","coordinates":[[1,2],[1,2],[1,2],[1,2],[1,2],[1,2],[1,2]]}`), outcome{good: []string{"1:", "3:"}, bad: []string{"2 limit.vertices"}}},
		{"many features", collection(strings.Split(strings.Repeat(`{"type":"Feature"} `, 6), " ")[:6]...), outcome{good: []string{"1:", "2:", "3:", "4:", "5:"}, fatal: RuleLimitRows}},
		{"many properties", collection(feature(point, `{"a":1,"b":1,"c":1}`), feature(point, `{"d":1,"e":1}`)), outcome{good: []string{"1:1|1|1"}, fatal: RuleLimitColumns}},
		{"long property", collection(feature(point, `{"a":"`+strings.Repeat("x", 21)+`"}`), feature(point, `{"a":[`+strings.Repeat("1,", 20)+`1]}`)), outcome{bad: []string{"1 limit.cell", "2 limit.cell"}}},
		{"long property name", collection(feature(point, `{"abcdefghijklm":1,"b":2}`)), outcome{bad: []string{"1 limit.key"}}},
		{"long number", collection(feature(point, `{"a":`+strings.Repeat("1", MaxNumberBytes+1)+`}`)), outcome{bad: []string{"1 limit.number"}}},

		{"bad line", feature(point, `{"a":1}`) + "\n" + `{"type":"Feature","properties":{"a"` + "\nxyz\n" + feature(point, `{"a":4}`), outcome{good: []string{"1:1", "4:4"}, bad: []string{"2 json.syntax", "3 json.syntax"}}},
		{"bad text of a sequence", "\x1e" + feature(point, `{"a":1}`) + "\n\x1e{\"type\":\n\n!\n\x1e" + feature(point, `{"a":3}`) + "\n", outcome{good: []string{"1:1", "3:3"}, bad: []string{"2 json.syntax"}}},
		{"collection on a line", feature(point, `{"a":1}`) + "\n" + collection() + "\n", outcome{good: []string{"1:1"}, bad: []string{"2 geojson.type"}}},
		{"bad first line", point + "\n" + feature(point, `{"a":2}`), outcome{good: []string{"2:2"}, bad: []string{"1 geojson.type"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := read(t, strings.NewReader(c.file), "tệp", small)
			if c.name == "array of features" {
				got = read(t, strings.NewReader(c.file), "tệp.geojson", small)
			}
			got.meta, got.columns = Metadata{}, nil
			if diff := cmp.Diff(c.want, got, cmp.AllowUnexported(outcome{})); diff != "" {
				t.Error(diff)
			}
			if len(c.want.bad) == 0 && c.want.fatal == "" && len(c.want.warnings) == 0 {
				t.Error("the fixture expects nothing")
			}
		})
	}
}

// Limits that need more than the small file size.
func TestSizeLimits(t *testing.T) {
	t.Parallel()
	opts := small
	opts.Limits.FileBytes = 1 << 20
	for rule, file := range map[string]string{
		RuleLimitRecord:  "a\n1\n" + strings.Repeat("x", 3*windowBytes),
		RuleLimitFeature: collection(feature(point, `{"a":1}`), `{"type":"Feature","x":"`+strings.Repeat("x", 3*windowBytes)+`"}`),
	} {
		if got := read(t, strings.NewReader(file), "x", opts); got.fatal != rule || len(got.good) != 1 {
			t.Errorf("%s: %+v", rule, got)
		}
	}
	if got := read(t, strings.NewReader(collection()+strings.Repeat(" ", 3*windowBytes)), "x", opts); got.fatal != RuleLimitFeature {
		t.Errorf("white space behind the collection: %+v", got)
	}
}

// endless gives the same byte for ever and counts what was taken.
type endless struct {
	head string
	b    byte
	n    int
}

func (e *endless) Read(p []byte) (int, error) {
	n := copy(p, e.head)
	e.head = e.head[n:]
	for i := n; i < len(p); i++ {
		p[i] = e.b
	}
	e.n += len(p)
	return len(p), nil
}

func TestEndlessInput(t *testing.T) {
	t.Parallel()
	// The constant itself would only take longer.
	const featureBytes = 2 << 20
	opts := Options{Limits: Limits{FeatureBytes: featureBytes}}
	for _, c := range []struct {
		name  string
		head  string
		b     byte
		rule  string
		bytes int
	}{
		{"zeros", "", 0, RuleFileNUL, 1 << 20},
		{"zeros in a line", "a,b\n1,", 0, RuleFileNUL, 1 << 20},
		{"zeros in a string", `{"type":"`, 0, RuleFileNUL, 1 << 20},
		{"one line", "a,b\n1,2\n", 'x', RuleLimitRecord, 3 * MaxRecordBytes},
		{"one header", "", 'x', RuleLimitRecord, 3 * MaxRecordBytes},
		{"one quoted cell", "a,b\n1,\"", 'x', RuleLimitRecord, 3 * MaxRecordBytes},
		{"one quoted cell of many lines", "a,b\n1,\"", '\n', RuleCSVQuote, 1 << 20},
		{"quotation marks", "a,b\n1,\"", '"', RuleLimitRecord, 3 * MaxRecordBytes},
		{"delimiters", "a,b\n1,", ',', RuleLimitRecord, 3 * MaxRecordBytes},
		{"line ends", "a,b\n", '\n', RuleLimitRows, 2*MaxRows + 1<<20},
		{"a string", `{"type":"Feature","id":"`, 'x', RuleLimitFeature, 2 * featureBytes},
		{"a key", `{"`, 'x', RuleLimitFeature, 2 * featureBytes},
		{"white space", `{`, ' ', RuleLimitFeature, 2 * featureBytes},
		{"brackets", `{"type":"Feature","x":`, '[', RuleJSONDepth, 1 << 20},
		{"brackets in coordinates", `{"type":"Feature","geometry":{"coordinates":`, '[', RuleJSONDepth, 1 << 20},
		{"a number", `{"type":"Feature","x":`, '1', RuleLimitFeature, 2 * featureBytes},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			source := &endless{head: c.head, b: c.b}
			got := read(t, source, "x", opts)
			if got.fatal != c.rule || source.n > c.bytes {
				t.Errorf("%q after %d bytes, want %q within %d", got.fatal, source.n, c.rule, c.bytes)
			}
		})
	}
}

func TestSourceErrorIsPassedOn(t *testing.T) {
	t.Parallel()
	broken := errors.New("connection lost")
	for _, head := range []string{"a,b\n1,2\n3,", `{"type":"FeatureCollection","features":[`} {
		if _, err := Open(io.MultiReader(strings.NewReader(head), failing{broken}), "x", Options{}); !errors.Is(err, broken) {
			t.Errorf("%q: %v", head, err)
		}
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }
