package pgtest

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"github.com/jackc/pgx/v5"
)

func connect(t *testing.T, dsn string) *pgx.Conn {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close(context.Background()) })
	return conn
}

func exec(t *testing.T, db executor, sql string) {
	t.Helper()
	if _, err := db.Exec(t.Context(), sql); err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
}

func count(t *testing.T, conn *pgx.Conn, sql string, args ...any) (n int) {
	t.Helper()
	if err := conn.QueryRow(t.Context(), sql, args...).Scan(&n); err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
	return n
}

func TestNewIsMigratedAndAlone(t *testing.T) {
	t.Parallel()
	a, b := connect(t, New(t)), connect(t, New(t))
	for _, conn := range []*pgx.Conn{a, b} {
		if n := count(t, conn, `SELECT count(*) FROM pg_extension WHERE extname = 'postgis'`); n != 1 {
			t.Error("the migrations made no PostGIS")
		}
		if n := count(t, conn, `SELECT count(*) FROM pg_database WHERE datname = current_database() AND datlocprovider = 'i' AND daticulocale = 'vi'`); n != 1 {
			t.Error("the database does not sort in Vietnamese")
		}
	}
	exec(t, a, `CREATE TABLE only_here ()`)
	if n := count(t, b, `SELECT count(*) FROM pg_class WHERE relname = 'only_here'`); n != 0 {
		t.Error("two tests share a database")
	}
}

func TestNewDropsItsDatabase(t *testing.T) {
	t.Parallel()
	var name string
	t.Run("inner", func(t *testing.T) {
		conn := connect(t, New(t)) // still open when the database goes
		if err := conn.QueryRow(t.Context(), `SELECT current_database()`).Scan(&name); err != nil {
			t.Fatal(err)
		}
	})
	if !strings.HasPrefix(name, clonePrefix) {
		t.Fatalf("the database is called %q", name)
	}
	if n := count(t, connect(t, New(t)), `SELECT count(*) FROM pg_database WHERE datname = $1`, name); n != 0 {
		t.Errorf("%s outlives its test", name)
	}
}

func TestManyAtOnce(t *testing.T) {
	t.Parallel()
	for i := range 20 {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			exec(t, connect(t, New(t)), `CREATE TABLE t AS SELECT 1`)
		})
	}
}

// newSchema is a state of the schema that no other test has.
func newSchema(t *testing.T) []fs.FS {
	return []fs.FS{fstest.MapFS{"1.sql": {Data: fmt.Appendf(nil, "%s %d", t.Name(), time.Now().UnixNano())}}}
}

// administration is the DSN of a database to make others from.
func administration(t *testing.T) string {
	t.Helper()
	f, err := setup()
	if err != nil {
		t.Fatal(err)
	}
	return f.dsn
}

func dropAfter(t *testing.T, dsn, name string) {
	t.Cleanup(func() {
		ctx := context.Background()
		conn, err := pgx.Connect(ctx, dsn)
		if err != nil {
			t.Error(err)
			return
		}
		defer conn.Close(ctx)
		if err := drop(ctx, conn, name); err != nil {
			t.Error(err)
		}
	})
}

func TestTemplateIsMadeOnce(t *testing.T) {
	t.Parallel()
	dsn, schema := administration(t), newSchema(t)
	var (
		wg    sync.WaitGroup
		made  atomic.Int32
		names [4]string
	)
	for i := range names {
		wg.Go(func() {
			name, err := ensureTemplate(t.Context(), dsn, schema, func(context.Context, string) error {
				made.Add(1)
				return nil
			})
			if err != nil {
				t.Error(err)
			}
			names[i] = name
		})
	}
	wg.Wait()
	dropAfter(t, dsn, names[0])
	if made.Load() != 1 {
		t.Errorf("%d migrations of one template", made.Load())
	}
	for _, n := range names[1:] {
		if n != names[0] {
			t.Errorf("templates %q and %q of one schema", names[0], n)
		}
	}
	to, err := withDatabase(dsn, names[0])
	if err != nil {
		t.Fatal(err)
	}
	if conn, err := pgx.Connect(t.Context(), to); err == nil {
		conn.Close(t.Context())
		t.Error("the template takes connections")
	}
}

