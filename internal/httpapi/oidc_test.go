package httpapi_test

import (
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"
	"testing"

	"github.com/hatangso/hatangso/internal/auth"
	"github.com/hatangso/hatangso/internal/auth/provider"
	"github.com/hatangso/hatangso/internal/httpapi"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// signsElsewhere serves a register whose people sign in with a provider.
func signsElsewhere(t *testing.T, p *provider.Provider) *server {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	public := &url.URL{Scheme: "http", Host: l.Addr().String()}
	s := serveWith(t, httpapi.Options{PublicURL: public, OIDC: &auth.OIDCConfig{Issuer: p.URL, ClientID: provider.ClientID, ClientSecret: provider.ClientSecret}})
	outer := &http.Server{Handler: s.Handler()}
	go outer.Serve(l)
	t.Cleanup(func() { outer.Close() })
	s.url = public.String()
	return s
}

// surfer is a browser with its cookies. It goes where it is sent, but not to the
// map, which is not built here.
func surfer(t *testing.T) *http.Client {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &http.Client{Jar: jar, CheckRedirect: func(r *http.Request, _ []*http.Request) error {
		if r.URL.Path == "/" {
			return http.ErrUseLastResponse
		}
		return nil
	}}
}

func visit(t *testing.T, browser *http.Client, address string) (status int, location, page string) {
	t.Helper()
	response, err := browser.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	b, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, response.Header.Get("Location"), string(b)
}

// From the button to the map and back out, with a real provider.
func TestSignInElsewhere(t *testing.T) {
	t.Parallel()
	p := provider.Start(t)
	s := signsElsewhere(t, p)
	browser := surfer(t)
	if _, _, page := visit(t, browser, s.url+"/sign-in"); !strings.Contains(page, `href="/auth/oidc"`) {
		t.Error("the page has no button")
	}
	// nobody has bound them yet
	status, _, page := visit(t, browser, s.url+"/auth/oidc")
	if status != http.StatusForbidden || !strings.Contains(page, "Chưa có tài khoản nào gắn với bạn") || !strings.Contains(page, `role="alert"`) {
		t.Errorf("a stranger gets %d %s", status, page)
	}
	if got := s.events(t, postgres.EventSignInFailed); len(got) != 1 || got[0]["subject"] != "u-1042" || got[0]["email"] != "hoa.nguyen@example.vn" {
		t.Errorf("noted: %v", got)
	}
	s.account(t, "hoa.nguyen@example.vn", registry.Grants{Roles: []registry.Role{registry.OfficerRole}})
	status, location, _ := visit(t, browser, s.url+"/auth/oidc")
	if status != http.StatusSeeOther || location != "/" {
		t.Fatalf("signing in gives %d to %q", status, location)
	}
	if _, _, body := visit(t, browser, s.url+"/api/v1/session"); !strings.Contains(body, `"login":"hoa.nguyen@example.vn"`) {
		t.Errorf("signed in: %s", body)
	}
	home, err := url.Parse(s.url)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range browser.Jar.Cookies(home) {
		if c.Name != "hatangso_session" {
			t.Errorf("the cookie %s is left", c.Name)
		}
	}
	if got := s.events(t, postgres.EventSignedIn); len(got) != 1 || got[0]["by"] != "oidc" {
		t.Errorf("noted: %v", got)
	}
	// bound from then on, whatever their address is
	p.Lie = func(claims map[string]any) string { claims["email"] = "another@example.vn"; return "" }
	if status, location, _ := visit(t, surfer(t), s.url+"/auth/oidc"); status != http.StatusSeeOther || location != "/" {
		t.Errorf("by subject: %d", status)
	}
	for name, lie := range map[string]func(map[string]any){
		"somebody else with the address": func(c map[string]any) { c["sub"] = "u-2" },
		"an address nobody has verified": func(c map[string]any) { c["sub"], c["email_verified"] = "u-2", false },
	} {
		p.Lie = func(claims map[string]any) string { lie(claims); return "" }
		if status, _, _ := visit(t, surfer(t), s.url+"/auth/oidc"); status != http.StatusForbidden {
			t.Errorf("%s: %d", name, status)
		}
	}
	p.Lie = func(claims map[string]any) string { claims["nonce"] = "x"; return "" }
	if status, _, page := visit(t, surfer(t), s.url+"/auth/oidc"); status != http.StatusUnauthorized || !strings.Contains(page, "Đăng nhập không thành công") {
		t.Errorf("a token of another flow: %d", status)
	}
	if log := s.log.String(); !strings.Contains(log, "nonce") {
		t.Error("the log does not say why")
	}
}

// What the provider gave one browser finishes no other's sign-in.
func TestSignInElsewhereIsOnes(t *testing.T) {
	t.Parallel()
	s := signsElsewhere(t, provider.Start(t))
	s.account(t, "hoa.nguyen@example.vn", registry.Grants{Roles: []registry.Role{registry.OfficerRole}})
	attacker, victim := surfer(t), surfer(t)
	var callback string
	attacker.CheckRedirect = func(r *http.Request, _ []*http.Request) error {
		if strings.HasSuffix(r.URL.Path, "/callback") {
			callback = r.URL.String()
			return http.ErrUseLastResponse
		}
		return nil
	}
	visit(t, attacker, s.url+"/auth/oidc")
	if callback == "" {
		t.Fatal("the provider does not send back")
	}
	for _, address := range []string{callback, s.url + "/auth/oidc/callback", s.url + "/auth/oidc/callback?state=&code="} {
		if status, _, _ := visit(t, victim, address); status != http.StatusUnauthorized {
			t.Errorf("%s gives %d", address, status)
		}
	}
	if n := len(s.events(t, postgres.EventSignedIn)); n != 0 {
		t.Errorf("%d signed in", n)
	}
}

// The register runs without its provider, and finds it when it comes back.
func TestProviderAway(t *testing.T) {
	t.Parallel()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := l.Addr().String()
	l.Close()
	s := serveWith(t, httpapi.Options{PublicURL: &url.URL{Scheme: "http", Host: "localhost"},
		OIDC: &auth.OIDCConfig{Issuer: "http://" + address, ClientID: provider.ClientID}})
	for range 2 { // the second, too, is told
		status, _, page := visit(t, surfer(t), s.url+"/auth/oidc")
		if status != http.StatusServiceUnavailable || !strings.Contains(page, "Không liên lạc được") || !strings.Contains(page, "<form") {
			t.Errorf("%d %s", status, page)
		}
	}
	if status, _, page := visit(t, surfer(t), serve(t).url+"/auth/oidc"); status != http.StatusNotFound || strings.Contains(page, `href="/auth/oidc"`) {
		t.Errorf("without a provider: %d", status)
	}
}
