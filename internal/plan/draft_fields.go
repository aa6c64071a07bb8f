package plan

import (
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
)

// Field is one part of a plan, of a target or of a task as files have them; by
// these lists files are read and written, and plans held against each other.
type Field[T any] struct {
	// Path is where it stands in YAML and in pointers: title/vi.
	Path        string
	Title, Note registry.Text
	Required    bool
	// Of gives the field of one.
	Of func(*T) *string
}

// Name is the field's name in one word: title_vi.
func (f Field[T]) Name() string { return strings.ReplaceAll(f.Path, "/", "_") }

// PlanFields are those of the plan itself.
var PlanFields = []Field[Draft]{
	{"code", registry.T("Mã kế hoạch", "Code"), registry.T("Mã ngắn để gọi kế hoạch, như hd-2023; kế hoạch cùng mã sẽ được thay.", "A short name, such as hd-2023; a plan of the same code is replaced."), true, func(d *Draft) *string { return &d.Code }},
	{"title/vi", registry.T("Tên kế hoạch", "Title in Vietnamese"), registry.T("Tên đầy đủ như trên văn bản.", "In full, as the document has it."), true, func(d *Draft) *string { return &d.Title.VI }},
	{"title/en", registry.T("Tên kế hoạch bằng tiếng Anh", "Title in English"), registry.T("Để trống thì dùng tên tiếng Việt.", "Left empty, the Vietnamese is used."), false, func(d *Draft) *string { return &d.Title.EN }},
	{"number", registry.T("Số, ký hiệu", "Number"), registry.T("Như 4654/KH-UBND; dự thảo thì để trống.", "Such as 4654/KH-UBND; empty for a draft."), false, func(d *Draft) *string { return &d.Number }},
	{"issued_on", registry.T("Ngày ban hành", "Issued on"), registry.T("Ngày/tháng/năm.", "Day/month/year."), false, func(d *Draft) *string { return &d.IssuedOn }},
	{"from", registry.T("Từ năm", "From year"), registry.T("Năm đầu của kế hoạch.", "The first year of its period."), true, func(d *Draft) *string { return &d.From }},
	{"to", registry.T("Đến năm", "To year"), registry.T("Năm cuối của kế hoạch.", "The last year of its period."), true, func(d *Draft) *string { return &d.To }},
	{"province", registry.T("Mã tỉnh hiện nay", "Province today"), registry.T("Mã tỉnh, thành phố từ 01/07/2025 mà tỉnh của kế hoạch đã thành hoặc nhập vào.", "The code, from 2025-07-01, of the province it has become or joined."), false, func(d *Draft) *string { return &d.Province }},
	{"unit", registry.T("Mã đơn vị của kế hoạch", "Unit"), registry.T("Mã đơn vị hành chính mà kế hoạch lập cho, như vào ngày ghi dưới đây.", "The code of the unit it was made for, as it was on the day below."), false, func(d *Draft) *string { return &d.Unit }},
	{"unit_on", registry.T("Ngày của mã đơn vị", "Day of the unit"), registry.T("Mã được dùng lại với nghĩa khác, nên phải có ngày.", "Codes were used again with another meaning, so it needs a day."), false, func(d *Draft) *string { return &d.UnitOn }},
	{"territory/vi", registry.T("Địa bàn", "Territory in Vietnamese"), registry.T("Địa bàn bằng lời.", "The territory in words."), false, func(d *Draft) *string { return &d.Territory.VI }},
	{"territory/en", registry.T("Địa bàn bằng tiếng Anh", "Territory in English"), registry.T("Để trống thì dùng tiếng Việt.", "Left empty, the Vietnamese is used."), false, func(d *Draft) *string { return &d.Territory.EN }},
	{"mark", registry.T("Mức tin cậy", "Mark"), registry.T("Biết từ đâu: SEEN là đã xem văn bản.", "How it is known: SEEN is from the document itself."), false, func(d *Draft) *string { return &d.Mark }},
}

