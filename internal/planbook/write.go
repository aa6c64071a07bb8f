package planbook

import (
	"cmp"
	"fmt"
	"io"
	"strconv"

	"github.com/xuri/excelize/v2"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

// Write writes a plan as a workbook; nil writes an empty one to be filled in.
func Write(w io.Writer, p *plan.Plan, catalogue plan.Catalogue) (err error) {
	f := excelize.NewFile()
	defer func() { err = cmp.Or(err, f.Close()) }()
	b := &writer{book: newBook(catalogue), File: f, draft: &plan.Draft{}}
	if p != nil {
		b.draft = p.Draft()
	}
	for _, step := range []func() error{b.styles, b.plan, b.targets, b.tasks, b.lists, b.guide} {
		if err := step(); err != nil {
			return fmt.Errorf("workbook of a plan: %w", err)
		}
	}
	title := cmp.Or(b.draft.Title.VI, "Mẫu kế hoạch")
	if err := f.SetDocProps(&excelize.DocProperties{Title: title, Creator: "Hạ Tầng Số", Language: "vi-VN"}); err != nil {
		return err
	}
	return f.Write(w)
}

// writer is a workbook being written.
type writer struct {
	book
	*excelize.File
	draft *plan.Draft

	heading, required, name, text, number, day, title, hint int
}

func (b *writer) styles() error {
	const font = "Times New Roman"
	day, words, number := "dd/mm/yyyy", "@", "0.######"
	border := []excelize.Border{}
	for _, side := range []string{"left", "top", "right", "bottom"} {
		border = append(border, excelize.Border{Type: side, Style: 1, Color: "A0A0A0"})
	}
	wrap := &excelize.Alignment{WrapText: true, Vertical: "top"}
	plain := &excelize.Font{Family: font, Size: 11}
	strong := &excelize.Font{Family: font, Size: 11, Bold: true}
	fill := func(color string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
	}
	for _, s := range []struct {
		id *int
		excelize.Style
	}{
		{&b.heading, excelize.Style{Font: strong, Border: border, Alignment: wrap, Fill: fill("E6EEF5")}},
		{&b.required, excelize.Style{Font: strong, Border: border, Alignment: wrap, Fill: fill("FFD98A")}},
		{&b.text, excelize.Style{Font: plain, Border: border, Alignment: wrap, CustomNumFmt: &words}},
		{&b.number, excelize.Style{Font: plain, Border: border, Alignment: wrap, CustomNumFmt: &number}},
		{&b.day, excelize.Style{Font: plain, Border: border, Alignment: wrap, CustomNumFmt: &day}},
		{&b.title, excelize.Style{Font: &excelize.Font{Family: font, Size: 14, Bold: true}}},
		{&b.hint, excelize.Style{Font: &excelize.Font{Family: font, Size: 11, Italic: true, Color: "505050"}, Alignment: wrap}},
	} {
		var err error
		if *s.id, err = b.NewStyle(&s.Style); err != nil {
			return err
		}
	}
	return nil
}

// styleOf is the look of a field's cells: text keeps 30% and 01 as they are typed.
func (b *writer) styleOf(field string) int {
	switch field {
	case "value", "baseline", "from", "to", "due_year":
		return b.number
	case "issued_on", "unit_on", "baseline_on":
		return b.day
	}
	return b.text
}

// put writes a field's value into its cell.
func (b *writer) put(sheet, cell, field, value string) error {
	if err := b.SetCellStyle(sheet, cell, cell, b.styleOf(field)); err != nil || value == "" {
		return err
	}
	switch b.styleOf(field) {
	case b.number:
		if n, err := strconv.ParseFloat(value, 64); err == nil {
			return b.SetCellFloat(sheet, cell, n, -1, 64)
		}
	case b.day:
		if d, err := registry.ParseDate(value); err == nil {
			return cmp.Or(b.SetCellValue(sheet, cell, d.Time()), b.SetCellStyle(sheet, cell, cell, b.day))
		}
	}
	for _, c := range b.choices(field) {
		if c.Code == value {
			value = c.Title.VI
		}
	}
	return b.SetCellStr(sheet, cell, value)
}

// head writes the heading of a field: its title and, below it, small, the name it
// is read by whatever the title becomes.
func (b *writer) head(sheet, cell, name string, title registry.Text, required bool) error {
	style, shown := b.heading, title.VI
	if required {
		style, shown = b.required, shown+" *"
	}
	return cmp.Or(b.SetCellRichText(sheet, cell, []excelize.RichTextRun{
		{Text: shown + "\n", Font: &excelize.Font{Family: "Times New Roman", Bold: true, Size: 11}},
		{Text: name, Font: &excelize.Font{Size: 8, Color: "606060"}}}), b.SetCellStyle(sheet, cell, cell, style))
}

// plan writes the sheet of the plan itself, its fields below each other.
func (b *writer) plan() error {
	if err := cmp.Or(b.SetSheetName("Sheet1", planSheet),
		b.SetColWidth(planSheet, "A", "A", 28), b.SetColWidth(planSheet, "B", "B", 60), b.SetColWidth(planSheet, "C", "C", 70),
		b.SetCellStr(planSheet, "A1", "KẾ HOẠCH PHÁT TRIỂN HẠ TẦNG SỐ"), b.SetCellStyle(planSheet, "A1", "A1", b.title),
		b.SetCellStr(planSheet, "A2", "Ghi vào cột B. Mục có dấu * phải ghi. Mục tiêu và nhiệm vụ ở hai trang sau."), b.SetCellStyle(planSheet, "A2", "A2", b.hint)); err != nil {
		return err
	}
	// the hint is one line over all three columns
	if err := b.MergeCell(planSheet, "A2", "C2"); err != nil {
		return err
	}
	for i, f := range plan.PlanFields {
		row := strconv.Itoa(planRow + i)
		if err := cmp.Or(b.head(planSheet, "A"+row, f.Name(), f.Title, f.Required), b.SetRowHeight(planSheet, planRow+i, 32),
			b.put(planSheet, "B"+row, f.Name(), *f.Of(b.draft)),
			b.SetCellStr(planSheet, "C"+row, f.Note.VI), b.SetCellStyle(planSheet, "C"+row, "C"+row, b.hint)); err != nil {
			return err
		}
	}
	return b.page(planSheet)
}

// page has a sheet printed lying, as wide as a page of A4.
func (b *writer) page(sheet string) error {
	lying, a4, wide, high, fit := "landscape", 9, 1, 0, true
	return cmp.Or(b.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: &lying, Size: &a4, FitToWidth: &wide, FitToHeight: &high}),
		b.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
}

