package report

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/hatangso/hatangso/internal/chart"
	"github.com/hatangso/hatangso/internal/document"
	"github.com/hatangso/hatangso/internal/plan"
)

// maxCharts is how many indicators a report draws over time and on the map.
const maxCharts = 2

func (a *Annual) course(s *script) error {
	shown := 0
	for _, series := range a.farthest() {
		line := chart.Line{}
		known := 0
		for _, p := range series.Items {
			m := chart.Moment{Label: p.AsOf.Time().Format("01/2006")}
			if p.Value != nil {
				v := p.Value.Float()
				m.Value = &v
				known++
			}
			line.Points = append(line.Points, m)
		}
		n := a.Catalogue.Find(series.Query.Indicator)
		if known < 2 || n == nil || shown == maxCharts {
			continue
		}
		if shown == 0 {
			s.heading(2, "4. Diễn biến theo thời gian")
		}
		shown++
		line.Unit = unitVI(n.Unit)
		if n.Unit == plan.Percent {
			line.Max = 100
		}
		if t := a.target(n.Code); t != nil && t.Value != nil {
			v := t.Value.Float()
			line.Target, line.Mark = &v, "Mục tiêu: "+targetVI(*t, n.Unit)
		}
		png, err := line.PNG()
		first, last := series.Items[0], series.Items[len(series.Items)-1]
		if err := s.figure(png, err, n.Title.VI+", theo tháng", fmt.Sprintf("Ngày %s: %s; ngày %s: %s", dayVI(first.AsOf), valueVI(first.Value, n.Unit), dayVI(last.AsOf), valueVI(last.Value, n.Unit))); err != nil {
			return err
		}
	}
	if shown == 0 {
		s.heading(2, "4. Diễn biến theo thời gian")
		s.text("Chưa có đủ số liệu qua các tháng để so sánh.")
	}
	return nil
}

// farthest are the series, those farthest from their target first.
func (a *Annual) farthest() []plan.Series {
	series := slices.Clone(a.Series)
	slices.SortStableFunc(series, func(x, y plan.Series) int {
		return cmp.Compare(a.distance(y.Query.Indicator), a.distance(x.Query.Indicator))
	})
	return series
}

// distance is how far an indicator is from its target, as a share of it; 0 for what
// has none, or has met it.
func (a *Annual) distance(code string) (most float64) {
	for _, r := range a.Board.Items {
		if r.Target.Indicator == code && r.Value != nil && r.Target.Value != nil && r.Target.Value.Float() > 0 {
			most = max(most, (r.Target.Value.Float()-r.Value.Float())/r.Target.Value.Float())
		}
	}
	return most
}

// target is the plan's target of an indicator that is due first after the day,
// else the last.
func (a *Annual) target(code string) (best *plan.Target) {
	for i := range a.Board.Items {
		t := &a.Board.Items[i].Target
		if t.Indicator == code && (best == nil || t.DueYear < best.DueYear && t.DueYear >= a.year() || best.DueYear < a.year() && t.DueYear > best.DueYear) {
			best = t
		}
	}
	return best
}

// lowest is how many communes a report lists for each indicator.
const lowest = 10

