package export

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"github.com/hatangso/hatangso/internal/coord"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// workbook writes an Office Open XML workbook. The first sheet holds the
// records: numbers, truth values and dates as such, texts always as texts, never
// as formulas. Its heading has, in one cell, the title in Vietnamese and below
// it, small, the name of the field, by which intake reads the file back. The
// second sheet, Giới thiệu, says where the records come from. Times are those of
// Viet Nam: a workbook knows no zones.
//
// Package excelize makes everything but the rows, which go out as they come: its
// own streaming takes a temporary file and ten times as long.
type workbook struct {
	about   About
	file    *excelize.File
	name    string
	packer  *zip.Writer
	sheet   io.Writer // the rows' part
	rest    []byte    // what follows them there
	columns []sheetColumn
	cells   int // of a row so far
	letters []string
	rows    int
	row     []byte
	text    []byte
	wkt     struct {
		prefix string
		shape  *shape
		failed error
	}
}

// sheetColumn is how a field is written.
type sheetColumn struct {
	field  registry.Field
	style  string
	append appender
}

// Limits of a sheet (Excel specifications and limits).
const (
	// MaxSheetRecords is how many records a sheet holds, below its heading.
	MaxSheetRecords = 1<<20 - 1
	// MaxSheetText is how many UTF-16 code units a cell holds.
	MaxSheetText = 32767
)

const aboutSheet = "Giới thiệu"

func newWorkbook(w io.Writer, about About) *workbook {
	about.Layout = about.Layout.of(about.Noun)
	return &workbook{about: about, name: about.Noun.Title.VI, packer: zip.NewWriter(w)}
}

func (b *workbook) Begin(fields []registry.Field) (err error) {
	b.file = excelize.NewFile()
	if err := b.file.SetSheetName("Sheet1", b.name); err != nil {
		return err
	}
	b.wkt.prefix, b.wkt.shape = b.about.Layout.wkt(&b.wkt.failed)
	styles, err := b.styles()
	if err != nil {
		return err
	}
	for _, f := range fields {
		c := sheetColumn{field: f, append: plainAppender(f.Type)}
		if style := styles.of(f.Type); style > 0 {
			c.style = ` s="` + strconv.Itoa(style) + `"`
		}
		b.columns = append(b.columns, c)
		for _, h := range b.headings(f) {
			letters, err := excelize.ColumnNumberToName(len(b.letters) + 1)
			if err != nil {
				return err
			}
			b.letters = append(b.letters, letters)
			if err := b.file.SetCellRichText(b.name, letters+"1", []excelize.RichTextRun{
				{Text: h.title + "\n", Font: &excelize.Font{Bold: true, Size: 11}},
				{Text: h.name, Font: &excelize.Font{Size: 8, Color: "808080"}},
			}); err != nil {
				return err
			}
			if err := b.file.SetColWidth(b.name, letters, letters, width(f, h.title)); err != nil {
				return err
			}
		}
	}
	last := b.letters[len(b.letters)-1]
	for _, err := range []error{
		b.file.SetCellStyle(b.name, "A1", last+"1", styles.heading),
		b.file.SetRowHeight(b.name, 1, 45),
		b.file.SetPanes(b.name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}),
		b.file.AutoFilter(b.name, fmt.Sprintf("A1:%s%d", last, MaxSheetRecords+1), nil),
	} {
		if err != nil {
			return err
		}
	}
	return b.open()
}

// rowsPart is the part of the first sheet.
const rowsPart = "xl/worksheets/sheet1.xml"

// open begins the first sheet's part with what excelize makes of an empty one.
func (b *workbook) open() (err error) {
	parts, err := b.parts()
	if err != nil {
		return err
	}
	end := []byte("</sheetData>")
	before, after, found := bytes.Cut(parts[rowsPart].Bytes(), end)
	if !found {
		return errors.New("excelize has written no sheetData")
	}
	if b.sheet, err = b.packer.Create(rowsPart); err != nil {
		return err
	}
	b.rest = append(end, after...)
	// it is that of the heading alone, and some readers believe it
	_, err = b.sheet.Write(dimension.ReplaceAll(before, nil))
	return err
}

