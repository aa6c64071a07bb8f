package rule

import "github.com/hatangso/hatangso/internal/registry"

// macroGrid: positions that all stand on a grid were read off a map or rounded,
// and not surveyed. A grid in metres is told by the coordinates as submitted.
var macroGrid = &Rule{
	ID: "macro.grid", Tier: registry.MacroTier,
	Nouns: []*registry.Noun{registry.SiteNoun, registry.PoleNoun, registry.ManholeNoun, registry.ServicePointNoun},
	Title: registry.T("Các điểm không cùng nằm trên một lưới.", "Positions do not all lie on a grid."),
	Clause: registry.T("“Tọa độ gốc như đã nộp + hệ tọa độ + độ chính xác + phương pháp đo” (domain.md §2, SEED và INFERRED); ngưỡng do tỉnh chọn.",
		"“original coordinates as submitted + CRS + precision + survey method” (domain.md §2, SEED and INFERRED); the limits are the province's."),
	Limits: []Limit{
		{Name: "least", Title: registry.T("Số dòng ít nhất để xét", "Fewest rows to judge by"), Unit: "", Default: 20},
		{Name: "part", Title: registry.T("Phần số điểm nằm trên lưới", "Part of the positions on the grid"), Unit: "", Default: 0.9},
		{Name: "decimals", Title: registry.T("Số chữ số thập phân của lưới, độ", "Decimals of the grid, in degrees"), Unit: "", Default: 3},
	},
	Query: `SELECT 0 AS "row", '' AS field, '' AS value, ` + facts("rows", "n", "rounded", "rounded", "part", "rounded::float8 / n", "decimals", "@decimals::float8") + `
		FROM (
			SELECT count(*) AS n, count(*) FILTER (WHERE
				abs(ST_X(geometry) * p.ten - round(ST_X(geometry) * p.ten)) < p.ten * 5e-8 AND abs(ST_Y(geometry) * p.ten - round(ST_Y(geometry) * p.ten)) < p.ten * 5e-8
				OR submitted ->> 'x' ~ '^[0-9]{3,5}00([.,]0+)?$' AND submitted ->> 'y' ~ '^[0-9]{3,5}00([.,]0+)?$') AS rounded
			FROM staged CROSS JOIN (SELECT 10 ^ @decimals::float8 AS ten) p WHERE geometry IS NOT NULL) c
		WHERE n >= @least::float8 AND rounded >= @part::float8 * n`,
	Explain: func(f Facts) Explanation {
		return Explanation{
			Message: tell("%s trong %s điểm (%s) nằm trên một lưới: tọa độ chỉ còn %s chữ số thập phân của độ, hoặc bội số của 100 m.", "%s of %s positions (%s) lie on a grid: %s decimals of a degree, or multiples of 100 m.",
				f.Number("rounded"), f.Number("rows"), share(f.Number("part")), f.Number("decimals")),
			Mend: registry.T("Nộp tọa độ đo thực tế, đủ chữ số; nếu chỉ có số làm tròn, xác nhận kèm lý do.",
				"File the positions as surveyed, with all digits; if there are only rounded ones, verify with the reason."),
		}
	},
}
