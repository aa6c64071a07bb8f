package postgres

import (
	"math"
	"slices"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

func drawnLine(t *rapid.T) orb.LineString {
	line := orb.LineString{{rapid.Float64Range(103, 109).Draw(t, "lon"), rapid.Float64Range(9, 23).Draw(t, "lat")}}
	for range rapid.IntRange(1, 6).Draw(t, "steps") {
		last := line[len(line)-1]
		line = append(line, orb.Point{last[0] + rapid.Float64Range(0.0001, 0.02).Draw(t, "east"), last[1] + rapid.Float64Range(-0.02, 0.02).Draw(t, "north")})
	}
	for i, p := range line {
		line[i] = orb.Point{math.Round(p[0]*1e7) / 1e7, math.Round(p[1]*1e7) / 1e7}
	}
	return line
}

// A line cut anywhere and joined again, whichever way its parts run, is the
// line with one vertex more, and as long.
func TestCutAndMeet(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		line, fraction := drawnLine(t), rapid.Float64Range(0.01, 0.99).Draw(t, "fraction")
		at := cutAt(line, fraction)
		first, second := split(line, at)
		if len(first) < 2 || len(second) < 2 || first[0] != line[0] || second[len(second)-1] != line[len(line)-1] || first[len(first)-1] != second[0] {
			t.Fatalf("parts %v and %v of %v", first, second, line)
		}
		if share := lengthM(first) / lengthM(line); math.Abs(share-fraction) > 1e-4+0.02/lengthM(line) {
			t.Errorf("cut at %v instead of %v", share, fraction)
		}
		if off := math.Abs(lengthM(first) + lengthM(second) - lengthM(line)); off > 0.002 {
			t.Errorf("the parts are %v m off", off)
		}
		// the place of the cut is found again by its position, which is rounded to 1e-7 degrees
		if again, off := nearestCut(line, second[0]); off > 0.01 {
			t.Errorf("the cut at %+v lies %v m off the line, at %+v", at, off, again)
		}
		a, b := slices.Clone(first), slices.Clone(second)
		turn := rapid.IntRange(0, 3).Draw(t, "turned")
		if turn&1 != 0 {
			slices.Reverse(a)
		}
		if turn&2 != 0 {
			slices.Reverse(b)
		}
		joined, turned, ahead, ok := meeting(a, b)
		if !ok || turned != (turn == 1 || turn == 2) || ahead != (turn&1 != 0) {
			t.Fatalf("%v and %v meet: %v, turned %v, ahead %v", a, b, ok, turned, ahead)
		}
		if turn&1 != 0 { // in the direction of the first
			slices.Reverse(joined)
		}
		if whole := append(slices.Clone(first), second[1:]...); !slices.Equal(joined, whole) {
			t.Errorf("joined %v, want %v", joined, whole)
		}
	})
}

// A place on the other side of the earth is on no line here.
func TestCutIsFar(t *testing.T) {
	line := orb.LineString{{105.8, 21}, {105.81, 21.01}}
	for _, p := range []orb.Point{{-74.2, -21}, {-74.195, -21.005}, {15.8, 0}, {105.8, -89}} {
		if at, off := nearestCut(line, p); !(off > 5e6) {
			t.Errorf("%v lies %v m off, at %+v", p, off, at)
		}
	}
}
