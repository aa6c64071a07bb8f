package demo

import (
	"fmt"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geo"

	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/sharing"
)

func pointOf(g registry.Geometry) orb.Point { return g.Geometry.(orb.Point) }

// inForce says whether a half-open period holds a day.
func inForce(from, to *registry.Date, on registry.Date) bool {
	return from != nil && !on.Before(*from) && (to == nil || on.Before(*to))
}

// tenantsOn counts the distinct operators on each asset of a kind on a day.
func tenantsOn(p *Province, kind registry.Kind, on registry.Date) map[int64]map[string]bool {
	out := map[int64]map[string]bool{}
	for _, t := range p.Tenancies {
		if t.AssetKind == kind && inForce(t.From, t.To, on) {
			if out[t.Asset] == nil {
				out[t.Asset] = map[string]bool{}
			}
			out[t.Asset][t.Tenant] = true
		}
	}
	return out
}

func kindsOf(p *Province) map[string]string {
	out := map[string]string{}
	for _, o := range p.Organizations {
		out[o.Code] = o.Kind
	}
	return out
}

func presentOn(a registry.Asset, tenants map[int64]map[string]bool, kinds map[string]string) map[string]bool {
	present := map[string]bool{}
	for t := range tenants[a.ID] {
		present[t] = true
	}
	if *a.OwnerPresent && kinds[*a.Owner] == "operator" {
		present[*a.Owner] = true
	}
	return present
}

