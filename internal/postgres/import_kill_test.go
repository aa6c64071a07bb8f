package postgres_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// victimEnv makes the test program a child that only loads poles, to be killed.
const victimEnv = "HATANGSO_TEST_VICTIM"

func TestMain(m *testing.M) {
	if dsn := os.Getenv(victimEnv); dsn != "" {
		if err := victim(dsn); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

const victimPoles = 100_000

// victim loads the poles and tells each stage it comes to.
func victim(dsn string) error {
	db, err := postgres.Open(context.Background(), dsn)
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.Import(context.Background(), tester, registry.PoleNoun, &manyPoles{total: victimPoles}, postgres.ImportOptions{CreateOrganizations: true,
		Progress: func(stage string, rows int64) { fmt.Println(stage, rows) }})
	return err
}

// manyPoles is a file of poles of an organization nobody knows yet.
type manyPoles struct{ next, total int }

func (m *manyPoles) Headers() map[string]string {
	return map[string]string{"code": "code", "owner": "owner", "geometry": "geometry", "height_m": "height_m"}
}

func (m *manyPoles) Next(row *registry.Row) error {
	if m.next == m.total {
		return io.EOF
	}
	m.next++
	p := pole(fmt.Sprint("P", m.next), 106+float64(m.next%1000)/5000, 20+float64(m.next/1000)/5000)
	p.Owner, p.HeightM = ptr("Điện lực Hải Dương"), ptr(8.5)
	row.Number, row.Record = m.next+1, p
	return nil
}

// A load that is killed leaves nothing, or everything when its last word had
// been said, and never stands in the way of the next.
func TestKilledImport(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.commune("1", "Phường Đông", 106, 20, 106.1, 20.1)
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	state := func() string {
		return one[string](r, `SELECT concat_ws(' ', (SELECT count(*) FROM asset), (SELECT count(*) FROM change WHERE noun = 'pole'),
			(SELECT count(*) FROM organization), (SELECT count(*) FROM change WHERE noun = 'organization'))`)
	}
	const nothing, everything = "0 0 0 0", "100000 100000 1 1"
	for _, moment := range []struct {
		// stage and rows are what the child says last before it is killed, and
		// then up to wait passes.
		stage string
		rows  int64
		wait  time.Duration
		may   []string
	}{
		{"copy", 1000 * rand.Int64N(100), 20 * time.Millisecond, []string{nothing}},
		{"organizations", 0, 50 * time.Millisecond, []string{nothing}},
		{"resolve", 0, 500 * time.Millisecond, []string{nothing}},
		{"merge", 0, 1500 * time.Millisecond, []string{nothing}},
		{"clear", 0, 1200 * time.Millisecond, []string{nothing, everything}},
	} {
		wait := rand.N(moment.wait)
		r.killAt(program, moment.stage, moment.rows, wait)
		got := state()
		t.Logf("killed %v after %s %d: %s", wait, moment.stage, moment.rows, got)
		if got != moment.may[0] && (len(moment.may) == 1 || got != moment.may[1]) {
			t.Errorf("killed %v after %s %d: %s", wait, moment.stage, moment.rows, got)
		}
	}
	const next = 1000
	result := r.load(registry.PoleNoun, &manyPoles{total: next}, postgres.ImportOptions{CreateOrganizations: true})
	if result.Created+result.Same != next || result.Refused != 0 {
		t.Errorf("the next load: %+v", result)
	}
	if got := state(); got != everything && got != "1000 1000 1 1" {
		t.Errorf("the next load leaves %s", got)
	}
}

// killAt runs a child and kills it (SIGKILL) at a moment, then waits for the
// server to have noticed.
func (r *register) killAt(program, stage string, rows int64, wait time.Duration) {
	r.Helper()
	child := exec.Command(program)
	separator := "?"
	if strings.Contains(r.dsn, "?") {
		separator = "&"
	}
	child.Env = append(os.Environ(), victimEnv+"="+r.dsn+separator+"application_name=victim&client_connection_check_interval=50ms")
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		r.Fatal(err)
	}
	if err := child.Start(); err != nil {
		r.Fatal(err)
	}
	reached := false
	for said := bufio.NewScanner(out); !reached && said.Scan(); {
		var at string
		var done int64
		if _, err := fmt.Sscan(said.Text(), &at, &done); err != nil {
			r.Errorf("the child says %q", said.Text())
		}
		reached = at == stage && done >= rows
	}
	if !reached {
		r.Errorf("the child never came to %s", stage)
	}
	time.Sleep(wait)
	if err := child.Process.Kill(); err != nil {
		r.Fatal(err)
	}
	_ = child.Wait() // it was killed
	for deadline := time.Now().Add(30 * time.Second); one[int](r, `SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'victim'`) > 0; {
		if time.Now().After(deadline) {
			r.Fatal("the server still works for the dead")
		}
		time.Sleep(20 * time.Millisecond)
	}
}
