package auth

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
)

// secretBytes is the entropy of a session id and of a link's token: 256 bits
// cannot be guessed, so a plain hash is enough to store.
const secretBytes = 32

var secretBase64 = base64.RawURLEncoding.Strict()

// newSecret makes a random secret that stands in a cookie or a URL as it is.
func newSecret() string {
	b := make([]byte, secretBytes)
	rand.Read(b) // never fails
	return secretBase64.EncodeToString(b)
}

// isSecret says whether newSecret could have made s.
func isSecret(s string) bool {
	b, err := secretBase64.DecodeString(s)
	return err == nil && len(b) == secretBytes && secretBase64.EncodeToString(b) == s
}

// hashSecret gives what is stored of a secret. Its purpose is hashed with it: a
// link's token opens no session, even where both hashes were mixed up.
func hashSecret(purpose, secret string) []byte {
	sum := sha256.Sum256([]byte(purpose + ":" + secret))
	return sum[:]
}
