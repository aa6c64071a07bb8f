package export

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"github.com/xuri/excelize/v2"

	"github.com/hatangso/hatangso/internal/coord"
	"github.com/hatangso/hatangso/internal/registry"
)

func openBook(t *testing.T, content []byte) *excelize.File {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { book.Close() })
	return book
}

// placeOf gives the column of a field by its heading.
func placeOf(t *testing.T, book *excelize.File, sheet, field string) string {
	t.Helper()
	rows, err := book.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for i, heading := range rows[0] {
		if strings.HasSuffix(heading, "\n"+field) {
			name, err := excelize.ColumnNumberToName(i + 1)
			if err != nil {
				t.Fatal(err)
			}
			return name
		}
	}
	t.Fatalf("no column %s in %q", field, rows[0])
	return ""
}

// Another program finds numbers as numbers, days as days, texts as texts.
func TestWorkbookCells(t *testing.T) {
	t.Parallel()
	pole := samplePole(7)
	pole.Note = ptr("=1+1")
	pole.Road = ptr("  +84\ta\x0bb\r\n_x000B_\uFFFE ")
	pole.OperatingTo = ptr(registry.NewDate(1900, 1, 5))
	pole.ToRemove = true
	pole.Source = ptr("")
	book := openBook(t, file(t, XLSX, registry.PoleNoun, pole))
	sheet := registry.PoleNoun.Title.VI
	for _, c := range []struct {
		field, raw, shown string
		kind              excelize.CellType
	}{
		{"id", "7", "7", excelize.CellTypeUnset},
		{"code", "C7", "C7", excelize.CellTypeInlineString},
		{"note", "=1+1", "=1+1", excelize.CellTypeInlineString},
		{"road", "  +84\ta\x0bb\r\n_x000B_\uFFFE ", "  +84\ta\x0bb\r\n_x000B_\uFFFE ", excelize.CellTypeInlineString},
		{"height_m", "7.5", "7.5", excelize.CellTypeUnset},
		{"built_on", "36525", "31/12/1999", excelize.CellTypeUnset},
		{"operating_from", "46081", "28/02/2026", excelize.CellTypeUnset},
		{"operating_to", "1900-01-05", "1900-01-05", excelize.CellTypeInlineString},
		{"created_at", "46024.41950231481", "02/01/2026 10:04:05", excelize.CellTypeUnset},
		{"to_remove", "1", "TRUE", excelize.CellTypeBool},
		{"owner_present", "1", "TRUE", excelize.CellTypeBool},
		{"line_no", "", "", excelize.CellTypeUnset},
		{"lon", "105.9007", "105.900700", excelize.CellTypeUnset},
		{"lat", "20.5", "20.500000", excelize.CellTypeUnset},
	} {
		at := placeOf(t, book, sheet, c.field) + "2"
		raw, err := book.GetCellValue(sheet, at, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		shown, err := book.GetCellValue(sheet, at)
		if err != nil {
			t.Fatal(err)
		}
		kind, err := book.GetCellType(sheet, at)
		if err != nil {
			t.Fatal(err)
		}
		if formula, err := book.GetCellFormula(sheet, at); err != nil || formula != "" {
			t.Errorf("%s is the formula %q %v", c.field, formula, err)
		}
		if raw != c.raw || shown != c.shown || kind != c.kind {
			t.Errorf("%s is %q, shown as %q, of type %d; want %q, %q, %d", c.field, raw, shown, kind, c.raw, c.shown, c.kind)
		}
	}
}

// The heading has the title and the field, stays in sight and filters; the
// second sheet says where the records come from.
func TestWorkbookSheets(t *testing.T) {
	t.Parallel()
	content := file(t, XLSX, registry.PoleNoun, samplePole(1), samplePole(2))
	book := openBook(t, content)
	if diff := cmp.Diff([]string{"Cột treo cáp", aboutSheet}, book.GetSheetList()); diff != "" {
		t.Error(diff)
	}
	runs, err := book.GetCellRichText("Cột treo cáp", "C1")
	if err != nil || len(runs) != 2 || runs[0].Text != "Mã\n" || runs[1].Text != "code" || runs[0].Font == nil || !runs[0].Font.Bold {
		t.Errorf("%+v %v", runs, err)
	}
	panes, err := book.GetPanes("Cột treo cáp")
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("%+v %v", panes, err)
	}
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	part, err := z.Open(rowsPart)
	if err != nil {
		t.Fatal(err)
	}
	xml, err := io.ReadAll(part)
	if err != nil || !bytes.Contains(xml, []byte("<autoFilter ")) || bytes.Contains(xml, []byte("<dimension")) {
		t.Errorf("%v, or no filter, or the extent of the heading alone", err)
	}
	rows, err := book.GetRows(aboutSheet)
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"Cột treo cáp"}, {"Nguồn", "hatangso"}, {"Bộ lọc", "unit=11734"}, {"Tính đến ngày", "30/06/2026"},
		{"Lập lúc (giờ Việt Nam)", "21/11/2026 15:30:00"}, {"Số bản ghi", "2"}, {"Hệ tọa độ", "WGS 84"},
		{"Cách dùng", "Có thể sửa rồi nhập lại tệp này. Giữ nguyên dòng tiêu đề: dòng chữ nhỏ là tên trường."}}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Error(diff)
	}
}

