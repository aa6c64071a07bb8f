package demo

import (
	"fmt"
	"math"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// filePlans files what the made-up authorities have planned and published, what
// somebody means to build, and what people have reported.
func (g *generator) filePlans() {
	g.fileZones()
	g.fileStreets()
	g.fileWorks()
	g.fileReports()
}

// around gives the ring of corners of a circle, closed.
func around(centre orb.Point, radiusM float64) orb.MultiPolygon {
	const corners = 36
	line := make([]orb.Point, 0, corners+1)
	for i := range corners {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / corners)
		line = append(line, orb.Point{centre[0] + radiusM*cos, centre[1] + radiusM*sin})
	}
	ring := orb.Ring(lonLats(line))
	return orb.MultiPolygon{{append(ring, ring[0])}}
}

// planning gives what an entry of a plan begins with.
func planning(code, name, decision string, since *registry.Date) registry.Planning {
	return registry.Planning{Code: code, Name: name, HeightDatum: registry.AboveGround, DecisionNumber: ref(decision), Issuer: ref("UBND Tỉnh Mẫu (mẫu)"),
		DecidedOn: ref(since.AddDays(-15)), ValidFrom: since, Note: ref("dữ liệu mẫu")}
}

// fileZones plans the city's middle, the streets of the towns, an airfield and
// some old quarters.
func (g *generator) fileZones() {
	add := func(kind string, p registry.Planning, centre orb.Point, radiusM float64) {
		p.ID = int64(len(g.out.Zones) + 1)
		g.out.Zones = append(g.out.Zones, registry.Zone{Planning: p, ZoneKind: kind, Geometry: registry.Geometry{Geometry: around(centre, radiusM)}})
	}
	middle := planning("KV-01", "Khu trung tâm thành phố", "12/2024/QĐ-UBND", day(2024, 2, 1))
	middle.AllowedClasses, middle.ForbiddenClasses = ref("A1a;A1b"), ref("A2b")
	add("mast", middle, g.quarters[0].centre, 1200)
	field := planning("KV-02", "Vùng tĩnh không sân bay", "77/QĐ-BTTM", day(2019, 5, 1))
	field.HeightLimitM, field.HeightDatum = ref(45.0), registry.AboveSea
	at := g.quarters[0].centre
	add("airport", field, orb.Point{at[0] + 5200, at[1] - 2600}, 3500)
	for i := range g.quarters {
		q := &g.quarters[i]
		add("urban", planning(fmt.Sprintf("DT-%02d", i+1), fmt.Sprintf("Khu vực đô thị số %d", i+1), "05/2020/QĐ-UBND", day(2020, 1, 15)), q.centre, q.radiusM)
		if i == 0 {
			continue
		}
		old := planning(fmt.Sprintf("DS-%02d", i), fmt.Sprintf("Khu vực bảo vệ di tích số %d", i), "31/2021/QĐ-UBND", day(2021, 6, 1))
		old.ForbiddenClasses, old.HeightLimitM = ref("A2a;A2b"), ref(15.0)
		add("heritage", old, orb.Point{q.centre[0] + q.radiusM/2, q.centre[1]}, 180)
	}
}

// fileStreets lists the boulevards of the city, first those to be undergrounded.
func (g *generator) fileStreets() {
	kinds := []string{"underground", "shared_works", "tidying", "no_hanging"}
	const most = 24
	for _, way := range g.quarters[0].roads(1) {
		n := len(g.out.Streets)
		if !way.main || length(way.line) < 400 || n == most {
			continue
		}
		kind := kinds[min(n/8, 1)]
		if n >= 16 {
			kind = kinds[2+n%2]
		}
		p := planning(fmt.Sprintf("TD-%02d", n+1), way.name, "48/2025/QĐ-UBND", day(2025, 3, 1))
		p.ID = int64(n + 1)
		if kind == "underground" || kind == "tidying" {
			p.Deadline = ref(registry.NewDate(2026, 12, 31).AddMonths(6 * (n % 4)))
		}
		g.out.Streets = append(g.out.Streets, registry.Street{Planning: p, StreetKind: kind, Geometry: registry.Geometry{Geometry: lonLats(way.line)}})
	}
}

// fileWorks announces works of next year along the roads: the operators' lines, and
// the road that is opened for something else.
func (g *generator) fileWorks() {
	r := g.chance("works")
	kinds := []string{"pole_line", "duct_line", "aerial_cable", "road_opening", "undergrounding", "utility"}
	const most = 30
	for i := 0; len(g.out.PlannedWorks) < most && i < len(g.roads); i += 1 + len(g.roads)/(3*most) {
		way := g.roads[i]
		if m := length(way.line); m < 300 || m > 6000 {
			continue
		}
		n := len(g.out.PlannedWorks)
		kind, owner := kinds[n%len(kinds)], operators[anOperator(r)].code
		if kind == "road_opening" || kind == "utility" {
			owner = power
		}
		starts := registry.NewDate(2027, 1, 5).AddDays(r.IntN(200))
		w := registry.PlannedWork{ID: int64(n + 1), Code: fmt.Sprintf("DK-%03d", n+1), Name: "Công trình dự kiến " + within(way.name), Owner: owner, WorkKind: kind,
			State: []registry.WorkState{registry.WorkPlanned, registry.WorkApproved}[n%2], StartsOn: &starts, EndsOn: ref(starts.AddDays(30 + r.IntN(120))), Road: ref(way.name),
			Contact: ref("Phòng kỹ thuật, 0900 000 " + fmt.Sprint(100+n)), Note: ref("dữ liệu mẫu"), Geometry: registry.Geometry{Geometry: lonLats(way.line)}}
		switch kind {
		case "duct_line":
			w.Ducts = ref(int64(2 + r.IntN(4)))
		case "pole_line":
			w.Poles = ref(int64(math.Ceil(length(way.line)/45)) + 1)
		}
		g.out.PlannedWorks = append(g.out.PlannedWorks, w)
	}
}
