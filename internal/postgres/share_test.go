package postgres_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/pgtest"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/suggest"
)

// neighbourhood is a commune of a province with sites, poles and ducts of two
// operators about 106.05, 20.05.
func (r *register) neighbourhood() {
	r.Helper()
	r.organizations("Viettel")
	r.organization("VNPT", func(o *registry.Organization) { o.Contact = ptr("0913 000 111") })
	province := r.create(&registry.Unit{Level: registry.ProvinceLevel, Code: "31", Name: "Hải Phòng", Province: ptr("31"), Geometry: registry.Geometry{Geometry: box(105, 19, 107, 21)}})
	r.commune("1", "Phường Đông", 106, 20, 106.1, 20.1, func(u *registry.Unit) { u.Parent, u.Province = &province, ptr("31") })
	site := func(code, owner string, lon float64, change func(*registry.Site)) int64 {
		id := r.site(code, lon, 20.05, func(s *registry.Site) {
			s.Owner, s.OwnerPresent, s.SiteKind, s.OperatingFrom = &owner, ptr(true), ptr("ground"), dayPtr("2015-01-01")
			s.LeaseContract = ptr("HĐ bí mật")
			change(s)
		})
		r.create(&registry.Mast{Site: id, Code: "C", HeightM: ptr(42.0), Class: ptr("A2b")})
		return id
	}
	site("own", "Viettel", 106.0501, func(s *registry.Site) { s.FreeSlots = ptr(int64(3)) })
	site("full", "VNPT", 106.0502, func(s *registry.Site) { s.FreeSlots = ptr(int64(0)) })
	site("free", "VNPT", 106.051, func(s *registry.Site) { s.FreeSlots = ptr(int64(2)) })
	site("secret", "VNPT", 106.0511, func(s *registry.Site) { s.Disclosure = registry.Restricted })
	site("far", "VNPT", 106.09, func(*registry.Site) {})
	site("planned", "VNPT", 106.0512, func(s *registry.Site) {
		s.Status, s.OperatingFrom, s.PlannedOn = registry.Planned, nil, dayPtr("2027-03-01")
	})
	for i := range 11 { // 520 m of poles, 52 m apart
		r.create(pole(fmt.Sprint("P", i), 106.06+float64(i)*0.0005, 20.06, func(p *registry.Pole) {
			p.Owner, p.OwnerPresent, p.OperatingFrom, p.ToRemove = ptr("VNPT"), ptr(true), dayPtr("2015-01-01"), i == 10
		}))
	}
	d := registry.DuctNoun.New().(*registry.Duct)
	d.Code, d.Owner, d.OwnerPresent, d.OperatingFrom, d.Ducts, d.FreeDucts = "D", ptr("VNPT"), ptr(true), dayPtr("2015-01-01"), ptr(int64(4)), ptr(int64(2))
	d.Geometry.Geometry = orb.LineString{{106.06, 20.07}, {106.065, 20.07}}
	r.create(d)
	for _, w := range []struct {
		code, state string
		from        string
	}{{"DK-1", "planned", "2027-01-01"}, {"DK-2", "withdrawn", "2027-01-01"}, {"DK-3", "planned", "2030-01-01"}} {
		p := registry.PlannedWorkNoun.New().(*registry.PlannedWork)
		p.Code, p.Name, p.Owner, p.WorkKind, p.State, p.StartsOn, p.EndsOn = w.code, "Mở đường", "VNPT", "road_opening", registry.WorkState(w.state), dayPtr(w.from), dayPtr("2031-01-01")
		p.Contact, p.Geometry.Geometry = ptr("Ông Bình"), orb.LineString{{106.05, 20.0503}, {106.07, 20.0703}}
		r.create(p)
	}
}

func candidateCodes(a *postgres.ShareAnswer) string {
	var out []string
	for _, c := range a.Candidates {
		out = append(out, fmt.Sprintf("%s:%s", c.Code, c.Fit))
	}
	return strings.Join(out, " ")
}

