package demo

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/paulmach/orb"

	names "github.com/hatangso/hatangso/geodata/demo"
)

// quarter is a street grid: the city's or a town's. Its streets bend a little,
// some blocks are joined, and the rim is ragged.
type quarter struct {
	centre  orb.Point
	angle   float64 // of the first set of streets, radians from east
	radiusM float64
	blockM  [2]float64
	city    bool
	nodes   map[[2]int]orb.Point
	order   [][2]int // nodes, row by row
	edges   []street
}

// street is one side of a block, between two crossings.
type street struct {
	a, b [2]int
	name string
	main bool // a boulevard
}

// urbanity says how much a place is town: 1 in the middle of the city, 0 in
// open country.
func urbanity(t *terrain, p orb.Point) float64 {
	u := math.Exp(-square(distance(p, t.city) / 4300))
	for i, town := range t.towns {
		u = math.Max(u, 0.8*math.Exp(-square(distance(p, town)/townRadiusM[i])))
	}
	return u
}

// townRadiusM are the sizes of the towns, in the order of terrain.towns.
var townRadiusM = []float64{1350, 900, 1250, 1200, 900, 850}

func newQuarters(t *terrain, r *rand.Rand) []quarter {
	quarters := []quarter{newQuarter(t, r, t.city, 4300, true)}
	for i, town := range t.towns {
		quarters = append(quarters, newQuarter(t, r, town, townRadiusM[i], false))
	}
	return quarters
}

func newQuarter(t *terrain, r *rand.Rand, centre orb.Point, radiusM float64, city bool) quarter {
	q := quarter{
		centre: centre, angle: (r.Float64() - 0.5) * 0.8, radiusM: radiusM,
		blockM: [2]float64{112 + 20*r.Float64(), 150 + 30*r.Float64()}, city: city, nodes: map[[2]int]orb.Point{},
	}
	sin, cos := math.Sincos(q.angle)
	place := func(u, v float64) orb.Point {
		u += 75 * t.noise.at(u/1300+11, v/1300)
		v += 75 * t.noise.at(u/1300, v/1300+23)
		return orb.Point{centre[0] + u*cos - v*sin, centre[1] + u*sin + v*cos}
	}
	half := int(1.5 * radiusM / 100)
	for j := -half; j <= half; j++ {
		for i := -half; i <= half; i++ {
			p := place(float64(i)*q.blockM[0], float64(j)*q.blockM[1])
			ragged := distance(p, centre)/radiusM + 0.45*t.noise.rough(p[0]/900, p[1]/900, 2)
			if h := hexOf(p); ragged < 1 && t.land[h] && !t.river[h] && t.elevation[h] < t.elevation[hexOf(centre)]+60 {
				q.nodes[[2]int{i, j}] = p
				q.order = append(q.order, [2]int{i, j})
			}
		}
	}
	offset := r.IntN(len(names.Streets))
	named := func(axis, k int) string {
		k = 2*k + axis
		if k < 0 {
			k = -2*k + 1
		}
		return "Đường " + names.Streets[(offset+k)%len(names.Streets)]
	}
	for _, a := range q.order {
		for axis, b := range [2][2]int{{a[0] + 1, a[1]}, {a[0], a[1] + 1}} {
			line := a[1-axis]
			main := line%5 == 0
			if _, ok := q.nodes[b]; !ok {
				b = q.bridge(t, a, axis, main)
				if b == a {
					continue
				}
			}
			far := distance(q.nodes[a], centre) / radiusM
			if main || r.Float64() > 0.06+0.30*far*far {
				q.edges = append(q.edges, street{a: a, b: b, name: named(axis, line), main: main})
			}
		}
	}
	q.keepConnected()
	return q
}

// keepConnected drops the streets that do not hang together with the centre.
func (q *quarter) keepConnected() {
	around := map[[2]int][][2]int{}
	for _, e := range q.edges {
		around[e.a] = append(around[e.a], e.b)
		around[e.b] = append(around[e.b], e.a)
	}
	var start [2]int
	for _, n := range q.order {
		if len(around[n]) > 0 && (len(around[start]) == 0 || distance(q.nodes[n], q.centre) < distance(q.nodes[start], q.centre)) {
			start = n
		}
	}
	reached := map[[2]int]bool{start: true}
	for queue := [][2]int{start}; len(queue) > 0; queue = queue[1:] {
		for _, next := range around[queue[0]] {
			if !reached[next] {
				reached[next] = true
				queue = append(queue, next)
			}
		}
	}
	q.edges = slices.DeleteFunc(q.edges, func(e street) bool { return !reached[e.a] })
}

// bridge gives the crossing beyond a river that a boulevard from a reaches, or
// a itself when there is none.
func (q *quarter) bridge(t *terrain, a [2]int, axis int, main bool) [2]int {
	for step := 2; main && step <= 6; step++ {
		b := a
		b[axis] += step
		if p, ok := q.nodes[b]; ok {
			at := q.nodes[a]
			if t.river[hexOf(orb.Point{(at[0] + p[0]) / 2, (at[1] + p[1]) / 2})] {
				return b
			}
			break
		}
	}
	return a
}

// roads gives the streets as roads, those of one name in a row joined.
func (q *quarter) roads(number int) []road {
	next := map[[2]int][2]*street{}
	begun := map[[2]int][2]bool{}
	axis := func(e *street) int {
		if e.a[1] == e.b[1] {
			return 0
		}
		return 1
	}
	for i := range q.edges {
		e := &q.edges[i]
		out, in := next[e.a], begun[e.b]
		out[axis(e)], in[axis(e)] = e, true
		next[e.a], begun[e.b] = out, in
	}
	var out []road
	for i := range q.edges {
		e := &q.edges[i]
		k := axis(e)
		if begun[e.a][k] {
			continue
		}
		line := []orb.Point{q.nodes[e.a]}
		for at := e; at != nil; at = next[at.b][k] {
			line = append(line, q.nodes[at.b])
		}
		out = append(out, road{class: Street, name: e.name, line: line, main: e.main, code: fmt.Sprintf("P%d-%d", number, len(out)+1)})
	}
	return out
}
