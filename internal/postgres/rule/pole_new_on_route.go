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
	Query: `WITH beside AS MATERIALIZED (
			SELECT s.*, t.code AS other_code, t.owner_id AS other_owner, t.route_code AS other_route, t.road AS other_road, t.geom
			FROM (SELECT "row", geometry, owner_id, route_code, road, coalesce(built_on, operating_from, @day::date) AS since
				FROM staged WHERE existing IS NULL AND owner_id IS NOT NULL AND geometry IS NOT NULL AND (road IS NOT NULL OR route_code IS NOT NULL) AND ` + standing("staged") + `
					AND coalesce(built_on, operating_from, @day::date) >= '2020-07-01') s
			CROSS JOIN LATERAL (
				SELECT p.code, p.owner_id, p.route_code, p.road, p.geom FROM asset_pole p
				WHERE ` + near("p.geom", "s.geometry", "@near_m::float8") + ` AND p.owner_id <> s.owner_id AND p.disclosure = 'ordinary'
					AND p.status IN ('operating', 'suspended') AND (p.built_on IS NULL OR p.built_on < s.since)
					AND (p.route_code = s.route_code OR p.road IS NOT NULL AND s.road IS NOT NULL) OFFSET 0) t),
		-- a name is folded once, and not for every pair
		folded AS MATERIALIZED (
			SELECT road, fold(road) AS key FROM (SELECT road FROM beside UNION SELECT other_road FROM beside) d WHERE road IS NOT NULL)
		SELECT b.row, 'geometry' AS field, ` + position("b.geometry") + ` AS value,
			` + facts("other_code", "b.other_code", "other_owner", "o.name", "distance_m", apart("b.geom", "b.geometry"), "built_on", "b.since", "road", cut("coalesce(b.road, b.route_code)")) + `
		FROM (
			SELECT DISTINCT ON (b.row) b.* FROM beside b LEFT JOIN folded f ON f.road = b.road LEFT JOIN folded g ON g.road = b.other_road
			WHERE b.other_route = b.route_code OR f.key = g.key
			ORDER BY b.row, ST_Distance(b.geom, b.geometry)) b
		JOIN organization o ON o.id = b.other_owner`,
	Explain: func(f Facts) Explanation {
		return Explanation{
			Message: tell("Cột mới (%s) trên tuyến %s, nơi %s đã có cột %s cách %s.", "A new pole (%s) on %s, where %s has a pole, %s, %s away.",
				f.day("built_on"), f.Text("road"), f.Text("other_owner"), f.Text("other_code"), f.metres("distance_m")),
			Mend: registry.T("Treo cáp trên cột đã có và khai dùng chung; nếu được phép trồng cột, xác nhận kèm số văn bản.",
				"Hang the cable on the pole that is there and file a tenancy; if the pole was allowed, verify with the document's number."),
		}
	},
}
