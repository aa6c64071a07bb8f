package postgres

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

// Numbers come from facts: weights of records that count on the days of a range
// (see sql/facts_sharing.sql). The facts of a definition as the catalogue has it
// are kept. Before they are read the change log is asked what has been written
// since, and the facts of those records alone are made anew; so any day, any
// unit and any month is a sum over rows that are there.

// rememberedFrom and rememberedTo are the first and last day that facts are kept for.
var (
	rememberedFrom = registry.NewDate(1990, 1, 1)
	rememberedTo   = registry.NewDate(2100, 12, 31)
)

// mostRemade is how many records are made anew by themselves; for more, all are.
const mostRemade = 5000

// dependents says for each family which nouns its facts follow from, besides
// the works themselves: by the column of the log's images that names the work.
var dependents = map[string]map[string]string{
	"sharing":     {"tenancy": "asset_id", "station": "site_id"},
	"cross":       {"tenancy": "asset_id"},
	"masts":       {"mast": "site_id"},
	"underground": {},
	"certificate": {"certificate": "site_id"},
}

// kept names the kept facts of a definition.
type kept struct {
	id       int64
	seq      int64 // the position of the log up to which everything is in
	lastYear int   // that has a beginning of its own among the sums
	noted    bool  // that it was asked for of late
}

// works gives the kinds a definition's facts are of; none for villages.
func works(d plan.Definition) []string {
	var kinds []string
	for _, k := range d.Parameters.Assets {
		kinds = append(kinds, string(k))
	}
	switch d.Family {
	case "sharing":
		kinds = append(kinds, string(d.Parameters.Asset))
	case "masts", "certificate":
		kinds = append(kinds, string(registry.SiteKind))
	case "underground":
		kinds = append(kinds, string(registry.CableRouteKind))
	}
	return kinds
}

// watched gives the nouns whose changes may change a definition's facts; whole
// are those of which any change makes all of them anew.
func watched(d plan.Definition) (all, whole []string) {
	whole = []string{"organization", "unit"}
	switch {
	case d.Family != "coverage":
	case d.Parameters.Layer != plan.ComputedLayer: // what is said of villages
		whole = append(whole, "village", "statement", "technology")
	default: // and what reaches them
		whole = append(whole, "village", "station", "site", "service_point", "pole", "manhole", "duct", "trench", "cable_route", "technology")
	}
	all = append(slices.Clone(whole), works(d)...)
	for noun := range dependents[d.Family] {
		all = append(all, noun)
	}
	return all, whole
}

// keep brings the kept facts of a definition up to the register.
func (db *DB) keep(ctx context.Context, d plan.Definition) (k kept, err error) {
	ctx = as(ctx, counter)
	parameters, err := json.Marshal(d.Parameters)
	if err != nil {
		return k, err
	}
	nouns, whole := watched(d)
	// nothing changed is told without waiting for anybody
	var seq *int64
	var changed bool
	err = db.pool.QueryRow(ctx, `SELECT id, seq, last_year, EXISTS (SELECT FROM change c WHERE c.seq > k.seq AND c.noun = ANY ($3)), change_horizon(), asked_at > now() - interval '30 minutes'
		FROM indicator_kept k WHERE family = $1 AND parameters = $2`, d.Family, parameters, nouns).Scan(&k.id, &seq, &k.lastYear, &changed, &k.seq, &k.noted)
	if err != nil && !errors.Is(err, pgx.ErrNoRows) {
		return k, translate(err)
	}
	if err == nil && seq != nil && !changed && k.seq-*seq < mostRemade {
		return k, nil
	}
	err = pgx.BeginFunc(ctx, db.pool, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, `SET LOCAL statement_timeout = '30min'; SET LOCAL work_mem = '64MB'`); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, `INSERT INTO indicator_kept (family, parameters, extra) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`, d.Family, parameters, !db.catalogue.Has(d)); err != nil {
			return err
		}
		var added int64
		if err := tx.QueryRow(ctx, `SELECT id, seq, added, last_year FROM indicator_kept WHERE family = $1 AND parameters = $2 FOR UPDATE`, d.Family, parameters).Scan(&k.id, &seq, &added, &k.lastYear); err != nil {
			return err
		}
		// the horizon first: what is seen after it is at least as new
		if err := tx.QueryRow(ctx, `SELECT change_horizon()`).Scan(&k.seq); err != nil {
			return err
		}
		touched, all, err := touchedSince(ctx, tx, d, seq, whole)
		if err != nil {
			return err
		}
		if all {
			touched, k.lastYear = nil, time.Now().Year()+1
			if _, err := tx.Exec(ctx, `DELETE FROM indicator_fact WHERE kept_id = $1`, k.id); err != nil {
				return err
			}
		} else if len(touched) > 0 {
			off, err := addSums(ctx, tx, k.id, touched, -1, k.lastYear)
			if err != nil {
				return err
			}
			added += off
			if _, err := tx.Exec(ctx, `DELETE FROM indicator_fact WHERE kept_id = $1 AND id = ANY ($2)`, k.id, touched); err != nil {
				return err
			}
		}
		var made int64
		if all || len(touched) > 0 {
			tag, err := tx.Exec(ctx, `INSERT INTO indicator_fact
				SELECT $5::bigint, noun, id, unit_id, owner_id, operator, num, den, excluded, during FROM (`+query("facts_"+d.Family)+`) f WHERE NOT isempty(during)`,
				parameters, rememberedFrom, rememberedTo, touched, k.id)
			if err != nil {
				return err
			}
			made = tag.RowsAffected()
		}
		switch {
		case all || added > mostAdded:
			if err := remakeSums(ctx, tx, k.id, k.lastYear); err != nil {
				return err
			}
			// a few more rows do not change what the planner thinks of the many
			if _, err := tx.Exec(ctx, `SELECT analyze_table('indicator_fact'), analyze_table('indicator_sum') FROM pg_class
				WHERE oid = 'indicator_fact'::regclass AND reltuples < 5 * $1::bigint`, made); err != nil {
				return err
			}
		case len(touched) > 0:
			on, err := addSums(ctx, tx, k.id, touched, 1, k.lastYear)
			if err != nil {
				return err
			}
			if _, err := tx.Exec(ctx, `UPDATE indicator_kept SET added = $2 WHERE id = $1`, k.id, added+on); err != nil {
				return err
			}
		}
		_, err = tx.Exec(ctx, `UPDATE indicator_kept SET seq = $2, made_at = now() WHERE id = $1`, k.id, k.seq)
		return err
	})
	return k, translate(err)
}

