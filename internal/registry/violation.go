package registry

import "time"

// Violation (vi phạm) is what a work was found to break, and what became of it:
// recorded, notified, remedied, closed (domain.md §5.5).
type Violation struct {
	ID        int64  `json:"id" ro:"y" vi:"Số hiệu" en:"Id"`
	Version   int64  `json:"version" ro:"y" vi:"Phiên bản" en:"Version"`
	Code      string `json:"code" req:"y" max:"80" vi:"Số biên bản" en:"Code" alias:"so bien ban,ma"`
	AssetKind Kind   `json:"asset_kind" list:"asset_kind" req:"y" vi:"Loại công trình" en:"Asset kind"`
	Asset     int64  `json:"asset" req:"y" vi:"Công trình" en:"Asset"`
	Mast      *int64 `json:"mast" ref:"mast" vi:"Cột ăng ten" en:"Mast"`
	// Inspection is the visit on which it was found; it is of the same work.
	Inspection *int64 `json:"inspection" ref:"inspection" vi:"Lần kiểm tra" en:"Inspection"`
	// Rule is the rule of package compliance that found it, such as "permit.height".
	Rule        *string `json:"rule" max:"80" vi:"Quy tắc" en:"Rule"`
	Clause      string  `json:"clause" req:"y" max:"500" vi:"Điều khoản" en:"Clause" alias:"dieu khoan"`
	Description string  `json:"description" req:"y" max:"2000" vi:"Mô tả" en:"Description" alias:"mo ta"`
	State       string  `json:"state" list:"violation_state" default:"recorded" vi:"Tình trạng xử lý" en:"State"`
	FoundOn     Date    `json:"found_on" req:"y" vi:"Ngày phát hiện" en:"Found on"`
	// Deadline is the last day to remedy it.
	Deadline       *Date     `json:"deadline" vi:"Hạn khắc phục" en:"Deadline"`
	NotifiedOn     *Date     `json:"notified_on" vi:"Ngày thông báo" en:"Notified on"`
	RemediedOn     *Date     `json:"remedied_on" vi:"Ngày khắc phục" en:"Remedied on"`
	ClosedOn       *Date     `json:"closed_on" vi:"Ngày kết thúc" en:"Closed on"`
	DecisionNumber *string   `json:"decision_number" max:"80" vi:"Số quyết định xử phạt" en:"Decision number"`
	Note           *string   `json:"note" max:"2000" vi:"Ghi chú" en:"Note"`
	MadeBy         string    `json:"made_by" ro:"y" vi:"Người ghi" en:"Made by"`
	CreatedAt      time.Time `json:"created_at" ro:"y" vi:"Tạo lúc" en:"Created at"`
	UpdatedAt      time.Time `json:"updated_at" ro:"y" vi:"Cập nhật lúc" en:"Updated at"`
}

// States of a Violation.
const (
	ViolationRecorded  = "recorded"
	ViolationNotified  = "notified"
	ViolationRemedied  = "remedied"
	ViolationClosed    = "closed"
	ViolationDismissed = "dismissed" // không phải vi phạm
)

// Validate gives every fault of the violation that shows without the register:
// nothing comes before it was found, and a state has its day.
func (v *Violation) Validate() (faults []Fault) {
	for _, d := range []struct {
		name  string
		date  *Date
		state string
	}{{"deadline", v.Deadline, ""}, {"notified_on", v.NotifiedOn, ViolationNotified}, {"remedied_on", v.RemediedOn, ViolationRemedied}, {"closed_on", v.ClosedOn, ViolationClosed}} {
		switch {
		case d.date != nil && d.date.Before(v.FoundOn):
			faults = append(faults, NewFault("dates.order", d.name, d.date.String(), Tf("Trước ngày phát hiện (%s).", "Before it was found (%s).", v.FoundOn), T("Sửa một trong hai ngày.", "Correct one of the two dates.")))
		case d.date == nil && d.state == v.State:
			faults = append(faults, NewFault("violation.state", d.name, "", Tf("Tình trạng %s cần %s.", "State %s needs %s.", v.State, d.name), Tf("Ghi %s.", "Give %s.", d.name)))
		}
	}
	return faults
}
