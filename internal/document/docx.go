package document

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"
)

// MediaDOCX is the media type of what WriteDOCX writes.
const MediaDOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

// packed is when the files of every package are dated: a ZIP knows no time before 1980.
var packed = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// WriteDOCX writes the document as Office Open XML (ECMA-376, transitional), which
// Word and LibreOffice open.
func (d *Document) WriteDOCX(w io.Writer) error {
	body := &docx{}
	if d.Head != nil {
		body.head(d.Head)
	}
	for i, b := range d.Blocks {
		body.last = i == len(d.Blocks)-1 && d.Signature != nil
		if err := body.block(b); err != nil {
			return err
		}
	}
	if d.Signature != nil {
		body.signature(d.Signature)
	}
	z := zip.NewWriter(w)
	for _, part := range body.parts(d) {
		f, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate, Modified: packed})
		if err != nil {
			return err
		}
		if _, err := f.Write(part.content); err != nil {
			return err
		}
	}
	return z.Close()
}

// part is a file of the package.
type part struct {
	name    string
	content []byte
}

const (
	xmlHead      = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packageRels  = "http://schemas.openxmlformats.org/package/2006/relationships"
	wordML       = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
)

// parts are the files of the package, the list of their types first.
func (b *docx) parts(d *Document) []part {
	var rels strings.Builder
	for i := range b.pictures {
		fmt.Fprintf(&rels, `<Relationship Id="rId%d" Type="%s/image" Target="media/image%d.png"/>`, i+firstPicture, relationship, i+1)
	}
	made := d.Made.UTC().Format(time.RFC3339)
	parts := []part{
		{"[Content_Types].xml", []byte(xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>` +
			`<Override PartName="/word/document.xml" ContentType="` + MediaDOCX + `.main+xml"/>` +
			`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
			`<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>` +
			`<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>` +
			`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`)},
		{"_rels/.rels", []byte(xmlHead + `<Relationships xmlns="` + packageRels + `">` +
			`<Relationship Id="rId1" Type="` + relationship + `/officeDocument" Target="word/document.xml"/>` +
			`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`)},
		{"docProps/core.xml", []byte(xmlHead + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
			`<dc:title>` + escaped(d.Title) + `</dc:title><dc:creator>` + escaped(d.Author) + `</dc:creator><dc:language>vi-VN</dc:language>` +
			`<dcterms:created xsi:type="dcterms:W3CDTF">` + made + `</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">` + made + `</dcterms:modified></cp:coreProperties>`)},
		{"word/_rels/document.xml.rels", []byte(xmlHead + `<Relationships xmlns="` + packageRels + `">` +
			`<Relationship Id="rId1" Type="` + relationship + `/styles" Target="styles.xml"/>` +
			`<Relationship Id="rId2" Type="` + relationship + `/settings" Target="settings.xml"/>` +
			`<Relationship Id="rId3" Type="` + relationship + `/header" Target="header1.xml"/>` + rels.String() + `</Relationships>`)},
		{"word/styles.xml", []byte(styles())},
		{"word/settings.xml", []byte(xmlHead + `<w:settings xmlns:w="` + wordML + `"><w:defaultTabStop w:val="567"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`)},
		{"word/header1.xml", []byte(xmlHead + `<w:hdr xmlns:w="` + wordML + `"><w:p><w:pPr><w:spacing w:after="0"/><w:jc w:val="center"/></w:pPr>` +
			`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`)},
		{"word/document.xml", []byte(xmlHead + `<w:document xmlns:w="` + wordML + `" xmlns:r="` + relationship + `" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>` +
			b.xml.String() + sectionProperties() + `</w:body></w:document>`)},
	}
	for i, png := range b.pictures {
		parts = append(parts, part{fmt.Sprintf("word/media/image%d.png", i+1), png})
	}
	return parts
}

// twips are twentieths of a point, the measure of Word.
func twips(mm float64) int { return int(mm/25.4*1440 + 0.5) }

// halfPoints are what Word gives the size of letters in.
func halfPoints(pt float64) int { return int(pt*2 + 0.5) }

// sectionProperties are the page: A4, its margins, its number on top of all but the first.
func sectionProperties() string {
	return fmt.Sprintf(`<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:pgSz w:w="%d" w:h="%d"/>`+
		`<w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="%d" w:footer="%d" w:gutter="0"/><w:titlePg/></w:sectPr>`,
		twips(pageWidthMM), twips(pageHeightMM), twips(marginTopMM), twips(marginRightMM), twips(marginBottomMM), twips(marginLeftMM), twips(10), twips(10))
}

// styles are the document's own: what the text, its headings and tables look like.
func styles() string {
	font := `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>`
	size := func(pt float64) string {
		return fmt.Sprintf(`<w:sz w:val="%d"/><w:szCs w:val="%d"/>`, halfPoints(pt), halfPoints(pt))
	}
	style := func(id, name, paragraph, run string) string {
		return `<w:style w:type="paragraph" w:styleId="` + id + `"><w:name w:val="` + name + `"/><w:basedOn w:val="Normal"/><w:pPr>` + paragraph + `</w:pPr><w:rPr>` + run + `</w:rPr></w:style>`
	}
	keep := `<w:keepNext/><w:spacing w:before="120" w:after="80"/><w:ind w:firstLine="` + fmt.Sprint(twips(indentMM)) + `"/>`
	heading := func(level int) string {
		italic := ""
		if headingItalic(level) {
			italic = "<w:i/>"
		}
		return style(fmt.Sprintf("Heading%d", level), fmt.Sprintf("heading %d", level), keep+fmt.Sprintf(`<w:outlineLvl w:val="%d"/>`, level-1), "<w:b/>"+italic)
	}
	return xmlHead + `<w:styles xmlns:w="` + wordML + `"><w:docDefaults><w:rPrDefault><w:rPr>` + font + size(bodyPt) + `<w:lang w:val="vi-VN" w:eastAsia="vi-VN"/></w:rPr></w:rPrDefault>` +
		fmt.Sprintf(`<w:pPrDefault><w:pPr><w:spacing w:after="%d"/></w:pPr></w:pPrDefault></w:docDefaults>`, int(afterPt*20)) +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>` +
		style("Text", "Body Text", fmt.Sprintf(`<w:spacing w:line="%d" w:lineRule="auto"/><w:ind w:firstLine="%d"/><w:jc w:val="both"/>`, int(240*lineSpacing), twips(indentMM)), "") +
		heading(1) + heading(2) + heading(3) +
		style("Caption", "caption", `<w:keepNext/><w:spacing w:before="120" w:after="60"/><w:jc w:val="center"/>`, "<w:b/>"+size(bodyPt-1)) +
		style("Figure", "Figure", `<w:keepNext/><w:spacing w:before="60" w:after="40"/><w:jc w:val="center"/>`, "") +
		style("FigureCaption", "Figure Caption", `<w:spacing w:before="0" w:after="160"/><w:jc w:val="center"/>`, "<w:i/>"+size(bodyPt-1)) +
		style("Note", "Note", `<w:spacing w:before="60" w:after="100"/><w:jc w:val="both"/>`, "<w:i/>"+size(notePt)) +
		style("Cell", "Cell", `<w:spacing w:before="20" w:after="20"/>`, size(tablePt)) +
		`</w:styles>`
}

// escaped gives a text as XML may hold it.
func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(composed(s))) // a Builder takes everything
	return b.String()
}
