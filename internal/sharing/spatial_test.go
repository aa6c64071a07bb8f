package sharing

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/hatangso/hatangso/internal/registry"
)

// bruteClusters joins by looking at every pair, with Vincenty's distance and a
// labelling that is rewritten at each join.
func bruteClusters(positions []Position, m float64) []Cluster {
	label := make([]int, len(positions))
	for i := range label {
		label[i] = i
	}
	for i, p := range positions {
		for j, q := range positions[:i] {
			if len(p.Operators) == 0 || len(q.Operators) == 0 || label[i] == label[j] {
				continue
			}
			if math.Abs(p.Lat-q.Lat)*110_000 > m+1 {
				continue // too far north or south whatever the longitude
			}
			if d := vincenty(p.Lon, p.Lat, q.Lon, q.Lat); d == 0 || d < m {
				from, to := label[i], label[j]
				for k := range label {
					if label[k] == from {
						label[k] = to
					}
				}
			}
		}
	}
	members := map[int]*Cluster{}
	for i, p := range positions {
		if len(p.Operators) == 0 {
			continue
		}
		c := members[label[i]]
		if c == nil {
			c = &Cluster{}
			members[label[i]] = c
		}
		c.IDs = append(c.IDs, p.ID)
		for _, o := range p.Operators {
			if !slices.Contains(c.Operators, o) {
				c.Operators = append(c.Operators, o)
			}
		}
	}
	out := []Cluster{}
	for _, c := range members {
		slices.Sort(c.IDs)
		slices.Sort(c.Operators)
		out = append(out, *c)
	}
	slices.SortFunc(out, func(a, b Cluster) int { return cmp.Compare(a.IDs[0], b.IDs[0]) })
	return out
}

// counted derives the numbers of a Result from clusters, independently.
func counted(clusters []Cluster) (shared, all int, histogram map[int]int) {
	histogram = map[int]int{}
	for _, c := range clusters {
		all++
		histogram[len(c.Operators)]++
		if len(c.Operators) >= 2 {
			shared++
		}
	}
	return shared, all, histogram
}

func checkResult(t interface{ Fatalf(string, ...any) }, r Result, clusters []Cluster) {
	shared, all, histogram := counted(clusters)
	got := map[int]int{}
	tenancies := 0
	for _, b := range r.Histogram {
		got[b.Tenants] = b.Positions
		tenancies += b.Tenants * b.Positions
	}
	if r.Numerator != float64(shared) || r.Denominator != float64(all) || !maps.Equal(got, histogram) {
		t.Fatalf("%v/%v %v, want %d/%d %v", r.Numerator, r.Denominator, got, shared, all, histogram)
	}
	if all == 0 {
		if r.Ratio != nil || r.MeanTenants != nil {
			t.Fatalf("no positions must give no ratio: %+v", r)
		}
		return
	}
	if *r.Ratio != 100*float64(shared)/float64(all) || *r.MeanTenants != float64(tenancies)/float64(all) {
		t.Fatalf("ratio %v mean %v for %d/%d, %d tenancies", *r.Ratio, *r.MeanTenants, shared, all, tenancies)
	}
}

