package registry

import (
	"strings"
	"time"
	"unicode/utf8"
)

// FeedbackState is where a report of the public stands.
type FeedbackState string

const (
	FeedbackReceived   FeedbackState = "received"    // đã tiếp nhận
	FeedbackAssigned   FeedbackState = "assigned"    // đã giao xử lý
	FeedbackInProgress FeedbackState = "in_progress" // đang xử lý
	FeedbackResolved   FeedbackState = "resolved"    // đã giải quyết
	FeedbackRejected   FeedbackState = "rejected"    // không tiếp nhận
)

// FeedbackStates lists them in the order of a report's life.
var FeedbackStates = []FeedbackState{FeedbackReceived, FeedbackAssigned, FeedbackInProgress, FeedbackResolved, FeedbackRejected}

// Closed says that nothing more is to be done.
func (s FeedbackState) Closed() bool { return s == FeedbackResolved || s == FeedbackRejected }

// Limits of a report, in characters.
const (
	MaxFeedbackText    = 4000
	MaxFeedbackAddress = 300
	MaxFeedbackName    = 120
	MaxFeedbackPhone   = 40
)

// FeedbackContact is who reported (người phản ánh): personal data, for the
// department and for whom the report is given to.
type FeedbackContact struct {
	Name  string `json:"name"`
	Phone string `json:"phone"`
}

// NewFeedback is a report as somebody makes it (phản ánh).
type NewFeedback struct {
	// Kind is a code of feedback_kind.
	Kind        string   `json:"kind"`
	Description string   `json:"description"`
	Geometry    Geometry `json:"geometry"`
	// Address is where it is, in words.
	Address string `json:"address"`
	// Contact is who may be asked, for those who want to be.
	Contact FeedbackContact `json:"contact"`
	// Website stays empty: people do not see the field, programs that fill in every
	// one do.
	Website string `json:"website"`
}

// Check gives every fault of a report, and leaves its texts trimmed and its
// geometry as the register keeps one.
func (f *NewFeedback) Check(codes Codes) (faults []Fault) {
	bad := func(rule, field, value string, message, mend Text) {
		fault := NewFault(rule, field, value, message, mend)
		fault.Pointer = "/" + field
		faults = append(faults, fault)
	}
	if !codes.Has("feedback_kind", f.Kind) {
		bad("code.unknown", "kind", f.Kind, Tf("%q không có trong danh mục %s.", "%q is not in the code list %s.", f.Kind, "feedback_kind"),
			Tf("Dùng một trong: %s.", "Use one of: %s.", codes.Show("feedback_kind")))
	}
	for _, text := range []struct {
		field string
		value *string
		most  int
	}{{"description", &f.Description, MaxFeedbackText}, {"address", &f.Address, MaxFeedbackAddress}, {"contact/name", &f.Contact.Name, MaxFeedbackName},
		{"contact/phone", &f.Contact.Phone, MaxFeedbackPhone}} {
		*text.value = strings.TrimSpace(*text.value)
		switch {
		case !utf8.ValidString(*text.value) || strings.ContainsRune(*text.value, 0):
			bad("text.encoding", text.field, "", T("Có ký tự không hợp lệ.", "It holds an invalid character."), T("Lưu lại dưới dạng UTF-8.", "Save as UTF-8."))
		case utf8.RuneCountInString(*text.value) > text.most:
			bad("limit.text", text.field, "", Tf("Dài quá %d ký tự.", "Longer than %d characters.", text.most), T("Rút gọn.", "Shorten it."))
		}
	}
	if f.Description == "" {
		bad("required", "description", "", T("Thiếu nội dung phản ánh.", "It does not say what is wrong."), T("Ghi điều cần phản ánh.", "Say what is wrong."))
	}
	if f.Website != "" {
		bad("feedback.trap", "website", "", T("Trường này phải để trống.", "This field must stay empty."), T("Xóa nội dung rồi gửi lại.", "Empty it and send again."))
	}
	wrong := checkGeometryOf(&f.Geometry, Point)
	for i := range wrong {
		wrong[i].Pointer = "/geometry"
	}
	return append(faults, wrong...)
}

// Feedback is a report and what became of it, as staff see it (phiếu phản ánh).
type Feedback struct {
	ID      int64 `json:"id"`
	Version int64 `json:"version"`
	// Code is the reporter's key to how it stands; nobody can guess it.
	Code        string        `json:"code"`
	Kind        string        `json:"kind"`
	Description string        `json:"description"`
	Address     *string       `json:"address"`
	State       FeedbackState `json:"state"`
	// Agency is the code of the organization it is given to, ToCommune that it is
	// given to the staff of the commune; null and false for nobody yet.
	Agency     *string `json:"agency"`
	AgencyName *string `json:"agency_name"`
	ToCommune  bool    `json:"to_commune"`
	// DueOn is the last day in time.
	DueOn   Date `json:"due_on"`
	Overdue bool `json:"overdue"`
	// Answer is for everybody who has the code, Note for staff.
	Answer      *string  `json:"answer"`
	Note        *string  `json:"note"`
	CommuneCode *string  `json:"commune_code"`
	Commune     *string  `json:"commune"`
	Geometry    Geometry `json:"geometry"`
	// Contact is null when none was given, or it is not the reader's to know.
	Contact   *FeedbackContact `json:"contact"`
	Photos    []FeedbackPhoto  `json:"photos"`
	CreatedAt time.Time        `json:"created_at"`
	UpdatedAt time.Time        `json:"updated_at"`
	ClosedAt  *time.Time       `json:"closed_at"`
}

