package httpapi_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/hatangso/hatangso/internal/httpapi"
	"github.com/hatangso/hatangso/internal/registry"
)

// An administrator makes an account, hands over a link, changes and disables it,
// and nobody else does.
func TestAccountsOverHTTP(t *testing.T) {
	t.Parallel()
	s := serveWith(t, httpapi.Options{PublicURL: &url.URL{Scheme: "http", Host: "hatang.example.vn"}})
	s.as(t).create("organizations", record{"code": "VTL", "name": "Viettel"})
	s.account(t, "admin", registry.Grants{Roles: []registry.Role{registry.AdminRole}})
	s.account(t, "officer", registry.Grants{Roles: []registry.Role{registry.OfficerRole}})
	admin, officer := s.browser(t, s.session(t, "admin")), s.browser(t, s.session(t, "officer"))

	order := record{"login": "Hoa@Example.vn", "name": "Nguyễn Thị Hòa", "roles": []string{"filer"}, "organization": "VTL"}
	made := admin.with("X-Change-Reason", "nhan vien moi").do(http.MethodPost, "/api/v1/accounts", order).want(http.StatusCreated)
	account := made.record()
	path := made.header.Get("Location")
	if account["login"] != "hoa@example.vn" || account["has_password"] != false || path != fmt.Sprintf("/api/v1/accounts/%d", account.id()) || made.header.Get("ETag") != account.etag("account") {
		t.Fatalf("made %v at %s", account, path)
	}
	admin.do(http.MethodPost, "/api/v1/accounts", order).refused(http.StatusConflict)
	admin.do(http.MethodPost, "/api/v1/accounts", record{"name": "X"}).refused(http.StatusUnprocessableEntity, "required login")
	p := admin.do(http.MethodPost, "/api/v1/accounts", record{"login": "x y", "roles": []string{"filer", "officer"}}).
		refused(http.StatusUnprocessableEntity, "account.login login", "account.name name", "grant.sides roles", "grant.organization organization")
	if p.Faults[0].Pointer != "/login" {
		t.Errorf("pointer %q", p.Faults[0].Pointer)
	}
	admin.do(http.MethodPost, "/api/v1/accounts", record{"login": "xy", "name": "X", "roles": []string{"officer"}, "grants": record{"key": record{}}}).
		refused(http.StatusUnprocessableEntity, "field.unknown grants")

	// the link, and what it opens
	reset := admin.do(http.MethodPost, path+"/reset", nil).want(http.StatusCreated)
	var link struct {
		Link      string
		ExpiresAt time.Time `json:"expires_at"`
	}
	reset.read(&link)
	token, ok := strings.CutPrefix(link.Link, "http://hatang.example.vn/set-password#token=")
	if !ok || reset.header.Get("Cache-Control") != "no-store" || time.Until(link.ExpiresAt) < 23*time.Hour {
		t.Fatalf("the link: %+v", link)
	}
	nobody := s.browser(t, "")
	nobody.do(http.MethodPost, "/api/v1/password", record{"token": token, "password": phrase}).want(http.StatusNoContent)
	hoa := s.browser(t, s.session(t, "hoa@example.vn"))
	hoa.do(http.MethodGet, "/api/v1/poles", nil).want(http.StatusOK)

	// nobody else's to keep
	for name, c := range map[string]client{"an officer": officer, "a filer": hoa, "a key": s.as(t), "nobody, here": nobody, "nobody, there": nobody.with("X-Forwarded-For", "203.0.113.9")} {
		for _, r := range []struct {
			method, path string
			body         any
		}{{http.MethodGet, "/api/v1/accounts", nil}, {http.MethodGet, path, nil}, {http.MethodPost, "/api/v1/accounts", order},
			{http.MethodPatch, path, record{"name": "X"}}, {http.MethodPost, path + "/reset", nil}} {
			a := c.with("If-Match", account.etag("account")).do(r.method, r.path, r.body)
			if a.status != http.StatusForbidden && a.status != http.StatusUnauthorized {
				t.Errorf("%s: %s %s gives %d", name, r.method, r.path, a.status)
			}
		}
	}
	hoa.do(http.MethodGet, "/api/v1/poles", nil).want(http.StatusOK) // the refused reset ended nothing

	// changes ask for the version that was read
	now := admin.do(http.MethodGet, path, nil).want(http.StatusOK).record()
	if now["has_password"] != true || now["last_used_at"] == nil || now["organization"] != "VTL" {
		t.Errorf("now %v", now)
	}
	admin.do(http.MethodPatch, path, record{"name": "Hòa"}).refused(http.StatusPreconditionRequired)
	admin.with("If-Match", `"account-1-1"`).do(http.MethodPatch, path, record{"name": "Hòa"}).refused(http.StatusPreconditionFailed) // another's
	if p := admin.with("If-Match", fmt.Sprintf(`"account-%d-99"`, account.id())).do(http.MethodPatch, path, record{"name": "Hòa"}).
		refused(http.StatusPreconditionFailed); p.Current["login"] != "hoa@example.vn" {
		t.Errorf("the stored one is %+v", p.Current)
	}
	tagged := admin.with("If-Match", now.etag("account"))
	tagged.do(http.MethodPatch, path, record{"login": "lan"}).refused(http.StatusUnprocessableEntity, "field.read-only login")
	tagged.do(http.MethodPatch, path, record{"roles": []string{"admin"}}).refused(http.StatusUnprocessableEntity, "grant.organization organization")
	changed := tagged.do(http.MethodPatch, path, record{"name": "Hòa", "disabled": true}).want(http.StatusOK).record()
	if changed["name"] != "Hòa" || changed["disabled"] != true {
		t.Errorf("changed to %v", changed)
	}
	hoa.do(http.MethodGet, "/api/v1/poles", nil).refused(http.StatusUnauthorized) // at once
	nobody.do(http.MethodPost, "/api/v1/session", record{"login": "hoa@example.vn", "password": phrase}).refused(http.StatusUnauthorized)
	admin.do(http.MethodPost, path+"/reset", nil).refused(http.StatusConflict)
	admin.with("If-Match", changed.etag("account")).do(http.MethodPatch, path, record{"disabled": false}).want(http.StatusOK)
	hoa.do(http.MethodGet, "/api/v1/poles", nil).refused(http.StatusUnauthorized) // what ended does not come back
	nobody.do(http.MethodPost, "/api/v1/session", record{"login": "hoa@example.vn", "password": phrase}).want(http.StatusOK)

	var logins []string
	for _, a := range admin.list("/api/v1/accounts?limit=2") {
		logins = append(logins, a["login"].(string))
	}
	if got := strings.Join(logins, " "); got != "admin officer hoa@example.vn" {
		t.Errorf("the accounts are %s", got)
	}
	admin.do(http.MethodGet, "/api/v1/accounts/999", nil).refused(http.StatusNotFound)
	admin.do(http.MethodPost, "/api/v1/accounts/999/reset", nil).refused(http.StatusNotFound)

	var reason string
	if err := s.sql.QueryRow(t.Context(), `SELECT reason FROM change WHERE noun = 'account' AND record_id = $1 AND op = 'create' AND actor = 'user:admin'`, account.id()).Scan(&reason); err != nil || reason != "nhan vien moi" {
		t.Errorf("made because %q, %v", reason, err)
	}
	for _, secret := range []string{token, phrase, "argon2id"} {
		var n int
		if err := s.sql.QueryRow(t.Context(), `SELECT count(*) FROM change c WHERE position($1 IN c::text) > 0`, secret).Scan(&n); err != nil || n > 0 || strings.Contains(s.log.String(), secret) {
			t.Errorf("a log holds %q (%v)", secret, err)
		}
	}
}
