package postgres_test

import (
	"encoding/base64"
	"net/netip"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/paulmach/orb"
	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"

	"github.com/hatangso/hatangso/internal/auth"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// visitor is where every test comes from.
var visitor = postgres.Visitor{Address: netip.MustParseAddr("203.0.113.7"), Agent: "Trình duyệt/1.0", RequestID: "req-2"}

func (r *register) signIn(login, password string) (session string) {
	r.Helper()
	session, err := r.db.SignIn(r.Context(), visitor, login, password)
	if err != nil {
		r.Fatalf("%s does not sign in: %v", login, err)
	}
	return session
}

// alive says whether a session still holds.
func (r *register) alive(session string) bool {
	r.Helper()
	_, err := r.db.SessionOf(r.Context(), session)
	if err != nil && registry.CodeOf(err) != registry.CodeUnauthorized {
		r.Fatal(err)
	}
	return err == nil
}

// events gives what the log tells of security events of a kind, the oldest first.
func (r *register) events(event string) []change {
	r.Helper()
	return r.changes(event, 0)
}

const phrase = "một câu dài dễ nhớ"

func TestSignIn(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel")
	r.person("hoa@example.vn", phrase, registry.Grants{Roles: []registry.Role{registry.FilerRole, registry.SignerRole}, Organization: "Viettel"})
	id := r.signIn(" HOA@Example.vn ", phrase)
	s, err := r.db.SessionOf(t.Context(), id)
	if err != nil || s.Login != "hoa@example.vn" || s.Name != "Nguyễn Thị Hòa" || time.Since(s.BegunAt) > time.Minute {
		t.Fatalf("%+v, %v", s, err)
	}
	if who := s.Actor(); who.Name != "user:hoa@example.vn" || who.Organization != "Viettel" || !who.Has(registry.SignerRole) || who.Key != nil {
		t.Errorf("acts as %+v", who)
	}
	if again := r.signIn("hoa@example.vn", phrase); again == id {
		t.Error("two sessions share an id")
	}
	for _, c := range [][2]string{{"hoa@example.vn", "một câu dài khó nhớ"}, {"hoa@example.vn", ""}, {"nobody", phrase}, {"", ""}, {"mật khẩu của tôi", phrase}} {
		_, err := r.db.SignIn(t.Context(), visitor, c[0], c[1])
		wantCode(t, err, registry.CodeUnauthorized)
	}
	in := r.events(postgres.EventSignedIn)
	if len(in) != 2 || in[0].Actor != "user:hoa@example.vn" || in[0].RequestID != "req-2" || in[0].After["address"] != "203.0.113.7" || in[0].After["by"] != "password" {
		t.Errorf("signed in: %+v", in)
	}
	if org := one[string](r, `SELECT organization FROM change WHERE noun = 'signed_in' LIMIT 1`); org != "Viettel" {
		t.Errorf("for %s", org)
	}
	failed := r.events(postgres.EventSignInFailed)
	if len(failed) != 5 || failed[0].Actor != "anonymous" || failed[0].After["login"] != "hoa@example.vn" || failed[0].After["why"] != "password" ||
		failed[0].After["address"] != "203.0.113.7" || failed[2].After["why"] != "unknown" || failed[2].After["login"] != nil || failed[4].After["login"] != nil {
		t.Errorf("failed: %+v", failed)
	}
	if n := one[int](r, `SELECT count(*) FROM change c WHERE c::text LIKE '%câu dài%' OR c::text LIKE '%mật khẩu của tôi%' OR c::text LIKE '%argon2%'`); n != 0 {
		t.Error("the log holds a password")
	}
	if n := one[int](r, `SELECT count(*) FROM session WHERE position(convert_to($1, 'UTF8') IN hash) > 0`, id); n != 0 {
		t.Error("a session's id is kept in the clear")
	}
	if agent := one[string](r, `SELECT agent FROM session LIMIT 1`); agent != visitor.Agent {
		t.Errorf("from %q", agent)
	}
}

// However a sign-in fails, it is told in the same words after the same work: a
// hash takes its 19 MiB whether or not there is such an account.
//
// It measures what the whole process takes, so it runs beside no other test.
func TestRefusalsTellNothing(t *testing.T) {
	r := newRegister(t)
	r.person("hoa", phrase, officers)
	r.person("away", phrase, officers)
	a, err := r.db.AccountOf(t.Context(), tester, "away")
	if err == nil {
		_, err = r.db.UpdateAccount(t.Context(), tester, a.ID, a.Version, func(a *postgres.Account) { a.Disabled = true })
	}
	if err == nil {
		_, err = r.db.CreateAccount(t.Context(), tester, postgres.Account{Login: "new", Name: "Mới", Roles: officers.Roles})
	}
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]bool{}
	for _, c := range [][2]string{{"hoa", "một câu dài khó nhớ"}, {"nobody", phrase}, {"không ai", phrase}, {"away", phrase}, {"new", phrase}} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := r.db.SignIn(t.Context(), visitor, c[0], c[1])
		runtime.ReadMemStats(&after)
		wantCode(t, err, registry.CodeUnauthorized)
		said[err.Error()] = true
		if took := (after.TotalAlloc - before.TotalAlloc) >> 20; took < 19 || took > 30 {
			t.Errorf("refusing %s takes %d MiB", c[0], took)
		}
	}
	if len(said) != 1 {
		t.Errorf("refusals differ: %v", said)
	}
}