func (b *writer) targets() error {
	return writeTable(b, targetSheet, plan.TargetFields, b.draft.Targets, map[string]float64{"indicator": 44, "printed": 40, "comparator": 14, "cohort": 20, "doubt_vi": 36, "doubt_en": 36})
}

func (b *writer) tasks() error {
	return writeTable(b, taskSheet, plan.TaskFields, b.draft.Tasks, map[string]float64{"title_vi": 60, "title_en": 60, "lead": 30, "partners": 36, "period": 18})
}

// writeTable writes a sheet of one heading and a row for each, with a note on
// every heading and a drop-down where there is something to choose.
func writeTable[T any](b *writer, sheet string, fields []plan.Field[T], list []T, widths map[string]float64) error {
	if _, err := b.NewSheet(sheet); err != nil {
		return err
	}
	for i, f := range fields {
		letters, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := cmp.Or(b.SetColWidth(sheet, letters, letters, cmp.Or(widths[f.Name()], 14)), b.head(sheet, letters+"1", f.Name(), f.Title, f.Required),
			b.AddComment(sheet, excelize.Comment{Author: guideSheet, Cell: letters + "1", Width: 300, Height: uint(60 + 16*(len([]rune(f.Note.VI))/45)),
				Paragraph: []excelize.RichTextRun{{Text: f.Title.VI + "\n", Font: &excelize.Font{Bold: true}}, {Text: f.Note.VI}}}),
			b.SetCellStyle(sheet, letters+"2", fmt.Sprintf("%s%d", letters, blankRows), b.styleOf(f.Name())), b.dropDown(sheet, letters, f.Name())); err != nil {
			return err
		}
		for n := range list {
			if err := b.put(sheet, fmt.Sprintf("%s%d", letters, n+2), f.Name(), *f.Of(&list[n])); err != nil {
				return err
			}
		}
	}
	titles := fmt.Sprintf("'%s'!$1:$1", sheet)
	return cmp.Or(b.SetRowHeight(sheet, headingRow, 48), b.page(sheet),
		b.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: headingRow, TopLeftCell: "A2", ActivePane: "bottomLeft"}),
		b.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: sheet, RefersTo: titles}))
}

