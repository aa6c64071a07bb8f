package vnname

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Key gives the form in which two spellings of one name are equal: NFC, lower
// case, one style of tone placement (hòa, thủy, hóa; never hoà, thuỷ, hoá),
// single spaces, none at the ends, around a hyphen or after an apostrophe (Ea M'
// Doal), one apostrophe and one hyphen character. Diacritics stay: two names that differ by a real tone or
// letter have different keys. Kinds are kept too; see [StripPrefix].
func Key(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	word := make([]letter, 0, 16)
	space, last := false, rune(0)
	write := func(r rune) {
		if space && b.Len() > 0 && r != '-' && last != '-' && last != '\'' {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(r)
		last = r
	}
	flush := func() {
		placeTone(word)
		for i, l := range word {
			if i == 0 {
				write(l.base)
			} else {
				b.WriteRune(l.base)
				last = l.base
			}
			for _, m := range l.marks {
				b.WriteRune(m)
			}
		}
		word = word[:0]
	}
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r) && len(word) > 0:
			word[len(word)-1].marks = append(word[len(word)-1].marks, r)
		case isInvisible(r):
		case unicode.IsLetter(r):
			word = append(word, letter{base: plainLetter(unicode.ToLower(r))})
		default:
			flush()
			switch {
			case unicode.IsSpace(r):
				space = true
			case isApostrophe(r):
				write('\'')
			case unicode.Is(unicode.Pd, r):
				write('-')
			default:
				write(r)
			}
		}
	}
	flush()
	// Lower-casing can uncover a decomposition; composing comes last.
	return norm.NFC.String(b.String())
}

// letter is one base letter with its marks, those of quality (â, ơ, ă) and
// those of tone.
type letter struct {
	base  rune
	marks []rune
}

func isTone(mark rune) bool {
	switch mark {
	case '\u0300', '\u0301', '\u0303', '\u0309', '\u0323': // huyền, sắc, ngã, hỏi, nặng
		return true
	}
	return false
}

func (l *letter) isVowel() bool { return strings.ContainsRune("aeiouy", l.base) }

// placeTone moves the one tone mark of a syllable to where the traditional
// style puts it: on the vowel that carries a quality mark (the last of them);
// else on the last vowel before a final consonant; else on the first of two
// vowels and the middle of three. The u of qu and the i of gi before a vowel
// are consonants. A word with two tone marks is not one Vietnamese syllable and
// is left alone.
//
// Source: the two styles are those of the orthography proposals of 1980 and
// 1984; they differ only in oa, oe and uy without a final consonant, but typing
// errors ("Húê", "ngừơi") fall to the same rule.
func placeTone(word []letter) {
	at, mark := -1, 0
	for i := range word {
		for j, m := range word[i].marks {
			if isTone(m) {
				if at >= 0 {
					return
				}
				at, mark = i, j
			}
		}
	}
	if at < 0 || !word[at].isVowel() {
		return
	}
	tone := word[at].marks[mark]
	word[at].marks = slices.Delete(word[at].marks, mark, mark+1)
	from, to := at, at+1
	for from > 0 && word[from-1].isVowel() {
		from--
	}
	for to < len(word) && word[to].isVowel() {
		to++
	}
	if from > 0 && to-from > 1 {
		initial := string([]rune{word[from-1].base, word[from].base})
		if (initial == "qu" || initial == "gi") && len(word[from].marks) == 0 {
			from++
		}
	}
	home := from + (to-from-1)/2 // one or two vowels: the first; three: the middle
	if to < len(word) {
		home = to - 1
	}
	for i := from; i < to; i++ {
		if len(word[i].marks) > 0 {
			home = i
		}
	}
	word[home].marks = append(word[home].marks, tone)
}

// plainLetter maps the look-alikes of đ to đ.
func plainLetter(r rune) rune {
	if r == 'ð' || r == 'ɖ' {
		return 'đ'
	}
	return r
}

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', '`', '´', '′':
		return true
	}
	return false
}
