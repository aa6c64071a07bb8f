package devdb

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"

	"github.com/hatangso/hatangso/internal/registry"
)

// account is the user the server runs as: ourselves, or the user postgres
// when we are root.
type account struct {
	name     string
	uid, gid int
	other    bool // not ourselves
}

func serverAccount() (account, error) {
	if uid := os.Geteuid(); uid != 0 {
		return account{name: strconv.Itoa(uid), uid: uid, gid: os.Getegid()}, nil
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		return account{}, notInstalled(err)
	}
	uid, err := strconv.Atoi(u.Uid)
	if err != nil {
		return account{}, err
	}
	gid, err := strconv.Atoi(u.Gid)
	if err != nil {
		return account{}, err
	}
	return account{name: u.Username, uid: uid, gid: gid, other: true}, nil
}

// command prepares a program of PostgreSQL to run as the account, in a
// session of its own, away from the terminal's signals, and with none of the
// caller's PG* variables.
func (a account) command(program string, args ...string) *exec.Cmd {
	cmd := exec.Command(program, args...)
	cmd.Dir = "/"
	cmd.Env = []string{"PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C.UTF-8"}
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	if a.other {
		cmd.SysProcAttr.Credential = &syscall.Credential{Uid: uint32(a.uid), Gid: uint32(a.gid)} // #nosec G115 -- ids of the system
	}
	return cmd
}

// checkPassage says which directory on the way down to dir, if any, does not
// let the account through. The kernel is asked, not the mode bits: it alone
// knows about access lists and groups.
func (a account) checkPassage(dir string) error {
	err := a.enter(dir)
	if err == nil || !errors.Is(err, fs.ErrPermission) {
		return err
	}
	var way []string
	for d := dir; ; d = filepath.Dir(d) {
		way = append(way, d)
		if d == filepath.Dir(d) {
			break
		}
	}
	for i := len(way) - 1; i >= 0; i-- {
		if err := a.enter(way[i]); errors.Is(err, fs.ErrPermission) {
			e := registry.Errorf(registry.CodeForbidden,
				"Người dùng %s chạy PostgreSQL không đi qua được thư mục %s: hãy đặt HATANGSO_HOME thành thư mục khác (ví dụ /var/lib/hatangso), hoặc mở lối đi bằng `chmod o+x %[2]s`.",
				"User %s, who runs PostgreSQL, cannot pass through directory %s: set HATANGSO_HOME to another directory (such as /var/lib/hatangso), or let it pass with `chmod o+x %[2]s`.",
				a.name, way[i])
			e.Err = err
			return e
		}
	}
	return err
}

// enter tries to make dir the working directory of a process of the account.
func (a account) enter(dir string) error {
	cmd := a.command("/bin/sh", "-c", ":")
	cmd.Dir = dir
	return cmd.Run()
}
