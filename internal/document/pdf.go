package document

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"io"
	"strings"

	"github.com/go-fonts/liberation/liberationserifbold"
	"github.com/go-fonts/liberation/liberationserifbolditalic"
	"github.com/go-fonts/liberation/liberationserifitalic"
	"github.com/go-fonts/liberation/liberationserifregular"
	"github.com/phpdave11/gofpdf"
)

// serif is Liberation Serif, which has the measures of Times New Roman and every
// letter of Vietnamese.
const serif = "liberation-serif"

var faces = []struct {
	style string
	ttf   []byte
}{
	{"", liberationserifregular.TTF}, {"B", liberationserifbold.TTF},
	{"I", liberationserifitalic.TTF}, {"BI", liberationserifbolditalic.TTF},
}

// mmPerPt is how many millimetres a point has.
const mmPerPt = 25.4 / 72

// WritePDF writes the document as PDF of A4 pages, set as the DOCX is.
func (d *Document) WritePDF(w io.Writer) error {
	f := gofpdf.New("P", "mm", "A4", "")
	f.SetCatalogSort(true)
	f.SetCreationDate(d.Made.UTC())
	f.SetModificationDate(d.Made.UTC())
	f.SetTitle(composed(d.Title), true)
	f.SetAuthor(composed(d.Author), true)
	f.SetCreator("Hạ Tầng Số", true)
	for _, face := range faces {
		f.AddUTF8FontFromBytes(serif, face.style, face.ttf)
	}
	f.SetMargins(marginLeftMM, marginTopMM, marginRightMM)
	f.SetAutoPageBreak(false, 0)
	p := &pdf{Fpdf: f, widths: map[int]bool{}}
	f.SetHeaderFunc(func() {
		if f.PageNo() > 1 {
			p.face("", pagePt)
			p.centre(marginLeftMM, 10+pagePt*mmPerPt, TextWidthMM, fmt.Sprint(f.PageNo()))
		}
	})
	p.page()
	if d.Head != nil {
		p.head(d.Head)
	}
	for i, b := range d.Blocks {
		p.keep(d.Blocks[i:])
		if i == len(d.Blocks)-1 && d.Signature != nil { // nobody signs a page without a word on it
			p.room(signatureMM(d.Signature) + 30)
		}
		if err := p.block(b); err != nil {
			return err
		}
	}
	if d.Signature != nil {
		p.signature(d.Signature)
	}
	return f.Output(w)
}

// pdf is a document being set: y is the top of what comes next.
type pdf struct {
	*gofpdf.Fpdf
	y        float64
	pt       float64
	pictures int
	widths   map[int]bool
}

const bottomMM = pageHeightMM - marginBottomMM

func (p *pdf) page() {
	p.AddPage()
	p.y = marginTopMM
}

// room begins a new page when so much does not fit below.
func (p *pdf) room(h float64) {
	if p.y+h > bottomMM && p.y > marginTopMM {
		p.page()
	}
}

func (p *pdf) face(style string, pt float64) {
	p.pt = pt
	p.SetFont(serif, style, pt)
}

// line is the height of a line of the face, in millimetres.
func (p *pdf) line() float64 { return p.pt * mmPerPt * lineSpacing }

// centre, at a baseline.
func (p *pdf) centre(x, y, w float64, s string) {
	s = composed(s)
	p.Text(x+(w-p.GetStringWidth(s))/2, y, s)
}

// word is one of a text, in its face.
type word struct {
	text  string
	style string
	w     float64
}

// words measures a text's words in a face.
func (p *pdf) words(s, style string, widest float64) (out []word) {
	p.face(style, p.pt)
	for _, w := range strings.FieldsFunc(composed(s), func(r rune) bool { return r == ' ' }) {
		// Both spaces are one glyph in the font, and only one of them is kept.
		w = strings.ReplaceAll(w, "\u00A0", " ")
		for w != "" {
			n := len(w)
			for p.GetStringWidth(w[:n]) > widest && n > 1 { // longer than its line: a path, a hash
				runes := []rune(w[:n])
				n = len(string(runes[:len(runes)-1]))
			}
			out, w = append(out, word{w[:n], style, p.GetStringWidth(w[:n])}), w[n:]
		}
	}
	return out
}

// set breaks words into lines of a width, the first of which begins so far in.
func (p *pdf) set(words []word, width, in float64) (lines [][]word) {
	space := p.GetStringWidth(" ")
	var line []word
	x := in
	for _, w := range words {
		if len(line) > 0 && x+space+w.w > width {
			lines, line, x = append(lines, line), nil, 0
		}
		if len(line) > 0 {
			x += space
		}
		line, x = append(line, w), x+w.w
	}
	if line != nil {
		lines = append(lines, line)
	}
	return lines
}

