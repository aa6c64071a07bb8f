package registry

// Site (vị trí trạm BTS) is a place where antennas stand: a plot or a rooftop.
// Sharing is a property of the site; a Station is one operator's technology on
// it (domain.md §0.2).
type Site struct {
	Asset
	SiteKind *string `json:"site_kind" list:"site_kind" vi:"Loại vị trí" en:"Site kind" alias:"loai vi tri,loai tram"`
	HostType *string `json:"host_type" list:"host_type" vi:"Loại mặt bằng" en:"Host type" alias:"loai mat bang,loai dat"`
	// HostName is personal data: never shown below the department.
	HostName        *string  `json:"host_name" max:"200" vi:"Chủ mặt bằng" en:"Host" alias:"chu nha,chu dat,chu mat bang"`
	LeaseContract   *string  `json:"lease_contract" max:"80" vi:"Hợp đồng thuê mặt bằng" en:"Lease contract" alias:"hop dong thue"`
	LandAreaM2      *float64 `json:"land_area_m2" min:"0" max:"1000000" vi:"Diện tích đất (m²)" en:"Land area (m²)" alias:"dien tich,dien tich dat"`
	LandUse         *string  `json:"land_use" max:"120" vi:"Hình thức sử dụng đất" en:"Land use"`
	Shelter         *bool    `json:"shelter" vi:"Có nhà trạm" en:"Shelter" alias:"nha tram"`
	ShelterAreaM2   *float64 `json:"shelter_area_m2" min:"0" max:"10000" vi:"Diện tích nhà trạm (m²)" en:"Shelter area (m²)"`
	Power           *string  `json:"power" list:"power" vi:"Nguồn điện" en:"Power" alias:"nguon dien"`
	BatteryHours    *float64 `json:"battery_hours" min:"0" max:"240" vi:"Ắc quy (giờ)" en:"Battery (h)"`
	Transmission    *string  `json:"transmission" list:"transmission" vi:"Truyền dẫn" en:"Transmission" alias:"truyen dan"`
	ElevationM      *float64 `json:"elevation_m" min:"-20" max:"3200" vi:"Cao độ địa hình (m)" en:"Terrain elevation (m)" alias:"cao do"`
	BuildingHeightM *float64 `json:"building_height_m" min:"0" max:"500" vi:"Chiều cao công trình đặt trạm (m)" en:"Host building height (m)" alias:"chieu cao nha,chieu cao cong trinh"`
	FreeSlots       *int64   `json:"free_slots" min:"0" max:"100" vi:"Số vị trí còn trống" en:"Free slots" alias:"vi tri con trong"`
	MaxLoadKg       *float64 `json:"max_load_kg" min:"0" max:"100000" vi:"Tải trọng còn lại (kg)" en:"Spare load (kg)"`
	RefusalReason   *string  `json:"refusal_reason" max:"500" vi:"Lý do không chia sẻ" en:"Why not shared"`
	// AreaClass chooses the service radius; nil takes the class of the commune's kind.
	AreaClass    *string `json:"area_class" list:"area_class" vi:"Loại khu vực" en:"Area class"`
	SharingSince *Date   `json:"sharing_since" vi:"Dùng chung từ" en:"Shared since"`
	// Verdict says whether the site is lawful today, by its permits, its
	// certificates and the zones it lies in (package compliance); the next two say
	// so of each. Nil where the part is not asked.
	Verdict            *string `json:"verdict" ro:"y" list:"verdict" vi:"Tuân thủ" en:"Compliance"`
	PermitVerdict      *string `json:"permit_verdict" ro:"y" list:"verdict" vi:"Tuân thủ về giấy phép" en:"Compliance of the permit"`
	CertificateVerdict *string `json:"certificate_verdict" ro:"y" list:"verdict" vi:"Tuân thủ về kiểm định" en:"Compliance of inspection"`
	// CertificateUntil is the first day without a certificate.
	CertificateUntil *Date `json:"certificate_until" ro:"y" vi:"Kiểm định đến" en:"Certified until"`
}

// Validate gives every fault of the site that shows without the register.
func (s *Site) Validate() []Fault { return append(s.check(), checkGeometryOf(&s.Geometry, Point)...) }
