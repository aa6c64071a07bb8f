package compliance

import "github.com/hatangso/hatangso/internal/registry"

// exemptionBulky: the exemption of non-bulky masts is for classes A1a and A1b.
var exemptionBulky = &rule{
	id: "exemption.bulky", part: PermitPart, clause: beforeStart, mark: seen, kinds: []registry.Kind{registry.SiteKind},
	title: registry.T("Căn cứ cột không cồng kềnh dùng cho cột không cồng kềnh.", "The exemption for non-bulky masts is used for those."),
	findPermit: func(q *inquiry, p *registry.Permit) {
		g := q.book.ground(p.Basis)
		if g == nil || !g.NotBulky {
			return
		}
		if len(q.Masts) == 0 {
			q.lacking("masts", registry.T("Cột ăng ten của vị trí", "The masts of the site"), tell("%s: sổ chưa có cột nào ở đây.", "%s: the register has no mast here.", g.Title))
		}
		for i := range q.Masts {
			switch m := &q.Masts[i]; {
			case isBulky(m.Class):
				q.add(MakesUnlawful, tell("%s: cột %s thuộc loại cồng kềnh %s.", "%s: the mast %s is of the bulky class %s.", g.Title, m.Code, m.Class),
					registry.T("Yêu cầu giấy phép; nếu cột không cồng kềnh, sửa loại cột.", "Ask for the permit; if the mast is not bulky, correct its class."), ofMast(m), quoting(g.Clause, g.Mark))
			case m.Class == nil || *m.Class != classA1a && *m.Class != classA1b:
				q.lacking("masts.class", registry.T("Loại cột ăng ten", "Mast class"), tell("Chưa rõ cột %s có cồng kềnh không.", "Whether the mast %s is bulky is not known.", m.Code), ofMast(m))
			}
		}
	},
}

// Classes of non-bulky masts (domain.md §3.2).
const (
	classA1a = "A1a" // self-standing on a building
	classA1b = "A1b" // disguised
)
