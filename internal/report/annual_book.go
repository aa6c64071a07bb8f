package report

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"

	"github.com/hatangso/hatangso/internal/plan"
)

// WriteXLSX writes the data annex: every value as a formula of its numerator and
// denominator, those as sums over the records where all are listed, with the
// definitions and sources.
func (a *Annual) WriteXLSX(w io.Writer) error {
	records := recordSheet(a.Records)
	return writeBook(w, fmt.Sprintf("Phụ lục số liệu: %s, %s", a.shortPlan(), dayVI(a.Board.AsOf)),
		a.targetSheet(), resultSheet(a.Results, a.Catalogue, a.Records), groupSheet(a.Communes, a.Catalogue), seriesSheet(a.Series, a.Catalogue), records, definitionSheet(a.Catalogue, a.Results), a.sourceSheet())
}

// Names of sheets that formulas of others speak of.
const (
	resultsName = "Kết quả"
	recordsName = "Bản ghi"
)

// targetSheet holds the plan's targets against the results.
func (a *Annual) targetSheet() *sheet {
	s := &sheet{name: "Mục tiêu", title: "Mục tiêu của kế hoạch và kết quả đến ngày " + dayVI(a.Board.AsOf),
		remarks: []string{a.planVI(), "Cột K lấy từ trang “" + resultsName + "” theo mã chỉ tiêu; cột L = K − G. Giá trị trống: chưa có số liệu."},
		columns: []sheetColumn{{"TT", 6}, {"Mã chỉ tiêu", 16}, {"Chỉ tiêu", 38}, {"Đơn vị", 12}, {"Mục tiêu (nguyên văn)", 24}, {"So sánh", 10}, {"Mục tiêu (số)", 12}, {"Hạn (năm)", 9}, {"Tử số", 14}, {"Mẫu số", 14}, {"Kết quả", 14}, {"Chênh lệch", 14}, {"Đánh giá", 16}, {"Lý do", 38}, {"Còn thiếu", 28}, {"Nghi vấn văn bản", 38}, {"Nguồn", 44}}}
	at := map[string]int{}
	for i, r := range a.Results {
		at[r.Indicator] = (&sheet{remarks: resultRemarks}).at(i)
	}
	for i, r := range a.Board.Items {
		row := s.at(i)
		var numerator, denominator, value any = r.Numerator, r.Denominator, r.Value
		if n := at[r.Target.Indicator]; n > 0 && r.Value != nil {
			value = formula{fmt.Sprintf("'%s'!G%d", resultsName, n), r.Value}
			if r.Numerator != nil {
				numerator = formula{fmt.Sprintf("'%s'!D%d", resultsName, n), r.Numerator}
			}
			if r.Denominator != nil {
				denominator = formula{fmt.Sprintf("'%s'!E%d", resultsName, n), r.Denominator}
			}
		}
		difference := formula{text: fmt.Sprintf(`IF(OR(G%d="",K%[1]d=""),"",K%[1]d-G%[1]d)`, row)}
		if r.Value != nil && r.Target.Value != nil {
			difference.value = r.Value.Minus(*r.Target.Value)
		}
		s.rows = append(s.rows, []any{i + 1, r.Target.Indicator, r.Title.VI, unitTitle(r.Unit), r.Target.Printed, string(r.Target.Comparator), r.Target.Value, fmt.Sprint(r.Target.DueYear),
			numerator, denominator, value, difference, r.Standing.Title().VI, r.Why.VI, r.Gap.VI, r.Target.Doubt.VI, r.Permalink})
	}
	return s
}

var resultRemarks = []string{"Kết quả (cột G) = tử số / mẫu số × hệ số; khoảng 1 bên khai (H, I) là giá trị khi mọi thỏa thuận mới một bên khai đều bị bác, hoặc đều được xác nhận."}

