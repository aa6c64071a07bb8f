package vnname

import (
	"cmp"
	"slices"
)

// Nearest gives at most max of the candidates that name was probably meant to
// be, best first. Distance is the number of letters inserted, deleted, replaced
// or swapped with their neighbour (optimal string alignment) between the
// [Fold]s of both; candidates further than a third of the longer one's length
// are no suggestion. Of equal distance, a candidate whose diacritics fit comes
// first, then the earlier one.
func Nearest(name string, candidates []string, max int) []string {
	if max <= 0 {
		return nil
	}
	type scored struct {
		text          string
		fold, written int
	}
	folded, key := []rune(Fold(name)), []rune(Key(name))
	var near []scored
	for _, c := range candidates {
		other := []rune(Fold(c))
		longer := len(folded)
		if len(other) > longer {
			longer = len(other)
		}
		limit := (longer + 2) / 3
		if difference := len(folded) - len(other); difference > limit || -difference > limit {
			continue
		}
		if d := distance(folded, other); d <= limit {
			near = append(near, scored{c, d, distance(key, []rune(Key(c)))})
		}
	}
	slices.SortStableFunc(near, func(a, b scored) int {
		return cmp.Or(cmp.Compare(a.fold, b.fold), cmp.Compare(a.written, b.written))
	})
	if len(near) > max {
		near = near[:max]
	}
	texts := make([]string, len(near))
	for i, n := range near {
		texts[i] = n.text
	}
	return texts
}

// distance is the optimal string alignment distance, in O(len(a)·len(b)) time
// and three rows of memory.
func distance(a, b []rune) int {
	before, previous, current := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range previous {
		previous[j] = j
	}
	for i := 1; i <= len(a); i++ {
		current[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			current[j] = min(previous[j]+1, current[j-1]+1, previous[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				current[j] = min(current[j], before[j-2]+1)
			}
		}
		before, previous, current = previous, current, before
	}
	return previous[len(b)]
}
