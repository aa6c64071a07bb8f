package cql2

import (
	"strconv"
	"strings"
	"time"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// String writes the text encoding: what [ParseText] reads back as the same
// expression.
func (e Expr) String() string { return string(e.append(nil)) }

// append writes an expression; its arguments are bracketed where they have
// operators of their own.
func (e Expr) append(dst []byte) []byte {
	name := strings.ToUpper(string(e.Op))
	switch families[e.Op] {
	case leaf:
		return appendLeaf(dst, e.Value)
	case interval:
		dst = append(dst, "INTERVAL("...)
		for i, bound := range e.Args {
			if i > 0 {
				dst = append(dst, ", "...)
			}
			if name, ok := bound.Value.(Property); ok {
				dst = appendLeaf(dst, name)
				continue
			}
			dst = append(append(append(dst, '\''), instantText(bound.Value)...), '\'')
		}
		return append(dst, ')')
	case negation:
		return e.Args[0].appendBracketed(append(dst, "NOT "...))
	case null:
		return append(e.Args[0].appendBracketed(dst), " IS NULL"...)
	case between:
		dst = append(e.Args[0].appendBracketed(dst), " BETWEEN "...)
		dst = append(e.Args[1].appendBracketed(dst), " AND "...)
		return e.Args[2].appendBracketed(dst)
	case list:
		dst = append(e.Args[0].appendBracketed(dst), " IN ("...)
		return append(appendEach(dst, e.Args[1:], ", ", Expr.append), ')')
	case folding, spatial, temporal, intervalOnly:
		dst = append(append(dst, name...), '(')
		return append(appendEach(dst, e.Args, ", ", Expr.append), ')')
	}
	return appendEach(dst, e.Args, " "+name+" ", Expr.appendBracketed)
}

func appendEach(dst []byte, each []Expr, between string, write func(Expr, []byte) []byte) []byte {
	for i, e := range each {
		if i > 0 {
			dst = append(dst, between...)
		}
		dst = write(e, dst)
	}
	return dst
}

func (e Expr) appendBracketed(dst []byte) []byte {
	switch families[e.Op] {
	case leaf, interval, folding, spatial, temporal, intervalOnly:
		return e.append(dst)
	}
	return append(e.append(append(dst, '(')), ')')
}

func appendLeaf(dst []byte, value any) []byte {
	switch v := value.(type) {
	case Property:
		if isName(string(v)) {
			return append(dst, v...)
		}
		return append(append(append(dst, '"'), strings.ReplaceAll(string(v), `"`, `""`)...), '"')
	case string:
		return append(append(append(dst, '\''), escape.Replace(v)...), '\'')
	case bool:
		return append(dst, strings.ToUpper(strconv.FormatBool(v))...)
	case registry.Date:
		return append(dst, "DATE('"+instantText(v)+"')"...)
	case time.Time:
		return append(dst, "TIMESTAMP('"+instantText(v)+"')"...)
	case orb.Bound:
		dst = append(dst, "BBOX("...)
		for i, n := range []float64{v.Min[0], v.Min[1], v.Max[0], v.Max[1]} {
			if i > 0 {
				dst = append(dst, ", "...)
			}
			dst = strconv.AppendFloat(dst, n, 'g', -1, 64)
		}
		return append(dst, ')')
	case orb.Geometry:
		return appendWKT(dst, v)
	}
	return appendNumber(dst, value)
}

var escape = strings.NewReplacer(`\`, `\\`, `'`, `''`)

// instantText writes a bound of an interval or what stands in DATE and TIMESTAMP.
func instantText(v any) string {
	switch v := v.(type) {
	case registry.Date:
		return v.String()
	case time.Time:
		return v.Format("2006-01-02T15:04:05.999999Z")
	}
	return ".."
}

// appendWKT writes a geometry with every digit it has.
func appendWKT(dst []byte, g orb.Geometry) []byte {
	dst = append(dst, strings.ToUpper(g.GeoJSONType())...)
	switch v := g.(type) {
	case orb.Point:
		return appendPositions(dst, []orb.Point{v})
	case orb.MultiPoint:
		return appendParts(dst, v, func(dst []byte, p orb.Point) []byte { return appendPositions(dst, []orb.Point{p}) })
	case orb.LineString:
		return appendPositions(dst, v)
	case orb.MultiLineString:
		return appendParts(dst, v, func(dst []byte, line orb.LineString) []byte { return appendPositions(dst, line) })
	case orb.Polygon:
		return appendPolygon(dst, v)
	case orb.MultiPolygon:
		return appendParts(dst, v, appendPolygon)
	case orb.Collection:
		return appendParts(dst, v, appendWKT)
	}
	return dst
}

func appendPolygon(dst []byte, polygon orb.Polygon) []byte {
	return appendParts(dst, polygon, func(dst []byte, ring orb.Ring) []byte { return appendPositions(dst, ring) })
}

func appendParts[T any](dst []byte, parts []T, write func([]byte, T) []byte) []byte {
	dst = append(dst, '(')
	for i, part := range parts {
		if i > 0 {
			dst = append(dst, ", "...)
		}
		dst = write(dst, part)
	}
	return append(dst, ')')
}

func appendPositions(dst []byte, points []orb.Point) []byte {
	return appendParts(dst, points, func(dst []byte, p orb.Point) []byte {
		dst = strconv.AppendFloat(dst, p[0], 'g', -1, 64)
		return strconv.AppendFloat(append(dst, ' '), p[1], 'g', -1, 64)
	})
}