// resultSheet holds each indicator once: what the other sheets sum up to.
func resultSheet(results []plan.Result, catalogue plan.Catalogue, records []Behind) *sheet {
	s := &sheet{name: resultsName, title: "Kết quả từng chỉ tiêu", remarks: resultRemarks,
		columns: []sheetColumn{{"Mã chỉ tiêu", 16}, {"Chỉ tiêu", 40}, {"Tử số, mẫu số đếm", 26}, {"Tử số", 14}, {"Mẫu số", 14}, {"Hệ số", 8}, {"Kết quả", 14}, {"Thấp nhất", 12}, {"Cao nhất", 12}, {"Đơn vị", 13}, {"Lớp số liệu", 12}, {"Ngày", 12}, {"Địa bàn", 24}, {"Cách tính (phiên bản)", 12}, {"Loại trừ (bản ghi)", 10}, {"Phiên bản dữ liệu", 12}, {"Nguồn, chứng cứ", 44}, {"Ghi chú", 60}}}
	for i, r := range results {
		row := s.at(i)
		var numerator, denominator, value any = r.Numerator, r.Denominator, r.Value
		scale := int64(1)
		if n := catalogue.Find(r.Indicator); n != nil {
			scale = n.Scale()
		}
		if b := behindOf(records, r.Indicator); b != nil && b.sums(r) {
			numerator = formula{fmt.Sprintf("SUMIFS('%s'!I:I,'%[1]s'!A:A,A%d)", recordsName, row), r.Numerator}
			if r.Denominator != nil {
				denominator = formula{fmt.Sprintf("SUMIFS('%s'!H:H,'%[1]s'!A:A,A%d)", recordsName, row), r.Denominator}
			}
		}
		switch {
		case r.Value == nil:
		case r.Numerator != nil && r.Denominator != nil && r.Denominator.Cmp(plan.Decimal{}) != 0:
			value = formula{fmt.Sprintf(`IF(E%d=0,"",D%[1]d/E%[1]d*F%[1]d)`, row), r.Value}
		case r.Numerator != nil && r.Numerator.Cmp(*r.Value) == 0:
			value = formula{fmt.Sprintf("D%d", row), r.Value}
		}
		var low, high any
		if r.Interval != nil {
			low, high = r.Interval.Low, r.Interval.High
		}
		source := r.Permalink
		if r.Reported != nil {
			source = r.Reported.Source
			if r.Reported.Evidence != nil {
				source += "; " + *r.Reported.Evidence
			}
		}
		notes := r.Why.VI
		for _, n := range r.Notes {
			notes += "\n" + n.VI
		}
		s.rows = append(s.rows, []any{r.Indicator, r.Title.VI, r.NumeratorUnit.VI, numerator, denominator, scale, value, low, high, unitTitle(r.Unit), layerVI(r.Layer), r.AsOf,
			r.Territory.Name, r.Definition.Version, r.Excluded, r.DataVersion, source, notes})
	}
	return s
}

// layerVI words a layer of values.
func layerVI(layer string) string {
	if t, ok := map[string]string{"declared": "kê khai", "computed": "tính toán", "verified": "đã xác minh", "published": "xác minh, nếu chưa thì kê khai"}[layer]; ok {
		return t
	}
	return layer
}

func behindOf(all []Behind, indicator string) *Behind {
	for i := range all {
		if all[i].Indicator == indicator {
			return &all[i]
		}
	}
	return nil
}

// sums says that the records listed give the numerator and the denominator of a
// result: then its formulas may sum them.
func (b *Behind) sums(r plan.Result) bool {
	if b.Cut || r.Numerator == nil {
		return false
	}
	var num, den plan.Decimal
	for _, d := range b.Denominator {
		den = den.Plus(d.Weight)
		if n, ok := b.Numerator[d.ID]; ok {
			num = num.Plus(n)
		}
	}
	return num.Round(6).Cmp(r.Numerator.Round(6)) == 0 && (r.Denominator == nil || den.Round(6).Cmp(r.Denominator.Round(6)) == 0)
}

// groupSheet holds the results by commune.
func groupSheet(breakdowns []plan.Breakdown, catalogue plan.Catalogue) *sheet {
	s := &sheet{name: "Theo xã", title: "Kết quả theo xã, phường, đặc khu", remarks: []string{"Kết quả (cột G) = tử số / mẫu số × hệ số."},
		columns: []sheetColumn{{"Mã chỉ tiêu", 16}, {"Mã xã", 10}, {"Xã, phường", 30}, {"Tử số", 14}, {"Mẫu số", 14}, {"Hệ số", 8}, {"Kết quả", 14}}}
	for _, b := range breakdowns {
		for _, g := range b.Items {
			s.ratio(catalogue, b.Query.Indicator, []any{b.Query.Indicator, g.Key, g.Name}, g.Numerator, g.Denominator, g.Value)
		}
	}
	return s
}

// seriesSheet holds the results by month.
func seriesSheet(series []plan.Series, catalogue plan.Catalogue) *sheet {
	s := &sheet{name: "Theo tháng", title: "Kết quả theo tháng", remarks: []string{"Kết quả (cột G) = tử số / mẫu số × hệ số."},
		columns: []sheetColumn{{"Mã chỉ tiêu", 16}, {"Ngày", 12}, {"Chỉ tiêu", 40}, {"Tử số", 14}, {"Mẫu số", 14}, {"Hệ số", 8}, {"Kết quả", 14}}}
	for _, line := range series {
		title := ""
		if n := catalogue.Find(line.Query.Indicator); n != nil {
			title = n.Title.VI
		}
		for _, p := range line.Items {
			s.ratio(catalogue, line.Query.Indicator, []any{line.Query.Indicator, p.AsOf, title}, p.Numerator, p.Denominator, p.Value)
		}
	}
	return s
}

