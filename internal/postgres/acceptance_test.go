package postgres_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/hatangso/hatangso/internal/compliance"
	"github.com/hatangso/hatangso/internal/coord"
	"github.com/hatangso/hatangso/internal/intake"
	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// The acceptance cases of domain.md §10, by name. Those that need no register are
// held again where they are decided: 2 and 3 in package plan, 4 and 9 in package
// coord, 7 and 8 in package compliance.
func TestAcceptance(t *testing.T) {
	t.Parallel()
	t.Run("1 Tuyên Quang: 3802 villages, 91 white, 182 dented", func(t *testing.T) {
		t.Parallel()
		r := newRegister(t)
		r.exec(`INSERT INTO village (code, name) SELECT n::text, 'Thôn ' || n FROM generate_series(1, 3802) n;
			INSERT INTO statement (village_id, layer, service, state) SELECT id, 'verified', 'mobile',
				CASE WHEN code::int <= 91 THEN 'white' WHEN code::int <= 273 THEN 'dented' ELSE 'covered' END FROM village`)
		mobile, lom := r.indicator(plan.Query{Indicator: "V_MOB", AsOf: today()}), r.indicator(plan.Query{Indicator: "V_LOM", AsOf: today()})
		if mobile.Value.Round(1).String() != "97.6" || fraction(mobile) != "3711/3802" || fraction(lom) != "182/3711" {
			t.Errorf("%s = %s, %s", mobile.Value, fraction(mobile), fraction(lom))
		}
	})
	t.Run("2 Ninh Bình: 16 % of all sites says nothing of a target for new ones", func(t *testing.T) {
		t.Parallel()
		r := newRegister(t)
		r.organizations("Viettel", "VNPT")
		r.create(&registry.Unit{Level: registry.ProvinceLevel, Code: "37", Name: "Tỉnh Ninh Bình", ValidFrom: dayPtr("2000-01-01"), Geometry: registry.Geometry{Geometry: box(105.5, 20, 106.5, 20.5)}})
		r.commune("1", "Phường Một", 105.5, 20, 106.5, 20.5, func(u *registry.Unit) { u.Province = ptr("37") })
		for i := range 25 {
			site := r.site(fmt.Sprint(i), 105.6+float64(i)/100, 20.2)
			r.tenancy(registry.SiteKind, site, "Viettel")
			if i < 4 {
				r.tenancy(registry.SiteKind, site, "VNPT")
			}
		}
		r.exec(`UPDATE unit SET parent_id = (SELECT id FROM unit WHERE code = '37') WHERE code = '1'`)
		if _, err := r.db.ImportPlan(t.Context(), tester, draft(t, `{code: nb, title: {vi: Kế hoạch, en: Plan}, unit: "37", unit_on: "2023-06-30", from: 2023, to: 2025, targets: [
			{indicator: R_BTS_STOCK, printed: trên 30 % vị trí xây mới, value: "30", comparator: ">", cohort: new}]}`)); err != nil {
			t.Fatal(err)
		}
		row := r.boardRow("nb", today(), "R_BTS_STOCK")
		if row.Value == nil || row.Value.String() != "16" || row.Standing != plan.NotComparable || row.StandingTitle.VI != "Không so sánh được" || row.Gap.VI != "" {
			t.Errorf("%v, %s, %q, %q", row.Value, row.Standing, row.StandingTitle.VI, row.Gap.VI)
		}
	})
	t.Run("3 Hải Dương: exactly 30.0 % is not over 30 %", func(t *testing.T) {
		t.Parallel()
		r := newRegister(t)
		r.organizations("Viettel", "VNPT")
		r.reform()
		for i := range 10 {
			site := r.site(fmt.Sprint(i), 106.1+float64(i)/100, 20.2)
			r.tenancy(registry.SiteKind, site, "Viettel")
			if i < 3 {
				r.tenancy(registry.SiteKind, site, "VNPT")
			}
		}
		row := r.boardRow("hd-2023", day("2026-01-01"), "R_BTS_STOCK")
		if row.Value.String() != "30" || row.Standing != plan.Behind || row.Missing == nil || row.Missing.String() != "1" || row.Gap.VI != "Cần thêm 1 vị trí dùng chung" {
			t.Errorf("%s, %s, missing %v, %q", row.Value, row.Standing, row.Missing, row.Gap.VI)
		}
		site := r.site("one more", 106.3, 20.3)
		r.tenancy(registry.SiteKind, site, "Viettel")
		r.tenancy(registry.SiteKind, site, "VNPT")
		if row := r.boardRow("hd-2023", day("2026-01-01"), "R_BTS_STOCK"); row.Standing != plan.Met || row.Gap.VI != "" {
			t.Errorf("one more: %s, %q", row.Standing, row.Gap.VI)
		}
		// what nobody reported is said to be so, and is not 0
		if row := r.boardRow("hd-2023", day("2026-01-01"), "MBB_SUB"); row.Standing != plan.NoData || row.Value != nil {
			t.Errorf("MBB_SUB: %s, %v", row.Standing, row.Value)
		}
		if row := r.boardRow("th-2023", day("2026-01-01"), "R_BTS_STOCK"); row.Standing != plan.NotComparable || row.Value != nil {
			t.Errorf("a plan of elsewhere: %s, %v", row.Standing, row.Value)
		}
	})
	t.Run("5 Hải Dương: one place, another ward the next day", func(t *testing.T) {
		t.Parallel()
		r := newRegister(t)
		r.reform()
		r.organizations("Viettel")
		r.tenancy(registry.SiteKind, r.site("north", 106.2, 20.7), "Viettel")
		for on, want := range map[string]string{"2025-06-30": "10525 Phường Trần Hưng Đạo", "2025-07-01": "10570 Phường Trần Hưng Đạo"} {
			split, err := r.db.IndicatorBy(t.Context(), registry.Anonymous, plan.Query{Indicator: "R_BTS_STOCK", AsOf: day(on)}, "commune")
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, g := range split.Items {
				if g.Denominator.String() == "1" {
					got = append(got, g.Key+" "+g.Name)
				}
			}
			if !slices.Equal(got, []string{want}) {
				t.Errorf("%s: %q, want %q", on, got, want)
			}
		}
		for code, want := range map[string]string{"10525": "Phường Hải Dương", "10570": "Phường Trần Hưng Đạo"} {
			if got := r.indicator(plan.Query{Indicator: "R_BTS_STOCK", AsOf: day("2025-07-01"), Unit: code}); got.Territory.Name != want {
				t.Errorf("%s: %s", code, got.Territory.Name)
			}
		}
	})
	t.Run("6 Đồng Nai: one code, a commune and then a ward", func(t *testing.T) {
		t.Parallel()
		r := newRegister(t)
		r.commune("26368", "Xã Long Thành", 106, 20, 107, 21, func(u *registry.Unit) { u.ValidFrom, u.ValidTo = dayPtr("2025-07-01"), dayPtr("2026-04-30") })
		r.commune("26368", "Phường Long Thành", 106, 20, 107, 21, func(u *registry.Unit) { u.ValidFrom = dayPtr("2026-04-30") })
		for on, want := range map[string]string{"2026-04-29": "Xã Long Thành", "2026-04-30": "Phường Long Thành"} {
			if got := r.indicator(plan.Query{Indicator: "R_BTS_STOCK", AsOf: day(on), Unit: "26368"}); got.Territory.Name != want || got.Value != nil || got.Why.VI == "" {
				t.Errorf("%s: %s, %v, %q", on, got.Territory.Name, got.Value, got.Why.VI)
			}
		}
	})
	papers := func(t *testing.T) *register {
		r := newRegister(t)
		r.organizations("Viettel", "VNPT")
		r.commune("1", "Phường Một", 105.5, 20, 107, 21, func(u *registry.Unit) { u.UnitKind = ptr("phuong") })
		return r
	}
	t.Run("4 (20,534550; 105,900540) with commas is registered, the other order is told", func(t *testing.T) {
		t.Parallel()
		r := papers(t)
		placed, faults := r.file("ma;chu so huu;vi do;kinh do\nA-1;Viettel;20,534550;105,900540\nA-2;Viettel;105,900540;20,534550\n", 0)
		if !slices.Equal(placed, []string{"A-1 105.900540 20.534550"}) || !slices.Equal(faults, []string{"3 " + coord.RuleSwapped}) {
			t.Errorf("registered %q, faults %q", placed, faults)
		}
	})
	t.Run("7 an A2b mast of 2026 needs no permit, one of 2024 in a ward lacks it", func(t *testing.T) {
		t.Parallel()
		r := papers(t)
		for built, want := range map[string][2]string{"2026-02-01": {"lawful", ""}, "2024-02-01": {"unknown", "permits"}} {
			site := r.site(built, 106, 20.5, func(s *registry.Site) {
				s.Owner, s.SiteKind, s.BuiltOn, s.OperatingFrom = ptr("Viettel"), ptr("ground"), dayPtr(built), dayPtr(built)
			})
			r.create(&registry.Mast{Site: site, Code: "C1", Class: ptr("A2b"), HeightM: ptr(42.0)})
			r.create(&registry.Certificate{Site: site, Applies: "no"})
			judged, _, err := r.db.Judge(t.Context(), tester, registry.SiteNoun, site, day("2026-11-22"))
			if err != nil {
				t.Fatal(err)
			}
			missing := ""
			if len(judged.Missing) > 0 {
				missing = judged.Missing[0].Field
			}
			if got := judged.Parts[compliance.PermitPart]; string(got) != want[0] || missing != want[1] {
				t.Errorf("built %s: %s, missing %q, want %q", built, got, missing, want)
			}
			if built < "2026" { // once somebody has looked and found none
				r.create(&registry.Permit{AssetKind: registry.SiteKind, Asset: site, Basis: "missing"})
				if judged, _, err = r.db.Judge(t.Context(), tester, registry.SiteNoun, site, day("2026-11-22")); err != nil || judged.Parts[compliance.PermitPart] != compliance.Unlawful {
					t.Errorf("built %s, no permit found: %+v, %v", built, judged.Parts, err)
				}
			}
		}
	})
	t.Run("8 a certificate of 2021-11-20 is due on 2026-09-21 and ends on 2026-11-20", func(t *testing.T) {
		t.Parallel()
		r := papers(t)
		site := r.site("A", 106, 20.5, func(s *registry.Site) { s.Owner, s.OperatingFrom = ptr("Viettel"), dayPtr("2021-10-01") })
		r.create(&registry.Certificate{Site: site, Applies: "yes", Number: ptr("7/KĐ"), IssuedOn: dayPtr("2021-11-20")})
		for on, want := range map[string][3]string{"2026-09-20": {"lawful", "", "1/1"}, "2026-09-21": {"lawful", "certificate.renewal", "1/1"},
			"2026-11-19": {"lawful", "certificate.renewal", "1/1"}, "2026-11-20": {"unlawful", "certificate.expired", "0/1"}} {
			judged, _, err := r.db.Judge(t.Context(), tester, registry.SiteNoun, site, day(on))
			if err != nil {
				t.Fatal(err)
			}
			var rules []string
			for _, f := range judged.Findings {
				if strings.HasPrefix(f.Rule, "certificate.") && f.Effect != compliance.Note {
					rules = append(rules, f.Rule)
				}
			}
			valid := r.indicator(plan.Query{Indicator: "QCVN8_VALID", AsOf: day(on)})
			if got := [3]string{string(judged.Parts[compliance.CertificatePart]), strings.Join(rules, " "), fraction(valid)}; got != want || judged.CertificateUntil.String() != "2026-11-20" {
				t.Errorf("on %s: %q until %s, want %q", on, got, judged.CertificateUntil, want)
			}
		}
	})
	t.Run("9 VN-2000 is registered where it lies, a deprecated zone is refused", func(t *testing.T) {
		t.Parallel()
		r := papers(t)
		for _, v := range vn2000Vectors {
			if v.lat < 20 || v.lat > 21 { // the others lie elsewhere, and are held in package coord
				continue
			}
			placed, faults := r.file(fmt.Sprintf("ma;X;Y\n%s;%v;%v\n", v.place, v.n, v.e), v.epsg)
			if want := fmt.Sprintf("%s %.6f %.6f", v.place, v.lon, v.lat); !slices.Equal(placed, []string{want}) || len(faults) > 0 {
				t.Errorf("%s: registered %q, faults %q, want %q", v.place, placed, faults, want)
			}
		}
		if _, faults := r.file("ma;X;Y\nB;2240227,2189;601666,1294\n", 6957); !slices.Equal(faults, []string{coord.RuleCRS + " 6957"}) {
			t.Errorf("EPSG:6957: %q", faults)
		}
	})
	t.Run("10 a tower company's site: two operators share it, one does not unless asked so", func(t *testing.T) {
		t.Parallel()
		r := newRegister(t)
		r.telecom()
		two, one := r.site("two", 106, 20, owner("OCK")), r.site("one", 106.1, 20, owner("OCK"))
		r.tenants(two, "Viettel", "VNPT")
		r.tenants(one, "Viettel")
		for version, want := range map[int]string{1: "1/2", 2: "2/2", 3: "0/2"} {
			if got := r.indicator(plan.Query{Indicator: "R_BTS_STOCK", Version: version, AsOf: today()}); fraction(got) != want || version > 1 && len(got.Notes) == 0 {
				t.Errorf("definition %d: %s, %v", version, fraction(got), got.Notes)
			}
		}
	})
}

