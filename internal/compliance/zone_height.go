package compliance

import "github.com/hatangso/hatangso/internal/registry"

// zoneHeight: a mast, with the building under it, is no higher than the limit of
// its zone, such as that of an airport or a monument.
var zoneHeight = &rule{
	id: "zone.height", part: ZonePart, clause: areaRules, mark: recalled, kinds: []registry.Kind{registry.SiteKind},
	title: registry.T("Cột không cao quá giới hạn của khu vực.", "No mast is higher than the limit of its zone."),
	find: func(q *inquiry) {
		q.eachRestriction(func(r *Restriction) {
			if r.HeightLimitM == nil {
				return
			}
			for i := range q.Masts {
				m := &q.Masts[i]
				top, lacks, title := q.top(m, r.HeightDatum)
				switch {
				case lacks != "":
					q.lacking(lacks, title, tell("%s giới hạn cao %s m; chưa tính được đỉnh cột %s.", "%s limits the height to %s m; the top of the mast %s cannot be told.", r.Name, *r.HeightLimitM, m.Code), ofMast(m), ofRestriction(r))
				case top > *r.HeightLimitM && q.built.Basis == FromOperating && r.ValidFrom != nil:
					q.lacking("built_on", builtOnTitle, tell("%s giới hạn cao %s m từ %s; chưa rõ cột xây trước hay sau.", "%s limits the height to %s m from %s on; whether it was built before is not known.", r.Name, *r.HeightLimitM, *r.ValidFrom), ofMast(m), ofRestriction(r))
				case top > *r.HeightLimitM:
					q.add(q.breach(), tell("Đỉnh cột %s ở %s m, quá giới hạn %s m của %s.", "The top of the mast %s is at %s m, over the limit of %s m of %s.", m.Code, top, *r.HeightLimitM, r.Name),
						registry.T("Đo lại; yêu cầu hạ chiều cao hoặc văn bản chấp thuận độ cao.", "Measure again; have it lowered, or ask for the consent to its height."), ofMast(m), ofRestriction(r))
				}
			}
		})
	},
}

// Datum of a limit above mean sea level.
const seaDatum = "sea"

// top gives how high a mast reaches above the datum, in metres, or the field that
// is missing to tell.
func (q *inquiry) top(m *registry.Mast, datum string) (m0 float64, lacks string, title registry.Text) {
	if m.HeightM == nil {
		return 0, "masts.height_m", mastHeightTitle
	}
	m0 = *m.HeightM
	if !q.OnGround {
		if q.BuildingHeightM == nil {
			return 0, "building_height_m", buildingTitle
		}
		m0 += *q.BuildingHeightM
	}
	if datum == seaDatum {
		if q.ElevationM == nil {
			return 0, "elevation_m", registry.T("Cao độ địa hình", "Terrain elevation")
		}
		m0 += *q.ElevationM
	}
	return m0, "", registry.Text{}
}
