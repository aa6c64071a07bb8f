package intake

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// tcvn3Decoder decodes TCVN3 phrase by phrase.
//
// TCVN3 has no capital letter with a tone: a capital is the small letter's byte
// in a font of capitals (.VnTimeH), which no CSV names. "HẢI DƯƠNG" in such a
// font is the same bytes as "hải dương" and is read as that. Typed in a font of
// small letters it becomes "HảI DươNG", which nobody writes on purpose: where a
// word has a small letter with a tone beside a capital behind its first letter
// and no small letter of which the standard has a capital, all of it is
// capitals, and so are the short words of the same phrase that say neither
// ("Hà" before "NộI"). "Hà" alone stays as it is. Programs that convert write a
// capital with a tone as the capital and the small letter ("Aà"): that is "À".
type tcvn3Decoder struct{}

// phraseBytes is how much of a text without a sign that ends a phrase is
// looked at together.
const phraseBytes = 512

// Transform implements transform.Transformer.
func (tcvn3Decoder) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		rest := src[nSrc:]
		n := phraseLength(rest)
		if n == 0 {
			if !atEOF {
				return nDst, nSrc, transform.ErrShortSrc
			}
			n = len(rest)
		}
		text := tcvn3Phrase(rest[:n])
		if len(dst)-nDst < len(text) {
			return nDst, nSrc, transform.ErrShortDst
		}
		nDst += copy(dst[nDst:], text)
		nSrc += n
	}
	return nDst, nSrc, nil
}

// Reset implements transform.Transformer.
func (tcvn3Decoder) Reset() {}

// phraseLength gives the length of the phrase that src begins with, its end
// sign included; 0 when more must be seen.
func phraseLength(src []byte) int {
	head := src[:min(len(src), phraseBytes)]
	for i, b := range head {
		if b < ' ' || b == ',' || b == ';' || b == '|' || b == '"' {
			return i + 1
		}
	}
	if len(head) < phraseBytes {
		return 0
	}
	if i := bytes.LastIndexByte(head, ' '); i > 0 {
		return i + 1
	}
	return len(head)
}

// tcvn3Phrase decodes one phrase and mends its capitals.
func tcvn3Phrase(src []byte) string {
	runes := make([]rune, 0, len(src))
	toned := false // there is a small letter with a tone
	for _, b := range src {
		r := tcvn3Table[b]
		var before rune
		if len(runes) > 0 {
			before = runes[len(runes)-1]
		}
		switch {
		case 0xB0 <= b && b <= 0xB4 && !isVowel(before):
			r = windowsTable[b] // a tone on no vowel: °, ², ³ in another font
		case toneless[r] != 0:
			toned = true
			if unicode.IsUpper(before) && unicode.ToLower(before) == toneless[r] {
				runes = runes[:len(runes)-1]
				r = unicode.ToUpper(r)
			}
		}
		runes = append(runes, r)
	}
	if toned {
		mendCapitals(runes)
	}
	return string(runes)
}

// mendCapitals makes capitals of the small letters with tones that stand among
// capitals.
func mendCapitals(phrase []rune) {
	var unsure [][]rune
	proof, against := false, false
	for i := 0; i < len(phrase); {
		end := i
		for end < len(phrase) && (unicode.IsLetter(phrase[end]) || unicode.Is(unicode.Mn, phrase[end])) {
			end++
		}
		if end == i {
			i++
			continue
		}
		word := phrase[i:end]
		i = end
		toned, capital, small := false, false, false
		for at, r := range word {
			switch {
			case toneless[r] != 0:
				toned = true
			case unicode.IsLower(r):
				small = true
			case at > 0 && unicode.IsUpper(r) && toneless[unicode.ToLower(r)] == 0:
				capital = true
			}
		}
		switch {
		case small:
			against = true
		case toned && capital:
			proof = true
			capitals(word)
		case toned:
			unsure = append(unsure, word)
		}
	}
	if proof && !against {
		for _, word := range unsure {
			capitals(word)
		}
	}
}

func capitals(word []rune) {
	for i, r := range word {
		word[i] = unicode.ToUpper(r)
	}
}

// vowels are the letters that carry tones.
const vowels = "aăâeêioôơuưy"

func isVowel(r rune) bool { return strings.ContainsRune(vowels, unicode.ToLower(r)) }

// tones are the marks of the five tones that are written: huyền, hỏi, ngã,
// sắc, nặng.
var tones = [...]rune{'\u0300', '\u0309', '\u0303', '\u0301', '\u0323'}

// toneless gives every small letter with a tone without it; toneOf its tone.
var toneless, toneOf = func() (map[rune]rune, map[rune]rune) {
	bases, marks := map[rune]rune{}, map[rune]rune{}
	for _, base := range vowels {
		for _, tone := range tones {
			r, _ := utf8.DecodeRuneInString(norm.NFC.String(string([]rune{base, tone})))
			bases[r], marks[r] = base, tone
		}
	}
	return bases, marks
}()
