package devdb

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hatangso/hatangso/internal/registry"
)

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
