package plan

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
)

// CodePattern is what a new plan's code looks like: it stands in addresses.
const CodePattern = `^[A-Za-z0-9_-]{1,40}$`

var codeForm = regexp.MustCompile(CodePattern)

// Plan understands a draft. The error carries every fault there is, each with
// its place in the file: who mends them all gets no further one.
func (d *Draft) Plan(catalogue Catalogue) (*Plan, error) {
	r := reading{draft: d, faults: slices.Clone(d.Faults)}
	p := &Plan{Code: d.Code, Title: d.Title.text(), Number: d.Number, Province: d.Province, Territory: d.Territory.text(), Unit: d.Unit, Mark: d.Mark, Targets: []Target{}, Tasks: []Task{}}
	for _, f := range PlanFields {
		r.required("", f.Path, f.Title, f.Required, *f.Of(d))
	}
	p.From, p.To = r.year("/from", d.From, 0), r.year("/to", d.To, 0)
	p.IssuedOn, p.UnitOn = r.day("/issued_on", d.IssuedOn), r.day("/unit_on", d.UnitOn)
	if p.From > 0 && p.To > 0 && p.To < p.From {
		r.fault("/to", "plan.years", d.To, registry.Tf("Năm cuối %d trước năm đầu %d.", "The last year, %d, is before the first, %d.", p.To, p.From),
			registry.T("Đổi lại hai năm.", "Swap the two years."))
	}
	if (d.Unit == "") != (d.UnitOn == "") {
		at := map[bool]string{true: "/unit", false: "/unit_on"}[d.Unit == ""]
		r.fault(at, "plan.unit", "", registry.T("Mã đơn vị và ngày của mã phải đi cùng nhau: mã xã, tỉnh được dùng lại với nghĩa khác.", "A unit’s code and the day it is of go together: codes were used again with another meaning."),
			registry.T("Ghi cả hai, hoặc bỏ cả hai.", "Give both, or neither."))
	}
	for i := range d.Targets {
		p.Targets = append(p.Targets, r.target(i, p.To, catalogue))
	}
	for i, t := range d.Tasks {
		for _, f := range TaskFields {
			r.required(fmt.Sprintf("/tasks/%d", i), f.Path, f.Title, f.Required, *f.Of(&d.Tasks[i]))
		}
		p.Tasks = append(p.Tasks, Task{Title: t.Title.text(), Lead: t.Lead, Partners: t.Partners, Period: t.Period, Clause: t.Clause})
	}
	return p, registry.Invalid(r.faults)
}

// CheckCode faults a code that cannot stand in an address. It is asked of what
// is loaded, not of what is stored already.
func (d *Draft) CheckCode() []registry.Fault {
	if d.Code == "" || codeForm.MatchString(d.Code) {
		return nil
	}
	r := reading{draft: d}
	r.fault("/code", "plan.code", d.Code, registry.T("Mã kế hoạch đứng trong địa chỉ trang, chỉ gồm chữ không dấu, số, - và _.", "A plan’s code stands in addresses: letters without accents, digits, - and _ only."),
		registry.T("Ghi mã như hd-2023, dài tối đa 40 ký tự.", "Write one such as hd-2023, of at most 40 characters."))
	return r.faults
}

// reading is a draft being understood.
type reading struct {
	draft  *Draft
	faults []registry.Fault
}

// fault notes what is wrong at a pointer, unless something is said of it already.
func (r *reading) fault(pointer, rule, value string, message, mend registry.Text) {
	for _, f := range r.faults {
		if f.Pointer == pointer {
			return
		}
	}
	f := registry.NewFault(rule, "", value, message, mend)
	f.Pointer = pointer
	r.faults = append(r.faults, r.draft.Placed(f))
}

// Placed says where in the file the part stands that a fault points to, or the
// nearest there is around it.
func (d *Draft) Placed(f registry.Fault) registry.Fault {
	field := f.Pointer[strings.LastIndexByte(f.Pointer, '/')+1:]
	for at := f.Pointer; at != ""; at = at[:strings.LastIndexByte(at, '/')] {
		if place, ok := d.Places[at]; ok {
			f.Sheet, f.Cell, f.Row, f.Column = place.Sheet, place.Cell, place.Row, place.Column
			break
		}
	}
	if f.Column == "" {
		f.Column = field
	}
	return f
}

func (r *reading) required(at, path string, title registry.Text, required bool, value string) {
	if required && value == "" {
		r.fault(at+"/"+path, "plan.required", "", registry.T("Thiếu: "+title.VI+".", "Missing: "+title.EN+"."), registry.T("Ghi vào.", "Write it."))
	}
}

