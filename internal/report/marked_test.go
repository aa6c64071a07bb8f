package report_test

import (
	"archive/zip"
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/hatangso/hatangso/internal/intake"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/report"
)

// filed writes a file to be marked.
func filed(t testing.TB, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// rowsOf gives all of a file as intake reads it: the columns, and the values of
// each row by its number.
func rowsOf(t testing.TB, path string) (columns []string, rows []report.MarkedRow) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	reader, err := intake.OpenFile(f, f, intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if c, ok := reader.(io.Closer); ok {
		defer c.Close()
	}
	for {
		var rec intake.Record
		if err := reader.Next(&rec); errors.Is(err, io.EOF) {
			return reader.Columns(), rows
		} else if err != nil {
			t.Fatal(err)
		}
		row := report.MarkedRow{Number: rec.Row}
		for _, name := range reader.Columns() {
			v, _ := rec.JSON(name)
			row.Cells = append(row.Cells, v)
		}
		rows = append(rows, row)
	}
}

func each(rows []report.MarkedRow) iter.Seq2[report.MarkedRow, error] {
	return func(yield func(report.MarkedRow, error) bool) {
		for _, r := range rows {
			if !yield(r, nil) {
				return
			}
		}
	}
}

func finding(row int, column string, severity registry.Severity, n int) report.Finding {
	return report.Finding{Row: row, Column: column, Severity: severity, Tier: registry.QualityTier, Rule: fmt.Sprintf("rule.%d", n),
		Value: "=1+1", Message: registry.Tf("Lời báo %d.", "Message %d.", n), Mend: registry.Tf("Cách sửa %d.", "Mend %d.", n)}
}

// office is a workbook as offices send: a title, a heading over two lines, dates,
// a comment, a hidden first sheet.
func office(t testing.TB) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	day := "dd/mm/yyyy"
	style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &day, Font: &excelize.Font{Italic: true}})
	if err != nil {
		t.Fatal(err)
	}
	_, err = f.NewSheet("Cột")
	for _, err := range []error{
		err, f.SetSheetVisible("Sheet1", true), f.MergeCell("Cột", "A1", "D1"), f.SetCellValue("Cột", "A1", "DANH SÁCH CỘT"),
		f.SetSheetRow("Cột", "B3", &[]any{"Mã", "Chiều cao\n(m)", "Ngày xây dựng", "Ghi chú"}),
		f.SetSheetRow("Cột", "B4", &[]any{"C1", 7.5, time.Date(2025, 7, 1, 0, 0, 0, 0, time.UTC), "=không phải công thức"}),
		f.SetSheetRow("Cột", "B5", &[]any{"00042", 8, nil, "hai"}),
		f.SetSheetRow("Cột", "B7", &[]any{"C3", 9, nil, nil}),
		f.SetCellStyle("Cột", "D4", "D4", style),
		f.AddComment("Cột", excelize.Comment{Author: "Lan", Cell: "B4", Text: "đã đo lại"}),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	f.SetActiveSheet(1)
	if err := f.SetSheetVisible("Sheet1", false); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func mark(t testing.TB, m *report.Marked) (path string, book *excelize.File) {
	t.Helper()
	var out bytes.Buffer
	if err := m.WriteXLSX(&out); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { book.Close() })
	return filed(t, "marked.xlsx", out.Bytes()), book
}

// commentsOf gives the comments of a sheet by cell.
func commentsOf(t testing.TB, f *excelize.File, sheet string) map[string]string {
	t.Helper()
	comments, err := f.GetComments(sheet)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, c := range comments {
		text := c.Text
		for _, run := range c.Paragraph {
			text += run.Text
		}
		if out[c.Cell] != "" {
			t.Errorf("two comments on %s", c.Cell)
		}
		out[c.Cell] = text
	}
	return out
}

