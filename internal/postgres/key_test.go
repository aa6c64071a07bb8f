package postgres_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/hatangso/hatangso/internal/auth"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

var officers = registry.Grants{Roles: []registry.Role{registry.OfficerRole}}

// orderOf is a program's key for the department.
func orderOf(name string) postgres.KeyOrder { return postgres.KeyOrder{Name: name, Grants: &officers} }

// bears asks who bears a key.
func (r *register) bears(secret string) (registry.Actor, error) {
	return r.db.ActorOf(r.Context(), postgres.Presented{Secret: secret, Address: "192.0.2.1", RequestID: "req-9"})
}

func TestKeys(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	make := func(order postgres.KeyOrder) (string, postgres.APIKey) {
		t.Helper()
		secret, key, err := r.db.CreateKey(t.Context(), tester, order)
		if err != nil || !auth.IsKey(secret) || key.Hint != auth.HintOf(secret) || key.ID == 0 {
			t.Fatalf("%q %+v %v", secret, key, err)
		}
		return secret, key
	}
	expiring := func(name string, in time.Duration) postgres.KeyOrder {
		order := orderOf(name)
		order.Expires = ptr(time.Now().Add(in))
		return order
	}
	qgis, _ := make(orderOf("qgis"))
	soon, _ := make(expiring("soon", time.Hour))
	gone, _ := make(expiring("gone", -time.Second))
	revoked, ended := make(orderOf("revoked"))
	if err := r.db.RevokeKey(t.Context(), tester, ended.ID); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, secret, actor string
	}{
		{"in force", qgis, "key:qgis"}, {"in force for an hour", soon, "key:soon"}, {"expired", gone, ""}, {"revoked", revoked, ""},
		{"made up", auth.NewKey().Secret, ""}, {"mistyped", qgis + "x", ""}, {"empty", "", ""},
	} {
		who, err := r.bears(c.secret)
		if c.actor == "" {
			if registry.CodeOf(err) != registry.CodeUnauthorized || who.Writes() {
				t.Errorf("%s: %+v, %v", c.name, who, err)
			}
			continue
		}
		if err != nil || who.Name != c.actor || !who.Writes() || who.Key == nil {
			t.Errorf("%s: %+v, %v", c.name, who, err)
		}
		_, _, err = r.db.CreateKey(t.Context(), who, orderOf("another"))
		wantCode(t, err, registry.CodeForbidden) // a key makes no key
		wantCode(t, r.db.RevokeKey(t.Context(), who, ended.ID-1), registry.CodeForbidden)
		if _, err := r.db.Keys(t.Context(), who); registry.CodeOf(err) != registry.CodeForbidden {
			t.Errorf("a key lists keys: %v", err)
		}
	}
	for _, c := range []struct {
		who   registry.Actor
		order postgres.KeyOrder
		want  registry.Code
	}{
		{tester, orderOf("qgis"), registry.CodeConflict},
		{tester, orderOf(""), registry.CodeInvalid},
		{tester, orderOf(" x"), registry.CodeInvalid},
		{registry.Anonymous, orderOf("x"), registry.CodeUnauthorized},
		{tester, postgres.KeyOrder{Name: "x", Grants: &registry.Grants{Roles: []registry.Role{registry.FilerRole}}}, registry.CodeInvalid},
		{tester, postgres.KeyOrder{Name: "x", Grants: &registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "Nobody"}}, registry.CodeInvalid},
		{tester, postgres.KeyOrder{Name: "x", Grants: &officers, Scope: registry.Scope{Nouns: []string{"sites"}}}, registry.CodeInvalid},
	} {
		_, _, err := r.db.CreateKey(t.Context(), c.who, c.order)
		wantCode(t, err, c.want)
	}
	wantCode(t, r.db.RevokeKey(t.Context(), tester, ended.ID), registry.CodeNotFound)
	wantCode(t, r.db.RevokeKey(t.Context(), registry.Anonymous, ended.ID), registry.CodeUnauthorized)
	keys, err := r.db.Keys(t.Context(), tester)
	if err != nil || len(keys) != 4 || keys[0].Name != "revoked" || keys[0].RevokedAt == nil || keys[3].ExpiresAt != nil {
		t.Errorf("%+v, %v", keys, err)
	}
	log := r.changes("api_key", ended.ID)
	if len(log) != 2 || log[0].Op != "create" || log[1].After["revoked_at"] == nil || log[0].Actor != "tester" {
		t.Errorf("who made and revoked a key: %+v", log)
	}
	if n := one[int](r, `SELECT count(*) FROM change WHERE after::text LIKE '%hash%'`); n != 0 {
		t.Error("the log holds hashes")
	}
	if n := one[int](r, `SELECT count(*) FROM api_key WHERE position(convert_to($1, 'UTF8') IN hash) > 0`, qgis); n != 0 {
		t.Error("a key is kept in the clear")
	}
}

