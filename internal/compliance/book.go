package compliance

import (
	"slices"

	"github.com/hatangso/hatangso/internal/registry"
)

// Book is the law as data: what is not seen word by word a province sets itself.
type Book struct {
	Laws    []Law
	Grounds []Ground
	// Settings are the rules a province may soften or give another number, by id.
	Settings map[string]Setting
}

// Law is a rule on building permits with the days it is in force (quy định).
type Law struct {
	Code  string        `json:"code"`
	Title registry.Text `json:"title"`
	// Clause quotes it, with the mark of how sure the notes are.
	Clause registry.Text `json:"clause"`
	Mark   string        `json:"mark"`
	// From is the first day in force, Until the first on which it is no more; nil
	// leaves that end open.
	From  *registry.Date `json:"in_force_from"`
	Until *registry.Date `json:"in_force_until"`
	// PermitNeeded says that a work needs a permit or a ground of exemption.
	PermitNeeded bool `json:"permit_needed"`
}

// Ground is a ground on which a work may stand (căn cứ): the permit itself or an
// exemption, a code of the list permit_basis.
type Ground struct {
	Basis string
	Title registry.Text
	// Law is the law it belongs to; "" for any.
	Law string
	// OutsideUrban and NotBulky are its conditions; Kinds those of works it is for,
	// none for all.
	OutsideUrban bool
	NotBulky     bool
	Kinds        []registry.Kind
	// NumberNeeded says that only a document shows it.
	NumberNeeded bool
	Clause       registry.Text
	Mark         string
}

// Setting adjusts one rule.
type Setting struct {
	// Effect is MakesUnlawful or Warning: how much what the rule finds weighs.
	Effect Effect
	// Value is the number the rule depends on, in the unit the rule says.
	Value float64
}

// InForce gives the law in force on a day, nil when the book has none.
func (b *Book) InForce(day registry.Date) *Law {
	for i := range b.Laws {
		l := &b.Laws[i]
		if (l.From == nil || !day.Before(*l.From)) && (l.Until == nil || day.Before(*l.Until)) {
			return l
		}
	}
	return nil
}

func (b *Book) ground(basis string) *Ground {
	if i := slices.IndexFunc(b.Grounds, func(g Ground) bool { return g.Basis == basis }); i >= 0 {
		return &b.Grounds[i]
	}
	return nil
}

func (b *Book) law(code string) *Law {
	if i := slices.IndexFunc(b.Laws, func(l Law) bool { return l.Code == code }); i >= 0 {
		return &b.Laws[i]
	}
	return nil
}

// strict says whether what a rule finds makes unlawful.
func (b *Book) strict(rule string) bool {
	s, set := b.Settings[rule]
	return !set || s.Effect == MakesUnlawful
}

// number gives the number a rule depends on.
func (b *Book) number(rule string, otherwise float64) float64 {
	if s, set := b.Settings[rule]; set && s.Value > 0 {
		return s.Value
	}
	return otherwise
}
