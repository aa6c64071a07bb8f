package postgres_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/hatangso/hatangso/internal/compliance"
	"github.com/hatangso/hatangso/internal/registry"
)

// kept is what the database keeps of a verdict.
type kept struct {
	Verdict, Permit, Certificate, Zone string
	Until                              *registry.Date
}

func keptOf(j *compliance.Judgement) kept {
	return kept{string(j.Verdict), string(j.Parts[compliance.PermitPart]), string(j.Parts[compliance.CertificatePart]),
		string(j.Parts[compliance.ZonePart]), j.CertificateUntil}
}

// lawless makes sites of every kind the law tells apart, and their papers; some
// make sense.
func lawless(r *register, sites int) {
	r.Helper()
	dice := rand.New(rand.NewPCG(16, 2026))
	pick := func(of ...string) string { return of[dice.IntN(len(of))] }
	date := func() string {
		return pick("NULL", "'2009-05-01'", "'2015-02-28'", "'2020-02-29'", "'2024-02-10'", "'2025-06-30'", "'2025-07-01'", "'2025-12-31'", "'2026-01-01'", "'2026-03-01'", "'2031-01-01'")
	}
	var b strings.Builder
	for i := range sites {
		id := 1000 + i
		status, from, to := pick("operating", "operating", "operating", "planned", "under_construction", "suspended"), date(), "NULL"
		if status == "planned" || status == "under_construction" {
			from = "NULL"
		}
		if status == "suspended" {
			from, to = "'2016-01-01'", "'2026-05-05'"
		}
		fmt.Fprintf(&b, `INSERT INTO asset (kind, id, code, status, built_on, operating_from, operating_to, site_kind, building_height_m, geom)
			VALUES ('site', %d, 'L%d', '%s', %s, %s, %s, 'rooftop', %s, ST_SetSRID(ST_MakePoint(%v, 20.25), 4326));`,
			id, i, status, date(), from, to, pick("NULL", "10", "30"), 105.6+float64(dice.IntN(5))/2)
		for m := range dice.IntN(3) {
			in, out := pick("NULL", "NULL", "'2016-03-03'"), pick("NULL", "NULL", "NULL", "'2026-02-02'")
			fmt.Fprintf(&b, `INSERT INTO mast (site_id, code, class, height_m, width_m, operating_from, operating_to) VALUES (%d, 'M%d', %s, %s, %s, %s, %s);`,
				id, m, pick("NULL", "'A1a'", "'A1a'", "'A1b'", "'A2a'", "'A2b'", "'A9'"), pick("NULL", "1.9", "2", "2.5", "3", "42"), pick("NULL", "0.5", "0.6"), in, out)
		}
		for range dice.IntN(3) {
			issued, until := date(), date()
			if issued >= until { // as the nouns demand of a period
				until = "NULL"
			}
			fmt.Fprintf(&b, `INSERT INTO permit (asset_kind, asset_id, basis, number, issued_on, valid_until, height_m) VALUES ('site', %d, '%s', %s, %s, %s, %s);`,
				id, pick("permit", "permit", "permit", "exempt_25_2011_41_1a", "exempt_25_2011_41_1b", "exempt_25_2011_41_1b", "exempt_construction_law_2025_43_2", "not_required_other", "missing", "unknown"),
				pick("NULL", "' '", "'15/GPXD'", "'15/GPXD'"), issued, until, pick("NULL", "2", "36", "45"))
		}
		for range dice.IntN(3) {
			issued, expires := date(), date()
			if issued >= expires {
				expires = "NULL"
			}
			fmt.Fprintf(&b, `INSERT INTO certificate (site_id, applies, number, issued_on, expires_on) VALUES (%d, '%s', %s, %s, %s);`,
				id, pick("yes", "yes", "no", "unknown"), pick("NULL", "'7/KĐ'", "'7/KĐ'"), issued, expires)
		}
	}
	r.exec(b.String())
}

