package plan_test

import (
	"testing"

	"github.com/hatangso/hatangso/geodata"
	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

// How a criterion stands, of every combination of what is ours, what was sent and
// what was said of it.
func TestRoundStandings(t *testing.T) {
	t.Parallel()
	number := func(s string) *plan.Decimal {
		if s == "" {
			return nil
		}
		d, err := plan.ParseDecimal(s)
		if err != nil {
			t.Fatal(err)
		}
		return &d
	}
	round := func(value, position string) *plan.Round {
		r := &plan.Round{Value: number(value)}
		if position != "" {
			r.Position = &position
		}
		return r
	}
	seen := map[plan.RoundStanding]bool{}
	for _, c := range []struct {
		name, ours string
		one, two   *plan.Round
		want       plan.RoundStanding
		difference string // of the last round there is
	}{
		{"nothing yet", "80", nil, nil, plan.Awaiting, ""},
		{"not answered", "80", round("78", ""), nil, plan.ToAnswer, "2"},
		{"alike, not answered", "80", round("80", ""), nil, plan.ToAnswer, "0"},
		{"not assessed, not answered", "80", round("", ""), nil, plan.ToAnswer, ""},
		{"agreed", "80", round("80", registry.DIIAgreed), nil, plan.Agreed, "0"},
		{"agreed though it differs", "80", round("79", registry.DIIAgreed), nil, plan.Agreed, "1"},
		{"disagreed", "80", round("78", registry.DIIDisagreed), nil, plan.Disagreed, "2"},
		{"final, ours", "80", round("78", registry.DIIDisagreed), round("80", ""), plan.Matches, "0"},
		{"final, ours to two decimals", "80.004", nil, round("80", ""), plan.Matches, "0.004"},
		{"final, not ours", "80.006", nil, round("80", registry.DIIAgreed), plan.Differs, "0.006"},
		{"final, below", "80", round("80", registry.DIIAgreed), round("81.5", ""), plan.Differs, "-1.5"},
		{"final, not assessed", "80", round("78", ""), round("", ""), plan.Unassessed, ""},
		{"final, nothing of ours", "", nil, round("81", ""), plan.Unassessed, ""},
	} {
		r := plan.Reconciled{Value: number(c.ours), Round1: c.one, Round2: c.two}
		r.Settle()
		last := c.two
		if last == nil {
			last = c.one
		}
		difference := ""
		if last != nil && last.Difference != nil {
			difference = last.Difference.String()
		}
		if r.Standing != c.want || difference != c.difference || r.Reason.VI == "" || r.Reason.EN == "" || r.StandingTitle != c.want.Title() {
			t.Errorf("%s: %s, %q, %v", c.name, r.Standing, difference, r.Reason)
		}
		seen[r.Standing] = true
	}
	for _, s := range plan.RoundStandings {
		if !seen[s] {
			t.Errorf("no criterion is %s", s)
		}
	}
}

// Each criterion is answered by an indicator of the catalogue.
func TestCriteria(t *testing.T) {
	t.Parallel()
	criteria, err := plan.ReadCriteria(geodata.Table, catalogue(t))
	if err != nil || len(criteria) != 14 {
		t.Errorf("%d criteria, %v", len(criteria), err)
	}
}
