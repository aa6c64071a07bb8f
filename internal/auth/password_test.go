package auth

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/hatangso/hatangso/internal/registry"
)

// cheap is a cost for tests: what is tested does not depend on it.
var cheap = cost{memoryKiB: 8, passes: 1, lanes: 1}

func TestPasswords(t *testing.T) {
	t.Parallel()
	p := newPasswords(cheap, 2)
	const right = "con bò gặm cỏ ven đê"
	stored, err := p.Hash(t.Context(), right)
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := p.Hash(t.Context(), right); again == stored {
		t.Error("two hashes of one password are alike: there is no salt")
	}
	for name, c := range map[string]struct {
		password, stored string
		want             bool
	}{
		"right":                    {right, stored, true},
		"in parts (NFD)":           {"con bo\u0300 ga\u0323\u0306m co\u0309 ven \u0111e\u0302", stored, true},
		"another case":             {strings.ToUpper(right), stored, false},
		"without accents":          {"con bo gam co ven de", stored, false},
		"empty":                    {"", stored, false},
		"longer than any":          {strings.Repeat(right, 20), stored, false},
		"no account":               {right, "", false},
		"no account, no password":  {"", "", false},
		"no account, too long one": {strings.Repeat("a", 10_000), "", false},
	} {
		if got, err := p.Verify(t.Context(), c.password, c.stored); got != c.want || err != nil {
			t.Errorf("%s: %t, %v", name, got, err)
		}
	}
	if ok, err := p.Verify(t.Context(), right, "$2y$10$bcrypt"); ok || err == nil {
		t.Errorf("a hash of another kind: %t, %v", ok, err)
	}
	empty, err := p.Hash(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	if ok, err := p.Verify(t.Context(), strings.Repeat("a", 10_000), empty); ok || err != nil {
		t.Errorf("a password that is too long passes for the empty one: %t, %v", ok, err)
	}
	if _, err := p.Hash(t.Context(), strings.Repeat("a", 10_000)); registry.CodeOf(err) != registry.CodeInvalid {
		t.Errorf("a password that is too long is stored: %v", err)
	}
}

// The cost in force is the documented one, and what it makes is read back.
func TestPasswordCost(t *testing.T) {
	t.Parallel()
	p := NewPasswords()
	stored, err := p.Hash(t.Context(), "con bò gặm cỏ ven đê")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(stored, "$argon2id$v=19$m=19456,t=2,p=1$") {
		t.Errorf("stored as %s", stored)
	}
	if ok, err := p.Verify(t.Context(), "con bò gặm cỏ ven đê", stored); !ok || err != nil {
		t.Errorf("not recognised: %t, %v", ok, err)
	}
	if p.NeedsRehash(stored) {
		t.Error("a new hash needs to be hashed anew")
	}
	if got := cap(p.slots); got != runtime.GOMAXPROCS(0) {
		t.Errorf("%d hashes at once", got)
	}
	old, err := newPasswords(cheap, 1).Hash(t.Context(), "con bò gặm cỏ ven đê")
	if err != nil {
		t.Fatal(err)
	}
	if ok, err := p.Verify(t.Context(), "con bò gặm cỏ ven đê", old); !ok || err != nil || !p.NeedsRehash(old) {
		t.Errorf("a hash of another cost: %t, %v, to be hashed anew %t", ok, err, p.NeedsRehash(old))
	}
}

// An unknown account costs a hash at the cost in force, as a known one does.
func TestVerifyHashesForUnknownAccounts(t *testing.T) {
	t.Parallel()
	p := newPasswords(cheap, 1)
	if p.dummy.cost != p.cost || len(p.dummy.salt) != passwordSaltBytes || len(p.dummy.key) != passwordKeyBytes {
		t.Errorf("an unknown account is compared with %s", p.dummy)
	}
	stored, err := p.Hash(t.Context(), "con bò gặm cỏ ven đê")
	if err != nil {
		t.Fatal(err)
	}
	if p.dummy, err = parsePHC(stored); err != nil {
		t.Fatal(err)
	}
	if ok, err := p.Verify(t.Context(), "con bò gặm cỏ ven đê", ""); ok || err != nil {
		t.Errorf("an account that does not exist has a password: %t, %v", ok, err)
	}
	p.slots <- struct{}{} // whoever hashes must wait
	ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	for name, stored := range map[string]string{"unknown": "", "known": p.dummy.String()} {
		if _, err := p.Verify(ctx, "x", stored); registry.CodeOf(err) != registry.CodeUnavailable || !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%s: it does not hash: %v", name, err)
		}
	}
}

func TestPasswordsAtOnce(t *testing.T) {
	t.Parallel()
	p := newPasswords(cheap, 2)
	p.slots <- struct{}{}
	p.slots <- struct{}{}
	var done atomic.Int32
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if _, err := p.Hash(t.Context(), "con bò gặm cỏ ven đê"); err != nil {
				t.Error(err)
			}
			done.Add(1)
		})
	}
	time.Sleep(10 * time.Millisecond)
	if got := done.Load(); got != 0 {
		t.Errorf("%d hashed while every slot was taken", got)
	}
	<-p.slots
	<-p.slots
	all.Wait()
	if got := len(p.slots); got != 0 {
		t.Errorf("%d slots were not given back", got)
	}
}

