package rule

import "github.com/hatangso/hatangso/internal/registry"

// stationSunset: a station of a technology whose end has come is off the air. The
// dates are data (table technology).
var stationSunset = &Rule{
	ID: "station.sunset", Tier: registry.QualityTier,
	Nouns: []*registry.Noun{registry.StationNoun},
	Title: registry.T("Không còn phát công nghệ đã hết hạn.", "No technology is on the air past its sunset."),
	Clause: registry.T("“Hệ thống GSM được phép đến 15/9/2026 … vậy hôm nay 2G phải ‘đã dừng’ → technology(code, …, sunset_date) là dữ liệu” (domain.md §6.3, SEEN [72][73]).",
		"“GSM systems allowed to 15/9/2026 … So today 2G should be ‘retired’ → technology(code, …, sunset_date) as data” (domain.md §6.3, SEEN [72][73])."),
	Query: `SELECT s.row, 'technology' AS field, s.technology AS value, ` + facts("technology", "s.technology", "sunset_on", "t.sunset_on", "on_air_to", "s.on_air_to", "fix", "t.sunset_on") + `
		FROM staged s JOIN technology t ON t.code = s.technology
		WHERE t.sunset_on <= @day::date AND (s.on_air_to IS NULL OR s.on_air_to > greatest(t.sunset_on, @day::date))
			AND (s.on_air_from IS NULL OR s.on_air_from <= @day::date)`,
	Explain: func(f Facts) Explanation {
		return Explanation{
			Message: tell("%s hết hạn ngày %s mà trạm vẫn khai đang phát.", "%s ended on %s, yet the station is said to be on the air.", f.Text("technology"), f.day("sunset_on")),
			Mend: registry.T("Ghi ngày ngừng phát (on_air_to); nếu được phép phát tiếp, xác nhận kèm số văn bản.",
				"Give the day it went off the air (on_air_to); if it may go on, verify with the document's number."),
		}
	},
}
