package httpapi_test

import (
	"encoding/base64"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/hatangso/hatangso/internal/auth"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// reader makes a key that only reads.
func (s *server) reader(t *testing.T, name string) string {
	t.Helper()
	secret, _, err := s.db.CreateKey(t.Context(), registry.Command("test", "", ""), postgres.KeyOrder{Name: name,
		Grants: &registry.Grants{Roles: []registry.Role{registry.OfficerRole}}, Scope: registry.Scope{ReadOnly: true}})
	if err != nil {
		t.Fatal(err)
	}
	return secret
}

// events gives what the log has of security events of a kind.
func (s *server) events(t *testing.T, event string) (details []map[string]any) {
	t.Helper()
	rows, err := s.sql.Query(t.Context(), `SELECT after FROM change WHERE op = 'event' AND noun = $1 ORDER BY seq`, event)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var d map[string]any
		if err := rows.Scan(&d); err != nil {
			t.Fatal(err)
		}
		details = append(details, d)
	}
	return details
}

// A key opens as Bearer, as the password of Basic, and in the address when it
// only reads.
func TestWaysToSendAKey(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c := s.as(t).with("X-Forwarded-For", "203.0.113.9").with("Authorization", "") // from elsewhere: reading is not free
	reader := s.reader(t, "qgis")
	basic := func(user, password string) string {
		return "Basic " + base64.StdEncoding.EncodeToString([]byte(user+":"+password))
	}
	for _, x := range []struct {
		query, header string
		want          int
	}{
		{"", "", 401}, {"", "Bearer " + s.key, 200}, {"", "bearer " + s.key, 200}, {"", basic("qgis", s.key), 200}, {"", basic("", reader), 200},
		{"", basic(s.key, ""), 401}, {"", "Digest " + s.key, 401}, {"", basic("qgis", "wrong"), 401},
		{"?key=" + reader, "", 200}, {"?limit=5&key=" + reader, "", 200}, {"?key=%68" + reader[1:], "", 200}, {"?key=", "Bearer " + s.key, 200},
		{"?key=" + s.key, "", 401}, {"?key=wrong", "", 401}, {"?key=" + reader + "&key=" + reader, "", 401}, {"?KEY=" + reader, "", 401},
		{"?token=" + reader, "", 401}, {"?key=" + reader, "Bearer " + s.key, 401}, {"?x;key=" + reader, "", 401},
	} {
		a := c.with("Authorization", x.header).do(http.MethodGet, "/api/v1/sites"+x.query, nil)
		if a.status != x.want {
			t.Errorf("%q, %q gives %d: %s", x.query, x.header, a.status, a.body)
		}
		if got := a.header.Values("WWW-Authenticate"); x.want == 401 && (len(got) != 2 || !strings.HasPrefix(got[0], "Bearer ") || !strings.HasPrefix(got[1], "Basic ")) {
			t.Errorf("%q: a client is told of %q", x.query, got)
		}
	}
	c.do(http.MethodPost, "/api/v1/sites?key="+reader, record{"code": "A", "geometry": point(106, 20)}).refused(http.StatusForbidden)
	// a browser is not told of Basic, or it would ask for a password by itself
	if got := c.with("Sec-Fetch-Mode", "cors").do(http.MethodGet, "/api/v1/sites", nil).header.Values("WWW-Authenticate"); len(got) != 1 {
		t.Errorf("a browser is told of %q", got)
	}
	said := c.do(http.MethodGet, "/api/v1/sites?key="+s.key, nil).refused(http.StatusUnauthorized)
	if !strings.Contains(said.Detail, "thu hồi") || strings.Contains(said.Detail, s.key) {
		t.Errorf("a key that writes, in an address: %q", said.Detail)
	}
	found := false
	for _, e := range s.events(t, postgres.EventKeyRefused) {
		found = found || e["why"] == "in URL" && e["hint"] == auth.HintOf(s.key) && e["key"] == "tester"
	}
	if !found {
		t.Errorf("the log has %v", s.events(t, postgres.EventKeyRefused))
	}
}

// A key in an address is told to nobody: no log, no metric, no problem, no link
// and no file has it.
func TestKeyInAnAddressStaysThere(t *testing.T) {
	t.Parallel()
	s := serve(t)
	owner := s.as(t)
	for _, code := range []string{"A", "B"} {
		owner.create("sites", record{"code": code, "geometry": point(106, 20)})
	}
	reader := s.reader(t, "qgis")
	c := owner.with("Authorization", "").with("X-Forwarded-For", "203.0.113.9").with("Referer", "http://example.vn/?key="+reader)
	var said []string
	for _, path := range []string{
		"/api/v1/sites?limit=1&key=" + reader, "/api/v1/changes?key=" + reader + "&limit=1", "/api/v1/export/sites.geojson?key=" + reader,
		"/api/v1/export/sites.csv?key=" + reader, "/api/v1/export/network.ofds.json?key=" + reader, "/api/v1/sites?limit=x&key=" + reader,
		"/api/v1/sites?a;key=" + reader + "&limit=%zz", "/nowhere?key=" + reader, "/api/v1/sites?key=" + s.key, "/metrics?key=" + reader,
		"/api/v1/sites/1?apikey=" + reader, "/api/v1/sites?q=" + url.QueryEscape(reader), "/api/v1/lookup?coordinates=" + reader,
	} {
		request := c.request(http.MethodGet, path, nil)
		out, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		if err := out.Header.Write(&b); err != nil {
			t.Fatal(err)
		}
		a := answer{tb: t, status: out.StatusCode, header: out.Header}
		if a.body, err = readAll(out); err != nil {
			t.Fatal(err)
		}
		said = append(said, b.String()+string(a.body))
		if out.Header.Get("Referrer-Policy") != "no-referrer" {
			t.Errorf("%s: Referrer-Policy %q", path, out.Header.Get("Referrer-Policy"))
		}
	}
	page := owner.with("Authorization", "").do(http.MethodGet, "/api/v1/sites?limit=1&key="+reader, nil).want(http.StatusOK)
	var list struct{ Next string }
	page.read(&list)
	if !strings.HasPrefix(list.Next, "/api/v1/sites?cursor=") {
		t.Errorf("next is %q", list.Next)
	}
	said = append(said, s.log.String(), string(owner.do(http.MethodGet, "/metrics", nil).body))
	for _, text := range said {
		for _, key := range []string{reader, s.key} {
			if strings.Contains(text, key[len(auth.KeyPrefix)+4:]) {
				t.Errorf("the key is told: %.400s", text)
			}
		}
	}
	var told int
	if err := s.sql.QueryRow(t.Context(), `SELECT count(*) FROM change WHERE after::text LIKE '%' || $1 || '%'`, reader).Scan(&told); err != nil || told > 0 {
		t.Errorf("%d entries of the change log have the key (%v)", told, err)
	}
}

