package httpapi_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/hatangso/hatangso/internal/httpapi"
	"github.com/hatangso/hatangso/internal/registry"
)

// duties words what a calendar answers.
func (c client) duties(query string) string {
	c.Helper()
	var words []string
	for _, d := range c.list("/api/v1/duties" + query) {
		words = append(words, fmt.Sprint(d["code"], " ", d["organization"], " ", d["due_on"], " ", d["state"]))
	}
	return strings.Join(words, "; ")
}

// The department switches an obligation on, an operator reads its calendar, says
// that there is nothing, and the board shows it.
func TestObligations(t *testing.T) {
	t.Parallel()
	s := serveWith(t, httpapi.Options{Today: func() registry.Date { return registry.NewDate(2026, 11, 2) }})
	c := s.as(t)
	c.create("organizations", record{"code": "Viettel", "name": "Viettel"})
	c.create("organizations", record{"code": "VNPT", "name": "VNPT"})
	s.account(t, "hoa@viettel.example", registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "Viettel"})
	hoa := s.browser(t, s.session(t, "hoa@viettel.example"))

	var shipped record
	for _, o := range c.list("/api/v1/obligations?limit=2") {
		if o["code"] == "th-report" {
			shipped = o
		}
	}
	if shipped == nil || shipped["active"] != false || shipped["before"] != true || shipped["mark"] != "SEED-TH" {
		t.Fatalf("shipped is %v", shipped)
	}
	path := fmt.Sprint("/api/v1/obligations/", shipped.id())
	on := record{"active": true, "valid_from": "2026-01-01"}
	c.do(http.MethodPatch, path, on).refused(http.StatusPreconditionRequired)
	c.with("If-Match", `"obligation-1-9"`).do(http.MethodPatch, path, on).refused(http.StatusPreconditionFailed)
	tagged := c.with("If-Match", c.do(http.MethodGet, path, nil).want(http.StatusOK).header.Get("ETag"))
	tagged.do(http.MethodPatch, path, record{"active": true, "code": "x", "month": 13, "dya": 3, "valid_from": nil, "title": record{"vi": "A", "de": "B"}}).
		refused(http.StatusUnprocessableEntity)
	tagged.do(http.MethodPatch, path, record{"day": 31, "month": 4, "kinds": []string{"school"}}).
		refused(http.StatusUnprocessableEntity, "obligation.kind kinds", "obligation.day day")
	if got := tagged.do(http.MethodPatch, path, on).want(http.StatusOK); got.record()["active"] != true || got.header.Get("ETag") != shipped.etag("obligation")[:strings.LastIndex(shipped.etag("obligation"), "-")]+`-2"` {
		t.Errorf("switched on: %s, %s", got.body, got.header.Get("ETag"))
	}
	made := c.do(http.MethodPost, "/api/v1/obligations", record{"code": "yc-1", "title": record{"vi": "Đột xuất", "en": "Special"}, "basis": "Công văn 7", "recipient": "Sở",
		"recurrence": "once", "date": "2026-12-31", "organization": "VNPT", "fulfilled_by": "poles", "active": true, "valid_from": "2026-11-01", "remind": []int{3, 10}}).want(http.StatusCreated)
	if o := made.record(); fmt.Sprint(o["remind"]) != "[10 3]" || o["opens_days"] != 30.0 || made.header.Get("Location") != fmt.Sprint("/api/v1/obligations/", o.id()) {
		t.Errorf("made %s at %s", made.body, made.header.Get("Location"))
	}
	c.do(http.MethodPost, "/api/v1/obligations", record{}).refused(http.StatusUnprocessableEntity, "required code", "required title", "required basis", "required recipient", "required recurrence")
	hoa.do(http.MethodPost, "/api/v1/obligations", made.record()).refused(http.StatusUnprocessableEntity)
	hoa.with("If-Match", `"obligation-1-2"`).do(http.MethodPatch, path, on).refused(http.StatusForbidden)

	if got := c.duties(""); got != "th-report VNPT 2026-10-29 late; th-report Viettel 2026-10-29 late; yc-1 VNPT 2026-12-31 not_due; th-report VNPT 2027-10-29 not_due; th-report Viettel 2027-10-29 not_due" {
		t.Errorf("the department's calendar: %s", got)
	}
	if got := c.duties("?state=late&organization=VNPT"); got != "th-report VNPT 2026-10-29 late" {
		t.Errorf("what VNPT is late with: %s", got)
	}
	if got := hoa.duties("?from=2026-01-01&to=2027-01-01"); got != "th-report Viettel 2026-10-29 late" {
		t.Errorf("an operator's calendar: %s", got)
	}
	if list := hoa.list("/api/v1/obligations"); len(list) != 1 {
		t.Errorf("an operator sees %d obligations", len(list))
	}
	for _, wrong := range []string{"?from=2026-01-01&to=2026-01-01", "?from=2020-01-01&to=2026-01-01", "?state=broken", "?from=31"} {
		c.do(http.MethodGet, "/api/v1/duties"+wrong, nil).refused(http.StatusBadRequest)
	}

	nothing := record{"obligation": shipped.id(), "organization": "Viettel", "period": "2026", "note": "Không phát sinh"}
	c.with("Authorization", "").do(http.MethodPost, "/api/v1/duties/nothing", nothing).refused(http.StatusUnauthorized)
	hoa.do(http.MethodPost, "/api/v1/duties/nothing", record{"obligation": shipped.id()}).refused(http.StatusUnprocessableEntity, "required organization", "required period")
	hoa.do(http.MethodPost, "/api/v1/duties/nothing", record{"obligation": shipped.id(), "organization": "VNPT", "period": "2026"}).refused(http.StatusNotFound)
	hoa.do(http.MethodPost, "/api/v1/duties/paper", nothing).refused(http.StatusForbidden)
	if d := hoa.do(http.MethodPost, "/api/v1/duties/nothing", nothing).want(http.StatusOK).record(); d["state"] != "filed" || d["late_days"] != 4.0 || d["answer"].(map[string]any)["by"] != "user:hoa@viettel.example" {
		t.Errorf("nothing to report: %v", d)
	}
	hoa.do(http.MethodPost, "/api/v1/duties/nothing", nothing).refused(http.StatusConflict)
	s.account(t, "can.bo@so.example", registry.Grants{Roles: []registry.Role{registry.OfficerRole}})
	officer := s.browser(t, s.session(t, "can.bo@so.example"))
	paper := record{"obligation": shipped.id(), "organization": "VNPT", "period": "2026", "on": "2026-10-28"}
	c.do(http.MethodPost, "/api/v1/duties/paper", paper).refused(http.StatusForbidden) // what a person says, and no key
	officer.do(http.MethodPost, "/api/v1/duties/paper", record{"obligation": shipped.id(), "organization": "VNPT", "period": "2026", "on": "2026-11-03"}).
		refused(http.StatusUnprocessableEntity, "duty.on on")
	if d := officer.do(http.MethodPost, "/api/v1/duties/paper", paper).want(http.StatusOK).record(); d["state"] != "accepted" || d["late_days"] != 0.0 || d["filed_on"] != "2026-10-28" {
		t.Errorf("on paper: %v", d)
	}

	hoa.do(http.MethodGet, "/api/v1/duties/board", nil).refused(http.StatusForbidden)
	for _, path := range []string{"annual.docx?plan=hd-2023", "completeness.pdf", "evidence.xlsx", "operator.pdf?organization=VNPT"} {
		hoa.do(http.MethodGet, "/api/v1/reports/"+path, nil).refused(http.StatusForbidden)
	}
	for path, head := range map[string]string{"completeness.docx": "PK", "completeness.xlsx": "PK", "completeness.pdf": "%PDF-"} {
		if a := c.do(http.MethodGet, "/api/v1/reports/"+path, nil).want(http.StatusOK); !strings.HasPrefix(string(a.body), head) {
			t.Errorf("%s begins with %.8q", path, a.body)
		}
	}
	hoa.do(http.MethodGet, "/api/v1/reports/operator.docx?organization=Viettel", nil).want(http.StatusOK)
	s.account(t, "lan@so.example", registry.Grants{Roles: []registry.Role{registry.AuditorRole}})
	auditor := s.browser(t, s.session(t, "lan@so.example"))
	for _, path := range []string{"completeness.docx", "evidence.xlsx?as_of=2026-11-01", "operator.docx?organization=VNPT"} {
		auditor.do(http.MethodGet, "/api/v1/reports/"+path, nil).want(http.StatusOK)
	}
	board := c.list("/api/v1/duties/board?from=2026-01-01&to=2027-01-01")
	if len(board) != 2 || board[0]["organization"] != "Viettel" || board[0]["filed"] != 1.0 || board[0]["nothing"] != 1.0 || board[0]["accounts"] != 1.0 ||
		board[1]["organization"] != "VNPT" || board[1]["duties"] != 2.0 || board[1]["accepted"] != 1.0 || board[1]["not_due"] != 1.0 {
		t.Errorf("the board: %v", board)
	}
}

