package registry

// Trench (hào, tuy nen kỹ thuật) is an underground way that several sectors use.
type Trench struct {
	Asset
	TrenchType   *string  `json:"trench_type" list:"trench_type" vi:"Loại" en:"Type" alias:"loai"`
	WidthM       *float64 `json:"width_m" min:"0" max:"50" vi:"Rộng (m)" en:"Width (m)" alias:"chieu rong,rong"`
	HeightM      *float64 `json:"height_m" min:"0" max:"50" vi:"Cao (m)" en:"Height (m)" alias:"chieu cao,cao"`
	DepthM       *float64 `json:"depth_m" min:"0" max:"100" vi:"Độ sâu (m)" en:"Depth (m)" alias:"do sau"`
	Manager      *string  `json:"manager" ref:"organization" vi:"Đơn vị quản lý vận hành" en:"Manager" alias:"quan ly van hanh"`
	Sectors      *string  `json:"sectors" max:"200" vi:"Ngành sử dụng" en:"Sectors inside" alias:"nganh su dung"`
	Decision     *string  `json:"decision" max:"120" vi:"Quyết định giá thuê" en:"Rental decision"`
	CapacityText *string  `json:"capacity_text" max:"200" vi:"Sức chứa" en:"Capacity" alias:"suc chua"`
	FireSafety   *bool    `json:"fire_safety" vi:"Đạt PCCC" en:"Fire and gas safety" alias:"pccc"`
	LengthM      *float64 `json:"length_m" ro:"y" vi:"Chiều dài (m)" en:"Length (m)"`
}

// Validate gives every fault of the trench that shows without the register.
func (t *Trench) Validate() []Fault {
	return append(t.check(), checkGeometryOf(&t.Geometry, LineString)...)
}