// chosen are the fields with a list, in the order of their columns on the sheet
// of the lists.
var chosen = []string{"indicator", "comparator", "cohort"}

// dropDown offers what a field is chosen from. It warns and does not refuse:
// codes are read as well.
func (b *writer) dropDown(sheet, letters, field string) error {
	for i, name := range chosen {
		if name != field {
			continue
		}
		from, err := excelize.ColumnNumberToName(1 + 3*i)
		if err != nil {
			return err
		}
		v := excelize.NewDataValidation(true)
		v.SetSqref(fmt.Sprintf("%s2:%s%d", letters, letters, MaxRows))
		v.SetSqrefDropList(fmt.Sprintf("'%s'!$%s$3:$%s$%d", choiceSheet, from, from, len(b.choices(field))+2))
		v.SetError(excelize.DataValidationErrorStyleWarning, "Xem lại giá trị", "Nên chọn trong danh sách.")
		return b.AddDataValidation(sheet, v)
	}
	return nil
}

// lists writes what the drop-downs choose from, with the codes and the English.
func (b *writer) lists() error {
	if _, err := b.NewSheet(choiceSheet); err != nil {
		return err
	}
	for i, name := range chosen {
		rows := [][2]string{{"Chọn", "Tiếng Anh"}}
		for _, c := range b.choices(name) {
			rows = append(rows, [2]string{c.Title.VI, c.Title.EN})
		}
		for _, f := range plan.TargetFields {
			if f.Name() == name {
				rows = append([][2]string{{f.Title.VI, ""}}, rows...)
			}
		}
		for n, row := range rows {
			for k, v := range row {
				cell, err := excelize.CoordinatesToCellName(1+3*i+k, n+1)
				if err != nil {
					return err
				}
				style := b.text
				if n < 2 {
					style = b.heading
				}
				if err := cmp.Or(b.SetCellStr(choiceSheet, cell, v), b.SetCellStyle(choiceSheet, cell, cell, style)); err != nil {
					return err
				}
			}
		}
	}
	return cmp.Or(b.SetColWidth(choiceSheet, "A", "B", 52), b.SetColWidth(choiceSheet, "D", "H", 24), b.page(choiceSheet))
}

// guide writes the sheet that explains, every field in both languages.
func (b *writer) guide() error {
	if _, err := b.NewSheet(guideSheet); err != nil {
		return err
	}
	row := 1
	line := func(style int, words ...string) error {
		for i, w := range words {
			cell, err := excelize.CoordinatesToCellName(i+1, row)
			if err != nil {
				return err
			}
			if err := cmp.Or(b.SetCellStr(guideSheet, cell, w), b.SetCellStyle(guideSheet, cell, cell, style)); err != nil {
				return err
			}
		}
		row++
		return nil
	}
	err := cmp.Or(line(b.title, "HƯỚNG DẪN"),
		line(b.hint, "Giữ nguyên tên trang và tiêu đề cột; thứ tự cột đổi được.", "", "Keep the sheets’ names and the headings; columns may change places."),
		line(b.hint, "Một mục tiêu một dòng; một nhiệm vụ một dòng. Dòng trống bị bỏ qua.", "", "A target a row, a task a row. Empty rows are passed over."),
		line(b.hint, "Nạp bằng trang Kế hoạch của hệ thống (kiểm tra trước, rồi nạp), hoặc: hatangso plan import TỆP.xlsx", "", "Load it on the page of plans (it is checked first), or: hatangso plan import FILE.xlsx"))
	row++
	err = cmp.Or(err, line(b.heading, "Trang, mục", "Giải thích", "In English"))
	explain := func(sheet string, title, note registry.Text) error {
		return line(b.text, sheet+" – "+title.VI, note.VI, title.EN+": "+note.EN)
	}
	for _, f := range plan.PlanFields {
		err = cmp.Or(err, explain(planSheet, f.Title, f.Note))
	}
	for _, f := range plan.TargetFields {
		err = cmp.Or(err, explain(targetSheet, f.Title, f.Note))
	}
	for _, f := range plan.TaskFields {
		err = cmp.Or(err, explain(taskSheet, f.Title, f.Note))
	}
	return cmp.Or(err, b.SetColWidth(guideSheet, "A", "A", 48), b.SetColWidth(guideSheet, "B", "C", 76), b.page(guideSheet))
}
