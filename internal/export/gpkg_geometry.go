package export

import (
	"encoding/binary"
	"math"
)

// box is the extent of a geometry in degrees.
type box struct{ minX, minY, maxX, maxY float64 }

// emptyBox holds nothing; whatever is added to it is its extent.
var emptyBox = box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}

func (b *box) add(other box) {
	b.minX, b.minY = min(b.minX, other.minX), min(b.minY, other.minY)
	b.maxX, b.maxY = max(b.maxX, other.maxX), max(b.maxY, other.maxY)
}

// boxOf reads an EWKB geometry for its extent.
func boxOf(wkb []byte) (box, error) {
	b := emptyBox
	r := wkbReader{b: wkb}
	measure := shape{position: func(out []byte, x, y float64) []byte {
		b.add(box{x, y, x, y})
		return out
	}}
	switch kind := r.header(); kind {
	case wkbPoint:
		r.position(nil, &measure)
	case wkbLineString, wkbPolygon, wkbMultiLineString, wkbMultiPolygon:
		r.body(nil, kind, &measure)
	default:
		return b, errShape
	}
	if r.bad || len(r.b) > 0 {
		return b, errShape
	}
	return b, nil
}

// Flags of the header of GeoPackageBinary (OGC 12-128r18 §2.1.3).
const (
	gpkgLittleEndian = 1 << 0
	gpkgEnvelopeXY   = 1 << 1
	gpkgSRS          = 4326
)

// appendGeoPackageBinary writes an EWKB geometry as GeoPackageBinary: a header,
// with the extent but for points, and the ISO WKB, which is EWKB without SRID.
func appendGeoPackageBinary(b, ewkb []byte) ([]byte, box, error) {
	extent, err := boxOf(ewkb)
	if err != nil {
		return b, extent, err
	}
	r := wkbReader{b: ewkb}
	kind := r.header()
	flags := byte(gpkgLittleEndian)
	if kind != wkbPoint {
		flags |= gpkgEnvelopeXY
	}
	b = binary.LittleEndian.AppendUint32(append(b, 'G', 'P', 0, flags), gpkgSRS)
	if kind != wkbPoint {
		for _, v := range [...]float64{extent.minX, extent.maxX, extent.minY, extent.maxY} {
			b = binary.LittleEndian.AppendUint64(b, math.Float64bits(v))
		}
	}
	if r.order == binary.BigEndian {
		b = binary.BigEndian.AppendUint32(append(b, 0), kind)
	} else {
		b = binary.LittleEndian.AppendUint32(append(b, 1), kind)
	}
	return append(b, r.b...), extent, nil
}
