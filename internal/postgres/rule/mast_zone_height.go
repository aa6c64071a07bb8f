package rule

import "github.com/hatangso/hatangso/internal/registry"

// mastZoneHeight holds the top of a mast against height limits: above the ground,
// with the building it stands on; above the sea, where the elevation of the ground
// is known. An unknown height breaks nothing.
var mastZoneHeight = &Rule{
	ID: "mast.zone-height", Tier: registry.QualityTier,
	Nouns:  []*registry.Noun{registry.MastNoun},
	Title:  registry.T("Đỉnh cột không vượt giới hạn chiều cao của khu vực.", "The top of a mast stays under the height limit of its zone."),
	Clause: planClause,
	Query: standingMasts + `SELECT DISTINCT ON (m.row) m.row, 'height_m' AS field, m.height_m::text AS value,
			` + facts("top_m", "round(t.top::numeric, 1)", "limit_m", "r.height_limit_m", "sea", "r.height_datum = 'sea'", "zone", "r.name", "code", "r.code", "decision", "r.decision_number") + `
		FROM mast_at m CROSS JOIN LATERAL restrictions_at(m.geom, m.since) r
		CROSS JOIN LATERAL (SELECT m.height_m + CASE WHEN m.site_kind = 'rooftop' THEN coalesce(m.building_height_m, 0) ELSE 0 END
			+ CASE WHEN r.height_datum = 'sea' THEN m.elevation_m ELSE 0 END AS top) t
		WHERE t.top > r.height_limit_m
		ORDER BY m.row, r.height_limit_m, r.id`,
	Explain: func(f Facts) Explanation {
		from := registry.T("so với mặt đất", "above the ground")
		if f["sea"] == true {
			from = registry.T("so với mực nước biển", "above mean sea level")
		}
		return Explanation{
			Message: tell("Đỉnh cột cao %s m %s, giới hạn tại %s là %s m (%s, %s).", "The top is %s m %s, the limit in %s is %s m (%s, %s).",
				f.Number("top_m"), from, f.Text("zone"), f.Number("limit_m"), f.Text("code"), f.decision()),
			Mend: registry.T("Kiểm tra chiều cao cột, chiều cao nhà và cao độ; nếu đã được chấp thuận độ cao, xác nhận kèm số văn bản.",
				"Check the heights of mast and building and the elevation; if the height was cleared, verify with the document's number."),
		}
	},
}