// People keep their own keys with the session they have signed in with, an
// administrator everybody's, and a key none.
func TestKeysOverHTTP(t *testing.T) {
	t.Parallel()
	s := serve(t)
	s.as(t).create("organizations", record{"code": "Viettel", "name": "Viettel"})
	s.account(t, "hoa", registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "Viettel"})
	s.account(t, "admin", registry.Grants{Roles: []registry.Role{registry.AdminRole}})
	hoa, admin := s.browser(t, s.session(t, "hoa")), s.browser(t, s.session(t, "admin"))
	keysOf := func(c client) (names string) {
		var list struct{ Items []record }
		c.do(http.MethodGet, "/api/v1/keys", nil).want(http.StatusOK).read(&list)
		for _, k := range list.Items {
			names += k["name"].(string) + " "
		}
		return names
	}
	make := func(c client, order record) (secret, path string) {
		t.Helper()
		a := c.do(http.MethodPost, "/api/v1/keys", order).want(http.StatusCreated)
		if a.header.Get("Cache-Control") != "no-store" {
			t.Error("the answer with a key may be stored")
		}
		return a.record()["secret"].(string), a.header.Get("Location")
	}
	secret, own := make(hoa, record{"name": "QGIS của Hòa", "read_only": true, "nouns": []string{"site"}, "expires_at": "2999-01-01T00:00:00Z"})
	_, programs := make(admin, record{"name": "viettel", "roles": []string{"filer"}, "organization": "Viettel"})
	if got := keysOf(hoa); got != "QGIS của Hòa " {
		t.Errorf("Hòa sees %s", got)
	}
	if got := keysOf(admin); got != "viettel QGIS của Hòa tester " {
		t.Errorf("the administrator sees %s", got)
	}
	with := hoa.with("Cookie", "").with("Authorization", "Bearer "+secret)
	with.do(http.MethodGet, "/api/v1/sites", nil).want(http.StatusOK)
	with.do(http.MethodGet, "/api/v1/keys", nil).refused(http.StatusForbidden)
	with.do(http.MethodPost, "/api/v1/keys", record{"name": "x"}).refused(http.StatusForbidden)
	with.do(http.MethodDelete, own, nil).refused(http.StatusForbidden)
	hoa.with("Cookie", "").do(http.MethodPost, "/api/v1/keys", record{"name": "x"}).refused(http.StatusUnauthorized)
	hoa.do(http.MethodPost, "/api/v1/keys", record{"name": "x", "roles": []string{"admin"}}).refused(http.StatusForbidden)
	hoa.do(http.MethodPost, "/api/v1/keys", record{"name": "QGIS của Hòa"}).refused(http.StatusConflict)
	hoa.do(http.MethodPost, "/api/v1/keys", record{"name": "", "expires_at": "2001-01-01T00:00:00Z"}).refused(http.StatusUnprocessableEntity, "key.expires expires_at")
	hoa.do(http.MethodPost, "/api/v1/keys", record{"name": "x", "organization": "VNPT"}).refused(http.StatusUnprocessableEntity, "key.own roles")
	hoa.do(http.MethodPost, "/api/v1/keys", record{"name": "", "nouns": []string{"tree"}}).refused(http.StatusUnprocessableEntity, "key.name name", "key.noun nouns")
	hoa.do(http.MethodPost, "/api/v1/keys", record{"name": "x", "secret": "y"}).refused(http.StatusUnprocessableEntity, "field.unknown secret")
	// a page of another site makes no key
	hoa.with("Origin", "https://evil.example").do(http.MethodPost, "/api/v1/keys", record{"name": "x"}).refused(http.StatusForbidden)
	hoa.do(http.MethodDelete, programs, nil).refused(http.StatusNotFound)
	hoa.do(http.MethodDelete, own, nil).want(http.StatusNoContent)
	hoa.do(http.MethodDelete, own, nil).refused(http.StatusNotFound)
	with.do(http.MethodGet, "/api/v1/sites", nil).refused(http.StatusUnauthorized)
	admin.do(http.MethodDelete, programs, nil).want(http.StatusNoContent)
}
