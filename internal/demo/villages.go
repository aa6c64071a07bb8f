package demo

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/paulmach/orb"

	names "github.com/hatangso/hatangso/geodata/demo"
	"github.com/hatangso/hatangso/internal/registry"
)

// The people of the province.
const (
	VillageCount     = 1355
	Population       = 1_012_000
	perHousehold     = 3.6
	unplacedVillages = 4 // whose centre nobody has surveyed yet
)

// Where signal is missing, it is missing beyond doubt: whatever service radius
// of these bounds a definition takes for the hills, the same villages come out.
const (
	// LeastRadiusM is the smallest service radius at which every village meant
	// to be covered is covered, in the country; in town 700 m do.
	LeastRadiusM = 1900.0
	// MostRadiusM is the largest at which every village meant to be trắng sóng
	// or lõm sóng is.
	MostRadiusM = 3300.0
	// nearSiteM is how far the site that serves a village is from its centre at most.
	nearSiteM = 700.0
	// silentM keeps villages, and with them their sites, away from silent spots.
	silentM = MostRadiusM + nearSiteM + 100
	// silentSpots is how many such spots there are at most; the first whiteSpots
	// of them become villages.
	silentSpots = 33
	whiteSpots  = 9
)

// fate is what a village is made to show.
type fate int

const (
	served fate = iota
	white       // trắng sóng: no broadband site within MostRadiusM of the centre
	dented      // lõm sóng: none within MostRadiusM of its last cluster
)

// village is a village while it grows.
type village struct {
	commune  int
	at       orb.Point
	clusters []orb.Point
	fate     fate
	name     string
	kind     string
	people   int64
	highland bool
	urban    bool
	fibre    bool // fibre reaches the culture house
}

// addVillages founds the villages, clears the ways to them, and files them.
func (g *generator) addVillages(s *search) {
	r := g.chance("villages")
	toRoad := make([]float64, hexes)
	var roads []int32
	for h, rank := range g.net.rank {
		if toRoad[h] = math.Inf(1); rank != noRoad {
			roads = append(roads, int32(h))
		}
	}
	s.spread(roads, func(_, b int32) float64 {
		if !g.t.land[b] {
			return math.Inf(1)
		}
		return hexSpacing
	}, func(h int32, cost float64) bool { toRoad[h] = cost; return false })

	g.silent = g.remoteSpots(r, toRoad)
	counts := g.villageCounts(r)
	short := 0
	for i := range g.parts.communes {
		short = g.found(r, i, counts[i]+short, toRoad)
	}
	g.dent(g.silent[min(whiteSpots, len(g.silent)):])
	g.nameVillages(r)
	g.populate(r)
	for _, v := range g.villages {
		if v.urban && urbanity(g.t, v.at) > 0.35 {
			continue // streets will reach it
		}
		way := g.net.route(2, "Đường "+within(v.name))
		g.net.join(hexOf(v.at), 2, way)
		for _, c := range v.clusters {
			if v.fate != dented || c != v.clusters[len(v.clusters)-1] {
				g.net.join(hexOf(c), 2, way)
			}
		}
	}
	g.fileVillages(r)
}

// remoteSpots finds remote places in the hills, far from each other, that no
// signal will reach. The first whiteSpots of them get villages.
func (g *generator) remoteSpots(r *rand.Rand, toRoad []float64) []orb.Point {
	var candidates []int32
	for h := range int32(hexes) {
		if c := g.parts.label[h]; c != outside && g.parts.communes[c].highland && g.parts.inner(h) && !g.t.river[h] && toRoad[h] > 900 {
			candidates = append(candidates, h)
		}
	}
	var spots []orb.Point
	for _, i := range r.Perm(len(candidates)) {
		p := hexAt(candidates[i])
		if len(spots) < silentSpots && !slices.ContainsFunc(spots, func(q orb.Point) bool { return distance(p, q) < 5800 }) &&
			!slices.ContainsFunc(g.parts.communes, func(c commune) bool { return distance(p, hexAt(c.seat)) < 3600 }) {
			spots = append(spots, p)
		}
	}
	return spots
}

