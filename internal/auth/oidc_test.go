package auth

import (
	"context"
	"encoding/base64"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/hatangso/hatangso/internal/auth/provider"
	"github.com/hatangso/hatangso/internal/registry"
)

func startOIDC(t *testing.T, p *provider.Provider) *OIDC {
	t.Helper()
	o, err := NewOIDC(t.Context(), OIDCConfig{Issuer: p.URL, ClientID: provider.ClientID, ClientSecret: provider.ClientSecret, RedirectURL: "http://localhost/api/v1/sign-in/oidc"})
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// visit goes to the provider as a browser does and gives what it is sent back with.
func visit(t *testing.T, location string) url.Values {
	t.Helper()
	browser := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	response, err := browser.Get(location)
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	back, err := response.Location()
	if err != nil {
		t.Fatalf("the provider does not send back: %s", response.Status)
	}
	return back.Query()
}

func TestOIDCSignsIn(t *testing.T) {
	t.Parallel()
	p := provider.Start(t)
	o := startOIDC(t, p)
	location, flow := o.Begin()
	got, err := o.Finish(t.Context(), flow, visit(t, location))
	if err != nil {
		t.Fatal(err)
	}
	want := Person{Issuer: p.URL, Subject: "u-1042", Email: "hoa.nguyen@example.vn", EmailVerified: true, Name: "Nguyễn Thị Hòa"}
	if got != want {
		t.Errorf("signed in %+v, want %+v", got, want)
	}
	if strings.Contains(location, flow.Verifier) {
		t.Error("the verifier goes through the browser's address bar")
	}
	if _, again := o.Begin(); again.State == flow.State || again.Nonce == flow.Nonce || again.Verifier == flow.Verifier {
		t.Error("two flows share a secret")
	}
}

// Each case is one thing wrong with an otherwise good signing in.
func TestOIDCRefuses(t *testing.T) {
	t.Parallel()
	type attempt struct {
		p     *provider.Provider
		flow  Flow
		query url.Values
	}
	set := func(name string, value any) func(*provider.Provider) {
		return func(p *provider.Provider) {
			p.Lie = func(claims map[string]any) string { claims[name] = value; return "" }
		}
	}
	forge := func(token func(claims map[string]any) string) func(*provider.Provider) {
		return func(p *provider.Provider) { p.Lie = token }
	}
	for name, c := range map[string]struct {
		provider func(*provider.Provider)
		between  func(*attempt)
		want     string // in the error that is logged
	}{
		"wrong nonce":                  {set("nonce", newSecret()), nil, "nonce"},
		"no nonce":                     {set("nonce", ""), nil, "nonce"},
		"wrong audience":               {set("aud", "another"), nil, "audience"},
		"made for another":             {set("azp", "another"), nil, "made for"},
		"for two, not saying for whom": {set("aud", []string{provider.ClientID, "another"}), nil, "made for"},
		"expired":                      {set("exp", time.Now().Add(-time.Minute).Unix()), nil, "expired"},
		"not valid yet":                {set("nbf", time.Now().Add(time.Hour).Unix()), nil, "nbf"},
		"another issuer":               {set("iss", "https://login.example.com"), nil, "different provider"},
		"nobody":                       {set("sub", ""), nil, "nobody"},
		"claims of another type":       {set("email", 7), nil, "email"},
		"wrong signature":              {forge(func(c map[string]any) string { return provider.SignRS256(c, provider.StrangerKey()) }), nil, "signature"},
		"changed after signing": {forge(func(c map[string]any) string {
			parts := strings.Split(provider.SignRS256(c, provider.Key()), ".")
			c["sub"] = "u-1"
			return provider.Unsigned(map[string]any{"alg": "RS256", "kid": "k1"}, c) + "." + parts[2]
		}), nil, "signature"},
		"alg none": {forge(func(c map[string]any) string { return provider.Unsigned(map[string]any{"alg": "none"}, c) + "." }), nil, "malformed jwt"},
		"the public key as a secret": {forge(func(c map[string]any) string {
			return provider.SignHS256(c, provider.Key().PublicKey.N.Bytes())
		}), nil, "malformed jwt"},
		"not a token":         {forge(func(map[string]any) string { return "a.b.c" }), nil, "malformed jwt"},
		"no token":            {func(p *provider.Provider) { p.NoToken = true }, nil, "no id_token"},
		"wrong state":         {nil, func(a *attempt) { a.query.Set("state", newSecret()) }, "state"},
		"no state":            {nil, func(a *attempt) { a.query.Del("state") }, "state"},
		"no flow":             {nil, func(a *attempt) { a.flow = Flow{}; a.query.Set("state", "") }, "state"},
		"another's code":      {nil, func(a *attempt) { a.flow.Verifier = newSecret() }, "invalid_grant"},
		"no code":             {nil, func(a *attempt) { a.query.Del("code") }, "invalid_grant"},
		"answer from another": {nil, func(a *attempt) { a.query.Set("iss", "https://login.example.com") }, "the answer is from"},
		"the person said no":  {nil, func(a *attempt) { a.query = url.Values{"error": {"access_denied"}, "state": {a.flow.State}} }, "access_denied"},
		"a code used already": {nil, func(a *attempt) {
			a.p.Forget()
		}, "invalid_grant"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := provider.Start(t)
			if c.provider != nil {
				c.provider(p)
			}
			o := startOIDC(t, p)
			location, flow := o.Begin()
			a := attempt{p: p, flow: flow, query: visit(t, location)}
			if c.between != nil {
				c.between(&a)
			}
			got, err := o.Finish(t.Context(), a.flow, a.query)
			if registry.CodeOf(err) != registry.CodeUnauthorized || got != (Person{}) {
				t.Fatalf("got %+v, %v", got, err)
			}
			if !strings.Contains(err.Error(), c.want) {
				t.Errorf("refused for another reason than %q: %v", c.want, err)
			}
		})
	}
}

