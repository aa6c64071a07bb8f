package httpapi_test

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

// Readers who ask for files and take nothing keep nobody else out.
func TestAttackStalledReaders(t *testing.T) {
	t.Parallel()
	s := serve(t)
	tx, err := s.sql.Begin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback(t.Context())
	// more than the buffers between a server and a reader hold
	if _, err := tx.Exec(t.Context(), `SELECT set_config('hatangso.actor', 'sql', true)`); err != nil {
		t.Fatal(err)
	}
	if _, err := tx.Exec(t.Context(), `INSERT INTO asset (kind, code, note, geom) SELECT 'pole', 'P' || i, repeat('x', 2000), ST_SetSRID(ST_MakePoint(105.8 + i / 1e5, 21), 4326)
		FROM generate_series(1, 6000) i`); err != nil {
		t.Fatal(err)
	}
	if err := tx.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
	var stalled []net.Conn
	for range s.db.PoolStat().MaxConns() + 2 {
		conn, err := net.Dial("tcp", strings.TrimPrefix(s.url, "http://"))
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		if err := conn.(*net.TCPConn).SetReadBuffer(4096); err != nil {
			t.Fatal(err)
		}
		if _, err := fmt.Fprintf(conn, "GET /api/v1/export/poles.geojson HTTP/1.1\r\nHost: localhost\r\n\r\n"); err != nil {
			t.Fatal(err)
		}
		stalled = append(stalled, conn)
	}
	soon(t, "the first file", func() bool { // begins, and stops when nobody takes it
		_, err := io.ReadFull(stalled[0], make([]byte, 1))
		return err == nil
	})
	time.Sleep(time.Second) // for all who will get a connection to have it
	ctx, stop := context.WithTimeout(t.Context(), 15*time.Second)
	defer stop()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.url+"/api/v1/sites", nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatalf("others are kept out by %d who take nothing: %v", len(stalled), err)
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		t.Errorf("others are answered %d", answer.StatusCode)
	}
}

// What is shown to one no cache shows to another.
func TestAnswersAreKeptFromOthers(t *testing.T) {
	t.Parallel()
	s := serve(t)
	for _, path := range []string{"/api/v1/sites", "/api/v1/export/sites.csv", "/api/v1/indicators/counts", "/api/v1/sites/1"} {
		answer, err := http.Get(s.url + path)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if cache, vary := answer.Header.Get("Cache-Control"), strings.Join(answer.Header.Values("Vary"), ", "); !strings.HasPrefix(cache, "private") ||
			!strings.Contains(vary, "Cookie") || !strings.Contains(vary, "Authorization") {
			t.Errorf("%s: Cache-Control %q, Vary %q", path, cache, vary)
		}
	}
}
