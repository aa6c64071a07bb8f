package demo

import (
	"fmt"
	"math"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// DuctCount is about how many duct sections lie under the streets; a block
// begun is finished.
const DuctCount = 8000

// ductRun is the ducts along one side of a block: one owner, a few sections.
type ductRun struct {
	edge     street
	quarter  int
	owner    int
	tenants  []int
	since    registry.Date
	manholes []int // numbers, from crossing to crossing
}

// layDucts grows the duct network outward from the middle of each quarter,
// street by street, so that every section hangs together with the others there.
// Manholes keep clear of the crossings themselves (QCVN 33:2011).
func (g *generator) layDucts() {
	r := g.chance("ducts")
	// The city has the most; the towns share the rest by their size.
	left := make([]int, len(g.quarters))
	streets := 0
	for i := range g.quarters[1:] {
		streets += len(g.quarters[i+1].edges)
	}
	for i := range g.quarters[1:] {
		left[i+1] = DuctCount / 5 * len(g.quarters[i+1].edges) / max(1, streets)
		left[0] -= left[i+1]
	}
	left[0] += DuctCount
	owners := map[string]ductRun{}
	for number := range g.quarters {
		q := &g.quarters[number]
		for _, edge := range q.fromCentre() {
			if left[number] <= 0 {
				break
			}
			run, known := owners[edge.name]
			if !known {
				run.owner = anOperator(r)
				run.since = between(r, registry.NewDate(2014, 1, 1), registry.NewDate(2025, 6, 1))
				for range chosen(r, []int{0, 1, 2, 3}, 36, 38, 20, 6) {
					run.tenants = append(run.tenants, anOperator(r, append(run.tenants, run.owner)...))
				}
				owners[edge.name] = run
			}
			run.edge, run.quarter = edge, number
			a, b := q.nodes[edge.a], q.nodes[edge.b]
			d := distance(a, b)
			along := orb.Point{(b[0] - a[0]) / d, (b[1] - a[1]) / d}
			sections := max(2, int(math.Round(d/48)))
			run.manholes = append(run.manholes, g.manholeAt(number, edge.a))
			for k := 1; k < sections; k++ {
				t := float64(k) / float64(sections)
				run.manholes = append(run.manholes, g.addManhole(manhole{at: beyond(orb.Point{mix(a[0], b[0], t), mix(a[1], b[1], t)}, along, 5)}))
			}
			run.manholes = append(run.manholes, g.manholeAt(number, edge.b))
			left[number] -= sections
			g.ductRuns = append(g.ductRuns, run)
		}
	}
}

// manhole is a manhole while it grows.
type manhole struct {
	at       orb.Point
	run      int // whose it is: the first that reached it
	crossing bool
}

// addManhole adds a manhole for the run being dug and gives its number.
func (g *generator) addManhole(m manhole) int {
	m.run = len(g.ductRuns)
	g.manholes = append(g.manholes, m)
	return len(g.manholes) - 1
}

// manholeAt gives the manhole by a crossing, on the corner's pavement.
func (g *generator) manholeAt(quarter int, node [2]int) int {
	key := [3]int{quarter, node[0], node[1]}
	if i, ok := g.cornerManholes[key]; ok {
		return i
	}
	p := g.quarters[quarter].nodes[node]
	i := g.addManhole(manhole{at: orb.Point{p[0] + 7, p[1] + 7}, crossing: true})
	g.cornerManholes[key] = i
	return i
}

// fromCentre gives the streets in the order in which a network grows over them:
// always the one nearest to the middle of the quarter of those that continue
// it, boulevards sooner.
func (q *quarter) fromCentre() []street {
	around := map[[2]int][]int{}
	far := make([]float64, len(q.edges))
	first := 0
	for i, e := range q.edges {
		around[e.a] = append(around[e.a], i)
		around[e.b] = append(around[e.b], i)
		far[i] = distance(q.nodes[e.a], q.centre) + distance(q.nodes[e.b], q.centre)
		if e.main {
			far[i] *= 0.6
		}
		if far[i] < far[first] {
			first = i
		}
	}
	var out []street
	taken := make([]bool, len(q.edges))
	rim := []int{first}
	for len(rim) > 0 {
		next := 0
		for k, i := range rim {
			if far[i] < far[rim[next]] {
				next = k
			}
		}
		i := rim[next]
		rim[next] = rim[len(rim)-1]
		rim = rim[:len(rim)-1]
		if taken[i] {
			continue
		}
		taken[i] = true
		out = append(out, q.edges[i])
		for _, node := range [][2]int{q.edges[i].a, q.edges[i].b} {
			for _, k := range around[node] {
				if !taken[k] {
					rim = append(rim, k)
				}
			}
		}
	}
	return out
}

// fileDucts files the manholes, then the sections between them.
func (g *generator) fileDucts() {
	r := g.chance("duct records")
	first := g.assets + 1
	for i, m := range g.manholes {
		run := g.ductRuns[m.run]
		out := registry.Manhole{
			Asset:       g.asset(fmt.Sprintf("B%d-%05d", run.quarter+1, i+1), m.at, operators[run.owner].code, run.since),
			ManholeType: ref(chosen(r, []string{"handhole", "ganivo"}, 7, 3)), SizeText: ref("0,8 × 0,8 m"),
			LidClass: ref("B125"), DepthM: tenths(0.9 + 0.4*r.Float64()), Condition: ref(chosen(r, []string{"good", "damaged"}, 97, 3)),
		}
		if m.crossing {
			out.ManholeType, out.SizeText, out.LidClass = ref("manhole"), ref("1,6 × 1,2 m"), ref("D400")
		}
		out.Road = ref(run.edge.name)
		g.out.Manholes = append(g.out.Manholes, out)
	}
	serial := 0
	for _, run := range g.ductRuns {
		count := int64(chosen(r, []int{1, 2, 3, 4, 6}, 2, 4, 3, 3, 1))
		if run.edge.main {
			count = int64(chosen(r, []int{4, 6, 9}, 4, 4, 2))
		}
		used := int64(1 + len(run.tenants))
		material := chosen(r, []string{"hdpe", "pvc"}, 6, 4)
		for k := 1; k < len(run.manholes); k++ {
			serial++
			a, b := g.manholes[run.manholes[k-1]].at, g.manholes[run.manholes[k]].at
			out := registry.Duct{
				Asset:       g.asset(fmt.Sprintf("CB%d-%05d", run.quarter+1, serial), a, operators[run.owner].code, run.since),
				FromManhole: ref(first + int64(run.manholes[k-1])), ToManhole: ref(first + int64(run.manholes[k])),
				Ducts: ref(max(count, used)), FreeDucts: ref(max(0, count-used)), DiameterMM: ref(110.0), Material: &material,
				DepthM: tenths(0.5 + 0.4*r.Float64()), LengthM: tenths(distance(a, b)),
			}
			out.Geometry = registry.Geometry{Geometry: lonLats([]orb.Point{a, b})}
			out.Road = ref(run.edge.name)
			g.out.Ducts = append(g.out.Ducts, out)
			for _, o := range run.tenants {
				from := later(run.since, registry.NewDate(2016+o, 4, 1))
				g.addTenancy(r, registry.DuctKind, out.ID, o, "duct", ref(fmt.Sprintf("%s/CB-%d-%03d", operators[o].code[:3], from.Year(), len(run.edge.name))), from, nil)
			}
		}
	}
}
