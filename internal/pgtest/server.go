package pgtest

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/devdb"
)

// The environment of a test run.
const (
	choiceEnv = "HATANGSO_TEST_PG"           // url, local or docker
	urlEnv    = "HATANGSO_TEST_DATABASE_URL" // a server that is there
	homeEnv   = "HATANGSO_TEST_HOME"         // where private test clusters live
)

// errAbsent is what a source says that is not to be had on this machine; the
// next one is asked then. Any other error ends the search.
var errAbsent = errors.New("not available")

// source is one way to get a server.
type source struct {
	name string
	open func(context.Context) (dsn string, err error)
}

// servers, the first asked first.
var servers = []source{
	{"url", given},
	{"local", local},
	{"docker", docker},
}

// server finds a server: the chosen source, or the first available one when
// choice is empty.
func server(ctx context.Context, choice string, sources []source) (string, error) {
	var tried []error
	for _, s := range sources {
		if choice != "" && choice != s.name {
			continue
		}
		dsn, err := s.open(ctx)
		if err == nil {
			return dsn, nil
		}
		err = fmt.Errorf("%s: %w", s.name, err)
		if !errors.Is(err, errAbsent) {
			return "", err
		}
		tried = append(tried, err)
	}
	if tried == nil {
		return "", fmt.Errorf("%s=%q: want url, local or docker", choiceEnv, choice)
	}
	return "", fmt.Errorf("no PostGIS to test with; the shortest way to one: apt-get install postgresql-15-postgis-3\n%w", errors.Join(tried...))
}

func given(context.Context) (string, error) {
	dsn := os.Getenv(urlEnv)
	if dsn == "" {
		return "", fmt.Errorf("%w: %s is not set", errAbsent, urlEnv)
	}
	return dsn, nil
}

// local starts or joins the user's test cluster. It is not closed: other
// packages' tests use it at the same time, and the kernel lets go of our hold
// on it when the process ends.
func local(ctx context.Context) (string, error) {
	pg, err := devdb.Newest()
	if errors.Is(err, devdb.ErrNotInstalled) {
		return "", fmt.Errorf("%w: %w", errAbsent, err)
	} else if err != nil {
		return "", err
	}
	base, err := testHome()
	if err != nil {
		return "", err
	}
	// A directory per version, so that an upgrade of the machine finds no
	// data of the old one in its way.
	c, err := devdb.Start(ctx, devdb.Options{
		Home: filepath.Join(base, fmt.Sprintf("pg%d", pg.Major)),
		Fast: true,
	})
	if errors.Is(err, devdb.ErrNotInstalled) {
		return "", fmt.Errorf("%w: %w", errAbsent, err) // no user postgres
	} else if err != nil {
		return "", err
	}
	return c.DSN("postgres"), nil
}

// testHome is where the user's test clusters live: the cache directory when
// there is one that can be written, else a directory under /tmp. For root it
// is one that the user postgres can reach.
func testHome() (string, error) {
	if dir := os.Getenv(homeEnv); dir != "" {
		return dir, nil
	}
	if os.Geteuid() == 0 {
		return "/var/cache/hatangso/test", nil
	}
	if cache, err := os.UserCacheDir(); err == nil {
		dir := filepath.Join(cache, "hatangso", "test")
		if err := os.MkdirAll(dir, 0o700); err == nil {
			return dir, nil
		}
	}
	return filepath.Join(os.TempDir(), fmt.Sprintf("hatangso-test-%d", os.Geteuid())), nil
}

// withDatabase points a connection string, of either of libpq's two forms, at
// another database of the same server.
func withDatabase(dsn, database string) (string, error) {
	if !strings.HasPrefix(dsn, "postgres://") && !strings.HasPrefix(dsn, "postgresql://") {
		dsn += " dbname=" + database // the last one counts
		_, err := pgx.ParseConfig(dsn)
		return dsn, err
	}
	u, err := url.Parse(dsn)
	if err != nil {
		return "", err
	}
	u.Path = "/" + database
	return u.String(), nil
}