func TestSessionsEnd(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	a := r.person("hoa", phrase, officers)
	r.person("lan", phrase, officers)
	other := r.signIn("lan", phrase)
	ended := func(name string, end func(session string)) {
		t.Helper()
		id := r.signIn("hoa", phrase)
		if !r.alive(id) {
			t.Fatalf("%s: it never lived", name)
		}
		end(id)
		if r.alive(id) {
			t.Errorf("%s: the session goes on", name)
		}
		if !r.alive(other) {
			t.Errorf("%s: another's session ended", name)
		}
	}
	shift := func(column string, by time.Duration) func(string) {
		return func(id string) {
			r.exec(`UPDATE session SET `+column+` = now() - $2::interval WHERE hash = $1`, auth.HashSession(id), by)
		}
	}
	ended("signed out", func(id string) {
		if err := r.db.SignOut(t.Context(), id); err != nil {
			t.Fatal(err)
		}
	})
	ended("expired", shift("begun_at", auth.SessionLife))
	ended("idle", shift("used_at", auth.SessionIdle))
	for column, by := range map[string]time.Duration{"begun_at": auth.SessionLife - time.Minute, "used_at": auth.SessionIdle - time.Minute} {
		id := r.signIn("hoa", phrase)
		if shift(column, by)(id); !r.alive(id) {
			t.Errorf("the session ends before its time by %s", column)
		}
	}
	ended("signed out everywhere", func(id string) {
		second := r.signIn("hoa", phrase)
		n, err := r.db.SignOutEverywhere(t.Context(), visitor, second)
		if err != nil || n < 2 || r.alive(second) {
			t.Errorf("%d ended, %v", n, err)
		}
		if n, err = r.db.SignOutEverywhere(t.Context(), visitor, second); err != nil || n != 0 {
			t.Errorf("a session that ended ends %d more, %v", n, err)
		}
	})
	if log := r.events(postgres.EventSignedOutEverywhere); len(log) != 1 || log[0].Actor != "user:hoa" || log[0].After["address"] != "203.0.113.7" {
		t.Errorf("noted: %+v", log)
	}
	ended("disabled", func(string) {
		current, err := r.db.Account(t.Context(), tester, a.ID)
		if err == nil {
			_, err = r.db.UpdateAccount(t.Context(), tester, a.ID, current.Version, func(a *postgres.Account) { a.Disabled = true })
		}
		if err != nil {
			t.Fatal(err)
		}
	})
	if n := one[int](r, `SELECT count(*) FROM session WHERE account_id = $1 AND ended_at IS NULL`, a.ID); n != 0 {
		t.Errorf("%d sessions would come back with the account", n)
	}
	for _, made := range []string{"", "x", other + "x"} {
		if r.alive(made) {
			t.Errorf("%q is a session", made)
		}
	}
}

