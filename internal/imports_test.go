// Package internal_test holds the rule of the house that no compiler checks:
// who may import what (the picture is in the README).
package internal_test

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/hatangso/hatangso/"

// others stands for any module but our own and those of owners.
const others = "others"

// layers says what each package may import besides the standard library. A
// new package must find its place here before it builds in CI; a new line
// here is a decision to argue for.
var layers = map[string][]string{
	// Nouns and rules.
	"internal/registry": {"github.com/paulmach/orb"},

	// Verbs: pure functions on values.
	"internal/sharing":  {"internal/registry", "github.com/paulmach/orb"},
	"internal/coverage": {"internal/registry", "github.com/paulmach/orb"},
	"internal/suggest":  {"internal/registry", "internal/sharing", "github.com/paulmach/orb"},
	"internal/coord":    {"internal/registry", "golang.org/x/text"},
	// … whether a work is lawful, by laws it is given
	"internal/compliance": {"internal/registry"},
	"internal/vnname":     {"internal/registry", "golang.org/x/text"},
	"internal/tile":       {"github.com/paulmach/orb"},
	"internal/basemap":    {"internal/registry", others},
	// … and how it is described to portals of open data
	"internal/opendata": {"internal/registry", "internal/plan", "github.com/paulmach/orb"},
	"internal/ogc":      {"internal/registry", "internal/coord", "internal/ogc/cql2", "github.com/paulmach/orb"},
	// … and what a picture shows besides itself
	"internal/picture": {"internal/registry", "golang.org/x/image"},

	// The languages of the OGC standards, read and written; no database, no HTTP.
	"internal/ogc/cql2": {"internal/registry", "internal/vnname", "github.com/paulmach/orb"},
	"internal/plan":     {"internal/registry", "go.yaml.in/yaml"},

	// Credentials: makes and recognises them, stores nothing.
	"internal/auth": {"internal/registry", others},
	// … and for tests, whom they are made by elsewhere.
	"internal/auth/provider": {},

	// Things that are embedded.
	"migrations":   {},
	"api":          {},
	"geodata":      {},
	"geodata/demo": {},
	"web":          {},

	// The guard, and the databases under it.
	"internal/postgres": {"internal/registry", "internal/plan", "internal/ogc/cql2", "internal/postgres/rule", "internal/tile", "internal/sharing", "internal/coverage", "internal/suggest", "internal/compliance", "internal/picture", "internal/vnname", "internal/auth", "geodata", "migrations", pgx, others},
	// … its rules for filings, in SQL and in words.
	"internal/postgres/rule": {"internal/registry", "internal/coord", "internal/vnname"},
	"internal/devdb":         {"internal/registry", pgx},
	"internal/pgtest":        {"internal/devdb", "internal/postgres", "geodata", "migrations", pgx, others},

	// Edges: files, the demo province, HTTP.
	"internal/intake": {"internal/registry", "internal/coord", "internal/vnname", others},
	"internal/qgis":   {"internal/registry", "github.com/paulmach/orb"},
	"internal/export": {"internal/registry", "internal/coord", "internal/postgres", "internal/qgis", others},
	"internal/filing": {"internal/registry", "internal/postgres", "internal/intake", "internal/coord", "internal/report", "github.com/paulmach/orb"},
	"internal/mail":   {"internal/registry", others},
	"internal/report": {"internal/registry", "internal/coord", "internal/plan", "internal/document", "internal/chart", "github.com/paulmach/orb", others},
	// … documents and pictures as such, and what gathers reports from the register
	"internal/document": {others},
	"internal/chart":    {"github.com/paulmach/orb", others},
	// … plans as workbooks
	"internal/planbook": {"internal/registry", "internal/plan", "internal/intake", "internal/vnname", others},
	"internal/briefing": {"internal/registry", "internal/plan", "internal/postgres", "internal/report", "geodata", "github.com/paulmach/orb"},
	"internal/demo":     {"internal/registry", "geodata/demo", others},
	"internal/httpapi":  {"internal/briefing", "internal/planbook", "internal/opendata", "internal/document", "internal/registry", "internal/basemap", "internal/plan", "internal/qgis", "internal/ogc", "internal/ogc/cql2", "internal/postgres", "internal/postgres/rule", "internal/tile", "internal/filing", "internal/report", "internal/sharing", "internal/suggest", "internal/compliance", "internal/coord", "internal/vnname", "internal/export", "internal/auth", "api", echo, others},

	// The program puts them together.
	"cmd/hatangso": {"internal/briefing", "internal/planbook", "internal/registry", "internal/basemap", "internal/plan", "internal/ogc", "internal/sharing", "internal/coverage", "internal/vnname", "internal/postgres", "internal/intake", "internal/export", "internal/demo", "internal/filing", "internal/mail", "internal/report", "internal/httpapi", "internal/auth", "internal/devdb", "web", others},

	// What measures the program, from outside and in.
	"scripts/benchmark": {"internal/registry", "internal/plan", "internal/sharing", "internal/tile", "internal/postgres", "internal/devdb", "github.com/klauspost/compress/gzip", "github.com/paulmach/orb", pgx},
}

