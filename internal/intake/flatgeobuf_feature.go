package intake

import (
	"encoding/binary"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/gogama/flatgeobuf/flatgeobuf/flat"
	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// flatFeature decodes one feature into a record.
type flatFeature struct {
	reader   *flatReader
	record   *Record
	faults   []registry.Fault
	vertices int
	heights  bool
}

func (d *flatFeature) fault(rule, column string, message, mend registry.Text) {
	d.faults = append(d.faults, registry.NewFault(rule, column, "", message, mend))
}

func (d *flatFeature) decode(f *flat.Feature) {
	n := len(d.reader.names.names)
	d.record.values = append(d.record.values[:0], make([]string, n)...)
	d.record.kinds = append(d.record.kinds[:0], make([]valueKind, n)...)
	if f.ColumnsLength() > 0 {
		d.fault(RuleFlatGeobuf, "",
			registry.T("Đối tượng có cột riêng, khác với của tệp.", "The feature has columns of its own."),
			registry.T("Xuất lại tệp với một bộ cột chung.", "Export the file with one set of columns."))
		return
	}
	d.properties(f.PropertiesBytes())
	var g flat.Geometry
	if f.Geometry(&g) == nil {
		return
	}
	kind := g.Type()
	if kind == flat.GeometryTypeUnknown {
		kind = d.reader.geometry
	}
	d.record.Geometry = d.geometry(&g, kind)
	if len(d.faults) == 0 && d.heights {
		w := registry.NewFault(RuleGeometryZ, "geometry", "",
			registry.T("Độ cao bị bỏ qua.", "The heights are dropped."), registry.T("Không cần sửa.", "Nothing to mend."))
		w.Severity = registry.SeverityWarning
		d.record.Warnings = append(d.record.Warnings, w)
	}
}

// flatWidths are the sizes of the types that have one, in bytes.
var flatWidths = map[flat.ColumnType]int{
	flat.ColumnTypeByte: 1, flat.ColumnTypeUByte: 1, flat.ColumnTypeBool: 1, flat.ColumnTypeShort: 2, flat.ColumnTypeUShort: 2,
	flat.ColumnTypeInt: 4, flat.ColumnTypeUInt: 4, flat.ColumnTypeLong: 8, flat.ColumnTypeULong: 8,
	flat.ColumnTypeFloat: 4, flat.ColumnTypeDouble: 8,
}

// properties reads the values: number of the column, then the value.
func (d *flatFeature) properties(b []byte) {
	broken := func() {
		d.fault(RuleFlatGeobuf, "",
			registry.T("Thuộc tính của đối tượng hỏng.", "The properties of the feature are broken."),
			registry.T("Xuất lại tệp FlatGeobuf.", "Export the FlatGeobuf file again."))
	}
	for len(b) > 0 {
		if len(b) < 2 {
			broken()
			return
		}
		column := int(binary.LittleEndian.Uint16(b))
		b = b[2:]
		if column >= len(d.reader.columns) {
			broken()
			return
		}
		kind := d.reader.columns[column]
		width, fixed := flatWidths[kind]
		if !fixed {
			if len(b) < 4 {
				broken()
				return
			}
			width = int(binary.LittleEndian.Uint32(b))
			b = b[4:]
		}
		if width > len(b) {
			broken()
			return
		}
		d.set(column, kind, b[:width])
		b = b[width:]
	}
}

// set gives the record a value.
func (d *flatFeature) set(column int, kind flat.ColumnType, b []byte) {
	text, of := "", kindNumber
	whole := func(v int64) { text = strconv.FormatInt(v, 10) }
	decimal := func(v float64, bits int) { text = strconv.FormatFloat(v, 'f', -1, bits) }
	switch kind {
	case flat.ColumnTypeByte:
		whole(int64(int8(b[0])))
	case flat.ColumnTypeUByte:
		whole(int64(b[0]))
	case flat.ColumnTypeBool:
		text, of = strconv.FormatBool(b[0] != 0), kindBool
	case flat.ColumnTypeShort:
		whole(int64(int16(binary.LittleEndian.Uint16(b)))) // #nosec G115 -- the same bits, signed
	case flat.ColumnTypeUShort:
		whole(int64(binary.LittleEndian.Uint16(b)))
	case flat.ColumnTypeInt:
		whole(int64(int32(binary.LittleEndian.Uint32(b)))) // #nosec G115 -- the same bits, signed
	case flat.ColumnTypeUInt:
		whole(int64(binary.LittleEndian.Uint32(b)))
	case flat.ColumnTypeLong:
		whole(int64(binary.LittleEndian.Uint64(b))) // #nosec G115 -- the same bits, signed
	case flat.ColumnTypeULong:
		text = strconv.FormatUint(binary.LittleEndian.Uint64(b), 10)
	case flat.ColumnTypeFloat:
		decimal(float64(math.Float32frombits(binary.LittleEndian.Uint32(b))), 32)
	case flat.ColumnTypeDouble:
		decimal(math.Float64frombits(binary.LittleEndian.Uint64(b)), 64)
	case flat.ColumnTypeBinary:
		return // nothing anybody could want as text
	default:
		text, of = string(b), kindText
		d.checkText(d.reader.names.names[column], text)
	}
	d.record.values[column], d.record.kinds[column] = text, of
}

func (d *flatFeature) checkText(column, text string) {
	limit := d.reader.limits.CellBytes
	switch {
	case len(text) > limit:
		d.fault(RuleLimitCell, column,
			registry.Tf("Giá trị dài hơn %d byte.", "The value is longer than %d bytes.", limit),
			registry.T("Rút ngắn giá trị.", "Shorten it."))
	case !utf8.ValidString(text):
		d.fault(RuleTextEncoding, column,
			registry.T("Văn bản không phải UTF-8.", "The text is not UTF-8."),
			registry.T("Xuất lại tệp với bảng mã UTF-8.", "Export the file again in UTF-8."))
	case strings.IndexByte(text, 0) >= 0:
		d.fault(RuleTextNUL, column,
			registry.T("Giá trị chứa ký tự NUL.", "The value contains the character NUL."),
			registry.T("Bỏ ký tự này.", "Remove it."))
	}
}

// geometry gives a shape, nil when it is empty or at fault.
func (d *flatFeature) geometry(g *flat.Geometry, kind flat.GeometryType) orb.Geometry {
	d.heights = d.heights || g.ZLength() > 0
	switch kind {
	case flat.GeometryTypePoint:
		if p := d.positions(g); len(p) > 0 {
			return p[0]
		}
	case flat.GeometryTypeMultiPoint:
		if p := d.positions(g); len(p) > 0 {
			return orb.MultiPoint(p)
		}
	case flat.GeometryTypeLineString:
		if p := d.positions(g); len(p) > 0 {
			return orb.LineString(p)
		}
	case flat.GeometryTypeMultiLineString:
		var out orb.MultiLineString
		for _, part := range d.lists(g) {
			out = append(out, orb.LineString(part))
		}
		if len(out) > 0 {
			return out
		}
	case flat.GeometryTypePolygon:
		if p := d.polygon(g); len(p) > 0 {
			return p
		}
	case flat.GeometryTypeMultiPolygon:
		var out orb.MultiPolygon
		for i := 0; i < g.PartsLength() && len(d.faults) == 0; i++ {
			var part flat.Geometry
			if g.Parts(&part, i) {
				d.heights = d.heights || part.ZLength() > 0
				out = append(out, d.polygon(&part))
			}
		}
		if len(out) > 0 {
			return out
		}
	default:
		d.fault(RuleGeometryType, "geometry",
			registry.Tf("Kiểu hình học %s không dùng được.", "The geometry type %s cannot be used.", kind.String()),
			registry.T("Dùng điểm, đường hoặc vùng.", "Use points, lines or areas."))
	}
	return nil
}

func (d *flatFeature) polygon(g *flat.Geometry) (out orb.Polygon) {
	for _, ring := range d.lists(g) {
		out = append(out, orb.Ring(ring))
	}
	return out
}

// positions gives all positions of a table, counted against the limit: tables
// may be referred to again and again.
func (d *flatFeature) positions(g *flat.Geometry) []orb.Point {
	n := g.XyLength() / 2
	if d.vertices += max(n, 1); d.vertices > d.reader.limits.Vertices {
		d.fault(RuleLimitVertices, "geometry",
			registry.Tf("Hình có hơn %d đỉnh.", "The geometry has more than %d vertices.", d.reader.limits.Vertices),
			registry.T("Đơn giản hóa hoặc chia nhỏ hình.", "Simplify or split it."))
		return nil
	}
	out := make([]orb.Point, n)
	for i := range out {
		out[i] = orb.Point{g.Xy(2 * i), g.Xy(2*i + 1)}
	}
	return out
}

// lists cuts a table's positions at its ends.
func (d *flatFeature) lists(g *flat.Geometry) [][]orb.Point {
	all := d.positions(g)
	if g.EndsLength() == 0 {
		if len(all) == 0 {
			return nil
		}
		return [][]orb.Point{all}
	}
	var out [][]orb.Point
	from := 0
	for i := 0; i < g.EndsLength() && len(d.faults) == 0; i++ {
		to := int(g.Ends(i))
		if to <= from || to > len(all) {
			d.fault(RuleGeometryType, "geometry",
				registry.T("Các phần của hình không khớp số đỉnh.", "The parts of the geometry do not fit its vertices."),
				registry.T("Xuất lại tệp FlatGeobuf.", "Export the FlatGeobuf file again."))
			return nil
		}
		out = append(out, all[from:to:to])
		from = to
	}
	return out
}
