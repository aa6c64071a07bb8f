package postgres

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

// RecordParts are the parts of a number that records stand behind.
var RecordParts = []string{"numerator", "denominator", "excluded"}

// IndicatorRecords gives a page of the records behind an indicator, in order of
// id: of works those somebody may see whole, the rest stays behind the number.
// next is the cursor of the page after it, 0 on the last. CodeUnauthorized for
// who has not signed in and asks for works.
func (db *DB) IndicatorRecords(ctx context.Context, who registry.Actor, q plan.Query, part string, page registry.Page) (list []plan.BehindRecord, next int64, err error) {
	list = []plan.BehindRecord{}
	a, err := db.ask(as(ctx, counter), q)
	if err != nil || a.definition.Family == plan.ReportedFamily {
		return list, 0, err
	}
	var theirs []int64 // nil for all
	if a.definition.Family != "coverage" && !who.SeesAll() {
		if !who.SignedIn() {
			return nil, 0, registry.Errorf(registry.CodeUnauthorized, "Hãy đăng nhập để xem bản ghi đứng sau con số.", "Sign in to see the records behind a number.")
		}
		theirs = []int64{}
		for _, kind := range works(a.definition) {
			ids, err := db.theirs(ctx, who, registry.NounByKind(registry.Kind(kind)))
			if err != nil {
				return nil, 0, err
			}
			theirs = slices.AppendSeq(theirs, maps.Keys(ids))
		}
	}
	ctx = as(ctx, counter)
	source, args, _, err := db.source(ctx, a, a.AsOf, a.AsOf)
	if err != nil {
		return nil, 0, err
	}
	from := a.place.join(source, &args)
	args = append(args, a.AsOf, page.After, theirs, page.Limit+1)
	weight, counts := "f.den", "f.den > 0"
	switch {
	case part == "excluded":
		counts = "f.excluded"
	case part == "numerator" || a.indicator.Unit == plan.Count:
		weight, counts = "f.num", "f.num > 0"
	}
	rows, err := db.pool.Query(ctx, fmt.Sprintf(`SELECT f.noun, f.id, coalesce(a.code, v.code, ''), coalesce(ST_X(ST_PointOnSurface(coalesce(a.geom, v.geom))), 0),
			coalesce(ST_Y(ST_PointOnSurface(coalesce(a.geom, v.geom))), 0), f.weight::text, coalesce(u.name, '')
		FROM (SELECT f.noun, f.id, f.unit_id, sum(%s) AS weight FROM %s WHERE f.during @> $%d::date AND f.id > $%d AND ($%d::bigint[] IS NULL OR f.id = ANY ($%[5]d)) AND %[6]s GROUP BY 1, 2, 3 ORDER BY f.id LIMIT $%[7]d) f
		LEFT JOIN asset a ON f.noun <> 'village' AND a.kind = f.noun AND a.id = f.id LEFT JOIN village v ON f.noun = 'village' AND v.id = f.id LEFT JOIN unit u ON u.id = f.unit_id
		ORDER BY f.id`, weight, from, len(args)-3, len(args)-2, len(args)-1, counts, len(args)), args...)
	if err != nil {
		return nil, 0, translate(err)
	}
	defer rows.Close()
	for rows.Next() {
		var r plan.BehindRecord
		var w plan.Decimal
		if err := rows.Scan(&r.Noun, &r.ID, &r.Code, &r.Lon, &r.Lat, &w, &r.Unit); err != nil {
			return nil, 0, translate(err)
		}
		if len(list) == page.Limit {
			return list, list[page.Limit-1].ID, nil
		}
		r.Weight = *plan.Ratio(w, a.unit, 1)
		list = append(list, r)
	}
	return list, 0, translate(rows.Err())
}

// behind gives the ids behind a number, ascending.
func (db *DB) behind(ctx context.Context, a asked, counts string) ([]int64, error) {
	source, args, _, err := db.source(ctx, a, a.AsOf, a.AsOf)
	if err != nil {
		return nil, err
	}
	from := a.place.join(source, &args)
	args = append(args, a.AsOf)
	rows, err := db.pool.Query(ctx, fmt.Sprintf(`SELECT DISTINCT f.id FROM %s WHERE f.during @> $%d::date AND %s ORDER BY 1`, from, len(args), counts), args...)
	if err != nil {
		return nil, translate(err)
	}
	ids, err := pgx.CollectRows(rows, pgx.RowTo[int64])
	return append([]int64{}, ids...), translate(err)
}

// countBehind counts the records a computed number is of: those in its denominator.
func (db *DB) countBehind(ctx context.Context, q plan.Query) (n int64, err error) {
	ctx = as(ctx, counter)
	a, err := db.ask(ctx, q)
	if err != nil {
		return 0, err
	}
	source, args, _, err := db.source(ctx, a, a.AsOf, a.AsOf)
	if err != nil {
		return 0, err
	}
	from := a.place.join(source, &args)
	args = append(args, a.AsOf)
	err = db.pool.QueryRow(ctx, fmt.Sprintf(`SELECT count(DISTINCT f.id) FROM %s WHERE f.during @> $%d::date AND f.den > 0`, from, len(args)), args...).Scan(&n)
	return n, translate(err)
}
