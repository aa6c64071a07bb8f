package demo

import (
	"hash/fnv"
	"math/rand/v2"
	"time"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// generator holds the province while it grows.
type generator struct {
	seed     uint64
	out      *Province
	t        *terrain
	parts    *partition
	net      *roadNet
	villages []village
	centres  *index      // of villages
	silent   []orb.Point // places that no site may reach
	quarters []quarter
	roads    []road // of the mesh, then the streets

	sites          []site
	poleLines      []poleLine
	ductRuns       []ductRun
	manholes       []manhole
	cornerManholes map[[3]int]int // quarter and crossing → manhole
	trenchLines    [][]orb.Point

	assets           int64 // numbered so far
	province, source *string
}

// Generate grows the province of a seed. It takes a second or two; the same
// seed gives the same province. tell, when not nil, hears what is being made and
// how far along it is, from 0 to 1.
func Generate(seed uint64, tell func(stage registry.Text, done float64)) *Province {
	return grow(seed, tell).out
}

func grow(seed uint64, tell func(registry.Text, float64)) *generator {
	g := &generator{
		seed: seed, out: &Province{AsOf: asOf}, cornerManholes: map[[3]int]int{},
		province: ref(ProvinceCode), source: ref("dữ liệu mẫu"),
	}
	s := newSearch()
	stages := []struct {
		name registry.Text
		make func()
	}{
		{registry.T("Địa hình", "Terrain"), func() { g.t = newTerrain(g.chance("terrain"), s) }},
		{registry.T("Đơn vị hành chính", "Units"), func() {
			g.parts = newPartition(g.t, g.chance("communes"), s)
			g.parts.nameCommunes(g.chance("names"))
			g.addUnits()
			g.addOrganizations()
		}},
		{registry.T("Đường giao thông", "Roads"), func() {
			g.net = newRoadNet(g.t, s)
			g.net.connect(g.parts)
		}},
		{registry.T("Thôn, khu phố", "Villages"), func() { g.addVillages(s) }},
		{registry.T("Đường phố", "Streets"), g.drawRoads},
		{registry.T("Vị trí trạm BTS", "BTS sites"), func() {
			g.placeSites()
			g.occupySites()
			g.fileSites()
		}},
		{registry.T("Cột treo cáp", "Poles"), func() {
			g.lineUpPoles()
			g.filePoles()
		}},
		{registry.T("Cống, bể cáp", "Ducts and manholes"), func() {
			g.layDucts()
			g.fileDucts()
		}},
		{registry.T("Hào, tuyến cáp", "Trenches and cables"), func() {
			g.fileTrenches()
			g.fileCables()
		}},
		{registry.T("Điểm phục vụ, xác nhận phủ sóng", "Service points, coverage statements"), func() {
			g.filePoints()
			g.fileStatements()
		}},
		{registry.T("Quy hoạch, công trình dự kiến", "Plans and planned works"), g.filePlans},
		{registry.T("Kế hoạch, số liệu báo cáo", "The plan, reported values"), g.fileReported},
		{registry.T("Kiểm tra, vi phạm, ảnh", "Inspections, violations, photos"), g.fileVisits},
	}
	for i, stage := range stages {
		if tell != nil {
			tell(stage.name, float64(i)/float64(len(stages)))
		}
		stage.make()
	}
	return g
}

// drawRoads draws what the search laid, and the streets of city and towns.
func (g *generator) drawRoads() {
	g.quarters = newQuarters(g.t, g.chance("streets"))
	g.roads = g.net.draw()
	for i := range g.quarters {
		g.roads = append(g.roads, g.quarters[i].roads(i+1)...)
	}
	for _, r := range g.roads {
		g.out.Roads = append(g.out.Roads, Road{Name: r.name, Class: r.class, Line: lonLats(r.line)})
	}
	g.out.Rivers = g.t.rivers
	g.centres = newIndex(500)
	for i, v := range g.villages {
		g.centres.add(v.at, i)
	}
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
