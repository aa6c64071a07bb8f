package postgres_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/sharing"
)

// indicator asks for an indicator.
func (r *register) indicator(q plan.Query) plan.Result {
	r.Helper()
	result, err := r.db.Indicator(r.Context(), registry.Anonymous, q)
	if err != nil {
		r.Fatalf("%+v: %v", q, err)
	}
	return result
}

// fraction words a result: numerator/denominator.
func fraction(result plan.Result) string {
	if result.Numerator == nil || result.Denominator == nil {
		return "–"
	}
	return result.Numerator.String() + "/" + result.Denominator.String()
}

// Facts, kept and brought up by the log, give what the plain reckoning of a day
// gives: after every edit, for every day, whatever was edited.
func TestIndicatorsAreThePlainReckoning(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel", "VNPT")
	r.organization("EVN", func(o *registry.Organization) { o.Kind = "power_company" })
	r.commune("1", "Xã Tây", 106, 20, 106.1, 20.2)
	r.commune("2", "Xã Đông", 106.1, 20, 106.2, 20.2)
	random := rand.New(rand.NewPCG(7, 7))
	days := []registry.Date{day("2019-12-31"), day("2024-01-01"), day("2025-06-30"), today()}
	compared := 0
	for step := range 72 {
		r.anyEdit(random, 106, 20)
		if step%12 < 11 {
			continue
		}
		on, unit := days[random.IntN(len(days))], []string{"", "1", "2"}[random.IntN(3)]
		for code, kind := range map[string]registry.Kind{"R_BTS_STOCK": registry.SiteKind, "R_POLE": registry.PoleKind, "R_DUCT_KM": registry.DuctKind, "R_DUCT_MH": registry.ManholeKind} {
			plain, err := r.db.Sharing(t.Context(), tester, postgres.SharingQuery{Definition: sharing.DefaultDefinition(kind), AsOf: on, Unit: unit})
			if err != nil {
				t.Fatal(err)
			}
			got := r.indicator(plan.Query{Indicator: code, AsOf: on, Unit: unit})
			scale := 1.0
			if kind == registry.DuctKind {
				scale = 1000
			}
			if fmt.Sprintf("%.6f/%.6f", got.Numerator.Float()*scale, got.Denominator.Float()*scale) != fmt.Sprintf("%.6f/%.6f", plain.Numerator, plain.Denominator) ||
				int64(plain.Excluded) != got.Excluded || (plain.Ratio == nil) != (got.Value == nil) {
				t.Fatalf("step %d, %s on %s in %q: %s, left out %d; plainly %v/%v, %d", step, code, on, unit, fraction(got), got.Excluded, plain.Numerator, plain.Denominator, plain.Excluded)
			}
			compared++
		}
		for _, service := range []struct{ code, service string }{{"V_MOB", postgres.Mobile}, {"V_FTTH", postgres.Fibre}} {
			plain, err := r.db.Coverage(t.Context(), tester, postgres.CoverageQuery{Service: service.service, AsOf: on, Unit: unit})
			if err != nil {
				t.Fatal(err)
			}
			for layer, s := range map[string][2]int{plan.PublishedLayer: {plain.Published.Covered, plain.Published.Villages}, plan.ComputedLayer: {plain.Computed.Covered, plain.Computed.Villages},
				"declared": {plain.Declared.Covered, plain.Declared.Villages}, "verified": {plain.Verified.Covered, plain.Verified.Villages}} {
				got := r.indicator(plan.Query{Indicator: service.code, AsOf: on, Unit: unit, Layer: layer})
				if want := fmt.Sprintf("%d/%d", s[0], s[1]); fraction(got) != want {
					t.Fatalf("step %d, %s %s on %s in %q: %s, plainly %s", step, service.code, layer, on, unit, fraction(got), want)
				}
			}
			kept := r.indicator(plan.Query{Indicator: service.code, AsOf: on, Unit: unit})
			if want := fmt.Sprintf("%d/%d", plain.Published.Covered, plain.Published.Villages); fraction(kept) != want {
				t.Fatalf("step %d, %s kept on %s in %q: %s, plainly %s", step, service.code, on, unit, fraction(kept), want)
			}
			lom := r.indicator(plan.Query{Indicator: "V_LOM", AsOf: on, Unit: unit, Layer: plan.ComputedLayer})
			if service.service == postgres.Mobile && fraction(lom) != fmt.Sprintf("%d/%d", plain.Computed.Dented, plain.Computed.Covered) {
				t.Fatalf("step %d, V_LOM: %s, plainly %d/%d", step, fraction(lom), plain.Computed.Dented, plain.Computed.Covered)
			}
		}
		// a series is its days, one by one, and the parts are the whole
		series, err := r.db.IndicatorSeries(t.Context(), tester, plan.Query{Indicator: "R_POLE", AsOf: on, Unit: unit}, on.AddMonths(-3))
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range series.Items {
			if one := r.indicator(plan.Query{Indicator: "R_POLE", AsOf: p.AsOf, Unit: unit}); one.Numerator.Cmp(*p.Numerator) != 0 || one.Denominator.Cmp(*p.Denominator) != 0 {
				t.Fatalf("step %d: the series has %s/%s on %s, the day %s", step, p.Numerator, p.Denominator, p.AsOf, fraction(one))
			}
		}
	}
	if compared != 24 {
		t.Errorf("compared %d", compared)
	}
}

