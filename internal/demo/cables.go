package demo

import (
	"fmt"
	"math/rand/v2"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// fileTrenches files technical trenches under the boulevards in the middle of
// the city: the public's, with several sectors inside.
func (g *generator) fileTrenches() {
	r := g.chance("trenches")
	q := &g.quarters[0]
	const most = 7
	for _, way := range q.roads(1) {
		var line []orb.Point
		for i, p := range way.line {
			if i > 0 && distance(p, q.centre) < 1500 {
				d := distance(way.line[i-1], p)
				direction := orb.Point{(p[0] - way.line[i-1][0]) / d, (p[1] - way.line[i-1][1]) / d}
				line = append(line, beyond(p, direction, -8))
			}
		}
		if !way.main || length(line) < 700 || len(g.out.Trenches) == most {
			continue
		}
		since := between(r, registry.NewDate(2018, 1, 1), registry.NewDate(2025, 9, 1))
		out := registry.Trench{
			Asset:      g.asset(fmt.Sprintf("H-%02d", len(g.out.Trenches)+1), line[0], authority, since),
			TrenchType: ref("trench"), WidthM: ref(1.2), HeightM: ref(1.5), DepthM: ref(2.1), Manager: g.owner(authority),
			Sectors: ref("viễn thông, điện, chiếu sáng"), CapacityText: ref("2 khay cáp viễn thông, 1 khay cáp điện"),
			FireSafety: ref(r.IntN(7) > 0), LengthM: tenths(length(line)),
		}
		if len(g.out.Trenches) == 0 {
			out.TrenchType, out.WidthM, out.HeightM = ref("tunnel"), ref(2.2), ref(2.4)
		}
		out.Geometry = registry.Geometry{Geometry: lonLats(line)}
		out.Road = ref(way.name)
		out.Name = ref("Hào kỹ thuật " + within(way.name))
		g.out.Trenches = append(g.out.Trenches, out)
		g.trenchLines = append(g.trenchLines, line)
		first := anOperator(r)
		for _, o := range []int{first, anOperator(r, first)} {
			g.addTenancy(r, registry.TrenchKind, out.ID, o, "cable", nil, between(r, since, asOf), nil)
		}
	}
}

// fileCables files the cables: through the ducts street by street, on the
// poles, in the trenches, and buried along the national roads.
func (g *generator) fileCables() {
	r := g.chance("cables")
	g.fileDuctCables(r)
	for i := range g.poleLines {
		line := &g.poleLines[i]
		if len(line.poles) < 6 {
			continue
		}
		users := line.tenants
		for k, o := range operators {
			if o.code == line.owner {
				users = append([]int{k}, users...)
			}
		}
		level := map[RoadClass]string{NationalRoad: "trunk", ProvincialRoad: "feeder"}[line.road.class]
		if level == "" {
			level = "drop"
			users = users[:min(1, len(users))]
		}
		for _, o := range users {
			g.addCable(r, o, "hung", level, line.road.name, line.poles, line.since)
		}
	}
	for i, line := range g.trenchLines {
		g.addCable(r, anOperator(r), "trench", "trunk", *g.out.Trenches[i].Road, line, *g.out.Trenches[i].OperatingFrom)
	}
	for _, way := range g.roads {
		if way.class != NationalRoad || length(way.line) < 1500 {
			continue
		}
		var line []orb.Point
		walk(way.line, 0, func(p, d orb.Point) float64 {
			line = append(line, beyond(p, d, -14))
			return 120
		})
		if len(line) > 2 {
			g.addCable(r, r.IntN(2), "buried", "trunk", way.name, line, between(r, registry.NewDate(2014, 1, 1), registry.NewDate(2022, 1, 1)))
		}
	}
}

// fileDuctCables joins the runs of one street end to end and files a cable for
// each operator in them.
func (g *generator) fileDuctCables(r *rand.Rand) {
	type end struct {
		name    string
		manhole int
	}
	begins, follows := map[end]int{}, map[end]bool{}
	for i, run := range g.ductRuns {
		begins[end{run.edge.name, run.manholes[0]}] = i
		follows[end{run.edge.name, run.manholes[len(run.manholes)-1]}] = true
	}
	for i, run := range g.ductRuns {
		if follows[end{run.edge.name, run.manholes[0]}] {
			continue
		}
		var line []orb.Point
		for at, more := i, true; more; {
			here := g.ductRuns[at].manholes
			for k, m := range here {
				if k > 0 || len(line) == 0 {
					line = append(line, g.manholes[m].at)
				}
			}
			at, more = begins[end{run.edge.name, here[len(here)-1]}]
		}
		level := "drop"
		if run.edge.main {
			level = "feeder"
		}
		for _, o := range append([]int{run.owner}, run.tenants...) {
			g.addCable(r, o, "duct", level, run.edge.name, line, run.since)
		}
	}
}

func (g *generator) addCable(r *rand.Rand, operator int, laying, level, along string, line []orb.Point, after registry.Date) {
	since := between(r, after, earlier(after.AddDays(2000), asOf))
	n := len(g.out.Cables) + 1
	out := registry.CableRoute{
		Asset:  g.asset(fmt.Sprintf("TC-%s-%05d", operators[operator].code[:3], n), line[0], operators[operator].code, since),
		Laying: &laying, Level: &level, CableType: ref(chosen(r, []string{"ADSS 24FO", "ADSS 48FO", "OFC 96FO", "FTTH 4FO"}, 4, 3, 1, 2)),
		Cables: ref(int64(1 + r.IntN(3))), YearLaid: ref(int64(since.Year())), Tagged: ref(r.IntN(10) < 6), LengthM: tenths(length(line)),
	}
	out.Geometry = registry.Geometry{Geometry: lonLats(line)}
	out.Road = ref(along)
	g.out.Cables = append(g.out.Cables, out)
}