// Notices are read by whom they are for, page by page, and marked.
func TestNotices(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c := s.as(t)
	c.create("organizations", record{"code": "Viettel", "name": "Viettel"})
	s.account(t, "hoa@viettel.example", registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "Viettel"})
	hoa := s.browser(t, s.session(t, "hoa@viettel.example"))
	for _, code := range []string{"yc-1", "yc-2", "yc-3"} {
		c.do(http.MethodPost, "/api/v1/obligations", record{"code": code, "title": record{"vi": "Đột xuất", "en": "Special"}, "basis": "Công văn", "recipient": "Sở",
			"recurrence": "once", "date": "2026-12-31", "kinds": []string{"operator"}, "active": true, "valid_from": "2026-11-01"}).want(http.StatusCreated)
	}
	if n, err := s.db.Remind(t.Context(), time.Date(2026, 11, 2, 8, 0, 0, 0, time.UTC), false); err != nil || n != 3 {
		t.Fatalf("%d notices, %v", n, err)
	}
	all := hoa.list("/api/v1/notices?limit=2")
	if len(all) != 3 || all[0].id() < all[2].id() || all[0]["kind"] != "requested" || all[0]["due_on"] != "2026-12-31" || all[0]["read_at"] != nil {
		t.Fatalf("notices: %v", all)
	}
	path := fmt.Sprintf("/api/v1/notices/%d/read", all[1].id())
	if n := hoa.do(http.MethodPost, path, nil).want(http.StatusOK).record(); n["read_at"] == nil {
		t.Errorf("read: %v", n)
	}
	if unread := hoa.list("/api/v1/notices?unread=true"); len(unread) != 2 {
		t.Errorf("unread: %v", unread)
	}
	c.do(http.MethodPost, path, nil).refused(http.StatusNotFound)
	if list := c.list("/api/v1/notices"); len(list) != 0 {
		t.Errorf("a key has notices: %v", list)
	}
	c.with("Authorization", "").do(http.MethodPost, path, nil).refused(http.StatusUnauthorized)
}
