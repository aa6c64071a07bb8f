package postgres

import (
	"context"
	"errors"
	"strconv"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

// staleMonths is how old a reported value may be before its age is said.
const staleMonths = 13

// asWritten makes the decimal that a number was written as.
func asWritten(v float64) *plan.Decimal {
	d, err := plan.ParseDecimal(strconv.FormatFloat(v, 'f', -1, 64))
	if err != nil {
		return nil
	}
	return &d
}

// reported fills in the newest value reported of a unit by the day asked for:
// of one day what was verified goes before what was declared.
func (db *DB) reported(ctx context.Context, a asked, r *plan.Result) error {
	unit, err := db.reportedUnit(ctx, a)
	if err != nil {
		return err
	}
	if err := db.pool.QueryRow(ctx, `SELECT change_horizon()`).Scan(&r.DataVersion); err != nil {
		return translate(err)
	}
	var ref plan.Reference
	var value float64
	var num, den *float64
	err = db.pool.QueryRow(ctx, `SELECT r.id, r.valid_from, r.valid_on, r.source, r.method, r.evidence, r.layer, r.value, r.numerator, r.denominator
		FROM reported_value r JOIN unit u ON u.code = r.unit_code AND u.valid @> r.valid_on
		WHERE r.indicator = $1 AND r.valid_on <= $2 AND u.id = $3 AND ($4 IN ('', 'published') OR r.layer = $4)
		ORDER BY r.valid_on DESC, r.layer = 'verified' DESC LIMIT 1`, a.indicator.Code, a.AsOf, unit, a.Layer).
		Scan(&ref.ID, &ref.From, &ref.On, &ref.Source, &ref.Method, &ref.Evidence, &r.Layer, &value, &num, &den)
	if errors.Is(err, pgx.ErrNoRows) {
		r.Why = registry.T("Chưa có số liệu báo cáo đến ngày này.", "No data: nothing is reported by this day.")
		return nil
	}
	if err != nil {
		return translate(err)
	}
	r.Value, r.Reported = asWritten(value), &ref
	if num != nil {
		r.Numerator, r.Denominator = asWritten(*num), asWritten(*den)
	}
	if ref.On.AddMonths(staleMonths).Before(a.AsOf) {
		r.Notes = append(r.Notes, registry.Tf("Số liệu của ngày %s, đã cũ hơn một năm so với ngày hỏi.", "The value is of %s, more than a year before the day asked for.", ref.On))
	}
	return nil
}

// reportedUnit is the unit a reported value is looked for: the one asked for, or
// the only province there is.
func (db *DB) reportedUnit(ctx context.Context, a asked) (int64, error) {
	if a.place.unit != 0 {
		return a.place.unit, nil
	}
	rows, err := db.pool.Query(ctx, `SELECT id FROM unit WHERE level = 'province' AND valid @> $1::date`, a.On())
	if err != nil {
		return 0, translate(err)
	}
	ids, err := pgx.CollectRows(rows, pgx.RowTo[int64])
	if err != nil || len(ids) != 1 {
		return 0, translate(err)
	}
	return ids[0], nil
}
