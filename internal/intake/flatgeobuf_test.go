package intake

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"testing"

	"github.com/gogama/flatgeobuf/flatgeobuf/flat"
	flatbuffers "github.com/google/flatbuffers/go"
	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// flatFile is a FlatGeobuf file of another's making: no index, a column of
// every type, features as they come.
type flatFile struct {
	count    uint64
	geometry flat.GeometryType
	crs      int32
	node     uint16
}

// flatTypes are the columns' types, each named by its number.
var flatTypes = []flat.ColumnType{
	flat.ColumnTypeByte, flat.ColumnTypeUByte, flat.ColumnTypeBool, flat.ColumnTypeShort, flat.ColumnTypeUShort, flat.ColumnTypeInt,
	flat.ColumnTypeUInt, flat.ColumnTypeLong, flat.ColumnTypeULong, flat.ColumnTypeFloat, flat.ColumnTypeDouble, flat.ColumnTypeString,
	flat.ColumnTypeJson, flat.ColumnTypeDateTime, flat.ColumnTypeBinary,
}

func (f flatFile) with(features ...[]byte) []byte {
	b := flatbuffers.NewBuilder(0)
	var columns []flatbuffers.UOffsetT
	for i, kind := range flatTypes {
		name := b.CreateString(string(rune('a' + i)))
		flat.ColumnStart(b)
		flat.ColumnAddName(b, name)
		flat.ColumnAddType(b, kind)
		columns = append(columns, flat.ColumnEnd(b))
	}
	flat.HeaderStartColumnsVector(b, len(columns))
	for i := len(columns) - 1; i >= 0; i-- {
		b.PrependUOffsetT(columns[i])
	}
	vector := b.EndVector(len(columns))
	flat.CrsStart(b)
	flat.CrsAddCode(b, f.crs)
	crs := flat.CrsEnd(b)
	flat.HeaderStart(b)
	flat.HeaderAddColumns(b, vector)
	flat.HeaderAddGeometryType(b, f.geometry)
	flat.HeaderAddFeaturesCount(b, f.count)
	flat.HeaderAddIndexNodeSize(b, f.node)
	flat.HeaderAddCrs(b, crs)
	b.FinishSizePrefixed(flat.HeaderEnd(b))
	return append(append([]byte(flatMagic+"\x00"), b.FinishedBytes()...), bytes.Join(features, nil)...)
}

// flatGeometry is a geometry to be written; parts have no parts.
type flatGeometry struct {
	kind  flat.GeometryType
	xy, z []float64
	ends  []uint32
	parts []flatGeometry
}

func (g flatGeometry) table(b *flatbuffers.Builder) flatbuffers.UOffsetT {
	var parts []flatbuffers.UOffsetT
	for _, p := range g.parts {
		parts = append(parts, p.table(b))
	}
	floats := func(values []float64) flatbuffers.UOffsetT {
		b.StartVector(8, len(values), 8)
		for i := len(values) - 1; i >= 0; i-- {
			b.PrependFloat64(values[i])
		}
		return b.EndVector(len(values))
	}
	xy, z := floats(g.xy), floats(g.z)
	flat.GeometryStartEndsVector(b, len(g.ends))
	for i := len(g.ends) - 1; i >= 0; i-- {
		b.PrependUint32(g.ends[i])
	}
	ends := b.EndVector(len(g.ends))
	flat.GeometryStartPartsVector(b, len(parts))
	for i := len(parts) - 1; i >= 0; i-- {
		b.PrependUOffsetT(parts[i])
	}
	vector := b.EndVector(len(parts))
	flat.GeometryStart(b)
	flat.GeometryAddXy(b, xy)
	flat.GeometryAddZ(b, z)
	flat.GeometryAddEnds(b, ends)
	flat.GeometryAddParts(b, vector)
	flat.GeometryAddType(b, g.kind)
	return flat.GeometryEnd(b)
}

func flatFeatureBytes(g *flatGeometry, properties []byte) []byte {
	b := flatbuffers.NewBuilder(0)
	var geometry flatbuffers.UOffsetT
	if g != nil {
		geometry = g.table(b)
	}
	vector := b.CreateByteVector(properties)
	flat.FeatureStart(b)
	if g != nil {
		flat.FeatureAddGeometry(b, geometry)
	}
	flat.FeatureAddProperties(b, vector)
	b.FinishSizePrefixed(flat.FeatureEnd(b))
	return bytes.Clone(b.FinishedBytes())
}

// flatText is a text property.
func flatText(column uint16, text string) []byte {
	b := binary.LittleEndian.AppendUint16(nil, column)
	return append(binary.LittleEndian.AppendUint32(b, uint32(len(text))), text...)
}

