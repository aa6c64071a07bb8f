package report

import (
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/hatangso/hatangso/internal/coord"
	"github.com/hatangso/hatangso/internal/registry"
)

// Template is an empty filing of a noun, to be filled in (mẫu nộp dữ liệu).
type Template struct {
	Noun  *registry.Noun
	Codes registry.Codes
	// Organizations are offered where one is named.
	Organizations []registry.Organization
	// CRS is the system of the position's columns: WGS 84 when it is zero, or a
	// grid of VN-2000, which the headings then name.
	CRS  coord.CRS
	Lang Lang
}

// NounProperty names the custom property of a workbook that holds its noun's name.
const NounProperty = "hatangso.noun"

// Sheets of a template besides that of the rows, which comes first and has the
// noun's title.
const (
	exampleSheet      = "Ví dụ"
	instructionsSheet = "Hướng dẫn"
	listsSheet        = "Danh mục"
)

// vietNam is the zone of the times in what people read and fill in.
var vietNam = time.FixedZone("", 7*3600)

// maxSheetRows is the last row of a sheet.
const maxSheetRows = 1 << 20

// WriteXLSX writes the template as a workbook: a sheet for the rows with
// drop-downs and a note on each heading, an example on a sheet of its own (on the
// sheet of the rows somebody would file it), instructions, and the lists.
func (t *Template) WriteXLSX(w io.Writer) (err error) {
	f := excelize.NewFile()
	defer func() {
		if closed := f.Close(); err == nil {
			err = closed
		}
	}()
	b := &book{File: f, template: t, columns: t.columns()}
	for _, step := range []func() error{b.styles, b.rows, b.example, b.instructions, b.lists, b.properties} {
		if err := step(); err != nil {
			return fmt.Errorf("template of %s: %w", t.Noun.Path, err)
		}
	}
	return f.Write(w)
}

// book is a template's workbook being made.
type book struct {
	*excelize.File
	template *Template
	columns  []formColumn

	heading, required, text, date, moment, degrees, metres, title, wrap int
}

func (b *book) styles() error {
	day, moment, degrees, metres, text := "dd/mm/yyyy", "dd/mm/yyyy hh:mm", "0.000000", "0.00", "@"
	border := []excelize.Border{{Type: "bottom", Style: 2, Color: "4A6A8A"}, {Type: "right", Style: 1, Color: "B0C0D0"}}
	align := &excelize.Alignment{WrapText: true, Vertical: "top"}
	fill := func(color string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
	}
	for _, s := range []struct {
		id    *int
		style excelize.Style
	}{
		{&b.heading, excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: align, Border: border, Fill: fill("E6EEF5")}},
		{&b.required, excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: align, Border: border, Fill: fill("FFD98A")}},
		{&b.text, excelize.Style{CustomNumFmt: &text}},
		{&b.date, excelize.Style{CustomNumFmt: &day}},
		{&b.moment, excelize.Style{CustomNumFmt: &moment}},
		{&b.degrees, excelize.Style{CustomNumFmt: &degrees}},
		{&b.metres, excelize.Style{CustomNumFmt: &metres}},
		{&b.title, excelize.Style{Font: &excelize.Font{Bold: true, Size: 14}}},
		{&b.wrap, excelize.Style{Alignment: align}},
	} {
		var err error
		if *s.id, err = b.NewStyle(&s.style); err != nil {
			return err
		}
	}
	return nil
}

// rows makes the sheet that is filled in.
func (b *book) rows() error {
	sheet := b.template.Noun.Title.VI
	if err := b.SetSheetName("Sheet1", sheet); err != nil {
		return err
	}
	if err := b.head(sheet); err != nil {
		return err
	}
	for i, c := range b.columns {
		letters, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		note := b.template.Lang.of(c.note(registry.Nouns))
		if err := b.AddComment(sheet, excelize.Comment{
			Author: "Hướng dẫn", Cell: letters + "1", Width: 300, Height: uint(60 + 16*(len([]rune(note))/45)),
			Paragraph: []excelize.RichTextRun{{Text: b.template.Lang.of(c.title) + "\n", Font: &excelize.Font{Bold: true}}, {Text: note}},
		}); err != nil {
			return err
		}
		if err := b.validate(sheet, i, letters); err != nil {
			return err
		}
	}
	return nil
}

