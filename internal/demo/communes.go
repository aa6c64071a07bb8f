package demo

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/paulmach/orb"
)

// CommuneCount is how many communes the province has, the island included.
const CommuneCount = 130

// commune is a commune while it grows. Its number is its place in the list.
type commune struct {
	seat     int32 // hexagon of the centre, where the committee sits
	reach    float64
	ward     bool
	town     bool // holds the centre of the city or of a town
	highland bool
	island   bool
	district int
	hexes    []int32
	name     string // with its kind: "Phường Minh Khai"
	code     string
}

// partition divides the land: label gives each hexagon's commune, -1 for none.
type partition struct {
	communes []commune
	label    []int32
	district []int32 // of each hexagon, -1 for none
}

const outside = -1

// newPartition sows centres, dense in the city and sparse in the hills, and
// lets each commune grow over the ground. Rivers, ridges and chance make the
// going harder, and there the borders come to lie.
func newPartition(t *terrain, r *rand.Rand, s *search) *partition {
	p := &partition{label: make([]int32, hexes), district: make([]int32, hexes)}
	p.sow(t, r)
	for h := range p.label {
		p.label[h] = outside
	}
	sources := make([]int32, len(p.communes))
	for i := range p.communes {
		sources[i] = p.communes[i].seat
		p.label[p.communes[i].seat] = int32(i)
	}
	step := func(a, b int32) float64 {
		if !t.land[b] {
			return math.Inf(1)
		}
		at := hexAt(b)
		hard := 1 + math.Abs(t.elevation[b]-t.elevation[a])/14 + 1.1*(0.7+t.noise.rough(at[0]/3100+9, at[1]/3100, 2))
		if t.river[a] != t.river[b] {
			hard += 9
		}
		return hexSpacing * hard / p.communes[p.label[a]].reach
	}
	s.spread(sources, step, func(h int32, _ float64) bool {
		if from := s.from[h]; from >= 0 {
			p.label[h] = p.label[from]
		}
		c := &p.communes[p.label[h]]
		c.hexes = append(c.hexes, h)
		return false
	})
	for i := range p.communes {
		c := &p.communes[i]
		slices.Sort(c.hexes)
		mean := 0.0
		for _, h := range c.hexes {
			mean += t.elevation[h] / float64(len(c.hexes))
		}
		c.highland = mean > 190 && !c.ward
	}
	p.groupDistricts(t)
	return p
}

// spacing is how far apart commune centres want to be, in metres.
func spacing(t *terrain, h int32) float64 {
	p := hexAt(h)
	rural := 6400 + 4300*smoothstep(60, 420, t.elevation[h])
	want := math.Min(rural, 1750+0.30*distance(p, t.city))
	for _, town := range t.towns {
		want = math.Min(want, 2900+0.5*distance(p, town))
	}
	return want
}

// sow chooses the centres: the city, the towns and the island first, then by
// dart throwing with a distance kept, at the widest scale that gives enough.
func (p *partition) sow(t *terrain, r *rand.Rand) {
	type dart struct {
		hex     int32
		at      orb.Point
		spacing float64
	}
	throw := func(h int32) dart { return dart{h, hexAt(h), spacing(t, h)} }
	given := []dart{throw(hexOf(t.city))}
	for _, town := range t.towns {
		given = append(given, throw(hexOf(town)))
	}
	var darts []dart
	for range 25_000 {
		h := int32(r.IntN(hexes))
		if t.land[h] && distance(hexAt(h), hexAt(t.island)) > 6000 {
			darts = append(darts, throw(h))
		}
	}
	var seats []dart
	for scale := 1.1; len(seats) < CommuneCount-1; scale -= 0.01 {
		seats = slices.Clone(given)
		for _, d := range darts {
			free := !slices.ContainsFunc(seats, func(seat dart) bool {
				return distance(seat.at, d.at) < scale*(seat.spacing+d.spacing)/2
			})
			if free {
				seats = append(seats, d)
			}
		}
	}
	for i, seat := range append(seats[:CommuneCount-1], throw(t.island)) {
		c := commune{seat: seat.hex, reach: seat.spacing, town: i < len(given), island: seat.hex == t.island}
		c.ward = c.town || distance(seat.at, t.city) < 8200 && !c.island
		p.communes = append(p.communes, c)
	}
}

// districtCount is how many districts there were until 2025-07-01.
const districtCount = 10

// groupDistricts joins neighbouring communes around ten of them: the city, the
// towns, and then the seats farthest from those chosen. The first is the city's.
func (p *partition) groupDistricts(t *terrain) {
	var heads []int
	for i, c := range p.communes {
		if c.town {
			heads = append(heads, i)
		}
		p.communes[i].district = -1
	}
	for len(heads) < districtCount {
		farthest, at := 0.0, 0
		for i, c := range p.communes {
			near := math.Inf(1)
			for _, head := range heads {
				near = math.Min(near, distance(hexAt(c.seat), hexAt(p.communes[head].seat)))
			}
			if near > farthest && !c.island {
				farthest, at = near, i
			}
		}
		heads = append(heads, at)
	}
	beside := p.neighbours()
	cost := make([]float64, len(p.communes))
	for i := range cost {
		cost[i] = math.Inf(1)
	}
	for d, head := range heads {
		cost[head], p.communes[head].district = 0, d
	}
	done := make([]bool, len(p.communes))
	for range p.communes {
		at := -1
		for i := range cost {
			if !done[i] && (at < 0 || cost[i] < cost[at]) {
				at = i
			}
		}
		done[at] = true
		for _, next := range beside[at] {
			d := distance(hexAt(p.communes[at].seat), hexAt(p.communes[next].seat))
			if cost[at]+d < cost[next] {
				cost[next], p.communes[next].district = cost[at]+d, p.communes[at].district
			}
		}
	}
	for i, c := range p.communes {
		if c.island { // it went with the nearest coast
			near := math.Inf(1)
			for _, other := range p.communes {
				if d := distance(hexAt(c.seat), hexAt(other.seat)); !other.island && d < near {
					near, p.communes[i].district = d, other.district
				}
			}
		}
	}
	for h, c := range p.label {
		p.district[h] = outside
		if c != outside {
			p.district[h] = int32(p.communes[c].district)
		}
	}
}

// neighbours gives, for each commune, those it shares a border with, ascending.
func (p *partition) neighbours() [][]int {
	out := make([][]int, len(p.communes))
	for i, c := range p.communes {
		for _, h := range c.hexes {
			for side := range sides {
				if next := p.label[beside(h, side)]; next != outside && int(next) != i {
					out[i] = append(out[i], int(next))
				}
			}
		}
		slices.Sort(out[i])
		out[i] = slices.Compact(out[i])
	}
	return out
}

// inner says whether a hexagon lies well inside its commune: it and all around
// it belong there, so that no smoothing of the border can reach it.
func (p *partition) inner(h int32) bool {
	for side := range sides {
		if next := beside(h, side); next < 0 || p.label[next] != p.label[h] {
			return false
		}
	}
	return true
}

// communeAt gives the commune of a point of the plane, outside for none.
func (p *partition) communeAt(at orb.Point) int { return int(p.label[hexOf(at)]) }
