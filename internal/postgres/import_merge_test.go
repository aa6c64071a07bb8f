package postgres_test

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/intake"
	"github.com/hatangso/hatangso/internal/pgtest"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

func communeRow(code, name string, polygon orb.MultiPolygon, change ...func(*registry.Unit)) registry.Row {
	u := &registry.Unit{Level: registry.CommuneLevel, Code: code, Name: name, Geometry: registry.Geometry{Geometry: polygon}}
	for _, c := range change {
		c(u)
	}
	return row(u)
}

// unitFile is what a file of boundaries gives.
var unitFile = []string{"level", "code", "name", "geometry"}

// What was there before its communes is placed when they come.
func TestImportOfUnitsPlacesWhatIsThere(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	site := r.site("S", 106.5, 20.5)
	cable := registry.CableRouteNoun.New().(*registry.CableRoute)
	cable.Code, cable.Geometry.Geometry = "C", orb.LineString{{106.9, 20.5}, {107.2, 20.5}}
	line := r.create(cable)
	village := r.village("centre", 106.5, 20.5)
	named := r.village("named", 0, 0, func(v *registry.Village) { v.Geometry.Geometry, v.DeclaredCommune = nil, ptr("PHƯỜNG ĐÔNG") })
	coded := r.village("coded", 0, 0, func(v *registry.Village) { v.Geometry.Geometry, v.DeclaredCommune = nil, ptr("2") })
	where := func() [5]string {
		read := func(view string, id int64) string {
			return one[string](r, `SELECT coalesce(commune_code, '') || '/' || coalesce(province, '') FROM guarded.`+view+` WHERE id = $1`, id)
		}
		return [5]string{read("site", site), read("cable_route", line), read("village", village), read("village", named), read("village", coded)}
	}
	opts := postgres.ImportOptions{Province: "31"}
	for _, step := range []struct {
		name string
		rows []registry.Row
		want [5]string
	}{
		{"the first communes", []registry.Row{communeRow("1", "Phường Đông", box(106, 20, 107, 21)), communeRow("2", "Xã Tây", box(107, 20, 108, 21))},
			[5]string{"1/31", "2/31", "1/31", "1/31", "2/31"}},
		{"a boundary moved", []registry.Row{communeRow("1", "Phường Đông", box(106, 20, 106.4, 21)), communeRow("2", "Xã Tây", box(106.4, 20, 108, 21))},
			[5]string{"2/31", "2/31", "2/31", "1/31", "2/31"}},
		{"a commune renamed and shrunk", []registry.Row{communeRow("1", "Phường Khác", box(106, 20, 106.4, 21)), communeRow("2", "Xã Tây", box(107, 20, 108, 21))},
			[5]string{"/", "2/31", "/", "/", "2/31"}},
	} {
		r.load(registry.UnitNoun, rowsOf(registry.UnitNoun, unitFile, step.rows...), opts)
		if got := where(); got != step.want {
			t.Errorf("%s: %v, want %v", step.name, got, step.want)
		}
	}
	province := column[string](r, `SELECT name || '|' || unit_kind || '|' || province FROM unit WHERE level = 'province'`)
	if len(province) != 1 || province[0] != "Thành phố Hải Phòng|thanh_pho|31" {
		t.Errorf("the province: %q", province)
	}
	if kinds := column[string](r, `SELECT unit_kind FROM unit WHERE level = 'commune' ORDER BY code`); kinds[0] != "phuong" || kinds[1] != "xa" {
		t.Errorf("kinds %v", kinds)
	}
	if n := one[int](r, `SELECT count(*) FROM unit u JOIN unit p ON p.id = u.parent_id WHERE p.level = 'province'`); n != 2 {
		t.Errorf("%d communes hang on the province", n)
	}
	same := r.load(registry.UnitNoun, rowsOf(registry.UnitNoun, unitFile, communeRow("1", "Phường Khác", box(106, 20, 106.4, 21)),
		communeRow("2", "Xã Tây", box(107, 20, 108, 21))), opts)
	if same.Same != 2 || same.Changed+same.Created != 0 {
		t.Errorf("the same file again: %+v", same)
	}
}

