package compliance

import "github.com/hatangso/hatangso/internal/registry"

// exemptionUrban: the exemption of masts and pole lines outside towns holds
// outside towns.
var exemptionUrban = &rule{
	id: "exemption.urban", part: PermitPart, clause: beforeStart, mark: seen,
	title: registry.T("Căn cứ ngoài đô thị dùng cho công trình ngoài đô thị.", "The exemption for outside towns is used outside towns."),
	findPermit: func(q *inquiry, p *registry.Permit) {
		g := q.book.ground(p.Basis)
		switch {
		case g == nil || !g.OutsideUrban:
		case q.Urban == nil:
			q.lacking("urban", registry.T("Loại đơn vị hành chính vào ngày xây dựng", "Kind of the commune when it was built"),
				tell("%s: chưa rõ khi xây nơi này có phải đô thị không.", "%s: whether the place was a town when it was built is not known.", g.Title))
		case *q.Urban:
			q.add(MakesUnlawful, tell("%s: chỉ dành cho ngoài đô thị, mà công trình xây trong đô thị.", "%s: only for outside towns, and the work was built in one.", g.Title),
				registry.T("Yêu cầu giấy phép, hoặc căn cứ đúng.", "Ask for the permit, or the right ground."), quoting(g.Clause, g.Mark))
		}
	},
}