// TargetFields are those of a target.
var TargetFields = []Field[DraftTarget]{
	{"indicator", registry.T("Chỉ tiêu", "Indicator"), registry.T("Chọn trong danh sách, hoặc ghi mã như R_POLE.", "Choose from the list, or write the code, such as R_POLE."), true, func(t *DraftTarget) *string { return &t.Indicator }},
	{"printed", registry.T("Như in trong kế hoạch", "As printed"), registry.T("Chép nguyên chữ trong văn bản, kể cả chỗ sai.", "The words of the document, faults and all."), true, func(t *DraftTarget) *string { return &t.Printed }},
	{"value", registry.T("Giá trị", "Value"), registry.T("Con số hiểu được, theo đơn vị của chỉ tiêu; 85 % ghi 85. Không nêu con số thì để trống.", "The number that is meant, in the indicator’s unit; 85 % is 85. Empty when the plan states none."), false, func(t *DraftTarget) *string { return &t.Value }},
	{"comparator", registry.T("So sánh", "Comparator"), registry.T("“trên 30 %” là lớn hơn hẳn 30. Để trống là từ giá trị đó trở lên.", "“trên 30 %” is strictly more than 30. Empty is the value or more."), false, func(t *DraftTarget) *string { return &t.Comparator }},
	{"cohort", registry.T("Tính trên", "Cohort"), registry.T("Toàn bộ đang có, hay chỉ phần xây mới trong kỳ. Để trống là toàn bộ.", "All there is, or what is built in the period. Empty is all."), false, func(t *DraftTarget) *string { return &t.Cohort }},
	{"due_year", registry.T("Đến hết năm", "Due year"), registry.T("Để trống là năm cuối của kế hoạch.", "Empty is the last year of the plan."), false, func(t *DraftTarget) *string { return &t.DueYear }},
	{"doubt/vi", registry.T("Điều còn ngờ", "Doubt in Vietnamese"), registry.T("Vì sao không hiểu đúng như chữ in.", "Why it is not taken as it is printed."), false, func(t *DraftTarget) *string { return &t.Doubt.VI }},
	{"doubt/en", registry.T("Điều còn ngờ, tiếng Anh", "Doubt in English"), registry.T("Để trống thì dùng tiếng Việt.", "Left empty, the Vietnamese is used."), false, func(t *DraftTarget) *string { return &t.Doubt.EN }},
	{"baseline", registry.T("Mốc xuất phát", "Baseline"), registry.T("Giá trị lúc bắt đầu mà kế hoạch nêu.", "The value the plan states to start from."), false, func(t *DraftTarget) *string { return &t.Baseline }},
	{"baseline_on", registry.T("Ngày của mốc", "Baseline on"), registry.T("Ngày/tháng/năm.", "Day/month/year."), false, func(t *DraftTarget) *string { return &t.BaselineOn }},
}

// TaskFields are those of a task.
var TaskFields = []Field[DraftTask]{
	{"title/vi", registry.T("Nhiệm vụ", "Task in Vietnamese"), registry.T("Việc phải làm, như trong văn bản.", "What is to be done, as the document has it."), true, func(t *DraftTask) *string { return &t.Title.VI }},
	{"title/en", registry.T("Nhiệm vụ bằng tiếng Anh", "Task in English"), registry.T("Để trống thì dùng tiếng Việt.", "Left empty, the Vietnamese is used."), false, func(t *DraftTask) *string { return &t.Title.EN }},
	{"lead", registry.T("Chủ trì", "Lead"), registry.T("Cơ quan chủ trì.", "Who leads."), true, func(t *DraftTask) *string { return &t.Lead }},
	{"partners", registry.T("Phối hợp", "Partners"), registry.T("Cơ quan phối hợp.", "Who takes part."), false, func(t *DraftTask) *string { return &t.Partners }},
	{"period", registry.T("Thời gian", "Period"), registry.T("Như “hằng năm”, “2023–2025”.", "Such as “hằng năm”, “2023–2025”."), false, func(t *DraftTask) *string { return &t.Period }},
	{"clause", registry.T("Mục", "Clause"), registry.T("Chỗ trong kế hoạch, như VI.1.", "Where in the plan it stands, such as VI.1."), false, func(t *DraftTask) *string { return &t.Clause }},
}

// Choice is a value that a field may have, and the word people choose it by.
type Choice struct {
	Code  string
	Title registry.Text
}

// Comparators and CohortChoices are what those fields of a target may be.
var (
	Comparators = []Choice{
		{string(AtLeast), registry.T("ít nhất", "at least")}, {string(Over), registry.T("trên", "over")},
		{string(Exactly), registry.T("bằng", "exactly")}, {string(Keep), registry.T("duy trì", "keep")},
	}
	CohortChoices = []Choice{{Stock, registry.T("toàn bộ đang có", "all there is")}, {New, registry.T("xây mới trong kỳ", "built in the period")}}
)

func find(choices []Choice, code string) (Choice, bool) {
	for _, c := range choices {
		if c.Code == code {
			return c, true
		}
	}
	return Choice{}, false
}

// codes lists choices by code and word.
func codes(choices []Choice) string {
	words := make([]string, len(choices))
	for i, c := range choices {
		words[i] = c.Title.VI + " (" + c.Code + ")"
	}
	return strings.Join(words, "; ")
}