var dimension = regexp.MustCompile(`<dimension [^>]*>(</dimension>)?`)

// parts gives what excelize would pack.
func (b *workbook) parts() (unpacked, error) {
	into := unpacked{}
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return into })
	return into, b.file.Write(io.Discard)
}

// unpacked takes the parts of a package instead of packing them.
type unpacked map[string]*bytes.Buffer

func (u unpacked) Create(name string) (io.Writer, error) {
	u[name] = &bytes.Buffer{}
	return u[name], nil
}

func (u unpacked) AddFS(fs.FS) error { return errors.ErrUnsupported }

func (u unpacked) Close() error { return nil }

type heading struct{ title, name string }

// headings gives the columns of a field: of a geometry none, one or two.
func (b *workbook) headings(f registry.Field) []heading {
	if f.Type != registry.GeometryField {
		return []heading{{f.Title.VI, f.Name}}
	}
	switch layout := b.about.Layout; layout.Positions {
	case NoPositions:
		return nil
	case WKT:
		return []heading{{f.Title.VI, "wkt"}}
	default:
		if layout.grid() {
			return []heading{{"X (bắc, m)", "x"}, {"Y (đông, m)", "y"}}
		}
		return []heading{{"Kinh độ", "lon"}, {"Vĩ độ", "lat"}}
	}
}

// width gives a column's, in characters.
func width(f registry.Field, title string) float64 {
	room := 12
	switch {
	case f.Type == registry.TextField && f.List == "" && f.MaxChars > 80, f.Type == registry.JSONField:
		room = 28
	case f.Type == registry.TimeField:
		room = 19
	}
	// a long title goes over two lines above its field
	return float64(max(room, min(len([]rune(title))/2+4, 30)))
}

func (b *workbook) Row(values []postgres.Value) error {
	if b.rows == MaxSheetRecords {
		return &registry.Error{Code: registry.CodeTooLarge,
			Message: registry.Tf("Một trang tính chứa tối đa %d bản ghi; hãy lọc theo đơn vị, hoặc dùng csv, gpkg.",
				"A sheet holds at most %d records; filter by unit, or use csv or gpkg.", MaxSheetRecords)}
	}
	b.rows++
	b.cells = 0
	b.row = strconv.AppendInt(append(b.row[:0], `<row r="`...), int64(b.rows+1), 10)
	b.row = append(b.row, `">`...)
	for i, v := range values {
		if err := b.cell(&b.columns[i], v); err != nil {
			return err
		}
	}
	_, err := b.sheet.Write(append(b.row, `</row>`...))
	return err
}

// cell appends the cells of a value.
func (b *workbook) cell(c *sheetColumn, v postgres.Value) (err error) {
	switch {
	case c.field.Type == registry.GeometryField:
		return b.position(c, v)
	case v == nil:
		b.cells++
		return nil
	}
	switch c.field.Type {
	case registry.IntField, registry.DecimalField:
		b.begin(c)
		b.row = append(c.append(append(b.row, `><v>`...), v), `</v></c>`...)
	case registry.BoolField:
		b.begin(c)
		b.row = append(b.row, ` t="b"><v>`...)
		b.row = append(append(b.row, map[bool]byte{true: '1', false: '0'}[v.Bool()]), `</v></c>`...)
	case registry.DateField:
		if serial, ok := serialOf(v.Days()); ok {
			b.number(c, float64(serial))
			return nil
		}
		return b.appendText(c, c.append(b.text[:0], v))
	case registry.TimeField:
		local := v.Seconds() + vietNamSeconds
		days := floorDiv(local, 86400)
		if serial, ok := serialOf(days); ok {
			b.number(c, float64(serial)+float64(local-days*86400)/86400)
			return nil
		}
		return b.appendText(c, c.append(b.text[:0], v))
	default:
		return b.appendText(c, c.append(b.text[:0], v))
	}
	return nil
}

