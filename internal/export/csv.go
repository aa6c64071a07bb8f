package export

import (
	"bytes"
	"strconv"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// table writes CSV as Excel opens it: UTF-8 with a byte order mark, commas,
// CRLF. A point becomes the columns lon and lat, any other shape the column wkt.
type table struct {
	out    *buffer
	about  About
	fields []registry.Field
	points bool
	cell   []byte
}

const byteOrderMark = "\ufeff"

func (t *table) Begin(fields []registry.Field) error {
	t.fields, t.points = fields, t.about.Noun.Geometry == registry.Point
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
	}
	t.out.bytes = append(b, "\r\n"...)
	return nil
}

func (t *table) Row(values []postgres.Value) (err error) {
	b := t.out.bytes
	for i := range values {
		if i > 0 {
			b = append(b, ',')
		}
		v := &values[i]
		if v.Null {
			if t.fields[i].Type == registry.GeometryField && t.points {
				b = append(b, ',')
			}
			continue
		}
		switch t.fields[i].Type {
		case registry.GeometryField:
			if t.points {
				b, err = appendLonLat(b, v.Bytes)
			} else {
				t.cell, err = appendEWKB(t.cell[:0], v.Bytes, wktShape)
				b = appendCell(b, t.cell)
			}
			if err != nil {
				return err
			}
		case registry.TextField, registry.JSONField:
			b = appendCell(b, v.Bytes)
		case registry.IntField:
			b = strconv.AppendInt(b, v.Int, 10)
		case registry.DecimalField:
			b = appendDecimal(b, v.Float)
		case registry.BoolField:
			b = strconv.AppendBool(b, v.Bool)
		case registry.DateField:
			b = v.Time.AppendFormat(b, "2006-01-02")
		case registry.TimeField:
			b = v.Time.AppendFormat(b, "2006-01-02T15:04:05Z07:00")
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
