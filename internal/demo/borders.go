package demo

import (
	"slices"

	"github.com/paulmach/orb"
)

// arc is a piece of border between two places where three areas meet, or a
// whole closed border. Both neighbours draw their outline with the same points,
// one forwards and one backwards, so that nothing is between them and nothing
// twice.
type arc struct {
	left, right int32 // communes on either side; outside for none
	from, to    int32 // corners of the mesh
	line        orb.LineString
}

// side of a hexagon as a directed border piece: its area lies to the left.
type piece struct{ from, to, left, right int32 }

// borders draws all arcs of the partition, smoothed and simplified.
func (p *partition) borders() []arc {
	var pieces []piece
	next := map[[2]int32]int{} // corner and left area → piece that starts there
	for h := range int32(hexes) {
		own := p.label[h]
		for side := range sides {
			if row, col := int(h)/hexCols, int(h)%hexCols; row == 0 || row == hexRows-1 || col == 0 || col == hexCols-1 {
				continue // the rim is sea
			}
			if other := p.label[beside(h, side)]; other != own {
				e := piece{corner(h, side), corner(h, (side+1)%sides), own, other}
				next[[2]int32{e.from, own}] = len(pieces)
				pieces = append(pieces, e)
			}
		}
	}
	// Three pieces start at a corner where three areas meet, two at any other.
	starts := map[int32]int{}
	for _, e := range pieces {
		starts[e.from]++
	}
	drawn := make([]bool, len(pieces))
	var arcs []arc
	draw := func(i int) {
		first := pieces[i]
		a := arc{left: first.left, right: first.right, from: first.from}
		line := []orb.Point{cornerAt(first.from)}
		for {
			e := pieces[i]
			drawn[i] = true
			line = append(line, cornerAt(e.to))
			if a.to = e.to; starts[e.to] == 3 || e.to == first.from {
				break
			}
			i = next[[2]int32{e.to, e.left}]
		}
		a.line = lonLats(simplify(smooth(line, 5), 22))
		arcs = append(arcs, a)
	}
	// Open arcs first; what is left afterwards are closed ones. Each border is
	// drawn from the side of the lower number.
	for _, onlyJunctions := range []bool{true, false} {
		for i, e := range pieces {
			if !drawn[i] && e.left < e.right && (!onlyJunctions || starts[e.from] == 3) {
				draw(i)
			}
		}
	}
	return arcs
}

// outline puts arcs together to the area that consists of the communes for
// which member holds. Outer rings run counterclockwise, holes clockwise.
func outline(arcs []arc, member func(commune int32) bool) orb.MultiPolygon {
	in := func(c int32) bool { return c != outside && member(c) }
	from := map[int32]orb.LineString{} // start corner → line with the area to its left
	end := map[int32]int32{}
	var order []int32
	for _, a := range arcs {
		switch {
		case in(a.left) && !in(a.right):
			from[a.from], end[a.from] = a.line, a.to
			order = append(order, a.from)
		case in(a.right) && !in(a.left):
			back := slices.Clone(a.line)
			slices.Reverse(back)
			from[a.to], end[a.to] = back, a.from
			order = append(order, a.to)
		}
	}
	var outers, holes []orb.Ring
	used := map[int32]bool{}
	for _, start := range order {
		if used[start] {
			continue
		}
		ring := orb.Ring{from[start][0]}
		for at := start; !used[at]; at = end[at] {
			used[at] = true
			ring = append(ring, from[at][1:]...)
		}
		if signedArea(ring) > 0 {
			outers = append(outers, ring)
		} else {
			holes = append(holes, ring)
		}
	}
	var out orb.MultiPolygon
	for _, ring := range outers {
		out = append(out, orb.Polygon{ring})
	}
	for _, hole := range holes {
		for i := range out {
			if inRing(hole[0], out[i][0]) {
				out[i] = append(out[i], hole)
				break
			}
		}
	}
	return out
}

// signedArea is in square units of the ring's coordinates, positive when it
// runs counterclockwise. It is taken from the first point, to keep digits.
func signedArea(ring orb.Ring) (sum float64) {
	for i := 1; i < len(ring); i++ {
		a, b := ring[i-1], ring[i]
		sum += (a[0]-ring[0][0])*(b[1]-ring[0][1]) - (b[0]-ring[0][0])*(a[1]-ring[0][1])
	}
	return sum / 2
}

// inRing says whether p is inside, by the parity of crossings.
func inRing(p orb.Point, ring orb.Ring) bool {
	inside := false
	for i := 1; i < len(ring); i++ {
		a, b := ring[i-1], ring[i]
		if (a[1] > p[1]) != (b[1] > p[1]) && p[0] < a[0]+(p[1]-a[1])*(b[0]-a[0])/(b[1]-a[1]) {
			inside = !inside
		}
	}
	return inside
}
