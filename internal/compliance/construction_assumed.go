package compliance

import "github.com/hatangso/hatangso/internal/registry"

// constructionAssumed: a work stood no later than it went into operation, but how
// long before decides which rule applies and whether a permit came in time.
var constructionAssumed = &rule{
	id: "construction.assumed", part: PermitPart, clause: dayOfConstruction, mark: seen,
	title: registry.T("Ngày xây dựng là ngày đã đăng ký, không phải suy từ ngày hoạt động.", "The day of construction is registered, and not taken from that of operation."),
	find: func(q *inquiry) {
		if q.built != nil && q.built.Basis == FromOperating {
			q.lacking("built_on", builtOnTitle, tell("Chưa có ngày xây dựng; chỉ biết đã hoạt động từ %s.", "The day of construction is not registered; it has operated from %s.", q.built.On))
		}
	},
}
