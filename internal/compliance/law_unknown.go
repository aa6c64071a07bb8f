package compliance

import "github.com/hatangso/hatangso/internal/registry"

// lawUnknown: the book has no law for the day.
var lawUnknown = &rule{
	id: "law.unknown", part: PermitPart, clause: dayOfConstruction, mark: seen,
	title: registry.T("Biết quy định có hiệu lực vào ngày xây dựng.", "The rule in force on the day of construction is known."),
	find: func(q *inquiry) {
		if q.built != nil && q.law == nil {
			q.lacking("law", registry.T("Quy định của thời điểm đó", "The rule of that time"),
				tell("Chưa có quy định nào trong danh mục cho ngày %s.", "The list of laws has none for %s.", q.built.On))
		}
	},
}
