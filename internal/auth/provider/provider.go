// Package provider is an OpenID Connect provider on the loopback, for tests of
// signing in: it checks what a provider must check, and lies on request.
package provider

import (
	"crypto"
	"crypto/hmac"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"math/big"
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync"
	"testing"
	"time"
)

// Keys of the provider and of somebody who would like to be it.
var (
	Key         = sync.OnceValue(newRSA)
	StrangerKey = sync.OnceValue(newRSA)
)

func newRSA() *rsa.PrivateKey {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		panic(err)
	}
	return key
}

// The one client the provider knows, and its secret.
const (
	ClientID     = "hatangso"
	ClientSecret = "bí mật của ứng dụng"
)

// Provider is the provider: discovery, keys, an authorization endpoint that asks
// nobody, and a token endpoint that checks what one must check.
type Provider struct {
	*httptest.Server
	// Lie changes the claims, or gives another token, before it is sent.
	Lie func(claims map[string]any) (token string)
	// SecretInBody takes the client's secret in the form and nowhere else.
	SecretInBody bool
	// NoToken leaves the id_token out.
	NoToken bool

	mu    sync.Mutex
	codes map[string]url.Values // by code: what was asked for
}

// Start starts a provider that ends with the test. Who signs in there is u-1042,
// hoa.nguyen@example.vn, verified.
func Start(t *testing.T) *Provider {
	t.Helper()
	p := &Provider{codes: map[string]url.Values{}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /.well-known/openid-configuration", p.discovery)
	mux.HandleFunc("GET /keys", p.keys)
	mux.HandleFunc("GET /authorize", p.authorize)
	mux.HandleFunc("POST /token", p.token)
	p.Server = httptest.NewServer(mux)
	t.Cleanup(p.Close)
	return p
}

// Forget makes every code unknown, as if it had been used.
func (p *Provider) Forget() {
	p.mu.Lock()
	defer p.mu.Unlock()
	clear(p.codes)
}

func (p *Provider) discovery(w http.ResponseWriter, _ *http.Request) {
	methods := []string{"client_secret_basic"}
	if p.SecretInBody {
		methods = []string{"client_secret_post"}
	}
	answer(w, http.StatusOK, map[string]any{
		"token_endpoint_auth_methods_supported": methods,

		"issuer": p.URL, "authorization_endpoint": p.URL + "/authorize", "token_endpoint": p.URL + "/token", "jwks_uri": p.URL + "/keys",
		"response_types_supported": []string{"code"}, "subject_types_supported": []string{"public"},
		// a careless provider: what it supports is not what is taken
		"id_token_signing_alg_values_supported": []string{"RS256", "HS256", "none"},
	})
}

func (p *Provider) keys(w http.ResponseWriter, _ *http.Request) {
	public := Key().PublicKey
	answer(w, http.StatusOK, map[string]any{"keys": []any{map[string]any{
		"kty": "RSA", "alg": "RS256", "use": "sig", "kid": "k1",
		"n": base64.RawURLEncoding.EncodeToString(public.N.Bytes()),
		"e": base64.RawURLEncoding.EncodeToString(big.NewInt(int64(public.E)).Bytes()),
	}}})
}

func (p *Provider) authorize(w http.ResponseWriter, r *http.Request) {
	asked := r.URL.Query()
	if asked.Get("client_id") != ClientID || asked.Get("response_type") != "code" || asked.Get("code_challenge_method") != "S256" {
		http.Error(w, "bad request", http.StatusBadRequest)
		return
	}
	code := rand.Text()
	p.mu.Lock()
	p.codes[code] = asked
	p.mu.Unlock()
	http.Redirect(w, r, asked.Get("redirect_uri")+"?"+url.Values{"code": {code}, "state": {asked.Get("state")}, "iss": {p.URL}}.Encode(), http.StatusFound)
}

func (p *Provider) token(w http.ResponseWriter, r *http.Request) {
	client, secret, ok := r.BasicAuth()
	if ok { // RFC 6749 §2.3.1: both are form-encoded first
		client, _ = url.QueryUnescape(client)
		secret, _ = url.QueryUnescape(secret)
	}
	if p.SecretInBody {
		client, secret = r.PostFormValue("client_id"), r.PostFormValue("client_secret")
	}
	if ok == p.SecretInBody || client != ClientID || secret != ClientSecret {
		answer(w, http.StatusUnauthorized, map[string]any{"error": "invalid_client"})
		return
	}
	p.mu.Lock()
	asked, known := p.codes[r.FormValue("code")]
	delete(p.codes, r.FormValue("code")) // it is good once
	p.mu.Unlock()
	challenge := sha256.Sum256([]byte(r.FormValue("code_verifier")))
	if !known || r.FormValue("redirect_uri") != asked.Get("redirect_uri") ||
		base64.RawURLEncoding.EncodeToString(challenge[:]) != asked.Get("code_challenge") {
		answer(w, http.StatusBadRequest, map[string]any{"error": "invalid_grant"})
		return
	}
	claims := map[string]any{
		"iss": p.URL, "sub": "u-1042", "aud": ClientID, "nonce": asked.Get("nonce"),
		"iat": time.Now().Unix(), "exp": time.Now().Add(time.Minute).Unix(),
		"email": "hoa.nguyen@example.vn", "email_verified": true, "name": "Nguyễn Thị Hòa",
	}
	id := ""
	if p.Lie != nil {
		id = p.Lie(claims)
	}
	if id == "" {
		id = SignRS256(claims, Key())
	}
	out := map[string]any{"access_token": "at", "token_type": "Bearer", "expires_in": 60, "id_token": id}
	if p.NoToken {
		delete(out, "id_token")
	}
	answer(w, http.StatusOK, out)
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body)
}

// Unsigned gives the first two parts of a JWT.
func Unsigned(header, claims map[string]any) string {
	part := func(v any) string {
		b, err := json.Marshal(v)
		if err != nil {
			panic(err)
		}
		return base64.RawURLEncoding.EncodeToString(b)
	}
	return part(header) + "." + part(claims)
}

// SignRS256 signs claims as the provider does.
func SignRS256(claims map[string]any, key *rsa.PrivateKey) string {
	body := Unsigned(map[string]any{"alg": "RS256", "typ": "JWT", "kid": "k1"}, claims)
	sum := sha256.Sum256([]byte(body))
	signature, err := rsa.SignPKCS1v15(rand.Reader, key, crypto.SHA256, sum[:])
	if err != nil {
		panic(err)
	}
	return body + "." + base64.RawURLEncoding.EncodeToString(signature)
}

// SignHS256 signs with the public key as if it were a shared secret.
func SignHS256(claims map[string]any, secret []byte) string {
	body := Unsigned(map[string]any{"alg": "HS256", "typ": "JWT", "kid": "k1"}, claims)
	mac := hmac.New(sha256.New, secret)
	mac.Write([]byte(body))
	return body + "." + base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}
