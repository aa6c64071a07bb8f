package devdb

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/hatangso/hatangso/internal/registry"
)

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
