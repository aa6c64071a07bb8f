package export

import (
	"archive/zip"
	"cmp"
	"fmt"
	"io"
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
// The rows go to a temporary file and are packed at the end, so nothing is sent
// before everything is known to be well, and memory stays constant.
type workbook struct {
	w       io.Writer
	about   About
	file    *excelize.File
	sheet   *excelize.StreamWriter
	name    string
	columns []sheetColumn
	cells   []any
	rows    int
	buf     []byte
	wkt     struct {
		prefix string
		shape  *shape
		failed error
	}
}

// sheetColumn is how a field is written.
type sheetColumn struct {
	field registry.Field
	style int
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
	return &workbook{w: w, about: about, name: about.Noun.Title.VI}
}

func (b *workbook) Begin(fields []registry.Field) (err error) {
	b.file = excelize.NewFile()
	if err := b.file.SetSheetName("Sheet1", b.name); err != nil {
		return err
	}
	if b.sheet, err = b.file.NewStreamWriter(b.name); err != nil {
		return err
	}
	b.wkt.prefix, b.wkt.shape = b.about.Layout.wkt(&b.wkt.failed)
	styles, err := b.styles()
	if err != nil {
		return err
	}
	var heading []any
	for _, f := range fields {
		b.columns = append(b.columns, sheetColumn{f, styles.of(f.Type)})
		for _, h := range b.headings(f) {
			heading = append(heading, excelize.Cell{StyleID: styles.heading, Value: []excelize.RichTextRun{
				{Text: h.title + "\n", Font: &excelize.Font{Bold: true, Size: 11}},
				{Text: h.name, Font: &excelize.Font{Size: 8, Color: "808080"}},
			}})
			if err := b.sheet.SetColWidth(len(heading), len(heading), width(f, h.title)); err != nil {
				return err
			}
		}
	}
	b.cells = make([]any, 0, len(heading))
	if err := b.sheet.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	return b.sheet.SetRow("A1", heading, excelize.RowOpts{Height: 45})
}

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
	b.cells = b.cells[:0]
	for i, v := range values {
		if err := b.cell(&b.columns[i], v); err != nil {
			return err
		}
	}
	return b.sheet.SetRow("A"+strconv.Itoa(b.rows+1), b.cells)
}

// cell appends the cells of a value.
func (b *workbook) cell(c *sheetColumn, v postgres.Value) (err error) {
	if c.field.Type == registry.GeometryField {
		return b.position(c, v)
	}
	if v == nil {
		b.cells = append(b.cells, nil)
		return nil
	}
	var value any
	switch c.field.Type {
	case registry.IntField:
		value = v.Int()
	case registry.DecimalField:
		value = v.Float()
	case registry.BoolField:
		value = v.Bool()
	case registry.DateField:
		if serial, ok := serialOf(v.Days()); ok {
			value = serial
		} else {
			value = string(appendDate(b.buf[:0], v.Days()))
		}
	case registry.TimeField:
		days := floorDiv(v.Seconds()+vietNamSeconds, 86400)
		if serial, ok := serialOf(days); ok {
			value = float64(serial) + float64(v.Seconds()+vietNamSeconds-days*86400)/86400
		} else {
			value = string(appendTime(b.buf[:0], v.Seconds()))
		}
	case registry.JSONField:
		return b.text(c, v.JSON())
	default:
		return b.text(c, v.Text())
	}
	b.cells = append(b.cells, excelize.Cell{StyleID: c.style, Value: value})
	return nil
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

func (b *workbook) text(c *sheetColumn, s []byte) error {
	if len(s) > MaxSheetText && utf16Length(string(s)) > MaxSheetText {
		mend := registry.T("Dùng csv, geojson hoặc gpkg.", "Use csv, geojson or gpkg.")
		if c.field.Type == registry.GeometryField {
			mend = registry.T("Dùng geojson, gpkg hoặc csv; hoặc bỏ hình học bằng geometry=none.", "Use geojson, gpkg or csv; or leave geometries out by geometry=none.")
		}
		fault := registry.NewFault("limit.sheet-cell", c.field.Name, "",
			registry.Tf("Bản ghi thứ %d có nội dung dài hơn %d ký tự, quá sức một ô bảng tính.", "Record %d has more than %d characters there, more than a cell holds.", b.rows, MaxSheetText), mend)
		return &registry.Error{Code: registry.CodeTooLarge, Message: fault.Message, Faults: []registry.Fault{fault}}
	}
	b.cells = append(b.cells, excelize.Cell{StyleID: c.style, Value: string(s)})
	return nil
}

func utf16Length(s string) (n int) {
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

func (b *workbook) position(c *sheetColumn, v postgres.Value) error {
	layout := b.about.Layout
	switch {
	case layout.Positions == NoPositions:
	case v == nil && layout.Positions == LonLat:
		b.cells = append(b.cells, nil, nil)
	case v == nil:
		b.cells = append(b.cells, nil)
	case layout.Positions == LonLat:
		lon, lat, err := readPoint(v.EWKB())
		if err != nil {
			return err
		}
		first, second, err := layout.pair(lon, lat)
		if err != nil {
			return err
		}
		b.cells = append(b.cells, excelize.Cell{StyleID: c.style, Value: first}, excelize.Cell{StyleID: c.style, Value: second})
	default:
		var err error
		b.buf, err = appendEWKB(append(b.buf[:0], b.wkt.prefix...), v.EWKB(), b.wkt.shape)
		if err = cmp.Or(err, b.wkt.failed); err != nil {
			return err
		}
		return b.text(c, b.buf)
	}
	return nil
}

func (b *workbook) End() error {
	if last, err := excelize.CoordinatesToCellName(max(cap(b.cells), 1), b.rows+1); err != nil {
		return err
	} else if err := b.file.AutoFilter(b.name, "A1:"+last, nil); err != nil {
		return err
	}
	if err := b.sheet.Flush(); err != nil {
		return err
	}
	if err := b.introduce(); err != nil {
		return err
	}
	// excelize packs into memory, unless it is given a packer of its own.
	packer := zip.NewWriter(b.w)
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return packer })
	return b.file.Write(io.Discard)
}

// Close removes the temporary files.
func (b *workbook) Close() error {
	if b.file == nil {
		return nil
	}
	return b.file.Close()
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
