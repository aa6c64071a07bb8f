package demo

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geo"

	"github.com/hatangso/hatangso/geodata"
	"github.com/hatangso/hatangso/internal/coverage"
	"github.com/hatangso/hatangso/internal/registry"
)

// states judges every village with the service radii given by area class.
func states(p *Province, radius func(technology, area string) float64) map[registry.CoverageState]int {
	type reach struct {
		at     orb.Point
		radius float64
		link   coverage.Link
	}
	farthest := map[int64]float64{} // of each site's stations
	for _, st := range p.Stations {
		if st.Technology != "2G" && inForce(st.OnAirFrom, st.OnAirTo, p.AsOf) {
			farthest[st.Site] = max(farthest[st.Site], radius(st.Technology, *p.Sites[st.Site-1].AreaClass))
		}
	}
	var all []reach
	for site, metres := range farthest {
		all = append(all, reach{pointOf(p.Sites[site-1].Geometry), metres, coverage.Link{Operator: 1, Technology: "4G", Site: site}})
	}
	slices.SortFunc(all, func(a, b reach) int {
		switch {
		case a.at[1] < b.at[1]:
			return -1
		case a.at[1] > b.at[1]:
			return 1
		}
		return 0
	})
	out := map[registry.CoverageState]int{}
	for _, v := range p.Villages {
		village := coverage.Village{ID: v.ID}
		var links []coverage.Link
		look := func(no int, at orb.Point) {
			village.Points = append(village.Points, no)
			from, _ := slices.BinarySearchFunc(all, at[1]-0.032, func(r reach, lat float64) int {
				if r.at[1] < lat {
					return -1
				}
				return 1
			})
			for _, r := range all[from:] {
				if r.at[1] > at[1]+0.032 {
					break
				}
				if math.Abs(r.at[0]-at[0]) < 0.032 && geo.DistanceHaversine(r.at, at) <= r.radius {
					r.link.PointNo = no
					links = append(links, r.link)
				}
			}
		}
		if v.Geometry.Geometry != nil {
			look(coverage.Centre, pointOf(v.Geometry))
		}
		for i, c := range v.Clusters {
			look(i+1, orb.Point{c.Lon, c.Lat})
		}
		out[coverage.Judge(village, links, coverage.Filter{}).State]++
	}
	return out
}

// The villages without signal are the same at every sensible service radius,
// those that ship included.
func TestCoverageIsAsMeant(t *testing.T) {
	t.Parallel()
	g := sample()
	meant := map[registry.CoverageState]int{registry.NotKnown: unplacedVillages}
	for i, v := range g.villages {
		switch {
		case g.out.Villages[i].Geometry.Geometry == nil:
		case v.fate == white:
			meant[registry.White]++
		case v.fate == dented:
			meant[registry.Dented]++
		default:
			meant[registry.Covered]++
		}
	}
	if meant[registry.White] < 5 || meant[registry.White] > 20 || meant[registry.Dented] < 10 || meant[registry.Dented] > 40 {
		t.Errorf("%v", meant)
	}
	rows, err := geodata.Table("service_radii.csv")
	if err != nil {
		t.Fatal(err)
	}
	shipped := map[string]float64{}
	for _, row := range rows {
		if shipped[row["technology"]+row["area_class"]], err = strconv.ParseFloat(row["radius_m"], 64); err != nil {
			t.Fatal(err)
		}
	}
	for name, radius := range map[string]func(technology, area string) float64{
		"shipped": func(technology, area string) float64 {
			if r, ok := shipped[technology+area]; ok {
				return r
			}
			return shipped[technology+"*"]
		},
		"least": func(_, area string) float64 {
			if area == urbanArea {
				return 700
			}
			return LeastRadiusM
		},
		"most": func(_, area string) float64 {
			if area == urbanArea {
				return 1500
			}
			return MostRadiusM
		},
	} {
		if got := states(g.out, radius); fmt.Sprint(got) != fmt.Sprint(meant) {
			t.Errorf("%s radii: %v, want %v", name, got, meant)
		}
	}
}

// Declared and verified layers disagree in places, or nothing would need
// checking.
func TestStatementsDisagree(t *testing.T) {
	t.Parallel()
	g := sample()
	declared, verified := map[int64]registry.CoverageState{}, map[int64]registry.CoverageState{}
	for _, s := range g.out.Statements {
		if s.Service == "mobile" {
			if s.Layer == registry.Declared {
				declared[s.Village] = s.State
			} else {
				verified[s.Village] = s.State
			}
		}
	}
	wrong, unsaid := 0, 0
	for i := range g.villages {
		id := int64(i + 1)
		if d, ok := declared[id]; !ok {
			unsaid++
		} else if v, ok := verified[id]; ok && v != d {
			wrong++
		}
	}
	if wrong < 3 || wrong > 40 || unsaid < 10 || unsaid > 100 || len(verified) < 200 {
		t.Errorf("%d contradicted, %d undeclared, %d verified", wrong, unsaid, len(verified))
	}
}

// Fibre is within 500 m of the centres that have it, and of no other.
func TestFibreReaches(t *testing.T) {
	t.Parallel()
	g := sample()
	access := newIndex(500)
	add := func(a registry.Asset) {
		if a.FibreAccess {
			p := pointOf(a.Geometry)
			access.add(orb.Point{(p[0] - originLon) * metresPerLon, (p[1] - originLat) * metresPerLat}, 1)
		}
	}
	for _, pole := range g.out.Poles {
		add(pole.Asset)
	}
	for _, s := range g.out.ServicePoints {
		add(s.Asset)
	}
	without := 0
	for i, v := range g.villages {
		if g.out.Villages[i].Geometry.Geometry == nil {
			continue
		}
		if lit := access.nearest(v.at, 500) >= 0; lit != v.fibre {
			t.Errorf("%s: fibre %t, reached %t", v.name, v.fibre, lit)
		}
		if !v.fibre {
			without++
		}
	}
	if without < 10 || without > 80 {
		t.Errorf("%d villages without fibre", without)
	}
}
