package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
)

// SuccessorResult is what a load of successors did.
type SuccessorResult struct {
	Read    int64 `json:"read"`
	Units   int64 `json:"units_created"`
	Created int64 `json:"created"`
	Same    int64 `json:"same"`
}

// ImportSuccessors records which old units became which new ones on a day.
// Units that the register does not know are made by code and name, the old ones
// valid until the day, the new ones from it; a boundary can follow.
func (db *DB) ImportSuccessors(ctx context.Context, who registry.Actor, list []registry.Succession, effective registry.Date, dryRun bool) (result SuccessorResult, err error) {
	err = db.write(ctx, who, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, `CREATE TEMP TABLE succession (old_level text, new_level text, old_code text, old_name text, old_province text,
			new_code text, new_name text, new_province text, whole boolean) ON COMMIT DROP; SET LOCAL statement_timeout = 0`); err != nil {
			return err
		}
		columns := []string{"old_level", "new_level", "old_code", "old_name", "old_province", "new_code", "new_name", "new_province", "whole"}
		result.Read, err = tx.CopyFrom(ctx, pgx.Identifier{"succession"}, columns, pgx.CopyFromSlice(len(list), func(i int) ([]any, error) {
			s := list[i]
			return []any{string(s.OldLevel), string(s.NewLevel), s.OldCode, s.OldName, s.OldProvince, s.NewCode, s.NewName, s.NewProvince, s.Whole}, nil
		}))
		if err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, `ANALYZE succession`); err != nil {
			return err
		}
		made, err := tx.Exec(ctx, query("successor_units"), effective)
		if err != nil {
			return err
		}
		if result.Units = made.RowsAffected(); result.Units >= worthAnalyzing {
			if _, err := tx.Exec(ctx, `ANALYZE unit`); err != nil {
				return err
			}
		}
		linked, err := tx.Exec(ctx, query("successor_links"), effective)
		if err != nil {
			return err
		}
		result.Created = linked.RowsAffected()
		result.Same = result.Read - result.Created
		if dryRun {
			return errTakeBack
		}
		return nil
	})
	if err == errTakeBack {
		err = nil
	}
	return result, err
}
