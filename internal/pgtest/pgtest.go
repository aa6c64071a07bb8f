// Package pgtest gives every database test a real PostGIS database of its own:
// fresh, migrated, empty, and cheap, because it is a file copy of a template
// that the migrations were run on once.
//
// The server is the first of these that is there:
//
//  1. the one HATANGSO_TEST_DATABASE_URL names, as a user who may create
//     databases and extensions; its own database is left alone;
//  2. a private cluster from the PostgreSQL binaries of the machine (package
//     devdb), under HATANGSO_TEST_HOME or the user's cache directory; all
//     packages of a `go test ./...` share it, and it keeps its templates for
//     the next run;
//  3. a Docker container of the database image of docker-compose.yml.
//
// HATANGSO_TEST_PG=url, local or docker takes that one and no other. With none
// of them tests fail; they do not skip.
package pgtest

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/hatangso/hatangso/geodata"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/migrations"
)

const (
	// setupTimeout bounds finding a server and migrating the template. An
	// image may have to be pulled.
	setupTimeout = 5 * time.Minute
	// cloneTimeout bounds making or dropping one database.
	cloneTimeout = time.Minute
	// adminConns bounds the connections a test process makes databases with.
	adminConns = 4
)

// fixture is a server with its template, one for the test process.
type fixture struct {
	dsn      string // of the database to administer from
	admin    *pgxpool.Pool
	template string
}

// setup runs once; its connections end with the process.
var setup = sync.OnceValues(func() (fixture, error) {
	ctx, cancel := context.WithTimeout(context.Background(), setupTimeout)
	defer cancel()
	dsn, err := server(ctx, os.Getenv(choiceEnv), servers)
	if err != nil {
		return fixture{}, err
	}
	schema, err := schemaSources()
	if err != nil {
		return fixture{}, err
	}
	template, err := ensureTemplate(ctx, dsn, schema, postgres.Migrate)
	if err != nil {
		return fixture{}, err
	}
	cfg, err := pgxpool.ParseConfig(dsn)
	if err != nil {
		return fixture{}, err
	}
	cfg.MaxConns = adminConns
	admin, err := pgxpool.NewWithConfig(ctx, cfg)
	return fixture{dsn, admin, template}, err
})

// schemaSources is everything that decides what a migrated database holds: the
// migrations, the shipped tables, and the code that loads them and makes the
// views.
func schemaSources() ([]fs.FS, error) {
	root, err := moduleRoot()
	if err != nil {
		return nil, err
	}
	code := fstest.MapFS{}
	for _, path := range []string{"internal/postgres/migrate.go", "internal/postgres/jobs.go", "internal/postgres/audience.go", "internal/registry/disclosure.go"} {
		b, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(path)))
		if err != nil {
			return nil, err
		}
		code[path] = &fstest.MapFile{Data: b}
	}
	return []fs.FS{migrations.Files, geodata.Files, code}, nil
}

// New makes a fresh, migrated, empty database and returns its DSN. The
// database is dropped when the test ends, whoever is still connected.
func New(t testing.TB) string {
	t.Helper()
	f, err := setup()
	if err != nil {
		t.Fatalf("pgtest: %v", err)
	}
	name := cloneName(time.Now())
	ctx, cancel := context.WithTimeout(t.Context(), cloneTimeout)
	defer cancel()
	t.Cleanup(func() {
		// The test's own context has ended by now.
		ctx, cancel := context.WithTimeout(context.Background(), cloneTimeout)
		defer cancel()
		if err := drop(ctx, f.admin, name); err != nil {
			t.Errorf("pgtest: %v", err)
		}
	})
	if err := clone(ctx, f.admin, f.template, name); err != nil {
		t.Fatalf("pgtest: %v", err)
	}
	dsn, err := withDatabase(f.dsn, name)
	if err != nil {
		t.Fatalf("pgtest: %v", err)
	}
	return dsn
}

// cloneName names a database so that a later run can tell its age.
func cloneName(now time.Time) string {
	b := make([]byte, 6)
	rand.Read(b) // never fails
	return fmt.Sprintf("%s%d_%s", clonePrefix, now.Unix(), hex.EncodeToString(b))
}

// SharedData is the directory of reference data that lies beside the working
// tree: real commune lists, masts, fibre networks.
func SharedData(t testing.TB) string {
	t.Helper()
	root, err := moduleRoot()
	if err != nil {
		t.Fatalf("pgtest: %v", err)
	}
	dir := filepath.Join(root, "..", "shared", "data")
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		t.Fatalf("pgtest: the shared data are missing: no directory %s", dir)
	}
	return dir
}

// moduleRoot is the directory of go.mod, at or above the working directory,
// which for a test is that of its package.
func moduleRoot() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		} else if !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", errors.New("no go.mod above the working directory")
		}
		dir = up
	}
}
