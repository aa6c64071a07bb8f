package planbook

import (
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/hatangso/hatangso/internal/intake"
	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/vnname"
)

// Read reads a plan from a workbook of so many bytes. What is wrong with single
// cells is among the draft's faults, with their places. The error is for a file
// that is no workbook (CodeInvalid) or over a limit (CodeTooLarge).
func Read(file io.ReaderAt, size int64, catalogue plan.Catalogue) (*plan.Draft, error) {
	if size > plan.MaxPlanBytes {
		return nil, registry.Errorf(registry.CodeTooLarge, "Tệp kế hoạch lớn hơn %d byte.", "The plan’s file is larger than %d bytes.", plan.MaxPlanBytes)
	}
	sheets, err := intake.OpenSheets(file, size, intake.Limits{FileBytes: maxUnpackedBytes, Rows: MaxRows, Columns: 64, CellBytes: 16 << 10})
	if err != nil {
		return nil, err
	}
	r := &reader{book: newBook(catalogue), draft: &plan.Draft{Places: map[string]plan.Place{}}}
	for _, read := range []struct {
		sheet string
		rows  func([]intake.SheetRow)
	}{{planSheet, r.plan}, {targetSheet, r.targets}, {taskSheet, r.tasks}} {
		if !sheets.Has(read.sheet) {
			r.fault(plan.Place{Sheet: read.sheet}, "", registry.NewFault(ruleSheet, "", read.sheet,
				registry.Tf("Không có trang “%s”.", "There is no sheet “%s”.", read.sheet),
				registry.T("Dùng mẫu, giữ nguyên tên các trang.", "Use the template and keep the names of its sheets.")))
			continue
		}
		rows, err := sheets.Rows(read.sheet)
		if err != nil {
			return nil, err
		}
		read.rows(rows)
	}
	return r.draft, nil
}

type reader struct {
	book
	draft *plan.Draft
}

func (r *reader) fault(at plan.Place, pointer string, f registry.Fault) {
	f.Sheet, f.Cell, f.Row, f.Pointer = at.Sheet, at.Cell, at.Row, pointer
	if f.Column = at.Column; f.Column == "" {
		f.Column = at.Sheet
	}
	r.draft.Faults = append(r.draft.Faults, f)
}

// placeOf is the place of a cell, or of an empty one in its column.
func placeOf(sheet string, row int, letters, column string) plan.Place {
	return plan.Place{Sheet: sheet, Cell: fmt.Sprintf("%s%d", letters, row), Row: row, Column: column}
}

// text is what a cell says, for a field: trimmed, composed, choices as their codes.
func (r *reader) text(c intake.SheetCell, field string) string {
	s := norm.NFC.String(strings.TrimSpace(c.Text))
	if c.Percent {
		return norm.NFC.String(c.Percentage())
	}
	for _, choice := range r.choices(field) {
		code, _, _ := strings.Cut(s, " – ")
		if s == choice.Code || s == choice.Title.VI || strings.EqualFold(code, choice.Code) || vnname.Key(s) == vnname.Key(choice.Title.VI) ||
			strings.EqualFold(s, choice.Title.EN) || field == "indicator" && vnname.Key(s) == vnname.Key(strings.TrimPrefix(choice.Title.VI, choice.Code+" – ")) {
			return choice.Code
		}
	}
	return s
}

// matches says whether a heading is a field's: by its name, on a line below the
// title in our own workbooks, or by either title.
func matches[T any](f plan.Field[T], heading string) bool {
	heading = norm.NFC.String(strings.TrimSpace(heading))
	if i := strings.LastIndexByte(heading, '\n'); i >= 0 && strings.TrimSpace(heading[i+1:]) == f.Name() {
		return true
	}
	key := vnname.Key(strings.TrimRight(heading, " *"))
	return key != "" && (heading == f.Name() || key == vnname.Key(f.Title.VI) || key == vnname.Key(f.Title.EN))
}

