package auth

import (
	"net/url"
	"time"
)

// ResetLife is how long a link to set a password holds: an administrator hands
// it over within a working day.
const ResetLife = 24 * time.Hour

// NewReset makes the token of a one-time link to set a password, and the hash
// to store. Whoever stores it ends it at its first use, in the transaction that
// sets the password.
func NewReset() (token string, hash []byte) {
	token = newSecret()
	return token, HashReset(token)
}

// HashReset gives what is stored of a link's token.
func HashReset(token string) []byte { return hashSecret("reset", token) }

// ResetLink gives the link to hand over, page being the absolute URL of the
// page that sets a password. The token stands in the fragment, which browsers
// send to nobody: it reaches no log and no Referer.
func ResetLink(page *url.URL, token string) string {
	link := *page
	link.Fragment, link.RawFragment = "token="+token, ""
	return link.String()
}
