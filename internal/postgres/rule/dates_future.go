package rule

import "github.com/hatangso/hatangso/internal/registry"

// assets are the nouns that are kinds of assets.
var assets = []*registry.Noun{registry.SiteNoun, registry.PoleNoun, registry.DuctNoun, registry.ManholeNoun, registry.TrenchNoun,
	registry.CableRouteNoun, registry.ServicePointNoun}

// datesFuture: what is said to operate has been built. The order of a work's own
// dates is checked while the file is read (dates.order); planned_on is an intention
// and may lie after them.
var datesFuture = &Rule{
	ID: "dates.future", Tier: registry.ValidityTier, Nouns: assets,
	Title: registry.T("Công trình đang hoạt động không có ngày trong tương lai.", "A work in operation has no date in the future."),
	Clause: registry.T("“Trạng thái (planned, approved, under_construction, operating…), ngày của trạng thái” (domain.md §2, SEED và INFERRED).",
		"“status (planned, approved, under_construction, operating…), status dates” (domain.md §2, SEED and INFERRED)."),
	Query: `SELECT s.row, d.field, d.at::text AS value, ` + facts("date", "d.at", "day", "@day::date", "status", "s.status") + `
		FROM staged s CROSS JOIN LATERAL (VALUES ('built_on', s.built_on), ('operating_from', s.operating_from)) d (field, at)
		WHERE s.status IN ('operating', 'suspended', 'decommissioned', 'removed') AND d.at > @day::date`,
	Explain: func(f Facts) Explanation {
		return Explanation{
			Message: tell("Trạng thái %s, mà ngày %s sau ngày của hồ sơ (%s).", "Status %s, yet the date %s is after the filing's day (%s).", f.Text("status"), f.day("date"), f.day("day")),
			Mend: registry.T("Sửa ngày, hoặc đổi trạng thái thành under_construction và ghi ngày dự kiến vào planned_on.",
				"Correct the date, or set the status to under_construction and put the intended date into planned_on."),
		}
	},
}
