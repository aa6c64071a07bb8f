package intake

import (
	"archive/zip"
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
)

// Sheets (các trang tính) is a small workbook of which several sheets are read
// whole, such as that of a plan. Filings are read by [OpenFile], which streams
// one sheet; both read alike and are bounded alike.
type Sheets struct {
	archive *archive
	book    book
	styles  []cellStyle
}

// SheetRow is a row that has something in it.
type SheetRow struct {
	// Number is the row's, from 1.
	Number int
	Cells  []SheetCell
}

// SheetCell is a cell that has something in it.
type SheetCell struct {
	// Column is the cell's, from 0.
	Column int
	// Text is what stands there, not trimmed: days as ISO 8601, other numbers as
	// the file has them.
	Text string
	// Percent says that people see the number a hundred times as large, with %.
	Percent bool
	// Fault says why Text cannot be used, nil when it can. It names no place.
	Fault *registry.Fault
}

// Letters gives the letters of the cell's column: A, B, …, AA.
func (c SheetCell) Letters() string { return letters(c.Column) }

// OpenSheets opens a workbook (XLSX) of so many bytes. CodeInvalid when it is
// none, CodeTooLarge when it is over a limit: the size of what is packed, and of
// what that unpacks to.
func OpenSheets(file io.ReaderAt, size int64, limits Limits) (*Sheets, error) {
	a, err := openArchive(file, size, limits.withDefaults())
	if err != nil {
		return nil, err
	}
	if a.find("xl/workbook.xml") == nil {
		return nil, refuseFile(RuleZipContent, "",
			registry.T("Tệp không phải bảng tính XLSX.", "The file is no XLSX workbook."),
			registry.T("Lưu bảng tính thành .xlsx rồi nạp lại.", "Save the workbook as .xlsx and load it again."))
	}
	s := &Sheets{archive: a}
	if s.book, err = readWorkbook(a); err != nil {
		return nil, err
	}
	s.styles, err = readStyles(a, s.book.styles)
	return s, err
}

// Has says whether there is a sheet of that name, as written or folded.
func (s *Sheets) Has(name string) bool {
	_, err := s.book.choose(name)
	return err == nil
}

// Rows reads the rows of a sheet, hidden ones too, those without anything left
// out. CodeTooLarge when it has more rows or columns than the limits allow.
func (s *Sheets) Rows(name string) (rows []SheetRow, err error) {
	chosen, err := s.book.choose(name)
	if err != nil {
		return nil, err
	}
	part := s.archive.find(chosen.part)
	if part == nil {
		return nil, brokenArchive(zip.ErrFormat)
	}
	texts, err := readSharedTexts(s.archive, s.book.texts)
	if err != nil {
		return nil, err
	}
	in, err := s.archive.open(part)
	if err != nil {
		return nil, errors.Join(err, texts.close())
	}
	limits := s.archive.limits
	source := newSheet(in, limits, s.styles, texts, s.book.from1904)
	defer func() { err = errors.Join(err, source.close()) }()
	for n := 0; ; n++ {
		var row sheetRow
		if err := source.next(&row); errors.Is(err, io.EOF) {
			return rows, nil
		} else if err != nil {
			return nil, err
		}
		switch {
		case n >= limits.Rows || row.number > limits.Rows && !row.blank():
			return nil, refuseSize(RuleLimitRows,
				registry.Tf("Trang “%s” có hơn %d dòng.", "The sheet “%s” has more than %d rows.", chosen.name, limits.Rows),
				registry.T("Xóa các dòng trống thừa ở cuối trang.", "Delete the superfluous rows at its end."))
		case len(row.cells) > limits.Columns:
			return nil, sheetTooWide(limits.Columns)
		case row.blank():
			continue
		}
		rows = append(rows, SheetRow{row.number, make([]SheetCell, len(row.cells))})
		for i, c := range row.cells {
			cell := SheetCell{Column: c.column, Text: c.text, Percent: c.percent}
			if f, bad := cellFault(c, "", limits); bad {
				cell.Fault = &f
			}
			rows[len(rows)-1].Cells[i] = cell
		}
	}
}

// Percentage gives what people see of a cell that shows %: 30 of 0.3.
func (c SheetCell) Percentage() string {
	n, err := strconv.ParseFloat(strings.TrimSpace(c.Text), 64)
	if err != nil {
		return c.Text
	}
	return strconv.FormatFloat(n*100, 'g', 12, 64)
}