// head writes the heading: the title, and below it, small, the field, by which
// intake reads the column whatever its title.
func (b *book) head(sheet string) error {
	for i, c := range b.columns {
		letters, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		title, style := b.template.Lang.of(c.title), b.heading
		if c.required {
			title, style = title+" *", b.required
		}
		for _, err := range []error{
			b.SetColStyle(sheet, letters, b.cellStyle(&c)),
			b.SetCellRichText(sheet, letters+"1", []excelize.RichTextRun{
				{Text: title + "\n", Font: &excelize.Font{Bold: true, Size: 11}},
				{Text: c.name, Font: &excelize.Font{Size: 8, Color: "606060"}},
			}),
			b.SetCellStyle(sheet, letters+"1", letters+"1", style),
			b.SetColWidth(sheet, letters, letters, float64(max(13, min(len([]rune(title))/2+6, 30)))),
		} {
			if err != nil {
				return err
			}
		}
	}
	if err := b.SetRowHeight(sheet, 1, 58); err != nil {
		return err
	}
	return b.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}

// cellStyle keeps the zeros of codes, and shows dates and positions as such.
func (b *book) cellStyle(c *formColumn) int {
	switch {
	case c.name == "lon" || c.name == "lat":
		return b.degrees
	case c.name == "x" || c.name == "y":
		return b.metres
	case c.field == nil, c.field.Type == registry.TextField, c.field.Type == registry.JSONField, refersByCode(c.field):
		return b.text
	case c.field.Type == registry.DateField:
		return b.date
	case c.field.Type == registry.TimeField:
		return b.moment
	}
	return 0
}

// validate offers the choices of a column and asks about values out of bounds.
// It warns and does not refuse: intake takes more spellings than a list has, and
// says what is wrong of every cell at once.
func (b *book) validate(sheet string, column int, letters string) error {
	c := &b.columns[column]
	v := excelize.NewDataValidation(true)
	v.SetSqref(fmt.Sprintf("%s2:%s%d", letters, letters, maxSheetRows))
	f := c.field
	var err error
	switch {
	case f != nil && f.Type == registry.JSONField:
		return nil
	case len(c.choices) > 0:
		list, _ := excelize.ColumnNumberToName(listColumn(b.columns, column))
		v.SetSqrefDropList(fmt.Sprintf("'%s'!$%s$3:$%s$%d", listsSheet, list, list, len(c.choices)+2))
	case f == nil || refersByCode(f) || f.Min == nil || f.Max == nil:
		return nil
	case f.Type == registry.IntField:
		err = v.SetRange(*f.Min, *f.Max, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween)
	case f.Type == registry.DecimalField:
		err = v.SetRange(*f.Min, *f.Max, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween)
	default:
		return nil
	}
	if err != nil {
		return err
	}
	v.SetError(excelize.DataValidationErrorStyleWarning, b.template.Lang.of(registry.T("Xem lại giá trị", "Look at the value")),
		clip(b.template.Lang.of(c.note(registry.Nouns)), 220))
	return b.AddDataValidation(sheet, v)
}

// listColumn gives the column, from 1, of a list on the sheet of the lists: each
// takes three, and one is left between them.
func listColumn(columns []formColumn, of int) int {
	at := 1
	for _, c := range columns[:of] {
		if len(c.choices) > 0 {
			at += 4
		}
	}
	return at
}

// example makes the sheet with one row filled in.
func (b *book) example() error {
	if _, err := b.NewSheet(exampleSheet); err != nil {
		return err
	}
	if err := b.head(exampleSheet); err != nil {
		return err
	}
	for i, c := range b.columns {
		cell, err := excelize.CoordinatesToCellName(i+1, 2)
		if err != nil {
			return err
		}
		var value any = c.example
		if n, err := strconv.ParseFloat(c.example, 64); err == nil && b.cellStyle(&c) != b.text {
			value = n
		}
		if d, err := registry.ParseDate(c.example); err == nil && c.field != nil && c.field.Type == registry.DateField {
			value = d.Time()
		}
		if at, err := registry.ParseTime(c.example); err == nil && c.field != nil && c.field.Type == registry.TimeField {
			value = at.In(vietNam) // a workbook knows no zones
		}
		if c.example == "" {
			continue
		}
		if err := b.SetCellValue(exampleSheet, cell, value); err != nil {
			return err
		}
		if err := b.SetCellStyle(exampleSheet, cell, cell, b.cellStyle(&c)); err != nil {
			return err
		}
	}
	return b.SetCellStr(exampleSheet, "A4", b.template.Lang.of(registry.T(
		"VÍ DỤ: trang này không được đọc khi nộp. Ghi dữ liệu vào trang đầu tiên.",
		"EXAMPLE: this sheet is not read. Write into the first one.")))
}

