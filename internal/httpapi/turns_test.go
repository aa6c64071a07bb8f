package httpapi_test

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// Readers who ask for files and take nothing keep nobody else out.
func TestAttackStalledReaders(t *testing.T) {
	t.Parallel()
	s := serve(t)
	// more than the buffers between a server and a reader hold
	s.insert(t, `INSERT INTO asset (kind, code, note, geom) SELECT 'pole', 'P' || i, repeat('x', 2000), ST_SetSRID(ST_MakePoint(105.8 + i / 1e5, 21), 4326) FROM generate_series(1, 6000) i`)
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

// Who asks for what takes as long as it may keeps nobody else out.
func TestAttackHeavyFilters(t *testing.T) {
	t.Parallel()
	s := serve(t)
	s.insert(t, `INSERT INTO asset (kind, code, geom) SELECT 'pole', 'P' || i, ST_SetSRID(ST_MakePoint(105.8 + i / 1e6, 21), 4326) FROM generate_series(1, 20000) i`)
	touches := make([]string, 150)
	for i := range touches {
		touches[i] = fmt.Sprintf("S_TOUCHES(geometry,BBOX(105,20,107.%d,22))", 100+i)
	}
	path := s.url + "/ogc/collections/poles/items?limit=1&filter=" + url.QueryEscape(strings.Join(touches, " OR "))
	ctx, stop := context.WithCancel(t.Context())
	var asking sync.WaitGroup
	defer asking.Wait()
	defer stop()
	for range s.db.PoolStat().MaxConns() + 2 {
		asking.Go(func() {
			r, err := http.NewRequestWithContext(ctx, http.MethodGet, path, nil)
			if err != nil {
				t.Error(err)
				return
			}
			if answer, err := http.DefaultClient.Do(r); err == nil {
				answer.Body.Close()
				t.Errorf("a filter that should take long is answered %d", answer.StatusCode)
			}
		})
	}
	soon(t, "a filter worked on", func() bool {
		var at int
		if err := s.sql.QueryRow(t.Context(), `SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query ILIKE '%st_touches%' AND pid <> pg_backend_pid()`).Scan(&at); err != nil {
			t.Fatal(err)
		}
		return at > 0
	})
	time.Sleep(time.Second) // for all who will get a connection to have it
	answer, err := http.Get(s.url + "/api/v1/sites")
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
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

// insert writes rows by SQL, as somebody.
func (s *server) insert(t *testing.T, sql string) {
	t.Helper()
	if err := pgx.BeginFunc(t.Context(), s.sql, func(tx pgx.Tx) error {
		if _, err := tx.Exec(t.Context(), `SELECT set_config('hatangso.actor', 'sql', true)`); err != nil {
			return err
		}
		_, err := tx.Exec(t.Context(), sql)
		return err
	}); err != nil {
		t.Fatal(err)
	}
}
