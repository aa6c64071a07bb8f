package report

import (
	"fmt"
	"io"

	"github.com/hatangso/hatangso/internal/document"
	"github.com/hatangso/hatangso/internal/registry"
)

// Completeness is who has filed what, and who is late (bảng theo dõi nộp báo cáo).
type Completeness struct {
	Office Office
	// From and To, half-open, are between which days the duties are due; Today is
	// the day they are judged on.
	From, To, Today registry.Date
	Filers          []Filer
	Duties          []registry.Duty
}

// WriteDOCX writes the list to go on working with.
func (c *Completeness) WriteDOCX(w io.Writer) error {
	return writeDocument(w, c.document, (*document.Document).WriteDOCX)
}

// WritePDF writes the list to print.
func (c *Completeness) WritePDF(w io.Writer) error {
	return writeDocument(w, c.document, (*document.Document).WritePDF)
}

// WriteXLSX writes the list to sort and sum.
func (c *Completeness) WriteXLSX(w io.Writer) error {
	all := &sheet{name: "Nghĩa vụ", title: "Nghĩa vụ báo cáo đến ngày " + dayVI(c.Today),
		columns: []sheetColumn{{"Mã tổ chức", 16}, {"Doanh nghiệp", 40}, {"Mã nghĩa vụ", 16}, {"Báo cáo", 46}, {"Kỳ", 10}, {"Hạn", 12}, {"Trạng thái", 18}, {"Ngày nộp", 12}, {"Số ngày chậm", 12}, {"Hồ sơ", 10}}}
	for _, d := range c.Duties {
		var filed, filing any
		if d.FiledOn != nil {
			filed = *d.FiledOn
		}
		if d.Filing != nil {
			filing = *d.Filing
		}
		all.rows = append(all.rows, []any{d.Organization, d.OrganizationName, d.Code, d.Title.VI, d.Period, d.DueOn, dutyVI(d.State), filed, d.LateDays, filing})
	}
	sums := &sheet{name: "Tổng hợp", title: "Tổng hợp theo doanh nghiệp đến ngày " + dayVI(c.Today), remarks: []string{"Các cột đếm từ trang “Nghĩa vụ”."},
		columns: []sheetColumn{{"Doanh nghiệp", 46}, {"Phải nộp", 12}, {"Chấp nhận", 12}, {"Chờ duyệt", 12}, {"Trả lại", 12}, {"Quá hạn", 12}, {"Số ngày chậm", 14}}}
	for i, f := range c.Filers {
		row := sums.at(i)
		count := func(state registry.DutyState, n int) formula {
			return formula{fmt.Sprintf(`COUNTIFS('Nghĩa vụ'!B:B,A%d,'Nghĩa vụ'!G:G,"%s")`, row, dutyVI(state)), n}
		}
		sums.rows = append(sums.rows, []any{f.Name, formula{fmt.Sprintf(`COUNTIFS('Nghĩa vụ'!B:B,A%d)`, row), f.Duties},
			count(registry.DutyAccepted, f.Accepted), count(registry.DutyFiled, f.Filed), count(registry.DutyReturned, f.Returned), count(registry.DutyLate, f.Late),
			formula{fmt.Sprintf(`SUMIFS('Nghĩa vụ'!I:I,'Nghĩa vụ'!B:B,A%d)`, row), f.LateDays}})
	}
	return writeBook(w, all.title, sums, all)
}

func (c *Completeness) document() (*document.Document, error) {
	s := &script{}
	rows, sum := filerRows(c.Filers)
	s.text("Các nghĩa vụ báo cáo đến hạn từ ngày %s đến trước ngày %s, tính đến ngày %s: phải nộp %d; đã chấp nhận %d; đã nộp chờ duyệt %d; bị trả lại %d; quá hạn chưa nộp %d; chưa đến hạn %d.",
		dayVI(c.From), dayVI(c.To), dayVI(c.Today), sum.Duties, sum.Accepted, sum.Filed, sum.Returned, sum.Late, sum.NotDue)
	s.heading(1, "I. TỔNG HỢP THEO DOANH NGHIỆP")
	if len(c.Filers) > 0 {
		s.table("Chấp hành chế độ báo cáo", filerColumns, rows)
	} else {
		s.text("Không có nghĩa vụ báo cáo nào đến hạn trong khoảng này.")
	}
	s.heading(1, "II. DANH SÁCH CHẬM, CHƯA NỘP HOẶC BỊ TRẢ LẠI")
	if late := dutyRows(c.Duties, true); len(late) > 0 {
		columns := append([]document.Column{dutyColumns[0], {Title: "Doanh nghiệp", Width: 44}}, dutyColumns[1:]...)
		s.table("Nghĩa vụ chậm, chưa nộp hoặc bị trả lại", columns, late)
	} else {
		s.text("Không có.")
	}
	return &document.Document{Title: "Theo dõi nộp báo cáo đến ngày " + dayVI(c.Today), Author: c.Office.Issuer, Made: made(c.Today),
		Head:   c.Office.letterhead(c.Today, "Báo cáo", "Việc chấp hành chế độ báo cáo của doanh nghiệp viễn thông đến ngày "+dayVI(c.Today)),
		Blocks: s.blocks, Signature: &document.Signature{Authority: "Giám đốc", Recipients: []string{"Ủy ban nhân dân tỉnh (để báo cáo)", "Các doanh nghiệp viễn thông", "Lưu: VT"}}}, nil
}

var dutyColumns = []document.Column{{Title: "TT", Width: 9, Align: document.Center}, {Title: "Báo cáo", Width: 56}, {Title: "Kỳ", Width: 14, Align: document.Center}, {Title: "Hạn", Width: 22, Align: document.Center},
	{Title: "Trạng thái", Width: 26, Align: document.Center}, {Title: "Ngày nộp", Width: 22, Align: document.Center}, {Title: "Số ngày chậm", Width: 16, Align: document.Right}}

// dutyRows lists duties; wanting ones alone with whose they are.
func dutyRows(duties []registry.Duty, wanting bool) (rows []document.Row) {
	for _, d := range duties {
		if wanting && d.State != registry.DutyReturned && d.LateDays == 0 {
			continue
		}
		cells := []string{fmt.Sprint(len(rows) + 1)}
		if wanting {
			cells = append(cells, d.OrganizationName)
		}
		filed := "–"
		if d.FiledOn != nil {
			filed = dayVI(*d.FiledOn)
		}
		rows = append(rows, document.Row{Cells: append(cells, d.Title.VI, d.Period, dayVI(d.DueOn), dutyVI(d.State), filed, fmt.Sprint(d.LateDays))})
	}
	return rows
}

// dutyVI words the state of a duty.
func dutyVI(s registry.DutyState) string {
	switch s {
	case registry.DutyNotDue:
		return "Chưa đến hạn"
	case registry.DutyDue:
		return "Đến kỳ nộp"
	case registry.DutyLate:
		return "Quá hạn"
	case registry.DutyFiled:
		return "Đã nộp"
	case registry.DutyReturned:
		return "Bị trả lại"
	}
	return "Đã chấp nhận"
}
