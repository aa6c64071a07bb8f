package sharing

import (
	"math"

	"github.com/hatangso/hatangso/internal/registry"
)

// Item is one registered position, pole or duct section in service, or several
// that are alike.
type Item struct {
	// Tenants is the number of distinct enterprises present; the owner counts
	// only where it has equipment itself. What is in service with nobody on it
	// counts in the denominator all the same (domain.md §1.2).
	Tenants int
	// Weight is 1 for a counted thing and the length in metres for a duct, 0 or
	// more; the sum of them for several. It is taken to the millimetre, so that a
	// sum of lengths does not depend on the order of the records.
	Weight float64
	// Positions is how many there are; 0 means one.
	Positions int
	// Shared counts it as shared whatever Tenants is: a definition may take a
	// tower company's site with one tenant so.
	Shared bool
}

// Counted makes items of weight 1 from numbers of tenants.
func Counted(tenants []int) []Item {
	items := make([]Item, len(tenants))
	for i, n := range tenants {
		items[i] = Item{Tenants: n, Weight: 1}
	}
	return items
}

// maxWeight bounds one Item.Weight, in metres; a thousand times round the Earth.
const maxWeight = 4e10

// Tally computes the sharing ratio of positions as registered. A negative
// number of tenants, or a weight that is negative, not a number or over 4·10¹⁰,
// is refused with code invalid.
func Tally(items []Item) (Result, error) {
	type sum struct {
		positions           int
		millimetres, shared int64
	}
	result := Result{Method: MethodRegistered}
	sums := map[int]sum{}
	for i, it := range items {
		if it.Tenants < 0 {
			return Result{}, registry.Errorf(registry.CodeInvalid,
				"Mục %d: số bên thuê âm (%d).", "Item %d: negative number of tenants (%d).", i+1, it.Tenants)
		}
		if !(it.Weight >= 0 && it.Weight <= maxWeight) {
			return Result{}, registry.Errorf(registry.CodeInvalid,
				"Mục %d: chiều dài không hợp lệ (%v m).", "Item %d: not a length (%v m).", i+1, it.Weight)
		}
		s, millimetres := sums[it.Tenants], int64(math.Round(it.Weight*1000))
		s.positions += max(it.Positions, 1)
		s.millimetres += millimetres
		if it.Shared || it.Tenants >= SharedFrom {
			s.shared += millimetres
		}
		sums[it.Tenants] = s
	}
	bars := make([]Bar, 0, len(sums))
	for tenants, s := range sums {
		bars = append(bars, Bar{Tenants: tenants, Positions: s.positions,
			Weight: float64(s.millimetres) / 1000, Shared: float64(s.shared) / 1000})
	}
	result.finish(bars)
	return result, nil
}
