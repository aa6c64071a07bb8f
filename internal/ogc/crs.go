package ogc

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hatangso/hatangso/internal/coord"
	"github.com/hatangso/hatangso/internal/registry"
)

// CRS84 is WGS 84 in longitude, latitude: in what the register is kept, and what
// a request that names no reference system means.
const CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"

// Gregorian is the calendar of temporal extents.
const Gregorian = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"

// CRS is a reference system features are given in (hệ tọa độ; Part 2).
type CRS struct {
	URI    string
	System coord.CRS
	// Swapped says that latitude or northing comes first, as the EPSG registry
	// orders the axes of geographic systems. Those of the VN-2000 grids are easting,
	// northing there, whatever Vietnamese tables call X.
	Swapped bool
}

// StorageCRS is the system of what is stored.
var StorageCRS = CRS{URI: CRS84, System: mustLookup(coord.EPSGWGS84)}

func mustLookup(epsg int) coord.CRS {
	system, err := coord.Lookup(epsg)
	if err != nil {
		panic(err) // a constant of ours
	}
	return system
}

// Systems gives the reference systems of EPSG codes, StorageCRS before them: QGIS
// asks in the storage CRS, then in the first of the list. No codes are all
// systems the register accepts. CodeInvalid for a code it does not.
func Systems(codes ...int) ([]CRS, error) {
	if len(codes) == 0 {
		codes = append(codes, coord.EPSGWGS84)
		for _, system := range coord.Systems() {
			if system.EPSG != coord.EPSGWGS84 {
				codes = append(codes, system.EPSG)
			}
		}
	}
	out := []CRS{StorageCRS}
	for _, code := range codes {
		system, err := coord.Lookup(code)
		if err != nil {
			return nil, err
		}
		out = append(out, CRS{URI: fmt.Sprintf("http://www.opengis.net/def/crs/EPSG/0/%d", code), System: system, Swapped: system.Geographic})
	}
	return out, nil
}

// URIs names systems as documents do.
func URIs(systems []CRS) []string {
	out := make([]string, len(systems))
	for i, c := range systems {
		out[i] = c.URI
	}
	return out
}

// FindCRS finds one of the site's systems by its URI, or by the safe CURIE
// [EPSG:9210] (Part 2, Requirement 10); ok is false when it is not on offer.
func (s *Site) FindCRS(name string) (c CRS, ok bool) {
	curie := strings.TrimSuffix(strings.TrimPrefix(name, "["), "]")
	switch {
	case curie == "OGC:CRS84":
		return StorageCRS, true
	case strings.HasPrefix(curie, "EPSG:"):
		name = "http://www.opengis.net/def/crs/EPSG/0/" + strings.TrimPrefix(curie, "EPSG:")
	}
	i := slices.IndexFunc(s.CRS, func(c CRS) bool { return c.URI == name })
	if i < 0 {
		return CRS{}, false
	}
	return s.CRS[i], true
}

// Stored says whether positions are as they are stored.
func (c CRS) Stored() bool { return c.System.EPSG == coord.EPSGWGS84 && !c.Swapped }

// FromWGS84 gives a stored position in this system, in its order of axes.
func (c CRS) FromWGS84(lon, lat float64) (first, second float64, err error) {
	first, second, err = coord.FromWGS84(c.System, lon, lat)
	if c.Swapped {
		first, second = second, first
	}
	return first, second, err
}

// ToWGS84 gives a position of this system, in its order of axes, as it is stored.
func (c CRS) ToWGS84(first, second float64) (lon, lat float64, err error) {
	if c.Swapped {
		first, second = second, first
	}
	return coord.ToWGS84(c.System, first, second)
}

// Header is the system as the header Content-Crs names it.
func (c CRS) Header() string { return "<" + c.URI + ">" }

// Title names the system for people.
func (c CRS) Title() registry.Text {
	if c.Stored() {
		return registry.T("WGS 84, kinh độ, vĩ độ", "WGS 84, longitude, latitude")
	}
	order := registry.T("đông, bắc", "easting, northing")
	if c.Swapped {
		order = registry.T("vĩ độ, kinh độ", "latitude, longitude")
	}
	return registry.T(c.System.Name+", "+order.VI, c.System.Name+", "+order.EN)
}
