package rule

import "github.com/hatangso/hatangso/internal/registry"

// cableClosedStreet: no new cable hangs along such a street. To cross it is
// something else.
var cableClosedStreet = &Rule{
	ID: "cable.closed-street", Tier: registry.QualityTier,
	Nouns:  []*registry.Noun{registry.CableRouteNoun},
	Title:  registry.T("Không treo cáp mới dọc tuyến hạ ngầm, tuyến không treo cáp.", "No new cable hangs along streets to be undergrounded or closed to hanging."),
	Clause: planClause,
	Limits: []Limit{{Name: "along_m", Title: registry.T("Đi dọc tuyến ít nhất", "Least length along the street"), Unit: "m", Default: 50}},
	Query: `SELECT DISTINCT ON (s.row) s.row, 'laying' AS field, s.laying AS value,
			` + facts("street", "t.name", "code", "t.code", "decision", "t.decision_number", "deadline", "t.deadline", "underground", "t.street_kind = 'underground'", "along_m", "round(l.along_m::numeric, 1)") + `
		FROM (SELECT t.*, ST_Buffer(t.geom::geography, ` + streetReach + `)::geometry AS area FROM street t WHERE t.street_kind IN ` + closedStreets + ` OFFSET 0) t
		JOIN staged s ON s.geometry && t.area AND ST_Intersects(s.geometry, t.area)
		CROSS JOIN LATERAL (SELECT ST_Length(ST_Intersection(s.geometry, t.area)::geography) AS along_m) l
		WHERE s.laying = 'hung' AND s.existing IS NULL AND ` + standing("s") + ` AND l.along_m >= @along_m::float8
			AND t.valid @> coalesce(s.built_on, s.operating_from, @day::date)
		ORDER BY s.row, l.along_m DESC, t.id`,
	Explain: func(f Facts) Explanation {
		return Explanation{
			Message: tell("Cáp treo đi dọc đường %s %s, nơi %s (%s, %s).", "The hung cable runs along %[1]s for %[2]s, where %[3]s (%[4]s, %[5]s).",
				f.Text("street"), f.metres("along_m"), f.whyClosed(), f.Text("code"), f.decision()),
			Mend: registry.T("Đi cáp trong cống, hào; nếu đã ghi sai cách lắp đặt thì sửa; nếu được phép treo tạm, xác nhận kèm số văn bản.",
				"Lay it in ducts or a trench; correct the laying where it is wrong; if hanging was allowed for a time, verify with the document's number."),
		}
	},
}
