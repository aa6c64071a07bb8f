package rule

import "github.com/hatangso/hatangso/internal/registry"

// mastZoneClass holds the class of a mast against the plan in force where and when
// it was built.
var mastZoneClass = &Rule{
	ID: "mast.zone-class", Tier: registry.QualityTier,
	Nouns:  []*registry.Noun{registry.MastNoun},
	Title:  registry.T("Loại cột ăng ten được phép tại khu vực, tuyến đường.", "The class of a mast is allowed in its zone or street."),
	Clause: planClause,
	Query: standingMasts + `SELECT DISTINCT ON (m.row) m.row, 'class' AS field, m.class AS value,
			` + facts("class", "m.class", "zone", "r.name", "code", "r.code", "decision", "r.decision_number", "allowed", "array_to_string(r.allowed_classes, ', ')") + `
		FROM mast_at m CROSS JOIN LATERAL restrictions_at(m.geom, m.since) r
		WHERE m.class <> '' AND (m.class = ANY (r.forbidden_classes) OR cardinality(r.allowed_classes) > 0 AND m.class <> ALL (r.allowed_classes))
		ORDER BY m.row, r.noun DESC, r.id`,
	Explain: func(f Facts) Explanation {
		message := tell("Loại %s không được phép tại %s (%s, %s).", "Class %s is not allowed in %s (%s, %s).", f.Text("class"), f.Text("zone"), f.Text("code"), f.decision())
		mend := registry.T("Sửa loại cột nếu ghi sai; nếu đã được chấp thuận riêng, xác nhận kèm số văn bản.",
			"Correct the class where it is wrong; if an exception was granted, verify with the document's number.")
		if allowed := f.Text("allowed"); allowed != "" {
			mend = tell("Được phép: %s. %s", "Allowed: %s. %s", allowed, mend)
		}
		return Explanation{Message: message, Mend: mend}
	},
}
