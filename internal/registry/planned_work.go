package registry

// WorkState is where a planned work stands.
type WorkState string

const (
	WorkPlanned   WorkState = "planned"   // dự kiến
	WorkApproved  WorkState = "approved"  // đã chấp thuận
	WorkWithdrawn WorkState = "withdrawn" // đã rút
	WorkBuilt     WorkState = "built"     // đã thi công
)

// PlannedWork (công trình dự kiến) announces work along a line that is no asset
// yet, or never will be: a line of poles whose places are not set, a road to be
// opened, cables to go underground. It is there for others to join, so operators
// see each other's, and the public none.
//
// What will be a thing at a known place is not announced here: a planned mast,
// duct or trench is an asset of status planned, approved or under construction,
// and stays the same record when it is built.
type PlannedWork struct {
	ID       int64  `json:"id" ro:"y" vi:"Số hiệu" en:"Id"`
	Version  int64  `json:"version" ro:"y" vi:"Phiên bản" en:"Version"`
	Code     string `json:"code" req:"y" max:"80" vi:"Mã" en:"Code" alias:"ma,ma cong trinh"`
	Name     string `json:"name" req:"y" max:"300" vi:"Tên công trình" en:"Name" alias:"ten,ten cong trinh,noi dung"`
	Owner    string `json:"owner" ref:"organization" req:"y" vi:"Chủ đầu tư" en:"Owner" alias:"chu dau tu,chu so huu,don vi"`
	WorkKind string `json:"work_kind" list:"work_kind" req:"y" vi:"Loại công việc" en:"Kind of work" alias:"loai,loai cong viec,loai cong trinh"`
	// State ends what is withdrawn or built: neither is waited for any more.
	State    WorkState `json:"state" list:"work_state" default:"planned" vi:"Trạng thái" en:"State" alias:"trang thai,tinh trang"`
	StartsOn *Date     `json:"starts_on" vi:"Dự kiến khởi công" en:"Starts on" alias:"khoi cong,ngay khoi cong,bat dau"`
	// EndsOn is the first day after the work.
	EndsOn *Date   `json:"ends_on" vi:"Dự kiến hoàn thành" en:"Ends on" alias:"hoan thanh,ngay hoan thanh,ket thuc"`
	Road   *string `json:"road" max:"200" vi:"Tuyến đường" en:"Road" alias:"duong,tuyen duong"`
	// Ducts and Poles are how many are planned, where that is what is built.
	Ducts *int64 `json:"ducts" min:"1" max:"200" vi:"Số ống dự kiến" en:"Planned ducts" alias:"so ong"`
	Poles *int64 `json:"poles" min:"1" max:"10000" vi:"Số cột dự kiến" en:"Planned poles" alias:"so cot"`
	// Contact is whom to call to join the work; null is the owner's own contact.
	Contact *string `json:"contact" max:"300" vi:"Liên hệ" en:"Contact" alias:"lien he,dau moi"`
	// CommuneCode and Commune are where the middle of the line lies today.
	CommuneCode *string  `json:"commune_code" ro:"y" vi:"Mã xã" en:"Commune code"`
	Commune     *string  `json:"commune" ro:"y" vi:"Xã/phường" en:"Commune"`
	Province    *string  `json:"province" ro:"y" vi:"Mã tỉnh" en:"Province code"`
	LengthM     *float64 `json:"length_m" ro:"y" vi:"Chiều dài (m)" en:"Length (m)"`
	Note        *string  `json:"note" max:"2000" vi:"Ghi chú" en:"Note" alias:"ghi chu"`
	Geometry    Geometry `json:"geometry" vi:"Tuyến" en:"Line"`
}

// Validate gives every fault of the work that shows without the register.
func (p *PlannedWork) Validate() []Fault {
	return append(checkPeriod("starts_on", p.StartsOn, "ends_on", p.EndsOn), checkGeometryOf(&p.Geometry, LineString)...)
}
