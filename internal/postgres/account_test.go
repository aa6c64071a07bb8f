package postgres_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// person makes an account with a password, and gives it.
func (r *register) person(login, password string, grants registry.Grants) postgres.Account {
	r.Helper()
	a, err := r.db.CreateAccount(r.Context(), tester, postgres.Account{Login: login, Name: "Nguyễn Thị Hòa", Roles: grants.Roles,
		Organization: grants.Organization, Units: grants.Units})
	if err != nil {
		r.Fatal(err)
	}
	token, _, err := r.db.IssueReset(r.Context(), tester, a.ID)
	if err == nil {
		err = r.db.ResetPassword(r.Context(), visitor, token, password)
	}
	if err != nil {
		r.Fatal(err)
	}
	return a
}

func TestAccounts(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel")
	commune := r.commune("1", "Phường Gần", 106, 20, 106.5, 20.5)
	made, err := r.db.CreateAccount(t.Context(), tester, postgres.Account{Login: "Hoa.Nguyen@Example.VN", Name: "Nguyễn Thị Hòa",
		Roles: []registry.Role{registry.FilerRole}, Organization: "Viettel"})
	if err != nil || made.Login != "hoa.nguyen@example.vn" || made.Version != 1 || made.HasPassword || made.Disabled || made.Organization != "Viettel" {
		t.Fatalf("%+v, %v", made, err)
	}
	filer := postgres.Account{Login: "x1", Name: "X", Roles: []registry.Role{registry.FilerRole}, Organization: "Viettel"}
	for name, c := range map[string]struct {
		spoil func(*postgres.Account)
		want  registry.Code
		rule  string
	}{
		"the same login in other letters": {func(a *postgres.Account) { a.Login = "HOA.nguyen@example.vn" }, registry.CodeConflict, ""},
		"a login with a space":            {func(a *postgres.Account) { a.Login = "h oa" }, registry.CodeInvalid, "account.login"},
		"a login with accents":            {func(a *postgres.Account) { a.Login = "hòa" }, registry.CodeInvalid, "account.login"},
		"a login of one letter":           {func(a *postgres.Account) { a.Login = "h" }, registry.CodeInvalid, "account.login"},
		"no name":                         {func(a *postgres.Account) { a.Name = "" }, registry.CodeInvalid, "account.name"},
		"a name of two lines":             {func(a *postgres.Account) { a.Name = "X\nY" }, registry.CodeInvalid, "account.name"},
		"no role":                         {func(a *postgres.Account) { a.Roles = nil; a.Organization = "" }, registry.CodeInvalid, "grant.role"},
		"two sides":                       {func(a *postgres.Account) { a.Roles = append(a.Roles, registry.OfficerRole) }, registry.CodeInvalid, "grant.sides"},
		"no organization":                 {func(a *postgres.Account) { a.Organization = "" }, registry.CodeInvalid, "grant.organization"},
		"an unknown organization":         {func(a *postgres.Account) { a.Organization = "Nobody" }, registry.CodeInvalid, "organization.unknown"},
		"half an identity":                {func(a *postgres.Account) { a.OIDCSubject = "u-1" }, registry.CodeInvalid, "account.oidc"},
		"an unknown unit": {func(a *postgres.Account) {
			a.Roles, a.Organization, a.Units = []registry.Role{registry.LocalRole}, "", []int64{commune, 999}
		}, registry.CodeInvalid, "unit.unknown"},
	} {
		a := filer
		a.Roles = append([]registry.Role{}, filer.Roles...)
		c.spoil(&a)
		_, err := r.db.CreateAccount(t.Context(), tester, a)
		wantCode(t, err, c.want)
		if c.rule != "" && !strings.Contains(ruleOf(err), c.rule) {
			t.Errorf("%s: rules %s", name, ruleOf(err))
		}
	}
	changed, err := r.db.UpdateAccount(t.Context(), tester, made.ID, 1, func(a *postgres.Account) {
		a.Login, a.Name, a.Roles, a.Organization, a.Units = "somebody", "Hòa", []registry.Role{registry.LocalRole}, "", []int64{commune}
	})
	if err != nil || changed.Login != made.Login || changed.Version != 2 || changed.Name != "Hòa" || len(changed.Units) != 1 || changed.Organization != "" {
		t.Errorf("%+v, %v", changed, err)
	}
	_, err = r.db.UpdateAccount(t.Context(), tester, made.ID, 1, func(*postgres.Account) {})
	wantCode(t, err, registry.CodeStale)
	_, err = r.db.UpdateAccount(t.Context(), tester, 99, 1, func(*postgres.Account) {})
	wantCode(t, err, registry.CodeNotFound)

	if _, err := r.db.CreateAccount(t.Context(), tester, filer); err != nil {
		t.Fatal(err)
	}
	page, next, err := r.db.Accounts(t.Context(), tester, registry.Page{Limit: 1})
	if err != nil || len(page) != 1 || page[0].ID != made.ID || next != made.ID {
		t.Errorf("the first page: %+v, %d, %v", page, next, err)
	}
	if page, next, err = r.db.Accounts(t.Context(), tester, registry.Page{Limit: 1, After: next}); err != nil || len(page) != 1 || page[0].Login != "x1" || next != 0 {
		t.Errorf("the last page: %+v, %d, %v", page, next, err)
	}
	if a, err := r.db.AccountOf(t.Context(), tester, "X1"); err != nil || a.Login != "x1" {
		t.Errorf("by login: %+v, %v", a, err)
	}
	log := r.changes("account", made.ID)
	if len(log) != 2 || log[0].Op != "create" || log[0].Actor != "tester" || log[1].After["name"] != "Hòa" {
		t.Errorf("who made and changed the account: %+v", log)
	}
}

