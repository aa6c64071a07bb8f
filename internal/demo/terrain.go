package demo

import (
	"math"
	"math/rand/v2"

	"github.com/paulmach/orb"

	names "github.com/hatangso/hatangso/geodata/demo"
)

// terrain is the ground: which hexagons are land, how high, and the rivers.
type terrain struct {
	noise     *noise
	land      []bool
	elevation []float64 // metres above the sea
	river     []bool
	rivers    []River
	island    int32 // a hexagon of the island off the coast
	city      orb.Point
	towns     []orb.Point
}

// coastX gives where the coast lies, before its bays and capes, in metres.
func (t *terrain) coastX(y float64) float64 {
	return 66_000 + 11_000*t.noise.at(y/46_000, 3.7)
}

func newTerrain(r *rand.Rand, s *search) *terrain {
	t := &terrain{
		noise: newNoise(r), land: make([]bool, hexes),
		elevation: make([]float64, hexes), river: make([]bool, hexes),
	}
	t.raise()
	t.keepMainland()
	t.addIsland()
	t.settle()
	t.runRivers(s)
	return t
}

// raise shapes the land: a coast in the east with bays and capes, an inland
// border in the other directions, a plain, and hills that grow westward.
func (t *terrain) raise() {
	n := t.noise
	const cityY = 58_000.0
	for h := range int32(hexes) {
		p := hexAt(h)
		x, y := p[0], p[1]
		sea := t.coastX(y) - x + 7600*n.rough(x/14_000, y/14_000, 2) + 2600*n.rough(x/4600, y/4600, 3)
		sea -= 9500 * math.Exp(-square((y-82_000)/6000)) * smoothstep(46_000, 62_000, x) // a bay
		sea += 6500 * math.Exp(-square((y-33_000)/3600))                                 // a cape
		border := 3000 * n.rough(x/9000+40, y/9000, 3)
		westward := x - (14_000 + 17_000*n.at(y/33_000, 91.3)) + border
		southward := y - (11_000 + 13_000*n.at(x/25_000, 57.1) - x/12) + border
		northward := 110_000 + 14_000*n.at(x/27_000, 23.9) + x/11 - y + border
		rim := int(h)%hexCols < 3 || int(h)%hexCols >= hexCols-3 || int(h)/hexCols < 3 || int(h)/hexCols >= hexRows-3
		t.land[h] = !rim && sea > 0 && westward > 0 && southward > 0 && northward > 0

		inland := math.Max(0, sea)
		plain := 11_000 + 9000*n.at(y/21_000, 8.8) + 11_000*math.Exp(-square((y-cityY)/13_000))
		hills := smoothstep(0, 38_000, inland-plain)
		capes := smoothstep(0.5, 0.95, n.ridge(x/9000+3, y/9000, 2)) * (1 - smoothstep(2000, 15_000, inland)) *
			smoothstep(9000, 16_000, math.Abs(y-cityY))
		t.elevation[h] = 2 + inland/2600 + 1500*hills*(0.1+n.ridge(x/13_000, y/13_000, 4)) + 330*capes
	}
}

// keepMainland keeps the largest land and fills what it encloses.
func (t *terrain) keepMainland() {
	component := make([]int32, hexes)
	fill := func(start, mark int32, land bool) (size int) {
		queue := []int32{start}
		component[start] = mark
		for len(queue) > 0 {
			h := queue[len(queue)-1]
			queue = queue[:len(queue)-1]
			size++
			for side := range sides {
				if next := beside(h, side); next >= 0 && component[next] == 0 && t.land[next] == land {
					component[next] = mark
					queue = append(queue, next)
				}
			}
		}
		return size
	}
	const outside = 1
	fill(0, outside, false)
	largest, mark := 0, int32(outside)
	var mainland int32
	for h := range int32(hexes) {
		if t.land[h] && component[h] == 0 {
			mark++
			if size := fill(h, mark, true); size > largest {
				largest, mainland = size, mark
			}
		}
	}
	for h := range t.land {
		// What neither the sea nor another island reached is a pond: land.
		t.land[h] = component[h] == mainland || component[h] == 0
	}
}

