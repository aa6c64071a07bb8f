package rule

import "github.com/hatangso/hatangso/internal/registry"

// ductCover asks about ducts that lie too shallow.
var ductCover = &Rule{
	ID: "duct.cover", Tier: registry.QualityTier,
	Nouns: []*registry.Noun{registry.DuctNoun},
	Title: registry.T("Cống cáp đủ độ sâu.", "A duct lies deep enough."),
	Clause: registry.T("“Lớp phủ cống ≥ 0,5 m dưới hè / ≥ 0,7 m dưới lòng đường … dùng làm cảnh báo với ngưỡng cấu hình được” (domain.md §3.3, QCVN 33, RECALLED med).",
		"“duct cover ≥ 0.5 m pavement / ≥ 0.7 m carriageway … use as warnings with configurable limits” (domain.md §3.3, QCVN 33, RECALLED med)."),
	Limits: []Limit{{Name: "cover_m", Title: registry.T("Độ sâu nhỏ nhất", "Least depth"), Unit: "m", Default: 0.5}},
	Query: `SELECT "row", 'depth_m' AS field, depth_m::text AS value, ` + facts("depth_m", "depth_m", "limit_m", "@cover_m::float8") + `
		FROM staged WHERE depth_m < @cover_m::float8`,
	Explain: func(f Facts) Explanation {
		return Explanation{
			Message: tell("Cống chỉ sâu %s m (dưới %s m).", "The duct lies only %s m deep (under %s m).", f.Number("depth_m"), f.Number("limit_m")),
			Mend: registry.T("Kiểm tra độ sâu và đơn vị (m); nếu đúng, xác nhận kèm biện pháp bảo vệ.",
				"Check the depth and its unit (m); if it is right, verify with how the duct is protected."),
		}
	},
}
