package rule

import "github.com/hatangso/hatangso/internal/registry"

// permitIssuedLate: a permit is there before the work begins, and not run out.
var permitIssuedLate = &Rule{
	ID: "permit.issued-late", Tier: registry.QualityTier,
	Nouns: []*registry.Noun{registry.PermitNoun},
	Title: registry.T("Giấy phép có hiệu lực vào ngày xây dựng.", "The permit was valid on the day of construction."),
	Clause: registry.T("“NĐ 25/2011 Điều 41.1: phải có giấy phép trước khi khởi công” (domain.md §3.1, SEEN [28]).",
		"“NĐ 25/2011 Điều 41.1: permit needed before start” (domain.md §3.1, SEEN [28])."),
	Query: `SELECT s.row, d.field, d.at::text AS value, ` + facts("field", "d.field", "date", "d.at", "asset", "a.code", "built_on", "a.built_on") + `
		FROM staged s JOIN asset a ON a.kind = s.asset_kind AND a.id = s.asset_id
		CROSS JOIN LATERAL (
			SELECT 'issued_on' AS field, s.issued_on AS at WHERE s.issued_on > a.built_on
			UNION ALL SELECT 'valid_until', s.valid_until WHERE s.valid_until < a.built_on) d
		WHERE s.basis = 'permit'`,
	Explain: func(f Facts) Explanation {
		message := tell("Giấy phép cấp ngày %s, sau khi %s được xây dựng (%s).", "The permit was issued on %s, after %s was built (%s).", f.day("date"), f.Text("asset"), f.day("built_on"))
		if f.Text("field") == "valid_until" {
			message = tell("Giấy phép hết hiệu lực ngày %s, trước khi %s được xây dựng (%s).", "The permit ran out on %s, before %s was built (%s).", f.day("date"), f.Text("asset"), f.day("built_on"))
		}
		return Explanation{
			Message: message,
			Mend: registry.T("Kiểm tra ngày cấp và ngày xây dựng; nếu đúng là cấp sau, xác nhận kèm lý do.",
				"Check both dates; if it was issued afterwards, verify with the reason."),
		}
	},
}
