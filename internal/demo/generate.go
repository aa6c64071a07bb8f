package demo

import (
	"hash/fnv"
	"math/rand/v2"
	"time"

	"github.com/hatangso/hatangso/internal/registry"
)

// generator holds the province while it grows.
type generator struct {
	seed     uint64
	t        *terrain
	parts    *partition
	net      *roadNet
	quarters []quarter
	roads    []road // of the mesh, then the streets
	out      *Province
}

// Generate grows the province of a seed. It takes about a second; the same seed
// gives the same province.
func Generate(seed uint64) *Province {
	return grow(seed).out
}

func grow(seed uint64) *generator {
	g := &generator{seed: seed, out: &Province{AsOf: asOf}}
	s := newSearch()
	g.t = newTerrain(g.chance("terrain"), s)
	g.parts = newPartition(g.t, g.chance("communes"), s)
	g.parts.nameCommunes(g.chance("names"))
	g.addUnits()
	g.net = newRoadNet(g.t, s)
	g.net.connect(g.parts)
	g.quarters = newQuarters(g.t, g.chance("streets"))
	g.roads = g.net.draw()
	for i := range g.quarters {
		g.roads = append(g.roads, g.quarters[i].roads(i+1)...)
	}
	for _, r := range g.roads {
		g.out.Roads = append(g.out.Roads, Road{Name: r.name, Class: r.class, Line: lonLats(r.line)})
	}
	g.out.Rivers = g.t.rivers
	return g
}

// chance gives the random numbers of one stage. Each stage has its own, so that
// a change in one leaves the others as they are.
func (g *generator) chance(stage string) *rand.Rand {
	h := fnv.New64a()
	h.Write([]byte(stage))
	return rand.New(rand.NewPCG(g.seed, h.Sum64()))
}

// asOf is the day of the province: the last on which anything happened in it.
var asOf = registry.NewDate(2026, 11, 20)

func day(year int, month time.Month, d int) *registry.Date {
	return ref(registry.NewDate(year, month, d))
}

// ref gives a pointer to a value, for the fields that may be unknown.
func ref[T any](v T) *T { return &v }
