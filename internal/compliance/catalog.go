package compliance

import "github.com/hatangso/hatangso/internal/registry"

// Described is a rule as the documentation shows it.
type Described struct {
	ID     string        `json:"id"`
	Part   Part          `json:"part"`
	Title  registry.Text `json:"title"`
	Clause registry.Text `json:"clause"`
	Mark   string        `json:"mark"`
}

// Catalog lists every rule in the order it is asked.
func Catalog() []Described {
	out := make([]Described, len(rules))
	for i, r := range rules {
		out[i] = Described{r.id, r.part, r.title, r.clause, r.mark}
	}
	return out
}
