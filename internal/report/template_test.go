package report_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/hatangso/hatangso/geodata"
	"github.com/hatangso/hatangso/internal/coord"
	"github.com/hatangso/hatangso/internal/intake"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/report"
)

// shippedCodes are the code lists as the program ships them.
func shippedCodes(t testing.TB) registry.Codes {
	t.Helper()
	var entries []registry.ListCode
	for _, file := range []string{"codes.csv", "technologies.csv", "indicators.csv"} {
		rows, err := geodata.Table(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			list, title := row["list"], registry.T(row["vi"], row["en"])
			switch file {
			case "technologies.csv":
				list = "technology"
			case "indicators.csv":
				list, title = "indicator", registry.T(row["title_vi"], row["title_en"])
			}
			entries = append(entries, registry.ListCode{List: list, Code: row["code"], Title: title, Aliases: strings.Split(row["aliases"], ";")})
		}
	}
	return registry.NewCodes(entries)
}

var organizations = []registry.Organization{{Code: "VIETTEL", Name: "Tập đoàn Viettel"}, {Code: "VNPT", Name: "Tập đoàn VNPT"}}

func template(t testing.TB, noun *registry.Noun) *report.Template {
	return &report.Template{Noun: noun, Codes: shippedCodes(t), Organizations: organizations, Lang: report.Vietnamese}
}

// readBack reads a file through intake.
func readBack(t testing.TB, noun *registry.Noun, name string, content []byte, epsg int) (rows []registry.Row, read *intake.Rows) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	reader, err := intake.OpenFile(f, f, intake.Options{})
	if err != nil {
		t.Fatalf("%v", err)
	}
	read, err = intake.NewRows(reader, noun, shippedCodes(t), intake.RowOptions{EPSG: epsg})
	if err != nil {
		t.Fatal(err)
	}
	for {
		var row registry.Row
		if err := read.Next(&row); errors.Is(err, io.EOF) {
			return rows, read
		} else if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, row)
	}
}

