package postgres

import (
	"context"
	"fmt"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

// PlanBoard holds a plan against the values of a day, of the territory it was made
// for. unit asks for another one, as it is on the day, which is not comparable
// unless it is the same.
func (db *DB) PlanBoard(ctx context.Context, who registry.Actor, code string, asOf registry.Date, unit string) (b plan.Board, err error) {
	p, err := db.Plan(ctx, who, code)
	if err != nil {
		return b, err
	}
	ctx = as(ctx, counter)
	b = plan.Board{Plan: plan.Header{Code: p.Code, Title: p.Title, Number: p.Number, From: p.From, To: p.To}, AsOf: asOf,
		Items: []plan.Row{}, Counts: map[plan.Standing]int{}, Titles: map[plan.Standing]registry.Text{}}
	for _, s := range plan.Standings {
		b.Titles[s], b.Counts[s] = s.Title(), 0
	}
	q := plan.Query{AsOf: asOf, Unit: p.Unit, Boundary: p.UnitOn}
	own, ownErr := db.place(ctx, p.Unit, registry.Date{})
	if p.UnitOn != nil {
		own, ownErr = db.place(ctx, p.Unit, *p.UnitOn)
	}
	known := p.Unit != "" && ownErr == nil
	if unit != "" {
		q.Unit, q.Boundary = unit, nil
		place, err := db.place(ctx, unit, asOf)
		if err != nil {
			return b, err
		}
		b.Territory, known = place.territory, known && place.unit == own.unit
		if !known {
			b.Why = registry.T("Đơn vị này không phải địa bàn của kế hoạch.", "This unit is not the territory the plan was made for.")
		}
	} else {
		if registry.CodeOf(ownErr) != registry.CodeInvalid && ownErr != nil {
			return b, ownErr
		}
		b.Territory = own.territory
		if !known {
			b.Territory.Code, b.Territory.Name = p.Unit, "" // what it was called the plan says
			b.Why = registry.Tf("Sổ này không có địa bàn của kế hoạch (mã %s).", "This register does not hold the plan’s territory (code %s).", p.Unit)
		}
	}
	for _, t := range p.Targets {
		row, err := db.boardRow(ctx, p, t, q, known, unit == "" && !known)
		if err != nil {
			return b, err
		}
		b.Counts[row.Standing]++
		b.Items = append(b.Items, row)
	}
	return b, nil
}

// boardRow judges one target. absent says that there is no territory to count in.
func (db *DB) boardRow(ctx context.Context, p plan.Plan, t plan.Target, q plan.Query, territory, absent bool) (row plan.Row, err error) {
	n := db.catalogue.Find(t.Indicator)
	row = plan.Row{Target: t, Title: n.Title, Unit: n.Unit, NumeratorUnit: n.Counted, Notes: []registry.Text{}, Actions: []plan.Action{}, ValueOn: q.AsOf}
	value := plan.Value{On: q.AsOf, Cohort: plan.Stock, Territory: territory}
	q.Indicator = t.Indicator
	if n.Definition(1).Parameters.Since != nil {
		value.Cohort = plan.New
		since := registry.NewDate(p.From, 1, 1)
		if !since.Equal(*n.Definition(1).Parameters.Since) {
			q.Since = &since
		}
	}
	var base *plan.Baseline
	var unit plan.Decimal
	if !absent {
		a, err := db.ask(ctx, q)
		if err != nil {
			return row, err
		}
		unit = a.unit
		r := a.result()
		if base, err = db.boardValue(ctx, p, a, &row, &r, &value); err != nil {
			return row, err
		}
		row.Layer, row.Notes, row.Permalink = r.Layer, append(row.Notes, r.Notes...), r.Permalink
	}
	j := t.Judge(value, base)
	row.Standing, row.StandingTitle, row.Why, row.Expected = j.Standing, j.Standing.Title(), j.Why, j.Expected
	if j.Standing == plan.NotComparable || j.Standing == plan.NoData || j.Standing == plan.Met {
		return row, nil
	}
	var missing *plan.Decimal
	if j.Missing != nil {
		missing = plan.Ratio(plan.Whole(*j.Missing), unit, 1)
	}
	row.Missing, row.Gap = t.Gap(n, row.Value, missing)
	if row.Actions, err = db.actions(ctx, q, row); err != nil {
		return row, err
	}
	return row, nil
}

// boardValue fills in the value of a row and its trend, and gives the value from
// which the target is walked towards: that of the day before the plan's period.
func (db *DB) boardValue(ctx context.Context, p plan.Plan, a asked, row *plan.Row, r *plan.Result, value *plan.Value) (*plan.Baseline, error) {
	start, yearAgo := registry.NewDate(p.From-1, 12, 31), a.AsOf.AddMonths(-12)
	at := map[registry.Date]*plan.Decimal{}
	if a.definition.Family == plan.ReportedFamily {
		if err := db.reported(ctx, a, r); err != nil {
			return nil, err
		}
		row.Value, row.Numerator, row.Denominator = r.Value, r.Numerator, r.Denominator
		if r.Reported != nil {
			row.ValueOn = r.Reported.On
		}
		for _, day := range []registry.Date{start, yearAgo} {
			earlier, then := a, a.result()
			earlier.AsOf = day
			if err := db.reported(ctx, earlier, &then); err != nil {
				return nil, err
			}
			at[day] = then.Value
		}
		value.Number = row.Value
		if row.Numerator != nil && a.indicator.Unit == plan.Percent {
			value.Numerator, value.Denominator = row.Numerator.Int(), row.Denominator.Int()
		}
	} else {
		steps, err := db.steps(ctx, a, start, a.AsOf)
		if err != nil {
			return nil, err
		}
		on := func(day registry.Date) (t tally) {
			for _, s := range steps {
				if !day.Before(s.day) {
					t.num, t.den = t.num.Plus(s.num), t.den.Plus(s.den)
				}
			}
			return t
		}
		t := on(a.AsOf)
		row.Value, row.Numerator, row.Denominator = a.value(t)
		value.Number = row.Value
		if a.indicator.Unit == plan.Percent {
			value.Numerator, value.Denominator = t.num.Int(), t.den.Int()
		}
		for _, day := range []registry.Date{start, yearAgo} {
			at[day], _, _ = a.value(on(day))
		}
	}
	if row.Value != nil && at[yearAgo] != nil {
		row.Trend = plan.TrendOf(yearAgo, *at[yearAgo], a.AsOf, *row.Value, a.indicator.Unit)
	}
	if at[start] == nil {
		return nil, nil
	}
	return &plan.Baseline{On: start, Number: *at[start]}, nil
}

// mostActions is how many actions a row names.
const mostActions = 4

// actions says what would close a gap fastest: to confirm what one side has
// claimed, to use room there is, and where most is missing.
func (db *DB) actions(ctx context.Context, q plan.Query, row plan.Row) ([]plan.Action, error) {
	actions := []plan.Action{}
	a, err := db.ask(ctx, q)
	if err != nil || a.definition.Family == plan.ReportedFamily {
		return actions, err
	}
	t, _, err := db.sum(ctx, a)
	if err != nil || row.Denominator == nil || row.Value == nil {
		return actions, err
	}
	if a.definition.Family == "sharing" {
		claimed := a
		claimed.definition.Parameters.Claims = plan.Claimed
		more, _, err := db.sum(ctx, claimed)
		if err != nil {
			return nil, err
		}
		if high, _, _ := a.value(more); high != nil && high.Cmp(*row.Value) > 0 {
			gain := high.Minus(*row.Value)
			actions = append(actions, plan.Action{Gain: &gain, Title: registry.T("Đôn đốc hai bên giải quyết các thỏa thuận dùng chung còn bị phản đối",
				"Have both sides settle the tenancies one of them disputes")})
		}
		room, err := db.room(ctx, a)
		if err != nil {
			return nil, err
		}
		if room.Cmp(plan.Decimal{}) > 0 {
			much := plan.Ratio(room, a.unit, 1).Text(1)
			actions = append(actions, plan.Action{Gain: plan.Ratio(room, t.den, a.indicator.Scale()), Title: registry.T(
				fmt.Sprintf("Cho thuê chỗ trống: %s %s", much.VI, emptyWords(a, false)), fmt.Sprintf("Let the room there is: %s %s", much.EN, emptyWords(a, true)))})
		}
	}
	levers, err := db.levers(ctx, a, t)
	if err != nil {
		return nil, err
	}
	for _, l := range levers {
		if l.By == "commune" && len(actions) < mostActions {
			much, gain := l.Missing.Text(1), l.Gain
			actions = append(actions, plan.Action{Gain: &gain, Title: registry.T(
				fmt.Sprintf("%s: còn thiếu %s %s", l.Name, much.VI, a.indicator.Counted.VI), fmt.Sprintf("%s: %s missing (%s)", l.Name, much.EN, a.indicator.Counted.EN))})
		}
	}
	return actions, nil
}

// emptyWords says what has room.
func emptyWords(a asked, english bool) string {
	vi, en := "vị trí chưa dùng chung còn chỗ", "sites not shared have room"
	if a.definition.Parameters.Asset == registry.DuctKind {
		vi, en = "km cống chưa dùng chung còn ống trống", "km of ducts not shared have a free duct"
	}
	if english {
		return en
	}
	return vi
}

// room is the weight of what is not shared and has room for another: a free slot
// of a site, a free duct.
func (db *DB) room(ctx context.Context, a asked) (room plan.Decimal, err error) {
	kind := a.definition.Parameters.Asset
	if kind != registry.SiteKind && kind != registry.DuctKind {
		return room, nil
	}
	source, args, _, err := db.source(ctx, a, a.AsOf, a.AsOf)
	if err != nil {
		return room, err
	}
	from := a.place.join(source, &args)
	args = append(args, a.AsOf, string(kind))
	err = db.pool.QueryRow(ctx, fmt.Sprintf(`SELECT coalesce(sum(f.left_over), 0)::text FROM (
			SELECT f.id, sum((f.den - f.num) * p.share) AS left_over FROM %s WHERE f.during @> $%d::date GROUP BY 1) f
		JOIN asset a ON a.kind = $%d AND a.id = f.id WHERE f.left_over > 0 AND (a.free_slots > 0 OR a.free_ducts > 0)`, from, len(args)-1, len(args)), args...).Scan(&room)
	return room, translate(err)
}
