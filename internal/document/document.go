package document

import (
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Document (văn bản) is what the writers write.
type Document struct {
	// Title and Author are the file's, not printed.
	Title, Author string
	// Made dates the file; it is never the clock's, so that the same data are the same file.
	Made time.Time
	// Head is nil for what is no letter of an agency.
	Head   *Letterhead
	Blocks []Block
	// Signature is nil where nobody signs.
	Signature *Signature
}

// Letterhead (phần thể thức đầu văn bản) is what stands before the text: the
// agency on the left, quốc hiệu and tiêu ngữ on the right (NĐ 30/2020/NĐ-CP).
type Letterhead struct {
	// Parent is the agency above (cơ quan chủ quản), on one line or more; empty when none is named.
	Parent string
	// Issuer is the agency whose document it is.
	Issuer string
	// Number is the line of number and symbol, as "Số:       /BC-SKHCN"; a draft leaves
	// the number to the clerk.
	Number string
	// Place is the line of place and date, as "Quảng Ngãi, ngày    tháng    năm 2026".
	Place string
	// Kind is the type of document (tên loại), as "BÁO CÁO", and Subject what it is about (trích yếu).
	Kind    string
	Subject string
	// Addressee follows "Kính gửi: "; empty for none.
	Addressee string
}

// Signature (chữ ký) ends a document, with the list of who receives it on the left.
type Signature struct {
	// Recipients are the lines below "Nơi nhận:".
	Recipients []string
	// Authority is the office of who signs, as "GIÁM ĐỐC"; Name who does, empty for a draft.
	Authority, Name string
}

// Block is a part of the text, from top to bottom.
type Block interface{ block() }

// Align is how a text stands in its column.
type Align int

// Ways to align.
const (
	Left Align = iota
	Center
	Right
	Justified
)

// Heading (đề mục) begins a section. Level is 1 to 3.
type Heading struct {
	Level int
	Text  string
}

// Paragraph (đoạn văn) is justified, its first line indented.
type Paragraph struct {
	// Lead is printed bold before Text.
	Lead string
	Text string
	// Note makes it small, italic and without indent: the remark below a table.
	Note bool
}

// Table (bảng) has a head that stands again on every page it runs over.
type Table struct {
	// Caption stands above it.
	Caption string
	Columns []Column
	Rows    []Row
}

// Column is one of a table. Width is its share of the text's width, against the
// sum of all of them.
type Column struct {
	Title string
	Width float64
	Align Align
}

// Row is one of a table, with a cell for each column. Strong rows are bold: sums.
type Row struct {
	Cells  []string
	Strong bool
}

// Figure (hình) is a picture as PNG. Alt says in words what it shows.
type Figure struct {
	PNG []byte
	// WidthMM is how wide it stands on paper, at most the text's width.
	WidthMM      float64
	Caption, Alt string
}

// PageBreak begins a new page (sang trang): an annex.
type PageBreak struct{}

func (Heading) block()   {}
func (Paragraph) block() {}
func (Table) block()     {}
func (Figure) block()    {}
func (PageBreak) block() {}

// composed gives a text as documents may hold it: NFC, of characters that XML 1.0
// allows and that lie in the plane the fonts have.
func composed(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n':
			return ' '
		case r < 0x20 || r > 0xFFFD:
			return utf8.RuneError
		}
		return r
	}, norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD")))
}
