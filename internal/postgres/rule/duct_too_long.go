package rule

import "github.com/hatangso/hatangso/internal/registry"

// ductTooLong: a section runs from one manhole to the next, and cable cannot be
// pulled through a long one.
var ductTooLong = &Rule{
	ID: "duct.too-long", Tier: registry.QualityTier,
	Nouns: []*registry.Noun{registry.DuctNoun},
	Title: registry.T("Một đoạn cống chạy từ bể này đến bể kế tiếp, không dài hơn.", "A duct section runs from one manhole to the next and no farther."),
	Clause: registry.T("“Đoạn: đường gấp khúc, từ bể/đến bể” (domain.md §2.6, SEED); khoảng bể lớn nhất không thấy trong văn bản (INFERRED).",
		"“section: polyline, from/to manhole” (domain.md §2.6, SEED); no text seen sets the greatest distance of manholes (INFERRED)."),
	Limits: []Limit{{Name: "max_m", Title: registry.T("Chiều dài lớn nhất của một đoạn", "Greatest length of a section"), Unit: "m", Default: 500}},
	Query: `SELECT "row", 'geometry' AS field, ` + position("geometry") + ` AS value, ` + facts("length_m", "round(length_m::numeric, 1)", "limit_m", "@max_m::float8") + `
		FROM (SELECT "row", geometry, ST_Length(geometry::geography) AS length_m FROM staged WHERE geometry IS NOT NULL) l
		WHERE length_m > @max_m::float8`,
	Explain: func(f Facts) Explanation {
		return Explanation{
			Message: tell("Đoạn cống dài %s, quá %s.", "The duct section is %s long, over %s.", f.metres("length_m"), f.metres("limit_m")),
			Mend: registry.T("Tách tại các bể trung gian, hoặc sửa điểm sai; nếu đúng, xác nhận kèm lý do.",
				"Split it at the manholes between, or correct a position gone astray; if it is right, verify with the reason."),
		}
	},
}
