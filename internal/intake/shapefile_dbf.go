package intake

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/vnname"
)

// dbaseFile streams a .dbf (dBASE III PLUS and IV tables, as shapefiles have
// them).
type dbaseFile struct {
	r        *bufio.Reader
	names    nameTable
	fields   []dbaseField
	record   []byte
	left     int
	limits   Limits
	encoding string
	decoder  *encoding.Decoder // nil for UTF-8
}

type dbaseField struct {
	kind     byte
	from, to int // in a record
}

const (
	dbaseHeaderBytes = 32
	dbaseFieldBytes  = 32
	dbaseNameBytes   = 11
	// dbaseNameLength is what of a column's name is left: the last byte is 0.
	dbaseNameLength = dbaseNameBytes - 1
)

// charsets are the encodings a .cpg may name, by what is left of the name
// without case, spaces and signs. Windows-1258 writes tones apart from their
// letters; text is composed again. The encodings TCVN3 and VNI, which no .cpg
// can name, are not among them.
var charsets = map[string]encoding.Encoding{
	"utf8": nil, "65001": nil,
	"1258": charmap.Windows1258, "cp1258": charmap.Windows1258, "windows1258": charmap.Windows1258, "ansi1258": charmap.Windows1258,
	"1252": charmap.Windows1252, "cp1252": charmap.Windows1252, "windows1252": charmap.Windows1252, "ansi1252": charmap.Windows1252,
	"iso88591": charmap.ISO8859_1, "88591": charmap.ISO8859_1, "latin1": charmap.ISO8859_1,
}

func openDBase(dbf *part, cpg string, limits Limits) (*dbaseFile, error) {
	d := &dbaseFile{r: bufio.NewReaderSize(dbf, windowBytes), limits: limits, encoding: "UTF-8"}
	if cpg != "" {
		name := strings.NewReplacer(" ", "", "-", "", "_", "").Replace(strings.ToLower(cpg))
		charset, ok := charsets[name]
		if !ok {
			return nil, refuseFile(RuleShapefileCharset, cpg,
				registry.Tf("Không nhận bảng mã %q ghi trong tệp .cpg.", "The encoding %q in the .cpg is not taken.", cpg),
				registry.T("Xuất lại Shapefile với bảng mã UTF-8.", "Export the shapefile again in UTF-8."))
		}
		if charset != nil {
			d.encoding, d.decoder = cpg, charset.NewDecoder()
		}
	}
	var header [dbaseHeaderBytes]byte
	if _, err := io.ReadFull(d.r, header[:]); err != nil {
		return nil, tableError(err)
	}
	records := int64(binary.LittleEndian.Uint32(header[4:]))
	start, length := int(binary.LittleEndian.Uint16(header[8:])), int(binary.LittleEndian.Uint16(header[10:]))
	if records > int64(limits.Rows) {
		return nil, refuseSize(RuleLimitRows,
			registry.Tf("Tệp có hơn %d đối tượng.", "The file has more than %d features.", limits.Rows),
			registry.T("Chia tệp thành nhiều phần.", "Split the file."))
	}
	d.left = int(records)
	if start < dbaseHeaderBytes+1 || length < 1 {
		return nil, corrupt(".dbf", "header of %d bytes, records of %d", start, length)
	}
	if int64(start)+records*int64(length) > dbf.size {
		return nil, truncated(".dbf")
	}
	descriptors := make([]byte, start-dbaseHeaderBytes)
	if _, err := io.ReadFull(d.r, descriptors); err != nil {
		return nil, tableError(err)
	}
	d.record = make([]byte, length)
	return d, d.describe(descriptors)
}

func tableError(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return truncated(".dbf")
	}
	return err
}

