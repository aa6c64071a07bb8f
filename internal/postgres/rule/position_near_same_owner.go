package rule

import "github.com/hatangso/hatangso/internal/registry"

// positionNearSameOwner: two registrations of one owner on one spot are mostly
// one work filed twice.
var positionNearSameOwner = &Rule{
	ID: "position.near-same-owner", Tier: registry.QualityTier,
	Nouns: []*registry.Noun{registry.SiteNoun, registry.PoleNoun, registry.ManholeNoun, registry.ServicePointNoun},
	Title: registry.T("Một chủ sở hữu không khai hai công trình cùng loại trên cùng một chỗ.",
		"One owner does not file two works of one kind on the same spot."),
	Clause: registry.T("“Hai đăng ký gần nhau dưới N m (mặc định 10 m) nêu việc: trùng lặp hay đặt chung?, không bao giờ tự gộp” (domain.md §1.2, RECALLED).",
		"“two registrations nearer than N m (default 10 m) raise a duplicate / co-location? task, never auto-merge” (domain.md §1.2, RECALLED)."),
	Limits: []Limit{{Name: "near_m", Title: registry.T("Khoảng cách bị hỏi lại", "Distance that is asked about"), Unit: "m", Default: 10}},
	Query: `SELECT h.row, 'geometry' AS field, ` + position("h.geometry") + ` AS value, ` +
		facts("other_row", "h.other_row", "other_code", "h.other_code", "distance_m", "h.distance_m") + `
		FROM (` + neighbour("@near_m::float8", "t.owner_id = s.owner_id", "true", "true") + `) h`,
	Explain: func(f Facts) Explanation {
		return Explanation{
			Message: tell("Chỉ cách %s đã có công trình cùng loại của cùng chủ sở hữu: %s.", "Only %s away stands a work of the same owner and kind: %s.", f.metres("distance_m"), f.other()),
			Mend: registry.T("Nếu là một công trình: bỏ một dòng, hoặc dùng mã đã có trong sổ. Nếu là hai: xác nhận kèm lý do.",
				"If it is one work: drop a row, or use the code that is in the register. If there are two: verify with the reason."),
		}
	},
}
