package registry

import "time"

// FieldReport (báo cáo công trình chưa đăng ký) says that something stands at a
// place which the register does not know; it is matched with a site in time.
type FieldReport struct {
	ID      int64  `json:"id" ro:"y" vi:"Số hiệu" en:"Id"`
	Version int64  `json:"version" ro:"y" vi:"Phiên bản" en:"Version"`
	Code    string `json:"code" req:"y" max:"80" vi:"Mã báo cáo" en:"Code"`
	// AssetKind is what it seems to be.
	AssetKind   Kind      `json:"asset_kind" list:"asset_kind" default:"site" vi:"Loại công trình" en:"Asset kind"`
	SeenAt      time.Time `json:"seen_at" req:"y" vi:"Lúc nhìn thấy" en:"Seen at"`
	Description string    `json:"description" req:"y" max:"2000" vi:"Mô tả" en:"Description" alias:"mo ta"`
	Address     *string   `json:"address" max:"300" vi:"Địa chỉ" en:"Address"`
	AccuracyM   *float64  `json:"accuracy_m" min:"0" max:"100000" vi:"Sai số vị trí (m)" en:"Position accuracy (m)"`
	State       string    `json:"state" list:"field_report_state" default:"new" vi:"Tình trạng" en:"State"`
	// Site is the one it turned out to be.
	Site        *int64    `json:"site" ref:"site" vi:"Vị trí khớp" en:"Matched site"`
	Note        *string   `json:"note" max:"2000" vi:"Ghi chú" en:"Note"`
	CommuneCode *string   `json:"commune_code" ro:"y" vi:"Mã xã" en:"Commune code"`
	Commune     *string   `json:"commune" ro:"y" vi:"Xã/phường" en:"Commune"`
	MadeBy      string    `json:"made_by" ro:"y" vi:"Người ghi" en:"Made by"`
	CreatedAt   time.Time `json:"created_at" ro:"y" vi:"Nhận lúc" en:"Received at"`
	UpdatedAt   time.Time `json:"updated_at" ro:"y" vi:"Cập nhật lúc" en:"Updated at"`
	Geometry    Geometry  `json:"geometry" vi:"Vị trí" en:"Position"`
}

// ReportMatched is the state of a report whose site is known.
const ReportMatched = "matched"

// Validate gives every fault of the report that shows without the register.
func (r *FieldReport) Validate() []Fault {
	faults := checkGeometryOf(&r.Geometry, Point)
	if r.State == ReportMatched && r.Site == nil {
		faults = append(faults, NewFault("report.site", "site", "", T("Tình trạng matched cần vị trí khớp.", "State matched needs the site."), T("Ghi site.", "Give site.")))
	}
	return faults
}
