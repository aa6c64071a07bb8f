package compliance

import "github.com/hatangso/hatangso/internal/registry"

// permitIncomplete: a permit nobody can look up proves nothing.
var permitIncomplete = &rule{
	id: "permit.incomplete", part: PermitPart, clause: beforeStart, mark: seen,
	title: registry.T("Giấy phép có số và ngày cấp.", "A permit has its number and date."),
	findPermit: func(q *inquiry, p *registry.Permit) {
		g := q.book.ground(p.Basis)
		if g == nil || !g.NumberNeeded {
			return
		}
		if blank(p.Number) {
			q.lacking("permits.number", registry.T("Số giấy phép, văn bản", "The permit's number"), tell("%s: chưa có số.", "%s: no number.", g.Title))
		}
		if p.Basis == permitBasis && p.IssuedOn == nil {
			q.lacking("permits.issued_on", registry.T("Ngày cấp giấy phép", "The permit's date"), tell("%s: chưa có ngày cấp.", "%s: no date of issue.", g.Title))
		}
	},
}
