package report

import (
	"fmt"
	"io"
	"iter"
	"strconv"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"github.com/hatangso/hatangso/internal/registry"
)

// Limits of a marked workbook.
const (
	// MaxMarkedUnpackedBytes is the size, unpacked, of a workbook that is marked in
	// place: some 8,000 rows of 20 cells. It is held in memory, at some 15 times
	// that; a larger one is written anew, row by row, with its cells and without
	// its looks.
	MaxMarkedUnpackedBytes = 12 << 20
	// MaxMarkedComments is how many cells get a comment; further ones are coloured,
	// and their findings are on the sheet of findings.
	MaxMarkedComments = 5_000
	// MaxMarkedFindings is how many findings the sheet of findings lists; a last
	// line counts the rest.
	MaxMarkedFindings = 20_000
	// MaxMarkedText is how many UTF-16 code units a cell holds (Excel
	// specifications and limits).
	MaxMarkedText = 32_767
)

// FindingsSheet is the sheet of all findings.
const FindingsSheet = "Lỗi và cảnh báo"

// markAuthor signs our comments, so that those of an earlier check can be told
// from the filer's own.
const markAuthor = "Hạ Tầng Số"

// Marked is a filer's file with what a check found in it: cells coloured, with a
// comment each, and a sheet of all findings. Uploaded again, it is read as the
// same rows: the sheet of the rows gets no column and stays the first.
type Marked struct {
	// Original is the path of the filer's file when it is an XLSX, to be marked in
	// place; "" otherwise.
	Original string
	// Layer names the sheet the rows were read from; "" is the first not hidden.
	Layer string
	// Title names the sheet when the workbook is written anew.
	Title string
	// Columns are the headings as the reader gave them.
	Columns []string
	// Rows are all rows of the file, in order; read only when the workbook is
	// written anew. Those the reader refused are among them, with their numbers and
	// the cells there are, or they are not in the workbook; so are positions, as
	// columns lon and lat or wkt, where the file had geometries.
	Rows     iter.Seq2[MarkedRow, error]
	Findings []Finding
	Lang     Lang
}

// MarkedRow is a row of the filer's file.
type MarkedRow struct {
	Number int
	// Cells are its values by column: string, json.Number, bool or nil, as
	// encoding/json gives them with UseNumber. They stay text, number or truth
	// value.
	Cells []any
}

// WriteXLSX writes the workbook: the original marked in place, or a new one when
// there is none, it is too large, has macros, or package excelize cannot read it.
func (m *Marked) WriteXLSX(w io.Writer) error {
	findings := byRow(m.Findings)
	if m.Original != "" {
		fit, err := markable(m.Original, MaxMarkedUnpackedBytes)
		if err != nil {
			return err
		}
		if fit {
			if out, err := m.markInPlace(findings); err == nil {
				_, err = out.WriteTo(w)
				return err
			}
		}
	}
	return m.writeAnew(w, findings)
}

// markLooks are the styles of marked cells. The colours are nearly those of Excel's
// own bad and neutral: by the difference a mark is known. The edges tell the
// levels apart in print: thick, dashed, dotted.
var markLooks = map[level]struct {
	fill, edge string
	border     int
	bold       bool
}{
	errorLevel:    {"FFC6CD", "9C0006", 5, true},
	warningLevel:  {"FFEA9B", "9C5700", 3, false},
	verifiedLevel: {"DDE6DC", "5A6E5A", 4, false},
}

// dress gives a style the look of a level.
func (l level) dress(s *excelize.Style) {
	look := markLooks[l]
	s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{look.fill}}
	s.Border = nil
	for _, side := range []string{"left", "right", "top", "bottom"} {
		s.Border = append(s.Border, excelize.Border{Type: side, Style: look.border, Color: look.edge})
	}
}

// writeComment puts a comment on a cell, as large as its text needs.
func writeComment(f *excelize.File, sheet, cell, text string) error {
	lines := 2 + len([]rune(text))/50
	return f.AddComment(sheet, excelize.Comment{
		Author: markAuthor, Cell: cell, Width: 320, Height: uint(min(30+18*lines, 420)), // #nosec G115 -- bounded
		Paragraph: []excelize.RichTextRun{{Text: text, Font: &excelize.Font{Size: 9}}},
	})
}