// fill puts the example of a template where a filer writes.
func fill(t testing.TB, noun *registry.Noun, content []byte) (filled []byte, names []string) {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("Ví dụ", excelize.Options{RawCellValue: true})
	if err != nil || len(rows) < 2 {
		t.Fatalf("%v, %q", err, rows)
	}
	for i, heading := range rows[0] {
		names = append(names, heading[strings.LastIndexByte(heading, '\n')+1:])
		if i >= len(rows[1]) || rows[1][i] == "" {
			continue
		}
		cell, _ := excelize.CoordinatesToCellName(i+1, 2)
		kind, err := f.GetCellType("Ví dụ", cell)
		if err != nil {
			t.Fatal(err)
		}
		if kind == excelize.CellTypeSharedString || kind == excelize.CellTypeInlineString {
			err = f.SetCellStr(noun.Title.VI, cell, rows[1][i])
		} else { // numbers and days, in the style that the column has
			var n float64
			if _, err := fmt.Sscan(rows[1][i], &n); err != nil {
				t.Fatal(err)
			}
			err = f.SetCellValue(noun.Title.VI, cell, n)
			style, _ := f.GetColStyle(noun.Title.VI, strings.TrimRight(cell, "2"))
			err = errors.Join(err, f.SetCellStyle(noun.Title.VI, cell, cell, style))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), names
}

// checkExample asks that the one row read is a good record with a value for every
// filled column.
func checkExample(t *testing.T, noun *registry.Noun, rows []registry.Row, read *intake.Rows) {
	t.Helper()
	if len(rows) != 1 || rows[0].Record == nil {
		t.Fatalf("%d rows: %+v", len(rows), rows)
	}
	faults := rows[0].Faults
	for _, f := range noun.Check(rows[0].Record, shippedCodes(t)) {
		if rows[0].Refs[f.Column] == "" { // the register looks these up
			faults = append(faults, f)
		}
	}
	if len(faults) > 0 {
		t.Errorf("the example is wrong: %+v", faults)
	}
	if ignored := read.Ignored(); len(ignored) > 0 {
		t.Errorf("columns nobody reads: %q", ignored)
	}
}

// A template that was filled in comes back through intake with every column
// matched, for every noun: by degrees, and by a grid where there are positions.
func TestTemplateXLSX(t *testing.T) {
	t.Parallel()
	grid, err := coord.Lookup(9210)
	if err != nil {
		t.Fatal(err)
	}
	for _, noun := range registry.Nouns {
		for _, crs := range []coord.CRS{{}, grid} {
			t.Run(fmt.Sprint(noun.Path, crs.EPSG), func(t *testing.T) {
				t.Parallel()
				form := template(t, noun)
				form.CRS = crs
				var out bytes.Buffer
				if err := form.WriteXLSX(&out); err != nil {
					t.Fatal(err)
				}
				if rows, _ := readBack(t, noun, "x.xlsx", out.Bytes(), 0); len(rows) > 0 {
					t.Fatalf("the empty template has %d rows", len(rows))
				}
				filled, names := fill(t, noun, out.Bytes())
				rows, read := readBack(t, noun, "x.xlsx", filled, crs.EPSG)
				checkExample(t, noun, rows, read)
				headers := read.Headers()
				for _, name := range names {
					if field := noun.Field(name); field == nil {
						name = "geometry"
					}
					if headers[name] == "" {
						t.Errorf("%s is not read: %v", name, headers)
					}
				}
				for _, f := range noun.Writable() {
					if f.Type != registry.GeometryField && f.Name != "submitted" && !slices.Contains(names, f.Name) {
						t.Errorf("no column for %s", f.Name)
					}
				}
			})
		}
	}
}

// The time of an example, in the workbook and in the GeoJSON, is read as that of
// Viet Nam which it shows.
func TestTemplateTime(t *testing.T) {
	t.Parallel()
	var book, features bytes.Buffer
	form := template(t, registry.InspectionNoun)
	if err := errors.Join(form.WriteXLSX(&book), form.WriteGeoJSON(&features)); err != nil {
		t.Fatal(err)
	}
	filled, _ := fill(t, registry.InspectionNoun, book.Bytes())
	rows, _ := readBack(t, registry.InspectionNoun, "x.xlsx", filled, 0)
	made := rows[0].Record.(*registry.Inspection).MadeAt.Format(time.RFC3339)
	if made != "2025-07-01T02:30:00Z" || !strings.Contains(features.String(), `"made_at":"2025-07-01T09:30:00+07:00"`) {
		t.Errorf("%s, %s", made, features.String())
	}
}

// What is in the workbook besides cells.
func TestTemplateWorkbook(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	if err := template(t, registry.SiteNoun).WriteXLSX(&out); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if diff := cmp.Diff([]string{"Vị trí trạm BTS", "Ví dụ", "Hướng dẫn", "Danh mục"}, f.GetSheetList()); diff != "" {
		t.Error(diff)
	}
	properties, err := f.GetCustomProps()
	if err != nil || len(properties) != 1 || properties[0].Name != report.NounProperty || properties[0].Value != "site" {
		t.Errorf("%+v, %v", properties, err)
	}
	rows, err := f.GetRows("Vị trí trạm BTS")
	if err != nil {
		t.Fatal(err)
	}
	comments, err := f.GetComments("Vị trí trạm BTS")
	if err != nil || len(comments) != len(rows[0]) {
		t.Errorf("%d comments on %d headings, %v", len(comments), len(rows[0]), err)
	}
	validations, err := f.GetDataValidations("Vị trí trạm BTS")
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(rows[0], func(s string) bool { return strings.HasSuffix(s, "\nowner") })
	letters, _ := excelize.ColumnNumberToName(at + 1)
	offered := 0
	for _, v := range validations {
		if !strings.HasPrefix(v.Sqref, letters+"2:") {
			continue
		}
		list, cells, _ := strings.Cut(strings.Trim(v.Formula1, "="), "!")
		first, last, _ := strings.Cut(strings.ReplaceAll(cells, "$", ""), ":")
		column, top, _ := excelize.CellNameToCoordinates(first)
		_, bottom, _ := excelize.CellNameToCoordinates(last)
		for row := top; row <= bottom; row++ {
			cell, _ := excelize.CoordinatesToCellName(column, row)
			value, err := f.GetCellValue(strings.Trim(list, "'"), cell)
			if err != nil || value != organizations[offered].Code {
				t.Errorf("%s!%s offers %q, %v", list, cell, value, err)
			}
			offered++
		}
	}
	if offered != len(organizations) {
		t.Errorf("%d organizations are offered", offered)
	}
	panes, err := f.GetPanes("Vị trí trạm BTS")
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("%+v, %v", panes, err)
	}
}

