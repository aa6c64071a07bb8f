package registry

// ServicePoint (điểm cung cấp dịch vụ viễn thông công cộng) is where the public
// is served: Đ1 attended, Đ2 unattended (TT 14/2013, form 2), or public Wi-Fi.
type ServicePoint struct {
	Asset
	Class          *string  `json:"class" list:"service_point_class" vi:"Loại điểm" en:"Class" alias:"loai diem,loai"`
	LandAreaM2     *float64 `json:"land_area_m2" min:"0" max:"1000000" vi:"Diện tích đất (m²)" en:"Land area (m²)" alias:"dien tich dat"`
	LandUse        *string  `json:"land_use" max:"120" vi:"Hình thức sử dụng đất" en:"Land use"`
	BuildingAreaM2 *float64 `json:"building_area_m2" min:"0" max:"1000000" vi:"Diện tích xây dựng (m²)" en:"Building area (m²)" alias:"dien tich xay dung"`
	FloorAreaM2    *float64 `json:"floor_area_m2" min:"0" max:"1000000" vi:"Diện tích sử dụng (m²)" en:"Usable floor area (m²)" alias:"dien tich su dung"`
	HeightM        *float64 `json:"height_m" min:"0" max:"300" vi:"Chiều cao (m)" en:"Height (m)" alias:"chieu cao"`
	Wifi           bool     `json:"wifi" vi:"Wi-Fi công cộng" en:"Public Wi-Fi" alias:"wifi"`
}

// Validate gives every fault of the service point that shows without the register.
func (s *ServicePoint) Validate() []Fault {
	return append(s.check(), checkGeometryOf(&s.Geometry, Point)...)
}