// A planned mast finds the sites in reach, the nearest first, with what the asker
// may know; the ratios are those of the indicators.
func TestShareMast(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.neighbourhood()
	viettel := registry.Actor{Name: "viettel", Grants: registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "Viettel"}}
	mast := suggest.Proposal{Kind: suggest.Mast, Geometry: registry.Geometry{Geometry: orb.Point{106.05, 20.05}}, HeightM: 35, Operator: "VNPT",
		From: dayPtr("2027-01-01"), To: dayPtr("2027-07-01")}
	a, err := r.db.ShareCheck(t.Context(), viettel, mast, day("2026-11-20"))
	if err != nil {
		t.Fatal(err)
	}
	if got := candidateCodes(a); got != "own:yes full:no free:yes" || a.More {
		t.Errorf("in reach: %s", got)
	}
	if a.Query.Operator != "Viettel" || a.Query.ReachM != 300 {
		t.Errorf("asked as %+v", a.Query)
	}
	free := a.Candidates[2]
	if math.Abs(free.DistanceM-104.6) > 0.5 || *free.Contact != "0913 000 111" || *free.HeightM != 42 || free.Tenants != 1 || free.Own || free.Present {
		t.Errorf("%+v", free)
	}
	if !a.Candidates[0].Own || a.Best == nil || a.Best.ID != free.ID {
		t.Errorf("own %t, the best %+v", a.Candidates[0].Own, a.Best)
	}
	var planned []string
	for _, p := range a.Planned {
		planned = append(planned, p.Code)
	}
	if fmt.Sprint(planned) != "[DK-1 planned]" || *a.Planned[0].Contact != "Ông Bình" || a.Planned[1].StartsOn.String() != "2027-03-01" {
		t.Errorf("planned %v: %+v", planned, a.Planned)
	}
	// five in service, each alone: 0 of 5, then 0 of 6, or 1 of 5
	if len(a.Ratios) != 2 || a.Ratios[0].Name != "Phường Đông" || a.Ratios[1].Scope != "province" {
		t.Fatalf("ratios %+v", a.Ratios)
	}
	for _, ratio := range a.Ratios {
		if ratio.Now.Denominator != 5 || *ratio.Now.Ratio != 0 || ratio.IfBuilt.Denominator != 6 || *ratio.IfShared.Ratio != 20 {
			t.Errorf("%+v", ratio)
		}
		indicator, err := r.db.Sharing(t.Context(), tester, postgres.SharingQuery{Definition: a.Definition, AsOf: a.AsOf, Unit: ratio.Unit})
		if err != nil || indicator.Denominator != ratio.Now.Denominator || indicator.Numerator != ratio.Now.Numerator {
			t.Errorf("the indicator says %+v, %v", indicator.Result, err)
		}
	}
	// the department sees what is restricted, and asks for whom it likes
	if a, err = r.db.ShareCheck(t.Context(), tester, mast, day("2026-11-20")); err != nil || candidateCodes(a) != "own:yes full:no free:yes secret:perhaps" || a.Candidates[0].Own {
		t.Errorf("the department: %s, %v", candidateCodes(a), err)
	}
	// what becomes of it once it is done: the tenant is on it, and the numbers are those foretold
	r.tenancy(registry.SiteKind, free.ID, "Viettel")
	if a, err = r.db.ShareCheck(t.Context(), viettel, mast, day("2026-11-20")); err != nil || *a.Ratios[0].Now.Ratio != 20 || !a.Candidates[2].Present || a.Best != nil {
		t.Errorf("after sharing: %+v, %v", a.Ratios, err)
	}
	if _, err := r.db.ShareCheck(t.Context(), registry.Anonymous, mast, day("2026-11-20")); registry.CodeOf(err) != registry.CodeUnauthorized {
		t.Errorf("the public: %v", err)
	}
}