// The last use of a session is written at most once a minute.
func TestSessionUse(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.person("hoa", phrase, officers)
	id := r.signIn("hoa", phrase)
	used := func(ago time.Duration) (before, after time.Time) {
		t.Helper()
		r.exec(`UPDATE session SET used_at = now() - $1::interval`, ago)
		before = one[time.Time](r, `SELECT used_at FROM session`)
		if !r.alive(id) {
			t.Fatal("the session ended")
		}
		return before, one[time.Time](r, `SELECT used_at FROM session`)
	}
	if before, after := used(50 * time.Second); !after.Equal(before) {
		t.Error("a use within the minute is written")
	}
	if _, after := used(61 * time.Second); time.Since(after) > 30*time.Second {
		t.Errorf("after a minute the use is not written: %v", after)
	}
}

// What the account may reaches row security, from the next request when it
// changes.
func TestSessionRights(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel", "VNPT")
	pole := func(code, owner string) *registry.Pole {
		p := registry.PoleNoun.New().(*registry.Pole)
		p.Code, p.Owner, p.Geometry.Geometry = code, &owner, orb.Point{106, 20}
		return p
	}
	a := r.person("hoa", phrase, registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "Viettel"})
	id := r.signIn("hoa", phrase)
	create := func(code, owner string) error {
		t.Helper()
		s, err := r.db.SessionOf(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		_, err = r.db.Create(t.Context(), s.Actor(), registry.PoleNoun, pole(code, owner))
		return err
	}
	if err := create("A", "Viettel"); err != nil {
		t.Errorf("one's own: %v", err)
	}
	wantCode(t, create("B", "VNPT"), registry.CodeForbidden)
	if _, err := r.db.UpdateAccount(t.Context(), tester, a.ID, a.Version, func(a *postgres.Account) { a.Organization = "VNPT" }); err != nil {
		t.Fatal(err)
	}
	if err := create("B", "VNPT"); err != nil {
		t.Errorf("after the change: %v", err)
	}
	wantCode(t, create("C", "Viettel"), registry.CodeForbidden)
	if log := r.changes("pole", one[int64](r, `SELECT id FROM asset WHERE code = 'A'`)); log[0].Actor != "user:hoa" {
		t.Errorf("noted as %s", log[0].Actor)
	}
}

