package report

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/hatangso/hatangso/internal/registry"
)

// writeAnew writes a workbook of the rows as they come: in memory are the
// findings and the comments, not the rows.
func (m *Marked) writeAnew(w io.Writer, findings []Finding) (err error) {
	f := excelize.NewFile()
	defer func() { err = errors.Join(err, f.Close()) }()
	a := &anew{Marked: m, file: f, sheet: sheetName(m.Title), findings: findings, at: map[int]int{}, place: map[string]int{}}
	for i, name := range m.Columns {
		a.place[name] = i + 1
	}
	if err := f.SetSheetName("Sheet1", a.sheet); err != nil {
		return err
	}
	if err := a.rows(); err != nil {
		return err
	}
	if _, err := f.NewSheet(FindingsSheet); err != nil {
		return err
	}
	link := func(x *Finding) string {
		row, ok := a.at[x.Row]
		if !ok {
			return ""
		}
		column, ok := a.place[headingName(x.Column)]
		if !ok {
			column = 1
		}
		cell, err := excelize.CoordinatesToCellName(column, row)
		if err != nil {
			return ""
		}
		return cell
	}
	if err := m.listFindings(f, findings, a.sheet, link); err != nil {
		return err
	}
	return f.Write(w)
}

// anew is a workbook being written anew.
type anew struct {
	*Marked
	file     *excelize.File
	sheet    string
	findings []Finding // those not yet come to
	place    map[string]int
	// at gives the row on the sheet of each row that has a finding.
	at        map[int]int
	styles    map[level]int
	text      int
	commented int
}

func (a *anew) rows() error {
	heading, err := a.file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"},
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E6EEF5"}}})
	if err != nil {
		return err
	}
	// a text that begins with = stays a text when somebody edits it
	text := "@"
	if a.text, err = a.file.NewStyle(&excelize.Style{CustomNumFmt: &text}); err != nil {
		return err
	}
	a.styles = map[level]int{}
	for l := range markLooks {
		style := excelize.Style{CustomNumFmt: &text}
		l.dress(&style)
		if a.styles[l], err = a.file.NewStyle(&style); err != nil {
			return err
		}
	}
	out, err := a.file.NewStreamWriter(a.sheet)
	if err != nil {
		return err
	}
	if len(a.Columns) > 0 {
		if err := out.SetColWidth(1, len(a.Columns), 18); err != nil {
			return err
		}
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	head := make([]any, len(a.Columns))
	for i, name := range a.Columns {
		head[i] = excelize.Cell{StyleID: heading, Value: name}
	}
	if err := out.SetRow("A1", head); err != nil {
		return err
	}
	if err := a.body(out); err != nil {
		return err
	}
	return out.Flush()
}

// body writes the rows. Each keeps its number where it can: the first line of a
// CSV file is the heading as here, and a feature's number is one less.
func (a *anew) body(out *excelize.StreamWriter) error {
	last, shift, begun := 1, 0, false
	for row, err := range a.Rows {
		if err != nil {
			return err
		}
		if !begun {
			begun = true
			shift = max(0, 2-row.Number)
		}
		at := max(last+1, row.Number+shift)
		if at > maxSheetRows {
			return &registry.Error{Code: registry.CodeTooLarge,
				Message: registry.Tf("Một trang tính chứa tối đa %d dòng; hãy xem các lỗi trên trang hồ sơ.", "A sheet holds at most %d rows; see the findings on the filing's page.", maxSheetRows)}
		}
		last = at
		var own []Finding
		for len(a.findings) > 0 && a.findings[0].Row <= row.Number {
			if a.findings[0].Row == row.Number {
				own = append(own, a.findings[0])
			}
			a.findings = a.findings[1:]
		}
		cells, err := a.cells(row, at, own)
		if err != nil {
			return err
		}
		if err := out.SetRow("A"+strconv.Itoa(at), cells); err != nil {
			return err
		}
	}
	return nil
}

// cells gives those of a row, marked.
func (a *anew) cells(row MarkedRow, at int, own []Finding) ([]any, error) {
	var marks map[int]*mark
	if len(own) > 0 {
		a.at[row.Number] = at
		marks = marksOf(own, a.place, 1, a.Lang)
	}
	cells := make([]any, max(len(row.Cells), len(a.Columns)))
	for i := range cells {
		var value any
		if i < len(row.Cells) {
			value = cellValue(row.Cells[i])
		}
		text, isText := value.(string)
		if isText && !fits(text) {
			return nil, a.tooLong(row.Number, i)
		}
		style := 0
		if isText {
			style = a.text
		}
		if mark := marks[i+1]; mark != nil {
			style = a.styles[mark.level]
			if err := a.comment(i+1, at, mark.comment); err != nil {
				return nil, err
			}
		}
		if value != nil || style > 0 {
			cells[i] = excelize.Cell{StyleID: style, Value: value}
		}
	}
	return cells, nil
}

func (a *anew) comment(column, row int, text string) error {
	if a.commented++; a.commented > MaxMarkedComments {
		return nil
	}
	cell, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return err
	}
	return writeComment(a.file, a.sheet, cell, text)
}

func (a *anew) tooLong(row, column int) error {
	name := ""
	if column < len(a.Columns) {
		name = a.Columns[column]
	}
	fault := registry.NewFault("limit.sheet-cell", name, "",
		registry.Tf("Dòng %d có nội dung dài hơn %d ký tự, quá sức một ô bảng tính.", "Row %d has more than %d characters there, more than a cell holds.", row, MaxMarkedText),
		registry.T("Xem các lỗi trên trang hồ sơ, sửa trong tệp gốc.", "See the findings on the filing's page and mend the original."))
	fault.Row = row
	return &registry.Error{Code: registry.CodeTooLarge, Message: fault.Message, Faults: []registry.Fault{fault}}
}

// cellValue gives what is written for a value. A number that a cell would round
// is written as text, as it stands; a control character, which XML cannot hold, as
// a space.
func cellValue(v any) any {
	switch v := v.(type) {
	case nil, bool:
		return v
	case string:
		if v == "" {
			return nil
		}
		return strings.Map(func(r rune) rune {
			if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
				return ' '
			}
			return r
		}, v)
	case json.Number:
		n, err := v.Float64()
		if err != nil || len(v) > 15 && formatNumber(n) != v.String() {
			return v.String()
		}
		return n
	case map[string]any, []any:
		if b, err := json.Marshal(v); err == nil {
			return string(b)
		}
	}
	return fmt.Sprint(v)
}

// sheetName makes a name that a sheet may have (31 characters, without signs of
// formulas).
func sheetName(title string) string {
	out := make([]rune, 0, 31)
	for _, r := range title {
		switch r {
		case ':', '\\', '/', '?', '*', '[', ']', '\'':
			r = ' '
		}
		if len(out) < 31 {
			out = append(out, r)
		}
	}
	if len(out) == 0 {
		return "Dữ liệu"
	}
	return string(out)
}
