package auth

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	_ "embed"
	"runtime"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/hatangso/hatangso/internal/registry"
)

// The cost of a hash: what the OWASP Password Storage Cheat Sheet asks of
// argon2id at least. Raise it and NeedsRehash finds the old hashes.
const (
	passwordMemoryKiB = 19 * 1024
	passwordPasses    = 2
	passwordLanes     = 1
	passwordSaltBytes = 16
	passwordKeyBytes  = 32
)

// Lengths of a password in characters. NIST SP 800-63B §3.1.1.2 asks for a
// minimum (8 in its third revision, 15 in its fourth where nothing else is
// asked for), a maximum of at least 64, a list of common ones, and no rules of
// composition.
const (
	MinPasswordChars = 12
	MaxPasswordChars = 256
)

// serviceName is a word a password for this service may not be made of.
const serviceName = "hatangso"

// Passwords hashes and verifies passwords, as many at once as the machine has
// processors: each takes memory, and a flood of sign-ins must not take all of
// it. It is safe for concurrent use.
type Passwords struct {
	cost  cost
	slots chan struct{}
	// dummy is what an unknown account's password is compared with.
	dummy hashed
}

// NewPasswords makes a Passwords of the documented cost.
func NewPasswords() *Passwords {
	return newPasswords(cost{memoryKiB: passwordMemoryKiB, passes: passwordPasses, lanes: passwordLanes}, runtime.GOMAXPROCS(0))
}

func newPasswords(c cost, atOnce int) *Passwords {
	return &Passwords{cost: c, slots: make(chan struct{}, atOnce),
		dummy: hashed{cost: c, salt: make([]byte, passwordSaltBytes), key: make([]byte, passwordKeyBytes)}}
}

// Hash gives the PHC string to store of a password that CheckPassword has
// passed. CodeUnavailable when ctx ends before its turn comes.
func (p *Passwords) Hash(ctx context.Context, password string) (string, error) {
	if tooLong(password) {
		return "", CheckPassword(password)
	}
	h := hashed{cost: p.cost, salt: make([]byte, passwordSaltBytes)}
	rand.Read(h.salt) // never fails
	var err error
	if h.key, err = p.key(ctx, password, h, passwordKeyBytes); err != nil {
		return "", err
	}
	return h.String(), nil
}

// Verify says whether a password is the one stored. Give "" as stored for an
// account that does not exist or has no password: the answer is no, and it
// takes as long as any other no, so that the time does not tell which accounts
// exist. CodeUnavailable when ctx ends before its turn comes; any other error
// means that stored is none of ours.
func (p *Passwords) Verify(ctx context.Context, password, stored string) (bool, error) {
	h, known := p.dummy, stored != ""
	if known {
		var err error
		if h, err = parsePHC(stored); err != nil {
			return false, err
		}
	}
	key, err := p.key(ctx, password, h, len(h.key))
	if err != nil {
		return false, err
	}
	return subtle.ConstantTimeCompare(key, h.key) == 1 && known && !tooLong(password), nil
}

// NeedsRehash says that stored was not hashed at today's cost: hash the
// password anew while it is at hand, after it was verified.
func (p *Passwords) NeedsRehash(stored string) bool {
	h, err := parsePHC(stored)
	return err != nil || h.cost != p.cost || len(h.salt) != passwordSaltBytes || len(h.key) != passwordKeyBytes
}

// key waits for a slot and hashes. A password longer than any that is taken is
// wrong already, and must not cost more to refuse: the empty one is hashed in its place.
func (p *Passwords) key(ctx context.Context, password string, h hashed, bytes int) ([]byte, error) {
	if tooLong(password) {
		password = ""
	}
	select {
	case p.slots <- struct{}{}:
		defer func() { <-p.slots }()
	case <-ctx.Done():
		return nil, &registry.Error{Code: registry.CodeUnavailable, Err: context.Cause(ctx),
			Message: registry.T("Hệ thống đang bận, hãy thử lại.", "The system is busy, try again.")}
	}
	return keyOf(normalise(password), h.salt, h.cost, bytes), nil
}

