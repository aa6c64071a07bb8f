package postgres

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgtype"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkb"

	"github.com/hatangso/hatangso/internal/ogc/cql2"
	"github.com/hatangso/hatangso/internal/registry"
)

// filter adds the condition that an expression is true of a record as the asker
// sees it: its properties are columns of the asker's view, where what is
// withheld is null and a position stands where the asker may know it.
func (c *conditions) filter(n *registry.Noun, where registry.Expression) error {
	e, ok := where.(cql2.Expr)
	if !ok {
		return fmt.Errorf("a filter of type %T", where)
	}
	queryables := cql2.QueryablesOf(n)
	e, err := queryables.Check(e)
	if err != nil {
		return err
	}
	sql, err := (&compiler{c, queryables}).sql(e)
	if err != nil {
		return err
	}
	c.parts = append(c.parts, sql)
	for _, part := range conjuncts(e) {
		if box, ok := boxOf(part); ok && part.Op == cql2.SIntersects {
			c.within(n, box)
		}
	}
	return nil
}

// conjuncts gives the expressions that all have to be true for one to be.
func conjuncts(e cql2.Expr) []cql2.Expr {
	if e.Op != cql2.And {
		return []cql2.Expr{e}
	}
	var all []cql2.Expr
	for _, a := range e.Args {
		all = append(all, conjuncts(a)...)
	}
	return all
}

// boxOf gives the box that a relation compares a property to, unless it goes over the
// antimeridian.
func boxOf(e cql2.Expr) (box orb.Bound, ok bool) {
	if len(e.Args) != 2 {
		return box, false
	}
	if _, ok = e.Args[0].Value.(cql2.Property); ok {
		box, ok = e.Args[1].Value.(orb.Bound)
	}
	return box, ok && box.Min[0] <= box.Max[0]
}

// explain tells of a query's error when the filter made it: its arithmetic may
// leave the range of numbers for some row.
func (c *conditions) explain(err *error) {
	var pg *pgconn.PgError
	if c == nil || !c.calculates || !errors.As(*err, &pg) || pg.Code != "22003" {
		return
	}
	*err = &registry.Error{Code: registry.CodeInvalid, Err: *err, Message: registry.T("Bộ lọc tính ra số quá lớn hoặc quá nhỏ.", "The filter's arithmetic leaves the range of numbers."),
		Faults: []registry.Fault{registry.NewFault("parameter.filter.number", "filter", "",
			registry.T("Phép tính của bộ lọc cho ra số ngoài phạm vi (±1e308, gần 0 nhất 1e-307).", "The filter's arithmetic gives a number out of range (±1e308, nearest to 0 1e-307)."),
			registry.T("Dùng số nhỏ hơn trong phép tính.", "Calculate with smaller numbers."))}}
}

// compiler writes a checked expression as SQL. Every text it writes is a
// constant of this package or the quoted name of a queryable; every literal is
// an argument.
type compiler struct {
	*conditions
	queryables cql2.Queryables
}

// infixes are the operators that SQL writes alike.
var infixes = map[cql2.Op]string{
	cql2.And: " AND ", cql2.Or: " OR ",
	cql2.Equal: " = ", cql2.NotEqual: " <> ", cql2.Less: " < ", cql2.Greater: " > ", cql2.AtMost: " <= ", cql2.AtLeast: " >= ",
}

