package rule

import "github.com/hatangso/hatangso/internal/registry"

// mastA1aWidth: the width that makes a mast on a building non-bulky.
var mastA1aWidth = &Rule{
	ID: "mast.a1a-width", Tier: registry.QualityTier,
	Nouns: []*registry.Noun{registry.MastNoun},
	Title: registry.T("Cột A1a không rộng quá 0,5 m từ tâm ra.", "An A1a mast is no wider than 0.5 m from its centre."),
	Clause: registry.T("“Bề ngang từ tâm ra ngoài cùng ≤ 0,5 m” (domain.md §3.2, RECALLED hi).",
		"“centre→outermost width ≤ 0.5 m” (domain.md §3.2, RECALLED hi)."),
	Limits: []Limit{{Name: "width_m", Title: registry.T("Bề ngang lớn nhất từ tâm", "Greatest half width"), Unit: "m", Default: 0.5}},
	Query: `SELECT "row", 'width_m' AS field, width_m::text AS value, ` + facts("width_m", "width_m", "limit_m", "@width_m::float8") + `
		FROM staged WHERE class = 'A1a' AND width_m > @width_m::float8`,
	Explain: func(f Facts) Explanation {
		return Explanation{
			Message: tell("Cột A1a rộng %s m từ tâm, quá %s m.", "An A1a mast of %s m from its centre, over %s m.", f.Number("width_m"), f.Number("limit_m")),
			Mend:    registry.T("Đổi loại thành A2a nếu cột cồng kềnh, hoặc sửa bề ngang.", "Set the class to A2a if the mast is bulky, or correct the width."),
			Fix:     fix("class", "A2a"),
		}
	},
}
