package compliance

import "github.com/hatangso/hatangso/internal/registry"

// permitUnknown: the law of the day needs a permit or a ground, and the register
// has neither, nor that there is none.
var permitUnknown = &rule{
	id: "permit.unknown", part: PermitPart, clause: beforeStart, mark: seen,
	title: registry.T("Có giấy phép hoặc căn cứ miễn phép.", "A permit or a ground of exemption is registered."),
	find: func(q *inquiry) {
		if q.law != nil && q.law.PermitNeeded && len(q.Permits) == 0 {
			q.lacking("permits", permitsTitle, tell("Xây ngày %s, khi phải có giấy phép hoặc căn cứ miễn; sổ chưa có.",
				"Built on %s, when a permit or a ground of exemption was needed; the register has none.", q.built.On))
		}
	},
	findPermit: func(q *inquiry, p *registry.Permit) {
		if p.Basis != missingBasis && q.book.ground(p.Basis) == nil {
			q.lacking("permits.basis", permitsTitle, registry.T("Căn cứ xây dựng ghi là chưa rõ.", "The ground of construction is recorded as unknown."))
		}
	},
}

var permitsTitle = registry.T("Giấy phép hoặc căn cứ miễn phép", "Permit or ground of exemption")

// Codes of the list permit_basis that are no ground.
const (
	permitBasis  = "permit"
	missingBasis = "missing"
)
