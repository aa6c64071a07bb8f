package intake

import (
	"bytes"
	"io"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/vnname"
)

// csvReader reads RFC 4180 with any of four delimiters and line ends LF or
// CRLF. It differs from encoding/csv in that it bounds every record, goes on
// after a bad one, and takes a quotation mark inside an unquoted cell for what
// it is: seconds of arc (20°32'04"N).
type csvReader struct {
	w      *window
	meta   Metadata
	limits Limits
	names  nameTable
	line   int // of the next record, 1-based
	rows   int // records and blank lines read
	cell   []byte
	ends   []int // of each cell in cell
	failed error
}

func openCSV(w *window, extension string, meta Metadata, limits Limits) (Reader, error) {
	c := &csvReader{w: w, meta: meta, limits: limits, line: 1}
	c.meta.Format = FormatCSV
	for c.w.w-c.w.r < windowBytes-4 { // what the delimiter is judged by
		if err := c.w.fill(); err == io.EOF {
			break
		} else if err != nil {
			// A file cut short by a refusal still names its fault, not a guess.
			return nil, err
		}
	}
	c.skipSeparatorLine()
	if c.meta.Delimiter == 0 {
		c.meta.Delimiter = sniffDelimiter(c.w.buf[c.w.r:c.w.w], extension)
	}
	if err := c.header(); err != nil {
		return nil, err
	}
	return c, nil
}

func (c *csvReader) Columns() []string  { return c.names.columns() }
func (c *csvReader) Metadata() Metadata { return c.meta }

// skipSeparatorLine takes Excel's own first line, "sep=;".
func (c *csvReader) skipSeparatorLine() {
	line, _, found := bytes.Cut(c.w.buf[c.w.r:c.w.w], []byte{'\n'})
	text := bytes.TrimSuffix(line, []byte{'\r'})
	if found && len(text) == 5 && bytes.EqualFold(text[:4], []byte("sep=")) {
		c.meta.Delimiter = text[4]
		c.w.r += len(line) + 1
		c.line++
	}
}

// header reads the names of the columns.
func (c *csvReader) header() error {
	var rec Record
	blank, err := c.next(&rec)
	if err == io.EOF || err == nil && blank {
		return refuseFile(RuleFileEmpty, "",
			registry.T("Tệp không có dòng tiêu đề.", "The file has no header line."),
			registry.T("Dòng đầu tiên phải ghi tên các cột.", "The first line must name the columns."))
	}
	if err != nil {
		if row, ok := err.(*RowError); ok { // a header that breaks a rule leaves nothing to read by
			return row.Unwrap()
		}
		return err
	}
	if n := len(rec.values); n > c.limits.Columns {
		return refuseSize(RuleLimitColumns,
			registry.Tf("Tệp có %d cột, nhiều hơn %d.", "The file has %d columns, more than %d.", n, c.limits.Columns),
			registry.T("Bỏ bớt cột không dùng.", "Remove the columns that are not used."))
	}
	seen := map[string]int{}
	for i, v := range rec.values {
		name := norm.NFC.String(strings.TrimSpace(v))
		if len(name) > c.limits.KeyBytes {
			return refuseSize(RuleLimitKey,
				registry.Tf("Tên cột thứ %d dài hơn %d byte.", "The name of column %d is longer than %d bytes.", i+1, c.limits.KeyBytes),
				registry.T("Rút ngắn tên cột. Dòng đầu tiên phải là tiêu đề.", "Shorten the name. The first line must be the header."))
		}
		if strings.ContainsRune(name, '\r') {
			return refuseFile(RuleCSVNewline, "",
				registry.T("Các dòng kết thúc bằng CR của máy Macintosh cũ.", "The lines end in CR, as on the old Macintosh."),
				registry.T("Lưu lại thành “CSV UTF-8”.", "Save it again as “CSV UTF-8”."))
		}
		key := vnname.Key(name)
		if first, ok := seen[key]; ok && key != "" {
			f := registry.NewFault(RuleCSVHeaderDuplicate, name, name,
				registry.Tf("Cột thứ %d và cột thứ %d cùng tên “%s”.", "Columns %d and %d have the same name “%s”.", first, i+1, name),
				registry.T("Đổi tên hoặc bỏ một trong hai cột.", "Rename or remove one of the two."))
			f.Row = rec.Row
			return registry.Invalid([]registry.Fault{f})
		}
		seen[key] = i + 1
		c.names.add(name)
	}
	return nil
}

