package rule

import "github.com/hatangso/hatangso/internal/registry"

// communeDiffers: the position lies in another commune than the declared one, and
// not in one that came of it. How far from the border is told on the plane, to a
// tenth: it says whether the border or the position is in doubt.
var communeDiffers = &Rule{
	ID: "commune.differs", Tier: registry.QualityTier, Nouns: assets,
	Title:  registry.T("Điểm nằm trong xã/phường đã khai, hoặc trong xã/phường kế thừa.", "The position lies in the declared commune, or in one that succeeded it."),
	Clause: communeClause,
	Limits: []Limit{{Name: "border_m", Title: registry.T("Sai số ranh giới được bỏ qua", "Tolerance at the border"), Unit: "m", Default: 50}},
	Query: claims + `SELECT s.row, 'declared_commune' AS field, ` + cut("s.declared_commune") + ` AS value, ` +
		facts("said", cut("s.declared_commune"), "located", "u.name", "code", "u.code", "fix", spelled("s.declared_commune"),
			"distance_m", "round((d.degrees * 110500)::numeric, -1)") + `
		FROM staged s JOIN unit u ON u.id = s.unit_id
		LEFT JOIN LATERAL (
			SELECT min(ST_Distance(p.geom, place_of(s.geometry))) AS degrees FROM meant m JOIN unit_piece p ON p.unit_id = m.id WHERE m.said = s.declared_commune) d ON true
		WHERE s.declared_commune IN (SELECT said FROM meant)
			AND NOT EXISTS (SELECT FROM upheld h WHERE h.said = s.declared_commune AND h.unit_id = s.unit_id)
			AND NOT coalesce(d.degrees * 110500 <= @border_m::float8, false)`,
	Explain: func(f Facts) Explanation {
		message := tell("Khai %s, nhưng điểm nằm ở %s.", "Declared %s, yet the position lies in %s.", f.Text("said"), f.Text("located"))
		if f.Number("distance_m") > 0 {
			message = tell("Khai %s, nhưng điểm nằm ở %s, cách ranh giới đã khai khoảng %s.", "Declared %s, yet the position lies in %s, about %s from the declared border.",
				f.Text("said"), f.Text("located"), f.metres("distance_m"))
		}
		return Explanation{
			Message: message,
			Mend: registry.T("Nếu tọa độ đúng: lấy xã theo vị trí. Nếu xã đúng: kiểm tra tọa độ, hệ tọa độ và kinh tuyến trục.",
				"If the position is right: take the commune of where it lies. If the commune is: check the position, its system and central meridian."),
			Fix: fix("declared_commune", f.Text("fix")),
		}
	},
}