// The time machine: a day on the boundaries of then, and the same works on those
// of now; what came of a unit that is known by name only, with share and method.
func TestTimeMachine(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.reform()
	r.organizations("Viettel", "VNPT")
	for i, at := range [][2]float64{{106.2, 20.7}, {106.7, 20.7}, {106.2, 20.2}, {106.3, 20.3}} {
		site := r.site(fmt.Sprint(i), at[0], at[1])
		r.tenancy(registry.SiteKind, site, "Viettel")
		if i%2 == 0 {
			r.tenancy(registry.SiteKind, site, "VNPT")
		}
	}
	r.exec(`INSERT INTO unit_successor (old_id, new_id, share, method, effective_on)
		SELECT o.id, n.id, s.share, 'area', '2025-07-01' FROM (VALUES ('10525', 0.25), ('10570', 0.75)) AS s (code, share)
		JOIN unit o ON o.code = '10528' JOIN unit n ON n.code = s.code AND n.valid_to IS NULL`)
	old, now := day("2025-06-30"), day("2025-07-01")
	for _, c := range []struct {
		name     string
		unit     string
		on       registry.Date
		boundary *registry.Date
		want     string
		method   plan.Placing
	}{
		{"the whole register", "", old, nil, "2/4", plan.WholeRegister},
		{"case 5: 10525 as it was", "10525", old, nil, "1/2", plan.ByBoundary},
		{"case 5: 10525 as it is", "10525", now, nil, "1/2", plan.StoredUnit},
		{"case 5: 10570 as it is", "10570", now, nil, "1/2", plan.StoredUnit},
		{"the works of then on the communes of now", "10525", old, &now, "1/2", plan.StoredUnit},
		{"the works of now on the communes of then", "10525", now, &old, "1/2", plan.ByBoundary},
		{"a province that cuts communes in two", "30", old, nil, "2/3", plan.ByBoundary},
		{"a unit known by what came of it", "10528", old, nil, "1/2", plan.BySuccessors},
	} {
		got := r.indicator(plan.Query{Indicator: "R_BTS_STOCK", AsOf: c.on, Boundary: c.boundary, Unit: c.unit})
		if fraction(got) != c.want || got.Territory.Method != c.method {
			t.Errorf("%s: %s by %s, want %s by %s", c.name, fraction(got), got.Territory.Method, c.want, c.method)
		}
		switch {
		case c.unit == "30" && len(got.Notes) == 0:
			t.Errorf("%s: not a word of the communes it cuts", c.name)
		case c.unit == "10528":
			if p := got.Territory.Parts; len(p) != 2 || *p[0].Share != 0.25 || p[0].Method != "area" || len(got.Notes) == 0 {
				t.Errorf("%s: parts %+v, notes %v", c.name, p, got.Notes)
			}
		}
	}
	by := func(q plan.Query, level string) (keys []string, why string) {
		t.Helper()
		q.Indicator = "R_BTS_STOCK"
		b, err := r.db.IndicatorBy(t.Context(), registry.Anonymous, q, level)
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range b.Items {
			keys = append(keys, g.Key+" "+g.Name+" "+g.Numerator.String()+"/"+g.Denominator.String())
		}
		return keys, b.Why.VI
	}
	if got, _ := by(plan.Query{AsOf: old, Boundary: &now}, "commune"); !slices.Equal(got, []string{"10525 Phường Hải Dương 1/2", "10570 Phường Trần Hưng Đạo 1/2"}) {
		t.Errorf("the communes of now: %q", got)
	}
	if got, _ := by(plan.Query{AsOf: old}, "province"); !slices.Equal(got, []string{"30 Tỉnh Hải Dương 2/3"}) {
		t.Errorf("the provinces of then: %q", got)
	}
	if got, why := by(plan.Query{AsOf: now}, "district"); len(got) != 0 || why == "" {
		t.Errorf("districts after they ended: %q, %q", got, why)
	}
}

