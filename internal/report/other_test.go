package report

import (
	"bytes"
	"io"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

// The pack reckons the rounds itself as they are written in, and gives no points.
func TestEvidenceRounds(t *testing.T) {
	t.Parallel()
	a := sampleAnnual()
	e := &Evidence{Office: a.Office, AsOf: a.Board.AsOf, Catalogue: a.Catalogue, Results: a.Results, Records: a.Records,
		Criteria: []plan.Criterion{{Group: "2", Title: registry.T("Dùng chung vị trí trạm BTS", "x"), Indicator: "R_BTS_STOCK", Mark: "INFERRED"}, {Group: "6", Title: registry.T("Thuê bao băng rộng cố định", "x"), Indicator: "FBB_SUB", Mark: "INFERRED"}, {Group: "2", Title: registry.T("Thôn được phủ", "x"), Indicator: "V_MOB", Mark: "INFERRED"}}}
	b := written(t, e.WriteXLSX)
	packageTexts(t, b)
	if n := checkFormulas(t, b); n < 12 {
		t.Errorf("%d formulas", n)
	}
	f, err := excelize.OpenReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, c := range []struct {
		cell  string
		value float64
		want  map[string]string
	}{
		{"H7", 100, map[string]string{"I7": "0", "M7": "Khớp vòng 1", "M5": "Chờ vòng 1", "M6": "Chưa có số liệu"}},
		{"K7", 97.5, map[string]string{"L7": "2.5", "M7": "Lệch vòng 2"}},
	} {
		if err := f.SetCellValue("Đối soát", c.cell, c.value); err != nil {
			t.Fatal(err)
		}
		for cell, want := range c.want {
			if got, err := f.CalcCellValue("Đối soát", cell, excelize.Options{RawCellValue: true}); err != nil || got != want {
				t.Errorf("%s is %q, want %q, %v", cell, got, want, err)
			}
		}
	}
}

// What the register holds of the rounds stands in the pack, and its formulas say
// of it what the program does.
func TestEvidenceFilled(t *testing.T) {
	t.Parallel()
	a := sampleAnnual()
	ours, off := *a.Results[0].Value, a.Results[0].Value.Plus(plan.Whole(2))
	disagreed, why := registry.DIIDisagreed, "Cục tính theo trạm."
	round := func(v *plan.Decimal) *plan.Round { return &plan.Round{Value: v, Position: &disagreed, Comment: &why} }
	for _, c := range []struct {
		rounds [2]*plan.Round
		want   [5]string // H, I, K, L, M
	}{
		{[2]*plan.Round{round(&off), nil}, [5]string{off.String(), "-2", "", "", "Lệch vòng 1"}},
		{[2]*plan.Round{round(&off), round(&ours)}, [5]string{off.String(), "-2", ours.String(), "0", "Khớp vòng 2"}},
		{[2]*plan.Round{round(&ours), round(&off)}, [5]string{ours.String(), "0", off.String(), "-2", "Lệch vòng 2"}},
		{[2]*plan.Round{round(nil), nil}, [5]string{"không đánh giá", "", "", "", "Vòng 1 không đánh giá"}},
		{[2]*plan.Round{round(&ours), round(nil)}, [5]string{ours.String(), "0", "không đánh giá", "", "Không đối chiếu được"}},
	} {
		e := &Evidence{Office: a.Office, AsOf: a.Board.AsOf, Catalogue: a.Catalogue, Results: a.Results[:1],
			Criteria: []plan.Criterion{{Group: "2", Title: registry.T("Một", "x"), Indicator: a.Results[0].Indicator, Mark: "INFERRED"}},
			Rounds:   map[string][2]*plan.Round{a.Results[0].Indicator: c.rounds}}
		b := written(t, e.WriteXLSX)
		checkFormulas(t, b) // what is shown before anybody reckons is what the formulas give
		f, err := excelize.OpenReader(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		for i, column := range []string{"H", "I", "K", "L", "M"} {
			got, err := f.CalcCellValue("Đối soát", column+"5", excelize.Options{RawCellValue: true})
			if n, e1 := strconv.ParseFloat(got, 64); e1 == nil { // as excelize reckons, to its last digit
				got = strconv.FormatFloat(math.Round(n*1e6)/1e6+0, 'f', -1, 64)
			}
			if err != nil || got != c.want[i] {
				t.Errorf("%s5 is %q, want %q, %v", column, got, c.want[i], err)
			}
		}
		if got, err := f.GetCellValue("Đối soát", "J5"); err != nil || got != "Không thống nhất: Cục tính theo trạm." {
			t.Errorf("J5 is %q, %v", got, err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestCompletenessSums(t *testing.T) {
	t.Parallel()
	day := registry.NewDate(2026, 11, 22)
	due := func(name string, state registry.DutyState, late int) registry.Duty {
		return registry.Duty{Organization: name, OrganizationName: name, Title: registry.T("Báo cáo hạ tầng viễn thông", "x"), Period: "2026", DueOn: registry.NewDate(2026, 10, 29), State: state, LateDays: late}
	}
	c := &Completeness{Office: Office{Issuer: "Sở Khoa học và Công nghệ", Province: "Tỉnh Thanh Hóa"}, From: registry.NewDate(2026, 1, 1), To: registry.NewDate(2027, 1, 1), Today: day,
		Filers: []Filer{{Name: "Công ty Một", Duties: 2, Accepted: 1, Late: 1, LateDays: 24}, {Name: "Công ty Hai", Duties: 1, Filed: 1}},
		Duties: []registry.Duty{due("Công ty Một", registry.DutyLate, 24), due("Công ty Một", registry.DutyAccepted, 0), due("Công ty Hai", registry.DutyFiled, 0)}}
	b := written(t, c.WriteXLSX)
	if n := checkFormulas(t, b); n != 12 {
		t.Errorf("%d formulas, want 12", n)
	}
	text := packageTexts(t, written(t, c.WriteDOCX))["word/document.xml"]
	_, late, found := strings.Cut(text, "II. DANH SÁCH CHẬM")
	if !found || !strings.Contains(late, "Quá hạn") || strings.Contains(late, "Công ty Hai") {
		t.Errorf("the list of who is late reads %q", late)
	}
}

// The sheet of a commune fits one page, and is one file under a strict policy.
func TestCommuneSheet(t *testing.T) {
	t.Parallel()
	a, people := sampleAnnual(), int64(14_188)
	c := &Commune{Office: a.Office, Name: "Phường <Cẩm> Thành", Code: "21001", Population: &people, AsOf: a.Board.AsOf, Works: map[registry.Kind]int64{registry.SiteKind: 17, registry.PoleKind: 1314},
		Here: a.Results, There: a.Results, Papers: &Papers{Sites: 17, Lawful: 10, Unlawful: 4, Unknown: 3, CertificatesEnded: 3}}
	page := string(written(t, c.WriteHTML))
	for _, want := range []string{`<html lang="vi">`, "Phường &lt;Cẩm&gt; Thành", "14.188 người", "27,27\u00A0%", "1.314", `src="data:image/png;base64,`, "thiếu 4"} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is not on the page", want)
		}
	}
	if !norm.NFC.IsNormalString(page) || strings.Contains(page, "<script") || strings.Contains(page, "<Cẩm>") {
		t.Error("the page is not clean")
	}
	if got, want := c.FileName(), "Phiếu Phường -Cẩm- Thành 21001 ngày 2026-11-22"; got != want {
		t.Errorf("the file is called %q, want %q", got, want)
	}
	if pages, _ := words(t, written(t, c.WritePDF)); pages != 1 {
		t.Errorf("%d pages", pages)
	}
}

func TestOperatorSays(t *testing.T) {
	t.Parallel()
	a := sampleAnnual()
	ratio := plan.Ratio(plan.Whole(3), plan.Whole(4), 100)
	three, four := plan.Whole(3), plan.Whole(4)
	o := &Operator{Office: a.Office, Organization: registry.Organization{Code: "VNPT", Name: "Tập đoàn VNPT"}, AsOf: a.Board.AsOf, Owned: a.Results[:1], Served: a.Results[1:2],
		Hosted: map[string]plan.Group{"R_BTS_STOCK": {Key: "VNPT", Hosted: &three, Denominator: &four, HostedRatio: ratio}}}
	text := packageTexts(t, written(t, o.WriteDOCX))["word/document.xml"]
	for _, want := range []string{"TẬP ĐOÀN VNPT", "Kính gửi: Sở Khoa học và Công nghệ", "75\u00A0%", "27,27\u00A0%", "ĐẠI DIỆN DOANH NGHIỆP"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in the report", want)
		}
	}
	if b := written(t, func(w io.Writer) error { return o.WritePDF(w) }); !bytes.HasPrefix(b, []byte("%PDF-")) {
		t.Error("no PDF")
	}
}
