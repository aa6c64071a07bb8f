package httpapi_test

import (
	"context"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"github.com/hatangso/hatangso/internal/export"
	"github.com/hatangso/hatangso/internal/httpapi"
	"github.com/hatangso/hatangso/internal/registry"
)

// Reading is open to the machine itself and to nobody else, whatever a header
// says of where a request comes from.
func TestReadingFromElsewhere(t *testing.T) {
	t.Parallel()
	s := serve(t)
	var page fs.FS = fstest.MapFS{"index.html": {Data: []byte("<html>")}}
	local := &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 8080}
	outer := &net.TCPAddr{IP: net.IPv4(192, 0, 2, 7), Port: 8080}
	ask := func(options httpapi.Options, from string, to net.Addr, path string, headers ...string) int {
		options.Web, options.Log = page, slog.New(slog.DiscardHandler)
		r := httptest.NewRequest(http.MethodGet, path, nil)
		r.RemoteAddr, r.Host = from, "localhost:8080"
		r = r.WithContext(context.WithValue(r.Context(), http.LocalAddrContextKey, to))
		for i := 0; i < len(headers); i += 2 {
			r.Header.Set(headers[i], headers[i+1])
		}
		if name := r.Header.Get("Host"); name != "" {
			r.Host = name
		}
		w := httptest.NewRecorder()
		httpapi.New(s.db, options).Handler().ServeHTTP(w, r)
		if w.Code == http.StatusUnauthorized && w.Header().Get("WWW-Authenticate") == "" {
			t.Errorf("%s: nothing says how to authenticate", path)
		}
		return w.Code
	}
	const here, there = "127.0.0.1:5000", "203.0.113.9:5000"
	closed, open := httpapi.Options{}, httpapi.Options{OpenReading: true}
	for _, path := range []string{"/api/v1/sites", "/api/v1/sites/1", "/api/v1/export/sites.csv", "/api/v1/indicators/sharing", "/api/v1/codes", "/api/v1/changes", "/api/v1/lookup?lon=105&lat=21", "/metrics"} {
		found := http.StatusOK
		if path == "/api/v1/sites/1" {
			found = http.StatusNotFound
		}
		for _, q := range []struct {
			options httpapi.Options
			from    string
			to      net.Addr
			headers []string
			want    int
		}{
			{closed, here, local, nil, found},
			{closed, here, local, []string{"Host", "127.0.0.1:8080"}, found},
			{closed, here, local, []string{"Host", "[::1]:8080"}, found},
			// a page of another site, whose name was made to lead here
			{closed, here, local, []string{"Host", "evil.example:8080"}, http.StatusUnauthorized},
			{closed, here, local, []string{"Host", "127.0.0.1.evil.example"}, http.StatusUnauthorized},
			// a proxy that says nothing of whom it asks for
			{httpapi.Options{PublicURL: &url.URL{Scheme: "https", Host: "hatang.example.vn"}}, here, local, nil, http.StatusUnauthorized},
			{httpapi.Options{TrustedProxies: []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")}}, here, local, nil, http.StatusUnauthorized},
			{httpapi.Options{PublicURL: &url.URL{Scheme: "http", Host: "localhost:8080"}}, here, local, nil, found},
			{closed, "[::1]:5000", &net.TCPAddr{IP: net.IPv6loopback}, nil, found},
			{closed, "[::ffff:127.0.0.1]:5000", local, nil, found},
			{closed, there, outer, nil, http.StatusUnauthorized},
			{closed, here, outer, nil, http.StatusUnauthorized},
			{closed, "10.0.0.1:5000", local, nil, http.StatusUnauthorized},
			{closed, "@", local, nil, http.StatusUnauthorized},
			{closed, there, outer, []string{"X-Forwarded-For", "127.0.0.1", "X-Real-Ip", "127.0.0.1", "Forwarded", "for=127.0.0.1", "Host", "localhost"}, http.StatusUnauthorized},
			{closed, here, local, []string{"X-Forwarded-For", "127.0.0.1"}, http.StatusUnauthorized}, // a proxy here asks for somebody
			{closed, there, outer, []string{"Authorization", "Bearer " + s.key}, found},
			{closed, there, outer, []string{"Authorization", "Bearer x"}, http.StatusUnauthorized},
			{open, there, outer, nil, found},
			{open, there, outer, []string{"Authorization", "Bearer x"}, http.StatusUnauthorized},
		} {
			if got := ask(q.options, q.from, q.to, path, q.headers...); got != q.want {
				t.Errorf("%s from %s to %s with %v: %d, want %d", path, q.from, q.to, q.headers, got, q.want)
			}
		}
	}
	for path, want := range map[string]int{"/livez": 200, "/readyz": 200, "/": 200, "/api/v1/openapi.yaml": 200, "/api/docs": 200, "/api/docs.css": 200, "/nothing": 404} {
		if got := ask(closed, there, outer, path); got != want {
			t.Errorf("%s from elsewhere: %d, want %d", path, got, want)
		}
	}
}

// The public reads from anywhere what it may: records on the grid and numbers.
// The rest asks for a sign-in, and nothing is left open that was not meant to be.
func TestWhatThePublicReads(t *testing.T) {
	t.Parallel()
	s := serveWith(t, httpapi.Options{PublicReading: true})
	c := s.as(t)
	c.create("units", record{"level": "commune", "code": "00001", "name": "Phường Một", "valid_from": "2020-01-01", "geometry": square(105.8, 21, 0.1)})
	for i, disclosure := range []string{"ordinary", "ordinary", "restricted", "critical"} {
		c.create("poles", record{"code": fmt.Sprint("C", i), "status": "operating", "operating_from": "2020-01-01", "disclosure": disclosure, "geometry": point(105.8123, 21.0123)})
	}
	public := c.with("Authorization", "").with("X-Forwarded-For", "203.0.113.9")
	for _, path := range []string{"/api/v1/sites", "/api/v1/export/poles.geojson", "/api/v1/codes", "/api/v1/indicators/sharing", "/api/v1/indicators/coverage",
		"/api/v1/indicators/coverage/records", "/api/v1/lookup?lon=105&lat=21", "/api/v1/villages", "/livez", "/api/v1/session"} {
		public.do(http.MethodGet, path, nil).want(http.StatusOK)
	}
	for _, path := range []string{"/api/v1/tenancies", "/api/v1/permits", "/api/v1/certificates/1", "/api/v1/export/tenancies.csv", "/api/v1/changes", "/api/v1/poles/1/history",
		"/api/v1/access", "/api/v1/indicators/sharing/records", "/api/v1/indicators/sharing-sensitivity", "/api/v1/indicators/nearest", "/api/v1/export/network." + export.NetworkFormats[0].Extension(),
		"/api/v1/accounts", "/api/v1/keys", "/metrics"} {
		if a := public.do(http.MethodGet, path, nil); a.status != http.StatusUnauthorized {
			t.Errorf("%s gives the public %d: %s", path, a.status, a.body)
		}
	}
	counts := func(c client) (total float64) {
		var answer struct {
			Items []struct {
				Key, Name string
				Counts    map[string]float64
			}
		}
		c.do(http.MethodGet, "/api/v1/indicators/counts?as_of=2026-01-01", nil).want(http.StatusOK).read(&answer)
		if len(answer.Items) != 1 || answer.Items[0].Key != "00001" || answer.Items[0].Name != "Phường Một" {
			t.Fatalf("%+v", answer)
		}
		return answer.Items[0].Counts["pole"]
	}
	if got := counts(public); got != 2 {
		t.Errorf("the public counts %v poles, want the 2 that are no secret", got)
	}
	if got := counts(c); got != 4 {
		t.Errorf("the department counts %v poles of 4", got)
	}
	for _, pole := range public.list("/api/v1/poles") {
		at := pole["geometry"].(map[string]any)["coordinates"].([]any)
		if pole["code"] != nil || at[0] != 105.81 || at[1] != 21.01 {
			t.Errorf("the public sees %v", pole)
		}
	}
}

// Who changed what of a record, when and why, in words and by filters.
func TestHistory(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c := s.as(t).with("X-Change-Reason", "ki%E1%BB%83m%20tra")
	pole := c.create("poles", record{"code": "C1", "geometry": point(105.8, 21)})
	c.with("If-Match", pole.etag("pole")).do(http.MethodPatch, fmt.Sprintf("/api/v1/poles/%d", pole.id()), record{"to_remove": true}).want(http.StatusOK)
	c.create("poles", record{"code": "C2", "geometry": point(105.8, 21)})
	type page struct {
		Items []struct {
			Op, Actor, Reason, Noun string
			Differences             []registry.Difference
			After                   map[string]any
		}
	}
	read := func(path string) (p page) {
		c.do(http.MethodGet, path, nil).want(http.StatusOK).read(&p)
		return p
	}
	h := read(fmt.Sprintf("/api/v1/poles/%d/history", pole.id()))
	if len(h.Items) != 2 || h.Items[0].Op != "create" || h.Items[1].Op != "update" || h.Items[1].Reason != "kiểm tra" || h.Items[1].Actor != "key:tester" {
		t.Fatalf("%+v", h)
	}
	if d := h.Items[1].Differences; len(d) != 1 || d[0].Field != "to_remove" || d[0].Before.VI != "không" || d[0].After.VI != "có" || d[0].After.EN != "yes" || d[0].Title.VI == "" {
		t.Errorf("%+v", d)
	}
	today := registry.DateOf(time.Now().UTC())
	for query, want := range map[string]int{
		"op=update": 1, "op=create&noun=poles": 2, "op=delete": 0, "organization=VNPT": 0, "noun=poles&in_words=true": 3,
		"noun=poles&from=" + today.String() + "&until=" + today.String(): 3, "noun=poles&until=" + today.AddDays(-1).String(): 0, "noun=poles&from=" + today.AddDays(1).String(): 0,
	} {
		if got := len(read("/api/v1/changes?" + query).Items); got != want {
			t.Errorf("%s gives %d changes, want %d", query, got, want)
		}
	}
	if got := read("/api/v1/changes").Items[0]; got.Differences != nil {
		t.Errorf("words nobody asked for: %+v", got)
	}
	c.do(http.MethodGet, "/api/v1/export/poles.csv", nil).want(http.StatusOK)
	events := read("/api/v1/changes?op=event").Items
	if !slices.ContainsFunc(events, func(e struct {
		Op, Actor, Reason, Noun string
		Differences             []registry.Difference
		After                   map[string]any
	}) bool {
		return e.Noun == "export" && e.After["noun"] == "pole"
	}) {
		t.Errorf("the export is not among the events: %+v", events)
	}
}

// A program that others can reach asks everybody for a key, those too who
// ask from the machine: a proxy there may stand before the world.
func TestReadingOfAnExposedServer(t *testing.T) {
	t.Parallel()
	s := serve(t)
	for address, want := range map[string]int{"127.0.0.1:0": http.StatusOK, "0.0.0.0:0": http.StatusUnauthorized} {
		l, err := net.Listen("tcp4", address)
		if err != nil {
			t.Fatal(err)
		}
		ctx, stop := context.WithCancel(t.Context())
		served := make(chan error, 1)
		go func() { served <- httpapi.New(s.db, httpapi.Options{}).Serve(ctx, l) }()
		_, port, err := net.SplitHostPort(l.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		var got int
		soon(t, "an answer", func() bool {
			r, err := http.Get("http://127.0.0.1:" + port + "/api/v1/sites")
			if err != nil {
				return false
			}
			got = r.StatusCode
			return r.Body.Close() == nil
		})
		if got != want {
			t.Errorf("on %s reading gives %d, want %d", address, got, want)
		}
		stop()
		if err := <-served; err != nil {
			t.Error(err)
		}
	}
}
