package coord

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"github.com/hatangso/hatangso/internal/registry"
)

// MaxNumberBytes bounds the text of one number or angle. The longest honest
// one, degrees, minutes and seconds in words, has some 60 bytes.
const MaxNumberBytes = 128

// Rules of the faults this package gives.
const (
	RuleFormat        = "coordinate.format"         // the text is no number, angle or pair
	RuleMixedDecimals = "coordinate.mixed-decimals" // one column writes both 1.5 and 1,5
	RuleAmbiguous     = "coordinate.ambiguous"      // the text can be read in two ways
	RuleRange         = "coordinate.range"          // outside what the axis or the grid can hold
	RuleSwapped       = "coordinate.swapped"        // latitude and longitude changed places
	RuleNaN           = "coordinate.nan"            // not a number, or infinite
	RuleNullIsland    = "coordinate.null-island"    // 0, 0: somebody's empty cell
	RuleCRS           = "coordinate.crs"            // unknown or refused reference system
)

// NumberFormat says which character of a column is the decimal sign. It is
// decided per column, never per cell: "105,900" is 105.9 in one table and
// 105900 in another.
type NumberFormat byte

const (
	DecimalPoint NumberFormat = iota // 20.5345; comma separates thousands
	DecimalComma                     // 20,5345; point separates thousands
)

func (f NumberFormat) String() string {
	if f == DecimalComma {
		return "decimal comma"
	}
	return "decimal point"
}

func (f NumberFormat) signs() (decimal, group byte) {
	if f == DecimalComma {
		return ',', '.'
	}
	return '.', ','
}

// Parse reads a number of a column whose format is known. The other sign and
// spaces are taken as separators of thousands when the groups are whole
// ("2.316.534,47"), and refused otherwise. A Unicode minus, spaces around and a
// degree sign behind are taken; so is a decimal exponent, which spreadsheets
// write. Refused are NaN, infinities, hexadecimal, exponents too large for a
// float64, and texts longer than [MaxNumberBytes]. The error is a
// *registry.Error with one fault.
func (f NumberFormat) Parse(s string) (float64, error) {
	text, ok := cleanNumber(s)
	if !ok {
		return 0, formatError(s)
	}
	decimal, group := f.signs()
	v, ok := parseClean(text, decimal, group)
	if !ok {
		return 0, formatError(s)
	}
	return v, nil
}

// ParseNumber reads one number that stands alone, with point or comma. A sign
// that occurs once is the decimal sign ("105,900" is 105.9); one that repeats,
// or stands before the other, separates thousands. For a column use
// [DetectFormat] and [NumberFormat.Parse]. Errors are those of Parse.
func ParseNumber(s string) (float64, error) {
	text, ok := cleanNumber(s)
	if !ok {
		return 0, formatError(s)
	}
	format := DecimalPoint
	if e := evidenceOf(text); e == provesComma || e == looksComma {
		format = DecimalComma
	}
	decimal, group := format.signs()
	v, ok := parseClean(text, decimal, group)
	if !ok {
		return 0, formatError(s)
	}
	return v, nil
}

// evidence is what one number tells about its column's format.
type evidence byte

const (
	provesNothing evidence = iota // digits only
	provesPoint                   // 20.5345, 2,316,534.47
	provesComma                   // 20,5345, 2.316.534,47
	looksPoint                    // 105.900: decimal, unless points separate thousands
	looksComma                    // 105,900: decimal, unless commas separate thousands
)

func evidenceOf(text string) evidence {
	point, comma := strings.Count(text, "."), strings.Count(text, ",")
	switch {
	case point == 0 && comma == 0:
		return provesNothing
	case point > 0 && comma > 0:
		if strings.LastIndexByte(text, '.') > strings.LastIndexByte(text, ',') {
			return provesPoint
		}
		return provesComma
	case point > 1:
		return provesComma
	case comma > 1:
		return provesPoint
	}
	sign, proof, look := ".", provesPoint, looksPoint
	if comma == 1 {
		sign, proof, look = ",", provesComma, looksComma
	}
	whole, fraction, _ := strings.Cut(strings.TrimLeft(text, "+-"), sign)
	if len(fraction) == 3 && len(whole) >= 1 && len(whole) <= 3 && whole[0] != '0' {
		return look
	}
	return proof
}

