package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/devdb"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// writer is who loads.
var writer = registry.Command("benchmark", "scripts/bench", "benchmark")

// databases makes registers in a cluster of their own, configured as a user's
// is: durable.
type databases struct {
	cluster  *devdb.Cluster
	made     int
	province string // the DSN of the register with the province; "" until asked for
}

func openDatabases(ctx context.Context, dir string) (databases, error) {
	cluster, err := devdb.Start(ctx, devdb.Options{Home: filepath.Join(dir, "home")})
	return databases{cluster: cluster}, err
}

func (d *databases) close() error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	return d.cluster.Stop(ctx)
}

// empty makes an empty register.
func (d *databases) empty(ctx context.Context) (dsn string, err error) {
	d.made++
	name := fmt.Sprintf("bench_%d", d.made)
	if err := d.cluster.CreateDatabase(ctx, name); err != nil {
		return "", err
	}
	dsn = d.cluster.DSN(name)
	return dsn, postgres.Migrate(ctx, dsn)
}

// vacuum settles a register: what autovacuum does a while after it was filled.
func (d *databases) vacuum(ctx context.Context, dsn string) error {
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		return err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	_, err = conn.Exec(ctx, `VACUUM ANALYZE`)
	return err
}

// drop removes a register, which may be large.
func (d *databases) drop(ctx context.Context, dsn string) error {
	u, err := url.Parse(dsn)
	if err != nil {
		return err
	}
	conn, err := pgx.Connect(ctx, d.cluster.DSN("postgres"))
	if err != nil {
		return err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	_, err = conn.Exec(ctx, `DROP DATABASE `+pgx.Identifier{strings.TrimPrefix(u.Path, "/")}.Sanitize())
	return err
}

// dropAll removes every register that was made.
func (d *databases) dropAll(ctx context.Context) error {
	conn, err := pgx.Connect(ctx, d.cluster.DSN("postgres"))
	if err != nil {
		return err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	for n := range d.made {
		if _, err := conn.Exec(ctx, fmt.Sprintf(`DROP DATABASE IF EXISTS bench_%d WITH (FORCE)`, n+1)); err != nil {
			return err
		}
	}
	d.province = ""
	return nil
}

// filled makes a register with batches in it.
func (d *databases) filled(ctx context.Context, batches []registry.Batch) (dsn string, err error) {
	if dsn, err = d.empty(ctx); err != nil {
		return "", err
	}
	db, err := postgres.Open(ctx, dsn)
	if err != nil {
		return "", err
	}
	defer db.Close()
	err = db.ImportAll(ctx, writer, batches, func(*registry.Noun, postgres.ImportResult) {})
	return dsn, explain(err)
}

// full gives the register of the whole province, made when first asked for, as it
// is a few minutes after it was filled: until a vacuum that comes by itself, reading
// a row for the first time is writing it, and what is measured depends on when.
func (b *bench) full(ctx context.Context) (dsn string, err error) {
	if b.province == "" {
		start := time.Now()
		if b.province, err = b.filled(ctx, generate(b.size).batches()); err == nil {
			progress("the province is loaded, in %.0f s", time.Since(start).Seconds())
			err = b.vacuum(ctx, b.province)
		}
	}
	return b.province, err
}

// explain gives a refusal with its faults.
func explain(err error) error {
	var domain *registry.Error
	if errors.As(err, &domain) && len(domain.Faults) > 0 {
		return fmt.Errorf("%w: %+v", err, domain.Faults[0])
	}
	return err
}

// keywords words a DSN as libpq does, which GDAL and old drivers read.
func keywords(dsn string) (string, error) {
	u, err := url.Parse(dsn)
	if err != nil {
		return "", err
	}
	q := u.Query()
	return fmt.Sprintf("host='%s' port='%s' user='%s' dbname='%s'", q.Get("host"), q.Get("port"), u.User.Username(), strings.TrimPrefix(u.Path, "/")), nil
}
