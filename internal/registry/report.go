package registry

import "sort"

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
}

type groupKey struct{ rule, column, message string }

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
		// the text varies with the value; the rule and the column make the
		// group, except where the message is the point
		r.add(groupKey{f.Rule, f.Column, ""}, f, 1)
	}
}

// AddCounted counts in a fault that stands for n rows, as a group of its own.
func (r *Report) AddCounted(f Fault, n int, rows []int) {
	g := r.add(groupKey{f.Rule, f.Column, f.Message.EN + f.Value}, f, n)
	if g != nil && len(rows) > 0 {
		g.Rows = rows[:min(len(rows), Exemplars)]
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
