package rule

import "github.com/hatangso/hatangso/internal/registry"

// mastA1aHeight: the height that makes a mast on a building non-bulky. Both
// numbers are the circular's own and no limits.
var mastA1aHeight = &Rule{
	ID: "mast.a1a-height", Tier: registry.QualityTier,
	Nouns: []*registry.Noun{registry.MastNoun},
	Title: registry.T("Cột A1a cao không quá 20 % chiều cao công trình và không quá 3 m.", "An A1a mast is no higher than 20 % of its building, nor than 3 m."),
	Clause: registry.T("“A1a: tự đứng trên công trình; chiều cao kể cả ăng ten, không kể kim thu sét ≤ 20 % chiều cao công trình và ≤ 3 m” (domain.md §3.2, TTLT 15/2016 Điều 3, SEEN [29][41]).",
		"“A1a: self-standing on a building: height incl. antenna, excl. lightning rod ≤ 20 % of building height and ≤ 3 m” (domain.md §3.2, TTLT 15/2016 art. 3, SEEN [29][41])."),
	Query: `SELECT s.row, 'height_m' AS field, s.height_m::text AS value, ` +
		facts("height_m", "s.height_m", "building_m", "a.building_height_m", "most_m", "least(3, 0.2 * a.building_height_m)") + `
		FROM staged s LEFT JOIN asset_site a ON a.id = s.site_id
		WHERE s.class = 'A1a' AND s.height_m > least(3, 0.2 * a.building_height_m)`,
	Explain: func(f Facts) Explanation {
		building := registry.T("chưa rõ chiều cao", "of unknown height")
		if f.Number("building_m") > 0 {
			building = tell("cao %s m", "%s m high", f.Number("building_m"))
		}
		return Explanation{
			Message: tell("Cột A1a cao %s m trên công trình %s: không quá %s m.", "An A1a mast of %s m on a building %s: %s m at most.", f.Number("height_m"), building, f.Number("most_m")),
			Mend: registry.T("Đổi loại thành A2a nếu cột cồng kềnh, hoặc sửa chiều cao cột, chiều cao công trình của vị trí.",
				"Set the class to A2a if the mast is bulky, or correct its height or that of the site's building."),
			Fix: fix("class", "A2a"),
		}
	},
}