func TestChangePassword(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	const fresh = "một câu khác cũng dài"
	r.person("hoa", phrase, officers)
	kept, other := r.signIn("hoa", phrase), r.signIn("hoa", phrase)
	for want, c := range map[string][2]string{"password.old": {"không phải câu ấy", fresh}, "password.short": {phrase, "ngắn"}} {
		if err := r.db.ChangePassword(t.Context(), visitor, kept, c[0], c[1]); ruleOf(err) != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
	if !r.alive(other) {
		t.Error("a refused change ends a session")
	}
	if err := r.db.ChangePassword(t.Context(), visitor, kept, phrase, fresh); err != nil {
		t.Fatal(err)
	}
	if !r.alive(kept) || r.alive(other) {
		t.Errorf("of the sessions this one goes on: %t, the other: %t", r.alive(kept), r.alive(other))
	}
	r.signIn("hoa", fresh)
	_, err := r.db.SignIn(t.Context(), visitor, "hoa", phrase)
	wantCode(t, err, registry.CodeUnauthorized)
	wantCode(t, r.db.ChangePassword(t.Context(), visitor, other, fresh, phrase), registry.CodeUnauthorized)
	set := r.events(postgres.EventPasswordSet)
	if len(set) != 2 || set[0].After["by"] != "link" || set[1].After["by"] != "old password" || set[1].Actor != "user:hoa" || set[1].After["address"] != "203.0.113.7" {
		t.Errorf("noted: %+v", set)
	}
}

// A password of another cost is stored anew when it is at hand.
func TestRehash(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.person("hoa", phrase, officers)
	const cheap = "$argon2id$v=19$m=8192,t=1,p=1$"
	salt, text := []byte("sixteen bytes..."), base64.RawStdEncoding.EncodeToString
	r.exec(`UPDATE password SET hash = $1`, cheap+text(salt)+"$"+text(argon2.IDKey([]byte(norm.NFKC.String(phrase)), salt, 1, 8192, 1, 32)))
	r.signIn("hoa", phrase)
	if hash := one[string](r, `SELECT hash FROM password`); strings.HasPrefix(hash, cheap) {
		t.Errorf("still %s", hash)
	}
	r.signIn("hoa", phrase)
}

// An identity elsewhere opens the account it is bound to, and no other.
func TestSignInPerson(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	bound, err := r.db.CreateAccount(t.Context(), tester, postgres.Account{Login: "lan", Name: "Lan", Roles: officers.Roles, OIDCIssuer: "https://id", OIDCSubject: "u-2"})
	if err == nil {
		_, err = r.db.CreateAccount(t.Context(), tester, postgres.Account{Login: "hoa@example.vn", Name: "Hòa", Roles: officers.Roles})
	}
	if err != nil {
		t.Fatal(err)
	}
	signs := func(p auth.Person) string {
		t.Helper()
		id, err := r.db.SignInPerson(t.Context(), visitor, p)
		if err != nil {
			wantCode(t, err, registry.CodeForbidden)
			return ""
		}
		s, err := r.db.SessionOf(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		return s.Login
	}
	for _, c := range []struct {
		name string
		p    auth.Person
		want string
	}{
		{"by subject", auth.Person{Issuer: "https://id", Subject: "u-2"}, "lan"},
		{"of another issuer", auth.Person{Issuer: "https://other", Subject: "u-2"}, ""},
		{"an address that is not verified", auth.Person{Issuer: "https://id", Subject: "u-1", Email: "hoa@example.vn"}, ""},
		{"no address", auth.Person{Issuer: "https://id", Subject: "u-1", EmailVerified: true}, ""},
		{"a verified address", auth.Person{Issuer: "https://id", Subject: "u-1", Email: "Hoa@Example.vn", EmailVerified: true}, "hoa@example.vn"},
		{"bound from then on", auth.Person{Issuer: "https://id", Subject: "u-1", Email: "new@example.vn", EmailVerified: true}, "hoa@example.vn"},
		{"the address, now somebody else's", auth.Person{Issuer: "https://id", Subject: "u-9", Email: "hoa@example.vn", EmailVerified: true}, ""},
		{"the login of who is bound already", auth.Person{Issuer: "https://id", Subject: "u-9", Email: "lan", EmailVerified: true}, ""},
	} {
		if got := signs(c.p); got != c.want {
			t.Errorf("%s signs in %q, want %q", c.name, got, c.want)
		}
	}
	if _, err := r.db.UpdateAccount(t.Context(), tester, bound.ID, bound.Version, func(a *postgres.Account) { a.Disabled = true }); err != nil {
		t.Fatal(err)
	}
	if got := signs(auth.Person{Issuer: "https://id", Subject: "u-2"}); got != "" {
		t.Errorf("a disabled account signs in %s", got)
	}
	failed := r.events(postgres.EventSignInFailed)
	if len(failed) != 6 || failed[0].After["subject"] != "u-2" || failed[0].After["why"] != "not bound" || failed[5].After["why"] != "disabled" {
		t.Errorf("failed: %+v", failed)
	}
}
