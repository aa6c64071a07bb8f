package httpapi_test

import (
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/hatangso/hatangso/internal/httpapi"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// phrase is everybody's password.
const phrase = "trăng lên trên đỉnh núi"

var here = postgres.Visitor{Address: netip.MustParseAddr("127.0.0.1")}

// account makes an account that signs in with phrase.
func (s *server) account(t *testing.T, login string, grants registry.Grants) postgres.Account {
	t.Helper()
	ctx, console := t.Context(), registry.Command("test", "", "")
	a, err := s.db.CreateAccount(ctx, console, postgres.Account{Login: login, Name: "Nguyễn Thị Hòa", Roles: grants.Roles, Organization: grants.Organization, Units: grants.Units})
	if err != nil {
		t.Fatal(err)
	}
	token, _, err := s.db.IssueReset(ctx, console, a.ID)
	if err == nil {
		err = s.db.ResetPassword(ctx, here, token, phrase)
	}
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// session signs an account in and gives the cookie, as name=value.
func (s *server) session(t *testing.T, login string) string {
	t.Helper()
	id, err := s.db.SignIn(t.Context(), here, login, phrase)
	if err != nil {
		t.Fatal(err)
	}
	return "hatangso_session=" + id
}

// browser gives a client that holds a cookie, "" for none, and asks from our own page.
func (s *server) browser(t tb, cookie string) client {
	return client{t, s, http.Header{}}.with("Cookie", cookie).with("Origin", s.url)
}

// cookie gives the session's cookie an answer sets; ended says that it takes it away.
func (a answer) cookie() (cookie string, ended bool) {
	a.Helper()
	for _, c := range (&http.Response{Header: a.header}).Cookies() {
		if strings.HasSuffix(c.Name, "hatangso_session") {
			return c.Name + "=" + c.Value, c.MaxAge < 0
		}
	}
	return "", false
}

// whoami is what the session's path answers.
type whoami struct {
	SignedIn     bool `json:"signed_in"`
	Actor        string
	Login, Name  *string
	Roles        []string
	Organization *string
	Units        []struct{ Code, Name string }
	ExpiresAt    *time.Time `json:"expires_at"`
}

func (a answer) who() (w whoami) {
	a.Helper()
	a.want(http.StatusOK).read(&w)
	return w
}

func TestSessionOverHTTP(t *testing.T) {
	t.Parallel()
	s := serve(t)
	s.as(t).create("organizations", record{"code": "VTL", "name": "Viettel"})
	unit := s.as(t).create("units", record{"level": "commune", "code": "10525", "name": "Phường Gần", "geometry": square(105.8, 21, 0.5)})
	s.account(t, "hoa@example.vn", registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "VTL"})
	s.account(t, "lan", registry.Grants{Roles: []registry.Role{registry.LocalRole}, Units: []int64{unit.id()}})
	nobody := s.browser(t, "")

	if w := nobody.do(http.MethodGet, "/api/v1/session", nil).who(); w.SignedIn || w.Actor != "anonymous" || w.Login != nil || len(w.Roles) != 0 || w.ExpiresAt != nil {
		t.Errorf("nobody is %+v", w)
	}
	in := nobody.do(http.MethodPost, "/api/v1/session", record{"login": " Hoa@Example.vn", "password": phrase})
	w := in.who()
	if !w.SignedIn || *w.Login != "hoa@example.vn" || *w.Name != "Nguyễn Thị Hòa" || *w.Organization != "VTL" || strings.Join(w.Roles, " ") != "filer" ||
		time.Until(*w.ExpiresAt) < 11*time.Hour || w.Actor != "user:hoa@example.vn" {
		t.Errorf("signed in as %+v", w)
	}
	set := in.header.Get("Set-Cookie")
	if !strings.Contains(set, "HttpOnly") || !strings.Contains(set, "SameSite=Lax") || strings.Contains(set, "Secure") || in.header.Get("Cache-Control") != "no-store" {
		t.Errorf("the cookie: %s", set)
	}
	cookie, _ := in.cookie()
	hoa := s.browser(t, cookie)
	if w := hoa.do(http.MethodGet, "/api/v1/session", nil).who(); *w.Login != "hoa@example.vn" {
		t.Errorf("who am I: %+v", w)
	}
	if w := s.as(t).do(http.MethodGet, "/api/v1/session", nil).who(); !w.SignedIn || w.Actor != "key:tester" || w.Login != nil {
		t.Errorf("a key is %+v", w)
	}
	if w := s.browser(t, s.session(t, "lan")).do(http.MethodGet, "/api/v1/session", nil).who(); len(w.Units) != 1 || w.Units[0].Code != "10525" || w.Units[0].Name != "Phường Gần" {
		t.Errorf("local staff: %+v", w)
	}

	// signing in again is a new session, and the browser's old one ends
	again, _ := hoa.do(http.MethodPost, "/api/v1/session", record{"login": "hoa@example.vn", "password": phrase}).want(http.StatusOK).cookie()
	if again == cookie || again == "" {
		t.Errorf("the same session again")
	}
	hoa.do(http.MethodGet, "/api/v1/sites", nil).refused(http.StatusUnauthorized)
	hoa = s.browser(t, again)
	if _, ended := hoa.do(http.MethodDelete, "/api/v1/session", nil).want(http.StatusNoContent).cookie(); !ended {
		t.Error("the cookie stays")
	}
	hoa.do(http.MethodGet, "/api/v1/sites", nil).refused(http.StatusUnauthorized)
	hoa.do(http.MethodDelete, "/api/v1/session", nil).want(http.StatusNoContent)

	first, second := s.browser(t, s.session(t, "lan")), s.browser(t, s.session(t, "lan"))
	first.do(http.MethodDelete, "/api/v1/sessions", nil).want(http.StatusNoContent)
	for _, c := range []client{first, second} {
		a := c.do(http.MethodGet, "/api/v1/sites", nil)
		if p := a.refused(http.StatusUnauthorized); !strings.Contains(p.Detail, "đăng nhập lại") {
			t.Errorf("an ended session is told %q", p.Detail)
		}
		if _, ended := a.cookie(); !ended {
			t.Error("the cookie of an ended session stays")
		}
		if w := c.do(http.MethodGet, "/api/v1/session", nil).who(); w.SignedIn {
			t.Errorf("an ended session is %+v", w)
		}
	}
	nobody.do(http.MethodDelete, "/api/v1/sessions", nil).refused(http.StatusUnauthorized)
	s.as(t).do(http.MethodDelete, "/api/v1/sessions", nil).refused(http.StatusForbidden)
	soon(t, "the log of requests", func() bool { return strings.Contains(s.log.String(), "user:hoa@example.vn") })
	if log := s.log.String(); strings.Contains(log, phrase) || strings.Contains(log, strings.TrimPrefix(again, "hatangso_session=")) {
		t.Error("the log of requests holds a secret")
	}
}

// Whatever is wrong with a sign-in is told in the same words.
func TestSignInRefusals(t *testing.T) {
	t.Parallel()
	s := serve(t)
	s.account(t, "hoa", registry.Grants{Roles: []registry.Role{registry.OfficerRole}})
	nobody := s.browser(t, "")
	said := map[string]bool{}
	for _, login := range []string{"hoa", "nobody", "không ai"} {
		a := nobody.do(http.MethodPost, "/api/v1/session", record{"login": login, "password": "sai mật khẩu rồi"})
		said[a.refused(http.StatusUnauthorized).Detail] = true
		if cookie, _ := a.cookie(); cookie != "" {
			t.Errorf("%s gets %s", login, cookie)
		}
	}
	if len(said) != 1 {
		t.Errorf("refusals: %v", said)
	}
	nobody.do(http.MethodPost, "/api/v1/session", record{"login": "hoa"}).refused(http.StatusUnprocessableEntity, "required password")
	p := nobody.do(http.MethodPost, "/api/v1/session", record{"login": "hoa", "password": 12345, "x": "y"}).
		refused(http.StatusUnprocessableEntity, "field.type password", "field.unknown x")
	for _, f := range p.Faults {
		if f.Value != "" {
			t.Errorf("a password comes back: %+v", f)
		}
	}
	nobody.do(http.MethodPost, "/api/v1/session", strings.NewReader("login=hoa")).refused(http.StatusBadRequest, "json.syntax ")
	nobody.with("Content-Type", "application/x-www-form-urlencoded").do(http.MethodPost, "/api/v1/session", strings.NewReader("login=hoa")).refused(http.StatusUnsupportedMediaType)
	if got := s.events(t, "sign_in_failed"); len(got) != 3 || got[0]["login"] != "hoa" || got[0]["address"] != "127.0.0.1" || got[1]["login"] != nil {
		t.Errorf("noted: %v", got)
	}
}

// Who guesses waits, known or not, and is told how long.
func TestSignInIsThrottled(t *testing.T) {
	t.Parallel()
	s := serve(t)
	s.account(t, "hoa", registry.Grants{Roles: []registry.Role{registry.OfficerRole}})
	nobody := s.browser(t, "")
	for _, login := range []string{"hoa", "nobody"} {
		tries := 0
		var a answer
		for a.status != http.StatusTooManyRequests {
			if tries++; tries > 30 {
				t.Fatalf("%s: nobody stops the thirtieth guess", login)
			}
			a = nobody.do(http.MethodPost, "/api/v1/session", record{"login": strings.Repeat(" ", tries) + strings.ToUpper(login), "password": "sai mật khẩu rồi"})
		}
		a.refused(http.StatusTooManyRequests)
		if tries < 5 || a.header.Get("Retry-After") == "" || a.header.Get("Retry-After") == "0" {
			t.Errorf("%s: refused at try %d until %q", login, tries, a.header.Get("Retry-After"))
		}
	}
	// the right one waits too, or the answer would tell
	nobody.do(http.MethodPost, "/api/v1/session", record{"login": "nobody", "password": phrase}).refused(http.StatusTooManyRequests)
}

// A browser sends its cookie to us whoever makes it: a write with it comes from
// our own page, or is refused.
func TestCrossSiteWrites(t *testing.T) {
	t.Parallel()
	s := serve(t)
	s.account(t, "hoa", registry.Grants{Roles: []registry.Role{registry.OfficerRole}})
	cookie := s.session(t, "hoa")
	pole := record{"code": "C1", "geometry": point(105.8, 21)}
	bare := client{t, s, http.Header{"Cookie": {cookie}}}
	for name, c := range map[string]client{
		"another site":       bare.with("Origin", "https://evil.example"),
		"said by the fetch":  bare.with("Sec-Fetch-Site", "cross-site"),
		"another port":       bare.with("Origin", "http://127.0.0.1:1"),
		"a page without one": bare.with("Origin", "null"),
		"nothing said":       bare,
	} {
		a := c.do(http.MethodPost, "/api/v1/poles", pole)
		if a.status != http.StatusForbidden {
			t.Errorf("%s: %d %s", name, a.status, a.body)
		}
		for _, path := range []string{"/api/v1/session", "/api/v1/sessions"} {
			c.do(http.MethodDelete, path, nil).refused(http.StatusForbidden)
		}
	}
	bare.with("Sec-Fetch-Site", "same-origin").do(http.MethodPost, "/api/v1/poles", pole).want(http.StatusCreated)
	bare.with("Origin", s.url).do(http.MethodGet, "/api/v1/poles/1", nil)
	bare.do(http.MethodGet, "/api/v1/poles", nil).want(http.StatusOK)
}

// Signed in somebody sees and writes as their grants say: what an operator's key
// of the same grants does.
func TestSessionSeesAsItsKey(t *testing.T) {
	t.Parallel()
	s := serve(t)
	officer := s.as(t)
	for _, code := range []string{"VTL", "VNPT"} {
		officer.create("organizations", record{"code": code, "name": code})
		officer.create("sites", record{"code": "S-" + code, "owner": code, "disclosure": "restricted", "geometry": point(105.8, 21)})
	}
	grants := registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "VTL"}
	s.account(t, "hoa", grants)
	key, _, err := s.db.CreateKey(t.Context(), registry.Command("test", "", ""), postgres.KeyOrder{Name: "vtl", Grants: &grants})
	if err != nil {
		t.Fatal(err)
	}
	hoa := s.browser(t, s.session(t, "hoa"))
	if got, want := codesOf(hoa.list("/api/v1/sites")), codesOf(officer.with("Authorization", "Bearer "+key).list("/api/v1/sites")); got != want || got != "S-VTL" {
		t.Errorf("the session sees %q, the key %q", got, want)
	}
	made := hoa.create("poles", record{"code": "C1", "owner": "VTL", "geometry": point(105.8, 21)})
	hoa.do(http.MethodPost, "/api/v1/poles", record{"code": "C2", "owner": "VNPT", "geometry": point(105.8, 21)}).refused(http.StatusForbidden)
	for _, e := range officer.feed("/api/v1/changes?noun=poles").Items {
		if e.ID == made.id() && e.Actor != "user:hoa" {
			t.Errorf("written by %s", e.Actor)
		}
	}
}