// number reads a number that may be left out, with a decimal point or, as
// Vietnamese tables write it, a comma. One whose sign may separate thousands is a fault.
func (r *reading) number(pointer, s string) *Decimal {
	if s == "" {
		return nil
	}
	plain := strings.TrimSpace(strings.TrimSuffix(s, "%"))
	whole, fraction, comma := strings.Cut(plain, ",")
	if comma && !strings.ContainsAny(plain, ".") && (len(fraction) != 3 || strings.Trim(whole, "-0") == "") {
		plain = whole + "." + fraction
	}
	n, err := ParseDecimal(plain)
	if err != nil {
		r.fault(pointer, "plan.number", s, registry.T("Không phải một con số.", "That is not a number."),
			registry.T("Ghi con số không có dấu ngăn nghìn, như 85 hay 42,5.", "Write a number without separators of thousands, such as 85 or 42.5."))
		return nil
	}
	return &n
}

// day reads a day that may be left out.
func (r *reading) day(pointer, s string) *registry.Date {
	if s == "" {
		return nil
	}
	d, err := registry.ParseDate(s)
	if err != nil {
		r.fault(pointer, "plan.day", s, registry.T("Không phải một ngày.", "That is not a day."),
			registry.T("Ghi ngày như 06/12/2023.", "Write a day such as 06/12/2023 or 2023-12-06."))
		return nil
	}
	return &d
}

// year reads a year, without the one that is meant then.
func (r *reading) year(pointer, s string, without int) int {
	if s == "" {
		return without
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 2000 || n > 2100 {
		r.fault(pointer, "plan.year", s, registry.T("Không phải một năm từ 2000 đến 2100.", "That is no year from 2000 to 2100."),
			registry.T("Ghi năm bằng bốn chữ số, như 2025.", "Write a year of four digits, such as 2025."))
		return 0
	}
	return n
}

// target understands the i-th target of a plan that ends in a year.
func (r *reading) target(i, end int, catalogue Catalogue) Target {
	d, at := &r.draft.Targets[i], fmt.Sprintf("/targets/%d", i)
	t := Target{Indicator: d.Indicator, Printed: d.Printed, Comparator: Comparator(d.Comparator), Cohort: d.Cohort, Doubt: d.Doubt.text()}
	for _, f := range TargetFields {
		r.required(at, f.Path, f.Title, f.Required, *f.Of(d))
	}
	if t.Comparator == "" {
		t.Comparator = AtLeast
	}
	if t.Cohort == "" {
		t.Cohort = Stock
	}
	t.DueYear = r.year(at+"/due_year", d.DueYear, end)
	t.Value, t.Baseline = r.number(at+"/value", d.Value), r.number(at+"/baseline", d.Baseline)
	t.BaselineOn = r.day(at+"/baseline_on", d.BaselineOn)
	n := catalogue.Find(t.Indicator)
	if n == nil && t.Indicator != "" {
		r.fault(at+"/indicator", "plan.indicator", t.Indicator, registry.Tf("Danh mục không có chỉ tiêu %q.", "Indicator %q is not in the catalogue.", t.Indicator),
			registry.T("Chọn một chỉ tiêu trong danh sách thả xuống, hoặc ghi mã của nó.", "Choose one from the drop-down, or write its code."))
	}
	if _, ok := find(Comparators, string(t.Comparator)); !ok {
		r.fault(at+"/comparator", "plan.comparator", d.Comparator, registry.T("Không rõ so sánh thế nào.", "It is not clear how to compare."),
			registry.Tf("Chọn một trong: %s.", "Choose one of: %s.", codes(Comparators)))
	}
	if _, ok := find(CohortChoices, t.Cohort); !ok {
		r.fault(at+"/cohort", "plan.cohort", d.Cohort, registry.T("Không rõ tính trên tập nào.", "It is not clear of what it is counted."),
			registry.Tf("Chọn một trong: %s.", "Choose one of: %s.", codes(CohortChoices)))
	}
	if (d.Baseline == "") != (d.BaselineOn == "") {
		missing := map[bool]string{true: "/baseline", false: "/baseline_on"}[d.Baseline == ""]
		r.fault(at+missing, "plan.baseline", "", registry.T("Mốc xuất phát và ngày của mốc phải đi cùng nhau.", "A baseline needs its day, and a day its baseline."),
			registry.T("Ghi cả hai, hoặc bỏ cả hai.", "Give both, or neither."))
	}
	for field, v := range map[string]*Decimal{"/value": t.Value, "/baseline": t.Baseline} {
		if v != nil && n != nil && n.Unit == Percent && (v.Cmp(Decimal{}) < 0 || v.Cmp(Whole(100)) > 0) {
			r.fault(at+field, "plan.percent", v.String(), registry.Tf("%s không phải số phần trăm.", "%s is no per cent.", v.String()),
				registry.T("Ghi số từ 0 đến 100.", "Write a number from 0 to 100."))
		}
	}
	return t
}