// What the database keeps is what package compliance judges, on the days before
// and after anything changes and on others; and what triggers keep is what the
// full judgement says.
func TestKeptVerdictsAreTheJudgement(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	old := func(u *registry.Unit) { u.ValidTo = dayPtr("2025-07-01") }
	now := func(u *registry.Unit) { u.ValidFrom = dayPtr("2025-07-01") }
	kind := func(k string, more func(*registry.Unit)) func(*registry.Unit) {
		return func(u *registry.Unit) {
			u.UnitKind = &k
			if more != nil {
				more(u)
			}
		}
	}
	town := r.commune("1", "Phường Một", 105.5, 20, 106, 20.5, kind("phuong", nil))
	r.commune("2", "Xã Hai", 106, 20, 106.5, 20.5, kind("xa", nil))
	village := r.commune("3", "Xã Ba", 106.5, 20, 107, 20.5, kind("xa", old))
	grown := r.commune("4", "Phường Bốn", 106.5, 20, 107, 20.5, kind("phuong", now))
	r.commune("5", "Phường Năm", 107, 20, 107.5, 20.5, kind("phuong", now))
	r.exec(`INSERT INTO unit_successor (old_id, new_id, method, effective_on) VALUES ($1, $2, 'area', '2025-07-01')`, village, grown)
	lawless(r, 90)

	compare := func(what string) {
		t.Helper()
		verdicts, unknown := map[string]int{}, 0
		for _, id := range column[int64](r, `SELECT id FROM asset WHERE kind = 'site' ORDER BY id`) {
			days := column[string](r, `SELECT DISTINCT d::text FROM (SELECT lower(during) + o AS d FROM compliance, (VALUES (-1), (0)) v (o) WHERE site_id = $1
				UNION VALUES (DATE '2010-01-01'), ('2026-11-22')) d WHERE d IS NOT NULL ORDER BY 1`, id)
			for _, d := range days[max(0, len(days)-4):] {
				judged, _, err := r.db.Judge(t.Context(), tester, registry.SiteNoun, id, day(d))
				if err != nil {
					t.Fatal(err)
				}
				var is kept
				if err := r.sql.QueryRow(t.Context(), `SELECT verdict, permit, coalesce(certificate, ''), zone, certificate_until FROM compliance
					WHERE site_id = $1 AND during @> $2::date`, id, d).Scan(&is.Verdict, &is.Permit, &is.Certificate, &is.Zone, &is.Until); err != nil {
					t.Fatalf("%s: site %d on %s: %v", what, id, d, err)
				}
				if diff := differ(keptOf(&judged.Judgement), is); diff != "" {
					t.Errorf("%s: site %d on %s (-judged +kept):\n%s%+v", what, id, d, diff, judged.Findings)
				}
				verdicts[is.Permit+" "+is.Certificate]++
				if is.Verdict == "unknown" {
					unknown++
					if len(judged.Missing) == 0 {
						t.Errorf("site %d on %s cannot be told, and nothing is missing: %+v", id, d, judged.Findings)
					}
				}
			}
		}
		if len(verdicts) < 9 || unknown == 0 {
			t.Errorf("%s: only these come up: %v", what, verdicts)
		}
		before := column[string](r, `SELECT c::text FROM compliance c ORDER BY 1`)
		r.exec(`SELECT rejudge_all()`)
		if diff := differ(before, column[string](r, `SELECT c::text FROM compliance c ORDER BY 1`)); diff != "" {
			t.Errorf("%s: the triggers keep something else (-kept +judged):\n%s", what, diff)
		}
	}
	compare("as written")

	r.update(registry.UnitNoun, town, func(record registry.Record) { record.(*registry.Unit).UnitKind = ptr("xa") })
	r.exec(fmt.Sprintf(`UPDATE permit SET asset_id = 1000 + (asset_id - 1000 + 7) %% 90 WHERE id %% 3 = 0; DELETE FROM certificate WHERE id %% 4 = 0;
		UPDATE mast SET class = 'A2b' WHERE id %% 5 = 0; DELETE FROM mast WHERE id %% 7 = 0; UPDATE certificate SET expires_on = '2026-11-22' WHERE id %% 5 = 1;
		UPDATE asset SET built_on = '2024-05-05', name = 'x' WHERE id %% 6 = 0; UPDATE asset SET geom = ST_SetSRID(ST_MakePoint(106.2, 20.2), 4326) WHERE id %% 11 = 0;
		UPDATE unit_successor SET old_id = %d WHERE new_id = %d`, town, grown))
	r.exec(`UPDATE compliance_rule SET effect = 'warning' WHERE rule = 'permit.height'; UPDATE compliance_rule SET value = 0.7 WHERE rule = 'mast.a1a-width'`)
	compare("as changed")
	r.exec(`DELETE FROM permit; DELETE FROM certificate; DELETE FROM mast; DELETE FROM asset WHERE id % 2 = 0`)
	if n := one[int](r, `SELECT count(*) FROM compliance WHERE site_id NOT IN (SELECT id FROM asset)`); n != 0 {
		t.Errorf("%d verdicts of sites that are gone", n)
	}
}