// forms are the operators that SQL writes otherwise. What divides by zero and
// what has no real power, or one that a float8 does not hold, is unknown. But for
// geometries an argument stands once in a form: an expression of many operators
// grows no faster than it is long.
var forms = map[cql2.Op]string{
	cql2.Not: "(NOT %s)", cql2.IsNull: "(%s IS NULL)", cql2.Between: "(%s BETWEEN %s AND %s)",

	cql2.Plus: "(%s::float8 + %s::float8)", cql2.Minus: "(%s::float8 - %s::float8)", cql2.Times: "(%s::float8 * %s::float8)",
	cql2.Over: "(%s::float8 / nullif(%s::float8, 0))", cql2.Div: "trunc(%s::float8 / nullif(%s::float8, 0))",
	cql2.Modulo: "mod(%s::numeric, nullif(%s::numeric, 0))::float8",
	cql2.Power: "(SELECT CASE WHEN b = 0 THEN CASE WHEN e > 0 THEN 0 WHEN e = 0 THEN 1 END WHEN b < 0 AND e <> trunc(e) THEN NULL" +
		" WHEN abs(e * ln(abs(b))) > 690 THEN NULL ELSE power(b, e) END FROM (SELECT %s::float8 AS b, %s::float8 AS e OFFSET 0) AS of)",

	cql2.CaseI:   "lower(normalize(%s, NFC))",
	cql2.AccentI: "translate(public.unaccent('public.unaccent'::regdictionary, normalize(%s, NFKC)), U&'\\0300\\0301\\0302\\0303\\0306\\0309\\031B\\0323', '')",

	cql2.SContains: touching("ST_Contains"), cql2.SCrosses: touching("ST_Crosses"), cql2.SEquals: touching("ST_Equals"),
	cql2.SOverlaps: touching("ST_Overlaps"), cql2.STouches: touching("ST_Touches"), cql2.SWithin: touching("ST_Within"),
}

// touching gives the form of a spatial relation that only what touches can be in:
// under row security an index is used for what leaks nothing, such as &&.
func touching(relation string) string {
	return "(%[1]s && %[2]s AND " + relation + "(%[1]s, %[2]s))"
}

// allen are the temporal operators as conditions on the bounds [a, b] of the
// first argument and [c, d] of the second, both closed (the tables of clause 7, Temporal Functions).
var allen = map[cql2.Op]string{
	cql2.TAfter: "a > d", cql2.TBefore: "b < c", cql2.TDisjoint: "a > d OR b < c", cql2.TEquals: "a = c AND b = d",
	cql2.TIntersects: "a <= d AND b >= c", cql2.TContains: "a < c AND b > d", cql2.TDuring: "a > c AND b < d",
	cql2.TFinishes: "a > c AND b = d", cql2.TFinishedBy: "a < c AND b = d", cql2.TStarts: "a = c AND b < d", cql2.TStartedBy: "a = c AND b > d",
	cql2.TMeets: "b = c", cql2.TMetBy: "a = d", cql2.TOverlaps: "a < c AND b > c AND b < d", cql2.TOverlappedBy: "a > c AND a < d AND b > d",
}

func (c *compiler) sql(e cql2.Expr) (string, error) {
	switch e.Op {
	case "":
		return c.leaf(e.Value)
	case cql2.SIntersects, cql2.SDisjoint:
		return c.touch(e)
	case cql2.In:
		if list := c.list(e.Args[1:]); list != "" {
			of, err := c.sql(e.Args[0])
			return "(" + of + " = ANY (" + list + "))", err
		}
	}
	if relation, ok := allen[e.Op]; ok {
		return c.times(e, relation)
	}
	args := make([]string, len(e.Args))
	for i, a := range e.Args {
		var err error
		if e.Op == cql2.Like && i == 1 {
			args[i], err = c.pattern(a)
		} else {
			args[i], err = c.sql(a)
		}
		if err != nil {
			return "", err
		}
	}
	if infix, ok := infixes[e.Op]; ok {
		return "(" + strings.Join(args, infix) + ")", nil
	}
	switch e.Op {
	case cql2.In:
		return "(" + args[0] + " IN (" + strings.Join(args[1:], ", ") + "))", nil
	case cql2.Like:
		return "(" + args[0] + " LIKE " + args[1] + ")", nil
	}
	switch e.Op {
	case cql2.Plus, cql2.Minus, cql2.Times, cql2.Over, cql2.Div, cql2.Power:
		c.calculates = true
	}
	form, ok := forms[e.Op]
	if !ok {
		return "", fmt.Errorf("the operator %q has no SQL", e.Op)
	}
	values := make([]any, len(args))
	for i := range args {
		values[i] = args[i]
	}
	return fmt.Sprintf(form, values...), nil
}

