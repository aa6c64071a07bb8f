package rule

import "github.com/hatangso/hatangso/internal/registry"

// tenancyOutsideService: nobody places equipment on what is not built yet or taken
// down already.
var tenancyOutsideService = &Rule{
	ID: "tenancy.outside-service", Tier: registry.QualityTier,
	Nouns: []*registry.Noun{registry.TenancyNoun},
	Title: registry.T("Thời gian dùng chung nằm trong đời công trình.", "A tenancy lies within the life of its work."),
	Clause: registry.T("“Từ/đến … theo khoảng thời gian, để tính lại được mọi tỷ lệ trong quá khứ” (domain.md §2.9, INFERRED).",
		"“from/to … interval-based so any past ratio can be recomputed” (domain.md §2.9, INFERRED)."),
	Query: `SELECT s.row, d.field, d.at::text AS value, ` + facts("field", "d.field", "date", "d.at", "host", "d.host", "asset", "a.code") + `
		FROM staged s JOIN asset a ON a.kind = s.asset_kind AND a.id = s.asset_id
		CROSS JOIN LATERAL (
			SELECT 'from' AS field, s."from" AS at, a.built_on AS host WHERE s."from" < a.built_on
			UNION ALL
			SELECT 'to', s."to", a.removed_on WHERE a.removed_on IS NOT NULL AND (s."to" IS NULL OR s."to" > a.removed_on)) d`,
	Explain: func(f Facts) Explanation {
		message := tell("Dùng chung từ %s, trước khi công trình %s được xây dựng (%s).", "A tenancy from %s, before the work %s was built (%s).", f.day("date"), f.Text("asset"), f.day("host"))
		if f.Text("field") == "to" {
			message = tell("Công trình %s đã tháo dỡ ngày %s mà dùng chung chưa kết thúc.", "The work %s was taken down on %s, yet the tenancy goes on.", f.Text("asset"), f.day("host"))
		}
		return Explanation{
			Message: message,
			Mend:    registry.T("Sửa ngày của dòng này, hoặc ngày của công trình.", "Correct the date of this row, or that of the work."),
		}
	},
}