// Every noun makes a workbook that opens, with and without records.
func TestWorkbookOfEveryNoun(t *testing.T) {
	t.Parallel()
	for _, noun := range registry.Nouns {
		for _, records := range [][]registry.Record{nil, {noun.New()}} {
			book := openBook(t, file(t, XLSX, noun, records...))
			rows, err := book.GetRows(noun.Title.VI)
			if err != nil || len(rows) != 1+len(records) {
				t.Errorf("%s has %d rows, want %d: %v", noun.Path, len(rows), 1+len(records), err)
			}
		}
	}
}

// What a cell or a sheet cannot hold ends the export, with what to do instead.
func TestWorkbookLimits(t *testing.T) {
	t.Parallel()
	long := make(orb.LineString, 2000)
	for i := range long {
		long[i] = orb.Point{105.1234567, 20 + float64(i)/1e6}
	}
	duct := registry.DuctNoun.New().(*registry.Duct)
	duct.ID, duct.Geometry.Geometry = 1, long
	sink, err := New(XLSX, io.Discard, About{Noun: registry.DuctNoun})
	if err == nil {
		err = sink.Begin(registry.DuctNoun.Fields)
	}
	if err != nil {
		t.Fatal(err)
	}
	var refused *registry.Error
	err = sink.Row(valuesOf(t, registry.DuctNoun, duct))
	if !errors.As(err, &refused) || refused.Code != registry.CodeTooLarge || len(refused.Faults) != 1 || !strings.Contains(refused.Faults[0].Mend.VI, "geometry=none") {
		t.Errorf("a long line: %v", err)
	}
	duct.Geometry.Geometry = long[:1000]
	if err := sink.Row(valuesOf(t, registry.DuctNoun, duct)); err != nil {
		t.Errorf("a shorter line: %v", err)
	}
	sink.(*workbook).rows = MaxSheetRecords
	if err = sink.Row(valuesOf(t, registry.DuctNoun, duct)); !errors.As(err, &refused) || refused.Code != registry.CodeTooLarge {
		t.Errorf("a row too many: %v", err)
	}
	layout, err := NewLayout(XLSX, registry.DuctNoun, "none", "", "")
	if err != nil {
		t.Fatal(err)
	}
	duct.Geometry.Geometry = long
	bare, err := New(XLSX, io.Discard, About{Noun: registry.DuctNoun, Layout: layout})
	if err == nil {
		err = bare.Begin(registry.DuctNoun.Fields)
	}
	if err == nil {
		err = bare.Row(valuesOf(t, registry.DuctNoun, duct))
	}
	if err != nil {
		t.Errorf("without geometries: %v", err)
	}
}

// A VN-2000 grid has northing and easting, in metres.
func TestWorkbookGrid(t *testing.T) {
	t.Parallel()
	layout, err := NewLayout(XLSX, registry.PoleNoun, "", "EPSG:9209", "")
	if err != nil {
		t.Fatal(err)
	}
	pole := samplePole(0)
	var out bytes.Buffer
	sink, err := New(XLSX, &out, About{Noun: registry.PoleNoun, Layout: layout, Written: time.Unix(0, 0)})
	if err == nil {
		err = sink.Begin(registry.PoleNoun.Fields)
	}
	if err == nil {
		err = sink.Row(valuesOf(t, registry.PoleNoun, pole))
	}
	if err == nil {
		err = sink.End()
	}
	if err != nil {
		t.Fatal(err)
	}
	at := pole.Geometry.Geometry.(orb.Point)
	system, err := coord.Lookup(9209)
	if err != nil {
		t.Fatal(err)
	}
	easting, northing, err := coord.FromWGS84(system, at[0], at[1])
	if err != nil {
		t.Fatal(err)
	}
	book := openBook(t, out.Bytes())
	sheet := registry.PoleNoun.Title.VI
	for field, want := range map[string]float64{"x": roundTo(northing, metreScale), "y": roundTo(easting, metreScale)} {
		got, err := book.GetCellValue(sheet, placeOf(t, book, sheet, field)+"2", excelize.Options{RawCellValue: true})
		if err != nil || got != string(appendDecimal(nil, want)) {
			t.Errorf("%s is %s, want %f: %v", field, got, want, err)
		}
	}
	rows, err := book.GetRows(aboutSheet)
	if err != nil || !strings.Contains(rows[6][1], "--crs EPSG:9209") {
		t.Errorf("%q %v", rows, err)
	}
}
