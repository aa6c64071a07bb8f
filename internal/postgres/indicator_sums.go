package postgres

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

// Beside the facts of a definition their sums are kept, by unit, owner and
// operator: what had come by the first day of each year, and by how much each day
// of the year changes it. So any day is a year's beginning and some days, however
// many records there are. Rows are added and never changed: what a record counted
// for is taken off, what it counts for is put on.

// mostAdded is how many rows come to the sums of a definition before they are
// added up anew.
const mostAdded = 200_000

// addSums puts the facts of records on the sums of a definition, or takes them
// off: sign is 1 or -1. nil ids are all. lastYear is the last year that has a
// beginning of its own. It gives how many rows came.
func addSums(ctx context.Context, tx pgx.Tx, id int64, ids []int64, sign, lastYear int) (rows int64, err error) {
	tag, err := tx.Exec(ctx, query("indicator_sums"), id, ids, sign, rememberedFrom.Year(), lastYear)
	return tag.RowsAffected(), err
}

// remakeSums adds the facts of a definition up anew.
func remakeSums(ctx context.Context, tx pgx.Tx, id int64, lastYear int) error {
	if _, err := tx.Exec(ctx, `DELETE FROM indicator_sum WHERE kept_id = $1`, id); err != nil {
		return err
	}
	if _, err := addSums(ctx, tx, id, nil, 1, lastYear); err != nil {
		return err
	}
	_, err := tx.Exec(ctx, `UPDATE indicator_kept SET added = 0, last_year = $2 WHERE id = $1`, id, lastYear)
	return err
}

// ResumIndicators adds the facts of every definition that is kept up anew: what the
// sums are checked against.
func (db *DB) ResumIndicators(ctx context.Context) error {
	ctx = as(ctx, counter)
	rows, err := db.pool.Query(ctx, `SELECT id, last_year FROM indicator_kept WHERE seq IS NOT NULL ORDER BY id`)
	if err != nil {
		return translate(err)
	}
	all, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (k kept, err error) { return k, row.Scan(&k.id, &k.lastYear) })
	if err != nil {
		return translate(err)
	}
	for _, k := range all {
		if err := pgx.BeginFunc(ctx, db.pool, func(tx pgx.Tx) error {
			if _, err := tx.Exec(ctx, `SET LOCAL statement_timeout = '1h'; SET LOCAL work_mem = '256MB'; SELECT FROM indicator_kept WHERE id = `+strconv.FormatInt(k.id, 10)+` FOR UPDATE`); err != nil {
				return err
			}
			return remakeSums(ctx, tx, k.id, k.lastYear)
		}); err != nil {
			return translate(err)
		}
	}
	_, err = db.pool.Exec(ctx, `SELECT analyze_table('indicator_fact'), analyze_table('indicator_sum')`)
	return translate(err)
}

// summed says whether an answer needs no look at single records: they are placed
// by their commune, on days that are kept.
func (a asked) summed(first registry.Date) bool {
	return !slices.Contains(a.place.whole, false) && !first.Before(rememberedFrom)
}

// counted gives what counts on the day asked for as a subquery of unit_id,
// owner_id, operator, num, den and excluded, whose arguments come first, and the
// position of the log it is right at.
func (db *DB) counted(ctx context.Context, a asked) (sql string, args []any, seq int64, err error) {
	if !a.summed(a.AsOf) {
		return db.countedFacts(ctx, a)
	}
	k, err := db.kept(ctx, a)
	if err != nil {
		return "", nil, 0, err
	}
	if k == nil {
		return db.countedFacts(ctx, a)
	}
	args = []any{k.id, min(a.AsOf.Year(), k.lastYear), a.AsOf}
	sql = `SELECT unit_id, owner_id, operator, sum(num) AS num, sum(den) AS den, sum(excluded) AS excluded FROM indicator_sum
		WHERE kept_id = $1 AND year = $2 AND (day IS NULL OR day <= $3)`
	return a.narrow(sql, &args) + ` GROUP BY 1, 2, 3`, args, k.seq, nil
}

