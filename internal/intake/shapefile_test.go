package intake

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"github.com/hatangso/hatangso/internal/registry"
)

// shapesOf makes a .shp and its .shx of the contents of its records.
func shapesOf(contents ...[]byte) (shp, shx string) {
	header := func(length int) []byte {
		b := make([]byte, 100)
		copy(b, shapefileMagic)
		binary.BigEndian.PutUint32(b[24:], uint32(length/2))
		binary.LittleEndian.PutUint32(b[28:], 1000)
		return b
	}
	var body, index []byte
	for i, content := range contents {
		index = binary.BigEndian.AppendUint32(index, uint32((100+len(body))/2))
		index = binary.BigEndian.AppendUint32(index, uint32(len(content)/2))
		body = binary.BigEndian.AppendUint32(body, uint32(i+1))
		body = append(binary.BigEndian.AppendUint32(body, uint32(len(content)/2)), content...)
	}
	return string(append(header(100+len(body)), body...)), string(append(header(100+len(index)), index...))
}

func floats(b []byte, values ...float64) []byte {
	for _, v := range values {
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(v))
	}
	return b
}

// shapeOf makes the content of a record; more stands behind the positions, as
// heights and measures do.
func shapeOf(kind uint32, more int, parts ...[]orb.Point) []byte {
	b := binary.LittleEndian.AppendUint32(nil, kind)
	plain := kind % 10
	if plain == shapePoint {
		return append(floats(b, parts[0][0][0], parts[0][0][1]), make([]byte, more)...)
	}
	b = floats(b, 0, 0, 0, 0)
	n := 0
	var starts []byte
	for _, p := range parts {
		starts = binary.LittleEndian.AppendUint32(starts, uint32(n))
		n += len(p)
	}
	if plain != shapeMultiPoint {
		b = binary.LittleEndian.AppendUint32(b, uint32(len(parts)))
	} else {
		starts = nil
	}
	b = append(binary.LittleEndian.AppendUint32(b, uint32(n)), starts...)
	for _, p := range slices.Concat(parts...) {
		b = floats(b, p[0], p[1])
	}
	return append(b, make([]byte, more)...)
}

// tableOf makes a .dbf; a column is a name, a type and a width, a row its mark of
// deletion and its cells with bars between.
func tableOf(columns []string, rows ...string) string {
	b := make([]byte, 32)
	b[0] = 3
	width := 1
	widths := []int{1}
	var fields []byte
	for _, c := range columns {
		parts := strings.Split(c, ":")
		f := make([]byte, 32)
		copy(f[:11], parts[0])
		f[11] = parts[1][0]
		fmt.Sscan(parts[2], &f[16])
		width += int(f[16])
		widths = append(widths, int(f[16]))
		fields = append(fields, f...)
	}
	binary.LittleEndian.PutUint32(b[4:], uint32(len(rows)))
	binary.LittleEndian.PutUint16(b[8:], uint16(32+len(fields)+1))
	binary.LittleEndian.PutUint16(b[10:], uint16(width))
	b = append(append(b, fields...), '\r')
	for _, row := range rows {
		cells := strings.Split(row, "|")
		for i, w := range widths {
			cell := ""
			if i < len(cells) {
				cell = cells[i]
			}
			b = append(b, (cell + strings.Repeat(" ", w))[:w]...)
		}
	}
	return string(append(b, 0x1a))
}

const (
	prj105 = `PROJCS["VN_2000_TM_3_105_45",GEOGCS["GCS_VN_2000",DATUM["D_Vietnam_2000",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],` +
		`PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",105.75],PARAMETER["Scale_Factor",0.9999],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`
	prjWGS84 = `GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]`
)