// draw draws a line of words with its baseline at y.
func (p *pdf) draw(line []word, x, y, width float64, a Align, last bool) {
	space, sum := p.GetStringWidth(" "), 0.0
	for _, w := range line {
		sum += w.w
	}
	left := width - sum - space*float64(len(line)-1)
	switch {
	case a == Center:
		x += left / 2
	case a == Right:
		x += left
	case a == Justified && !last && len(line) > 1:
		space += left / float64(len(line)-1)
	}
	for _, w := range line {
		p.face(w.style, p.pt)
		p.Text(x, y, w.text)
		x += w.w + space
	}
}

// text sets a paragraph from y on, over pages if need be.
func (p *pdf) text(words []word, x, width, in float64, a Align) {
	lines := p.set(words, width, in)
	for i, l := range lines {
		p.room(p.line())
		shift := 0.0
		if i == 0 {
			shift = in
		}
		p.draw(l, x+shift, p.y+p.pt*mmPerPt*0.92, width-shift, a, i == len(lines)-1)
		p.y += p.line()
	}
}

// plain sets a text in one face.
func (p *pdf) plain(s, style string, pt, x, width float64, a Align) {
	p.pt = pt
	p.text(p.words(s, style, width), x, width, 0, a)
}

func (p *pdf) rule(x0, x1 float64) {
	p.SetLineWidth(0.25)
	p.Line(x0, p.y+0.6, x1, p.y+0.6)
	p.y += 2.4
}

func (p *pdf) head(h *Letterhead) {
	left, right := TextWidthMM*agencyWidth, TextWidthMM*(1-agencyWidth)
	top := p.y
	for line := range strings.Lines(h.Parent) {
		p.plain(strings.ToUpper(line), "", agencyPt, marginLeftMM, left, Center)
	}
	p.plain(strings.ToUpper(h.Issuer), "B", agencyPt, marginLeftMM, left, Center)
	p.rule(marginLeftMM+left*0.32, marginLeftMM+left*0.68)
	p.plain(h.Number, "", bodyPt, marginLeftMM, left, Center)
	below := p.y
	p.y = top
	x := marginLeftMM + left
	p.plain(Nation, "B", nationPt, x, right, Center)
	p.plain(Motto, "B", mottoPt, x, right, Center)
	p.rule(x+right*0.21, x+right*0.79)
	p.plain(h.Place, "I", bodyPt, x, right, Center)
	p.y = max(p.y, below) + 5
	p.plain(strings.ToUpper(h.Kind), "B", kindPt, marginLeftMM, TextWidthMM, Center)
	p.plain(h.Subject, "B", kindPt, marginLeftMM, TextWidthMM, Center)
	p.rule(marginLeftMM+TextWidthMM*0.33, marginLeftMM+TextWidthMM*0.67)
	if h.Addressee != "" {
		p.y += 2
		p.plain("Kính gửi: "+h.Addressee, "", bodyPt+1, marginLeftMM, TextWidthMM, Center)
	}
	p.y += 3
}

// signatureMM is how high a signature stands.
func signatureMM(s *Signature) float64 { return max(45, 10+float64(len(s.Recipients))*5) }

func (p *pdf) signature(s *Signature) {
	p.y += 4
	p.room(signatureMM(s))
	top := p.y
	left := TextWidthMM * recipientsAt
	p.plain("Nơi nhận:", "BI", agencyPt, marginLeftMM, left, Left)
	for i, who := range s.Recipients {
		end := ";"
		if i == len(s.Recipients)-1 {
			end = "."
		}
		p.plain("- "+who+end, "", receiverPt, marginLeftMM, left-4, Left)
	}
	below := p.y
	p.y = top
	p.plain(strings.ToUpper(s.Authority), "B", bodyPt, marginLeftMM+left, TextWidthMM-left, Center)
	p.y += 24
	p.plain(s.Name, "B", bodyPt, marginLeftMM+left, TextWidthMM-left, Center)
	p.y = max(p.y, below)
}

// keep leaves no heading alone at the foot of a page.
func (p *pdf) keep(blocks []Block) {
	if _, ok := blocks[0].(Heading); !ok || len(blocks) < 2 {
		return
	}
	need := 22.0
	switch next := blocks[1].(type) {
	case Figure:
		if _, height, err := next.size(); err == nil {
			need += height
		}
	case Table:
		need += 36 // its caption, head and a row of some lines
	}
	p.room(need)
}

func (p *pdf) block(b Block) error {
	switch v := b.(type) {
	case Heading:
		style := "B"
		if headingItalic(v.Level) {
			style = "BI"
		}
		p.y += 1.5
		p.pt = bodyPt
		p.text(p.words(v.Text, style, TextWidthMM), marginLeftMM, TextWidthMM, indentMM, Left)
		p.y += 1
	case Paragraph:
		if v.Note {
			p.plain(v.Text, "I", notePt, marginLeftMM, TextWidthMM, Justified)
		} else {
			p.pt = bodyPt
			words := p.words(v.Lead, "B", TextWidthMM-indentMM)
			words = append(words, p.words(v.Text, "", TextWidthMM-indentMM)...)
			p.text(words, marginLeftMM, TextWidthMM, indentMM, Justified)
		}
		p.y += afterPt * mmPerPt
	case Table:
		p.table(v)
	case Figure:
		return p.figure(v)
	case PageBreak:
		p.page()
	}
	return nil
}

