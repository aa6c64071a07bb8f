package rule

import "github.com/hatangso/hatangso/internal/registry"

// communeFarOutside: a position far from everything the register knows is a wrong
// position, and blocks; unless the register itself lacks the boundary of a commune
// of today.
var communeFarOutside = &Rule{
	ID: "commune.far-outside", Tier: registry.ValidityTier, Nouns: assets,
	Title: registry.T("Công trình nằm trong địa bàn của sổ đăng ký.", "A work lies in the territory of the register."),
	Clause: registry.T("“Sai múi (105°30′ đọc thành 105°00′) = 52 km” (domain.md §0.11, RUN); “điểm phải nằm trong xã đã khai” (§4.4, INFERRED).",
		"“wrong zone (105°30′ read as 105°00′) = 52 km” (domain.md §0.11, RUN); “then point must fall inside the declared commune” (§4.4, INFERRED)."),
	Limits: []Limit{outsideLimit},
	Query: `SELECT s.row, 'geometry' AS field, ` + position("s.geometry") + ` AS value,
			` + facts("limit_m", "@far_m::float8", "place", position("s.geometry"), "said", cut("s.declared_commune")) + `
		FROM staged s LEFT JOIN LATERAL (
			SELECT true AS here FROM unit_piece p JOIN unit u ON u.id = p.unit_id
			WHERE ` + near("p.geom", "place_of(s.geometry)", "@far_m::float8") + ` AND u.valid @> current_date LIMIT 1) c ON true
		WHERE s.unit_id IS NULL AND s.geometry IS NOT NULL AND c.here IS NULL
			AND EXISTS (SELECT FROM unit_piece)
			AND NOT EXISTS (SELECT FROM unit WHERE level = 'commune' AND valid @> current_date AND geom IS NULL)`,
	Explain: func(f Facts) Explanation {
		return Explanation{
			Message: tell("Điểm (%s) cách mọi xã, phường của sổ hơn %s.", "The position (%s) is more than %s from every commune of the register.", f.Text("place"), f.metres("limit_m")),
			Mend: registry.T("Kiểm tra thứ tự kinh độ, vĩ độ, dấu thập phân, hệ tọa độ và kinh tuyến trục.",
				"Check the order of longitude and latitude, the decimal sign, the reference system and the central meridian."),
		}
	},
}