func TestFlatGeobufRows(t *testing.T) {
	t.Parallel()
	le := binary.LittleEndian
	properties := []byte{0, 0, 0xff, 1, 0, 0xff, 2, 0, 1, 3, 0, 0xfe, 0xff, 4, 0, 0xfe, 0xff}
	properties = le.AppendUint32(append(properties, 5, 0), 0xfffffffd)
	properties = le.AppendUint32(append(properties, 6, 0), 0xfffffffd)
	properties = le.AppendUint64(append(properties, 7, 0), math.MaxUint64)
	properties = le.AppendUint64(append(properties, 8, 0), math.MaxUint64)
	properties = le.AppendUint32(append(properties, 9, 0), math.Float32bits(0.1))
	properties = le.AppendUint64(append(properties, 10, 0), math.Float64bits(7))
	properties = append(properties, flatText(11, "Cột điện")...)
	properties = append(properties, flatText(12, `{"a":1}`)...)
	properties = append(properties, flatText(13, "2025-07-01T00:00:00Z")...)
	properties = append(properties, flatText(14, "\x00\xff")...)
	file := flatFile{crs: 9210}.with(
		flatFeatureBytes(&flatGeometry{kind: flat.GeometryTypePoint, xy: []float64{600000, 2300000}, z: []float64{5}}, properties),
		flatFeatureBytes(nil, nil))
	got := read(t, bytes.NewReader(file), "x", Options{})
	want := outcome{
		good: []string{"1:-1|255|true|-2|65534|-3|4294967293|-1|18446744073709551615|0.1|7|Cột điện|{\"a\":1}|2025-07-01T00:00:00Z|–",
			"2:–|–|–|–|–|–|–|–|–|–|–|–|–|–|–"},
		warnings: []string{"1 " + RuleGeometryZ},
	}
	if diff := cmp.Diff(want.good, got.good); diff != "" || !cmp.Equal(want.warnings, got.warnings) || got.fatal != "" {
		t.Errorf("%s\n%v %s", diff, got.warnings, got.fatal)
	}
	if got.meta.CRSName != "EPSG:9210" || got.meta.Format != FormatFlatGeobuf {
		t.Errorf("%+v", got.meta)
	}
}

func TestFlatGeobufGeometries(t *testing.T) {
	t.Parallel()
	ring, hole := []float64{0, 0, 4, 0, 4, 4, 0, 0}, []float64{1, 1, 2, 1, 2, 2, 1, 1}
	for _, c := range []struct {
		g    flatGeometry
		want orb.Geometry
	}{
		{flatGeometry{kind: flat.GeometryTypeMultiPoint, xy: []float64{1, 2, 3, 4}}, orb.MultiPoint{{1, 2}, {3, 4}}},
		{flatGeometry{kind: flat.GeometryTypeLineString, xy: []float64{1, 2, 3, 4}}, orb.LineString{{1, 2}, {3, 4}}},
		{flatGeometry{xy: []float64{1, 2, 3, 4}}, orb.LineString{{1, 2}, {3, 4}}}, // of the file's type
		{flatGeometry{kind: flat.GeometryTypeMultiLineString, xy: []float64{1, 2, 3, 4, 5, 6, 7, 8}, ends: []uint32{2, 4}},
			orb.MultiLineString{{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}}},
		{flatGeometry{kind: flat.GeometryTypePolygon, xy: ring}, orb.Polygon{{{0, 0}, {4, 0}, {4, 4}, {0, 0}}}},
		{flatGeometry{kind: flat.GeometryTypeMultiPolygon, parts: []flatGeometry{{kind: flat.GeometryTypePolygon, xy: append(ring, hole...), ends: []uint32{4, 8}}, {xy: ring}}},
			orb.MultiPolygon{{{{0, 0}, {4, 0}, {4, 4}, {0, 0}}, {{1, 1}, {2, 1}, {2, 2}, {1, 1}}}, {{{0, 0}, {4, 0}, {4, 4}, {0, 0}}}}},
		{flatGeometry{kind: flat.GeometryTypePoint}, nil},
	} {
		r, err := Open(bytes.NewReader(flatFile{geometry: flat.GeometryTypeLineString, count: 1}.with(flatFeatureBytes(&c.g, nil))), "x", Options{})
		if err != nil {
			t.Fatal(err)
		}
		var rec Record
		if err := r.Next(&rec); err != nil {
			t.Errorf("%v: %v", c.want, err)
		}
		if diff := cmp.Diff(c.want, rec.Geometry); diff != "" {
			t.Error(diff)
		}
		if err := r.Next(&rec); !errors.Is(err, io.EOF) {
			t.Errorf("after the last: %v", err)
		}
	}
}

