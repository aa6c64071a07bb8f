package rule

import "github.com/hatangso/hatangso/internal/registry"

// poleSpan: cable does not hang across hundreds of metres. It looks for a pole of
// the same route within the limit by the index of positions; the distance to the
// next one is not told, for it would be looked for among all.
var poleSpan = &Rule{
	ID: "pole.span", Tier: registry.QualityTier,
	Nouns: []*registry.Noun{registry.PoleNoun},
	Title: registry.T("Cột trên một tuyến đứng gần cột khác của tuyến đó.", "A pole of a route stands near another of the route."),
	Clause: registry.T("“Khoảng cột lớn nhất theo thiết kế … không có một con số cố định trong bản 2019” (domain.md §3.3, QCVN 33:2019, SEEN [45]); ngưỡng do tỉnh chọn.",
		"“max span by design … no single fixed number in the 2019 text” (domain.md §3.3, QCVN 33:2019, SEEN [45]); the limit is the province's."),
	Limits: []Limit{{Name: "span_m", Title: registry.T("Khoảng cột lớn nhất", "Greatest span"), Unit: "m", Default: 150}},
	Query: `WITH route AS MATERIALIZED (
			SELECT route_code, sum(n)::int AS poles FROM (
				SELECT route_code, count(*) AS n FROM staged WHERE route_code IS NOT NULL AND geometry IS NOT NULL AND ` + standing("staged") + ` GROUP BY 1
				UNION ALL
				SELECT t.route_code, count(*) FROM asset_pole t WHERE t.route_code IN (SELECT route_code FROM staged) AND ` + standing("t") + `
					AND NOT EXISTS (SELECT FROM staged x WHERE x.existing = t.id) GROUP BY 1) c GROUP BY 1),
		beside AS MATERIALIZED (
			SELECT "row", geometry, route_code, lag(geometry) OVER lon AS west, lead(geometry) OVER lon AS east, lag(geometry) OVER lat AS south, lead(geometry) OVER lat AS north
			FROM staged WHERE route_code IS NOT NULL AND geometry IS NOT NULL AND ` + standing("staged") + `
			WINDOW lon AS (PARTITION BY route_code ORDER BY ST_X(geometry)), lat AS (PARTITION BY route_code ORDER BY ST_Y(geometry))),
		-- those whose next pole is not the next by longitude or latitude either: few
		lone AS MATERIALIZED (
			SELECT "row", geometry, route_code FROM beside WHERE NOT (` + besideWithin("west") + ` OR ` + besideWithin("east") + ` OR ` + besideWithin("south") + ` OR ` + besideWithin("north") + `))
		SELECT s.row, 'geometry' AS field, ` + position("s.geometry") + ` AS value, ` + facts("route", cut("s.route_code"), "poles", "r.poles", "limit_m", "@span_m::float8") + `
		FROM lone s JOIN route r ON r.route_code = s.route_code AND r.poles > 1
		LEFT JOIN LATERAL (
			SELECT true AS here FROM staged t WHERE ` + near("t.geometry", "s.geometry", "@span_m::float8") + `
				AND t.route_code = s.route_code AND t.row <> s.row AND ` + standing("t") + ` LIMIT 1) f ON true
		LEFT JOIN LATERAL (
			SELECT true AS here FROM asset_pole t WHERE f.here IS NULL AND ` + near("t.geom", "s.geometry", "@span_m::float8") + `
				AND t.route_code = s.route_code AND ` + standing("t") + ` AND NOT EXISTS (SELECT FROM staged x WHERE x.existing = t.id) LIMIT 1) g ON true
		WHERE f.here IS NULL AND g.here IS NULL`,
	Explain: func(f Facts) Explanation {
		return Explanation{
			Message: tell("Tuyến %s có %s cột, nhưng không cột nào khác trong vòng %s.", "The route %s has %s poles, yet no other within %s.", f.Text("route"), f.Number("poles"), f.metres("limit_m")),
			Mend: registry.T("Kiểm tra tọa độ và mã tuyến; nếu cột giữa chưa khai thì khai thêm, nếu đúng thì xác nhận kèm lý do.",
				"Check the position and the route; file the poles between if they are missing, or verify with the reason."),
		}
	},
}

// besideWithin is the condition that a staged pole has another within the span on
// one side.
func besideWithin(side string) string {
	return "coalesce(ST_DWithin(" + side + "::geography, geometry::geography, @span_m::float8), false)"
}
