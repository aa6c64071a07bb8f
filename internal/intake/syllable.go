package intake

import (
	"strings"
	"unicode"
)

// onsets are what a Vietnamese syllable may begin with; the longest first is
// not needed, for every split is tried.
var onsets = wordSet("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x")

// rhymes are what it may go on with, without tone.
var rhymes = wordSet(`
	a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
	e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
	i ich im in inh ip it iu ia iêc iêm iên iêng iêp iêt iêu
	o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet ooc oong
	ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
	u uc ui um un ung up ut ua uân uâng uât uây uê uêch uênh uôc uôi uôm uôn uông uôt uơ uy uya uych uynh uyt uyên uyêt uyu uyn
	ư ưc ưi ưn ưng ưt ưu ưa ươc ươi ươm ươn ương ươp ươt ươu
	y yêm yên yêng yêt yêu ych yt`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// isSyllable tells whether a word in NFC can be a Vietnamese syllable: all
// small, all capitals, or one capital first; at most one tone; a syllable that
// ends in a stop has sắc or nặng.
func isSyllable(word []rune) bool {
	capital := 0
	var tone rune
	plain := make([]rune, 0, 8)
	for i, r := range word {
		if i == 7 { // nghiêng
			return false
		}
		if unicode.IsUpper(r) {
			if capital++; capital != i+1 {
				return false
			}
			r = unicode.ToLower(r)
		}
		if base := toneless[r]; base != 0 {
			if tone != 0 {
				return false
			}
			tone, r = toneOf[r], base
		}
		plain = append(plain, r)
	}
	if capital > 1 && capital < len(word) {
		return false
	}
	text := string(plain)
	for at := 0; at < len(text) && at <= 3; at++ {
		onset, rhyme := text[:at], text[at:]
		if (at == 0 || onsets[onset]) && rhymes[rhyme] && goesWith(onset, rhyme) {
			return !isStopped(rhyme) || tone == '\u0301' || tone == '\u0323'
		}
	}
	return false
}

// goesWith keeps the spellings of one sound apart: k, gh and ngh before e, ê, i
// and y, and c, ng before the other vowels.
func goesWith(onset, rhyme string) bool {
	front := strings.HasPrefix(rhyme, "e") || strings.HasPrefix(rhyme, "ê") ||
		strings.HasPrefix(rhyme, "i") || strings.HasPrefix(rhyme, "y")
	switch onset {
	case "k", "gh", "ngh":
		return front
	case "c", "ng":
		return !front
	}
	return true
}

func isStopped(rhyme string) bool {
	return strings.HasSuffix(rhyme, "c") || strings.HasSuffix(rhyme, "ch") ||
		strings.HasSuffix(rhyme, "p") || strings.HasSuffix(rhyme, "t")
}
