package compliance

import (
	"slices"

	"github.com/hatangso/hatangso/internal/registry"
)

// zoneClass: a mast is of a class that its zone and street allowed when it was
// built.
var zoneClass = &rule{
	id: "zone.class", part: ZonePart, clause: areaRules, mark: recalled, kinds: []registry.Kind{registry.SiteKind},
	title: registry.T("Loại cột được phép ở khu vực, tuyến đường.", "The class of the mast is allowed in its zone and street."),
	find: func(q *inquiry) {
		q.eachRestriction(func(r *Restriction) {
			if len(r.AllowedClasses)+len(r.ForbiddenClasses) == 0 {
				return
			}
			for i := range q.Masts {
				switch m := &q.Masts[i]; {
				case m.Class == nil:
					q.lacking("masts.class", registry.T("Loại cột ăng ten", "Mast class"), tell("Chưa rõ loại của cột %s trong %s.", "The class of the mast %s in %s is not known.", m.Code, r.Name), ofMast(m), ofRestriction(r))
				case r.forbids(*m.Class) && q.built.Basis == FromOperating && r.ValidFrom != nil:
					q.lacking("built_on", builtOnTitle, tell("%s không cho phép cột %s từ %s; chưa rõ cột xây trước hay sau.", "%s forbids masts of class %s from %s on; whether it was built before is not known.", r.Name, m.Class, *r.ValidFrom), ofMast(m), ofRestriction(r))
				case r.forbids(*m.Class):
					q.add(q.breach(), tell("%s không cho phép cột loại %s (quyết định %s).", "%s does not allow masts of class %s (decision %s).", r.Name, m.Class, r.Decision),
						registry.T("Đối chiếu quyết định; yêu cầu thay bằng loại được phép hoặc di dời.", "Compare with the decision; have it replaced by an allowed class, or moved."), ofMast(m), ofRestriction(r))
				}
			}
		})
	},
}

// forbids says whether a mast class may not stand there: it is listed as
// forbidden, or missing from a list of those allowed.
func (r *Restriction) forbids(class string) bool {
	return slices.Contains(r.ForbiddenClasses, class) || len(r.AllowedClasses) > 0 && !slices.Contains(r.AllowedClasses, class)
}

// eachRestriction visits the restrictions in force when the work was built. When
// that was not being known, each leaves the answer open.
func (q *inquiry) eachRestriction(do func(*Restriction)) {
	for i := range q.Restrictions {
		switch r := &q.Restrictions[i]; {
		case q.built == nil:
			q.lacking("built_on", builtOnTitle, tell("Chưa rõ %s có hiệu lực khi công trình được xây không.", "Whether %s was in force when the work was built is not known.", r.Name), ofRestriction(r))
		case r.on(q.built.On):
			do(r)
		}
	}
}
