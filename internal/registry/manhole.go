package registry

// Manhole (bể cáp, hố ga, ganivo) joins duct sections.
type Manhole struct {
	Asset
	ManholeType *string  `json:"manhole_type" list:"manhole_type" vi:"Loại bể" en:"Manhole type" alias:"loai be"`
	SizeText    *string  `json:"size_text" max:"60" vi:"Kích thước" en:"Size" alias:"kich thuoc"`
	LidClass    *string  `json:"lid_class" max:"20" vi:"Tải trọng nắp" en:"Lid load class"`
	DepthM      *float64 `json:"depth_m" min:"0" max:"50" vi:"Độ sâu (m)" en:"Depth (m)" alias:"do sau"`
	Condition   *string  `json:"condition" list:"pole_condition" vi:"Tình trạng" en:"Condition" alias:"hien trang"`
}

// Validate gives every fault of the manhole that shows without the register.
func (m *Manhole) Validate() []Fault {
	return append(m.check(), checkGeometryOf(&m.Geometry, Point)...)
}
