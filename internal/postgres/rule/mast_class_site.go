package rule

import "github.com/hatangso/hatangso/internal/registry"

// mastClassSite holds the class of a mast against the kind of its site. A1b hides
// in anything, and is not asked.
var mastClassSite = &Rule{
	ID: "mast.class-site", Tier: registry.QualityTier,
	Nouns: []*registry.Noun{registry.MastNoun},
	Title: registry.T("Loại cột hợp với loại vị trí: A1a, A2a trên công trình; A2b trên mặt đất.", "The class of a mast fits the kind of its site: A1a and A2a on a building, A2b on the ground."),
	Clause: registry.T("“A2a: cồng kềnh, trên công trình có sẵn; A2b: cồng kềnh, trên mặt đất” (domain.md §3.2, RECALLED hi).",
		"“A2a: bulky, on an existing building; A2b: bulky, on the ground” (domain.md §3.2, RECALLED hi)."),
	Query: `SELECT s.row, 'class' AS field, s.class AS value, ` + facts("class", "s.class", "site", "a.code", "ground", "a.site_kind = 'ground'") + `
		FROM staged s JOIN asset_site a ON a.id = s.site_id
		WHERE s.class IN ('A1a', 'A2a') AND a.site_kind = 'ground' OR s.class = 'A2b' AND a.site_kind = 'rooftop'`,
	Explain: func(f Facts) Explanation {
		where := registry.T("trên mái công trình", "on a rooftop")
		if f["ground"] == true {
			where = registry.T("trên mặt đất", "on the ground")
		}
		return Explanation{
			Message: tell("Cột loại %s, nhưng vị trí %s ở %s.", "A mast of class %s, yet the site %s is %s.", f.Text("class"), f.Text("site"), where),
			Mend:    registry.T("Sửa loại cột, hoặc loại vị trí trong hồ sơ vị trí.", "Correct the mast's class, or the site's kind in a filing of sites."),
		}
	},
}
