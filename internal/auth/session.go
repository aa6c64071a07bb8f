package auth

import (
	"net/http"
	"time"
)

// How long a session lasts: SessionLife after signing in, and SessionIdle
// after the last request. NIST SP 800-63B-4 §2.2.3 allows AAL2 twice the first
// and as much of the second.
const (
	SessionLife = 12 * time.Hour
	SessionIdle = time.Hour
)

// NewSession makes the id of a session, for its cookie, and the hash to store.
// Make a new one at every signing in, so that an id planted before is worth
// nothing.
func NewSession() (id string, hash []byte) {
	id = newSecret()
	return id, HashSession(id)
}

// HashSession gives what is stored of a session's id.
func HashSession(id string) []byte { return hashSecret("session", id) }

// SessionAlive says whether a session begun and last used at these times still
// holds.
func SessionAlive(begun, used, now time.Time) bool {
	return now.Before(begun.Add(SessionLife)) && now.Before(used.Add(SessionIdle))
}

// SessionCookie gives the cookie that carries a session's id, "" to end it.
// behindTLS says whether people reach the service by https: then the cookie is
// Secure, and bound by its __Host- prefix to this host alone. It is Lax rather
// than Strict because signing in by OIDC, and a link in a message, come from
// another site; writes from other sites are refused by their origin.
func SessionCookie(id string, behindTLS bool) *http.Cookie {
	return cookie("hatangso_session", id, SessionLife, behindTLS)
}

// SessionOf reads the session's id from a request, "" when it carries none. It
// says nothing about whether there is such a session.
func SessionOf(r *http.Request, behindTLS bool) string {
	id := cookieOf(r, "hatangso_session", behindTLS)
	if !isSecret(id) {
		return ""
	}
	return id
}

// cookie makes a cookie no script can read, which lasts for life; an empty
// value ends it.
func cookie(name, value string, life time.Duration, behindTLS bool) *http.Cookie {
	c := &http.Cookie{Name: cookieName(name, behindTLS), Value: value, Path: "/", MaxAge: int(life.Seconds()),
		HttpOnly: true, Secure: behindTLS, SameSite: http.SameSiteLaxMode}
	if value == "" {
		c.MaxAge = -1
	}
	return c
}

// cookieOf reads a cookie; two of one name are none, for one of them is
// somebody else's.
func cookieOf(r *http.Request, name string, behindTLS bool) string {
	if found := r.CookiesNamed(cookieName(name, behindTLS)); len(found) == 1 {
		return found[0].Value
	}
	return ""
}

func cookieName(name string, behindTLS bool) string {
	if behindTLS {
		return "__Host-" + name
	}
	return name
}
