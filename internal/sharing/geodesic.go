package sharing

import "math"

// The WGS84 ellipsoid, metres, and the mean radius used by geodesic.
const (
	semiMajorM   = 6378137.0
	flattening   = 1 / 298.257223563
	eccentricity = flattening * (2 - flattening) // squared
	meanRadiusM  = 6371008.8
)

// ecef gives the Earth-centred Cartesian coordinates of a point on the
// ellipsoid, in metres. There the poles and the antimeridian are places like
// any other.
func ecef(lon, lat float64) [3]float64 {
	sinLat, cosLat := math.Sincos(lat * math.Pi / 180)
	sinLon, cosLon := math.Sincos(lon * math.Pi / 180)
	n := semiMajorM / math.Sqrt(1-eccentricity*sinLat*sinLat)
	return [3]float64{n * cosLat * cosLon, n * cosLat * sinLon, n * (1 - eccentricity) * sinLat}
}

// geodesic gives the length of the geodesic over a chord, both in metres, for
// chords up to MaxMergeDistanceM.
//
// On a curve of constant curvature 1/R the arc is chord·(1 + chord²/24R² + …).
// The error has three parts, all for 10 km. R: the radius of a normal section
// of the ellipsoid lies between 6335.4 and 6399.6 km, within 0.6 % of the mean,
// so the second term, which is 1.03 mm, is off by 1.2 %: 0.012 mm. The next term
// of the series, 3·chord⁵/640R⁴: 3·10⁻⁷ mm. The change of curvature along the
// way, chord⁴·κκ′/24 with κ′ < 0.01·κ/R: 2·10⁻⁵ mm. Coordinates near 6.4·10⁶ m
// in float64 add about 10⁻⁶ mm. Together under 0.02 mm.
func geodesic(chord float64) float64 {
	return chord * (1 + chord*chord/(24*meanRadiusM*meanRadiusM))
}

// canonical gives one spelling to each place: the antimeridian is 180°, and
// a pole has longitude 0. Equal places compare equal afterwards.
func canonical(lon, lat float64) [2]float64 {
	switch {
	case lat == 90 || lat == -90:
		lon = 0
	case lon == -180:
		lon = 180
	}
	return [2]float64{lon + 0, lat + 0} // -0 + 0 is +0
}
