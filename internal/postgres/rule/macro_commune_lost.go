package rule

import "github.com/hatangso/hatangso/internal/registry"

// macroCommuneLost: an owner that had sites in a commune and files none there. It is
// asked only of a file that is about as large as what the register has; those with
// most to lose come first.
var macroCommuneLost = &Rule{
	ID: "macro.commune-lost", Tier: registry.MacroTier,
	Nouns: []*registry.Noun{registry.SiteNoun},
	Title: registry.T("Doanh nghiệp vẫn có vị trí ở xã/phường đã từng có.", "An operator still has a site in each commune where it had one."),
	Clause: registry.T("“Kiểm tra tại bàn: … tăng giảm bất thường theo năm” (domain.md §5.4, INFERRED).",
		"“Desk checks (… year-on-year jumps …)” (domain.md §5.4, INFERRED)."),
	Limits: []Limit{
		{Name: "whole", Title: registry.T("Phần của sổ mà tệp phải có để coi là khai toàn bộ", "Part of the register a file must have to count as whole"), Unit: "", Default: 2.0 / 3},
		{Name: "least", Title: registry.T("Số vị trí ít nhất trong sổ để xét", "Fewest sites in the register to judge by"), Unit: "", Default: 10},
		{Name: "most", Title: registry.T("Số xã/phường nêu nhiều nhất", "Most communes to tell of"), Unit: "", Default: 50},
	},
	Query: `WITH filed AS (SELECT owner_id, count(*) AS n FROM staged WHERE owner_id IS NOT NULL GROUP BY 1),
		held AS (
			SELECT a.owner_id, a.unit_id, count(*) AS n, sum(count(*)) OVER (PARTITION BY a.owner_id) AS of_owner FROM asset_site a
			WHERE a.owner_id IN (SELECT owner_id FROM filed) AND a.in_service @> @day::date GROUP BY 1, 2),
		here AS (SELECT DISTINCT owner_id, unit_id FROM staged WHERE status IN ('operating', 'suspended'))
		SELECT 0 AS "row", '' AS field, u.name AS value, ` + facts("organization", "o.name", "commune", "u.name", "code", "u.code", "sites", "h.n") + `
		FROM held h JOIN filed f ON f.owner_id = h.owner_id AND f.n >= @whole::float8 * h.of_owner AND h.of_owner >= @least::float8
		JOIN unit u ON u.id = h.unit_id JOIN organization o ON o.id = h.owner_id
		WHERE NOT EXISTS (SELECT FROM here x WHERE x.owner_id = h.owner_id AND x.unit_id = h.unit_id)
		ORDER BY h.n DESC, u.code LIMIT @most::float8::int`,
	Explain: func(f Facts) Explanation {
		return Explanation{
			Message: tell("%s: tệp không còn vị trí nào ở %s (mã %s), trước có %s.", "%s: the file has no site left in %s (code %s), where there were %s.",
				f.Text("organization"), f.Text("commune"), f.Text("code"), f.Number("sites")),
			Mend: registry.T("Kiểm tra tệp có thiếu xã này không; nếu đã tháo dỡ, xác nhận kèm lý do.",
				"Check whether the file lacks that commune; if the sites were taken down, verify with the reason."),
		}
	},
}
