package registry

// Certificate (giấy chứng nhận kiểm định, QCVN 8:2022/BTTTT) says a site's
// radiation was inspected. TT 08/2020 gives it five years.
type Certificate struct {
	ID      int64 `json:"id" ro:"y" vi:"Số hiệu" en:"Id"`
	Version int64 `json:"version" ro:"y" vi:"Phiên bản" en:"Version"`
	Site    int64 `json:"site" ref:"site" req:"y" vi:"Vị trí" en:"Site" alias:"ma vi tri,ma tram"`
	// Applies is yes, no or unknown: whether inspection is mandatory here.
	Applies   string  `json:"applies" list:"applies" default:"unknown" vi:"Thuộc diện kiểm định" en:"Applies"`
	Number    *string `json:"number" max:"80" vi:"Số giấy" en:"Number" alias:"so giay"`
	Body      *string `json:"body" max:"200" vi:"Tổ chức kiểm định" en:"Inspection body"`
	IssuedOn  *Date   `json:"issued_on" vi:"Ngày cấp" en:"Issued on" alias:"ngay cap"`
	ExpiresOn *Date   `json:"expires_on" vi:"Ngày hết hạn" en:"Expires on" alias:"ngay het han"`
	Note      *string `json:"note" max:"2000" vi:"Ghi chú" en:"Note"`
}

// Validate gives every fault of the certificate that shows without the register.
func (c *Certificate) Validate() []Fault {
	return checkPeriod("issued_on", c.IssuedOn, "expires_on", c.ExpiresOn)
}