// villageCounts shares the villages out: many small ones in town.
func (g *generator) villageCounts(r *rand.Rand) []int {
	counts := make([]int, len(g.parts.communes))
	weights, total := make([]float64, len(counts)), 0.0
	for i, c := range g.parts.communes {
		weights[i] = 9.5 + 2*r.Float64()
		switch {
		case c.island:
			weights[i] = 3
		case c.ward:
			weights[i] = 13 + 4*r.Float64()
		case c.highland:
			weights[i] = 6.5 + 2*r.Float64()
		}
		total += weights[i]
	}
	sum, given := 0.0, 0
	for i, w := range weights {
		sum += w
		upTo := int(math.Round(sum / total * VillageCount))
		counts[i], given = upTo-given, upTo
	}
	return counts
}

// found founds the villages of a commune: near roads, apart from each other,
// and away from the places without signal, which get their own. It gives how
// many found no room, for the next commune to take.
func (g *generator) found(r *rand.Rand, number, count int, toRoad []float64) (short int) {
	c := &g.parts.communes[number]
	add := func(p orb.Point, f fate) {
		g.villages = append(g.villages, village{
			commune: number, at: p, fate: f, highland: c.highland, urban: c.ward, clusters: g.scatter(r, number, p),
		})
	}
	type place struct {
		hex int32
		key float64
	}
	var places []place
	for _, h := range c.hexes {
		if !g.parts.inner(h) || g.t.river[h] {
			continue
		}
		weight := 0.02 + math.Exp(-toRoad[h]/900)
		if c.ward {
			weight = 0.01 + urbanity(g.t, hexAt(h))
		}
		places = append(places, place{h, -math.Log(1-r.Float64()) / weight})
	}
	slices.SortFunc(places, func(a, b place) int { return cmp.Compare(a.key, b.key) })
	var taken []orb.Point
	for i, spot := range g.silent {
		if i < whiteSpots && g.parts.communeAt(spot) == number {
			add(spot, white)
			taken = append(taken, spot)
		}
	}
	area := float64(len(places)) * hexSpacing * rowHeight
	for apart := 0.75 * math.Sqrt(area/float64(count)); len(taken) < count; apart *= 0.85 {
		for _, at := range places {
			p := hexAt(at.hex)
			crowded := slices.ContainsFunc(taken, func(q orb.Point) bool { return distance(p, q) < apart })
			silent := slices.ContainsFunc(g.silent, func(q orb.Point) bool { return distance(p, q) < silentM })
			if !crowded && !silent && len(taken) < count {
				taken = append(taken, p)
				add(orb.Point{p[0] + 60*(r.Float64()-0.5), p[1] + 60*(r.Float64()-0.5)}, served)
			}
		}
		if apart < 100 {
			return count - len(taken)
		}
	}
	return 0
}

// scatter places the two to five clusters of a village around its centre,
// inside its commune.
func (g *generator) scatter(r *rand.Rand, number int, centre orb.Point) []orb.Point {
	near, far := 220.0, 720.0
	switch c := g.parts.communes[number]; {
	case c.ward:
		near, far = 110, 260
	case c.highland:
		near, far = 400, 1050
	}
	want := 2 + r.IntN(4)
	var out []orb.Point
	for range 60 {
		sin, cos := math.Sincos(2 * math.Pi * r.Float64())
		d := mix(near, far, r.Float64())
		q := orb.Point{centre[0] + d*cos, centre[1] + d*sin}
		if h := hexOf(q); len(out) < want && g.parts.label[h] == int32(number) && g.parts.inner(h) && !g.t.river[h] {
			out = append(out, q)
		}
	}
	for len(out) < 2 { // squeezed in between border and river
		out = append(out, orb.Point{centre[0] + 30*float64(1+len(out)), centre[1] + 25})
	}
	return out
}

