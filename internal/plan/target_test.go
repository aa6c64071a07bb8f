package plan_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

// failing is what testing.T and rapid.T share.
type failing interface {
	Helper()
	Fatal(...any)
}

func decimal(t failing, s string) *plan.Decimal {
	t.Helper()
	d, err := plan.ParseDecimal(s)
	if err != nil {
		t.Fatal(err)
	}
	return &d
}

func on(year int, month time.Month, day int) registry.Date { return registry.NewDate(year, month, day) }

func over30(t failing, cohort string) plan.Target {
	return plan.Target{Indicator: "R_BTS_STOCK", Printed: "trên 30 %", Value: decimal(t, "30"), Comparator: plan.Over, Cohort: cohort, DueYear: 2025}
}

// domain.md §10, case 2: Ninh Bình's 16 % of all sites says nothing of its target for new ones.
func TestNinhBinhIsNotComparable(t *testing.T) {
	t.Parallel()
	j := over30(t, plan.New).Judge(plan.Percentage(on(2023, 6, 30), 16, 100), nil)
	if j.Standing != plan.NotComparable || j.Why.VI == "" {
		t.Errorf("%+v", j)
	}
}

// domain.md §10, case 3: exactly 30.0 % is not "trên 30 %".
func TestHaiDuongExactlyThirty(t *testing.T) {
	t.Parallel()
	j := over30(t, plan.Stock).Judge(plan.Percentage(on(2026, 1, 1), 300, 1000), nil)
	if j.Standing != plan.Behind || j.Missing == nil || *j.Missing != 1 {
		t.Errorf("%+v", j)
	}
	if j := over30(t, plan.Stock).Judge(plan.Percentage(on(2026, 1, 1), 301, 1000), nil); j.Standing != plan.Met || j.Missing != nil {
		t.Errorf("one more: %+v", j)
	}
}

func TestStanding(t *testing.T) {
	t.Parallel()
	target := over30(t, plan.Stock)
	start := &plan.Baseline{On: on(2023, 12, 31), Number: *decimal(t, "10")} // to 30 in 731 days: 20 at half-way
	elsewhere := plan.Percentage(on(2025, 1, 1), 50, 100)
	elsewhere.Territory = false
	kept := target
	kept.Comparator, kept.Value = plan.Keep, decimal(t, "100")
	wordless := target
	wordless.Value = nil
	for _, c := range []struct {
		name   string
		target plan.Target
		value  plan.Value
		base   *plan.Baseline
		want   plan.Standing
	}{
		{"no number in the plan", wordless, plan.Percentage(on(2025, 1, 1), 1, 2), start, plan.NotComparable},
		{"another territory", target, elsewhere, start, plan.NotComparable},
		{"zero denominator is no data", target, plan.Percentage(on(2025, 1, 1), 0, 0), start, plan.NoData},
		{"on the line", target, plan.Percentage(on(2024, 12, 31), 21, 100), start, plan.OnTrack},
		{"under the line", target, plan.Percentage(on(2024, 12, 31), 19, 100), start, plan.Behind},
		{"on the last day it may still be walked", target, plan.Percentage(on(2025, 12, 31), 29, 100), start, plan.Behind},
		{"too late", target, plan.Percentage(on(2026, 1, 1), 29, 100), start, plan.Behind},
		{"without a baseline", target, plan.Percentage(on(2024, 12, 31), 21, 100), nil, plan.Behind},
		{"kept", kept, plan.Percentage(on(2024, 12, 31), 1355, 1355), nil, plan.Met},
		{"not kept", kept, plan.Percentage(on(2024, 12, 31), 1354, 1355), start, plan.Behind},
	} {
		if j := c.target.Judge(c.value, c.base); j.Standing != c.want || j.Why.VI == "" || j.Why.EN == "" {
			t.Errorf("%s: %+v, want %s", c.name, j, c.want)
		}
	}
}

// What is missing is enough, and one fewer is not.
func TestMissingIsLeast(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		den := rapid.Int64Range(1, 1_000_000).Draw(t, "denominator")
		num := rapid.Int64Range(0, den).Draw(t, "numerator")
		value := decimal(t, rapid.StringMatching(`[0-9]{1,2}(\.[0-9]{1,2})?`).Draw(t, "target"))
		target := plan.Target{Value: value, Cohort: plan.Stock, DueYear: 2025,
			Comparator: rapid.SampledFrom([]plan.Comparator{plan.Over, plan.AtLeast}).Draw(t, "comparator")}
		standing := func(n int64) plan.Standing {
			return target.Judge(plan.Percentage(on(2026, 1, 1), n, den), nil).Standing
		}
		j := target.Judge(plan.Percentage(on(2026, 1, 1), num, den), nil)
		switch {
		case j.Standing == plan.Met:
			if j.Missing != nil {
				t.Fatalf("met, and %d missing", *j.Missing)
			}
		case j.Missing == nil:
			if standing(den) == plan.Met {
				t.Fatal("all would be enough")
			}
		case standing(num+*j.Missing) != plan.Met || standing(num+*j.Missing-1) == plan.Met:
			t.Fatalf("%d of %d, %d missing", num, den, *j.Missing)
		}
	})
}
