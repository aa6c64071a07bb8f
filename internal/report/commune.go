package report

import (
	"fmt"
	"io"

	"github.com/hatangso/hatangso/internal/chart"
	"github.com/hatangso/hatangso/internal/document"
	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

// Commune is the sheet of one commune, for its chairman's phone (phiếu thông tin
// hạ tầng số cấp xã): one page.
type Commune struct {
	Office Office
	// Name is the commune's with its kind, Code its code on the day.
	Name, Code string
	// Population is nil when nobody has said it.
	Population *int64
	AsOf       registry.Date
	// Works counts what stands there, by kind.
	Works map[registry.Kind]int64
	// Here are the indicators of the commune, There the same of its province.
	Here, There []plan.Result
	// Papers counts its sites by verdict; nil when the reader may not know.
	Papers *Papers
}

// Papers counts sites by whether they are lawful.
type Papers struct{ Sites, Lawful, Unlawful, Unknown, CertificatesEnded int64 }

// WriteHTML writes the sheet for a phone.
func (c *Commune) WriteHTML(w io.Writer) error {
	return writeDocument(w, func() (*document.Document, error) { return c.document(true) }, (*document.Document).WriteHTML)
}

// WritePDF writes the sheet to print.
func (c *Commune) WritePDF(w io.Writer) error {
	return writeDocument(w, func() (*document.Document, error) { return c.document(false) }, (*document.Document).WritePDF)
}

// document puts the sheet together; its picture is narrow for a phone.
func (c *Commune) document(narrow bool) (*document.Document, error) {
	s := &script{}
	intro := fmt.Sprintf("Số liệu đến ngày %s.", dayVI(c.AsOf))
	if c.Population != nil {
		n := plan.Whole(*c.Population)
		intro += " Dân số: " + figure(&n, 0) + " người."
	}
	s.text("%s", intro)
	bars := chart.Bars{Narrow: narrow, Max: 100, Unit: " %", Mark: "Toàn tỉnh", Legend: []chart.Key{{Fill: chart.Slashes, Text: c.Name}}}
	var rows []document.Row
	for i, r := range c.Here {
		there := "–"
		var mark *float64
		if i < len(c.There) && c.There[i].Value != nil {
			there = valueVI(c.There[i].Value, r.Unit)
			v := c.There[i].Value.Float()
			mark = &v
		}
		rows = append(rows, document.Row{Cells: []string{r.Title.VI, valueVI(r.Value, r.Unit), ofVI(r.Numerator, r.Denominator), there}})
		if r.Unit == plan.Percent && r.Value != nil {
			v := r.Value.Float()
			bars.Items = append(bars.Items, chart.Bar{Label: r.Title.VI, Value: &v, Target: mark, Text: figure(r.Value, 2) + " %", Fill: chart.Slashes})
		}
	}
	s.blocks = append(s.blocks, document.Table{Columns: []document.Column{{Title: "Chỉ tiêu", Width: 60}, {Title: "Kết quả", Width: 28, Align: document.Right}, {Title: "Tử số/mẫu số", Width: 26, Align: document.Right}, {Title: "Toàn tỉnh", Width: 28, Align: document.Right}}, Rows: rows})
	if len(bars.Items) > 0 {
		png, err := bars.PNG()
		if err := s.figure(png, err, "So với toàn tỉnh", "Kết quả của xã so với toàn tỉnh, như bảng trên"); err != nil {
			return nil, err
		}
	}
	rows = nil
	for _, noun := range registry.Nouns {
		if n := c.Works[noun.Kind]; n > 0 && noun.Kind != "" {
			count := plan.Whole(n)
			rows = append(rows, document.Row{Cells: []string{noun.Title.VI, figure(&count, 0)}})
		}
	}
	if len(rows) > 0 {
		s.blocks = append(s.blocks, document.Table{Columns: []document.Column{{Title: "Công trình đang sử dụng", Width: 110}, {Title: "Số lượng", Width: 32, Align: document.Right}}, Rows: rows})
	} else {
		s.text("Chưa có công trình nào được kê khai trên địa bàn.")
	}
	if p := c.Papers; p != nil {
		s.lead("Giấy tờ của vị trí trạm:", fmt.Sprintf("%d vị trí; đủ căn cứ %d; thiếu %d; chưa rõ %d; giấy chứng nhận kiểm định đã hết hạn %d.", p.Sites, p.Lawful, p.Unlawful, p.Unknown, p.CertificatesEnded))
	}
	return &document.Document{Title: "Hạ tầng số " + c.Name, Author: c.Office.Issuer, Made: made(c.AsOf),
		Head: &document.Letterhead{Parent: c.Office.committee(), Issuer: c.Office.Issuer, Number: "", Place: "Ngày " + dayVI(c.AsOf), Kind: c.Name, Subject: "Thông tin hạ tầng số"}, Blocks: s.blocks}, nil
}
