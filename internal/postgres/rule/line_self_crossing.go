package rule

import "github.com/hatangso/hatangso/internal/registry"

// lineSelfCrossing: cable is rarely laid in a knot; positions in the wrong order
// draw one. A ring is no knot. Some loops are real, so it does not block.
var lineSelfCrossing = &Rule{
	ID: "line.self-crossing", Tier: registry.QualityTier, Nouns: lines,
	Title: registry.T("Tuyến không tự cắt.", "A line does not cross itself."),
	Clause: registry.T("“Đường gấp khúc” của tuyến cáp, cống, hào (domain.md §2.5–2.7, SEED); tự cắt thường là sai thứ tự điểm (INFERRED).",
		"“polyline” of a cable route, duct, trench (domain.md §2.5–2.7, SEED); crossing itself is mostly a wrong order of positions (INFERRED)."),
	Query: `SELECT "row", 'geometry' AS field, ` + position("geometry") + ` AS value,
			` + facts("positions", "ST_NPoints(geometry)", "length_m", "round(ST_Length(geometry::geography)::numeric, 1)") + `
		FROM staged WHERE NOT ST_IsSimple(geometry)`,
	Explain: func(f Facts) Explanation {
		return Explanation{
			Message: tell("Tuyến tự cắt (%s điểm, dài %s).", "The line crosses itself (%s positions, %s long).", f.Number("positions"), f.metres("length_m")),
			Mend: registry.T("Kiểm tra thứ tự các điểm; tách thành nhiều tuyến nếu có nhánh. Nếu tuyến thật sự vòng lại, xác nhận kèm lý do.",
				"Check the order of its positions; split it where it branches. If it really loops, verify with the reason."),
		}
	},
}
