package cql2

import (
	"math"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// A geometry literal is read in the same four steps from text and JSON: a
// position, a line of positions, rings, parts.

// checkLine refuses a line of fewer than two positions.
func (p place) checkLine(line orb.LineString) error {
	if len(line) < 2 {
		return p.refuse(ruleGeometry, "", registry.Tf("đường có %d đỉnh.", "a line has %d positions.", len(line)),
			registry.T("Ghi ít nhất hai đỉnh.", "Give at least two positions."))
	}
	return nil
}

// checkRing refuses a ring that is none (RFC 7946 §3.1.6).
func (p place) checkRing(ring orb.LineString) error {
	if len(ring) < 4 || ring[0] != ring[len(ring)-1] {
		return p.refuse(ruleGeometry, "", registry.T("vòng của vùng chưa khép kín.", "a ring of a polygon is not closed."),
			registry.T("Mỗi vòng có ít nhất bốn đỉnh, đỉnh cuối trùng đỉnh đầu.", "A ring has at least four positions, the last equal to the first."))
	}
	return nil
}

// box makes a bounding box of 4 numbers, or of 6 whose heights are left away.
func (p place) box(numbers []float64) (orb.Bound, error) {
	switch len(numbers) {
	case 6:
		numbers = []float64{numbers[0], numbers[1], numbers[3], numbers[4]}
	case 4:
	default:
		return orb.Bound{}, p.refuse(ruleGeometry, "", registry.Tf("BBOX có %d số.", "BBOX has %d numbers.", len(numbers)),
			registry.T("Ghi tây, nam, đông, bắc.", "Give west, south, east, north."))
	}
	if numbers[1] > numbers[3] {
		return orb.Bound{}, p.refuse(ruleGeometry, "", registry.T("BBOX có cạnh nam ở trên cạnh bắc.", "BBOX has its south above its north."),
			registry.T("Ghi tây, nam, đông, bắc.", "Give west, south, east, north."))
	}
	return orb.Bound{Min: orb.Point{numbers[0], numbers[1]}, Max: orb.Point{numbers[2], numbers[3]}}, nil
}

// boxSteps is into how many pieces the side of a box is cut before it is
// transformed: what is straight in one system is not in another.
const boxSteps = 16

// Transform gives the expression with every position of its geometries turned
// from the filter's CRS into WGS84 longitude/latitude. A box becomes a polygon.
// An error that of names what is wrong with the position.
func (e Expr) Transform(of func(orb.Point) (orb.Point, error)) (Expr, error) {
	if g, ok := e.Value.(orb.Geometry); ok {
		if b, ok := g.(orb.Bound); ok {
			g = outline(b)
		}
		turned, err := transform(g, of)
		e.Value = turned
		return e, err
	}
	args := make([]Expr, len(e.Args))
	for i, a := range e.Args {
		var err error
		if args[i], err = a.Transform(of); err != nil {
			return e, err
		}
	}
	if e.Args != nil {
		e.Args = args
	}
	return e, nil
}

// outline gives a box as a polygon of many short sides.
func outline(b orb.Bound) orb.Polygon {
	corners := b.ToRing()
	var ring orb.Ring
	for i := 1; i < len(corners); i++ {
		from, to := corners[i-1], corners[i]
		for step := range boxSteps {
			part := float64(step) / boxSteps
			ring = append(ring, orb.Point{from[0] + (to[0]-from[0])*part, from[1] + (to[1]-from[1])*part})
		}
	}
	return orb.Polygon{append(ring, ring[0])}
}

func transform(g orb.Geometry, of func(orb.Point) (orb.Point, error)) (orb.Geometry, error) {
	var err error
	points := func(in []orb.Point) []orb.Point {
		out := make([]orb.Point, len(in))
		for i, p := range in {
			if err == nil {
				out[i], err = of(p)
			}
		}
		return out
	}
	polygon := func(in orb.Polygon) orb.Polygon {
		out := make(orb.Polygon, len(in))
		for i, ring := range in {
			out[i] = points(ring)
		}
		return out
	}
	switch v := g.(type) {
	case orb.Point:
		g = points([]orb.Point{v})[0]
	case orb.MultiPoint:
		g = orb.MultiPoint(points(v))
	case orb.LineString:
		g = orb.LineString(points(v))
	case orb.MultiLineString:
		out := make(orb.MultiLineString, len(v))
		for i, line := range v {
			out[i] = points(line)
		}
		g = out
	case orb.Polygon:
		g = polygon(v)
	case orb.MultiPolygon:
		out := make(orb.MultiPolygon, len(v))
		for i, part := range v {
			out[i] = polygon(part)
		}
		g = out
	case orb.Collection:
		out := make(orb.Collection, len(v))
		for i, part := range v {
			if err == nil {
				out[i], err = transform(part, of)
			}
		}
		g = out
	}
	return g, err
}

// offEarth gives a position of g that is not on Earth.
func offEarth(g orb.Geometry) (orb.Point, bool) {
	var off orb.Point
	var found bool
	look := func(p orb.Point) (orb.Point, error) {
		if !(math.Abs(p[0]) <= 180 && math.Abs(p[1]) <= 90) {
			off, found = p, true
		}
		return p, nil
	}
	if b, ok := g.(orb.Bound); ok {
		g = orb.MultiPoint{b.Min, b.Max}
	}
	_, _ = transform(g, look)
	return off, found
}