// plan reads the sheet on which the fields stand below each other: the name of a
// field in column A, what it is in column B.
func (r *reader) plan(rows []intake.SheetRow) {
	for _, row := range rows {
		heading := cellAt(row, 0)
		for _, f := range plan.PlanFields {
			if !matches(f, heading.Text) {
				continue
			}
			cell := cellAt(row, 1)
			pointer, at := "/"+f.Path, placeOf(planSheet, row.Number, "B", f.Title.VI)
			r.draft.Places[pointer] = at
			*f.Of(r.draft) = r.take(cell, f.Name(), at, pointer)
		}
	}
	for _, f := range plan.PlanFields {
		if _, there := r.draft.Places["/"+f.Path]; !there && f.Required {
			r.fault(plan.Place{Sheet: planSheet, Column: f.Title.VI}, "/"+f.Path, noHeading(f.Title))
		}
	}
}

func noHeading(title registry.Text) registry.Fault {
	return registry.NewFault(ruleHeading, "", "", registry.T("Không thấy mục “"+title.VI+"”.", "There is no “"+title.EN+"”."),
		registry.T("Dùng mẫu, giữ nguyên các tiêu đề.", "Use the template and keep its headings."))
}

// take gives what a cell says, or notes why it cannot be used.
func (r *reader) take(c intake.SheetCell, field string, at plan.Place, pointer string) string {
	if c.Fault != nil {
		r.fault(at, pointer, *c.Fault)
		return ""
	}
	return r.text(c, field)
}

func cellAt(row intake.SheetRow, column int) intake.SheetCell {
	for _, c := range row.Cells {
		if c.Column == column {
			return c
		}
	}
	return intake.SheetCell{Column: column}
}

func (r *reader) targets(rows []intake.SheetRow) {
	r.draft.Targets = table(r, targetSheet, "/targets", plan.TargetFields, rows)
}

func (r *reader) tasks(rows []intake.SheetRow) {
	r.draft.Tasks = table(r, taskSheet, "/tasks", plan.TaskFields, rows)
}

// table reads a sheet of one heading and a row for each; text under no known
// heading is a fault, or something the plan says would be lost unseen.
func table[T any](r *reader, sheet, pointer string, fields []plan.Field[T], rows []intake.SheetRow) (list []T) {
	if len(rows) == 0 {
		return nil // nothing is asked of an empty sheet but that it is there
	}
	column := map[int]plan.Field[T]{}
	for _, c := range rows[0].Cells {
		for _, f := range fields {
			if matches(f, c.Text) {
				column[c.Column] = f
			}
		}
	}
	letters := map[string]string{}
	for i, f := range column {
		letters[f.Path] = intake.SheetCell{Column: i}.Letters()
	}
	for _, f := range fields {
		if letters[f.Path] == "" && f.Required {
			r.fault(plan.Place{Sheet: sheet, Row: rows[0].Number, Column: f.Title.VI}, pointer, noHeading(f.Title))
		}
	}
	for _, row := range rows[1:] {
		var one T
		at := fmt.Sprintf("%s/%d", pointer, len(list))
		used := false
		for _, c := range row.Cells {
			f, known := column[c.Column]
			if strings.TrimSpace(c.Text) == "" && c.Fault == nil {
				continue
			}
			if !known {
				r.fault(placeOf(sheet, row.Number, c.Letters(), ""), "", registry.NewFault(ruleHeading, "", c.Text,
					registry.T("Cột này không có tiêu đề của mẫu.", "This column has no heading of the template."),
					registry.T("Chuyển sang đúng cột, hoặc xóa ô.", "Move it to its column, or empty the cell.")))
				continue
			}
			used = true
			*f.Of(&one) = r.take(c, f.Name(), placeOf(sheet, row.Number, c.Letters(), f.Title.VI), at+"/"+f.Path)
		}
		if !used {
			continue
		}
		r.draft.Places[at] = plan.Place{Sheet: sheet, Row: row.Number, Cell: fmt.Sprintf("A%d", row.Number)}
		for _, f := range fields {
			if letters[f.Path] != "" {
				r.draft.Places[at+"/"+f.Path] = placeOf(sheet, row.Number, letters[f.Path], f.Title.VI)
			}
		}
		list = append(list, one)
	}
	return list
}
