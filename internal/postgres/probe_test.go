package postgres_test

import (
	"slices"
	"testing"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/sharing"
)

// A filter tells what it filters by: who is on a site, and with what, only to
// who may see it there.
func TestFiltersTellNoMoreThanRecords(t *testing.T) {
	t.Parallel()
	w := newEstate(t, 0)
	found := func(who registry.Actor, f registry.Filter) (ids []int64) {
		t.Helper()
		var page gathering
		if _, err := w.db.Page(t.Context(), who, registry.SiteNoun, f, registry.Page{Limit: 1000}, &page); err != nil {
			t.Fatal(err)
		}
		for _, row := range page.rows {
			ids = append(ids, row["id"].(int64))
		}
		return ids
	}
	// known are the sites of which somebody sees a field of what a noun has there
	known := func(g registry.Grants, n *registry.Noun, field, operator string) (ids []int64) {
		for _, s := range w.subjects {
			if s.noun == n && (operator == "" || s.about.Owners[0] == operator) && g.Tier(s.about) >= registry.TierOf(n.Name, field) {
				site := s.site
				if n == registry.TenancyNoun {
					site = one[int64](w.register, `SELECT asset_id FROM tenancy WHERE id = $1`, s.id)
				}
				if g.Tier(w.subject(registry.SiteNoun, site).about) > registry.NoTier && !slices.Contains(ids, site) {
					ids = append(ids, site)
				}
			}
		}
		slices.Sort(ids)
		return ids
	}
	w.exec(`UPDATE station SET on_air_from = '2020-01-01', on_air_to = NULL; UPDATE tenancy SET valid_from = '2020-01-01', valid_to = NULL`)
	for _, with := range []string{"stations", "tenancies alone"} {
		for name, grants := range w.everybody() {
			who := registry.Actor{Name: name, Grants: grants}
			for _, tenant := range []string{"Viettel", "VNPT"} {
				may := known(grants, registry.TenancyNoun, "tenant", tenant)
				if with == "stations" {
					may = append(may, known(grants, registry.StationNoun, "operator", tenant)...)
				}
				slices.Sort(may)
				if got := found(who, registry.Filter{Tenant: tenant}); !slices.Equal(got, slices.Compact(may)) {
					t.Errorf("%s, %s: finds %s on %v, may know of %v", name, with, tenant, got, may)
				}
			}
			if may := known(grants, registry.StationNoun, "site", ""); with == "stations" {
				if got := found(who, registry.Filter{Technology: "4G"}); !slices.Equal(got, may) {
					t.Errorf("%s: finds 4G on %v, may know of %v", name, got, may)
				}
			}
		}
		w.exec(`DELETE FROM station`)
	}
}

