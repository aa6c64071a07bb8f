package sharing

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/hatangso/hatangso/internal/registry"
)

func TestCompare(t *testing.T) {
	percent := func(f float64) *float64 { return &f }
	for _, c := range []struct {
		ratio      *float64
		comparator string
		target     float64
		want       Outcome
	}{
		{percent(30), Above, 30, OutcomeUnmet}, // "trên 30 %" is strict
		{percent(30.0000001), Above, 30, OutcomeMet},
		{percent(30), AtLeast, 30, OutcomeMet},
		{percent(29.9999999), AtLeast, 30, OutcomeUnmet},
		{percent(100), Maintain, 100, OutcomeMet},
		{percent(99.9), Maintain, 100, OutcomeUnmet},
		{percent(30), Exactly, 30, OutcomeMet},
		{percent(30.1), Exactly, 30, OutcomeUnmet},
		{percent(5), AtMost, 5, OutcomeMet},
		{percent(5), Below, 5, OutcomeUnmet},
		{percent(4.9), Below, 5, OutcomeMet},
		{percent(0.30000000000000004), Above, 0.3, OutcomeMet},
		{nil, AtLeast, 0, OutcomeNoData},
	} {
		if got, err := Compare(c.ratio, c.comparator, c.target); err != nil || got != c.want {
			t.Errorf("%v %s %v: %v, %v; want %v", c.ratio, c.comparator, c.target, got, err, c.want)
		}
	}
	if got, err := (Result{}).Compare(AtLeast, 0); err != nil || got != OutcomeNoData {
		t.Errorf("no positions: %v, %v", got, err)
	}
}

func TestCompareRefuses(t *testing.T) {
	nan, one := math.NaN(), 1.0
	for _, c := range []struct {
		ratio      *float64
		comparator string
		target     float64
	}{{&one, "≥", 1}, {&one, "", 1}, {nil, "?", 1}, {&one, Above, nan}, {&one, Above, math.Inf(1)}, {&nan, Above, 1}} {
		if _, err := Compare(c.ratio, c.comparator, c.target); registry.CodeOf(err) != registry.CodeInvalid {
			t.Errorf("%+v: %v", c, err)
		}
	}
	if _, err := (Result{Denominator: 1}).Compare("~", 1); registry.CodeOf(err) != registry.CodeInvalid {
		t.Error(err)
	}
}

// Result.Compare decides as whole numbers do: shared·100·10 against tenths·all.
func TestResultCompareIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := rapid.IntRange(1, 1_000_000).Draw(t, "all")
		shared := rapid.IntRange(0, all).Draw(t, "shared")
		tenths := rapid.IntRange(0, 1000).Draw(t, "tenths of a percent")
		if rapid.Bool().Draw(t, "tie") {
			all = rapid.IntRange(1, 1000).Draw(t, "thousands") * 1000
			shared = all / 1000 * tenths
		}
		r := Result{Numerator: float64(shared), Denominator: float64(all)}
		left, right := shared*1000, tenths*all
		for comparator, met := range map[string]bool{
			Above: left > right, AtLeast: left >= right, Exactly: left == right,
			AtMost: left <= right, Below: left < right, Maintain: left >= right,
		} {
			want := OutcomeUnmet
			if met {
				want = OutcomeMet
			}
			if got, err := r.Compare(comparator, float64(tenths)/10); err != nil || got != want {
				t.Fatalf("%d/%d %s %.1f %%: %v, %v; want %v", shared, all, comparator, float64(tenths)/10, got, err, want)
			}
		}
	})
}
