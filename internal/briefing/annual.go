package briefing

import (
	"context"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/report"
)

// Annual gathers the yearly report on a plan, as of a day. Records are listed
// only where they are asked for: the annex holds them, the report does not.
// CodeForbidden for who is neither the department nor an auditor, CodeNotFound
// for a plan there is none of.
func (d *Desk) Annual(ctx context.Context, who registry.Actor, code string, asOf registry.Date, records bool) (*report.Annual, error) {
	if err := forAuthority(who); err != nil {
		return nil, err
	}
	p, err := d.DB.Plan(ctx, who, code)
	if err != nil {
		return nil, err
	}
	a := &report.Annual{Plan: p, Catalogue: d.DB.Catalogue()}
	if a.Office, err = d.office(p.Province); err != nil {
		return nil, err
	}
	if a.Board, err = d.DB.PlanBoard(ctx, who, code, asOf, ""); err != nil {
		return nil, err
	}
	if t := a.Board.Territory; t.Code == p.Province && t.Level == string(registry.ProvinceLevel) {
		a.Office.Province = t.Name // as the register has it
	}
	q := plan.Query{AsOf: asOf, Unit: p.Unit, Boundary: p.UnitOn}
	asked := map[string]bool{}
	for _, row := range a.Board.Items {
		if asked[row.Target.Indicator] {
			continue
		}
		asked[row.Target.Indicator] = true
		if err := d.indicator(ctx, who, a, q, row, records); err != nil {
			return nil, err
		}
	}
	// The map is of the communes of the day, whatever the plan was made for.
	if len(a.Communes) > 0 {
		if a.Shapes, err = d.shapes(ctx, who, a.Communes[0].Query.Unit, asOf); err != nil {
			return nil, err
		}
	}
	from, to := year(asOf)
	a.Filers, err = d.filers(ctx, who, postgres.DutyFilter{From: from, To: to, Today: asOf})
	return a, err
}

// months is how far back a report draws, the day itself among them.
const months = 24

// indicator gathers all that a report tells of one indicator.
func (d *Desk) indicator(ctx context.Context, who registry.Actor, a *report.Annual, q plan.Query, row plan.Row, records bool) error {
	q.Indicator = row.Target.Indicator
	if n := a.Catalogue.Find(q.Indicator); n != nil && n.Definition(1).Parameters.Since != nil {
		since := registry.NewDate(a.Plan.From, 1, 1)
		q.Since = &since // as the board counts what was built in the period
	}
	result, err := d.DB.Indicator(ctx, who, q)
	if absent(err) { // the register does not hold the plan's territory
		return nil
	}
	if err != nil {
		return err
	}
	a.Results = append(a.Results, result)
	if row.Value == nil {
		return nil
	}
	series, err := d.DB.IndicatorSeries(ctx, who, q, q.AsOf.AddMonths(1-months))
	if err != nil {
		return err
	}
	a.Series = append(a.Series, series)
	if n := a.Catalogue.Find(q.Indicator); n == nil || n.Source != plan.Computed {
		return nil
	}
	if records {
		behind, err := d.behind(ctx, who, q)
		if err != nil {
			return err
		}
		a.Records = append(a.Records, behind)
	}
	by := q
	by.Unit, by.Boundary = a.Plan.Province, nil
	communes, err := d.DB.IndicatorBy(ctx, who, by, "commune")
	if absent(err) {
		by.Unit, by.Boundary = q.Unit, q.Boundary
		communes, err = d.DB.IndicatorBy(ctx, who, by, "commune")
	}
	if err != nil && !absent(err) {
		return err
	}
	if err == nil {
		a.Communes = append(a.Communes, communes)
	}
	return nil
}