// From distances to three places anything can be found: a distance is chosen by
// who sees all that is measured.
func TestADistanceOfOnesOwn(t *testing.T) {
	t.Parallel()
	w := newEstate(t, 1)
	w.exec(`UPDATE asset SET operating_from = '2020-01-01', operating_to = NULL, removed_on = NULL, status = 'operating', fibre_access = true`)
	w.exec(`UPDATE station SET on_air_from = '2020-01-01', on_air_to = NULL`)
	var beside []int64
	for _, s := range w.subjects {
		if s.noun == registry.SiteNoun && s.about.Disclosure == registry.Critical {
			var lon, lat float64
			if err := w.sql.QueryRow(t.Context(), `SELECT ST_X(geom), ST_Y(geom) FROM asset WHERE kind = 'site' AND id = $1`, s.id).Scan(&lon, &lat); err != nil {
				t.Fatal(err)
			}
			beside = append(beside, w.village("B"+s.name, lon, lat+0.0001))
		}
	}
	on := registry.NewDate(2026, 1, 1)
	for name, grants := range w.everybody() {
		t.Run(name, func(t *testing.T) {
			who := registry.Actor{Name: name, Grants: grants}
			for _, service := range []string{postgres.Mobile, postgres.Fibre} {
				q := postgres.CoverageQuery{Service: service, Technologies: []string{"4G"}, AsOf: on, WithinM: ptr(60.0)}
				_, summed := w.db.Coverage(t.Context(), who, q)
				records, err := w.db.CoverageRecords(t.Context(), who, &q)
				switch {
				case !grants.SignedIn():
					wantCode(t, summed, registry.CodeUnauthorized)
					wantCode(t, err, registry.CodeUnauthorized)
					continue
				case !grants.Department() && !grants.Has(registry.AuditorRole):
					wantCode(t, summed, registry.CodeForbidden)
					wantCode(t, err, registry.CodeForbidden)
					continue
				case summed != nil || err != nil:
					t.Fatal(summed, err)
				}
				for _, r := range records {
					if !slices.Contains(beside, r.Village) {
						continue
					}
					if want := grants.SeesAll(); (r.Computed.State == registry.Covered) != want {
						t.Errorf("%s: beside a critical site it is %s", service, r.Computed.State)
					}
					if r.Computed.Best != nil && !grants.SeesAll() {
						t.Errorf("%s: told of %+v", service, r.Computed.Best)
					}
				}
			}
			ask := postgres.SharingQuery{Definition: sharing.DefaultDefinition(registry.SiteKind), AsOf: on}
			ask.Method = sharing.MethodSpatial
			if _, err := w.db.Sharing(t.Context(), who, ask); err != nil {
				t.Error(err)
			}
			ask.MergeDistanceM = 123
			if _, err := w.db.Sharing(t.Context(), who, ask); !grants.SignedIn() {
				wantCode(t, err, registry.CodeUnauthorized)
			} else if err != nil {
				t.Error(err)
			}
		})
	}
}

// A key that is confined, and an auditor, read of the log and of what is behind
// a number what they may see of the register: also of what belongs to a work
// and of what is gone.
func TestTheLogIsConfined(t *testing.T) {
	t.Parallel()
	w := newEstate(t, 0)
	for _, s := range w.subjects {
		if s.noun == registry.PermitNoun && s.about.Disclosure == registry.Critical {
			w.delete(s.noun, s.id)
		}
	}
	if err := w.db.Note(t.Context(), tester, postgres.EventExport, map[string]any{"noun": "site"}); err != nil {
		t.Fatal(err)
	}
	confined := func(k registry.Scope) registry.Grants {
		return registry.Grants{Roles: []registry.Role{registry.OfficerRole}, Key: &k}
	}
	readers := w.everybody()
	readers["a key of the department for poles"] = confined(registry.Scope{Nouns: []string{"pole", "permit"}})
	readers["a key of the department for a commune"] = confined(registry.Scope{Units: []int64{w.near}})
	for name, grants := range readers {
		t.Run(name, func(t *testing.T) {
			who := registry.Actor{Name: name, Grants: grants}
			told := 0
			for since, more := int64(0), true; more; {
				page, err := w.db.Changes(t.Context(), who, postgres.ChangeQuery{Since: since, Limit: 1000})
				if err != nil {
					t.Fatal(err)
				}
				for _, c := range page.Items {
					n := registry.NounByPath(c.Noun)
					i := slices.IndexFunc(w.subjects, func(s subject) bool { return s.noun == n && s.id == c.RecordID })
					if i < 0 {
						continue
					}
					told++
					if s := w.subjects[i]; !grants.May(registry.ReadAudit, s.about).Allowed {
						t.Errorf("told of the %s of %s", c.Op, s.name)
					}
				}
				since, more = page.Cursor, page.More
			}
			if may := grants.May(registry.ReadAudit, registry.Subject{Noun: "pole", Owners: []string{"Viettel"}, Units: []int64{w.near}, Disclosure: registry.Ordinary}); may.Allowed != (told > 0) {
				t.Errorf("told of %d changes, may be told: %t", told, may.Allowed)
			}
			events, err := w.db.Changes(t.Context(), who, postgres.ChangeQuery{Limit: 1000, Events: true})
			narrow := grants.Key != nil && len(grants.Key.Nouns)+len(grants.Key.Units) > 0
			if err != nil || len(events.Items) > 0 && narrow {
				t.Errorf("told of %d events, %v", len(events.Items), err)
			}
			if !grants.SignedIn() {
				return
			}
			q := postgres.SharingQuery{Definition: sharing.DefaultDefinition(registry.SiteKind), AsOf: registry.NewDate(2026, 1, 1)}
			if err := w.db.SharingRecords(t.Context(), who, q, func(r postgres.SharingRecord) error {
				for _, id := range r.IDs {
					if s := w.subject(registry.SiteNoun, id); grants.Tier(s.about) == registry.NoTier {
						t.Errorf("%s is behind the number", s.name)
					}
				}
				return nil
			}); err != nil {
				t.Error(err)
			}
		})
	}
}

