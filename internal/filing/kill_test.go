package filing_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/filing"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// victimEnv makes the test program a server of filings, to be killed.
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

// victim works on filings until it is killed.
func victim(dsn string) error {
	db, err := postgres.Open(context.Background(), dsn)
	if err != nil {
		return err
	}
	defer db.Close()
	return db.Serve(context.Background(), filing.Work)
}

// How often the server is killed, over a filing of how many rows. HATANGSO_KILLED_ROWS
// says otherwise: 100000 is as long as a province's largest.
const kills = 10

var killedRows = func() int {
	if n, err := strconv.Atoi(os.Getenv("HATANGSO_KILLED_ROWS")); err == nil {
		return n
	}
	return 15_000
}()

// TestAKilledServerLosesNothing kills the server (SIGKILL) at ten random moments
// while it checks and while it writes a filing of killedRows rows: each time the
// filing and the register are as they were or as they shall be, and the next
// server takes the work up by itself.
func TestAKilledServerLosesNothing(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	ctx := t.Context()
	sql, err := pgx.Connect(ctx, d.dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer sql.Close(context.WithoutCancel(ctx))
	count := func(query string) (n int) {
		t.Helper()
		if err := sql.QueryRow(ctx, query).Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	var content strings.Builder
	content.WriteString("code,lon,lat,height_m,road\n")
	for i := range killedRows {
		fmt.Fprintf(&content, "P-%d,%.6f,%.6f,%d,Đường %d\n", i, 105.91+float64(i%500)*0.0005, 19.91+float64(i/500)*0.0013, 7+i%2, i/500)
	}
	sum := sha256.Sum256([]byte(content.String()))
	day, _ := registry.ParseDate("2026-11-22")
	f, _, err := d.DB.StartFiling(ctx, filer, registry.PoleNoun, postgres.FilingFile{Name: "cot.csv", Bytes: int64(content.Len()), SHA256: hex.EncodeToString(sum[:])}, day, registry.FilingChoices{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.DB.AppendFile(ctx, filer, f.ID, 0, strings.NewReader(content.String())); err != nil {
		t.Fatal(err)
	}

	longest := time.Second + time.Duration(killedRows)*50*time.Microsecond // about as long as either takes
	for i := range kills / 2 {
		d.killAfter(rand.N(longest))
		f = d.get(f.ID)
		rows := count(`SELECT count(*) FROM filing_row`)
		t.Logf("kill %d: %s, %d rows", i, f.State, rows)
		switch f.State {
		case registry.FilingQueued, registry.FilingChecking:
			if rows != 0 && rows != killedRows {
				t.Fatalf("half a check is kept: %d rows", rows)
			}
		case registry.FilingToVerify, registry.FilingReady:
			if rows != killedRows || f.Counts.New != int64(killedRows) {
				t.Fatalf("%d rows, %+v", rows, f.Counts)
			}
			if _, err := d.DB.ChooseFiling(ctx, filer, f.ID, 0, nil, &f.Choices); err != nil { // once more
				t.Fatal(err)
			}
		default:
			t.Fatalf("%+v", f)
		}
	}
	d.serveUntil(f.ID, registry.FilingToVerify, registry.FilingReady)
	d.verifyAll(f.ID)
	if _, err := d.DB.SignFiling(ctx, signer, f.ID, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := d.DB.AcceptFiling(ctx, officer, f.ID, 0, ""); err != nil {
		t.Fatal(err)
	}
	for i := range kills - kills/2 {
		d.killAfter(rand.N(longest))
		f = d.get(f.ID)
		poles := count(`SELECT count(*) FROM asset`)
		t.Logf("kill %d: %s, %d poles", i, f.State, poles)
		if f.State == registry.FilingApplying && poles != 0 || f.State == registry.FilingAccepted && poles != killedRows ||
			f.State != registry.FilingApplying && f.State != registry.FilingAccepted {
			t.Fatalf("%s with %d poles", f.State, poles)
		}
	}
	d.serveUntil(f.ID, registry.FilingAccepted)
	if poles, logged := count(`SELECT count(*) FROM asset`), count(`SELECT count(*) FROM change WHERE noun = 'pole'`); poles != killedRows || logged != killedRows {
		t.Fatalf("%d poles, %d entries of the log", poles, logged)
	}
}

// TestACommandThatDiesLeavesNoOrphan has the server find a command at work on a
// filing, and leave it to it; the command dies. The next look takes it up.
func TestACommandThatDiesLeavesNoOrphan(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	content := "code,lon,lat\nC-1,106,20\n"
	day, _ := registry.ParseDate("2026-11-22")
	f, _, err := d.DB.StartFiling(t.Context(), filer, registry.PoleNoun, postgres.FilingFile{Name: "a.csv", Bytes: int64(len(content))}, day, registry.FilingChoices{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.DB.AppendFile(t.Context(), filer, f.ID, 0, strings.NewReader(content)); err != nil {
		t.Fatal(err)
	}
	if _, err := d.DB.BeginCheck(t.Context(), filer, f.ID); err != nil {
		t.Fatal(err)
	}
	sql, err := pgx.Connect(t.Context(), d.dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer sql.Close(context.WithoutCancel(t.Context()))
	if _, err := sql.Exec(t.Context(), `UPDATE river.river_job SET state = 'completed', attempted_at = now() - interval '1 minute', finalized_at = now()`); err != nil {
		t.Fatal(err)
	}
	d.serveUntil(f.ID, registry.FilingReady)
}

// killAfter runs a server of filings and kills it after a while; then waits for
// PostgreSQL to have noticed.
func (d *desk) killAfter(wait time.Duration) {
	d.Helper()
	program, err := os.Executable()
	if err != nil {
		d.Fatal(err)
	}
	separator := "?"
	if strings.Contains(d.dsn, "?") {
		separator = "&"
	}
	child := exec.Command(program)
	child.Env = append(os.Environ(), victimEnv+"="+d.dsn+separator+"application_name=victim&client_connection_check_interval=50ms")
	child.Stderr = os.Stderr
	if err := child.Start(); err != nil {
		d.Fatal(err)
	}
	time.Sleep(wait)
	if err := child.Process.Kill(); err != nil {
		d.Fatal(err)
	}
	_ = child.Wait() // it was killed
	conn, err := pgx.Connect(d.Context(), d.dsn)
	if err != nil {
		d.Fatal(err)
	}
	defer conn.Close(context.WithoutCancel(d.Context()))
	for alive, deadline := 1, time.Now().Add(30*time.Second); alive > 0; time.Sleep(20 * time.Millisecond) {
		if err := conn.QueryRow(d.Context(), `SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'victim'`).Scan(&alive); err != nil {
			d.Fatal(err)
		}
		if time.Now().After(deadline) {
			d.Fatal("the database still works for the dead")
		}
	}
}

// serveUntil works on filings until one has come to a state.
func (d *desk) serveUntil(id int64, states ...registry.FilingState) {
	d.Helper()
	ctx, stop := context.WithTimeout(d.Context(), 6*time.Minute) // other tests want the machine too
	defer stop()
	served := make(chan error, 1)
	go func() { served <- d.DB.Serve(ctx, filing.Work) }()
	for {
		f := d.get(id)
		for _, s := range states {
			if f.State == s {
				stop()
				if err := <-served; err != nil {
					d.Fatal(err)
				}
				return
			}
		}
		select {
		case <-ctx.Done():
			d.Fatalf("nobody takes it up: %s", f.State)
		case <-time.After(50 * time.Millisecond):
		}
	}
}
