package devdb

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"github.com/hatangso/hatangso/internal/registry"
)

// The lock files of a home. Whoever starts or stops the server, or changes
// from user to non-user of it, holds startLock alone; so a look at usersLock
// under startLock is never out of date.
const (
	startLock = "start.lock"
	usersLock = "users.lock"
)

const (
	exclusive = syscall.LOCK_EX
	shared    = syscall.LOCK_SH
)

// patience is how often a wait looks again.
const patience = 20 * time.Millisecond

// lock is an advisory lock on a file, flock(2): the kernel lets go of it when
// its holder dies, however it dies.
type lock struct{ file *os.File }

func (l *lock) release() { l.file.Close() }

// tryLock takes a lock, or gives nil when somebody else is in the way.
func (h home) tryLock(name string, how int) (*lock, error) {
	f, err := os.OpenFile(filepath.Join(h.dir, name), os.O_RDWR|os.O_CREATE, 0o600) // #nosec G304 -- within the cluster's own directory
	if err != nil {
		return nil, unusable(h.dir, err)
	}
	for {
		err = syscall.Flock(int(f.Fd()), how|syscall.LOCK_NB)
		if !errors.Is(err, syscall.EINTR) {
			break
		}
	}
	if err == nil {
		return &lock{f}, nil
	}
	f.Close()
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return nil, nil
	}
	return nil, unusable(h.dir, err)
}

// lock waits for a lock as long as ctx allows.
func (h home) lock(ctx context.Context, name string, how int) (*lock, error) {
	for {
		if l, err := h.tryLock(name, how); l != nil || err != nil {
			return l, err
		}
		if err := wait(ctx); err != nil {
			e := registry.Errorf(registry.CodeUnavailable,
				"Một tiến trình khác đang khởi động hoặc dừng cơ sở dữ liệu trong %s: hãy thử lại sau.",
				"Another process is starting or stopping the database in %s: try again later.", h.dir)
			e.Err = err
			return nil, e
		}
	}
}

// wait lets a moment pass, unless ctx ends.
func wait(ctx context.Context) error {
	t := time.NewTimer(patience)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return context.Cause(ctx)
	case <-t.C:
		return nil
	}
}
