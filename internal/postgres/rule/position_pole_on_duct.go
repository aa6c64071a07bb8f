package rule

import "github.com/hatangso/hatangso/internal/registry"

// positionPoleOnDuct: a pole that stands on a duct line would have been driven
// through it.
var positionPoleOnDuct = &Rule{
	ID: "position.pole-on-duct", Tier: registry.QualityTier,
	Nouns: []*registry.Noun{registry.PoleNoun},
	Title: registry.T("Cột treo cáp không đứng trên tuyến cống cáp.", "A pole does not stand on a duct line."),
	Clause: registry.T("Hai công trình ngoại vi không chiếm cùng một chỗ (INFERRED từ domain.md §2.4, §2.6).",
		"Two works of outside plant do not take the same place (INFERRED from domain.md §2.4, §2.6)."),
	Limits: []Limit{{Name: "duct_m", Title: registry.T("Khoảng cách đến trục cống", "Distance from the duct's axis"), Unit: "m", Default: 0.5}},
	Query: `SELECT s.row, 'geometry' AS field, ` + position("s.geometry") + ` AS value, ` +
		facts("other_code", "d.code", "other_owner", "o.name", "distance_m", "d.distance_m") + `
		FROM staged s CROSS JOIN LATERAL (
			SELECT t.code, t.owner_id, ` + apart("t.geom", "s.geometry") + ` AS distance_m FROM asset_duct t
			WHERE ` + near("t.geom", "s.geometry", "@duct_m::float8") + ` AND ` + standing("t") + ` AND (t.owner_id = s.owner_id OR t.disclosure = 'ordinary')
			ORDER BY 3 LIMIT 1) d
		LEFT JOIN organization o ON o.id = d.owner_id
		WHERE ` + standing("s"),
	Explain: func(f Facts) Explanation {
		owner := f.Text("other_owner")
		if owner == "" {
			owner = "?"
		}
		return Explanation{
			Message: tell("Cột nằm trên đoạn cống %s của %s (cách trục %s).", "The pole stands on the duct section %s of %s (%s from its axis).", f.Text("other_code"), owner, f.metres("distance_m")),
			Mend: registry.T("Kiểm tra tọa độ cột và tuyến cống; nếu cả hai đúng, xác nhận kèm lý do.",
				"Check the position of the pole and the line of the duct; if both are right, verify with the reason."),
		}
	},
}
