package devdb

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"github.com/hatangso/hatangso/internal/registry"
)

const (
	// probeTimeout bounds one attempt to connect.
	probeTimeout = 5 * time.Second
	// maxLog is the size, in bytes, from which the log is put aside at start.
	maxLog = 10 << 20
	// shownLines is how many lines of the log an error shows.
	shownLines = 15
	// orphansTime is how long the processes of a server that was killed are waited
	// for: they end once they notice, and hold its memory until then.
	orphansTime = 20 * time.Second
)

// errOrphans is of a start that processes of a killed server stand in the way of.
var errOrphans = errors.New("processes of a killed server have not ended")

// state of a server, as its socket tells.
type state int

const (
	down     state = iota // nobody listens
	changing              // listening, but starting up, recovering or shutting down
	up                    // takes connections
)

// probe asks the socket.
func (h home) probe(ctx context.Context) (state, error) {
	try, cancel := context.WithTimeout(ctx, probeTimeout)
	defer cancel()
	conn, err := pgx.Connect(try, h.dsn(maintenance))
	if err == nil {
		return up, conn.Close(try)
	}
	const cannotConnectNow = "57P03"
	var pg *pgconn.PgError
	switch {
	case errors.As(err, &pg) && pg.Code == cannotConnectNow:
		return changing, nil
	case errors.As(err, &pg):
		return up, nil // it refuses us, but it lives: too many connections, for one
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ECONNREFUSED):
		return down, nil
	// A server that goes away in the middle of a greeting.
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE):
		return changing, nil
	}
	return down, fmt.Errorf("devdb: probe %s: %w", h.socketDir, err)
}

// ensureRunning brings the server up. The caller holds starting.
func (h home) ensureRunning(ctx context.Context, o Options, starting *lock) error {
	for {
		switch s, err := h.probe(ctx); {
		case err != nil:
			return err
		case s == up:
			return nil
		case s == down:
			return h.create(ctx, o, starting)
		}
		if err := wait(ctx); err != nil {
			return err
		}
	}
}

// create makes the data if need be and launches a server on them.
func (h home) create(ctx context.Context, o Options, starting *lock) error {
	version, err := h.dataVersion()
	if err != nil {
		return err
	}
	all := installed(places())
	var b Binaries
	if version > 0 {
		b, err = forData(all, h.data(), version)
	} else {
		b, err = newest(all)
	}
	if err != nil {
		return err
	}
	if err := h.ensureData(ctx, b, o, starting); err != nil {
		return err
	}
	return h.launch(ctx, b, o)
}

// launch starts postgres, once nothing is left of a server that was killed.
func (h home) launch(ctx context.Context, b Binaries, o Options) error {
	o.say("Đang khởi động PostgreSQL %d trong %s", "starting PostgreSQL %d in %s", b.Major, h.dir)
	for until := time.Now().Add(orphansTime); ; {
		err := h.launchOnce(ctx, b, o)
		if !errors.Is(err, errOrphans) || time.Now().After(until) || wait(ctx) != nil {
			return err
		}
	}
}

// launchOnce starts postgres and waits until it takes connections. What must hold
// whatever stands in postgresql.conf is given on the command line.
func (h home) launchOnce(ctx context.Context, b Binaries, o Options) error {
	args := []string{
		"-D", h.data(),
		"-c", "listen_addresses=",
		"-c", "port=" + port,
		"-c", "unix_socket_directories=" + quoteList(h.socketDir),
		"-c", "unix_socket_permissions=0700",
		"-c", "logging_collector=off",
		"-c", "log_destination=stderr",
	}
	if o.Fast {
		args = append(args, "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")
	}
	log, before, err := h.openLog()
	if err != nil {
		return unusable(h.log(), err)
	}
	defer log.Close()

	cmd := h.server.command(b.program("postgres"), args...)
	cmd.Stdout, cmd.Stderr = log, log
	if err := cmd.Start(); err != nil {
		return h.failed(err, before)
	}
	// Waited for as long as we live, so that a server stopped by another
	// process does not stay behind as a zombie.
	exited := make(chan error, 1)
	go func() { exited <- cmd.Wait() }()

	for {
		select {
		case err := <-exited:
			return h.failed(err, before)
		default:
		}
		s, err := h.probe(ctx)
		if err == nil && s == up {
			return nil
		}
		if werr := wait(ctx); werr != nil || err != nil {
			return errors.Join(err, werr, cmd.Process.Signal(syscall.SIGINT), <-exited)
		}
	}
}

// openLog opens the log for adding and tells its size.
func (h home) openLog() (*os.File, int64, error) {
	if info, err := os.Stat(h.log()); err == nil && info.Size() > maxLog {
		if err := os.Rename(h.log(), h.log()+".old"); err != nil {
			return nil, 0, err
		}
	}
	f, err := os.OpenFile(h.log(), os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		return nil, 0, err
	}
	size, err := f.Seek(0, io.SeekEnd)
	if err != nil {
		return nil, 0, errors.Join(err, f.Close())
	}
	return f, size, nil
}

// failed tells what the server logged before it gave up.
func (h home) failed(cause error, from int64) error {
	var said []byte
	if f, err := os.Open(h.log()); err == nil {
		said, _ = io.ReadAll(io.NewSectionReader(f, from, maxLog))
		f.Close()
	}
	e := registry.Errorf(registry.CodeUnavailable,
		"PostgreSQL không khởi động được. Những dòng cuối của %s:\n%s",
		"PostgreSQL does not start. The last lines of %s:\n%s", h.log(), lastLines(string(said)))
	if e.Err = cause; strings.Contains(string(said), "pre-existing shared memory block") {
		e.Err = errors.Join(cause, errOrphans)
	}
	return e
}

// stop ends the server by a fast shutdown (SIGINT) and waits for the end. The
// caller holds startLock.
func (h home) stop(ctx context.Context) error {
	signalled := 0
	for {
		s, err := h.probe(ctx)
		if err != nil {
			return err
		}
		pid, err := h.pid()
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil // the server removes the file last
		case err != nil:
			return err
		case s == down && signalled == 0:
			return nil // left by a crash; the number may be another process by now
		case signalled == 0:
			if err := syscall.Kill(pid, syscall.SIGINT); err != nil && !errors.Is(err, syscall.ESRCH) {
				return fmt.Errorf("devdb: stop server %d: %w", pid, err)
			}
			signalled = pid
		case errors.Is(syscall.Kill(signalled, 0), syscall.ESRCH):
			return nil // it died without cleaning up
		}
		if err := wait(ctx); err != nil {
			e := registry.Errorf(registry.CodeUnavailable,
				"PostgreSQL (pid %d) chưa dừng xong.",
				"PostgreSQL (pid %d) has not stopped yet.", signalled)
			e.Err = err
			return e
		}
	}
}

// lastLines is the end of a program's output, at most shownLines.
func lastLines(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	if n := len(lines) - shownLines; n > 0 {
		lines = lines[n:]
	}
	return strings.Join(lines, "\n")
}

// quoteList writes one directory for a setting that takes a list of them.
func quoteList(dir string) string { return `"` + strings.ReplaceAll(dir, `"`, `""`) + `"` }
