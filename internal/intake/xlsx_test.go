package intake

import (
	"archive/zip"
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/hatangso/hatangso/internal/registry"
)

// readAt reads a file that must be at hand.
func readAt(t *testing.T, content []byte, name string, opts Options) (o outcome) {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, content, 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	reader, err := OpenFile(f, f, opts)
	if err != nil {
		o.fatal = ruleOf(t, err)
		return o
	}
	o = drain(t, reader)
	o.meta = Metadata{}
	return o
}

// packed makes an archive.
func packed(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		part, err := w.Create(name)
		if err == nil {
			_, err = part.Write([]byte(parts[name]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// bookOf makes a workbook by hand: the rows of its sheet, and further parts.
func bookOf(t testing.TB, rows string, more map[string]string) []byte {
	t.Helper()
	const main = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	parts := map[string]string{
		"[Content_Types].xml": `<Types/>`,
		"xl/workbook.xml":     `<workbook ` + main + ` xmlns:r="r"><sheets><sheet name="A" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="r2" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="r3" Type="x/styles" Target="styles.xml"/></Relationships>`,
		"xl/sharedStrings.xml": `<sst ` + main + `><si><t>mã</t></si><si><r><t>cao </t></r><r><rPr><b/></rPr><t>(m)</t></r><rPh><t>phiên âm</t></rPh></si><si><t xml:space="preserve"> a_x000B_b_x005F_x000B_ </t></si></sst>`,
		"xl/styles.xml": `<styleSheet ` + main + `><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/><numFmt numFmtId="171" formatCode="00000"/><numFmt numFmtId="172" formatCode="dd/mm/yyyy hh:mm"/></numFmts>` +
			`<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="21"/></cellXfs></styleSheet>`,
		"xl/worksheets/sheet1.xml": `<?xml version="1.0" encoding="UTF-8"?><worksheet ` + main + `><dimension ref="A1"/><sheetData>` + rows + `</sheetData><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells></worksheet>`,
	}
	for name, content := range more {
		parts[name] = content
	}
	return packed(t, parts)
}

const bookHeader = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>ngày</t></is></c></row>`

// Cells as programs write them, beside what they mean.
func TestSheetCells(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, cells string
		want        outcome
	}{
		{"shared, number, built-in date", `<c r="A2" t="s"><v>2</v></c><c r="B2"><v>1234567.8901234567</v></c><c r="C2" s="1"><v>45839</v></c>`,
			outcome{good: []string{"2: a\vb_x000B_ |1234567.8901234567|2025-07-01"}}},
		{"own date with clock, code with zeros, time", `<c r="A2" s="3"><v>123</v></c><c r="B2" s="5"><v>0.5</v></c><c r="C2" s="4"><v>45839.354166666664</v></c>`,
			outcome{good: []string{"2:00123|12:00:00|2025-07-01T08:30:00"}}},
		{"clock not shown", `<c r="C2" s="2"><v>45839.75</v></c>`, outcome{good: []string{"2:–|–|2025-07-01"}}},
		{"exponent kept", `<c r="B2"><v>1.0000000000000001E-5</v></c>`, outcome{good: []string{"2:–|1.0000000000000001E-5|–"}}},
		{"truth, error kept out", `<c r="A2" t="b"><v>1</v></c><c r="B2" t="e"><v>#REF!</v></c>`, outcome{bad: []string{"2 xlsx.error"}}},
		{"truth", `<c r="A2" t="b"><v>0</v></c>`, outcome{good: []string{"2:false|–|–"}}},
		{"formula with its value", `<c r="B2"><f>1+1</f><v>2</v></c>`, outcome{good: []string{"2:–|2|–"}}},
		{"formula that gives text", `<c r="B2" t="str"><f>"a"</f><v>a</v></c><c r="A2" t="str"><f>""</f><v></v></c>`, outcome{good: []string{"2:–|a|–"}}},
		{"formula not computed", `<c r="B2"><f>1+1</f><v></v></c>`, outcome{bad: []string{"2 xlsx.formula"}}},
		{"text that looks like a formula", `<c r="A2" t="inlineStr"><is><t>=1+1</t></is></c>`, outcome{good: []string{"2:=1+1|–|–"}}},
		{"ISO date", `<c r="C2" t="d"><v>2025-07-01</v></c>`, outcome{good: []string{"2:–|–|2025-07-01"}}},
		{"without references", `<c t="inlineStr"><is><t>a</t></is></c><c><v>1</v></c>`, outcome{good: []string{"2:a|1|–"}}},
		{"beyond the header", `<c r="A2"><v>1</v></c><c r="XFD2"><v>9</v></c>`, outcome{good: []string{"2:1|–|–"}}},
		{"no such shared text", `<c r="A2" t="s"><v>99</v></c><c r="B2"><v>1</v></c>`, outcome{good: []string{"2:–|1|–"}}},
		{"spaces only", `<c r="A2" t="inlineStr"><is><t xml:space="preserve">  </t></is></c>`, outcome{}},
		{"extensions between", `<x14:c xmlns:x14="y"><z/></x14:c><c r="A2"><extLst><ext/></extLst><v>5</v></c>`, outcome{good: []string{"2:5|–|–"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			c.want.columns = []string{"mã", "cao (m)", "ngày"}
			got := readAt(t, bookOf(t, bookHeader+`<row r="2">`+c.cells+`</row>`, nil), "x.xlsx", Options{})
			if diff := cmp.Diff(c.want, got, cmp.AllowUnexported(outcome{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// Workbooks that are no workbooks, each with the rule it breaks.
func TestBooksRefused(t *testing.T) {
	t.Parallel()
	row := `<row r="2"><c r="A2"><v>1</v></c></row>`
	good := bookOf(t, bookHeader+row, nil)
	sheet := func(content string) []byte {
		return bookOf(t, "", map[string]string{"xl/worksheets/sheet1.xml": content})
	}
	for _, c := range []struct {
		name    string
		content []byte
		file    string
		opts    Options
		fatal   string
	}{
		{"cut short", good[:len(good)-40], "x.xlsx", Options{}, RuleZipBroken},
		{"cut within", append(slices.Clone(good[:200]), good[300:]...), "x.xlsx", Options{}, RuleZipBroken},
		{"the sheet ends in a row", sheet(`<worksheet><sheetData>` + bookHeader + `<row r="2"><c r="A2"><v>1`), "x.xlsx", Options{}, RuleXMLSyntax},
		{"the sheet ends between rows", sheet(`<worksheet><sheetData>` + bookHeader), "x.xlsx", Options{}, RuleXMLSyntax},
		{"entities", sheet(`<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData>` + bookHeader + row + `</sheetData></worksheet>`), "x.xlsx", Options{}, RuleXMLDTD},
		{"an unknown entity", sheet(`<worksheet><sheetData>` + bookHeader + `<row r="2"><c r="A2"><v>&a;</v></c></row></sheetData></worksheet>`), "x.xlsx", Options{}, RuleXMLSyntax},
		{"too deep", sheet(`<worksheet>` + strings.Repeat("<a>", 100)), "x.xlsx", Options{}, RuleXMLDepth},
		{"row 2,000,000", sheet(`<worksheet><sheetData>` + bookHeader + `<row r="2000000"/></sheetData></worksheet>`), "x.xlsx", Options{}, RuleXMLSyntax},
		{"no such sheet", good, "x.xlsx", Options{Layer: "B"}, RuleXLSXSheet},
		{"no header", sheet(`<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>`), "x.xlsx", Options{}, RuleXLSXHeader},
		{"empty", sheet(`<worksheet><sheetData/></worksheet>`), "x.xlsx", Options{}, RuleXLSXHeader},
		{"header row that is not there", good, "x.xlsx", Options{HeaderRow: 9}, RuleXLSXHeader},
		{"two columns of one name", sheet(`<worksheet><sheetData><row><c t="inlineStr"><is><t>Mã</t></is></c><c t="inlineStr"><is><t>mã </t></is></c></row></sheetData></worksheet>`), "x.xlsx", Options{}, RuleCSVHeaderDuplicate},
		{"too many rows", bookOf(t, bookHeader+strings.Repeat(`<row><c><v>1</v></c></row>`, 9), nil), "x.xlsx", small, RuleLimitRows},
		{"a part is missing", packed(t, map[string]string{"xl/workbook.xml": "<workbook/>"}), "x.xlsx", Options{}, RuleZipBroken},
		{"a document", packed(t, map[string]string{"word/document.xml": "<w/>"}), "x.docx", Options{}, RuleZipContent},
		{"with a password", compound("EncryptedPackage", nil), "x.xlsx", Options{}, RuleFileFormat},
		{"a bomb", sheet(strings.Repeat(" ", 32<<20)), "x.xlsx", Options{}, RuleZipRatio},
		{"larger than the limit", good, "x.xlsx", Options{Limits: Limits{FileBytes: 100}}, RuleLimitBytes},
		{"a long row", sheet(`<worksheet><sheetData>` + bookHeader + `<row><c><v>` + random(maxSheetRowBytes+1<<20)), "x.xlsx", Options{}, RuleLimitRecord},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := readAt(t, c.content, c.file, c.opts); got.fatal != c.fatal {
				t.Errorf("got %q, want %q: %+v", got.fatal, c.fatal, got)
			}
		})
	}
}

// random gives digits that do not pack well.
func random(n int) string {
	b := make([]byte, n)
	x := uint32(1)
	for i := range b {
		x = x*1664525 + 1013904223
		b[i] = byte('0' + x>>24%10)
	}
	return string(b)
}

// An archive whose list of entries is longer than it may be is refused before
// the list is read.
func TestDirectoryRefused(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := range MaxZipEntries + 1 {
		if _, err := w.Create(fmt.Sprint(i)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if got := readAt(t, out.Bytes(), "x.zip", Options{}); got.fatal != RuleZipEntries {
		t.Errorf("many entries: %q", got.fatal)
	}
	lying := bytes.Clone(out.Bytes())
	lying[len(lying)-22+10], lying[len(lying)-22+11] = 1, 0 // one entry, it says
	lying[len(lying)-22+8], lying[len(lying)-22+9] = 1, 0
	if got := readAt(t, lying, "x.zip", Options{}); got.fatal == "" {
		t.Error("an archive that lies about its entries was taken")
	}
}

// A form of an authority: titles over several columns, a header, a row that
// numbers the columns, hidden rows, blank ones, and further sheets.
func TestForm(t *testing.T) {
	t.Parallel()
	f := excelize.NewFile()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(f.SetSheetName("Sheet1", "Phụ lục 1"))
	must(f.MergeCell("Phụ lục 1", "A1", "E1"))
	date := "dd/mm/yyyy"
	style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &date})
	must(err)
	for row, cells := range map[int][]any{
		1: {"DANH MỤC CỘT TREO CÁP"},
		2: {"Kèm theo Quyết định số", 12},
		4: {"Mã", "Chiều cao\n(m)", "Ngày xây dựng", "Có chủ", "Ghi chú"},
		5: {"(1)", "(2)", "(3)", "(4)", "(5)"},
		6: {"C1", 7.5, time.Date(2025, 7, 1, 0, 0, 0, 0, time.UTC), true, "=1+1"},
		7: {"C2", "8,5", "01/07/2025", false, nil},
		9: {"C3", nil, nil, nil, "Đặng"},
	} {
		must(f.SetSheetRow("Phụ lục 1", fmt.Sprintf("A%d", row), &cells))
	}
	must(f.SetCellStyle("Phụ lục 1", "C6", "C6", style))
	must(f.SetRowVisible("Phụ lục 1", 7, false))
	must(f.SetSheetRow("Phụ lục 1", "A10", &[]any{"  "}))
	_, err = f.NewSheet("Phụ lục 2")
	must(err)
	must(f.SetSheetRow("Phụ lục 2", "B3", &[]any{"Mã", "Tên"}))
	must(f.SetSheetRow("Phụ lục 2", "B4", &[]any{"D1", "Cống"}))
	var file bytes.Buffer
	must(f.Write(&file))
	for _, c := range []struct {
		name string
		opts Options
		want outcome
	}{
		{"first sheet", Options{}, outcome{columns: []string{"Mã", "Chiều cao (m)", "Ngày xây dựng", "Có chủ", "Ghi chú"},
			good:     []string{"6:C1|7.5|2025-07-01|true|=1+1", "7:C2|8,5|01/07/2025|false|–", "9:C3|–|–|–|Đặng"},
			warnings: []string{"7 xlsx.hidden"}}},
		{"sheet by name", Options{Layer: "phụ lục 2"}, outcome{columns: []string{"Mã", "Tên"}, good: []string{"4:D1|Cống"}}},
		{"header by number", Options{HeaderRow: 7}, outcome{columns: []string{"C2", "8,5", "01/07/2025", "false"}, good: []string{"9:C3|–|–|–"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, readAt(t, file.Bytes(), "x.xlsx", c.opts), cmp.AllowUnexported(outcome{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestSerials(t *testing.T) {
	t.Parallel()
	day, moment := cellStyle{date: true}, cellStyle{date: true, clock: true}
	for _, c := range []struct {
		style    cellStyle
		text     string
		from1904 bool
		want     string
		kind     valueKind
	}{
		{day, "1", false, "1900-01-01", kindText},
		{day, "59", false, "1900-02-28", kindText},
		{day, "61", false, "1900-03-01", kindText},
		{day, "45839", false, "2025-07-01", kindText},
		{day, "44377", true, "2025-07-01", kindText},
		{day, "0", true, "1904-01-01", kindText},
		{day, "2958465", false, "9999-12-31", kindText},
		{day, "2958466", false, "2958466", kindNumber},
		{day, "-1", false, "-1", kindNumber},
		{moment, "45839.999999", false, "2025-07-02", kindText},
		{moment, "45839.25", false, "2025-07-01T06:00:00", kindText},
		{cellStyle{clock: true}, "0.75", false, "18:00:00", kindText},
		{cellStyle{clock: true}, "1.5", false, "1.5", kindNumber},
		{cellStyle{digits: 5}, "42", false, "00042", kindText},
		{cellStyle{digits: 5}, "4.2", false, "4.2", kindNumber},
		{cellStyle{digits: 2}, "123", false, "123", kindNumber},
		{cellStyle{}, "45839", false, "45839", kindNumber},
	} {
		if got, kind := c.style.show(c.text, c.from1904); got != c.want || kind != c.kind {
			t.Errorf("%+v shows %s as %s %d, want %s %d", c.style, c.text, got, kind, c.want, c.kind)
		}
	}
}

func TestFormatCodes(t *testing.T) {
	t.Parallel()
	for code, want := range map[string]cellStyle{
		"General":                    {},
		"0.00":                       {},
		"#,##0.00\\ \"đồng\"":        {},
		"[$₫-42A]#,##0":              {},
		"0.00E+00":                   {},
		"[Red]0;[Blue]-0":            {},
		"00000":                      {digits: 5},
		"dd/mm/yyyy":                 {date: true},
		"[$-42A]dd mmmm, yyyy;@":     {date: true},
		"\"ngày\" d \"tháng\" m":     {date: true},
		"mmm":                        {date: true},
		"hh:mm:ss":                   {clock: true},
		"[h]:mm":                     {clock: true},
		"yyyy\\-mm\\-dd\\Thh:mm:ss":  {date: true, clock: true},
		"_(* #,##0_);_(* (#,##0)":    {},
		"\\d0":                       {},
		"0\"h\"":                     {},
		"#,##0\\ [$đồng-42A];[Red]0": {},
	} {
		if got := styleOf(code); got != want {
			t.Errorf("%q is %+v, want %+v", code, got, want)
		}
	}
}

// Faults of cells stand on the column as the filer wrote it.
func TestCellFaults(t *testing.T) {
	t.Parallel()
	content := bookOf(t, bookHeader+`<row r="2"><c r="B2" t="e"><v>#N/A</v></c><c r="C2"><f>A1</f></c></row>`, nil)
	reader := openBytes(t, content)
	var rec Record
	var bad *RowError
	if err := reader.Next(&rec); !asRowError(err, &bad) {
		t.Fatalf("got %v", err)
	}
	got := []string{}
	for _, f := range bad.Faults {
		got = append(got, fmt.Sprintf("%d %s %s %s", f.Row, f.Column, f.Rule, f.Severity))
	}
	want := []string{"2 cao (m) xlsx.error error", "2 ngày xlsx.formula error"}
	if diff := cmp.Diff(want, got); diff != "" || registry.Invalid(bad.Faults) == nil {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func asRowError(err error, into **RowError) bool {
	row, ok := err.(*RowError)
	*into = row
	return ok
}

func openBytes(t *testing.T, content []byte) Reader {
	t.Helper()
	file := filepath.Join(t.TempDir(), "x.xlsx")
	if err := os.WriteFile(file, content, 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	reader, err := OpenFile(f, f, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return reader
}
