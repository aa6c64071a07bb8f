// Package briefing gathers from the register what reports tell, and has package
// report write them: for the server and for the command line alike.
package briefing

import (
	"context"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/geodata"
	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/report"
)

// MaxRecords is how many records behind one indicator an annex lists.
const MaxRecords = 5000

// Desk (bộ phận lập báo cáo) makes reports of what its asker may know.
type Desk struct {
	DB *postgres.DB
	// Issuer is the department whose register it is.
	Issuer string
}

// office names the department and its province, by the province's code of 2025-07-01.
func (d *Desk) office(province string) (o report.Office, err error) {
	o = report.Office{Issuer: d.Issuer}
	if province != "" {
		o.Province, err = geodata.ProvinceName(province)
	}
	return o, err
}

// only names the office of the register's one province as of a day; of none where it
// has several, or says none.
func (d *Desk) only(ctx context.Context, who registry.Actor, asOf registry.Date) (report.Office, error) {
	provinces, err := d.DB.IndicatorBy(ctx, who, plan.Query{Indicator: "MASTS", AsOf: asOf}, "province")
	if err != nil || len(provinces.Items) != 1 {
		return report.Office{Issuer: d.Issuer}, err
	}
	return report.Office{Issuer: d.Issuer, Province: provinces.Items[0].Name}, nil
}

// forAuthority refuses who is neither the department nor an auditor: reports of the
// department speak of all operators. Of the records behind them an auditor is listed
// those that auditors see.
func forAuthority(who registry.Actor) error {
	if who.SeesAll() || who.Has(registry.AuditorRole) && who.Key == nil {
		return nil
	}
	return who.Withheld(registry.T("Báo cáo này dành cho Sở và người giám sát.", "This report is for the department and auditors."))
}

// absent says whether something could not be asked, for want of the unit or a meaning.
func absent(err error) bool { return registry.CodeOf(err) == registry.CodeInvalid }

// behind lists the records behind an indicator, at most MaxRecords, each with its
// weight in the denominator and in the numerator.
func (d *Desk) behind(ctx context.Context, who registry.Actor, q plan.Query) (b report.Behind, err error) {
	b = report.Behind{Indicator: q.Indicator, Numerator: map[int64]plan.Decimal{}}
	page := registry.Page{Limit: registry.MaxPageLimit}
	for {
		list, next, err := d.DB.IndicatorRecords(ctx, who, q, "denominator", page)
		if err != nil {
			return b, err
		}
		b.Denominator = append(b.Denominator, list...)
		if next == 0 {
			break
		}
		if len(b.Denominator) >= MaxRecords {
			b.Cut = true
			break
		}
		page.After = next
	}
	for page.After = 0; ; {
		list, next, err := d.DB.IndicatorRecords(ctx, who, q, "numerator", page)
		if err != nil {
			return b, err
		}
		for _, r := range list {
			b.Numerator[r.ID] = r.Weight
		}
		if last := len(b.Denominator) - 1; next == 0 || b.Cut && next > b.Denominator[last].ID {
			return b, nil
		}
		page.After = next
	}
}

// shapes gives the boundaries of the communes that stood on a day, by code, all
// or those of a unit.
func (d *Desk) shapes(ctx context.Context, who registry.Actor, unit string, on registry.Date) (map[string]orb.MultiPolygon, error) {
	out := map[string]orb.MultiPolygon{}
	page := registry.Page{Limit: registry.MaxPageLimit}
	for {
		list, next, err := d.DB.List(ctx, who, registry.UnitNoun, registry.Filter{Unit: unit, AsOf: &on}, page)
		if err != nil {
			return nil, err
		}
		for _, r := range list {
			u := r.(*registry.Unit)
			if shape, ok := u.Geometry.Geometry.(orb.MultiPolygon); ok && u.Level == registry.CommuneLevel {
				out[u.Code] = shape
			}
		}
		if next == 0 {
			return out, nil
		}
		page.After = next
	}
}

// filers is how organizations stand with the duties that are due between two days.
func (d *Desk) filers(ctx context.Context, who registry.Actor, f postgres.DutyFilter) ([]report.Filer, error) {
	board, err := d.DB.Board(ctx, who, f)
	if err != nil {
		return nil, err
	}
	out := make([]report.Filer, len(board))
	for i, c := range board {
		out[i] = report.Filer{Name: c.Name, Duties: c.Duties, Accepted: c.Accepted, Filed: c.Filed, Returned: c.Returned, Late: c.Late, NotDue: c.NotDue + c.Due, LateDays: c.LateDays}
	}
	return out, nil
}

// year is the calendar year of a day, half-open.
func year(day registry.Date) (from, to registry.Date) {
	y := day.Time().Year()
	return registry.NewDate(y, 1, 1), registry.NewDate(y+1, 1, 1)
}
