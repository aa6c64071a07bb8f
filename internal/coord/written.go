package coord

import "github.com/hatangso/hatangso/internal/registry"

// At reads a position in a filer's own digits as one reading has it, in WGS 84:
// first is the northing or latitude by its column and second the other
// coordinate, or first both and second empty. ok is false where the digits make
// no position so read.
func At(w registry.WrittenPosition, r registry.FilingReading) (lon, lat float64, ok bool) {
	epsg := r.EPSG
	if epsg == 0 {
		epsg = EPSGWGS84
	}
	crs, err := Lookup(epsg)
	if err != nil {
		return 0, 0, false
	}
	first, second, ok := digits(w)
	if !ok {
		return 0, 0, false
	}
	if !crs.Geographic {
		easting, northing, _, faults := CheckGrid(crs, first, second)
		if len(faults) > 0 {
			return 0, 0, false
		}
		lon, lat, err = ToWGS84(crs, easting, northing)
		return lon, lat, err == nil
	}
	lon, lat = r.Apply(second, first)
	if len(CheckLonLat(lon, lat)) > 0 {
		return 0, 0, false
	}
	if epsg == EPSGWGS84 {
		return lon, lat, true
	}
	lon, lat, err = ToWGS84(crs, lon, lat)
	return lon, lat, err == nil
}

// digits gives the two numbers, whatever they are of.
func digits(w registry.WrittenPosition) (first, second float64, ok bool) {
	if w.Second == "" {
		p, err := ParsePair(w.First)
		if err != nil {
			return 0, 0, false
		}
		if p.FirstAxis == AxisLongitude || p.FirstAxis == AxisEasting {
			return p.Second, p.First, true
		}
		return p.First, p.Second, true
	}
	one := func(s string) (float64, bool) {
		if v, _, err := ParseAngle(s); err == nil {
			return v, true
		}
		v, err := ParseNumber(s)
		return v, err == nil
	}
	first, ok = one(w.First)
	if !ok {
		return 0, 0, false
	}
	second, ok = one(w.Second)
	return first, second, ok
}
