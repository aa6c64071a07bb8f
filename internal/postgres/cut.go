package postgres

import (
	"math"
	"slices"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// meridianDegreeM is the length of one degree of latitude in metres, near
// enough to say how far a point lies from a line or along it: the lengths that
// are kept come from PostGIS, on the ellipsoid.
const meridianDegreeM = 110_700.0

const radian = math.Pi / 180 // degrees

// normal is the direction up at a place.
type normal [3]float64

func normalAt(p orb.Point) normal {
	sinLat, cosLat := math.Sincos(p[1] * radian)
	sinLon, cosLon := math.Sincos(p[0] * radian)
	return normal{cosLat * cosLon, cosLat * sinLon, sinLat}
}

// angle between two normals, in radians; by the chord, which is exact for near ones.
func (a normal) angle(b normal) float64 {
	x, y, z := a[0]-b[0], a[1]-b[1], a[2]-b[2]
	return 2 * math.Asin(min(1, math.Sqrt(x*x+y*y+z*z)/2))
}

func apartM(p, q orb.Point) float64 {
	return normalAt(p).angle(normalAt(q)) / radian * meridianDegreeM
}

// offsets gives q seen from p, in metres east and north, on the plane that
// touches the sphere of the normals at p: there a great circle is a straight
// line, so that what between puts on a segment is found to lie on it. What the
// horizon hides is no number.
func offsets(p, q orb.Point) (east, north float64) {
	sinP, cosP := math.Sincos(p[1] * radian)
	sinQ, cosQ := math.Sincos(q[1] * radian)
	sinLon, cosLon := math.Sincos((q[0] - p[0]) * radian)
	up := sinP*sinQ + cosP*cosQ*cosLon
	if up <= 0 {
		return math.NaN(), math.NaN()
	}
	scale := meridianDegreeM / radian / up
	return scale * cosQ * sinLon, scale * (cosP*sinQ - sinP*cosQ*cosLon)
}

// cut is a place on a line: after vertex Segment, Share of the way to the next.
type cut struct {
	segment int
	share   float64
}

// nearestCut gives the place of a line nearest to p, and how far off p lies.
func nearestCut(line orb.LineString, p orb.Point) (at cut, offM float64) {
	offM = apartM(p, line[0])
	for i := range len(line) - 1 {
		fromEast, fromNorth := offsets(p, line[i])
		toEast, toNorth := offsets(p, line[i+1])
		east, north := toEast-fromEast, toNorth-fromNorth
		share := 0.0
		if square := east*east + north*north; square > 0 {
			share = min(1, max(0, -(fromEast*east+fromNorth*north)/square))
		}
		if d := math.Hypot(fromEast+share*east, fromNorth+share*north); d < offM {
			at, offM = cut{i, share}, d
		}
	}
	return at, offM
}

// cutAt gives the place at a fraction of a line's length, from 0 to 1.
func cutAt(line orb.LineString, fraction float64) cut {
	var whole float64
	for i := range len(line) - 1 {
		whole += apartM(line[i], line[i+1])
	}
	left := fraction * whole
	for i := range len(line) - 1 {
		if step := apartM(line[i], line[i+1]); left < step {
			return cut{i, left / step}
		} else {
			left -= step
		}
	}
	return cut{len(line) - 2, 1}
}

// split gives the two parts of a line, which share the position of the cut. It
// lies on the geodesic between its neighbours, so that the parts together are
// as long as the line. A part may be empty of length: the caller looks.
func split(line orb.LineString, at cut) (first, second orb.LineString) {
	p := between(line[at.segment], line[at.segment+1], at.share)
	first = append(slices.Clone(line[:at.segment+1]), p)
	second = append(orb.LineString{p}, line[at.segment+1:]...)
	return slices.Compact(first), slices.Compact(second)
}

// between goes a share of the way from p to q, along the great circle of their
// normals, and rounds to what the register stores.
func between(p, q orb.Point, share float64) orb.Point {
	a, b := normalAt(p), normalAt(q)
	angle := a.angle(b)
	if angle == 0 {
		return p
	}
	wa, wb := math.Sin((1-share)*angle), math.Sin(share*angle)
	x, y, z := wa*a[0]+wb*b[0], wa*a[1]+wb*b[1], wa*a[2]+wb*b[2]
	round := func(rad float64) float64 { return math.Round(rad/radian*1e7) / 1e7 }
	return orb.Point{round(math.Atan2(y, x)), round(math.Atan2(z, math.Hypot(x, y)))}
}

// meeting joins two lines at an end they share, in the direction of the first.
// turned says that the second runs the other way, ahead that it comes before
// the first. ok is false when they do not meet.
func meeting(a, b orb.LineString) (joined orb.LineString, turned, ahead, ok bool) {
	reversed := slices.Clone(b)
	slices.Reverse(reversed)
	switch first, last := a[0], a[len(a)-1]; {
	case last == b[0]:
		return append(slices.Clone(a), b[1:]...), false, false, true
	case last == b[len(b)-1]:
		return append(slices.Clone(a), reversed[1:]...), true, false, true
	case first == b[len(b)-1]:
		return append(slices.Clone(b), a[1:]...), false, true, true
	case first == b[0]:
		return append(reversed, a[1:]...), true, true, true
	}
	return nil, false, false, false
}

// lineOf gives the line of a duct.
func lineOf(d *registry.Duct) orb.LineString { return d.Geometry.Geometry.(orb.LineString) }