// ruleOf names the rules an error says are broken.
func ruleOf(err error) string {
	rules := []string{}
	var domain *registry.Error
	if errors.As(err, &domain) {
		for _, f := range domain.Faults {
			rules = append(rules, f.Rule)
		}
	}
	return strings.Join(rules, " ")
}

// Accounts are the administrator's alone: in the program, and in the database
// behind it.
func TestAccountsAreTheAdministrators(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel")
	a := r.person("hoa", "một câu dài dễ nhớ", registry.Grants{Roles: []registry.Role{registry.AuditorRole}})
	for name, grants := range map[string]registry.Grants{
		"anonymous": {}, "officer": {Roles: []registry.Role{registry.OfficerRole}}, "auditor": {Roles: []registry.Role{registry.AuditorRole}},
		"filer": {Roles: []registry.Role{registry.FilerRole}, Organization: "Viettel"},
		"a key": {Roles: []registry.Role{registry.AdminRole}, Key: &registry.Scope{}},
	} {
		who := registry.Actor{Name: name, Grants: grants}
		for what, do := range map[string]func() error{
			"list":   func() error { _, _, err := r.db.Accounts(t.Context(), who, registry.Page{Limit: 10}); return err },
			"read":   func() error { _, err := r.db.Account(t.Context(), who, a.ID); return err },
			"create": func() error { _, err := r.db.CreateAccount(t.Context(), who, a); return err },
			"change": func() error {
				_, err := r.db.UpdateAccount(t.Context(), who, a.ID, 1, func(*postgres.Account) {})
				return err
			},
			"reset": func() error { _, _, err := r.db.IssueReset(t.Context(), who, a.ID); return err },
		} {
			if code := registry.CodeOf(do()); code != registry.CodeForbidden && code != registry.CodeUnauthorized {
				t.Errorf("%s may %s: %v", name, what, code)
			}
		}
		if name == "a key" {
			continue // row security knows its roles
		}
		conn, err := r.db.ConnFor(t.Context(), who)
		if err != nil {
			t.Fatal(err)
		}
		for _, table := range []string{"account", "password", "session", "reset"} {
			var n int
			column := map[bool]string{true: "id", false: "account_id"}[table == "account"]
			if err := conn.QueryRow(t.Context(), `SELECT count(`+column+`) FROM `+table).Scan(&n); err != nil || n != 0 {
				t.Errorf("%s sees %d of %s, %v", name, n, table, err)
			}
		}
		conn.Release()
	}
	// the administrator's connection sees no secret either
	conn, err := r.db.ConnFor(t.Context(), tester)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Release()
	for _, peek := range []string{`SELECT hash FROM password`, `SELECT hash FROM session`, `SELECT hash FROM reset`,
		`UPDATE password SET hash = ''`, `SELECT put_password(1, '', NULL, '', '', '')`, `UPDATE account SET login = 'x'`, `DELETE FROM account`} {
		if _, err := conn.Exec(t.Context(), peek); sqlState(err) != "42501" {
			t.Errorf("%s: %v", peek, err)
		}
	}
}

