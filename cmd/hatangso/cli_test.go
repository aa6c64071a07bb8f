package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hatangso/hatangso/internal/pgtest"
	"github.com/hatangso/hatangso/internal/postgres"
)

// cli runs the command line on one register.
type cli struct {
	dsn string
	env map[string]string
}

// result is what a run gave.
type result struct {
	status   int
	out, err string
	args     []string
}

// register gives the command line over a fresh, empty register.
func register(t testing.TB) cli {
	t.Helper()
	return cli{dsn: pgtest.New(t), env: map[string]string{"HOME": t.TempDir()}}
}

// nowhere gives the command line without any database.
func nowhere(t testing.TB) cli {
	t.Helper()
	return cli{env: map[string]string{"HOME": t.TempDir(), "HATANGSO_DATABASE_URL": "postgres://nobody@127.0.0.1:1/none?connect_timeout=2"}}
}

func (c cli) with(name, value string) cli {
	env := map[string]string{name: value}
	for n, v := range c.env {
		if n != name {
			env[n] = v
		}
	}
	return cli{c.dsn, env}
}

// do runs a command line, split at spaces where it is one text.
func (c cli) do(t testing.TB, line string, more ...string) result {
	t.Helper()
	args := append(strings.Fields(line), more...)
	full := args
	if c.dsn != "" {
		full = append([]string{"--database", c.dsn}, args...)
	}
	var out, err bytes.Buffer
	status := run(t.Context(), full, c.env, &out, &err)
	return result{status, out.String(), err.String(), args}
}

// ok runs a command that must succeed.
func (c cli) ok(t testing.TB, line string, more ...string) result {
	t.Helper()
	return c.do(t, line, more...).want(t, statusDone)
}

// want checks the exit status, and that whatever fails says why, on the error
// output, in a sentence for people.
func (r result) want(t testing.TB, status int) result {
	t.Helper()
	if r.status != status {
		t.Fatalf("%q gives status %d, want %d\n%s%s", r.args, r.status, status, r.out, r.err)
	}
	if status != statusDone && !strings.HasPrefix(r.err, "hatangso: ") {
		t.Errorf("%q fails with status %d and says %q", r.args, status, r.err)
	}
	return r
}

// says checks that the run said something, on either output.
func (r result) says(t testing.TB, parts ...string) result {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(r.out+r.err, part) {
			t.Errorf("%q does not say %q:\n%s%s", r.args, part, r.out, r.err)
		}
	}
	return r
}

// read decodes the JSON a run printed.
func (r result) read(t testing.TB, into any) {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(r.out))
	if err := d.Decode(into); err != nil {
		t.Fatalf("%q: %v in %s", r.args, err, r.out)
	}
	if d.More() {
		t.Fatalf("%q printed more than one document: %s", r.args, r.out)
	}
}

// loadResult is what `import --json` prints.
type loadResult struct {
	File, Noun string
	Ignored    []string `json:"columns_ignored"`
	postgres.ImportResult
	Error *struct{ VI, EN string }
}

// load runs an import and gives its result.
func (c cli) load(t testing.TB, line string, more ...string) (loadResult, int) {
	t.Helper()
	r := c.do(t, "import "+line+" --json", more...)
	var out loadResult
	r.read(t, &out)
	if r.status != statusDone && (out.Error == nil || out.Error.VI == "" || out.Error.EN == "") {
		t.Errorf("%q gives status %d and no error: %s", r.args, r.status, r.out)
	}
	return out, r.status
}

// rules gives the rules broken, with their counts.
func (l loadResult) rules() map[string]int {
	out := map[string]int{}
	for _, g := range l.Faults {
		out[g.Rule] += g.Count
	}
	return out
}

// count gives how many records of a noun the register exports.
func (c cli) count(t testing.TB, noun string) int {
	t.Helper()
	return strings.Count(c.ok(t, "export "+noun+" --format ndjson").out, "\n")
}

// file writes a file of the test and gives its path.
func file(t testing.TB, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// data gives the path of a shared file.
func data(t testing.TB, name string) string {
	t.Helper()
	return filepath.Join(pgtest.SharedData(t), name)
}
