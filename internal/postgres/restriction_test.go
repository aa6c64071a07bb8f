package postgres_test

import (
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// What holds at a place is what was in force on the day, zones before streets; a
// street reaches as far as it says, or as the province does.
func TestRestrictions(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel", "VNPT")
	zone := func(code string, g orb.Geometry, change func(*registry.Zone)) {
		z := registry.ZoneNoun.New().(*registry.Zone)
		z.Code, z.Name, z.ZoneKind, z.Geometry.Geometry = code, "Khu "+code, "mast", g
		change(z)
		r.create(z)
	}
	street := func(code string, lat float64, reachM *float64) {
		s := registry.StreetNoun.New().(*registry.Street)
		s.Code, s.Name, s.StreetKind, s.ReachM, s.Geometry.Geometry = code, "Đường "+code, "underground", reachM, orb.LineString{{106.04, lat}, {106.06, lat}}
		r.create(s)
	}
	zone("old", box(106, 20, 106.1, 20.1), func(z *registry.Zone) { z.ValidTo = dayPtr("2024-01-01") })
	zone("now", box(106, 20, 106.1, 20.1), func(z *registry.Zone) {
		z.ValidFrom, z.AllowedClasses, z.HeightLimitM, z.HeightDatum = dayPtr("2024-01-01"), ptr("A1a;A1b"), ptr(45.0), registry.AboveSea
	})
	zone("elsewhere", box(106.5, 20, 106.6, 20.1), func(*registry.Zone) {})
	street("near", 20.0501, nil)      // 11 m
	street("far", 20.0503, nil)       // 33 m
	street("wide", 20.0502, ptr(50.)) // 22 m
	codes := func(list []registry.Restriction, err error) string {
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, x := range list {
			out = append(out, x.Code)
		}
		return strings.Join(out, " ")
	}
	here := orb.Point{106.05, 20.05}
	list, err := r.db.Restrictions(t.Context(), registry.Anonymous, here, day("2025-01-01"))
	if got := codes(list, err); got != "now near wide" {
		t.Errorf("in 2025: %q", got)
	}
	now := list[0]
	for class, forbidden := range map[string]bool{"A1a": false, "A2b": true, "": false} {
		if now.Forbids(class) != forbidden {
			t.Errorf("class %q is forbidden: %t", class, !forbidden)
		}
	}
	if above := now.TooHighM(40, ptr(8.0)); above != 3 {
		t.Errorf("40 m on a hill of 8 m is %g m above 45 m", above)
	}
	if above := now.TooHighM(400, nil); above != 0 {
		t.Errorf("on a hill of unknown height it is %g m too high", above)
	}
	if got := codes(r.db.Restrictions(t.Context(), registry.Anonymous, here, day("2023-12-31"))); got != "old near wide" {
		t.Errorf("in 2023: %q", got)
	}
	if got := codes(r.db.Restrictions(t.Context(), registry.Anonymous, orb.LineString{{106.05, 20.0499}, {106.05, 20.06}}, day("2025-01-01"))); got != "now far near wide" {
		t.Errorf("of a line: %q", got)
	}

	// of an asset only who knows where it stands is told
	site := r.site("S", 106.05, 20.05, func(s *registry.Site) { s.Owner = ptr("Viettel") })
	other := registry.Actor{Name: "vnpt", Grants: registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "VNPT"}}
	if got := codes(r.db.RestrictionsOf(t.Context(), other, registry.SiteKind, site, day("2025-01-01"))); got != "now near wide" {
		t.Errorf("of the site: %q", got)
	}
	if _, err := r.db.RestrictionsOf(t.Context(), registry.Anonymous, registry.SiteKind, site, day("2025-01-01")); registry.CodeOf(err) != registry.CodeNotFound {
		t.Errorf("the public: %v", err)
	}

	// two entries of one code at one time are refused, whichever way they come
	twice := registry.ZoneNoun.New().(*registry.Zone)
	twice.Code, twice.Name, twice.ZoneKind, twice.Geometry.Geometry = "now", "Khu", "mast", box(106, 20, 106.1, 20.1)
	if _, err := r.db.Create(t.Context(), tester, registry.ZoneNoun, twice); registry.CodeOf(err) != registry.CodeConflict {
		t.Errorf("twice: %v", err)
	}
	if result, err := r.db.Import(t.Context(), tester, registry.ZoneNoun, rowsOf(registry.ZoneNoun, nil, row(twice)), postgres.ImportOptions{}); err == nil && result.Created > 0 {
		t.Error("a file brings it in")
	}
	if _, err := r.db.Create(t.Context(), other, registry.ZoneNoun, func() registry.Record { twice.Code = "mine"; return twice }()); registry.CodeOf(err) != registry.CodeForbidden {
		t.Errorf("an operator plans: %v", err)
	}

	// a zone lies in every commune it meets
	r.commune("1", "Phường Đông", 106.09, 20, 106.2, 20.1)
	zones, _, err := r.db.List(t.Context(), registry.Anonymous, registry.ZoneNoun, registry.Filter{Unit: "1", AsOf: dayPtr("2025-01-01")}, registry.Page{Limit: 10})
	if err != nil || len(zones) != 1 || zones[0].(*registry.Zone).Code != "now" {
		t.Errorf("zones of the commune: %v, %v", zones, err)
	}
}

// A planned work is found in its commune, also when the commune comes later.
func TestPlannedWorkIsPlaced(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel")
	w := registry.PlannedWorkNoun.New().(*registry.PlannedWork)
	w.Code, w.Name, w.Owner, w.WorkKind = "DK-1", "Tuyến cột mới", "Viettel", "pole_line"
	w.StartsOn, w.EndsOn, w.Geometry.Geometry = dayPtr("2027-01-01"), dayPtr("2027-07-01"), orb.LineString{{106.01, 20.01}, {106.02, 20.01}}
	id := r.create(w)
	r.commune("1", "Phường Đông", 106, 20, 106.1, 20.1)
	stored, err := r.db.Get(t.Context(), tester, registry.PlannedWorkNoun, id)
	if err != nil {
		t.Fatal(err)
	}
	if p := stored.(*registry.PlannedWork); p.Commune == nil || *p.Commune != "Phường Đông" || p.Version != 1 || p.LengthM == nil || *p.LengthM < 1040 || *p.LengthM > 1050 {
		t.Errorf("stored %+v", p)
	}
	for on, n := range map[string]int{"2026-12-31": 0, "2027-06-30": 1, "2027-07-01": 0} {
		list, _, err := r.db.List(t.Context(), tester, registry.PlannedWorkNoun, registry.Filter{AsOf: dayPtr(on), Unit: "1", Owner: "Viettel"}, registry.Page{Limit: 10})
		if err != nil || len(list) != n {
			t.Errorf("on %s: %d works, %v", on, len(list), err)
		}
	}
}
