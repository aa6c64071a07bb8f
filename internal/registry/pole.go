package registry

// Pole (cột treo cáp) carries hanging cables. C1 is telecom only, C2 shared
// with other sectors.
type Pole struct {
	Asset
	Class      *string  `json:"class" list:"pole_class" vi:"Loại cột" en:"Pole class" alias:"loai cot,loai"`
	Material   *string  `json:"material" list:"pole_material" vi:"Vật liệu" en:"Material" alias:"vat lieu"`
	HeightM    *float64 `json:"height_m" min:"0" max:"60" vi:"Chiều cao (m)" en:"Height (m)" alias:"chieu cao,do cao"`
	LineNo     *string  `json:"line_no" max:"40" vi:"Số cột trên tuyến" en:"Number on the line" alias:"so cot"`
	RouteCode  *string  `json:"route_code" max:"80" vi:"Mã tuyến" en:"Route code" alias:"ma tuyen,tuyen"`
	Boxes      *int64   `json:"boxes" min:"0" max:"100" vi:"Số tủ, hộp" en:"Boxes" alias:"so hop,so tu"`
	ClearanceM *float64 `json:"clearance_m" min:"0" max:"60" vi:"Tĩnh không (m)" en:"Clearance (m)" alias:"tinh khong"`
	Condition  *string  `json:"condition" list:"pole_condition" vi:"Tình trạng" en:"Condition" alias:"tinh trang cot,hien trang"`
	ToRemove   bool     `json:"to_remove" vi:"Sẽ tháo dỡ sau hạ ngầm" en:"To be removed"`
}

// Validate gives every fault of the pole that shows without the register.
func (p *Pole) Validate() []Fault { return append(p.check(), checkGeometryOf(&p.Geometry, Point)...) }