func TestCheckPassword(t *testing.T) {
	t.Parallel()
	for password, want := range map[string]string{
		"con bò gặm cỏ ven đê":               "",
		"correct horse battery":              "",
		"xkqmvbztrwpn":                       "",
		"hoa.nguyen thích ăn phở buổi sáng":  "", // the name is not most of it
		strings.Repeat("ngựa gỗ ", 32):       "",
		"mười một ký":                        "password.short",
		"ngắn":                               "password.short",
		"":                                   "password.short",
		strings.Repeat("ngựa gỗ ", 32) + "!": "password.long",
		"matkhau123456":                      "password.common",
		"MatKhau@123456":                     "password.common",
		"PassWord1234":                       "password.common",
		"aaaaaaaaaaaa":                       "password.common",
		"abcabcabcabcab":                     "password.common",
		"1234123412341":                      "password.common",
		"890123456789":                       "password.common",
		"210987654321":                       "password.common",
		"qwertyuiopas":                       "password.common",
		"lkjhgfdsapoiu":                      "password.common",
		"hoa.nguyen2026":                     "password.name",
		"Hoa.Nguyen@2026!":                   "password.name",
		"HatangSo@2026":                      "password.name",
		"mobile\xffphone\xffetc":             "password.encoding",
	} {
		err := CheckPassword(password, "hoa.nguyen@example.vn", "vtt")
		var got string
		var domain *registry.Error
		if errors.As(err, &domain) {
			got = domain.Faults[0].Rule
			if domain.Faults[0].Value != "" || strings.Contains(err.Error(), password) && password != "" {
				t.Errorf("%q: the error repeats the password: %v", password, err)
			}
		}
		if got != want {
			t.Errorf("%q: %q, want %q", password, got, want)
		}
	}
}

func TestCommonPasswords(t *testing.T) {
	t.Parallel()
	lines := strings.Fields(commonText)
	if len(lines) < 150 || !slices.IsSorted(lines) || len(slices.Compact(lines)) != len(common) {
		t.Errorf("%d lines, %d passwords: sorted, once each?", len(lines), len(common))
	}
	for password := range common {
		if len(password) < MinPasswordChars || password != strings.ToLower(password) {
			t.Errorf("%q would never be looked up", password)
		}
	}
}

func TestParsePHC(t *testing.T) {
	t.Parallel()
	const good = "$argon2id$v=19$m=65536,t=3,p=2$c29tZXNhbHQ$RdescudvJCsgt3ub+b9dWRWJTmaaKSQCBGLO+ARD5yo"
	h, err := parsePHC(good)
	if err != nil || h.cost != (cost{65536, 3, 2}) || string(h.salt) != "somesalt" || len(h.key) != 32 || h.String() != good {
		t.Errorf("read as %+v, %v", h, err)
	}
	for _, bad := range []string{
		"", "$", "$argon2id$v=19$", strings.Replace(good, "argon2id", "argon2i", 1), strings.Replace(good, "v=19", "v=16", 1),
		strings.Replace(good, "m=65536", "m=4294967295", 1), strings.Replace(good, "t=3", "t=1000", 1), strings.Replace(good, "p=2", "p=255", 1),
		strings.Replace(good, "m=65536", "m=0", 1), strings.Replace(good, "t=3", "t=0", 1), strings.Replace(good, "p=2", "p=0", 1),
		strings.Replace(good, "m=65536", "m=8", 1), strings.Replace(good, "t=3", "t=03", 1), strings.Replace(good, "t=3", "t=+3", 1),
		strings.Replace(good, "m=65536,t=3", "t=3,m=65536", 1), strings.Replace(good, ",p=2", "", 1), strings.Replace(good, ",p=2", ",p=2,k=1", 1),
		strings.Replace(good, "c29tZXNhbHQ", "", 1), strings.Replace(good, "c29tZXNhbHQ", "c2FsdA", 1), strings.Replace(good, "c29tZXNhbHQ", "c29tZXNhbHR", 1),
		strings.Replace(good, "c29tZXNhbHQ", "c29tZXNhbHQ=", 1), strings.Replace(good, "c29tZXNhbHQ", strings.Repeat("c29t", 30), 1),
		good + "$", good + "\n", " " + good, good[:len(good)-30],
	} {
		if h, err := parsePHC(bad); err == nil {
			t.Errorf("%q reads as %+v", bad, h)
		}
	}
}

func FuzzParsePHC(f *testing.F) {
	f.Add("$argon2id$v=19$m=65536,t=3,p=2$c29tZXNhbHQ$RdescudvJCsgt3ub+b9dWRWJTmaaKSQCBGLO+ARD5yo")
	f.Add("$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA")
	f.Add("$argon2id$v=19$m=,t=,p=$$")
	f.Fuzz(func(t *testing.T, s string) {
		h, err := parsePHC(s)
		if err != nil {
			return
		}
		if h.String() != s {
			t.Errorf("%q reads as %q", s, h)
		}
		if h.cost.memoryKiB > maxMemoryKiB || h.cost.passes > maxPasses || h.cost.lanes > maxLanes || h.cost.lanes == 0 || h.cost.passes == 0 {
			t.Errorf("%q is out of bounds", s)
		}
	})
}
