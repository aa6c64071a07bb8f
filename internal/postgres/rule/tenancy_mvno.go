package rule

import "github.com/hatangso/hatangso/internal/registry"

// tenancyMVNO: a virtual operator has no equipment to place.
var tenancyMVNO = &Rule{
	ID: "tenancy.mvno", Tier: registry.QualityTier,
	Nouns: []*registry.Noun{registry.TenancyNoun},
	Title: registry.T("Mạng di động ảo không phải là bên thuê.", "A virtual operator is no tenant."),
	Clause: registry.T("“MVNO (iTel, Wintel, Local, VNSKY, FPT): không phải bên thuê, không có thiết bị riêng” (domain.md §1.2, RECALLED hi).",
		"“MVNO (iTel, Wintel, Local, VNSKY, FPT): not a tenant, no own equipment” (domain.md §1.2, RECALLED hi)."),
	Query: `SELECT s.row, 'tenant' AS field, ` + cut("s.tenant") + ` AS value, ` + facts("tenant", "t.name") + `
		FROM staged s JOIN organization t ON t.id = s.tenant_id WHERE t.mvno AND s.placement = 'equipment'`,
	Explain: func(f Facts) Explanation {
		return Explanation{
			Message: tell("%s là mạng di động ảo, không có thiết bị của mình.", "%s is a virtual operator, without equipment of its own.", f.Text("tenant")),
			Mend: registry.T("Ghi nhà mạng có thiết bị; nếu họ thật sự đặt thiết bị, xác nhận kèm lý do.",
				"Name the operator whose equipment it is; if they did place some, verify with the reason."),
		}
	},
}
