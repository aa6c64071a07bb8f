package coverage

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/hatangso/hatangso/internal/registry"
)

func number(n int64) *int64 { return &n }

func TestJudge(t *testing.T) {
	viettel, mobi := int64(4), int64(1)
	at := func(point int, operator int64, technology string, site int64, distanceM float64) Link {
		return Link{PointNo: point, Station: site*10 + operator, Operator: operator, Technology: technology, Site: site, DistanceM: distanceM}
	}
	broadband := Filter{Technologies: []string{"3G", "4G", "5G"}}
	for _, c := range []struct {
		name   string
		points []int
		links  []Link
		filter Filter
		want   Verdict
	}{
		{"no centre point", []int{1, 2}, []Link{at(Centre, 4, "4G", 7, 10), at(1, 4, "4G", 7, 90)}, broadband,
			Verdict{State: registry.NotKnown, Dark: []int{2}}},
		{"nothing reaches it", []int{Centre, 1}, nil, broadband,
			Verdict{State: registry.White, Dark: []int{1}}},
		{"clusters alone do not save it", []int{Centre, 1, 2}, []Link{at(1, 4, "4G", 7, 90), at(2, 4, "4G", 7, 95)}, broadband,
			Verdict{State: registry.White}},
		{"a cluster without", []int{Centre, 2, 1}, []Link{at(Centre, 4, "4G", 7, 900)}, broadband,
			Verdict{State: registry.Dented, Operators: []int64{4}, Best: &Best{7, 74, 4, "4G", 900}, Dark: []int{1, 2}}},
		{"covered by two", []int{Centre, 1}, []Link{at(Centre, viettel, "4G", 7, 900), at(1, mobi, "5G", 8, 20), at(Centre, mobi, "3G", 8, 400)}, broadband,
			Verdict{State: registry.Covered, Operators: []int64{1, 4}, Best: &Best{8, 81, 1, "3G", 400}}},
		{"a centre alone is enough", []int{Centre}, []Link{at(Centre, 4, "4G", 7, 900)}, broadband,
			Verdict{State: registry.Covered, Operators: []int64{4}, Best: &Best{7, 74, 4, "4G", 900}}},
		{"2G is no broadband", []int{Centre}, []Link{at(Centre, 4, "2G", 7, 900)}, broadband,
			Verdict{State: registry.White}},
		{"2G counts when nothing is chosen", []int{Centre}, []Link{at(Centre, 4, "2G", 7, 900)}, Filter{},
			Verdict{State: registry.Covered, Operators: []int64{4}, Best: &Best{7, 74, 4, "2G", 900}}},
		{"one operator asked for", []int{Centre}, []Link{at(Centre, viettel, "4G", 7, 900)}, Filter{OperatorID: mobi},
			Verdict{State: registry.White}},
		{"ties go to the lower site", []int{Centre}, []Link{at(Centre, 4, "4G", 9, 50), at(Centre, 4, "4G", 3, 50)}, broadband,
			Verdict{State: registry.Covered, Operators: []int64{4}, Best: &Best{3, 34, 4, "4G", 50}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.want.Village, c.want.Population = 5, number(120)
			got := Judge(Village{ID: 5, Population: number(120), Points: c.points}, c.links, c.filter)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Tuyên Quang, 12 January 2026: 3,802 villages, 91 trắng sóng, 182 lõm sóng.
func TestSummarizeTuyenQuang(t *testing.T) {
	var verdicts []Verdict
	add := func(n int, state registry.CoverageState, people, households *int64) {
		for range n {
			verdicts = append(verdicts, Verdict{State: state, Population: people, Households: households})
		}
	}
	add(91, registry.White, number(300), number(70))
	add(182, registry.Dented, number(400), nil)
	add(3802-91-182, registry.Covered, nil, number(100))
	add(8, registry.NotKnown, number(1), number(1))
	s := Summarize(verdicts)
	if s.Villages != 3802 || s.White != 91 || s.Dented != 182 || s.Covered != 3711 || s.Unknown != 8 {
		t.Errorf("%+v", s)
	}
	if got := fmt.Sprintf("%.1f %.1f", *s.Ratio, *s.DentedRatio); got != "97.6 4.9" {
		t.Errorf("ratios %s, want 97.6 and 182/3711", got)
	}
	if s.Population != 91*300+182*400 || s.PopulationCovered != 182*400 ||
		s.Households != 91*70+3529*100 || s.HouseholdsCovered != 3529*100 {
		t.Errorf("people: %+v", s)
	}
}

func TestSummarizeNothing(t *testing.T) {
	for _, verdicts := range [][]Verdict{nil, {{State: registry.NotKnown, Population: number(9)}}} {
		s := Summarize(verdicts)
		if s.Ratio != nil || s.DentedRatio != nil || s.PopulationRatio != nil || s.HouseholdsRatio != nil || s.Population != 0 {
			t.Errorf("%+v", s)
		}
	}
	if s := Summarize([]Verdict{{State: registry.White}}); *s.Ratio != 0 || s.DentedRatio != nil {
		t.Errorf("one white village: %+v", s)
	}
}

func TestPublished(t *testing.T) {
	state := func(s registry.CoverageState) *registry.CoverageState { return &s }
	for _, c := range []struct {
		verified, declared *registry.CoverageState
		state              registry.CoverageState
		layer              registry.Layer
	}{
		{state(registry.White), state(registry.Covered), registry.White, registry.Verified},
		{nil, state(registry.Dented), registry.Dented, registry.Declared},
		{state(registry.Covered), nil, registry.Covered, registry.Verified},
		{nil, nil, registry.NotKnown, ""},
	} {
		if s, l := Published(c.verified, c.declared); s != c.state || l != c.layer {
			t.Errorf("%v %v: %s %s", c.verified, c.declared, s, l)
		}
	}
}

func drawVillage(t *rapid.T) (Village, []Link, Filter) {
	v := Village{ID: 1}
	for p := range 5 {
		if rapid.Bool().Draw(t, "point") {
			v.Points = append(v.Points, p)
		}
	}
	technology := rapid.SampledFrom([]string{"2G", "3G", "4G", "5G"})
	links := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Link {
		return Link{
			PointNo: rapid.IntRange(0, 5).Draw(t, "no"), Station: rapid.Int64Range(1, 9).Draw(t, "station"),
			Operator: rapid.Int64Range(1, 3).Draw(t, "operator"), Technology: technology.Draw(t, "technology"),
			Site: rapid.Int64Range(1, 4).Draw(t, "site"), DistanceM: float64(rapid.IntRange(0, 3).Draw(t, "distance")),
		}
	}), 0, 12).Draw(t, "links")
	return v, links, Filter{
		Technologies: rapid.SliceOfN(technology, 0, 2).Draw(t, "technologies"),
		OperatorID:   rapid.Int64Range(0, 3).Draw(t, "operator filter"),
	}
}

// The definition, said again with sets: W(p) = exists a counting link at p.
func TestJudgeIsTheDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v, links, filter := drawVillage(t)
		signal := func(point int) bool {
			return slices.ContainsFunc(links, func(l Link) bool {
				return l.PointNo == point && (filter.OperatorID == 0 || l.Operator == filter.OperatorID) &&
					(len(filter.Technologies) == 0 || slices.Contains(filter.Technologies, l.Technology))
			})
		}
		got := Judge(v, links, filter)
		dark := slices.DeleteFunc(slices.Clone(v.Points), func(p int) bool { return p == Centre || signal(p) })
		want := registry.NotKnown
		if slices.Contains(v.Points, Centre) {
			switch {
			case !signal(Centre):
				want = registry.White
			case len(dark) > 0:
				want = registry.Dented
			default:
				want = registry.Covered
			}
		}
		if got.State != want || !slices.Equal(got.Dark, dark) {
			t.Fatalf("%s dark %v, want %s dark %v", got.State, got.Dark, want, dark)
		}
		lit := want == registry.Covered || want == registry.Dented
		if (got.Best != nil) != lit || (len(got.Operators) > 0) != lit {
			t.Fatalf("state %s with best %v, operators %v", want, got.Best, got.Operators)
		}
	})
}