func TestTemplateOfKilledRunIsRemade(t *testing.T) {
	t.Parallel()
	dsn, schema := administration(t), newSchema(t)
	conn := connect(t, dsn)
	hash, err := hashOf(t.Context(), conn, schema)
	if err != nil {
		t.Fatal(err)
	}
	half := fmt.Sprintf("%s%s_%d", templatePrefix, hash, time.Now().Add(-time.Minute).Unix())
	exec(t, conn, `CREATE DATABASE `+half)
	name, err := ensureTemplate(t.Context(), dsn, schema, func(context.Context, string) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	dropAfter(t, dsn, name)
	if name == half || count(t, conn, `SELECT count(*) FROM pg_database WHERE datname = $1`, half) != 0 {
		t.Errorf("a template that was not completed is used: %s", half)
	}
}

func TestFailedMigrationLeavesNothing(t *testing.T) {
	t.Parallel()
	dsn, schema := administration(t), newSchema(t)
	broken := errors.New("broken")
	if _, err := ensureTemplate(t.Context(), dsn, schema, func(context.Context, string) error { return broken }); !errors.Is(err, broken) {
		t.Errorf("error %v, want the migration's", err)
	}
	conn := connect(t, dsn)
	hash, err := hashOf(t.Context(), conn, schema)
	if err != nil {
		t.Fatal(err)
	}
	if left, err := databases(t.Context(), conn, templatePrefix+hash); err != nil || len(left) > 0 {
		t.Errorf("left: %v, %v", left, err)
	}
}

func TestOldDatabasesAreDropped(t *testing.T) {
	t.Parallel()
	dsn := administration(t)
	conn := connect(t, dsn)
	now := time.Now()
	// Names of random ends, so that a second run beside us has its own.
	var (
		oldClone    = cloneName(now.Add(-cloneAge - time.Minute))
		youngClone  = cloneName(now.Add(-cloneAge / 2))
		nonce       = now.UnixNano()
		oldTemplate = fmt.Sprintf("%s%x_%d", templatePrefix, nonce, now.Add(-templateAge-time.Minute).Unix())
		template    = fmt.Sprintf("%s%x_%d", templatePrefix, nonce, now.Unix())
		foreign     = fmt.Sprintf("hatangso_testament_%x", nonce)
	)
	for _, name := range []string{oldClone, youngClone, oldTemplate, template, foreign} {
		exec(t, conn, `CREATE DATABASE `+name)
		dropAfter(t, dsn, name)
	}
	name, err := ensureTemplate(t.Context(), dsn, newSchema(t), func(context.Context, string) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	dropAfter(t, dsn, name)
	for name, want := range map[string]int{oldClone: 0, youngClone: 1, oldTemplate: 0, template: 1, foreign: 1} {
		if got := count(t, conn, `SELECT count(*) FROM pg_database WHERE datname = $1`, name); got != want {
			t.Errorf("%d databases %s, want %d", got, name, want)
		}
	}
}

func TestServerChoice(t *testing.T) {
	t.Parallel()
	absent := func(context.Context) (string, error) { return "", fmt.Errorf("%w: nowhere", errAbsent) }
	broken := func(context.Context) (string, error) { return "", errors.New("broken") }
	dsn := func(s string) func(context.Context) (string, error) {
		return func(context.Context) (string, error) { return s, nil }
	}
	for _, c := range []struct {
		name, choice string
		sources      []source
		want, wrong  string
	}{
		{"the first that is there", "", []source{{"url", absent}, {"local", dsn("l")}, {"docker", dsn("d")}}, "l", ""},
		{"the chosen one", "docker", []source{{"url", dsn("u")}, {"local", broken}, {"docker", dsn("d")}}, "d", ""},
		{"the chosen one is absent", "docker", []source{{"local", dsn("l")}, {"docker", absent}}, "", "docker: not available"},
		{"a broken one is not passed over", "", []source{{"local", broken}, {"docker", dsn("d")}}, "", "local: broken"},
		{"none", "", []source{{"url", absent}, {"local", absent}}, "", "apt-get install postgresql-15-postgis-3"},
		{"a misspelt choice", "dokcer", []source{{"docker", dsn("d")}}, "", `HATANGSO_TEST_PG="dokcer"`},
	} {
		got, err := server(t.Context(), c.choice, c.sources)
		switch {
		case c.wrong == "" && (err != nil || got != c.want):
			t.Errorf("%s: %q, %v, want %q", c.name, got, err, c.want)
		case c.wrong != "" && (err == nil || !strings.Contains(err.Error(), c.wrong)):
			t.Errorf("%s: %q, %v, want an error with %q", c.name, got, err, c.wrong)
		}
	}
}

func TestWithDatabase(t *testing.T) {
	t.Parallel()
	for _, dsn := range []string{
		"postgres://u:p%40ss@db.example:5433/before?sslmode=disable",
		"postgresql://u:p%40ss@db.example:5433/before?sslmode=disable",
		"host=db.example port=5433 user=u password=p@ss dbname=before sslmode=disable",
	} {
		changed, err := withDatabase(dsn, "after")
		if err != nil {
			t.Fatal(err)
		}
		cfg, err := pgx.ParseConfig(changed)
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(cfg.Host, cfg.Port, cfg.User, cfg.Password, cfg.Database); got != fmt.Sprint("db.example", 5433, "u", "p@ss", "after") {
			t.Errorf("%s became %s", dsn, changed)
		}
	}
}

func TestDatabaseImage(t *testing.T) {
	t.Parallel()
	image, err := databaseImage()
	if err != nil {
		t.Fatal(err)
	}
	var major, minor int
	if _, err := fmt.Sscanf(image, "postgis/postgis:%d-%d.", &major, &minor); err != nil || major < 15 || minor != 3 {
		t.Errorf("docker-compose.yml runs %s, want PostgreSQL 15 or newer with PostGIS 3", image)
	}
}

func TestSharedData(t *testing.T) {
	t.Parallel()
	readme, err := os.ReadFile(filepath.Join(SharedData(t), "README.md"))
	if err != nil || len(readme) == 0 {
		t.Errorf("README.md of the shared data: %d bytes, %v", len(readme), err)
	}
}
