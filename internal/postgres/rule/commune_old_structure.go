package rule

import "github.com/hatangso/hatangso/internal/registry"

// communeOldStructure: the declared commune was right before a reform. Nothing is
// wrong with the work; the successor is offered.
var communeOldStructure = &Rule{
	ID: "commune.old-structure", Tier: registry.QualityTier, Nouns: assets,
	Title: registry.T("Xã/phường khai theo đơn vị còn hiệu lực vào ngày của hồ sơ.", "The commune is declared as it is on the filing's day."),
	Clause: registry.T("“3.315 trong 3.321 xã năm 2026 mang mã từng thuộc về một xã cũ; khóa phải là (mã, hiệu lực từ)” (domain.md §0.7, RUN trên [11]).",
		"“3,315 of the 3,321 communes of 2026 carry a code that belonged to one old commune; key must be (code, valid_from)” (domain.md §0.7, RUN over [11])."),
	Query: claims + `SELECT s.row, 'declared_commune' AS field, ` + cut("s.declared_commune") + ` AS value, ` +
		facts("said", cut("s.declared_commune"), "located", "u.name", "code", "u.code", "fix", spelled("s.declared_commune"), "day", "@day::date") + `
		FROM staged s JOIN upheld h ON h.said = s.declared_commune AND h.unit_id = s.unit_id JOIN unit u ON u.id = s.unit_id
		WHERE NOT h.now AND u.valid @> @day::date`,
	Explain: func(f Facts) Explanation {
		return Explanation{
			Message: tell("“%s” là đơn vị cũ, không còn vào ngày %s; nay là %s (mã %s).", "“%s” is a unit of before, no longer there on %s; today it is %s (code %s).",
				f.Text("said"), f.day("day"), f.Text("located"), f.Text("code")),
			Mend: registry.T("Lấy tên hoặc mã mới: một lần xác nhận cho cả cột.", "Take the new name or code: one confirmation for the column."),
			Fix:  fix("declared_commune", f.Text("fix")),
		}
	},
}
