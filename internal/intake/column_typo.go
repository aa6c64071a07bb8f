package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hatangso/hatangso/internal/vnname"
)

// typoLetters is how long a heading must be for one wrong letter in it to be
// taken for a slip: "x" is a letter away from "y".
const typoLetters = 6

// similar is a target whose heading is like another.
type similar struct {
	target  string
	heading string // folded
	score   float64
}

// headings gives all that a target's column may be called, folded.
func (c *columns) headings(target string) []string {
	if list, ok := positionHeaders[target]; ok {
		return list
	}
	f := c.noun.Field(target)
	if f == nil {
		return nil
	}
	all := append([]string{vnname.Fold(f.Name), vnname.Fold(f.Title.VI), vnname.Fold(f.Title.EN)}, f.Aliases...)
	for _, title := range []string{f.Title.VI, f.Title.EN} {
		if bare := inParentheses.ReplaceAllString(title, ""); bare != "" && bare != title {
			all = append(all, vnname.Fold(bare))
		}
	}
	return all
}

// like ranks the targets whose headings are like an unknown one: a slip of the
// keyboard, or all its words among others.
func (c *columns) like(header string) []similar {
	folded := vnname.Fold(inParentheses.ReplaceAllString(header, ""))
	if utf8.RuneCountInString(folded) < 3 {
		return nil
	}
	var out []similar
	for _, target := range c.targets() {
		best := similar{target: target}
		for _, heading := range c.headings(target) {
			if s := likeness(folded, heading); s > best.score {
				best.heading, best.score = heading, s
			}
		}
		if best.score > 0 {
			out = append(out, best)
		}
	}
	slices.SortStableFunc(out, func(a, b similar) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return 0
	})
	return out
}

// likeness is from 0 to 0.8 for two folded headings that are not the same.
func likeness(a, b string) float64 {
	longer := max(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	if digits(a) == digits(b) && min(utf8.RuneCountInString(a), utf8.RuneCountInString(b)) >= typoLetters-1 {
		switch d := slips(a, b); {
		case d == 0: // such as "matram" for "ma tram"
			return 0.8
		case d == 1 && longer >= typoLetters:
			return 0.75
		case d == 2 && longer >= 2*typoLetters:
			return 0.6
		}
	}
	if strings.Contains(b, " ") && strings.Contains(" "+a+" ", " "+b+" ") {
		return 0.5
	}
	return 0
}

// digits are a heading's digits: "band 1" is no slip for "band 2".
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// slips counts the letters that two headings differ by, spaces apart: left out,
// put in, replaced, or swapped with the next. It counts no further than 3.
func slips(a, b string) int {
	x, y := []rune(strings.ReplaceAll(a, " ", "")), []rune(strings.ReplaceAll(b, " ", ""))
	return slipsWithin(x, y, 3)
}

func slipsWithin(x, y []rune, most int) int {
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	if len(x) == 0 || len(y) == 0 {
		return min(most, len(x)+len(y))
	}
	if most <= 1 {
		return most
	}
	least := slipsWithin(x[1:], y[1:], most-1)
	least = min(least, slipsWithin(x[1:], y, most-1), slipsWithin(x, y[1:], most-1))
	if len(x) > 1 && len(y) > 1 && x[0] == y[1] && x[1] == y[0] {
		least = min(least, slipsWithin(x[2:], y[2:], most-1))
	}
	return min(most, least+1)
}

// typo gives the one target that a heading without meaning is a slip of the
// keyboard for; none when there are several, or the slip is more than a letter.
func (c *columns) typo(header string) string {
	near := c.like(header)
	if len(near) == 0 || near[0].score < 0.75 || len(near) > 1 && near[1].score >= near[0].score {
		return ""
	}
	return near[0].target
}