func (p *pdf) figure(f Figure) error {
	w, h, err := f.size()
	if err != nil {
		return err
	}
	p.room(h + 10)
	p.pictures++
	name := fmt.Sprintf("%04d", p.pictures)
	options := gofpdf.ImageOptions{ImageType: "PNG"}
	picture, err := p.apart(f.PNG)
	if err != nil {
		return fmt.Errorf("figure %q: %w", f.Caption, err)
	}
	p.RegisterImageOptionsReader(name, options, bytes.NewReader(picture))
	p.ImageOptions(name, marginLeftMM+(TextWidthMM-w)/2, p.y, w, h, false, options, 0, "")
	p.y += h + 1
	p.plain(f.Caption, "I", bodyPt-1, marginLeftMM, TextWidthMM, Center)
	p.y += 3
	return p.Error()
}

// apart gives a picture a width in pixels that none before it has, by repeating its
// last column: gofpdf writes pictures in the order of their widths, and those as
// wide in that of a map, so that the same document would be another file.
func (p *pdf) apart(b []byte) ([]byte, error) {
	picture, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	box := picture.Bounds()
	w := box.Dx()
	for p.widths[w] {
		w++
	}
	p.widths[w] = true
	if w == box.Dx() {
		return b, nil
	}
	var wide draw.Image = image.NewNRGBA(image.Rect(0, 0, w, box.Dy()))
	if grey, ok := picture.(*image.Paletted); ok { // as charts are: colours need not be looked for in the palette
		plain := image.NewPaletted(wide.Bounds(), grey.Palette)
		for y := range box.Dy() {
			row := plain.Pix[y*plain.Stride:][:w]
			n := copy(row, grey.Pix[y*grey.Stride:][:box.Dx()])
			for x := n; x < w; x++ {
				row[x] = row[n-1]
			}
		}
		wide = plain
	} else {
		draw.Draw(wide, box.Sub(box.Min), picture, box.Min, draw.Src)
		for x := box.Dx(); x < w; x++ {
			draw.Draw(wide, image.Rect(x, 0, x+1, box.Dy()), picture, image.Pt(box.Max.X-1, box.Min.Y), draw.Src)
		}
	}
	var out bytes.Buffer
	err = png.Encode(&out, wide)
	return out.Bytes(), err
}

const cellPadMM = 1.0

func (p *pdf) table(t Table) {
	widths := shares(t.Columns, TextWidthMM)
	heads := Row{Strong: true}
	for _, c := range t.Columns {
		heads.Cells = append(heads.Cells, c.Title)
	}
	_, headHeight := p.cells(t, widths, heads)
	firstHeight := 0.0
	if len(t.Rows) > 0 {
		_, firstHeight = p.cells(t, widths, t.Rows[0])
	}
	p.room(headHeight + firstHeight + 9)
	if t.Caption != "" {
		p.y += 1
		p.plain(t.Caption, "B", bodyPt-1, marginLeftMM, TextWidthMM, Center)
		p.y += 1
	}
	p.row(t, widths, heads, true)
	for _, r := range t.Rows {
		if _, h := p.cells(t, widths, r); p.y+h > bottomMM {
			p.page()
			p.row(t, widths, heads, true)
		}
		p.row(t, widths, r, false)
	}
	p.y += 3
}

// cells sets a row's cells, and says how high the row is.
func (p *pdf) cells(t Table, widths []float64, r Row) (cells [][][]word, height float64) {
	style := ""
	if r.Strong {
		style = "B"
	}
	p.face(style, tablePt)
	for i := range t.Columns {
		inner := widths[i] - 2*cellPadMM
		lines := p.set(p.words(r.cell(i), style, inner), inner, 0)
		cells, height = append(cells, lines), max(height, float64(max(1, len(lines)))*p.line()+1.2)
	}
	return cells, height
}

func (p *pdf) row(t Table, widths []float64, r Row, head bool) {
	cells, h := p.cells(t, widths, r)
	x := marginLeftMM
	p.SetLineWidth(0.18)
	for i, lines := range cells {
		how, align := "D", t.Columns[i].Align
		if head {
			p.SetFillColor(231, 231, 231)
			how, align = "FD", Center
		}
		p.Rect(x, p.y, widths[i], h, how)
		y := p.y + (h-float64(len(lines))*p.line())/2
		for n, l := range lines {
			p.draw(l, x+cellPadMM, y+p.pt*mmPerPt*0.95, widths[i]-2*cellPadMM, align, n == len(lines)-1)
			y += p.line()
		}
		x += widths[i]
	}
	p.y += h
}