// addIsland raises one island off the southern coast.
func (t *terrain) addIsland() {
	y := 44_000.0
	x := t.coastX(y)
	for t.land[hexOf(orb.Point{x, y})] {
		x += hexSpacing
	}
	centre := orb.Point{x + 8200, y}
	t.island = hexOf(centre)
	for h := range int32(hexes) {
		p := hexAt(h)
		d := math.Hypot((p[0]-centre[0])*1.25, p[1]-centre[1])
		if height := 1 - d/(2300+900*t.noise.rough(p[0]/2200, p[1]/2200, 2)); height > 0 && !t.land[h] {
			t.land[h] = true
			t.elevation[h] = 3 + 160*height*height
		}
	}
}

// settle finds the ground of the city, at the mouth of the main river, and of
// the towns.
func (t *terrain) settle() {
	inlandOf := func(y, fromCoast float64) orb.Point {
		x := 0.0
		for h := hexOf(orb.Point{0, y}); int(h)%hexCols < hexCols-1; h++ {
			if t.land[h] && distance(hexAt(h), hexAt(t.island)) > 6000 {
				x = hexAt(h)[0]
			}
		}
		return orb.Point{x - fromCoast, y}
	}
	t.city = inlandOf(58_000, 4200)
	t.towns = []orb.Point{
		inlandOf(97_000, 3800), inlandOf(79_000, 3000), inlandOf(24_000, 4500),
		inlandOf(62_000, 21_000), inlandOf(38_000, 29_000), inlandOf(90_000, 33_000),
	}
}

// runRivers lets rivers find their way down: the cheapest way from the hills to
// the sea, where height and climbing cost; tributaries end where they meet water.
func (t *terrain) runRivers(s *search) {
	coast := func(y float64) int32 {
		h := hexOf(orb.Point{hexCols * hexSpacing, y})
		for !t.land[h] || distance(hexAt(h), hexAt(t.island)) < 6000 {
			h = beside(h, west)
		}
		return h
	}
	springs := []struct {
		name  string
		from  orb.Point
		mouth int32 // -1 ends in the first river met
	}{
		{names.Rivers[0], orb.Point{14_000, 63_000}, coast(t.city[1] + 1300)},
		{names.Rivers[1], orb.Point{19_000, 98_000}, coast(100_500)},
		{names.Rivers[2], orb.Point{20_000, 26_000}, coast(17_000)},
		{names.Rivers[3], orb.Point{15_500, 43_000}, -1},
	}
	for _, spring := range springs {
		source := hexOf(spring.from)
		for !t.land[source] {
			source = beside(source, east)
		}
		step := func(a, b int32) float64 {
			if !t.land[b] {
				return math.Inf(1)
			}
			p := hexAt(b)
			climb := math.Max(0, t.elevation[b]-t.elevation[a])
			return hexSpacing * (0.3 + t.elevation[b]/90 + climb/3 + 12*square(0.5+t.noise.rough(p[0]/3400, p[1]/3400+77, 2)))
		}
		var path []int32
		s.spread([]int32{source}, step, func(h int32, _ float64) bool {
			if h == spring.mouth || spring.mouth < 0 && t.river[h] {
				path = s.path(h)
				return true
			}
			return false
		})
		line := make([]orb.Point, len(path))
		for i, h := range path {
			t.river[h] = true
			line[i] = jitter(h, 0.3)
		}
		if spring.mouth >= 0 { // out to the sea
			line = append(line, orb.Point{line[len(line)-1][0] + 2*hexSpacing, line[len(line)-1][1]})
		}
		t.rivers = append(t.rivers, River{Name: spring.name, Line: lonLats(simplify(smooth(line, 4), 10))})
	}
}

func square(v float64) float64 { return v * v }
