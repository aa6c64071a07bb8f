package devdb

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
)

// joinEnv makes the test binary another process that starts or joins the
// cluster in the directory it names, tells so, and closes it when its
// standard input ends.
const joinEnv = "HATANGSO_DEVDB_TEST_JOIN"

func TestMain(m *testing.M) {
	if dir := os.Getenv(joinEnv); dir != "" {
		if err := join(dir); err != nil {
			fmt.Println("error:", err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

func join(dir string) error {
	c, err := Start(context.Background(), Options{Home: dir, Fast: true})
	if err != nil {
		return err
	}
	if err := version(c.DSN("postgres")); err != nil {
		return err
	}
	fmt.Println("joined")
	io.Copy(io.Discard, os.Stdin)
	return c.Close()
}

// version makes sure that PostGIS works behind a DSN.
func version(dsn string) error {
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	var one int
	return conn.QueryRow(ctx, `SELECT count(*) FROM pg_available_extensions WHERE name = 'postgis' HAVING count(*) = 1`).Scan(&one)
}

// process is another user of a cluster.
type process struct {
	*exec.Cmd
	stdin io.Closer
}

// another starts a process that joins the cluster in dir, as uid when that is
// not 0, and returns once it has joined.
func another(t *testing.T, dir string, uid int) *process {
	t.Helper()
	p, err := tryAnother(t, dir, uid)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func tryAnother(t *testing.T, dir string, uid int) (*process, error) {
	exe, err := os.Executable()
	if err != nil {
		return nil, err
	}
	if uid != 0 { // go test builds in a directory that only we can enter
		exe = copyFile(t, exe, filepath.Join(passable(t), "devdb.test"))
	}
	cmd := exec.Command(exe)
	cmd.Dir = "/"
	cmd.Env = []string{joinEnv + "=" + dir}
	cmd.Stderr = os.Stderr
	if uid != 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(uid)}}
	}
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	t.Cleanup(func() { cmd.Process.Kill() })
	said, _ := bufio.NewReader(stdout).ReadString('\n')
	if said != "joined\n" {
		rest, _ := io.ReadAll(stdout)
		return nil, fmt.Errorf("the other process said %q", said+string(rest))
	}
	return &process{cmd, stdin}, nil
}

// leave lets the process close the cluster and end.
func (p *process) leave(t *testing.T) {
	t.Helper()
	p.stdin.Close()
	if err := p.Wait(); err != nil {
		t.Errorf("the other process: %v", err)
	}
}

func copyFile(t *testing.T, from, to string) string {
	t.Helper()
	b, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, b, 0o755); err != nil {
		t.Fatal(err)
	}
	return to
}

// passable is a temporary directory that every user may pass through, which
// t.TempDir is not.
func passable(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "devdb")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

// newHomeDir is the path of a home not made yet, whose server is stopped when
// the test ends.
func newHomeDir(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(passable(t), "home")
	t.Cleanup(func() {
		if err := Stop(context.Background(), dir); err != nil {
			t.Errorf("stop: %v", err)
		}
	})
	return dir
}

func start(t *testing.T, dir string) *Cluster {
	t.Helper()
	c, err := Start(t.Context(), Options{Home: dir, Fast: true, Log: t.Output()})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func look(t *testing.T, dir string) Status {
	t.Helper()
	s, err := Look(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// wantError wants Start to refuse, in words that hold each of a list.
func wantError(t *testing.T, dir string, code registry.Code, words ...string) {
	t.Helper()
	c, err := Start(t.Context(), Options{Home: dir, Fast: true})
	if err == nil {
		c.Close()
		t.Fatal("started")
	}
	if got := registry.CodeOf(err); got != code {
		t.Errorf("code %q, want %q: %v", got, code, err)
	}
	for _, w := range words {
		if !strings.Contains(err.Error(), w) {
			t.Errorf("the error does not say %q: %v", w, err)
		}
	}
}
