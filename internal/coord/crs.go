package coord

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
)

// EPSG codes that other packages name.
const (
	EPSGWGS84  = 4326 // WGS 84, longitude and latitude; what is stored
	EPSGVN2000 = 4756 // VN-2000, longitude and latitude
)

// CRS is a coordinate reference system that a filing may use (hệ tọa độ).
type CRS struct {
	EPSG int
	// Name is the EPSG registry's.
	Name string
	// Geographic systems count degrees, the others metres.
	Geographic bool
	// VN2000 says that the datum is VN-2000, not WGS 84. Both use the WGS 84
	// ellipsoid; the datum shift is EPSG:6960.
	VN2000 bool
	// CentralMeridianDeg is the central meridian (kinh tuyến trục) in decimal
	// degrees east; EPSG prints 107°45′ as 107.45.
	CentralMeridianDeg float64
	// Scale is the scale factor on the central meridian: 0.9999 for the 3°
	// provincial zones (múi chiếu 3°), 0.9996 for the 6° zones.
	Scale float64
	// FalseEastingM is added to the easting, in metres. The false northing and
	// the latitude of origin are 0 in all.
	FalseEastingM float64
	// Provinces are those whose legal zone this is, as EPSG's extent text names
	// them: before the mergers of 2025-07-01. The zone of a merged province must
	// be stated by the filer (domain.md §4.4).
	Provinces string
}

// systems holds what domain.md §4.4 establishes, by EPSG code.
var systems = []CRS{
	{EPSG: 3405, Name: "VN-2000 / UTM zone 48N", VN2000: true, CentralMeridianDeg: 105, Scale: 0.9996, FalseEastingM: 500000},
	{EPSG: 3406, Name: "VN-2000 / UTM zone 49N", VN2000: true, CentralMeridianDeg: 111, Scale: 0.9996, FalseEastingM: 500000},
	{EPSG: EPSGWGS84, Name: "WGS 84", Geographic: true},
	{EPSG: EPSGVN2000, Name: "VN-2000", Geographic: true, VN2000: true},
	tm3(5896, "zone 481", 102, ""),
	tm3(5897, "zone 482", 105, "Hà Nội, Hà Nam, Ninh Bình, Thanh Hóa, Vĩnh Phúc, Cần Thơ, Bạc Liêu, Đồng Tháp, Hậu Giang"),
	tm3(5898, "zone 491", 108, "Quảng Ngãi"),
	tm3(5899, "107-45", 107.75, "Đồng Nai, Đà Nẵng, Quảng Nam, Quảng Ninh, Bà Rịa – Vũng Tàu, Lâm Đồng"),
	tm3(9205, "103-00", 103, "Điện Biên, Lai Châu"),
	tm3(9206, "104-00", 104, "Sơn La"),
	tm3(9207, "104-30", 104.5, "Cà Mau, Kiên Giang"),
	tm3(9208, "104-45", 104.75, "An Giang, Lào Cai, Nghệ An, Phú Thọ, Yên Bái"),
	tm3(9209, "105-30", 105.5, "Hải Dương, Bắc Ninh, Hà Giang, Hà Tĩnh, Hưng Yên, Nam Định, Thái Bình, Sóc Trăng, Tây Ninh, Trà Vinh, Vĩnh Long"),
	tm3(9210, "105-45", 105.75, "Hải Phòng, TP. Hồ Chí Minh, Bến Tre, Bình Dương, Cao Bằng, Long An, Tiền Giang"),
	tm3(9211, "106-00", 106, "Hòa Bình, Quảng Bình, Tuyên Quang"),
	tm3(9212, "106-15", 106.25, "Bình Phước, Quảng Trị"),
	tm3(9213, "106-30", 106.5, "Bắc Kạn, Thái Nguyên"),
	tm3(9214, "107-00", 107, "Bắc Giang, Thừa Thiên Huế"),
	tm3(9215, "107-15", 107.25, "Lạng Sơn"),
	tm3(9216, "107-30", 107.5, "Kon Tum"),
	tm3(9217, "108-15", 108.25, "Bình Định, Khánh Hòa, Ninh Thuận"),
	tm3(9218, "108-30", 108.5, "Bình Thuận, Đắk Lắk, Đắk Nông, Gia Lai, Phú Yên"),
}

func tm3(epsg int, zone string, meridian float64, provinces string) CRS {
	return CRS{
		EPSG: epsg, Name: "VN-2000 / TM-3 " + zone, VN2000: true,
		CentralMeridianDeg: meridian, Scale: 0.9999, FalseEastingM: 500000, Provinces: provinces,
	}
}