// dent gives each silent spot left to the nearest village of its commune, as
// its last cluster.
func (g *generator) dent(spots []orb.Point) {
	for _, spot := range spots {
		number, nearest := g.parts.communeAt(spot), -1
		for i, v := range g.villages {
			if v.commune == number && v.fate == served && (nearest < 0 || distance(v.at, spot) < distance(g.villages[nearest].at, spot)) {
				nearest = i
			}
		}
		if nearest >= 0 {
			v := &g.villages[nearest]
			v.fate = dented
			v.clusters[len(v.clusters)-1] = spot
		}
	}
}

func (g *generator) nameVillages(r *rand.Rand) {
	lists := map[bool][]string{true: shuffled(r, names.HighlandVillages), false: shuffled(r, names.Villages)}
	next := map[bool]int{}
	inCommune := map[int]int{}
	for i := range g.villages {
		v := &g.villages[i]
		inCommune[v.commune]++
		switch {
		case v.urban:
			v.kind, v.name = "khu_pho", fmt.Sprintf("Khu phố %d", inCommune[v.commune])
		default:
			v.kind = "thon"
			title := "Thôn "
			if v.highland && r.IntN(4) > 0 {
				v.kind, title = "ban", "Bản "
			}
			list := lists[v.kind == "ban"]
			v.name = title + list[next[v.kind == "ban"]%len(list)]
			next[v.kind == "ban"]++
		}
	}
}

// populate shares the people out, so that they add up exactly.
func (g *generator) populate(r *rand.Rand) {
	weights, total := make([]float64, len(g.villages)), 0.0
	for i, v := range g.villages {
		weights[i] = 780
		switch {
		case v.urban:
			weights[i] = 800 + 700*urbanity(g.t, v.at)
		case v.fate == white:
			weights[i] = 150
		case v.highland:
			weights[i] = 360
		}
		weights[i] *= math.Exp(0.3 * r.NormFloat64())
		total += weights[i]
	}
	sum, given := 0.0, int64(0)
	for i, w := range weights {
		sum += w
		upTo := int64(math.Round(sum / total * Population))
		g.villages[i].people, given = upTo-given, upTo
	}
}

func (g *generator) fileVillages(r *rand.Rand) {
	unplaced := map[int]bool{}
	for _, i := range r.Perm(len(g.villages)) {
		if len(unplaced) < unplacedVillages && g.villages[i].kind == "thon" && g.villages[i].fate == served {
			unplaced[i] = true
		}
	}
	people := map[int]int64{}
	inCommune := map[int]int{}
	for i, v := range g.villages {
		c := g.parts.communes[v.commune]
		people[v.commune] += v.people
		inCommune[v.commune]++
		households := int64(math.Round(float64(v.people) / perHousehold))
		out := registry.Village{
			ID: int64(i + 1), Code: fmt.Sprintf("%s-%02d", c.code, inCommune[v.commune]), Name: v.name, VillageKind: ref(v.kind),
			DeclaredCommune: ref(c.name), CommuneCode: ref(c.code), Commune: ref(c.name), Province: ref(ProvinceCode),
			Population: ref(v.people), Households: ref(households), GridPower: ref(v.fate != white || r.IntN(3) > 0),
			SpecialDifficulty: ref(v.kind == "ban" && r.IntN(3) == 0), ValidFrom: day(2010, 1, 1),
		}
		if !unplaced[i] {
			out.Geometry = registry.Geometry{Geometry: lonLat(v.at)}
		}
		left := households
		for k, at := range v.clusters {
			p := lonLat(at)
			share := left / int64(len(v.clusters)-k)
			left -= share
			name := fmt.Sprintf("Tổ %d", k+1)
			if !v.urban {
				name = fmt.Sprintf("Xóm %d", k+1)
			}
			out.Clusters = append(out.Clusters, registry.Cluster{Name: name, Lon: p[0], Lat: p[1], Households: ref(share)})
		}
		g.out.Villages = append(g.out.Villages, out)
	}
	total := int64(0)
	for i := range g.out.Units {
		u := &g.out.Units[i]
		for number, c := range g.parts.communes {
			if u.Level == registry.CommuneLevel && u.Code == c.code {
				u.Population = ref(people[number])
				total += people[number]
			}
		}
	}
	g.out.Units[0].Population = &total
}
