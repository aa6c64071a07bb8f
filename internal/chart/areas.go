package chart

import (
	"math"

	"github.com/paulmach/orb"
)

// Areas (bản đồ phân vùng) shows units by pattern.
type Areas struct {
	Items  []Area
	Legend []Key
}

// Area is one unit, in WGS 84.
type Area struct {
	Shape orb.MultiPolygon
	Fill  Pattern
}

// maxMapPx is how high a map may be.
const maxMapPx = 1250

// PNG draws the map: north is up, degrees of longitude as short as they are in the
// middle of it.
func (m Areas) PNG() ([]byte, error) {
	box := orb.Bound{Min: orb.Point{math.Inf(1), math.Inf(1)}, Max: orb.Point{math.Inf(-1), math.Inf(-1)}}
	for _, a := range m.Items {
		if len(a.Shape) > 0 {
			box = box.Union(a.Shape.Bound())
		}
	}
	if len(m.Items) == 0 || box.IsEmpty() {
		box = orb.Bound{Min: orb.Point{105, 20}, Max: orb.Point{106, 21}}
	}
	shrink := math.Cos(box.Center().Lat() * math.Pi / 180)
	w, h := (box.Max.Lon()-box.Min.Lon())*shrink, box.Max.Lat()-box.Min.Lat()
	scale := min((Width-40)/w, maxMapPx/h)
	height := h * scale
	c, err := newCanvas(Width, int(height)+40+legendHeight(len(m.Legend))+30)
	if err != nil {
		return nil, err
	}
	left := (Width - w*scale) / 2
	at := func(p orb.Point) point {
		return point{left + (p.Lon()-box.Min.Lon())*shrink*scale, 20 + (box.Max.Lat()-p.Lat())*scale}
	}
	for _, a := range m.Items {
		for _, polygon := range a.Shape {
			c.fill(a.Fill, trace(polygon, at)...)
		}
	}
	for _, a := range m.Items {
		for _, polygon := range a.Shape {
			for _, ring := range trace(polygon, at) {
				c.stroke(white, 7, ring...)
				c.stroke(black, 2.5, ring...)
			}
		}
	}
	c.legend(m.Legend, 40, height+50)
	return c.encode()
}

// trace gives a polygon's rings in pixels, without what is smaller than one; the
// outer ring turns one way and the holes the other.
func trace(p orb.Polygon, at func(orb.Point) point) (rings [][]point) {
	for i, r := range p {
		want := orb.CCW
		if i > 0 {
			want = orb.CW
		}
		if r.Orientation() != want {
			r = r.Clone()
			r.Reverse()
		}
		var ring []point
		for n, v := range r {
			q := at(v)
			if n > 0 && n < len(r)-1 && math.Hypot(q.x-ring[len(ring)-1].x, q.y-ring[len(ring)-1].y) < 1 {
				continue
			}
			ring = append(ring, q)
		}
		rings = append(rings, ring)
	}
	return rings
}
