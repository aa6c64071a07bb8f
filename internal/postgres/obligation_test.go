package postgres_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/hatangso/hatangso/geodata"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// filers are those who file for an organization.
func filers(organization string) registry.Actor {
	return registry.Actor{Name: "user:filer@" + organization, Grants: registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: organization}}
}

// switchOn puts a shipped obligation in force from a day.
func (r *register) switchOn(code, from string, change ...func(*registry.Obligation)) registry.Obligation {
	r.Helper()
	o, err := r.db.ObligationOf(r.Context(), tester, code)
	if err != nil {
		r.Fatal(err)
	}
	o, err = r.db.UpdateObligation(r.Context(), tester, o.ID, o.Version, func(o *registry.Obligation) {
		o.Active, o.ValidFrom = true, dayPtr(from)
		for _, c := range change {
			c(o)
		}
	})
	if err != nil {
		r.Fatal(err)
	}
	return o
}

// filing stores a filing in a state, past the guard; it gives its id.
func (r *register) filing(organization, noun, state, of, signed string) int64 {
	r.Helper()
	r.exec(`INSERT INTO filing (noun, organization_id, state, file_name, file_bytes, day, created_by, signed_at, signed_by)
		SELECT $2, id, $3, 'x.csv', 1, $4, 'sql', nullif($5, '')::timestamptz, 'sql' FROM organization WHERE code = $1`, organization, noun, state, of, signed)
	return one[int64](r, `SELECT max(id) FROM filing`)
}

// calendar words the duties of 2026 somebody sees on a day.
func (r *register) calendar(who registry.Actor, today string, change ...func(*postgres.DutyFilter)) string {
	r.Helper()
	f := postgres.DutyFilter{From: day("2026-01-01"), To: day("2027-01-01"), Today: day(today)}
	for _, c := range change {
		c(&f)
	}
	list, err := r.db.Duties(r.Context(), who, f)
	if err != nil {
		r.Fatal(err)
	}
	var words []string
	for _, d := range list {
		words = append(words, fmt.Sprint(d.Code, " ", d.Organization, " ", d.Period, " ", d.DueOn, " ", d.State))
	}
	return strings.Join(words, "; ")
}

// What is shipped obliges nobody until the department says so.
func TestShippedObligations(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel", "VNPT")
	r.organization("Sở", func(o *registry.Organization) { o.Kind = "authority" })
	shipped, err := geodata.Table("obligations.csv")
	if err != nil {
		t.Fatal(err)
	}
	list, next, err := r.db.Obligations(t.Context(), tester, registry.Page{Limit: 100})
	if err != nil || next != 0 || len(list) != len(shipped) || len(list) < 10 {
		t.Fatalf("%d obligations of %d, next %d, %v", len(list), len(shipped), next, err)
	}
	for _, o := range list {
		if o.Active || !o.Shipped || o.ValidFrom != nil || !strings.HasPrefix(o.Mark, "SEED-") || len(o.Validate(r.db.Codes())) != 0 {
			t.Errorf("%+v: %v", o, o.Validate(r.db.Codes()))
		}
	}
	if got := r.calendar(tester, "2026-10-01"); got != "" {
		t.Errorf("due though nobody switched it on: %s", got)
	}
	if list, _, err := r.db.Obligations(t.Context(), filers("Viettel"), registry.Page{Limit: 100}); err != nil || len(list) != 0 {
		t.Errorf("an operator sees %d obligations not in force, %v", len(list), err)
	}
	// the three dates of the plans, which say "before" theirs
	r.switchOn("th-report", "2026-01-01")
	r.switchOn("qng-plan", "2026-01-01")
	r.switchOn("dn-implementation", "2026-01-01")
	if got, want := r.calendar(tester, "2026-10-29"), "th-report VNPT 2026 2026-10-29 due; th-report Viettel 2026 2026-10-29 due; dn-implementation Sở 2026 2026-12-09 not_due; "+
		"qng-plan VNPT 2026 2026-12-14 not_due; qng-plan Viettel 2026 2026-12-14 not_due"; got != want {
		t.Errorf("the calendar is %s", got)
	}
	if got, want := r.calendar(filers("VNPT"), "2026-10-30"), "th-report VNPT 2026 2026-10-29 late; qng-plan VNPT 2026 2026-12-14 not_due"; got != want {
		t.Errorf("an operator's calendar is %s", got)
	}
	// an obligation without its day cannot be switched on
	o, err := r.db.ObligationOf(t.Context(), tester, "nb-results")
	if err != nil {
		t.Fatal(err)
	}
	_, err = r.db.UpdateObligation(t.Context(), tester, o.ID, o.Version, func(o *registry.Obligation) { o.Active = true })
	if wantCode(t, err, registry.CodeInvalid); ruleOf(err) != "obligation.incomplete obligation.incomplete" {
		t.Errorf("rules %s", ruleOf(err))
	}
	// what the department has made of it outlives the next migration
	if err := postgres.Migrate(t.Context(), r.dsn); err != nil {
		t.Fatal(err)
	}
	if o, err := r.db.ObligationOf(t.Context(), tester, "th-report"); err != nil || !o.Active || o.Version != 2 {
		t.Errorf("%+v, %v", o, err)
	}
	if n := one[int](r, `SELECT count(*) FROM obligation`); n != len(shipped) {
		t.Errorf("%d obligations after another migration", n)
	}
	// the log has what the department made of it, and not that it came
	o, err = r.db.ObligationOf(t.Context(), tester, "th-report")
	if err != nil {
		t.Fatal(err)
	}
	if log := r.changes("obligation", o.ID); len(log) != 1 || log[0].Op != "update" || log[0].Before["active"] != false || log[0].After["active"] != true {
		t.Errorf("the log of a shipped one: %+v", log)
	}
	if n := one[int](r, `SELECT count(*) FROM change WHERE actor = 'cli:migrate'`); n != 0 {
		t.Errorf("the log has %d entries of what was shipped", n)
	}
}