// describe reads the names and places of the columns.
func (d *dbaseFile) describe(descriptors []byte) error {
	at := 1 // behind the mark of deletion
	seen := map[string]bool{}
	for len(descriptors) >= dbaseFieldBytes && descriptors[0] != '\r' {
		b := descriptors[:dbaseFieldBytes]
		descriptors = descriptors[dbaseFieldBytes:]
		raw, _, _ := bytes.Cut(b[:dbaseNameBytes], []byte{0})
		name, ok := d.text(raw)
		width := int(b[16])
		if b[11] == 'C' {
			width += int(b[17]) << 8 // Clipper and FoxPro
		}
		f := dbaseField{kind: b[11], from: at, to: at + width}
		if at += width; !ok || at > len(d.record) {
			return corrupt(".dbf", "column %d", len(d.fields)+1)
		}
		if name = strings.TrimSpace(name); seen[vnname.Key(name)] {
			return refuseFile(RuleCSVHeaderDuplicate, name,
				registry.Tf("Có hai cột tên “%s”.", "Two columns have the name “%s”.", name),
				registry.T("Đổi tên hoặc bỏ một trong hai cột.", "Rename or remove one of the two."))
		}
		seen[vnname.Key(name)] = true
		d.names.add(name)
		if d.fields = append(d.fields, f); len(d.fields) > d.limits.Columns {
			return refuseSize(RuleLimitColumns,
				registry.Tf("Tệp có hơn %d cột.", "The file has more than %d columns.", d.limits.Columns),
				registry.T("Bỏ bớt cột không dùng.", "Remove the columns that are not used."))
		}
	}
	return nil
}

// next reads a row into rec.
func (d *dbaseFile) next(rec *Record) (deleted bool, faults []registry.Fault, err error) {
	if d.left == 0 {
		return false, nil, io.EOF
	}
	d.left--
	if _, err := io.ReadFull(d.r, d.record); err != nil {
		return false, nil, tableError(err)
	}
	n := len(d.fields)
	rec.values, rec.kinds = slices.Grow(rec.values[:0], n)[:n], slices.Grow(rec.kinds[:0], n)[:n]
	clear(rec.values)
	clear(rec.kinds)
	for i, f := range d.fields {
		raw := bytes.Trim(d.record[f.from:f.to], " \x00")
		if len(raw) == 0 || len(bytes.Trim(raw, "*")) == 0 && f.kind != 'C' {
			continue // blank, or a number too wide for its column
		}
		switch f.kind {
		case 'C':
			text, ok := d.text(raw)
			if !ok {
				faults = append(faults, d.foreign(d.names.names[i], raw))
				continue
			}
			rec.values[i], rec.kinds[i] = text, kindText
		case 'N', 'F':
			rec.values[i], rec.kinds[i] = string(raw), kindNumber
		case 'D':
			if text := string(raw); strings.Trim(text, "0") != "" {
				rec.values[i], rec.kinds[i] = text, kindText
			}
		case 'L':
			switch raw[0] {
			case 'T', 't', 'Y', 'y':
				rec.values[i], rec.kinds[i] = strconv.FormatBool(true), kindBool
			case 'F', 'f', 'N', 'n':
				rec.values[i], rec.kinds[i] = strconv.FormatBool(false), kindBool
			}
		}
	}
	return d.record[0] == '*', faults, nil
}

// text decodes a name or value; ok is false when it is not of the encoding.
func (d *dbaseFile) text(raw []byte) (string, bool) {
	if d.decoder != nil {
		out, err := d.decoder.Bytes(raw)
		return norm.NFC.String(string(out)), err == nil && !bytes.ContainsRune(out, utf8.RuneError) && !bytes.Contains(out, []byte{0})
	}
	// a text too long for its column may be cut within a character
	raw = raw[:wholeRunes(raw)]
	return norm.NFC.String(string(raw)), utf8.Valid(raw) && !bytes.Contains(raw, []byte{0})
}

// foreign is the fault of a text that is not of the table's encoding.
func (d *dbaseFile) foreign(column string, raw []byte) registry.Fault {
	likely := likelyEncoding(raw)
	return registry.NewFault(RuleTextEncoding, column, strings.ToValidUTF8(string(raw), "�"),
		registry.Tf("Chữ không phải %s; có lẽ là %s.", "The text is not %s; it is probably %s.", d.encoding, likely),
		registry.T("Xuất lại Shapefile với bảng mã UTF-8, kèm tệp .cpg.", "Export the shapefile again in UTF-8, with its .cpg."))
}
