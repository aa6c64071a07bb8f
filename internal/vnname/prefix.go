package vnname

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The kinds of unit and settlement that StripPrefix knows, in the full written
// form, lower case.
const (
	Province     = "tỉnh"
	City         = "thành phố" // under the government or, until 2025-06-30, under a province
	UrbanCounty  = "quận"      // ended 2025-07-01
	Town         = "thị xã"    // ended 2025-07-01
	RuralCounty  = "huyện"     // ended 2025-07-01
	Ward         = "phường"
	Township     = "thị trấn" // ended 2025-07-01
	Commune      = "xã"
	SpecialZone  = "đặc khu" // since 2025-07-01
	Village      = "thôn"
	Hamlet       = "ấp"
	Ban          = "bản"
	Buon         = "buôn"
	Lang         = "làng"
	Xom          = "xóm"
	Khom         = "khóm"
	Quarter      = "khu phố"
	ResidentArea = "khu dân cư"
	ResidentCell = "tổ dân phố"
	SubArea      = "tiểu khu"
)

// prefix is one way of writing a kind at the front of a name.
type prefix struct {
	words string // as Key gives it
	kind  string
	// bare says that the prefix is also recognised in a name typed without any
	// diacritics. Not for words that then read like the name itself: "Lang Son"
	// is the province Lạng Sơn, not a village called Son.
	bare bool
}

// prefixes in full. A longer one stands before those it begins with.
var prefixes = []prefix{
	{"thành phố", City, true},
	{"thủ đô", City, true},
	{"tỉnh", Province, true},
	{"quận", UrbanCounty, true},
	{"huyện", RuralCounty, true},
	{"thị xã", Town, true},
	{"thị trấn", Township, true},
	{"phường", Ward, true},
	{"xã", Commune, true},
	{"đặc khu", SpecialZone, true},
	{"tổ dân phố", ResidentCell, true},
	{"khu dân cư", ResidentArea, true},
	{"khu phố", Quarter, true},
	{"tiểu khu", SubArea, true},
	{"thôn", Village, true},
	{"ấp", Hamlet, false},
	{"áp", Hamlet, false}, // a frequent misspelling of ấp
	{"bản", Ban, false},
	{"buôn", Buon, false},
	{"làng", Lang, false},
	{"xóm", Xom, false},
	{"khóm", Khom, false},
}

// abbreviations of two letters and more are no Vietnamese syllable, so they
// need no full stop. A single letter needs one, or a digit after it: "P.1",
// "P 1", "Q.Tân Bình", but not "H Mông".
var abbreviations = []prefix{
	{"tp", City, true},
	{"tx", Town, true},
	{"tt", Township, true},
	{"ph", Ward, true},
	{"đk", SpecialZone, true},
	{"tdp", ResidentCell, true},
	{"kdc", ResidentArea, true},
	{"kp", Quarter, true},
	{"tk", SubArea, true},
	{"p", Ward, true},
	{"q", UrbanCounty, true},
	{"h", RuralCounty, true},
	{"x", Commune, true},
}

// StripPrefix takes the kind of unit, in full or abbreviated and in any letter
// case, off the front of a name. It returns the kind as one of the constants of
// this package and the rest as written, in NFC with single spaces; or "" and
// the whole name when it begins with no kind or consists of nothing else.
//
//	StripPrefix("TP. Thủ Đức")        == "thành phố", "Thủ Đức"
//	StripPrefix("P.1")                == "phường", "1"
//	StripPrefix("PHƯỜNG Hải Dương")   == "phường", "Hải Dương"
//
// Only the first kind is taken: "Thị trấn Nông trường Mộc Châu" keeps its
// "Nông trường". Some names begin with a village's kind ("Buôn Ma Thuột", "Bản
// Lầu"): strip only where a kind is expected to stand.
func StripPrefix(s string) (kind, rest string) {
	whole := strings.Join(strings.Fields(NFC(s)), " ")
	bare := Fold(s) == strings.Join(strings.Fields(strings.ToLower(NFC(spaceOut(s)))), " ")
	for _, p := range prefixes {
		if rest, ok := cutFull(whole, p, bare); ok {
			return p.kind, rest
		}
	}
	for _, p := range abbreviations {
		if rest, ok := cutAbbreviation(whole, p); ok {
			return p.kind, rest
		}
	}
	return "", whole
}

// spaceOut turns what is neither a letter nor a digit into spaces.
func spaceOut(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.M, r) {
			return r
		}
		return ' '
	}, s)
}

// cutFull takes the words of a full prefix off the front of a name.
func cutFull(name string, p prefix, bare bool) (string, bool) {
	rest := name
	for _, want := range strings.Fields(p.words) {
		word := rest
		end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) })
		if end >= 0 {
			word = rest[:end]
		}
		same := Key(word) == want
		if !same && bare && p.bare {
			same = strings.ToLower(word) == Fold(want)
		}
		if !same {
			return "", false
		}
		rest = strings.TrimLeft(rest[len(word):], " ")
	}
	return afterPrefix(rest)
}

// cutAbbreviation takes "TP.", "TP ", "P.", "P1" off the front of a name.
func cutAbbreviation(name string, p prefix) (string, bool) {
	rest := name
	letters := 0
	for _, want := range p.words {
		r, size := utf8.DecodeRuneInString(rest)
		if unicode.ToLower(r) != want {
			return "", false
		}
		rest = rest[size:]
		letters++
	}
	after := strings.TrimLeft(rest, " .")
	digit := after != "" && '0' <= after[0] && after[0] <= '9'
	if digit || strings.HasPrefix(rest, ".") || letters > 1 && strings.HasPrefix(rest, " ") {
		return afterPrefix(rest)
	}
	return "", false
}

// afterPrefix drops the punctuation between a kind and the name; a kind with
// nothing after it is itself the name.
func afterPrefix(rest string) (string, bool) {
	rest = strings.TrimLeft(rest, " .:")
	return rest, rest != ""
}
