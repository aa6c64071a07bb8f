package cql2

import (
	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// shapes reads what stands in the brackets of each tagged text.
var shapes map[string]func(*parser, place) (orb.Geometry, error)

func init() { // some of them read collections, which read shapes
	shapes = map[string]func(*parser, place) (orb.Geometry, error){
		"POINT": func(p *parser, _ place) (orb.Geometry, error) {
			points, err := each(p, (*parser).position)
			if err != nil {
				return nil, err
			}
			if len(points) != 1 {
				return nil, p.unexpected(registry.T("một vị trí", "one position"))
			}
			return points[0], nil
		},
		"MULTIPOINT": func(p *parser, _ place) (orb.Geometry, error) {
			points, err := each(p, func(p *parser) (orb.Point, error) { // (1 2), (3 4) or 1 2, 3 4
				inner, err := p.accept("(")
				if err != nil {
					return orb.Point{}, err
				}
				point, err := p.position()
				if err == nil && inner {
					err = p.need(")")
				}
				return point, err
			})
			return orb.MultiPoint(points), err
		},
		"LINESTRING": func(p *parser, _ place) (orb.Geometry, error) { return p.line() },
		"MULTILINESTRING": func(p *parser, _ place) (orb.Geometry, error) {
			lines, err := each(p, (*parser).line)
			return orb.MultiLineString(lines), err
		},
		"POLYGON": func(p *parser, _ place) (orb.Geometry, error) { return p.polygon() },
		"MULTIPOLYGON": func(p *parser, _ place) (orb.Geometry, error) {
			polygons, err := each(p, (*parser).polygon)
			return orb.MultiPolygon(polygons), err
		},
		"GEOMETRYCOLLECTION": func(p *parser, at place) (orb.Geometry, error) {
			if err := p.enter(at, maxRecursion); err != nil {
				return nil, err
			}
			defer p.leave()
			parts, err := each(p, func(p *parser) (orb.Geometry, error) {
				t := p.token
				if t.kind != word || shapes[t.upper] == nil || t.upper == "BBOX" {
					return nil, p.unexpected(registry.T("một hình như POINT(…)", "a geometry such as POINT(…)"))
				}
				if err := p.advance(); err != nil {
					return nil, err
				}
				return p.geometry(t)
			})
			return orb.Collection(parts), err
		},
		"BBOX": func(p *parser, at place) (orb.Geometry, error) {
			numbers, err := each(p, (*parser).coordinate)
			if err != nil {
				return nil, err
			}
			return at.box(numbers)
		},
	}
}

// geometry reads a literal whose tag has been taken. A Z after it says that
// heights follow, which are left away.
func (p *parser) geometry(tag token) (orb.Geometry, error) {
	if tag.upper != "BBOX" {
		if _, err := p.accept("Z"); err != nil {
			return nil, err
		}
	}
	return shapes[tag.upper](p, tag.place)
}

// each reads a bracketed list.
func each[T any](p *parser, one func(*parser) (T, error)) ([]T, error) {
	if err := p.need("("); err != nil {
		return nil, err
	}
	var out []T
	for {
		v, err := one(p)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
		if more, err := p.accept(","); err != nil {
			return nil, err
		} else if !more {
			return out, p.need(")")
		}
	}
}

func (p *parser) coordinate() (float64, error) {
	at, sign := p.token.place, ""
	for _, s := range []string{"-", "+"} {
		if p.is(s) {
			sign = s
			if err := p.advance(); err != nil {
				return 0, err
			}
			break
		}
	}
	if p.token.kind != number {
		return 0, p.unexpected(aNumber)
	}
	v, err := at.parseNumber(sign + p.token.is)
	if err != nil {
		return 0, err
	}
	return asFloat(v), p.advance()
}

func asFloat(v any) float64 {
	if whole, ok := v.(int64); ok {
		return float64(whole)
	}
	return v.(float64)
}

func (p *parser) position() (orb.Point, error) {
	if err := p.vertex(p.token.place); err != nil {
		return orb.Point{}, err
	}
	x, err := p.coordinate()
	if err != nil {
		return orb.Point{}, err
	}
	y, err := p.coordinate()
	if err != nil {
		return orb.Point{}, err
	}
	if !p.is(",") && !p.is(")") {
		if _, err := p.coordinate(); err != nil {
			return orb.Point{}, err
		}
	}
	return orb.Point{x, y}, nil
}

func (p *parser) line() (orb.LineString, error) {
	at := p.token.place
	line, err := each(p, (*parser).position)
	if err == nil {
		err = at.checkLine(line)
	}
	return line, err
}

func (p *parser) polygon() (orb.Polygon, error) {
	return each(p, func(p *parser) (orb.Ring, error) {
		at := p.token.place
		ring, err := each(p, (*parser).position)
		if err == nil {
			err = at.checkRing(ring)
		}
		return ring, err
	})
}