// leaf writes a column or an argument.
func (c *compiler) leaf(value any) (string, error) {
	switch v := value.(type) {
	case cql2.Property:
		return quote(c.queryables.Find(string(v)).Name), nil
	case string:
		return c.arg(v) + "::text", nil
	case int64:
		return c.arg(v) + "::bigint", nil
	case float64:
		return c.arg(v) + "::float8", nil
	case bool:
		return c.arg(v) + "::boolean", nil
	case registry.Date:
		return c.arg(v) + "::date", nil
	case time.Time:
		return c.arg(v) + "::timestamptz", nil
	case orb.Collection:
		return c.shape(cql2.ByDimension(v)[0]) // one of several is touch's
	case orb.Geometry:
		return c.shape(v)
	}
	return "", fmt.Errorf("a literal of type %T", value)
}

// list writes literals of one type as one argument, which many separate ones would be
// made into again for every row; "" for anything else.
func (c *compiler) list(args []cql2.Expr) string {
	if texts, ok := literals[string](args); ok {
		return c.arg(texts) + "::text[]"
	}
	if numbers, ok := literals[int64](args); ok {
		return c.arg(numbers) + "::bigint[]"
	}
	return ""
}

// literals gives what expressions say when all are literals of a type.
func literals[T any](args []cql2.Expr) (values []T, ok bool) {
	for _, a := range args {
		v, ok := a.Value.(T)
		if a.Op != "" || !ok {
			return nil, false
		}
		values = append(values, v)
	}
	return values, true
}

// pattern writes the pattern of LIKE: folded as the operators around it say, and
// only then made a pattern, for folding makes new % and \ of other characters.
func (c *compiler) pattern(e cql2.Expr) (string, error) {
	if e.Op != "" {
		inner, err := c.folded(e)
		return unmark(inner), err
	}
	return unmark(c.arg(cql2.Marked(e.Value.(string))) + "::text"), nil
}

func (c *compiler) folded(e cql2.Expr) (string, error) {
	if e.Op == "" {
		return c.arg(cql2.Marked(e.Value.(string))) + "::text", nil
	}
	inner, err := c.folded(e.Args[0])
	return fmt.Sprintf(forms[e.Op], inner), err
}

// unmark makes a pattern of a marked text.
func unmark(text string) string {
	return `replace(replace(replace(replace(replace(` + text + `, '\', '\\'), '%', '\%'), '_', '\_'), U&'\E000', '%'), U&'\E001', '_')`
}

// shape writes a geometry as an argument. An area that crosses itself, which no
// relation is defined for, is taken as what it covers.
func (c *compiler) shape(g orb.Geometry) (string, error) {
	areas := false
	switch v := g.(type) {
	case orb.Bound:
		areas = v.Min[0] < v.Max[0] && v.Min[1] < v.Max[1]
		if v.Min[0] > v.Max[0] { // over the antimeridian
			areas = true
			east, west := v, v
			east.Max[0], west.Min[0] = 180, -180
			g = orb.MultiPolygon{east.ToPolygon(), west.ToPolygon()}
			break
		}
		if !areas { // a box without an inside is a line or a point
			g = orb.LineString{v.Min, v.Max}
			if v.Min == v.Max {
				g = v.Min
			}
			break
		}
		g, areas = v.ToPolygon(), false // a box does not cross itself
	case orb.Polygon, orb.MultiPolygon:
		areas = true
	}
	encoded, err := wkb.Marshal(g)
	if err != nil {
		return "", err
	}
	sql := "ST_GeomFromWKB(" + c.arg(encoded) + "::bytea, 4326)"
	if areas {
		sql = "ST_CollectionExtract(ST_MakeValid(" + sql + "), 3)"
	}
	return sql, nil
}

