package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/compliance"
	"github.com/hatangso/hatangso/internal/registry"
)

// book reads the law that is judged by.
func (db *DB) book(ctx context.Context, q querier) (b compliance.Book, err error) {
	rows, err := q.Query(ctx, `SELECT code, vi, en, clause_vi, clause_en, mark, in_force_from, in_force_until, permit_needed FROM compliance_law ORDER BY in_force`)
	if err != nil {
		return b, err
	}
	if b.Laws, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (l compliance.Law, err error) {
		err = row.Scan(&l.Code, &l.Title.VI, &l.Title.EN, &l.Clause.VI, &l.Clause.EN, &l.Mark, &l.From, &l.Until, &l.PermitNeeded)
		return l, err
	}); err != nil {
		return b, err
	}
	rows, err = q.Query(ctx, `SELECT basis, coalesce(law, ''), outside_urban, not_bulky, kinds, number_needed, clause_vi, clause_en, mark FROM compliance_ground`)
	if err != nil {
		return b, err
	}
	if b.Grounds, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (g compliance.Ground, err error) {
		var kinds []string
		err = row.Scan(&g.Basis, &g.Law, &g.OutsideUrban, &g.NotBulky, &kinds, &g.NumberNeeded, &g.Clause.VI, &g.Clause.EN, &g.Mark)
		for _, k := range kinds {
			g.Kinds = append(g.Kinds, registry.Kind(k))
		}
		g.Title = db.codes[permitBasisList][g.Basis].Title
		return g, err
	}); err != nil {
		return b, err
	}
	b.Settings = map[string]compliance.Setting{}
	rows, err = q.Query(ctx, `SELECT rule, effect, coalesce(value, 0) FROM compliance_rule`)
	if err != nil {
		return b, err
	}
	var rule string
	var s compliance.Setting
	_, err = pgx.ForEachRow(rows, []any{&rule, &s.Effect, &s.Value}, func() error {
		b.Settings[rule] = s
		return nil
	})
	return b, err
}

// permitBasisList is the code list of grounds.
const permitBasisList = "permit_basis"
