package coord

import (
	"fmt"
	"math"
	"strconv"

	"github.com/hatangso/hatangso/internal/registry"
)

// The box of Viet Nam with its islands, in degrees, wide enough for every
// position and disjoint from itself with the axes swapped.
const (
	VietNamWest, VietNamEast   = 102.0, 118.0
	VietNamSouth, VietNamNorth = 6.0, 24.0
)

// The ranges of Vietnamese grid coordinates in metres, all zones (domain.md
// §4.4). They do not overlap, which makes the axis order detectable.
const (
	MinNorthingM, MaxNorthingM = 0.9e6, 2.6e6
	MinEastingM, MaxEastingM   = 0.2e6, 0.8e6
)

// CheckLonLat gives what is wrong with a WGS 84 position in degrees, nothing if
// it can be one. Lying outside Viet Nam is no fault: the register also takes
// other countries' data. Rules: [RuleNaN], [RuleNullIsland], [RuleSwapped],
// [RuleRange]; at most one fault, with no column: the caller knows its name.
func CheckLonLat(lon, lat float64) []registry.Fault {
	switch {
	case !finite(lon, lat):
		return []registry.Fault{nanFault(lon, lat)}
	case lon == 0 && lat == 0:
		return []registry.Fault{registry.NewFault(RuleNullIsland, "", show(lon, lat),
			registry.T("Kinh độ và vĩ độ đều bằng 0: có lẽ ô bị bỏ trống.",
				"Longitude and latitude are both 0: probably an empty cell."),
			registry.T("Nhập tọa độ thật, hoặc để trống cả hai.", "Enter the real coordinates, or leave both empty."))}
	case math.Abs(lat) > 90 && math.Abs(lat) <= 180 && math.Abs(lon) <= 90,
		!inVietNam(lon, lat) && inVietNam(lat, lon):
		return []registry.Fault{registry.NewFault(RuleSwapped, "", show(lon, lat),
			registry.Tf("Kinh độ %s, vĩ độ %s: đã đổi chỗ vĩ độ và kinh độ?",
				"Longitude %s, latitude %s: have latitude and longitude changed places?", number(lon), number(lat)),
			registry.Tf("Đổi lại: kinh độ %s, vĩ độ %s.", "Swap them: longitude %s, latitude %s.", number(lat), number(lon)))}
	case math.Abs(lon) > 180 || math.Abs(lat) > 90:
		return []registry.Fault{rangeFault(lon, lat)}
	}
	return nil
}

// CheckGrid sorts out a pair of grid coordinates in metres, X and Y as a
// Vietnamese table has them: X is the northing, Y the easting. The order is
// detected by magnitude; swapped says that X held the easting (so the table is
// in the order of EPSG, or somebody changed the columns), which is no fault by
// itself. A pair that fits neither order, or a geographic crs, is a fault of
// [RuleRange], a value that is no number one of [RuleNaN]; easting and northing
// are then as written.
func CheckGrid(crs CRS, x, y float64) (easting, northing float64, swapped bool, faults []registry.Fault) {
	easting, northing = y, x
	switch {
	case !finite(x, y):
		return easting, northing, false, []registry.Fault{nanFault(x, y)}
	case crs.Geographic:
		return easting, northing, false, []registry.Fault{registry.NewFault(RuleRange, "", show(x, y),
			registry.Tf("%s là hệ tọa độ địa lý, tính bằng độ chứ không phải mét.", "%s is a geographic system, in degrees, not metres.", crs.Name),
			registry.T("Chọn hệ tọa độ phẳng, ví dụ EPSG:5897.", "Choose a grid, such as EPSG:5897."))}
	case isNorthing(x) && isEasting(y):
		return easting, northing, false, nil
	case isNorthing(y) && isEasting(x):
		return x, y, true, nil
	case math.Abs(x) <= 180 && math.Abs(y) <= 180:
		return easting, northing, false, []registry.Fault{registry.NewFault(RuleRange, "", show(x, y),
			registry.Tf("X %s, Y %s giống độ, không phải mét của %s.", "X %s, Y %s look like degrees, not metres of %s.", number(x), number(y), crs.Name),
			registry.T("Chọn hệ tọa độ WGS 84 (EPSG:4326) hoặc VN-2000 địa lý (EPSG:4756).",
				"Choose WGS 84 (EPSG:4326) or geographic VN-2000 (EPSG:4756)."))}
	}
	return easting, northing, false, []registry.Fault{registry.NewFault(RuleRange, "", show(x, y),
		registry.Tf("X %s, Y %s ngoài phạm vi Việt Nam: X (Bắc) từ 900 000 đến 2 600 000 m, Y (Đông) từ 200 000 đến 800 000 m.",
			"X %s, Y %s are out of range for Viet Nam: X (north) from 900 000 to 2 600 000 m, Y (east) from 200 000 to 800 000 m.", number(x), number(y)),
		registry.T("Xem lại X, Y và dấu thập phân.", "Check X, Y and the decimal sign."))}
}

func isNorthing(v float64) bool { return MinNorthingM <= v && v <= MaxNorthingM }
func isEasting(v float64) bool  { return MinEastingM <= v && v <= MaxEastingM }

func inVietNam(lon, lat float64) bool {
	return VietNamWest <= lon && lon <= VietNamEast && VietNamSouth <= lat && lat <= VietNamNorth
}

func finite(values ...float64) bool {
	for _, v := range values {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	return true
}

func nanFault(x, y float64) registry.Fault {
	return registry.NewFault(RuleNaN, "", show(x, y),
		registry.T("Tọa độ không phải là số hữu hạn.", "The coordinate is not a finite number."),
		registry.T("Nhập số thật.", "Enter a real number."))
}

func rangeFault(lon, lat float64) registry.Fault {
	return registry.NewFault(RuleRange, "", show(lon, lat),
		registry.Tf("Kinh độ %s phải trong ±180, vĩ độ %s trong ±90.", "Longitude %s must be within ±180, latitude %s within ±90.", number(lon), number(lat)),
		registry.T("Nếu tọa độ tính bằng mét, chọn hệ VN-2000 tương ứng; nếu không, xem lại số và dấu thập phân.",
			"If the coordinates are in metres, choose their VN-2000 system; otherwise check the number and its decimal sign."))
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func show(x, y float64) string { return number(x) + "; " + number(y) }

// meridian writes decimal degrees the way Vietnamese papers do: 107°45′.
func meridian(deg float64) string {
	whole := math.Floor(deg)
	return fmt.Sprintf("%.0f°%02.0f′", whole, (deg-whole)*60)
}
