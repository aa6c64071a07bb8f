package demo

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// PoleCount is how many poles stand along the roads.
const PoleCount = 60_000

// poleLine is the poles along one piece of road: one owner, one set of tenants.
type poleLine struct {
	road    *road
	owner   string
	tenants []int // operators
	poles   []orb.Point
	since   registry.Date
}

// lineUpPoles runs pole lines along the roads, the main ones first, then to the
// villages, until there are enough. In the middle of the city cables are
// underground.
func (g *generator) lineUpPoles() {
	r := g.chance("poles")
	type turn struct {
		road int
		key  float64
	}
	turns := make([]turn, len(g.roads))
	for i, way := range g.roads {
		turns[i] = turn{i, r.Float64()}
		switch way.class {
		case NationalRoad, ProvincialRoad:
			turns[i].key -= 2
		case Street:
			if urbanity(g.t, way.line[len(way.line)/2]) > 0.72 {
				turns[i].key += 2
			}
		default:
			end := way.line[len(way.line)-1]
			if g.centres.nearest(end, 250) >= 0 || g.centres.nearest(way.line[0], 250) >= 0 {
				turns[i].key -= 0.35
			}
		}
	}
	slices.SortFunc(turns, func(a, b turn) int { return cmp.Compare(a.key, b.key) })
	left := PoleCount
	for _, t := range turns {
		way := &g.roads[t.road]
		line := poleLine{road: way, owner: power, since: between(r, registry.NewDate(2014, 1, 1), registry.NewDate(2024, 6, 1))}
		side := 6.0
		if r.IntN(2) == 0 {
			side = -6
		}
		most := 48.0
		walk(way.line, 10, func(p, d orb.Point) float64 {
			if at := beyond(p, d, side); len(line.poles) < left && g.parts.communeAt(at) != outside && g.t.land[hexOf(at)] {
				line.poles = append(line.poles, at)
			}
			return mix(36, most, r.Float64())
		})
		if len(line.poles) < 2 {
			continue
		}
		left -= len(line.poles)
		if first := anOperator(r); r.IntN(100) < 38 {
			line.owner = operators[first].code
			for range chosen(r, []int{0, 1, 2}, 34, 44, 22) {
				line.tenants = append(line.tenants, anOperator(r, append(line.tenants, first)...))
			}
		} else {
			for range chosen(r, []int{0, 1, 2, 3, 4}, 3, 17, 43, 28, 9) {
				line.tenants = append(line.tenants, anOperator(r, line.tenants...))
			}
		}
		g.poleLines = append(g.poleLines, line)
	}
}

// filePoles files the poles of every line and who hangs cable on them.
func (g *generator) filePoles() {
	r := g.chance("pole records")
	for i := range g.poleLines {
		line := &g.poleLines[i]
		class, material := "C1", chosen(r, []string{"concrete_square", "concrete_round", "steel"}, 5, 4, 1)
		height := chosen(r, []float64{6.5, 7, 7.5, 8}, 3, 4, 2, 1)
		if line.owner == power {
			class, material, height = "C2", "concrete_round", chosen(r, []float64{7.5, 8.5, 10, 12}, 2, 5, 2, 1)
		}
		type hanging struct {
			operator int
			contract *string
			from     registry.Date
		}
		var all []hanging
		for _, o := range line.tenants {
			from := between(r, line.since, registry.NewDate(2026, 6, 1))
			all = append(all, hanging{o, ref(fmt.Sprintf("%s/CT-%d-%04d", operators[o].code[:3], from.Year(), 1+r.IntN(9000))), from})
		}
		crowded := urbanity(g.t, line.poles[0])
		for k, at := range line.poles {
			p := registry.Pole{
				Asset: g.asset(fmt.Sprintf("%s-%03d", line.road.code, k+1), at, line.owner, line.since),
				Class: &class, Material: &material, HeightM: &height, LineNo: ref(fmt.Sprint(k + 1)), RouteCode: &line.road.code,
				ClearanceM: tenths(4.6 + 1.6*r.Float64()), Condition: ref("good"), Boxes: ref(int64(0)),
			}
			p.Road = &line.road.name
			p.ToRemove = line.road.class == Street && crowded > 0.6
			if r.IntN(5) == 0 {
				*p.Boxes = int64(1 + r.IntN(2))
			}
			switch n := r.IntN(200); {
			case n < 6:
				p.Condition = ref("leaning")
			case n < 6+int(8*crowded):
				p.Condition = ref("overloaded")
			case n == 199:
				p.Condition = ref("damaged")
			}
			g.out.Poles = append(g.out.Poles, p)
			for _, h := range all {
				if r.IntN(25) > 0 {
					g.addTenancy(r, registry.PoleKind, p.ID, h.operator, "cable", h.contract, h.from, nil)
				}
			}
		}
	}
}
