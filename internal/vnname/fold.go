package vnname

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// NFC gives s in Unicode normalisation form C, the form every text is stored
// in. Windows-1258 files and macOS file names arrive decomposed.
func NFC(s string) string { return norm.NFC.String(s) }

// Fold gives the search form of s: lower case, without diacritics, đ as d,
// every run of spaces and punctuation as one space, none at the ends. Letters
// of other scripts stay. Fold is idempotent and does not tell NFC from NFD, nor
// compatibility forms ("m²", full-width digits) from plain ones.
//
//	Fold("  Thị trấn Đồng-Văn ") == "thi tran dong van"
//
// Different names may fold alike ("Hòa", "Hóa"): use [Key] for identity.
func Fold(s string) string {
	if folded, ok := foldASCII(s); ok {
		return folded
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range norm.NFKD.String(s) {
		if unicode.Is(unicode.M, r) || isInvisible(r) {
			continue
		}
		r = unicode.ToLower(r)
		if !unicode.IsLetter(r) && !unicode.IsNumber(r) {
			space = b.Len() > 0
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		if ascii, ok := asciiLetter[r]; ok {
			b.WriteString(ascii)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// asciiLetter spells the letters that Unicode does not decompose. Eth (ð) and
// the African d (ɖ) are what keyboards with the wrong layout give for đ.
var asciiLetter = map[rune]string{
	'đ': "d", 'ð': "d", 'ɖ': "d",
	'ø': "o", 'ł': "l", 'æ': "ae", 'œ': "oe", 'ß': "ss", 'þ': "th",
}

// foldASCII is Fold for strings of ASCII only, which most headings are.
func foldASCII(s string) (string, bool) {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return "", false
		}
	}
	out := make([]byte, 0, len(s))
	space := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
		default:
			space = len(out) > 0
			continue
		}
		if space {
			out = append(out, ' ')
			space = false
		}
		out = append(out, c)
	}
	return string(out), true
}

// isInvisible tells the characters that copying from web pages and Word leaves
// inside words: zero-width spaces and joiners, soft hyphen, byte order mark.
func isInvisible(r rune) bool {
	return unicode.Is(unicode.Cf, r)
}
