package intake

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/vnname"
)

// Rules of the faults that workbooks give.
const (
	RuleXLSXSheet   = "xlsx.sheet"   // no such sheet
	RuleXLSXError   = "xlsx.error"   // a cell holds #REF!, #N/A, …
	RuleXLSXFormula = "xlsx.formula" // a formula nobody has computed
	RuleXLSXHidden  = "xlsx.hidden"  // warning: the row is hidden, and read
	RuleXLSXHeader  = "xlsx.header"
)

// xlsxReader streams the rows of one sheet of an Office Open XML workbook (ISO
// 29500), or of an older one, see openOLE. Package excelize, which writes ours, does not serve here: while it
// streams it does not say which numbers are dates, nor that a sheet is cut
// short.
type xlsxReader struct {
	format Format
	limits Limits
	sheet  rowSource
	names  nameTable
	column map[int]int
	ahead  []sheetRow
	row    sheetRow
	rows   int
	failed error
}

// rowSource reads the rows of a sheet one after the other.
type rowSource interface {
	// next reads the next row into row; io.EOF after the last.
	next(row *sheetRow) error
	close() error
}

// openWorkbook reads the parts of a workbook that its rows need and finds the
// header. Layer names the sheet; without it the first that is not hidden is
// read.
func openWorkbook(a *archive, opts Options) (Reader, error) {
	book, err := readWorkbook(a)
	if err != nil {
		return nil, err
	}
	chosen, err := book.choose(opts.Layer)
	if err != nil {
		return nil, err
	}
	entry := a.find(chosen.part)
	if entry == nil {
		return nil, brokenArchive(zip.ErrFormat)
	}
	styles, err := readStyles(a, book.styles)
	if err != nil {
		return nil, err
	}
	texts, err := readSharedTexts(a, book.texts)
	if err != nil {
		return nil, err
	}
	in, err := a.open(entry)
	if err != nil {
		return nil, err
	}
	x := &xlsxReader{format: FormatXLSX, limits: a.limits, sheet: newSheet(in, a.limits, styles, texts, book.from1904)}
	if err := x.findHeader(opts.HeaderRow); err != nil {
		return nil, errors.Join(err, in.Close())
	}
	return x, nil
}

func (x *xlsxReader) Columns() []string  { return x.names.columns() }
func (x *xlsxReader) Metadata() Metadata { return Metadata{Format: x.format, Encoding: x.encoding()} }

// encoding is what both kinds of workbook always have.
func (x *xlsxReader) encoding() string {
	if x.format == FormatXLS {
		return string(UTF16LE)
	}
	return string(UTF8)
}

// Close ends the reading early.
func (x *xlsxReader) Close() error { return x.sheet.close() }

func (x *xlsxReader) Next(rec *Record) error {
	if x.failed != nil {
		return x.failed
	}
	err := x.next(rec)
	if err != nil && !isRowError(err) {
		x.failed = err
		if closed := x.sheet.close(); errors.Is(err, io.EOF) && closed != nil {
			x.failed = closed
		}
		return x.failed
	}
	return err
}

func (x *xlsxReader) next(rec *Record) error {
	for {
		row := &x.row
		if len(x.ahead) > 0 {
			*row, x.ahead = x.ahead[0], x.ahead[1:]
		} else if err := x.sheet.next(row); err != nil {
			return err
		}
		if x.rows++; x.rows > x.limits.Rows {
			return refuseSize(RuleLimitRows,
				registry.Tf("Trang tính có hơn %d dòng.", "The sheet has more than %d rows.", x.limits.Rows),
				registry.T("Chia tệp thành nhiều phần.", "Split the file."))
		}
		if row.blank() {
			continue
		}
		return x.fill(rec, row)
	}
}

// fill gives the record of a row.
func (x *xlsxReader) fill(rec *Record, row *sheetRow) error {
	n := len(x.names.names)
	*rec = Record{Row: row.number, names: &x.names,
		values: slices.Grow(rec.values[:0], n)[:n], kinds: slices.Grow(rec.kinds[:0], n)[:n]}
	clear(rec.values)
	clear(rec.kinds)
	var faults []registry.Fault
	for _, c := range row.cells {
		i, named := x.column[c.column]
		if !named {
			continue
		}
		if f, bad := cellFault(c, x.names.names[i], x.limits); bad {
			if f.Row = row.number; len(faults) < MaxRowFaults {
				faults = append(faults, f)
			}
			continue
		}
		rec.values[i], rec.kinds[i] = c.text, c.kind
	}
	if len(faults) > 0 {
		return &RowError{Row: row.number, Faults: faults}
	}
	if row.hidden {
		hidden := registry.NewFault(RuleXLSXHidden, "", "",
			registry.T("Dòng bị ẩn hoặc bị lọc vẫn được đọc.", "The row is hidden or filtered out; it is read all the same."),
			registry.T("Xóa dòng nếu không muốn nộp.", "Delete it if it is not to be filed."))
		hidden.Severity, hidden.Row = registry.SeverityWarning, row.number
		rec.Warnings = append(rec.Warnings, hidden)
	}
	return nil
}

