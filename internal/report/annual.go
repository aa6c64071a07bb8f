package report

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/document"
	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

// Annual is what the department's yearly report to the People's Committee tells
// (báo cáo kết quả thực hiện kế hoạch; domain.md §8.5).
type Annual struct {
	Office    Office
	Plan      plan.Plan
	Board     plan.Board
	Catalogue plan.Catalogue
	// Results are the indicators of the targets, each once, in the order of the board.
	Results []plan.Result
	// Series are by month, and Communes by commune of the territory, for the computed ones.
	Series   []plan.Series
	Communes []plan.Breakdown
	// Shapes are the boundaries of communes, by code.
	Shapes map[string]orb.MultiPolygon
	// Filers is how operators stand with their duties of the year.
	Filers []Filer
	// Records are behind the results.
	Records []Behind
}

// Filer is how an organization stands with its duties to report.
type Filer struct {
	Name                                            string
	Duties, Accepted, Filed, Returned, Late, NotDue int
	LateDays                                        int
}

// Behind are the records behind one indicator.
type Behind struct {
	Indicator string
	// Denominator are all that count, Numerator the weights of those that count
	// above the line, by id.
	Denominator []plan.BehindRecord
	Numerator   map[int64]plan.Decimal
	// Cut says that there are more than are given.
	Cut bool
}

// WriteDOCX writes the report to go on working with.
func (a *Annual) WriteDOCX(w io.Writer) error {
	return writeDocument(w, a.document, (*document.Document).WriteDOCX)
}

// WritePDF writes the report to print.
func (a *Annual) WritePDF(w io.Writer) error {
	return writeDocument(w, a.document, (*document.Document).WritePDF)
}

func writeDocument(w io.Writer, make func() (*document.Document, error), write func(*document.Document, io.Writer) error) error {
	d, err := make()
	if err != nil {
		return err
	}
	return write(d, w)
}

func (a *Annual) year() int { return a.Board.AsOf.Time().Year() }

// planVI names the plan: its number, day and title.
func (a *Annual) planVI() string {
	s := a.Plan.Title.VI
	if a.Plan.Number != "" {
		s = "Kế hoạch số " + a.Plan.Number
		if a.Plan.IssuedOn != nil {
			s += " ngày " + dayVI(*a.Plan.IssuedOn)
		}
		s += " (" + a.Plan.Title.VI + ")"
	}
	return s
}

// document puts the report together.
func (a *Annual) document() (*document.Document, error) {
	s := &script{}
	s.text("Thực hiện %s, %s báo cáo kết quả thực hiện đến ngày %s như sau:", a.planVI(), a.Office.Issuer, dayVI(a.Board.AsOf))
	a.scope(s)
	if err := a.results(s); err != nil {
		return nil, err
	}
	a.tasks(s)
	a.filers(s)
	a.problems(s)
	a.proposals(s)
	s.text("Trên đây là báo cáo kết quả thực hiện %s đến ngày %s, %s kính báo cáo %s xem xét, chỉ đạo./.",
		cmp.Or(a.shortPlan(), "kế hoạch"), dayVI(a.Board.AsOf), a.Office.Issuer, a.Office.committee())
	head := a.Office.letterhead(a.Board.AsOf, "Báo cáo", fmt.Sprintf("Kết quả năm %d thực hiện %s", a.year(), lowerFirst(a.Plan.Title.VI)))
	head.Addressee = a.Office.committee()
	return &document.Document{
		Title: fmt.Sprintf("Báo cáo kết quả thực hiện %s năm %d", a.shortPlan(), a.year()), Author: a.Office.Issuer, Made: made(a.Board.AsOf), Head: head,
		Blocks: s.blocks,
		Signature: &document.Signature{Authority: "Giám đốc", Recipients: []string{
			"Như trên", "Bộ Khoa học và Công nghệ (để báo cáo)", "Các sở, ngành liên quan", "UBND các xã, phường, đặc khu", "Các doanh nghiệp viễn thông", "Lưu: VT"}},
	}, nil
}

func (a *Annual) shortPlan() string {
	if a.Plan.Number == "" {
		return a.Plan.Title.VI
	}
	return "Kế hoạch số " + a.Plan.Number
}