// A person's keys follow their rights, and end for good when the account is
// disabled.
func TestKeysEndWithTheAccount(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel", "VNPT")
	a := r.person("hoa", phrase, registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "Viettel"})
	r.person("lan", phrase, officers)
	key := func(login string) string {
		t.Helper()
		s, err := r.db.SessionOf(t.Context(), r.signIn(login, phrase))
		if err != nil {
			t.Fatal(err)
		}
		secret, _, err := r.db.CreateKey(t.Context(), s.Actor(), postgres.KeyOrder{Name: fmt.Sprint(login, time.Now().UnixNano())})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := r.bears(secret); err != nil {
			t.Fatal(err)
		}
		return secret
	}
	other := key("lan")
	for name, c := range map[string]struct {
		change func(*postgres.Account)
		ends   bool
	}{
		"another name":         {func(a *postgres.Account) { a.Name = "Hòa" }, false},
		"another organization": {func(a *postgres.Account) { a.Organization = "VNPT" }, false},
		"disabled":             {func(a *postgres.Account) { a.Disabled = true }, true},
	} {
		secret := key("hoa")
		current, err := r.db.Account(t.Context(), tester, a.ID)
		if err == nil {
			current, err = r.db.UpdateAccount(t.Context(), tester, a.ID, current.Version, c.change)
		}
		if err != nil {
			t.Fatal(err)
		}
		if _, err := r.bears(secret); (err != nil) != c.ends {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := r.db.UpdateAccount(t.Context(), tester, a.ID, current.Version, func(b *postgres.Account) {
			b.Disabled, b.Organization, b.Name = false, "Viettel", a.Name
		}); err != nil {
			t.Fatal(err)
		}
		if _, err := r.bears(secret); (err != nil) != c.ends {
			t.Errorf("%s, then as before: %v", name, err)
		}
	}
	if _, err := r.bears(other); err != nil {
		t.Errorf("another's key ended: %v", err)
	}
}

// A link sets a password once, within its time, and ends all that was there.
func TestReset(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	const old, fresh = "câu cũ rất dài đây", "câu mới rất dài đây"
	a := r.person("hoa", old, officers)
	session := r.signIn("hoa", old)
	first, _, err := r.db.IssueReset(t.Context(), tester, a.ID)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.db.SessionOf(t.Context(), session); registry.CodeOf(err) != registry.CodeUnauthorized {
		t.Errorf("the session outlives the reset: %v", err)
	}
	_, err = r.db.SignIn(t.Context(), visitor, "hoa", old)
	wantCode(t, err, registry.CodeUnauthorized)
	second, expires, err := r.db.IssueReset(t.Context(), tester, a.ID)
	if err != nil || time.Until(expires) < 23*time.Hour || time.Until(expires) > 25*time.Hour {
		t.Fatalf("until %v, %v", expires, err)
	}
	wantRule := func(err error, rule string) {
		t.Helper()
		if registry.CodeOf(err) != registry.CodeInvalid || ruleOf(err) != rule {
			t.Errorf("got %v, want %s", err, rule)
		}
	}
	wantRule(r.db.ResetPassword(t.Context(), visitor, first, fresh), "reset.token") // another was issued
	wantRule(r.db.ResetPassword(t.Context(), visitor, "", fresh), "reset.token")
	wantRule(r.db.ResetPassword(t.Context(), visitor, session, fresh), "reset.token")
	wantRule(r.db.ResetPassword(t.Context(), visitor, second, "short"), "password.short")
	wantRule(r.db.ResetPassword(t.Context(), visitor, second, "nguyễn thị hòa"), "password.name")
	// of many at once, one
	errs := make(chan error, 5)
	for range cap(errs) {
		go func() { errs <- r.db.ResetPassword(t.Context(), visitor, second, fresh) }()
	}
	passed := 0
	for range cap(errs) {
		if err := <-errs; err == nil {
			passed++
		} else {
			wantRule(err, "reset.token")
		}
	}
	if passed != 1 {
		t.Errorf("a link worked %d times", passed)
	}
	r.signIn("hoa", fresh)
	// expired
	third, _, err := r.db.IssueReset(t.Context(), tester, a.ID)
	if err != nil {
		t.Fatal(err)
	}
	r.exec(`UPDATE reset SET expires_at = now()`)
	wantRule(r.db.ResetPassword(t.Context(), visitor, third, fresh), "reset.token")
	// of a disabled account
	r.exec(`UPDATE reset SET expires_at = now() + interval '1 day'`)
	current, err := r.db.Account(t.Context(), tester, a.ID)
	if err != nil || current.HasPassword {
		t.Fatalf("%+v, %v", current, err)
	}
	if _, err := r.db.UpdateAccount(t.Context(), tester, a.ID, current.Version, func(a *postgres.Account) { a.Disabled = true }); err != nil {
		t.Fatal(err)
	}
	wantRule(r.db.ResetPassword(t.Context(), visitor, third, fresh), "reset.token")
	_, _, err = r.db.IssueReset(t.Context(), tester, a.ID)
	wantCode(t, err, registry.CodeConflict)
	_, _, err = r.db.IssueReset(t.Context(), tester, 99)
	wantCode(t, err, registry.CodeNotFound)
	if n := one[int](r, `SELECT count(*) FROM change WHERE noun = 'reset_issued' AND after ->> 'login' = 'hoa' AND actor = 'tester'`); n != 4 {
		t.Errorf("%d links are noted", n)
	}
	for _, secret := range []string{first, second, third, old, fresh, session} {
		if n := one[int](r, `SELECT count(*) FROM change c WHERE position($1 IN c::text) > 0`, secret); n != 0 {
			t.Errorf("the log holds %q", secret)
		}
	}
}
