package demo

import (
	"math"
	"math/rand/v2"

	"github.com/hatangso/hatangso/internal/registry"
)

// addMast puts the mast on a site. Classes and measures keep the rules of
// domain.md §3.2 but for one A1a mast in twenty or so, which is too tall or too
// wide for a mast that calls itself không cồng kềnh.
func (g *generator) addMast(r *rand.Rand, s *site, on *registry.Site) {
	m := registry.Mast{
		ID: int64(len(g.out.Masts) + 1), Site: on.ID, Code: on.Code + "-C1", OperatingFrom: on.OperatingFrom, OperatingTo: on.OperatingTo,
		SiteCode: &on.Code, Geometry: on.Geometry, WindZone: ref(chosen(r, []string{"IIB", "IIIB"}, 6, 4)),
		Platforms: ref(int64(1 + len(s.occupants))),
	}
	if on.BuiltOn != nil {
		m.YearBuilt = ref(int64(on.BuiltOn.Year()))
		if since := on.BuiltOn.AddMonths(18); since.Before(asOf) {
			m.InspectedOn = ref(between(r, later(since, registry.NewDate(2023, 1, 1)), asOf))
		}
	}
	switch *on.SiteKind {
	case "ground":
		m.Class, m.Structure = ref("A2b"), ref(chosen(r, []string{"lattice", "guyed", "monopole"}, 5, 4, 1))
		m.HeightM = ref(float64(chosen(r, []int{30, 36, 42, 45, 48, 54, 60}, 8, 14, 30, 16, 18, 8, 6)))
		m.WidthM = tenths(1 + 2*r.Float64())
		m.DesignLoadKg = ref(float64(300 + 50*r.IntN(20)))
		m.Lighted = ref(*m.HeightM >= 45)
	case "rooftop":
		building := *on.BuildingHeightM
		switch chosen(r, []string{"A1a", "A1b", "A2a"}, 34, 14, 52) {
		case "A1a":
			m.Class, m.Structure = ref("A1a"), ref("monopole")
			m.HeightM = tenths(math.Min(3, 0.2*building) - 0.1)
			m.WidthM = ref(math.Round((0.3+0.2*r.Float64())*100) / 100)
			switch r.IntN(20) {
			case 0:
				m.HeightM = tenths(3.5 + 3*r.Float64())
			case 1:
				m.WidthM = tenths(0.7 + 0.5*r.Float64())
			}
		case "A1b":
			m.Class, m.Structure = ref("A1b"), ref("disguised")
			m.HeightM = tenths(3 + 3*r.Float64())
			m.WidthM = ref(0.5)
		default:
			m.Class, m.Structure = ref("A2a"), ref(chosen(r, []string{"guyed", "lattice", "monopole"}, 6, 3, 1))
			m.HeightM = ref(float64(9 + 3*r.IntN(5)))
			m.WidthM = tenths(0.8 + r.Float64())
			m.DesignLoadKg = ref(float64(200 + 50*r.IntN(8)))
		}
	case "small_cell":
		m.Class, m.Structure, m.HeightM, m.WidthM = ref("A1b"), ref("disguised"), tenths(6+4*r.Float64()), ref(0.4)
	default: // in a building: antennas without a mast
		return
	}
	g.out.Masts = append(g.out.Masts, m)
}
