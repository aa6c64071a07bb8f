package compliance

import (
	"math"

	"github.com/hatangso/hatangso/internal/registry"
)

// Limits of TTLT 15/2016 Điều 3 (SEEN): the height of an A1a mast.
const (
	maxA1aHeightM = 3.0
	maxA1aShare   = 0.2 // of the building's height
)

// mastA1aHeight: the height that makes a mast on a building non-bulky. Where an
// exemption rests on it, it decides; elsewhere the class is wrong.
var mastA1aHeight = &rule{
	id: "mast.a1a-height", part: PermitPart, clause: a1a, mark: seen, kinds: []registry.Kind{registry.SiteKind},
	title: registry.T("Cột A1a cao không quá 20 % chiều cao công trình và không quá 3 m.", "An A1a mast is no higher than 20 % of its building, nor than 3 m."),
	find: func(q *inquiry) {
		if q.needsNotBulky() {
			return // asked of the exemption
		}
		q.eachA1a(func(m *registry.Mast) {
			if most := q.a1aMost(); m.HeightM != nil && *m.HeightM > most {
				q.add(Warning, a1aTooHigh(m, most), a1aMend, ofMast(m))
			}
		})
	},
	findPermit: func(q *inquiry, p *registry.Permit) {
		if g := q.book.ground(p.Basis); g == nil || !g.NotBulky {
			return
		}
		q.eachA1a(func(m *registry.Mast) {
			switch most := q.a1aMost(); {
			case m.HeightM == nil:
				q.lacking("masts.height_m", mastHeightTitle, tell("Chưa biết cột A1a %s cao bao nhiêu.", "How high the A1a mast %s is, is not known.", m.Code), ofMast(m))
			case *m.HeightM > most:
				q.add(MakesUnlawful, a1aTooHigh(m, most), a1aMend, ofMast(m))
			case q.BuildingHeightM == nil:
				q.lacking("building_height_m", buildingTitle, tell("Chưa biết công trình đặt cột A1a %s cao bao nhiêu.", "How high the building under the A1a mast %s is, is not known.", m.Code), ofMast(m))
			}
		})
	},
}

var (
	buildingTitle = registry.T("Chiều cao công trình đặt trạm", "Host building height")
	a1aMend       = registry.T("Đo lại; nếu đúng, cột thuộc loại cồng kềnh A2a và cần căn cứ khác.", "Measure again; if it is right the mast is bulky (A2a) and needs another ground.")
)

func a1aTooHigh(m *registry.Mast, most float64) registry.Text {
	return tell("Cột %s loại A1a cao %s m, quá %s m.", "The mast %s of class A1a is %s m high, over %s m.", m.Code, *m.HeightM, most)
}

// a1aMost is the greatest height of an A1a mast here, in metres.
func (q *inquiry) a1aMost() float64 {
	if q.BuildingHeightM == nil {
		return maxA1aHeightM
	}
	return math.Min(maxA1aHeightM, maxA1aShare**q.BuildingHeightM)
}

func (q *inquiry) eachA1a(do func(*registry.Mast)) {
	for i := range q.Masts {
		if c := q.Masts[i].Class; c != nil && *c == classA1a {
			do(&q.Masts[i])
		}
	}
}

// needsNotBulky says whether a ground that is judged rests on masts that are not
// bulky.
func (q *inquiry) needsNotBulky() bool {
	if q.law == nil || !q.law.PermitNeeded {
		return false
	}
	for i := range q.Permits {
		if g := q.book.ground(q.Permits[i].Basis); g != nil && g.NotBulky {
			return true
		}
	}
	return false
}