func TestFlatGeobufRefused(t *testing.T) {
	t.Parallel()
	point := flatFeatureBytes(&flatGeometry{kind: flat.GeometryTypePoint, xy: []float64{1, 2}}, nil)
	line := flatFeatureBytes(&flatGeometry{kind: flat.GeometryTypeLineString, xy: make([]float64, 40)}, nil)
	broken := bytes.Clone(point)
	binary.LittleEndian.PutUint32(broken[4:], 1<<30)
	huge := binary.LittleEndian.AppendUint32(nil, 1<<31)
	for name, c := range map[string]struct {
		file  []byte
		opts  Options
		fatal string
		bad   string
	}{
		"only the magic":      {file: []byte(flatMagic + "\x00"), fatal: RuleFlatGeobuf},
		"a header cut short":  {file: flatFile{}.with()[:40], fatal: RuleFlatGeobuf},
		"a header of nothing": {file: []byte(flatMagic + "\x00\x04\x00\x00\x00\xff\xff\xff\x7f"), fatal: RuleFlatGeobuf},
		"a claimed header":    {file: append([]byte(flatMagic+"\x00"), huge...), fatal: RuleLimitFeature},
		"an endless index":    {file: flatFile{count: math.MaxUint64, node: 16}.with(), fatal: RuleFlatGeobuf},
		"an index of nothing": {file: flatFile{count: 5, node: 1}.with(), fatal: RuleFlatGeobuf},
		"an index cut short":  {file: flatFile{count: 5, node: 16}.with(), fatal: RuleFlatGeobuf},
		"fewer than said":     {file: flatFile{count: 5}.with(point), fatal: RuleFlatGeobuf},
		"a claimed feature":   {file: flatFile{}.with(huge), fatal: RuleLimitFeature},
		"cut short":           {file: flatFile{}.with(point[:20]), fatal: RuleFlatGeobuf},
		"too many rows":       {file: flatFile{}.with(point, point, point), opts: Options{Limits: Limits{Rows: 2}}, fatal: RuleLimitRows},
		"too large":           {file: flatFile{}.with(point, point, point), opts: Options{Limits: Limits{FileBytes: 700}}, fatal: RuleLimitBytes},
		"too many columns":    {file: flatFile{}.with(), opts: Options{Limits: Limits{Columns: 3}}, fatal: RuleLimitColumns},
		"pointing elsewhere":  {file: flatFile{}.with(broken), bad: "1 " + RuleFlatGeobuf},
		"no such column":      {file: flatFile{}.with(flatFeatureBytes(nil, flatText(99, "x"))), bad: "1 " + RuleFlatGeobuf},
		"a claimed text":      {file: flatFile{}.with(flatFeatureBytes(nil, flatText(11, "x")[:6])), bad: "1 " + RuleFlatGeobuf},
		"not UTF-8":           {file: flatFile{}.with(flatFeatureBytes(nil, flatText(11, "\xff"))), bad: "1 " + RuleTextEncoding},
		"a NUL":               {file: flatFile{}.with(flatFeatureBytes(nil, flatText(11, "a\x00"))), bad: "1 " + RuleTextNUL},
		"a long text":         {file: flatFile{}.with(flatFeatureBytes(nil, flatText(11, "dài quá"))), opts: Options{Limits: Limits{CellBytes: 5}}, bad: "1 " + RuleLimitCell},
		"many vertices":       {file: flatFile{}.with(line), opts: Options{Limits: Limits{Vertices: 10}}, bad: "1 " + RuleLimitVertices},
		"a curve":             {file: flatFile{}.with(flatFeatureBytes(&flatGeometry{kind: flat.GeometryTypeCircularString, xy: []float64{1, 2}}, nil)), bad: "1 " + RuleGeometryType},
		"ends beyond the end": {file: flatFile{}.with(flatFeatureBytes(&flatGeometry{kind: flat.GeometryTypePolygon, xy: []float64{1, 2}, ends: []uint32{9}}, nil)), bad: "1 " + RuleGeometryType},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := read(t, bytes.NewReader(c.file), "x.fgb", c.opts)
			bad := ""
			if len(got.bad) > 0 {
				bad = got.bad[0]
			}
			if got.fatal != c.fatal || bad != c.bad {
				t.Errorf("ended by %q, rows %v; want %q, %q", got.fatal, got.bad, c.fatal, c.bad)
			}
		})
	}
}

// Whatever the bytes are, each feature is a record or a fault.
func FuzzFlatGeobuf(f *testing.F) {
	f.Add(flatFile{count: 1}.with(flatFeatureBytes(&flatGeometry{kind: flat.GeometryTypeMultiPolygon,
		parts: []flatGeometry{{xy: []float64{0, 0, 4, 0, 4, 4, 0, 0}, ends: []uint32{4}}}}, flatText(11, "x"))))
	f.Add(flatFile{node: 16, count: 1}.with())
	f.Fuzz(func(t *testing.T, file []byte) {
		r, err := Open(bytes.NewReader(file), "x.fgb", Options{Limits: Limits{Rows: 100, Vertices: 1000}})
		if err != nil {
			return
		}
		for {
			var rec Record
			if err := r.Next(&rec); err != nil && !isRowError(err) {
				if !errors.Is(err, io.EOF) && registry.CodeOf(err) == registry.CodeInternal {
					t.Fatalf("not an error for a person: %v", err)
				}
				return
			}
		}
	})
}
