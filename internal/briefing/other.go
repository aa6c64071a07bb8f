package briefing

import (
	"context"
	"strings"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/report"
)

// results asks several indicators of one place; those that cannot be asked of it
// are left out.
func (d *Desk) results(ctx context.Context, who registry.Actor, q plan.Query, codes ...string) (out []plan.Result, err error) {
	for _, code := range codes {
		q.Indicator = code
		r, err := d.DB.Indicator(ctx, who, q)
		if absent(err) && d.DB.Catalogue().Find(code) == nil {
			continue
		}
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

// What the reports of operators and communes tell.
var (
	ownedIndicators   = []string{"R_BTS_STOCK", "R_POLE", "R_DUCT_KM", "R_CROSS", "MASTS", "QCVN8_VALID", "UG_KM"}
	servedIndicators  = []string{"V_MOB", "V_FTTH"}
	communeIndicators = []string{"V_MOB", "V_FTTH", "R_BTS_STOCK", "R_POLE", "R_DUCT_KM", "QCVN8_VALID"}
)

// Operator gathers an enterprise's own report as of a day: for itself, the
// department and auditors. CodeNotFound for a code nobody has, CodeForbidden for
// another operator's.
func (d *Desk) Operator(ctx context.Context, who registry.Actor, code string, asOf registry.Date) (*report.Operator, error) {
	organizations, err := d.DB.Organizations(ctx, who)
	if err != nil {
		return nil, err
	}
	o := &report.Operator{AsOf: asOf, Office: report.Office{Issuer: d.Issuer}, Hosted: map[string]plan.Group{}}
	for _, one := range organizations {
		if one.Code == code {
			o.Organization = one
		}
	}
	if who.Organization == "" || who.Organization != code {
		if err := forAuthority(who); err != nil {
			return nil, err
		}
	}
	if o.Organization.Code == "" {
		return nil, registry.Errorf(registry.CodeNotFound, "Không có tổ chức %q.", "There is no organization %q.", code)
	}
	if o.Office, err = d.only(ctx, who, asOf); err != nil {
		return nil, err
	}
	if o.Owned, err = d.results(ctx, who, plan.Query{AsOf: asOf, Owner: code}, ownedIndicators...); err != nil {
		return nil, err
	}
	if o.Served, err = d.results(ctx, who, plan.Query{AsOf: asOf, Operator: code}, servedIndicators...); err != nil {
		return nil, err
	}
	for i, r := range o.Served {
		if r.Value != nil { // declared or verified
			continue
		}
		computed, err := d.results(ctx, who, plan.Query{AsOf: asOf, Operator: code, Layer: plan.ComputedLayer}, r.Indicator)
		if err != nil {
			return nil, err
		}
		if len(computed) > 0 {
			o.Served[i] = computed[0]
		}
	}
	for _, r := range o.Owned {
		by, err := d.DB.IndicatorBy(ctx, who, plan.Query{Indicator: r.Indicator, AsOf: asOf}, "operator")
		if err != nil && !absent(err) {
			return nil, err
		}
		for _, g := range by.Items {
			if g.Key == code {
				o.Hosted[r.Indicator] = g
			}
		}
	}
	from, to := year(asOf)
	o.Duties, err = d.DB.Duties(ctx, who, postgres.DutyFilter{From: from, To: to, Organization: code, Today: asOf})
	return o, err
}

// Completeness gathers who has filed what of the duties that are due between two
// days, half-open, as they stand on a day.
func (d *Desk) Completeness(ctx context.Context, who registry.Actor, from, to, today registry.Date) (*report.Completeness, error) {
	if err := forAuthority(who); err != nil {
		return nil, err
	}
	f := postgres.DutyFilter{From: from, To: to, Today: today}
	office, err := d.only(ctx, who, today)
	if err != nil {
		return nil, err
	}
	c := &report.Completeness{Office: office, From: from, To: to, Today: today}
	if c.Filers, err = d.filers(ctx, who, f); err != nil {
		return nil, err
	}
	c.Duties, err = d.DB.Duties(ctx, who, f)
	return c, err
}

// Commune gathers the sheet of a commune as of a day, of what its asker may know.
// CodeInvalid for a code that was no commune's then.
func (d *Desk) Commune(ctx context.Context, who registry.Actor, code string, asOf registry.Date) (*report.Commune, error) {
	list, _, err := d.DB.List(ctx, who, registry.UnitNoun, registry.Filter{Unit: code, AsOf: &asOf}, registry.Page{Limit: registry.MaxPageLimit})
	if err != nil {
		return nil, err
	}
	var unit *registry.Unit
	for _, r := range list {
		if u := r.(*registry.Unit); u.Code == code && u.Level == registry.CommuneLevel {
			unit = u
		}
	}
	if unit == nil {
		return nil, registry.Errorf(registry.CodeInvalid, "Ngày %s không có xã, phường, đặc khu nào mã %q.", "On %s there was no commune with the code %q.", asOf.String(), code)
	}
	c := &report.Commune{Name: title(unit), Code: unit.Code, Population: unit.Population, AsOf: asOf}
	province := ""
	if unit.Province != nil {
		province = *unit.Province
	}
	if c.Office, err = d.office(province); err != nil {
		return nil, err
	}
	c.Office.Issuer = d.Issuer
	if c.Here, err = d.results(ctx, who, plan.Query{AsOf: asOf, Unit: code}, communeIndicators...); err != nil {
		return nil, err
	}
	if c.There, err = d.results(ctx, who, plan.Query{AsOf: asOf, Unit: province}, communeIndicators...); err != nil && !absent(err) {
		return nil, err
	}
	if len(c.There) > 0 && c.There[0].Territory.Code == province && province != "" {
		c.Office.Province = c.There[0].Territory.Name // as the register has it
	}
	counts, err := d.DB.Counts(ctx, who, postgres.CountQuery{AsOf: asOf, Unit: code, By: "commune"})
	if err != nil {
		return nil, err
	}
	c.Works = map[registry.Kind]int64{}
	for _, g := range counts.Items {
		for kind, n := range g.Counts {
			c.Works[kind] += n
		}
	}
	if who.SignedIn() {
		total, _, err := d.DB.ComplianceCounts(ctx, who, registry.Filter{Unit: code, AsOf: &asOf})
		if err != nil {
			return nil, err
		}
		c.Papers = &report.Papers{Sites: total.Sites, Lawful: total.Lawful, Unlawful: total.Unlawful, Unknown: total.Unknown, CertificatesEnded: total.CertificatesEnded}
	}
	return c, nil
}

// title is a unit's name with its kind before it, unless it stands there already.
func title(u *registry.Unit) string {
	for _, kind := range []string{"Xã ", "Phường ", "Thị trấn ", "Đặc khu "} {
		if strings.HasPrefix(u.Name, kind) {
			return u.Name
		}
	}
	return "Xã, phường " + u.Name
}

// Evidence gathers the pack for the Ministry's index as of a day, of a unit or of
// the whole register.
func (d *Desk) Evidence(ctx context.Context, who registry.Actor, unit string, asOf registry.Date) (*report.Evidence, error) {
	if err := forAuthority(who); err != nil {
		return nil, err
	}
	e := &report.Evidence{Office: report.Office{Issuer: d.Issuer}, AsOf: asOf, Catalogue: d.DB.Catalogue(), Criteria: d.DB.Criteria()}
	var err error
	if unit == "" { // the rounds are of the province, not of a part of it
		if e.Rounds, err = d.DB.DIIRounds(ctx, who, asOf.Year()); err != nil {
			return nil, err
		}
	}
	for _, c := range e.Criteria {
		results, err := d.results(ctx, who, plan.Query{AsOf: asOf, Unit: unit}, c.Indicator)
		if err != nil {
			return nil, err
		}
		e.Results = append(e.Results, results...)
		for _, r := range results {
			if n := e.Catalogue.Find(r.Indicator); n.Source == plan.Computed && r.Value != nil {
				behind, err := d.behind(ctx, who, plan.Query{Indicator: r.Indicator, AsOf: asOf, Unit: unit})
				if err != nil {
					return nil, err
				}
				e.Records = append(e.Records, behind)
			}
		}
		published, _, err := d.DB.PublishedResults(ctx, who, c.Indicator, registry.Page{Limit: registry.DefaultPageLimit})
		if err != nil {
			return nil, err
		}
		e.Published = append(e.Published, published...)
	}
	return e, nil
}
