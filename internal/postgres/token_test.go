package postgres_test

import (
	"testing"
	"time"

	"github.com/hatangso/hatangso/internal/registry"
)

var officers = registry.Grants{Roles: []registry.Role{registry.OfficerRole}}

func TestTokens(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	make := func(name string, expires *time.Time) string {
		token, err := r.db.CreateToken(t.Context(), tester, name, officers, expires)
		if err != nil || token == "" {
			t.Fatal(err)
		}
		return token
	}
	qgis, soon, gone := make("qgis", nil), make("soon", ptr(time.Now().Add(time.Hour))), make("gone", ptr(time.Now().Add(-time.Second)))
	revoked := make("revoked", nil)
	if err := r.db.RevokeToken(t.Context(), tester, "revoked"); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, token, actor string
	}{
		{"in force", qgis, "token:qgis"}, {"in force for an hour", soon, "token:soon"}, {"expired", gone, ""}, {"revoked", revoked, ""},
		{"made up", qgis + "x", ""}, {"empty", "", ""},
	} {
		who, err := r.db.ActorOf(t.Context(), c.token)
		if c.actor == "" {
			if registry.CodeOf(err) != registry.CodeUnauthorized || who.Writes() {
				t.Errorf("%s: %+v, %v", c.name, who, err)
			}
			continue
		}
		if err != nil || who.Name != c.actor || !who.Writes() {
			t.Errorf("%s: %+v, %v", c.name, who, err)
		}
	}
	_, err := r.db.CreateToken(t.Context(), tester, "qgis", officers, nil)
	wantCode(t, err, registry.CodeConflict)
	_, err = r.db.CreateToken(t.Context(), tester, "", officers, nil)
	wantCode(t, err, registry.CodeInvalid)
	_, err = r.db.CreateToken(t.Context(), registry.Anonymous, "x", officers, nil)
	wantCode(t, err, registry.CodeUnauthorized)
	_, err = r.db.CreateToken(t.Context(), tester, "x", registry.Grants{Roles: []registry.Role{registry.FilerRole}}, nil)
	wantCode(t, err, registry.CodeInvalid)
	_, err = r.db.CreateToken(t.Context(), tester, "x", registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "Nobody"}, nil)
	wantCode(t, err, registry.CodeInvalid)
	wantCode(t, r.db.RevokeToken(t.Context(), tester, "revoked"), registry.CodeNotFound)
	wantCode(t, r.db.RevokeToken(t.Context(), registry.Anonymous, "qgis"), registry.CodeForbidden)
	tokens, err := r.db.Tokens(t.Context(), tester)
	if err != nil || len(tokens) != 4 || tokens[0].Name != "revoked" || tokens[0].RevokedAt == nil || tokens[3].ExpiresAt != nil {
		t.Errorf("%+v, %v", tokens, err)
	}
	log := r.changes("token", 4)
	if len(log) != 2 || log[0].Op != "create" || log[1].After["revoked_at"] == nil || log[0].Actor != "tester" {
		t.Errorf("who made and revoked a token: %+v", log)
	}
	if n := one[int](r, `SELECT count(*) FROM change WHERE after::text LIKE '%hash%'`); n != 0 {
		t.Error("the log holds hashes")
	}
	if n := one[int](r, `SELECT count(*) FROM token WHERE position(convert_to($1, 'UTF8') IN hash) > 0`, qgis); n != 0 {
		t.Error("a token is kept in the clear")
	}
}