// layerOf is a set of two poles, a deleted one between.
func layerOf() map[string]string {
	shp, shx := shapesOf(shapeOf(1, 0, []orb.Point{{580000, 2300000}}), shapeOf(0, 0, []orb.Point{{0, 0}})[:4], shapeOf(11, 8, []orb.Point{{580010, 2300000}}))
	return map[string]string{"p/cột.shp": shp, "p/cột.shx": shx, "p/cột.prj": prj105, "p/cột.cpg": "UTF-8",
		"p/cột.dbf": tableOf([]string{"ma:C:6", "cao:N:6", "ngay:D:8", "co:L:1", "x:F:4"}, " |C1|7.50|20250701|T", "*|C2", " |Đ3|******|00000000|?|9.")}
}

func TestShapefile(t *testing.T) {
	t.Parallel()
	want := outcome{columns: []string{"ma", "cao", "ngay", "co", "x"}, good: []string{"1:C1|7.50|20250701|true|–", "3:Đ3|–|–|–|9."}, warnings: []string{"3 geometry.z"}}
	with := func(change func(parts map[string]string)) map[string]string {
		parts := layerOf()
		change(parts)
		return parts
	}
	for _, c := range []struct {
		name  string
		parts map[string]string
		opts  Options
		want  outcome
	}{
		{"as it is", layerOf(), Options{}, want},
		{"upper case, with a path that leads out", func() map[string]string {
			out := map[string]string{"../../etc/x.txt": "", "__MACOSX/p/._cột.shp": ""}
			for name, content := range layerOf() {
				out[strings.ToUpper(name)] = content
			}
			return out
		}(), Options{}, want},
		{"without an index", with(func(p map[string]string) { delete(p, "p/cột.shx") }), Options{}, want},
		{"by name", with(func(p map[string]string) { p["other.shp"] = "" }), Options{Layer: "Cột"}, want},
		{"two layers", with(func(p map[string]string) { p["other.shp"] = "" }), Options{}, outcome{fatal: RuleShapefileParts}},
		{"no table", with(func(p map[string]string) { delete(p, "p/cột.dbf") }), Options{}, outcome{fatal: RuleShapefileParts}},
		{"an unknown encoding", with(func(p map[string]string) { p["p/cột.cpg"] = "TCVN3" }), Options{}, outcome{fatal: RuleShapefileCharset}},
		{"shapes cut short", with(func(p map[string]string) { p["p/cột.shp"] = p["p/cột.shp"][:150] }), Options{}, outcome{fatal: RuleShapefileTruncated}},
		{"table cut short", with(func(p map[string]string) { p["p/cột.dbf"] = p["p/cột.dbf"][:240] }), Options{}, outcome{fatal: RuleShapefileTruncated}},
		{"header cut short", with(func(p map[string]string) { p["p/cột.dbf"] = p["p/cột.dbf"][:20] }), Options{}, outcome{fatal: RuleShapefileTruncated}},
		{"too many rows", layerOf(), Options{Limits: Limits{Rows: 2}}, outcome{fatal: RuleLimitRows}},
		{"too many columns", layerOf(), Options{Limits: Limits{Columns: 2}}, outcome{fatal: RuleLimitColumns}},
		{"more rows than shapes", with(func(p map[string]string) {
			p["p/cột.shp"], p["p/cột.shx"] = shapesOf(shapeOf(1, 0, []orb.Point{{580000, 2300000}}))
		}), Options{}, outcome{columns: want.columns, good: want.good[:1], fatal: RuleShapefileTruncated}},
		{"out of order", with(func(p map[string]string) {
			b := []byte(p["p/cột.shx"])
			first := slices.Clone(b[100:108])
			copy(b[100:], b[116:124])
			copy(b[116:], first)
			p["p/cột.shx"] = string(b)
		}), Options{}, outcome{columns: want.columns, good: []string{want.good[0]}, warnings: []string{"1 geometry.z"}, fatal: RuleShapefileOrder}},
		{"not the encoding", with(func(p map[string]string) {
			p["p/cột.dbf"] = strings.Replace(p["p/cột.dbf"], "Đ3", "\xd03 ", 1)
		}), Options{}, outcome{columns: want.columns, good: want.good[:1], bad: []string{"3 text.encoding"}}},
		{"two columns of one name", with(func(p map[string]string) {
			p["p/cột.dbf"] = tableOf([]string{"a:C:1", "A:C:1"})
		}), Options{}, outcome{fatal: RuleCSVHeaderDuplicate}},
		{"a column beyond the record", with(func(p map[string]string) {
			b := []byte(p["p/cột.dbf"])
			b[32+16] = 200
			p["p/cột.dbf"] = string(b)
		}), Options{}, outcome{fatal: RuleShapefileCorrupt}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, readAt(t, packed(t, c.parts), "x.zip", c.opts), cmp.AllowUnexported(outcome{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// A .shp is read with the files beside it.
func TestShapefileBesideItsParts(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, content := range layerOf() {
		name = strings.Replace(filepath.Base(name), ".dbf", ".DBF", 1)
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	f, err := os.Open(filepath.Join(dir, "cột.shp"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	reader, err := OpenFile(f, f, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(Metadata{Format: FormatShapefile, Encoding: "UTF-8", CRSName: "EPSG:9210"}, reader.Metadata()); diff != "" {
		t.Error(diff)
	}
	if got := drain(t, reader); len(got.good) != 2 || got.fatal != "" {
		t.Errorf("%+v", got)
	}
}

// Every type of shape, with heights and measures, without, and broken.
func TestShapeRecords(t *testing.T) {
	t.Parallel()
	line := []orb.Point{{0, 0}, {1, 1}}
	outer, hole := []orb.Point{{0, 0}, {0, 4}, {4, 4}, {4, 0}, {0, 0}}, []orb.Point{{1, 1}, {2, 1}, {2, 2}, {1, 1}}
	second := []orb.Point{{10, 0}, {10, 4}, {14, 4}, {10, 0}}
	for _, c := range []struct {
		name    string
		content []byte
		want    orb.Geometry
		heights bool
		rule    string
	}{
		{"null", shapeOf(0, 0, line)[:4], nil, false, ""},
		{"point", shapeOf(1, 0, line), orb.Point{0, 0}, false, ""},
		{"no point", shapeOf(1, 0, []orb.Point{{math.NaN(), math.NaN()}}), nil, false, ""},
		{"point with height", shapeOf(11, 16, line), orb.Point{0, 0}, true, ""},
		{"point with height, no measure", shapeOf(11, 8, line), orb.Point{0, 0}, true, ""},
		{"point with measure", shapeOf(21, 8, line), orb.Point{0, 0}, false, ""},
		{"points", shapeOf(8, 0, line), orb.MultiPoint(line), false, ""},
		{"line", shapeOf(3, 0, line), orb.LineString(line), false, ""},
		{"line with heights, no measures", shapeOf(13, 32, line), orb.LineString(line), true, ""},
		{"lines", shapeOf(3, 0, line, line), orb.MultiLineString{line, line}, false, ""},
		{"polygon with a hole", shapeOf(5, 0, outer, hole), orb.Polygon{outer, hole}, false, ""},
		{"hole first, two polygons", shapeOf(15, 0, hole, second, outer), orb.MultiPolygon{{second}, {outer, hole}}, true, ""},
		{"the wrong way round", shapeOf(5, 0, hole), orb.Polygon{hole}, false, ""},
		{"a hole in nothing", shapeOf(5, 0, second, hole), orb.MultiPolygon{{second}, {hole}}, false, ""},
		{"no positions", shapeOf(3, 0, nil), nil, false, ""},
		{"short", shapeOf(3, 0, line)[:50], nil, false, RuleShapefileCorrupt},
		{"short box", shapeOf(3, 0, line)[:30], nil, false, RuleShapefileCorrupt},
		{"an empty part", shapeOf(3, 0, line, nil), nil, false, RuleShapefileCorrupt},
		{"surfaces", shapeOf(31, 0, line), nil, false, RuleGeometryType},
		{"too many", shapeOf(3, 0, slices.Repeat(line, 4)), nil, false, RuleLimitVertices},
		{"claims more parts than positions", func() []byte {
			b := shapeOf(3, 0, line)
			binary.LittleEndian.PutUint32(b[36:], 1<<31)
			return b
		}(), nil, false, RuleShapefileCorrupt},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := &shapeFile{limit: Limits{Vertices: 7 + len(outer) + len(hole)}}
			if c.rule == RuleLimitVertices {
				s.limit.Vertices = 7
			}
			got := s.shape(c.content)
			rule := ""
			if got.fault != nil {
				checkFault(t, *got.fault)
				rule = got.fault.Rule
			}
			if diff := cmp.Diff(c.want, got.geometry); diff != "" || rule != c.rule || got.heights != c.heights && c.rule == "" {
				t.Errorf("%q heights %t (-want +got):\n%s", rule, got.heights, diff)
			}
		})
	}
}

// A gap that an editor has left between shapes is passed over.
func TestShapefileGap(t *testing.T) {
	t.Parallel()
	shp, shx := shapesOf(shapeOf(1, 0, []orb.Point{{1, 1}}), shapeOf(1, 0, []orb.Point{{2, 2}}), shapeOf(1, 0, []orb.Point{{3, 3}}))
	shx = shx[:108] + shx[116:]
	s, err := openShapes(&part{io.NopCloser(strings.NewReader(shp)), int64(len(shp))}, &part{io.NopCloser(strings.NewReader(shx)), int64(len(shx))}, Limits{}.withDefaults())
	if err != nil {
		t.Fatal(err)
	}
	var got []orb.Geometry
	for {
		shape, err := s.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, shape.geometry)
	}
	if diff := cmp.Diff([]orb.Geometry{orb.Point{1, 1}, orb.Point{3, 3}}, got); diff != "" {
		t.Error(diff)
	}
}

// Windows-1258 writes tones apart from their letters.
func TestShapefileWindows1258(t *testing.T) {
	t.Parallel()
	const name = "Đường Trần Phú"
	// tones apart, circumflex and horn on the letter, as the encoding has them
	apart := strings.NewReplacer("ờ", "ơ\u0300", "ầ", "â\u0300", "ú", "u\u0301").Replace(name)
	raw, err := charmap.Windows1258.NewEncoder().String(apart)
	if err != nil || raw == apart || norm.NFC.String(apart) != name {
		t.Fatalf("%q %v", raw, err)
	}
	parts := layerOf()
	parts["p/cột.cpg"] = "ANSI 1258\r\n"
	parts["p/cột.dbf"] = tableOf([]string{"ten:C:30"}, " |"+raw, "*", " |x")
	got := readAt(t, packed(t, parts), "x.zip", Options{})
	if diff := cmp.Diff([]string{"1:" + name, "3:x"}, got.good); diff != "" {
		t.Error(diff)
	}
}

func TestPRJ(t *testing.T) {
	t.Parallel()
	change := func(pairs ...string) string { return strings.NewReplacer(pairs...).Replace(prj105) }
	for text, want := range map[string]string{
		"":                         "",
		prj105:                     "EPSG:9210",
		prjWGS84:                   "EPSG:4326",
		change("105.75", "107.75"): "EPSG:5899",
		change("105.75", "105", "0.9999", "0.9996"):                    "EPSG:3405",
		change("D_Vietnam_2000", "Vietnam 2000"):                       "EPSG:9210",
		change("D_Vietnam_2000", "unknown"):                            "EPSG:9210",
		change("D_Vietnam_2000", "D_WGS_1984"):                         "VN_2000_TM_3_105_45",
		change("D_Vietnam_2000", "unknown", "0.9999", "0.9996"):        "VN_2000_TM_3_105_45",
		change("0.9999", "0.9998"):                                     "VN_2000_TM_3_105_45",
		change("500000.0", "0.0"):                                      "VN_2000_TM_3_105_45",
		change("Transverse_Mercator", "Lambert_Conformal_Conic"):       "VN_2000_TM_3_105_45",
		strings.TrimSuffix(prj105, "]") + `,AUTHORITY["EPSG","5897"]]`: "EPSG:5897",
		strings.ReplaceAll(prjWGS84, "D_WGS_1984", "D_Vietnam_2000"):   "EPSG:4756",
		strings.ReplaceAll(prjWGS84, "D_WGS_1984", "Indian_1960"):      "GCS_WGS_1984",
		`COMPD_CS["x"]`: `COMPD_CS["x"]`,
	} {
		if got := crsOfPRJ(text); got != want {
			t.Errorf("%s is %q, want %q", text, got, want)
		}
	}
}

// A shapefile becomes rows: names of ten bytes are matched by their beginning
// where it means one field, positions by the .prj.
func TestShapefileRows(t *testing.T) {
	t.Parallel()
	parts := layerOf()
	parts["p/cột.dbf"] = tableOf([]string{"code:C:4", "declared_c:C:20", "operating_:D:8", "CHIEU_CAO:N:6", "clearance_:N:4"},
		" |C1|Kim Bảng|20250701|  7.50| 5.5", "*", " |C2")
	file := filepath.Join(t.TempDir(), "x.zip")
	if err := os.WriteFile(file, packed(t, parts), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	reader, err := OpenFile(f, f, Options{})
	if err != nil {
		t.Fatal(err)
	}
	rows, err := NewRows(reader, registry.PoleNoun, shipped(t), RowOptions{})
	if err != nil {
		t.Fatal(err)
	}
	var row registry.Row
	if err := rows.Next(&row); err != nil || len(row.Faults) > 0 {
		t.Fatalf("%v %+v", err, row.Faults)
	}
	pole := row.Record.(*registry.Pole)
	at, _ := pole.Geometry.Geometry.(orb.Point)
	if pole.Code != "C1" || pole.DeclaredCommune == nil || *pole.DeclaredCommune != "Kim Bảng" || pole.OperatingFrom != nil ||
		pole.HeightM == nil || *pole.HeightM != 7.5 || pole.ClearanceM == nil || math.Abs(at[0]-106.52) > 0.01 || math.Abs(at[1]-20.79) > 0.02 {
		t.Errorf("%+v at %v", pole, at)
	}
	if diff := cmp.Diff([]string{"operating_"}, rows.Ignored()); diff != "" {
		t.Error(diff)
	}
	if headers := rows.Headers(); headers["geometry"] != "geometry" || headers["declared_commune"] != "declared_c" {
		t.Errorf("%v", slices.Sorted(maps.Keys(headers)))
	}
}

// Whatever the bytes, reading ends with an answer.
func FuzzShapefile(f *testing.F) {
	for _, name := range []string{".shp", ".shx", ".dbf", ".prj", ".cpg"} {
		f.Add(name, 120, byte(255))
	}
	f.Fuzz(func(t *testing.T, name string, at int, value byte) {
		parts := layerOf()
		content, ok := parts["p/cột"+name]
		if !ok || len(content) == 0 {
			return
		}
		b := []byte(content)
		b[uint(at)%uint(len(b))] = value
		parts["p/cột"+name] = string(b)
		reader, err := openShapefile(func(extension string) (part, error) {
			content, ok := parts["p/cột"+extension]
			if !ok {
				return part{}, nil
			}
			return part{io.NopCloser(bytes.NewReader([]byte(content))), int64(len(content))}, nil
		}, small.Limits.withDefaults())
		if err != nil {
			ruleOf(t, err)
			return
		}
		drain(t, reader)
	})
}
