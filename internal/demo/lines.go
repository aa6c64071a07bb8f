package demo

import (
	"math"

	"github.com/paulmach/orb"
)

// jitter gives the centre of a hexagon, moved by up to share of the spacing in
// a direction that depends on the hexagon alone, so that every line through it
// meets the others there and none shows the mesh.
func jitter(h int32, share float64) orb.Point {
	v := uint64(h)*0x9E3779B97F4A7C15 + 0x632BE59BD9B4E019
	v ^= v >> 29
	v *= 0xBF58476D1CE4E5B9
	v ^= v >> 32
	sin, cos := math.Sincos(float64(v&0xFFFF) / 65536 * 2 * math.Pi)
	r := hexSpacing * share * float64(v>>16&0xFFFF) / 65536
	p := hexAt(h)
	return orb.Point{p[0] + r*cos, p[1] + r*sin}
}

// smooth takes the corners off a line, its ends fixed; a closed line keeps
// only its first point.
func smooth(line []orb.Point, passes int) []orb.Point {
	out := append([]orb.Point(nil), line...)
	for range passes {
		before := out[0]
		for i := 1; i < len(out)-1; i++ {
			here := out[i]
			out[i] = orb.Point{(before[0] + 2*here[0] + out[i+1][0]) / 4, (before[1] + 2*here[1] + out[i+1][1]) / 4}
			before = here
		}
	}
	return out
}

// simplify leaves out points nearer than tolerance to the line without them
// (Douglas and Peucker, 1973), its ends kept; of a closed line it keeps three.
func simplify(line []orb.Point, tolerance float64) []orb.Point {
	if len(line) < 3 {
		return line
	}
	keep := make([]bool, len(line))
	keep[0], keep[len(line)-1] = true, true
	var split func(a, b int)
	split = func(a, b int) {
		farthest, at := 0.0, -1
		for i := a + 1; i < b; i++ {
			if d := offLine(line[i], line[a], line[b]); d > farthest {
				farthest, at = d, i
			}
		}
		if at > 0 && farthest > tolerance {
			keep[at] = true
			split(a, at)
			split(at, b)
		}
	}
	split(0, len(line)-1)
	out := make([]orb.Point, 0, len(line))
	for i, p := range line {
		if keep[i] {
			out = append(out, p)
		}
	}
	return out
}

// offLine is the distance of p from the segment a–b.
func offLine(p, a, b orb.Point) float64 {
	dx, dy := b[0]-a[0], b[1]-a[1]
	t := 0.0
	if l := dx*dx + dy*dy; l > 0 {
		t = clamp(((p[0]-a[0])*dx+(p[1]-a[1])*dy)/l, 0, 1)
	}
	return math.Hypot(p[0]-a[0]-t*dx, p[1]-a[1]-t*dy)
}

func length(line []orb.Point) (sum float64) {
	for i := 1; i < len(line); i++ {
		sum += distance(line[i-1], line[i])
	}
	return sum
}

// walk calls visit at points along a line: the first at start metres, then
// after each gap that visit returns, with the direction of the line there.
func walk(line []orb.Point, start float64, visit func(p, direction orb.Point) (gap float64)) {
	next := start
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		l := distance(a, b)
		for next < l {
			direction := orb.Point{(b[0] - a[0]) / l, (b[1] - a[1]) / l}
			next += visit(orb.Point{a[0] + direction[0]*next, a[1] + direction[1]*next}, direction)
		}
		next -= l
	}
}

// beyond gives the point metres to the left of p, seen along direction; to the
// right when negative.
func beyond(p, direction orb.Point, metres float64) orb.Point {
	return orb.Point{p[0] - direction[1]*metres, p[1] + direction[0]*metres}
}
