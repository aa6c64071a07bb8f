package registry

// Level is the height of a Unit in the administrative tree.
type Level string

const (
	ProvinceLevel Level = "province" // tỉnh, thành phố trực thuộc trung ương
	DistrictLevel Level = "district" // huyện; ended on 2025-07-01
	CommuneLevel  Level = "commune"  // xã, phường, thị trấn, đặc khu
)

// Unit (đơn vị hành chính) is a province, district or commune as it was in a
// period. Codes were used again with another meaning on 2025-07-01 and on
// 2026-04-30, so a code is no identity: (level, code, ValidFrom) is.
type Unit struct {
	ID         int64    `json:"id" ro:"y" vi:"Số hiệu" en:"Id"`
	Version    int64    `json:"version" ro:"y" vi:"Phiên bản" en:"Version"`
	Level      Level    `json:"level" list:"unit_level" req:"y" vi:"Cấp" en:"Level"`
	Code       string   `json:"code" req:"y" max:"10" vi:"Mã" en:"Code" alias:"ma,code"`
	Name       string   `json:"name" req:"y" max:"120" vi:"Tên" en:"Name" alias:"ten,fullname,full name"`
	UnitKind   *string  `json:"unit_kind" list:"unit_kind" vi:"Loại" en:"Kind" alias:"loai"`
	Parent     *int64   `json:"parent" ref:"unit" vi:"Trực thuộc" en:"Parent"`
	Province   *string  `json:"province" max:"10" vi:"Mã tỉnh" en:"Province code" alias:"ma tinh"`
	AreaKM2    *float64 `json:"area_km2" min:"0" max:"400000" vi:"Diện tích công bố (km²)" en:"Declared area (km²)" alias:"areakm2,dien tich"`
	Population *int64   `json:"population" min:"0" max:"200000000" vi:"Dân số" en:"Population" alias:"dan so"`
	ValidFrom  *Date    `json:"valid_from" vi:"Hiệu lực từ" en:"Valid from"`
	ValidTo    *Date    `json:"valid_to" vi:"Hiệu lực đến" en:"Valid to"`
	Geometry   Geometry `json:"geometry" vi:"Ranh giới" en:"Boundary"`
}

// Validate gives every fault of the unit that shows without the register. A
// boundary may be missing: closed units are often known by name only.
func (u *Unit) Validate() []Fault {
	faults := checkPeriod("valid_from", u.ValidFrom, "valid_to", u.ValidTo)
	if u.Geometry.Geometry != nil {
		faults = append(faults, checkGeometryOf(&u.Geometry, MultiPolygon)...)
	}
	return faults
}
