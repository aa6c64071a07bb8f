package rule

import "github.com/hatangso/hatangso/internal/registry"

// lineTooLong: a line across half a province is mostly one position gone astray.
var lineTooLong = &Rule{
	ID: "line.too-long", Tier: registry.QualityTier,
	Nouns: []*registry.Noun{registry.CableRouteNoun, registry.TrenchNoun},
	Title: registry.T("Tuyến không dài quá mức hợp lý.", "A line is not implausibly long."),
	Clause: registry.T("“Chiều dài” của tuyến (domain.md §2.5, §2.7, SEED); văn bản không đặt số nào, ngưỡng do tỉnh chọn (INFERRED).",
		"“length” of a route (domain.md §2.5, §2.7, SEED); no text sets a number, the limit is the province's (INFERRED)."),
	Limits: []Limit{
		{Name: "max_m", Title: registry.T("Chiều dài lớn nhất", "Greatest length"), Unit: "m", Default: 50_000},
		{Name: "step_m", Title: registry.T("Khoảng cách lớn nhất giữa hai điểm liền nhau", "Greatest step between two positions"), Unit: "m", Default: 5_000},
	},
	Query: `WITH line AS MATERIALIZED (
			SELECT "row", geometry, ST_Length(geometry::geography) AS length_m FROM staged WHERE geometry IS NOT NULL)
		SELECT l.row, 'geometry' AS field, ` + position("l.geometry") + ` AS value,
			` + facts("length_m", "round(l.length_m::numeric, 1)", "step_m", "round(p.step_m::numeric, 1)", "limit_m", "@max_m::float8", "limit_step_m", "@step_m::float8") + `
		FROM line l CROSS JOIN LATERAL (
			-- no line shorter than a step has one
			SELECT max(ST_Distance(before::geography, geom::geography)) AS step_m
			FROM (SELECT d.geom, lag(d.geom) OVER (ORDER BY d.path) AS before FROM ST_DumpPoints(l.geometry) d) q
			WHERE before IS NOT NULL) p
		WHERE l.length_m > least(@max_m::float8, @step_m::float8) AND (l.length_m > @max_m::float8 OR p.step_m > @step_m::float8)`,
	Explain: func(f Facts) Explanation {
		message := tell("Tuyến dài %s, quá %s.", "The line is %s long, over %s.", f.metres("length_m"), f.metres("limit_m"))
		if f.Number("length_m") <= f.Number("limit_m") {
			message = tell("Hai điểm liền nhau của tuyến cách nhau %s, quá %s.", "Two successive positions of the line are %s apart, over %s.", f.metres("step_m"), f.metres("limit_step_m"))
		}
		return Explanation{
			Message: message,
			Mend: registry.T("Tìm điểm sai tọa độ trên bản đồ; nếu tuyến đúng như vậy, xác nhận kèm lý do.",
				"Look for a position gone astray on the map; if the line is right, verify with the reason."),
		}
	},
}
