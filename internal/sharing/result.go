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
// The registered method counts every position in service, with nobody on it
// too. The spatial one knows positions by who operates there: a record where
// nobody does is in neither the numerator nor the denominator, and Idle says how
// many were left out.
type Result struct {
	Method Method `json:"method"`
	// MergeDistanceM is the merge distance of MethodSpatial in metres, nil for
	// MethodRegistered.
	MergeDistanceM *float64 `json:"merge_distance_m,omitempty"`
	// Numerator is the weight of the shared positions, those with two or more
	// distinct operators; Denominator that of all positions. The weight is 1 for
	// counted things and the length in metres for ducts.
	Numerator   float64 `json:"numerator"`
	Denominator float64 `json:"denominator"`
	// Ratio is 100 × Numerator / Denominator, in percent from 0 to 100. It is
	// nil, "không có dữ liệu", when the denominator is 0. It is for showing:
	// compare with Result.Compare, which does not round.
	Ratio *float64 `json:"ratio"`
	// Histogram has one bar for each number of tenants that occurs, ascending.
	Histogram []Bar `json:"histogram"`
	// MeanTenants is the tenancy ratio Σ tenants·weight / Σ weight, nil when the
	// denominator is 0.
	MeanTenants *float64 `json:"mean_tenants"`
	// Idle is the number of positions left out by the spatial method because
	// nobody operates there.
	Idle int `json:"idle"`
}

// Bar is one bar of the histogram: how many positions have so many tenants.
type Bar struct {
	Tenants   int     `json:"tenants"`   // distinct operators
	Positions int     `json:"positions"` // how many positions have that many
	Weight    float64 `json:"weight"`    // their weight: the same number, or metres
	Shared    float64 `json:"shared"`    // the part of the weight that counts as shared
}

// SharedFrom is the number of distinct operators from which a position is
// shared (dùng chung).
const SharedFrom = 2

// finish orders the histogram and derives the numbers that follow from it.
// Bars come in any order. It adds whole
// thousandths, so that no sum depends on an order or gathers rounding.
func (r *Result) finish(bars []Bar) {
	slices.SortFunc(bars, func(a, b Bar) int { return a.Tenants - b.Tenants })
	r.Histogram = bars
	var all, shared int64
	var tenancies float64
	for _, b := range bars {
		weight := int64(math.Round(b.Weight * 1000))
		all += weight
		shared += int64(math.Round(b.Shared * 1000))
		tenancies += float64(b.Tenants) * float64(weight)
	}
	r.Numerator, r.Denominator = float64(shared)/1000, float64(all)/1000
	if all > 0 {
		ratio, mean := 100*float64(shared)/float64(all), tenancies/float64(all)
		r.Ratio, r.MeanTenants = &ratio, &mean
	}
}
