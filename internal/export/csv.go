package export

import (
	"bytes"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// table writes CSV as Excel opens it: UTF-8 with a byte order mark, commas,
// CRLF. A point becomes the columns lon and lat, any other shape the column wkt.
type table struct {
	out     *buffer
	about   About
	columns []column
	points  bool
	cell    []byte
}

// column is how one field is written.
type column struct {
	geometry bool
	quoted   bool     // may hold what has to be quoted
	append   appender // of anything but geometry
}

const byteOrderMark = "\ufeff"

func (t *table) Begin(fields []registry.Field) error {
	t.points = t.about.Noun.Geometry == registry.Point
	b := append(t.out.bytes, byteOrderMark...)
	for i, f := range fields {
		if i > 0 {
			b = append(b, ',')
		}
		switch {
		case f.Type != registry.GeometryField:
			b = append(b, f.Name...)
		case t.points:
			b = append(b, "lon,lat"...)
		default:
			b = append(b, "wkt"...)
		}
		t.columns = append(t.columns, column{
			geometry: f.Type == registry.GeometryField,
			quoted:   f.Type == registry.TextField || f.Type == registry.JSONField,
			append:   plainAppender(f.Type),
		})
	}
	t.out.bytes = append(b, "\r\n"...)
	return nil
}

func (t *table) Row(values []postgres.Value) (err error) {
	b := t.out.bytes
	for i, v := range values {
		if i > 0 {
			b = append(b, ',')
		}
		switch c := &t.columns[i]; {
		case v == nil:
			if c.geometry && t.points {
				b = append(b, ',')
			}
		case c.geometry && t.points:
			if b, err = appendLonLat(b, v.EWKB()); err != nil {
				return err
			}
		case c.geometry:
			if t.cell, err = appendEWKB(t.cell[:0], v.EWKB(), &wktShape); err != nil {
				return err
			}
			b = appendCell(b, t.cell)
		case c.quoted:
			t.cell = c.append(t.cell[:0], v)
			b = appendCell(b, t.cell)
		default:
			b = c.append(b, v)
		}
	}
	t.out.bytes = append(b, "\r\n"...)
	return t.out.flushIfFull()
}

func (t *table) End() error { return t.out.flush() }

func appendLonLat(b, wkb []byte) ([]byte, error) {
	r := wkbReader{b: wkb}
	if r.header() != wkbPoint {
		return b, errShape
	}
	comma := shape{position: func(b []byte, lon, lat float64) []byte {
		return registry.AppendDegrees(append(registry.AppendDegrees(b, lon), ','), lat)
	}}
	b = r.position(b, &comma)
	if r.bad {
		return b, errShape
	}
	return b, nil
}

func appendCell(b, s []byte) []byte {
	if !bytes.ContainsAny(s, "\",\r\n") {
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
