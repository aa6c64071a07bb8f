package document

import (
	"bytes"
	"fmt"
	"image/png"
	"strings"
)

// docx is the body being written, and the pictures it shows.
type docx struct {
	xml      strings.Builder
	pictures [][]byte
	// last says that the signature follows: it stands on the page of the last words.
	last bool
}

// firstPicture is the relation of the first picture: three stand before it.
const firstPicture = 4

// emuPerMM is how many English Metric Units a millimetre has.
const emuPerMM = 36000

// paragraph writes one with properties and a run.
func (b *docx) paragraph(properties, runs string) {
	fmt.Fprintf(&b.xml, `<w:p><w:pPr>%s</w:pPr>%s</w:p>`, properties, runs)
}

// run gives a text in a face.
func run(text string, pt float64, bold, italic bool) string {
	if text == "" {
		return ""
	}
	var p strings.Builder
	if bold {
		p.WriteString("<w:b/>")
	}
	if italic {
		p.WriteString("<w:i/>")
	}
	if pt > 0 {
		fmt.Fprintf(&p, `<w:sz w:val="%d"/><w:szCs w:val="%[1]d"/>`, halfPoints(pt))
	}
	return `<w:r><w:rPr>` + p.String() + `</w:rPr><w:t xml:space="preserve">` + escaped(text) + `</w:t></w:r>`
}

const centred = `<w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/>`

// rule gives a paragraph that is nothing but a line, so far in on both sides.
func rule(inMM float64) string {
	return fmt.Sprintf(`<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr><w:spacing w:before="0" w:after="80" w:line="40" w:lineRule="exact"/><w:ind w:left="%d" w:right="%[1]d"/></w:pPr></w:p>`, twips(inMM))
}

// sides writes a row of two cells without borders, for what stands side by side.
func (b *docx) sides(left, right string, share float64) {
	l, r := twips(TextWidthMM*share), twips(TextWidthMM*(1-share))
	fmt.Fprintf(&b.xml, `<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>`+
		`<w:tblGrid><w:gridCol w:w="%d"/><w:gridCol w:w="%d"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>`+
		`<w:tc><w:tcPr><w:tcW w:w="%[2]d" w:type="dxa"/></w:tcPr>%[4]s</w:tc><w:tc><w:tcPr><w:tcW w:w="%[3]d" w:type="dxa"/></w:tcPr>%[5]s</w:tc></w:tr></w:tbl>`, l+r, l, r, left, right)
}

func centredLine(text string, pt float64, bold, italic bool) string {
	return `<w:p><w:pPr>` + centred + `</w:pPr>` + run(text, pt, bold, italic) + `</w:p>`
}

func (b *docx) head(h *Letterhead) {
	left := ""
	for line := range strings.Lines(h.Parent) {
		left += centredLine(strings.ToUpper(strings.TrimSpace(line)), agencyPt, false, false)
	}
	agency := TextWidthMM * agencyWidth
	left += centredLine(strings.ToUpper(h.Issuer), agencyPt, true, false) + rule(agency*0.32) + centredLine(h.Number, bodyPt, false, false)
	nation := TextWidthMM * (1 - agencyWidth)
	right := centredLine(Nation, nationPt, true, false) + centredLine(Motto, mottoPt, true, false) + rule(nation*0.21) + centredLine(h.Place, bodyPt, false, true)
	b.sides(left, right, agencyWidth)
	b.paragraph(`<w:spacing w:before="240" w:after="0"/><w:jc w:val="center"/>`, run(strings.ToUpper(h.Kind), kindPt, true, false))
	b.paragraph(`<w:spacing w:before="0" w:after="60"/><w:jc w:val="center"/>`, run(h.Subject, kindPt, true, false))
	b.xml.WriteString(rule(TextWidthMM * 0.33))
	if h.Addressee != "" {
		b.paragraph(`<w:spacing w:before="120" w:after="160"/><w:jc w:val="center"/>`, run("Kính gửi: "+h.Addressee, bodyPt+1, false, false))
	}
}

func (b *docx) signature(s *Signature) {
	left := `<w:p><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr>` + run("Nơi nhận:", agencyPt, true, true) + `</w:p>`
	for i, who := range s.Recipients {
		end := ";"
		if i == len(s.Recipients)-1 {
			end = "."
		}
		left += `<w:p><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr>` + run("- "+who+end, receiverPt, false, false) + `</w:p>`
	}
	right := centredLine(strings.ToUpper(s.Authority), bodyPt, true, false)
	for range 4 {
		right += centredLine(" ", bodyPt, false, false)
	}
	right += centredLine(s.Name, bodyPt, true, false)
	b.paragraph(`<w:keepNext/><w:spacing w:before="120" w:after="0"/>`, "")
	b.sides(left, right, recipientsAt)
	b.paragraph(`<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>`, "") // a body may not end with a table
}