func cellFault(c sheetCell, column string, limits Limits) (registry.Fault, bool) {
	switch {
	case c.wrong:
		return registry.NewFault(RuleXLSXError, column, c.text,
			registry.Tf("Ô báo lỗi %s.", "The cell shows the error %s.", c.text),
			registry.T("Sửa công thức, hoặc để trống ô.", "Mend the formula, or empty the cell.")), true
	case c.uncomputed:
		return registry.NewFault(RuleXLSXFormula, column, "",
			registry.T("Ô là công thức chưa được tính.", "The cell is a formula that has not been computed."),
			registry.T("Mở tệp bằng Excel hoặc LibreOffice, tính lại và lưu.", "Open the file in Excel or LibreOffice, recalculate, and save.")), true
	case len(c.text) > limits.CellBytes:
		return registry.NewFault(RuleLimitCell, column, c.text[:4*registry.MaxFaultValue],
			registry.Tf("Ô dài hơn %d byte.", "The cell is longer than %d bytes.", limits.CellBytes),
			registry.T("Rút ngắn nội dung ô.", "Shorten the cell.")), true
	}
	return registry.Fault{}, false
}

// book is what the workbook says of its parts.
type book struct {
	sheets        []bookSheet
	styles, texts string
	from1904      bool // days are counted from 1904, as on the old Macintosh
}

type bookSheet struct {
	name, part string
	hidden     bool
}

// readWorkbook reads xl/workbook.xml and the relationships that place its parts.
func readWorkbook(a *archive) (book, error) {
	var doc struct {
		Properties struct {
			Date1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []struct {
			Name  string `xml:"name,attr"`
			State string `xml:"state,attr"`
			ID    string `xml:"id,attr"`
		} `xml:"sheets>sheet"`
	}
	var relations struct {
		All []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := readPart(a, "xl/workbook.xml", &doc); err != nil {
		return book{}, err
	}
	if err := readPart(a, "xl/_rels/workbook.xml.rels", &relations); err != nil {
		return book{}, err
	}
	out := book{from1904: doc.Properties.Date1904 == "1" || doc.Properties.Date1904 == "true"}
	parts := map[string]string{}
	for _, r := range relations.All {
		part := strings.TrimPrefix(path.Join("/xl", r.Target), "/")
		if strings.HasPrefix(r.Target, "/") {
			part = strings.TrimPrefix(path.Clean(r.Target), "/")
		}
		switch kind := path.Base(r.Type); kind {
		case "worksheet":
			parts[r.ID] = part
		case "styles":
			out.styles = part
		case "sharedStrings":
			out.texts = part
		}
	}
	for _, s := range doc.Sheets {
		// a chart is a sheet without rows
		if part, ok := parts[s.ID]; ok {
			out.sheets = append(out.sheets, bookSheet{s.Name, part, s.State != "" && s.State != "visible"})
		}
	}
	return out, nil
}

// choose finds a sheet by its name, as written or folded.
func (b *book) choose(name string) (bookSheet, error) {
	names := make([]string, len(b.sheets))
	for i, s := range b.sheets {
		names[i] = s.name
		if name == "" && !s.hidden || name != "" && s.name == name {
			return s, nil
		}
	}
	if name != "" {
		if i := slices.IndexFunc(names, func(n string) bool { return vnname.Key(n) == vnname.Key(name) }); i >= 0 {
			return b.sheets[i], nil
		}
	}
	return bookSheet{}, refuseFile(RuleXLSXSheet, name,
		registry.Tf("Không có trang tính %q.", "There is no sheet %q.", name),
		registry.Tf("Các trang: %s.", "Sheets: %s.", strings.Join(names, "; ")))
}

// maxPartBytes bounds the parts of a workbook that are held whole.
const maxPartBytes = 16 << 20

// readPart reads a small part of a workbook.
func readPart(a *archive, name string, into any) error {
	f := a.find(name)
	if f == nil {
		return brokenArchive(zip.ErrFormat)
	}
	in, err := a.open(f)
	if err != nil {
		return err
	}
	defer in.Close()
	d := xml.NewDecoder(&portion{r: in, left: maxPartBytes, limit: maxPartBytes})
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	if err := d.Decode(into); err != nil {
		return noEnd(xmlError(err))
	}
	return nil
}

// name gives the name of a column by its heading. Our own workbooks write the
// title and, on a line below it, the field; other headings are one name over as
// many lines as the width needs.
func headingName(text string) string {
	text = norm.NFC.String(strings.TrimSpace(text))
	if i := strings.LastIndexByte(text, '\n'); i >= 0 && isIdentifier(text[i+1:]) {
		return text[i+1:]
	}
	return strings.Join(strings.Fields(text), " ")
}

func isIdentifier(s string) bool {
	for i := range len(s) {
		c := s[i]
		if !('a' <= c && c <= 'z' || i > 0 && (c == '_' || '0' <= c && c <= '9')) {
			return false
		}
	}
	return s != ""
}
