package devdb

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// fakeInstall lays out an installed PostgreSQL whose programs only answer
// questions.
func fakeInstall(t *testing.T, version string, postgis bool) string {
	t.Helper()
	root := t.TempDir()
	bin, extension := filepath.Join(root, "bin"), filepath.Join(root, "share", "extension")
	for _, d := range []string{bin, extension} {
		if err := os.MkdirAll(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for name, says := range map[string]string{
		"postgres":  "postgres (PostgreSQL) " + version,
		"pg_config": filepath.Join(root, "share"),
		"initdb":    "",
	} {
		script := fmt.Sprintf("#!/bin/sh\necho '%s'\n", says)
		if err := os.WriteFile(filepath.Join(bin, name), []byte(script), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if postgis {
		if err := os.WriteFile(filepath.Join(extension, "postgis.control"), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return bin
}

func TestNewest(t *testing.T) {
	t.Parallel()
	var (
		old     = fakeInstall(t, "14.9 (Debian 14.9-1)", true)
		lowest  = fakeInstall(t, "15.18 (Debian 15.18-0+deb12u1)", true)
		newer   = fakeInstall(t, "18beta1", true)
		without = fakeInstall(t, "19.0", false)
		client  = t.TempDir()
	)
	for _, c := range []struct {
		name  string
		dirs  []string
		want  string
		wrong string // what the error says
	}{
		{"nothing", nil, "", "apt-get install postgresql-15-postgis-3"},
		{"too old", []string{old}, "", "apt-get install postgresql-15-postgis-3"},
		{"no PostGIS", []string{without, old}, "", "apt-get install postgresql-19-postgis-3"},
		{"only one will do", []string{client, old, lowest, without}, lowest, ""},
		{"the newest of several", []string{lowest, newer, without}, newer, ""},
	} {
		b, err := newest(installed(c.dirs))
		if c.wrong == "" {
			if err != nil || b.Dir != c.want {
				t.Errorf("%s: %v, %v, want %s", c.name, b, err, c.want)
			}
			continue
		}
		if !errors.Is(err, ErrNotInstalled) || !strings.Contains(err.Error(), c.wrong) {
			t.Errorf("%s: %v, want ErrNotInstalled saying %q", c.name, err, c.wrong)
		}
	}
}

func TestForData(t *testing.T) {
	t.Parallel()
	lowest, newer := fakeInstall(t, "15.18", true), fakeInstall(t, "17.2", true)
	all := installed([]string{newer, lowest})
	if b, err := forData(all, "data", 15); err != nil || b.Dir != lowest {
		t.Errorf("data of 15 beside 17: %v, %v", b, err)
	}
	_, err := forData(all, "data", 16)
	if err == nil || !strings.Contains(err.Error(), "apt-get install postgresql-16-postgis-3") {
		t.Errorf("data of 16: %v", err)
	}
	if _, err = forData(nil, "data", 15); !errors.Is(err, ErrNotInstalled) {
		t.Errorf("nothing installed: %v", err)
	}
}
