package rule

import "github.com/hatangso/hatangso/internal/registry"

// poleClearance asks about cable that hangs too low over a road.
var poleClearance = &Rule{
	ID: "pole.clearance", Tier: registry.QualityTier,
	Nouns: []*registry.Noun{registry.PoleNoun},
	Title: registry.T("Cáp treo đủ tĩnh không.", "Hanging cable leaves the clearance."),
	Clause: registry.T("“Tĩnh không cáp treo trên đường ≥ 5,5 m (xe), ≥ 4,5 m (ngõ không có xe tải) … dùng làm cảnh báo với ngưỡng cấu hình được” (domain.md §3.3, RECALLED med).",
		"“hanging clearance over roads ≥5.5 m (vehicles), ≥4.5 m (lanes without trucks) … use as warnings with configurable limits” (domain.md §3.3, RECALLED med)."),
	Limits: []Limit{{Name: "clearance_m", Title: registry.T("Tĩnh không nhỏ nhất", "Least clearance"), Unit: "m", Default: 5.5}},
	Query: `SELECT "row", 'clearance_m' AS field, clearance_m::text AS value, ` + facts("clearance_m", "clearance_m", "limit_m", "@clearance_m::float8") + `
		FROM staged WHERE clearance_m < @clearance_m::float8 AND ` + standing("staged"),
	Explain: func(f Facts) Explanation {
		return Explanation{
			Message: tell("Tĩnh không %s m, dưới %s m.", "The clearance is %s m, under %s m.", f.Number("clearance_m"), f.Number("limit_m")),
			Mend: registry.T("Kiểm tra số đo; nếu cáp không qua đường xe tải, xác nhận kèm lý do.",
				"Check the measure; if the cable crosses no road for trucks, verify with the reason."),
		}
	},
}
