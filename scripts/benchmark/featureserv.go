package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
)

// pg_featureserv, at an exact version: the module proxy need not have a list.
const (
	featureservModule  = "github.com/CrunchyData/pg_featureserv"
	featureservVersion = "v1.3.1"
)

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

// featureserv gives the program, built on first use beside ours. A module of
// its own asks for it, so that ours does not depend on what it needs.
func (b *bench) featureserv(ctx context.Context) (program string, err error) {
	program, err = filepath.Abs(filepath.Join(filepath.Dir(b.binary), "pg_featureserv-"+featureservVersion))
	if err != nil {
		return "", err
	}
	if _, err := os.Stat(program); err == nil {
		return program, nil
	}
	progress("building pg_featureserv %s", featureservVersion)
	dir, err := os.MkdirTemp(b.dir, "featureserv-")
	if err != nil {
		return "", err
	}
	mod := fmt.Sprintf("module peer\n\ngo 1.26\n\nrequire %s %s\n", featureservModule, featureservVersion)
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte(mod), 0o644); err != nil {
		return "", err
	}
	build := exec.CommandContext(ctx, "go", "build", "-mod=mod", "-o", program, featureservModule)
	build.Dir = dir
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("pg_featureserv %s cannot be built, which needs the module proxy once: %w\n%s", featureservVersion, err, out)
	}
	return program, nil
}

// startWithin is how long a server may take to answer.
const startWithin = 15 * time.Second

// serveFeatures starts pg_featureserv on the plain table. It may send all poles
// at once, for as long as it takes, over as many connections as it is asked by.
func (b *bench) serveFeatures(ctx context.Context, dsn string) (*server, error) {
	program, err := b.featureserv(ctx)
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
	for deadline := time.Now().Add(startWithin); ; time.Sleep(50 * time.Millisecond) {
		_, _, _, err := download(ctx, s.url+"/collections/"+plainPole+".json")
		if err == nil {
			return s, nil
		}
		if time.Now().After(deadline) {
			s.stop()
			return nil, fmt.Errorf("pg_featureserv does not answer: %w", err)
		}
	}
}

// freePort gives a port that nobody listens at: pg_featureserv does not say
// which it took.
func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}
