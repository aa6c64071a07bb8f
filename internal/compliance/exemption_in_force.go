package compliance

import "github.com/hatangso/hatangso/internal/registry"

// exemptionInForce: a ground counts while its law is in force.
var exemptionInForce = &rule{
	id: "exemption.in-force", part: PermitPart, clause: dayOfConstruction, mark: seen,
	title: registry.T("Căn cứ miễn phép có hiệu lực vào ngày xây dựng.", "The ground of exemption was in force on the day of construction."),
	findPermit: func(q *inquiry, p *registry.Permit) {
		g := q.book.ground(p.Basis)
		if g == nil || g.Law == "" || g.Law == q.law.Code {
			return
		}
		law := q.book.law(g.Law)
		later := law != nil && law.From != nil && q.built.On.Before(*law.From)
		if q.built.Basis != FromBuiltOn && !later {
			q.lacking("built_on", builtOnTitle, tell("%s: chưa rõ còn hiệu lực vào ngày xây dựng không.", "%s: whether it was in force at construction is not known.", g.Title))
			return
		}
		q.add(MakesUnlawful, tell("%s: không có hiệu lực vào ngày xây dựng (%s).", "%s: not in force on the day of construction (%s).", g.Title, q.built.On),
			registry.T("Yêu cầu giấy phép, hoặc căn cứ của thời điểm đó.", "Ask for the permit, or the ground of that time."), quoting(g.Clause, g.Mark))
	},
}
