package demo

import (
	"math"
	"math/rand/v2"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// asset begins an asset at a point of the plane: numbered, placed, operating.
func (g *generator) asset(code string, at orb.Point, owner string, since registry.Date) registry.Asset {
	g.assets++
	a := registry.Asset{
		ID: g.assets, Code: code, Owner: g.owner(owner), OwnerPresent: ref(owner != towers && owner != authority),
		Status: registry.Operating, BuiltOn: ref(since), OperatingFrom: ref(since), Province: g.province,
		Disclosure: registry.Ordinary, Source: g.source, Geometry: registry.Geometry{Geometry: lonLat(at)},
	}
	if i := g.parts.communeAt(at); i != outside {
		c := &g.parts.communes[i]
		a.DeclaredCommune, a.CommuneCode, a.Commune = &c.name, &c.code, &c.name
	}
	return a
}

// owner gives the pointer every record of one owner shares.
func (g *generator) owner(code string) *string {
	for i := range g.out.Organizations {
		if o := &g.out.Organizations[i]; o.Code == code {
			return &o.Code
		}
	}
	panic("demo: no organization " + code)
}

// between draws a day from first up to, not including, end; first when there
// is none.
func between(r *rand.Rand, first, end registry.Date) registry.Date {
	days := int(end.Time().Sub(first.Time()).Hours() / 24)
	if days <= 0 {
		return first
	}
	return first.AddDays(r.IntN(days))
}

func later(a, b registry.Date) registry.Date {
	if a.Before(b) {
		return b
	}
	return a
}

func earlier(a, b registry.Date) registry.Date {
	if b.Before(a) {
		return b
	}
	return a
}

// chosen draws an entry by weight.
func chosen[T any](r *rand.Rand, entries []T, weights ...float64) T {
	total := 0.0
	for _, w := range weights {
		total += w
	}
	pick := r.Float64() * total
	for i, w := range weights {
		if pick < w {
			return entries[i]
		}
		pick -= w
	}
	return entries[len(weights)-1]
}

// tenths rounds a measure to the tenth, as people write it.
func tenths(v float64) *float64 { return ref(math.Round(v*10) / 10) }

// index finds points of the plane near others.
type index struct {
	cellM float64
	cells map[[2]int][]indexed
}

type indexed struct {
	at     orb.Point
	number int
}

func newIndex(cellM float64) *index { return &index{cellM: cellM, cells: map[[2]int][]indexed{}} }

func (x *index) cell(p orb.Point) [2]int {
	return [2]int{int(math.Floor(p[0] / x.cellM)), int(math.Floor(p[1] / x.cellM))}
}

func (x *index) add(p orb.Point, number int) {
	c := x.cell(p)
	x.cells[c] = append(x.cells[c], indexed{p, number})
}

// nearest gives the number of the nearest point within reach metres of p, the
// first added of equals, and -1 when there is none. reach is at most cellM.
func (x *index) nearest(p orb.Point, reach float64) int {
	best, least := -1, reach
	c := x.cell(p)
	for i := c[0] - 1; i <= c[0]+1; i++ {
		for j := c[1] - 1; j <= c[1]+1; j++ {
			for _, q := range x.cells[[2]int{i, j}] {
				if d := distance(p, q.at); d < least || d == least && best >= 0 && q.number < best {
					best, least = q.number, d
				}
			}
		}
	}
	return best
}
