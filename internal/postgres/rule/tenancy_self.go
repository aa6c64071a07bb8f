package rule

import "github.com/hatangso/hatangso/internal/registry"

// tenancySelf: an enterprise does not rent of itself; its own equipment is said by
// owner_present.
var tenancySelf = &Rule{
	ID: "tenancy.self", Tier: registry.QualityTier,
	Nouns: []*registry.Noun{registry.TenancyNoun},
	Title: registry.T("Bên thuê không phải là chủ sở hữu.", "The tenant is not the owner."),
	Clause: registry.T("“n_tenants = số doanh nghiệp viễn thông khác nhau … nhiều công ty của một tập đoàn (VNPT / VinaPhone / VNPT Net) là một doanh nghiệp” (domain.md §1.2, RECALLED med).",
		"“n_tenants = number of distinct legal telecom enterprises … multi-operator group companies (VNPT / VinaPhone / VNPT Net) are one enterprise” (domain.md §1.2, RECALLED med)."),
	Query: `SELECT s.row, 'tenant' AS field, ` + cut("s.tenant") + ` AS value, ` +
		facts("tenant", "t.name", "owner", "o.name", "same", "t.id = o.id", "asset", "a.code") + `
		FROM staged s JOIN asset a ON a.kind = s.asset_kind AND a.id = s.asset_id
		JOIN organization t ON t.id = s.tenant_id JOIN organization o ON o.id = a.owner_id
		WHERE t.id = o.id OR t.legal_group = o.legal_group`,
	Explain: func(f Facts) Explanation {
		message := tell("%s là chủ sở hữu của %s, không phải bên thuê.", "%s owns %s and is no tenant of it.", f.Text("tenant"), f.Text("asset"))
		if f["same"] != true {
			message = tell("%s và chủ sở hữu %s của %s là một doanh nghiệp.", "%s and %s, who owns %s, are one enterprise.", f.Text("tenant"), f.Text("owner"), f.Text("asset"))
		}
		return Explanation{
			Message: message,
			Mend: registry.T("Bỏ dòng này và ghi owner_present của công trình; hoặc sửa bên thuê.",
				"Drop the row and set owner_present of the work; or correct the tenant."),
		}
	},
}