func fillOf(t testing.TB, f *excelize.File, sheet, cell string) string {
	t.Helper()
	id, err := f.GetCellStyle(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	s, err := f.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(s.Fill.Color, "")
}

// The filer's own workbook is marked where it is wrong, and is read as the same
// rows; marked once more, nothing of the first marks is left.
func TestMarkInPlace(t *testing.T) {
	t.Parallel()
	original := filed(t, "x.xlsx", office(t))
	columns, rows := rowsOf(t, original)
	verified := finding(5, "Chiều cao (m)", registry.SeverityWarning, 4)
	verified.Verified = true
	marked := &report.Marked{Original: original, Columns: columns, Lang: report.Vietnamese, Findings: []report.Finding{
		finding(4, "Ngày xây dựng", registry.SeverityWarning, 1), finding(4, "Ngày xây dựng", registry.SeverityError, 2),
		finding(4, "Mã", registry.SeverityWarning, 3), verified, finding(7, "", registry.SeverityError, 5), finding(0, "", registry.SeverityWarning, 6),
	}}
	path, book := mark(t, marked)
	comments := commentsOf(t, book, "Cột")
	want := map[string]string{
		"D4": "✖ LỖI: Lời báo 2.\n→ Cách sửa 2.\n\n▲ CẢNH BÁO: Lời báo 1.\n→ Cách sửa 1.",
		"B4": "▲ CẢNH BÁO: Lời báo 3.\n→ Cách sửa 3.\n\nđã đo lại",
		"C5": "✔ ĐÃ XÁC NHẬN: Lời báo 4.\n→ Cách sửa 4.",
		"B7": "✖ LỖI: Lời báo 5.\n→ Cách sửa 5.",
	}
	for cell, text := range comments {
		comments[cell] = strings.ReplaceAll(text, "Lan:\n", "")
	}
	if diff := cmp.Diff(want, comments); diff != "" {
		t.Errorf("comments (-want +got):\n%s", diff)
	}
	fills := map[string]string{"D4": "FFC6CD", "B4": "FFEA9B", "C5": "DDE6DC", "B7": "FFC6CD", "C4": ""}
	for cell, want := range fills {
		if got := fillOf(t, book, "Cột", cell); got != want {
			t.Errorf("%s is filled with %q, want %q", cell, got, want)
		}
	}
	columns2, rows2 := rowsOf(t, path)
	if diff := cmp.Diff(columns, columns2); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(rows, rows2); diff != "" {
		t.Errorf("rows (-before +after):\n%s", diff)
	}
	list, err := book.GetRows(report.FindingsSheet)
	if err != nil || len(list) != 7 {
		t.Fatalf("%d lines of findings, %v", len(list), err)
	}
	if diff := cmp.Diff([]string{"Cả tệp", "", "=1+1", "▲ CẢNH BÁO", "Chất lượng", "rule.6", "Lời báo 6.", "Cách sửa 6.", "Message 6.", "Mend 6."}, list[1]); diff != "" {
		t.Error(diff)
	}
	if formula, err := book.GetCellFormula(report.FindingsSheet, "A3"); err != nil || formula != `HYPERLINK("#'Cột'!D4",4)` {
		t.Errorf("%q, %v", formula, err)
	}
	if formula, err := book.GetCellFormula(report.FindingsSheet, "C3"); err != nil || formula != "" {
		t.Errorf("a value of the filer's is the formula %q, %v", formula, err)
	}
	again := &report.Marked{Original: path, Columns: columns, Findings: []report.Finding{finding(5, "Ghi chú", registry.SeverityError, 7)}}
	path, book = mark(t, again)
	if got := commentsOf(t, book, "Cột"); len(got) != 1 || !strings.Contains(got["E5"], "Lời báo 7.") {
		t.Errorf("after a second check: %q", got)
	}
	for cell := range fills {
		if got := fillOf(t, book, "Cột", cell); got != "" {
			t.Errorf("%s is still filled with %q", cell, got)
		}
	}
	if list, err := book.GetRows(report.FindingsSheet); err != nil || len(list) != 2 {
		t.Errorf("%d lines of findings, %v", len(list), err)
	}
	if _, rows3 := rowsOf(t, path); !cmp.Equal(rows, rows3) {
		t.Error(cmp.Diff(rows, rows3))
	}
}

// The template, filled in and marked, keeps its notes and is read as before.
func TestMarkTemplate(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	if err := template(t, registry.PoleNoun).WriteXLSX(&out); err != nil {
		t.Fatal(err)
	}
	filled, _ := fill(t, registry.PoleNoun, out.Bytes())
	original := filed(t, "x.xlsx", filled)
	columns, rows := rowsOf(t, original)
	path, book := mark(t, &report.Marked{Original: original, Columns: columns, Findings: []report.Finding{
		finding(2, "lat", registry.SeverityError, 1), finding(2, "operating_from", registry.SeverityError, 1)}})
	if _, after := rowsOf(t, path); !cmp.Equal(rows, after) {
		t.Error(cmp.Diff(rows, after))
	}
	comments := commentsOf(t, book, registry.PoleNoun.Title.VI)
	if len(comments) != len(columns)+2 {
		t.Errorf("%d comments on %d columns", len(comments), len(columns))
	}
	back, _ := readBack(t, registry.PoleNoun, "x.xlsx", mustRead(t, path), 0)
	if len(back) != 1 || len(back[0].Faults) > 0 {
		t.Errorf("%+v", back)
	}
}

func mustRead(t testing.TB, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// What is no workbook comes back as one, which is read as the same rows in the
// same places.
func TestMarkAnew(t *testing.T) {
	t.Parallel()
	for name, content := range map[string]string{
		"x.csv":     "Mã;Chiều cao;Ghi chú\r\nC1;7,5;=HYPERLINK(\"http://x\")\r\n\r\nC2;0042;\"+84 hai\ndòng\"\r\nC3;;@x\r\nC4;_x0041_;a\x0bb\r\nC5;  giữa  ;\tđầu\r\n",
		"x.geojson": `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"Mã":"C1","Chiều cao":7.5,"Ghi chú":true}},{"type":"Feature","geometry":null,"properties":{"Mã":"C2","Chiều cao":12345678901234567890,"Ghi chú":"-1"}},{"type":"Feature","geometry":null,"properties":{"Mã":"C3"}}]}`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			columns, rows := rowsOf(t, filed(t, name, []byte(content)))
			path, book := mark(t, &report.Marked{Title: "Cột/treo: cáp", Columns: columns, Rows: each(rows), Lang: report.English, Findings: []report.Finding{
				finding(rows[1].Number, "Ghi chú", registry.SeverityError, 1), finding(rows[2].Number, "Chiều cao", registry.SeverityWarning, 2), finding(rows[2].Number, "Chiều cao", registry.SeverityWarning, 3)}})
			after, got := rowsOf(t, path)
			if diff := cmp.Diff(columns, after); diff != "" {
				t.Error(diff)
			}
			shift := max(0, 2-rows[0].Number)
			for i := range rows {
				rows[i].Number += shift
				for j, v := range rows[i].Cells {
					switch v {
					case "":
						rows[i].Cells[j] = nil // a cell that is empty is not there
					case "a\vb":
						rows[i].Cells[j] = "a b" // XML has no such character
					case json.Number("12345678901234567890"):
						rows[i].Cells[j] = "12345678901234567890" // which a cell would round
					}
				}
			}
			if diff := cmp.Diff(rows, got); diff != "" {
				t.Errorf("rows (-before +after):\n%s", diff)
			}
			second, third := fmt.Sprintf("C%d", rows[1].Number), fmt.Sprintf("B%d", rows[2].Number)
			want := map[string]string{second: "✖ ERROR: Message 1.\n→ Mend 1.", third: "▲ WARNING: Message 2.\n→ Mend 2.\n\n▲ WARNING: Message 3.\n→ Mend 3."}
			if diff := cmp.Diff(want, commentsOf(t, book, "Cột treo  cáp")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if a, b := fillOf(t, book, "Cột treo  cáp", second), fillOf(t, book, "Cột treo  cáp", third); a != "FFC6CD" || b != "FFEA9B" {
				t.Errorf("filled with %q and %q", a, b)
			}
			for i := range rows {
				for j := range columns {
					cell, _ := excelize.CoordinatesToCellName(j+1, rows[i].Number)
					if formula, err := book.GetCellFormula("Cột treo  cáp", cell); err != nil || formula != "" {
						t.Errorf("%s is the formula %q, %v", cell, formula, err)
					}
				}
			}
		})
	}
}

// An old workbook of the statistics office comes back as a new one: the same
// rows in the same places.
func TestMarkXLS(t *testing.T) {
	t.Parallel()
	columns, rows := rowsOf(t, "../../../shared/data/gso-xls/Danh sách quận huyện phường xã thuộc Tỉnh Quảng Ngãi.xls")
	path, book := mark(t, &report.Marked{Title: "Xã", Columns: columns, Rows: each(rows), Findings: []report.Finding{finding(175, "Phường Xã", registry.SeverityWarning, 1)}})
	if _, after := rowsOf(t, path); len(rows) != 174 || !cmp.Equal(rows, after) {
		t.Errorf("%d rows: %s", len(rows), cmp.Diff(rows, after))
	}
	if got := commentsOf(t, book, "Xã"); len(got) != 1 || got["E175"] == "" {
		t.Errorf("%q", got)
	}
}

// An original with macros, or with a part that cannot be read, comes back as a new
// workbook of the same rows.
func TestMarkOddOriginal(t *testing.T) {
	t.Parallel()
	for name, part := range map[string]string{"macros": "xl/vbaProject.bin", "damage": "xl/comments1.xml"} {
		sound := office(t)
		packed, err := zip.NewReader(bytes.NewReader(sound), int64(len(sound)))
		if err != nil {
			t.Fatal(err)
		}
		var odd bytes.Buffer
		w := zip.NewWriter(&odd)
		for _, f := range packed.File {
			if f.Name != part {
				if err := w.Copy(f); err != nil {
					t.Fatal(err)
				}
			}
		}
		extra, err := w.Create(part)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := extra.Write([]byte("<comments><a")); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		original := filed(t, "x.xlsx", odd.Bytes())
		columns, rows := rowsOf(t, original)
		path, book := mark(t, &report.Marked{Original: original, Title: "Mới", Columns: columns, Rows: each(rows), Findings: []report.Finding{finding(5, "Mã", registry.SeverityError, 1)}})
		if got := book.GetSheetList(); !cmp.Equal(got, []string{"Mới", report.FindingsSheet}) {
			t.Errorf("%s: %q", name, got)
		}
		if _, after := rowsOf(t, path); !cmp.Equal(rows, after) {
			t.Errorf("%s: %s", name, cmp.Diff(rows, after))
		}
	}
}

// Limits: an original too large to hold is written anew, a cell that is too long
// is refused, findings beyond the limit are counted.
func TestMarkLimits(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("đ", report.MaxMarkedText+1)
	var out bytes.Buffer
	err := (&report.Marked{Columns: []string{"a"}, Rows: each([]report.MarkedRow{{Number: 2, Cells: []any{long}}})}).WriteXLSX(&out)
	if registry.CodeOf(err) != registry.CodeTooLarge {
		t.Errorf("a long cell: %v", err)
	}
	err = (&report.Marked{Columns: []string{"a"}, Rows: each([]report.MarkedRow{{Number: 1<<20 + 1}})}).WriteXLSX(&out)
	if registry.CodeOf(err) != registry.CodeTooLarge {
		t.Errorf("too many rows: %v", err)
	}
	failed := errors.New("failed")
	err = (&report.Marked{Rows: func(yield func(report.MarkedRow, error) bool) { yield(report.MarkedRow{}, failed) }}).WriteXLSX(&out)
	if !errors.Is(err, failed) {
		t.Errorf("rows that fail: %v", err)
	}
	if err := (&report.Marked{Original: "no such file"}).WriteXLSX(&out); err == nil {
		t.Error("an original that is not there was marked")
	}
	// the packed size says nothing of the unpacked
	f := excelize.NewFile()
	if err := f.SetSheetRow("Sheet1", "A1", &[]any{"Mã", "Ghi chú"}); err != nil {
		t.Fatal(err)
	}
	noise := rand.NewChaCha8([32]byte{})
	for i := range 500 {
		text := make([]byte, 13_000)
		if _, err := noise.Read(text); err != nil {
			t.Fatal(err)
		}
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+2), &[]any{"C1", hex.EncodeToString(text)}); err != nil {
			t.Fatal(err)
		}
	}
	var large bytes.Buffer
	if err := f.Write(&large); err != nil {
		t.Fatal(err)
	}
	original := filed(t, "x.xlsx", large.Bytes())
	columns, rows := rowsOf(t, original)
	findings := make([]report.Finding, report.MaxMarkedFindings+3)
	for i := range findings {
		findings[i] = finding(2+i%500, "Ghi chú", registry.SeverityWarning, i%10)
	}
	path, book := mark(t, &report.Marked{Original: original, Title: "Cột", Columns: columns, Rows: each(rows), Findings: findings})
	if _, after := rowsOf(t, path); !cmp.Equal(rows, after) {
		t.Error("the rows differ")
	}
	if book.GetSheetList()[0] != "Cột" {
		t.Errorf("%q was marked in place", book.GetSheetList())
	}
	if got, err := book.GetCellValue(report.FindingsSheet, fmt.Sprintf("A%d", report.MaxMarkedFindings+2)); err != nil || got != "… và 3 phát hiện khác; sửa các lỗi trên rồi nộp lại." {
		t.Errorf("%q, %v", got, err)
	}
}
