package report

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

// sheet is one of a workbook that reports are checked by (phụ lục số liệu): a
// title, remarks, then a table. Cells are string, int64, int, float64, *plan.Decimal,
// plan.Decimal, registry.Date, nil or formula.
type sheet struct {
	name    string
	title   string
	remarks []string
	columns []sheetColumn
	rows    [][]any
}

type sheetColumn struct {
	title string
	width float64
}

// formula is a live one, without "=", and the value it has now: what is shown by
// programs that do not reckon.
type formula struct {
	text  string
	value any
}

// head is the row of the column titles, from 1; the data follow it.
func (s *sheet) head() int { return len(s.remarks) + 3 }

// at is the row of the i-th data row, as formulas name it.
func (s *sheet) at(i int) int { return s.head() + 1 + i }

// writeBook writes the sheets as XLSX. The same sheets give the same bytes.
func writeBook(w io.Writer, title string, sheets ...*sheet) error {
	f := excelize.NewFile()
	defer f.Close()
	full := true
	if err := f.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &full}); err != nil {
		return err
	}
	if err := f.SetDocProps(&excelize.DocProperties{Title: norm.NFC.String(title), Creator: "Hạ Tầng Số", Language: "vi-VN"}); err != nil {
		return err
	}
	styles, err := newBookStyles(f)
	if err != nil {
		return err
	}
	for i, s := range sheets {
		if i == 0 {
			err = f.SetSheetName("Sheet1", s.name)
		} else {
			_, err = f.NewSheet(s.name)
		}
		if err == nil {
			err = s.write(f, styles)
		}
		if err != nil {
			return fmt.Errorf("sheet %s: %w", s.name, err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		return err
	}
	return repack(w, b.Bytes())
}

// bookStyles are the looks of cells.
type bookStyles struct{ title, remark, head, text, number, whole, day int }

func newBookStyles(f *excelize.File) (s bookStyles, err error) {
	number, whole, day := "#,##0.00####", "#,##0", "dd/mm/yyyy"
	border := []excelize.Border{}
	for _, side := range []string{"left", "top", "right", "bottom"} {
		border = append(border, excelize.Border{Type: side, Style: 1, Color: "808080"})
	}
	font := func(bold, italic bool, size float64) *excelize.Font {
		return &excelize.Font{Family: "Times New Roman", Size: size, Bold: bold, Italic: italic}
	}
	wrap := &excelize.Alignment{WrapText: true, Vertical: "top"}
	for _, style := range []struct {
		id *int
		excelize.Style
	}{
		{&s.title, excelize.Style{Font: font(true, false, 14)}},
		{&s.remark, excelize.Style{Font: font(false, true, 11)}},
		{&s.head, excelize.Style{Font: font(true, false, 11), Border: border, Alignment: &excelize.Alignment{WrapText: true, Vertical: "center", Horizontal: "center"}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E7E7E7"}}}},
		{&s.text, excelize.Style{Font: font(false, false, 11), Border: border, Alignment: wrap}},
		{&s.number, excelize.Style{Font: font(false, false, 11), Border: border, CustomNumFmt: &number, Alignment: &excelize.Alignment{Vertical: "top"}}},
		{&s.whole, excelize.Style{Font: font(false, false, 11), Border: border, CustomNumFmt: &whole, Alignment: &excelize.Alignment{Vertical: "top"}}},
		{&s.day, excelize.Style{Font: font(false, false, 11), Border: border, CustomNumFmt: &day, Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "center"}}},
	} {
		if *style.id, err = f.NewStyle(&style.Style); err != nil {
			return s, err
		}
	}
	return s, nil
}

// write streams a sheet: head frozen, filter on, fit to the width of a page lying.
func (s *sheet) write(f *excelize.File, styles bookStyles) error {
	lying, a4, wide, high := "landscape", 9, 1, 0
	fit := true
	if err := cmp.Or(f.SetPageLayout(s.name, &excelize.PageLayoutOptions{Orientation: &lying, Size: &a4, FitToWidth: &wide, FitToHeight: &high}),
		f.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit}),
		f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: s.name, RefersTo: fmt.Sprintf("'%s'!$%d:$%[2]d", s.name, s.head())})); err != nil {
		return err
	}
	w, err := f.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	for i, c := range s.columns {
		if err := w.SetColWidth(i+1, i+1, c.width); err != nil {
			return err
		}
	}
	if err := w.SetPanes(&excelize.Panes{Freeze: true, YSplit: s.head(), TopLeftCell: fmt.Sprintf("A%d", s.head()+1), ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	text := func(v string, style int) excelize.Cell {
		return excelize.Cell{Value: norm.NFC.String(v), StyleID: style}
	}
	if err := w.SetRow("A1", []any{text(s.title, styles.title)}); err != nil {
		return err
	}
	for i, r := range s.remarks {
		if err := w.SetRow(fmt.Sprintf("A%d", i+2), []any{text(r, styles.remark)}); err != nil {
			return err
		}
	}
	head := make([]any, len(s.columns))
	for i, c := range s.columns {
		head[i] = text(c.title, styles.head)
	}
	if err := w.SetRow(fmt.Sprintf("A%d", s.head()), head, excelize.RowOpts{Height: 34}); err != nil {
		return err
	}
	for i, r := range s.rows {
		cells := make([]any, len(r))
		for n, v := range r {
			cells[n] = styles.cell(v)
		}
		if err := w.SetRow(fmt.Sprintf("A%d", s.at(i)), cells); err != nil {
			return err
		}
	}
	return w.Flush()
}

// cell gives a value the look of its kind.
func (s bookStyles) cell(v any) excelize.Cell {
	switch v := v.(type) {
	case formula:
		c := s.cell(v.value)
		if v.value == nil {
			c.StyleID = s.number
		}
		c.Formula = v.text
		return c
	case string:
		return excelize.Cell{Value: norm.NFC.String(v), StyleID: s.text}
	case int64, int:
		return excelize.Cell{Value: v, StyleID: s.whole}
	case float64:
		return excelize.Cell{Value: v, StyleID: s.number}
	case plan.Decimal:
		return excelize.Cell{Value: v.Float(), StyleID: s.number}
	case *plan.Decimal:
		if v != nil {
			return s.cell(*v)
		}
	case registry.Date:
		return excelize.Cell{Value: v.Time(), StyleID: s.day}
	}
	return excelize.Cell{StyleID: s.text}
}

// repack writes a package's files in the order of their names, dated alike.
func repack(w io.Writer, book []byte) error {
	in, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		return err
	}
	slices.SortFunc(in.File, func(a, b *zip.File) int { return cmp.Compare(a.Name, b.Name) })
	out := zip.NewWriter(w)
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			return err
		}
		to, err := out.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err == nil {
			_, err = io.Copy(to, r)
		}
		if err = cmp.Or(err, r.Close()); err != nil {
			return err
		}
	}
	return out.Close()
}