func (b *docx) block(block Block) error {
	switch v := block.(type) {
	case Heading:
		b.paragraph(fmt.Sprintf(`<w:pStyle w:val="Heading%d"/>`, v.Level), run(v.Text, 0, false, false))
	case Paragraph:
		style := "Text"
		if v.Note {
			style = "Note"
		}
		lead := v.Lead
		if lead != "" {
			lead += " "
		}
		keep := ""
		if b.last {
			keep = "<w:keepNext/><w:keepLines/>"
		}
		b.paragraph(`<w:pStyle w:val="`+style+`"/>`+keep, run(lead, 0, true, false)+run(v.Text, 0, false, false))
	case Table:
		b.table(v)
	case Figure:
		return b.figure(v)
	case PageBreak:
		b.xml.WriteString(`<w:p><w:pPr><w:spacing w:after="0"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>`)
	}
	return nil
}

var justification = map[Align]string{Left: "left", Center: "center", Right: "right", Justified: "both"}

func (b *docx) table(t Table) {
	if t.Caption != "" {
		b.paragraph(`<w:pStyle w:val="Caption"/>`, run(t.Caption, 0, false, false))
	}
	widths := shares(t.Columns, TextWidthMM)
	fmt.Fprintf(&b.xml, `<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:tblBorders>`, twips(TextWidthMM))
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		fmt.Fprintf(&b.xml, `<w:%s w:val="single" w:sz="4" w:space="0" w:color="000000"/>`, side)
	}
	b.xml.WriteString(`</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`)
	for _, w := range widths {
		fmt.Fprintf(&b.xml, `<w:gridCol w:w="%d"/>`, twips(w))
	}
	b.xml.WriteString(`</w:tblGrid>`)
	heads := Row{Strong: true}
	for _, c := range t.Columns {
		heads.Cells = append(heads.Cells, c.Title)
	}
	b.row(t, widths, heads, true)
	for _, r := range t.Rows {
		b.row(t, widths, r, false)
	}
	b.xml.WriteString(`</w:tbl>`)
	b.paragraph(`<w:spacing w:before="0" w:after="60" w:line="120" w:lineRule="exact"/>`, "")
}

func (b *docx) row(t Table, widths []float64, r Row, head bool) {
	b.xml.WriteString(`<w:tr><w:trPr><w:cantSplit/>`)
	if head {
		b.xml.WriteString(`<w:tblHeader/>`)
	}
	b.xml.WriteString(`</w:trPr>`)
	for i, c := range t.Columns {
		align, shade := c.Align, ""
		if head {
			align, shade = Center, `<w:shd w:val="clear" w:color="auto" w:fill="E7E7E7"/>`
		}
		fmt.Fprintf(&b.xml, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>%s<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="Cell"/><w:jc w:val="%s"/></w:pPr>%s</w:p></w:tc>`,
			twips(widths[i]), shade, justification[align], run(r.cell(i), 0, r.Strong, false))
	}
	b.xml.WriteString(`</w:tr>`)
}

// cell is a cell's text, empty where the row has none.
func (r Row) cell(i int) string {
	if i < len(r.Cells) {
		return r.Cells[i]
	}
	return ""
}

// shares parts a width among columns.
func shares(columns []Column, width float64) []float64 {
	sum := 0.0
	for _, c := range columns {
		sum += c.Width
	}
	out := make([]float64, len(columns))
	for i, c := range columns {
		out[i] = c.Width / sum * width
	}
	return out
}

// size gives how large a figure stands, in millimetres: no wider than the text and
// no higher than two thirds of a page.
func (f Figure) size() (w, h float64, err error) {
	c, err := png.DecodeConfig(bytes.NewReader(f.PNG))
	if err != nil {
		return 0, 0, fmt.Errorf("figure %q: %w", f.Caption, err)
	}
	w = min(f.WidthMM, TextWidthMM)
	h = w * float64(c.Height) / float64(c.Width)
	if most := (pageHeightMM - marginTopMM - marginBottomMM) * 2 / 3; h > most {
		w, h = w*most/h, most
	}
	return w, h, nil
}

func (b *docx) figure(f Figure) error {
	w, h, err := f.size()
	if err != nil {
		return err
	}
	b.pictures = append(b.pictures, f.PNG)
	n := len(b.pictures)
	cx, cy := int(w*emuPerMM), int(h*emuPerMM)
	b.paragraph(`<w:pStyle w:val="Figure"/>`, fmt.Sprintf(`<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%d" cy="%d"/><wp:docPr id="%d" name="Hình %[3]d" descr="%s"/>`+
		`<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="%[3]d" name="image%[3]d.png"/><pic:cNvPicPr/></pic:nvPicPr>`+
		`<pic:blipFill><a:blip r:embed="rId%[5]d"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%[1]d" cy="%[2]d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
		cx, cy, n, escaped(f.Alt), n-1+firstPicture))
	b.paragraph(`<w:pStyle w:val="FigureCaption"/>`, run(f.Caption, 0, false, false))
	return nil
}
