package rule

import (
	"sync"

	"github.com/hatangso/hatangso/internal/registry"
)

// Entry documents one rule that a filing can break: what GET /api/v1/rules and the
// page of rules show.
type Entry struct {
	ID   string            `json:"id"`
	Tier registry.RuleTier `json:"tier"`
	// Reading says that the rule is held while the file is read, row by row, before
	// any rule of the register is asked.
	Reading bool `json:"reading"`
	// Nouns are the names of those whose filings it is asked of; none means every
	// noun that has what it speaks of.
	Nouns  []string      `json:"nouns,omitempty"`
	Title  registry.Text `json:"title"`
	Clause registry.Text `json:"clause"`
	Limits []LimitEntry  `json:"limits,omitempty"`
}

// LimitEntry documents a number of a rule that a province may set.
type LimitEntry struct {
	Name    string        `json:"name"`
	Title   registry.Text `json:"title"`
	Unit    string        `json:"unit,omitempty"`
	Default float64       `json:"default"`
}

// Catalog documents every rule that can be given when filing: first those held
// while the file is read, then [All], each in its order.
func Catalog() []Entry {
	entries := make([]Entry, 0, len(reading)+len(All))
	for _, r := range reading {
		entries = append(entries, Entry{ID: r.id, Tier: r.tier, Reading: true, Title: r.title, Clause: r.clause})
	}
	for _, r := range append([]*Rule{PositionReading}, All...) {
		e := Entry{ID: r.ID, Tier: r.Tier, Title: r.Title, Clause: r.Clause}
		for _, n := range r.Nouns {
			e.Nouns = append(e.Nouns, n.Name)
		}
		for _, l := range r.Limits {
			e.Limits = append(e.Limits, LimitEntry(l))
		}
		entries = append(entries, e)
	}
	return entries
}

// tiers is the tier of each rule of the catalogue.
var tiers = sync.OnceValue(func() map[string]registry.RuleTier {
	all := map[string]registry.RuleTier{}
	for _, e := range Catalog() {
		all[e.ID] = e.Tier
	}
	return all
})

// TierOf gives the tier of a rule of the catalogue, "" for none.
func TierOf(id string) registry.RuleTier { return tiers()[id] }
