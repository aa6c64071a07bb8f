package suggest

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
)

// Fit is how well a work serves a proposal.
type Fit string

const (
	Suits   Fit = "yes"     // all that is known speaks for it
	Perhaps Fit = "perhaps" // what decides is not known
	Not     Fit = "no"      // something known speaks against it
)

// Candidate is a work in reach that may serve a proposal (công trình có thể dùng
// chung).
type Candidate struct {
	// Noun is the name of its noun.
	Noun      string  `json:"noun"`
	ID        int64   `json:"id"`
	Code      string  `json:"code"`
	Name      *string `json:"name"`
	Owner     *string `json:"owner"`
	OwnerName *string `json:"owner_name"`
	// Contact is whom to ask.
	Contact *string         `json:"contact"`
	Status  registry.Status `json:"status"`
	// DistanceM is geodesic, from the nearest place of it, in metres.
	DistanceM float64 `json:"distance_m"`
	// AlongM is how much of a line lies in reach, in metres; null for a point.
	AlongM *float64 `json:"along_m"`
	// HeightM is of a pole, or of the highest mast of a site.
	HeightM *float64 `json:"height_m"`
	// BuildingHeightM is of the building a site stands on.
	BuildingHeightM *float64 `json:"building_height_m"`
	FreeSlots       *int64   `json:"free_slots"`
	MaxLoadKg       *float64 `json:"max_load_kg"`
	Ducts           *int64   `json:"ducts"`
	FreeDucts       *int64   `json:"free_ducts"`
	// ToRemove says that a pole goes once the street is undergrounded.
	ToRemove bool `json:"to_remove"`
	// Tenants is how many enterprises are on it today.
	Tenants int `json:"tenants"`
	// Own says that it is the builder's own; Present that the builder is on it.
	Own     bool `json:"own"`
	Present bool `json:"present"`
	Fit     Fit  `json:"fit"`
	// Reasons say why, in the order in which they weigh.
	Reasons  []registry.Text   `json:"reasons"`
	Geometry registry.Geometry `json:"geometry"`
	// Nearest is the place of it nearest to the proposal, for the annex.
	Nearest registry.Geometry `json:"-"`
}

// Joinable says whether the builder would become one more on it.
func (c *Candidate) Joinable() bool { return !c.Own && !c.Present && c.Fit != Not }

// Judge sets how well a candidate serves a proposal, and why. What is not known
// is said to be, and counts neither way.
func Judge(p Proposal, c *Candidate) {
	var against, unknown, fine []registry.Text
	say := func(to *[]registry.Text, vi, en string, args ...any) {
		*to = append(*to, registry.T(fmt.Sprintf(vi, decimals(args, ",")...), fmt.Sprintf(en, decimals(args, ".")...)))
	}
	if c.Status != registry.Operating {
		say(&unknown, "Công trình đang không hoạt động.", "It is not in operation.")
	}
	switch c.Noun {
	case registry.SiteNoun.Name:
		judgeSite(p, c, say, &against, &unknown, &fine)
	case registry.PoleNoun.Name:
		if c.ToRemove {
			say(&against, "Cột sẽ tháo dỡ sau hạ ngầm.", "The pole goes once cables are underground.")
		}
		say(&fine, "Đang có %s doanh nghiệp treo cáp.", "%s enterprises hang cables on it.", float64(c.Tenants))
	case registry.DuctNoun.Name:
		switch need := int64(max(p.Ducts, 1)); {
		case c.FreeDucts == nil:
			say(&unknown, "Chưa biết số ống còn trống.", "How many ducts are free is not known.")
		case *c.FreeDucts < need:
			say(&against, "Còn %s ống trống, cần %s.", "%s ducts are free, %s are needed.", float64(*c.FreeDucts), float64(need))
		default:
			say(&fine, "Còn %s ống trống.", "%s ducts are free.", float64(*c.FreeDucts))
		}
	default:
		say(&unknown, "Hỏi chủ sở hữu về sức chứa còn lại.", "Ask the owner what room is left.")
	}
	switch {
	case c.Own:
		say(&fine, "Công trình của chính đơn vị.", "It is the builder's own.")
	case c.Present:
		say(&fine, "Đơn vị đã có mặt tại đây.", "The builder is on it already.")
	}
	c.Fit = Suits
	switch {
	case len(against) > 0:
		c.Fit = Not
	case len(unknown) > 0:
		c.Fit = Perhaps
	}
	c.Reasons = append(append(against, unknown...), fine...)
}

// judgeSite asks of a site whether there is room, whether it is high enough and
// whether it bears what is to be hung.
func judgeSite(p Proposal, c *Candidate, say func(*[]registry.Text, string, string, ...any), against, unknown, fine *[]registry.Text) {
	switch {
	case c.FreeSlots == nil:
		say(unknown, "Chưa biết còn vị trí lắp đặt không.", "Whether a slot is free is not known.")
	case *c.FreeSlots == 0:
		say(against, "Không còn vị trí lắp đặt trống.", "No slot is free.")
	default:
		say(fine, "Còn %s vị trí lắp đặt trống.", "Slots free: %s.", float64(*c.FreeSlots))
	}
	if p.HeightM > 0 {
		switch top := c.topM(); {
		case top == nil:
			say(unknown, "Chưa biết chiều cao cột.", "The height of the mast is not known.")
		case *top < p.HeightM:
			say(against, "Đỉnh cột cao %s m, cần %s m.", "Its top is at %s m, %s m are needed.", *top, p.HeightM)
		default:
			say(fine, "Đỉnh cột cao %s m, đủ cho %s m.", "Its top is at %s m, enough for %s m.", *top, p.HeightM)
		}
	}
	if p.LoadKg > 0 {
		switch {
		case c.MaxLoadKg == nil:
			say(unknown, "Chưa biết tải trọng còn lại.", "What load it still bears is not known.")
		case *c.MaxLoadKg < p.LoadKg:
			say(against, "Chịu thêm %s kg, cần %s kg.", "It bears %s kg more, %s kg are needed.", *c.MaxLoadKg, p.LoadKg)
		default:
			say(fine, "Chịu thêm %s kg.", "It bears %s kg more.", *c.MaxLoadKg)
		}
	}
}

// topM is the top of a site's highest mast above the ground, nil when not known.
func (c *Candidate) topM() *float64 {
	if c.HeightM == nil {
		return nil
	}
	top := *c.HeightM
	if c.BuildingHeightM != nil {
		top += *c.BuildingHeightM
	}
	return &top
}

// decimals writes numbers with at most one decimal after the mark of a language.
func decimals(args []any, mark string) []any {
	out := make([]any, len(args))
	for i, a := range args {
		out[i] = a
		if v, ok := a.(float64); ok {
			out[i] = strings.Replace(strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64), ".", mark, 1)
		}
	}
	return out
}

// Best gives the nearest candidate that the builder could join: one that suits
// before one that may. They stand the nearest first; nil when there is none.
func Best(list []Candidate) *Candidate {
	for _, fit := range []Fit{Suits, Perhaps} {
		for i := range list {
			if c := &list[i]; c.Fit == fit && c.Joinable() {
				return c
			}
		}
	}
	return nil
}
