package main

import (
	"bytes"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hatangso/hatangso/internal/auth/provider"
)

// post sends JSON as a program does, and gives the status.
func post(t testing.TB, address, body string) int {
	t.Helper()
	response, err := http.Post(address, "application/json", strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	return response.StatusCode
}

// The first administrator, from the command line to a session.
func TestUser(t *testing.T) {
	t.Parallel()
	c := register(t).with("HATANGSO_PUBLIC_URL", "https://hatang.example.vn/")
	made := c.ok(t, "user create Hoa@Example.vn --role admin --name", "Nguyễn Thị Hòa").says(t, "Nguyễn Thị Hòa; dùng một lần")
	token, ok := strings.CutPrefix(strings.TrimSpace(made.out), "https://hatang.example.vn/set-password#token=")
	if !ok || len(token) < 40 {
		t.Fatalf("the link is %q", made.out)
	}
	c.ok(t, "user list").says(t, "hoa@example.vn", "Nguyễn Thị Hòa", "Quản trị", "chưa đặt mật khẩu")
	c.do(t, "user create hoa@example.vn --role admin --name Khác").want(t, statusFailed)
	c.do(t, "user create x --name X").want(t, statusFailed).says(t, "account.login", "grant.role")
	c.do(t, "user create lan --name Lan --role filer --organization NOBODY").want(t, statusFailed).says(t, "organization.unknown")

	server := c.with("HATANGSO_PUBLIC_URL", "").start(t, "serve --addr 127.0.0.1:0")
	url := server.first(t)
	signIn := func(password string) int {
		return post(t, url+"/api/v1/session", `{"login":"hoa@example.vn","password":"`+password+`"}`)
	}
	if status := post(t, url+"/api/v1/password", `{"token":"`+token+`","password":"một câu dài dễ nhớ"}`); status != http.StatusNoContent {
		t.Errorf("the link gives %d", status)
	}
	if status := signIn("một câu dài dễ nhớ"); status != http.StatusOK {
		t.Errorf("signing in gives %d", status)
	}
	c.ok(t, "user list").says(t, "dùng lần cuối")
	again := c.with("HATANGSO_PUBLIC_URL", "").with("HATANGSO_ADDR", "127.0.0.1:9000").with("HATANGSO_LANG", "en").
		ok(t, "user reset HOA@example.vn").says(t, "Hand this link to")
	if !strings.HasPrefix(again.out, "http://127.0.0.1:9000/set-password#token=") {
		t.Errorf("the link is %q", again.out)
	}
	if status := signIn("một câu dài dễ nhớ"); status != http.StatusUnauthorized {
		t.Errorf("after the reset signing in gives %d", status)
	}
	c.ok(t, "user disable hoa@example.vn")
	c.ok(t, "user list").says(t, "đã khóa")
	c.do(t, "user reset hoa@example.vn").want(t, statusFailed).says(t, "đang bị khóa")
	c.ok(t, "user enable hoa@example.vn")
	c.do(t, "user disable nobody").want(t, statusFailed).says(t, "hatangso user list")
	c.with("HATANGSO_PUBLIC_URL", "hatang.example.vn").do(t, "user reset hoa@example.vn").want(t, statusMisuse).says(t, "HATANGSO_PUBLIC_URL")
	log := c.ok(t, "audit export").out
	for _, want := range []string{`"user create"`, `"user disable"`, "signed_in", "password_set", "reset_issued"} {
		if !strings.Contains(log, want) {
			t.Errorf("the log lacks %s", want)
		}
	}
	if strings.Contains(log, token) || strings.Contains(log, "câu dài") {
		t.Error("the log holds a secret")
	}
	server.stop(t)
}

// A password comes from standard input, never from the command line.
func TestUserPassword(t *testing.T) {
	t.Parallel()
	c := register(t)
	create := func(login, stdin string) (out string, err error) {
		t.Helper()
		var said bytes.Buffer
		p := &program{database: c.dsn, out: &said, err: &said}
		root := p.root()
		root.SetArgs([]string{"--database", c.dsn, "user", "create", login, "--name", "Hòa", "--role", "admin", "--password-stdin"})
		root.SetIn(strings.NewReader(stdin))
		err = root.ExecuteContext(t.Context())
		return said.String(), err
	}
	if out, err := create("hoa", "một câu dài dễ nhớ\r\nvà nữa\n"); err != nil || out != "" {
		t.Errorf("%q, %v", out, err)
	}
	for _, weak := range []string{"", "ngắn\n", "123456789012"} {
		if _, err := create("lan", weak); err == nil {
			t.Errorf("%q is taken", weak)
		}
	}
	if out := c.ok(t, "user list").out; !strings.Contains(out, "chưa dùng") || strings.Contains(out, "lan") {
		t.Errorf("the accounts: %s", out)
	}
	server := c.start(t, "serve --addr 127.0.0.1:0")
	if status := post(t, server.first(t)+"/api/v1/session", `{"login":"hoa","password":"một câu dài dễ nhớ"}`); status != http.StatusOK {
		t.Errorf("signing in gives %d", status)
	}
	server.stop(t)
}

// The provider comes from the environment, its secret from there or a file.
func TestServeWithProvider(t *testing.T) {
	t.Parallel()
	p := provider.Start(t)
	file := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(file, []byte(provider.ClientSecret+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	c := register(t).with("HATANGSO_OIDC_ISSUER", p.URL)
	c.do(t, "serve --addr 127.0.0.1:0").want(t, statusMisuse).says(t, "HATANGSO_OIDC_CLIENT_ID", "HATANGSO_PUBLIC_URL")
	c = c.with("HATANGSO_OIDC_CLIENT_ID", provider.ClientID).with("HATANGSO_PUBLIC_URL", "https://hatang.example.vn")
	c.with("HATANGSO_OIDC_SECRET_FILE", file+"x").do(t, "serve --addr 127.0.0.1:0").want(t, statusFailed).says(t, "HATANGSO_OIDC_SECRET_FILE")
	server := c.with("HATANGSO_OIDC_SECRET_FILE", file).start(t, "serve --addr 127.0.0.1:0")
	browser := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	r, err := browser.Get(server.first(t) + "/auth/oidc")
	if err != nil {
		t.Fatal(err)
	}
	r.Body.Close()
	to, err := r.Location()
	if err != nil || !strings.HasPrefix(to.String(), p.URL+"/authorize") || to.Query().Get("redirect_uri") != "https://hatang.example.vn/auth/oidc/callback" ||
		to.Query().Get("code_challenge_method") != "S256" {
		t.Errorf("the button leads to %v, %v", to, err)
	}
	if !strings.HasPrefix(r.Header.Get("Set-Cookie"), "__Host-hatangso_oidc=") {
		t.Errorf("the flow is kept in %s", r.Header.Get("Set-Cookie"))
	}
	server.stop(t)
}