// FeedbackReceipt is what a reporter takes away.
type FeedbackReceipt struct {
	// Code opens how the report stands, at /api/v1/feedback/{code}.
	Code  string `json:"code"`
	DueOn Date   `json:"due_on"`
	// Commune is where it lies; null outside the register's communes.
	Commune *string `json:"commune"`
}

// FeedbackStatus is how a report stands, for who has its code: nothing of who made
// it, nor of what staff say to each other.
type FeedbackStatus struct {
	Kind       string        `json:"kind"`
	State      FeedbackState `json:"state"`
	ReceivedAt time.Time     `json:"received_at"`
	DueOn      Date          `json:"due_on"`
	Commune    *string       `json:"commune"`
	// Agency is the name of who deals with it; null while nobody does.
	Agency   *string         `json:"agency"`
	Answer   *string         `json:"answer"`
	Photos   []FeedbackPhoto `json:"photos"`
	ClosedAt *time.Time      `json:"closed_at"`
}

// FeedbackChange is an entry of a report's history.
type FeedbackChange struct {
	At     time.Time `json:"at"`
	Actor  string    `json:"actor"`
	Reason string    `json:"reason"`
	Op     string    `json:"op"`
	// Before and After are the columns that changed; Before is empty where the report
	// was made.
	Before map[string]any `json:"before"`
	After  map[string]any `json:"after"`
}

// CheckFeedback gives every fault of a report as it would be changed from before:
// who works on it is known before the work begins, and an answer ends it.
func CheckFeedback(before, after *Feedback, department bool) (faults []Fault) {
	bad := func(rule, field, value string, message, mend Text) {
		fault := NewFault(rule, field, value, message, mend)
		fault.Pointer = "/" + field
		faults = append(faults, fault)
	}
	text := func(p *string) string {
		if p == nil {
			return ""
		}
		return *p
	}
	known := false
	for _, s := range FeedbackStates {
		known = known || s == after.State
	}
	switch {
	case !known:
		bad("code.unknown", "state", string(after.State), Tf("Không có trạng thái %q.", "There is no state %q.", string(after.State)), T("Xem danh mục feedback_state.", "See the code list feedback_state."))
	case after.State == FeedbackAssigned && after.Agency == nil && !after.ToCommune:
		bad("feedback.assignee", "state", string(after.State), T("Chưa giao cho ai.", "It is given to nobody."), T("Ghi agency, hoặc to_commune.", "Give agency, or to_commune."))
	case after.State.Closed() && strings.TrimSpace(text(after.Answer)) == "":
		bad("feedback.answer", "answer", "", T("Kết thúc phản ánh cần câu trả lời cho người dân.", "A report ends with an answer to who made it."), T("Ghi answer.", "Give answer."))
	}
	if utf8.RuneCountInString(text(after.Answer)) > MaxFeedbackText || utf8.RuneCountInString(text(after.Note)) > MaxFeedbackText {
		bad("limit.text", "answer", "", Tf("Dài quá %d ký tự.", "Longer than %d characters.", MaxFeedbackText), T("Rút gọn.", "Shorten it."))
	}
	if strings.ContainsRune(text(after.Answer)+text(after.Note), 0) || !utf8.ValidString(text(after.Answer)+text(after.Note)) {
		bad("text.encoding", "answer", "", T("Có ký tự không hợp lệ.", "It holds an invalid character."), T("Lưu lại dưới dạng UTF-8.", "Save as UTF-8."))
	}
	if department {
		return faults
	}
	only := T("Việc này do Sở làm.", "The department does this.")
	if text(before.Agency) != text(after.Agency) || before.ToCommune != after.ToCommune {
		bad("feedback.department", "agency", "", only, T("Ghi đề nghị vào note.", "Ask for it in note."))
	}
	if !before.DueOn.Equal(after.DueOn) {
		bad("feedback.department", "due_on", after.DueOn.String(), only, T("Ghi đề nghị vào note.", "Ask for it in note."))
	}
	if before.State.Closed() && before.State != after.State {
		bad("feedback.department", "state", string(after.State), only, T("Ghi đề nghị vào note.", "Ask for it in note."))
	}
	return faults
}
