package devdb

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
)

// unfinished begins the name of a directory that initdb fills before it
// becomes data.
const unfinished = ".initdb-"

// tuning goes to the end of postgresql.conf once, when the cluster is made;
// from then on the file belongs to whoever runs the machine. It suits 2 to 4
// cores and 4 GB of memory or more.
const tuning = `
# Hạ Tầng Số: for 2-4 cores, 4 GB of memory or more, a disk without seeks.
shared_buffers = 256MB
work_mem = 32MB
maintenance_work_mem = 256MB
max_wal_size = 4GB
wal_compression = on
random_page_cost = 1.1
jit = off
max_connections = 200
timezone = 'UTC'
log_timezone = 'UTC'
log_line_prefix = '%m [%p] %q%u@%d '
`

// ensureData makes the data directory unless it is there. initdb works in a
// sibling that is renamed when complete, so that data is whole or absent,
// whenever the power goes. starting is held by initdb too: an initdb that
// outlives us keeps the next Start waiting instead of working beside it.
func (h home) ensureData(ctx context.Context, b Binaries, o Options, starting *lock) error {
	if err := h.dropUnfinished(); err != nil {
		return err
	}
	if version, err := h.dataVersion(); err != nil || version > 0 {
		return err
	}
	// An empty directory, such as a fresh volume, makes room; anything else
	// in our place is somebody's.
	if err := os.Remove(h.data()); err != nil && !errors.Is(err, fs.ErrNotExist) {
		e := registry.Errorf(registry.CodeConflict,
			"%s không phải là dữ liệu PostgreSQL mà cũng không trống: hãy chuyển nó đi nơi khác, hoặc đặt HATANGSO_HOME thành thư mục khác.",
			"%s is neither PostgreSQL data nor empty: move it away, or set HATANGSO_HOME to another directory.", h.data())
		e.Err = err
		return e
	}

	o.say("Đang tạo cụm PostgreSQL %d trong %s", "creating a PostgreSQL %d cluster in %s", b.Major, h.data())
	fresh, err := os.MkdirTemp(h.dir, unfinished)
	if err != nil {
		return unusable(h.dir, err)
	}
	if err := os.Chown(fresh, h.server.uid, h.server.gid); err != nil {
		return unusable(fresh, err)
	}
	if err := h.initdb(ctx, b, o, fresh, starting); err != nil {
		return errors.Join(err, h.dropUnfinished())
	}
	if err := appendTo(filepath.Join(fresh, "postgresql.conf"), tuning); err != nil {
		return err
	}
	if err := os.Rename(fresh, h.data()); err != nil {
		return unusable(h.data(), err)
	}
	return syncDir(h.dir)
}

func (h home) initdb(ctx context.Context, b Binaries, o Options, fresh string, starting *lock) error {
	args := []string{
		"--pgdata", fresh, "--username", superuser,
		"--auth-local=trust", "--auth-host=reject", "--data-checksums",
		"--encoding=UTF8", "--locale-provider=icu", "--icu-locale=vi", "--locale=C.UTF-8",
	}
	if o.Fast {
		args = append(args, "--no-sync")
	}
	cmd := h.server.command(b.program("initdb"), args...)
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	cmd.ExtraFiles = []*os.File{starting.file}
	if err := cmd.Start(); err != nil {
		return err
	}
	stop := context.AfterFunc(ctx, func() { cmd.Process.Kill() })
	defer stop()
	err := cmd.Wait()
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if err != nil {
		e := registry.Errorf(registry.CodeUnavailable,
			"Không tạo được cụm PostgreSQL: %s",
			"PostgreSQL's initdb failed: %s", lastLines(said.String()))
		e.Err = err
		return e
	}
	return nil
}

// dropUnfinished removes what an interrupted initdb left. No server ever ran
// there (one would have left postmaster.opts), so nobody's data are in it.
func (h home) dropUnfinished() error {
	entries, err := os.ReadDir(h.dir)
	if err != nil {
		return unusable(h.dir, err)
	}
	for _, e := range entries {
		dir := filepath.Join(h.dir, e.Name())
		if !strings.HasPrefix(e.Name(), unfinished) {
			continue
		}
		if _, err := os.Lstat(filepath.Join(dir, "postmaster.opts")); !errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err := os.RemoveAll(dir); err != nil {
			return unusable(dir, err)
		}
	}
	return nil
}

func appendTo(path, text string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND, 0) // #nosec G304 -- within the cluster's own directory
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	return errors.Join(err, f.Sync(), f.Close())
}

// syncDir makes a rename in dir outlast a power cut.
func syncDir(dir string) error {
	d, err := os.Open(dir) // #nosec G304 -- within the cluster's own directory
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
