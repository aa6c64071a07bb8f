package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// cluster is what `devdb status --json` prints.
type cluster struct {
	Home    string `json:"home"`
	Running bool   `json:"running"`
	InUse   bool   `json:"in_use"`
	PID     int    `json:"pid"`
	DSN     string `json:"dsn"`
}

// The private cluster is looked at without being made, started, joined by other
// commands, and stopped.
func TestDevdb(t *testing.T) {
	t.Parallel()
	parent, err := os.MkdirTemp("", "hatangso")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(parent) })
	// as root the server is another user, who has to get there
	if err := os.Chmod(parent, 0o755); err != nil {
		t.Fatal(err)
	}
	home := filepath.Join(parent, "home")
	c := cli{env: map[string]string{"HATANGSO_HOME": home}}
	english := c.with("HATANGSO_LANG", "en")
	look := func() (s cluster) {
		t.Helper()
		c.ok(t, "devdb status --json").read(t, &s)
		return s
	}

	c.ok(t, "devdb status").says(t, "Thư mục: "+home, "Dữ liệu: chưa có", "Trạng thái: không chạy")
	english.ok(t, "devdb status").says(t, "Directory: "+home, "Data: none yet", "State: not running", "In use: nobody")
	if s := look(); s.Home != home || s.Running || s.InUse || s.PID != 0 {
		t.Errorf("%+v", s)
	}
	c.ok(t, "devdb stop").says(t, "Cụm không chạy.")
	if _, err := os.Stat(home); !os.IsNotExist(err) {
		t.Errorf("looking made the directory: %v", err)
	}

	server := c.start(t, "devdb")
	t.Cleanup(func() { c.do(t, "devdb stop") })
	dsn := server.first(t)
	if s := look(); !s.Running || !s.InUse || s.PID == 0 || s.DSN != dsn || strings.TrimSpace(c.ok(t, "devdb status --dsn").out) != dsn {
		t.Errorf("%+v, and it printed %q", s, dsn)
	}
	c.ok(t, "devdb status").says(t, "Dữ liệu: PostgreSQL 1", "đang chạy (pid ", "Đang dùng: có")
	// a command that names no database joins it
	c.do(t, "export sites").want(t, statusFailed).says(t, "hatangso migrate")
	c.ok(t, "migrate")
	c.ok(t, "import poles", file(t, "x.csv", "code,lon,lat\nA,106,20\n"))
	if n := c.count(t, "poles"); n != 1 {
		t.Errorf("%d poles", n)
	}
	if status := server.stop(t); status != statusDone {
		t.Errorf("it ends with status %d: %s", status, server.err.String())
	}
	if s := look(); s.Running || s.InUse {
		t.Errorf("after the last user: %+v", s)
	}
	english.ok(t, "devdb stop").says(t, "The cluster does not run.")
}
