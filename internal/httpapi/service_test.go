package httpapi_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/hatangso/hatangso/api"
	"github.com/hatangso/hatangso/internal/httpapi"
)

func TestHealth(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c := s.as(t).with("Authorization", "")
	var live struct{ Status, Version string }
	c.do(http.MethodGet, "/livez", nil).want(http.StatusOK).read(&live)
	if live.Status != "ok" || live.Version != "test" {
		t.Errorf("alive: %+v", live)
	}
	c.do(http.MethodGet, "/readyz", nil).want(http.StatusOK)
	// an older schema
	if _, err := s.sql.Exec(t.Context(), `DELETE FROM schema_migrations WHERE version_id = (SELECT max(version_id) FROM schema_migrations)`); err != nil {
		t.Fatal(err)
	}
	old := c.do(http.MethodGet, "/readyz", nil)
	if p := old.refused(http.StatusServiceUnavailable); !strings.Contains(p.Detail, "hatangso migrate") {
		t.Errorf("an old schema says %q", p.Detail)
	}
	if old.header.Get("Retry-After") == "" {
		t.Error("nothing says when to try again")
	}
	c.do(http.MethodGet, "/livez", nil).want(http.StatusOK)
	// a newer one
	if _, err := s.sql.Exec(t.Context(), `INSERT INTO schema_migrations (version_id, is_applied) VALUES (99999, true)`); err != nil {
		t.Fatal(err)
	}
	c.with("Accept-Language", "en").do(http.MethodGet, "/readyz", nil).refused(http.StatusServiceUnavailable)
}

// Metrics know routes by their template, and what is no route by one name.
func TestMetrics(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	for i := range 3 {
		c.do(http.MethodGet, fmt.Sprintf("/api/v1/sites/%d", i+1), nil).refused(http.StatusNotFound)
		c.do(http.MethodGet, fmt.Sprintf("/scan-%d.php", i), nil).refused(http.StatusNotFound)
		c.do(http.MethodPost, fmt.Sprintf("/scan-%d.php", i), record{}).want(http.StatusMethodNotAllowed)
		c.do(fmt.Sprintf("SCAN%d", i), "/api/v1/sites", nil).want(http.StatusMethodNotAllowed)
	}
	text := string(c.do(http.MethodGet, "/metrics", nil).want(http.StatusOK).body)
	for _, want := range []string{
		`hatangso_http_requests_total{method="GET",route="/api/v1/sites/:id",status="404"} 3`,
		`hatangso_http_requests_total{method="GET",route="/*",status="404"} 3`,
		`hatangso_http_requests_total{method="other",route="/api/v1/sites",status="405"} 3`,
		"hatangso_pool_max ", "go_goroutines ",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the metrics lack %s", want)
		}
	}
	if strings.Contains(text, "scan") || strings.Contains(text, "SCAN") {
		t.Error("what a scanner asked for became a metric")
	}
	if series := regexp.MustCompile(`(?m)^hatangso_http_requests_total\{.*\} 3$`).FindAllString(text, -1); len(series) != 4 {
		t.Errorf("series: %q", series)
	}
}

func TestRequestID(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c := s.as(t)
	for _, sent := range []string{"a", "4bf92f35/7b.7:x+y=@z_-", strings.Repeat("x", 64)} {
		if got := c.with("X-Request-ID", sent).do(http.MethodGet, "/livez", nil).header.Get("X-Request-ID"); got != sent {
			t.Errorf("sent %q, got %q back", sent, got)
		}
	}
	made := regexp.MustCompile(`^[0-9a-f]{24}$`)
	seen := map[string]bool{}
	for _, sent := range []string{"", strings.Repeat("x", 65), "a b", "é", "\xff", `"}`, "a\tb"} {
		got := c.with("X-Request-ID", sent).do(http.MethodPost, "/api/v1/poles", record{"code": "C" + fmt.Sprint(len(seen)), "geometry": point(105, 21)}).
			want(http.StatusCreated).header.Get("X-Request-ID")
		if !made.MatchString(got) || seen[got] {
			t.Errorf("sent %q, got %q", sent, got)
		}
		seen[got] = true
	}
}

// The log has one line a request, with the address of the connection and not
// the one a header claims.
func TestRequestLog(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c := s.as(t).with("X-Forwarded-For", "203.0.113.9").with("X-Real-Ip", "203.0.113.9").with("Forwarded", "for=203.0.113.9")
	c.with("X-Request-ID", "the-one").do(http.MethodGet, "/api/v1/sites/1?", nil).refused(http.StatusNotFound)
	soon(t, "a line", func() bool { return strings.Contains(s.log.String(), "the-one") })
	var found []map[string]any
	for _, l := range strings.Split(strings.TrimSpace(s.log.String()), "\n") {
		var entry map[string]any
		if err := json.Unmarshal([]byte(l), &entry); err != nil {
			t.Fatalf("%v: %s", err, l)
		}
		if entry["request_id"] == "the-one" {
			found = append(found, entry)
		}
	}
	if len(found) != 1 {
		t.Fatalf("%d lines: %v", len(found), found)
	}
	e := found[0]
	if e["address"] != "127.0.0.1" || e["route"] != "/api/v1/sites/:id" || e["path"] != "/api/v1/sites/1" || e["status"] != 404.0 ||
		e["actor"] != "key:tester" || e["method"] != "GET" {
		t.Errorf("logged %v", e)
	}
	if strings.Contains(s.log.String(), "203.0.113.9") {
		t.Error("a forged address is in the log")
	}
	if strings.Contains(s.log.String(), s.key) {
		t.Error("the key is in the log")
	}
}

