package auth

import (
	"context"
	"crypto/subtle"
	"errors"
	"fmt"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"github.com/hatangso/hatangso/internal/registry"
)

// OIDCConfig says whom to trust with signing people in.
type OIDCConfig struct {
	// Issuer is the provider's URL; <Issuer>/.well-known/openid-configuration
	// describes it.
	Issuer       string
	ClientID     string
	ClientSecret string
	// RedirectURL is the absolute URL of our page the provider sends people back to.
	RedirectURL string
}

// OIDC signs people in with a provider (đăng nhập một lần): the authorization
// code flow with PKCE of OpenID Connect Core 1.0 §3.1. It is safe for
// concurrent use.
type OIDC struct {
	issuer   string
	oauth    oauth2.Config
	verifier *oidc.IDTokenVerifier
	client   *http.Client
}

// oidcTimeout bounds one request to the provider.
const oidcTimeout = 10 * time.Second

// signingAlgorithms are those taken, whatever the provider says it supports:
// never none, and none where a public key could pass for a shared secret.
var signingAlgorithms = []string{oidc.RS256, oidc.RS384, oidc.RS512, oidc.PS256, oidc.PS384, oidc.PS512, oidc.ES256, oidc.ES384, oidc.ES512, oidc.EdDSA}

// NewOIDC asks the provider for its description. CodeInvalid when the issuer
// is no https URL (http will do on the machine itself); CodeUnavailable when it
// does not answer with a description: the caller may go on without and ask again
// later.
func NewOIDC(ctx context.Context, config OIDCConfig) (*OIDC, error) {
	if u, err := url.Parse(config.Issuer); err != nil || u.Host == "" || u.Scheme != "https" && !(u.Scheme == "http" && isLoopback(u.Hostname())) {
		return nil, registry.Errorf(registry.CodeInvalid, "Địa chỉ hệ thống đăng nhập %q phải là URL https.",
			"The sign-in provider's address %q must be an https URL.", config.Issuer)
	}
	client := &http.Client{Timeout: oidcTimeout}
	provider, err := oidc.NewProvider(oidc.ClientContext(ctx, client), config.Issuer)
	if err != nil {
		return nil, unreachable(err)
	}
	var described struct {
		AuthMethods []string `json:"token_endpoint_auth_methods_supported"`
	}
	if err := provider.Claims(&described); err != nil {
		return nil, unreachable(err)
	}
	endpoint := provider.Endpoint()
	endpoint.AuthStyle = authStyle(described.AuthMethods)
	return &OIDC{
		issuer: config.Issuer,
		oauth: oauth2.Config{ClientID: config.ClientID, ClientSecret: config.ClientSecret, RedirectURL: config.RedirectURL,
			Endpoint: endpoint, Scopes: []string{oidc.ScopeOpenID, oidc.ScopeProfile, oidc.ScopeEmail}},
		verifier: provider.Verifier(&oidc.Config{ClientID: config.ClientID, SupportedSigningAlgs: signingAlgorithms}),
		client:   client,
	}, nil
}

// authStyle says how to send our secret: client_secret_basic where the provider
// does not say that it cannot (OpenID Connect Discovery 1.0 §3). Left to find
// out by itself, package oauth2 would send a refused code a second time, at
// which a provider ends what the code was good for (RFC 6749 §4.1.2).
func authStyle(methods []string) oauth2.AuthStyle {
	if !slices.Contains(methods, "client_secret_basic") && slices.Contains(methods, "client_secret_post") {
		return oauth2.AuthStyleInParams
	}
	return oauth2.AuthStyleInHeader
}

func isLoopback(host string) bool {
	address, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && address.IsLoopback()
}

// Flow is one attempt to sign in. It stays with the browser that began it, in
// a cookie, so that nobody can be made to finish another's.
type Flow struct {
	State    string // comes back in the URL
	Nonce    string // comes back in the provider's token
	Verifier string // proves to the provider that who began asks for the token (RFC 7636)
}

// FlowLife is how long somebody may take to sign in at the provider.
const FlowLife = 10 * time.Minute

const flowCookie = "hatangso_oidc"

// FlowCookie gives the cookie that keeps a flow; of the zero Flow, the one that
// ends it. behindTLS is as in SessionCookie.
func FlowCookie(f Flow, behindTLS bool) *http.Cookie {
	value := ""
	if f != (Flow{}) {
		value = f.State + "." + f.Nonce + "." + f.Verifier
	}
	return cookie(flowCookie, value, FlowLife, behindTLS)
}

