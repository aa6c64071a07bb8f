package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

// MaxSeriesMonths bounds the months of one series.
const MaxSeriesMonths = 120

// monthEnds gives the last days of the months from first to last; the month of
// last ends on last.
func monthEnds(first, last registry.Date) (days []registry.Date, err error) {
	for y, m := first.Year(), first.Time().Month(); ; m++ {
		end := registry.NewDate(y, m+1, 1).AddDays(-1)
		if !end.Before(last) {
			return append(days, last), nil
		}
		if days = append(days, end); len(days) >= MaxSeriesMonths {
			return nil, registry.Errorf(registry.CodeInvalid, "Chuỗi số liệu dài nhất %d tháng.", "A series has at most %d months.", MaxSeriesMonths)
		}
	}
}

// IndicatorSeries computes an indicator at the end of each month from a day to
// the day of the query.
func (db *DB) IndicatorSeries(ctx context.Context, who registry.Actor, q plan.Query, first registry.Date) (s plan.Series, err error) {
	if err := ofOwners(who, q.Owner != "" || q.Operator != ""); err != nil {
		return s, err
	}
	ctx = as(ctx, counter)
	if q.AsOf.Before(first) {
		return s, registry.Errorf(registry.CodeInvalid, "Ngày đầu %s sau ngày cuối %s.", "The first day %s is after the last day %s.", first, q.AsOf)
	}
	days, err := monthEnds(first, q.AsOf)
	if err != nil {
		return s, err
	}
	a, err := db.ask(ctx, q)
	if err != nil {
		return s, err
	}
	s = plan.Series{Query: a.Query, Items: make([]plan.Point, 0, len(days))}
	if a.definition.Family == plan.ReportedFamily {
		return s, db.reportedSeries(ctx, a, days, &s)
	}
	steps, err := db.steps(ctx, a, days[0], q.AsOf)
	if err != nil {
		return s, err
	}
	next := 0
	var t tally
	for _, day := range days {
		for ; next < len(steps) && !day.Before(steps[next].day); next++ {
			t.num, t.den = t.num.Plus(steps[next].num), t.den.Plus(steps[next].den)
		}
		p := plan.Point{AsOf: day}
		p.Value, p.Numerator, p.Denominator = a.value(t)
		s.Items = append(s.Items, p)
	}
	return s, nil
}

// step is by how much the sums change on a day.
type step struct {
	day      registry.Date
	num, den plan.Decimal
}

// steps gives the changes of the sums in order of day: what counts from a day on
// comes, what counts no longer goes, so that any number of days cost one reading.
func (db *DB) steps(ctx context.Context, a asked, first, last registry.Date) (steps []step, err error) {
	source, args, err := db.moves(ctx, a, first, last)
	if err != nil {
		return nil, err
	}
	from := a.place.join(source, &args)
	rows, err := db.pool.Query(ctx, `SELECT f.day, sum(f.num * p.share)::text, sum(f.den * p.share)::text FROM `+from+` GROUP BY 1 ORDER BY 1`, args...)
	if err != nil {
		return nil, translate(err)
	}
	var s step
	_, err = pgx.ForEachRow(rows, []any{&s.day, &s.num, &s.den}, func() error {
		steps = append(steps, s)
		s = step{}
		return nil
	})
	return steps, translate(err)
}

// reportedSeries gives what was reported in each month, and nothing where
// nothing was.
func (db *DB) reportedSeries(ctx context.Context, a asked, days []registry.Date, s *plan.Series) error {
	unit, err := db.reportedUnit(ctx, a)
	if err != nil {
		return err
	}
	rows, err := db.pool.Query(ctx, `SELECT DISTINCT ON (m.day) m.day, r.value, r.numerator, r.denominator
		FROM unnest($1::date[]) AS m (day)
		LEFT JOIN (SELECT r.* FROM reported_value r JOIN unit u ON u.code = r.unit_code AND u.valid @> r.valid_on
			WHERE r.indicator = $2 AND u.id = $3 AND ($4 IN ('', 'published') OR r.layer = $4)) r
		ON r.valid_on <= m.day AND r.valid_on >= date_trunc('month', m.day)
		ORDER BY m.day, r.valid_on DESC, r.layer = 'verified' DESC`, days, a.indicator.Code, unit, a.Layer)
	if err != nil {
		return translate(err)
	}
	var day registry.Date
	var value, num, den *float64
	_, err = pgx.ForEachRow(rows, []any{&day, &value, &num, &den}, func() error {
		p := plan.Point{AsOf: day}
		for from, to := range map[*float64]**plan.Decimal{value: &p.Value, num: &p.Numerator, den: &p.Denominator} {
			if from != nil {
				*to = asWritten(*from)
			}
		}
		s.Items = append(s.Items, p)
		return nil
	})
	return translate(err)
}