func TestPasswordOverHTTP(t *testing.T) {
	t.Parallel()
	s := serve(t)
	a := s.account(t, "hoa", registry.Grants{Roles: []registry.Role{registry.OfficerRole}})
	const fresh = "một câu khác cũng dài"
	kept, other := s.browser(t, s.session(t, "hoa")), s.browser(t, s.session(t, "hoa"))
	set := func(c client, body record) answer { return c.do(http.MethodPost, "/api/v1/password", body) }
	nobody := s.browser(t, "")
	set(nobody, record{"old_password": phrase, "password": fresh}).refused(http.StatusUnauthorized)
	set(s.as(t), record{"old_password": phrase, "password": fresh}).refused(http.StatusForbidden)
	set(kept, record{"password": fresh}).refused(http.StatusUnprocessableEntity, "password.proof token")
	set(kept, record{"old_password": phrase, "token": "x", "password": fresh}).refused(http.StatusUnprocessableEntity, "password.proof token")
	set(kept, record{"old_password": phrase}).refused(http.StatusUnprocessableEntity, "required password")
	set(kept, record{"old_password": "sai", "password": fresh}).refused(http.StatusUnprocessableEntity, "password.old old_password")
	set(kept, record{"old_password": phrase, "password": "ngắn"}).refused(http.StatusUnprocessableEntity, "password.short password")
	set(kept, record{"old_password": phrase, "password": fresh}).want(http.StatusNoContent)
	kept.do(http.MethodGet, "/api/v1/poles", nil).want(http.StatusOK)
	other.do(http.MethodGet, "/api/v1/poles", nil).refused(http.StatusUnauthorized)

	token, _, err := s.db.IssueReset(t.Context(), registry.Command("test", "", ""), a.ID)
	if err != nil {
		t.Fatal(err)
	}
	kept.do(http.MethodGet, "/api/v1/poles", nil).refused(http.StatusUnauthorized)
	set(nobody, record{"token": token, "password": phrase}).want(http.StatusNoContent)
	set(nobody, record{"token": token, "password": phrase}).refused(http.StatusUnprocessableEntity, "reset.token token")
	nobody.do(http.MethodPost, "/api/v1/session", record{"login": "hoa", "password": phrase}).want(http.StatusOK)
	// guessing the old password from a stolen session waits as any guess does
	stolen := s.browser(t, s.session(t, "hoa"))
	var status, tries int
	for ; status != http.StatusTooManyRequests && tries < 30; tries++ {
		status = set(stolen, record{"old_password": "sai", "password": fresh}).status
	}
	if status != http.StatusTooManyRequests {
		t.Errorf("after %d guesses: %d", tries, status)
	}
}

