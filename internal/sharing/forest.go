package sharing

import (
	"cmp"
	"slices"
)

// forest is a union-find over the distinct places where somebody operates. It
// keeps, per tree, the distinct operators, and over all trees the histogram of
// their numbers, so that a Result costs a few bars whatever the size.
type forest struct {
	at        [][3]float64 // ECEF metres of each place
	parent    []int32      // a root is its own parent
	size      []int32      // places in the tree, at roots
	operators [][]int64    // ascending and distinct, at roots; never written in place
	bars      map[int]int  // tenants → trees
	idle      int
	placeOf   []int32 // place of each position, -1 when idle
}

// plant makes a forest of single places. Records at one place, to the last bit
// of their coordinates, share it from the start: distance 0 always merges.
func plant(positions []Position) *forest {
	f := &forest{bars: map[int]int{}, placeOf: make([]int32, len(positions))}
	places := make(map[[2]float64]int32, len(positions))
	for i, p := range positions {
		if len(p.Operators) == 0 {
			f.placeOf[i] = -1
			f.idle++
			continue
		}
		operators := distinct(p.Operators)
		key := canonical(p.Lon, p.Lat)
		place, seen := places[key]
		if seen {
			f.operators[place] = merged(f.operators[place], operators)
		} else {
			place = int32(len(f.at)) // #nosec G115 -- places fit memory and 32 bits
			places[key] = place
			f.at = append(f.at, ecef(key[0], key[1]))
			f.parent = append(f.parent, place)
			f.size = append(f.size, 1)
			f.operators = append(f.operators, operators)
		}
		f.placeOf[i] = place
	}
	for _, operators := range f.operators {
		f.bars[len(operators)]++
	}
	return f
}

// root gives the root of a place's tree, halving the path to it.
func (f *forest) root(i int32) int32 {
	for f.parent[i] != i {
		f.parent[i] = f.parent[f.parent[i]]
		i = f.parent[i]
	}
	return i
}

// join unites the trees of two places.
func (f *forest) join(a, b int32) {
	a, b = f.root(a), f.root(b)
	if a == b {
		return
	}
	if f.size[a] < f.size[b] {
		a, b = b, a
	}
	f.bars[len(f.operators[a])]--
	f.bars[len(f.operators[b])]--
	f.parent[b] = a
	f.size[a] += f.size[b]
	f.operators[a] = merged(f.operators[a], f.operators[b])
	f.operators[b] = nil
	f.bars[len(f.operators[a])]++
}

func (f *forest) result(mergeDistanceM float64) Result {
	bars := make([]Bar, 0, len(f.bars))
	for tenants, n := range f.bars {
		if n > 0 {
			bar := Bar{Tenants: tenants, Positions: n, Weight: float64(n)}
			if tenants >= SharedFrom {
				bar.Shared = bar.Weight
			}
			bars = append(bars, bar)
		}
	}
	r := Result{Method: MethodSpatial, MergeDistanceM: &mergeDistanceM, Idle: f.idle}
	r.finish(bars)
	return r
}

func (f *forest) clusters(positions []Position) []Cluster {
	ids := map[int32][]int64{}
	for i, p := range positions {
		if f.placeOf[i] >= 0 {
			root := f.root(f.placeOf[i])
			ids[root] = append(ids[root], p.ID)
		}
	}
	clusters := make([]Cluster, 0, len(ids))
	for root, members := range ids {
		slices.Sort(members)
		clusters = append(clusters, Cluster{IDs: members, Operators: slices.Clone(f.operators[root])})
	}
	slices.SortFunc(clusters, func(a, b Cluster) int { return cmp.Compare(a.IDs[0], b.IDs[0]) })
	return clusters
}

// distinct gives the values ascending, each once. The input may be the
// caller's and is returned as it is when it already has that form.
func distinct(values []int64) []int64 {
	for i := 1; i < len(values); i++ {
		if values[i-1] >= values[i] {
			sorted := slices.Clone(values)
			slices.Sort(sorted)
			return slices.Compact(sorted)
		}
	}
	return values
}

// merged gives the union of two ascending distinct lists. It returns a itself
// when b adds nothing, which is the common case: there are few operators.
func merged(a, b []int64) []int64 {
	missing := 0
	for _, v := range b {
		if _, found := slices.BinarySearch(a, v); !found {
			missing++
		}
	}
	if missing == 0 {
		return a
	}
	out := make([]int64, 0, len(a)+missing)
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			out, a = append(out, a[0]), a[1:]
		case a[0] > b[0]:
			out, b = append(out, b[0]), b[1:]
		default:
			out, a, b = append(out, a[0]), a[1:], b[1:]
		}
	}
	return append(append(out, a...), b...)
}
