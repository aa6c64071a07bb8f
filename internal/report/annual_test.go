package report

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"regexp"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"

	"github.com/hatangso/hatangso/internal/document"
	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

func decimal(s string) *plan.Decimal {
	d, err := plan.ParseDecimal(s)
	if err != nil {
		panic(err)
	}
	return &d
}

// sampleAnnual is a small province of six communes.
func sampleAnnual() *Annual {
	day, issued := registry.NewDate(2026, 11, 22), registry.NewDate(2022, 12, 16)
	catalogue := plan.Catalogue{
		{Code: "R_BTS_STOCK", Title: registry.T("Tỷ lệ dùng chung vị trí trạm BTS", "Sharing of BTS sites"), Unit: plan.Percent, Source: plan.Computed, Formula: registry.T("Số vị trí dùng chung / tổng số vị trí × 100", "x"),
			Counted: registry.T("vị trí dùng chung", "shared sites"), Clause: "NĐ 72/2012", Mark: "RECALLED", Definitions: []plan.Definition{{Version: 1, Title: registry.T("Theo vị trí đang hoạt động", "x"), Family: "sharing"}}},
		{Code: "V_MOB", Title: registry.T("Tỷ lệ thôn được phủ băng rộng di động", "Villages covered"), Unit: plan.Percent, Source: plan.Computed, Formula: registry.T("Số thôn được phủ / tổng số thôn × 100", "x"),
			Counted: registry.T("thôn được phủ", "villages"), Clause: "CV 1603/BTTTT-CVT", Mark: "SEEN", Definitions: []plan.Definition{{Version: 1, Title: registry.T("4G hoặc 5G", "x"), Family: "coverage"}}},
		{Code: "FBB_SUB", Title: registry.T("Thuê bao băng rộng cố định", "x"), Unit: plan.Per100, Source: plan.Reported, Formula: registry.T("Thuê bao / dân số × 100", "x"), Counted: registry.T("thuê bao", "x"), Clause: "KH", Mark: "SEED", Definitions: []plan.Definition{{Version: 1, Title: registry.T("Theo báo cáo", "x"), Family: plan.ReportedFamily}}},
	}
	a := &Annual{
		Office:    Office{Issuer: "Sở Khoa học và Công nghệ", Province: "Tỉnh Quảng Ngãi"},
		Catalogue: catalogue,
		Plan: plan.Plan{Code: "qng-2022", Title: registry.T("Kế hoạch phát triển hạ tầng số tỉnh Quảng Ngãi đến năm 2025, định hướng đến năm 2030", "x"), Number: "194/KH-UBND", IssuedOn: &issued,
			Territory: registry.T("Tỉnh Quảng Ngãi cũ", "x"), From: 2022, To: 2025,
			Tasks: []plan.Task{{Title: registry.T("Phát triển vị trí cột ăng ten", "x"), Lead: "Doanh nghiệp viễn thông", Partners: "Sở Thông tin và Truyền thông", Period: "2022–2025"},
				{Title: registry.T("Chỉnh trang, ngầm hóa, bó gọn mạng cáp", "x"), Lead: "Doanh nghiệp viễn thông", Partners: "Công ty Điện lực"}}},
		Filers: []Filer{{Name: "Tập đoàn Công nghiệp – Viễn thông Quân đội (Viettel)", Duties: 2, Accepted: 2}, {Name: "Tập đoàn Bưu chính Viễn thông Việt Nam (VNPT)", Duties: 2, Late: 1, Accepted: 1, LateDays: 23}},
		Shapes: map[string]orb.MultiPolygon{},
	}
	behind := Behind{Indicator: "R_BTS_STOCK", Numerator: map[int64]plan.Decimal{}}
	breakdown := plan.Breakdown{Query: plan.Query{Indicator: "R_BTS_STOCK", AsOf: day}, By: "commune"}
	names := []string{"Phường Nghĩa Lộ", "Xã Tịnh Khê", "Xã Ba Tơ", "Đặc khu Lý Sơn", "Phường Cẩm Thành", "Xã Sơn Tịnh"}
	num, den := int64(0), int64(0)
	for i, name := range names {
		code := fmt.Sprintf("21%03d", i)
		x, y := 108.6+float64(i%3)*0.1, 15.0+float64(i/3)*0.1
		a.Shapes[code] = orb.MultiPolygon{{{{x, y}, {x + 0.1, y}, {x + 0.11, y + 0.05}, {x + 0.1, y + 0.1}, {x, y + 0.1}, {x, y}}}}
		n, d := int64(i+1), int64(9+i)
		g := plan.Group{Key: code, Name: name, Value: plan.Ratio(plan.Whole(n), plan.Whole(d), 100), Denominator: new(plan.Decimal), Numerator: new(plan.Decimal)}
		*g.Numerator, *g.Denominator = plan.Whole(n), plan.Whole(d)
		if i == 5 {
			g.Value = nil
			*g.Numerator, *g.Denominator = plan.Whole(0), plan.Whole(0)
		} else {
			for k := range d {
				id := den + k + 1
				behind.Denominator = append(behind.Denominator, plan.BehindRecord{Noun: "site", ID: id, Code: fmt.Sprintf("QNG-%04d", id), Lon: 108.6, Lat: 15.1, Weight: plan.Whole(1), Unit: name})
				if k < n {
					behind.Numerator[id] = plan.Whole(1)
				}
			}
			num, den = num+n, den+d
		}
		breakdown.Items = append(breakdown.Items, g)
	}
	a.Records, a.Communes = []Behind{behind}, []plan.Breakdown{breakdown}
	numerator, denominator := plan.Whole(num), plan.Whole(den)
	value := plan.Ratio(numerator, denominator, 100)
	gain := *decimal("3.636364")
	a.Board = plan.Board{Plan: plan.Header{Code: "qng-2022"}, AsOf: day, Counts: map[plan.Standing]int{plan.Behind: 1, plan.Met: 1, plan.NoData: 1},
		Territory: plan.Territory{Name: "Tỉnh Quảng Ngãi", MethodTitle: plan.StoredUnit.Title()},
		Items: []plan.Row{
			{Target: plan.Target{Indicator: "R_BTS_STOCK", Printed: "trên 30 %", Value: decimal("30"), Comparator: plan.Over, Cohort: plan.Stock, DueYear: 2025}, Title: catalogue[0].Title, Unit: plan.Percent, Value: value, Numerator: &numerator, Denominator: &denominator,
				Standing: plan.Behind, Why: registry.T("Đã quá hạn mà chưa đạt.", "x"), Gap: registry.T("Cần thêm 2 vị trí dùng chung", "x"), Permalink: "/indicators/R_BTS_STOCK?as_of=2026-11-22",
				Actions: []plan.Action{{Title: registry.T("Cho thuê chỗ trống: 2 vị trí chưa dùng chung còn chỗ", "x"), Gain: &gain}}},
			{Target: plan.Target{Indicator: "V_MOB", Printed: "100 %", Value: decimal("100"), Comparator: plan.AtLeast, Cohort: plan.Stock, DueYear: 2025}, Title: catalogue[1].Title, Unit: plan.Percent, Value: decimal("100"), Standing: plan.Met, Why: registry.T("Đã đạt mục tiêu.", "x")},
			{Target: plan.Target{Indicator: "FBB_SUB", Printed: "25 thuê bao trên 100 dân", Value: decimal("25"), Comparator: plan.AtLeast, DueYear: 2025, Doubt: registry.T("Bản in ghi là %.", "x")}, Title: catalogue[2].Title, Unit: plan.Per100, Standing: plan.NoData, Why: registry.T("Chưa có số liệu cho ngày này.", "x")},
		}}
	result := func(i int, v, n, d *plan.Decimal) plan.Result {
		return plan.Result{Indicator: catalogue[i].Code, Title: catalogue[i].Title, Unit: catalogue[i].Unit, Value: v, Numerator: n, Denominator: d, NumeratorUnit: catalogue[i].Counted, AsOf: day,
			Territory: a.Board.Territory, Definition: catalogue[i].Definitions[0], DataVersion: 4711, Permalink: "/indicators/" + catalogue[i].Code}
	}
	a.Results = []plan.Result{result(0, value, &numerator, &denominator), result(1, decimal("100"), nil, nil), result(2, nil, nil, nil)}
	a.Results[0].Interval = &plan.Interval{Low: decimal("20"), High: decimal("31.5")}
	series := plan.Series{Query: plan.Query{Indicator: "R_BTS_STOCK", AsOf: day}}
	for m := range 12 {
		d := plan.Whole(den)
		n := plan.Whole(int64(m) + 3)
		series.Items = append(series.Items, plan.Point{AsOf: registry.NewDate(2025, 12, 31).AddMonths(m), Value: plan.Ratio(n, d, 100), Numerator: &n, Denominator: &d})
	}
	a.Series = []plan.Series{series}
	return a
}