// scope says what the numbers are of and where they come from.
func (a *Annual) scope(s *script) {
	s.heading(1, "I. PHẠM VI VÀ NGUỒN SỐ LIỆU")
	place := cmp.Or(a.Board.Territory.Name, a.Plan.Territory.VI, "toàn bộ sổ đăng ký")
	s.text("1. Địa bàn: %s. %s", place, sentence(a.Board.Territory.MethodTitle.VI))
	if why := a.Board.Why.VI; why != "" {
		s.text("%s", sentence(why))
	}
	if t := a.Plan.Territory.VI; t != "" && t != place {
		s.text("Địa bàn của kế hoạch khi ban hành: %s", sentence(t))
	}
	version := int64(0)
	for _, r := range a.Results {
		version = max(version, r.DataVersion)
	}
	s.text("2. Số liệu tính đến hết ngày %s từ sổ đăng ký hạ tầng viễn thông do các doanh nghiệp kê khai và Sở thẩm tra (phiên bản dữ liệu %d), và từ các giá trị được báo cáo kèm chứng cứ. "+
		"Mẫu số bằng 0 hoặc chưa có kê khai được ghi “Chưa có số liệu”, không ghi 0 %%.", dayVI(a.Board.AsOf), version)
	s.text("3. Cách tính từng chỉ tiêu, tử số, mẫu số và danh sách bản ghi ở phụ lục số liệu (tệp XLSX) kèm theo.")
}

// tasks lists what the plan tells whom to do. Of what was done the register knows
// nothing: who leads writes it.
func (a *Annual) tasks(s *script) {
	s.heading(1, "III. TÌNH HÌNH THỰC HIỆN NHIỆM VỤ")
	if len(a.Plan.Tasks) == 0 {
		s.text("Kế hoạch không có danh mục nhiệm vụ kèm theo.")
		return
	}
	var rows []document.Row
	for i, t := range a.Plan.Tasks {
		rows = append(rows, document.Row{Cells: []string{fmt.Sprint(i + 1), t.Title.VI, t.Lead, t.Partners, t.Period, ""}})
	}
	s.table("Nhiệm vụ của kế hoạch", []document.Column{{Title: "TT", Width: 9, Align: document.Center}, {Title: "Nhiệm vụ", Width: 50}, {Title: "Chủ trì", Width: 28}, {Title: "Phối hợp", Width: 26}, {Title: "Thời gian", Width: 22, Align: document.Center}, {Title: "Kết quả (đơn vị chủ trì ghi)", Width: 32}}, rows)
}

func (a *Annual) filers(s *script) {
	s.heading(1, "IV. VIỆC CHẤP HÀNH CHẾ ĐỘ BÁO CÁO CỦA DOANH NGHIỆP")
	if len(a.Filers) == 0 {
		s.text("Trong năm %d không có nghĩa vụ báo cáo nào đến hạn được bật trên hệ thống.", a.year())
		return
	}
	rows, sum := filerRows(a.Filers)
	s.text("Trong năm %d có %d nghĩa vụ báo cáo của %d doanh nghiệp; đã chấp nhận %d, đã nộp chờ duyệt %d, bị trả lại %d, quá hạn chưa nộp %d.",
		a.year(), sum.Duties, len(a.Filers), sum.Accepted, sum.Filed, sum.Returned, sum.Late)
	s.table("Chấp hành chế độ báo cáo", filerColumns, rows)
}

var filerColumns = []document.Column{{Title: "TT", Width: 8, Align: document.Center}, {Title: "Doanh nghiệp", Width: 60}, {Title: "Phải nộp", Width: 15, Align: document.Right}, {Title: "Chấp nhận", Width: 17, Align: document.Right},
	{Title: "Chờ duyệt", Width: 15, Align: document.Right}, {Title: "Trả lại", Width: 13, Align: document.Right}, {Title: "Quá hạn", Width: 14, Align: document.Right}, {Title: "Chưa đến hạn", Width: 15, Align: document.Right}, {Title: "Số ngày chậm", Width: 15, Align: document.Right}}

