package intake

import (
	"bytes"
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// EncodingGuess is one way to read a file that does not say how it is encoded.
type EncodingGuess struct {
	Encoding Encoding
	// Confidence is from 0 to 1: the share of the words with a letter beyond
	// ASCII that can be Vietnamese when read so, times how much likelier they
	// are than when read otherwise.
	Confidence float64
	// Text is the beginning of the file read so, for a person to judge.
	Text string
}

// shownRunes is the length of EncodingGuess.Text, in characters.
const shownRunes = 160

// likelyVietnamese is the confidence at which text is taken for Vietnamese; a
// file of other languages is refused, for any reading of it is wrong.
const likelyVietnamese = 0.3

// legacy are the encodings that guessing chooses from, with how often files
// come in each (INFERRED: TCVN3 was the standard of offices in the north, VNI
// the habit of the south).
var legacy = []struct {
	encoding Encoding
	share    float64
}{{TCVN3, 0.5}, {VNI, 0.25}, {Windows1258, 0.2}, {VISCII, 0.05}}

// guessLegacy ranks the encodings that a text which is no Unicode makes sense
// in, best first; none when it makes sense in none.
func guessLegacy(sample []byte) []EncodingGuess {
	type reading struct {
		EncodingGuess
		text  string
		worth float64 // logarithm of the likelihood
		valid float64 // share of words
	}
	var readings []reading
	best := math.Inf(-1)
	for _, l := range legacy {
		r := reading{text: l.encoding.decode(sample)}
		r.Encoding = l.encoding
		good, bad := 0, 0
		r.worth, good, bad = vietnamese(r.text)
		if good == 0 {
			continue
		}
		r.valid = float64(good) / float64(good+bad)
		r.worth += math.Log(l.share)
		best = max(best, r.worth)
		readings = append(readings, r)
	}
	slices.SortStableFunc(readings, func(a, b reading) int { return -cmp.Compare(a.worth, b.worth) })
	total := 0.0
	texts := map[string]bool{}
	for _, r := range readings {
		if !texts[r.text] { // two encodings that agree are no doubt
			total += math.Exp(r.worth - best)
		}
		texts[r.text] = true
	}
	var guesses []EncodingGuess
	for _, r := range readings {
		r.Confidence = r.valid * math.Exp(r.worth-best) / total
		r.Text = shown(r.text)
		if len(guesses) == 0 && r.Confidence < likelyVietnamese {
			return nil
		}
		guesses = append(guesses, r.EncodingGuess)
	}
	return guesses
}

// shown cuts a text for people.
func shown(text string) string {
	n := 0
	for i := range text {
		if n++; n > shownRunes {
			return text[:i] + "…"
		}
	}
	return text
}

// byFrequency are the letters beyond ASCII in the order in which Vietnamese
// names and papers have them (counted in the names of the 3,321 communes of
// 2025 and what they were merged from, levelled by running text).
const byFrequency = "đàưôáạãâảêờơếộịìậốóấệớểủợăềồởứầữựíọụỉúũắừổòễýùửĩặèéỏằẩõỹẻỗẽẫẹẳỷỳẵỡỵ"

// letterWorth is the logarithm of how often a letter beyond ASCII is that one
// (Zipf's law on its rank).
var letterWorth = func() map[rune]float64 {
	worth := map[rune]float64{}
	rank := 0
	for _, r := range byFrequency {
		worth[r] = -math.Log(float64(rank + 4))
		rank++
	}
	return worth
}()

const (
	asciiWorth   = -3.0  // of an ASCII letter beside others
	foreignWorth = -9.0  // of a word that no Vietnamese writes, beside its letters
	symbolWorth  = -10.0 // of a sign that does not belong
	capitalWorth = -0.7  // of a capital more than of a small letter
)

// Signs beyond ASCII that Vietnamese tables hold: between words, and at the
// ends of words only (the degree sign is a letter of another encoding).
const (
	betweenWords = "–—‘’“”…•\u00a0"
	besideWords  = "°²³±×½"
)

// vietnamese says how likely a text is as Vietnamese, by its words with a letter
// beyond ASCII: how many can be and how many cannot.
func vietnamese(text string) (worth float64, good, bad int) {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool {
		return r < utf8.RuneSelf && !unicode.IsLetter(r) || strings.ContainsRune(betweenWords, r)
	}) {
		word = strings.Trim(word, besideWords)
		if isASCII(word) {
			continue
		}
		runes := []rune(word)
		for _, r := range runes {
			small := unicode.ToLower(r)
			switch w, ok := letterWorth[small]; {
			case ok:
				worth += w
				if small != r {
					worth += capitalWorth
				}
			case unicode.IsLetter(r):
				worth += asciiWorth
			default:
				worth += symbolWorth
			}
		}
		switch {
		case !isSyllable(runes):
			bad++
			worth += foreignWorth
		case len(runes) > 1: // a letter alone proves nothing
			good++
		}
	}
	return worth, good, bad
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// guessUTF16 finds UTF-16 without its mark: of every two bytes of ASCII one is
// zero, always the same. Text in other encodings has no zeros at all. "" when
// it is not UTF-16.
func guessUTF16(sample []byte) Encoding {
	sample = sample[:len(sample)&^1]
	var zeros [2]int
	for i, b := range sample {
		if b == 0 {
			zeros[i&1]++
		}
	}
	e := UTF16LE
	if zeros[0] > zeros[1] {
		e = UTF16BE
	}
	// a fifth: Vietnamese has spaces, delimiters and plain consonants
	if len(sample) < 4 || min(zeros[0], zeros[1]) > 0 || max(zeros[0], zeros[1]) < len(sample)/10 {
		return ""
	}
	text := e.decode(sample)
	if len(text) > utf8.UTFMax { // a pair may be cut
		text = strings.TrimSuffix(text, string(utf8.RuneError))
	}
	known, foreign := 0, 0
	for _, r := range text {
		switch {
		case r == utf8.RuneError || unicode.IsControl(r) && r != '\t' && r != '\r' && r != '\n':
			return ""
		case unicode.In(r, unicode.Latin, unicode.Common, unicode.Inherited):
			known++
		default:
			foreign++ // what two bytes of ASCII look like
		}
	}
	if foreign > known/4 {
		return ""
	}
	return e
}

// guessEncoding decides how a file without a mark is read. whole says that the
// sample is all of it. Guesses are nil when nothing was guessed.
func guessEncoding(sample []byte, whole bool) (Encoding, []EncodingGuess) {
	if bytes.IndexByte(sample, 0) >= 0 {
		if e := guessUTF16(sample); e != "" {
			return e, []EncodingGuess{{e, 1, shown(e.decode(sample))}}
		}
		return UTF8, nil // which will be refused at the zero
	}
	if !whole {
		sample = lastWordCut(sample)
	}
	several, broken, latin := multibyte(sample)
	if broken == 0 && (several == 0 || latin > 0) || several >= max(broken, 1) && latin > 0 {
		return UTF8, nil
	}
	if !isProse(sample) {
		return UTF8, nil
	}
	guesses := guessLegacy(sample)
	if len(guesses) == 0 || broken == 0 && guesses[0].Confidence < 0.9 {
		return UTF8, nil
	}
	return guesses[0].Encoding, guesses
}

// isProse says that a file is not one of the formats that are UTF-8 by their
// own definition.
func isProse(sample []byte) bool {
	trimmed := bytes.TrimLeft(sample, " \t\r\n")
	return len(trimmed) > 0 && bytes.IndexByte([]byte{'{', '[', '<', recordSeparator}, trimmed[0]) < 0
}

// multibyte counts the characters of several bytes that valid UTF-8 has in a
// sample, how many of them are of the Latin script or signs, as in anything
// filed here, and the bytes that belong to none.
func multibyte(sample []byte) (several, broken, latin int) {
	for i := 0; i < len(sample); {
		if sample[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(sample[i:])
		i += size
		if size == 1 {
			broken++
			continue
		}
		several++
		if unicode.Is(unicode.Latin, r) || 0x300 <= r && r < 0x370 || !unicode.IsLetter(r) && r > 0x2000 {
			latin++
		}
	}
	return several, broken, latin
}

// lastWordCut drops a word that the end of the sample may have cut.
func lastWordCut(sample []byte) []byte {
	if i := bytes.LastIndexAny(sample, " ,;|\t\r\n"); i > 0 {
		return sample[:i]
	}
	return sample
}

// likelyEncoding names the encoding that bytes which are not UTF-8 are probably
// in, for a fault.
func likelyEncoding(raw []byte) string {
	if guesses := guessLegacy(raw); len(guesses) > 0 {
		return string(guesses[0].Encoding)
	}
	return "Windows-1252"
}
