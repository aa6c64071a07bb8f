package postgres

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/vnname"
)

// HitsOfEach is how many records of a noun a search gives at most.
const HitsOfEach = 20

// Among how many records of a noun the nearest are looked for: of those with words
// that begin as asked, and of those with the letters anywhere.
const (
	beginningMost = 1000
	withinMost    = 50
)

// withinFrom is how many letters a word has that is looked for within others too:
// fewer are in everything, and no index knows where.
const withinFrom = 3

// findable are the nouns a search looks in, in the order of what people look for.
var findable = []*registry.Noun{registry.SiteNoun, registry.UnitNoun, registry.VillageNoun, registry.ServicePointNoun, registry.PoleNoun, registry.ManholeNoun, registry.PlannedWorkNoun}

// Hit is a record that a search found (kết quả tìm kiếm).
type Hit struct {
	// Noun is which noun the record is of.
	Noun string  `json:"noun"`
	ID   int64   `json:"id"`
	Code string  `json:"code"`
	Name *string `json:"name"`
	// Address is where it says it is, as far as the asker may know.
	Address *string `json:"address"`
	// Commune is the name of the commune it lies in.
	Commune *string `json:"commune"`
}

// Find gives the records there on a day, with ahead those not built yet too, in whose
// code, name, address or road every word of a text occurs, as lists find them
// (registry.Filter.Text), but for words of one or two letters, which must begin one of
// its own: by nouns, of each the nearest to what is asked, so many at most. Nearest is
// what has the text for its name or code; then what has its words together, then in
// any order, as they are written before those that differ by accents; then what has
// the letters within its words, or in its address. Of two as near, the shorter name.
// CodeInvalid for a text without a word.
func (db *DB) Find(ctx context.Context, who registry.Actor, text string, day registry.Date, ahead bool, most int) ([]Hit, error) {
	ctx = as(ctx, who)
	words, err := wordsOf(text)
	if err != nil {
		return nil, err
	}
	var c conditions
	text = strings.TrimSpace(text)
	on := c.arg(day)
	called := c.arg([]string{text, strings.ToUpper(text)})
	begins := c.patterns(words, beginning)
	within := slices.Clone(begins)
	for i, word := range words {
		if utf8.RuneCountInString(word) >= withinFrom {
			within[i] = c.patterns(words[i:i+1], anywhere)[0]
		}
	}
	var selects []string
	for _, n := range findable {
		if MayFind(who, n) != nil {
			continue
		}
		columns := "'" + n.Name + "', id, coalesce(code, '')"
		for _, column := range []string{"name", "address", "commune"} {
			if n.Field(column) == nil {
				column = "NULL::text"
			}
			columns += ", " + column
		}
		from := "(SELECT " + columns + " FROM " + view(who.Grants, n) + " WHERE " + fmt.Sprintf(thereOn(n, ahead), on) + " AND "
		selects = append(selects,
			from+"code = ANY("+called+"::text[]))",
			from+holds(n, begins)+fmt.Sprintf(" LIMIT %d)", beginningMost),
			from+holds(n, within)+fmt.Sprintf(" LIMIT %d)", withinMost))
	}
	rows, err := db.pool.Query(ctx, strings.Join(selects, " UNION "), c.args...)
	if err != nil {
		return nil, translate(err)
	}
	found, err := pgx.CollectRows(rows, pgx.RowToStructByPos[Hit])
	if err != nil {
		return nil, translate(err)
	}
	return nearest(text, found, most), nil
}

// nearest orders what was found by noun and by how near it comes to what is asked.
func nearest(text string, found []Hit, most int) []Hit {
	type ranked struct {
		Hit
		noun, far, length int
		called            string
	}
	all, wanted := make([]ranked, len(found)), want(text)
	for i, f := range found {
		called := f.Code
		if f.Name != nil {
			called = *f.Name
		}
		noun := slices.IndexFunc(findable, func(n *registry.Noun) bool { return n.Name == f.Noun })
		all[i] = ranked{f, noun, wanted.nearness(called, f.Code), utf8.RuneCountInString(called), called}
	}
	slices.SortFunc(all, func(a, b ranked) int {
		return cmp.Or(a.noun-b.noun, a.far-b.far, a.length-b.length, strings.Compare(a.called, b.called), cmp.Compare(a.ID, b.ID))
	})
	nearest, of := []Hit{}, 0
	for i, f := range all {
		if i == 0 || f.noun != all[i-1].noun {
			of = 0
		}
		if of++; of <= most {
			nearest = append(nearest, f.Hit)
		}
	}
	return nearest
}

// wanted is a text that is searched for: folded, its words as they are written, and
// without their accents.
type wanted struct {
	folded       string
	exact, plain []string
}

func want(text string) wanted {
	folded := vnname.Fold(text)
	return wanted{folded, written(text), strings.Fields(folded)}
}

// nearness says how near a name and a code come to what is asked for, 0 the nearest.
func (w wanted) nearness(name, code string) int {
	if vnname.Fold(name) == w.folded || vnname.Fold(code) == w.folded {
		return 0
	}
	both := name + " " + code
	exact, plain := written(both), strings.Fields(vnname.Fold(both))
	for far, near := range []bool{together(w.exact, exact), together(w.plain, plain), begin(w.exact, exact), begin(w.plain, plain)} {
		if near {
			return 1 + far
		}
	}
	return 5
}

// written gives the words of a text with the accents they are written with, in one style.
func written(text string) []string {
	return strings.FieldsFunc(vnname.Key(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
}

// together says whether the words that are asked for stand one after the other, the
// last perhaps unfinished.
func together(asked, words []string) bool {
	return strings.Contains(" "+strings.Join(words, " "), " "+strings.Join(asked, " "))
}

// begin says whether each word that is asked for begins one of others.
func begin(asked, words []string) bool {
	for _, word := range asked {
		if !slices.ContainsFunc(words, func(own string) bool { return strings.HasPrefix(own, word) }) {
			return false
		}
	}
	return true
}
