package httpapi_test

import (
	"context"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/fstest"

	"github.com/hatangso/hatangso/internal/httpapi"
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
		r.RemoteAddr = from
		r = r.WithContext(context.WithValue(r.Context(), http.LocalAddrContextKey, to))
		for i := 0; i < len(headers); i += 2 {
			r.Header.Set(headers[i], headers[i+1])
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
