package rule

import "github.com/hatangso/hatangso/internal/registry"

// permitExemptionScope holds each exemption of decree 25/2011 against the works it
// is for.
var permitExemptionScope = &Rule{
	ID: "permit.exemption-scope", Tier: registry.QualityTier,
	Nouns:  []*registry.Noun{registry.PermitNoun},
	Title:  registry.T("Căn cứ miễn phép đúng loại công trình và khu vực.", "The ground of exemption fits the work and the area."),
	Clause: permitClause,
	Query: hosts + urbanHosts + `SELECT r.row, 'basis' AS field, r.basis AS value, ` + facts("asset", "r.code", "why", "r.why", "commune", "r.name") + `
		FROM (
			SELECT h.row, h.basis, h.code, n.name, CASE
				WHEN h.basis = 'exempt_25_2011_41_1a' AND h.asset_kind NOT IN ('site', 'pole') THEN 'kind'
				WHEN h.basis = 'exempt_25_2011_41_1a' AND n.row IS NOT NULL THEN 'urban'
				WHEN h.basis = 'exempt_25_2011_41_1b' AND h.asset_kind <> 'site' THEN 'kind'
				WHEN h.basis = 'exempt_25_2011_41_1b' AND EXISTS (SELECT FROM mast m WHERE m.site_id = h.asset_id AND h.asset_kind = 'site' AND m.class LIKE 'A2%') THEN 'bulky'
				END AS why
			FROM host h LEFT JOIN urban n ON n.row = h.row) r
		WHERE r.why IS NOT NULL`,
	Explain: func(f Facts) Explanation {
		why := registry.T("chỉ dành cho cột, không cho loại công trình này", "is for poles and masts and not for this kind of work")
		switch f.Text("why") {
		case "urban":
			why = tell("chỉ dành cho khu vực ngoài đô thị, mà công trình xây trong đô thị (nay là %s)", "is for outside towns, and the work was built in one (today %s)", f.Text("commune"))
		case "bulky":
			why = registry.T("chỉ dành cho cột không cồng kềnh, mà vị trí có cột loại A2", "is for non-bulky masts, and the site has one of class A2")
		}
		return Explanation{
			Message: tell("%s: căn cứ này %s.", "%s: this ground %s.", f.Text("asset"), why),
			Mend: registry.T("Ghi số giấy phép hoặc căn cứ đúng; nếu căn cứ đúng, xác nhận kèm lý do.",
				"Give the permit's number or the right ground; if it is right, verify with the reason."),
		}
	},
}
