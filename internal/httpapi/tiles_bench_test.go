package httpapi_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"
)

// unread is an answer whose body goes nowhere.
type unread struct {
	header http.Header
	status int
}

func (u *unread) Header() http.Header         { return u.header }
func (u *unread) WriteHeader(status int)      { u.status = status }
func (u *unread) Write(b []byte) (int, error) { return len(b), nil }

// What a tile from memory costs beside what net/http takes to read the request
// and to send the answer.
func BenchmarkKeptTile(b *testing.B) {
	s := serve(b)
	go s.KeepTiles(b.Context())
	c := s.as(b)
	c.create("organizations", record{"code": "VNPT", "name": "VNPT", "kind": "operator"})
	c.create("poles", record{"code": "C1", "owner": "VNPT", "operating_from": "2021-05-01", "geometry": point(exactLon, exactLat)})
	handler := s.Handler()
	r := httptest.NewRequest(http.MethodGet, fmt.Sprintf("/tiles/poles/%s.mvt", tileAt(14, exactLon, exactLat)), nil)
	r.Host, r.RemoteAddr = "localhost", "127.0.0.1:1"
	r.Header.Set("Accept-Encoding", "gzip")
	for before := s.TileStats().Hits; s.TileStats().Hits == before; time.Sleep(time.Millisecond) {
		handler.ServeHTTP(httptest.NewRecorder(), r)
	}
	b.ReportAllocs()
	for b.Loop() {
		w := unread{header: http.Header{}}
		handler.ServeHTTP(&w, r)
		if w.status != http.StatusOK {
			b.Fatal(w.status)
		}
	}
}
