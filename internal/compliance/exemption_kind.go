package compliance

import (
	"slices"

	"github.com/hatangso/hatangso/internal/registry"
)

// exemptionKind: a ground is for the kinds of works it names.
var exemptionKind = &rule{
	id: "exemption.kind", part: PermitPart, clause: beforeStart, mark: seen,
	title: registry.T("Căn cứ miễn phép đúng loại công trình.", "The ground of exemption is for this kind of work."),
	findPermit: func(q *inquiry, p *registry.Permit) {
		g := q.book.ground(p.Basis)
		if g == nil || len(g.Kinds) == 0 || slices.Contains(g.Kinds, q.Kind) {
			return
		}
		q.add(MakesUnlawful, tell("%s: không dành cho loại công trình này.", "%s: not for this kind of work.", g.Title),
			registry.T("Yêu cầu giấy phép, hoặc căn cứ đúng.", "Ask for the permit, or the right ground."), quoting(g.Clause, g.Mark))
	},
}
