package postgres_test

import (
	"context"
	"testing"
	"time"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

// While serving, what is kept follows what is written without anybody asking; and
// who asks is told the register as it stands, kept or not.
func TestNumbersFollowChanges(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.telecom()
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		r.db.FollowChanges(ctx, func(err error) { t.Error(err) })
	}()
	keptTo := func() int64 {
		return one[int64](r, `SELECT coalesce(min(seq), -1) FROM indicator_kept WHERE family = 'sharing' AND parameters ->> 'asset' = 'site' AND (SELECT count(*) FROM indicator_kept) >= 14`)
	}
	for want, code := range []string{"A", "B"} {
		r.tenants(r.site(code, 106+float64(want)/10, 20, owner("Viettel")), "Viettel", "VNPT")
		written := one[int64](r, `SELECT change_horizon()`)
		for deadline := time.Now().Add(time.Minute); keptTo() < written; time.Sleep(100 * time.Millisecond) {
			if time.Now().After(deadline) {
				t.Fatalf("kept up to %d, written up to %d", keptTo(), written)
			}
		}
		kept := one[int64](r, `SELECT sum(num)::bigint FROM indicator_sum s JOIN indicator_kept k ON k.id = s.kept_id WHERE k.family = 'sharing' AND k.parameters ->> 'asset' = 'site'
			AND k.parameters ->> 'claims' = 'undisputed' AND k.parameters ->> 'measure' = 'count' AND NOT k.parameters ? 'since' AND year = extract(year FROM current_date) + 1`)
		if kept != int64(want)+1 {
			t.Errorf("%d sites are kept as shared, want %d", kept, want+1)
		}
	}
	stop()
	<-ended
	r.tenants(r.site("C", 106.3, 20, owner("Viettel")), "Viettel")
	if got := r.indicator(plan.Query{Indicator: "R_BTS_STOCK", AsOf: today()}); fraction(got) != "2/3" {
		t.Errorf("asked at once: %s", fraction(got))
	}
}

// A definition that is not the catalogue's is kept while there is room, makes room
// when nobody has asked for long, and is reckoned without being kept otherwise:
// the number is the same.
func TestRoomForOtherDefinitions(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.telecom()
	r.tenants(r.site("A", 106, 20, owner("Viettel"), func(s *registry.Site) { s.OperatingFrom = dayPtr("2024-05-05") }), "Viettel", "VNPT")
	since := func(n int) plan.Query {
		first := day("2024-01-01").AddDays(n)
		return plan.Query{Indicator: "R_BTS_NEW", AsOf: today(), Since: &first}
	}
	kept := func(first string) int {
		return one[int](r, `SELECT count(*)::int FROM indicator_kept WHERE parameters ->> 'since' = $1 AND seq IS NOT NULL`, first)
	}
	r.indicator(since(0))
	r.exec(`INSERT INTO indicator_kept (family, parameters, extra) SELECT 'sharing', jsonb_build_object('made', n), true FROM generate_series(1, 60) n`)
	if got := r.indicator(since(1)); fraction(got) != "1/1" || kept("2024-01-01") != 3 || kept("2024-01-02") != 0 {
		t.Errorf("without room: %s, %d kept", fraction(got), kept("2024-01-02"))
	}
	r.exec(`UPDATE indicator_kept SET asked_at = now() - interval '2 hours' WHERE parameters ? 'made'`)
	if got := r.indicator(since(2)); fraction(got) != "1/1" || kept("2024-01-03") != 3 { // and those of its interval
		t.Errorf("with room made: %s, %d kept", fraction(got), kept("2024-01-03"))
	}
}
