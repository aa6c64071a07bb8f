package cql2

import (
	"encoding/json"
	"strconv"
	"time"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

func (r *reader) box(v any, at place) (orb.Bound, error) {
	numbers, err := array(v, at, func(v any, at place) (float64, error) { return at.coordinate(v) })
	if err != nil {
		return orb.Bound{}, err
	}
	return at.box(numbers)
}

// array reads an array.
func array[T any](v any, at place, one func(any, place) (T, error)) ([]T, error) {
	members, ok := v.([]any)
	if !ok || len(members) == 0 {
		return nil, at.expected(shown(v), anArray)
	}
	out := make([]T, len(members))
	for i, member := range members {
		var err error
		if out[i], err = one(member, at.under(i)); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (p place) coordinate(v any) (float64, error) {
	n, ok := v.(json.Number)
	if !ok {
		return 0, p.expected(shown(v), aNumber)
	}
	number, err := p.parseNumber(n.String())
	if err != nil {
		return 0, err
	}
	return asFloat(number), nil
}

// geometry reads a GeoJSON geometry; members it does not know are let be
// (RFC 7946 §6.1).
func (r *reader) geometry(v map[string]any, at place) (orb.Geometry, error) {
	if err := r.enter(at, MaxDepth); err != nil {
		return nil, err
	}
	defer r.leave()
	coordinates, within := v["coordinates"], at.under("coordinates")
	switch v["type"] {
	case "Point":
		return r.position(coordinates, within)
	case "MultiPoint":
		points, err := array(coordinates, within, r.position)
		return orb.MultiPoint(points), err
	case "LineString":
		return r.line(coordinates, within)
	case "MultiLineString":
		lines, err := array(coordinates, within, r.line)
		return orb.MultiLineString(lines), err
	case "Polygon":
		return r.polygon(coordinates, within)
	case "MultiPolygon":
		polygons, err := array(coordinates, within, r.polygon)
		return orb.MultiPolygon(polygons), err
	case "GeometryCollection":
		parts, err := array(v["geometries"], at.under("geometries"), func(v any, at place) (orb.Geometry, error) {
			part, ok := v.(map[string]any)
			if !ok {
				return nil, at.expected(shown(v), registry.T("một hình GeoJSON", "a GeoJSON geometry"))
			}
			return r.geometry(part, at)
		})
		return orb.Collection(parts), err
	}
	return nil, at.under("type").expected(shown(v["type"]), registry.T("một loại hình GeoJSON như Point", "a type of GeoJSON geometry such as Point"))
}

func (r *reader) position(v any, at place) (orb.Point, error) {
	if err := r.vertex(at); err != nil {
		return orb.Point{}, err
	}
	numbers, err := array(v, at, func(v any, at place) (float64, error) { return at.coordinate(v) })
	if err != nil {
		return orb.Point{}, err
	}
	if len(numbers) < 2 || len(numbers) > 3 {
		return orb.Point{}, at.expected(shown(v), registry.T("hai số: kinh độ, vĩ độ", "two numbers: longitude, latitude"))
	}
	return orb.Point{numbers[0], numbers[1]}, nil
}

func (r *reader) line(v any, at place) (orb.LineString, error) {
	line, err := array(v, at, r.position)
	if err != nil {
		return nil, err
	}
	return line, at.checkLine(line)
}

func (r *reader) polygon(v any, at place) (orb.Polygon, error) {
	return array(v, at, func(v any, at place) (orb.Ring, error) {
		ring, err := array(v, at, r.position)
		if err != nil {
			return nil, err
		}
		return ring, at.checkRing(ring)
	})
}

func appendLeafJSON(dst []byte, value any) []byte {
	switch v := value.(type) {
	case Property:
		dst = append(dst, `{"property":`...)
		return append(appendString(dst, string(v)), '}')
	case string:
		return appendString(dst, v)
	case bool:
		return strconv.AppendBool(dst, v)
	case registry.Date:
		return append(strconv.AppendQuote(append(dst, `{"date":`...), instantText(v)), '}')
	case time.Time:
		return append(strconv.AppendQuote(append(dst, `{"timestamp":`...), instantText(v)), '}')
	case orb.Bound:
		dst = append(dst, `{"bbox":[`...)
		for i, n := range []float64{v.Min[0], v.Min[1], v.Max[0], v.Max[1]} {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = strconv.AppendFloat(dst, n, 'g', -1, 64)
		}
		return append(dst, "]}"...)
	case orb.Geometry:
		return appendGeoJSON(dst, v)
	}
	return appendNumber(dst, value)
}

// appendGeoJSON writes a geometry with every digit it has.
func appendGeoJSON(dst []byte, g orb.Geometry) []byte {
	dst = append(dst, `{"type":"`+g.GeoJSONType()+`",`...)
	if parts, ok := g.(orb.Collection); ok {
		dst = append(dst, `"geometries":[`...)
		for i, part := range parts {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = appendGeoJSON(dst, part)
		}
		return append(dst, "]}"...)
	}
	coordinates, _ := json.Marshal(g) // finite numbers in arrays always encode
	dst = append(dst, `"coordinates":`...)
	return append(append(dst, coordinates...), '}')
}
