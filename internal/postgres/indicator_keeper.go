package postgres

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/plan"
)

// When numbers are brought up to changes without anybody asking.
const (
	lookForChanges = 2 * time.Second
	// changes that keep coming are waited out so long, a load for instance
	keepAtLatest = time.Minute
	// keptWarm is how long a definition besides the catalogue's is kept up after it
	// was last asked for.
	keptWarm = 24 * time.Hour
)

// FollowChanges brings the kept facts of indicators up to the register after each
// change, once the writers pause, until ctx ends: who asks next waits for nothing.
// Who asks sooner gets what they ask for brought up first, so nobody is told an old
// number. failed hears of what goes wrong; it is tried again after the next change.
func (db *DB) FollowChanges(ctx context.Context, failed func(error)) {
	tick := time.NewTicker(lookForChanges)
	defer tick.Stop()
	done, seen, since := int64(-1), int64(-1), time.Now()
	for {
		select {
		case <-ctx.Done():
			return
		case now := <-tick.C:
			var seq int64
			err := db.pool.QueryRow(as(ctx, counter), `SELECT change_horizon()`).Scan(&seq)
			if err == nil {
				if seq == done {
					since = now
					continue
				}
				if seq != seen && now.Sub(since) < keepAtLatest {
					seen = seq
					continue
				}
				err = db.keepWarm(ctx)
				done, since = seq, time.Now()
			}
			if err != nil && ctx.Err() == nil {
				failed(err)
			}
		}
	}
}

// keepWarm keeps up every definition that is kept and asked for, and the
// catalogue's first ones.
func (db *DB) keepWarm(ctx context.Context) error {
	if err := db.KeepIndicators(ctx, func(string, time.Duration) {}); err != nil {
		return err
	}
	rows, err := db.pool.Query(as(ctx, counter), `SELECT family, parameters FROM indicator_kept WHERE asked_at > now() - $1::interval ORDER BY id`, keptWarm)
	if err != nil {
		return translate(err)
	}
	others, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (d plan.Definition, err error) {
		return d, row.Scan(&d.Family, &d.Parameters)
	})
	if err != nil {
		return translate(err)
	}
	for _, d := range others {
		if _, err := db.keep(ctx, d); err != nil {
			return err
		}
	}
	return nil
}