// countedFacts is counted, of the facts themselves; they bear noun and id.
func (db *DB) countedFacts(ctx context.Context, a asked) (sql string, args []any, seq int64, err error) {
	source, args, seq, err := db.source(ctx, a, a.AsOf, a.AsOf)
	if err != nil {
		return "", nil, 0, err
	}
	args = append(args, a.AsOf)
	return fmt.Sprintf(`SELECT noun, id, unit_id, owner_id, operator, num, den, excluded::int AS excluded FROM (%s) c WHERE during @> $%d::date`, source, len(args)), args, seq, nil
}

// moves gives by how much each day changes what counts, as a subquery of day,
// unit_id, num and den: all that had come by the first day asked about, and the
// days from then to the last.
func (db *DB) moves(ctx context.Context, a asked, first, last registry.Date) (sql string, args []any, err error) {
	if a.summed(first) {
		k, err := db.kept(ctx, a)
		if err != nil {
			return "", nil, err
		}
		if k != nil {
			args = []any{k.id, min(first.Year(), k.lastYear), min(last.Year(), k.lastYear)}
			sql = `SELECT coalesce(day, '1900-01-01') AS day, unit_id, num, den FROM indicator_sum
				WHERE kept_id = $1 AND (year = $2 AND day IS NULL OR day IS NOT NULL AND year BETWEEN $2 AND $3)`
			return a.narrow(sql, &args), args, nil
		}
	}
	source, args, _, err := db.source(ctx, a, first, last)
	if err != nil {
		return "", nil, err
	}
	sql = fmt.Sprintf(`SELECT d.day, c.noun, c.id, c.unit_id, d.sign * c.num AS num, d.sign * c.den AS den FROM (%s) c
		CROSS JOIN LATERAL (SELECT greatest(coalesce(lower(c.during), '1900-01-01'), '1900-01-01')::date AS day, 1 AS sign
			UNION ALL SELECT upper(c.during), -1 WHERE NOT upper_inf(c.during)) d`, source)
	return sql, args, nil
}

// narrow adds the owner and operator asked for to a condition.
func (a asked) narrow(sql string, args *[]any) string {
	if a.owner != nil {
		*args = append(*args, *a.owner)
		sql += fmt.Sprintf(` AND owner_id = $%d`, len(*args))
	}
	if a.operator != "" {
		*args = append(*args, a.operator)
		sql += fmt.Sprintf(` AND operator = $%d`, len(*args))
	}
	return sql
}

// mostKept is how many definitions besides those of the catalogue are kept: a
// plan's own cohort, a set of technologies, a layer.
const mostKept = 40

// kept brings the kept facts of what is asked up to the register; nil when they
// are not kept, for too many others are.
func (db *DB) kept(ctx context.Context, a asked) (*kept, error) {
	if !db.keepable(a) {
		room, err := db.roomToKeep(ctx, a.definition)
		if err != nil || !room {
			return nil, err
		}
	}
	k, err := db.keep(ctx, a.definition)
	if err != nil || k.noted {
		return &k, err
	}
	_, err = db.pool.Exec(ctx, `UPDATE indicator_kept SET asked_at = now() WHERE id = $1`, k.id)
	return &k, translate(err)
}

// roomToKeep says whether a definition that is not the catalogue's is kept, or may
// be; the one nobody has asked for the longest gives way, but none of the last hour:
// somebody may be reading it.
func (db *DB) roomToKeep(ctx context.Context, d plan.Definition) (room bool, err error) {
	err = db.pool.QueryRow(ctx, `SELECT EXISTS (SELECT FROM indicator_kept WHERE family = $1 AND parameters = $2)
		OR (SELECT count(*) FROM indicator_kept WHERE extra) < $3`, d.Family, d.Parameters, mostKept).Scan(&room)
	if err != nil || room {
		return room, translate(err)
	}
	err = pgx.BeginFunc(ctx, db.pool, func(tx pgx.Tx) error {
		var id int64
		err := tx.QueryRow(ctx, `DELETE FROM indicator_kept WHERE id = (SELECT id FROM indicator_kept WHERE extra AND asked_at < now() - interval '1 hour'
			ORDER BY asked_at LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING id`).Scan(&id)
		if err != nil {
			return err
		}
		_, err = tx.Exec(ctx, `WITH sums AS (DELETE FROM indicator_sum WHERE kept_id = $1) DELETE FROM indicator_fact WHERE kept_id = $1`, id)
		room = err == nil
		return err
	})
	if err == pgx.ErrNoRows {
		return false, nil
	}
	return room, translate(err)
}
