package rule

import "github.com/hatangso/hatangso/internal/registry"

// outsideLimit is from where on a place outside every commune cannot be a matter
// of the border.
var outsideLimit = Limit{Name: "far_m", Title: registry.T("Từ đâu là ngoài hẳn địa bàn", "From where it is outside altogether"), Unit: "m", Default: 5_000}

// communeOutside: just outside every commune, as on a shore or along a border.
var communeOutside = &Rule{
	ID: "commune.outside", Tier: registry.QualityTier, Nouns: assets,
	Title: registry.T("Công trình nằm trong một xã/phường.", "A work lies in a commune."),
	Clause: registry.T("“Điểm phải nằm trong xã đã khai” (domain.md §4.4, INFERRED).",
		"“then point must fall inside the declared commune” (domain.md §4.4, INFERRED)."),
	Limits: []Limit{outsideLimit},
	Query: `SELECT s.row, 'geometry' AS field, ` + position("s.geometry") + ` AS value, ` + facts("commune", "c.name", "distance_m", "c.distance_m") + `
		FROM staged s CROSS JOIN LATERAL (
			SELECT u.name, ` + apart("p.geom", "place_of(s.geometry)") + ` AS distance_m FROM unit_piece p JOIN unit u ON u.id = p.unit_id
			WHERE p.geom && around(place_of(s.geometry), @far_m::float8) AND u.valid @> current_date
			-- the nearest on the plane, of which there is one to measure on the spheroid
			ORDER BY p.geom <-> place_of(s.geometry) LIMIT 1) c
		WHERE s.unit_id IS NULL AND s.geometry IS NOT NULL AND c.distance_m <= @far_m::float8`,
	Explain: func(f Facts) Explanation {
		return Explanation{
			Message: tell("Điểm nằm ngoài mọi xã, phường; gần nhất là %s, cách %s.", "The position lies outside every commune; %s is nearest, %s away.", f.Text("commune"), f.metres("distance_m")),
			Mend: registry.T("Kiểm tra tọa độ; nếu công trình ở ven bờ, trên biển hay ranh giới chưa chính xác, xác nhận kèm lý do.",
				"Check the position; if the work stands at the shore or at sea, or the boundary is inexact, verify with the reason."),
		}
	},
}
