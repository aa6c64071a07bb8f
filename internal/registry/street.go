package registry

// Street (tuyến đường trong danh mục) is a street, or a part of one, on a
// published list: to be undergrounded (hạ ngầm) by a day, in need of shared works
// (Sở Xây dựng's list), not to hang cables on. A street of several branches is
// several entries.
type Street struct {
	Planning
	StreetKind string  `json:"street_kind" list:"street_kind" req:"y" vi:"Loại danh mục" en:"List" alias:"loai danh muc,danh muc,loai"`
	FromText   *string `json:"from_text" max:"200" vi:"Từ" en:"From" alias:"tu,diem dau"`
	ToText     *string `json:"to_text" max:"200" vi:"Đến" en:"To" alias:"den,diem cuoi"`
	// ReachM is how far from the line a work still stands on the street, in metres;
	// null for the province's setting street_reach_m.
	ReachM   *float64 `json:"reach_m" min:"0" max:"500" vi:"Phạm vi hai bên (m)" en:"Reach to either side (m)" alias:"pham vi,lo gioi"`
	LengthM  *float64 `json:"length_m" ro:"y" vi:"Chiều dài (m)" en:"Length (m)"`
	Geometry Geometry `json:"geometry" vi:"Tim đường" en:"Centre line"`
}

// Validate gives every fault of the street that shows without the register.
func (s *Street) Validate() []Fault {
	return append(s.check(), checkGeometryOf(&s.Geometry, LineString)...)
}
