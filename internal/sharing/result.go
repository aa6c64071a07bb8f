package sharing

import (
	"math"
	"slices"
)

// Method names how a Result was counted.
type Method string

const (
	// MethodRegistered counts the tenants filed for each position (Tally).
	MethodRegistered Method = "registered"
	// MethodSpatial counts the operators met within the merge distance (Spatial).
	MethodSpatial Method = "spatial"
)

// Result is one sharing ratio with everything needed to explain it.
//
// Only what is in use counts: a position where nobody operates is in neither
// the numerator nor the denominator, the histogram nor the mean; Idle says how
// many were left out.
type Result struct {
	Method Method `json:"method"`
	// MergeDistanceM is the merge distance of MethodSpatial in metres, nil for
	// MethodRegistered.
	MergeDistanceM *float64 `json:"mergeDistanceM,omitempty"`
	// Numerator is the weight of the positions with two or more distinct
	// operators; Denominator that of the positions with at least one. The
	// weight is 1 for counted things and the length in metres for ducts.
	Numerator   float64 `json:"numerator"`
	Denominator float64 `json:"denominator"`
	// Ratio is 100 × Numerator / Denominator, in percent from 0 to 100. It is
	// nil, "không có dữ liệu", when the denominator is 0. It is for showing:
	// compare with Result.Compare, which does not round.
	Ratio *float64 `json:"ratio"`
	// Histogram has one bar for each number of tenants that occurs, ascending
	// from 1.
	Histogram []Bar `json:"histogram"`
	// MeanTenants is the tenancy ratio Σ tenants·weight / Σ weight, nil when the
	// denominator is 0.
	MeanTenants *float64 `json:"meanTenants"`
	// Idle is the number of positions left out because nobody operates there.
	Idle int `json:"idle"`
}

// Bar is one bar of the histogram: how many positions have so many tenants.
type Bar struct {
	Tenants   int     `json:"tenants"`   // distinct operators, 1 or more
	Positions int     `json:"positions"` // how many positions have that many
	Weight    float64 `json:"weight"`    // their weight: the same number, or metres
}

// SharedFrom is the number of distinct operators from which a position is
// shared (dùng chung).
const SharedFrom = 2

// finish orders the histogram and derives the numbers that follow from it.
// Bars come in any order, with tenants ≥ 1 and positions ≥ 1. It adds whole
// thousandths, so that no sum depends on an order or gathers rounding.
func (r *Result) finish(bars []Bar) {
	slices.SortFunc(bars, func(a, b Bar) int { return a.Tenants - b.Tenants })
	r.Histogram = bars
	var all, shared int64
	var tenancies float64
	for _, b := range bars {
		weight := int64(math.Round(b.Weight * 1000))
		all += weight
		if b.Tenants >= SharedFrom {
			shared += weight
		}
		tenancies += float64(b.Tenants) * float64(weight)
	}
	r.Numerator, r.Denominator = float64(shared)/1000, float64(all)/1000
	if all > 0 {
		ratio, mean := 100*float64(shared)/float64(all), tenancies/float64(all)
		r.Ratio, r.MeanTenants = &ratio, &mean
	}
}