func sitesShared(t *testing.T, p *Province, on registry.Date) sharing.Result {
	t.Helper()
	tenants, kinds := tenantsOn(p, registry.SiteKind, on), kindsOf(p)
	var counts []int
	for _, s := range p.Sites {
		if s.Status != registry.Planned && inForce(s.OperatingFrom, s.OperatingTo, on) {
			counts = append(counts, len(presentOn(s.Asset, tenants, kinds)))
		}
	}
	r, err := sharing.Tally(sharing.Counted(counts))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// About 16 % of the operating positions are shared today, and it grew.
func TestSitesShared(t *testing.T) {
	t.Parallel()
	p := sample().out
	now := sitesShared(t, p, p.AsOf)
	if *now.Ratio < 15 || *now.Ratio > 17 || now.Idle != 0 {
		t.Errorf("%.2f %% of %v shared, %d idle", *now.Ratio, now.Denominator, now.Idle)
	}
	before := 0.0
	for _, year := range []int{2017, 2020, 2023, 2026} {
		r := sitesShared(t, p, registry.NewDate(year, 7, 1))
		if *r.Ratio <= before {
			t.Errorf("%.2f %% in %d after %.2f %%", *r.Ratio, year, before)
		}
		before = *r.Ratio
	}
	// Twins filed twice show by position only.
	var positions []sharing.Position
	tenants, kinds := tenantsOn(p, registry.SiteKind, p.AsOf), kindsOf(p)
	numbers := map[string]int64{}
	for i, o := range p.Organizations {
		numbers[o.Code] = int64(i)
	}
	for _, s := range p.Sites {
		if s.Status == registry.Operating {
			at := pointOf(s.Geometry)
			q := sharing.Position{ID: s.ID, Lon: at[0], Lat: at[1]}
			for code := range presentOn(s.Asset, tenants, kinds) {
				q.Operators = append(q.Operators, numbers[code])
			}
			positions = append(positions, q)
		}
	}
	spatial, err := sharing.Spatial(positions, 30)
	if err != nil {
		t.Fatal(err)
	}
	if gain := spatial.Numerator - now.Numerator; gain < 8 || gain > 40 {
		t.Errorf("by position %v shared, as registered %v", spatial.Numerator, now.Numerator)
	}
}

// Poles and ducts have ratios worth showing beside the plans' targets.
func TestPolesAndDuctsShared(t *testing.T) {
	t.Parallel()
	p := sample().out
	kinds := kindsOf(p)
	tenants := tenantsOn(p, registry.PoleKind, p.AsOf)
	var poles []int
	for _, pole := range p.Poles {
		poles = append(poles, len(presentOn(pole.Asset, tenants, kinds)))
	}
	tenants = tenantsOn(p, registry.DuctKind, p.AsOf)
	var ducts []sharing.Item
	for _, d := range p.Ducts {
		ducts = append(ducts, sharing.Item{Tenants: len(presentOn(d.Asset, tenants, kinds)), Weight: *d.LengthM})
	}
	for what, items := range map[string][]sharing.Item{"poles": sharing.Counted(poles), "ducts": ducts} {
		r, err := sharing.Tally(items)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %.1f %% shared, %.2f tenants", what, *r.Ratio, *r.MeanTenants)
		if *r.Ratio < 45 || *r.Ratio > 85 {
			t.Errorf("%.1f %% of %s shared", *r.Ratio, what)
		}
	}
}

// Whoever has a station on a site is there as owner or tenant at the time.
func TestStationsHaveARoof(t *testing.T) {
	t.Parallel()
	p := sample().out
	lte := map[string]bool{}
	for _, st := range p.Stations {
		s := p.Sites[st.Site-1]
		if st.OnAirFrom.Before(*s.OperatingFrom) || s.OperatingTo != nil && (st.OnAirTo == nil || s.OperatingTo.Before(*st.OnAirTo)) {
			t.Errorf("station %s outlives its site", st.Code)
		}
		housed := *s.Owner == st.Operator
		for _, tenancy := range p.siteTenancies(st.Site) {
			housed = housed || tenancy.Tenant == st.Operator && !st.OnAirFrom.Before(*tenancy.From) &&
				(tenancy.To == nil || st.OnAirTo != nil && !tenancy.To.Before(*st.OnAirTo))
		}
		if !housed {
			t.Errorf("station %s of %s on a site of %s", st.Code, st.Operator, *s.Owner)
		}
		switch st.Technology {
		case "2G":
			if st.OnAirTo == nil || end2G.Before(*st.OnAirTo) {
				t.Errorf("2G station %s until %v", st.Code, st.OnAirTo)
			}
		case "5G":
			if st.OnAirFrom.Before(start5G) {
				t.Errorf("5G station %s from %s", st.Code, st.OnAirFrom)
			}
		case "4G":
			if inForce(st.OnAirFrom, st.OnAirTo, p.AsOf) {
				lte[fmt.Sprint(st.Site)] = true
			}
		}
	}
	for _, s := range p.Sites {
		if s.Status == registry.Operating && !lte[fmt.Sprint(s.ID)] {
			t.Errorf("operating site %s without 4G", s.Code)
		}
	}
}

// siteTenancies gives the tenancies on a site; they are filed first.
func (p *Province) siteTenancies(site int64) (out []registry.Tenancy) {
	for _, t := range p.Tenancies {
		if t.AssetKind != registry.SiteKind {
			break
		}
		if t.Asset == site {
			out = append(out, t)
		}
	}
	return out
}

// Each duct section starts and ends at its manholes, and the sections of the
// city and of each town hang together.
func TestDuctsJoinManholes(t *testing.T) {
	t.Parallel()
	g := sample()
	p := g.out
	first := p.Manholes[0].ID
	parent := make([]int64, len(p.Manholes))
	for i := range parent {
		parent[i] = int64(i)
	}
	root := func(i int64) int64 {
		for parent[i] != i {
			i = parent[i]
		}
		return i
	}
	for _, d := range p.Ducts {
		line := d.Geometry.Geometry.(orb.LineString)
		a, b := p.Manholes[*d.FromManhole-first], p.Manholes[*d.ToManhole-first]
		if a.ID != *d.FromManhole || b.ID != *d.ToManhole || line[0] != pointOf(a.Geometry) || line[len(line)-1] != pointOf(b.Geometry) {
			t.Fatalf("duct %s does not run from %s to %s", d.Code, a.Code, b.Code)
		}
		if metres := geo.LengthHaversine(line); metres < 15 || metres > 120 || !near(metres, *d.LengthM, 1) {
			t.Errorf("duct %s: %.1f m long, says %.1f", d.Code, metres, *d.LengthM)
		}
		parent[root(a.ID-first)] = root(b.ID - first)
	}
	networks := map[int64]bool{}
	for i := range parent {
		networks[root(int64(i))] = true
	}
	if len(networks) != len(g.quarters) {
		t.Errorf("%d duct networks in %d quarters", len(networks), len(g.quarters))
	}
}

func TestPolesStandAlongTheirRoad(t *testing.T) {
	t.Parallel()
	p := sample().out
	odd := 0
	for i := 1; i < len(p.Poles); i++ {
		a, b := p.Poles[i-1], p.Poles[i]
		if *a.RouteCode == *b.RouteCode && *b.LineNo != "1" {
			if d := geo.DistanceHaversine(pointOf(a.Geometry), pointOf(b.Geometry)); d < 34 || d > 51 {
				odd++ // around a bend, or over water
			}
		}
	}
	if odd > len(p.Poles)/20 {
		t.Errorf("%d of %d poles are not 35 to 50 m from the one before", odd, len(p.Poles))
	}
}

// Most masts keep the A1a rule and most sites have their papers; some do not.
func TestSomethingIsBroken(t *testing.T) {
	t.Parallel()
	p := sample().out
	a1a, broken := 0, 0
	heights := map[int64]float64{}
	for _, m := range p.Masts {
		heights[m.Site] = *m.HeightM
		if *m.Class == "A1a" {
			a1a++
			if *m.HeightM > 3 || *m.HeightM > 0.2**p.Sites[m.Site-1].BuildingHeightM || *m.WidthM > 0.5 {
				broken++
			}
		}
	}
	bases, late, low := map[string]int{}, 0, 0
	permits := map[int64]bool{}
	for _, permit := range p.Permits {
		s := p.Sites[permit.Asset-1]
		bases[permit.Basis]++
		permits[permit.Asset] = true
		if exempt := permit.Basis == "exempt_construction_law_2025_43_2"; exempt == s.BuiltOn.Before(noPermits) {
			t.Errorf("site %s built %s: %s", s.Code, s.BuiltOn, permit.Basis)
		}
		if permit.IssuedOn != nil && s.BuiltOn.Before(*permit.IssuedOn) {
			late++
		}
		if permit.HeightM != nil && *permit.HeightM < heights[permit.Asset] {
			low++
		}
	}
	unpapered := 0
	for _, s := range p.Sites {
		if s.BuiltOn != nil && !permits[s.ID] {
			unpapered++
		}
	}
	applies, expired := 0, 0
	for _, c := range p.Certificates {
		if c.Applies == "yes" {
			applies++
			if c.ExpiresOn.Before(p.AsOf) {
				expired++
			}
		}
	}
	for _, c := range []struct {
		what           string
		got, low, high int
	}{
		{"A1a masts that are not", broken, 3, a1a / 5},
		{"missing permits", bases["missing"], 10, 90},
		{"permits by decree 25", bases["exempt_25_2011_41_1a"], 200, 900},
		{"permits", bases["permit"], 300, 900},
		{"sites of 2026", bases["exempt_construction_law_2025_43_2"], 20, 300},
		{"sites without a word", unpapered, 20, 120},
		{"late permits", late, 3, 60},
		{"permits for a lower mast", low, 3, 60},
		{"expired certificates", expired, 15, applies / 4},
	} {
		if c.got < c.low || c.got > c.high {
			t.Errorf("%d %s, want %d to %d", c.got, c.what, c.low, c.high)
		}
	}
}

// Every commune has a place where the public is served, some with Wi-Fi.
func TestServicePoints(t *testing.T) {
	t.Parallel()
	p := sample().out
	served, wifi := map[string]bool{}, 0
	for _, s := range p.ServicePoints {
		if strings.HasPrefix(*s.Name, "Bưu điện") {
			served[*s.CommuneCode] = true
		}
		if s.Wifi {
			wifi++
		}
	}
	if len(served) != CommuneCount || wifi < 100 {
		t.Errorf("%d communes served, %d points with Wi-Fi", len(served), wifi)
	}
}
