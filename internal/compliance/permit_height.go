package compliance

import "github.com/hatangso/hatangso/internal/registry"

var mastHeightTitle = registry.T("Chiều cao cột", "Mast height")

// permitHeight: no mast is higher than its permit. That a permit's scope holds its
// height is inferred: a province may let it warn only.
var permitHeight = &rule{
	id: "permit.height", part: PermitPart, mark: inferred, kinds: []registry.Kind{registry.SiteKind},
	title:  registry.T("Cột ăng ten không cao hơn giấy phép.", "No mast is higher than its permit."),
	clause: registry.T("“Phạm vi giấy phép (chiều cao, loại)”.", "“scope (height, type)” of a permit."),
	findPermit: func(q *inquiry, p *registry.Permit) {
		if p.Basis != permitBasis || p.HeightM == nil {
			return
		}
		for i := range q.Masts {
			switch m := &q.Masts[i]; {
			case m.HeightM == nil:
				q.lacking("masts.height_m", mastHeightTitle, tell("Giấy phép cho cao %s m, chưa biết cột %s cao bao nhiêu.", "The permit is for %s m; how high the mast %s is, is not known.", *p.HeightM, m.Code), ofMast(m))
			case *m.HeightM > *p.HeightM:
				q.add(q.breach(), tell("Giấy phép cho cao %s m, mà cột %s cao %s m.", "The permit is for %s m, yet the mast %s is %s m high.", *p.HeightM, m.Code, *m.HeightM),
					registry.T("Đo lại tại chỗ; nếu đúng, lập biên bản xây sai giấy phép.", "Measure on the spot; if it is right, record construction against the permit."), ofMast(m))
			}
		}
	},
}
