package compliance

import "github.com/hatangso/hatangso/internal/registry"

// UndergroundKind is the kind of a listed street whose cables go underground.
const UndergroundKind = "underground"

// poleUnderground: a pole goes when its street's cables have gone underground.
var poleUnderground = &rule{
	id: "pole.underground", part: ZonePart, mark: inferred, kinds: []registry.Kind{registry.PoleKind},
	title:  registry.T("Cột trên tuyến hạ ngầm được thu hồi đúng hạn.", "A pole on a street to go underground is gone in time."),
	clause: registry.T("“Danh mục tuyến đường hạ ngầm hằng năm; sau đó thu hồi cáp và cột cũ”.", "“yearly list of streets …, then old cables and poles removed”."),
	find: func(q *inquiry) {
		for i := range q.Restrictions {
			r := &q.Restrictions[i]
			if r.Kind != UndergroundKind || !r.on(q.day) || !q.InService {
				continue
			}
			effect := Warning
			if r.Deadline != nil && r.Deadline.Before(q.day) {
				effect = q.breach()
			}
			q.add(effect, tell("Cột trên tuyến hạ ngầm %s, hạn %s (quyết định %s).", "The pole is on %s, to go underground by %s (decision %s).", r.Name, r.Deadline, r.Decision),
				registry.T("Yêu cầu chủ sở hữu hạ ngầm cáp và thu hồi cột.", "Have its owner lay the cables underground and take the pole away."), ofRestriction(r))
		}
	},
}
