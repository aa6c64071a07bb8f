package postgres

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

// Breakdowns are what an indicator is given by.
var Breakdowns = []string{"province", "district", "commune", "owner", "operator", "tenant"}

// IndicatorBy computes an indicator by unit, owner, operator, or pair of owner
// and tenant. Who is with whom is between the two: by tenant the department and
// auditors see all, an operator the pairs it is in. CodeUnauthorized or
// CodeForbidden for others.
func (db *DB) IndicatorBy(ctx context.Context, who registry.Actor, q plan.Query, by string) (b plan.Breakdown, err error) {
	if by == "tenant" && audienceOf(who.Grants) != nil && who.Organization == "" {
		return b, who.Withheld(registry.T("Ai thuê của ai là việc của hai bên, của Sở và người giám sát.",
			"Who rents from whom is between the two, and for the department and auditors."))
	}
	if err := ofOwners(who, q.Owner != "" || q.Operator != "" || by == "owner" || by == "operator"); err != nil {
		return b, err
	}
	ctx = as(ctx, counter)
	a, err := db.ask(ctx, q)
	if err != nil {
		return b, err
	}
	b = plan.Breakdown{Query: a.Query, By: by, Items: []plan.Group{}, Method: a.place.territory.Method}
	reported, covers := a.definition.Family == plan.ReportedFamily, a.definition.Family == "coverage"
	switch by {
	case "province", "district", "commune":
		return b, db.byUnit(ctx, a, registry.Level(by), &b)
	case "owner":
		if !reported && !covers {
			return b, db.byOwner(ctx, a, &b)
		}
	case "operator":
		if covers {
			return b, db.coverageOperators(ctx, a, &b)
		}
		if a.definition.Family == "sharing" {
			return b, db.byOperator(ctx, a, &b)
		}
	case "tenant":
		if a.definition.Family == "sharing" {
			return b, db.byTenant(ctx, who, a, &b)
		}
	}
	return b, registry.Errorf(registry.CodeInvalid, "Chỉ tiêu %s không chia theo %q.", "Indicator %s cannot be split by %q.", q.Indicator, by)
}

// byUnit computes an indicator for every unit of a level that stood on the day
// of the boundary.
func (db *DB) byUnit(ctx context.Context, a asked, level registry.Level, b *plan.Breakdown) error {
	units, err := db.units(ctx, level, a.On(), a.place)
	if err != nil {
		return err
	}
	if len(units) == 0 {
		b.Why = registry.Tf("Ngày %s sổ không có đơn vị cấp này; hãy chọn một ngày khác cho ranh giới (boundary).",
			"The register has no unit of this level on %s; choose another day of boundaries (boundary).", a.On())
		return nil
	}
	b.Method = units[0].territory.Method
	if a.definition.Family == plan.ReportedFamily {
		for _, u := range units {
			one := a
			one.place = *u
			r := one.result()
			if err := db.reported(ctx, one, &r); err != nil {
				return err
			}
			b.Items = append(b.Items, plan.Group{Key: u.territory.Code, Name: u.territory.Name, Value: r.Value, Numerator: r.Numerator, Denominator: r.Denominator})
		}
		return nil
	}
	whole := a
	whole.place = placement{}
	source, args, _, err := db.counted(ctx, whole)
	if err != nil {
		return err
	}
	rows, err := db.pool.Query(ctx, `SELECT unit_id, sum(num)::text, sum(den)::text FROM (`+source+`) f WHERE unit_id IS NOT NULL GROUP BY 1`, args...)
	if err != nil {
		return translate(err)
	}
	sums := map[int64]tally{}
	var id int64
	var t tally
	if _, err := pgx.ForEachRow(rows, []any{&id, &t.num, &t.den}, func() error {
		sums[id] = t
		t = tally{}
		return nil
	}); err != nil {
		return translate(err)
	}
	for _, u := range units {
		t := tally{}
		if slices.Contains(u.whole, false) || slices.ContainsFunc(u.shares, func(s string) bool { return s != "1" }) {
			one := a
			one.place = *u
			if t, _, err = db.sum(ctx, one); err != nil {
				return err
			}
		} else {
			for _, c := range u.communes {
				t.num, t.den = t.num.Plus(sums[c].num), t.den.Plus(sums[c].den)
			}
		}
		g := plan.Group{Key: u.territory.Code, Name: u.territory.Name}
		g.Value, g.Numerator, g.Denominator = a.value(t)
		b.Items = append(b.Items, g)
	}
	return nil
}

