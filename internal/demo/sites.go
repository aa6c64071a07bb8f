package demo

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/paulmach/orb"

	names "github.com/hatangso/hatangso/geodata/demo"
	"github.com/hatangso/hatangso/internal/registry"
)

// SiteCount is how many sites are filed, whatever their status.
const SiteCount = 1500

// SharedPercent is the part of the operating sites with two or more operators.
const SharedPercent = 16

// area classes, as the code list has them.
const (
	urbanArea    = "urban"
	ruralArea    = "rural"
	mountainArea = "mountain"
	islandArea   = "island"
)

// site is a site while it grows.
type site struct {
	at     orb.Point
	area   string
	spare  bool // no village depends on it: it may be planned or gone
	status registry.Status
	since  registry.Date
	owner  string
	// occupants are the operators present, the first from the start.
	occupants []occupant
	twin      int  // the site filed for the same place by another operator, -1
	lost      bool // a 2G site whose end left a village without signal
}

type occupant struct {
	operator int
	from     registry.Date
	to       *registry.Date
}

// placeSites puts sites where they are needed: by every village with signal, in
// town close together, then along the main roads, until there are enough.
func (g *generator) placeSites() {
	r := g.chance("sites")
	// A site in town reaches less far, so it does not count for the country.
	near, country := newIndex(2500), newIndex(2500)
	place := func(p orb.Point, spare bool) {
		near.add(p, len(g.sites))
		if g.areaOf(p) != urbanArea {
			country.add(p, len(g.sites))
		}
		g.sites = append(g.sites, site{at: p, area: g.areaOf(p), spare: spare, twin: -1, status: registry.Operating})
	}
	around := func(p orb.Point, low, high float64) orb.Point {
		for range 30 {
			sin, cos := math.Sincos(2 * math.Pi * r.Float64())
			d := mix(low, high, r.Float64())
			q := orb.Point{p[0] + d*cos, p[1] + d*sin}
			if h := hexOf(q); g.parts.label[h] == g.parts.label[hexOf(p)] && !g.t.river[h] && g.parts.inner(h) {
				return q
			}
		}
		return p
	}
	for _, i := range r.Perm(len(g.villages)) {
		v := &g.villages[i]
		switch {
		case v.fate == white:
		case v.urban && near.nearest(v.at, 330) < 0:
			place(around(v.at, 30, 300), false)
		case !v.urban && country.nearest(v.at, nearSiteM) < 0:
			place(around(v.at, 60, nearSiteM-100), false)
		}
	}
	g.losing(r, place, around)

	// Twins: one rooftop, filed by two operators as two sites.
	const twins = 22
	for range twins {
		first := r.IntN(len(g.sites))
		if g.sites[first].twin < 0 && !g.sites[first].lost {
			g.sites[first].twin = len(g.sites)
			place(around(g.sites[first].at, 2, 18), true)
			g.sites[len(g.sites)-1].twin = first
		}
	}
	var main []orb.Point
	for _, way := range g.roads {
		if way.class == NationalRoad || way.class == ProvincialRoad {
			walk(way.line, 300, func(p, d orb.Point) float64 {
				main = append(main, beyond(p, d, 40+60*r.Float64()))
				return 600
			})
		}
	}
	r.Shuffle(len(main), func(i, j int) { main[i], main[j] = main[j], main[i] })
	for _, p := range main {
		if len(g.sites) < SiteCount-60 && near.nearest(p, 1300) < 0 && g.audible(p) && g.parts.label[hexOf(p)] != outside && g.parts.inner(hexOf(p)) {
			place(p, true)
		}
	}
	for apart := 300.0; len(g.sites) < SiteCount; apart *= 0.97 {
		for range 400 {
			p := orb.Point{g.t.city[0] + 3200*r.NormFloat64(), g.t.city[1] + 3200*r.NormFloat64()}
			h := hexOf(p)
			if len(g.sites) < SiteCount && urbanity(g.t, p) > r.Float64() && near.nearest(p, apart) < 0 &&
				g.t.land[h] && !g.t.river[h] && g.parts.inner(h) {
				place(p, true)
			}
		}
	}
}

// losing puts a 2G site by some of the villages without signal: they lost it
// when 2G ended on 2026-09-15.
func (g *generator) losing(r *rand.Rand, place func(orb.Point, bool), around func(orb.Point, float64, float64) orb.Point) {
	left := 3
	for i := range g.villages {
		if v := &g.villages[i]; v.fate == white && left > 0 {
			place(around(v.at, 100, 600), false)
			g.sites[len(g.sites)-1].lost = true
			left--
		}
	}
}

