package sharing

import (
	"math"
	"slices"

	"github.com/hatangso/hatangso/internal/registry"
)

// Position is one filed record of a place with equipment, WGS84 degrees.
type Position struct {
	ID       int64
	Lon, Lat float64
	// Operators are the organizations, or their legal groups where a group
	// counts as one enterprise, that operate there. Repeats count once. With
	// none the position is idle: it neither counts nor joins its neighbours.
	Operators []int64
}

// MaxMergeDistanceM is the largest merge distance, in metres. Nothing farther
// apart is one position in any reading, and geodesic is good up to here.
const MaxMergeDistanceM = 10_000

// Cluster is a set of records taken for one position.
type Cluster struct {
	IDs       []int64 `json:"ids"`       // ascending
	Operators []int64 `json:"operators"` // distinct, ascending, at least one
}

// Spatial computes the sharing ratio by position. Records at the same place
// are one position, and so are records strictly nearer than mergeDistanceM
// metres along the WGS84 ellipsoid; chains join (single link). A merge distance
// that is negative, not a number or over MaxMergeDistanceM, and a coordinate
// outside longitude ±180 or latitude ±90, are refused with code invalid.
func Spatial(positions []Position, mergeDistanceM float64) (Result, error) {
	results, err := Sensitivity(positions, []float64{mergeDistanceM})
	if err != nil {
		return Result{}, err
	}
	return results[0], nil
}

// Sensitivity computes Spatial for several merge distances in one pass; the
// results stand in the order of the distances.
func Sensitivity(positions []Position, mergeDistancesM []float64) ([]Result, error) {
	results := make([]Result, len(mergeDistancesM))
	err := sweep(positions, mergeDistancesM, func(i int, f *forest) {
		results[i] = f.result(mergeDistancesM[i])
	})
	if err != nil {
		return nil, err
	}
	return results, nil
}

// Clusters gives the positions behind Spatial, for the file of records that
// goes with a published number: every record with an operator is in exactly
// one cluster. Clusters stand in the order of their smallest id.
func Clusters(positions []Position, mergeDistanceM float64) ([]Cluster, error) {
	var clusters []Cluster
	err := sweep(positions, []float64{mergeDistanceM}, func(_ int, f *forest) {
		clusters = f.clusters(positions)
	})
	return clusters, err
}

// Distances gives steps merge distances evenly spaced from fromM to toM, both
// included, for Sensitivity. It gives only fromM when steps is 1 or less.
func Distances(fromM, toM float64, steps int) []float64 {
	if steps <= 1 {
		return []float64{fromM}
	}
	out := make([]float64, steps)
	for i := range out {
		out[i] = fromM + (toM-fromM)*float64(i)/float64(steps-1)
	}
	return out
}

// sweep joins positions from the shortest link to the longest, once, and calls
// visit for each distance, in ascending order, with the forest as it stands at
// that distance.
func sweep(positions []Position, mergeDistancesM []float64, visit func(i int, f *forest)) error {
	for _, m := range mergeDistancesM {
		if !(m >= 0 && m <= MaxMergeDistanceM) {
			return registry.Errorf(registry.CodeInvalid,
				"Khoảng cách gộp %v m không hợp lệ; chọn từ 0 đến %d m.",
				"The merge distance %v m is not valid; choose from 0 to %d m.", m, MaxMergeDistanceM)
		}
	}
	for _, p := range positions {
		if !(math.Abs(p.Lon) <= 180 && math.Abs(p.Lat) <= 90) {
			return registry.Errorf(registry.CodeInvalid,
				"Vị trí %d: tọa độ (%v; %v) không hợp lệ.",
				"Position %d: (%v, %v) is not a longitude and latitude.", p.ID, p.Lon, p.Lat)
		}
	}
	order := make([]int, len(mergeDistancesM))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case mergeDistancesM[a] < mergeDistancesM[b]:
			return -1
		case mergeDistancesM[a] > mergeDistancesM[b]:
			return 1
		}
		return 0
	})
	if len(order) == 0 {
		return nil
	}

	f := plant(positions)
	next := 0
	links(f, mergeDistancesM[order[len(order)-1]], func(a, b int32, distanceM float64) {
		for ; next < len(order) && mergeDistancesM[order[next]] <= distanceM; next++ {
			visit(order[next], f)
		}
		f.join(a, b)
	})
	for ; next < len(order); next++ {
		visit(order[next], f)
	}
	return nil
}