// The department plans; others do not.
func TestObligationsAreTheDepartments(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel", "VNPT")
	request := registry.Obligation{Code: "yc-1", Title: registry.T("Báo cáo đột xuất", "A special report"), Basis: "Công văn 1/SKHCN", Recipient: "Sở", Organization: "Viettel",
		FulfilledBy: registry.AnyFiling, Recurrence: registry.Once, Date: dayPtr("2026-12-31"), ValidFrom: dayPtr("2026-11-01"), Active: true, Remind: []int{0, 7, 7}}
	made, err := r.db.CreateObligation(t.Context(), tester, request)
	if err != nil || made.Version != 1 || made.Shipped || made.Organization != "Viettel" || fmt.Sprint(made.Remind) != "[7 0]" {
		t.Fatalf("%+v, %v", made, err)
	}
	_, err = r.db.CreateObligation(t.Context(), tester, request)
	wantCode(t, err, registry.CodeConflict)
	request.Code, request.Organization, request.Title.EN = "yc-2", "Viettle", ""
	_, err = r.db.CreateObligation(t.Context(), tester, request)
	if wantCode(t, err, registry.CodeInvalid); ruleOf(err) != "obligation.text organization.unknown" {
		t.Errorf("rules %s", ruleOf(err))
	}
	_, err = r.db.UpdateObligation(t.Context(), tester, made.ID, 9, func(*registry.Obligation) {})
	wantCode(t, err, registry.CodeStale)
	changed, err := r.db.UpdateObligation(t.Context(), tester, made.ID, 1, func(o *registry.Obligation) { o.Code, o.Date = "another", dayPtr("2027-01-31") })
	if err != nil || changed.Code != "yc-1" || changed.Version != 2 || !changed.Date.Equal(day("2027-01-31")) {
		t.Errorf("%+v, %v", changed, err)
	}
	if log := r.changes("obligation", made.ID); len(log) != 2 || log[0].Actor != "tester" || log[1].After["named_on"] != "2027-01-31" {
		t.Errorf("the log: %+v", log)
	}
	for name, c := range map[string]struct {
		grants registry.Grants
		sees   string
		code   registry.Code
	}{
		"nobody":       {registry.Grants{}, "", registry.CodeUnauthorized},
		"local":        {registry.Grants{Roles: []registry.Role{registry.LocalRole}}, "", registry.CodeForbidden},
		"auditor":      {registry.Grants{Roles: []registry.Role{registry.AuditorRole}}, "yc-1 Viettel once 2027-01-31 not_due", ""},
		"officer":      {officers, "yc-1 Viettel once 2027-01-31 not_due", ""},
		"its filer":    {filers("Viettel").Grants, "yc-1 Viettel once 2027-01-31 not_due", ""},
		"its signer":   {registry.Grants{Roles: []registry.Role{registry.SignerRole}, Organization: "Viettel"}, "yc-1 Viettel once 2027-01-31 not_due", ""},
		"another's":    {filers("VNPT").Grants, "", ""},
		"a narrow key": {registry.Grants{Roles: []registry.Role{registry.OfficerRole}, Key: &registry.Scope{Nouns: []string{"site"}}}, "", registry.CodeForbidden},
	} {
		who := registry.Actor{Name: name, Grants: c.grants}
		f := postgres.DutyFilter{From: day("2026-01-01"), To: day("2028-01-01"), Today: day("2026-11-15")}
		list, err := r.db.Duties(t.Context(), who, f)
		if c.code != "" {
			if registry.CodeOf(err) != c.code {
				t.Errorf("%s: duties %v", name, err)
			}
		} else if got := r.calendar(who, "2026-11-15", func(g *postgres.DutyFilter) { *g = f }); err != nil || got != c.sees || len(list) != strings.Count(c.sees, "yc-1") {
			t.Errorf("%s sees %q, %v", name, got, err)
		}
		_, err = r.db.Obligation(t.Context(), who, made.ID)
		if want := map[bool]registry.Code{true: registry.CodeNotFound}[name == "another's"]; c.code == "" && err != nil && registry.CodeOf(err) != want || c.code != "" && registry.CodeOf(err) != c.code {
			t.Errorf("%s reads it: %v", name, err)
		}
		_, err = r.db.UpdateObligation(t.Context(), who, made.ID, 2, func(*registry.Obligation) {})
		if name == "officer" {
			if err != nil {
				t.Error(err)
			}
		} else if code := registry.CodeOf(err); code != registry.CodeForbidden && code != registry.CodeUnauthorized {
			t.Errorf("%s changes it: %v", name, err)
		}
		// and the database by itself
		conn, err := r.db.ConnFor(t.Context(), who)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := conn.Exec(t.Context(), `SELECT set_config('hatangso.actor', 'x', false)`); err != nil {
			t.Fatal(err)
		}
		tag, err := conn.Exec(t.Context(), `UPDATE obligation SET active = active`)
		if err != nil || (tag.RowsAffected() > 0) != (name == "officer") {
			t.Errorf("%s: row security lets %d rows be written, %v", name, tag.RowsAffected(), err)
		}
		conn.Release()
	}
}

