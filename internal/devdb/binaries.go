package devdb

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
)

// MinMajor is the oldest major version of PostgreSQL the register runs on:
// the first with an ICU locale for a whole database.
const MinMajor = 15

// ErrNotInstalled is what an error unwraps to when the machine has no
// PostgreSQL with PostGIS that would do.
var ErrNotInstalled = errors.New("no PostgreSQL with PostGIS")

// Binaries is one installed PostgreSQL.
type Binaries struct {
	Dir   string // holds postgres and initdb
	Major int    // major version
}

// Newest finds the newest installed PostgreSQL that has PostGIS and is at
// least [MinMajor]: in the places of Debian's and Red Hat's packages, in the
// directory pg_config names, and on the PATH.
func Newest() (Binaries, error) { return newest(installed(places())) }

func (b Binaries) program(name string) string { return filepath.Join(b.Dir, name) }

// found is a PostgreSQL as it lies there, good enough or not.
type found struct {
	Binaries
	postgis bool
}

// places are the directories that may hold PostgreSQL's programs.
func places() []string {
	dirs, _ := filepath.Glob("/usr/lib/postgresql/*/bin") // the pattern is well formed
	more, _ := filepath.Glob("/usr/pgsql-*/bin")
	dirs = append(dirs, more...)
	if out, err := exec.Command("pg_config", "--bindir").Output(); err == nil {
		dirs = append(dirs, firstLine(out))
	}
	if p, err := exec.LookPath("postgres"); err == nil {
		if p, err = filepath.EvalSymlinks(p); err == nil {
			dirs = append(dirs, filepath.Dir(p))
		}
	}
	slices.Sort(dirs)
	return slices.Compact(dirs)
}

// installed looks into directories for PostgreSQL, newest first.
func installed(dirs []string) []found {
	var all []found
	for _, dir := range dirs {
		b := Binaries{Dir: dir}
		if _, err := exec.LookPath(b.program("initdb")); err != nil {
			continue // a client package
		}
		out, err := exec.Command(b.program("postgres"), "-V").Output() // #nosec G204 -- a place of PostgreSQL's packages and a name of ours
		if err != nil {
			continue
		}
		if b.Major = major(string(out)); b.Major == 0 {
			continue
		}
		_, err = os.Stat(filepath.Join(b.share(), "extension", "postgis.control"))
		all = append(all, found{b, err == nil})
	}
	slices.SortStableFunc(all, func(a, b found) int { return b.Major - a.Major })
	return all
}

// major reads "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)" and the
// like ("17beta1"); 0 when there is no number.
func major(version string) int {
	_, version, _ = strings.Cut(version, "(PostgreSQL) ")
	digits := strings.IndexFunc(version, func(r rune) bool { return r < '0' || r > '9' })
	if digits < 0 {
		digits = len(version)
	}
	n, _ := strconv.Atoi(version[:digits])
	return n
}

// share is the directory of extensions' control files.
func (b Binaries) share() string {
	// #nosec G204 -- a place of PostgreSQL's packages and a name of ours
	if out, err := exec.Command(b.program("pg_config"), "--sharedir").Output(); err == nil {
		return firstLine(out)
	}
	// Debian keeps its own pg_config in the client package.
	return filepath.Join("/usr/share/postgresql", strconv.Itoa(b.Major))
}

func newest(all []found) (Binaries, error) {
	for _, f := range all {
		if f.Major >= MinMajor && f.postgis {
			return f.Binaries, nil
		}
	}
	for _, f := range all {
		if f.Major >= MinMajor {
			e := registry.Errorf(registry.CodeUnavailable,
				"PostgreSQL %d chưa có PostGIS. Hãy cài đặt: apt-get install postgresql-%[1]d-postgis-3",
				"PostgreSQL %d has no PostGIS. Install it: apt-get install postgresql-%[1]d-postgis-3", f.Major)
			e.Err = ErrNotInstalled
			return Binaries{}, e
		}
	}
	return Binaries{}, notInstalled(nil)
}

// forData finds the programs for data made by a major version: PostgreSQL
// reads no other version's data.
func forData(all []found, dir string, version int) (Binaries, error) {
	for _, f := range all {
		if f.Major == version && f.Major >= MinMajor && f.postgis {
			return f.Binaries, nil
		}
	}
	have, err := newest(all)
	if err != nil {
		return Binaries{}, err
	}
	return Binaries{}, registry.Errorf(registry.CodeConflict,
		"Dữ liệu trong %s thuộc PostgreSQL %d nhưng máy này có PostgreSQL %d. Không có gì bị xóa. Hãy cài phiên bản cũ (apt-get install postgresql-%[2]d-postgis-3), hoặc chuyển dữ liệu sang phiên bản mới bằng pg_upgrade hay pg_dump, hoặc đặt HATANGSO_HOME thành thư mục khác.",
		"The data in %s belong to PostgreSQL %d but this machine has PostgreSQL %d. Nothing was deleted. Install the old version (apt-get install postgresql-%[2]d-postgis-3), or carry the data over with pg_upgrade or pg_dump, or set HATANGSO_HOME to another directory.",
		dir, version, have.Major)
}

func notInstalled(cause error) error {
	e := registry.Errorf(registry.CodeUnavailable,
		"Cần PostgreSQL từ phiên bản %d trở lên có PostGIS. Hãy cài đặt: apt-get install postgresql-%[1]d-postgis-3 (bản Debian, Ubuntu mới hơn có số lớn hơn)",
		"PostgreSQL %d or newer with PostGIS is needed. Install it: apt-get install postgresql-%[1]d-postgis-3 (newer Debian and Ubuntu have a higher number)", MinMajor)
	e.Err = errors.Join(ErrNotInstalled, cause)
	return e
}
