package main

import (
	"context"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// beside gives the command line over a database of the same server, dropped after
// the test.
func (c cli) beside(t *testing.T, name string) cli {
	t.Helper()
	u, err := url.Parse(c.dsn)
	if err != nil {
		t.Fatal(err)
	}
	u.Path = "/" + name
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute) // the test's own has ended
		defer cancel()
		conn, err := pgx.Connect(ctx, c.dsn)
		if err != nil {
			return // with the register the server may be gone
		}
		defer conn.Close(ctx)
		if _, err := conn.Exec(ctx, `DROP DATABASE IF EXISTS `+pgx.Identifier{name}.Sanitize()+` WITH (FORCE)`); err != nil {
			t.Error(err)
		}
	})
	return cli{dsn: u.String(), env: c.env}
}

// databases gives the names of the server's databases that are scratch.
func (c cli) scratches(t *testing.T) (n int) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), c.dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(t.Context())
	if err := conn.QueryRow(t.Context(), `SELECT count(*) FROM pg_database WHERE datname LIKE 'hatangso\_check\_%'`).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

// What is backed up comes back: every row, the chain, the rights, and the program
// goes on as before.
func TestBackupAndRestore(t *testing.T) {
	t.Parallel()
	c := register(t)
	for noun, rows := range map[string]string{
		"organizations": "code,name\nVIETTEL,Viettel\nVNPT,VNPT\n", "sites": "code,lon,lat,name\nA,106.33,20.94,Vị trí Ữ\nB,106.34,20.95,\n",
		"poles": "code,lon,lat\nP1,106.33,20.94\nP2,106.34,20.95\nP3,106.35,20.96\n", "villages": "code,name,lon,lat\nV1,Thôn Đông,106.33,20.94\n",
	} {
		c.ok(t, "import "+noun, file(t, noun+".csv", rows))
	}
	key := strings.TrimSpace(c.ok(t, "key create máy-1").out)
	c.ok(t, "audit verify")
	path := filepath.Join(t.TempDir(), "sổ.dump")
	said := c.ok(t, "backup", path).says(t, "đã khôi phục thử", "Đầu chuỗi nhật ký: ")
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 || info.Size() < 10_000 {
		t.Errorf("the file is %+v, %v", info, err)
	}
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 1 {
		t.Errorf("the directory holds %v, %v", left, err)
	}
	if n := c.scratches(t); n != 0 {
		t.Errorf("%d scratch databases are left", n)
	}
	_, head, _ := strings.Cut(strings.TrimSpace(said.out), "nhật ký: ")
	u, err := url.Parse(c.dsn)
	if err != nil {
		t.Fatal(err)
	}
	name := strings.Trim(u.Path, "/") + "_lai"
	restored := c.beside(t, name)
	c.ok(t, "restore "+path+" --into "+name).says(t, name, head)
	restored.ok(t, "audit verify --head "+head).says(t, "đã niêm phong")
	restored.ok(t, "doctor").says(t, "VN-2000: 14 múi", "Hàm lọc được tin cậy: 11/11")
	for _, noun := range []string{"organizations", "sites", "poles", "villages"} {
		if a, b := c.ok(t, "export "+noun+" --format ndjson").out, restored.ok(t, "export "+noun+" --format ndjson").out; a != b || a == "" {
			t.Errorf("%s: %d bytes came back as %d", noun, len(a), len(b))
		}
	}
	if a, b := c.ok(t, "indicators sharing --json").out, restored.ok(t, "indicators sharing --json").out; a != b {
		t.Errorf("the numbers are\n%s, were\n%s", b, a)
	}
	restored.ok(t, "key list").says(t, "máy-1", key[:len("hatangso_key_0000")])
	// nothing is written over
	c.do(t, "restore "+path).want(t, statusFailed).says(t, "--into")
	c.do(t, "restore "+path+" --into "+name).want(t, statusFailed).says(t, "chọn tên khác")
	c.do(t, "restore "+path, "--into", `x"; DROP DATABASE y; --`).want(t, statusFailed)
	// nor is anything half done
	broken, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	half := file(t, "nửa.dump", string(broken[:len(broken)/2]))
	c.do(t, "restore "+half+" --into "+name+"_2").want(t, statusFailed)
	c.do(t, "restore "+file(t, "x.dump", "PGDM")).want(t, statusFailed).says(t, "không phải tệp của hatangso backup")
	c.do(t, "restore", filepath.Join(t.TempDir(), "không có")).want(t, statusFailed)
	conn, err := pgx.Connect(t.Context(), c.dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(t.Context())
	var left bool
	if err := conn.QueryRow(t.Context(), `SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)`, name+"_2").Scan(&left); err != nil || left {
		t.Errorf("half a restore is left: %t, %v", left, err)
	}
	// into an empty one
	empty := bare(t)
	empty.ok(t, "restore", path).says(t, "nguyên vẹn")
	empty.ok(t, "audit verify --head "+head)
	// a backup of what is no register is none
	bare(t).do(t, "backup", filepath.Join(t.TempDir(), "y.dump")).want(t, statusFailed).says(t, "hatangso migrate")
}
