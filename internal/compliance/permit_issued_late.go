package compliance

import "github.com/hatangso/hatangso/internal/registry"

// permitIssuedLate: a permit comes before the work begins.
var permitIssuedLate = &rule{
	id: "permit.issued-late", part: PermitPart, clause: beforeStart, mark: seen,
	title: registry.T("Giấy phép được cấp trước khi khởi công.", "The permit was issued before construction."),
	findPermit: func(q *inquiry, p *registry.Permit) {
		if p.Basis != permitBasis || p.IssuedOn == nil || !q.built.On.Before(*p.IssuedOn) {
			return
		}
		if q.built.Basis == FromToday {
			q.lacking("permits.issued_on", permitsTitle, tell("Giấy phép đến ngày %s mới được cấp.", "The permit is issued only on %s.", *p.IssuedOn))
			return
		}
		q.add(MakesUnlawful, tell("Giấy phép cấp ngày %s, sau ngày xây dựng (%s).", "The permit was issued on %s, after construction (%s).", *p.IssuedOn, q.built.On),
			registry.T("Đối chiếu ngày khởi công với giấy phép gốc; nếu đúng, lập biên bản xây dựng không phép.", "Compare the start of construction with the original; if it is right, record construction without a permit."))
	},
}
