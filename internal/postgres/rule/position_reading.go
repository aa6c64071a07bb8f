package rule

import (
	"encoding/json"
	"fmt"

	"github.com/hatangso/hatangso/internal/coord"
	"github.com/hatangso/hatangso/internal/registry"
)

// PositionReading is the doctor of coordinates (bác sĩ tọa độ): where positions
// lie outside their communes, or are none at all, every other way to read the
// filer's digits is tried, and the one that puts them where they are declared is
// offered. It is not asked by a query: see postgres/filing_doctor.go.
var PositionReading = &Rule{
	ID: "position.reading", Tier: registry.QualityTier, Nouns: assets,
	Title: registry.T("Tọa độ được đọc đúng hệ, đúng thứ tự, đúng dấu.", "Positions are read in the right system, order and sign."),
	Clause: registry.T("“X là bắc, Y là đông; sai múi 105°30′ thành 105°00′ lệch 52 km; VN-2000 đọc như WGS 84 lệch khoảng 224 m” (domain.md §0.11, §4.4, RUN).",
		"“X is north, Y east; 105°30′ read as 105°00′ is 52 km off; VN-2000 read as WGS 84 about 224 m” (domain.md §0.11, §4.4, RUN)."),
	Explain: func(f Facts) Explanation {
		var reading registry.FilingReading
		if b, err := json.Marshal(f["reading"]); err == nil {
			_ = json.Unmarshal(b, &reading) // of a version before: nothing to offer
		}
		e := Explanation{Fix: &Fix{Reading: &reading, Old: pointOf(f["old"]), New: pointOf(f["new"])}}
		way := sayReading(reading)
		if f.Number("rows") > 0 {
			e.Message = tell("%s dòng có tọa độ không nằm trong xã, phường đã khai hoặc không dùng được. Đọc theo cách khác (%s) thì %s trong %s dòng thử khớp.",
				"%s rows have positions outside their communes, or none that can be used. Read another way (%s), %s of %s rows tried agree.",
				f.Number("rows"), way, f.Number("agree"), f.Number("tried"))
			e.Mend = registry.T("Xem điểm cũ và điểm mới trên bản đồ, rồi xác nhận cách đọc một lần cho cả cột.",
				"Look at the points before and after on the map, then confirm the reading once for the column.")
			return e
		}
		e.Message = tell("Đọc theo cách khác (%s), điểm nằm ở %s.", "Read another way (%s), the position lies in %s.", way, f.Text("commune"))
		e.Mend = registry.T("Xác nhận cách đọc cho cả cột, hoặc sửa tọa độ của dòng này.", "Confirm the reading for the column, or mend this row's position.")
		return e
	},
}

func pointOf(v any) *[2]float64 {
	p, ok := v.([]any)
	if !ok || len(p) != 2 {
		return nil
	}
	x, okX := p[0].(float64)
	y, okY := p[1].(float64)
	if !okX || !okY {
		return nil
	}
	return &[2]float64{x, y}
}

// sayReading words a reading.
func sayReading(r registry.FilingReading) registry.Text {
	epsg := r.EPSG
	if epsg == 0 {
		epsg = coord.EPSGWGS84
	}
	name := fmt.Sprintf("EPSG:%d", epsg)
	if crs, err := coord.Lookup(epsg); err == nil {
		name = fmt.Sprintf("%s, EPSG:%d", crs.Name, epsg)
	}
	t := both(name)
	if r.Swapped {
		t = tell("%s, đổi chỗ kinh độ và vĩ độ", "%s, longitude and latitude swapped", t)
	}
	switch r.Negated {
	case "lon":
		t = tell("%s, đổi dấu kinh độ", "%s, the sign of the longitude changed", t)
	case "lat":
		t = tell("%s, đổi dấu vĩ độ", "%s, the sign of the latitude changed", t)
	}
	return t
}

// Readings are the ways in which a file's positions may be meant, the simplest
// first: degrees of WGS 84 and of VN-2000 in either order and sign, and every
// grid of VN-2000.
func Readings() []registry.FilingReading {
	var degrees, grids []registry.FilingReading
	for _, crs := range coord.Systems() {
		if !crs.Geographic {
			grids = append(grids, registry.FilingReading{EPSG: crs.EPSG})
			continue
		}
		for _, swapped := range []bool{false, true} {
			for _, negated := range []string{"", "lon", "lat"} {
				degrees = append(degrees, registry.FilingReading{EPSG: crs.EPSG, Swapped: swapped, Negated: negated})
			}
		}
	}
	return append(degrees, grids...)
}

// Place puts the filer's digits where a reading has them, as longitude and
// latitude in WGS 84; ok is false where they make no position.
func Place(w registry.WrittenPosition, r registry.FilingReading) (lon, lat float64, ok bool) {
	return coord.At(w, r)
}

// Twins says that two readings differ in the datum alone: 224 m, which communes
// cannot always tell apart.
func Twins(a, b registry.FilingReading) bool {
	geographic := func(r registry.FilingReading) bool {
		crs, err := coord.Lookup(r.EPSG)
		return err == nil && crs.Geographic
	}
	return a.Swapped == b.Swapped && a.Negated == b.Negated && geographic(a) && geographic(b)
}
