package rule

import "github.com/hatangso/hatangso/internal/registry"

// stationBeforeSite: a station cannot be on the air before its site was built.
var stationBeforeSite = &Rule{
	ID: "station.before-site", Tier: registry.QualityTier,
	Nouns: []*registry.Noun{registry.StationNoun},
	Title: registry.T("Trạm không phát sóng trước khi vị trí được xây dựng.", "A station is not on the air before its site was built."),
	Clause: registry.T("“Ngày phát sóng/ngừng phát” của trạm, “ngày phát sóng đầu tiên” của vị trí (domain.md §2.1, §2.3, SEED); thứ tự là INFERRED.",
		"“on-air/off-air date” of a station, “first-on-air date” of a site (domain.md §2.1, §2.3, SEED); the order is INFERRED."),
	Query: `SELECT s.row, 'on_air_from' AS field, s.on_air_from::text AS value, ` + facts("on_air_from", "s.on_air_from", "site", "a.code", "built_on", "a.built_on") + `
		FROM staged s JOIN asset_site a ON a.id = s.site_id WHERE s.on_air_from < a.built_on`,
	Explain: func(f Facts) Explanation {
		return Explanation{
			Message: tell("Phát sóng từ %s, trước khi vị trí %s được xây dựng (%s).", "On the air from %s, before the site %s was built (%s).", f.day("on_air_from"), f.Text("site"), f.day("built_on")),
			Mend:    registry.T("Sửa một trong hai ngày; nếu vị trí được xây lại, xác nhận kèm lý do.", "Correct one of the dates; if the site was rebuilt, verify with the reason."),
		}
	},
}