// listFindings writes the sheet of findings, which must be there, empty. link
// gives the cell a finding is about, "" for the file as a whole.
func (m *Marked) listFindings(f *excelize.File, findings []Finding, sheet string, link func(*Finding) string) error {
	heading, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"},
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E6EEF5"}}})
	if err != nil {
		return err
	}
	text := "@"
	wrapped, err := f.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}, CustomNumFmt: &text})
	if err != nil {
		return err
	}
	linked, err := f.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{Vertical: "top"}, Font: &excelize.Font{Color: "0563C1", Underline: "single"}})
	if err != nil {
		return err
	}
	levels := map[level]int{}
	for l := range markLooks {
		style := excelize.Style{Alignment: &excelize.Alignment{Vertical: "top"}, Font: &excelize.Font{Bold: markLooks[l].bold}}
		l.dress(&style)
		if levels[l], err = f.NewStyle(&style); err != nil {
			return err
		}
	}
	out, err := f.NewStreamWriter(FindingsSheet)
	if err != nil {
		return err
	}
	for i, width := range []float64{9, 24, 22, 18, 13, 26, 60, 60, 60, 60} {
		if err := out.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	head := make([]any, 0, 10)
	for _, t := range []registry.Text{
		registry.T("Dòng", "Row"), registry.T("Cột", "Column"), registry.T("Giá trị", "Value"), registry.T("Mức", "Level"), registry.T("Bậc", "Tier"),
		registry.T("Quy tắc", "Rule"), registry.T("Nội dung", "Nội dung"), registry.T("Cách sửa", "Cách sửa"), registry.T("Message", "Message"), registry.T("Mend", "Mend"),
	} {
		head = append(head, excelize.Cell{StyleID: heading, Value: m.Lang.of(t)})
	}
	if err := out.SetRow("A1", head); err != nil {
		return err
	}
	for i := range findings[:min(len(findings), MaxMarkedFindings)] {
		x := &findings[i]
		row := excelize.Cell{StyleID: wrapped, Value: m.Lang.of(registry.T("Cả tệp", "The file"))}
		if x.Row > 0 {
			row.Value = strconv.Itoa(x.Row)
		}
		if cell := link(x); cell != "" {
			row = excelize.Cell{StyleID: linked, Value: x.Row, Formula: fmt.Sprintf(`HYPERLINK("#%s!%s",%d)`, quoteSheet(sheet), cell, x.Row)}
		}
		cells := []any{row}
		for j, s := range []string{x.Column, x.Value, m.Lang.of(levelWords[x.level()]), m.Lang.of(tierWords[x.Tier]), x.Rule,
			x.Message.VI, x.Mend.VI, x.Message.EN, x.Mend.EN} {
			style := wrapped
			if j == 2 {
				style = levels[x.level()]
			}
			cells = append(cells, excelize.Cell{StyleID: style, Value: clip(s, MaxMarkedText/2)})
		}
		if err := out.SetRow("A"+strconv.Itoa(i+2), cells); err != nil {
			return err
		}
	}
	if rest := len(findings) - MaxMarkedFindings; rest > 0 {
		more := registry.Tf("… và %d phát hiện khác; sửa các lỗi trên rồi nộp lại.", "… and %d more; mend those above and file again.", rest)
		if err := out.SetRow("A"+strconv.Itoa(MaxMarkedFindings+2), []any{m.Lang.of(more)}); err != nil {
			return err
		}
	}
	return out.Flush()
}

// quoteSheet writes a sheet's name as a formula's string has it.
func quoteSheet(name string) string {
	out := []byte{'\''}
	for i := range len(name) {
		switch name[i] {
		case '\'', '"':
			out = append(out, name[i])
		}
		out = append(out, name[i])
	}
	return string(append(out, '\''))
}

// fits says whether a cell holds a text.
func fits(s string) bool {
	return len(s) <= MaxMarkedText || len(utf16.Encode([]rune(s))) <= MaxMarkedText
}
