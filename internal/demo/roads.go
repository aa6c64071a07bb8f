package demo

import (
	"fmt"
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// RoadClass is the rank of a road.
type RoadClass string

const (
	NationalRoad   RoadClass = "national"   // quốc lộ
	ProvincialRoad RoadClass = "provincial" // đường tỉnh
	CommuneRoad    RoadClass = "commune"    // đường xã, đường thôn
	Street         RoadClass = "street"     // phố
)

// ranks order the classes: a way shared by two roads has the higher class.
var ranks = []RoadClass{NationalRoad, ProvincialRoad, CommuneRoad}

// way is one step of the road network between neighbouring hexagons.
type way struct {
	rank  int8
	route int16 // which road of its rank
}

// roadNet is the network over the mesh while it grows. Streets are apart.
type roadNet struct {
	t      *terrain
	s      *search
	ground []float64 // cost of a road over each hexagon, climbing apart
	rank   []int8    // of the best road through each hexagon, noRoad for none
	ways   map[[2]int32]way
	order  [][2]int32 // keys of ways in the order they were built
	routes [3]int16   // routes numbered so far, by rank
	names  [3]map[int16]string
}

const noRoad = int8(len("123")) // one below the last rank

func newRoadNet(t *terrain, s *search) *roadNet {
	n := &roadNet{t: t, s: s, ground: make([]float64, hexes), rank: make([]int8, hexes), ways: map[[2]int32]way{}}
	for h := range n.rank {
		n.rank[h] = noRoad
		p := hexAt(int32(h))
		n.ground[h] = 1 + t.elevation[h]/500 + 1.1*(0.7+t.noise.at(p[0]/1900+31, p[1]/1900))
		if t.river[h] {
			n.ground[h] += 7
		}
	}
	for i := range n.names {
		n.names[i] = map[int16]string{}
	}
	return n
}

// effort gives the cost of building from a to its neighbour b: climbing is dear,
// crossing a river dearer, and using a road that is there cheap.
func (n *roadNet) effort(a, b int32) float64 {
	if !n.t.land[b] {
		return math.Inf(1)
	}
	climb := (n.t.elevation[b] - n.t.elevation[a]) / 13
	cost := n.ground[b] + climb*climb
	if n.rank[b] != noRoad {
		if _, built := n.ways[wayKey(a, b)]; built {
			return hexSpacing * 0.3
		}
		cost *= 1.3 // beside a road one joins it, or keeps away
	}
	return hexSpacing * cost
}

func wayKey(a, b int32) [2]int32 {
	if a > b {
		a, b = b, a
	}
	return [2]int32{a, b}
}

// lay builds the cheapest way from one hexagon to another.
func (n *roadNet) lay(from, to int32, rank int8, route int16) {
	n.s.spread([]int32{from}, n.effort, func(h int32, _ float64) bool { return h == to })
	n.build(n.s.path(to), rank, route)
}

// join builds the cheapest way from a hexagon to the network.
func (n *roadNet) join(from int32, rank int8, route int16) {
	var end int32
	n.s.spread([]int32{from}, n.effort, func(h int32, _ float64) bool {
		end = h
		return n.rank[h] != noRoad
	})
	n.build(n.s.path(end), rank, route)
}

func (n *roadNet) build(path []int32, rank int8, route int16) {
	for i, h := range path {
		n.rank[h] = min(n.rank[h], rank)
		if i == 0 {
			continue
		}
		key := wayKey(path[i-1], h)
		if old, built := n.ways[key]; !built {
			n.ways[key] = way{rank, route}
			n.order = append(n.order, key)
		} else if rank < old.rank {
			n.ways[key] = way{rank, route}
		}
	}
}

func (n *roadNet) route(rank int8, name string) int16 {
	n.routes[rank]++
	n.names[rank][n.routes[rank]] = name
	return n.routes[rank]
}

// connect lays the national roads, then roads between the communes' seats: a
// seat is joined to another when no third is nearer to both (the relative
// neighbourhood graph), which is how such networks look.
func (n *roadNet) connect(p *partition) {
	border := func(x, y float64, side int) int32 {
		h := hexOf(orb.Point{x, y})
		for !n.t.land[h] {
			h = beside(h, side)
		}
		for n.t.land[beside(h, (side+3)%sides)] {
			h = beside(h, (side+3)%sides)
		}
		return h
	}
	towns := []int32{hexOf(n.t.city)}
	for _, town := range n.t.towns {
		towns = append(towns, hexOf(town))
	}
	coastal := n.route(0, "Quốc lộ 1")
	for _, leg := range [][2]int32{
		{border(n.t.towns[0][0]-7000, 113_000, southEast), towns[1]}, {towns[1], towns[2]}, {towns[2], towns[0]},
		{towns[0], towns[3]}, {towns[3], border(n.t.towns[2][0]-9000, 8000, northWest)},
	} {
		n.lay(leg[0], leg[1], 0, coastal)
	}
	inland := n.route(0, "Quốc lộ 29B")
	n.lay(towns[0], towns[4], 0, inland)
	n.lay(towns[4], border(12_000, 66_000, east), 0, inland)
	upland := n.route(0, "Quốc lộ 19D")
	n.lay(towns[6], towns[4], 0, upland)
	n.lay(towns[4], towns[5], 0, upland)
	n.lay(towns[5], towns[3], 0, upland)

	type link struct {
		a, b int
		d    float64
	}
	var links []link
	for a, ca := range p.communes {
		for b, cb := range p.communes[:a] {
			d := distance(hexAt(ca.seat), hexAt(cb.seat))
			third := slices.ContainsFunc(p.communes, func(c commune) bool {
				return math.Max(distance(hexAt(c.seat), hexAt(ca.seat)), distance(hexAt(c.seat), hexAt(cb.seat))) < 0.94*d
			})
			if !third && !ca.island && !cb.island {
				links = append(links, link{a, b, d})
			}
		}
	}
	var ends [][2]int
	for _, l := range links {
		ends = append(ends, [2]int{l.a, l.b})
	}
	for i, rank := range n.hierarchy(p, ends) {
		a, b := &p.communes[ends[i][0]], &p.communes[ends[i][1]]
		if rank.rank == 2 {
			rank.route = n.route(2, fmt.Sprintf("Đường liên xã %s – %s", bare(b.name), bare(a.name)))
		}
		n.lay(a.seat, b.seat, rank.rank, rank.route)
	}
	for _, c := range p.communes {
		if c.island { // a road of its own along the island
			end := c.seat
			for _, h := range c.hexes {
				if p.inner(h) && distance(hexAt(h), hexAt(c.seat)) > distance(hexAt(end), hexAt(c.seat)) {
					end = h
				}
			}
			n.lay(c.seat, end, 2, n.route(2, "Đường quanh đảo"))
		}
	}
}

// hierarchy says which links between seats are provincial roads: those on the
// shortest ways from the city that several communes depend on. A road goes on
// where most of its traffic goes; the other branches are roads of their own.
func (n *roadNet) hierarchy(p *partition, links [][2]int) []way {
	const fromCommunes = 3
	cost, via := make([]float64, len(p.communes)), make([]int, len(p.communes))
	for i := range cost {
		cost[i], via[i] = math.Inf(1), -1
	}
	cost[0] = 0 // the first commune holds the city's centre
	var order []int
	done := make([]bool, len(p.communes))
	for {
		at := -1
		for i := range cost {
			if !done[i] && !math.IsInf(cost[i], 1) && (at < 0 || cost[i] < cost[at]) {
				at = i
			}
		}
		if at < 0 {
			break
		}
		done[at] = true
		order = append(order, at)
		for k, l := range links {
			if l[0] != at && l[1] != at {
				continue
			}
			other := l[0] + l[1] - at
			if d := cost[at] + distance(hexAt(p.communes[at].seat), hexAt(p.communes[other].seat)); d < cost[other] {
				cost[other], via[other] = d, k
			}
		}
	}
	behind := make([]int, len(p.communes)) // communes that come through this one, itself included
	for i := len(order) - 1; i > 0; i-- {
		at := order[i]
		behind[at]++
		behind[links[via[at]][0]+links[via[at]][1]-at] += behind[at]
	}
	ways := make([]way, len(links))
	for i := range ways {
		ways[i] = way{rank: 2}
	}
	reached, taken := make([]int16, len(p.communes)), make([]bool, len(p.communes))
	slices.SortStableFunc(order[1:], func(a, b int) int { return behind[b] - behind[a] })
	for _, at := range order[1:] {
		if behind[at] < fromCommunes {
			break
		}
		from := links[via[at]][0] + links[via[at]][1] - at
		route := reached[from]
		if route == 0 || taken[from] {
			route = n.route(1, fmt.Sprintf("Đường tỉnh %d", 901+n.routes[1]))
		}
		taken[from], reached[at] = true, route
		ways[via[at]] = way{1, route}
	}
	return ways
}

// draw turns the network into lines: each runs between junctions, ends, or
// changes of road, smoothed without leaving its ends.
func (n *roadNet) draw() []road {
	around := map[int32][]int32{}
	for _, key := range n.order {
		around[key[0]] = append(around[key[0]], key[1])
		around[key[1]] = append(around[key[1]], key[0])
	}
	through := func(h int32, w way) bool {
		near := around[h]
		return len(near) == 2 && n.ways[wayKey(h, near[0])] == w && n.ways[wayKey(h, near[1])] == w
	}
	done := map[[2]int32]bool{}
	var roads []road
	trace := func(a, b int32) {
		w := n.ways[wayKey(a, b)]
		line := []orb.Point{jitter(a, 0.33), jitter(b, 0.33)}
		done[wayKey(a, b)] = true
		for first := a; through(b, w) && b != first; {
			next := around[b][0]
			if next == a {
				next = around[b][1]
			}
			a, b = b, next
			done[wayKey(a, b)] = true
			line = append(line, jitter(b, 0.33))
		}
		roads = append(roads, road{
			class: ranks[w.rank], name: n.names[w.rank][w.route], line: simplify(smooth(line, 5), 4),
			code: fmt.Sprintf("%s%d-%d", [...]string{"QL", "DT", "DX"}[w.rank], w.route, len(roads)+1),
		})
	}
	for _, ends := range []bool{true, false} { // then what is left: rings
		for _, key := range n.order {
			w := n.ways[key]
			for _, from := range []int32{key[0], key[1]} {
				if !done[key] && (!ends || !through(from, w)) {
					trace(from, key[0]+key[1]-from)
				}
			}
		}
	}
	return roads
}

// road is a piece of road between junctions, in the plane.
type road struct {
	class RoadClass
	name  string
	code  string
	line  []orb.Point
	main  bool // a boulevard
}
