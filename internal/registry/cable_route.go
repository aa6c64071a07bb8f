package registry

// CableRoute (tuyến cáp) is a run of cable: hung (treo), buried (chôn), in
// ducts (cống) or in a trench (hào).
type CableRoute struct {
	Asset
	Laying    *string `json:"laying" list:"laying" vi:"Cách lắp đặt" en:"Laying" alias:"cach lap dat,loai tuyen,loai"`
	Level     *string `json:"level" list:"cable_level" vi:"Cấp cáp" en:"Level" alias:"cap cap,cap"`
	CableType *string `json:"cable_type" max:"80" vi:"Loại cáp" en:"Cable type" alias:"loai cap"`
	Cables    *int64  `json:"cables" min:"0" max:"1000" vi:"Số sợi cáp" en:"Cables" alias:"so cap"`
	FromText  *string `json:"from_text" max:"200" vi:"Điểm đầu" en:"From" alias:"diem dau,tu"`
	ToText    *string `json:"to_text" max:"200" vi:"Điểm cuối" en:"To" alias:"diem cuoi,den"`
	YearLaid  *int64  `json:"year_laid" min:"1950" max:"2100" vi:"Năm lắp đặt" en:"Year laid" alias:"nam lap dat"`
	// Tagged says the cable carries the marks of TTLT 21/2013.
	Tagged  *bool    `json:"tagged" vi:"Có thẻ nhận biết" en:"Marked" alias:"the nhan biet"`
	LengthM *float64 `json:"length_m" ro:"y" vi:"Chiều dài (m)" en:"Length (m)"`
}

// Validate gives every fault of the cable route that shows without the register.
func (c *CableRoute) Validate() []Fault {
	return append(c.check(), checkGeometryOf(&c.Geometry, LineString)...)
}
