package plan

import (
	"fmt"
	"math/big"
	"strings"
)

// Decimal is an exact number as plans print them: 30 means 30, not 29.999….
// The zero Decimal is 0.
type Decimal struct{ r big.Rat }

// maxDecimalChars bounds what is read: no plan prints more.
const maxDecimalChars = 20

// ParseDecimal reads a number with a decimal point, such as 42.5 or -3. The
// error says what was read.
func ParseDecimal(s string) (Decimal, error) {
	var d Decimal
	if len(s) > maxDecimalChars || strings.ContainsAny(s, "eE/_xXpP") {
		return d, fmt.Errorf("%.40q is not a number such as 42.5", s)
	}
	if _, ok := d.r.SetString(s); !ok {
		return d, fmt.Errorf("%.40q is not a number such as 42.5", s)
	}
	return d, nil
}

// of is num/den × scale, exactly. den must not be 0.
func of(num, den, scale int64) Decimal {
	var d Decimal
	d.r.SetFrac64(num, den)
	d.r.Mul(&d.r, new(big.Rat).SetInt64(scale))
	return d
}

// Cmp is negative when d < other, 0 when equal, positive when greater.
func (d Decimal) Cmp(other Decimal) int { return d.r.Cmp(&other.r) }

// Float is the nearest float64.
func (d Decimal) Float() float64 { f, _ := d.r.Float64(); return f }

// String writes the number with at most four decimals and a point.
func (d Decimal) String() string {
	s := d.r.FloatString(4)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

// MarshalJSON writes a JSON number.
func (d Decimal) MarshalJSON() ([]byte, error) { return []byte(d.String()), nil }
