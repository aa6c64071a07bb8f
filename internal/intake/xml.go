package intake

import (
	"encoding/xml"
	"errors"
	"io"

	"github.com/hatangso/hatangso/internal/registry"
)

// Rules of the faults that XML gives, in workbooks and KML.
const (
	RuleXMLSyntax = "xml.syntax"
	RuleXMLDepth  = "limit.xml-depth"
	RuleXMLDTD    = "xml.dtd" // a document type, by which entities could be declared
)

// MaxXMLDepth is how deep elements nest.
const MaxXMLDepth = 64

// xmlReader reads the elements of a document one after the other. Package xml
// reads in pieces of any size: what one piece may take is bounded here, and
// entities of the document's own are refused with the declaration they need.
type xmlReader struct {
	decoder *xml.Decoder
	source  *portion
	depth   int
}

// newXMLReader reads a document of whose text at most limit bytes belong to
// one record; see begin.
func newXMLReader(r io.Reader, limit int64) *xmlReader {
	source := &portion{r: r, left: limit, limit: limit}
	d := xml.NewDecoder(source)
	// The bytes are UTF-8 or a parser fails on them, whatever the first line says.
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	return &xmlReader{decoder: d, source: source}
}

// begin starts a record: it may take the limit again.
func (x *xmlReader) begin() { x.source.left = x.source.limit }

// next gives the next element's start or end, or text. The error is io.EOF
// behind the last element, or for a person.
func (x *xmlReader) next() (xml.Token, error) {
	for {
		token, err := x.decoder.Token()
		if err != nil {
			if errors.Is(err, io.EOF) {
				return nil, io.EOF
			}
			return nil, xmlError(err)
		}
		switch token.(type) {
		case xml.StartElement:
			if x.depth++; x.depth > MaxXMLDepth {
				return nil, refuseSize(RuleXMLDepth,
					registry.Tf("Các phần tử XML lồng nhau sâu hơn %d.", "The XML elements nest deeper than %d.", MaxXMLDepth),
					registry.T("Xuất lại tệp bằng phần mềm khác.", "Export the file with another program."))
			}
			return token, nil
		case xml.EndElement:
			x.depth--
			return token, nil
		case xml.CharData:
			return token, nil
		case xml.Directive:
			return nil, refuseFile(RuleXMLDTD, "",
				registry.T("Tệp XML khai báo DOCTYPE.", "The XML declares a DOCTYPE."),
				registry.T("Bỏ dòng <!DOCTYPE …>.", "Remove the line <!DOCTYPE …>."))
		}
	}
}

// skip passes over the rest of the element that has just begun.
func (x *xmlReader) skip() error {
	for depth := x.depth; x.depth >= depth; {
		if _, err := x.next(); err != nil {
			return noEnd(err)
		}
	}
	return nil
}

// text gives the text of the element that has just begun, that of elements
// within it left out.
func (x *xmlReader) text(b []byte) ([]byte, error) {
	for {
		token, err := x.next()
		if err != nil {
			return b, noEnd(err)
		}
		switch t := token.(type) {
		case xml.CharData:
			b = append(b, t...)
		case xml.StartElement:
			if err := x.skip(); err != nil {
				return b, err
			}
		case xml.EndElement:
			return b, nil
		}
	}
}

// noEnd words an end of the file within an element.
func noEnd(err error) error {
	if errors.Is(err, io.EOF) {
		return xmlError(io.ErrUnexpectedEOF)
	}
	return err
}

// xmlError words an error of package xml; those of the source pass.
func xmlError(err error) error {
	var syntax *xml.SyntaxError
	switch {
	case errors.As(err, &syntax):
		return refuseFile(RuleXMLSyntax, "",
			registry.Tf("Dòng %d: XML sai cú pháp hoặc bị cắt cụt.", "Line %d: the XML is malformed or cut short.", syntax.Line),
			registry.T("Xuất hoặc tải lại tệp.", "Export or download the file again."))
	case errors.Is(err, io.ErrUnexpectedEOF):
		return refuseFile(RuleXMLSyntax, "",
			registry.T("XML bị cắt cụt.", "The XML is cut short."),
			registry.T("Xuất hoặc tải lại tệp.", "Export or download the file again."))
	}
	return err
}

// attribute gives an attribute by its name without prefix, "" when there is none.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// portion bounds what is read at a time.
type portion struct {
	r           io.Reader
	left, limit int64
}

func (p *portion) Read(b []byte) (int, error) {
	if p.left <= 0 {
		return 0, refuseSize(RuleLimitRecord,
			registry.Tf("Một bản ghi dài hơn %d byte.", "A record is longer than %d bytes.", p.limit),
			registry.T("Chia nhỏ bản ghi hoặc đơn giản hóa hình.", "Split the record or simplify its shape."))
	}
	n, err := p.r.Read(b[:min(int64(len(b)), p.left)])
	p.left -= int64(n)
	return n, err
}
