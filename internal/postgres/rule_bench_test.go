package postgres_test

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/pgtest"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/postgres/rule"
	"github.com/hatangso/hatangso/internal/registry"
)

// crowd is a made-up file: assets in streets 200 m apart, 35 m from each other,
// over twenty by twenty kilometres; or all wrong in one way.
type crowd struct {
	noun    *registry.Noun
	n, next int
	wrong   string
}

func (c *crowd) Headers() map[string]string {
	headers := map[string]string{}
	for _, f := range c.noun.Writable() {
		headers[f.Name] = f.Name
	}
	return headers
}

func (c *crowd) Next(row *registry.Row) error {
	if c.next == c.n {
		return io.EOF
	}
	i := c.next
	c.next++
	street, along := i/500, i%500
	at := orb.Point{106.00005 + float64(along)*0.00035, 20.00005 + float64(street)*0.0009}
	commune := fmt.Sprintf("Xã %d", 10*int((at[1]-20)/0.02)+int((at[0]-106)/0.02))
	switch c.wrong {
	case "commune":
		commune = "Xã 99"
	case "far":
		at[0] += 5
	case "spot":
		at = orb.Point{106.05, 20.05}
	}
	record := c.noun.New()
	asset := func(a *registry.Asset, code string) {
		a.Code, a.Owner, a.Geometry.Geometry, a.DeclaredCommune = code, ptr("VIETTEL"), at, &commune
		a.Road, a.BuiltOn = ptr(fmt.Sprintf("Đường %d", street)), dayPtr("2022-01-01")
	}
	switch r := record.(type) {
	case *registry.Pole:
		asset(&r.Asset, fmt.Sprint("P", i))
		r.RouteCode, r.HeightM, r.ClearanceM, r.Boxes = ptr(fmt.Sprint("R", street)), ptr(7+float64(i%3)), ptr(5.6), ptr(int64(i%2))
	case *registry.Site:
		asset(&r.Asset, fmt.Sprint("S", i))
	}
	*row = registry.Row{Number: i + 2, Record: record, Faults: row.Faults}
	return nil
}

// crowdGround fills a register with what a crowd meets: a hundred communes, and as
// many works of another owner, 18 m beside.
func crowdGround(t testing.TB, ctx context.Context, dsn string, n int) {
	t.Helper()
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(ctx)
	err = pgx.BeginFunc(ctx, conn, func(tx pgx.Tx) error {
		for _, statement := range []string{
			`SELECT set_config('hatangso.actor', 'sql', true)`,
			`INSERT INTO organization (code, name) VALUES ('VIETTEL', 'Viettel'), ('EVN', 'Điện lực')`,
			`INSERT INTO unit (level, code, name, unit_kind, geom) SELECT 'commune', lpad(n::text, 5, '0'), 'Xã ' || n, 'xa',
				ST_Multi(ST_SetSRID(ST_MakeEnvelope(106 + (n % 10) * 0.02, 20 + (n / 10) * 0.02, 106 + (n % 10 + 1) * 0.02, 20 + (n / 10 + 1) * 0.02), 4326)) FROM generate_series(0, 99) n`,
			`SELECT set_config('hatangso.loading', 'yes', true)`,
			fmt.Sprintf(`INSERT INTO asset (kind, code, owner_id, road, status, geom)
				SELECT k, 'X' || n, (SELECT id FROM organization WHERE code = 'EVN'), 'Đường ' || n / 500, 'operating',
					ST_SetSRID(ST_MakePoint(106.00005 + (n %% 500) * 0.00035, 20.0002 + (n / 500) * 0.0009), 4326)
				FROM generate_series(0, %d) n, unnest(ARRAY['pole', 'site']) k`, n-1),
		} {
			if _, err := tx.Exec(ctx, statement); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := conn.Exec(ctx, `ANALYZE`); err != nil {
		t.Fatal(err)
	}
}

// askAll asks every rule of a noun about a crowd and gives how long each took, the
// slowest first, with how much each found.
func askAll(t testing.TB, ctx context.Context, db *postgres.DB, c *crowd) (times []ruleTime, total time.Duration) {
	t.Helper()
	n := c.noun
	report, err := db.Stage(ctx, tester, n, c, func(tx pgx.Tx) error {
		for _, of := range rule.For(n) {
			began, found := time.Now(), 0
			rows, err := tx.Query(ctx, of.SQL(n), pgx.NamedArgs(of.Args(ruleDay, nil, nil, nil)))
			if err != nil {
				return fmt.Errorf("%s: %w", of.ID, err)
			}
			for rows.Next() {
				found++
			}
			if err := rows.Err(); err != nil {
				return fmt.Errorf("%s: %w", of.ID, err)
			}
			took := time.Since(began)
			total += took
			times = append(times, ruleTime{of.ID, took, found})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if groups := report.Groups(); len(groups) > 0 {
		t.Fatalf("%+v", groups)
	}
	slices.SortFunc(times, func(a, b ruleTime) int { return cmp.Compare(b.took, a.took) })
	return times, total
}

type ruleTime struct {
	id    string
	took  time.Duration
	found int
}

// crowds are the ways a file may be: right, or wrong from end to end.
var crowds = []string{"", "commune", "far", "spot"}

// No rule compares every row with every other: 3,000 rows, wrong in whatever way,
// are asked about in a breath.
func TestRulesScale(t *testing.T) {
	t.Parallel()
	dsn := pgtest.New(t)
	const n = 3_000
	crowdGround(t, t.Context(), dsn, n)
	db, err := postgres.Open(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, noun := range []*registry.Noun{registry.PoleNoun, registry.SiteNoun} {
		for _, wrong := range crowds {
			times, total := askAll(t, t.Context(), db, &crowd{noun: noun, n: n, wrong: wrong})
			if total > 10*time.Second {
				t.Errorf("%s, %q: %s, %+v", noun.Path, wrong, total, times[:3])
			}
			if wrong == "far" && !slices.ContainsFunc(times, func(r ruleTime) bool { return r.id == "commune.far-outside" && r.found == n }) {
				t.Errorf("%s: not every row is far outside: %+v", noun.Path, times)
			}
		}
	}
}

// BenchmarkRules asks every rule of poles and of sites about 100,000 rows, and tells
// how long each took: go test -run - -bench Rules -benchtime 1x ./internal/postgres
func BenchmarkRules(b *testing.B) {
	ctx, dsn := b.Context(), pgtest.New(b)
	const n = 100_000
	crowdGround(b, ctx, dsn, n)
	db, err := postgres.Open(ctx, dsn)
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	for _, noun := range []*registry.Noun{registry.PoleNoun, registry.SiteNoun} {
		for _, wrong := range crowds {
			b.Run(noun.Path+"/"+cmp.Or(wrong, "right"), func(b *testing.B) {
				for range b.N {
					times, total := askAll(b, ctx, db, &crowd{noun: noun, n: n, wrong: wrong})
					var told strings.Builder
					for _, r := range times {
						fmt.Fprintf(&told, "\n%8.0f ms %7d found  %s", r.took.Seconds()*1000, r.found, r.id)
					}
					b.Logf("%s in all%s", total.Round(time.Millisecond), told.String())
					b.ReportMetric(total.Seconds(), "s/rules")
				}
			})
		}
	}
}
