package postgres_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/hatangso/hatangso/internal/intake"
	"github.com/hatangso/hatangso/internal/pgtest"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/sharing"
)

// plainClusters merges sites by distance in SQL: links of ST_DWithin on
// geography, then whatever a site can reach over them.
const plainClusters = `WITH RECURSIVE linked AS MATERIALIZED (
	SELECT a.id AS a, b.id AS b FROM asset_site a JOIN asset_site b ON ST_DWithin(a.geom::geography, b.geom::geography, $1)
	WHERE a.id = b.id OR ST_Distance(a.geom::geography, b.geom::geography) < $1 OR ST_Distance(a.geom::geography, b.geom::geography) = 0
), reached (a, b) AS (
	SELECT a, b FROM linked UNION SELECT r.a, l.b FROM reached r JOIN linked l ON l.a = r.b
), cluster AS (
	SELECT a AS site, min(b) AS cluster FROM reached GROUP BY a
), operators AS (
	SELECT c.cluster, count(DISTINCT s.operator_id) AS n FROM cluster c JOIN station s ON s.site_id = c.site GROUP BY c.cluster
)
SELECT concat_ws('/', count(*) FILTER (WHERE n >= 2), count(*)) FROM operators`

// A real register of masts, 10,114 stations in western Denmark that name no
// site, read as a person would load it.
func TestSharingOfDenmark(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	f, err := os.Open(filepath.Join(pgtest.SharedData(t), "masts-denmark-west", "records.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	reader, err := intake.Open(f, f.Name(), intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	rows, err := intake.NewRows(reader, registry.StationNoun, r.db.Codes(), intake.RowOptions{Columns: map[string]string{"code": "mast_id", "name": "station_name"}})
	if err != nil {
		t.Fatal(err)
	}
	result := r.load(registry.StationNoun, rows, postgres.ImportOptions{CreateOrganizations: true})
	if result.Created != 10_114 || result.SitesCreated != 2_200 || len(result.Organizations) != 7 {
		t.Fatalf("%+v", result)
	}
	q := postgres.SharingQuery{Definition: sharing.DefaultDefinition(registry.SiteKind), AsOf: today()}
	q.Method = sharing.MethodSpatial
	want := map[float64]string{0: "29/2200", 10: "240/1953", 30: "306/1880", 50: "316/1870", 100: "331/1852"}
	var distances []float64
	for m, w := range want {
		distances = append(distances, m)
		q.MergeDistanceM = m
		got, err := r.db.Sharing(t.Context(), tester, q)
		if err != nil {
			t.Fatal(err)
		}
		if s := fmt.Sprintf("%v/%v", got.Numerator, got.Denominator); s != w {
			t.Errorf("at %v m %s, want %s", m, s, w)
		}
		if s := one[string](r, plainClusters, m); s != w {
			t.Errorf("at %v m plain SQL says %s, want %s", m, s, w)
		}
		r.checkSharingRecords(q, got)
	}
	curve, err := r.db.SharingSensitivity(t.Context(), tester, q, distances)
	if err != nil {
		t.Fatal(err)
	}
	for i, m := range distances {
		if s := fmt.Sprintf("%v/%v", curve[i].Numerator, curve[i].Denominator); s != want[m] {
			t.Errorf("the curve has %s at %v m, want %s", s, m, want[m])
		}
	}
	r.checkGroups(q)
}

// checkGroups holds the registered ratio of parts to that of the whole.
func (r *register) checkGroups(q postgres.SharingQuery) {
	r.Helper()
	province := r.create(&registry.Unit{Level: registry.ProvinceLevel, Code: "DK", Name: "Tỉnh Jutland"})
	for i := range 4 {
		west, south := 8.0+float64(i%2), 55.5+float64(i/2)
		r.commune(fmt.Sprint(i), fmt.Sprint("Xã ", i), west, south, west+1, south+1, func(u *registry.Unit) { u.Province, u.Parent = ptr("DK"), &province })
	}
	q.Method = sharing.MethodRegistered
	for _, by := range []string{"commune", "province"} {
		q.By = by
		got, err := r.db.Sharing(r.Context(), tester, q)
		if err != nil {
			r.Fatal(err)
		}
		var n, d float64
		for _, g := range got.Groups {
			n, d = n+g.Numerator, d+g.Denominator
			if g.Key == "" || by == "province" {
				continue
			}
			alone := q
			alone.By, alone.Unit = "", g.Key
			if part, err := r.db.Sharing(r.Context(), tester, alone); err != nil || part.Numerator != g.Numerator || part.Denominator != g.Denominator {
				r.Errorf("commune %s has %v/%v as a part and %v/%v alone, %v", g.Key, g.Numerator, g.Denominator, part.Numerator, part.Denominator, err)
			}
		}
		if n != got.Numerator || d != got.Denominator || len(got.Groups) != map[string]int{"commune": 5, "province": 2}[by] {
			r.Errorf("by %s: %d groups of %v/%v, the whole is %v/%v", by, len(got.Groups), n, d, got.Numerator, got.Denominator)
		}
	}
	q.By = "operator"
	got, err := r.db.Sharing(r.Context(), tester, q)
	if err != nil {
		r.Fatal(err)
	}
	for _, g := range got.Groups {
		want := one[string](r, `SELECT concat_ws('/', count(*) FILTER (WHERE n >= 2), count(*)) FROM (SELECT count(DISTINCT operator_id) AS n FROM station GROUP BY site_id
			HAVING bool_or(operator_id = (SELECT id FROM organization WHERE code = $1))) s`, g.Key)
		if s := fmt.Sprintf("%v/%v", g.Numerator, g.Denominator); s != want {
			r.Errorf("%s is on %s positions, plain SQL says %s", g.Key, s, want)
		}
	}
	if len(got.Groups) != 7 {
		r.Errorf("%d operators", len(got.Groups))
	}
}