func TestOIDCSecretWhereTheProviderWantsIt(t *testing.T) {
	t.Parallel()
	p := provider.Start(t)
	p.SecretInBody = true
	o := startOIDC(t, p)
	location, flow := o.Begin()
	if _, err := o.Finish(t.Context(), flow, visit(t, location)); err != nil {
		t.Error(err)
	}
}

func TestOIDCEmailVerified(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		claim any
		want  bool
	}{{true, true}, {"true", true}, {false, false}, {"false", false}, {"yes", false}, {1, false}, {nil, false}} {
		p := provider.Start(t)
		p.Lie = func(claims map[string]any) string { claims["email_verified"] = c.claim; return "" }
		o := startOIDC(t, p)
		location, flow := o.Begin()
		if got, err := o.Finish(t.Context(), flow, visit(t, location)); err != nil || got.EmailVerified != c.want {
			t.Errorf("email_verified %#v: %t, %v", c.claim, got.EmailVerified, err)
		}
	}
}

func TestOIDCProviderAway(t *testing.T) {
	t.Parallel()
	for issuer, want := range map[string]registry.Code{
		"http://login.example.com": registry.CodeInvalid, "ftp://localhost": registry.CodeInvalid, "": registry.CodeInvalid, "https://": registry.CodeInvalid,
	} {
		if _, err := NewOIDC(t.Context(), OIDCConfig{Issuer: issuer, ClientID: provider.ClientID}); registry.CodeOf(err) != want {
			t.Errorf("issuer %q: %v", issuer, err)
		}
	}
	p := provider.Start(t)
	o := startOIDC(t, p)
	location, flow := o.Begin()
	query := visit(t, location)
	p.Close()
	if _, err := o.Finish(t.Context(), flow, query); registry.CodeOf(err) != registry.CodeUnavailable {
		t.Errorf("finishing without the provider: %v", err)
	}
	if _, err := NewOIDC(t.Context(), OIDCConfig{Issuer: p.URL, ClientID: provider.ClientID}); registry.CodeOf(err) != registry.CodeUnavailable {
		t.Errorf("beginning without the provider: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := NewOIDC(ctx, OIDCConfig{Issuer: provider.Start(t).URL, ClientID: provider.ClientID}); registry.CodeOf(err) != registry.CodeUnavailable {
		t.Errorf("beginning when nobody waits: %v", err)
	}
}

func TestFlowCookie(t *testing.T) {
	t.Parallel()
	flow := Flow{State: newSecret(), Nonce: newSecret(), Verifier: newSecret()}
	for _, tls := range []bool{true, false} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.AddCookie(FlowCookie(flow, tls))
		if got := FlowOf(r, tls); got != flow {
			t.Errorf("read %+v, want %+v", got, flow)
		}
		if got := FlowOf(r, !tls); got != (Flow{}) {
			t.Errorf("a cookie of the other kind is read: %+v", got)
		}
		if end := FlowCookie(Flow{}, tls); end.MaxAge >= 0 || end.Value != "" {
			t.Errorf("%v does not end the flow", end)
		}
	}
}

func FuzzFlowOf(f *testing.F) {
	flow := Flow{State: newSecret(), Nonce: newSecret(), Verifier: newSecret()}
	f.Add(FlowCookie(flow, false).Value)
	f.Add("..")
	f.Add("a.b.c")
	f.Add(strings.Repeat(base64.RawURLEncoding.EncodeToString(make([]byte, 32))+".", 3))
	f.Fuzz(func(t *testing.T, value string) {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.Header.Set("Cookie", "hatangso_oidc="+value)
		got := FlowOf(r, false)
		if got == (Flow{}) {
			return
		}
		if again := FlowCookie(got, false).Value; !strings.Contains(value, again) {
			t.Errorf("%q reads as %q", value, again)
		}
	})
}