// drawPositions draws a group of records around a centre anywhere on Earth,
// poles and antimeridian included, some at the same place, some idle.
func drawPositions(t *rapid.T) ([]Position, float64) {
	lon := rapid.OneOf(rapid.Float64Range(-180, 180), rapid.SampledFrom([]float64{-180, 180, 0, 109})).Draw(t, "lon")
	lat := rapid.OneOf(rapid.Float64Range(-90, 90), rapid.SampledFrom([]float64{-90, 90, 78.2, 0, 12.5})).Draw(t, "lat")
	m := rapid.OneOf(rapid.SampledFrom([]float64{0, 0.5, 10, 30, 499, 501, 3200, MaxMergeDistanceM}),
		rapid.Float64Range(0, MaxMergeDistanceM)).Draw(t, "mergeDistanceM")
	n := rapid.IntRange(0, 40).Draw(t, "n")
	spread := (m + 0.3) * rapid.Float64Range(0.5, 6).Draw(t, "spread") / 111_000
	positions := make([]Position, 0, n)
	for i := range n {
		p := Position{ID: int64(i + 1)}
		if i > 0 && rapid.IntRange(0, 4).Draw(t, "same") == 0 {
			p.Lon, p.Lat = positions[i-1].Lon, positions[i-1].Lat
		} else {
			p.Lat = lat + rapid.Float64Range(-spread, spread).Draw(t, "dlat")
			p.Lon = lon + rapid.Float64Range(-spread, spread).Draw(t, "dlon")/math.Max(0.001, math.Cos(lat*math.Pi/180))
			p.Lat = math.Round(math.Max(-90, math.Min(90, p.Lat))*1e7) / 1e7
			p.Lon = math.Round(math.Remainder(p.Lon, 360)*1e7) / 1e7
		}
		p.Operators = rapid.SliceOfN(rapid.Int64Range(1, 4), 0, 3).Draw(t, "operators")
		positions = append(positions, p)
	}
	return positions, m
}

// nearTie says whether some pair is so near the merge distance that two good
// geodesics may disagree about it.
func nearTie(positions []Position, m float64) bool {
	for i, p := range positions {
		for _, q := range positions[:i] {
			if d := vincenty(p.Lon, p.Lat, q.Lon, q.Lat); d != 0 && math.Abs(d-m) < 0.0002 {
				return true
			}
		}
	}
	return false
}

func TestSpatialAgainstBruteForce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		positions, m := drawPositions(t)
		if nearTie(positions, m) {
			return
		}
		want := bruteClusters(positions, m)
		got, err := Clusters(positions, m)
		if err != nil {
			t.Fatal(err)
		}
		if diff := gocmp.Diff(want, got); diff != "" {
			t.Fatalf("clusters at %v m (-brute +got):\n%s", m, diff)
		}
		r, err := Spatial(positions, m)
		if err != nil {
			t.Fatal(err)
		}
		checkResult(t, r, want)
		if r.Method != MethodSpatial || *r.MergeDistanceM != m {
			t.Fatalf("method %v at %v", r.Method, *r.MergeDistanceM)
		}
	})
}

func TestSensitivityIsSpatialAtEachDistance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		positions, m := drawPositions(t)
		distances := append([]float64{m, 0, m}, rapid.SliceOfN(rapid.Float64Range(0, MaxMergeDistanceM), 0, 6).Draw(t, "distances")...)
		got, err := Sensitivity(positions, distances)
		if err != nil {
			t.Fatal(err)
		}
		for i, d := range distances {
			want, err := Spatial(positions, d)
			if err != nil {
				t.Fatal(err)
			}
			if diff := gocmp.Diff(want, got[i]); diff != "" {
				t.Fatalf("at %v m:\n%s", d, diff)
			}
		}
	})
}

func TestOrderOfRecordsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		positions, m := drawPositions(t)
		a, err := Clusters(positions, m)
		if err != nil {
			t.Fatal(err)
		}
		b, err := Clusters(rapid.Permutation(positions).Draw(t, "order"), m)
		if err != nil {
			t.Fatal(err)
		}
		if diff := gocmp.Diff(a, b); diff != "" {
			t.Fatal(diff)
		}
	})
}

func at(id int64, lon, lat float64, operators ...int64) Position {
	return Position{ID: id, Lon: lon, Lat: lat, Operators: operators}
}