// DetectFormat decides the decimal sign of a column from its cells; empty
// cells and cells that are no numbers are passed over. A column without any
// sign is DecimalPoint. A column that proves both signs, or in which a cell
// such as "105.900" can only be guessed at, is an error with the rule
// [RuleMixedDecimals] that shows one cell of each sort: one of them would be
// read a thousand times too large.
func DetectFormat(samples []string) (NumberFormat, error) {
	var first [looksComma + 1]string
	grouped := [2]bool{} // a cell proves that the point, the comma separates thousands
	for _, s := range samples {
		text, ok := cleanNumber(s)
		if !ok {
			continue
		}
		e := evidenceOf(text)
		if e == provesNothing {
			continue
		}
		decimal, group := DecimalPoint.signs()
		if e == provesComma || e == looksComma {
			decimal, group = group, decimal
		}
		if _, ok := parseClean(text, decimal, group); !ok {
			continue
		}
		if first[e] == "" {
			first[e] = s
		}
		if e == provesComma && strings.Contains(text, ".") {
			grouped[0] = true
		}
		if e == provesPoint && strings.Contains(text, ",") {
			grouped[1] = true
		}
	}
	point, comma := first[provesPoint], first[provesComma]
	if point == "" && !grouped[0] {
		point = first[looksPoint]
	}
	if comma == "" && !grouped[1] {
		comma = first[looksComma]
	}
	switch {
	case point != "" && comma != "":
		return DecimalPoint, registry.Invalid([]registry.Fault{registry.NewFault(RuleMixedDecimals, "", point+" | "+comma,
			registry.Tf("Cột dùng lẫn dấu chấm (%s) và dấu phẩy (%s) thập phân.",
				"The column mixes decimal points (%s) and decimal commas (%s).", clip(point), clip(comma)),
			registry.T("Chọn một dấu thập phân cho cả cột, rồi nộp lại.",
				"Choose one decimal sign for the whole column and file again."))})
	case comma != "":
		return DecimalComma, nil
	}
	return DecimalPoint, nil
}

// cleanNumber trims a cell, unifies its minus, drops a trailing degree sign and
// turns every kind of space into an ordinary one.
func cleanNumber(s string) (string, bool) {
	if len(s) > MaxNumberBytes {
		return "", false
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '−' || r == '–' || r == '－':
			return '-'
		case unicode.IsSpace(r):
			return ' '
		case r == '\u200b' || r == '\ufeff':
			return -1
		}
		return r
	}, s)
	s = strings.TrimSpace(s)
	for _, degree := range []string{"°", "º", "˚"} {
		if cut, ok := strings.CutSuffix(s, degree); ok {
			s = strings.TrimSpace(cut)
			break
		}
	}
	return s, s != ""
}

// parseClean reads [+-] digits in groups [decimal digits] [e [+-] digits].
func parseClean(s string, decimal, group byte) (float64, bool) {
	out := make([]byte, 0, MaxNumberBytes)
	i := 0
	if s[i] == '+' || s[i] == '-' {
		out = append(out, s[i])
		i++
	}
	end := i
	for end < len(s) && s[end] != decimal && s[end] != 'e' && s[end] != 'E' {
		end++
	}
	whole, ok := joinGroups(out, s[i:end], group)
	if !ok {
		return 0, false
	}
	out = whole
	if i = end; i < len(s) && s[i] == decimal {
		from := i + 1
		for i = from; i < len(s) && isDigit(s[i]); i++ {
		}
		if i == from {
			return 0, false
		}
		out = append(out, '.')
		out = append(out, s[from:i]...)
	}
	if i < len(s) {
		exponent := strings.TrimLeft(s[i+1:], "+-")
		if s[i] != 'e' && s[i] != 'E' || exponent == "" || len(s)-i-1-len(exponent) > 1 {
			return 0, false
		}
		for j := range len(exponent) {
			if !isDigit(exponent[j]) {
				return 0, false
			}
		}
		out = append(out, s[i:]...)
	}
	v, err := strconv.ParseFloat(string(out), 64)
	if err != nil || math.IsInf(v, 0) {
		return 0, false
	}
	return v, true
}

// joinGroups appends the digits of a whole number, given in one piece or in
// groups of three after a first one of one to three.
func joinGroups(out []byte, s string, group byte) ([]byte, bool) {
	separator := byte(0)
	run, groups := 0, 0
	for i := range len(s) {
		switch c := s[i]; {
		case isDigit(c):
			out = append(out, c)
			run++
		case c == group || c == ' ':
			if separator != 0 && c != separator || run == 0 || run > 3 || groups > 0 && run != 3 {
				return nil, false
			}
			separator, run = c, 0
			groups++
		default:
			return nil, false
		}
	}
	return out, run > 0 && (groups == 0 || run == 3)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func clip(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

func formatError(s string) error {
	return registry.Invalid([]registry.Fault{registry.NewFault(RuleFormat, "", s,
		registry.Tf("“%s” không phải là một số.", "“%s” is not a number.", clip(s)),
		registry.T("Viết như 20.5345 hoặc 20,5345.", "Write it like 20.5345 or 20,5345."))})
}
