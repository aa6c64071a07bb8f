package registry

// Duct (đoạn cống cáp) is a section of underground ducts between two manholes.
type Duct struct {
	Asset
	FromManhole *int64   `json:"from_manhole" ref:"manhole" vi:"Bể đầu" en:"From manhole" alias:"be dau,tu be"`
	ToManhole   *int64   `json:"to_manhole" ref:"manhole" vi:"Bể cuối" en:"To manhole" alias:"be cuoi,den be"`
	Ducts       *int64   `json:"ducts" min:"1" max:"200" vi:"Số ống" en:"Ducts" alias:"so ong"`
	DiameterMM  *float64 `json:"diameter_mm" min:"1" max:"2000" vi:"Đường kính (mm)" en:"Diameter (mm)" alias:"duong kinh"`
	Material    *string  `json:"material" list:"duct_material" vi:"Vật liệu" en:"Material" alias:"vat lieu"`
	DepthM      *float64 `json:"depth_m" min:"0" max:"50" vi:"Độ sâu (m)" en:"Depth (m)" alias:"do sau"`
	FreeDucts   *int64   `json:"free_ducts" min:"0" max:"200" vi:"Số ống còn trống" en:"Free ducts" alias:"ong con trong"`
	LengthM     *float64 `json:"length_m" ro:"y" vi:"Chiều dài (m)" en:"Length (m)"`
}

// Validate gives every fault of the duct section that shows without the register.
func (d *Duct) Validate() []Fault {
	faults := append(d.check(), checkGeometryOf(&d.Geometry, LineString)...)
	if d.Ducts != nil && d.FreeDucts != nil && *d.FreeDucts > *d.Ducts {
		faults = append(faults, NewFault("duct.free", "free_ducts", "",
			Tf("Số ống trống %d lớn hơn số ống %d.", "%d free ducts of %d.", *d.FreeDucts, *d.Ducts),
			T("Sửa một trong hai số.", "Correct one of the two.")))
	}
	return faults
}