// Neither the order of links nor links twice matter, and more signal never
// makes a village worse.
func TestJudgeIsStableAndMonotone(t *testing.T) {
	rank := map[registry.CoverageState]int{registry.NotKnown: 0, registry.White: 0, registry.Dented: 1, registry.Covered: 2}
	rapid.Check(t, func(t *rapid.T) {
		v, links, filter := drawVillage(t)
		got := Judge(v, links, filter)
		shuffled := rapid.Permutation(append(slices.Clone(links), links...)).Draw(t, "order")
		again := Judge(v, shuffled, filter)
		if diff := cmp.Diff(got, again); diff != "" {
			t.Fatal(diff)
		}
		if n := rapid.IntRange(0, len(links)).Draw(t, "fewer"); rank[Judge(v, links[:n], filter).State] > rank[got.State] {
			t.Fatalf("fewer links, better state")
		}
	})
}

// Every village is in exactly one class, and the classes add up.
func TestSummarizeAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		states := rapid.SliceOf(rapid.SampledFrom([]registry.CoverageState{
			registry.Covered, registry.Dented, registry.White, registry.NotKnown})).Draw(t, "states")
		var verdicts []Verdict
		for _, s := range states {
			verdicts = append(verdicts, Verdict{State: s, Population: number(1)})
		}
		s := Summarize(verdicts)
		if s.Covered+s.White+s.Unknown != len(states) || s.Villages != s.Covered+s.White || s.Dented > s.Covered ||
			s.Population != int64(s.Villages) || s.PopulationCovered != int64(s.Covered) {
			t.Fatalf("%+v of %v", s, states)
		}
		if (s.Ratio == nil) != (s.Villages == 0) || s.Ratio != nil && (*s.Ratio < 0 || *s.Ratio > 100) {
			t.Fatalf("ratio of %+v", s)
		}
	})
}