// A published result stays; computed again after a correction, it differs, and
// the log says why. One who sees nothing of the works sees none of their ids.
func TestPublishedResults(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.telecom()
	a, b := r.site("A", 106, 20, owner("Viettel")), r.site("B", 106.1, 20, owner("VNPT"))
	r.tenants(a, "Viettel", "VNPT")
	late := r.tenancy(registry.SiteKind, b, "VNPT")
	q := plan.Query{Indicator: "R_BTS_STOCK", AsOf: today()}
	p, err := r.db.Publish(t.Context(), tester, q, "quý III")
	if err != nil || !p.Intact || p.Records != (plan.RecordCounts{Numerator: 1, Denominator: 2}) {
		t.Fatalf("%+v, %v", p, err)
	}
	d, err := r.db.PublishedDifference(t.Context(), tester, p.ID)
	if err != nil || !d.Same {
		t.Errorf("at once: %+v, %v", d, err)
	}
	correction := tester
	correction.Reason = "đính chính"
	if _, err := r.db.Create(t.Context(), correction, registry.TenancyNoun, &registry.Tenancy{AssetKind: registry.SiteKind, Asset: b, Tenant: "Viettel", Placement: "equipment",
		OwnerSays: "unconfirmed", TenantSays: "unconfirmed"}); err != nil {
		t.Fatal(err)
	}
	d, err = r.db.PublishedDifference(t.Context(), tester, p.ID)
	if err != nil || d.Same || d.Change.String() != "50" || d.NumeratorIn != 1 || d.Entered+d.Left+d.NumeratorOut != 0 {
		t.Fatalf("after a correction: %+v, %v", d, err)
	}
	if c := d.Changes; len(c) != 1 || c[0].ID != b || len(c[0].Entries) != 1 || c[0].Entries[0].Reason != "đính chính" || c[0].Entries[0].Noun != "tenancy" {
		t.Errorf("why: %+v", c)
	}
	r.delete(registry.TenancyNoun, late)
	if err := r.tryExec(`UPDATE published SET note = 'x'`); sqlState(err) != "HT002" {
		t.Errorf("a published result was changed: %v", err)
	}
	again, err := r.db.Published(t.Context(), registry.Anonymous, p.ID)
	if err != nil || again.SHA256 != p.SHA256 || !again.Intact {
		t.Errorf("%+v, %v", again, err)
	}
	filer := registry.Actor{Name: "Viettel", Grants: registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "Viettel"}}
	if _, err := r.db.Publish(t.Context(), filer, q, ""); registry.CodeOf(err) != registry.CodeForbidden {
		t.Errorf("an operator publishes: %v", err)
	}
	for _, c := range []struct {
		who  registry.Actor
		want []int64
		code registry.Code
	}{{tester, []int64{a, b}, ""}, {filer, []int64{a}, ""}, {registry.Anonymous, nil, registry.CodeUnauthorized}} {
		list, _, err := r.db.IndicatorRecords(t.Context(), c.who, q, "denominator", registry.Page{Limit: 10})
		var ids []int64
		for _, record := range list {
			ids = append(ids, record.ID)
		}
		if (err != nil) != (c.code != "") || err != nil && registry.CodeOf(err) != c.code || !slices.Equal(ids, c.want) {
			t.Errorf("%s is shown %v, %v", c.who.Name, ids, err)
		}
	}
	// pages of one
	first, next, err := r.db.IndicatorRecords(t.Context(), tester, q, "denominator", registry.Page{Limit: 1})
	second, last, err2 := r.db.IndicatorRecords(t.Context(), tester, q, "denominator", registry.Page{Limit: 1, After: next})
	if err != nil || err2 != nil || len(first) != 1 || len(second) != 1 || first[0].ID != a || second[0].ID != b || last != 0 {
		t.Errorf("pages: %v %d, %v %d", first, next, second, last)
	}
	if diff, err := r.db.PublishedDifference(t.Context(), registry.Anonymous, p.ID); err != nil || len(diff.Changes) != 0 {
		t.Errorf("the public is shown %+v, %v", diff.Changes, err)
	}
}

