package planbook_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/hatangso/hatangso/geodata"
	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/planbook"
	"github.com/hatangso/hatangso/internal/registry"
)

func catalogue(t *testing.T) plan.Catalogue {
	t.Helper()
	c, err := plan.ReadCatalogue(geodata.Table)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func write(t *testing.T, p *plan.Plan, c plan.Catalogue) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := planbook.Write(&b, p, c); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func read(book []byte, c plan.Catalogue) (*plan.Draft, error) {
	return planbook.Read(bytes.NewReader(book), int64(len(book)), c)
}

// The five plans and the demo province's go out to a workbook and come back unchanged.
func TestRoundTrip(t *testing.T) {
	t.Parallel()
	c := catalogue(t)
	files, err := filepath.Glob("../../geodata/plans/*.yaml")
	if err != nil || len(files) != 5 {
		t.Fatalf("%d plans, %v", len(files), err)
	}
	for _, name := range append(files, "../../geodata/demo/plan.yaml") {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		was, err := plan.Read(text, c)
		if err != nil {
			t.Fatal(err)
		}
		d, err := read(write(t, was, c), c)
		if err != nil {
			t.Fatal(err)
		}
		now, err := d.Plan(c)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if changes := plan.Compare(was, now); len(changes) > 0 || was.Tag() != now.Tag() {
			t.Errorf("%s is not as it was: %v", name, changes)
		}
	}
}

// fill opens the template, has cells written into it, and gives it as a file.
func fill(t *testing.T, c plan.Catalogue, edit func(f *excelize.File)) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(write(t, nil, c)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	edit(f)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// set writes cells of a sheet, as people do.
func set(t *testing.T, f *excelize.File, sheet string, cells map[string]any) {
	t.Helper()
	for cell, v := range cells {
		if err := f.SetCellValue(sheet, cell, v); err != nil {
			t.Fatal(err)
		}
	}
}

// head is the plan's own sheet, filled in.
var head = map[string]any{"B4": "x-2026", "B5": "Kế hoạch mẫu", "B9": 2026, "B10": "2030"}

// What is typed by hand is understood: choices by their words and by codes, a
// decimal comma, 30 % of a cell that holds 0.3, days either way, headings renamed
// as long as their names stand below, columns moved.
func TestTyped(t *testing.T) {
	t.Parallel()
	c := catalogue(t)
	percent := 9
	book := fill(t, c, func(f *excelize.File) {
		set(t, f, "Kế hoạch", head)
		set(t, f, "Kế hoạch", map[string]any{"B8": "06/12/2025"})
		set(t, f, "Mục tiêu", map[string]any{"A2": "R_POLE – chọn trong danh sách", "B2": "trên 30%", "C2": 0.3, "D2": "Trên", "E2": "Xây mới trong kỳ",
			"A4": "r_duct_km", "B4": "từ 42,5", "C4": "42,5", "K1": "", "I4": "15,8", "J4": "2025-01-31"})
		style, err := f.NewStyle(&excelize.Style{NumFmt: percent})
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellStyle("Mục tiêu", "C2", "C2", style); err != nil {
			t.Fatal(err)
		}
		set(t, f, "Nhiệm vụ", map[string]any{"A1": "Việc cần làm\ntitle_vi", "C1": "Đầu mối\nlead", "A2": " Lập danh mục ", "C2": "Sở Xây dựng"})
	})
	d, err := read(book, c)
	if err != nil {
		t.Fatal(err)
	}
	p, err := d.Plan(c)
	if err != nil {
		t.Fatal(err)
	}
	d = p.Draft()
	want := []plan.DraftTarget{
		{Indicator: "R_POLE", Printed: "trên 30%", Value: "30", Comparator: ">", Cohort: "new", DueYear: "2030"},
		{Indicator: "R_DUCT_KM", Printed: "từ 42,5", Value: "42.5", Comparator: ">=", Cohort: "stock", DueYear: "2030", Baseline: "15.8", BaselineOn: "2025-01-31"},
	}
	if diff := cmp.Diff(want, d.Targets); diff != "" {
		t.Errorf("targets (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]plan.DraftTask{{Title: plan.Words{VI: "Lập danh mục", EN: "Lập danh mục"}, Lead: "Sở Xây dựng"}}, d.Tasks); diff != "" {
		t.Errorf("tasks (-want +got):\n%s", diff)
	}
	if d.IssuedOn != "2025-12-06" || d.Title.EN != "Kế hoạch mẫu" || d.From != "2026" {
		t.Errorf("%+v", d)
	}
}

// Every fault is told at once, each with its sheet, its cell and the mend in both languages.
func TestFaults(t *testing.T) {
	t.Parallel()
	c := catalogue(t)
	book := fill(t, c, func(f *excelize.File) {
		set(t, f, "Kế hoạch", map[string]any{"B4": "x-2026", "B8": "31/02/2026", "B9": 2026, "B10": 1999, "B12": "31"})
		set(t, f, "Mục tiêu", map[string]any{"A2": "Dùng chung cái gì đó", "B2": "trên 30 %", "C2": "ba mươi", "D2": "<>",
			"B3": "80 %", "A3": "R_POLE", "C3": 800, "E3": "cũ", "F3": strings.Repeat("2", 20_000), "I3": 5, "M3": "ghi lạc"})
		set(t, f, "Nhiệm vụ", map[string]any{"A5": "Báo cáo"})
	})
	d, err := read(book, c)
	if err != nil {
		t.Fatal(err)
	}
	_, err = d.Plan(c)
	var refused *registry.Error
	if !errors.As(err, &refused) {
		t.Fatal(err)
	}
	var got []string
	for _, f := range refused.Faults {
		got = append(got, f.Sheet+"!"+f.Cell+" "+f.Rule)
		if f.Message.VI == "" || f.Message.EN == "" || f.Mend.VI == "" || f.Mend.EN == "" || f.Column == "" {
			t.Errorf("%s!%s: something is not said: %+v", f.Sheet, f.Cell, f)
		}
	}
	want := []string{"Kế hoạch!B5 plan.required", "Kế hoạch!B8 plan.day", "Kế hoạch!B10 plan.year", "Kế hoạch!B13 plan.unit",
		"Mục tiêu!A2 plan.indicator", "Mục tiêu!C2 plan.number", "Mục tiêu!D2 plan.comparator", "Mục tiêu!C3 plan.percent", "Mục tiêu!E3 plan.cohort",
		"Mục tiêu!F3 limit.cell", "Mục tiêu!J3 plan.baseline", "Mục tiêu!M3 planbook.heading", "Nhiệm vụ!C5 plan.required"}
	slices.Sort(want)
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("faults (-want +got):\n%s", diff)
	}
}

// Files that are no plan, or made to do harm, are refused for what they are.
func TestHostile(t *testing.T) {
	t.Parallel()
	c := catalogue(t)
	bomb := func() []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestCompression) })
		w, err := z.Create("xl/workbook.xml")
		if err == nil {
			_, err = w.Write(make([]byte, 64<<20))
		}
		if err = errors.Join(err, z.Close()); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}()
	long := fill(t, c, func(f *excelize.File) {
		set(t, f, "Kế hoạch", head)
		set(t, f, "Nhiệm vụ", map[string]any{"A1500": "Xa quá"})
	})
	for _, one := range []struct {
		name string
		book []byte
		code registry.Code
	}{
		{"no workbook", []byte("code: x"), registry.CodeInvalid},
		{"cut short", write(t, nil, c)[:4000], registry.CodeInvalid},
		{"too large", make([]byte, plan.MaxPlanBytes+1), registry.CodeTooLarge},
		{"a bomb", bomb, registry.CodeTooLarge},
		{"too many rows", long, registry.CodeTooLarge},
	} {
		if _, err := read(one.book, c); registry.CodeOf(err) != one.code {
			t.Errorf("%s: %v", one.name, err)
		}
	}
	// another workbook: all three sheets are missing, and it says so of each
	d, err := read(fill(t, c, func(f *excelize.File) {
		for _, name := range []string{"Kế hoạch", "Mục tiêu", "Nhiệm vụ"} {
			if err := f.DeleteSheet(name); err != nil {
				t.Fatal(err)
			}
		}
	}), c)
	if err != nil || len(d.Faults) != 3 {
		t.Errorf("another workbook: %v, %v", d, err)
	}
}
