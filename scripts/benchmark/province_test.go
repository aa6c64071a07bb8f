package main

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb/planar"

	"github.com/hatangso/hatangso/internal/registry"
)

// small is a province that is made in no time.
var small = size{sites: 200, poles: 3000, ducts: 500, villages: 60, communes: 23}

func TestGenerateCounts(t *testing.T) {
	t.Parallel()
	p := generate(small)
	got := size{len(p.sites), len(slices.Collect(p.poles())), len(p.ducts), len(p.villages), len(p.units) - 1}
	if got != small {
		t.Errorf("%+v, want %+v", got, small)
	}
}

// A benchmark is of the same province everywhere.
func TestGenerateRepeats(t *testing.T) {
	t.Parallel()
	one, other, days := generate(small), generate(small), cmp.Comparer(registry.Date.Equal)
	if diff := cmp.Diff(one, other, cmp.AllowUnexported(province{}, size{}), days); diff != "" {
		t.Error(diff)
	}
	first := slices.Collect(one.poles())
	if diff := cmp.Diff(first, slices.Collect(other.poles()), days); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(first, slices.Collect(one.poles()), days); diff != "" {
		t.Errorf("read again: %s", diff)
	}
}

// What is measured is loading, not refusing: no record has a fault, no code
// appears twice.
func TestGenerateIsClean(t *testing.T) {
	t.Parallel()
	for _, b := range generate(small).batches() {
		codes := map[string]bool{}
		var row registry.Row
		for b.Rows.Next(&row) == nil {
			for _, f := range row.Record.Validate() {
				t.Fatalf("%s %d: %+v", b.Noun.Path, row.Number, f)
			}
			var code string
			switch r := row.Record.(type) {
			case *registry.Site:
				code = r.Code
			case *registry.Pole:
				code = r.Code
			case *registry.Duct:
				code = r.Code
			case *registry.Village:
				code = r.Code
			default:
				continue
			}
			if codes[code] {
				t.Fatalf("%s: %s appears twice", b.Noun.Path, code)
			}
			codes[code] = true
		}
		if row.Number == 0 {
			t.Errorf("no %s", b.Noun.Path)
		}
	}
}

// The communes cover the ground once: their areas add up to it.
func TestCommunesTile(t *testing.T) {
	t.Parallel()
	p := generate(small)
	sum := 0.0
	for _, u := range p.units[1:] {
		area := planar.Area(u.Geometry.Geometry) * metresPerLon * metresPerLat
		if area <= 0 {
			t.Errorf("%s has %f m²", u.Code, area)
		}
		sum += area
	}
	if ground := p.width * p.height; sum < 0.999*ground || sum > 1.001*ground {
		t.Errorf("%.0f m² of %.0f m²", sum, ground)
	}
}

func TestMedian(t *testing.T) {
	t.Parallel()
	if got := median([]float64{5, 1, 3}); got != 3 {
		t.Error(got)
	}
	if got := median([]int64{4, 1}); got != 1 {
		t.Error(got)
	}
	if got := ratios([]float64{10, 20, 90}, []float64{1, 10, 10}); got != 9 {
		t.Error(got)
	}
}

func TestThousands(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 1234567: "1,234,567"} {
		if got := thousands(n); got != want {
			t.Errorf("%d is %s, want %s", n, got, want)
		}
	}
}

func TestKeywords(t *testing.T) {
	t.Parallel()
	got, err := keywords("postgres://postgres@/bench_1?host=%2Ftmp%2Fx%2Frun&port=5432")
	if want := "host='/tmp/x/run' port='5432' user='postgres' dbname='bench_1'"; err != nil || got != want {
		t.Errorf("%s, %v", got, err)
	}
}

// What a program needs shows, ours does not: dd has one block of 64 MB.
func TestCommandPeak(t *testing.T) {
	t.Parallel()
	done, err := command(t.Context(), nil, "dd", "if=/dev/zero", "of=/dev/null", "bs=64M", "count=100")
	if err != nil {
		t.Fatal(err)
	}
	if done.peakB < 60e6 || done.peakB > 80e6 || done.took <= 0 {
		t.Errorf("%+v", done)
	}
}
