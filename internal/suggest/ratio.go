package suggest

import (
	"slices"

	"github.com/hatangso/hatangso/internal/sharing"
)

// Change is what a proposal does to the stock that a sharing ratio is of.
type Change struct {
	// Joined are positions as they are today, each of which gets one tenant more.
	Joined []sharing.Item
	// Built are positions that are new.
	Built []sharing.Item
}

// After gives a stock after a change. now may hold groups of positions that are
// alike; a position joined that is in none of them is not of this stock and
// changes nothing.
func After(now []sharing.Item, c Change) []sharing.Item {
	after := slices.Clone(now)
	for i := range after {
		after[i].Positions = max(after[i].Positions, 1)
	}
	for _, j := range c.Joined {
		at := slices.IndexFunc(after, func(g sharing.Item) bool {
			return g.Tenants == j.Tenants && g.Shared == j.Shared && g.Positions > 0 && g.Weight >= j.Weight-0.001
		})
		if at < 0 {
			continue
		}
		after[at].Positions--
		after[at].Weight = max(0, after[at].Weight-j.Weight)
		j.Tenants++
		j.Positions = 1
		after = append(after, j)
	}
	after = slices.DeleteFunc(after, func(g sharing.Item) bool { return g.Positions == 0 })
	return append(after, c.Built...)
}

// Share is a sharing ratio: what is shared of what there is.
type Share struct {
	Numerator   float64 `json:"numerator"`
	Denominator float64 `json:"denominator"`
	// Ratio is in percent, null where there is nothing.
	Ratio *float64 `json:"ratio"`
}

// Ratio is the sharing ratio of a unit now, if the proposal is built, and if it is
// shared (tỷ lệ dùng chung nếu xây, nếu dùng chung).
type Ratio struct {
	// Scope is commune, province, or register where no province is known; Unit and
	// Name are the unit's.
	Scope   string `json:"scope"`
	Unit    string `json:"unit"`
	Name    string `json:"name"`
	Now     Share  `json:"now"`
	IfBuilt Share  `json:"if_built"`
	// IfShared is null where there is nothing to share.
	IfShared *Share `json:"if_shared"`
}

// Of computes the ratio of a stock by the formula of the register's indicators.
func Of(stock []sharing.Item) (Share, error) {
	r, err := sharing.Tally(stock)
	return Share{Numerator: r.Numerator, Denominator: r.Denominator, Ratio: r.Ratio}, err
}

// Ratios gives a ratio now, if built, and if shared; shared is nil where nothing is.
func Ratios(now []sharing.Item, built Change, shared *Change) (r Ratio, err error) {
	if r.Now, err = Of(now); err != nil {
		return r, err
	}
	if r.IfBuilt, err = Of(After(now, built)); err != nil || shared == nil {
		return r, err
	}
	share, err := Of(After(now, *shared))
	r.IfShared = &share
	return r, err
}
