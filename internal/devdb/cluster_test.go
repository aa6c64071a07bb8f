package devdb

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/hatangso/hatangso/internal/registry"
)

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
	orphan, err := strconv.Atoi(ask(t, c.DSN("kept"), `SELECT pid::text FROM pg_stat_activity WHERE backend_type = 'checkpointer'`))
	if err != nil {
		t.Fatal(err)
	}
	// one of its processes notices only later that the server is gone
	if err := errors.Join(syscall.Kill(orphan, syscall.SIGSTOP), syscall.Kill(look(t, dir).PID, syscall.SIGKILL)); err != nil {
		t.Fatal(err)
	}
	for look(t, dir).Running {
		time.Sleep(patience)
	}
	time.AfterFunc(time.Second, func() { _ = syscall.Kill(orphan, syscall.SIGCONT) })
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
	return ask(t, dsn, `SELECT string_agg(current_setting(n), ' ' ORDER BY i) FROM unnest($1::text[]) WITH ORDINALITY AS s (n, i)`, names)
}

// ask gives the one text that a query finds.
func ask(t *testing.T, dsn, query string, args ...any) (text string) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(t.Context())
	if err := conn.QueryRow(t.Context(), query, args...).Scan(&text); err != nil {
		t.Fatal(err)
	}
	return text
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