// Who is with whom: by operator for whoever may see owners, by pair for those it concerns;
// what one side alone says is an interval.
func TestWhoSharesWithWhom(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.telecom()
	a, b := r.site("A", 106, 20, owner("Viettel")), r.site("B", 106.1, 20, owner("VNPT"))
	r.tenants(a, "Viettel", "VinaPhone")
	r.tenancy(registry.SiteKind, b, "VNPT")
	r.tenancy(registry.SiteKind, b, "MobiFone", func(t *registry.Tenancy) { t.TenantSays = "disputed" })
	q := plan.Query{Indicator: "R_BTS_STOCK", AsOf: today()}
	if got := r.indicator(q); fraction(got) != "1/2" || got.Interval.Low.String() != "0" || got.Interval.High.String() != "100" {
		t.Errorf("%s, interval %s to %s", fraction(got), got.Interval.Low, got.Interval.High)
	}
	split := func(who registry.Actor, by string) (out []string, err error) {
		breakdown, err := r.db.IndicatorBy(t.Context(), who, q, by)
		for _, g := range breakdown.Items {
			hosted := ""
			if g.Hosted != nil {
				hosted = " hosted " + g.Hosted.String()
			}
			out = append(out, fmt.Sprintf("%s>%s %s/%s%s", g.Owner, g.Key, g.Numerator, g.Denominator, hosted))
		}
		return out, err
	}
	filer := registry.Actor{Name: "Viettel", Grants: registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "Viettel"}}
	if _, err := split(registry.Anonymous, "operator"); registry.CodeOf(err) != registry.CodeUnauthorized {
		t.Errorf("by operator, for the public: %v", err)
	}
	if got, err := split(filer, "operator"); err != nil || !slices.Equal(got, []string{">Tập đoàn VNPT 1/2 hosted 1", ">Viettel 1/1 hosted 0"}) {
		t.Errorf("by operator: %q, %v", got, err)
	}
	all := []string{"Viettel>Tập đoàn VNPT 1/1", "Viettel>Viettel 1/1", "VNPT>Tập đoàn VNPT 0/1"}
	if got, err := split(tester, "tenant"); err != nil || !slices.Equal(got, all) {
		t.Errorf("by tenant: %q, %v", got, err)
	}
	if got, err := split(filer, "tenant"); err != nil || !slices.Equal(got, all[:2]) {
		t.Errorf("by tenant, for Viettel: %q, %v", got, err)
	}
	if _, err := split(registry.Anonymous, "tenant"); registry.CodeOf(err) != registry.CodeUnauthorized {
		t.Errorf("by tenant, for anybody: %v", err)
	}
	for _, wrong := range []plan.Query{{Indicator: "R_BSS"}, {Indicator: "R_POLE", Technologies: []string{"4G"}}, {Indicator: "R_POLE", Version: 9}, {Indicator: "R_POLE", Layer: "declared"},
		{Indicator: "MASTS", Operator: "VNPT"}, {Indicator: "V_MOB", Technologies: []string{"9G"}}, {Indicator: "R_POLE", Unit: "404"}, {Indicator: "MBB_SUB", Owner: "VNPT"}, {Indicator: "R_POLE", Since: dayPtr("2024-01-01")}} {
		wrong.AsOf = today()
		if _, err := r.db.Indicator(t.Context(), tester, wrong); err == nil {
			t.Errorf("%+v is answered", wrong)
		}
	}
}

