package report

import (
	"fmt"
	"io"
	"math"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

// Evidence is the pack for the Ministry's index of digital infrastructure (hồ sơ
// minh chứng DII, QĐ 885/QĐ-BTTTT; domain.md §1.1): the values, where they come
// from, the records behind them, and the two rounds to hold them against. It
// reckons no points: how they are given has not been seen.
type Evidence struct {
	Office   Office
	AsOf     registry.Date
	Criteria []plan.Criterion
	// Rounds are what the Authority sent of an indicator in rounds 1 and 2, nil for nothing.
	Rounds    map[string][2]*plan.Round
	Catalogue plan.Catalogue
	Results   []plan.Result
	Records   []Behind
	Published []plan.Published
}

// WriteXLSX writes the pack.
func (e *Evidence) WriteXLSX(w io.Writer) error {
	return writeBook(w, "Hồ sơ minh chứng DII đến ngày "+dayVI(e.AsOf),
		e.rounds(), resultSheet(e.Results, e.Catalogue, e.Records), recordSheet(e.Records), definitionSheet(e.Catalogue, e.Results), e.publishedSheet())
}

// notAssessed stands where the Authority gave a criterion no value.
const notAssessed = "không đánh giá"

// rounds is the sheet of the reconciliation: the values of rounds 1 and 2 are
// those the register holds, or are written in as the Authority sends them, and the
// rest reckons itself.
func (e *Evidence) rounds() *sheet {
	s := &sheet{name: "Đối soát", title: "Đối soát số liệu DII vòng 1, vòng 2 – số liệu của Sở đến ngày " + dayVI(e.AsOf),
		remarks: []string{"Kết quả Cục Viễn thông gửi ở cột H (vòng 1) và K (vòng 2), lấy từ sổ; ghi thêm được, chênh lệch và kết luận tự tính. Tiêu chí suy từ kế hoạch (INFERRED), cần đối chiếu phụ lục QĐ 885. Không tính điểm."},
		columns: []sheetColumn{{"Nhóm", 8}, {"Tiêu chí", 40}, {"Mức tin cậy", 12}, {"Mã chỉ tiêu", 16}, {"Đơn vị", 13}, {"Số liệu của Sở", 14}, {"Nguồn, chứng cứ", 40}, {"Vòng 1", 12}, {"Lệch vòng 1", 12}, {"Ý kiến của Sở (vòng 1)", 34}, {"Vòng 2", 12}, {"Lệch vòng 2", 12}, {"Kết luận", 20}}}
	at := map[string]int{}
	for i, r := range e.Results {
		at[r.Indicator] = i
	}
	for i, c := range e.Criteria {
		row := s.at(i)
		n, found := at[c.Indicator]
		if !found {
			s.rows = append(s.rows, []any{c.Group, c.Title.VI, c.Mark, c.Indicator})
			continue
		}
		r := e.Results[n]
		var value any
		if r.Value != nil {
			value = formula{fmt.Sprintf("'%s'!G%d", resultsName, (&sheet{remarks: resultRemarks}).at(n)), r.Value}
		}
		source := r.Permalink
		if r.Reported != nil {
			source = r.Reported.Source
			if r.Reported.Evidence != nil {
				source += "; " + *r.Reported.Evidence
			}
		}
		one, two := e.Rounds[c.Indicator][0], e.Rounds[c.Indicator][1]
		sent1, difference1 := sentCells(one, r.Value)
		sent2, difference2 := sentCells(two, r.Value)
		s.rows = append(s.rows, []any{c.Group, c.Title.VI, c.Mark, c.Indicator, unitTitle(r.Unit), value, source, sent1,
			formula{fmt.Sprintf(`IF(OR(F%d="",H%[1]d="",ISTEXT(H%[1]d)),"",F%[1]d-H%[1]d)`, row), difference1}, positionVI(one), sent2,
			formula{fmt.Sprintf(`IF(OR(F%d="",K%[1]d="",ISTEXT(K%[1]d)),"",F%[1]d-K%[1]d)`, row), difference2},
			formula{fmt.Sprintf(`IF(F%d="","Chưa có số liệu",IF(K%[1]d<>"",IF(ISTEXT(L%[1]d),"Không đối chiếu được",IF(ABS(L%[1]d)<0.005,"Khớp vòng 2","Lệch vòng 2")),IF(H%[1]d<>"",IF(ISTEXT(I%[1]d),"Vòng 1 không đánh giá",IF(ABS(I%[1]d)<0.005,"Khớp vòng 1","Lệch vòng 1")),"Chờ vòng 1")))`, row),
				conclusion(r.Value, one, two)}})
	}
	return s
}

// sentCells are what a round sent, and our value less it as far as both are known.
func sentCells(round *plan.Round, ours *plan.Decimal) (sent, difference any) {
	switch {
	case round == nil:
		return nil, nil
	case round.Value == nil:
		return notAssessed, nil
	case ours == nil:
		return round.Value, nil
	}
	return round.Value, ours.Minus(*round.Value)
}

// positionVI words the department's position on a round.
func positionVI(round *plan.Round) string {
	if round == nil || round.Position == nil {
		return ""
	}
	words := map[string]string{registry.DIIAgreed: "Thống nhất", registry.DIIDisagreed: "Không thống nhất"}[*round.Position]
	if round.Comment != nil {
		words += ": " + *round.Comment
	}
	return words
}

// conclusion is what the formula says of the values as they are now.
func conclusion(ours *plan.Decimal, one, two *plan.Round) string {
	last, name, unknown := two, "vòng 2", "Không đối chiếu được"
	if two == nil {
		last, name, unknown = one, "vòng 1", "Vòng 1 không đánh giá"
	}
	switch {
	case ours == nil:
		return "Chưa có số liệu"
	case last == nil:
		return "Chờ vòng 1"
	case last.Value == nil:
		return unknown
	}
	if d := ours.Minus(*last.Value).Float(); math.Abs(d) < 0.005 {
		return "Khớp " + name
	}
	return "Lệch " + name
}

// publishedSheet lists what was published of the indicators, with its hash.
func (e *Evidence) publishedSheet() *sheet {
	s := &sheet{name: "Đã công bố", title: "Kết quả đã công bố, không đổi được", remarks: []string{"SHA-256 là của kết quả và danh sách bản ghi đứng sau, như lúc công bố."},
		columns: []sheetColumn{{"Số", 8}, {"Mã chỉ tiêu", 16}, {"Công bố lúc", 20}, {"Người công bố", 22}, {"Bản ghi tử số", 12}, {"Bản ghi mẫu số", 12}, {"SHA-256", 68}, {"Ghi chú", 40}}}
	for _, p := range e.Published {
		s.rows = append(s.rows, []any{p.ID, p.Indicator, p.PublishedAt.UTC().Format("2006-01-02 15:04:05") + " UTC", p.PublishedBy, p.Records.Numerator, p.Records.Denominator, p.SHA256, p.Note})
	}
	return s
}
