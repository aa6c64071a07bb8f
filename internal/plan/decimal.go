package plan

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
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

// Whole makes a number of a whole one.
func Whole(n int64) Decimal { return of(n, 1, 1) }

// Ratio is num/den × scale, exactly; nil when den is 0.
func Ratio(num, den Decimal, scale int64) *Decimal {
	if den.r.Sign() == 0 {
		return nil
	}
	var d Decimal
	d.r.Quo(&num.r, &den.r)
	d.r.Mul(&d.r, new(big.Rat).SetInt64(scale))
	return &d
}

// Minus is d − other.
func (d Decimal) Minus(other Decimal) Decimal {
	var out Decimal
	out.r.Sub(&d.r, &other.r)
	return out
}

// Plus is d + other.
func (d Decimal) Plus(other Decimal) Decimal {
	var out Decimal
	out.r.Add(&d.r, &other.r)
	return out
}

// Over is d / n; n must not be 0.
func (d Decimal) Over(n int64) Decimal {
	var out Decimal
	out.r.Quo(&d.r, new(big.Rat).SetInt64(n))
	return out
}

// Round rounds to so many decimals, as people read it: 15.84.
func (d Decimal) Round(decimals int) Decimal {
	var out Decimal
	out.r.SetString(d.r.FloatString(decimals))
	return out
}

// Int is the whole part, for what is whole.
func (d Decimal) Int() int64 { return new(big.Int).Quo(d.r.Num(), d.r.Denom()).Int64() }

// Text words the number with at most so many decimals in both languages: 1.215,84
// and 1,215.84.
func (d Decimal) Text(decimals int) registry.Text {
	whole, part, fraction := strings.Cut(d.Round(decimals).String(), ".")
	sign := ""
	if rest, negative := strings.CutPrefix(whole, "-"); negative {
		sign, whole = "-", rest
	}
	spell := func(thousands, point string) string {
		out := whole
		for i := len(whole) - 3; i > 0; i -= 3 {
			out = out[:i] + thousands + out[i:]
		}
		if fraction {
			out += point + part
		}
		return sign + out
	}
	return registry.T(spell(".", ","), spell(",", "."))
}

// Scan reads a numeric that the database gives as text.
func (d *Decimal) Scan(src any) error {
	s, ok := src.(string)
	if !ok {
		return fmt.Errorf("cannot read a number from %T", src)
	}
	if _, ok := d.r.SetString(s); !ok {
		return fmt.Errorf("%.40q is not a number", s)
	}
	return nil
}

// UnmarshalJSON reads a JSON number.
func (d *Decimal) UnmarshalJSON(b []byte) error {
	if _, ok := d.r.SetString(string(b)); !ok {
		return fmt.Errorf("%.40q is not a number", b)
	}
	return nil
}

// Float is the nearest float64.
func (d Decimal) Float() float64 { f, _ := d.r.Float64(); return f }

// String writes the number with at most six decimals and a point.
func (d Decimal) String() string {
	s := d.r.FloatString(6)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

// MarshalJSON writes a JSON number.
func (d Decimal) MarshalJSON() ([]byte, error) { return []byte(d.String()), nil }
