package rule

import "github.com/hatangso/hatangso/internal/registry"

// tenancyBoxes counts the boxes of one tenant on one pole on the filing's day, in
// the file and in the register.
var tenancyBoxes = &Rule{
	ID: "tenancy.boxes", Tier: registry.QualityTier,
	Nouns: []*registry.Noun{registry.TenancyNoun},
	Title: registry.T("Trên một cột, mỗi bên thuê không quá một tủ, hộp.", "Per pole each tenant has one box at most."),
	Clause: registry.T("“Trên mỗi cột, mỗi doanh nghiệp ≤ 1 tủ/hộp, không cuộn cáp trên cột” (domain.md §3.3, QCVN 33:2019/BTTTT, SEEN [43][44][45]).",
		"“per pole each enterprise ≤1 cabinet/box, no coiling on the pole” (domain.md §3.3, QCVN 33:2019/BTTTT, SEEN [43][44][45])."),
	Query: `WITH here AS (
			SELECT "row", asset_id, tenant_id, boxes FROM staged
			WHERE asset_kind = 'pole' AND boxes > 0 AND ("from" IS NULL OR "from" <= @day::date) AND ("to" IS NULL OR "to" > @day::date)),
		placed AS (
			SELECT asset_id, tenant_id, boxes FROM here
			UNION ALL
			SELECT t.asset_id, t.tenant_id, t.boxes FROM tenancy t
			WHERE t.asset_kind = 'pole' AND t.boxes > 0 AND t.during @> @day::date AND t.asset_id IN (SELECT asset_id FROM here)
				AND NOT EXISTS (SELECT FROM staged x WHERE x.existing = t.id)),
		total AS (SELECT asset_id, tenant_id, sum(boxes) AS boxes FROM placed GROUP BY 1, 2 HAVING sum(boxes) > 1)
		SELECT h.row, 'boxes' AS field, h.boxes::text AS value, ` + facts("boxes", "c.boxes", "tenant", "o.name", "pole", "a.code") + `
		FROM here h JOIN total c USING (asset_id, tenant_id) JOIN asset_pole a ON a.id = h.asset_id JOIN organization o ON o.id = h.tenant_id`,
	Explain: func(f Facts) Explanation {
		return Explanation{
			Message: tell("%s có %s tủ, hộp trên cột %s.", "%s has %s boxes on the pole %s.", f.Text("tenant"), f.Number("boxes"), f.Text("pole")),
			Mend:    registry.T("Gộp còn một tủ, hộp; nếu chưa xong, xác nhận kèm thời hạn.", "Bring it down to one box; if that takes time, verify with the date."),
		}
	},
}
