package export

import (
	"encoding/binary"
	"errors"
	"math"

	"github.com/hatangso/hatangso/internal/registry"
)

// errShape says that the database sent a geometry no collection of ours holds.
var errShape = errors.New("unexpected EWKB")

// shape is how a text format writes geometries.
type shape struct {
	open                         [wkbMultiPolygon + 1]string // by type; empty for one no collection has
	position                     func(b []byte, lon, lat float64) []byte
	listOpen, listClose, closing string
	pointOpen, pointClose        string
}

const (
	wkbPoint           = 1
	wkbLineString      = 2
	wkbPolygon         = 3
	wkbMultiLineString = 5
	wkbMultiPolygon    = 6
)

var geoJSONShape = shape{
	open: [...]string{
		wkbPoint: `{"type":"Point","coordinates":`, wkbLineString: `{"type":"LineString","coordinates":`,
		wkbPolygon: `{"type":"Polygon","coordinates":`, wkbMultiLineString: `{"type":"MultiLineString","coordinates":`,
		wkbMultiPolygon: `{"type":"MultiPolygon","coordinates":`,
	},
	position: registry.AppendPosition,
	listOpen: "[", listClose: "]", closing: "}",
}

var wktShape = shape{
	open: [...]string{
		wkbPoint: "POINT", wkbLineString: "LINESTRING", wkbPolygon: "POLYGON",
		wkbMultiLineString: "MULTILINESTRING", wkbMultiPolygon: "MULTIPOLYGON",
	},
	position: func(b []byte, lon, lat float64) []byte {
		return registry.AppendDegrees(append(registry.AppendDegrees(b, lon), ' '), lat)
	},
	listOpen: "(", listClose: ")", pointOpen: "(", pointClose: ")",
}

// appendEWKB writes a little- or big-endian 2D EWKB geometry in a text format,
// without building it in memory.
func appendEWKB(b, wkb []byte, s *shape) ([]byte, error) {
	r := wkbReader{b: wkb}
	kind := r.header()
	if kind >= uint32(len(s.open)) || s.open[kind] == "" {
		return b, errShape
	}
	b = append(b, s.open[kind]...)
	if kind == wkbPoint {
		b = append(r.position(append(b, s.pointOpen...), s), s.pointClose...)
	} else {
		b = r.body(b, kind, s)
	}
	if r.bad || len(r.b) != 0 {
		return b, errShape
	}
	return append(b, s.closing...), nil
}

type wkbReader struct {
	b     []byte
	order binary.ByteOrder
	bad   bool
}

func (r *wkbReader) take(n int) []byte {
	if r.bad || len(r.b) < n {
		r.bad = true
		return make([]byte, n)
	}
	out := r.b[:n]
	r.b = r.b[n:]
	return out
}

func (r *wkbReader) uint32() uint32 { return r.order.Uint32(r.take(4)) }

// header reads byte order, type and SRID.
func (r *wkbReader) header() uint32 {
	r.order = binary.LittleEndian
	if r.take(1)[0] == 0 {
		r.order = binary.BigEndian
	}
	t := r.uint32()
	if t&0x20000000 != 0 {
		r.take(4)
	}
	return t &^ 0x20000000
}

func (r *wkbReader) position(b []byte, s *shape) []byte {
	at := r.take(16)
	return s.position(b, math.Float64frombits(r.order.Uint64(at)), math.Float64frombits(r.order.Uint64(at[8:])))
}

func (r *wkbReader) body(b []byte, kind uint32, s *shape) []byte {
	n := r.uint32()
	b = append(b, s.listOpen...)
	for i := uint32(0); i < n && !r.bad; i++ {
		if i > 0 {
			b = append(b, ',')
		}
		switch kind {
		case wkbLineString:
			b = r.position(b, s)
		case wkbPolygon:
			b = r.body(b, wkbLineString, s)
		default: // the parts of a Multi* carry headers of their own
			b = r.body(b, r.header(), s)
		}
	}
	return append(b, s.listClose...)
}
