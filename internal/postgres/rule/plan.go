package rule

import "github.com/hatangso/hatangso/internal/registry"

// planClause is what the rules of published plans rest on.
var planClause = registry.T("“Quy hoạch hạ tầng kỹ thuật viễn thông thụ động: theo khu vực, tuyến đường, phố có loại cột được lắp đặt, thời điểm” (TT 14/2013, domain.md §3.2, RECALLED med); “A2b ở khu vực quy hoạch cấm cột cồng kềnh; cột trên đường thuộc danh mục hạ ngầm” (domain.md §3.2, INFERRED). Nội dung lấy từ quyết định đã nhập.",
	"TT 14/2013 plans are area/route based: per area, route, street the allowed mast types and times (domain.md §3.2, RECALLED med); “A2b in a zone where the plan forbids bulky masts; pole on a road listed for undergrounding” (domain.md §3.2, INFERRED). What holds is what the decisions that were entered say.")

// standingMasts begins a query about masts: each staged row beside the site it
// stands on, with the day it was built. What is gone is not asked, nor a mast of
// a work that is.
const standingMasts = `WITH mast_at AS MATERIALIZED (
			SELECT s.row, s.class, s.height_m, a.geom, a.elevation_m, a.building_height_m, a.site_kind, coalesce(a.built_on, a.operating_from, s.operating_from, @day::date) AS since
			FROM staged s JOIN asset_site a ON a.id = s.site_id
			WHERE a.status <> 'removed' AND (s.operating_to IS NULL OR s.operating_to > @day::date))`

// streetReach is how far from a listed street t a work stands on it.
const streetReach = "coalesce(t.reach_m, setting_number('street_reach_m'))"

// closedStreets are the kinds of listed streets on which no cable is hung anew.
const closedStreets = "('underground', 'no_hanging')"

// decision says which document a case rests on.
func (f Facts) decision() registry.Text {
	if n := f.Text("decision"); n != "" {
		return both(n)
	}
	return registry.T("danh mục đã công bố", "the published list")
}
