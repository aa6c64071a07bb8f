package rule

import "github.com/hatangso/hatangso/internal/registry"

// communeUnknown: the declared commune is none, of any day.
var communeUnknown = &Rule{
	ID: "commune.unknown", Tier: registry.QualityTier, Nouns: assets,
	Title:  registry.T("Xã/phường khai báo là một đơn vị có thật, hôm nay hoặc trước đây.", "The declared commune is one, of today or of before."),
	Clause: communeClause,
	Query: claims + `SELECT s.row, 'declared_commune' AS field, ` + cut("s.declared_commune") + ` AS value, ` +
		facts("said", cut("s.declared_commune"), "located", "u.name", "fix", spelled("s.declared_commune")) + `
		FROM staged s LEFT JOIN unit u ON u.id = s.unit_id
		WHERE s.declared_commune IS NOT NULL AND s.declared_commune NOT IN (SELECT said FROM meant)`,
	Explain: func(f Facts) Explanation {
		if f.Text("located") == "" {
			return Explanation{
				Message: tell("Sổ không có xã, phường nào tên hay mã “%s”.", "The register has no commune of the name or code “%s”.", f.Text("said")),
				Mend:    registry.T("Sửa tên hoặc mã xã.", "Correct the commune's name or code."),
			}
		}
		return Explanation{
			Message: tell("Sổ không có xã, phường nào tên hay mã “%s”; điểm nằm ở %s.", "The register has no commune of the name or code “%s”; the position lies in %s.", f.Text("said"), f.Text("located")),
			Mend:    registry.T("Lấy tên theo vị trí, hoặc sửa cho đúng.", "Take the name of where it lies, or correct it."),
			Fix:     fix("declared_commune", f.Text("fix")),
		}
	},
}
