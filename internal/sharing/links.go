package sharing

import (
	"cmp"
	"math"
	"slices"
)

// The search for links grows its reach from firstReachM by reachGrowth. What a
// shorter reach has joined needs no links from a longer one, so a long merge
// distance over a dense city costs a few sweeps and not every pair in it.
const (
	firstReachM = 500.0
	reachGrowth = 2.5
)

// minCellM keeps cell numbers small when the merge distance is tiny.
const minCellM = 1.0

// link is a candidate: two places and the square of the chord between them.
type link struct {
	chord2 float64
	a, b   int32
}

// links calls found for pairs of places whose geodesic distance is under
// withinM metres, by ascending distance: every pair that joins two trees at
// that moment, and perhaps some that no longer do. found is expected to join
// them. A withinM of 0 finds nothing, since a place is distinct from the others.
func links(f *forest, withinM float64, found func(a, b int32, distanceM float64)) {
	var batch []link
	for reach, first := math.Min(firstReachM, withinM), true; withinM > 0; first = false {
		batch = neighbours(f, reach, first, batch[:0])
		slices.SortFunc(batch, func(x, y link) int {
			return cmp.Or(cmp.Compare(x.chord2, y.chord2), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
		})
		for _, l := range batch {
			if d := geodesic(math.Sqrt(l.chord2)); d < withinM {
				found(l.a, l.b, d)
			}
		}
		if reach >= withinM {
			return
		}
		reach = math.Min(reach*reachGrowth, withinM)
	}
}

// cell is a cube of the grid: what it holds and, from the second reach on, the
// one tree all of it belongs to.
type cell struct {
	places []int32
	tree   int32
}

// mixed marks a cell whose places are of several trees.
const mixed = -1

// ahead are the 13 of the 26 neighbours of a cube that see each pair once.
var ahead = func() (out [][3]int64) {
	for x := int64(-1); x <= 1; x++ {
		for y := int64(-1); y <= 1; y++ {
			for z := int64(-1); z <= 1; z++ {
				if x > 0 || x == 0 && (y > 0 || y == 0 && z > 0) {
					out = append(out, [3]int64{x, y, z})
				}
			}
		}
	}
	return out
}()

// neighbours appends to batch the pairs of places in different trees whose
// chord is under reach metres, found through a grid of cubes that wide. A chord
// is never longer than its geodesic, so no pair within reach is missed.
func neighbours(f *forest, reach float64, first bool, batch []link) []link {
	width := math.Max(reach, minCellM)
	grid := make(map[[3]int64]*cell, len(f.at))
	for i, at := range f.at {
		key := [3]int64{int64(math.Floor(at[0] / width)), int64(math.Floor(at[1] / width)), int64(math.Floor(at[2] / width))}
		c := grid[key]
		if c == nil {
			c = &cell{tree: f.root(int32(i))} // #nosec G115 -- an index of f.at, which forest.go numbers with 32 bits
			grid[key] = c
		}
		c.places = append(c.places, int32(i)) // #nosec G115 -- as above
		// #nosec G115 -- as above
		if c.tree != mixed && c.tree != f.root(int32(i)) {
			c.tree = mixed
		}
	}
	reach2 := reach * reach
	pair := func(a, b int32) {
		dx, dy, dz := f.at[a][0]-f.at[b][0], f.at[a][1]-f.at[b][1], f.at[a][2]-f.at[b][2]
		chord2 := dx*dx + dy*dy + dz*dz
		if chord2 < reach2 && (first || f.root(a) != f.root(b)) {
			batch = append(batch, link{chord2, a, b})
		}
	}
	for key, c := range grid {
		if c.tree == mixed {
			for i, a := range c.places {
				for _, b := range c.places[i+1:] {
					pair(a, b)
				}
			}
		}
		for _, step := range ahead {
			other := grid[[3]int64{key[0] + step[0], key[1] + step[1], key[2] + step[2]}]
			if other == nil || c.tree == other.tree && c.tree != mixed {
				continue
			}
			for _, a := range c.places {
				for _, b := range other.places {
					pair(a, b)
				}
			}
		}
	}
	return batch
}
