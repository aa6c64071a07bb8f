package rule

import "github.com/hatangso/hatangso/internal/registry"

// permitBasisInForce: an exemption counts from the day it exists to the day it is
// no more. When decree 25/2011 began and whether its article outlived decree
// 163/2024 the notes do not vouch for: limits, as days written yyyymmdd.
var permitBasisInForce = &Rule{
	ID: "permit.basis-in-force", Tier: registry.QualityTier,
	Nouns:  []*registry.Noun{registry.PermitNoun},
	Title:  registry.T("Căn cứ miễn phép có hiệu lực vào ngày xây dựng.", "The ground of exemption was in force on the day of construction."),
	Clause: permitClause,
	Limits: []Limit{
		{Name: "decree_from", Title: registry.T("NĐ 25/2011 có hiệu lực từ ngày", "Decree 25/2011 in force from"), Unit: "yyyymmdd", Default: 20110601},
		{Name: "decree_until", Title: registry.T("Miễn phép theo NĐ 25/2011 hết từ ngày", "Exemption by decree 25/2011 ends on"), Unit: "yyyymmdd", Default: 20260101},
	},
	Query: hosts + `,
		ground (basis, since, until) AS (VALUES
			('exempt_construction_law_2025_43_2', ` + exemptSince + `, NULL::date),
			('exempt_25_2011_41_1a', to_date(@decree_from::float8::int::text, 'YYYYMMDD'), to_date(@decree_until::float8::int::text, 'YYYYMMDD')),
			('exempt_25_2011_41_1b', to_date(@decree_from::float8::int::text, 'YYYYMMDD'), to_date(@decree_until::float8::int::text, 'YYYYMMDD')))
		SELECT h.row, 'basis' AS field, h.basis AS value, ` +
		facts("basis", "c.vi", "basis_en", "c.en", "asset", "h.code", "built_on", "h.built_on", "since", "g.since", "until", "g.until",
			"fix", "CASE WHEN h.built_on >= "+exemptSince+" THEN 'exempt_construction_law_2025_43_2' END") + `
		FROM host h JOIN ground g ON g.basis = h.basis JOIN code c ON c.list = 'permit_basis' AND c.code = h.basis
		WHERE h.built_on < g.since OR h.built_on >= g.until`,
	Explain: func(f Facts) Explanation {
		basis := registry.T(f.Text("basis"), f.Text("basis_en"))
		message := tell("%s: chưa có hiệu lực khi %s được xây dựng (%s, có từ %s).", "%s: not in force yet when %s was built (%s, it is from %s).", basis, f.Text("asset"), f.day("built_on"), f.day("since"))
		mend := registry.T("Ghi số giấy phép, hoặc căn cứ của thời điểm đó (NĐ 25/2011 Điều 41.1); không có thì ghi missing.",
			"Give the permit's number, or the ground of that time (decree 25/2011 art. 41.1); or missing where there is none.")
		if f.Text("fix") != "" {
			message = tell("%s: không còn hiệu lực khi %s được xây dựng (%s, hết từ %s).", "%s: no longer in force when %s was built (%s, it ended on %s).", basis, f.Text("asset"), f.day("built_on"), f.day("until"))
			mend = registry.T("Từ 1/1/2026 ghi căn cứ Luật Xây dựng 2025 Điều 43.2.", "From 1 January 2026 the ground is article 43.2 of the Construction Law 2025.")
		}
		return Explanation{Message: message, Mend: mend, Fix: fix("basis", f.Text("fix"))}
	},
}
