package compliance

import "github.com/hatangso/hatangso/internal/registry"

// poleBoxes: one box for each enterprise on a pole.
var poleBoxes = &rule{
	id: "pole.boxes", part: TechnicalPart, mark: seen, kinds: []registry.Kind{registry.PoleKind},
	title: registry.T("Trên một cột, mỗi doanh nghiệp không quá một tủ, hộp.", "Per pole each enterprise has one box at most."),
	clause: registry.T("“Trên mỗi cột, mỗi doanh nghiệp ≤ 1 tủ/hộp, không cuộn cáp trên cột” ("+qcvn33+").",
		"“per pole each enterprise ≤1 cabinet/box, no coiling on the pole” ("+qcvn33+")."),
	find: func(q *inquiry) {
		switch {
		case q.Boxes == nil:
			q.lacking("boxes", registry.T("Số tủ, hộp trên cột", "Boxes on the pole"), registry.T("Chưa biết trên cột có mấy tủ, hộp.", "How many boxes are on the pole is not known."))
		case *q.Boxes > int64(q.Enterprises):
			q.add(MakesUnlawful, tell("%s tủ, hộp trên cột của %s doanh nghiệp.", "%s boxes on a pole of %s enterprises.", *q.Boxes, q.Enterprises),
				registry.T("Gộp còn một tủ, hộp cho mỗi doanh nghiệp, hoặc khai bên thuê còn thiếu.", "Bring it down to one box an enterprise, or file the tenants that are missing."))
		}
	},
}