// grouped adds up facts by two columns.
func (db *DB) grouped(ctx context.Context, a asked, columns, joins string, each func(key, name, other string, t, hosted tally)) error {
	source, args, _, err := db.counted(ctx, a)
	if err != nil {
		return err
	}
	from := a.place.join(source, &args)
	rows, err := db.pool.Query(ctx, fmt.Sprintf(`SELECT %s, coalesce(sum(f.num * p.share), 0)::text, coalesce(sum(f.den * p.share), 0)::text,
			coalesce(sum(f.den * p.share) FILTER (WHERE coalesce(o.legal_group, o.code) IS DISTINCT FROM f.operator), 0)::text
		FROM %s LEFT JOIN organization o ON o.id = f.owner_id %s WHERE f.num <> 0 OR f.den <> 0 GROUP BY 1, 2, 3 ORDER BY 3, 1`, columns, from, joins), args...)
	if err != nil {
		return translate(err)
	}
	var key, name, other string
	var t, hosted tally
	_, err = pgx.ForEachRow(rows, []any{&key, &name, &other, &t.num, &t.den, &hosted.den}, func() error {
		each(key, name, other, t, hosted)
		t, hosted = tally{}, tally{}
		return nil
	})
	return translate(err)
}

func (db *DB) byOwner(ctx context.Context, a asked, b *plan.Breakdown) error {
	return db.grouped(ctx, a, `coalesce(o.code, ''), coalesce(o.name, ''), ''`, ``, func(key, name, _ string, t, _ tally) {
		g := plan.Group{Key: key, Name: name}
		g.Value, g.Numerator, g.Denominator = a.value(t)
		b.Items = append(b.Items, g)
	})
}

// byOperator counts the works each operator is on, and how many of them are
// others'.
func (db *DB) byOperator(ctx context.Context, a asked, b *plan.Breakdown) error {
	a.definition.Parameters.ByOperator = true
	return db.grouped(ctx, a, `f.operator, f.operator, ''`, ``, func(key, name, _ string, t, hosted tally) {
		g := plan.Group{Key: key, Name: name, Hosted: plan.Ratio(hosted.den, a.unit, 1), HostedRatio: plan.Ratio(hosted.den, t.den, 100)}
		g.Value, g.Numerator, g.Denominator = a.value(t)
		b.Items = append(b.Items, g)
	})
}

// byTenant counts the works of each owner that each operator is on.
func (db *DB) byTenant(ctx context.Context, who registry.Actor, a asked, b *plan.Breakdown) error {
	mine := who.Organization
	if audienceOf(who.Grants) == nil {
		mine = ""
	}
	group := ""
	if mine != "" {
		if err := db.pool.QueryRow(ctx, `SELECT coalesce(legal_group, code) FROM organization WHERE code = $1`, mine).Scan(&group); err != nil {
			return translate(err)
		}
	}
	a.definition.Parameters.ByOperator = true
	return db.grouped(ctx, a, `f.operator, f.operator, coalesce(o.code, '')`, ``, func(key, name, owner string, t, _ tally) {
		if mine != "" && owner != mine && key != group {
			return
		}
		g := plan.Group{Key: key, Name: name, Owner: owner}
		g.Value, g.Numerator, g.Denominator = a.value(t)
		b.Items = append(b.Items, g)
	})
}

// coverageOperators asks for the villages each operator covers by itself.
func (db *DB) coverageOperators(ctx context.Context, a asked, b *plan.Breakdown) error {
	rows, err := db.pool.Query(ctx, `SELECT code, name FROM organization WHERE kind = 'operator' AND NOT mvno ORDER BY code`)
	if err != nil {
		return translate(err)
	}
	type named struct{ Code, Name string }
	operators, err := pgx.CollectRows(rows, pgx.RowToStructByPos[named])
	if err != nil {
		return translate(err)
	}
	for _, o := range operators {
		one := a
		one.definition.Parameters.Operator = o.Code
		t, _, err := db.sum(ctx, one)
		if err != nil {
			return err
		}
		g := plan.Group{Key: o.Code, Name: o.Name}
		g.Value, g.Numerator, g.Denominator = a.value(t)
		b.Items = append(b.Items, g)
	}
	slices.SortFunc(b.Items, func(x, y plan.Group) int { return strings.Compare(x.Key, y.Key) })
	return nil
}