// Behind TLS the cookie is sent by https alone and bound to the host.
func TestCookiesBehindTLS(t *testing.T) {
	t.Parallel()
	s := serveWith(t, httpapi.Options{PublicURL: &url.URL{Scheme: "https", Host: "hatang.example.vn"}})
	s.account(t, "hoa", registry.Grants{Roles: []registry.Role{registry.OfficerRole}})
	in := s.browser(t, "").with("Origin", "https://hatang.example.vn").do(http.MethodPost, "/api/v1/session", record{"login": "hoa", "password": phrase}).want(http.StatusOK)
	cookie, _ := in.cookie()
	if set := in.header.Get("Set-Cookie"); !strings.HasPrefix(set, "__Host-hatangso_session=") || !strings.Contains(set, "; Secure") || !strings.Contains(set, "Path=/;") {
		t.Errorf("the cookie: %s", set)
	}
	if w := s.browser(t, cookie).do(http.MethodGet, "/api/v1/session", nil).who(); !w.SignedIn {
		t.Error("the session is not found")
	}
	if w := s.browser(t, strings.TrimPrefix(cookie, "__Host-")).do(http.MethodGet, "/api/v1/session", nil).who(); w.SignedIn {
		t.Error("a cookie without the prefix, which any page of the domain could set, is taken")
	}
}
