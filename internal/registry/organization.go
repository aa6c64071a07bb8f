package registry

// Organization (tổ chức, doanh nghiệp) owns, rents, decides or builds.
type Organization struct {
	ID      int64  `json:"id" ro:"y" vi:"Số hiệu" en:"Id"`
	Version int64  `json:"version" ro:"y" vi:"Phiên bản" en:"Version"`
	Code    string `json:"code" req:"y" max:"60" vi:"Mã" en:"Code" alias:"ma"`
	Name    string `json:"name" req:"y" max:"200" vi:"Tên" en:"Name" alias:"ten"`
	// Kind is operator, tower_company, power_company, authority or other. Only
	// an operator that is no MVNO is a telecom tenant.
	Kind string `json:"kind" list:"organization_kind" default:"operator" vi:"Loại" en:"Kind" alias:"loai"`
	// LegalGroup joins the companies of one enterprise (VNPT, VinaPhone, VNPT
	// Net): they count once.
	LegalGroup *string `json:"legal_group" max:"60" vi:"Nhóm pháp nhân" en:"Legal group" alias:"tap doan"`
	// MVNO marks a mobile operator without equipment of its own.
	MVNO    bool    `json:"mvno" vi:"Mạng ảo (MVNO)" en:"MVNO"`
	Contact *string `json:"contact" max:"300" vi:"Liên hệ" en:"Contact" alias:"lien he"`
	Note    *string `json:"note" max:"2000" vi:"Ghi chú" en:"Note"`
}

// Validate gives every fault of the organization that shows without the register.
func (o *Organization) Validate() []Fault { return nil }
