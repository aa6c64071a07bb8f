package intake

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// vniDecoder decodes VNI-Windows: a vowel and behind it one byte for its tone,
// or for its hat or breve with the tone. Some vowels have a byte of their own.
// The byte of a capital is 0x20 less.
type vniDecoder struct{}

// vniSingles are the letters of one byte, small.
var vniSingles = map[byte]rune{
	0xF1: 'đ', 0xF4: 'ơ', 0xF6: 'ư',
	0xED: 'í', 0xEC: 'ì', 0xE6: 'ỉ', 0xF3: 'ĩ', 0xF2: 'ị', 0xEE: 'ỵ',
}

// vniMarks are the second bytes of a letter, small, as combining characters.
var vniMarks = map[byte]string{
	0xF8: "\u0300", 0xFB: "\u0309", 0xF5: "\u0303", 0xF9: "\u0301", 0xEF: "\u0323",
	0xE2: "\u0302", 0xE0: "\u0302\u0300", 0xE5: "\u0302\u0309", 0xE3: "\u0302\u0303", 0xE1: "\u0302\u0301", 0xE4: "\u0302\u0323",
	0xEA: "\u0306", 0xE8: "\u0306\u0300", 0xFA: "\u0306\u0309", 0xFC: "\u0306\u0303", 0xE9: "\u0306\u0301", 0xEB: "\u0306\u0323",
}

// vniPairs gives the letter of two bytes, both cases; 0 for no letter.
var vniPairs = func() (pairs map[[2]byte]rune) {
	pairs = map[[2]byte]rune{}
	bases := map[byte]rune{0xF4: 'ơ', 0xF6: 'ư'}
	for _, b := range []byte("aeouy") {
		bases[b] = rune(b)
	}
	for b, base := range bases {
		for mark, combining := range vniMarks {
			composed := norm.NFC.String(string(base) + combining)
			r, size := utf8.DecodeRuneInString(composed)
			if size != len(composed) || toneless[r] == 0 && !isVowel(r) {
				continue // such as a breve on e
			}
			// some type a capital vowel and leave the mark small
			pairs[[2]byte{b, mark}] = r
			pairs[[2]byte{b - 0x20, mark - 0x20}] = unicode.ToUpper(r)
			pairs[[2]byte{b - 0x20, mark}] = unicode.ToUpper(r)
		}
	}
	return pairs
}()

// vniTable is a byte that stands alone. A mark does not.
var vniTable = func() byteTable {
	t := windowsTable
	for b := 0xC0; b < len(t); b++ {
		t[b] = utf8.RuneError
	}
	for b, r := range vniSingles {
		t[b], t[b-0x20] = r, unicode.ToUpper(r)
	}
	return t
}()

// Transform implements transform.Transformer.
func (vniDecoder) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		if len(dst)-nDst < utf8.UTFMax {
			return nDst, nSrc, transform.ErrShortDst
		}
		b, n := src[nSrc], 1
		r := vniTable[b]
		if nSrc+1 < len(src) {
			if paired := vniPairs[[2]byte{b, src[nSrc+1]}]; paired != 0 {
				r, n = paired, 2
			}
		} else if !atEOF && isVowel(r) {
			return nDst, nSrc, transform.ErrShortSrc
		}
		nDst += utf8.EncodeRune(dst[nDst:], r)
		nSrc += n
	}
	return nDst, nSrc, nil
}

// Reset implements transform.Transformer.
func (vniDecoder) Reset() {}
