package rule

import "github.com/hatangso/hatangso/internal/registry"

// poleNewOnRoute: since QCVN 33:2019 a route that has poles gets no second line of
// them. The day is the standard's own and no limit.
var poleNewOnRoute = &Rule{
	ID: "pole.new-on-route", Tier: registry.QualityTier,
	Nouns: []*registry.Noun{registry.PoleNoun},
	Title: registry.T("Không trồng cột mới trên tuyến đường đã có cột.", "No new poles on routes that already have poles."),
	Clause: registry.T("“Không trồng cột mới trên tuyến đã có cột” (domain.md §3.3, QCVN 33:2019/BTTTT, hiệu lực 1/7/2020, SEEN [43][44][45]).",
		"“no new poles on routes that already have poles” (domain.md §3.3, QCVN 33:2019/BTTTT, in force 1/7/2020, SEEN [43][44][45])."),
	Limits: []Limit{{Name: "near_m", Title: registry.T("Khoảng cách đến cột đã có", "Distance to a pole that is there"), Unit: "m", Default: 50}},
	Query: `SELECT s.row, 'geometry' AS field, ` + position("s.geometry") + ` AS value,
			` + facts("other_code", "p.code", "other_owner", "o.name", "distance_m", "p.distance_m", "built_on", "s.since", "road", cut("coalesce(s.road, s.route_code)")) + `
		FROM (SELECT "row", geometry, owner_id, route_code, road, fold(road) AS road_key, coalesce(built_on, operating_from, @day::date) AS since
			FROM staged WHERE existing IS NULL AND owner_id IS NOT NULL AND geometry IS NOT NULL AND (road IS NOT NULL OR route_code IS NOT NULL) AND ` + standing("staged") + `
				AND coalesce(built_on, operating_from, @day::date) >= '2020-07-01') s
		CROSS JOIN LATERAL (
			SELECT t.code, t.owner_id, ` + apart("t.geom", "s.geometry") + ` AS distance_m FROM asset_pole t
			WHERE ` + near("t.geom", "s.geometry", "@near_m::float8") + ` AND t.owner_id <> s.owner_id AND t.disclosure = 'ordinary'
				AND t.status IN ('operating', 'suspended') AND (t.built_on IS NULL OR t.built_on < s.since)
				AND (t.route_code = s.route_code OR fold(t.road) = s.road_key)
			ORDER BY 3 LIMIT 1) p
		JOIN organization o ON o.id = p.owner_id`,
	Explain: func(f Facts) Explanation {
		return Explanation{
			Message: tell("Cột mới (%s) trên tuyến %s, nơi %s đã có cột %s cách %s.", "A new pole (%s) on %s, where %s has a pole, %s, %s away.",
				f.day("built_on"), f.Text("road"), f.Text("other_owner"), f.Text("other_code"), f.metres("distance_m")),
			Mend: registry.T("Treo cáp trên cột đã có và khai dùng chung; nếu được phép trồng cột, xác nhận kèm số văn bản.",
				"Hang the cable on the pole that is there and file a tenancy; if the pole was allowed, verify with the document's number."),
		}
	},
}