// touchedSince gives the works whose facts may have changed since a position of
// the log, or that all have.
func touchedSince(ctx context.Context, tx pgx.Tx, d plan.Definition, since *int64, whole []string) (ids []int64, all bool, err error) {
	if since == nil {
		return nil, true, nil
	}
	if err := tx.QueryRow(ctx, `SELECT EXISTS (SELECT FROM change WHERE seq > $1 AND noun = ANY ($2))`, *since, whole).Scan(&all); err != nil || all {
		return nil, all, err
	}
	sql := `SELECT record_id FROM change WHERE seq > $1 AND noun = ANY ($2)`
	for noun, column := range dependents[d.Family] {
		sql += fmt.Sprintf(` UNION SELECT t.%[2]s FROM change c JOIN %[1]s t ON t.id = c.record_id WHERE c.seq > $1 AND c.noun = '%[1]s'
			UNION SELECT (c.before ->> '%[2]s')::bigint FROM change c WHERE c.seq > $1 AND c.noun = '%[1]s' AND c.before ? '%[2]s'`, noun, column)
	}
	rows, err := tx.Query(ctx, `SELECT * FROM (`+sql+fmt.Sprintf(`) t LIMIT %d`, mostRemade+1), *since, append([]string{}, works(d)...))
	if err != nil {
		return nil, false, err
	}
	if ids, err = pgx.CollectRows(rows, pgx.RowTo[int64]); err != nil {
		return nil, false, err
	}
	return append([]int64{}, ids...), len(ids) > mostRemade, nil
}

// KeepIndicators brings the kept facts of every computed indicator, by its first
// definition and for the interval around it, up to the register, and says how long
// each took. Those of other definitions are made when somebody asks.
func (db *DB) KeepIndicators(ctx context.Context, each func(code string, took time.Duration)) error {
	for _, n := range db.catalogue {
		if n.Source == plan.Reported {
			continue
		}
		began := time.Now()
		for _, d := range withInterval(n.Definitions[0]) {
			if _, err := db.keep(ctx, d); err != nil {
				return err
			}
		}
		each(n.Code, time.Since(began))
	}
	return nil
}

// withInterval gives a definition and those its interval is computed by.
func withInterval(d plan.Definition) []plan.Definition {
	all := []plan.Definition{d}
	if d.Family == "sharing" && d.Parameters.Claims == plan.Undisputed {
		for _, claims := range []string{plan.Confirmed, plan.Claimed} {
			bound := d
			bound.Parameters.Claims = claims
			all = append(all, bound)
		}
	}
	return all
}