// audible says whether a site at p leaves the silent spots silent.
func (g *generator) audible(p orb.Point) bool {
	return !slices.ContainsFunc(g.silent, func(q orb.Point) bool { return distance(p, q) < MostRadiusM+100 })
}

func (g *generator) areaOf(p orb.Point) string {
	i := g.parts.communeAt(p)
	if i == outside {
		return ruralArea
	}
	switch c := g.parts.communes[i]; {
	case c.island:
		return islandArea
	case c.ward:
		return urbanArea
	case c.highland:
		return mountainArea
	}
	return ruralArea
}

// occupySites says whose the sites are, since when, and who shares them.
func (g *generator) occupySites() {
	r := g.chance("operators")
	rest := []registry.Status{}
	for status, n := range map[registry.Status]int{registry.Planned: 24, registry.Approved: 10,
		registry.UnderConstruction: 12, registry.Suspended: 6, registry.Decommissioned: 14} {
		for range n {
			rest = append(rest, status)
		}
	}
	slices.Sort(rest)
	for _, i := range r.Perm(len(g.sites)) {
		s := &g.sites[i]
		if s.spare && s.twin < 0 && len(rest) > 0 {
			s.status, rest = rest[0], rest[1:]
		}
		// Half the network stood by 2018, and towns came first.
		years := 12.3 * math.Pow(r.Float64(), map[string]float64{urbanArea: 1.7, mountainArea: 0.9}[s.area]+0.4)
		s.since = registry.NewDate(2014, 2, 1).AddDays(int(years * 365))
		if s.lost {
			s.since, s.status = registry.NewDate(2014, 6, 1).AddDays(r.IntN(700)), registry.Decommissioned
		}
		first := anOperator(r)
		if s.twin >= 0 && len(g.sites[s.twin].occupants) > 0 {
			first = anOperator(r, g.sites[s.twin].occupants[0].operator)
		}
		s.owner = operators[first].code
		if r.Float64() < 0.10 && !s.lost {
			s.owner = towers
			s.since = later(s.since, registry.NewDate(2017, 3, 1).AddDays(r.IntN(900)))
		}
		s.occupants = []occupant{{operator: first, from: s.since}}
	}
	g.shareSites(r)
}

// shareSites brings second and third operators in: on tower companies' sites
// and in town first. A few leave again.
func (g *generator) shareSites(r *rand.Rand) {
	type wish struct {
		site int
		key  float64
	}
	var wishes []wish
	operating := 0
	for i, s := range g.sites {
		if s.status != registry.Operating {
			continue
		}
		operating++
		weight := 1.0
		if s.owner == towers {
			weight = 4
		}
		if s.area == urbanArea {
			weight *= 1.6
		}
		if s.twin < 0 && s.since.Before(registry.NewDate(2026, 6, 1)) {
			wishes = append(wishes, wish{i, -math.Log(1-r.Float64()) / weight})
		}
	}
	slices.SortFunc(wishes, func(a, b wish) int {
		if a.key < b.key {
			return -1
		}
		return 1
	})
	shared := int(math.Round(float64(operating) * SharedPercent / 100))
	const left = 25
	for n, w := range wishes[:shared+left] {
		s := &g.sites[w.site]
		more := chosen(r, []int{1, 2, 3}, 70, 22, 8)
		if n >= shared {
			more = 1
		}
		for range more {
			var here []int
			for _, o := range s.occupants {
				here = append(here, o.operator)
			}
			// Sharing grew: the later a year, the more of it.
			days := int(asOf.Time().Sub(s.since.Time()).Hours()/24) - 60
			from := s.since.AddDays(30 + int(float64(days)*math.Sqrt(r.Float64())))
			o := occupant{operator: anOperator(r, here...), from: earlier(from, asOf.AddDays(-20))}
			if n >= shared {
				o.from = s.since.AddDays(20)
				o.to = ref(between(r, o.from.AddDays(200), asOf))
				if !o.from.Before(*o.to) || asOf.Before(*o.to) {
					continue
				}
			}
			s.occupants = append(s.occupants, o)
		}
	}
}

