package postgres_test

import (
	"errors"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/sharing"
)

// A ratio is the province's, not the asker's: everybody is told the same. What
// is behind it everybody is told as far as they may know.
func TestNumbersAreTheSameForEverybody(t *testing.T) {
	t.Parallel()
	w := newEstate(t, 0)
	day := registry.NewDate(2026, 1, 1)
	w.exec(`UPDATE asset SET operating_from = '2020-01-01', operating_to = NULL, removed_on = NULL, status = 'operating'`)
	w.exec(`UPDATE station SET on_air_from = '2020-01-01', on_air_to = NULL`)
	sharingQuery := postgres.SharingQuery{Definition: sharing.DefaultDefinition(registry.SiteKind), AsOf: day}
	sharingQuery.ExcludeSiteKinds = nil
	coverageQuery := postgres.CoverageQuery{Service: postgres.Mobile, Technologies: []string{"4G"}, AsOf: day, By: "commune"}
	ratio, err := w.db.Sharing(t.Context(), tester, sharingQuery)
	if err != nil || ratio.Denominator == 0 {
		t.Fatalf("%+v, %v", ratio, err)
	}
	villages, err := w.db.Coverage(t.Context(), tester, coverageQuery)
	if err != nil || villages.Computed.Covered == 0 {
		t.Fatalf("%+v, %v", villages, err)
	}
	for name, grants := range w.everybody() {
		t.Run(name, func(t *testing.T) {
			who := registry.Actor{Name: name, Grants: grants}
			all := grants.Department() || grants.Has(registry.AuditorRole)
			if got, err := w.db.Sharing(t.Context(), who, sharingQuery); err != nil || !reflect.DeepEqual(got, ratio) {
				t.Errorf("sharing: %v\n%s", err, cmp.Diff(ratio, got))
			}
			if got, err := w.db.Coverage(t.Context(), who, coverageQuery); err != nil || !reflect.DeepEqual(got, villages) {
				t.Errorf("coverage: %v\n%s", err, cmp.Diff(villages, got))
			}
			for _, method := range []sharing.Method{sharing.MethodRegistered, sharing.MethodSpatial} {
				q := sharingQuery
				q.Method = method
				told := 0
				err := w.db.SharingRecords(t.Context(), who, q, func(r postgres.SharingRecord) error {
					for _, id := range r.IDs {
						told++
						if tier := grants.Tier(w.subject(registry.SiteNoun, id).about); tier < registry.AreaTier && !all {
							t.Errorf("%s: told of site %d, of which %v is for them", method, id, tier)
						}
					}
					return nil
				})
				if !grants.SignedIn() {
					var refusal *registry.Error
					if !errors.As(err, &refusal) || refusal.Code != registry.CodeUnauthorized {
						t.Errorf("%s: %v", method, err)
					}
				} else if err != nil || told == 0 {
					t.Errorf("%s: told of %d, %v", method, told, err)
				}
			}
			records, err := w.db.CoverageRecords(t.Context(), who, &postgres.CoverageQuery{Service: postgres.Mobile, Technologies: []string{"4G"}, AsOf: day})
			if err != nil || len(records) == 0 {
				t.Fatal(err)
			}
			for _, r := range records {
				if r.Computed.Best != nil && !all {
					t.Fatalf("village %d is told its nearest site: %+v", r.Village, r.Computed.Best)
				}
			}
		})
	}
}

// What is near a place is measured from positions somebody may know: from
// distances to three places anything can be found.
func TestOnlyKnownPlacesAreMeasuredFrom(t *testing.T) {
	t.Parallel()
	w := newEstate(t, 1)
	day := registry.NewDate(2026, 1, 1)
	w.exec(`UPDATE asset SET operating_from = '2020-01-01', operating_to = NULL, removed_on = NULL, status = 'operating'`)
	measured := 0
	for name, grants := range w.everybody() {
		t.Run(name, func(t *testing.T) {
			who := registry.Actor{Name: name, Grants: grants}
			check := func(n *registry.Noun, id int64) {
				t.Helper()
				measured++
				about := w.subject(n, id).about
				if tier := grants.Tier(about); registry.PrecisionAt(n.Name, tier) != registry.Exactly {
					t.Errorf("%s %d is measured from for who sees it at %v", n.Name, id, tier)
				}
			}
			var positions []orb.Point
			for i := 1; i <= 18; i++ {
				positions = append(positions, orb.Point{106.0037 + float64(i)/100, 20.2041}, orb.Point{107.0037 + float64(i)/100, 20.2041})
			}
			places, err := w.db.Places(t.Context(), who, positions, day)
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range places {
				for kind, near := range p.Nearest {
					for _, r := range near {
						check(registry.NounByKind(kind), r.ID)
					}
				}
			}
			for _, kind := range []registry.Kind{registry.SiteKind, registry.ServicePointKind} {
				nearest, err := w.db.NearestToVillages(t.Context(), who, kind, "", day)
				if err != nil {
					t.Fatal(err)
				}
				for _, r := range nearest {
					if r.Asset != 0 {
						check(registry.NounByKind(kind), r.Asset)
					}
				}
			}
		})
	}
	if measured < 100 {
		t.Errorf("only %d were measured from", measured)
	}
}

// subject finds a record.
func (w *estate) subject(n *registry.Noun, id int64) subject {
	w.Helper()
	for _, s := range w.subjects {
		if s.noun == n && s.id == id {
			return s
		}
	}
	w.Fatalf("no %s %d", n.Name, id)
	return subject{}
}
