package rule

import "github.com/hatangso/hatangso/internal/registry"

// positionNearOtherOwner: equipment on another's site or pole is a tenancy of it
// and not a second site.
var positionNearOtherOwner = &Rule{
	ID: "position.near-other-owner", Tier: registry.QualityTier,
	Nouns: []*registry.Noun{registry.SiteNoun, registry.PoleNoun},
	Title: registry.T("Công trình ngay cạnh công trình của chủ khác: nếu là cùng một vị trí thì khai dùng chung.",
		"A work right beside another owner's: if it is the same position, file a tenancy."),
	Clause: registry.T("“Hai doanh nghiệp trên một mái nhà có thể bị khai thành hai vị trí” (domain.md §1.2, RECALLED); 30 m là ngưỡng đề nghị (INFERRED).",
		"“two operators on one rooftop may be filed as two sites” (domain.md §1.2, RECALLED); 30 m is a proposed limit (INFERRED)."),
	Limits: []Limit{{Name: "near_m", Title: registry.T("Khoảng cách bị hỏi lại", "Distance that is asked about"), Unit: "m", Default: 30}},
	Query: `WITH kin AS MATERIALIZED (
			-- companies of one enterprise are no strangers
			SELECT a.id, b.id AS of_id FROM organization a JOIN organization b USING (legal_group))
		SELECT h.row, 'geometry' AS field, ` + position("h.geometry") + ` AS value, ` +
		facts("other_row", "h.other_row", "other_code", "h.other_code", "other_owner", "o.name", "distance_m", "h.distance_m") + `
		FROM (` + neighbour("@near_m::float8", "t.owner_id <> s.owner_id AND (t.owner_id, s.owner_id) NOT IN (SELECT id, of_id FROM kin)",
		"(SELECT count(DISTINCT owner_id) > 1 FROM staged)", "t.disclosure = 'ordinary'") + `) h
		JOIN organization o ON o.id = h.other_owner`,
	Explain: func(f Facts) Explanation {
		return Explanation{
			Message: tell("Cách đây %s có công trình của %s (%s): cùng một vị trí?", "%s away stands a work of %s (%s): is it the same position?", f.metres("distance_m"), f.Text("other_owner"), f.other()),
			Mend: registry.T("Nếu thiết bị đặt trên công trình đó: bỏ dòng này và khai dùng chung (tenancy). Nếu là công trình riêng: xác nhận kèm lý do.",
				"If the equipment stands on that work: drop this row and file a tenancy. If it is a work of its own: verify with the reason."),
		}
	},
}
