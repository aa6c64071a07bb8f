package registry

// Confirmation is what one side of a tenancy says of it.
type Confirmation string

const (
	Unconfirmed Confirmation = "unconfirmed"
	Confirmed   Confirmation = "confirmed"
	Disputed    Confirmation = "disputed"
)

// Tenancy (bên thuê, dùng chung) places one organization's equipment or cable
// on an asset for a period. Periods make any past ratio computable again.
type Tenancy struct {
	ID      int64 `json:"id" ro:"y" vi:"Số hiệu" en:"Id"`
	Version int64 `json:"version" ro:"y" vi:"Phiên bản" en:"Version"`
	// AssetKind and Asset name the host.
	AssetKind Kind   `json:"asset_kind" list:"asset_kind" req:"y" vi:"Loại công trình" en:"Asset kind"`
	Asset     int64  `json:"asset" req:"y" vi:"Công trình" en:"Asset"`
	Tenant    string `json:"tenant" ref:"organization" req:"y" vi:"Bên thuê" en:"Tenant" alias:"ben thue,doanh nghiep thue"`
	// Placement is what stands or hangs there: equipment, cable, duct, other.
	Placement  string       `json:"placement" list:"placement" default:"equipment" vi:"Nội dung" en:"Placed"`
	Slots      *int64       `json:"slots" min:"0" max:"1000" vi:"Số vị trí, sợi, ống" en:"Slots"`
	Boxes      *int64       `json:"boxes" min:"0" max:"100" vi:"Số tủ, hộp" en:"Boxes"`
	Contract   *string      `json:"contract" max:"80" vi:"Số hợp đồng" en:"Contract" alias:"so hop dong"`
	From       *Date        `json:"from" col:"valid_from" vi:"Từ ngày" en:"From" alias:"tu ngay"`
	To         *Date        `json:"to" col:"valid_to" vi:"Đến ngày" en:"To" alias:"den ngay"`
	OwnerSays  Confirmation `json:"owner_says" list:"confirmation" default:"unconfirmed" vi:"Chủ sở hữu xác nhận" en:"Owner says"`
	TenantSays Confirmation `json:"tenant_says" list:"confirmation" default:"unconfirmed" vi:"Bên thuê xác nhận" en:"Tenant says"`
	Evidence   *string      `json:"evidence" max:"300" vi:"Chứng cứ" en:"Evidence"`
	Note       *string      `json:"note" max:"2000" vi:"Ghi chú" en:"Note"`
}

// Validate gives every fault of the tenancy that shows without the register.
func (t *Tenancy) Validate() []Fault { return checkPeriod("from", t.From, "to", t.To) }
