package rule

import "github.com/hatangso/hatangso/internal/registry"

// macroSameHeight: one height for all was filled in and not measured.
var macroSameHeight = &Rule{
	ID: "macro.same-height", Tier: registry.MacroTier,
	Nouns: []*registry.Noun{registry.MastNoun, registry.PoleNoun},
	Title: registry.T("Chiều cao không giống hệt nhau ở mọi dòng.", "Heights are not all the same."),
	Clause: registry.T("“Chiều cao (6/7/8 m…)” của cột treo cáp, “chiều cao cột” ăng ten (domain.md §2.2, §2.4, SEED); ngưỡng do tỉnh chọn.",
		"“height (6/7/8 m…)” of a pole, “height of mast” (domain.md §2.2, §2.4, SEED); the limit is the province's."),
	Limits: []Limit{{Name: "least", Title: registry.T("Số dòng ít nhất để xét", "Fewest rows to judge by"), Unit: "", Default: 20}},
	Query: `SELECT 0 AS "row", '' AS field, height_m::text AS value, ` + facts("rows", "n", "height_m", "height_m") + `
		FROM (SELECT count(height_m) AS n, min(height_m) AS height_m, max(height_m) AS most FROM staged) c
		WHERE n >= @least::float8 AND height_m = most`,
	Explain: func(f Facts) Explanation {
		return Explanation{
			Message: tell("Cả %s dòng đều ghi chiều cao %s m.", "All %s rows give a height of %s m.", f.Number("rows"), f.Number("height_m")),
			Mend: registry.T("Ghi chiều cao thật của từng cột; nếu đúng là như nhau, xác nhận kèm lý do.",
				"Give the height of each; if they are the same, verify with the reason."),
		}
	},
}