// Whatever a drop-down offers means its code to intake.
func TestChoicesAreRead(t *testing.T) {
	t.Parallel()
	for _, noun := range registry.Nouns {
		var out bytes.Buffer
		if err := template(t, noun).WriteXLSX(&out); err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		heading, err := f.GetRows(noun.Title.VI)
		if err != nil {
			t.Fatal(err)
		}
		lists, err := f.GetCols("Danh mục")
		if err != nil {
			t.Fatal(err)
		}
		at := 0
		for _, title := range heading[0] {
			name := title[strings.LastIndexByte(title, '\n')+1:]
			field := noun.Field(name)
			if field == nil || field.List == "" && field.Type != registry.BoolField && field.Ref != "organization" {
				continue
			}
			shown, codes := lists[at], lists[at+1]
			at += 4
			if field.List == "" || field.Type == registry.JSONField { // of a document, codes to write into it
				continue
			}
			if end := slices.Index(codes[2:], ""); end >= 0 { // shorter than the longest
				codes = codes[:end+2]
			}
			csv := name + ";note\n"
			for i := 2; i < len(codes); i++ {
				csv += shown[i] + ";" + fmt.Sprint(i) + "\n"
			}
			rows, _ := readBack(t, noun, "x.csv", []byte(csv), 0)
			for i, row := range rows {
				b, err := json.Marshal(row.Record)
				if err != nil {
					t.Fatal(err)
				}
				var record map[string]any
				if err := json.Unmarshal(b, &record); err != nil {
					t.Fatal(err)
				}
				if record[name] != codes[i+2] {
					t.Errorf("%s.%s: %q is read as %v, not %s", noun.Name, name, shown[i+2], record[name], codes[i+2])
				}
			}
			if len(rows) != len(codes)-2 || len(rows) == 0 {
				t.Errorf("%s.%s: %d rows of %d", noun.Name, name, len(rows), len(codes)-2)
			}
		}
		f.Close()
	}
}

// The CSV opens as it should and has every column; the GeoJSON has no feature
// until its example is copied.
func TestTemplateText(t *testing.T) {
	t.Parallel()
	for _, noun := range registry.Nouns {
		t.Run(noun.Path, func(t *testing.T) {
			t.Parallel()
			var table, features bytes.Buffer
			form := template(t, noun)
			if err := errors.Join(form.WriteCSV(&table), form.WriteGeoJSON(&features)); err != nil {
				t.Fatal(err)
			}
			if !bytes.HasPrefix(table.Bytes(), []byte("\xef\xbb\xbf")) {
				t.Error("no byte order mark")
			}
			rows, read := readBack(t, noun, "x.csv", table.Bytes(), 0)
			if len(rows) > 0 || len(read.Ignored()) > 0 {
				t.Errorf("%d rows, ignored %q", len(rows), read.Ignored())
			}
			var document struct {
				Type     string            `json:"type"`
				Example  json.RawMessage   `json:"example"`
				Features []json.RawMessage `json:"features"`
			}
			if err := json.Unmarshal(features.Bytes(), &document); err != nil || len(document.Features) > 0 {
				t.Fatalf("%v, %d features", err, len(document.Features))
			}
			if rows, _ := readBack(t, noun, "x.geojson", features.Bytes(), 0); len(rows) > 0 {
				t.Errorf("the empty template has %d rows", len(rows))
			}
			document.Features = append(document.Features, document.Example)
			copied, err := json.Marshal(document)
			if err != nil {
				t.Fatal(err)
			}
			rows, read = readBack(t, noun, "x.geojson", copied, 0)
			checkExample(t, noun, rows, read)
		})
	}
}

// In English the headings are, and the columns stay the same.
func TestTemplateEnglish(t *testing.T) {
	t.Parallel()
	form := template(t, registry.PoleNoun)
	form.Lang = report.English
	var out bytes.Buffer
	if err := form.WriteXLSX(&out); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got, err := f.GetCellValue(registry.PoleNoun.Title.VI, "A1"); err != nil || got != "Code *\ncode" {
		t.Errorf("%q, %v", got, err)
	}
}
