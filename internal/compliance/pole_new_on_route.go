package compliance

import "github.com/hatangso/hatangso/internal/registry"

// newOnRouteSince is the first day of QCVN 33:2019 (TT 20/2019, SEEN).
var newOnRouteSince = registry.NewDate(2020, 7, 1)

// DefaultBesideM is how near a pole of another owner stands on the same route, in
// metres, where a province has set no other distance.
const DefaultBesideM = 50

// poleNewOnRoute: no second line of poles on a route. That two poles stand on one
// route is told by its name, so a province lets it warn first.
var poleNewOnRoute = &rule{
	id: "pole.new-on-route", part: TechnicalPart, mark: seen, kinds: []registry.Kind{registry.PoleKind},
	title:  registry.T("Không trồng cột mới trên tuyến đường đã có cột.", "No new poles on routes that already have poles."),
	clause: registry.T("“Không trồng cột mới trên tuyến đã có cột” ("+qcvn33+", hiệu lực 1/7/2020).", "“no new poles on routes that already have poles” ("+qcvn33+", in force 1/7/2020)."),
	find: func(q *inquiry) {
		if q.Beside == nil || q.built == nil || q.built.Basis == FromOperating || q.built.On.Before(newOnRouteSince) {
			return
		}
		q.add(q.breach(), tell("Cột mới (%s) trên tuyến %s, nơi đã có cột %s của %s cách %s m.", "A new pole (%s) on %s, where there was a pole already: %s of %s, %s m away.", q.built.On, q.Beside.Road, q.Beside.Code, q.Beside.Owner, q.Beside.DistanceM),
			registry.T("Yêu cầu treo cáp trên cột đã có; xem văn bản cho phép nếu có.", "Have the cable hung on the pole that is there; see the consent, if there is one."))
	},
}