// file loads a file of sites: where those it registers are, and which faults the
// others have, "row rule"; or what of the file nobody can read.
func (r *register) file(text string, epsg int) (placed, faults []string) {
	r.Helper()
	reader, err := intake.Open(strings.NewReader(text), "sites.csv", intake.Options{})
	if err != nil {
		r.Fatal(err)
	}
	before := one[int64](r, `SELECT coalesce(max(id), 0) FROM asset`)
	rows, err := intake.NewRows(reader, registry.SiteNoun, r.db.Codes(), intake.RowOptions{EPSG: epsg})
	if err != nil {
		for _, f := range wantCode(r.T, err, registry.CodeInvalid).Faults {
			faults = append(faults, fmt.Sprint(f.Rule, " ", f.Value))
		}
		return nil, faults
	}
	result, err := r.db.Import(r.Context(), tester, registry.SiteNoun, rows, postgres.ImportOptions{AcceptGood: true})
	if err != nil {
		r.Fatal(err)
	}
	for _, g := range result.Faults {
		faults = append(faults, fmt.Sprint(g.Rows[0], " ", g.Rule))
	}
	return column[string](r, `SELECT code || ' ' || to_char(ST_X(geom), 'FM999.000000') || ' ' || to_char(ST_Y(geom), 'FM999.000000') FROM asset WHERE id > $1 ORDER BY id`, before), faults
}

// boardRow gives a plan's row of an indicator.
func (r *register) boardRow(code string, on registry.Date, indicator string) plan.Row {
	r.Helper()
	board, err := r.db.PlanBoard(r.Context(), registry.Anonymous, code, on, "")
	if err != nil {
		r.Fatal(err)
	}
	for _, row := range board.Items {
		if row.Target.Indicator == indicator {
			return row
		}
	}
	r.Fatalf("%s has no %s", code, indicator)
	return plan.Row{}
}
