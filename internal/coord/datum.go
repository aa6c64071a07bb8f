package coord

import (
	"math"

	"github.com/hatangso/hatangso/internal/registry"
)

// The national shift VN-2000 → WGS 84, EPSG:6960, coordinate frame convention
// (EPSG method 9607): QĐ 05/2007/QĐ-BTNMT of 2007-02-27; domain.md §4.4. It is
// used in the whole country, the Mekong delta included.
const (
	shiftXM, shiftYM, shiftZM = -191.90441429, -39.30318279, -111.45032835
	arcSecond                 = math.Pi / (180 * 3600)
	turnX                     = -0.00928836 * arcSecond
	turnY                     = 0.01975479 * arcSecond
	turnZ                     = -0.00427372 * arcSecond
	stretch                   = 1 + 0.252906278e-6
)

// ecef is an Earth-centred position in metres.
type ecef struct{ x, y, z float64 }

// vn2000ToWGS84 and its inverse apply the seven parameters. The inverse takes
// the transposed rotation; with turns of 1e-7 the difference is nanometres.
func vn2000ToWGS84(p ecef) ecef {
	return ecef{
		shiftXM + stretch*(p.x+turnZ*p.y-turnY*p.z),
		shiftYM + stretch*(-turnZ*p.x+p.y+turnX*p.z),
		shiftZM + stretch*(turnY*p.x-turnX*p.y+p.z),
	}
}

func wgs84ToVN2000(p ecef) ecef {
	x, y, z := (p.x-shiftXM)/stretch, (p.y-shiftYM)/stretch, (p.z-shiftZM)/stretch
	return ecef{
		x - turnZ*y + turnY*z,
		turnZ*x + y - turnX*z,
		-turnY*x + turnX*y + z,
	}
}

// position gives the ECEF position of a point in degrees at an ellipsoidal
// height in metres.
func position(lon, lat, height float64) ecef {
	sinLat, cosLat := math.Sincos(radians(lat))
	sinLon, cosLon := math.Sincos(radians(lon))
	n := semiMajorM / math.Sqrt(1-eccentricity*sinLat*sinLat)
	return ecef{(n + height) * cosLat * cosLon, (n + height) * cosLat * sinLon, (n*(1-eccentricity) + height) * sinLat}
}

// geographic inverts position by Bowring's formula, iterated: near the
// ellipsoid two rounds reach the last bit.
func (p ecef) geographic() (lon, lat, height float64) {
	const second = eccentricity / (1 - eccentricity)
	const semiMinorM = semiMajorM * (1 - flattening)
	fromAxis := math.Hypot(p.x, p.y)
	beta := math.Atan2(p.z, fromAxis*(1-flattening))
	phi := 0.0
	for range 2 {
		sin, cos := math.Sincos(beta)
		phi = math.Atan2(p.z+second*semiMinorM*sin*sin*sin, fromAxis-eccentricity*semiMajorM*cos*cos*cos)
		beta = math.Atan2((1-flattening)*math.Sin(phi), math.Cos(phi))
	}
	sin, cos := math.Sincos(phi)
	// Of the two expressions for the height this one is steady at the poles too.
	height = fromAxis*cos + p.z*sin - semiMajorM*math.Sqrt(1-eccentricity*sin*sin)
	return degrees(math.Atan2(p.y, p.x)), degrees(phi), height
}

// FromWGS84 converts a WGS 84 longitude and latitude in degrees to easting and
// northing in metres, or longitude and latitude in degrees if crs is
// geographic. The point is taken to lie on the WGS 84 ellipsoid, as PostGIS and
// PROJ do for two-dimensional data. Agreement with PROJ: 0.1 mm.
//
// The error, of rule [RuleNaN] or [RuleRange], is for what is no position, or is
// more than 30° from the central meridian, where the grid means nothing.
func FromWGS84(crs CRS, lon, lat float64) (x, y float64, err error) {
	if err := checkDegrees(lon, lat); err != nil {
		return 0, 0, err
	}
	x, y = lon, lat
	if crs.VN2000 {
		x, y, _ = wgs84ToVN2000(position(lon, lat, 0)).geographic()
	}
	if crs.Geographic {
		return x, y, nil
	}
	if math.Abs(x-crs.CentralMeridianDeg) > 30 {
		return 0, 0, outsideGrid(crs, lon, lat)
	}
	x, y = crs.project(x, y)
	return x, y, nil
}

// ToWGS84 converts easting and northing in metres, or longitude and latitude
// in degrees if crs is geographic, to WGS 84 degrees. It is the exact inverse of
// [FromWGS84]: of the heights the point may have it takes the one that lies on
// the WGS 84 ellipsoid. PROJ takes height 0 in VN-2000 instead, which moves the
// point by less than 2 mm.
//
// Errors are those of FromWGS84.
func ToWGS84(crs CRS, x, y float64) (lon, lat float64, err error) {
	lon, lat = x, y
	if !crs.Geographic {
		if !finite(x, y) {
			return 0, 0, notFinite(x, y)
		}
		// 3,600 km is 33° at the equator; 10,002 km is the pole.
		if math.Abs(x-crs.FalseEastingM) > 3.6e6 || math.Abs(y) > 1.0002e7 {
			return 0, 0, outsideGrid(crs, x, y)
		}
		lon, lat = crs.unproject(x, y)
	}
	if err := checkDegrees(lon, lat); err != nil {
		return 0, 0, err
	}
	if !crs.VN2000 {
		return lon, lat, nil
	}
	vnLon, vnLat, height := lon, lat, 0.0
	for range 3 {
		var h float64
		lon, lat, h = vn2000ToWGS84(position(vnLon, vnLat, height)).geographic()
		if height -= h; math.Abs(h) < 1e-7 {
			break
		}
	}
	return lon, lat, nil
}

func checkDegrees(lon, lat float64) error {
	if !finite(lon, lat) {
		return notFinite(lon, lat)
	}
	if math.Abs(lon) > 180 || math.Abs(lat) > 90 {
		return registry.Invalid([]registry.Fault{rangeFault(lon, lat)})
	}
	return nil
}

func notFinite(x, y float64) error {
	return registry.Invalid([]registry.Fault{nanFault(x, y)})
}

func outsideGrid(crs CRS, x, y float64) error {
	return registry.Invalid([]registry.Fault{registry.NewFault(RuleRange, "", show(x, y),
		registry.Tf("Điểm nằm quá xa kinh tuyến trục %s của %s.", "The point is too far from the central meridian %s of %s.",
			meridian(crs.CentralMeridianDeg), crs.Name),
		registry.T("Xem lại hệ tọa độ và kinh tuyến trục.", "Check the reference system and the central meridian."))})
}