func (c *csvReader) Next(rec *Record) error {
	if c.failed != nil {
		return c.failed
	}
	rec.names, rec.kinds, rec.ID, rec.Geometry, rec.Warnings = &c.names, nil, "", nil, nil
	blank, err := c.next(rec)
	for err == nil && blank {
		blank, err = c.next(rec)
	}
	if err == nil && len(rec.values) != len(c.names.names) {
		err = c.rowError(rec.Row, -1, RuleCSVColumns, "",
			registry.Tf("Dòng có %d ô, tiêu đề có %d cột.", "The line has %d cells, the header %d columns.", len(rec.values), len(c.names.names)),
			registry.T("Thêm hoặc bớt ô; đặt ô có dấu ngăn cách trong dấu ngoặc kép.", "Add or remove cells; put a cell that contains the delimiter in quotes."))
	}
	if err != nil && !isRowError(err) {
		c.failed = err
	}
	return err
}

// next reads one record that has at least one character. blank says that all
// its cells are empty, as spreadsheets write below their last row.
func (c *csvReader) next(rec *Record) (blank bool, err error) {
	for {
		rec.Row = c.line
		end, err := c.lineEnd()
		if err != nil {
			return false, err
		}
		line := c.w.buf[c.w.r : c.w.r+end]
		if c.rows++; c.rows > c.limits.Rows+1 { // one is the header
			return false, refuseSize(RuleLimitRows,
				registry.Tf("Tệp có hơn %d dòng.", "The file has more than %d rows.", c.limits.Rows),
				registry.T("Chia tệp thành nhiều phần.", "Split the file."))
		}
		if bytes.IndexByte(line, '"') >= 0 {
			if err := c.quoted(rec); err != nil {
				return false, err
			}
		} else {
			c.w.r = min(c.w.r+end+1, c.w.w)
			c.line++
			line = bytes.TrimSuffix(line, []byte{'\r'})
			if len(line) == 0 {
				continue
			}
			c.plain(rec, line)
		}
		return c.checkCells(rec)
	}
}

// lineEnd gives the length of the line at the front of the window, without its
// LF; io.EOF when there is none.
func (c *csvReader) lineEnd() (int, error) {
	for searched := 0; ; {
		unread := c.w.buf[c.w.r:c.w.w]
		if i := bytes.IndexByte(unread[searched:], '\n'); i >= 0 {
			return searched + i, nil
		}
		searched = len(unread)
		if searched > c.limits.RecordBytes {
			return 0, c.recordTooLong()
		}
		if err := c.w.fill(); err == io.EOF && searched > 0 {
			return searched, nil
		} else if err != nil {
			return 0, err
		}
	}
}

// plain splits a line without quotes.
func (c *csvReader) plain(rec *Record, line []byte) {
	text := string(line) // the one allocation of a record
	values := rec.values[:0]
	for {
		i := strings.IndexByte(text, c.meta.Delimiter)
		if i < 0 {
			break
		}
		values = append(values, text[:i])
		text = text[i+1:]
	}
	rec.values = append(values, text)
}

// quoted reads a record that begins on a line with a quotation mark and may go
// over several lines.
func (c *csvReader) quoted(rec *Record) error {
	c.cell, c.ends = c.cell[:0], c.ends[:0]
	at, lines := 0, 0 // read so far of the window; line ends inside quotes
	for {
		b, err := c.byteAt(at)
		if err != nil && err != io.EOF {
			return err
		}
		if err == nil && b == '"' {
			n, err := c.quotedCell(at, &lines)
			if err != nil {
				return err
			}
			at = n
			if b, err = c.byteAt(at); err == nil && b == '\r' {
				if next, nextErr := c.byteAt(at + 1); nextErr == io.EOF || nextErr == nil && next == '\n' {
					at++
					b, err = next, nextErr
				}
			}
			if err != nil && err != io.EOF {
				return err
			}
			if err == nil && b != '\n' && b != c.meta.Delimiter {
				return c.afterQuote(rec.Row, at, lines)
			}
		} else {
			from := at
			for ; err == nil && b != '\n' && b != c.meta.Delimiter; b, err = c.byteAt(at) {
				at++
			}
			if err != nil && err != io.EOF {
				return err
			}
			text := c.w.buf[c.w.r+from : c.w.r+at]
			if err == io.EOF || b == '\n' {
				text = bytes.TrimSuffix(text, []byte{'\r'})
			}
			c.cell = append(c.cell, text...)
		}
		c.ends = append(c.ends, len(c.cell))
		at++
		if b, err := c.byteAt(at - 1); err == io.EOF || b == '\n' {
			break
		}
	}
	c.w.r = min(c.w.r+at, c.w.w)
	c.line += lines + 1
	text := string(c.cell)
	rec.values = rec.values[:0]
	from := 0
	for _, end := range c.ends {
		rec.values = append(rec.values, text[from:end])
		from = end
	}
	return nil
}