func TestSpatialByHand(t *testing.T) {
	// One metre north near 12.5° N is 9.0389e-6°, one metre east near 78° N 4.30e-5°.
	const metreN = 9.0389e-6
	chain := make([]Position, 50)
	for i := range chain {
		chain[i] = at(int64(i+1), 109, 12.5+float64(i)*9*metreN, int64(i%3+1))
	}
	thirty := make([]Position, 10)
	for i := range thirty {
		thirty[i] = at(int64(i+1), 109+float64(i)*0.01, 12.5, 1)
		if i < 3 {
			thirty[i].Operators = []int64{1, 2}
		}
	}
	for _, c := range []struct {
		name        string
		positions   []Position
		m           float64
		shared, all float64
	}{
		{"nothing filed", nil, 10, 0, 0},
		{"nobody operates", []Position{at(1, 109, 12.5), at(2, 109, 12.5)}, 10, 0, 0},
		{"same place at distance 0", []Position{at(1, 109, 12.5, 1), at(2, 109, 12.5, 2)}, 0, 1, 1},
		{"one millimetre off at distance 0", []Position{at(1, 109, 12.5, 1), at(2, 109, 12.5+metreN/1000, 2)}, 0, 0, 2},
		{"same operator twice is not shared", []Position{at(1, 109, 12.5, 1, 1), at(2, 109, 12.5, 1)}, 10, 0, 1},
		{"9.99 m is nearer than 10", []Position{at(1, 109, 12.5, 1), at(2, 109, 12.5+9.99*metreN, 2)}, 10, 1, 1},
		{"10.01 m is not", []Position{at(1, 109, 12.5, 1), at(2, 109, 12.5+10.01*metreN, 2)}, 10, 0, 2},
		{"chain of 50 at 9 m", chain, 10, 1, 1},
		{"chain of 50 at 9 m, cut", chain, 8.9, 0, 50},
		{"an idle mast is no bridge", []Position{at(1, 109, 12.5, 1), at(2, 109, 12.5+8*metreN), at(3, 109, 12.5+16*metreN, 2)}, 10, 0, 2},
		{"78° N: 9 m east", []Position{at(1, 15.6, 78, 1), at(2, 15.6+9*4.30e-5, 78, 2)}, 10, 1, 1},
		{"78° N: 11 m east", []Position{at(1, 15.6, 78, 1), at(2, 15.6+11*4.30e-5, 78, 2)}, 10, 0, 2},
		{"across the antimeridian", []Position{at(1, 179.99998, -16.8, 1), at(2, -179.99998, -16.8, 2)}, 10, 1, 1},
		{"the antimeridian is one line", []Position{at(1, 180, -16.8, 1), at(2, -180, -16.8, 2)}, 0, 1, 1},
		{"the pole is one point", []Position{at(1, 12, 90, 1), at(2, -77, 90, 2)}, 0, 1, 1},
		{"over the pole", []Position{at(1, 0, 90-4*metreN, 1), at(2, 180, 90-4*metreN, 2)}, 10, 1, 1},
		{"zero has no sign", []Position{at(1, 0, 0, 1), at(2, math.Copysign(0, -1), math.Copysign(0, -1), 2)}, 0, 1, 1},
		{"three of ten", thirty, 10, 3, 10},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := Spatial(c.positions, c.m)
			if err != nil {
				t.Fatal(err)
			}
			if r.Numerator != c.shared || r.Denominator != c.all {
				t.Errorf("%v/%v, want %v/%v", r.Numerator, r.Denominator, c.shared, c.all)
			}
			if (r.Ratio == nil) != (c.all == 0) {
				t.Errorf("ratio %v for denominator %v", r.Ratio, c.all)
			}
		})
	}
	r, err := Spatial(thirty, 10)
	if err != nil {
		t.Fatal(err)
	}
	if *r.Ratio != 30 {
		t.Errorf("ratio %v, want exactly 30", *r.Ratio)
	}
	if got, err := r.Compare(Above, 30); err != nil || got != OutcomeUnmet {
		t.Errorf("30.0 %% against > 30: %v, %v", got, err)
	}
}

