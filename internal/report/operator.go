package report

import (
	"fmt"
	"io"
	"slices"

	"github.com/hatangso/hatangso/internal/document"
	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

// Operator is an enterprise's own report to the department (báo cáo của doanh
// nghiệp; domain.md §8.5), filled in from what it has filed.
type Operator struct {
	Office       Office
	Organization registry.Organization
	AsOf         registry.Date
	// Owned are the indicators of its own works, Served of where it is on air.
	Owned, Served []plan.Result
	// Hosted is, by indicator, how much of what it uses stands on others' works.
	Hosted map[string]plan.Group
	Duties []registry.Duty
}

// WriteDOCX writes the report to go on working with.
func (o *Operator) WriteDOCX(w io.Writer) error {
	return writeDocument(w, o.document, (*document.Document).WriteDOCX)
}

// WritePDF writes the report to print.
func (o *Operator) WritePDF(w io.Writer) error {
	return writeDocument(w, o.document, (*document.Document).WritePDF)
}

var resultColumns = []document.Column{{Title: "TT", Width: 9, Align: document.Center}, {Title: "Chỉ tiêu", Width: 70}, {Title: "Tử số", Width: 24, Align: document.Right}, {Title: "Mẫu số", Width: 24, Align: document.Right}, {Title: "Kết quả", Width: 30, Align: document.Right}}

func resultRows(results []plan.Result) (rows []document.Row) {
	for i, r := range results {
		rows = append(rows, document.Row{Cells: []string{fmt.Sprint(i + 1), r.Title.VI, figure(r.Numerator, 2), figure(r.Denominator, 2), valueVI(r.Value, r.Unit)}})
	}
	return rows
}

func (o *Operator) document() (*document.Document, error) {
	s := &script{}
	s.text("%s báo cáo %s tình hình hạ tầng viễn thông của đơn vị đến ngày %s, theo dữ liệu đã kê khai trên hệ thống, như sau:", o.Organization.Name, o.Office.Issuer, dayVI(o.AsOf))
	s.heading(1, "I. HẠ TẦNG DO ĐƠN VỊ SỞ HỮU")
	s.table("Chỉ tiêu của công trình do đơn vị sở hữu", resultColumns, resultRows(o.Owned))
	s.note("“Chưa có số liệu”: đơn vị chưa kê khai công trình nào thuộc chỉ tiêu ấy.")
	s.heading(1, "II. SỬ DỤNG CHUNG HẠ TẦNG CỦA ĐƠN VỊ KHÁC")
	var rows []document.Row
	for _, r := range o.Owned {
		if g, ok := o.Hosted[r.Indicator]; ok && g.Hosted != nil {
			rows = append(rows, document.Row{Cells: []string{fmt.Sprint(len(rows) + 1), r.Title.VI, figure(g.Hosted, 2), figure(g.Denominator, 2), valueVI(g.HostedRatio, plan.Percent)}})
		}
	}
	if len(rows) > 0 {
		columns := append([]document.Column{}, resultColumns...)
		columns[1].Title, columns[2].Title, columns[3].Title, columns[4].Title = "Loại công trình (theo chỉ tiêu)", "Đặt nhờ", "Tổng sử dụng", "Tỷ lệ đặt nhờ"
		s.table("Phần hạ tầng đơn vị sử dụng đặt trên công trình của đơn vị khác", columns, rows)
	} else {
		s.text("Theo dữ liệu đã kê khai, đơn vị chưa sử dụng công trình của đơn vị khác.")
	}
	s.heading(1, "III. VÙNG PHỤC VỤ")
	s.table("Chỉ tiêu phủ sóng, phủ cáp quang của đơn vị", resultColumns, resultRows(o.Served))
	if slices.ContainsFunc(o.Served, func(r plan.Result) bool { return r.Layer == plan.ComputedLayer && r.Value != nil }) {
		s.note("Đơn vị chưa khai báo phủ sóng, phủ cáp của từng thôn: kết quả tính từ vị trí trạm, tuyến cáp và điểm phục vụ.")
	}
	s.heading(1, "IV. NGHĨA VỤ BÁO CÁO TRONG NĂM")
	if len(o.Duties) == 0 {
		s.text("Trong năm không có nghĩa vụ báo cáo nào đến hạn.")
	} else {
		s.table("Nghĩa vụ báo cáo", dutyColumns, dutyRows(o.Duties, false))
	}
	s.heading(1, "V. KẾ HOẠCH PHÁT TRIỂN NĂM TỚI VÀ KIẾN NGHỊ")
	s.text("(Đơn vị ghi.)")
	s.text("Đơn vị cam kết số liệu trên đúng với hồ sơ đã nộp và chịu trách nhiệm về tính chính xác./.")
	return &document.Document{
		Title: fmt.Sprintf("Báo cáo hạ tầng viễn thông của %s đến ngày %s", o.Organization.Name, dayVI(o.AsOf)), Author: o.Organization.Name, Made: made(o.AsOf),
		Head: &document.Letterhead{Issuer: o.Organization.Name, Number: "Số:" + blank + "/BC", Place: fmt.Sprintf("%s, ngày%stháng%snăm %d", o.Office.place(), blank, blank, o.AsOf.Time().Year()),
			Kind: "Báo cáo", Subject: "Tình hình hạ tầng viễn thông đến ngày " + dayVI(o.AsOf), Addressee: o.Office.Issuer},
		Blocks: s.blocks, Signature: &document.Signature{Authority: "Đại diện doanh nghiệp", Recipients: []string{"Như trên", "Lưu: VT"}},
	}, nil
}
