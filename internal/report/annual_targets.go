package report

import (
	"fmt"
	"strings"

	"github.com/hatangso/hatangso/internal/chart"
	"github.com/hatangso/hatangso/internal/document"
	"github.com/hatangso/hatangso/internal/plan"
)

// results is the heart: the targets, what they stand at, where and since when.
func (a *Annual) results(s *script) error {
	s.heading(1, "II. KẾT QUẢ THỰC HIỆN CÁC MỤC TIÊU")
	s.heading(2, "1. Đánh giá chung")
	var counts []string
	for _, standing := range plan.Standings {
		counts = append(counts, fmt.Sprintf("%s: %d", lowerFirst(standing.Title().VI), a.Board.Counts[standing]))
	}
	s.text("Kế hoạch có %d mục tiêu; đến ngày %s: %s.", len(a.Board.Items), dayVI(a.Board.AsOf), strings.Join(counts, "; "))
	s.table("Kết quả thực hiện từng mục tiêu", []document.Column{
		{Title: "TT", Width: 8, Align: document.Center}, {Title: "Chỉ tiêu", Width: 38}, {Title: "Mục tiêu kế hoạch", Width: 25}, {Title: "Hạn", Width: 10, Align: document.Center},
		{Title: "Kết quả", Width: 20, Align: document.Right}, {Title: "Tử số / mẫu số", Width: 22, Align: document.Right}, {Title: "Đánh giá", Width: 17, Align: document.Center}, {Title: "Còn thiếu", Width: 32},
	}, a.targetRows())
	s.note("Cột “Mục tiêu” ghi nguyên văn kế hoạch. Tử số, mẫu số “–”: giá trị được báo cáo trực tiếp hoặc chưa có.")
	if bars, n := a.bars(); n > 0 {
		png, err := bars.PNG()
		if err := s.figure(png, err, "Kết quả và mục tiêu của các chỉ tiêu tính bằng phần trăm", a.barsAlt()); err != nil {
			return err
		}
	}
	a.unmet(s)
	a.doubts(s)
	if err := a.course(s); err != nil {
		return err
	}
	return a.places(s)
}

func (a *Annual) targetRows() (rows []document.Row) {
	for i, r := range a.Board.Items {
		gap := r.Gap.VI
		if gap == "" {
			gap = "–"
		}
		rows = append(rows, document.Row{Cells: []string{fmt.Sprint(i + 1), r.Title.VI, r.Target.Printed, fmt.Sprint(r.Target.DueYear),
			valueVI(r.Value, r.Unit), ofVI(r.Numerator, r.Denominator), r.Standing.Title().VI, gap}})
	}
	return rows
}

// standingFill tells standings apart in black and white.
var standingFill = map[plan.Standing]chart.Pattern{
	plan.Met: chart.Solid, plan.OnTrack: chart.Crosses, plan.Behind: chart.Slashes, plan.NotComparable: chart.Dots, plan.NoData: chart.Unknown,
}

// bars are the targets in per cent for which there is a value.
func (a *Annual) bars() (b chart.Bars, n int) {
	b = chart.Bars{Max: 100, Unit: " %", Mark: "Mục tiêu của kế hoạch"}
	used, again := map[plan.Standing]bool{}, map[string]int{}
	for _, r := range a.Board.Items {
		again[r.Target.Indicator]++
	}
	for _, r := range a.Board.Items {
		if r.Unit != plan.Percent || r.Value == nil {
			continue
		}
		v := r.Value.Float()
		label := r.Title.VI
		switch {
		case again[r.Target.Indicator] == 1:
		case r.Target.Cohort == plan.New: // a target of what is new beside one of all there is
			label += " (mục tiêu của xây mới)"
		default:
			label += fmt.Sprintf(" (%d)", r.Target.DueYear)
		}
		bar := chart.Bar{Label: label, Value: &v, Text: valueVI(r.Value, r.Unit), Fill: standingFill[r.Standing]}
		if r.Target.Value != nil {
			t := r.Target.Value.Float()
			bar.Target = &t
		}
		used[r.Standing] = true
		b.Items = append(b.Items, bar)
	}
	for _, standing := range plan.Standings {
		if used[standing] {
			b.Legend = append(b.Legend, chart.Key{Fill: standingFill[standing], Text: standing.Title().VI})
		}
	}
	return b, len(b.Items)
}

func (a *Annual) barsAlt() string {
	var parts []string
	for _, r := range a.Board.Items {
		if r.Unit == plan.Percent && r.Value != nil {
			parts = append(parts, fmt.Sprintf("%s: %s, mục tiêu %s", r.Title.VI, valueVI(r.Value, r.Unit), targetVI(r.Target, r.Unit)))
		}
	}
	return strings.Join(parts, "; ")
}

// unmet tells of every target that is behind or on the way.
func (a *Annual) unmet(s *script) {
	first := true
	for _, r := range a.Board.Items {
		if r.Standing != plan.Behind && r.Standing != plan.OnTrack {
			continue
		}
		if first {
			s.heading(2, "2. Các mục tiêu chưa đạt")
			first = false
		}
		made := ""
		if r.Numerator != nil && r.Denominator != nil {
			made = fmt.Sprintf(" (%s)", strings.ReplaceAll(ofVI(r.Numerator, r.Denominator), " ", "\u00A0"))
		}
		text := fmt.Sprintf("Đạt %s%s, mục tiêu %s năm %d. %s", valueVI(r.Value, r.Unit), made, targetVI(r.Target, r.Unit), r.Target.DueYear, sentence(r.Why.VI))
		if r.Gap.VI != "" {
			text += " " + sentence(r.Gap.VI)
		}
		if r.Expected != nil {
			text += fmt.Sprintf(" Theo tiến độ đều, ngày này cần đạt %s.", valueVI(r.Expected, r.Unit))
		}
		if r.Trend != nil {
			text += " " + sentence(r.Trend.Title.VI)
		}
		s.lead("- "+r.Title.VI+":", text)
	}
	if first {
		s.heading(2, "2. Các mục tiêu chưa đạt")
		s.text("Không có mục tiêu nào đã có số liệu mà chưa đạt.")
	}
}

// doubts tells of the targets whose text waits for a person who knows the original.
func (a *Annual) doubts(s *script) {
	first := true
	for _, r := range a.Board.Items {
		if r.Target.Doubt.VI == "" {
			continue
		}
		if first {
			s.heading(2, "3. Các mục tiêu cần đối chiếu văn bản gốc")
			first = false
		}
		s.lead("- "+r.Title.VI+":", fmt.Sprintf("Kế hoạch ghi “%s”. %s", r.Target.Printed, sentence(r.Target.Doubt.VI)))
	}
	if first {
		s.heading(2, "3. Các mục tiêu cần đối chiếu văn bản gốc")
		s.text("Không có.")
	}
}
