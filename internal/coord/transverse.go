package coord

import "math"

// The WGS 84 ellipsoid, which VN-2000 shares.
const (
	semiMajorM        = 6378137.0
	inverseFlattening = 298.257223563
)

const (
	flattening   = 1 / inverseFlattening
	eccentricity = flattening * (2 - flattening) // squared
	thirdFlat    = flattening / (2 - flattening) // n
)

// Krüger's series for the transverse Mercator projection to order n⁴ (Krüger
// 1912; Karney, "Transverse Mercator with an accuracy of a few nanometers", J.
// Geodesy 85, 2011, eq. 35 and 36). What is left out is of order n⁵, below a
// micrometre within the zones.
const (
	n1 = thirdFlat
	n2 = n1 * n1
	n3 = n2 * n1
	n4 = n3 * n1

	rectifyingM = semiMajorM / (1 + n1) * (1 + n2/4 + n4/64)
)

var (
	toGrid = [4]float64{
		n1/2 - 2*n2/3 + 5*n3/16 + 41*n4/180,
		13*n2/48 - 3*n3/5 + 557*n4/1440,
		61*n3/240 - 103*n4/140,
		49561 * n4 / 161280,
	}
	fromGrid = [4]float64{
		n1/2 - 2*n2/3 + 37*n3/96 - n4/360,
		n2/48 + n3/15 - 437*n4/1440,
		17*n3/480 - 37*n4/840,
		4397 * n4 / 161280,
	}
	firstEccentricity = math.Sqrt(eccentricity)
)

// project gives easting and northing in metres of a point in degrees on the
// ellipsoid, by the system's central meridian, scale and false easting.
func (c CRS) project(lon, lat float64) (easting, northing float64) {
	sinLon, cosLon := math.Sincos(radians(lon - c.CentralMeridianDeg))
	tau := conformal(math.Tan(radians(lat)))
	xi := math.Atan2(tau, cosLon)
	eta := math.Asinh(sinLon / math.Hypot(tau, cosLon))
	x, y := xi, eta
	for j, a := range toGrid {
		k := 2 * float64(j+1)
		x += a * math.Sin(k*xi) * math.Cosh(k*eta)
		y += a * math.Cos(k*xi) * math.Sinh(k*eta)
	}
	return c.FalseEastingM + c.Scale*rectifyingM*y, c.Scale * rectifyingM * x
}

// unproject is the inverse of project.
func (c CRS) unproject(easting, northing float64) (lon, lat float64) {
	x := northing / (c.Scale * rectifyingM)
	y := (easting - c.FalseEastingM) / (c.Scale * rectifyingM)
	xi, eta := x, y
	for j, b := range fromGrid {
		k := 2 * float64(j+1)
		xi -= b * math.Sin(k*x) * math.Cosh(k*y)
		eta -= b * math.Cos(k*x) * math.Sinh(k*y)
	}
	sinhEta, cosXi := math.Sinh(eta), math.Cos(xi)
	tau := geodetic(math.Sin(xi) / math.Hypot(sinhEta, cosXi))
	return c.CentralMeridianDeg + degrees(math.Atan2(sinhEta, cosXi)), degrees(math.Atan(tau))
}

// conformal gives the tangent of the conformal latitude from that of the
// geodetic one (Karney 2011, eq. 7 to 9).
func conformal(tau float64) float64 {
	root := math.Sqrt(1 + tau*tau)
	sigma := math.Sinh(firstEccentricity * math.Atanh(firstEccentricity*tau/root))
	return tau*math.Sqrt(1+sigma*sigma) - sigma*root
}

// geodetic inverts conformal by Newton's method, which doubles the digits in
// each step: three reach the last bit at any latitude (Karney 2011, eq. 19 to
// 21).
func geodetic(conf float64) float64 {
	tau := conf
	for range 5 {
		now := conformal(tau)
		step := (conf - now) / math.Sqrt(1+now*now) * (1 + (1-eccentricity)*tau*tau) / ((1 - eccentricity) * math.Sqrt(1+tau*tau))
		tau += step
		if math.Abs(step) < 1e-16*math.Max(1, math.Abs(tau)) {
			break
		}
	}
	return tau
}

func radians(deg float64) float64 { return deg * (math.Pi / 180) }
func degrees(rad float64) float64 { return rad * (180 / math.Pi) }
