package rule

import "github.com/hatangso/hatangso/internal/registry"

// Compliance follows the rule in force on the day of construction: since
// 2026-01-01 passive works need no permit; before, a permit or one of the two
// exemptions of decree 25/2011.

// permitClause is what the rules of permits rest on.
var permitClause = registry.T("“Từ 1/1/2026 công trình viễn thông thụ động được miễn giấy phép xây dựng (Luật Xây dựng 2025, Điều 43 khoản 2); sự tuân thủ xét theo quy định có hiệu lực vào ngày xây dựng” (domain.md §0.5, §5.3, SEEN [6][7][8]). “NĐ 25/2011 Điều 41.1: phải có giấy phép, trừ (a) tuyến cột và hệ thống cột ngoài đô thị đúng quy hoạch; (b) cột ăng ten không cồng kềnh trên công trình trong đô thị” (§3.1, SEEN [28]).",
	"“Since 1 Jan 2026 passive telecom infrastructure needs no construction permit (Luật Xây dựng 2025, Điều 43 khoản 2); compliance must be evaluated against the rule in force on the construction date” (domain.md §0.5, §5.3, SEEN [6][7][8]). “NĐ 25/2011 Điều 41.1: permit needed before start, except (a) pole lines & mast systems outside urban areas consistent with the approved plan; (b) non-bulky masts in/on buildings in urban areas” (§3.1, SEEN [28]).")

// hosts begins a query about permits: each row beside the work it is of, with the
// day the work was built.
const hosts = `WITH RECURSIVE host AS MATERIALIZED (
			SELECT s.row, s.basis, s.asset_kind, a.id AS asset_id, a.code, a.unit_id, coalesce(a.built_on, a.operating_from) AS built_on
			FROM staged s JOIN asset a ON a.kind = s.asset_kind AND a.id = s.asset_id)`

// urbanHosts follows hosts with the rows whose work surely stood in an urban
// commune when it was built: every commune of that day which its commune of today
// came from was a ward or a township. The name is that of today.
var urbanHosts = `,
		` + lineage("SELECT DISTINCT unit_id FROM host WHERE unit_id IS NOT NULL") + `,
		urban AS MATERIALIZED (
			SELECT h.row, min(now.name) AS name FROM host h JOIN unit now ON now.id = h.unit_id
			JOIN lineage l ON l.of_id = h.unit_id JOIN unit u ON u.id = l.id
			WHERE u.valid @> h.built_on GROUP BY 1 HAVING bool_and(coalesce(u.unit_kind IN ('phuong', 'thi_tran'), false)))
		`

// exemptSince is the first day on which passive works need no permit.
const exemptSince = `DATE '2026-01-01'`
