package registry

import (
	"sort"
	"strings"
)

// ListCode is one entry of a code list (mục trong danh mục).
type ListCode struct {
	List    string   `json:"list"`
	Code    string   `json:"code"`
	Title   Text     `json:"title"`
	Aliases []string `json:"aliases,omitempty"`
	// Source says where the entry comes from, with domain.md's mark of how
	// sure it is.
	Source string `json:"source,omitempty"`
	order  int
}

// Codes holds the code lists in force: those the program ships, and what a
// province added to the database's code table.
type Codes map[string]map[string]ListCode

// NewCodes makes Codes from entries, whose order is kept for Show.
func NewCodes(entries []ListCode) Codes {
	codes := Codes{}
	for i, e := range entries {
		e.order = i
		if codes[e.List] == nil {
			codes[e.List] = map[string]ListCode{}
		}
		codes[e.List][e.Code] = e
	}
	return codes
}

// Has says whether code is in list.
func (c Codes) Has(list, code string) bool {
	_, ok := c[list][code]
	return ok
}

// Entries gives a list's entries in their order.
func (c Codes) Entries(list string) []ListCode {
	out := make([]ListCode, 0, len(c[list]))
	for _, e := range c[list] {
		out = append(out, e)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].order < out[j].order })
	return out
}

// Show names a list's codes for a message, twenty at most.
func (c Codes) Show(list string) string {
	var names []string
	for _, e := range c.Entries(list) {
		if len(names) == 20 {
			names = append(names, "…")
			break
		}
		names = append(names, e.Code)
	}
	return strings.Join(names, ", ")
}
