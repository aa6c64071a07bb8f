package registry

import (
	"slices"
	"sort"
)

// Exemplars is how many faults of a group a Report keeps whole.
const Exemplars = 5

// maxGroups bounds a Report against a file in which everything is wrong in a
// new way.
const maxGroups = 2000

// Report gathers the faults of a bulk load: every one counted, grouped by what
// is wrong, the first rows of each group kept.
type Report struct {
	groups map[groupKey]*FaultGroup
	order  []groupKey
	values map[groupKey]int
}

// valueGroups is how many values of one rule and column get a group each;
// further ones are counted together.
const valueGroups = 20

type groupKey struct{ rule, column, value string }

// FaultGroup is one thing wrong in one column, however often.
type FaultGroup struct {
	Rule     string   `json:"rule"`
	Column   string   `json:"column,omitempty"`
	Severity Severity `json:"severity"`
	Count    int      `json:"count"`
	// Rows are the first rows, Exemplars at most; First is the first fault.
	Rows  []int `json:"rows,omitempty"`
	First Fault `json:"first"`
}

// Add counts faults in.
func (r *Report) Add(faults ...Fault) {
	for _, f := range faults {
		// the text may vary with the value; the rule and the column make the group
		r.add(groupKey{f.Rule, f.Column, ""}, f, 1)
	}
}

// AddCounted counts in a fault that stands for n rows. Each value is a group of
// its own, as long as there are few.
func (r *Report) AddCounted(f Fault, n int, rows []int) {
	shared := groupKey{f.Rule, f.Column, ""}
	own := groupKey{f.Rule, f.Column, f.Value}
	if r.groups[own] == nil {
		if r.values == nil {
			r.values = map[groupKey]int{}
		}
		r.values[shared]++
		if r.values[shared] > valueGroups {
			own = shared
		}
	}
	g := r.add(own, f, n)
	for _, row := range rows {
		if len(g.Rows) < Exemplars && !slices.Contains(g.Rows, row) {
			g.Rows = append(g.Rows, row)
		}
	}
}

func (r *Report) add(key groupKey, f Fault, n int) *FaultGroup {
	if r.groups == nil {
		r.groups = map[groupKey]*FaultGroup{}
	}
	g := r.groups[key]
	if g == nil {
		if len(r.order) >= maxGroups {
			key = groupKey{rule: "limit.groups"}
			if g = r.groups[key]; g != nil {
				g.Count += n
				return g
			}
			f = NewFault("limit.groups", "", "", T("Quá nhiều loại lỗi khác nhau.", "Too many different faults."),
				T("Sửa các lỗi đã nêu rồi nạp lại.", "Mend those listed and load again."))
		}
		g = &FaultGroup{Rule: f.Rule, Column: f.Column, Severity: f.Severity, First: f}
		r.groups[key] = g
		r.order = append(r.order, key)
	}
	g.Count += n
	if f.Row > 0 && len(g.Rows) < Exemplars {
		g.Rows = append(g.Rows, f.Row)
	}
	return g
}

// Groups gives the groups, errors before warnings, the commonest first.
func (r *Report) Groups() []FaultGroup {
	out := make([]FaultGroup, 0, len(r.order))
	for _, key := range r.order {
		out = append(out, *r.groups[key])
	}
	sort.SliceStable(out, func(i, j int) bool {
		if out[i].Severity != out[j].Severity {
			return out[i].Severity == SeverityError
		}
		return out[i].Count > out[j].Count
	})
	return out
}
