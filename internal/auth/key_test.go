package auth

import (
	"bytes"
	"encoding/base64"
	"regexp"
	"strings"
	"testing"
)

// scannable is what a secret scanner is told to look for.
var scannable = regexp.MustCompile(`^hatangso_key_[0-9A-Za-z]{49}$`)

func TestKey(t *testing.T) {
	t.Parallel()
	seen := map[byte]bool{}
	for range 200 {
		k, other := NewKey(), NewKey()
		if !scannable.MatchString(k.Secret) || !IsKey(k.Secret) {
			t.Fatalf("%q is not a key", k.Secret)
		}
		if k.Secret == other.Secret || bytes.Equal(k.Hash, other.Hash) {
			t.Fatal("two keys are alike")
		}
		if !bytes.Equal(k.Hash, HashKey(k.Secret)) {
			t.Fatal("a key is not found by the hash of its secret")
		}
		if len(k.Hint) != hintChars || HintOf(k.Secret) != k.Hint || !strings.HasPrefix(k.Secret, KeyPrefix+k.Hint) {
			t.Fatalf("hint %q", k.Hint)
		}
		for _, c := range []byte(k.Secret[len(KeyPrefix):]) {
			seen[c] = true
		}
		// any one character changed is found by the checksum
		for i := len(KeyPrefix); i < len(k.Secret); i++ {
			wrong := []byte(k.Secret)
			if wrong[i]++; IsKey(string(wrong)) {
				t.Fatalf("%s passes for %s", wrong, k.Secret)
			}
		}
	}
	if len(seen) != len(base62) {
		t.Errorf("keys use %d of %d characters", len(seen), len(base62))
	}
}

func TestIsKey(t *testing.T) {
	t.Parallel()
	// the checksum is part of the format: keys in use must stay keys
	const fixed = "hatangso_key_0000000000000000000000000000000000000000000"
	if got := checksum(fixed); got != fixedChecksum {
		t.Errorf("checksum %q, want %q", got, fixedChecksum)
	}
	if !IsKey(fixed + fixedChecksum) {
		t.Error("a key of the format is refused")
	}
	k := NewKey().Secret
	for _, s := range []string{"", KeyPrefix, "hatangso_" + secretBase64.EncodeToString(make([]byte, secretBytes)), k[:len(k)-1], k + "0", " " + k, k + "\n", strings.ToUpper(k), strings.TrimPrefix(k, "hatangso_"),
		strings.Replace(k, "key_", "kex_", 1), KeyPrefix + strings.Repeat("-", 49), KeyPrefix + strings.Repeat("é", 24) + "0"} {
		if IsKey(s) {
			t.Errorf("%q is taken for a key", s)
		}
		if HintOf(s) != "" {
			t.Errorf("something is told of %q", s)
		}
	}
}

// fixedChecksum is CRC-32 0xe72721f0, of 43 zeros behind the prefix; computed apart
// from this program (python: zlib.crc32).
const fixedChecksum = "4ES7M0"

func FuzzIsKey(f *testing.F) {
	f.Add(NewKey().Secret)
	f.Add(KeyPrefix + strings.Repeat("0", 49))
	f.Add("")
	f.Fuzz(func(t *testing.T, s string) {
		if IsKey(s) && (!scannable.MatchString(s) || checksum(s[:len(s)-6]) != s[len(s)-6:]) {
			t.Errorf("%q is taken for a key", s)
		}
	})
}

func TestFromHeader(t *testing.T) {
	t.Parallel()
	basic := func(pair string) string { return "Basic " + base64.StdEncoding.EncodeToString([]byte(pair)) }
	for _, c := range []struct{ header, bearer, basic string }{
		{"", "", ""},
		{"Bearer abc", "abc", ""},
		{"bearer  abc ", "abc", ""},
		{"Bearer", "", ""},
		{"Bearer ", "", ""},
		{basic("qgis:abc"), "", "abc"},
		{strings.Replace(basic("qgis:abc"), "Basic", "basic", 1), "", "abc"},
		{basic(":abc"), "", "abc"},
		{basic("qgis:a:b:c"), "", "a:b:c"},
		{basic("qgis:"), "", ""},
		{basic("abc"), "", ""},
		{basic("tên:mật khẩu"), "", "mật khẩu"},
		{"Basic !!!", "", ""},
		{"Basic", "", ""},
		{"Digest abc", "", ""},
	} {
		if got := FromBearer(c.header); got != c.bearer {
			t.Errorf("%q bears %q, want %q", c.header, got, c.bearer)
		}
		if got := FromBasic(c.header); got != c.basic {
			t.Errorf("%q has the password %q, want %q", c.header, got, c.basic)
		}
	}
}

func FuzzHeader(f *testing.F) {
	f.Add("Bearer abc")
	f.Add("Basic cWdpczphYmM=")
	f.Add("Basic ")
	f.Fuzz(func(t *testing.T, header string) {
		bearer, basic := FromBearer(header), FromBasic(header)
		if bearer != "" && basic != "" {
			t.Errorf("%q is both %q and %q", header, bearer, basic)
		}
		if !strings.Contains(header, bearer) || strings.TrimSpace(bearer) != bearer {
			t.Errorf("%q bears %q", header, bearer)
		}
	})
}
