package coverage

import (
	"cmp"
	"slices"

	"github.com/hatangso/hatangso/internal/registry"
)

// Centre is the point number of a village's centre, the culture house (nhà văn
// hóa), where coverage is determined. Clusters (cụm dân cư) have numbers from 1.
const Centre = 0

// Village is what coverage needs to know of a village.
type Village struct {
	ID int64
	// Population and Households are nil when not known.
	Population, Households *int64
	// Points are the numbers of the points whose place is known: Centre and the
	// clusters. Without Centre the village's coverage is unknown.
	Points []int
}

// Link says that a station in force has signal at a point of the village.
type Link struct {
	PointNo    int
	Station    int64
	Operator   int64  // organization id
	Technology string // code of the technology list, such as 4G
	Site       int64
	DistanceM  float64 // from the site to the point, metres
}

// Filter chooses the links that count.
type Filter struct {
	// Technologies are those that count as the service; none means all. Mobile
	// broadband today is 3G, 4G and 5G, but that belongs to the definition.
	Technologies []string
	// OperatorID restricts to one operator; 0 means any, as in the plans: signal
	// is signal, whoever sends it.
	OperatorID int64
}

func (f Filter) takes(l Link) bool {
	return (len(f.Technologies) == 0 || slices.Contains(f.Technologies, l.Technology)) &&
		(f.OperatorID == 0 || f.OperatorID == l.Operator)
}

// Verdict is how one village stands.
type Verdict struct {
	Village    int64                  `json:"village"`
	State      registry.CoverageState `json:"state"`
	Population *int64                 `json:"population,omitempty"`
	Households *int64                 `json:"households,omitempty"`
	// Operators have signal at the centre; ascending ids.
	Operators []int64 `json:"operators,omitempty"`
	// Best is the link of the nearest site that serves the centre, nil without one.
	Best *Best `json:"best,omitempty"`
	// Dark are the cluster points without signal, ascending: for a lõm sóng
	// village they are the reason, for a trắng sóng one the rest of the story.
	Dark []int `json:"dark,omitempty"`
}

// Best names the site and station nearest to the centre that serve it.
type Best struct {
	Site       int64   `json:"site"`
	Station    int64   `json:"station"`
	Operator   int64   `json:"operator"`
	Technology string  `json:"technology"`
	DistanceM  float64 `json:"distance_m"`
}

// Judge scores one village (domain.md §1.3, after CV 1603/BTTTT-CVT):
//
//	unknown  the place of its centre is not known
//	white    trắng sóng: no signal at the centre, whatever the clusters have
//	dented   lõm sóng: signal at the centre, a cluster without
//	covered  signal at the centre and at every cluster
//
// A dented village counts as covered. Links to points the village does not
// have are ignored. Of equally near sites the lowest id is the best one.
func Judge(v Village, links []Link, filter Filter) Verdict {
	verdict := Verdict{Village: v.ID, State: registry.NotKnown, Population: v.Population, Households: v.Households}
	lit := map[int]bool{}
	for _, l := range links {
		if !filter.takes(l) {
			continue
		}
		lit[l.PointNo] = true
		if l.PointNo != Centre || !slices.Contains(v.Points, Centre) {
			continue
		}
		if !slices.Contains(verdict.Operators, l.Operator) {
			verdict.Operators = append(verdict.Operators, l.Operator)
		}
		best := Best{Site: l.Site, Station: l.Station, Operator: l.Operator, Technology: l.Technology, DistanceM: l.DistanceM}
		if verdict.Best == nil || nearer(best, *verdict.Best) {
			verdict.Best = &best
		}
	}
	slices.Sort(verdict.Operators)
	for _, point := range v.Points {
		if point != Centre && !lit[point] {
			verdict.Dark = append(verdict.Dark, point)
		}
	}
	slices.Sort(verdict.Dark)
	switch {
	case !slices.Contains(v.Points, Centre):
	case !lit[Centre]:
		verdict.State = registry.White
	case len(verdict.Dark) > 0:
		verdict.State = registry.Dented
	default:
		verdict.State = registry.Covered
	}
	return verdict
}

func nearer(a, b Best) bool {
	return cmp.Or(cmp.Compare(a.DistanceM, b.DistanceM), cmp.Compare(a.Site, b.Site), cmp.Compare(a.Station, b.Station),
		cmp.Compare(a.Operator, b.Operator), cmp.Compare(a.Technology, b.Technology)) < 0
}

// Published gives the state to publish of a village and the layer it is from:
// what the department verified, else what was declared. With neither the state
// is unknown and the layer empty; a computed state is never published alone.
func Published(verified, declared *registry.CoverageState) (registry.CoverageState, registry.Layer) {
	switch {
	case verified != nil:
		return *verified, registry.Verified
	case declared != nil:
		return *declared, registry.Declared
	}
	return registry.NotKnown, ""
}