// instructions makes the sheet that explains, with every column in a table.
func (b *book) instructions() error {
	if _, err := b.NewSheet(instructionsSheet); err != nil {
		return err
	}
	lang := b.template.Lang
	row := 1
	put := func(values ...any) error {
		cell, err := excelize.CoordinatesToCellName(1, row)
		if err != nil {
			return err
		}
		row++
		return b.SetSheetRow(instructionsSheet, cell, &values)
	}
	for _, line := range b.template.instructions() {
		if err := put(lang.of(line)); err != nil {
			return err
		}
	}
	row++
	top := row
	if err := put(lang.of(registry.T("Cột", "Column")), lang.of(registry.T("Trường", "Field")), lang.of(registry.T("Giải thích", "Meaning"))); err != nil {
		return err
	}
	for _, c := range b.columns {
		if err := put(lang.of(c.title), c.name, lang.of(c.note(registry.Nouns))); err != nil {
			return err
		}
	}
	for _, err := range []error{
		b.SetCellStyle(instructionsSheet, "A1", "A1", b.title),
		b.SetCellStyle(instructionsSheet, "A"+strconv.Itoa(top), "C"+strconv.Itoa(top), b.heading),
		b.SetCellStyle(instructionsSheet, "A"+strconv.Itoa(top+1), "C"+strconv.Itoa(row-1), b.wrap),
		b.SetColWidth(instructionsSheet, "A", "A", 34), b.SetColWidth(instructionsSheet, "B", "B", 20), b.SetColWidth(instructionsSheet, "C", "C", 90),
	} {
		if err != nil {
			return err
		}
	}
	return nil
}

// lists makes the sheet that the drop-downs take their words from, with the code
// and the English beside each.
func (b *book) lists() error {
	if _, err := b.NewSheet(listsSheet); err != nil {
		return err
	}
	lang := b.template.Lang
	for i, c := range b.columns {
		if len(c.choices) == 0 {
			continue
		}
		at := listColumn(b.columns, i)
		lines := [][]any{
			{lang.of(c.title), "", ""},
			{lang.of(registry.T("Chọn", "Choice")), lang.of(registry.T("Mã", "Code")), lang.of(registry.T("Nghĩa", "Meaning"))},
		}
		for _, ch := range c.choices {
			lines = append(lines, []any{ch.shown, ch.code, ch.meaning})
		}
		for row, line := range lines {
			for j, v := range line {
				cell, err := excelize.CoordinatesToCellName(at+j, row+1)
				if err != nil {
					return err
				}
				if err := b.SetCellStr(listsSheet, cell, v.(string)); err != nil {
					return err
				}
			}
		}
		first, _ := excelize.CoordinatesToCellName(at, 1)
		last, _ := excelize.CoordinatesToCellName(at+2, 2)
		from, _ := excelize.ColumnNumberToName(at)
		to, _ := excelize.ColumnNumberToName(at + 2)
		for _, err := range []error{b.SetCellStyle(listsSheet, first, last, b.heading), b.SetColWidth(listsSheet, from, to, 22)} {
			if err != nil {
				return err
			}
		}
	}
	return b.SetPanes(listsSheet, &excelize.Panes{Freeze: true, YSplit: 2, TopLeftCell: "A3", ActivePane: "bottomLeft"})
}

// properties let a program know what the workbook is for.
func (b *book) properties() error {
	if err := b.SetDocProps(&excelize.DocProperties{Title: b.template.Noun.Title.VI, Creator: "Hạ Tầng Số", Language: "vi-VN"}); err != nil {
		return err
	}
	return b.SetCustomProps(excelize.CustomProperty{Name: NounProperty, Value: b.template.Noun.Name})
}

// clip cuts a text to so many characters.
func clip(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}