func TestIdleIsReported(t *testing.T) {
	r, err := Spatial([]Position{at(1, 109, 12.5), at(2, 109, 12.5, 7), at(3, 109.1, 12.5)}, 10)
	if err != nil {
		t.Fatal(err)
	}
	if r.Idle != 2 || r.Denominator != 1 || r.Numerator != 0 {
		t.Errorf("%+v", r)
	}
}

func TestSpatialRefuses(t *testing.T) {
	for _, m := range []float64{-1, math.NaN(), math.Inf(1), MaxMergeDistanceM + 0.001} {
		if _, err := Spatial(nil, m); registry.CodeOf(err) != registry.CodeInvalid {
			t.Errorf("merge distance %v: %v", m, err)
		}
	}
	for _, p := range []Position{at(1, math.NaN(), 0), at(1, 0, math.NaN()), at(1, 180.1, 0), at(1, 0, -90.1), at(1, math.Inf(-1), 0)} {
		if _, err := Clusters([]Position{p}, 10); registry.CodeOf(err) != registry.CodeInvalid {
			t.Errorf("%+v: %v", p, err)
		}
	}
	if _, err := Spatial(nil, MaxMergeDistanceM); err != nil {
		t.Errorf("the documented maximum is refused: %v", err)
	}
}

func TestDistances(t *testing.T) {
	if got := Distances(0, 100, 5); !slices.Equal(got, []float64{0, 25, 50, 75, 100}) {
		t.Error(got)
	}
	if got := Distances(10, 100, 1); !slices.Equal(got, []float64{10}) {
		t.Error(got)
	}
}

// province makes n records in some 90 × 120 km: towns, roads and open country,
// a sixth of them within a few metres of another.
func province(n int) []Position {
	r := rand.New(rand.NewPCG(1, 2))
	out := make([]Position, n)
	for i := range out {
		p := Position{ID: int64(i), Operators: []int64{int64(r.IntN(5))}}
		switch {
		case i > 0 && r.IntN(6) == 0:
			q := out[r.IntN(i)]
			p.Lon, p.Lat = q.Lon+r.NormFloat64()*1e-4, q.Lat+r.NormFloat64()*1e-4
		case r.IntN(3) == 0:
			p.Lon, p.Lat = 109.2+r.NormFloat64()*0.05, 12.4+r.NormFloat64()*0.05
		default:
			p.Lon, p.Lat = 108.6+r.Float64()*0.9, 11.9+r.Float64()*1.1
		}
		out[i] = p
	}
	return out
}

// A sensitivity run of twenty distances must not cost more than three plain
// ones. The two take turns until the best run of each says so, so that a busy
// machine does not decide.
func TestTwentyDistancesCostAtMostThree(t *testing.T) {
	positions := province(30_000)
	timed := func(distances []float64) time.Duration {
		start := time.Now()
		if _, err := Sensitivity(positions, distances); err != nil {
			t.Fatal(err)
		}
		return time.Since(start)
	}
	one, twenty := time.Hour, time.Hour
	for round := 0; round < 40 && (round < 3 || twenty > 3*one); round++ {
		one = min(one, timed([]float64{100}))
		twenty = min(twenty, timed(Distances(5, 100, 20)))
	}
	t.Logf("30,000 positions: one distance %v, twenty %v", one, twenty)
	if twenty > 3*one {
		t.Errorf("twenty distances took %v, more than three times %v", twenty, one)
	}
}

func BenchmarkSpatial(b *testing.B) {
	positions := province(30_000)
	for _, m := range []float64{10, 100, 1000, MaxMergeDistanceM} {
		b.Run(fmt.Sprintf("30000/%.0fm", m), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Spatial(positions, m); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkSensitivity(b *testing.B) {
	positions := province(30_000)
	for _, to := range []float64{100, MaxMergeDistanceM} {
		b.Run(fmt.Sprintf("30000/20 to %.0fm", to), func(b *testing.B) {
			b.ReportAllocs()
			distances := Distances(0, to, 20)
			for b.Loop() {
				if _, err := Sensitivity(positions, distances); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
