package compliance

import "github.com/hatangso/hatangso/internal/registry"

// exemptionPlan reminds of what no record shows: that the work follows the
// approved plan.
var exemptionPlan = &rule{
	id: "exemption.plan", part: PermitPart, clause: beforeStart, mark: seen,
	title: registry.T("Công trình miễn phép phù hợp quy hoạch đã duyệt.", "An exempt work follows the approved plan."),
	findPermit: func(q *inquiry, p *registry.Permit) {
		if g := q.book.ground(p.Basis); g != nil && g.OutsideUrban {
			q.add(Note, tell("%s: áp dụng khi phù hợp quy hoạch đã duyệt; sổ không xét điều này.", "%s: it holds for what follows the approved plan, which the register does not judge.", g.Title),
				registry.T("Đối chiếu quyết định phê duyệt quy hoạch của doanh nghiệp.", "Compare with the decision that approved the enterprise's plan."), quoting(g.Clause, g.Mark))
		}
	},
}
