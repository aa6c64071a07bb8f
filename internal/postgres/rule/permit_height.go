package rule

import "github.com/hatangso/hatangso/internal/registry"

// permitHeight: no mast of the site is higher than what was permitted.
var permitHeight = &Rule{
	ID: "permit.height", Tier: registry.QualityTier,
	Nouns: []*registry.Noun{registry.PermitNoun},
	Title: registry.T("Cột ăng ten không cao hơn giấy phép.", "No mast is higher than its permit."),
	Clause: registry.T("“Phạm vi giấy phép (chiều cao, loại)” (domain.md §5.3, INFERRED).",
		"“scope (height, type)” of a permit (domain.md §5.3, INFERRED)."),
	Query: `SELECT s.row, 'height_m' AS field, s.height_m::text AS value, ` + facts("permitted_m", "s.height_m", "mast", "m.code", "mast_m", "m.height_m") + `
		FROM staged s CROSS JOIN LATERAL (
			SELECT code, height_m FROM mast t WHERE t.site_id = s.asset_id AND t.height_m > s.height_m AND (t.operating_to IS NULL OR t.operating_to > @day::date)
			ORDER BY t.height_m DESC LIMIT 1) m
		WHERE s.asset_kind = 'site' AND s.basis = 'permit'`,
	Explain: func(f Facts) Explanation {
		return Explanation{
			Message: tell("Giấy phép cho cao %s m, mà cột %s cao %s m.", "The permit is for %s m, yet the mast %s is %s m high.", f.Number("permitted_m"), f.Text("mast"), f.Number("mast_m")),
			Mend: registry.T("Sửa chiều cao trong giấy phép hoặc của cột; nếu đúng như vậy, xác nhận kèm lý do.",
				"Correct the permit's height or the mast's; if both are right, verify with the reason."),
		}
	},
}