// replacedBy names the successors of the systems that EPSG deprecated because
// their false easting and northing are swapped: a table computed with one puts
// a point 500 km off.
var replacedBy = map[int]int{6956: 5896, 6957: 5897, 6958: 5898, 6959: 5899}

// Systems gives every accepted system in order of EPSG code.
func Systems() []CRS { return slices.Clone(systems) }

// Lookup finds a system by its EPSG code. The error, with the rule [RuleCRS],
// says which code to use instead of a deprecated one and lists the accepted
// ones for an unknown one.
func Lookup(epsg int) (CRS, error) {
	if i := slices.IndexFunc(systems, func(c CRS) bool { return c.EPSG == epsg }); i >= 0 {
		return systems[i], nil
	}
	if successor, ok := replacedBy[epsg]; ok {
		return CRS{}, crsError(strconv.Itoa(epsg),
			registry.Tf("EPSG:%d đã bị bãi bỏ vì đảo hằng số cộng trục Đông và trục Bắc.",
				"EPSG:%d is deprecated: its false easting and northing are swapped.", epsg),
			registry.Tf("Dùng EPSG:%d.", "Use EPSG:%d.", successor))
	}
	return CRS{}, unknownCRS(strconv.Itoa(epsg))
}

var crsName = regexp.MustCompile(`(?i)^(?:urn:(?:x-)?ogc:def:crs:EPSG:[\w.]*:|https?://www\.opengis\.net/def/crs/EPSG/[\w.]+/|EPSG:+|SRID=)?(\d{4,6})$`)

var crs84Name = regexp.MustCompile(`(?i)^(?:urn:(?:x-)?ogc:def:crs:)?OGC:[\w.]*:?CRS84$|^https?://www\.opengis\.net/def/crs/OGC/[\w.]+/CRS84$|^CRS84$`)

// LookupName finds a system by a name as files carry it: "EPSG:5897",
// "urn:ogc:def:crs:EPSG::5897", "http://www.opengis.net/def/crs/EPSG/0/5897",
// "urn:ogc:def:crs:OGC:1.3:CRS84" (WGS 84). Errors are those of [Lookup].
func LookupName(name string) (CRS, error) {
	name = strings.TrimSpace(name)
	if len(name) <= MaxNumberBytes {
		if crs84Name.MatchString(name) {
			return Lookup(EPSGWGS84)
		}
		if m := crsName.FindStringSubmatch(name); m != nil {
			epsg, err := strconv.Atoi(m[1])
			if err == nil {
				return Lookup(epsg)
			}
		}
	}
	return CRS{}, unknownCRS(name)
}

// nationalShift is the datum shift VN-2000 to WGS 84 of EPSG:6960 (QĐ
// 05/2007/QĐ-BTNMT), as +towgs84 wants it: a position vector, so the rotations
// have the opposite signs of the published coordinate frame.
const nationalShift = "-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278"

// ProjString gives the PROJ.4 definition with the national datum shift pinned.
// PROJ and PostGIS otherwise choose among several by place, with a step of
// 0.8 m at the edge of the Mekong delta (ecosystem.md §A.9).
func (c CRS) ProjString() string {
	if !c.VN2000 {
		return "+proj=longlat +datum=WGS84 +no_defs"
	}
	if c.Geographic {
		return "+proj=longlat +ellps=WGS84 +towgs84=" + nationalShift + " +no_defs"
	}
	return fmt.Sprintf("+proj=tmerc +lat_0=0 +lon_0=%s +k=%s +x_0=%.0f +y_0=0 +ellps=WGS84 +towgs84=%s +units=m +no_defs",
		strconv.FormatFloat(c.CentralMeridianDeg, 'f', -1, 64), strconv.FormatFloat(c.Scale, 'f', -1, 64), c.FalseEastingM, nationalShift)
}

func unknownCRS(given string) error {
	accepted := make([]string, len(systems))
	for i, c := range systems {
		accepted[i] = strconv.Itoa(c.EPSG)
	}
	return crsError(given,
		registry.Tf("Hệ tọa độ “%s” không được nhận.", "The reference system “%s” is not accepted.", clip(given)),
		registry.Tf("Dùng một trong các mã EPSG: %s.", "Use one of the EPSG codes: %s.", strings.Join(accepted, ", ")))
}

func crsError(given string, message, mend registry.Text) error {
	return registry.Invalid([]registry.Fault{registry.NewFault(RuleCRS, "", given, message, mend)})
}
