package demo

import (
	"slices"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"

	"github.com/hatangso/hatangso/internal/registry"
)

// geometryOf gives a unit's area and its size in square degrees.
func geometryOf(t *testing.T, u registry.Unit) (orb.MultiPolygon, float64) {
	t.Helper()
	area := u.Geometry.Geometry.(orb.MultiPolygon)
	sum := 0.0
	for _, polygon := range area {
		for i, ring := range polygon {
			if ring[0] != ring[len(ring)-1] || len(ring) < 4 {
				t.Fatalf("%s: ring of %d points from %v to %v", u.Name, len(ring), ring[0], ring[len(ring)-1])
			}
			if (signedArea(ring) > 0) != (i == 0) {
				t.Errorf("%s: ring %d turns the wrong way", u.Name, i)
			}
			sum += signedArea(ring)
		}
	}
	return area, sum
}

// Communes and districts cover the province once: their areas add up, and every
// piece of border belongs to exactly two of them or to one and the outline.
func TestBordersAreShared(t *testing.T) {
	t.Parallel()
	p := sample().out
	_, whole := geometryOf(t, p.Units[0])
	type segment [2]orb.Point
	for _, level := range []registry.Level{registry.DistrictLevel, registry.CommuneLevel} {
		sum := 0.0
		sides := map[segment]int{}
		count := func(area orb.MultiPolygon, by int) {
			for _, polygon := range area {
				for _, ring := range polygon {
					for i := 1; i < len(ring); i++ {
						sides[segment{ring[i-1], ring[i]}] += by
					}
				}
			}
		}
		for _, u := range p.Units {
			if u.Level == level {
				area, degrees := geometryOf(t, u)
				sum += degrees
				count(area, 1)
			}
		}
		if !near(sum, whole, 1e-9) {
			t.Errorf("%ss add up to %.12f of %.12f square degrees", level, sum, whole)
		}
		outline := map[segment]bool{}
		for _, polygon := range p.Units[0].Geometry.Geometry.(orb.MultiPolygon) {
			for _, ring := range polygon {
				for i := 1; i < len(ring); i++ {
					outline[segment{ring[i-1], ring[i]}] = true
				}
			}
		}
		for s, n := range sides {
			if back := sides[segment{s[1], s[0]}]; n != 1 || back == 0 && !outline[s] || back == 1 && outline[s] {
				t.Fatalf("%s border %v: %d times, %d times backwards, outline %t", level, s, n, back, outline[s])
			}
		}
	}
}

// No border crosses another: pieces meet at shared ends only, so that areas
// that add up also do not overlap.
func TestBordersDoNotCross(t *testing.T) {
	t.Parallel()
	type piece struct{ a, b orb.Point }
	cells := map[[2]int][]piece{}
	const cell = 0.01
	seen := map[piece]bool{}
	for _, u := range sample().out.Units {
		if u.Level != registry.CommuneLevel {
			continue
		}
		for _, polygon := range u.Geometry.Geometry.(orb.MultiPolygon) {
			for _, ring := range polygon {
				for i := 1; i < len(ring); i++ {
					s := piece{ring[i-1], ring[i]}
					if seen[piece{s.b, s.a}] {
						continue
					}
					seen[s] = true
					bound := orb.LineString{s.a, s.b}.Bound()
					for x := int(bound.Min[0] / cell); x <= int(bound.Max[0]/cell); x++ {
						for y := int(bound.Min[1] / cell); y <= int(bound.Max[1]/cell); y++ {
							cells[[2]int{x, y}] = append(cells[[2]int{x, y}], s)
						}
					}
				}
			}
		}
	}
	side := func(p, q, r orb.Point) float64 { return (q[0]-p[0])*(r[1]-p[1]) - (q[1]-p[1])*(r[0]-p[0]) }
	compared := 0
	for _, pieces := range cells {
		for i, s := range pieces {
			for _, o := range pieces[:i] {
				if s.a == o.a || s.a == o.b || s.b == o.a || s.b == o.b {
					continue
				}
				compared++
				if side(s.a, s.b, o.a)*side(s.a, s.b, o.b) <= 0 && side(o.a, o.b, s.a)*side(o.a, o.b, s.b) <= 0 {
					t.Fatalf("borders %v and %v cross", s, o)
				}
			}
		}
	}
	if compared < 4000 {
		t.Errorf("only %d pairs compared", compared)
	}
}

func TestVillagesLieInTheirCommunes(t *testing.T) {
	t.Parallel()
	p := sample().out
	areas := map[string]orb.MultiPolygon{}
	for _, u := range p.Units {
		if u.Level == registry.CommuneLevel {
			areas[u.Code] = u.Geometry.Geometry.(orb.MultiPolygon)
		}
	}
	unplaced := 0
	for _, v := range p.Villages {
		area := areas[*v.CommuneCode]
		if v.Geometry.Geometry == nil {
			unplaced++
		} else if !planar.MultiPolygonContains(area, v.Geometry.Geometry.(orb.Point)) {
			t.Errorf("%s lies outside %s", v.Name, *v.Commune)
		}
		if len(v.Clusters) < 2 || len(v.Clusters) > 5 {
			t.Errorf("%s has %d clusters", v.Name, len(v.Clusters))
		}
		for _, c := range v.Clusters {
			if !planar.MultiPolygonContains(area, orb.Point{c.Lon, c.Lat}) {
				t.Errorf("%s of %s lies outside %s", c.Name, v.Name, *v.Commune)
			}
		}
	}
	if unplaced != unplacedVillages {
		t.Errorf("%d villages without a centre, want %d", unplaced, unplacedVillages)
	}
}

