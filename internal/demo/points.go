package demo

import (
	"fmt"
	"math"
	"math/rand/v2"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// fibreReachM is how near to a village's centre a fibre access point must be to
// count for it; the generator keeps well within the register's 500 m, and well
// beyond it where there is none.
const fibreReachM = 350.0

// filePoints files public service points: one by every committee's seat, shops
// in town, and Wi-Fi at the culture houses that no pole with fibre is near.
func (g *generator) filePoints() {
	r := g.chance("service points")
	for i := range g.parts.communes {
		c := &g.parts.communes[i]
		p := hexAt(c.seat)
		g.addPoint(r, c, "D1", "Bưu điện văn hóa "+within(c.name), orb.Point{p[0] + 40, p[1] - 30}, r.IntN(10) < 7)
	}
	q := &g.quarters[0]
	for range 60 {
		p := q.nodes[q.order[r.IntN(len(q.order))]]
		if i := g.parts.communeAt(p); i != outside {
			g.addPoint(r, &g.parts.communes[i], chosen(r, []string{"D1", "D2", "WF"}, 5, 2, 3), "Điểm giao dịch", orb.Point{p[0] - 15, p[1] + 12}, r.IntN(2) == 0)
		}
	}
	g.lightFibre(r)
}

// lightFibre brings fibre to the villages that have it: to a pole by the
// culture house where there is one, else to the house itself.
func (g *generator) lightFibre(r *rand.Rand) {
	near := newIndex(500)
	for i, line := range g.flatPoles() {
		near.add(line, i)
	}
	for i := range g.villages {
		v := &g.villages[i]
		remote := v.fate == white || v.kind == "ban" && v.people < 260 && r.IntN(3) == 0
		v.fibre = !remote
		if remote || g.out.Villages[i].Geometry.Geometry == nil {
			continue
		}
		if pole := near.nearest(v.at, fibreReachM); pole >= 0 {
			g.out.Poles[pole].FibreAccess = true
			continue
		}
		c := &g.parts.communes[v.commune]
		g.addPoint(r, c, "WF", "Nhà văn hóa "+within(v.name), v.at, true)
		g.out.ServicePoints[len(g.out.ServicePoints)-1].FibreAccess = true
	}
}

// flatPoles gives the places of all poles, in the order they are filed.
func (g *generator) flatPoles() []orb.Point {
	out := make([]orb.Point, 0, PoleCount)
	for _, line := range g.poleLines {
		out = append(out, line.poles...)
	}
	return out
}

func (g *generator) addPoint(r *rand.Rand, c *commune, class, name string, at orb.Point, wifi bool) {
	owner := operators[anOperator(r)].code
	since := between(r, registry.NewDate(2014, 3, 1), registry.NewDate(2026, 6, 1))
	out := registry.ServicePoint{
		Asset: g.asset(fmt.Sprintf("D-%s-%04d", c.code, len(g.out.ServicePoints)+1), at, owner, since),
		Class: &class, Wifi: wifi || class == "WF",
	}
	out.Name = &name
	if class == "D1" {
		out.LandAreaM2, out.BuildingAreaM2 = ref(float64(80+10*r.IntN(20))), ref(math.Round(40+60*r.Float64()))
		out.FloorAreaM2, out.HeightM = ref(math.Round(30+60*r.Float64())), tenths(3.5+4*r.Float64())
		out.LandUse = ref("Đất công trình bưu chính, viễn thông")
	}
	g.out.ServicePoints = append(g.out.ServicePoints, out)
}
