package intake

import (
	"errors"
	"math"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
)

// errWKT says that a text is no well-known text of a shape the register holds.
var errWKT = errors.New("not WKT")

// shapeText is what a cell of well-known text holds.
type shapeText struct {
	geometry orb.Geometry // nil for EMPTY
	srid     int          // of "SRID=…;", 0 without
	heights  bool         // Z or M were there and are dropped
}

// readWKT reads OGC well-known text as QGIS and PostGIS write it: any letter
// case, Z and M fused to the type or apart, a MultiPoint with or without inner
// brackets, an SRID in front. Curves and collections are refused.
func readWKT(text string) (out shapeText, err error) {
	r := wktReader{rest: text}
	if prefix, shape, ok := strings.Cut(text, ";"); ok {
		name, number, _ := strings.Cut(prefix, "=")
		if !strings.EqualFold(strings.TrimSpace(name), "SRID") {
			return out, errWKT
		}
		if out.srid, err = strconv.Atoi(strings.TrimSpace(number)); err != nil {
			return out, errWKT
		}
		r.rest = shape
	}
	kind := r.word()
	for _, flag := range []string{"ZM", "Z", "M"} {
		if cut, ok := strings.CutSuffix(kind, flag); ok && kind != flag {
			kind, r.ordinates = cut, 2+len(flag)
			break
		}
	}
	next := r.word()
	if r.ordinates == 0 && (next == "Z" || next == "M" || next == "ZM") {
		r.ordinates, next = 2+len(next), r.word()
	}
	switch {
	case next == "EMPTY":
		if !wktKinds[kind] {
			r.bad = true
		}
	case next != "":
		r.bad = true
	default:
		out.geometry = r.shape(kind)
	}
	if r.bad || strings.TrimSpace(r.rest) != "" {
		return shapeText{}, errWKT
	}
	out.heights = r.ordinates > 2
	return out, nil
}

var wktKinds = map[string]bool{
	"POINT": true, "MULTIPOINT": true, "LINESTRING": true, "MULTILINESTRING": true, "POLYGON": true, "MULTIPOLYGON": true,
}

// wktReader takes well-known text apart; the first mistake ends it.
type wktReader struct {
	rest string
	// ordinates of every position; 0 until the type or the first position says.
	ordinates int
	bad       bool
}

func (r *wktReader) shape(kind string) orb.Geometry {
	switch kind {
	case "POINT":
		line := r.positions()
		if len(line) != 1 {
			r.bad = true
			return nil
		}
		return line[0]
	case "MULTIPOINT":
		return orb.MultiPoint(r.positions())
	case "LINESTRING":
		return orb.LineString(r.positions())
	case "MULTILINESTRING":
		return orb.MultiLineString(wktList(r, func() orb.LineString { return r.positions() }))
	case "POLYGON":
		return r.polygon()
	case "MULTIPOLYGON":
		return orb.MultiPolygon(wktList(r, r.polygon))
	}
	r.bad = true
	return nil
}

func (r *wktReader) polygon() orb.Polygon {
	return wktList(r, func() orb.Ring { return r.positions() })
}

func (r *wktReader) positions() []orb.Point { return wktList(r, r.position) }

// wktList reads items between brackets.
func wktList[T any](r *wktReader, item func() T) []T {
	var out []T
	for r.expect("("); !r.bad; {
		out = append(out, item())
		if !r.take(",") {
			r.expect(")")
			return out
		}
	}
	return out
}

// position reads the ordinates of one position, in brackets of its own or not.
func (r *wktReader) position() orb.Point {
	bracket := r.take("(")
	var values [4]float64
	n := 0
	for !r.bad {
		r.rest = strings.TrimLeft(r.rest, " \t\r\n")
		end := strings.IndexAny(r.rest, " \t\r\n,()")
		if end < 0 {
			end = len(r.rest)
		}
		if end == 0 {
			break
		}
		v, err := strconv.ParseFloat(r.rest[:end], 64)
		if err != nil || n == len(values) || math.IsInf(v, 0) || math.IsNaN(v) || strings.ContainsAny(r.rest[:end], "xX_") {
			r.bad = true
			break
		}
		values[n] = v
		n++
		r.rest = r.rest[end:]
	}
	if r.ordinates == 0 {
		r.ordinates = n
	}
	if n < 2 || n != r.ordinates {
		r.bad = true
	}
	if bracket {
		r.expect(")")
	}
	return orb.Point{values[0], values[1]}
}

// word takes the letters in front, in upper case.
func (r *wktReader) word() string {
	r.rest = strings.TrimLeft(r.rest, " \t\r\n")
	end := 0
	for end < len(r.rest) && (r.rest[end]|0x20) >= 'a' && (r.rest[end]|0x20) <= 'z' {
		end++
	}
	w := strings.ToUpper(r.rest[:end])
	r.rest = r.rest[end:]
	return w
}

func (r *wktReader) take(mark string) bool {
	r.rest = strings.TrimLeft(r.rest, " \t\r\n")
	rest, ok := strings.CutPrefix(r.rest, mark)
	if ok {
		r.rest = rest
	}
	return ok
}

func (r *wktReader) expect(mark string) {
	if !r.take(mark) {
		r.bad = true
	}
}
