package coord

import (
	"errors"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/hatangso/hatangso/internal/registry"
)

// MaxOffMeridianDeg is how far from a central meridian a grid is used, in
// degrees: half a 6° zone, and twice what a provincial zone is made for.
const MaxOffMeridianDeg = 3.0

// Reading is one way to read a text as a position.
type Reading struct {
	// CRS is the system the numbers are taken to be in.
	CRS CRS
	// X and Y are easting and northing in metres, or longitude and latitude in
	// degrees, of CRS.
	X, Y float64
	// Lon and Lat are the same place in WGS 84, in degrees.
	Lon, Lat float64
}

// Say words the reading for a person.
func (r Reading) Say() registry.Text {
	if r.CRS.Geographic {
		return registry.Tf("Vĩ độ %s, kinh độ %s, %s (EPSG:%d)", "Latitude %s, longitude %s, %s (EPSG:%d)", number(r.Y), number(r.X), r.CRS.Name, r.CRS.EPSG)
	}
	return registry.Tf("X (Bắc) %s m, Y (Đông) %s m, %s (EPSG:%d)", "Northing %s m, easting %s m, %s (EPSG:%d)", number(r.Y), number(r.X), r.CRS.Name, r.CRS.EPSG)
}

// Readings gives every way to read a text as a position, the likeliest first.
// [ParsePair] takes a text in one way or not at all; here each way counts: where
// the two coordinates may part, which comes first when neither says, and for
// metres, without a crs, every grid in which the place lies in Viet Nam and near
// the grid's meridian. Degrees without a crs are WGS 84. The error says why
// there is none.
func Readings(s string, crs *CRS) ([]Reading, error) {
	pairs, err := pairsOf(s)
	if err != nil {
		return nil, err
	}
	var all []Reading
	var faults []registry.Fault
	for _, p := range pairs {
		some, wrong := p.readings(crs)
		faults = append(faults, wrong...)
		for _, r := range some {
			if !slices.Contains(all, r) {
				all = append(all, r)
			}
		}
	}
	if len(all) == 0 {
		return nil, registry.Invalid(faults[:1])
	}
	slices.SortStableFunc(all, func(a, b Reading) int {
		home := func(r Reading) int {
			if inVietNam(r.Lon, r.Lat) {
				return 0
			}
			return 1
		}
		return home(a) - home(b)
	})
	return all, nil
}

// readings gives those of one pair, or what is wrong with it.
func (p Pair) readings(crs *CRS) (all []Reading, faults []registry.Fault) {
	if x, y, ok := p.Grid(); ok {
		return gridReadings(x, y, crs)
	}
	system, _ := Lookup(EPSGWGS84)
	if crs != nil {
		system = *crs
	}
	lon, lat, _ := p.LonLat()
	if !system.Geographic {
		_, _, _, faults := CheckGrid(system, p.First, p.Second)
		return nil, faults
	}
	orders := [][2]float64{{lon, lat}}
	if p.FirstAxis == AxisUnknown && lon != lat {
		orders = append(orders, [2]float64{lat, lon})
	}
	for _, o := range orders {
		if wrong := CheckLonLat(o[0], o[1]); len(wrong) > 0 {
			faults = append(faults, wrong...)
			continue
		}
		if r, err := reading(system, o[0], o[1]); err == nil {
			all = append(all, r)
		}
	}
	return all, faults
}

// gridReadings gives the grids in which metres may be meant.
func gridReadings(x, y float64, crs *CRS) (all []Reading, faults []registry.Fault) {
	candidates := systems
	if crs != nil {
		candidates = []CRS{*crs}
	}
	for _, c := range candidates {
		if c.Geographic && crs == nil {
			continue
		}
		easting, northing, _, wrong := CheckGrid(c, x, y)
		if len(wrong) > 0 {
			faults = append(faults, wrong...)
			continue
		}
		r, err := reading(c, easting, northing)
		switch {
		case err != nil:
			faults = append(faults, faultsOf(err)...)
		case crs == nil && (!inVietNam(r.Lon, r.Lat) || !c.Fits(r.Lon)):
			faults = append(faults, rangeFault(r.Lon, r.Lat))
		default:
			all = append(all, r)
		}
	}
	return all, faults
}

func reading(c CRS, x, y float64) (Reading, error) {
	lon, lat, err := ToWGS84(c, x, y)
	return Reading{CRS: c, X: x, Y: y, Lon: lon, Lat: lat}, err
}

// Fits says whether a grid is used at a longitude.
func (c CRS) Fits(lon float64) bool {
	return !c.Geographic && math.Abs(lon-c.CentralMeridianDeg) <= MaxOffMeridianDeg
}

// pairsOf gives every pair a text may be: the one [ParsePair] finds, or all that
// it would have to choose among.
func pairsOf(s string) ([]Pair, error) {
	p, err := ParsePair(s)
	if err == nil {
		return []Pair{p}, nil
	}
	if faults := faultsOf(err); len(faults) != 1 || faults[0].Rule != RuleAmbiguous {
		return nil, err
	}
	text := strings.TrimSpace(norm.NFC.String(s))
	var pairs []Pair
	for i, r := range text {
		if !unicode.IsSpace(r) && r != ',' {
			continue
		}
		p, err := readHalves(text[:i], text[i+utf8.RuneLen(r):], [2]Axis{})
		if err == nil && !slices.Contains(pairs, p) {
			pairs = append(pairs, p)
		}
	}
	if len(pairs) == 0 {
		return nil, err
	}
	return pairs, nil
}

func faultsOf(err error) []registry.Fault {
	var e *registry.Error
	if errors.As(err, &e) {
		return e.Faults
	}
	return nil
}
