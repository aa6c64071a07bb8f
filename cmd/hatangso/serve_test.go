package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/pgtest"
)

// lines gathers what a command prints while it runs.
type lines struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *lines) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(b)
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// running is a command that goes on until it is told to stop.
type running struct {
	out, err lines
	cancel   context.CancelFunc
	status   chan int
}

func (c cli) start(t testing.TB, line string) *running {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	r := &running{cancel: cancel, status: make(chan int, 1)}
	args := strings.Fields(line)
	if c.dsn != "" {
		args = append([]string{"--database", c.dsn}, args...)
	}
	go func() { r.status <- run(ctx, args, c.env, &r.out, &r.err) }()
	t.Cleanup(cancel)
	return r
}

// first waits for the first line a command prints.
func (r *running) first(t testing.TB) string {
	t.Helper()
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		if line, _, ok := strings.Cut(r.out.String(), "\n"); ok {
			return line
		}
		select {
		case status := <-r.status:
			t.Fatalf("it ended with status %d: %s", status, r.err.String())
		default:
		}
	}
	t.Fatal("it printed nothing within a minute")
	return ""
}

// stop interrupts a command and gives its exit status.
func (r *running) stop(t testing.TB) int {
	t.Helper()
	r.cancel()
	select {
	case status := <-r.status:
		return status
	case <-time.After(time.Minute):
		t.Fatal("it does not stop")
		return -1
	}
}

// From an empty database to a write over HTTP, by the commands of the manual.
func TestServe(t *testing.T) {
	t.Parallel()
	c := register(t)
	c.ok(t, "migrate").says(t, "Lược đồ ở bản")
	first := c.ok(t, "migrate").out
	if again := c.with("HATANGSO_LANG", "en").ok(t, "migrate"); !strings.Contains(again.out, "The schema is at version") || first == "" {
		t.Errorf("migrate says %q, then %q", first, again.out)
	}
	key := strings.TrimSpace(c.ok(t, "key create máy-1 --days 30 --description nạp-dữ-liệu").out)
	server := c.start(t, "serve --addr 127.0.0.1:0")
	url := server.first(t)
	get := func(path string) (int, string) {
		t.Helper()
		response, err := http.Get(url + path)
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close()
		b, err := io.ReadAll(response.Body)
		if err != nil {
			t.Fatal(err)
		}
		return response.StatusCode, string(b)
	}
	if status, body := get("/readyz"); status != http.StatusOK {
		t.Errorf("/readyz gives %d %s", status, body)
	}
	address := strings.TrimPrefix(url, "http://")
	c.with("HATANGSO_ADDR", address).ok(t, "health").says(t, "Sẵn sàng")
	_, port, _ := strings.Cut(address, ":")
	c.with("HATANGSO_ADDR", ":"+port).with("HATANGSO_LANG", "en").ok(t, "health").says(t, "Ready, schema version")
	c.do(t, "serve --addr "+address).want(t, statusFailed).says(t, "Không mở được địa chỉ "+address)

	post := func(key string) int {
		t.Helper()
		request, err := http.NewRequest(http.MethodPost, url+"/api/v1/sites", strings.NewReader(`{"code":"HD1","geometry":{"type":"Point","coordinates":[106.33,20.94]}}`))
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Content-Type", "application/json")
		if key != "" {
			request.Header.Set("Authorization", "Bearer "+key)
		}
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		return response.StatusCode
	}
	if status := post(""); status != http.StatusUnauthorized {
		t.Errorf("a write without a key gives %d", status)
	}
	if status := post(key); status != http.StatusCreated {
		t.Errorf("a write gives %d", status)
	}
	if n := c.count(t, "sites"); n != 1 {
		t.Errorf("%d sites after the write", n)
	}
	c.ok(t, "key list").says(t, "máy-1", "đến", key[:len("hatangso_key_0000")]+"…")
	c.do(t, "key create máy-1").want(t, statusFailed)
	c.ok(t, "key revoke máy-1")
	if status := post(key); status != http.StatusUnauthorized {
		t.Errorf("a revoked key gives %d", status)
	}
	c.ok(t, "token list").says(t, "đã thu hồi") // as it was called
	c.do(t, "key revoke máy-2").want(t, statusFailed)

	if status := server.stop(t); status != statusDone {
		t.Errorf("the server ends with status %d: %s", status, server.err.String())
	}
	for _, line := range strings.Split(strings.TrimSpace(server.err.String()), "\n") {
		if !json.Valid([]byte(line)) {
			t.Errorf("the log has %q", line)
		}
	}
	c.with("HATANGSO_ADDR", address).do(t, "health").want(t, statusFailed).says(t, address)
}

// bare gives the command line over a database without any schema.
func bare(t testing.TB) cli {
	t.Helper()
	beside := pgtest.New(t)
	conn, err := pgx.Connect(t.Context(), beside)
	if err != nil {
		t.Fatal(err)
	}
	name := conn.Config().Database + "_bare"
	if _, err := conn.Exec(t.Context(), `CREATE DATABASE `+pgx.Identifier{name}.Sanitize()+` TEMPLATE template0`); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute) // the test's own has ended
		defer cancel()
		if _, err := conn.Exec(ctx, `DROP DATABASE `+pgx.Identifier{name}.Sanitize()+` WITH (FORCE)`); err != nil {
			t.Error(err)
		}
		conn.Close(ctx)
	})
	u, err := url.Parse(beside)
	if err != nil {
		t.Fatal(err)
	}
	u.Path = "/" + name
	return cli{dsn: u.String(), env: map[string]string{}}
}

// A server does not work on a schema it does not know, and says what to do.
func TestOldSchema(t *testing.T) {
	t.Parallel()
	empty := bare(t)
	for _, line := range []string{"serve --addr 127.0.0.1:0", "demo", "import sites " + file(t, "x.csv", "code,lon,lat\nA,106,20\n"), "export sites", "indicators coverage", "key list"} {
		empty.do(t, line).want(t, statusFailed).says(t, "hatangso migrate")
		empty.with("HATANGSO_LANG", "en").do(t, line).want(t, statusFailed).says(t, "Run: hatangso migrate")
	}
	empty.ok(t, "migrate")
	empty.ok(t, "export sites")
}