// Nothing to report is one call and a record; on paper the department says.
func TestAnswerDuty(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel", "VNPT")
	o := r.switchOn("th-report", "2026-01-01")
	order := postgres.DutyOrder{Obligation: o.ID, Organization: "Viettel", Period: "2026", Kind: registry.NothingToReport, On: day("2026-10-20"), Note: "Không phát sinh", Today: day("2026-10-20")}
	for name, c := range map[string]struct {
		who    registry.Actor
		change func(*postgres.DutyOrder)
		want   registry.Code
	}{
		"another's filer": {filers("VNPT"), nil, registry.CodeNotFound},
		"its signer":      {registry.Actor{Name: "s", Grants: registry.Grants{Roles: []registry.Role{registry.SignerRole}, Organization: "Viettel"}}, nil, registry.CodeForbidden},
		"an auditor":      {registry.Actor{Name: "a", Grants: registry.Grants{Roles: []registry.Role{registry.AuditorRole}}}, nil, registry.CodeForbidden},
		"nobody":          {registry.Anonymous, nil, registry.CodeUnauthorized},
		"a reading key": {registry.Actor{Name: "k", Grants: registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "Viettel",
			Key: &registry.Scope{ReadOnly: true}}}, nil, registry.CodeForbidden},
		"its filer, of paper": {filers("Viettel"), func(o *postgres.DutyOrder) { o.Kind = registry.CameOnPaper }, registry.CodeForbidden},
		"no such year":        {filers("Viettel"), func(o *postgres.DutyOrder) { o.Period = "2020" }, registry.CodeNotFound},
		"no such period":      {filers("Viettel"), func(o *postgres.DutyOrder) { o.Period = "x" }, registry.CodeNotFound},
		"no obligation":       {filers("Viettel"), func(o *postgres.DutyOrder) { o.Obligation = 999 }, registry.CodeNotFound},
		"nobody's":            {tester, func(o *postgres.DutyOrder) { o.Organization = "" }, registry.CodeNotFound},
		"a long note":         {filers("Viettel"), func(o *postgres.DutyOrder) { o.Note = strings.Repeat("ư", 1001) }, registry.CodeInvalid},
		"in the future":       {filers("Viettel"), func(o *postgres.DutyOrder) { o.On = day("2026-10-21") }, registry.CodeInvalid},
	} {
		wrong := order
		if c.change != nil {
			c.change(&wrong)
		}
		if _, err := r.db.AnswerDuty(t.Context(), c.who, wrong); registry.CodeOf(err) != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
	who := filers("Viettel")
	who.Reason, who.RequestID = "một cú nhấp", "req-9"
	d, err := r.db.AnswerDuty(t.Context(), who, order)
	if err != nil || d.State != registry.DutyFiled || d.Answer == nil || d.Answer.By != who.Name || d.Answer.At.IsZero() || d.FiledOn.String() != "2026-10-20" {
		t.Fatalf("%+v, %v", d, err)
	}
	log := r.changes("duty_answer", one[int64](r, `SELECT max(id) FROM duty_answer`))
	if len(log) != 1 || log[0].Actor != who.Name || log[0].Reason != "một cú nhấp" || log[0].RequestID != "req-9" || log[0].After["kind"] != "nothing" || log[0].After["note"] != "Không phát sinh" {
		t.Errorf("the log: %+v", log)
	}
	_, err = r.db.AnswerDuty(t.Context(), who, order)
	wantCode(t, err, registry.CodeConflict)
	// the department, for an operator that sent paper
	order.Organization, order.Kind, order.Note = "VNPT", registry.CameOnPaper, "Công văn 12/VNPT"
	if d, err = r.db.AnswerDuty(t.Context(), tester, order); err != nil || d.State != registry.DutyAccepted {
		t.Errorf("%+v, %v", d, err)
	}
	if got := r.calendar(tester, "2026-12-01"); got != "th-report VNPT 2026 2026-10-29 accepted; th-report Viettel 2026 2026-10-29 filed" {
		t.Errorf("the calendar: %s", got)
	}
	// a filing that is accepted says more than that there was nothing
	r.filing("Viettel", "sites", "accepted", "2026-11-01", "2026-11-05T10:00:00+07")
	r.filing("VNPT", "sites", "uploading", "2026-11-01", "")
	if got := r.calendar(filers("Viettel"), "2026-12-01"); got != "th-report Viettel 2026 2026-10-29 accepted" {
		t.Errorf("the calendar: %s", got)
	}
	// row security by itself: only nothing, only one's own
	conn, err := r.db.ConnFor(t.Context(), filers("Viettel"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Release()
	insert := `WITH a AS (SELECT set_config('hatangso.actor', 'x', false)) SELECT 1 FROM a`
	if _, err := conn.Exec(t.Context(), insert); err != nil {
		t.Fatal(err)
	}
	for kind, want := range map[string]string{"Viettel paper": "42501", "VNPT nothing": "42501", "Viettel nothing": ""} {
		organization, answer, _ := strings.Cut(kind, " ")
		_, err := conn.Exec(t.Context(), `INSERT INTO duty_answer (obligation_id, organization_id, period, kind, given_on, given_by)
			SELECT $1, id, '2027', $3, current_date, 'x' FROM organization WHERE code = $2`, o.ID, organization, answer)
		if sqlState(err) != want {
			t.Errorf("%s: %v", kind, err)
		}
	}
	if _, err := conn.Exec(t.Context(), `DELETE FROM duty_answer`); sqlState(err) != "42501" {
		t.Errorf("an answer is taken back: %v", err)
	}
}

// The board says who is how far, to those who look after all.
func TestBoard(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel", "VNPT", "MobiFone")
	r.organization("Sở", func(o *registry.Organization) { o.Kind = "authority" })
	r.switchOn("th-report", "2026-01-01")
	r.switchOn("qng-plan", "2026-01-01", func(o *registry.Obligation) { o.FulfilledBy = "poles" })
	r.person("filer@viettel.example", phrase, filers("Viettel").Grants)
	r.filing("Viettel", "poles", "accepted", "2026-06-30", "2026-07-05T10:00:00+07")
	r.filing("VNPT", "sites", "signed", "2026-09-30", "2026-11-08T10:00:00+07")
	r.filing("VNPT", "poles", "returned", "2026-09-30", "2026-11-07T10:00:00+07")
	f := postgres.DutyFilter{From: day("2026-01-01"), To: day("2027-01-01"), Today: day("2026-11-20")}
	board, err := r.db.Board(t.Context(), registry.Actor{Name: "a", Grants: registry.Grants{Roles: []registry.Role{registry.AuditorRole}}}, f)
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, c := range board {
		last := "never"
		if c.LastFiledAt != nil {
			last = c.LastFiledAt.UTC().Format("2006-01-02")
		}
		words = append(words, fmt.Sprintf("%s %d=%d+%d+%d+%d+%d+%d %d days, %s, %d", c.Organization, c.Duties, c.NotDue, c.Due, c.Late, c.Filed, c.Returned, c.Accepted, c.LateDays, last, c.Accounts))
	}
	want := []string{
		"MobiFone 2=0+1+1+0+0+0 22 days, never, 0",
		"VNPT 2=0+0+0+1+1+0 10 days, 2026-11-08, 0",
		"Viettel 2=0+0+0+0+0+2 0 days, 2026-07-05, 1",
	}
	if !slices.Equal(words, want) {
		t.Errorf("the board: %q", words)
	}
	for name, who := range map[string]registry.Actor{"an operator": filers("Viettel"), "nobody": registry.Anonymous} {
		if _, err := r.db.Board(t.Context(), who, f); registry.CodeOf(err) != registry.CodeForbidden && registry.CodeOf(err) != registry.CodeUnauthorized {
			t.Errorf("%s: %v", name, err)
		}
	}
}
