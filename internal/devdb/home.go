package devdb

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	"github.com/hatangso/hatangso/internal/registry"
)

// maxSocketPath is the longest path of a unix socket, in bytes: sun_path of
// Linux without its final NUL (unix(7)).
const maxSocketPath = 107

// DefaultHome is where a user's cluster lives when nobody says otherwise:
// hatangso under xdgDataHome ($XDG_DATA_HOME, ignored unless absolute, as the
// XDG Base Directory Specification asks) or under userHome/.local/share. For
// root it is /var/lib/hatangso: root's home is closed to the user postgres,
// who runs the server.
func DefaultHome(uid int, userHome, xdgDataHome string) (string, error) {
	switch {
	case uid == 0:
		return "/var/lib/hatangso", nil
	case filepath.IsAbs(xdgDataHome):
		return filepath.Join(xdgDataHome, "hatangso"), nil
	case filepath.IsAbs(userHome):
		return filepath.Join(userHome, ".local", "share", "hatangso"), nil
	}
	return "", registry.Errorf(registry.CodeInvalid,
		"Không biết đặt cơ sở dữ liệu ở đâu vì không có thư mục nhà: hãy đặt HATANGSO_HOME thành một thư mục.",
		"There is no home directory to put the database in: set HATANGSO_HOME to a directory.")
}

// home is the directory of one cluster, and who runs its server.
type home struct {
	dir       string
	socketDir string
	server    account
}

func (h home) data() string { return filepath.Join(h.dir, "data") }
func (h home) log() string  { return filepath.Join(h.dir, "postgres.log") }

// newHome names the places of a home without touching the disk.
func newHome(dir string) (home, error) {
	if dir == "" {
		return home{}, registry.Errorf(registry.CodeInvalid,
			"Chưa cho biết thư mục của cơ sở dữ liệu.",
			"The directory of the database is not given.")
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		return home{}, err
	}
	server, err := serverAccount()
	if err != nil {
		return home{}, err
	}
	return home{dir: dir, socketDir: socketDir(dir, server.uid), server: server}, nil
}

// openHome makes the home ready for a server to run in.
func openHome(dir string) (home, error) {
	h, err := newHome(dir)
	if err != nil {
		return h, err
	}
	mode := fs.FileMode(0o700)
	if h.server.other {
		mode = 0o711 // the user postgres passes through
	}
	if err := makeDirs(h.dir, mode); err != nil {
		return h, unusable(h.dir, err)
	}
	if owner, err := ownerOf(h.dir); err != nil {
		return h, unusable(h.dir, err)
	} else if owner != os.Geteuid() {
		return h, registry.Errorf(registry.CodeForbidden,
			"Thư mục %s thuộc về người dùng khác (uid %d): hãy chạy bằng người dùng ấy, hoặc đặt HATANGSO_HOME thành thư mục khác.",
			"Directory %s belongs to another user (uid %d): run as that user, or set HATANGSO_HOME to another directory.",
			h.dir, owner)
	}
	if err := h.server.checkPassage(h.dir); err != nil {
		return h, err
	}
	return h, h.makeSocketDir()
}

// socketDir is where the socket goes: beside the data, or in a short
// directory under /tmp when that path is too long for a socket or has a
// comma, at which connection strings are split. It depends on nothing but its
// arguments, so that every process finds it.
func socketDir(dir string, uid int) string {
	beside := filepath.Join(dir, "run")
	if len(filepath.Join(beside, ".s.PGSQL."+port)) <= maxSocketPath && !strings.Contains(dir, ",") {
		return beside
	}
	return fmt.Sprintf("/tmp/hatangso-%d-%x", uid, sha256.Sum256([]byte(dir)))[:40]
}

// makeSocketDir makes the socket's directory, private to the server's user.
// Under /tmp a stranger may have made it first, so what is there is checked.
func (h home) makeSocketDir() error {
	if err := os.Mkdir(h.socketDir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return unusable(h.socketDir, err)
	}
	info, err := os.Lstat(h.socketDir)
	if err != nil {
		return unusable(h.socketDir, err)
	}
	owner := int(info.Sys().(*syscall.Stat_t).Uid)
	ours := owner == h.server.uid || owner == os.Geteuid()
	if !info.IsDir() || !ours || info.Mode().Perm() != 0o700 {
		return registry.Errorf(registry.CodeForbidden,
			"%s phải là thư mục riêng (quyền 0700) của uid %d: hãy xóa hoặc đổi tên nó rồi chạy lại.",
			"%s must be a private directory (mode 0700) of uid %d: remove or rename it and try again.",
			h.socketDir, h.server.uid)
	}
	return os.Chown(h.socketDir, h.server.uid, h.server.gid)
}

// makeDirs is os.MkdirAll that does not let the umask narrow what it makes:
// under umask 077 the user postgres could not pass.
func makeDirs(dir string, mode fs.FileMode) error {
	if info, err := os.Stat(dir); err == nil {
		if !info.IsDir() {
			return &fs.PathError{Op: "mkdir", Path: dir, Err: syscall.ENOTDIR}
		}
		return nil
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := makeDirs(filepath.Dir(dir), mode); err != nil {
		return err
	}
	if err := os.Mkdir(dir, mode); errors.Is(err, fs.ErrExist) {
		return nil
	} else if err != nil {
		return err
	}
	return os.Chmod(dir, mode)
}

// ownerOf is the uid that owns a path itself, links not followed.
func ownerOf(path string) (int, error) {
	info, err := os.Lstat(path)
	if err != nil {
		return 0, err
	}
	return int(info.Sys().(*syscall.Stat_t).Uid), nil
}

func unusable(dir string, err error) error {
	e := registry.Errorf(registry.CodeForbidden,
		"Không dùng được thư mục %s: hãy cấp quyền ghi, hoặc đặt HATANGSO_HOME thành thư mục khác.",
		"Directory %s cannot be used: make it writable, or set HATANGSO_HOME to another directory.", dir)
	e.Err = err
	return e
}

// dataVersion is the major version of PostgreSQL that made the data, from
// PG_VERSION; 0 when there are none yet.
func (h home) dataVersion() (int, error) {
	b, err := os.ReadFile(filepath.Join(h.data(), "PG_VERSION"))
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	} else if err != nil {
		return 0, unusable(h.data(), err)
	}
	major, err := strconv.Atoi(firstLine(b))
	if err != nil {
		e := registry.Errorf(registry.CodeConflict,
			"Không đọc được phiên bản PostgreSQL của dữ liệu trong %s.",
			"The PostgreSQL version of the data in %s is unreadable.", h.data())
		e.Err = err
		return 0, e
	}
	return major, nil
}

func firstLine(b []byte) string {
	line, _, _ := bytes.Cut(b, []byte("\n"))
	return strings.TrimSpace(string(line))
}