// The province can be named later; units loaded without one find it then.
func TestImportHangsUnitsBelowTheirProvinceLater(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	file := func() *sliceRows {
		return rowsOf(registry.UnitNoun, unitFile, communeRow("1", "Phường Đông", box(106, 20, 107, 21)))
	}
	r.load(registry.UnitNoun, file(), postgres.ImportOptions{})
	site := r.site("S", 106.5, 20.5)
	result := r.load(registry.UnitNoun, file(), postgres.ImportOptions{Province: "75"})
	if result.Changed != 1 {
		t.Errorf("%+v", result)
	}
	if got := r.codes(registry.SiteNoun, registry.Filter{Unit: "75"}); len(got) != 1 {
		t.Errorf("sites of the province: %v", got)
	}
	if p := r.get(registry.SiteNoun, site).(*registry.Site).Province; p == nil || *p != "75" {
		t.Errorf("the site's province is %v", p)
	}
	if name := one[string](r, `SELECT name FROM unit WHERE level = 'province'`); name != "Tỉnh Đồng Nai" && name != "Thành phố Đồng Nai" {
		t.Errorf("province 75 is called %s", name)
	}
}

// One code, two meanings: before and after 2025-07-01.
func TestImportOfACodeInTwoPeriods(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	fields := append([]string{"valid_from", "valid_to"}, unitFile...)
	old := func(u *registry.Unit) { u.ValidTo = dayPtr("2025-07-01") }
	now := func(u *registry.Unit) { u.ValidFrom = dayPtr("2025-07-01") }
	file := func() *sliceRows {
		return rowsOf(registry.UnitNoun, fields, communeRow("10525", "Phường Trần Hưng Đạo", box(106, 20, 106.5, 21), old),
			communeRow("10525", "Phường Hải Dương", box(106.5, 20, 107, 21), now), communeRow("10570", "Phường Cộng Hòa", box(106.5, 20, 107, 21), old),
			communeRow("10570", "Phường Trần Hưng Đạo", box(106, 20, 106.5, 21), now))
	}
	if result := r.load(registry.UnitNoun, file(), postgres.ImportOptions{}); result.Created != 4 {
		t.Fatalf("%+v", result)
	}
	if result := r.load(registry.UnitNoun, file(), postgres.ImportOptions{}); result.Same != 4 {
		t.Fatalf("again: %+v", result)
	}
	site := r.site("S", 106.2, 20.5)
	if c := r.get(registry.SiteNoun, site).(*registry.Site); *c.CommuneCode != "10570" || *c.Commune != "Phường Trần Hưng Đạo" {
		t.Errorf("the site is in %s", *c.Commune)
	}
	// a name moved from one code to another, and a village's declared name means today's
	village := r.village("V", 0, 0, func(v *registry.Village) { v.Geometry.Geometry, v.DeclaredCommune = nil, ptr("Trần Hưng Đạo") })
	if v := r.get(registry.VillageNoun, village).(*registry.Village); v.CommuneCode != nil {
		t.Errorf("a bare name is taken for %s", *v.CommuneCode)
	}
	third, err := r.db.Import(t.Context(), tester, registry.UnitNoun, rowsOf(registry.UnitNoun, fields,
		communeRow("10525", "Phường khác", box(106, 20, 107, 21), func(u *registry.Unit) { u.ValidFrom = dayPtr("2026-04-30") })), postgres.ImportOptions{})
	wantCode(t, err, registry.CodeInvalid)
	fault(t, third, "period.overlap")
}

func TestImportOfCrossingBoundaries(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	bow := orb.MultiPolygon{{orb.Ring{{106, 20}, {107, 21}, {107, 20}, {106, 21}, {106, 20}}}}
	rows := func() *sliceRows {
		return rowsOf(registry.UnitNoun, unitFile, communeRow("1", "Phường Nơ", bow), communeRow("2", "Phường Đông", box(107, 20, 108, 21)))
	}
	result, err := r.db.Import(t.Context(), tester, registry.UnitNoun, rows(), postgres.ImportOptions{})
	wantCode(t, err, registry.CodeInvalid)
	g := fault(t, result, "geometry.crossing")
	if g.Count != 1 || !equalInts(g.Rows, 2) {
		t.Errorf("%+v", g)
	}
	contains(t, g.First.Value, "106.5 20.5")
	result = r.load(registry.UnitNoun, rows(), postgres.ImportOptions{Repair: true})
	if g := fault(t, result, "geometry.repaired"); result.Created != 2 || g.Severity != registry.SeverityWarning || !equalInts(g.Rows, 2) {
		t.Errorf("%+v", result)
	}
	if area := one[float64](r, `SELECT ST_Area(geom) FROM unit WHERE code = '1'`); area < 0.499 || area > 0.501 {
		t.Errorf("mended to %v square degrees, want both halves of the bow", area)
	}
	// not by the other doors either
	_, err = r.db.Create(t.Context(), tester, registry.UnitNoun, &registry.Unit{Level: registry.CommuneLevel, Code: "3", Name: "x", Geometry: registry.Geometry{Geometry: bow}})
	if faults := wantCode(t, err, registry.CodeInvalid).Faults; len(faults) != 1 || faults[0].Rule != "geometry.crossing" {
		t.Errorf("%+v", faults)
	}
}

