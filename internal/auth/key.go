// Package auth makes and recognises credentials. It stores nothing.
package auth

import (
	"crypto/rand"
	"crypto/sha256"
	"hash/crc32"
	"strings"
)

// KeyPrefix starts every API key (khóa API). Secret scanners find one by
// hatangso_key_[0-9A-Za-z]{49} and are sure by its checksum.
const KeyPrefix = "hatangso_key_"

const (
	// keyChars of 62 letters are 256 bits.
	keyChars      = 43
	checksumChars = 6 // of 62 letters hold 32 bits
	hintChars     = 4
)

const base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

// Key is a new API key: KeyPrefix, a random part, and a checksum of both, all
// in letters and digits, so that a double click takes it whole.
type Key struct {
	// Secret is the key itself, to show once.
	Secret string
	// Hash is what is stored: HashKey of Secret.
	Hash []byte
	// Hint tells one key from another in a list: the first characters of its
	// random part. The 232 bits left cannot be guessed.
	Hint string
}

// NewKey makes a key.
func NewKey() Key {
	random := randomBase62(keyChars)
	secret := KeyPrefix + random
	secret += checksum(secret)
	return Key{Secret: secret, Hash: HashKey(secret), Hint: random[:hintChars]}
}

// HashKey gives what is stored of a key: it cannot be guessed, so a plain hash is
// enough.
func HashKey(secret string) []byte {
	sum := sha256.Sum256([]byte(secret))
	return sum[:]
}

// HintOf gives the hint of a key, "" of what is none: of anything else, such as a
// password put in the wrong place, nothing may be told.
func HintOf(secret string) string {
	if !IsKey(secret) {
		return ""
	}
	return secret[len(KeyPrefix) : len(KeyPrefix)+hintChars]
}

// IsKey says whether s has the form of a key and the right checksum: whatever
// does not was never ours, and needs no look into the database.
func IsKey(s string) bool {
	random, ok := strings.CutPrefix(s, KeyPrefix)
	if !ok || len(random) != keyChars+checksumChars {
		return false
	}
	for i := range len(random) {
		if strings.IndexByte(base62, random[i]) < 0 {
			return false
		}
	}
	body := s[:len(s)-checksumChars]
	return s[len(body):] == checksum(body)
}

// checksum is the CRC-32 (IEEE) of a key's body in base 62, most significant
// digit first. It keeps nothing secret: it tells a key from what looks like one.
func checksum(body string) string {
	sum := crc32.ChecksumIEEE([]byte(body))
	digits := make([]byte, checksumChars)
	for i := len(digits) - 1; i >= 0; i-- {
		digits[i] = base62[sum%62]
		sum /= 62
	}
	return string(digits)
}

// randomBase62 gives n random characters, each of the 62 as likely.
func randomBase62(n int) string {
	out := make([]byte, 0, n)
	for buffer := make([]byte, n); len(out) < n; {
		rand.Read(buffer) // never fails
		for _, b := range buffer {
			if b < 4*62 && len(out) < n { // the rest would favour the first letters
				out = append(out, base62[b%62])
			}
		}
	}
	return string(out)
}