// tooLong bounds the work of normalising too: no character takes more than
// four bytes.
func tooLong(password string) bool {
	return len(password) > utf8.UTFMax*MaxPasswordChars || utf8.RuneCountInString(password) > MaxPasswordChars
}

// normalise makes one password of the ways keyboards write it (NFKC, as NIST
// SP 800-63B asks): a Vietnamese letter may come composed or in parts.
func normalise(password string) []byte { return norm.NFKC.Bytes([]byte(password)) }

//go:embed common.txt
var commonText string

// common holds the commonest passwords of MinPasswordChars and more, in lower
// case; shorter ones are refused by their length.
var common = func() map[string]bool {
	set := map[string]bool{}
	for _, line := range strings.Fields(commonText) {
		set[line] = true
	}
	return set
}()

// CheckPassword gives CodeInvalid, with how to mend it, for a password that
// must not be set: too short or long, among the commonest, one piece repeated,
// a row of the keyboard, or made of the account's own names (its sign-in name,
// its address) or the service's. There are no rules of composition.
func CheckPassword(password string, names ...string) error {
	fault := func(rule string, message, mend registry.Text) error {
		f := registry.NewFault(rule, "password", "", message, mend) // the value is nobody's business
		f.Pointer = "/password"
		return registry.Invalid([]registry.Fault{f})
	}
	longer := registry.Tf("Đặt từ %d ký tự; một câu dài dễ nhớ là tốt nhất.", "Use %d characters or more; a long sentence you remember is best.", MinPasswordChars)
	other := registry.T("Chọn một mật khẩu khác; một câu dài dễ nhớ là tốt nhất.", "Choose another; a long sentence you remember is best.")
	if !utf8.ValidString(password) {
		return fault("password.encoding", registry.T("Mật khẩu không phải văn bản UTF-8.", "The password is not UTF-8 text."), other)
	}
	if tooLong(password) {
		return fault("password.long", registry.Tf("Mật khẩu dài quá %d ký tự.", "The password has more than %d characters.", MaxPasswordChars), other)
	}
	text := string(normalise(password))
	if utf8.RuneCountInString(text) < MinPasswordChars {
		return fault("password.short", registry.Tf("Mật khẩu ngắn hơn %d ký tự.", "The password has fewer than %d characters.", MinPasswordChars), longer)
	}
	folded := strings.ToLower(text)
	if common[folded] || monotonous(folded) {
		return fault("password.common", registry.T("Mật khẩu này quá phổ biến.", "This password is too common."), other)
	}
	for _, name := range append(names, serviceName) {
		// of an address, what stands before the @
		name, _, _ = strings.Cut(strings.ToLower(string(normalise(name))), "@")
		if utf8.RuneCountInString(name) >= minNameChars && made(folded, name) {
			return fault("password.name", registry.T("Mật khẩu chứa tên tài khoản hoặc tên hệ thống.", "The password is made of the account's or the system's name."), other)
		}
	}
	return nil
}

// minNameChars is the shortest name looked for: shorter ones occur by chance.
const minNameChars = 4

// made says whether so little is left of a password without a name that the
// name is most of the secret.
func made(password, name string) bool {
	rest := strings.ReplaceAll(password, name, "")
	return rest != password && utf8.RuneCountInString(rest) < MinPasswordChars
}

// rows are what fingers run along.
var rows = []string{"01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "1q2w3e4r5t6y7u8i9o0p"}

// monotonous says whether a password is a piece of at most four characters
// repeated, or a run along one of rows, either way round.
func monotonous(password string) bool {
	chars := []rune(password)
	for period := 1; period <= 4; period++ {
		repeats := true
		for i := period; i < len(chars) && repeats; i++ {
			repeats = chars[i] == chars[i-period]
		}
		if repeats {
			return true
		}
	}
	back := make([]rune, len(chars))
	for i, c := range chars {
		back[len(chars)-1-i] = c
	}
	for _, row := range rows {
		if strings.Contains(row, password) || strings.Contains(row, string(back)) {
			return true
		}
	}
	return false
}
