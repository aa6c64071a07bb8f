package postgres

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/postgres/rule"
	"github.com/hatangso/hatangso/internal/registry"
)

// Stage drives the stages of a load that the check of a filing drives, prepares
// staged for the rules, and takes everything back once fn has looked at it.
func (db *DB) Stage(ctx context.Context, who registry.Actor, n *registry.Noun, rows registry.Rows, fn func(pgx.Tx) error) (registry.Report, error) {
	l := &load{db: db, who: who, noun: n, rows: rows, opts: ImportOptions{Progress: func(string, int64) {}}}
	err := db.write(ctx, who, func(tx pgx.Tx) error {
		l.tx = tx
		if _, err := tx.Exec(ctx, `SET LOCAL statement_timeout = 0; SET LOCAL plan_cache_mode = force_custom_plan; SET LOCAL work_mem = '64MB'`); err != nil {
			return err
		}
		for _, stage := range []func(context.Context) error{l.copy, l.organizations, l.resolve, l.match} {
			if err := stage(ctx); err != nil {
				return err
			}
		}
		for _, statement := range rule.Prepare(n) {
			if _, err := tx.Exec(ctx, statement); err != nil {
				return fmt.Errorf("%s: %w", statement, err)
			}
		}
		if err := fn(tx); err != nil {
			return err
		}
		return errTakeBack
	})
	if errors.Is(err, errTakeBack) {
		err = nil
	}
	return l.report, err
}