// Reported values: the newest by the day, verified before declared, of the unit
// that bore the code.
func TestReportedValues(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.reform()
	report := func(unit, on string, value float64, layer registry.Layer) {
		r.create(&registry.ReportedValue{Indicator: "MBB_SUB", UnitCode: unit, On: day(on), Value: value, Layer: layer, Source: "Cục Viễn thông"})
	}
	report("31", "2025-12-31", 80.5, "declared")
	report("31", "2025-12-31", 79.25, "verified")
	report("31", "2026-06-30", 85.01, "declared")
	report("30", "2023-06-30", 68.69, "declared")
	for _, c := range []struct{ unit, on, want string }{{"31", "2026-01-15", "79.25"}, {"31", "2026-07-01", "85.01"}, {"30", "2024-01-01", "68.69"}, {"31", "2025-08-01", ""}} {
		got := r.indicator(plan.Query{Indicator: "MBB_SUB", AsOf: day(c.on), Unit: c.unit})
		if c.want == "" && (got.Value != nil || got.Why.VI == "") || c.want != "" && (got.Value == nil || got.Value.String() != c.want || got.Reported.Source != "Cục Viễn thông") {
			t.Errorf("%s on %s: %v, %q", c.unit, c.on, got.Value, got.Why.VI)
		}
	}
	series, err := r.db.IndicatorSeries(t.Context(), tester, plan.Query{Indicator: "MBB_SUB", AsOf: day("2026-01-31"), Unit: "31"}, day("2025-11-30"))
	if err != nil || len(series.Items) != 3 || series.Items[0].Value != nil || series.Items[1].Value.String() != "79.25" || series.Items[2].Value != nil {
		t.Errorf("%+v, %v", series.Items, err)
	}
}

// draft reads a plan's YAML.
func draft(t *testing.T, yaml string) *plan.Draft {
	t.Helper()
	d, err := plan.Decode([]byte(yaml))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// A plan of the province's own stands beside the shipped ones, or in the place of one.
func TestPlansAreTheProvinces(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	text := draft(t, "code: x-2026\ntitle: {vi: Kế hoạch, en: Plan}\nfrom: 2026\nto: 2030\nunit: \"31\"\nunit_on: \"2026-01-01\"\ntargets: [{indicator: R_POLE, printed: 90 %, value: \"90\"}]\n")
	before, err := r.db.Plans(t.Context(), registry.Anonymous)
	if err != nil || len(before) != 5 {
		t.Fatalf("%d plans, %v", len(before), err)
	}
	for range 2 {
		if _, err := r.db.ImportPlan(t.Context(), tester, text); err != nil {
			t.Fatal(err)
		}
	}
	after, err := r.db.Plans(t.Context(), registry.Anonymous)
	if err != nil || len(after) != 6 {
		t.Errorf("%d plans, %v", len(after), err)
	}
	if _, err := r.db.ImportPlan(t.Context(), tester, draft(t, "code: x")); registry.CodeOf(err) != registry.CodeInvalid {
		t.Errorf("half a plan: %v", err)
	}
	if _, err := r.db.ImportPlan(t.Context(), registry.Anonymous, text); err == nil {
		t.Error("anybody writes a plan")
	}
	if _, err := r.db.CheckPlan(t.Context(), registry.Anonymous, text); err == nil {
		t.Error("anybody has a plan checked")
	}
	if _, err := r.db.CheckPlan(t.Context(), tester, draft(t, "code: HD 2023\ntitle: {vi: a}\nfrom: 2023\nto: x\n")); err == nil || !strings.Contains(err.Error(), "plan’s code") || !strings.Contains(err.Error(), "year") {
		t.Errorf("a code that no address holds, a year that is none: %v", err)
	}
	would, err := r.db.CheckPlan(t.Context(), tester, draft(t, "code: hd-2023\ntitle: {vi: Kế hoạch}\nfrom: 2023\nto: 2025\n"))
	if hd, now := before[1], one[int](r, `SELECT count(*) FROM plan`); err != nil || would.Replaces == nil || *would.Replaces != hd.Tag() || len(would.Changes) < len(hd.Targets)+len(hd.Tasks) || now != 1 {
		t.Errorf("over a shipped plan: %+v, %v; %d plans stored", would, err, now)
	}
	if log := r.changes("plan", one[int64](r, `SELECT id FROM plan`)); len(log) != 1 {
		t.Errorf("%d changes are logged of a plan written twice alike", len(log))
	}
}
