package httpapi_test

import (
	"bytes"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

const mediaWorkbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// edited opens a workbook, writes cells of one sheet, and gives it as a file.
func edited(t *testing.T, book []byte, sheet string, cells map[string]any) *bytes.Reader {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for cell, v := range cells {
		if err := f.SetCellValue(sheet, cell, v); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return bytes.NewReader(b.Bytes())
}

// The department takes a plan out as a workbook, edits it, has it checked, and
// loads it over the one it read; nobody else may.
func TestPlanByWorkbook(t *testing.T) {
	t.Parallel()
	s := serve(t)
	s.as(t).create("organizations", record{"code": "Viettel", "name": "Viettel"})
	s.account(t, "hoa@viettel.example", registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "Viettel"})
	c, hoa := s.as(t).with("Content-Type", mediaWorkbook), s.browser(t, s.session(t, "hoa@viettel.example")).with("Content-Type", mediaWorkbook)
	read := c.do(http.MethodGet, "/api/v1/plans/hd-2023", nil).want(http.StatusOK)
	book := c.do(http.MethodGet, "/api/v1/plans/hd-2023/workbook.xlsx", nil).want(http.StatusOK).body
	c.do(http.MethodGet, "/api/v1/templates/plans.xlsx", nil).want(http.StatusOK)
	c.do(http.MethodGet, "/api/v1/plans/none/workbook.xlsx", nil).refused(http.StatusNotFound)

	wrong := func() *bytes.Reader {
		return edited(t, book, "Mục tiêu", map[string]any{"A2": "V_MOBI", "C3": 800, "C5": "ba mươi"})
	}
	hoa.do(http.MethodPost, "/api/v1/plans?check=true", wrong()).refused(http.StatusForbidden)
	s.as(t).with("Authorization", "").do(http.MethodPost, "/api/v1/plans", nil).refused(http.StatusUnauthorized)
	var problem struct{ Faults []registry.Fault }
	c.do(http.MethodPost, "/api/v1/plans?check=true", wrong()).want(http.StatusUnprocessableEntity).read(&problem)
	var cells []string
	for _, f := range problem.Faults {
		cells = append(cells, f.Sheet+"!"+f.Cell)
	}
	if slices.Sort(cells); fmt.Sprint(cells) != "[Mục tiêu!A2 Mục tiêu!C3 Mục tiêu!C5]" {
		t.Errorf("faults at %v", cells)
	}

	right := func() *bytes.Reader {
		return edited(t, book, "Mục tiêu", map[string]any{"B5": "trên 85 %", "C5": 85})
	}
	var would, done plan.Import
	c.do(http.MethodPost, "/api/v1/plans?check=true", right()).want(http.StatusOK).read(&would)
	if tag := read.header.Get("ETag"); would.Replaces == nil || tag != `"plan-hd-2023-`+*would.Replaces+`"` || len(would.Changes) != 2 || would.Changes[1].Now != "85" {
		t.Errorf("would do %+v, the plan read is %s", would, tag)
	}
	if again := c.do(http.MethodGet, "/api/v1/plans/hd-2023", nil); again.header.Get("ETag") != read.header.Get("ETag") {
		t.Error("a check has stored something")
	}
	c.do(http.MethodPost, "/api/v1/plans", right()).refused(http.StatusPreconditionRequired)
	c.with("If-Match", `"plan-hd-2023-0123456789abcdef"`).do(http.MethodPost, "/api/v1/plans", right()).refused(http.StatusPreconditionFailed)
	tagged := c.with("If-Match", read.header.Get("ETag")).with("Idempotency-Key", "plan 1")
	first := tagged.do(http.MethodPost, "/api/v1/plans", right()).want(http.StatusOK)
	if first.read(&done); done.Plan.Targets[3].Value.String() != "85" {
		t.Errorf("loaded %+v", done.Plan.Targets[3])
	}
	if now := c.do(http.MethodGet, "/api/v1/plans/hd-2023", nil); now.header.Get("ETag") != first.header.Get("ETag") || first.header.Get("ETag") == read.header.Get("ETag") {
		t.Errorf("the plan is %s, the answer said %s", now.header.Get("ETag"), first.header.Get("ETag"))
	}
	// over what somebody else has loaded meanwhile: nothing
	c.with("If-Match", read.header.Get("ETag")).do(http.MethodPost, "/api/v1/plans", right()).refused(http.StatusPreconditionFailed)

	yaml := c.with("Content-Type", "application/yaml")
	yaml.do(http.MethodPost, "/api/v1/plans", strings.NewReader("code: x-2026\ntitle: {vi: Kế hoạch}\nfrom: 2026\nto: 2030\n")).want(http.StatusOK)
	yaml.do(http.MethodGet, "/api/v1/plans/x-2026/board", nil).want(http.StatusOK)
	c.with("Content-Type", "image/png").do(http.MethodPost, "/api/v1/plans", strings.NewReader("x")).refused(http.StatusUnsupportedMediaType)
	c.do(http.MethodPost, "/api/v1/plans", bytes.NewReader(make([]byte, plan.MaxPlanBytes+1))).refused(http.StatusRequestEntityTooLarge)
}
