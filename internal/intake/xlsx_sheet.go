package intake

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/hatangso/hatangso/internal/registry"
)

// maxSheetRowBytes is what one row of a sheet may take, mark-up included: some
// 60 bytes a cell besides its text.
const maxSheetRowBytes = 16 << 20

// The last row and column of a sheet (ISO 29500-1 §18.3.1).
const (
	maxSheetRows    = 1 << 20
	maxSheetColumns = 1 << 14
)

// sheetRow is one row of a sheet; cells without a value are left out.
type sheetRow struct {
	number int
	hidden bool
	cells  []sheetCell
}

type sheetCell struct {
	column int // from 0
	text   string
	kind   valueKind
	// wrong says that text is an error such as #REF!; uncomputed, that there is
	// a formula and no value.
	wrong, uncomputed bool
	// percent says that the number is shown a hundred times as large.
	percent bool
}

func (r *sheetRow) blank() bool {
	for _, c := range r.cells {
		if c.wrong || c.uncomputed || strings.TrimSpace(c.text) != "" {
			return false
		}
	}
	return true
}

// sheet reads the rows of a worksheet part.
type sheet struct {
	in       io.ReadCloser
	xml      *xmlReader
	limits   Limits
	styles   []cellStyle
	texts    *sharedTexts
	from1904 bool
	inRows   bool
	number   int // of the last row
	buf      []byte
}

func newSheet(in io.ReadCloser, limits Limits, styles []cellStyle, texts *sharedTexts, from1904 bool) *sheet {
	return &sheet{in: in, xml: newXMLReader(in, maxSheetRowBytes), limits: limits, styles: styles, texts: texts, from1904: from1904}
}

func (s *sheet) close() error { return errors.Join(s.in.Close(), s.texts.close()) }

// next reads the next row into row; io.EOF after the last. Cells of the row
// before stay as they are.
func (s *sheet) next(row *sheetRow) error {
	*row = sheetRow{}
	for {
		s.xml.begin()
		token, err := s.xml.next()
		if err != nil {
			return err // io.EOF: the part has been read to its end, its checksum with it
		}
		e, ok := token.(xml.StartElement)
		switch {
		case !ok:
		case e.Name.Local == "sheetData":
			s.inRows = true
		case s.inRows && e.Name.Local == "row":
			return s.row(e, row)
		case e.Name.Local != "worksheet":
			if err := s.xml.skip(); err != nil {
				return err
			}
		}
	}
}

func (s *sheet) row(e xml.StartElement, row *sheetRow) error {
	s.number++
	if n, err := strconv.Atoi(attribute(e, "r")); err == nil {
		s.number = n
	}
	if s.number < 1 || s.number > maxSheetRows {
		return xmlError(io.ErrUnexpectedEOF)
	}
	row.number, row.hidden = s.number, isTrue(attribute(e, "hidden"))
	column := -1
	for {
		token, err := s.xml.next()
		if err != nil {
			return noEnd(err)
		}
		switch t := token.(type) {
		case xml.EndElement:
			return nil
		case xml.StartElement:
			if t.Name.Local != "c" {
				if err := s.xml.skip(); err != nil {
					return err
				}
				continue
			}
			column++
			if at, ok := columnOf(attribute(t, "r")); ok {
				column = at
			}
			cell, err := s.cell(t)
			if err != nil {
				return err
			}
			if cell.column = column; cell.text != "" || cell.uncomputed {
				row.cells = append(row.cells, cell)
			}
		}
	}
}