func equalInts(got []int, want ...int) bool { return differ(want, got) == "" }

// The communes of a real province, all of them, and a point in each.
func TestImportOfRealCommunes(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	f, err := os.Open(filepath.Join(pgtest.SharedData(t), "vn-communes-2025", "31-hai-phong.geojson"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	reader, err := intake.Open(f, f.Name(), intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	rows, err := intake.NewRows(reader, registry.UnitNoun, r.db.Codes(), intake.RowOptions{
		Columns: map[string]string{"name": "fullName"}, Constants: map[string]string{"level": "commune", "valid_from": "2025-07-01"}})
	if err != nil {
		t.Fatal(err)
	}
	result := r.load(registry.UnitNoun, rows, postgres.ImportOptions{Province: "31", Repair: true})
	if result.Created != 114 || result.Refused != 0 {
		t.Fatalf("%+v", result)
	}
	kinds := column[string](r, `SELECT unit_kind || ' ' || count(*) FROM unit WHERE level = 'commune' GROUP BY unit_kind ORDER BY 1`)
	if diff := differ([]string{"dac_khu 2", "phuong 45", "xa 67"}, kinds); diff != "" {
		t.Errorf("(-domain.md §4.2 +got):\n%s", diff)
	}
	// a point of every commune is found in it, in pieces as in the whole
	if n := one[int](r, `SELECT count(*) FROM unit u, LATERAL commune_at(ST_PointOnSurface(u.geom), current_date) c WHERE u.level = 'commune' AND c.id <> u.id`); n != 0 {
		t.Errorf("%d points are found in another commune", n)
	}
	wrong := one[int](r, `WITH p AS (SELECT (ST_DumpPoints(ST_GeneratePoints(ST_MakeEnvelope(106.13, 20.5, 106.9, 21.1, 4326), 3000, 7))).geom)
		SELECT count(*) FROM p WHERE (SELECT c.id FROM commune_at(p.geom, current_date) c) IS DISTINCT FROM
			(SELECT u.id FROM unit u WHERE u.level = 'commune' AND ST_Covers(u.geom, p.geom) ORDER BY u.code LIMIT 1)`)
	if wrong != 0 {
		t.Errorf("%d of 3,000 points lie in other pieces than wholes", wrong)
	}
}

// An asset and the commune it lies in, written at once, do not see each other;
// the asset must not stay without a commune for good.
func TestUnitsAndAssetsAtOnce(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	var writers sync.WaitGroup
	for i := range 20 {
		west, code := 100+float64(i)/10, fmt.Sprint(i)
		writers.Go(func() {
			u := &registry.Unit{Level: registry.CommuneLevel, Code: code, Name: "Xã " + code, Geometry: registry.Geometry{Geometry: box(west, 20, west+0.1, 21)}}
			if _, err := r.db.Create(t.Context(), tester, registry.UnitNoun, u); err != nil {
				t.Error(err)
			}
		})
		writers.Go(func() {
			if _, err := r.db.Create(t.Context(), tester, registry.PoleNoun, pole(code, west+0.05, 20.5)); err != nil {
				t.Error(err)
			}
		})
		writers.Go(func() {
			rows := poleRows(nil, pole("loaded "+code, west+0.05, 20.5))
			if _, err := r.db.Import(t.Context(), tester, registry.PoleNoun, rows, postgres.ImportOptions{}); err != nil {
				t.Error(err)
			}
		})
	}
	writers.Wait()
	if wrong := column[string](r, `SELECT code FROM guarded.pole WHERE commune_code IS DISTINCT FROM regexp_replace(code, '\D', '', 'g')`); len(wrong) > 0 {
		t.Errorf("%d of 40 poles are in no commune or another: %v", len(wrong), wrong)
	}
}