// ratio adds a row of three cells, a ratio and its formula: columns D to G.
func (s *sheet) ratio(catalogue plan.Catalogue, indicator string, first []any, numerator, denominator, value *plan.Decimal) {
	row, scale := s.at(len(s.rows)), int64(1)
	if n := catalogue.Find(indicator); n != nil {
		scale = n.Scale()
	}
	var shown any = value
	switch {
	case value == nil:
	case numerator != nil && denominator != nil && denominator.Cmp(plan.Decimal{}) != 0:
		shown = formula{fmt.Sprintf(`IF(E%d=0,"",D%[1]d/E%[1]d*F%[1]d)`, row), value}
	case numerator != nil && numerator.Cmp(*value) == 0:
		shown = formula{fmt.Sprintf("D%d", row), value}
	}
	s.rows = append(s.rows, append(first, numerator, denominator, scale, shown))
}

// recordSheet lists the records behind the results.
func recordSheet(all []Behind) *sheet {
	s := &sheet{name: recordsName, title: "Bản ghi đứng sau các con số", remarks: []string{"Mỗi dòng là một bản ghi của mẫu số, với trọng số của nó trong mẫu số (H) và tử số (I)."},
		columns: []sheetColumn{{"Mã chỉ tiêu", 16}, {"Loại", 20}, {"Số hiệu", 12}, {"Mã", 20}, {"Xã, phường", 28}, {"Kinh độ", 13}, {"Vĩ độ", 13}, {"Trong mẫu số", 13}, {"Trong tử số", 13}}}
	for _, b := range all {
		for _, r := range b.Denominator {
			s.rows = append(s.rows, []any{b.Indicator, recordTitle(r.Noun), r.ID, r.Code, r.Unit, r.Lon, r.Lat, r.Weight, b.Numerator[r.ID]})
		}
		if b.Cut {
			s.remarks = append(s.remarks, fmt.Sprintf("%s: chỉ liệt kê %d bản ghi đầu; con số ở trang “%s” tính trên tất cả.", b.Indicator, len(b.Denominator), resultsName))
		}
	}
	return s
}

// definitionSheet says how each number was reckoned, and on what that rests.
func definitionSheet(catalogue plan.Catalogue, results []plan.Result) *sheet {
	s := &sheet{name: "Cách tính", title: "Cách tính các chỉ tiêu", remarks: []string{"Mức tin cậy: SEEN – đã thấy văn bản; SEED – theo kế hoạch; RECALLED, INFERRED – cách hiểu, cần đối chiếu."},
		columns: []sheetColumn{{"Mã chỉ tiêu", 16}, {"Chỉ tiêu", 38}, {"Công thức", 60}, {"Căn cứ", 46}, {"Mức tin cậy", 12}, {"Phiên bản", 10}, {"Cách tính", 40}, {"Tham số", 60}}}
	for _, r := range results {
		n := catalogue.Find(r.Indicator)
		if n == nil {
			continue
		}
		parameters, err := json.Marshal(r.Definition.Parameters)
		if err != nil {
			parameters = []byte(err.Error())
		}
		s.rows = append(s.rows, []any{n.Code, n.Title.VI, n.Formula.VI, n.Clause, n.Mark, r.Definition.Version, r.Definition.Title.VI, string(parameters)})
	}
	return s
}

// sourceSheet says what the annex was made from.
func (a *Annual) sourceSheet() *sheet {
	s := &sheet{name: "Nguồn", title: "Nguồn số liệu", columns: []sheetColumn{{"Mục", 30}, {"Nội dung", 90}}}
	version := int64(0)
	for _, r := range a.Results {
		version = max(version, r.DataVersion)
	}
	for _, row := range [][2]string{
		{"Kế hoạch", a.planVI()}, {"Cơ quan lập", a.Office.Issuer}, {"Số liệu đến ngày", dayVI(a.Board.AsOf)},
		{"Địa bàn", cmp.Or(a.Board.Territory.Name, a.Plan.Territory.VI)}, {"Cách xếp bản ghi vào địa bàn", a.Board.Territory.MethodTitle.VI}, {"Lưu ý về địa bàn", a.Board.Why.VI},
		{"Phiên bản dữ liệu", fmt.Sprintf("%d (vị trí trong nhật ký thay đổi; mọi thay đổi đến đó đều được tính)", version)},
	} {
		s.rows = append(s.rows, []any{row[0], row[1]})
	}
	return s
}
