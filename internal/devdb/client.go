package devdb

import (
	"os/exec"
	"path/filepath"
	"slices"

	"github.com/hatangso/hatangso/internal/registry"
)

// Client finds the newest program of PostgreSQL's client of a name, such as
// pg_dump, that is at least of a major version: an older one refuses a newer
// server. It looks where [Newest] does and on the PATH.
func Client(name string, major int) (string, error) {
	dirs := places()
	if path, err := exec.LookPath(name); err == nil {
		dirs = append(dirs, filepath.Dir(path))
	}
	return client(dirs, name, major)
}

func client(dirs []string, name string, atLeast int) (string, error) {
	type candidate struct {
		path  string
		major int
	}
	var all []candidate
	for _, dir := range dirs {
		path := filepath.Join(dir, name)
		out, err := exec.Command(path, "-V").Output() // #nosec G204 -- a place of PostgreSQL's packages and a name of ours
		if err == nil {
			all = append(all, candidate{path, major(string(out))})
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return b.major - a.major })
	if len(all) == 0 || all[0].major < atLeast {
		return "", registry.Errorf(registry.CodeUnavailable, "Cần %s của PostgreSQL %d trở lên. Hãy cài đặt: apt-get install postgresql-client-%[2]d",
			"%s of PostgreSQL %d or newer is needed. Install it: apt-get install postgresql-client-%[2]d", name, atLeast)
	}
	return all[0].path, nil
}
