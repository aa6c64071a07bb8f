package postgres

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

// Catalogue gives every indicator there is.
func (db *DB) Catalogue() plan.Catalogue { return db.catalogue }

// asked is a query made out: what is counted, how, and where.
type asked struct {
	plan.Query
	indicator  *plan.Indicator
	definition plan.Definition // with the query's parameters
	place      placement
	unit       plan.Decimal // what a count of facts is divided by for NumeratorUnit
	owner      *int64
	operator   string // the name facts by operator bear
}

// ask makes a query out. CodeNotFound for an indicator there is none of,
// CodeInvalid for a parameter that means nothing to it.
func (db *DB) ask(ctx context.Context, q plan.Query) (a asked, err error) {
	a = asked{Query: q, indicator: db.catalogue.Find(q.Indicator), unit: plan.Whole(1)}
	if a.indicator == nil {
		return a, registry.Errorf(registry.CodeNotFound, "Không có chỉ tiêu %q.", "There is no indicator %q.", q.Indicator)
	}
	d := a.indicator.Definition(q.Version)
	if d == nil {
		return a, registry.Errorf(registry.CodeInvalid, "Chỉ tiêu %s có cách tính từ 1 đến %d.", "Indicator %s has definitions 1 to %d.", q.Indicator, len(a.indicator.Definitions))
	}
	a.definition = *d
	a.Version = d.Version
	p := &a.definition.Parameters
	refuse := func(name string) error {
		return registry.Errorf(registry.CodeInvalid, "Chỉ tiêu %s không có tham số %s.", "Indicator %s has no parameter %s.", q.Indicator, name)
	}
	coverage := d.Family == "coverage"
	if len(q.Technologies) > 0 {
		if !coverage || p.Service != Mobile {
			return a, refuse("technology")
		}
		for _, t := range q.Technologies {
			if !db.codes.Has("technology", t) {
				return a, registry.Errorf(registry.CodeInvalid, "Công nghệ %q không có; dùng: %s.", "There is no technology %q; use: %s.", t, db.codes.Show("technology"))
			}
		}
		p.Technologies = slices.Clone(q.Technologies)
	}
	if q.Layer != "" {
		if !coverage && d.Family != plan.ReportedFamily {
			return a, refuse("layer")
		}
		p.Layer = q.Layer
	}
	if q.Since != nil {
		if p.Since == nil {
			return a, refuse("since")
		}
		p.Since = q.Since
	}
	if p.Measure == "length" || d.Family == "underground" {
		a.unit = plan.Whole(1_000_000) // of millimetres, in kilometres
	}
	if q.Operator != "" {
		if !coverage && d.Family != "sharing" {
			return a, refuse("operator")
		}
		var name string
		err := db.pool.QueryRow(ctx, `SELECT coalesce(legal_group, code) FROM organization WHERE code = $1`, q.Operator).Scan(&name)
		if errors.Is(err, pgx.ErrNoRows) {
			return a, registry.Errorf(registry.CodeInvalid, "Không có tổ chức mã %q.", "There is no organization of code %q.", q.Operator)
		}
		if err != nil {
			return a, translate(err)
		}
		if coverage {
			p.Operator = q.Operator
		} else {
			p.ByOperator, a.operator = true, name
		}
	}
	if q.Owner != "" {
		if coverage || d.Family == plan.ReportedFamily {
			return a, refuse("owner")
		}
		if a.owner, err = db.operator(ctx, q.Owner); err != nil {
			return a, err
		}
	}
	a.place, err = db.place(ctx, q.Unit, q.On())
	return a, err
}

// keepable says whether the facts of what is asked are the catalogue's, which are
// always kept; those of another definition are while there is room.
func (db *DB) keepable(a asked) bool {
	return a.Since == nil && a.Layer == "" && len(a.Technologies) == 0 && a.definition.Parameters.Operator == ""
}

// source gives facts as a subquery whose arguments come first, and the position
// of the log they are right at. Only the days from first to last are asked about.
func (db *DB) source(ctx context.Context, a asked, first, last registry.Date) (sql string, args []any, seq int64, err error) {
	k, err := db.kept(ctx, a)
	if err != nil {
		return "", nil, 0, err
	}
	if k != nil {
		sql, args, seq = `SELECT * FROM indicator_fact WHERE kept_id = $1`, []any{k.id}, k.seq
	} else {
		if err := db.pool.QueryRow(ctx, `SELECT change_horizon()`).Scan(&seq); err != nil {
			return "", nil, 0, translate(err)
		}
		sql, args = query("facts_"+a.definition.Family), []any{a.definition.Parameters, first, last, []int64(nil)}
		sql = `SELECT * FROM (` + sql + `) f WHERE true`
	}
	return a.narrow(sql, &args), args, seq, nil
}

