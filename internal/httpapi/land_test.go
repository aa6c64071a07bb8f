package httpapi_test

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/hatangso/hatangso/internal/httpapi"
)

// The page of the map comes with a picture of the land, for those who may read
// where it lies: once, named, the same until a unit changes.
func TestPageShowsTheLand(t *testing.T) {
	t.Parallel()
	s := serve(t)
	page := fstest.MapFS{"index.html": {Data: []byte("<html><!--land--></html>")}}
	ask := func(options httpapi.Options, from string, headers ...string) *httptest.ResponseRecorder {
		options.Web, options.Log = page, slog.New(slog.DiscardHandler)
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.RemoteAddr = from
		for i := 0; i < len(headers); i += 2 {
			r.Header.Set(headers[i], headers[i+1])
		}
		w := httptest.NewRecorder()
		httpapi.New(s.db, options).Handler().ServeHTTP(w, r)
		return w
	}
	const there = "203.0.113.9:5000"
	open := httpapi.Options{OpenReading: true}
	empty := ask(open, there)
	if body := empty.Body.String(); empty.Code != http.StatusOK || strings.Contains(body, "<path") {
		t.Errorf("a register without units has %d %s", empty.Code, body)
	}
	c := s.as(t)
	area := func(west, east float64) record {
		return record{"type": "MultiPolygon", "coordinates": [][][][2]float64{{{{west, 12}, {east, 12}, {east, 13}, {west, 13}, {west, 12}}}}}
	}
	c.do(http.MethodPost, "/api/v1/units", record{"level": "province", "code": "66", "name": "Tỉnh A", "geometry": area(107, 109)}).want(http.StatusCreated)
	c.do(http.MethodPost, "/api/v1/units", record{"level": "commune", "code": "66001", "name": "Xã <B> & Cộng", "unit_kind": "xa", "geometry": area(107, 108)}).want(http.StatusCreated)
	c.do(http.MethodPost, "/api/v1/units", record{"level": "commune", "code": "66002", "name": "Phường C", "unit_kind": "phuong", "geometry": area(108, 109)}).want(http.StatusCreated)
	c.do(http.MethodPost, "/api/v1/units", record{"level": "commune", "code": "66003", "name": "Xã Cũ", "unit_kind": "xa", "valid_from": "2001-01-01", "valid_to": "2020-01-01", "geometry": area(108, 109)}).want(http.StatusCreated)

	shown := ask(open, there)
	body := shown.Body.String()
	for _, part := range []string{`<path data-level="province" data-kind="`, `<path data-level="commune" data-kind="xa" d="M`, `<path data-level="commune" data-kind="phuong" d="M`,
		`data-box="107 12 109 13"`, ">Tỉnh A</text>", ">Xã &lt;B&gt; &amp; Cộng</text>", ">Phường C</text>"} {
		if strings.Count(body, part) != 1 {
			t.Errorf("%q is %d times in %s", part, strings.Count(body, part), body)
		}
	}
	if strings.Contains(body, "Cũ") {
		t.Errorf("a commune there is no longer is in %s", body)
	}
	if h := shown.Header(); h.Get("Cache-Control") != "private, no-cache" || !strings.Contains(strings.Join(h.Values("Vary"), ","), "Cookie") {
		t.Errorf("others may be shown it: %v", h)
	}
	if again := ask(open, there, "If-None-Match", shown.Header().Get("ETag")); again.Code != http.StatusNotModified {
		t.Errorf("asked again it gives %d", again.Code)
	}
	if public := ask(httpapi.Options{PublicReading: true}, there).Body.String(); public != body {
		t.Errorf("the public is shown %s", public)
	}
	if stranger := ask(httpapi.Options{}, there); stranger.Code != http.StatusOK || strings.Contains(stranger.Body.String(), "<svg") {
		t.Errorf("a stranger is shown %d %s", stranger.Code, stranger.Body)
	}
	c.do(http.MethodPost, "/api/v1/units", record{"level": "commune", "code": "66004", "name": "Xã Mới", "geometry": area(107.2, 107.4)}).want(http.StatusCreated)
	if changed := ask(open, there, "If-None-Match", shown.Header().Get("ETag")); changed.Code != http.StatusOK || !strings.Contains(changed.Body.String(), "Xã Mới") {
		t.Errorf("after a change it gives %d", changed.Code)
	}
}
