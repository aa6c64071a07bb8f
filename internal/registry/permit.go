package registry

// Permit (giấy phép, căn cứ miễn phép) is the ground on which an asset was
// built: a construction permit or one of the exemptions (domain.md §5.3).
type Permit struct {
	ID         int64    `json:"id" ro:"y" vi:"Số hiệu" en:"Id"`
	Version    int64    `json:"version" ro:"y" vi:"Phiên bản" en:"Version"`
	AssetKind  Kind     `json:"asset_kind" list:"asset_kind" req:"y" vi:"Loại công trình" en:"Asset kind"`
	Asset      int64    `json:"asset" req:"y" vi:"Công trình" en:"Asset"`
	Basis      string   `json:"basis" list:"permit_basis" req:"y" vi:"Căn cứ" en:"Basis" alias:"can cu"`
	Number     *string  `json:"number" max:"80" vi:"Số giấy phép" en:"Number" alias:"so giay phep,so"`
	Authority  *string  `json:"authority" max:"200" vi:"Cơ quan cấp" en:"Authority" alias:"co quan cap"`
	IssuedOn   *Date    `json:"issued_on" vi:"Ngày cấp" en:"Issued on" alias:"ngay cap"`
	ValidUntil *Date    `json:"valid_until" vi:"Hiệu lực đến" en:"Valid until" alias:"hieu luc den"`
	HeightM    *float64 `json:"height_m" min:"0" max:"500" vi:"Chiều cao được phép (m)" en:"Permitted height (m)"`
	Note       *string  `json:"note" max:"2000" vi:"Ghi chú" en:"Note"`
}

// Validate gives every fault of the permit that shows without the register.
func (p *Permit) Validate() []Fault {
	return checkPeriod("issued_on", p.IssuedOn, "valid_until", p.ValidUntil)
}