// cell reads one cell (ISO 29500-1 §18.3.1.4).
func (s *sheet) cell(e xml.StartElement) (sheetCell, error) {
	var value, inline []byte
	formula, hasInline := false, false
	buf := s.buf[:0]
	for depth := s.xml.depth; s.xml.depth >= depth; {
		token, err := s.xml.next()
		if err != nil {
			return sheetCell{}, noEnd(err)
		}
		t, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		from := len(buf)
		switch t.Name.Local {
		case "v":
			if buf, err = s.xml.text(buf); err != nil {
				return sheetCell{}, err
			}
			value = buf[from:]
		case "is":
			if buf, err = s.xml.richText(buf); err != nil {
				return sheetCell{}, err
			}
			inline, hasInline = buf[from:], true
		default:
			formula = formula || t.Name.Local == "f"
			if err := s.xml.skip(); err != nil {
				return sheetCell{}, err
			}
		}
	}
	s.buf = buf
	text := string(value)
	switch kind := attribute(e, "t"); {
	case hasInline || kind == "inlineStr":
		return sheetCell{text: unescapeText(string(inline)), kind: kindText}, nil
	case kind == "s":
		i, err := strconv.Atoi(strings.TrimSpace(text))
		if err != nil {
			return sheetCell{}, nil
		}
		text, err = s.texts.at(i)
		return sheetCell{text: text, kind: kindText}, err
	case kind == "e":
		return sheetCell{text: text, wrong: true}, nil
	case formula && kind != "str" && text == "":
		return sheetCell{uncomputed: true}, nil
	case kind == "b":
		return sheetCell{text: strconv.FormatBool(isTrue(text)), kind: kindBool}, nil
	case kind == "str" || kind == "d":
		return sheetCell{text: unescapeText(text), kind: kindText}, nil
	}
	if text == "" {
		return sheetCell{}, nil
	}
	style, _ := strconv.Atoi(attribute(e, "s"))
	if style < 0 || style >= len(s.styles) {
		return sheetCell{text: text, kind: kindNumber}, nil
	}
	text, kind := s.styles[style].show(text, s.from1904)
	return sheetCell{text: text, kind: kind, percent: kind == kindNumber && s.styles[style].percent}, nil
}

// richText gives the text of a string item: of its runs, without the phonetic
// guide.
func (x *xmlReader) richText(b []byte) ([]byte, error) {
	for depth := x.depth; x.depth >= depth; {
		token, err := x.next()
		if err != nil {
			return b, noEnd(err)
		}
		e, ok := token.(xml.StartElement)
		switch {
		case !ok || e.Name.Local == "r":
		case e.Name.Local == "t":
			b, err = x.text(b)
		default:
			err = x.skip()
		}
		if err != nil {
			return b, err
		}
	}
	return b, nil
}

func isTrue(s string) bool { return s == "1" || s == "true" }

// columnOf gives the column, from 0, of a cell reference such as AB12.
func columnOf(reference string) (int, bool) {
	n := 0
	for i := range len(reference) {
		c := reference[i]
		if c < 'A' || c > 'Z' {
			break
		}
		if n = n*26 + int(c-'A') + 1; n > maxSheetColumns {
			return 0, false
		}
	}
	return n - 1, n > 0
}

// unescapeText undoes the writing of characters that XML cannot hold: _x000B_
// is U+000B (ISO 29500-1 §22.9.2.19).
func unescapeText(s string) string {
	at := strings.Index(s, "_x")
	if at < 0 {
		return s
	}
	var b strings.Builder
	for ; at >= 0; at = strings.Index(s, "_x") {
		b.WriteString(s[:at])
		s = s[at:]
		if len(s) < 7 || s[6] != '_' {
			b.WriteString(s[:2])
			s = s[2:]
			continue
		}
		code, err := strconv.ParseUint(s[2:6], 16, 16)
		if err != nil || strings.ContainsAny(s[2:6], "+-_") || utf16.IsSurrogate(rune(code)) {
			b.WriteString(s[:2])
			s = s[2:]
			continue
		}
		if code != 0 { // PostgreSQL stores no NUL
			b.WriteRune(rune(code))
		}
		s = s[7:]
	}
	b.WriteString(s)
	return b.String()
}

// sheetTooWide is the refusal of a header with too many columns.
func sheetTooWide(limit int) error {
	return refuseSize(RuleLimitColumns,
		registry.Tf("Trang tính có hơn %d cột có tiêu đề.", "The sheet has more than %d columns with a heading.", limit),
		registry.T("Bỏ bớt cột không dùng.", "Remove the columns that are not used."))
}