func (a *Annual) places(s *script) error {
	s.heading(2, "5. Theo địa bàn cấp xã")
	shown := 0
	breakdowns := slices.Clone(a.Communes)
	slices.SortStableFunc(breakdowns, func(x, y plan.Breakdown) int {
		return cmp.Compare(a.distance(y.Query.Indicator), a.distance(x.Query.Indicator))
	})
	for _, b := range breakdowns {
		n := a.Catalogue.Find(b.Query.Indicator)
		var known []plan.Group
		for _, g := range b.Items {
			if g.Value != nil && g.Key != "" {
				known = append(known, g)
			}
		}
		if n == nil || len(known) < 2 || shown == maxCharts {
			continue
		}
		shown++
		// of those alike, where there is most to be done first
		slices.SortStableFunc(known, func(x, y plan.Group) int {
			return cmp.Or(x.Value.Cmp(*y.Value), cmp.Compare(size(y), size(x)), cmp.Compare(x.Key, y.Key))
		})
		if picture, drawn := a.areas(b, known); drawn > 1 {
			png, err := picture.PNG()
			if err := s.figure(png, err, n.Title.VI+" theo xã, phường", fmt.Sprintf("Thấp nhất %s: %s; cao nhất %s: %s", known[0].Name, valueVI(known[0].Value, n.Unit), known[len(known)-1].Name, valueVI(known[len(known)-1].Value, n.Unit))); err != nil {
				return err
			}
		}
		var rows []document.Row
		for i, g := range known[:min(lowest, len(known))] {
			rows = append(rows, document.Row{Cells: []string{fmt.Sprint(i + 1), g.Name, figure(g.Numerator, 2), figure(g.Denominator, 2), valueVI(g.Value, n.Unit)}})
		}
		caption := n.Title.VI + ": các xã, phường thấp nhất"
		if len(known) <= lowest {
			caption = n.Title.VI + " theo xã, phường"
		}
		s.table(caption, []document.Column{{Title: "TT", Width: 8, Align: document.Center}, {Title: "Xã, phường", Width: 60}, {Title: "Tử số", Width: 25, Align: document.Right}, {Title: "Mẫu số", Width: 25, Align: document.Right}, {Title: "Kết quả", Width: 30, Align: document.Right}}, rows)
	}
	if shown == 0 {
		s.text("Chưa có số liệu theo xã để so sánh trên địa bàn này.")
	}
	return nil
}

// size is how much a group counts out of.
func size(g plan.Group) float64 {
	if g.Denominator == nil {
		return 0
	}
	return g.Denominator.Float()
}

// areas draws communes in four classes of as many each, and those without a number.
// Where many are as low as the lowest these are a class, and the rest is parted.
func (a *Annual) areas(b plan.Breakdown, known []plan.Group) (m chart.Areas, drawn int) {
	n := a.Catalogue.Find(b.Query.Indicator)
	fills := []chart.Pattern{chart.Blank, chart.Dots, chart.Slashes, chart.Solid}
	var bounds []plan.Decimal // the least value of each class but the first
	rest, parts := known, len(fills)
	if lowest := *known[0].Value; lowest.Cmp(*known[len(known)/len(fills)].Value) == 0 {
		above := slices.IndexFunc(known, func(g plan.Group) bool { return g.Value.Cmp(lowest) > 0 })
		if above >= 0 {
			rest, parts, bounds = known[above:], len(fills)-1, append(bounds, *known[above].Value)
		}
	}
	for i := 1; i < parts; i++ {
		v := *rest[i*len(rest)/parts].Value
		if (len(bounds) == 0 || v.Cmp(bounds[len(bounds)-1]) > 0) && v.Cmp(*known[0].Value) > 0 {
			bounds = append(bounds, v)
		}
	}
	fills = [][]chart.Pattern{{chart.Dots}, {chart.Blank, chart.Slashes}, {chart.Blank, chart.Dots, chart.Slashes}, fills}[len(bounds)]
	class := func(v plan.Decimal) int {
		i := 0
		for i < len(bounds) && v.Cmp(bounds[i]) >= 0 {
			i++
		}
		return i
	}
	values := map[string]*plan.Decimal{}
	for _, g := range known {
		values[g.Key] = g.Value
	}
	missing := false
	codes := make([]string, 0, len(a.Shapes))
	for code := range a.Shapes {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	for _, code := range codes {
		area := chart.Area{Shape: a.Shapes[code], Fill: chart.Unknown}
		if v := values[code]; v != nil {
			area.Fill = fills[class(*v)]
			drawn++
		} else {
			missing = true
		}
		m.Items = append(m.Items, area)
	}
	for i := 0; i <= len(bounds); i++ {
		text := ""
		switch {
		case len(bounds) == 0:
			text = valueVI(known[0].Value, n.Unit)
		case i == 0:
			text = "dưới " + valueVI(&bounds[0], n.Unit)
		case i == len(bounds):
			text = "từ " + valueVI(&bounds[i-1], n.Unit)
		default:
			text = fmt.Sprintf("từ %s đến dưới %s", figure(&bounds[i-1], 2), valueVI(&bounds[i], n.Unit))
		}
		m.Legend = append(m.Legend, chart.Key{Fill: fills[i], Text: text})
	}
	if missing {
		m.Legend = append(m.Legend, chart.Key{Fill: chart.Unknown, Text: "Chưa có số liệu"})
	}
	return m, drawn
}
