package coord

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/hatangso/hatangso/internal/registry"
)

// ParseAngle reads one latitude or longitude: decimal degrees, degrees and
// decimal minutes, or degrees, minutes and decimal seconds, with point or comma
// (an angle has no thousands, so a comma is never ambiguous), with signs, the
// letters d m s, the words độ phút giây, colons or only spaces between, and an
// optional hemisphere in front or behind:
//
//	20.534550   20,534550°   -20.5   20°32'04.38"N   20 32 04,38
//	105d54m02.0s E   20°32′4″ B   20 độ 32 phút 4 giây vĩ Bắc
//
// It returns signed decimal degrees (south and west negative) and the
// hemisphere as 'N', 'S', 'E' or 'W', 0 when none is written. Vietnamese
// letters are B (Bắc, N), Đ (Đông, E), T (Tây, W) and the words; "N" is North
// here, because "Nam" is rarely cut to one letter; in a pair whose other letter
// is Vietnamese it is Nam (see [ParsePair]).
//
// Degrees lie within ±180 (±90 with N or S), minutes and seconds in [0, 60); only
// the last part may have decimals; a minus and a hemisphere exclude each other.
// The error is a *registry.Error with one fault, [RuleFormat] or [RuleRange].
func ParseAngle(s string) (deg float64, hemisphere byte, err error) {
	a, err := readAngle(s)
	if err != nil {
		return 0, 0, err
	}
	return a.degrees(false), a.hemisphere(false), nil
}

// angle is an angle as written: the unsigned value, whether a minus stood
// before it, and the letter of its hemisphere: one of N S E W B D(Đ) T, or n
// for the word Nam, which is never North; 0 for none.
type angle struct {
	value    float64
	negative bool
	letter   byte
}

// hemisphere translates the letter; vietnamese says that N stands for Nam.
func (a angle) hemisphere(vietnamese bool) byte {
	switch a.letter {
	case 'B':
		return 'N'
	case 'D':
		return 'E'
	case 'T':
		return 'W'
	case 'n':
		return 'S'
	case 'N':
		if vietnamese {
			return 'S'
		}
	}
	return a.letter
}

func (a angle) degrees(vietnamese bool) float64 {
	h := a.hemisphere(vietnamese)
	if a.negative || h == 'S' || h == 'W' {
		return -a.value
	}
	return a.value
}

// hemispheres are the ways to write one, in lower case, as whole words.
var hemispheres = map[string]byte{
	"n": 'N', "s": 'S', "e": 'E', "w": 'W', "b": 'B', "đ": 'D', "t": 'T',
	"bắc": 'B', "nam": 'n', "đông": 'D', "tây": 'T',
	"north": 'N', "south": 'S', "east": 'E', "west": 'W',
}

// units are the ways to write one, in lower case: 0 degrees, 1 minutes, 2 seconds.
var units = map[string]int{
	"°": 0, "º": 0, "˚": 0, "d": 0, "độ": 0, "deg": 0,
	"'": 1, "′": 1, "’": 1, "‘": 1, "´": 1, "m": 1, "phút": 1, "min": 1,
	`"`: 2, "″": 2, "”": 2, "“": 2, "''": 2, "′′": 2, "’’": 2, "giây": 2, "sec": 2,
}

