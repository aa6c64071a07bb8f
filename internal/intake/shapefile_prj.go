package intake

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/hatangso/hatangso/internal/coord"
)

var (
	prjAuthority = regexp.MustCompile(`(?i)AUTHORITY\s*\[\s*"EPSG"\s*,\s*"?(\d+)"?\s*\]\s*\]\s*$`)
	prjName      = regexp.MustCompile(`(?i)^\s*(PROJCS|GEOGCS)\s*\[\s*"([^"]*)"`)
	prjDatum     = regexp.MustCompile(`(?i)DATUM\s*\[\s*"([^"]*)"`)
	prjParameter = regexp.MustCompile(`(?i)PARAMETER\s*\[\s*"([^"]*)"\s*,\s*([-+0-9.eE]+)`)
	prjMethod    = regexp.MustCompile(`(?i)PROJECTION\s*\[\s*"([^"]*)"`)
)

// crsOfPRJ gives the name, as coord.LookupName knows it, of the reference system
// that a .prj describes in the words of ESRI: by its EPSG code when it has one,
// which those of GDAL do not, else by datum, central meridian, scale and false
// origin. A system the register does not take keeps its own name, by which it
// is refused; a missing .prj gives "".
func crsOfPRJ(text string) string {
	if text == "" {
		return ""
	}
	name := prjName.FindStringSubmatch(text)
	if name == nil {
		return text[:min(len(text), coord.MaxNumberBytes)]
	}
	if m := prjAuthority.FindStringSubmatch(text); m != nil {
		return "EPSG:" + m[1]
	}
	datum := ""
	if m := prjDatum.FindStringSubmatch(text); m != nil {
		datum = strings.Map(func(r rune) rune {
			if r == '_' || r == ' ' || r == '-' {
				return -1
			}
			return r
		}, strings.ToLower(m[1]))
	}
	vn2000 := strings.Contains(datum, "vn2000") || strings.Contains(datum, "vietnam2000")
	wgs84 := strings.Contains(datum, "wgs1984") || strings.Contains(datum, "wgs84")
	if strings.EqualFold(name[1], "GEOGCS") {
		switch {
		case vn2000:
			return "EPSG:" + strconv.Itoa(coord.EPSGVN2000)
		case wgs84:
			return "EPSG:" + strconv.Itoa(coord.EPSGWGS84)
		}
		return name[2]
	}
	method := prjMethod.FindStringSubmatch(text)
	if wgs84 || method == nil || !strings.EqualFold(strings.ReplaceAll(method[1], " ", "_"), "Transverse_Mercator") {
		return name[2]
	}
	given := map[string]float64{}
	for _, m := range prjParameter.FindAllStringSubmatch(text, -1) {
		if v, err := strconv.ParseFloat(m[2], 64); err == nil {
			given[strings.ReplaceAll(strings.ToLower(m[1]), " ", "_")] = v
		}
	}
	for _, c := range coord.Systems() {
		// A definition written by hand may have no name for the datum, but only
		// VN-2000 has zones of this scale.
		if c.Geographic || !vn2000 && c.Scale != provincialScale {
			continue
		}
		if closeTo(given["central_meridian"], c.CentralMeridianDeg, 1e-6) && closeTo(given["scale_factor"], c.Scale, 1e-9) &&
			closeTo(given["false_easting"], c.FalseEastingM, 1e-3) && closeTo(given["false_northing"], 0, 1e-3) &&
			closeTo(given["latitude_of_origin"], 0, 1e-9) {
			return "EPSG:" + strconv.Itoa(c.EPSG)
		}
	}
	return name[2]
}

// provincialScale is the scale on the central meridian of the 3° zones (múi
// chiếu 3°).
const provincialScale = 0.9999

func closeTo(a, b, within float64) bool { return math.Abs(a-b) <= within }
