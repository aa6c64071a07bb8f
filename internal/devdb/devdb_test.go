package devdb

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/hatangso/hatangso/internal/registry"
)

// joinEnv makes the test binary another process that starts or joins the
// cluster in the directory it names, tells so, and closes it when its
// standard input ends.
const joinEnv = "HATANGSO_DEVDB_TEST_JOIN"

func TestMain(m *testing.M) {
	if dir := os.Getenv(joinEnv); dir != "" {
		if err := join(dir); err != nil {
			fmt.Println("error:", err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

func join(dir string) error {
	c, err := Start(context.Background(), Options{Home: dir, Fast: true})
	if err != nil {
		return err
	}
	if err := version(c.DSN("postgres")); err != nil {
		return err
	}
	fmt.Println("joined")
	io.Copy(io.Discard, os.Stdin)
	return c.Close()
}

// version makes sure that PostGIS works behind a DSN.
func version(dsn string) error {
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	var one int
	return conn.QueryRow(ctx, `SELECT count(*) FROM pg_available_extensions WHERE name = 'postgis' HAVING count(*) = 1`).Scan(&one)
}

// process is another user of a cluster.
type process struct {
	*exec.Cmd
	stdin io.Closer
}

// another starts a process that joins the cluster in dir, as uid when that is
// not 0, and returns once it has joined.
func another(t *testing.T, dir string, uid int) *process {
	t.Helper()
	p, err := tryAnother(t, dir, uid)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func tryAnother(t *testing.T, dir string, uid int) (*process, error) {
	exe, err := os.Executable()
	if err != nil {
		return nil, err
	}
	if uid != 0 { // go test builds in a directory that only we can enter
		exe = copyFile(t, exe, filepath.Join(passable(t), "devdb.test"))
	}
	cmd := exec.Command(exe)
	cmd.Dir = "/"
	cmd.Env = []string{joinEnv + "=" + dir}
	cmd.Stderr = os.Stderr
	if uid != 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(uid)}}
	}
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	t.Cleanup(func() { cmd.Process.Kill() })
	said, _ := bufio.NewReader(stdout).ReadString('\n')
	if said != "joined\n" {
		rest, _ := io.ReadAll(stdout)
		return nil, fmt.Errorf("the other process said %q", said+string(rest))
	}
	return &process{cmd, stdin}, nil
}

// leave lets the process close the cluster and end.
func (p *process) leave(t *testing.T) {
	t.Helper()
	p.stdin.Close()
	if err := p.Wait(); err != nil {
		t.Errorf("the other process: %v", err)
	}
}

func copyFile(t *testing.T, from, to string) string {
	t.Helper()
	b, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, b, 0o755); err != nil {
		t.Fatal(err)
	}
	return to
}

// passable is a temporary directory that every user may pass through, which
// t.TempDir is not.
func passable(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "devdb")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

// newHomeDir is the path of a home not made yet, whose server is stopped when
// the test ends.
func newHomeDir(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(passable(t), "home")
	t.Cleanup(func() {
		if err := Stop(context.Background(), dir); err != nil {
			t.Errorf("stop: %v", err)
		}
	})
	return dir
}

func start(t *testing.T, dir string) *Cluster {
	t.Helper()
	c, err := Start(t.Context(), Options{Home: dir, Fast: true, Log: t.Output()})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func look(t *testing.T, dir string) Status {
	t.Helper()
	s, err := Look(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestStartJoinClose(t *testing.T) {
	t.Parallel()
	dir := newHomeDir(t)
	if s := look(t, dir); s.Running || s.InUse || s.Major != 0 {
		t.Errorf("before the start: %+v", s)
	}

	c := start(t, dir)
	first := look(t, dir)
	if !first.Running || !first.InUse || first.PID == 0 || first.Major < MinMajor {
		t.Errorf("after the start: %+v", first)
	}
	if group, err := syscall.Getpgid(first.PID); err != nil || group == syscall.Getpgrp() {
		t.Errorf("the server is in process group %d, ours, %v: Ctrl-C would stop it", group, err)
	}
	for range 2 {
		if err := c.CreateDatabase(t.Context(), `hạ tầng "số"`); err != nil {
			t.Fatal(err)
		}
	}
	pool, err := pgxpool.New(t.Context(), c.DSN(`hạ tầng "số"`))
	if err != nil {
		t.Fatal(err)
	}
	var db, listen, provider string
	err = pool.QueryRow(t.Context(), `CREATE EXTENSION postgis`).Scan()
	if err != nil && !errors.Is(err, pgx.ErrNoRows) {
		t.Fatal(err)
	}
	err = pool.QueryRow(t.Context(), `
		SELECT current_database(), current_setting('listen_addresses'), datlocprovider::text || daticulocale
		FROM pg_database WHERE datname = current_database()`).Scan(&db, &listen, &provider)
	if err != nil {
		t.Fatal(err)
	}
	if db != `hạ tầng "số"` || listen != "" || provider != "ivi" {
		t.Errorf("database %q listens on %q with locale %q", db, listen, provider)
	}
	pool.Close()

	second := start(t, dir)
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	if s := look(t, dir); s.PID != first.PID || !s.InUse {
		t.Errorf("after the first of two closed: %+v, want server %d", s, first.PID)
	}
	if err := second.Close(); err != nil {
		t.Fatal(err)
	}
	if err := second.Close(); err != nil {
		t.Errorf("closed twice: %v", err)
	}
	if s := look(t, dir); s.Running || s.InUse {
		t.Errorf("after both closed: %+v", s)
	}

	again := start(t, dir)
	if err := version(again.DSN(`hạ tầng "số"`)); err != nil {
		t.Errorf("the database did not outlast a stop: %v", err)
	}
	if err := again.Stop(t.Context()); err != nil {
		t.Fatal(err)
	}
	if s := look(t, dir); s.Running || s.InUse {
		t.Errorf("after Stop: %+v", s)
	}
}

func TestConcurrentStarts(t *testing.T) {
	t.Parallel()
	dir := newHomeDir(t)
	const n = 4
	var (
		all [n]*process
		wg  sync.WaitGroup
	)
	for i := range n {
		wg.Go(func() {
			p, err := tryAnother(t, dir, 0)
			if err != nil {
				t.Error(err)
			}
			all[i] = p
		})
	}
	wg.Wait()
	if t.Failed() {
		t.FailNow()
	}
	log, err := os.ReadFile(filepath.Join(dir, "postgres.log"))
	if err != nil {
		t.Fatal(err)
	}
	if starts := strings.Count(string(log), "starting PostgreSQL"); starts != 1 {
		t.Errorf("%d processes started at once made %d servers:\n%s", n, starts, log)
	}
	pid := look(t, dir).PID
	for i, p := range all {
		if s := look(t, dir); s.PID != pid {
			t.Errorf("server %d became %d after %d of %d left", pid, s.PID, i, n)
		}
		p.leave(t)
	}
	if s := look(t, dir); s.Running {
		t.Error("the server runs on after the last user left")
	}
}

func TestKilledUserLeavesServer(t *testing.T) {
	t.Parallel()
	dir := newHomeDir(t)
	p := another(t, dir, 0)
	pid := look(t, dir).PID
	if err := p.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	p.Wait()
	if s := look(t, dir); s.PID != pid || s.InUse {
		t.Errorf("after kill -9 of its user: %+v, want server %d, not in use", s, pid)
	}
	c := start(t, dir)
	if s := look(t, dir); s.PID != pid {
		t.Errorf("server %d, want %d joined", s.PID, pid)
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	if look(t, dir).Running {
		t.Error("the joiner was alone and closed, yet the server runs")
	}
}

func TestKilledServerRecovers(t *testing.T) {
	t.Parallel()
	dir := newHomeDir(t)
	var said strings.Builder
	c, err := Start(t.Context(), Options{Home: dir, Log: &said}) // safe, not Fast
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(said.String(), "Đang tạo") || !strings.Contains(said.String(), "starting PostgreSQL") {
		t.Errorf("the log says %q", said.String())
	}
	if err := c.CreateDatabase(t.Context(), "kept"); err != nil {
		t.Fatal(err)
	}
	if got := settings(t, c.DSN("kept"), "fsync", "full_page_writes", "synchronous_commit", "data_checksums", "shared_buffers", "jit"); got != "on on on on 256MB off" {
		t.Errorf("settings: %s", got)
	}
	if err := syscall.Kill(look(t, dir).PID, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	for look(t, dir).Running {
		time.Sleep(patience)
	}
	if err := Stop(t.Context(), dir); err != nil {
		t.Errorf("stop of a server that died: %v", err)
	}
	if err := c.Close(); err != nil {
		t.Errorf("close of a server that died: %v", err)
	}
	again := start(t, dir)
	defer again.Close()
	if got := settings(t, again.DSN("kept"), "fsync", "full_page_writes", "synchronous_commit"); got != "off off off" {
		t.Errorf("settings of a fast server: %s", got)
	}
}

// settings gives the values of some settings, with blanks between.
func settings(t *testing.T, dsn string, names ...string) (values string) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(t.Context())
	err = conn.QueryRow(t.Context(), `SELECT string_agg(current_setting(n), ' ' ORDER BY i) FROM unnest($1::text[]) WITH ORDINALITY AS s (n, i)`, names).Scan(&values)
	if err != nil {
		t.Fatal(err)
	}
	return values
}

func TestOtherUser(t *testing.T) {
	t.Parallel()
	uid, dir := 0, newHomeDir(t)
	if os.Geteuid() == 0 {
		uid = 65534 // nobody, who has no home and no group of ours
		if err := os.Chmod(filepath.Dir(dir), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	p := another(t, dir, uid)
	owner, err := ownerOf(filepath.Join(dir, "data"))
	if err != nil {
		t.Fatal(err)
	}
	if want := max(uid, os.Geteuid()); owner != want {
		t.Errorf("the data belong to uid %d, want %d", owner, want)
	}
	p.leave(t)
}

func TestOtherVersionRefused(t *testing.T) {
	t.Parallel()
	dir := newHomeDir(t)
	data := filepath.Join(dir, "data")
	if err := os.MkdirAll(data, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(data, "PG_VERSION"), []byte("14\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	wantError(t, dir, registry.CodeConflict, "PostgreSQL 14", "pg_upgrade", "apt-get install postgresql-14-postgis-3")
	if b, err := os.ReadFile(filepath.Join(data, "PG_VERSION")); err != nil || string(b) != "14\n" {
		t.Errorf("the data were touched: %q, %v", b, err)
	}
}

func TestForeignDataRefused(t *testing.T) {
	t.Parallel()
	dir := newHomeDir(t)
	precious := filepath.Join(dir, "data", "thesis.odt")
	if err := os.MkdirAll(filepath.Dir(precious), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(precious, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	wantError(t, dir, registry.CodeConflict, "neither PostgreSQL data nor empty")
	if _, err := os.Stat(precious); err != nil {
		t.Error(err)
	}
}

func TestUnfinishedInitdbRecovered(t *testing.T) {
	t.Parallel()
	dir := newHomeDir(t)
	left := filepath.Join(dir, unfinished+"123", "base")
	kept := filepath.Join(dir, unfinished+"456", "postmaster.opts")
	for _, d := range []string{left, filepath.Dir(kept), filepath.Join(dir, "data")} {
		if err := os.MkdirAll(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(kept, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	c := start(t, dir)
	defer c.Close()
	if _, err := os.Stat(left); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("an unfinished initdb stays: %v", err)
	}
	if _, err := os.Stat(kept); err != nil {
		t.Errorf("a directory that a server ran in is gone: %v", err)
	}
}

// An initdb whose parent was killed goes on; nobody may start beside it.
func TestKilledInInitdb(t *testing.T) {
	t.Parallel()
	dir := newHomeDir(t)
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe)
	cmd.Env = []string{joinEnv + "=" + dir}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(time.Millisecond) {
		if found, _ := filepath.Glob(filepath.Join(dir, unfinished+"*", "*")); len(found) > 0 {
			break
		}
		if time.Now().After(deadline) {
			t.Fatal("initdb did not begin")
		}
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	cmd.Wait()
	h, err := newHome(dir)
	if err != nil {
		t.Fatal(err)
	}
	l, err := h.tryLock(startLock, exclusive)
	if err != nil {
		t.Fatal(err)
	}
	if l != nil {
		l.release()
		t.Error("the orphaned initdb holds no lock")
	}
	c := start(t, dir)
	if err := version(c.DSN("postgres")); err != nil {
		t.Error(err)
	}
	if err := c.Close(); err != nil {
		t.Error(err)
	}
}

func TestLongPath(t *testing.T) {
	t.Parallel()
	for _, name := range []string{strings.Repeat("hạ-tầng-số-", 12), "a, b"} {
		dir := filepath.Join(passable(t), name, "home")
		c := start(t, dir)
		if !strings.HasPrefix(c.home.socketDir, "/tmp/hatangso-") {
			t.Errorf("the socket of %q is in %q", dir, c.home.socketDir)
		}
		if err := version(c.DSN("postgres")); err != nil {
			t.Error(err)
		}
		if err := c.Close(); err != nil {
			t.Error(err)
		}
		if err := os.Remove(c.home.socketDir); err != nil {
			t.Error(err)
		}
	}
}

func TestSocketPathFits(t *testing.T) {
	t.Parallel()
	for n := 1; n < 200; n++ {
		dir := "/" + strings.Repeat("x", n)
		if path := filepath.Join(socketDir(dir, 4294967294), ".s.PGSQL.5432"); len(path) > maxSocketPath {
			t.Fatalf("home of %d bytes: socket path %q has %d bytes", n, path, len(path))
		}
	}
	if socketDir(strings.Repeat("/long", 30), 1) == socketDir(strings.Repeat("/lang", 30), 1) {
		t.Error("two homes share a socket directory")
	}
}

// A stranger who made the short socket directory first must not get us to
// talk through it.
func TestStrangeSocketDirRefused(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(passable(t), strings.Repeat("x", maxSocketPath))
	h, err := newHome(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(h.socketDir, 0o700); err != nil {
		t.Fatal(err)
	}
	defer os.Remove(h.socketDir)
	if err := os.Chmod(h.socketDir, 0o777); err != nil {
		t.Fatal(err)
	}
	wantError(t, dir, registry.CodeForbidden, "must be a private directory")
}

func TestParentInTheWay(t *testing.T) {
	t.Parallel()
	parent := filepath.Join(passable(t), "closed")
	dir := filepath.Join(parent, "home")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	mode := fs.FileMode(0o700) // root's own: closed to postgres
	if os.Geteuid() != 0 {
		mode = 0
	}
	if err := os.Chmod(parent, mode); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(parent, 0o755)
	wantError(t, dir, registry.CodeForbidden, parent, "HATANGSO_HOME")
}

func TestFailedStartShowsLog(t *testing.T) {
	t.Parallel()
	dir := newHomeDir(t)
	if err := start(t, dir).Close(); err != nil {
		t.Fatal(err)
	}
	if err := appendTo(filepath.Join(dir, "data", "postgresql.conf"), "work_mem = 'nhiều'\n"); err != nil {
		t.Fatal(err)
	}
	wantError(t, dir, registry.CodeUnavailable, "postgres.log", `"work_mem": "nhiều"`)
}

func TestStartGivesUpWithContext(t *testing.T) {
	t.Parallel()
	dir := newHomeDir(t)
	h, err := openHome(dir)
	if err != nil {
		t.Fatal(err)
	}
	busy, err := h.tryLock(startLock, exclusive)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 5*patience)
	defer cancel()
	if _, err = Start(ctx, Options{Home: dir, Fast: true}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("while another starts: %v", err)
	}
	busy.release()

	ctx, cancel = context.WithTimeout(t.Context(), 200*time.Millisecond) // in the middle of initdb
	defer cancel()
	if _, err = Start(ctx, Options{Home: dir, Fast: true}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("in initdb: %v", err)
	}
	if err := start(t, dir).Close(); err != nil {
		t.Error(err)
	}
}

func TestDefaultHome(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		uid             int
		home, xdg, want string
	}{
		{0, "/root", "/root/.data", "/var/lib/hatangso"},
		{0, "", "", "/var/lib/hatangso"},
		{1000, "/home/lan", "", "/home/lan/.local/share/hatangso"},
		{1000, "/home/lan", "/data/lan", "/data/lan/hatangso"},
		{1000, "/home/lan", "relative", "/home/lan/.local/share/hatangso"},
		{1000, "", "/data/lan", "/data/lan/hatangso"},
	} {
		got, err := DefaultHome(c.uid, c.home, c.xdg)
		if err != nil || got != c.want {
			t.Errorf("DefaultHome(%d, %q, %q) = %q, %v, want %q", c.uid, c.home, c.xdg, got, err, c.want)
		}
	}
	if got, err := DefaultHome(1000, "", ""); registry.CodeOf(err) != registry.CodeInvalid {
		t.Errorf("without any directory: %q, %v", got, err)
	}
	if _, err := Start(t.Context(), Options{}); registry.CodeOf(err) != registry.CodeInvalid {
		t.Errorf("Start without a home: %v", err)
	}
}

// wantError wants Start to refuse, in words that hold each of a list.
func wantError(t *testing.T, dir string, code registry.Code, words ...string) {
	t.Helper()
	c, err := Start(t.Context(), Options{Home: dir, Fast: true})
	if err == nil {
		c.Close()
		t.Fatal("started")
	}
	if got := registry.CodeOf(err); got != code {
		t.Errorf("code %q, want %q: %v", got, code, err)
	}
	for _, w := range words {
		if !strings.Contains(err.Error(), w) {
			t.Errorf("the error does not say %q: %v", w, err)
		}
	}
}
