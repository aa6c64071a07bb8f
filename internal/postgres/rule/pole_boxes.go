package rule

import "github.com/hatangso/hatangso/internal/registry"

// poleBoxes counts the boxes of a pole against the enterprises on it: its owner,
// and its tenants of the day.
var poleBoxes = &Rule{
	ID: "pole.boxes", Tier: registry.QualityTier,
	Nouns: []*registry.Noun{registry.PoleNoun},
	Title: registry.T("Trên một cột, mỗi doanh nghiệp không quá một tủ, hộp.", "Per pole each enterprise has one box at most."),
	Clause: registry.T("“Trên mỗi cột, mỗi doanh nghiệp ≤ 1 tủ/hộp, không cuộn cáp trên cột” (domain.md §3.3, QCVN 33:2019/BTTTT, SEEN [43][44][45]).",
		"“per pole each enterprise ≤1 cabinet/box, no coiling on the pole” (domain.md §3.3, QCVN 33:2019/BTTTT, SEEN [43][44][45])."),
	Query: `SELECT s.row, 'boxes' AS field, s.boxes::text AS value, ` + facts("boxes", "s.boxes", "enterprises", "1 + coalesce(n.tenants, 0)") + `
		FROM staged s LEFT JOIN (
			SELECT t.asset_id, count(DISTINCT t.tenant_id) AS tenants FROM tenancy t
			WHERE t.asset_kind = 'pole' AND t.during @> @day::date AND t.asset_id IN (SELECT existing FROM staged WHERE boxes > 1)
				AND t.tenant_id IS DISTINCT FROM (SELECT a.owner_id FROM asset_pole a WHERE a.id = t.asset_id)
			GROUP BY 1) n ON n.asset_id = s.existing
		WHERE s.boxes > 1 + coalesce(n.tenants, 0) AND ` + standing("s"),
	Explain: func(f Facts) Explanation {
		return Explanation{
			Message: tell("%s tủ, hộp trên cột, mà sổ chỉ biết %s doanh nghiệp ở đó.", "%s boxes on the pole; enterprises the register knows there: %s.", f.Number("boxes"), f.Number("enterprises")),
			Mend: registry.T("Gộp tủ, hộp còn một cho mỗi doanh nghiệp, hoặc khai các bên thuê còn thiếu; nếu chưa xong, xác nhận kèm thời hạn.",
				"Bring it down to one box an enterprise, or file the tenants that are missing; if that takes time, verify with the date."),
		}
	},
}