// tally is a sum of facts.
type tally struct {
	num, den plan.Decimal
	excluded int64
}

// value gives what the sum is for an indicator: nothing where there is nothing
// to count, and never 0 for that.
func (a asked) value(t tally) (value, num, den *plan.Decimal) {
	n, d := *plan.Ratio(t.num, a.unit, 1), *plan.Ratio(t.den, a.unit, 1)
	if a.indicator.Unit == plan.Count {
		return &n, &n, nil
	}
	return plan.Ratio(n, d, a.indicator.Scale()), &n, &d
}

// sum adds the facts up that count on the day asked for.
func (db *DB) sum(ctx context.Context, a asked) (t tally, seq int64, err error) {
	source, args, seq, err := db.counted(ctx, a)
	if err != nil {
		return t, 0, err
	}
	from := a.place.join(source, &args)
	err = db.pool.QueryRow(ctx, `SELECT coalesce(sum(f.num * p.share), 0)::text, coalesce(sum(f.den * p.share), 0)::text, coalesce(sum(f.excluded), 0)::bigint FROM `+from, args...).
		Scan(&t.num, &t.den, &t.excluded)
	return t, seq, translate(err)
}

// seesOwners says whether somebody may know whose works are counted where.
func seesOwners(who registry.Actor) bool {
	a := audienceOf(who.Grants)
	return a == nil || a.far >= registry.TierOf("site", "owner") || a.near >= registry.AreaTier
}

// ofOwners refuses numbers of an owner or operator to whom they would tell whose
// works stand where. CodeUnauthorized for who has not signed in, else CodeForbidden.
func ofOwners(who registry.Actor, named bool) error {
	if !named || seesOwners(who) {
		return nil
	}
	return who.Withheld(registry.T("Số liệu theo chủ sở hữu, doanh nghiệp không công khai.", "Numbers by owner or operator are not public."))
}

// Indicator computes an indicator on a day, with what explains it. The number is
// the same for everybody; whose works it is made of, and the evidence of what was
// reported, are told to who may see them. CodeUnauthorized or CodeForbidden for
// the number of an owner or operator that is not theirs to know.
func (db *DB) Indicator(ctx context.Context, who registry.Actor, q plan.Query) (plan.Result, error) {
	if err := ofOwners(who, q.Owner != "" || q.Operator != ""); err != nil {
		return plan.Result{}, err
	}
	ctx = as(ctx, counter)
	a, err := db.ask(ctx, q)
	if err != nil {
		return plan.Result{}, err
	}
	r := a.result()
	if a.definition.Family == plan.ReportedFamily {
		err := db.reported(ctx, a, &r)
		if r.Reported != nil && audienceOf(who.Grants) != nil {
			r.Reported.Evidence = nil // it is the department's (registry.TierOf)
		}
		return r, err
	}
	t, seq, err := db.sum(ctx, a)
	if err != nil {
		return r, err
	}
	r.DataVersion, r.Excluded = seq, t.excluded
	r.Value, r.Numerator, r.Denominator = a.value(t)
	if a.indicator.Unit == plan.Count && t.num.Cmp(plan.Decimal{}) == 0 && t.excluded == 0 {
		if empty, err := db.nothingKnown(ctx, a); err != nil || empty {
			r.Value, r.Numerator = nil, nil
		}
	}
	if r.Value == nil {
		r.Why = registry.T("Chưa có số liệu: ngày này không có gì để đếm trong địa bàn.", "No data: there is nothing to count in it on this day.")
	}
	if r.Interval, err = db.interval(ctx, a); err != nil {
		return r, err
	}
	if r.Levers, err = db.levers(ctx, a, t); err == nil && !seesOwners(who) {
		r.Levers = slices.DeleteFunc(r.Levers, func(l plan.Lever) bool { return l.By == "owner" })
	}
	return r, err
}

// nothingKnown says whether the register has no record at all of what is counted.
func (db *DB) nothingKnown(ctx context.Context, a asked) (empty bool, err error) {
	err = db.pool.QueryRow(ctx, `SELECT NOT EXISTS (SELECT FROM asset WHERE kind = ANY ($1))`, works(a.definition)).Scan(&empty)
	return empty, translate(err)
}