// Every asset lies in the commune it names.
func TestAssetsLieInTheirCommunes(t *testing.T) {
	t.Parallel()
	p := sample().out
	areas := map[string]orb.MultiPolygon{}
	for _, u := range p.Units {
		areas[u.Code] = u.Geometry.Geometry.(orb.MultiPolygon)
	}
	off := 0
	for _, s := range p.Sites {
		if !planar.MultiPolygonContains(areas[*s.CommuneCode], s.Geometry.Geometry.(orb.Point)) {
			t.Errorf("site %s lies outside %s", s.Code, *s.Commune)
		}
	}
	for _, pole := range p.Poles {
		if !planar.MultiPolygonContains(areas[*pole.CommuneCode], pole.Geometry.Geometry.(orb.Point)) {
			off++ // a road along a border: what is filed may say the other side
		}
	}
	if off > len(p.Poles)/50 {
		t.Errorf("%d of %d poles lie outside the commune they name", off, len(p.Poles))
	}
}

func TestPeopleAddUp(t *testing.T) {
	t.Parallel()
	p := sample().out
	byCommune, total := map[string]int64{}, int64(0)
	for _, v := range p.Villages {
		byCommune[*v.CommuneCode] += *v.Population
		total += *v.Population
		clusters := int64(0)
		for _, c := range v.Clusters {
			clusters += *c.Households
		}
		if clusters != *v.Households {
			t.Errorf("%s: %d households, %d in its clusters", v.Name, *v.Households, clusters)
		}
	}
	if total != Population || *p.Units[0].Population != total {
		t.Errorf("%d people in villages, %d in the province, want %d", total, *p.Units[0].Population, Population)
	}
	for _, u := range p.Units {
		if u.Level == registry.CommuneLevel && *u.Population != byCommune[u.Code] {
			t.Errorf("%s: %d people, %d in its villages", u.Name, *u.Population, byCommune[u.Code])
		}
	}
}

// The roads hang together, but for the island's.
func TestRoadsHangTogether(t *testing.T) {
	t.Parallel()
	parent := map[orb.Point]orb.Point{}
	var root func(p orb.Point) orb.Point
	root = func(p orb.Point) orb.Point {
		if up, ok := parent[p]; ok && up != p {
			r := root(up)
			parent[p] = r
			return r
		}
		parent[p] = p
		return p
	}
	lengths := map[RoadClass]float64{}
	for _, r := range sample().roads {
		lengths[r.class] += length(r.line)
		if r.class != Street {
			parent[root(r.line[0])] = root(r.line[len(r.line)-1])
		}
	}
	networks := map[orb.Point]bool{}
	for p := range parent {
		networks[root(p)] = true
	}
	if len(networks) != 2 {
		t.Errorf("%d separate networks, want the mainland's and the island's", len(networks))
	}
	for class, least := range map[RoadClass]float64{NationalRoad: 150e3, ProvincialRoad: 250e3, CommuneRoad: 1500e3, Street: 500e3} {
		if lengths[class] < least {
			t.Errorf("%.0f km of %s roads", lengths[class]/1000, class)
		}
	}
}

func TestMesh(t *testing.T) {
	t.Parallel()
	for _, h := range []int32{5*hexCols + 5, 6*hexCols + 9, 300*hexCols + 200, 301*hexCols + 200} {
		if got := hexOf(hexAt(h)); got != h {
			t.Errorf("hexOf(hexAt(%d)) = %d", h, got)
		}
		var corners []orb.Point
		for side := range sides {
			next := beside(h, side)
			if beside(next, (side+3)%sides) != h {
				t.Errorf("%d and %d are beside each other one way only", h, next)
			}
			// The side runs between two corners; seen from the other hexagon, backwards.
			if corner(h, side) != corner(next, (side+4)%sides) {
				t.Errorf("side %d of %d starts elsewhere for its neighbour", side, h)
			}
			corners = append(corners, cornerAt(corner(h, side)))
		}
		if ring := append(slices.Clone(corners), corners[0]); signedArea(ring) <= 0 {
			t.Errorf("corners of %d run clockwise", h)
		}
	}
	for x := 0.0; x < 90_000; x += 1777 {
		for y := 0.0; y < 120_000; y += 1999 {
			p := orb.Point{x, y}
			if h := hexOf(p); x > 1000 && y > 1000 && x < 88_000 && distance(hexAt(h), p) > hexSpacing {
				t.Fatalf("hexOf(%v) is %.0f m away", p, distance(hexAt(h), p))
			}
		}
	}
}
