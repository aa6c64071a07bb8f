package registry

// Mast (cột ăng ten) stands on a Site. Its class (A1a, A1b, A2a, A2b; TT
// 14/2013, TTLT 15/2016 Điều 3) is a code list because provinces name more.
type Mast struct {
	ID        int64   `json:"id" ro:"y" vi:"Số hiệu" en:"Id"`
	Version   int64   `json:"version" ro:"y" vi:"Phiên bản" en:"Version"`
	Site      int64   `json:"site" ref:"site" req:"y" vi:"Vị trí" en:"Site" alias:"ma vi tri,ma tram,site code,site id"`
	Code      string  `json:"code" req:"y" max:"80" vi:"Mã cột" en:"Code" alias:"ma cot,ma"`
	Class     *string `json:"class" list:"mast_class" vi:"Loại cột ăng ten" en:"Mast class" alias:"loai cot,loai"`
	Structure *string `json:"structure" list:"mast_structure" vi:"Kết cấu" en:"Structure" alias:"ket cau,kieu cot"`
	// HeightM is of the mast itself with antennas, without the lightning rod.
	HeightM *float64 `json:"height_m" min:"0" max:"400" vi:"Chiều cao cột (m)" en:"Mast height (m)" alias:"chieu cao,do cao,chieu cao cot"`
	// WidthM is from the centre to the outermost part: the A1a test.
	WidthM        *float64 `json:"width_m" min:"0" max:"50" vi:"Bề ngang từ tâm (m)" en:"Half width (m)"`
	Foundation    *string  `json:"foundation" max:"200" vi:"Móng" en:"Foundation"`
	WindZone      *string  `json:"wind_zone" max:"20" vi:"Vùng gió" en:"Wind zone" alias:"vung gio"`
	DesignLoadKg  *float64 `json:"design_load_kg" min:"0" max:"100000" vi:"Tải trọng thiết kế (kg)" en:"Design load (kg)"`
	Lighted       *bool    `json:"lighted" vi:"Có đèn báo không" en:"Aviation lighting"`
	YearBuilt     *int64   `json:"year_built" min:"1950" max:"2100" vi:"Năm xây dựng" en:"Year built" alias:"nam xay dung"`
	InspectedOn   *Date    `json:"inspected_on" vi:"Kiểm tra kết cấu gần nhất" en:"Last structural inspection"`
	Platforms     *int64   `json:"platforms" min:"0" max:"50" vi:"Số sàn, giá" en:"Platforms"`
	OperatingFrom *Date    `json:"operating_from" vi:"Sử dụng từ" en:"In use from"`
	OperatingTo   *Date    `json:"operating_to" vi:"Sử dụng đến" en:"In use to"`
	Note          *string  `json:"note" max:"2000" vi:"Ghi chú" en:"Note" alias:"ghi chu"`
	// SiteCode and Geometry are the site's.
	SiteCode *string  `json:"site_code" ro:"y" vi:"Mã vị trí" en:"Site code"`
	Geometry Geometry `json:"geometry" ro:"y" vi:"Vị trí" en:"Position"`
}

// Validate gives every fault of the mast that shows without the register.
func (m *Mast) Validate() []Fault {
	return checkPeriod("operating_from", m.OperatingFrom, "operating_to", m.OperatingTo)
}
