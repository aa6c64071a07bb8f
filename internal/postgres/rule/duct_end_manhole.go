package rule

import "github.com/hatangso/hatangso/internal/registry"

// ductEndManhole: a duct ends in a manhole: the one it names, or some. It may be
// drawn in either direction.
var ductEndManhole = &Rule{
	ID: "duct.end-manhole", Tier: registry.QualityTier,
	Nouns: []*registry.Noun{registry.DuctNoun},
	Title: registry.T("Mỗi đầu đoạn cống có bể cáp.", "Each end of a duct section has a manhole."),
	Clause: registry.T("“Đoạn: từ bể/đến bể; bể: các đoạn nối vào” (domain.md §2.6, SEED); 5 m là sai số đề nghị (INFERRED).",
		"“section: from/to manhole; manhole: sections joined” (domain.md §2.6, SEED); 5 m is a proposed tolerance (INFERRED)."),
	Limits: []Limit{{Name: "end_m", Title: registry.T("Khoảng cách đến bể", "Distance to the manhole"), Unit: "m", Default: 5}},
	Query: `WITH line_end AS (
			SELECT s.row, e.* FROM staged s CROSS JOIN LATERAL (VALUES
				('from_manhole', ST_StartPoint(s.geometry), ST_EndPoint(s.geometry), s.from_manhole, s.from_manhole_id),
				('to_manhole', ST_EndPoint(s.geometry), ST_StartPoint(s.geometry), s.to_manhole, s.to_manhole_id)) e (field, place, far, named, named_id)
			WHERE s.geometry IS NOT NULL AND ` + standing("s") + ` AND (e.named IS NULL OR e.named_id IS NOT NULL))
		SELECT e.row, e.field, ` + cut("coalesce(e.named, "+position("e.place")+")") + ` AS value,
			` + facts("field", "e.field", "named", "m.code", "near", "n.code", "limit_m", "@end_m::float8",
		"distance_m", "least("+apart("m.geom", "e.place")+", "+apart("m.geom", "e.far")+")") + `
		FROM line_end e LEFT JOIN asset_manhole m ON m.id = e.named_id
		LEFT JOIN LATERAL (
			SELECT t.code FROM asset_manhole t WHERE ` + near("t.geom", "e.place", "@end_m::float8") + ` AND ` + standing("t") + `
			ORDER BY ST_Distance(t.geom::geography, e.place::geography) LIMIT 1) n ON true
		WHERE CASE WHEN m.id IS NULL THEN n.code IS NULL
			ELSE NOT ST_DWithin(m.geom::geography, e.place::geography, @end_m::float8) AND NOT ST_DWithin(m.geom::geography, e.far::geography, @end_m::float8) END`,
	Explain: func(f Facts) Explanation {
		end := registry.T("Đầu đoạn cống", "The start of the duct")
		if f.Text("field") == "to_manhole" {
			end = registry.T("Cuối đoạn cống", "The end of the duct")
		}
		if f.Text("named") == "" {
			return Explanation{
				Message: tell("%s không có bể cáp nào trong vòng %s.", "%s has no manhole within %s.", end, f.metres("limit_m")),
				Mend: registry.T("Nộp bể cáp trước, hoặc kéo điểm đầu, điểm cuối về đúng bể; nếu không có bể, xác nhận kèm lý do.",
					"File the manholes first, or move the end to its manhole; if there is none, verify with the reason."),
			}
		}
		return Explanation{
			Message: tell("%s ở cách bể đã ghi (%s) %s.", "%s is %[3]s away from the manhole it names (%[2]s).", end, f.Text("named"), f.metres("distance_m")),
			Mend:    registry.T("Sửa mã bể hoặc tọa độ.", "Correct the manhole's code or the position."),
			Fix:     fix(f.Text("field"), f.Text("near")),
		}
	},
}
