package rule

import "github.com/hatangso/hatangso/internal/registry"

// poleClearanceHeight: cable cannot hang higher than the pole that carries it, so
// one of the two numbers is wrong.
var poleClearanceHeight = &Rule{
	ID: "pole.clearance-height", Tier: registry.ValidityTier,
	Nouns: []*registry.Noun{registry.PoleNoun},
	Title: registry.T("Tĩnh không không vượt chiều cao cột.", "The clearance is not above the pole."),
	Clause: registry.T("“Chiều cao (6/7/8 m…) … tĩnh không” của cột (domain.md §2.4, SEED); cáp không cao hơn cột (INFERRED).",
		"“height (6/7/8 m…) … clearance” of a pole (domain.md §2.4, SEED); no cable hangs above its pole (INFERRED)."),
	Query: `SELECT "row", 'clearance_m' AS field, clearance_m::text AS value, ` + facts("clearance_m", "clearance_m", "height_m", "height_m") + `
		FROM staged WHERE clearance_m > height_m AND height_m > 0`,
	Explain: func(f Facts) Explanation {
		return Explanation{
			Message: tell("Tĩnh không %s m cao hơn cột %s m.", "A clearance of %s m is above a pole of %s m.", f.Number("clearance_m"), f.Number("height_m")),
			Mend:    registry.T("Sửa một trong hai số.", "Correct one of the two numbers."),
		}
	},
}