const (
	pgx  = "github.com/jackc/pgx"
	echo = "github.com/labstack/echo"
)

// owners are modules that must stay replaceable: their types reach no package
// but those that name them in layers, whatever "others" says.
var owners = []string{pgx, echo}

// goPackage is what `go list -json` tells.
type goPackage struct {
	ImportPath   string
	Imports      []string
	TestImports  []string
	XTestImports []string
}

func TestImports(t *testing.T) {
	t.Parallel()
	for _, p := range list(t) {
		name := strings.TrimPrefix(p.ImportPath, module)
		if name == "internal" {
			continue // this test
		}
		may, ok := layers[name]
		if !ok {
			t.Errorf("%s has no place in the house: say in internal/imports_test.go what it may import", name)
			continue
		}
		for _, imported := range p.Imports {
			if !allowed(imported, may) {
				t.Errorf("%s may not import %s", name, imported)
			}
		}
		// Tests may reach further, but not for echo: a test that knows its
		// types is one more to port.
		for _, imported := range slices.Concat(p.TestImports, p.XTestImports) {
			if within(imported, echo) && !slices.Contains(may, echo) {
				t.Errorf("a test of %s may not import %s", name, imported)
			}
		}
	}
}

// The rule itself must be able to say no.
func TestAllowed(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		imported string
		by       string
		want     bool
	}{
		{"net/http", "internal/registry", true},
		{"github.com/paulmach/orb/geojson", "internal/registry", true},
		{"github.com/paulmach/orbit", "internal/registry", false},
		{module + "internal/postgres", "internal/registry", false},
		{module + "internal/registry", "internal/sharing", true},
		{module + "internal/pgtest", "cmd/hatangso", false},
		{"github.com/jackc/pgx/v5/pgxpool", "internal/postgres", true},
		{"github.com/jackc/pgx/v5", "internal/httpapi", false},
		{"github.com/labstack/echo/v4", "internal/httpapi", true},
		{"github.com/labstack/echo/v5", "internal/intake", false},
		{"github.com/labstack/echo-middleware", "internal/intake", true},
		{"golang.org/x/text/encoding", "internal/intake", true},
		{"golang.org/x/text/encoding", "geodata", false},
	} {
		if got := allowed(c.imported, layers[c.by]); got != c.want {
			t.Errorf("%s importing %s: allowed is %t, want %t", c.by, c.imported, got, c.want)
		}
	}
}

// allowed tells whether a package with the rule may imports a package.
func allowed(imported string, may []string) bool {
	if own, ok := strings.CutPrefix(imported, module); ok {
		return slices.Contains(may, own)
	}
	if first, _, _ := strings.Cut(imported, "/"); !strings.Contains(first, ".") {
		return true // the standard library
	}
	in := func(m string) bool { return within(imported, m) }
	if slices.ContainsFunc(may, in) {
		return true
	}
	return slices.Contains(may, others) && !slices.ContainsFunc(owners, in)
}

// within tells whether a package belongs to a module, of any major version.
func within(imported, module string) bool {
	return imported == module || strings.HasPrefix(imported, module+"/")
}

// list asks go for every package of the module.
func list(t *testing.T) []goPackage {
	t.Helper()
	// go list runs beside us, so what it reads does not count for go test's
	// cache; the directories we walk ourselves do.
	for _, dir := range []string{".", "../cmd", "../migrations", "../api", "../geodata", "../scripts"} {
		err := filepath.WalkDir(dir, func(_ string, _ fs.DirEntry, err error) error { return err })
		if err != nil {
			t.Fatal(err)
		}
	}
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports,TestImports,XTestImports", module+"...").Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			t.Fatalf("go list: %v\n%s", err, exit.Stderr)
		}
		t.Fatalf("go list: %v", err)
	}
	var all []goPackage
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	if len(all) < 2 {
		t.Fatalf("go list sees %d packages", len(all))
	}
	return all
}
