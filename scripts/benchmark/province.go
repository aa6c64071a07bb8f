package main

import (
	"fmt"
	"hash/fnv"
	"iter"
	"math"
	"math/rand/v2"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// size is how much of everything a province has.
type size struct {
	sites, poles, ducts, villages, communes int
}

// sizes by name. M is a province as they are since 2025.
var sizes = map[string]size{
	"S": {sites: 300, poles: 10_000, ducts: 2_000, villages: 150, communes: 25},
	"M": {sites: 3_000, poles: 100_000, ducts: 20_000, villages: 1_500, communes: 250},
	"L": {sites: 30_000, poles: 1_000_000, ducts: 200_000, villages: 15_000, communes: 2_500},
	// the nation's poles and communes, for the export; the rest is one province's
	"NATION": {sites: 3_000, poles: 10_000_000, ducts: 20_000, villages: 1_500, communes: 3_321},
}

// manySites is a register of positions and little else.
var manySites = size{sites: 30_000, villages: 100, communes: 250}

func (s size) String() string {
	return fmt.Sprintf("A made-up province of %s sites, %s poles, %s duct lines, %s villages and %s communes",
		thousands(s.sites), thousands(s.poles), thousands(s.ducts), thousands(s.villages), thousands(s.communes))
}

// seed makes everybody's province the same.
const seed = 2026

// The province lies about here; a commune has 31 km², so that it grows with
// their number.
const (
	west, south  = 105.4, 19.9
	communeSideM = 5_600.0
	metresPerLat = 110_700.0
	metresPerLon = 104_300.0 // at 20°N
)

// province is what is loaded: all that is written as an operator would file it.
type province struct {
	size
	// width and height of the ground, in metres.
	width, height float64

	organizations []registry.Organization
	units         []registry.Unit // the province, then its communes
	villages      []registry.Village
	sites         []registry.Site
	stations      []registry.Station
	stationSites  []string // codes
	ducts         []registry.Duct
}

var operators = []string{"VTA", "VTB", "VTC", "VTD", "VTE"}

const (
	towers = "TRU"
	power  = "DIEN"
)

// generate makes the province of a size. The same size makes the same province.
func generate(s size) *province {
	p := &province{size: s}
	rows := int(math.Sqrt(float64(s.communes)))
	p.height = float64(rows) * communeSideM
	p.width = float64(s.communes) * communeSideM * communeSideM / p.height
	p.addOrganizations()
	p.addUnits(rows)
	p.addVillages(chance("villages"))
	p.addSites(chance("sites"))
	p.addDucts(chance("ducts"))
	return p
}

// chance gives the random numbers of one stage: a change in one leaves the
// others as they are.
func chance(stage string) *rand.Rand {
	h := fnv.New64a()
	h.Write([]byte(stage))
	return rand.New(rand.NewPCG(seed, h.Sum64()))
}

// at gives a point of the ground, in metres from its corner, as longitude and
// latitude.
func (p *province) at(x, y float64) orb.Point {
	return orb.Point{round7(west + x/metresPerLon), round7(south + y/metresPerLat)}
}

func round7(degrees float64) float64 { return math.Round(degrees*1e7) / 1e7 }

func (p *province) addOrganizations() {
	for _, code := range operators {
		p.organizations = append(p.organizations, registry.Organization{Code: code, Name: "Viễn thông " + code, Kind: "operator"})
	}
	p.organizations = append(p.organizations,
		registry.Organization{Code: towers, Name: "Hạ tầng trụ", Kind: "tower_company"},
		registry.Organization{Code: power, Name: "Điện lực", Kind: "power_company"})
}

// addUnits cuts the ground into rows of communes with winding borders.
func (p *province) addUnits(rows int) {
	from := registry.NewDate(2025, 7, 1)
	p.units = append(p.units, registry.Unit{Level: registry.ProvinceLevel, Code: "98", Name: "Tỉnh Đo Lường", ValidFrom: &from})
	for row := range rows {
		n := p.communes / rows
		if row < p.communes%rows {
			n++
		}
		for i := range n {
			code := fmt.Sprintf("98%04d", len(p.units))
			p.units = append(p.units, registry.Unit{
				Level: registry.CommuneLevel, Code: code, Name: "Xã " + code, UnitKind: ref("xa"), Province: ref("98"), ValidFrom: &from,
				Geometry: registry.Geometry{Geometry: orb.MultiPolygon{{p.communeRing(row, rows, p.width*float64(i)/float64(n), p.width*float64(i+1)/float64(n), i > 0, i+1 < n)}}},
			})
		}
	}
}

// borderStepM is how far the points of a border are apart.
const borderStepM = 80.0

func (p *province) communeRing(row, rows int, x0, x1 float64, leftWinds, rightWinds bool) orb.Ring {
	// the border under a row, and between two communes of it; those of the
	// province are straight
	under := func(row int, x float64) float64 {
		y := p.height * float64(row) / float64(rows)
		if row == 0 || row == rows {
			return y
		}
		return y + 260*math.Sin(x/700+float64(row)) + 120*math.Sin(x/190)
	}
	between := func(x, y float64, winds bool) float64 {
		if !winds {
			return x
		}
		return x + 240*math.Sin(y/500+x) + 90*math.Sin(y/130)
	}
	var ring orb.Ring
	add := func(x, y float64) {
		if at := p.at(x, y); len(ring) == 0 || ring[len(ring)-1] != at {
			ring = append(ring, at)
		}
	}
	// a corner is where both borders' formulas are taken at the straight corner
	corner := func(x float64, row int, winds bool) (float64, float64) {
		y := p.height * float64(row) / float64(rows)
		cx := between(x, y, winds)
		return cx, under(row, cx)
	}
	horizontal := func(row int, ax, bx float64) {
		n := int(math.Abs(bx-ax)/borderStepM) + 1
		for i := range n {
			x := ax + (bx-ax)*float64(i)/float64(n)
			add(x, under(row, x))
		}
	}
	vertical := func(x, ay, by float64, winds bool, cx0, cx1 float64) {
		n := int(math.Abs(by-ay)/borderStepM) + 1
		for i := range n {
			t := float64(i) / float64(n)
			// straight from corner to corner, winding in between
			bend := (between(x, ay+(by-ay)*t, winds) - x) * math.Sin(math.Pi*t)
			add(cx0+(cx1-cx0)*t+bend, ay+(by-ay)*t)
		}
	}
	swX, swY := corner(x0, row, leftWinds)
	seX, seY := corner(x1, row, rightWinds)
	neX, neY := corner(x1, row+1, rightWinds)
	nwX, nwY := corner(x0, row+1, leftWinds)
	horizontal(row, swX, seX)
	vertical(x1, seY, neY, rightWinds, seX, neX)
	horizontal(row+1, neX, nwX)
	vertical(x0, nwY, swY, leftWinds, nwX, swX)
	return append(ring, ring[0])
}

// addVillages strews villages of two to five clusters, as those of the demo
// have: coverage is told of each.
func (p *province) addVillages(r *rand.Rand) {
	from := registry.NewDate(2025, 7, 1)
	for i := range p.size.villages {
		x, y := p.width*r.Float64(), p.height*r.Float64()
		var clusters []registry.Cluster
		for n := range 2 + r.IntN(4) {
			at := p.at(x+400*r.NormFloat64(), y+400*r.NormFloat64())
			clusters = append(clusters, registry.Cluster{Name: fmt.Sprintf("Xóm %d", n+1), Lon: at[0], Lat: at[1], Households: ref(int64(20 + r.IntN(150)))})
		}
		p.villages = append(p.villages, registry.Village{
			Code: fmt.Sprintf("THON-%05d", i+1), Name: fmt.Sprintf("Thôn %d", i+1), VillageKind: ref("thon"), ValidFrom: &from,
			Population: ref(int64(300 + r.IntN(2500))), Households: ref(int64(80 + r.IntN(600))),
			Clusters: clusters, Geometry: registry.Geometry{Geometry: p.at(x, y)},
		})
	}
}

// asset begins an asset at a place.
func asset(code string, g orb.Geometry, owner string, since registry.Date) registry.Asset {
	return registry.Asset{
		Code: code, Owner: &owner, OwnerPresent: ref(owner != towers), Status: registry.Operating, BuiltOn: &since,
		OperatingFrom: &since, Disclosure: registry.Ordinary, Source: ref("scripts/bench"), Geometry: registry.Geometry{Geometry: g},
	}
}

func anyDay(r *rand.Rand) registry.Date { return registry.NewDate(2014, 1, 1).AddDays(r.IntN(4200)) }

// addSites puts sites near villages; a quarter stand within 80 m of another's,
// as several operators' registrations of one place do.
func (p *province) addSites(r *rand.Rand) {
	for i := range p.size.sites {
		centre := p.villages[r.IntN(len(p.villages))].Geometry.Geometry.(orb.Point)
		x, y := (centre[0]-west)*metresPerLon+2500*r.NormFloat64(), (centre[1]-south)*metresPerLat+2500*r.NormFloat64()
		if i > 0 && r.IntN(4) == 0 {
			other := p.sites[r.IntN(len(p.sites))].Geometry.Geometry.(orb.Point)
			x, y = (other[0]-west)*metresPerLon+80*r.Float64(), (other[1]-south)*metresPerLat
		}
		x, y = min(max(x, 0), p.width), min(max(y, 0), p.height)
		operator := r.IntN(len(operators))
		owner, since := operators[operator], anyDay(r)
		if r.IntN(5) == 0 {
			owner = towers
		}
		code := fmt.Sprintf("BTS-%06d", i+1)
		p.sites = append(p.sites, registry.Site{Asset: asset(code, p.at(x, y), owner, since), SiteKind: ref("ground"), HostType: ref("own_land")})
		for n := range 1 + r.IntN(2) {
			p.stations = append(p.stations, registry.Station{
				Code: fmt.Sprintf("%s-%d", code, n+1), Operator: operators[(operator+n)%len(operators)], Technology: []string{"4G", "5G"}[r.IntN(2)],
				BandMHz: ref(int64(1800)), Sectors: ref(int64(3)), OnAirFrom: &since,
			})
			p.stationSites = append(p.stationSites, code)
		}
	}
}

// walk goes n steps over the ground from somewhere, turning a little at each.
func (p *province) walk(r *rand.Rand, n int, step func() float64) []orb.Point {
	x, y, heading := p.width*r.Float64(), p.height*r.Float64(), 2*math.Pi*r.Float64()
	out := make([]orb.Point, n)
	for i := range out {
		out[i] = p.at(x, y)
		heading += 0.12 * r.NormFloat64()
		d := step()
		if nx, ny := x+d*math.Cos(heading), y+d*math.Sin(heading); nx < 0 || nx > p.width || ny < 0 || ny > p.height {
			heading += math.Pi / 2
		} else {
			x, y = nx, ny
		}
	}
	return out
}

// poles runs lines of poles over the ground, an owner a line. They are made
// while they are read, the same each time: a nation's do not fit in memory.
func (p *province) poles() iter.Seq[registry.Pole] {
	return func(yield func(registry.Pole) bool) {
		r := chance("poles")
		for line, made := 1, 0; made < p.size.poles; line++ {
			owner, since, route := power, anyDay(r), fmt.Sprintf("T%05d", line)
			if r.IntN(3) == 0 {
				owner = operators[r.IntN(len(operators))]
			}
			road := fmt.Sprintf("Đường %d", line%400)
			n := min(20+r.IntN(180), p.size.poles-made)
			made += n
			for k, at := range p.walk(r, n, func() float64 { return 38 + 10*r.Float64() }) {
				pole := registry.Pole{
					Asset: asset(fmt.Sprintf("%s-%03d", route, k+1), at, owner, since), Class: ref("C2"), Material: ref("concrete_round"),
					HeightM: ref([]float64{7, 7.5, 8.5, 10}[r.IntN(4)]), LineNo: ref(fmt.Sprint(k + 1)), RouteCode: &route,
					Boxes: ref(int64(r.IntN(3))), ClearanceM: ref(float64(46+r.IntN(16)) / 10), Condition: ref("good"),
				}
				pole.Road = &road
				if !yield(pole) {
					return
				}
			}
		}
	}
}

// addDucts lays runs of duct sections, each on from where the last ended.
func (p *province) addDucts(r *rand.Rand) {
	for run := 1; len(p.ducts) < p.size.ducts; run++ {
		owner, since := operators[r.IntN(len(operators))], anyDay(r)
		n := min(5+r.IntN(20), p.size.ducts-len(p.ducts))
		const perSection = 4
		points := p.walk(r, n*perSection+1, func() float64 { return 15 + 15*r.Float64() })
		for k := range n {
			line := orb.LineString(points[k*perSection : (k+1)*perSection+1])
			p.ducts = append(p.ducts, registry.Duct{
				Asset: asset(fmt.Sprintf("C%05d-%02d", run, k+1), line, owner, since),
				Ducts: ref(int64(2 + r.IntN(6))), DiameterMM: ref(110.0), Material: ref("hdpe"), DepthM: ref(0.7),
			})
		}
	}
}

// ref gives a pointer to a value, for the fields that may be unknown.
func ref[T any](v T) *T { return &v }
