package compliance

import "github.com/hatangso/hatangso/internal/registry"

// DefaultA1aWidthM is the greatest width of an A1a mast from its centre, in
// metres, where a province has set none: it is recalled and not seen.
const DefaultA1aWidthM = 0.5

// mastA1aWidth: the width that makes a mast on a building non-bulky.
var mastA1aWidth = &rule{
	id: "mast.a1a-width", part: PermitPart, mark: recalled, kinds: []registry.Kind{registry.SiteKind},
	title:  registry.T("Cột A1a không rộng quá giới hạn từ tâm ra.", "An A1a mast is no wider than the limit from its centre."),
	clause: registry.T("“Bề ngang từ tâm ra ngoài cùng ≤ 0,5 m”.", "“centre→outermost width ≤ 0.5 m”."),
	find: func(q *inquiry) {
		if q.needsNotBulky() {
			return // asked of the exemption
		}
		q.eachA1a(func(m *registry.Mast) {
			if most := q.a1aWidth(); m.WidthM != nil && *m.WidthM > most {
				q.add(Warning, a1aTooWide(m, most), a1aMend, ofMast(m))
			}
		})
	},
	findPermit: func(q *inquiry, p *registry.Permit) {
		if g := q.book.ground(p.Basis); g == nil || !g.NotBulky {
			return
		}
		q.eachA1a(func(m *registry.Mast) {
			switch most := q.a1aWidth(); {
			case m.WidthM == nil:
				q.lacking("masts.width_m", registry.T("Bề ngang từ tâm của cột", "The mast's half width"), tell("Chưa biết cột A1a %s rộng bao nhiêu.", "How wide the A1a mast %s is, is not known.", m.Code), ofMast(m))
			case *m.WidthM > most:
				q.add(q.breach(), a1aTooWide(m, most), a1aMend, ofMast(m))
			}
		})
	},
}

func (q *inquiry) a1aWidth() float64 { return q.book.number("mast.a1a-width", DefaultA1aWidthM) }

func a1aTooWide(m *registry.Mast, most float64) registry.Text {
	return tell("Cột %s loại A1a rộng %s m từ tâm, quá %s m.", "The mast %s of class A1a is %s m wide from its centre, over %s m.", m.Code, *m.WidthM, most)
}
