package rule

import "github.com/hatangso/hatangso/internal/registry"

// poleClosedStreet: where cables go underground, or must not hang, nobody sets new
// poles. What stood there before the list stays until the deadline.
var poleClosedStreet = &Rule{
	ID: "pole.closed-street", Tier: registry.QualityTier,
	Nouns:  []*registry.Noun{registry.PoleNoun},
	Title:  registry.T("Không trồng cột mới trên tuyến hạ ngầm, tuyến không treo cáp.", "No new poles on streets to be undergrounded or closed to hanging."),
	Clause: planClause,
	Query: `SELECT DISTINCT ON (s.row) s.row, 'geometry' AS field, ` + position("s.geometry") + ` AS value,
			` + facts("street", "t.name", "code", "t.code", "decision", "t.decision_number", "deadline", "t.deadline", "underground", "t.street_kind = 'underground'", "distance_m", apart("t.geom", "s.geometry")) + `
		FROM street t JOIN staged s ON ` + near("s.geometry", "t.geom", streetReach) + `
		WHERE t.street_kind IN ` + closedStreets + ` AND s.existing IS NULL AND ` + standing("s") + `
			AND t.valid @> coalesce(s.built_on, s.operating_from, @day::date)
		ORDER BY s.row, t.id`,
	Explain: func(f Facts) Explanation {
		return Explanation{
			Message: tell("Cột mới cách tim đường %s %s, nơi %s (%s, %s).", "The new pole is %[2]s from the line of %[1]s, where %[3]s (%[4]s, %[5]s).",
				f.Text("street"), f.metres("distance_m"), f.whyClosed(), f.Text("code"), f.decision()),
			Mend: registry.T("Dùng cống bể, hào kỹ thuật trên tuyến; nếu được phép trồng cột tạm, xác nhận kèm số văn bản.",
				"Use the ducts or the trench of the street; if a temporary pole was allowed, verify with the document's number."),
		}
	},
}

// whyClosed says what a list asks of a street.
func (f Facts) whyClosed() registry.Text {
	switch {
	case f["underground"] != true:
		return registry.T("không được treo cáp", "no cable may hang")
	case f.Text("deadline") != "":
		return tell("cáp phải hạ ngầm trước %s", "cables go underground by %s", f.day("deadline"))
	}
	return registry.T("cáp phải hạ ngầm", "cables go underground")
}
