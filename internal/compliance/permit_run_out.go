package compliance

import "github.com/hatangso/hatangso/internal/registry"

// permitRunOut: a permit still held when the work was built.
var permitRunOut = &rule{
	id: "permit.run-out", part: PermitPart, clause: beforeStart, mark: seen,
	title: registry.T("Giấy phép còn hiệu lực vào ngày xây dựng.", "The permit had not run out when the work was built."),
	findPermit: func(q *inquiry, p *registry.Permit) {
		if p.Basis != permitBasis || p.ValidUntil == nil || !p.ValidUntil.Before(q.built.On) {
			return
		}
		if q.built.Basis != FromBuiltOn {
			q.lacking("built_on", builtOnTitle, tell("Giấy phép hết hiệu lực ngày %s; chưa rõ công trình xây trước ngày đó không.", "The permit ran out on %s; whether it was built before is not known.", *p.ValidUntil))
			return
		}
		q.add(MakesUnlawful, tell("Giấy phép hết hiệu lực ngày %s, trước ngày xây dựng (%s).", "The permit ran out on %s, before construction (%s).", *p.ValidUntil, q.built.On),
			registry.T("Yêu cầu giấy gia hạn; nếu không có, lập biên bản.", "Ask for its extension; without one, record the violation."))
	},
}