// begin appends the beginning of the next cell.
func (b *workbook) begin(c *sheetColumn) {
	b.row = append(append(b.row, `<c r="`...), b.letters[b.cells]...)
	b.row = append(strconv.AppendInt(b.row, int64(b.rows+1), 10), '"')
	b.row = append(b.row, c.style...)
	b.cells++
}

func (b *workbook) number(c *sheetColumn, v float64) {
	b.begin(c)
	b.row = append(strconv.AppendFloat(append(b.row, `><v>`...), v, 'f', -1, 64), `</v></c>`...)
}

// vietNamSeconds is the zone of Viet Nam, UTC+7 all the year.
const vietNamSeconds = 7 * 3600

// serialOf gives a day as workbooks count them. Before 1 March 1900 they
// disagree about the count: such a day is written as text.
func serialOf(days int64) (serial int64, ok bool) {
	const from1899, march1900, last = 25569, 61, 2958465
	serial = days + from1899
	return serial, march1900 <= serial && serial <= last
}

// appendText appends a cell of text, which may lie in b.text.
func (b *workbook) appendText(c *sheetColumn, s []byte) error {
	b.text = s
	if len(s) > MaxSheetText && utf16Length(s) > MaxSheetText {
		mend := registry.T("Dùng csv, geojson hoặc gpkg.", "Use csv, geojson or gpkg.")
		if c.field.Type == registry.GeometryField {
			mend = registry.T("Dùng geojson, gpkg hoặc csv; hoặc bỏ hình học bằng geometry=none.", "Use geojson, gpkg or csv; or leave geometries out by geometry=none.")
		}
		fault := registry.NewFault("limit.sheet-cell", c.field.Name, "",
			registry.Tf("Bản ghi thứ %d có nội dung dài hơn %d ký tự, quá sức một ô bảng tính.", "Record %d has more than %d characters there, more than a cell holds.", b.rows, MaxSheetText), mend)
		return &registry.Error{Code: registry.CodeTooLarge, Message: fault.Message, Faults: []registry.Fault{fault}}
	}
	b.begin(c)
	b.row = append(b.row, ` t="inlineStr"><is><t xml:space="preserve">`...)
	b.row = append(appendSheetText(b.row, s), `</t></is></c>`...)
	return nil
}

func utf16Length(s []byte) (n int) {
	for _, r := range string(s) {
		n += utf16.RuneLen(r)
	}
	return n
}

// appendSheetText escapes what XML cannot hold in the way of workbooks, U+000B
// as _x000B_, and a text that looks like that by escaping its first mark (ISO
// 29500-1 §22.9.2.19).
func appendSheetText(b, s []byte) []byte {
	from := 0
	escape := func(i, n int, r rune) {
		b = append(appendXML(b, s[from:i]), "_x"...)
		for shift := 12; shift >= 0; shift -= 4 {
			b = append(b, "0123456789ABCDEF"[r>>shift&15])
		}
		b = append(b, '_')
		from = i + n
	}
	for i, c := range s {
		switch {
		case c == '_' && looksEscaped(s[i:]):
			escape(i, 1, '_')
		case c < ' ' && c != '\t' && c != '\n':
			escape(i, 1, rune(c))
		case c == 0xEF && i+2 < len(s) && s[i+1] == 0xBF && s[i+2] >= 0xBE: // U+FFFE, U+FFFF
			escape(i, 3, 0xFFC0|rune(s[i+2]&0x3F))
		}
	}
	return appendXML(b, s[from:])
}

func looksEscaped(s []byte) bool {
	if len(s) < 7 || s[1] != 'x' || s[6] != '_' {
		return false
	}
	_, err := strconv.ParseUint(string(s[2:6]), 16, 16)
	return err == nil
}

func (b *workbook) position(c *sheetColumn, v postgres.Value) error {
	layout := b.about.Layout
	switch {
	case layout.Positions == NoPositions:
	case v == nil && layout.Positions == LonLat:
		b.cells += 2
	case v == nil:
		b.cells++
	case layout.Positions == LonLat:
		lon, lat, err := readPoint(v.EWKB())
		if err != nil {
			return err
		}
		first, second, err := layout.pair(lon, lat)
		if err != nil {
			return err
		}
		b.number(c, first)
		b.number(c, second)
	default:
		text, err := appendEWKB(append(b.text[:0], b.wkt.prefix...), v.EWKB(), b.wkt.shape)
		if err = cmp.Or(err, b.wkt.failed); err != nil {
			return err
		}
		return b.appendText(c, text)
	}
	return nil
}

