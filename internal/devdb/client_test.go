package devdb

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/hatangso/hatangso/internal/registry"
)

func TestClient(t *testing.T) {
	t.Parallel()
	var dirs []string
	for _, version := range []string{"15.4", "17.1", "16.2"} {
		dir := t.TempDir()
		script := "#!/bin/sh\necho 'pg_dump (PostgreSQL) " + version + "'\n"
		if err := os.WriteFile(filepath.Join(dir, "pg_dump"), []byte(script), 0o700); err != nil { // #nosec G306 -- a program
			t.Fatal(err)
		}
		dirs = append(dirs, dir)
	}
	if path, err := client(append(dirs, t.TempDir()), "pg_dump", 16); err != nil || path != filepath.Join(dirs[1], "pg_dump") {
		t.Errorf("%s, %v", path, err)
	}
	for _, x := range []struct {
		name  string
		major int
	}{{"pg_dump", 18}, {"pg_restore", 15}} {
		if path, err := client(dirs, x.name, x.major); registry.CodeOf(err) != registry.CodeUnavailable {
			t.Errorf("%s of %d: %s, %v", x.name, x.major, path, err)
		}
	}
	if _, err := Client("pg_dump", MinMajor); err != nil {
		t.Error(err)
	}
}