// fileSites files the sites with their masts, stations and tenancies.
func (g *generator) fileSites() {
	r := g.chance("site records")
	inCommune := map[int]int{}
	for i := range g.sites {
		s := &g.sites[i]
		number := g.parts.communeAt(s.at)
		inCommune[number]++
		commune := &g.parts.communes[number]
		out := registry.Site{Asset: g.asset(fmt.Sprintf("%s-%s-%03d", ProvinceCode, commune.code[2:], inCommune[number]), s.at, s.owner, s.since)}
		out.Name = ref(fmt.Sprintf("%s %d", bare(commune.name), inCommune[number]))
		out.Status = s.status
		switch s.status {
		case registry.Planned, registry.Approved, registry.UnderConstruction:
			out.PlannedOn = ref(between(r, asOf.AddDays(-200), asOf.AddDays(400)))
			out.BuiltOn, out.OperatingFrom = nil, nil
			if s.status != registry.Planned {
				out.ApprovedOn = ref(between(r, asOf.AddDays(-150), asOf))
			}
		case registry.Suspended, registry.Decommissioned:
			out.OperatingTo = ref(earlier(between(r, s.since.AddDays(500), asOf), asOf))
			if s.lost {
				out.OperatingTo = ref(registry.NewDate(2026, 9, 15))
			}
		}
		if out.BuiltOn != nil {
			out.BuiltOn = ref(s.since.AddDays(-30 - r.IntN(60)))
			out.ApprovedOn = ref(out.BuiltOn.AddDays(-20 - r.IntN(120)))
		}
		if s.status == registry.Operating && i%311 == 7 {
			out.Disclosure = registry.Critical
		}
		g.describeSite(r, s, &out)
		g.out.Sites = append(g.out.Sites, out)
		g.addMast(r, s, &g.out.Sites[i])
		g.addStations(r, s, &g.out.Sites[i])
		g.addSiteTenancies(r, s, &g.out.Sites[i])
		g.addPermit(r, s, &g.out.Sites[i])
		g.addCertificate(r, s, &g.out.Sites[i])
	}
}

// describeSite fills in what stands where, as its owner would.
func (g *generator) describeSite(r *rand.Rand, s *site, out *registry.Site) {
	kind := chosen(r, []string{"ground", "rooftop"}, 88, 12)
	if s.area == urbanArea {
		kind = chosen(r, []string{"rooftop", "ground", "small_cell", "in_building"}, 60, 30, 7, 3)
	}
	out.SiteKind = &kind
	out.AreaClass = ref(s.area)
	out.ElevationM = tenths(math.Max(1, g.t.elevation[hexOf(s.at)]))
	out.Power = ref(chosen(r, []string{"grid", "hybrid", "solar"}, 90, 8, 2))
	out.BatteryHours = tenths(4 + 4*r.Float64())
	out.Transmission = ref(chosen(r, []string{"fibre", "microwave"}, 94, 6))
	host := chosen(r, []string{"household", "office", "public_land", "own_land"}, 70, 12, 10, 8)
	out.HostType = &host
	if host == "household" {
		out.HostName = ref(names.Surnames[r.IntN(len(names.Surnames))] + " " + names.GivenNames[r.IntN(len(names.GivenNames))])
		out.LeaseContract = ref(fmt.Sprintf("HĐ-%04d/%d", 1+r.IntN(4000), s.since.Year()))
	}
	if kind == "ground" {
		out.LandAreaM2 = ref(float64(60 + 5*r.IntN(40)))
		out.Shelter = ref(r.IntN(4) > 0)
	} else {
		out.BuildingHeightM = tenths(7 + 18*math.Pow(r.Float64(), 1.6))
	}
	out.FreeSlots = ref(int64(max(0, 3-len(s.occupants)-r.IntN(2))))
	if *out.FreeSlots == 0 && len(s.occupants) == 1 {
		out.RefusalReason = ref(chosen(r, []string{"Cột không còn khả năng chịu tải", "Chủ nhà không đồng ý lắp thêm", "Mặt bằng hẹp"}, 5, 3, 2))
	}
	for _, o := range s.occupants[1:] {
		if o.to == nil && (out.SharingSince == nil || o.from.Before(*out.SharingSince)) {
			out.SharingSince = ref(o.from)
		}
	}
	if r.IntN(3) == 0 { // as many letters write it: decimal comma
		p := lonLat(s.at)
		comma := func(v float64) string { return strings.Replace(fmt.Sprintf("%.6f", v), ".", ",", 1) }
		out.Submitted = &registry.Submitted{X: comma(p[0]), Y: comma(p[1]), CRS: "EPSG:4326", PrecisionM: ref(5.0), Method: "GPS cầm tay"}
	}
}
