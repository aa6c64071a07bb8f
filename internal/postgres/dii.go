package postgres

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

// rounds is the subject of what passes between the Authority and the department.
var rounds = registry.Subject{Noun: registry.DIINoun.Name, Disclosure: registry.Ordinary}

// DII holds our values of a year against what the Authority sent in its rounds,
// on the year's last day, or on another. CodeForbidden, or CodeUnauthorized for
// who has not signed in, for all but the department and auditors.
func (db *DB) DII(ctx context.Context, who registry.Actor, year int, asOf *registry.Date) (plan.Reconciliation, error) {
	out := plan.Reconciliation{Year: year, AsOf: registry.NewDate(year, time.December, 31), Items: []plan.Reconciled{},
		Counts: map[plan.RoundStanding]int{}, Titles: map[plan.RoundStanding]registry.Text{}, Years: []int{}}
	if !who.May(registry.SeeFull, rounds).Allowed {
		return out, who.Withheld(registry.T("Đối soát DII dành cho Sở và người giám sát.", "The reconciliation of the DII is for the department and auditors."))
	}
	if asOf != nil {
		out.AsOf = *asOf
	}
	sent, err := db.DIIRounds(ctx, who, year)
	if err != nil {
		return out, err
	}
	for _, c := range db.criteria {
		r, err := db.reconciled(ctx, who, c, out.AsOf)
		if err != nil {
			return out, err
		}
		r.Round1, r.Round2 = sent[c.Indicator][0], sent[c.Indicator][1]
		r.Settle()
		out.Counts[r.Standing]++
		out.Items = append(out.Items, r)
	}
	for _, s := range plan.RoundStandings {
		out.Titles[s] = s.Title()
	}
	rows, err := db.pool.Query(as(ctx, who), `SELECT DISTINCT year::int FROM guarded.dii_result ORDER BY 1 DESC`)
	if err != nil {
		return out, translate(err)
	}
	years, err := pgx.CollectRows(rows, pgx.RowTo[int])
	out.Years = append(out.Years, years...)
	return out, translate(err)
}

// Criteria are those of the index, in their order.
func (db *DB) Criteria() []plan.Criterion { return db.criteria }

// DIIRounds reads what was sent of a year that its asker may see: of each
// indicator what came in round 1 and in round 2, nil for nothing.
func (db *DB) DIIRounds(ctx context.Context, who registry.Actor, year int) (map[string][2]*plan.Round, error) {
	rows, err := db.pool.Query(as(ctx, who), `SELECT id, version, round, indicator, value, received_on, document_number, "position", comment, evidence
		FROM guarded.dii_result WHERE year = $1`, year)
	if err != nil {
		return nil, translate(err)
	}
	out := map[string][2]*plan.Round{}
	var r plan.Round
	var round, indicator string
	var value *float64
	_, err = pgx.ForEachRow(rows, []any{&r.ID, &r.Version, &round, &indicator, &value, &r.ReceivedOn, &r.DocumentNumber, &r.Position, &r.Comment, &r.Evidence}, func() error {
		one := r
		if value != nil {
			one.Value = asWritten(*value)
		}
		both := out[indicator]
		if round == "2" {
			both[1] = &one
		} else {
			both[0] = &one
		}
		out[indicator] = both
		return nil
	})
	return out, translate(err)
}

// reconciled is a criterion with our value and what shows it.
func (db *DB) reconciled(ctx context.Context, who registry.Actor, c plan.Criterion, asOf registry.Date) (plan.Reconciled, error) {
	q := plan.Query{Indicator: c.Indicator, AsOf: asOf}
	result, err := db.Indicator(ctx, who, q)
	if err != nil {
		return plan.Reconciled{}, err
	}
	r := plan.Reconciled{Criterion: c, Unit: result.Unit, Value: result.Value, Why: result.Why, Permalink: result.Permalink}
	if result.Reported != nil {
		r.Source, r.Evidence = result.Reported.Source, result.Reported.Evidence
	}
	if result.Definition.Family != plan.ReportedFamily {
		n, err := db.countBehind(ctx, q)
		if err != nil {
			return r, err
		}
		r.Records = &n
	}
	return r, nil
}