// A panic is our fault and nobody else's business.
func TestPanic(t *testing.T) {
	t.Parallel()
	s := serve(t)
	s.Break("/broken", errors.New("secret: password=hunter2"))
	s.Break("/broken/differently", "secret: table users")
	c := s.as(t)
	for _, path := range []string{"/broken", "/broken/differently"} {
		a := c.do(http.MethodGet, path, nil)
		a.refused(http.StatusInternalServerError)
		if strings.Contains(string(a.body), "secret") || strings.Contains(string(a.body), ".go") {
			t.Errorf("internals are sent: %s", a.body)
		}
	}
	c.do(http.MethodGet, "/livez", nil).want(http.StatusOK)
	if log := s.log.String(); !strings.Contains(log, "hunter2") || !strings.Contains(log, "export_test.go") {
		t.Errorf("the log lacks the panic and its stack: %s", log)
	}
}

func TestLanguage(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	for accept, want := range map[string]string{
		"": "Không tìm thấy", "vi": "Không tìm thấy", "en": "Not found", "en-US,en;q=0.9": "Not found", "EN": "Not found",
		"vi-VN,vi;q=0.9,en;q=0.8": "Không tìm thấy", "vi;q=0.1,en;q=0.9": "Not found", "fr": "Không tìm thấy", "fr,en;q=0.5": "Not found",
		"*": "Không tìm thấy", "zend;q=x": "Không tìm thấy", strings.Repeat("en-", 5000): "Không tìm thấy",
	} {
		a := c.with("Accept-Language", accept).do(http.MethodGet, "/api/v1/sites/1", nil)
		if p := a.refused(http.StatusNotFound); p.Title != want {
			t.Errorf("Accept-Language %.40q gives %q", accept, p.Title)
		}
		if vary := strings.Join(a.header.Values("Vary"), ", "); !strings.Contains(vary, "Accept-Language") || !strings.Contains(vary, "Accept-Encoding") {
			t.Errorf("Vary is %q", vary)
		}
	}
}

// The page and its assets, when they are built.
func TestPage(t *testing.T) {
	t.Parallel()
	s := serve(t)
	get := func(web fs.FS, path string) *http.Response {
		w := httptest.NewRecorder()
		httpapi.New(s.db, httpapi.Options{Web: web, Log: slog.New(slog.DiscardHandler)}).Handler().ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
		return w.Result()
	}
	built := fstest.MapFS{"index.html": {Data: []byte("<html>")}, "filings.html": {Data: []byte("<html>")}, "feedback.html": {Data: []byte("<html>")},
		"numbers.html": {Data: []byte("<html>")},
		"sw.js":        {Data: []byte("x")}, "assets/app-1a2b.js": {Data: []byte("x")}, "assets/app-1a2b.js.br": {Data: []byte("brotli")}}
	for path, want := range map[string]string{"/": "no-cache", "/filings": "no-cache", "/filings/12/columns": "no-cache",
		"/feedback": "no-cache", "/feedback/code": "no-cache", "/numbers": "no-cache", "/numbers/plans/hd-2023": "no-cache", "/sw.js": "no-cache", "/assets/app-1a2b.js": "public, max-age=31536000, immutable"} {
		r := get(built, path)
		if r.StatusCode != http.StatusOK || r.Header.Get("Cache-Control") != want || !strings.Contains(r.Header.Get("Content-Security-Policy"), "default-src 'self'") {
			t.Errorf("%s gives %d %v", path, r.StatusCode, r.Header)
		}
	}
	for accepted, want := range map[string]string{"gzip, br": "br", "br;q=0.5": "br", "br;q=0": "", "gzip": "", "": ""} {
		r := httptest.NewRequest(http.MethodGet, "/assets/app-1a2b.js", nil)
		r.Header.Set("Accept-Encoding", accepted)
		w := httptest.NewRecorder()
		httpapi.New(s.db, httpapi.Options{Web: built, Log: slog.New(slog.DiscardHandler)}).Handler().ServeHTTP(w, r)
		body := map[string]string{"br": "brotli", "": "x"}[want]
		if h := w.Header(); h.Get("Content-Encoding") != want || w.Body.String() != body || !strings.Contains(h.Get("Content-Type"), "javascript") || !strings.Contains(strings.Join(h.Values("Vary"), ","), "Accept-Encoding") {
			t.Errorf("who accepts %q gets %q %v", accepted, w.Body, h)
		}
	}
	for _, path := range []string{"/filingsx", "/numbersx", "/assets", "/assets/", "/assets/other.js", "/..%2fgo.mod", "/api/v1/nothing"} {
		if r := get(built, path); r.StatusCode != http.StatusNotFound || r.Header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s gives %d %v", path, r.StatusCode, r.Header)
		}
	}
	for _, path := range []string{"/", "/filings", "/numbers", "/feedback"} {
		if r := get(fstest.MapFS{}, path); r.StatusCode != http.StatusServiceUnavailable {
			t.Errorf("%s that is not built gives %d", path, r.StatusCode)
		}
	}
}

func TestDocumentIsServed(t *testing.T) {
	t.Parallel()
	a := serve(t).as(t).do(http.MethodGet, "/api/v1/openapi.yaml", nil).want(http.StatusOK)
	if !bytes.Equal(a.body, api.Document) || a.header.Get("Content-Type") != "application/yaml" {
		t.Errorf("%d bytes of %s are served, the document has %d", len(a.body), a.header.Get("Content-Type"), len(api.Document))
	}
}