// quotedCell reads a cell from its opening mark and gives the place behind the
// closing one.
func (c *csvReader) quotedCell(at int, lines *int) (int, error) {
	opened, before, from := c.line+*lines, *lines, len(c.cell)
	for at++; ; {
		if _, err := c.byteAt(at); err == io.EOF {
			return 0, c.unclosed(opened)
		} else if err != nil {
			return 0, err
		}
		rest := c.w.buf[c.w.r+at : c.w.w]
		i := bytes.IndexByte(rest, '"')
		text := rest
		if i >= 0 {
			text = rest[:i]
		}
		*lines += bytes.Count(text, []byte{'\n'})
		c.cell = append(c.cell, text...)
		at += len(text)
		if n := len(c.cell) - from; n > c.limits.CellBytes || *lines > before && n > MaxLinesBytes {
			return 0, c.unclosed(opened)
		}
		if i < 0 {
			continue
		}
		at++
		if b, err := c.byteAt(at); err != nil || b != '"' {
			if err == io.EOF {
				err = nil
			}
			return at, err
		}
		c.cell = append(c.cell, '"')
		at++
	}
}

// byteAt gives an unread byte, reading on when it is not there yet.
func (c *csvReader) byteAt(at int) (byte, error) {
	for c.w.r+at >= c.w.w {
		if at > c.limits.RecordBytes {
			return 0, c.recordTooLong()
		}
		if err := c.w.fill(); err != nil {
			return 0, err
		}
	}
	return c.w.buf[c.w.r+at], nil
}

// afterQuote passes over the rest of a line on which text follows a closing
// quotation mark.
func (c *csvReader) afterQuote(row, at, lines int) error {
	c.w.r += at
	end, err := c.lineEnd()
	if err != nil && err != io.EOF {
		return err
	}
	rest := string(c.w.buf[c.w.r : c.w.r+min(end, MaxNumberBytes)])
	c.w.r = min(c.w.r+end+1, c.w.w)
	c.line += lines + 1
	return c.rowError(row, len(c.ends), RuleCSVQuote, strings.ToValidUTF8(rest, ""),
		registry.Tf("Có chữ sau dấu ngoặc kép đóng của ô thứ %d.", "Text follows the closing quotation mark of cell %d.", len(c.ends)+1),
		registry.T("Viết dấu ngoặc kép trong ô thành hai dấu liền nhau.", "Write a quotation mark inside a cell twice."))
}

// checkCells bounds the cells, reads those that were kept from being formulas, and
// tells whether all are empty.
func (c *csvReader) checkCells(rec *Record) (blank bool, err error) {
	blank = true
	for i, v := range rec.values {
		if len(v) > c.limits.CellBytes {
			return false, c.rowError(rec.Row, i, RuleLimitCell, v[:min(len(v), 4*registry.MaxFaultValue)],
				registry.Tf("Ô thứ %d dài hơn %d byte.", "Cell %d is longer than %d bytes.", i+1, c.limits.CellBytes),
				registry.T("Rút ngắn nội dung ô.", "Shorten the cell."))
		}
		blank = blank && strings.TrimSpace(v) == ""
		rec.values[i] = registry.PlainCell(v)
	}
	return blank, nil
}

// rowError is about the cell with that index, or about the row if it is -1.
func (c *csvReader) rowError(row, cell int, rule, value string, message, mend registry.Text) *RowError {
	column := ""
	if 0 <= cell && cell < len(c.names.names) {
		column = c.names.names[cell]
	}
	f := registry.NewFault(rule, column, value, message, mend)
	f.Row = row
	return &RowError{Row: row, Faults: []registry.Fault{f}}
}

func (c *csvReader) unclosed(line int) error {
	f := registry.NewFault(RuleCSVQuote, "", "",
		registry.Tf("Dấu ngoặc kép mở ở dòng %d không được đóng trong %d byte hoặc đến hết tệp.",
			"The quotation mark opened on line %d is not closed within %d bytes or the file.", line, min(c.limits.CellBytes, MaxLinesBytes)),
		registry.T("Đóng dấu ngoặc kép; dấu ngoặc kép trong ô phải viết hai lần.", "Close it; a quotation mark inside a cell is written twice."))
	f.Row = line
	return registry.Invalid([]registry.Fault{f})
}

func (c *csvReader) recordTooLong() error {
	return refuseSize(RuleLimitRecord,
		registry.Tf("Dòng %d dài hơn %d byte.", "Line %d is longer than %d bytes.", c.line, c.limits.RecordBytes),
		registry.T("Kiểm tra dấu xuống dòng và dấu ngoặc kép.", "Check the line ends and quotation marks."))
}
