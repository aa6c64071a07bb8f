package rule

import "github.com/hatangso/hatangso/internal/registry"

// permitMissing: a work built in a town before 2026 needed a permit. Outside towns
// article 41.1a exempts what follows the plan, which no row shows; since 2026 none
// is needed.
var permitMissing = &Rule{
	ID: "permit.missing", Tier: registry.QualityTier,
	Nouns:  []*registry.Noun{registry.PermitNoun},
	Title:  registry.T("Công trình xây trong đô thị trước năm 2026 có giấy phép hoặc căn cứ miễn phép.", "A work built in a town before 2026 has a permit or a ground of exemption."),
	Clause: permitClause,
	Query: hosts + urbanHosts + `SELECT h.row, 'basis' AS field, h.basis AS value, ` + facts("asset", "h.code", "built_on", "h.built_on", "commune", "n.name") + `
		FROM host h JOIN urban n ON n.row = h.row WHERE h.basis = 'missing' AND h.built_on < ` + exemptSince,
	Explain: func(f Facts) Explanation {
		return Explanation{
			Message: tell("%s xây ngày %s trong đô thị (nay là %s), khi đó phải có giấy phép.", "%s was built on %s in a town (today %s), when a permit was needed.", f.Text("asset"), f.day("built_on"), f.Text("commune")),
			Mend: registry.T("Ghi số giấy phép, hoặc căn cứ miễn (cột không cồng kềnh: Điều 41.1b); nếu thật sự không có, xác nhận kèm lý do.",
				"Give the permit's number, or the exemption (a non-bulky mast: art. 41.1b); if there is none, verify with the reason."),
		}
	},
}