func filerRows(filers []Filer) (rows []document.Row, sum Filer) {
	cells := func(n string, f Filer) []string {
		return []string{n, f.Name, fmt.Sprint(f.Duties), fmt.Sprint(f.Accepted), fmt.Sprint(f.Filed), fmt.Sprint(f.Returned), fmt.Sprint(f.Late), fmt.Sprint(f.NotDue), fmt.Sprint(f.LateDays)}
	}
	sum.Name = "Cộng"
	for i, f := range filers {
		rows = append(rows, document.Row{Cells: cells(fmt.Sprint(i+1), f)})
		sum.Duties, sum.Accepted, sum.Filed, sum.Returned = sum.Duties+f.Duties, sum.Accepted+f.Accepted, sum.Filed+f.Filed, sum.Returned+f.Returned
		sum.Late, sum.NotDue, sum.LateDays = sum.Late+f.Late, sum.NotDue+f.NotDue, sum.LateDays+f.LateDays
	}
	return append(rows, document.Row{Cells: cells("", sum), Strong: true}), sum
}

// problems tells what the numbers themselves show to be lacking.
func (a *Annual) problems(s *script) {
	s.heading(1, "V. TỒN TẠI, HẠN CHẾ VỀ SỐ LIỆU")
	var without, apart []string
	for _, r := range a.Board.Items {
		switch r.Standing {
		case plan.NoData:
			without = append(without, lowerFirst(r.Title.VI))
		case plan.NotComparable:
			apart = append(apart, fmt.Sprintf("%s (%s)", lowerFirst(r.Title.VI), lowerFirst(strings.TrimSuffix(r.Why.VI, "."))))
		}
	}
	if len(without) > 0 {
		s.text("- Chưa có số liệu cho %d mục tiêu: %s.", len(without), strings.Join(without, "; "))
	}
	if len(apart) > 0 {
		s.text("- Không so sánh được %d mục tiêu: %s.", len(apart), strings.Join(apart, "; "))
	}
	if len(without)+len(apart) == 0 {
		s.text("Mọi mục tiêu đều có số liệu so sánh được.")
	}
	for _, r := range a.Results {
		if i := r.Interval; i != nil && i.Low != nil && i.High != nil && i.Low.Cmp(*i.High) != 0 {
			s.text("- %s: còn thỏa thuận dùng chung mới một bên khai; tùy kết quả xác nhận, tỷ lệ nằm trong khoảng %s đến %s.", r.Title.VI, valueVI(i.Low, r.Unit), valueVI(i.High, r.Unit))
		}
	}
}

// proposals are what would close the gaps, as reckoned from the register.
func (a *Annual) proposals(s *script) {
	s.heading(1, "VI. ĐỀ XUẤT, KIẾN NGHỊ")
	found := 0
	for _, r := range a.Board.Items {
		if len(r.Actions) == 0 {
			continue
		}
		if found++; found == 1 {
			s.text("Các việc đưa kết quả đến gần mục tiêu nhanh nhất, tính từ sổ đăng ký, kèm mức tăng của kết quả (điểm phần trăm với chỉ tiêu tính bằng phần trăm) nếu làm hết:")
		}
		s.heading(2, fmt.Sprintf("%d. %s", found, r.Title.VI))
		for _, action := range r.Actions {
			text := "- " + strings.TrimSuffix(action.Title.VI, ".")
			if action.Gain != nil {
				text += fmt.Sprintf(" (+%s%s)", figure(action.Gain, 2), pointsVI(r.Unit))
			}
			s.text("%s", text+".")
		}
	}
	if found == 0 {
		s.text("Không có kiến nghị tính được từ số liệu; Sở tiếp tục theo dõi, đôn đốc các đơn vị thực hiện kế hoạch.")
	}
}

// pointsVI words a difference in a unit: so many points of per cent, where that was said.
func pointsVI(u plan.Unit) string {
	if u == plan.Percent {
		return "\u00A0điểm"
	}
	return unitVI(u)
}

// recordTitle names a noun in Vietnamese.
func recordTitle(name string) string {
	for _, n := range registry.Nouns {
		if n.Name == name {
			return n.Title.VI
		}
	}
	return name
}