// touch writes S_INTERSECTS and S_DISJOINT, which take collections of anything:
// one is touched where a part of it is.
func (c *compiler) touch(e cql2.Expr) (string, error) {
	if sql := c.inBox(e); sql != "" {
		return sql, nil
	}
	sides := [2][]string{}
	for i, a := range e.Args {
		parts := []cql2.Expr{a}
		if of, ok := a.Value.(orb.Collection); ok {
			parts = nil
			for _, part := range cql2.ByDimension(of) {
				parts = append(parts, cql2.Expr{Value: part})
			}
		}
		for _, part := range parts {
			sql, err := c.sql(part)
			if err != nil {
				return "", err
			}
			sides[i] = append(sides[i], sql)
		}
	}
	var any []string
	for _, a := range sides[0] {
		for _, b := range sides[1] {
			any = append(any, "ST_Intersects("+a+", "+b+")")
		}
	}
	return orNot(e, "("+strings.Join(any, " OR ")+")"), nil
}

// orNot gives the condition of S_INTERSECTS or S_DISJOINT where touching is its sql.
func orNot(e cql2.Expr, sql string) string {
	if e.Op == cql2.SDisjoint {
		return "(NOT " + sql + ")"
	}
	return sql
}

// inBox writes that a position is in a box, its edge included, as PostgreSQL's own points
// and boxes have it, which takes a fraction of what a relation between geometries does; ""
// for anything else. The index keeps boxes in float4 and finds a little more. As a CASE,
// for of a point in a box the planner would expect next to no rows, and sort all of a
// large box for its first page; and of a position that is withheld it is unknown.
func (c *compiler) inBox(e cql2.Expr) string {
	box, ok := boxOf(e)
	if !ok {
		return ""
	}
	property := string(e.Args[0].Value.(cql2.Property))
	if c.queryables.Find(property).Geometry != registry.Point {
		return ""
	}
	exact := pgtype.Box{P: [2]pgtype.Vec2{{X: box.Max[0], Y: box.Max[1]}, {X: box.Min[0], Y: box.Min[1]}}, Valid: true}
	return orNot(e, fmt.Sprintf("(%[1]s && ST_MakeEnvelope(%[2]s, %[3]s, %[4]s, %[5]s, 4326) AND"+
		" CASE WHEN NOT %[1]s::point <@ %[6]s::box THEN false WHEN %[1]s IS NOT NULL THEN true END)",
		quote(property), c.arg(box.Min[0]), c.arg(box.Min[1]), c.arg(box.Max[0]), c.arg(box.Max[1]), c.arg(exact)))
}

// times writes a relation between two instants or intervals.
func (c *compiler) times(e cql2.Expr, relation string) (string, error) {
	grain := "timestamptz"
	for _, a := range e.Args {
		if t := c.queryables.TypeOf(a); t == cql2.Date || t == cql2.DateInterval {
			grain = "date"
		}
	}
	var sql strings.Builder
	sql.WriteByte('(')
	written := map[byte]string{} // an argument that no relation reads would be of no type
	for _, word := range strings.SplitAfter(relation, " ") {
		name := word[0]
		if name < 'a' || name > 'd' {
			sql.WriteString(word)
			continue
		}
		if written[name] == "" {
			bound, err := c.bound(e.Args[(name-'a')/2], name == 'b' || name == 'd', grain)
			if err != nil {
				return "", err
			}
			written[name] = bound
		}
		sql.WriteString(written[name] + word[1:])
	}
	sql.WriteByte(')')
	return sql.String(), nil
}

// bound writes the first or the last instant of an argument: a period of the
// register ends the day before its end, and one that is empty has neither.
func (c *compiler) bound(e cql2.Expr, end bool, grain string) (string, error) {
	open := "'-infinity'::" + grain
	if end {
		open = "'infinity'::" + grain
	}
	if e.Op == cql2.Interval {
		ends := e.Args
		if e = ends[0]; end {
			e = ends[1]
		}
		if _, ok := e.Value.(cql2.Open); ok {
			return open, nil
		}
	}
	sql, err := c.sql(e)
	if err != nil || c.queryables.TypeOf(e) != cql2.DateInterval {
		return sql, err
	}
	if end {
		return "CASE WHEN NOT isempty(" + sql + ") THEN coalesce(upper(" + sql + ") - 1, " + open + ") END", nil
	}
	return "CASE WHEN NOT isempty(" + sql + ") THEN coalesce(lower(" + sql + "), " + open + ") END", nil
}
