package postgres_test

import (
	"testing"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

// The rounds of a year stand against our values on its last day, or on another;
// they are the department's and the auditors', and every word of them is logged.
func TestDII(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.reform()
	r.organizations("Viettel", "VNPT")
	for i := range 4 {
		site := r.site(string(rune('a'+i)), 106.1+float64(i)/100, 20.2)
		r.tenancy(registry.SiteKind, site, "Viettel")
		if i == 0 {
			r.tenancy(registry.SiteKind, site, "VNPT")
		}
	}
	r.create(&registry.ReportedValue{Indicator: "MBB_SUB", UnitCode: "31", On: day("2025-12-31"), Value: 84.6, Layer: "declared", Source: "Sở", Evidence: ptr("Biên bản 7")})
	send := func(round, indicator string, value *float64) int64 {
		return r.create(&registry.DIIResult{Year: 2025, Round: round, Indicator: indicator, Value: value, ReceivedOn: day("2026-03-10"), DocumentNumber: "812/CVT"})
	}
	first := send("1", "MBB_SUB", ptr(80.0))
	send("1", "R_BTS_STOCK", ptr(25.0))
	send("2", "R_BTS_STOCK", ptr(26.5))
	send("1", "FBB_SUB", nil)
	ask := func(asOf *registry.Date) map[string]plan.Reconciled {
		t.Helper()
		got, err := r.db.DII(t.Context(), tester, 2025, asOf)
		if err != nil {
			t.Fatal(err)
		}
		out := map[string]plan.Reconciled{}
		for _, c := range got.Items {
			out[c.Indicator] = c
		}
		if len(got.Items) != 14 || len(got.Titles) != len(plan.RoundStandings) || len(got.Years) != 1 || got.Years[0] != 2025 {
			t.Errorf("%d criteria, years %v", len(got.Items), got.Years)
		}
		return out
	}
	at := ask(nil)
	if c := at["MBB_SUB"]; c.Standing != plan.ToAnswer || c.Value.String() != "84.6" || c.Round1.Difference.String() != "4.6" || *c.Evidence != "Biên bản 7" || c.Records != nil {
		t.Errorf("MBB_SUB: %+v", c)
	}
	if c := at["R_BTS_STOCK"]; c.Standing != plan.Differs || c.Value.String() != "25" || c.Round2.Difference.String() != "-1.5" || *c.Records != 4 || c.Permalink == "" {
		t.Errorf("R_BTS_STOCK: %+v", c)
	}
	if c := at["FBB_SUB"]; c.Standing != plan.ToAnswer || c.Value != nil || c.Round1.Value != nil || c.Why.VI == "" {
		t.Errorf("FBB_SUB: %+v", c)
	}
	if c := at["R_POLE"]; c.Standing != plan.Awaiting {
		t.Errorf("R_POLE: %+v", c)
	}
	if c := ask(ptr(day("2025-08-01")))["MBB_SUB"]; c.Value != nil {
		t.Errorf("before anything was reported: %+v", c)
	}

	_, err := r.db.Update(t.Context(), tester, registry.DIINoun, first, 1, func(one registry.Record) error {
		one.(*registry.DIIResult).Position = ptr(registry.DIIDisagreed)
		return nil
	})
	wantCode(t, err, registry.CodeInvalid) // without saying why
	if _, err = r.db.Update(t.Context(), tester, registry.DIINoun, first, 1, func(one registry.Record) error {
		d := one.(*registry.DIIResult)
		d.Position, d.Comment = ptr(registry.DIIDisagreed), ptr("Chưa tính mạng di động ảo.")
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if c := ask(nil)["MBB_SUB"]; c.Standing != plan.Disagreed || *c.Round1.Comment != "Chưa tính mạng di động ảo." || c.Round1.Version != 2 {
		t.Errorf("answered: %+v", c)
	}
	if log := r.changes("dii_result", first); len(log) != 2 {
		t.Errorf("%d changes are logged", len(log))
	}

	auditor := registry.Actor{Name: "lan", Grants: registry.Grants{Roles: []registry.Role{registry.AuditorRole}}}
	if _, err := r.db.DII(t.Context(), auditor, 2025, nil); err != nil {
		t.Errorf("an auditor: %v", err)
	}
	if sent, err := r.db.DIIRounds(t.Context(), auditor, 2025); err != nil || len(sent) != 3 {
		t.Errorf("an auditor reads %d, %v", len(sent), err)
	}
	filer := registry.Actor{Name: "hoa", Grants: registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "Viettel"}}
	_, err = r.db.DII(t.Context(), filer, 2025, nil)
	wantCode(t, err, registry.CodeForbidden)
	_, err = r.db.DII(t.Context(), registry.Anonymous, 2025, nil)
	wantCode(t, err, registry.CodeUnauthorized)
	if list, _, err := r.db.List(t.Context(), filer, registry.DIINoun, registry.Filter{}, registry.Page{Limit: 10}); err != nil || len(list) != 0 {
		t.Errorf("an operator reads %d results, %v", len(list), err)
	}
}
