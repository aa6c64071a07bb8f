// Package auth makes and recognises credentials. It stores nothing.
package auth

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"strings"
)

// TokenPrefix starts every token, so that secret scanners and people know one
// when they see it.
const TokenPrefix = "hatangso_"

// tokenBytes is the entropy of a token: it cannot be guessed, so a plain hash
// is enough to store.
const tokenBytes = 32

// NewToken makes a token to show once, and the hash to keep.
func NewToken() (token string, hash []byte) {
	secret := make([]byte, tokenBytes)
	rand.Read(secret) // never fails
	token = TokenPrefix + base64.RawURLEncoding.EncodeToString(secret)
	return token, HashToken(token)
}

// HashToken gives what is stored of a token.
func HashToken(token string) []byte {
	sum := sha256.Sum256([]byte(token))
	return sum[:]
}

// FromHeader reads the token of an Authorization header, "" when it holds none.
func FromHeader(header string) string {
	scheme, token, ok := strings.Cut(header, " ")
	if !ok || !strings.EqualFold(scheme, "Bearer") {
		return ""
	}
	return strings.TrimSpace(token)
}
