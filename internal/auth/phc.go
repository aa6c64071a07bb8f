package auth

import (
	"encoding/base64"
	"errors"
	"strconv"
	"strings"

	"golang.org/x/crypto/argon2"
)

// hashed is a password as it is stored: the cost it was hashed at, its salt
// and the hash.
type hashed struct {
	cost cost
	salt []byte
	key  []byte
}

// cost is what one argon2id hash takes.
type cost struct {
	memoryKiB uint32
	passes    uint32
	lanes     uint8
}

// Bounds of what is read back, so that a row written by somebody else cannot
// take the machine's memory or hours of its time.
const (
	maxMemoryKiB = 256 * 1024
	maxPasses    = 16
	maxLanes     = 16
	minSaltBytes = 8
	minKeyBytes  = 16
	maxPartBytes = 64
)

const phcStart = "$argon2id$v=19$" // argon2.Version is 0x13

var phcBase64 = base64.RawStdEncoding.Strict()

// String writes the PHC form: $argon2id$v=19$m=…,t=…,p=…$salt$hash
// (github.com/P-H-C/phc-string-format).
func (h hashed) String() string {
	b := append(make([]byte, 0, 128), phcStart+"m="...)
	b = strconv.AppendUint(b, uint64(h.cost.memoryKiB), 10)
	b = strconv.AppendUint(append(b, ",t="...), uint64(h.cost.passes), 10)
	b = strconv.AppendUint(append(b, ",p="...), uint64(h.cost.lanes), 10)
	b = phcBase64.AppendEncode(append(b, '$'), h.salt)
	b = phcBase64.AppendEncode(append(b, '$'), h.key)
	return string(b)
}

var errPHC = errors.New("not an argon2id PHC string within bounds")

// parsePHC reads exactly what String writes, and nothing else.
func parsePHC(s string) (hashed, error) {
	rest, ok := strings.CutPrefix(s, phcStart)
	parts := strings.Split(rest, "$")
	if !ok || len(parts) != 3 {
		return hashed{}, errPHC
	}
	var h hashed
	costs := strings.Split(parts[0], ",")
	if len(costs) != 3 {
		return hashed{}, errPHC
	}
	var values [3]uint64
	for i, limit := range [...]struct {
		name string
		most uint64
	}{{"m=", maxMemoryKiB}, {"t=", maxPasses}, {"p=", maxLanes}} {
		digits, ok := strings.CutPrefix(costs[i], limit.name)
		n, err := strconv.ParseUint(digits, 10, 32)
		if !ok || err != nil || n < 1 || n > limit.most || strconv.FormatUint(n, 10) != digits {
			return hashed{}, errPHC
		}
		values[i] = n
	}
	h.cost = cost{memoryKiB: uint32(values[0]), passes: uint32(values[1]), lanes: uint8(values[2])} // #nosec G115 -- read with bounds above
	if h.cost.memoryKiB < 8*uint32(h.cost.lanes) {                                                  // RFC 9106 §3.1
		return hashed{}, errPHC
	}
	for i, part := range [...]struct {
		into  *[]byte
		least int
	}{{&h.salt, minSaltBytes}, {&h.key, minKeyBytes}} {
		b, err := phcBase64.DecodeString(parts[i+1])
		if err != nil || len(b) < part.least || len(b) > maxPartBytes || phcBase64.EncodeToString(b) != parts[i+1] {
			return hashed{}, errPHC
		}
		*part.into = b
	}
	return h, nil
}

// keyOf hashes a password at a cost.
func keyOf(password []byte, salt []byte, c cost, bytes int) []byte {
	return argon2.IDKey(password, salt, c.passes, c.memoryKiB, c.lanes, uint32(bytes)) // #nosec G115 -- a hash is tens of bytes
}