func (b *workbook) End() error {
	if _, err := b.sheet.Write(b.rest); err != nil {
		return err
	}
	if err := b.introduce(); err != nil {
		return err
	}
	parts, err := b.parts()
	if err != nil {
		return err
	}
	delete(parts, rowsPart)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		part, err := b.packer.Create(name)
		if err != nil {
			return err
		}
		if _, err := part.Write(parts[name].Bytes()); err != nil {
			return err
		}
	}
	return b.packer.Close()
}

// introduce writes the second sheet.
func (b *workbook) introduce() error {
	if _, err := b.file.NewSheet(aboutSheet); err != nil {
		return err
	}
	asOf, filter := "mọi thời điểm", b.about.Filter
	if b.about.AsOf != nil {
		asOf = b.about.AsOf.Time().Format("02/01/2006")
	}
	if filter == "" {
		filter = "không lọc"
	}
	system := b.about.Layout.CRS.Name
	if system == "" {
		system = "WGS 84"
	}
	if epsg := b.about.Layout.CRS.EPSG; epsg != 0 && epsg != coord.EPSGWGS84 {
		system = fmt.Sprintf("%s (EPSG:%d); khi nhập lại phải thêm --crs EPSG:%d", system, epsg, epsg)
	}
	if b.about.Layout.Positions == NoPositions {
		system = "không có hình học"
	}
	lines := [][2]any{
		{b.about.Noun.Title.VI, ""},
		{"Nguồn", b.about.Source},
		{"Bộ lọc", filter},
		{"Tính đến ngày", asOf},
		{"Lập lúc (giờ Việt Nam)", b.about.Written.UTC().Add(vietNamSeconds * 1e9).Format("02/01/2006 15:04:05")},
		{"Số bản ghi", b.rows},
		{"Hệ tọa độ", system},
		{"Cách dùng", "Có thể sửa rồi nhập lại tệp này. Giữ nguyên dòng tiêu đề: dòng chữ nhỏ là tên trường."},
	}
	for i, line := range lines {
		if err := b.file.SetSheetRow(aboutSheet, "A"+strconv.Itoa(i+1), &[]any{line[0], line[1]}); err != nil {
			return err
		}
	}
	if err := b.file.SetColWidth(aboutSheet, "A", "A", 26); err != nil {
		return err
	}
	if err := b.file.SetColWidth(aboutSheet, "B", "B", 90); err != nil {
		return err
	}
	return b.file.SetDocProps(&excelize.DocProperties{
		Title: b.about.Noun.Title.VI, Creator: b.about.Source, Language: "vi-VN",
		Description: strings.Join([]string{filter, asOf}, "; "),
	})
}

// sheetStyles are the looks of cells.
type sheetStyles struct{ heading, date, time, degrees int }

func (b *workbook) styles() (s sheetStyles, err error) {
	formats := []struct {
		id   *int
		code string
	}{
		{&s.date, "dd/mm/yyyy"}, {&s.time, "dd/mm/yyyy hh:mm:ss"}, {&s.degrees, "0.000000"},
	}
	if b.about.Layout.grid() {
		formats[2].code = "0.000"
	}
	for _, f := range formats {
		if *f.id, err = b.file.NewStyle(&excelize.Style{CustomNumFmt: &f.code}); err != nil {
			return s, err
		}
	}
	s.heading, err = b.file.NewStyle(&excelize.Style{
		Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"},
		Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E6EEF5"}},
		Border:    []excelize.Border{{Type: "bottom", Style: 1, Color: "808080"}},
	})
	return s, err
}

func (s sheetStyles) of(t registry.FieldType) int {
	switch t {
	case registry.DateField:
		return s.date
	case registry.TimeField:
		return s.time
	case registry.GeometryField:
		return s.degrees
	}
	return 0
}
