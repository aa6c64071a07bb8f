package sharing

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// vincenty is the inverse solution of T. Vincenty (1975) on WGS84: independent
// of everything in this package, and good to a small fraction of a millimetre
// for the short lines tested. It returns metres.
func vincenty(lon1, lat1, lon2, lat2 float64) float64 {
	const a, f = 6378137.0, 1 / 298.257223563
	const b = a * (1 - f)
	rad := math.Pi / 180
	l := math.Remainder(lon2-lon1, 360) * rad
	u1, u2 := math.Atan((1-f)*math.Tan(lat1*rad)), math.Atan((1-f)*math.Tan(lat2*rad))
	sinU1, cosU1 := math.Sincos(u1)
	sinU2, cosU2 := math.Sincos(u2)
	lambda := l
	for range 200 {
		sinL, cosL := math.Sincos(lambda)
		// cosU1·sinU2 − sinU1·cosU2·cosλ, written so that near points keep digits.
		north := math.Sin(u2-u1) + sinU1*cosU2*2*math.Pow(math.Sin(lambda/2), 2)
		sinS := math.Hypot(cosU2*sinL, north)
		if sinS == 0 {
			return 0
		}
		cosS := sinU1*sinU2 + cosU1*cosU2*cosL
		s := math.Atan2(sinS, cosS)
		sinA := cosU1 * cosU2 * sinL / sinS
		cos2A := 1 - sinA*sinA
		cos2M := 0.0
		if cos2A > 1e-18 {
			cos2M = cosS - 2*sinU1*sinU2/cos2A
		}
		c := f / 16 * cos2A * (4 + f*(4-3*cos2A))
		was := lambda
		lambda = l + (1-c)*f*sinA*(s+c*sinS*(cos2M+c*cosS*(-1+2*cos2M*cos2M)))
		if math.Abs(lambda-was) < 1e-14 {
			uSq := cos2A * (a*a - b*b) / (b * b)
			bigA := 1 + uSq/16384*(4096+uSq*(-768+uSq*(320-175*uSq)))
			bigB := uSq / 1024 * (256 + uSq*(-128+uSq*(74-47*uSq)))
			delta := bigB * sinS * (cos2M + bigB/4*(cosS*(-1+2*cos2M*cos2M)-
				bigB/6*cos2M*(-3+4*sinS*sinS)*(-3+4*cos2M*cos2M)))
			return b * bigA * (s - delta)
		}
	}
	panic("vincenty: no convergence")
}

func distance(lon1, lat1, lon2, lat2 float64) float64 {
	p, q := canonical(lon1, lat1), canonical(lon2, lat2)
	a, b := ecef(p[0], p[1]), ecef(q[0], q[1])
	return geodesic(math.Sqrt((a[0]-b[0])*(a[0]-b[0]) + (a[1]-b[1])*(a[1]-b[1]) + (a[2]-b[2])*(a[2]-b[2])))
}

// karney holds geodesics computed by C. Karney's algorithm as it ships in PROJ
// 9.1.1 (geod_inverse), an implementation no line of which is here.
var karney = []struct {
	name                   string
	lon1, lat1, lon2, lat2 float64
	metres                 float64
}{
	{"Hà Nội north", 105.8542, 21.0285, 105.8542, 21.1185, 9964.618568719},
	{"Hà Nội east", 105.8542, 21.0285, 105.95, 21.0285, 9958.472321428},
	{"Hà Nội 1 m", 105.8542, 21.0285, 105.8542072, 21.0285061, 1.008118223},
	{"equator east", 109, 0, 109.0898, 0, 9996.490273236},
	{"equator north", 109, 0, 109, 0.09, 9951.684906133},
	{"45° N diagonal", 9, 45, 9.09, 45.06, 9734.738724859},
	{"Svalbard 78° N", 15.6267, 78.2232, 15.9867, 78.2532, 8853.371193331},
	{"across the antimeridian", 179.96, -16.8, -179.97, -16.82, 7782.836766727},
	{"over the north pole", 20, 89.96, -160, 89.96, 8935.518350056},
	{"near the south pole", 10, -89.999, 130, -89.998, 295.514492849},
	{"60° S", -70, -60, -70.1, -60.05, 7881.712083585},
}

func TestGeodesicAgainstKarney(t *testing.T) {
	for _, k := range karney {
		for name, got := range map[string]float64{
			"chord":    distance(k.lon1, k.lat1, k.lon2, k.lat2),
			"vincenty": vincenty(k.lon1, k.lat1, k.lon2, k.lat2),
		} {
			if e := math.Abs(got - k.metres); e > 0.00005 {
				t.Errorf("%s by %s: %.6f m, want %.6f (off %.3f mm)", k.name, name, got, k.metres, e*1000)
			}
		}
	}
}

func TestGeodesicAgainstVincentyEverywhere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lon := rapid.Float64Range(-180, 180).Draw(t, "lon")
		lat := rapid.Float64Range(-89.9, 89.9).Draw(t, "lat")
		north := rapid.Float64Range(-7000, 7000).Draw(t, "north")
		east := rapid.Float64Range(-7000, 7000).Draw(t, "east")
		lat2 := math.Max(-90, math.Min(90, lat+north/111_000))
		lon2 := math.Remainder(lon+east/(111_400*math.Cos(lat*math.Pi/180)), 360)
		want := vincenty(lon, lat, lon2, lat2)
		if want > MaxMergeDistanceM {
			return
		}
		if e := math.Abs(distance(lon, lat, lon2, lat2) - want); e > 0.0001 {
			t.Fatalf("off by %.4f mm at %.1f m", e*1000, want)
		}
	})
}