// readAngle reads an angle without deciding what N means.
func readAngle(s string) (angle, error) {
	var a angle
	var parts [3]float64
	var decimals [3]bool
	n := 0            // parts read
	ended := false    // the hemisphere stands behind: nothing may follow
	closed := true    // the last part has its unit, or there is no part
	separated := true // there is something between the last part and here
	refuse := func() (angle, error) { return angle{}, angleError(s) }
	if len(s) > MaxNumberBytes {
		return refuse()
	}
	rest := strings.TrimSpace(norm.NFC.String(s))
	for rest != "" {
		r, size := utf8.DecodeRuneInString(rest)
		switch {
		case unicode.IsSpace(r):
			rest, separated = rest[size:], true
		case r == '-' || r == '−' || r == '–' || r == '+':
			if n > 0 || a.negative {
				return refuse()
			}
			a.negative = r != '+'
			rest = rest[size:]
			if next, _ := utf8.DecodeRuneInString(rest); next < '0' || next > '9' {
				return refuse()
			}
		case '0' <= r && r <= '9':
			if n == 3 || !separated || ended {
				return refuse()
			}
			var ok bool
			if parts[n], decimals[n], rest, ok = cutDecimal(rest); !ok {
				return refuse()
			}
			n++
			closed, separated = false, false
		case r == ':' && !closed && n < 3:
			rest, separated = rest[size:], true
			if next, _ := utf8.DecodeRuneInString(rest); next < '0' || next > '9' {
				return refuse()
			}
		default:
			word := cutWord(rest)
			if !closed && n > 0 && len(word) == 2 && word[0] == "dms"[n-1] {
				word = word[:1] // 20d32m04sN
			}
			rest = rest[len(word):]
			lower := strings.ToLower(word)
			unit, isUnit := units[lower]
			if word == "s" && !closed && n == 3 { // s is seconds, unless they are closed: then South
				unit, isUnit = 2, true
			}
			if isUnit {
				if closed || unit != n-1 {
					return refuse()
				}
				closed, separated = true, true
				continue
			}
			if lower == "vĩ" || lower == "kinh" { // vĩ Bắc, kinh Đông
				continue
			}
			letter, ok := hemispheres[lower]
			if !ok || a.letter != 0 {
				return refuse()
			}
			a.letter, separated = letter, true
			if n > 0 {
				closed, ended = true, true
			}
		}
	}
	if n == 0 || a.negative && a.letter != 0 {
		return refuse()
	}
	for i := range n - 1 {
		if decimals[i] {
			return refuse()
		}
	}
	limit := 180.0
	if h := a.hemisphere(false); h == 'N' || h == 'S' {
		limit = 90
	}
	a.value = parts[0] + parts[1]/60 + parts[2]/3600
	if a.value > limit || parts[1] >= 60 || parts[2] >= 60 {
		return angle{}, angleRangeError(s, limit)
	}
	return a, nil
}

// cutDecimal takes an unsigned decimal number off the front of s. There are no
// thousands in an angle: a second sign is an error.
func cutDecimal(s string) (v float64, decimals bool, rest string, ok bool) {
	end := 0
	for end < len(s) && (isDigit(s[end]) || s[end] == '.' || s[end] == ',') {
		end++
	}
	text := strings.Replace(s[:end], ",", ".", 1)
	v, ok = parseClean(text, '.', 0)
	return v, strings.Contains(text, "."), s[end:], ok && !math.IsInf(v, 0)
}

// cutWord gives the run of letters, or the unit mark, that s begins with.
func cutWord(s string) string {
	for _, double := range []string{"''", "′′", "’’"} {
		if strings.HasPrefix(s, double) {
			return double
		}
	}
	end := 0
	for i, r := range s {
		if !unicode.IsLetter(r) || r == 'º' {
			break
		}
		end = i + utf8.RuneLen(r)
	}
	if end == 0 {
		_, end = utf8.DecodeRuneInString(s)
	}
	return s[:end]
}

func angleError(s string) error {
	return registry.Invalid([]registry.Fault{registry.NewFault(RuleFormat, "", s,
		registry.Tf("Không đọc được góc “%s”.", "Cannot read the angle “%s”.", clip(s)),
		registry.T("Viết như 20,534550 hoặc 20°32'04,38\"B.", "Write it like 20.534550 or 20°32'04.38\"N."))})
}

func angleRangeError(s string, limit float64) error {
	return registry.Invalid([]registry.Fault{registry.NewFault(RuleRange, "", s,
		registry.Tf("Góc “%s” vượt giới hạn: độ đến %.0f, phút và giây nhỏ hơn 60.",
			"The angle “%s” is out of range: degrees up to %.0f, minutes and seconds below 60.", clip(s), limit),
		registry.T("Xem lại số độ, phút, giây.", "Check the degrees, minutes and seconds."))})
}
