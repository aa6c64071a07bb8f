package sharing

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/hatangso/hatangso/internal/registry"
)

func TestTallyOfPositions(t *testing.T) {
	r, err := Tally(Counted([]int{1, 2, 1, 3, 0, 1, 2, 1, 1, 1}))
	if err != nil {
		t.Fatal(err)
	}
	ratio, mean := 30.0, 1.3
	want := Result{
		Method: MethodRegistered, Numerator: 3, Denominator: 10, Ratio: &ratio, MeanTenants: &mean,
		Histogram: []Bar{{0, 1, 1, 0}, {1, 6, 6, 0}, {2, 2, 2, 2}, {3, 1, 1, 1}},
	}
	if diff := cmp.Diff(want, r); diff != "" {
		t.Error(diff)
	}
}

func TestTallyOfLengths(t *testing.T) {
	r, err := Tally([]Item{{Tenants: 1, Weight: 0.1}, {Tenants: 2, Weight: 0.2}, {Tenants: 0, Weight: 0.1}, {Tenants: 2, Weight: 0.1}})
	if err != nil {
		t.Fatal(err)
	}
	if r.Numerator != 0.3 || r.Denominator != 0.5 || math.Abs(*r.Ratio-60) > 1e-12 {
		t.Errorf("%+v ratio %v", r, *r.Ratio)
	}
	if got, err := r.Compare(Exactly, 60); err != nil || got != OutcomeMet {
		t.Errorf("0.3 m of 0.5 m is exactly 60 %%: %v, %v", got, err)
	}
}

func TestTallyWithoutAnything(t *testing.T) {
	for _, items := range [][]Item{nil, {{Tenants: 2}}} {
		r, err := Tally(items)
		if err != nil {
			t.Fatal(err)
		}
		if r.Ratio != nil || r.MeanTenants != nil || r.Denominator != 0 {
			t.Errorf("%v: %+v", items, r)
		}
	}
}

func TestTallyRefuses(t *testing.T) {
	for _, it := range []Item{{Tenants: -1, Weight: 1}, {Tenants: 1, Weight: -0.5}, {Tenants: 1, Weight: math.NaN()}, {Tenants: 1, Weight: math.Inf(1)}} {
		if _, err := Tally([]Item{{Tenants: 1, Weight: 1}, it}); registry.CodeOf(err) != registry.CodeInvalid {
			t.Errorf("%+v: %v", it, err)
		}
	}
}

// A definition may count a tower company's site with one tenant as shared.
func TestTallyTakesADefinitionsWord(t *testing.T) {
	r, err := Tally([]Item{{Tenants: 1, Weight: 3, Positions: 3, Shared: true}, {Tenants: 1, Weight: 7, Positions: 7}})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]Bar{{1, 10, 10, 3}}, r.Histogram); diff != "" || *r.Ratio != 30 {
		t.Errorf("%v %s", *r.Ratio, diff)
	}
}

// Both methods count alike: positions far apart, each with its own operators,
// give the spatial method what their numbers of operators give Tally.
func TestMethodsAgreeOnIsolatedPositions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tenants := rapid.SliceOfN(rapid.IntRange(1, 5), 0, 30).Draw(t, "tenants")
		var positions []Position
		for i, n := range tenants {
			p := Position{ID: int64(i), Lon: 108 + float64(i)*0.01, Lat: 12}
			for o := range n {
				p.Operators = append(p.Operators, int64(o))
			}
			positions = append(positions, p)
		}
		a, err := Tally(Counted(tenants))
		if err != nil {
			t.Fatal(err)
		}
		b, err := Spatial(positions, 100)
		if err != nil {
			t.Fatal(err)
		}
		b.Method, b.MergeDistanceM = a.Method, nil
		if diff := cmp.Diff(a, b); diff != "" {
			t.Fatal(diff)
		}
	})
}