// FlowOf reads the flow from a request, the zero Flow when it carries none.
func FlowOf(r *http.Request, behindTLS bool) Flow {
	parts := strings.Split(cookieOf(r, flowCookie, behindTLS), ".")
	if len(parts) != 3 || !isSecret(parts[0]) || !isSecret(parts[1]) || !isSecret(parts[2]) {
		return Flow{}
	}
	return Flow{State: parts[0], Nonce: parts[1], Verifier: parts[2]}
}

// Begin gives the URL at the provider to send somebody to, and the flow to keep.
func (o *OIDC) Begin() (location string, flow Flow) {
	flow = Flow{State: newSecret(), Nonce: newSecret(), Verifier: newSecret()}
	return o.oauth.AuthCodeURL(flow.State, oidc.Nonce(flow.Nonce), oauth2.S256ChallengeOption(flow.Verifier)), flow
}

// Person is whom the provider signed in. Issuer and Subject together are who
// it is, for ever. Email is no identity: it passes from one person to another,
// and means nothing at all unless it is verified.
type Person struct {
	Issuer, Subject string
	Email           string
	EmailVerified   bool
	Name            string
}

// Finish takes what the provider sent back to RedirectURL, the query of the
// request, and says who it is. CodeUnauthorized when it vouches for nobody or
// cannot be believed; CodeUnavailable when it does not answer.
func (o *OIDC) Finish(ctx context.Context, flow Flow, query url.Values) (Person, error) {
	if flow == (Flow{}) || subtle.ConstantTimeCompare([]byte(query.Get("state")), []byte(flow.State)) != 1 {
		return Person{}, refused(errors.New("the state is not that of this browser's flow"))
	}
	// RFC 9207: a provider that says who it is must be the one we asked
	if iss := query.Get("iss"); iss != "" && iss != o.issuer {
		return Person{}, refused(fmt.Errorf("the answer is from %q", iss))
	}
	if code := query.Get("error"); code != "" {
		return Person{}, refused(fmt.Errorf("the provider answers %q", code))
	}
	ctx = oidc.ClientContext(ctx, o.client)
	token, err := o.oauth.Exchange(ctx, query.Get("code"), oauth2.VerifierOption(flow.Verifier))
	if err != nil {
		var answer *oauth2.RetrieveError
		if errors.As(err, &answer) && answer.Response.StatusCode < http.StatusInternalServerError {
			return Person{}, refused(err)
		}
		return Person{}, unreachable(err)
	}
	raw, _ := token.Extra("id_token").(string)
	if raw == "" {
		return Person{}, refused(errors.New("the provider gave no id_token"))
	}
	return o.person(ctx, flow, raw)
}

// person verifies an ID token (OpenID Connect Core 1.0 §3.1.3.7): signature,
// issuer, audience and expiry by package oidc, the rest here.
func (o *OIDC) person(ctx context.Context, flow Flow, raw string) (Person, error) {
	id, err := o.verifier.Verify(ctx, raw)
	if err != nil {
		return Person{}, refused(err)
	}
	if subtle.ConstantTimeCompare([]byte(id.Nonce), []byte(flow.Nonce)) != 1 {
		return Person{}, refused(errors.New("the nonce is another flow's"))
	}
	var claims struct {
		AuthorizedParty string `json:"azp"`
		Email           string `json:"email"`
		EmailVerified   any    `json:"email_verified"` // true, or from some providers "true"
		Name            string `json:"name"`
	}
	if err := id.Claims(&claims); err != nil {
		return Person{}, refused(err)
	}
	others := slices.ContainsFunc(id.Audience, func(a string) bool { return a != o.oauth.ClientID })
	if claims.AuthorizedParty != o.oauth.ClientID && (others || claims.AuthorizedParty != "") {
		return Person{}, refused(fmt.Errorf("the token was made for %q", claims.AuthorizedParty))
	}
	if id.Subject == "" {
		return Person{}, refused(errors.New("the token names nobody"))
	}
	return Person{Issuer: id.Issuer, Subject: id.Subject, Name: claims.Name,
		Email: claims.Email, EmailVerified: claims.EmailVerified == true || claims.EmailVerified == "true"}, nil
}

// refused tells the person nothing of why: that is for the log.
func refused(err error) error {
	return &registry.Error{Code: registry.CodeUnauthorized, Err: fmt.Errorf("oidc: %w", err),
		Message: registry.T("Đăng nhập không thành công, hãy thử lại từ đầu.", "Signing in failed, begin again.")}
}

func unreachable(err error) error {
	return &registry.Error{Code: registry.CodeUnavailable, Err: fmt.Errorf("oidc: %w", err),
		Message: registry.T("Không liên lạc được với hệ thống đăng nhập, hãy thử lại sau.", "The sign-in provider does not answer, try again later.")}
}