func written(t testing.TB, write func(io.Writer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Every file of a package is there, its XML well-formed and its texts composed.
func packageTexts(t testing.TB, b []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(f.Name, ".png") {
			continue
		}
		var text strings.Builder
		for d := xml.NewDecoder(bytes.NewReader(content)); ; {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
			switch v := token.(type) {
			case xml.CharData:
				text.Write(v)
			case xml.EndElement:
				if v.Name.Local == "p" {
					text.WriteByte('\n')
				}
			}
		}
		if !norm.NFC.IsNormalString(text.String()) {
			t.Errorf("%s is not composed", f.Name)
		}
		texts[f.Name] = text.String()
	}
	return texts
}

// The report says in DOCX and in PDF what the board says, in the form of NĐ 30/2020.
func TestAnnualSays(t *testing.T) {
	t.Parallel()
	d := sampleReport(t)
	docx := packageTexts(t, written(t, d.WriteDOCX))["word/document.xml"]
	_, pdf := words(t, written(t, d.WritePDF))
	for _, want := range []string{
		"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ỦY BAN NHÂN DÂN", "TỈNH QUẢNG NGÃI", "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "/BC-SKHCN", "Quảng Ngãi, ngày", "năm 2026",
		"BÁO CÁO", "Kính gửi: Ủy ban nhân dân tỉnh Quảng Ngãi", "Kế hoạch số 194/KH-UBND ngày 16/12/2022", "22/11/2026", "trên 30 %", "15 / 55", "27,27 %", "Cần thêm 2 vị trí dùng chung",
		"Chưa có số liệu", "25 thuê bao trên 100 dân", "Bản in ghi là %.", "Đặc khu Lý Sơn", "phiên bản dữ liệu 4711", "khoảng 20 % đến 31,5 %", "+3,64\u00A0điểm", "Nơi nhận:", "GIÁM ĐỐC", "./.",
	} {
		// no line ends between a number and its sign
		if want := regexp.MustCompile(`(\d) %`).ReplaceAllString(want, "$1\u00A0%"); !strings.Contains(docx, want) {
			t.Errorf("%q is not in the DOCX", want)
		}
		if plain := strings.Join(strings.Fields(want), " "); !strings.Contains(pdf, plain) {
			t.Errorf("%q is not in the PDF", plain)
		}
	}
}

// The same data give the same bytes; the PDF so often that the order of a map shows.
func TestAnnualSame(t *testing.T) {
	t.Parallel()
	once, again := sampleReport(t), sampleReport(t)
	for name, write := range map[string]func(*document.Document, io.Writer) error{"docx": (*document.Document).WriteDOCX, "pdf": (*document.Document).WritePDF} {
		first := written(t, func(w io.Writer) error { return write(once, w) })
		for range 3 {
			if !bytes.Equal(first, written(t, func(w io.Writer) error { return write(again, w) })) {
				t.Errorf("%s: the same report is another file", name)
			}
		}
	}
	if !bytes.Equal(written(t, sampleAnnual().WriteXLSX), written(t, sampleAnnual().WriteXLSX)) {
		t.Error("xlsx: the same report is another file")
	}
}

// sampleReport puts the report on the small province together.
func sampleReport(t testing.TB) *document.Document {
	t.Helper()
	d, err := sampleAnnual().document()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Every formula reckons to the value that stands beside it, down to the sums over
// the records.
func TestAnnualFormulas(t *testing.T) {
	t.Parallel()
	b := written(t, sampleAnnual().WriteXLSX)
	packageTexts(t, b)
	if n := checkFormulas(t, b); n < 25 {
		t.Errorf("%d formulas", n)
	}
}

// checkFormulas reckons every formula of a workbook and holds it against the value
// kept in its cell; it gives how many there are.
func checkFormulas(t testing.TB, book []byte) (formulas int) {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for r := range rows {
			for c := range 20 {
				cell, _ := excelize.CoordinatesToCellName(c+1, r+1)
				text, err := f.GetCellFormula(sheet, cell)
				if err != nil {
					t.Fatal(err)
				}
				if text == "" {
					continue
				}
				formulas++
				kept, err := f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
				if err != nil {
					t.Fatal(err)
				}
				got, err := f.CalcCellValue(sheet, cell, excelize.Options{RawCellValue: true})
				if err != nil {
					t.Errorf("%s!%s =%s: %v", sheet, cell, text, err)
					continue
				}
				var x, y float64
				_, err1 := fmt.Sscan(kept, &x)
				_, err2 := fmt.Sscan(got, &y)
				if kept != got && (err1 != nil || err2 != nil || math.Abs(x-y) > 1e-6) {
					t.Errorf("%s!%s =%s gives %q, the cell keeps %q", sheet, cell, text, got, kept)
				}
			}
		}
	}
	return formulas
}
