package auth

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"
)

func TestSecrets(t *testing.T) {
	t.Parallel()
	session, sessionHash := NewSession()
	reset, resetHash := NewReset()
	for _, s := range []string{session, reset} {
		if !isSecret(s) || s != url.QueryEscape(s) {
			t.Errorf("%q is no secret, or does not stand in a URL as it is", s)
		}
	}
	if session == reset || !bytes.Equal(sessionHash, HashSession(session)) || !bytes.Equal(resetHash, HashReset(reset)) {
		t.Error("a secret is not found by its hash")
	}
	if bytes.Equal(HashSession(session), HashReset(session)) || bytes.Equal(HashSession(session), HashKey(session)) {
		t.Error("a secret of one purpose is found among those of another")
	}
	if again, _ := NewSession(); again == session {
		t.Error("two sessions share an id")
	}
	for _, s := range []string{"", session[1:], session + "A", session + "=", " " + session, strings.Repeat("A", 42) + "B"} {
		if isSecret(s) {
			t.Errorf("%q is taken for a secret", s)
		}
	}
}

func TestSessionCookie(t *testing.T) {
	t.Parallel()
	id, _ := NewSession()
	for tls, want := range map[bool]string{
		true:  "__Host-hatangso_session=" + id + "; Path=/; Max-Age=43200; HttpOnly; Secure; SameSite=Lax",
		false: "hatangso_session=" + id + "; Path=/; Max-Age=43200; HttpOnly; SameSite=Lax",
	} {
		c := SessionCookie(id, tls)
		if got := c.String(); got != want {
			t.Errorf("behind TLS %t: %s", tls, got)
		}
		if err := c.Valid(); err != nil {
			t.Error(err)
		}
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.AddCookie(c)
		if got := SessionOf(r, tls); got != id {
			t.Errorf("read %q", got)
		}
		// one planted over http does not pass for one set over https
		if got := SessionOf(r, !tls); got != "" {
			t.Errorf("read %q from the other cookie", got)
		}
		r.AddCookie(&http.Cookie{Name: c.Name, Value: strings.Repeat("A", 43)})
		if got := SessionOf(r, tls); got != "" {
			t.Errorf("of two cookies one is taken: %q", got)
		}
		if end := SessionCookie("", tls); end.MaxAge != -1 || end.Name != c.Name || end.Secure != tls {
			t.Errorf("%v does not end the session", end)
		}
	}
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	r.AddCookie(&http.Cookie{Name: "hatangso_session", Value: "1 OR 1=1"})
	if got := SessionOf(r, false); got != "" {
		t.Errorf("%q is taken for an id", got)
	}
}

func TestSessionAlive(t *testing.T) {
	t.Parallel()
	begun := time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		used, now time.Duration
		want      bool
	}{
		{0, 0, true},
		{0, SessionIdle - 1, true},
		{0, SessionIdle, false},
		{SessionLife - time.Minute, SessionLife - 1, true},
		{SessionLife - time.Minute, SessionLife, false},
	} {
		if got := SessionAlive(begun, begun.Add(c.used), begun.Add(c.now)); got != c.want {
			t.Errorf("used after %s, now after %s: alive is %t", c.used, c.now, got)
		}
	}
}

func TestResetLink(t *testing.T) {
	t.Parallel()
	page, err := url.Parse("https://hatangso.example.vn/register/password?lang=vi")
	if err != nil {
		t.Fatal(err)
	}
	token, _ := NewReset()
	link := ResetLink(page, token)
	if link != "https://hatangso.example.vn/register/password?lang=vi#token="+token {
		t.Errorf("link %s", link)
	}
	sent, err := http.NewRequest(http.MethodGet, link, nil)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(sent.URL.RequestURI(), token) {
		t.Error("the token is sent to the server and its logs")
	}
	if page.Fragment != "" {
		t.Error("the page's URL was changed")
	}
}