// People have keys of their own, see and end no other's, and give away nothing
// they have not got.
func TestOwnKeys(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel", "VNPT")
	person := func(login string, role registry.Role, organization string) registry.Actor {
		a, err := r.db.CreateAccount(t.Context(), tester, postgres.Account{Login: login, Name: login, Roles: []registry.Role{role}, Organization: organization})
		if err != nil {
			t.Fatal(err)
		}
		return registry.Actor{Name: "user:" + login, Grants: a.Grants()}
	}
	an, binh, auditor := person("an", registry.FilerRole, "Viettel"), person("binh", registry.FilerRole, "Viettel"), person("giam.sat", registry.AuditorRole, "")
	_, _, err := r.db.CreateKey(t.Context(), tester, orderOf("so"))
	if err != nil {
		t.Fatal(err)
	}
	var ids []int64
	secrets := map[string]string{}
	for _, who := range []registry.Actor{an, binh, auditor} {
		secret, key, err := r.db.CreateKey(t.Context(), who, postgres.KeyOrder{Name: "của " + who.Name, Scope: registry.Scope{ReadOnly: true}})
		if err != nil || *key.Holder != who.Name {
			t.Fatalf("%s: %+v, %v", who.Name, key, err)
		}
		bearer, err := r.bears(secret)
		if err != nil || bearer.Organization != who.Organization || !slices.Equal(bearer.Roles, who.Roles) || !bearer.Key.ReadOnly {
			t.Errorf("%s's key bears %+v, %v", who.Name, bearer, err)
		}
		ids, secrets[who.Name] = append(ids, key.ID), secret
	}
	_, _, err = r.db.CreateKey(t.Context(), an, orderOf("x"))
	wantCode(t, err, registry.CodeForbidden) // a filer makes no officer
	for i, who := range []registry.Actor{an, binh, auditor} {
		keys, err := r.db.Keys(t.Context(), who)
		if err != nil || len(keys) != 1 || keys[0].ID != ids[i] {
			t.Errorf("%s sees %+v, %v", who.Name, keys, err)
		}
		wantCode(t, r.db.RevokeKey(t.Context(), who, ids[(i+1)%3]), registry.CodeNotFound)
	}
	if keys, err := r.db.Keys(t.Context(), tester); err != nil || len(keys) != 4 {
		t.Errorf("the administrator sees %+v, %v", keys, err)
	}
	if err := r.db.RevokeKey(t.Context(), auditor, ids[2]); err != nil {
		t.Error(err)
	}
	// a key follows its holder, and goes with them
	if err := r.tryExec(`UPDATE account SET grants = '{"roles": ["filer"], "organization": "VNPT"}' WHERE login = 'an'`); err != nil {
		t.Fatal(err)
	}
	if who, err := r.bears(secrets["user:an"]); err != nil || who.Organization != "VNPT" || !who.Key.ReadOnly {
		t.Errorf("after the holder has moved the key bears %+v, %v", who, err)
	}
	if err := r.tryExec(`UPDATE account SET disabled_at = now() WHERE login = 'an'`); err != nil {
		t.Fatal(err)
	}
	if who, err := r.bears(secrets["user:an"]); registry.CodeOf(err) != registry.CodeUnauthorized {
		t.Errorf("after the holder is gone the key bears %+v, %v", who, err)
	}
	// in the database itself: a row of one's own makes no row of somebody else's
	conn, err := r.db.ConnFor(t.Context(), an)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Release()
	for _, crime := range []string{`UPDATE api_key SET holder = 'user:binh'`, `INSERT INTO api_key (name, hash, holder) VALUES ('y', '\x01', 'user:binh')`,
		`INSERT INTO api_key (name, hash) VALUES ('y', '\x01')`, `DELETE FROM api_key`} {
		if _, err := conn.Exec(t.Context(), `SELECT set_config('hatangso.actor', 'user:an', false)`); err != nil {
			t.Fatal(err)
		}
		if _, err := conn.Exec(t.Context(), crime); sqlState(err) != "42501" {
			t.Errorf("%s: %v", crime, err)
		}
	}
}

