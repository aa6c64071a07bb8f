package compliance

import "github.com/hatangso/hatangso/internal/registry"

var builtOnTitle = registry.T("Ngày xây dựng", "Built on")

// constructionUnknown: without the day of construction nobody can say which rule
// applies.
var constructionUnknown = &rule{
	id: "construction.unknown", part: PermitPart, clause: dayOfConstruction, mark: seen,
	title: registry.T("Biết ngày xây dựng.", "The day of construction is known."),
	find: func(q *inquiry) {
		if q.built == nil {
			q.lacking("built_on", builtOnTitle, registry.T("Chưa có ngày xây dựng, cũng không có ngày hoạt động.", "Neither the day of construction nor that of operation is registered."))
		}
	},
}
