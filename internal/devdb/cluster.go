package devdb

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"github.com/hatangso/hatangso/internal/registry"
)

const (
	// superuser owns the cluster. It has no password: the socket directory
	// lets nobody else through.
	superuser = "postgres"

	// maintenance is the database that initdb makes and nobody fills.
	maintenance = "postgres"

	// port only names the socket file; nothing listens on it.
	port = "5432"

	// closeTimeout bounds Close: a fast shutdown writes a checkpoint.
	closeTimeout = time.Minute
)

// Options say which cluster to start, and how.
type Options struct {
	// Home is the directory that holds the cluster; it is made when missing.
	// Required; see [DefaultHome].
	Home string
	// Fast gives up safety against a crash (fsync, synchronous_commit and
	// full_page_writes off). For tests only. It has no effect on a server
	// that already runs.
	Fast bool
	// Log takes a line about each slow step. Nil discards them.
	Log io.Writer
}

// say writes a line to the log, in both languages.
func (o Options) say(vi, en string, args ...any) {
	if o.Log != nil {
		t := registry.Tf(vi, en, args...)
		fmt.Fprintf(o.Log, "%s (%s)\n", t.VI, t.EN)
	}
}

// Cluster is a running private server that this process uses.
type Cluster struct {
	home  home
	users *lock
	close sync.Once
}

// Start starts the cluster in o.Home, making it first when there is none, or
// joins it when its server already answers. Any number of processes may call
// it at once. Every Cluster wants a [Cluster.Close].
//
// Errors are [registry.Error] where the person at the keyboard can do
// something: PostgreSQL or PostGIS is missing (then errors.Is
// [ErrNotInstalled]), the data belong to another version, a directory is in
// the way, the server does not start.
func Start(ctx context.Context, o Options) (*Cluster, error) {
	h, err := openHome(o.Home)
	if err != nil {
		return nil, err
	}
	starting, err := h.lock(ctx, startLock, exclusive)
	if err != nil {
		return nil, err
	}
	defer starting.release()

	users, err := h.lock(ctx, usersLock, shared)
	if err != nil {
		return nil, err
	}
	if err := h.ensureRunning(ctx, o, starting); err != nil {
		users.release()
		return nil, err
	}
	return &Cluster{home: h, users: users}, nil
}

// DSN is the connection string of a database of the cluster, over its unix
// socket, in the form that pgxpool.ParseConfig and psql read.
func (c *Cluster) DSN(database string) string { return c.home.dsn(database) }

// CreateDatabase creates a database unless it exists.
func (c *Cluster) CreateDatabase(ctx context.Context, name string) error {
	conn, err := pgx.Connect(ctx, c.DSN(maintenance))
	if err != nil {
		return fmt.Errorf("devdb: create database %s: %w", name, err)
	}
	defer conn.Close(context.WithoutCancel(ctx))

	var exists bool
	err = conn.QueryRow(ctx, `SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)`, name).Scan(&exists)
	if err == nil && !exists {
		_, err = conn.Exec(ctx, `CREATE DATABASE `+pgx.Identifier{name}.Sanitize())
	}
	// Somebody else may create it between the question and the statement.
	const duplicateDatabase, uniqueViolation = "42P04", "23505"
	var pg *pgconn.PgError
	if errors.As(err, &pg) && (pg.Code == duplicateDatabase || pg.Code == uniqueViolation) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("devdb: create database %s: %w", name, err)
	}
	return nil
}

// Close ends this process's use of the cluster and stops the server when
// nobody else uses it. Only the first call does something.
func (c *Cluster) Close() error {
	var err error
	c.close.Do(func() {
		ctx, cancel := context.WithTimeout(context.Background(), closeTimeout)
		defer cancel()
		err = c.leave(ctx)
	})
	return err
}

func (c *Cluster) leave(ctx context.Context) error {
	stopping, err := c.home.lock(ctx, startLock, exclusive)
	if err != nil {
		c.users.release()
		return err
	}
	defer stopping.release()

	c.users.release()
	alone, err := c.home.tryLock(usersLock, exclusive)
	for range 5 { // a child of ours holds what was ours from its fork to its exec
		if err != nil || alone != nil {
			break
		}
		time.Sleep(20 * time.Millisecond)
		alone, err = c.home.tryLock(usersLock, exclusive)
	}
	if err != nil || alone == nil {
		return err
	}
	defer alone.release()
	return c.home.stop(ctx)
}

// Stop stops the server, whoever else uses it: their connections break. The
// data stay.
func (c *Cluster) Stop(ctx context.Context) error {
	c.close.Do(c.users.release)
	return Stop(ctx, c.home.dir)
}

// Stop stops the server of the cluster in the directory home, whoever uses
// it. Nothing happens when none runs. The data stay.
func Stop(ctx context.Context, dir string) error {
	h, err := newHome(dir)
	if err != nil {
		return err
	}
	if _, err := os.Stat(h.dir); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	stopping, err := h.lock(ctx, startLock, exclusive)
	if err != nil {
		return err
	}
	defer stopping.release()
	return h.stop(ctx)
}

// Status is what can be seen of a cluster from outside.
type Status struct {
	Home    string // the absolute directory
	Major   int    // the major version of PostgreSQL that made the data; 0 when there are none
	Running bool   // the server answers
	PID     int    // of the server; 0 when it does not answer
	InUse   bool   // some process holds a Cluster
	DSN     string // of the maintenance database
}

// Look tells the status of the cluster in a directory. It changes nothing; a
// directory that does not exist is a cluster without data.
func Look(ctx context.Context, dir string) (Status, error) {
	h, err := newHome(dir)
	if err != nil {
		return Status{}, err
	}
	s := Status{Home: h.dir, DSN: h.dsn(maintenance)}
	if _, err := os.Stat(h.dir); errors.Is(err, os.ErrNotExist) {
		return s, nil
	}
	if s.Major, err = h.dataVersion(); err != nil {
		return s, err
	}
	state, err := h.probe(ctx)
	if err != nil {
		return s, err
	}
	if s.Running = state == up; s.Running {
		if s.PID, err = h.pid(); err != nil {
			return s, err
		}
	}
	s.InUse, err = h.inUse()
	return s, err
}

// inUse tells whether anybody uses the server, or is about to.
func (h home) inUse() (bool, error) {
	calm, err := h.tryLock(startLock, exclusive)
	if err != nil || calm == nil {
		return err == nil, err
	}
	defer calm.release()
	alone, err := h.tryLock(usersLock, exclusive)
	if err != nil || alone == nil {
		return err == nil, err
	}
	alone.release()
	return false, nil
}

// dsn is a URL whose host is the socket directory. It names everything that
// the driver would otherwise read from PGHOST and its kind.
func (h home) dsn(database string) string {
	u := url.URL{
		Scheme:   "postgres",
		User:     url.User(superuser),
		Path:     "/" + database,
		RawQuery: url.Values{"host": {h.socketDir}, "port": {port}}.Encode(),
	}
	return u.String()
}

// pid is the first line of postmaster.pid. It is to be trusted only while the
// server answers: after a crash the file stays, and the number may be
// somebody else's.
func (h home) pid() (int, error) {
	b, err := os.ReadFile(filepath.Join(h.data(), "postmaster.pid"))
	if err != nil {
		return 0, err
	}
	pid, err := strconv.Atoi(firstLine(b))
	if err != nil || pid <= 0 {
		return 0, registry.Errorf(registry.CodeInternal,
			"Tệp postmaster.pid của PostgreSQL không đọc được.",
			"PostgreSQL's postmaster.pid is unreadable.")
	}
	return pid, nil
}
