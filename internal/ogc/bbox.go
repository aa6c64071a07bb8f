package ogc

import (
	"math"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
)

// Box is what the parameter bbox takes, in the order of axes of its system: four
// numbers, or six whose heights say nothing here.
type Box struct{ MinFirst, MinSecond, MaxFirst, MaxSecond float64 }

// ParseBox reads the parameter bbox (Part 1 §7.15.3); ok is false for anything
// but four or six finite numbers, the second of each pair of latitudes not before
// the first.
func ParseBox(s string) (b Box, ok bool) {
	parts := strings.Split(s, ",")
	if len(parts) != 4 && len(parts) != 6 {
		return b, false
	}
	v := make([]float64, len(parts))
	for i, p := range parts {
		n, err := strconv.ParseFloat(strings.TrimSpace(p), 64)
		if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
			return b, false
		}
		v[i] = n
	}
	half := len(v) / 2
	return Box{v[0], v[1], v[half], v[half+1]}, true
}

// edgeSteps is into how many pieces each edge of a box of another system is cut
// before it is converted: an edge that is straight on a grid bends in degrees, by
// under a metre for 100 km in so many pieces.
const edgeSteps = 24

// Areas gives a box in WGS 84: rectangles for the stored system and for degrees in
// another order, two when it spans the antimeridian (Part 1, Requirement 24), and
// for a grid the box with its edges as they bend. ok is false for a box that
// ends before it begins or lies outside of its system.
func (b Box) Areas(c CRS) (rectangles []orb.Bound, bent orb.Polygon, ok bool) {
	first, second := [2]float64{b.MinFirst, b.MaxFirst}, [2]float64{b.MinSecond, b.MaxSecond}
	if c.Swapped {
		first, second = second, first
	}
	if second[0] > second[1] {
		return nil, nil, false
	}
	if c.System.EPSG == StorageCRS.System.EPSG {
		if first[0] < -180 || first[1] > 180 || first[0] > 180 || first[1] < -180 || second[0] < -90 || second[1] > 90 {
			return nil, nil, false
		}
		rectangle := func(west, east float64) orb.Bound {
			return orb.Bound{Min: orb.Point{west, second[0]}, Max: orb.Point{east, second[1]}}
		}
		if first[0] > first[1] {
			return []orb.Bound{rectangle(first[0], 180), rectangle(-180, first[1])}, nil, true
		}
		return []orb.Bound{rectangle(first[0], first[1])}, nil, true
	}
	if first[0] > first[1] {
		return nil, nil, false
	}
	corners := [5]orb.Point{{first[0], second[0]}, {first[1], second[0]}, {first[1], second[1]}, {first[0], second[1]}, {first[0], second[0]}}
	var ring orb.Ring
	for i := range 4 {
		for step := range edgeSteps {
			at := float64(step) / edgeSteps
			x := corners[i][0] + (corners[i+1][0]-corners[i][0])*at
			y := corners[i][1] + (corners[i+1][1]-corners[i][1])*at
			if c.Swapped { // ToWGS84 takes the order of the axes
				x, y = y, x
			}
			lon, lat, err := c.ToWGS84(x, y)
			if err != nil {
				return nil, nil, false
			}
			ring = append(ring, orb.Point{lon, lat})
		}
	}
	return nil, orb.Polygon{append(ring, ring[0])}, true
}
