package main

import (
	"context"
	"fmt"
	"os/exec"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
)

var featureserv = peer{name: "pg_featureserv", module: "github.com/CrunchyData/pg_featureserv", version: "v1.3.1"}

// plainPole is the table that the peers read.
const plainPole = "public.plain_pole"

// featuresPath is where pg_featureserv has the poles as GeoJSON.
const featuresPath = "/collections/" + plainPole + "/items.json"

// plainPoles copies what the export sends of poles to a plain table with a
// primary key and an index of places, for the peers: they pay for neither the
// joins of our view nor its rights.
func plainPoles(ctx context.Context, dsn string) error {
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		return err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	var there bool
	if err := conn.QueryRow(ctx, `SELECT to_regclass($1) IS NOT NULL`, plainPole).Scan(&there); err != nil || there {
		return err
	}
	var columns []string
	for _, f := range registry.PoleNoun.Fields {
		if f.Type == registry.GeometryField {
			columns = append(columns, "geometry::geometry(Point, 4326) AS geometry")
			continue
		}
		columns = append(columns, `"`+f.Name+`"`)
	}
	for _, sql := range []string{
		`CREATE TABLE ` + plainPole + ` AS SELECT ` + strings.Join(columns, ", ") + ` FROM guarded.pole`,
		`ALTER TABLE ` + plainPole + ` ADD PRIMARY KEY (id)`,
		`CREATE INDEX ON ` + plainPole + ` USING gist (geometry)`,
		`VACUUM ANALYZE ` + plainPole,
	} {
		if _, err := conn.Exec(ctx, sql); err != nil {
			return err
		}
	}
	return nil
}

// serveFeatures starts pg_featureserv on the plain table. It may send all poles
// at once, for as long as it takes, over as many connections as it is asked by.
func (b *bench) serveFeatures(ctx context.Context, dsn string) (*server, error) {
	program, err := b.built(ctx, featureserv)
	if err != nil {
		return nil, err
	}
	if err := plainPoles(ctx, dsn); err != nil {
		return nil, err
	}
	database, err := keywords(dsn)
	if err != nil {
		return nil, err
	}
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, program)
	cmd.Dir = b.dir
	cmd.Env = append(cmd.Environ(), "DATABASE_URL="+database,
		"PGFS_SERVER_HTTPHOST=127.0.0.1", "PGFS_SERVER_HTTPPORT="+strconv.Itoa(port), "PGFS_SERVER_WRITETIMEOUTSEC=3600",
		"PGFS_PAGING_LIMITMAX="+strconv.Itoa(b.size.poles), "PGFS_DATABASE_DBPOOLMAXCONNS="+strconv.Itoa(pageConnections),
		"PGFS_DATABASE_TABLEINCLUDES="+plainPole)
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	s := &server{cmd: cmd, url: fmt.Sprintf("http://127.0.0.1:%d", port)}
	if err := s.answers(ctx, "/collections/"+plainPole+".json"); err != nil {
		return nil, fmt.Errorf("pg_featureserv does not answer: %w", err)
	}
	return s, nil
}