// An operator speaks for itself: not for the other side of a tenancy, nor for
// the department about what its works are to the country.
func TestAnOperatorSpeaksForItself(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel", "VNPT")
	filer := registry.Actor{Name: "filer", Grants: registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "Viettel"}}
	own := func(code, owner string) int64 {
		return r.site(code, 106, 20, func(s *registry.Site) { s.Owner, s.Disclosure = &owner, registry.Restricted })
	}
	mine, theirs := own("M", "Viettel"), own("T", "VNPT")
	rent := func(site int64, tenant string, owner, renter registry.Confirmation) (int64, error) {
		rented := registry.TenancyNoun.New().(*registry.Tenancy)
		rented.AssetKind, rented.Asset, rented.Tenant, rented.OwnerSays, rented.TenantSays = registry.SiteKind, site, tenant, owner, renter
		stored, err := r.db.Create(t.Context(), filer, registry.TenancyNoun, rented)
		if err != nil {
			return 0, err
		}
		return idOf(stored), nil
	}
	edit := func(n *registry.Noun, id int64, change func(registry.Record)) error {
		_, err := r.db.Update(t.Context(), filer, n, id, r.version(n, id), func(record registry.Record) error { change(record); return nil })
		return err
	}
	for _, said := range []registry.Confirmation{registry.Confirmed, registry.Disputed} {
		_, err := rent(theirs, "Viettel", said, registry.Confirmed)
		contains(t, wantCode(t, err, registry.CodeForbidden).Message.EN, "owner_says")
		_, err = rent(mine, "VNPT", registry.Confirmed, said)
		wantCode(t, err, registry.CodeForbidden)
	}
	asTenant, err := rent(theirs, "Viettel", registry.Unconfirmed, registry.Confirmed)
	if err != nil {
		t.Fatal(err)
	}
	asOwner, err := rent(mine, "VNPT", registry.Confirmed, registry.Unconfirmed)
	if err != nil {
		t.Fatal(err)
	}
	says := func(owner, renter registry.Confirmation) func(registry.Record) {
		return func(record registry.Record) {
			record.(*registry.Tenancy).OwnerSays, record.(*registry.Tenancy).TenantSays = owner, renter
		}
	}
	wantCode(t, edit(registry.TenancyNoun, asTenant, says(registry.Confirmed, registry.Confirmed)), registry.CodeForbidden)
	wantCode(t, edit(registry.TenancyNoun, asOwner, says(registry.Confirmed, registry.Confirmed)), registry.CodeForbidden)
	r.update(registry.TenancyNoun, asTenant, says(registry.Confirmed, registry.Confirmed)) // the department says it for both
	if err := edit(registry.TenancyNoun, asTenant, says(registry.Confirmed, registry.Disputed)); err != nil {
		t.Errorf("the tenant may not dispute: %v", err)
	}
	if err := edit(registry.TenancyNoun, asOwner, says(registry.Unconfirmed, registry.Unconfirmed)); err != nil {
		t.Errorf("the owner may not take its word back: %v", err)
	}
	class := func(d registry.Disclosure) func(registry.Record) {
		return func(record registry.Record) { record.(*registry.Site).Disclosure = d }
	}
	wantCode(t, edit(registry.SiteNoun, mine, class(registry.Ordinary)), registry.CodeForbidden)
	if err := edit(registry.SiteNoun, mine, class(registry.Critical)); err != nil {
		t.Error(err)
	}
	wantCode(t, edit(registry.SiteNoun, mine, class(registry.Restricted)), registry.CodeForbidden)
	r.update(registry.SiteNoun, mine, class(registry.Ordinary))
}
