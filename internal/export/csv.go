package export

import (
	"bytes"
	"cmp"
	"math"
	"strconv"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// table writes CSV as Excel opens it: UTF-8 with a byte order mark, CRLF. The
// names of the columns are those of the fields; see Layout for geometries and
// the signs between cells. A text that Excel would work out as a formula has an
// apostrophe before it, which reading it in again takes away. What the file says
// of itself has no place in it that readers would not take for data: it goes into
// the headers of the HTTP answer or the description beside the file, see
// [DescribeCSV].
type table struct {
	out     *buffer
	about   About
	columns []column
	cell    []byte
	needles string // what makes a cell need quotes
	prefix  string
	shape   *shape
	failed  error
}

// column is how one field is written.
type column struct {
	geometry bool
	quoted   bool     // may hold what has to be quoted
	decimal  bool     // is a number with decimals
	append   appender // of anything but geometry
}

const byteOrderMark = "\ufeff"

func (t *table) Begin(fields []registry.Field) error {
	layout := t.about.Layout.of(t.about.Noun)
	t.about.Layout = layout
	t.needles = "\"\r\n" + string(layout.Delimiter)
	t.prefix, t.shape = layout.wkt(&t.failed)
	b := append(t.out.bytes, byteOrderMark...)
	for i, f := range fields {
		geometry := f.Type == registry.GeometryField
		t.columns = append(t.columns, column{
			geometry: geometry,
			quoted:   f.Type == registry.TextField || f.Type == registry.JSONField,
			decimal:  f.Type == registry.DecimalField,
			append:   plainAppender(f.Type),
		})
		if geometry && layout.Positions == NoPositions {
			continue
		}
		if i > 0 {
			b = append(b, layout.Delimiter)
		}
		switch {
		case !geometry:
			b = append(b, f.Name...)
		case layout.Positions == LonLat:
			first, second := layout.headings()
			b = append(append(append(b, first...), layout.Delimiter), second...)
		default:
			b = append(b, "wkt"...)
		}
	}
	t.out.bytes = append(b, "\r\n"...)
	return nil
}

func (t *table) Row(values []postgres.Value) (err error) {
	layout := &t.about.Layout
	b := t.out.bytes
	for i, v := range values {
		c := &t.columns[i]
		if c.geometry && layout.Positions == NoPositions {
			continue
		}
		if i > 0 {
			b = append(b, layout.Delimiter)
		}
		switch {
		case v == nil:
			if c.geometry && layout.Positions == LonLat {
				b = append(b, layout.Delimiter)
			}
		case c.geometry && layout.Positions == LonLat:
			if b, err = t.appendPair(b, v.EWKB()); err != nil {
				return err
			}
		case c.geometry:
			if t.cell, err = appendEWKB(append(t.cell[:0], t.prefix...), v.EWKB(), t.shape); err != nil || t.failed != nil {
				return cmp.Or(err, t.failed)
			}
			b = t.appendCell(b, t.cell)
		case c.quoted:
			t.cell = c.append(append(t.cell[:0], '\''), v)
			if text := t.cell[1:]; registry.MayBeFormula(text) {
				b = t.appendCell(b, t.cell)
			} else {
				b = t.appendCell(b, text)
			}
		default:
			start := len(b)
			if b = c.append(b, v); c.decimal {
				t.comma(b[start:])
			}
		}
	}
	t.out.bytes = append(b, "\r\n"...)
	return t.out.flushIfFull()
}

func (t *table) End() error { return t.out.flush() }

// appendPair writes a point as two cells.
func (t *table) appendPair(b, wkb []byte) ([]byte, error) {
	lon, lat, err := readPoint(wkb)
	if err != nil {
		return b, err
	}
	layout := &t.about.Layout
	first, second, err := layout.pair(lon, lat)
	if err != nil {
		return b, err
	}
	for i, v := range []float64{first, second} {
		if i > 0 {
			b = append(b, layout.Delimiter)
		}
		start := len(b)
		if layout.grid() {
			b = strconv.AppendFloat(b, v, 'f', -1, 64)
		} else {
			b = registry.AppendDegrees(b, v)
		}
		t.comma(b[start:])
	}
	return b, nil
}

// comma writes the decimal sign that goes with a semicolon.
func (t *table) comma(number []byte) {
	if t.about.Layout.Delimiter != ';' {
		return
	}
	if i := bytes.IndexByte(number, '.'); i >= 0 {
		number[i] = ','
	}
}

// readPoint gives the position of an EWKB point.
func readPoint(wkb []byte) (lon, lat float64, err error) {
	r := wkbReader{b: wkb}
	if r.header() != wkbPoint {
		return 0, 0, errShape
	}
	at := r.take(16)
	if r.bad {
		return 0, 0, errShape
	}
	return math.Float64frombits(r.order.Uint64(at)), math.Float64frombits(r.order.Uint64(at[8:])), nil
}

func (t *table) appendCell(b, s []byte) []byte {
	if !bytes.ContainsAny(s, t.needles) {
		return append(b, s...)
	}
	b = append(b, '"')
	for _, c := range s {
		if c == '"' {
			b = append(b, '"')
		}
		b = append(b, c)
	}
	return append(b, '"')
}