// result gives what of a result is known before anything is counted.
func (a asked) result() plan.Result {
	r := plan.Result{
		Query: a.Query, Indicator: a.indicator.Code, Title: a.indicator.Title, Unit: a.indicator.Unit, NumeratorUnit: a.indicator.Counted,
		AsOf: a.AsOf, Layer: string(a.indicator.Source), Territory: a.place.territory, Definition: a.definition,
		Notes: a.place.notes(), Levers: []plan.Lever{}, Permalink: permalink(a.Query),
	}
	if a.definition.Family == "coverage" {
		r.Layer = plan.PublishedLayer
		if a.definition.Parameters.Layer != "" {
			r.Layer = a.definition.Parameters.Layer
		}
	}
	if a.definition.Version > 1 {
		r.Notes = append(r.Notes, registry.Tf("Tính theo cách %d, không so với số tính theo cách 1.", "By definition %d; not to be compared with numbers by definition 1.", a.definition.Version))
	}
	if since := a.definition.Parameters.Since; since != nil {
		r.Notes = append(r.Notes, registry.Tf("Chỉ tính công trình đưa vào sử dụng từ %s; không so với số của toàn bộ đang có.",
			"Only what went into operation from %s; not to be compared with numbers of the whole stock.", since))
	}
	if r.Notes == nil {
		r.Notes = []registry.Text{}
	}
	return r
}

// permalink is the path that asks a query again.
func permalink(q plan.Query) string {
	v := url.Values{"as_of": {q.AsOf.String()}, "version": {strconv.Itoa(q.Version)}}
	set := func(name, value string) {
		if value != "" {
			v.Set(name, value)
		}
	}
	set("unit", q.Unit)
	set("owner", q.Owner)
	set("operator", q.Operator)
	set("technology", strings.Join(q.Technologies, ","))
	set("layer", q.Layer)
	if q.Boundary != nil {
		set("boundary", q.Boundary.String())
	}
	if q.Since != nil {
		set("since", q.Since.String())
	}
	return "/api/v1/indicators/" + q.Indicator + "?" + v.Encode()
}

// interval tells how far a sharing ratio moves with tenancies that one side
// alone speaks of: none of them counted, and all of them, disputed or not.
func (db *DB) interval(ctx context.Context, a asked) (*plan.Interval, error) {
	if a.definition.Family != "sharing" || a.definition.Parameters.Claims != plan.Undisputed {
		return nil, nil
	}
	var bounds []*plan.Decimal
	for _, d := range withInterval(a.definition)[1:] {
		b := a
		b.definition = d
		t, _, err := db.sum(ctx, b)
		if err != nil {
			return nil, err
		}
		value, _, _ := b.value(t)
		bounds = append(bounds, value)
	}
	return &plan.Interval{Low: bounds[0], High: bounds[1], Title: registry.T(
		"Thấp: chỉ tính khi hai bên cùng xác nhận. Cao: tính cả khi chỉ một bên khai hoặc có bên phản đối.",
		"Low: only what both sides confirm. High: also what one side alone claims or the other disputes.")}, nil
}

// mostLevers is how many levers a result has by commune, and by owner.
const mostLevers = 5

// levers gives the groups of records that would change the value most.
func (db *DB) levers(ctx context.Context, a asked, whole tally) ([]plan.Lever, error) {
	out := []plan.Lever{}
	if whole.den.Cmp(plan.Decimal{}) <= 0 || a.definition.Parameters.Measure == "tenants" {
		return out, nil
	}
	missing := "sum((f.den - f.num) * p.share)"
	if a.indicator.Direction == plan.Down {
		missing = "sum(f.num * p.share)"
	}
	for _, by := range []struct{ name, join string }{
		{"commune", "JOIN unit g ON g.id = f.unit_id"},
		{"owner", "JOIN organization g ON g.id = f.owner_id"},
	} {
		source, args, _, err := db.counted(ctx, a)
		if err != nil {
			return nil, err
		}
		from := a.place.join(source, &args)
		rows, err := db.pool.Query(ctx, fmt.Sprintf(`SELECT g.code, g.name, (%s)::text FROM %s %s
			GROUP BY g.id, g.code, g.name HAVING %s > 0 ORDER BY %s DESC, g.code LIMIT %d`, missing, from, by.join, missing, missing, mostLevers), args...)
		if err != nil {
			return nil, translate(err)
		}
		l := plan.Lever{By: by.name}
		var n plan.Decimal
		if _, err := pgx.ForEachRow(rows, []any{&l.Key, &l.Name, &n}, func() error {
			l.Missing = *plan.Ratio(n, a.unit, 1)
			l.Gain = *plan.Ratio(n, whole.den, a.indicator.Scale())
			out = append(out, l)
			return nil
		}); err != nil {
			return nil, translate(err)
		}
	}
	return out, nil
}
