package demo

import (
	"math"
	"sync"

	"github.com/paulmach/orb"
)

// The plane is metric, x east and y north of a corner, so that distances and
// angles are plain; lonLat leaves it only at the end.
const (
	originLon, originLat = 108.6, 11.9
	metresPerLat         = 110_640.0
	metresPerLon         = 108_702.0 // at 12.45° N
)

// lonLat gives the WGS84 position of a point of the plane, to the 7 decimals
// the register writes.
func lonLat(p orb.Point) orb.Point {
	return orb.Point{
		math.Round((originLon+p[0]/metresPerLon)*1e7) / 1e7,
		math.Round((originLat+p[1]/metresPerLat)*1e7) / 1e7,
	}
}

func lonLats(line []orb.Point) orb.LineString {
	out := make(orb.LineString, len(line))
	for i, p := range line {
		out[i] = lonLat(p)
	}
	return out
}

func distance(a, b orb.Point) float64 { return math.Hypot(a[0]-b[0], a[1]-b[1]) }

// The mesh: hexagons with a corner to the north, rows of them shifted by half.
// Three meet at every corner, so that borders drawn along their sides never
// touch in a doubtful way.
const (
	hexSpacing = 220.0 // metres between centres
	hexCols    = 410
	hexRows    = 640
	hexes      = hexCols * hexRows
)

var rowHeight = hexSpacing * math.Sqrt(3) / 2

// flatAt gives the centre of a hexagon before the mesh is bent.
func flatAt(h int32) orb.Point {
	row, col := int(h)/hexCols, int(h)%hexCols
	return orb.Point{(float64(col) + 0.5*float64(row&1)) * hexSpacing, float64(row) * rowHeight}
}

// bend moves the mesh about in long waves, so that what runs along its rows is
// not straight. It changes a length by a third at most, and never folds.
func bend(p orb.Point) orb.Point {
	return orb.Point{
		p[0] + 380*math.Sin(p[1]/1750+1.3) + 120*math.Sin((p[0]+p[1])/750),
		p[1] + 380*math.Sin(p[0]/1750+0.4) + 120*math.Sin((p[0]-p[1])/750+2),
	}
}

// centres are all hexagons' centres, bent.
var centres = sync.OnceValue(func() []orb.Point {
	out := make([]orb.Point, hexes)
	for h := range out {
		out[h] = bend(flatAt(int32(h)))
	}
	return out
})

func hexAt(h int32) orb.Point { return centres()[h] }

// hexOf gives the hexagon that p lies in, or one at the rim.
func hexOf(p orb.Point) int32 {
	flat := p
	for range 6 { // the inverse of bend, by repeated correction
		bent := bend(flat)
		flat = orb.Point{flat[0] + p[0] - bent[0], flat[1] + p[1] - bent[1]}
	}
	best, least := int32(0), math.Inf(1)
	row := int(math.Round(flat[1] / rowHeight))
	for r := min(max(row-1, 0), hexRows-1); r <= max(min(row+1, hexRows-1), 0); r++ {
		col := int(math.Round(flat[0]/hexSpacing - 0.5*float64(r&1)))
		h := int32(r*hexCols + min(max(col, 0), hexCols-1))
		if d := distance(flatAt(h), flat); d < least {
			best, least = h, d
		}
	}
	return best
}

// The six sides in counterclockwise order, from the one north-west of the top.
const (
	northWest = iota
	west
	southWest
	southEast
	east
	northEast
	sides
)

// beside gives the hexagon across a side, -1 outside the mesh.
func beside(h int32, side int) int32 {
	row, col := int(h)/hexCols, int(h)%hexCols
	shift := row & 1
	switch side {
	case northWest:
		row, col = row+1, col-1+shift
	case west:
		col--
	case southWest:
		row, col = row-1, col-1+shift
	case southEast:
		row, col = row-1, col+shift
	case east:
		col++
	case northEast:
		row, col = row+1, col+shift
	}
	if row < 0 || row >= hexRows || col < 0 || col >= hexCols {
		return -1
	}
	return int32(row*hexCols + col)
}

// corner gives the mesh-wide number of the corner at which a side starts,
// counterclockwise. Each corner is the top or the bottom of one hexagon: 2h is
// the top of h, 2h+1 its bottom. The hexagon must not lie at the mesh's rim.
func corner(h int32, side int) int32 {
	switch side {
	case northWest:
		return 2 * h
	case west:
		return 2*beside(h, northWest) + 1
	case southWest:
		return 2 * beside(h, southWest)
	case southEast:
		return 2*h + 1
	case east:
		return 2 * beside(h, southEast)
	default:
		return 2*beside(h, northEast) + 1
	}
}

func cornerAt(c int32) orb.Point {
	p := flatAt(c / 2)
	reach := hexSpacing / math.Sqrt(3)
	if c%2 == 1 {
		reach = -reach
	}
	return bend(orb.Point{p[0], p[1] + reach})
}

// search is Dijkstra's over the mesh, kept between runs to spare allocation.
type search struct {
	cost []float64
	from []int32
	seen []int32
	run  int32
	heap []reached
}

type reached struct {
	hex  int32
	cost float64
}

func newSearch() *search {
	return &search{cost: make([]float64, hexes), from: make([]int32, hexes), seen: make([]int32, hexes)}
}

// spread visits hexagons by ascending cost from the sources until visit says
// stop. step gives the cost of going from a to its neighbour b; +Inf forbids.
func (s *search) spread(sources []int32, step func(a, b int32) float64, visit func(h int32, cost float64) (stop bool)) {
	s.run++
	s.heap = s.heap[:0]
	for _, h := range sources {
		s.reach(h, -1, 0)
	}
	for len(s.heap) > 0 {
		at := s.pop()
		if at.cost > s.cost[at.hex] {
			continue
		}
		if visit(at.hex, at.cost) {
			return
		}
		for side := range sides {
			if next := beside(at.hex, side); next >= 0 {
				if c := at.cost + step(at.hex, next); !math.IsInf(c, 1) {
					s.reach(next, at.hex, c)
				}
			}
		}
	}
}

// path gives the hexagons of the cheapest way from a source to h, both included.
func (s *search) path(h int32) []int32 {
	var out []int32
	for ; h >= 0; h = s.from[h] {
		out = append(out, h)
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

func (s *search) reach(h, from int32, cost float64) {
	if s.seen[h] == s.run && s.cost[h] <= cost {
		return
	}
	s.seen[h], s.cost[h], s.from[h] = s.run, cost, from
	s.heap = append(s.heap, reached{h, cost})
	i := len(s.heap) - 1
	for i > 0 {
		up := (i - 1) / 2
		if s.heap[up].cost <= s.heap[i].cost {
			break
		}
		s.heap[up], s.heap[i] = s.heap[i], s.heap[up]
		i = up
	}
}

func (s *search) pop() reached {
	top := s.heap[0]
	last := len(s.heap) - 1
	s.heap[0] = s.heap[last]
	s.heap = s.heap[:last]
	i := 0
	for {
		least := i
		for child := 2*i + 1; child <= 2*i+2 && child < last; child++ {
			if s.heap[child].cost < s.heap[least].cost {
				least = child
			}
		}
		if least == i {
			return top
		}
		s.heap[i], s.heap[least] = s.heap[least], s.heap[i]
		i = least
	}
}