// What is done with keys is in the log: the first use of a day, and refusals,
// of which a flood writes few.
func TestKeyEvents(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	secret, key, err := r.db.CreateKey(t.Context(), tester, orderOf("qgis"))
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if _, err := r.bears(secret); err != nil {
			t.Fatal(err)
		}
	}
	for len(r.events(postgres.EventKeyUsed)) == 0 { // until the test's deadline
		time.Sleep(time.Millisecond)
	}
	if used := r.events(postgres.EventKeyUsed); len(used) != 1 || used[0].Actor != "key:qgis" || used[0].After["address"] != "192.0.2.1" || used[0].RequestID != "req-9" {
		t.Errorf("used: %+v", used)
	}
	keys, err := r.db.Keys(t.Context(), tester)
	if err != nil || keys[0].LastUsedAt == nil || time.Since(*keys[0].LastUsedAt) > time.Minute {
		t.Errorf("%+v, %v", keys, err)
	}
	if n := one[int](r, `SELECT version FROM api_key`); n != 1 {
		t.Errorf("use makes version %d", n)
	}
	for i, used := range []struct {
		ago    string
		events int
	}{{"30 seconds", 1}, {"2 days", 2}} {
		if err := r.tryExec(`UPDATE api_key SET last_used_at = now() - $1::interval`, used.ago); err != nil {
			t.Fatal(err)
		}
		if err := r.tryExec(`SELECT use_key($1, 'key:qgis', NULL, 'r', '{}')`, key.ID); err != nil {
			t.Fatal(err)
		}
		if n := len(r.events(postgres.EventKeyUsed)); n != used.events {
			t.Errorf("%d: %d events", i, n)
		}
	}
	if err := r.db.RevokeKey(t.Context(), tester, key.ID); err != nil {
		t.Fatal(err)
	}
	for range 500 {
		if _, err := r.bears(secret); err == nil {
			t.Fatal("a revoked key opens")
		}
	}
	refused := r.events(postgres.EventKeyRefused)
	if len(refused) != 1 || refused[0].After["why"] != "revoked" || refused[0].After["hint"] != key.Hint || refused[0].After["key"] != "qgis" {
		t.Errorf("refused: %+v", refused)
	}
	for i := range 500 {
		_, err := r.db.ActorOf(t.Context(), postgres.Presented{Secret: auth.NewKey().Secret, Address: fmt.Sprint("192.0.2.", i)})
		wantCode(t, err, registry.CodeUnauthorized)
	}
	if n := len(r.events(postgres.EventKeyRefused)); n < 50 || n > 200 {
		t.Errorf("a flood from many addresses writes %d events", n)
	}
	if n := one[int](r, `SELECT count(*) FROM change WHERE after::text LIKE '%' || $1 || '%'`, secret[13:]); n != 0 {
		t.Error("the log holds a key")
	}
}
