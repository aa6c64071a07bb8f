package registry

import "strings"

// Planning holds what every entry of a published plan (quy hoạch, danh mục) has:
// its name, the decision it rests on, when it holds, and what it says of masts. A
// Zone is one over an area, a Street one along a line.
//
// TT 14/2013 plans by area and by route, with the types that may stand there and
// the dates (domain.md §3.2, RECALLED med); which types and how high is what each
// decision says, so it is data of the entry and nowhere in the program.
type Planning struct {
	ID      int64 `json:"id" ro:"y" vi:"Số hiệu" en:"Id"`
	Version int64 `json:"version" ro:"y" vi:"Phiên bản" en:"Version"`
	// Code is the issuer's; one entry at a time bears it.
	Code string `json:"code" req:"y" max:"80" vi:"Mã" en:"Code" alias:"ma,ma so,so tt,stt"`
	Name string `json:"name" req:"y" max:"300" vi:"Tên" en:"Name" alias:"ten,ten khu vuc,ten tuyen,ten duong"`
	// AllowedClasses are the classes of masts that may stand there, joined by ";";
	// null says nothing, any class that is not named must not.
	AllowedClasses *string `json:"allowed_classes" set:"mast_class" max:"200" vi:"Loại cột được phép" en:"Allowed mast classes" alias:"loai duoc phep,loai cot duoc phep"`
	// ForbiddenClasses are those that must not, joined by ";".
	ForbiddenClasses *string `json:"forbidden_classes" set:"mast_class" max:"200" vi:"Loại cột bị cấm" en:"Forbidden mast classes" alias:"loai cam,loai cot cam,khong duoc phep"`
	// HeightLimitM bounds the top of what stands there, in metres from HeightDatum.
	HeightLimitM *float64 `json:"height_limit_m" min:"0" max:"4000" vi:"Giới hạn chiều cao (m)" en:"Height limit (m)" alias:"chieu cao toi da,gioi han chieu cao,tinh khong"`
	// HeightDatum is ground for a height above the ground, sea for one above mean
	// sea level, as limits around airports are given.
	HeightDatum    HeightDatum `json:"height_datum" list:"height_datum" default:"ground" vi:"Mốc chiều cao" en:"Height above"`
	DecisionNumber *string     `json:"decision_number" max:"120" vi:"Số quyết định" en:"Decision number" alias:"so quyet dinh,quyet dinh,van ban"`
	Issuer         *string     `json:"issuer" max:"200" vi:"Cơ quan ban hành" en:"Issuer" alias:"co quan ban hanh"`
	DecidedOn      *Date       `json:"decided_on" vi:"Ngày quyết định" en:"Decided on" alias:"ngay ban hanh,ngay quyet dinh"`
	ValidFrom      *Date       `json:"valid_from" vi:"Hiệu lực từ" en:"Valid from" alias:"hieu luc tu"`
	// ValidTo is the first day on which it no longer holds.
	ValidTo *Date `json:"valid_to" vi:"Hiệu lực đến" en:"Valid to" alias:"hieu luc den"`
	// Deadline is the day by which what it orders is done: cables are underground,
	// masts that must not stand there are gone.
	Deadline *Date   `json:"deadline" vi:"Thời hạn thực hiện" en:"Deadline" alias:"thoi han,han hoan thanh"`
	Note     *string `json:"note" max:"2000" vi:"Ghi chú" en:"Note" alias:"ghi chu"`
}

// HeightDatum is what a height limit is measured from (mốc đo chiều cao).
type HeightDatum string

const (
	AboveGround HeightDatum = "ground" // so với mặt đất
	AboveSea    HeightDatum = "sea"    // so với mực nước biển trung bình
)

// check gives the faults of what zones and streets share.
func (p *Planning) check() []Fault {
	faults := checkPeriod("valid_from", p.ValidFrom, "valid_to", p.ValidTo)
	for _, class := range SplitCodes(p.AllowedClasses) {
		for _, forbidden := range SplitCodes(p.ForbiddenClasses) {
			if class == forbidden {
				faults = append(faults, NewFault("zone.classes", "forbidden_classes", class,
					Tf("Loại %s vừa được phép vừa bị cấm.", "Class %s is both allowed and forbidden.", class),
					T("Bỏ loại này ở một trong hai trường.", "Take it out of one of the two fields.")))
			}
		}
	}
	return faults
}

// SplitCodes gives the codes that a text joins by ";", none for nil.
func SplitCodes(joined *string) []string {
	if joined == nil {
		return nil
	}
	return strings.FieldsFunc(*joined, func(r rune) bool { return r == ';' || r == ' ' })
}

// Zone (khu vực quy hoạch) is an area in which something holds for passive works:
// where masts of which classes may stand, how high one may build near an airport
// or a monument. Plans are published: everybody reads them.
type Zone struct {
	Planning
	ZoneKind string   `json:"zone_kind" list:"zone_kind" req:"y" vi:"Loại khu vực" en:"Zone kind" alias:"loai khu vuc,loai"`
	Geometry Geometry `json:"geometry" vi:"Ranh giới" en:"Boundary"`
}

// Validate gives every fault of the zone that shows without the register.
func (z *Zone) Validate() []Fault {
	return append(z.check(), checkGeometryOf(&z.Geometry, MultiPolygon)...)
}