// A planned line is told how much of it is served already, and the owners of ducts
// who asked.
func TestShareLine(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.neighbourhood()
	viettel := registry.Actor{Name: "viettel", Grants: registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "Viettel"}}
	// a thousand metres, of which poles stand along the first half
	line := suggest.Proposal{Kind: suggest.PoleLine, Geometry: registry.Geometry{Geometry: orb.LineString{{106.06, 20.06005}, {106.07, 20.06005}}}}
	a, err := r.db.ShareCheck(t.Context(), viettel, line, day("2026-11-20"))
	if err != nil {
		t.Fatal(err)
	}
	l := a.Line
	if len(a.Candidates) != 11 || l.ShareablePoles != 10 || math.Abs(l.LengthM-1046) > 2 || math.Abs(l.ShareableM-500) > 5 || l.Poles != 22 {
		t.Errorf("%d candidates, %+v", len(a.Candidates), l)
	}
	// eleven poles, each alone; 22 more, or ten shared and the rest built
	if ratio := a.Ratios[0]; ratio.Now.Denominator != 11 || ratio.IfBuilt.Denominator != 33 || ratio.IfShared.Numerator != 10 || ratio.IfShared.Denominator != 22 {
		t.Errorf("%+v", ratio)
	}
	ducts := suggest.Proposal{Kind: suggest.DuctLine, Ducts: 2, Geometry: registry.Geometry{Geometry: orb.LineString{{106.06, 20.07005}, {106.07, 20.07005}}}}
	if a, err = r.db.ShareCheck(t.Context(), viettel, ducts, day("2026-11-20")); err != nil {
		t.Fatal(err)
	}
	if candidateCodes(a) != "D:yes" || math.Abs(*a.Candidates[0].AlongM-523) > 2 || math.Abs(a.Line.ShareableM-552) > 3 || a.Ratios[0].IfShared.Numerator < 520 {
		t.Errorf("%s, %+v, %+v", candidateCodes(a), a.Line, a.Ratios[0])
	}
	if n := one[int](r, `SELECT count(*) FROM access WHERE actor = 'viettel' AND noun = 'duct'`); n != 1 {
		t.Errorf("the owner is told of %d looks at its ducts", n)
	}
}

// The neighbours of a proposal are found by the index.
func TestSharePlan(t *testing.T) {
	t.Parallel()
	r := openRegister(t, pgtest.New(t))
	r.organizations("Viettel")
	r.exec(`INSERT INTO asset (kind, code, geom, owner_id) SELECT k, k || n, ST_SetSRID(ST_MakePoint(106 + (n % 100) / 100.0, 20 + (n / 100) / 100.0), 4326), (SELECT id FROM organization)
		FROM generate_series(0, 4999) n, unnest(ARRAY['site', 'pole']) k`)
	if _, err := r.sql.Exec(t.Context(), `ANALYZE`); err != nil {
		t.Fatal(err)
	}
	var heard plans
	db, err := postgres.OpenExplained(t.Context(), r.dsn, heard.hear)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(db.Close)
	who := registry.Actor{Name: "viettel", Grants: registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "Viettel"}}
	for index, p := range map[string]suggest.Proposal{
		"asset_site_geo": {Kind: suggest.Mast, Geometry: registry.Geometry{Geometry: orb.Point{106.5, 20.2}}},
		"asset_pole_geo": {Kind: suggest.PoleLine, Geometry: registry.Geometry{Geometry: orb.LineString{{106.5, 20.2}, {106.51, 20.2}}}},
	} {
		heard.take()
		a, err := db.ShareCheck(t.Context(), who, p, today())
		if err != nil || len(a.Candidates) == 0 {
			t.Fatalf("%+v, %v", a, err)
		}
		found := 0
		for _, plan := range strings.Split(heard.take(), "duration: ") {
			if !strings.Contains(plan, "ST_ClosestPoint") {
				continue // what is counted is counted of all
			}
			if strings.Contains(plan, "Seq Scan on asset_site") || strings.Contains(plan, "Seq Scan on asset_pole") {
				t.Errorf("not by %s:\n%s", index, plan)
			}
			found += strings.Count(plan, index)
		}
		if found == 0 {
			t.Errorf("%s is not used", index)
		}
	}
}
