package report

import (
	"fmt"
	"io"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

// Evidence is the pack for the Ministry's index of digital infrastructure (hồ sơ
// minh chứng DII, QĐ 885/QĐ-BTTTT; domain.md §1.1): the values, where they come
// from, the records behind them, and the two rounds to hold them against. It
// reckons no points: how they are given has not been seen.
type Evidence struct {
	Office    Office
	AsOf      registry.Date
	Criteria  []Criterion
	Catalogue plan.Catalogue
	Results   []plan.Result
	Records   []Behind
	Published []plan.Published
}

// Criterion is one of the index, and the indicator that answers it.
type Criterion struct {
	Group, Title, Indicator, Mark string
}

// WriteXLSX writes the pack.
func (e *Evidence) WriteXLSX(w io.Writer) error {
	return writeBook(w, "Hồ sơ minh chứng DII đến ngày "+dayVI(e.AsOf),
		e.rounds(), resultSheet(e.Results, e.Catalogue, e.Records), recordSheet(e.Records), definitionSheet(e.Catalogue, e.Results), e.publishedSheet())
}

// rounds is the sheet of the reconciliation: the values of rounds 1 and 2 are
// written in as the Authority sends them, and the rest reckons itself.
func (e *Evidence) rounds() *sheet {
	s := &sheet{name: "Đối soát", title: "Đối soát số liệu DII vòng 1, vòng 2 – số liệu của Sở đến ngày " + dayVI(e.AsOf),
		remarks: []string{"Ghi kết quả Cục Viễn thông gửi vào cột H (vòng 1) và K (vòng 2); chênh lệch và kết luận tự tính. Tiêu chí suy từ kế hoạch (INFERRED), cần đối chiếu phụ lục QĐ 885. Không tính điểm."},
		columns: []sheetColumn{{"Nhóm", 8}, {"Tiêu chí", 40}, {"Mức tin cậy", 12}, {"Mã chỉ tiêu", 16}, {"Đơn vị", 13}, {"Số liệu của Sở", 14}, {"Nguồn, chứng cứ", 40}, {"Vòng 1", 12}, {"Lệch vòng 1", 12}, {"Ý kiến của Sở (vòng 1)", 34}, {"Vòng 2", 12}, {"Lệch vòng 2", 12}, {"Kết luận", 20}}}
	at := map[string]int{}
	for i, r := range e.Results {
		at[r.Indicator] = i
	}
	for i, c := range e.Criteria {
		row := s.at(i)
		n, found := at[c.Indicator]
		if !found {
			s.rows = append(s.rows, []any{c.Group, c.Title, c.Mark, c.Indicator})
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
		s.rows = append(s.rows, []any{c.Group, c.Title, c.Mark, c.Indicator, unitTitle(r.Unit), value, source, nil,
			formula{fmt.Sprintf(`IF(OR(F%d="",H%[1]d=""),"",F%[1]d-H%[1]d)`, row), nil}, "", nil,
			formula{fmt.Sprintf(`IF(OR(F%d="",K%[1]d=""),"",F%[1]d-K%[1]d)`, row), nil},
			formula{fmt.Sprintf(`IF(F%d="","Chưa có số liệu",IF(K%[1]d<>"",IF(ABS(L%[1]d)<0.005,"Khớp vòng 2","Lệch vòng 2"),IF(H%[1]d<>"",IF(ABS(I%[1]d)<0.005,"Khớp vòng 1","Lệch vòng 1"),"Chờ vòng 1")))`, row), conclusion(r)}})
	}
	return s
}

// conclusion is what the formula says before a round has come.
func conclusion(r plan.Result) string {
	if r.Value == nil {
		return "Chưa có số liệu"
	}
	return "Chờ vòng 1"
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
