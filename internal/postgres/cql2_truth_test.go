package postgres_test

import (
	"fmt"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"github.com/hatangso/hatangso/internal/ogc/cql2"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// What the random sites and filters are made of.
var (
	words     = []string{"Trạm Hòa", "TRẠM HOÀ", "tram hoa", "Trâm", `T%_\`, "Đường", "đuong", "a_"}
	days      = []registry.Date{registry.NewDate(2020, 1, 1), registry.NewDate(2021, 6, 30), registry.NewDate(2022, 1, 1), registry.NewDate(2022, 1, 2), registry.NewDate(2024, 2, 29)}
	first     = registry.NewDate(1, 1, 1)    // for ..
	last      = registry.NewDate(9999, 1, 1) // for ..
	accents   = strings.NewReplacer("ạ", "a", "Ạ", "A", "ò", "o", "à", "a", "À", "A", "â", "a", "Đ", "D", "đ", "d", "ư", "u", "ờ", "o")
	relations = map[cql2.Op]func(a, b, c, d any) any{
		cql2.TAfter:      func(a, _, _, d any) any { return compare(cql2.Greater, a, d) },
		cql2.TBefore:     func(_, b, c, _ any) any { return compare(cql2.Less, b, c) },
		cql2.TDisjoint:   func(a, b, c, d any) any { return either(compare(cql2.Greater, a, d), compare(cql2.Less, b, c)) },
		cql2.TEquals:     func(a, b, c, d any) any { return both(compare(cql2.Equal, a, c), compare(cql2.Equal, b, d)) },
		cql2.TIntersects: func(a, b, c, d any) any { return both(compare(cql2.AtMost, a, d), compare(cql2.AtLeast, b, c)) },
		cql2.TContains:   func(a, b, c, d any) any { return both(compare(cql2.Less, a, c), compare(cql2.Greater, b, d)) },
		cql2.TDuring:     func(a, b, c, d any) any { return both(compare(cql2.Greater, a, c), compare(cql2.Less, b, d)) },
		cql2.TFinishes:   func(a, b, c, d any) any { return both(compare(cql2.Greater, a, c), compare(cql2.Equal, b, d)) },
		cql2.TFinishedBy: func(a, b, c, d any) any { return both(compare(cql2.Less, a, c), compare(cql2.Equal, b, d)) },
		cql2.TStarts:     func(a, b, c, d any) any { return both(compare(cql2.Equal, a, c), compare(cql2.Less, b, d)) },
		cql2.TStartedBy:  func(a, b, c, d any) any { return both(compare(cql2.Equal, a, c), compare(cql2.Greater, b, d)) },
		cql2.TMeets:      func(_, b, c, _ any) any { return compare(cql2.Equal, b, c) },
		cql2.TMetBy:      func(a, _, _, d any) any { return compare(cql2.Equal, a, d) },
		cql2.TOverlaps: func(a, b, c, d any) any {
			return both(compare(cql2.Less, a, c), compare(cql2.Greater, b, c), compare(cql2.Less, b, d))
		},
		cql2.TOverlappedBy: func(a, b, c, d any) any {
			return both(compare(cql2.Greater, a, c), compare(cql2.Less, a, d), compare(cql2.Greater, b, d))
		},
	}
)

// A filter takes the rows of which a small evaluator says it is true, its NOT
// those of which it is false; the rest is unknown and taken by neither. Its SQL
// does not depend on its literals.
func TestCQL2Truth(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	sites := randomSites(r)
	rapid.Check(t, func(t *rapid.T) {
		e := filters{t}.predicate(3)
		want := map[any][]string{}
		for _, s := range sites {
			is := evaluate(e, s)
			want[is] = append(want[is], s.Code)
		}
		for is, filter := range map[bool]cql2.Expr{true: e, false: {Op: cql2.Not, Args: []cql2.Expr{e}}} {
			if got := r.codes(registry.SiteNoun, registry.Filter{Where: filter}); !slices.Equal(got, append([]string{}, want[is]...)) {
				t.Fatalf("%s is %v of %v, want %v", e, is, got, want[is])
			}
		}
		sql, args, err := postgres.CompileFilter(registry.SiteNoun, e)
		if err != nil {
			t.Fatal(err)
		}
		other, others, err := postgres.CompileFilter(registry.SiteNoun, otherLiterals(e))
		if err != nil || other != sql || len(others) != len(args) {
			t.Fatalf("%s is written\n%s\nand with other literals\n%s %v", e, sql, other, err)
		}
	})
}

// otherLiterals changes every literal of an expression.
func otherLiterals(e cql2.Expr) cql2.Expr {
	switch v := e.Value.(type) {
	case string:
		e.Value = v + `'; DROP TABLE asset; -- \`
	case int64:
		e.Value = v + 17
	case float64:
		e.Value = v + 17
	case bool:
		e.Value = !v
	case registry.Date:
		e.Value = v.AddDays(17)
	}
	args := make([]cql2.Expr, len(e.Args))
	for i := range args {
		args[i] = otherLiterals(e.Args[i])
	}
	e.Args = args
	return e
}

// randomSites registers sites of every combination that matters.
func randomSites(r *register) []*registry.Site {
	var sites []*registry.Site
	pick := func(i, of int) int { return (i*7919 + i*i*31) % of }
	for i := range 60 {
		r.site(fmt.Sprintf("%02d", i), float64(pick(i, 12)), float64(pick(i+5, 12)), func(s *registry.Site) {
			if i%5 != 0 {
				s.Name = ptr(words[pick(i, len(words))])
			}
			if i%4 != 1 {
				s.FreeSlots = ptr(int64(pick(i, 4)))
			}
			if i%7 != 2 {
				s.LandAreaM2 = ptr(float64(pick(i+3, 9)) / 2)
			}
			if from := pick(i+1, len(days)-1); i%6 != 3 {
				s.OperatingFrom = &days[from]
				if i%3 != 0 {
					s.OperatingTo = &days[from+1+pick(i, len(days)-1-from)]
				}
			}
			sites = append(sites, s)
		})
	}
	return sites
}

// filters draws filters on sites.
type filters struct{ *rapid.T }

func (d filters) op(ops ...cql2.Op) cql2.Op { return rapid.SampledFrom(ops).Draw(d.T, "op") }

func (d filters) upTo(n int) int { return rapid.IntRange(0, n).Draw(d.T, "n") }

func value(v any) cql2.Expr { return cql2.Expr{Value: v} }

func apply(op cql2.Op, args ...cql2.Expr) cql2.Expr { return cql2.Expr{Op: op, Args: args} }

func (d filters) property(names ...string) cql2.Expr {
	return value(cql2.Property(rapid.SampledFrom(names).Draw(d.T, "property")))
}

func (d filters) fold(e cql2.Expr) cql2.Expr {
	for range d.upTo(2) {
		e = apply(d.op(cql2.CaseI, cql2.AccentI), e)
	}
	return e
}

func (d filters) text() cql2.Expr {
	if d.upTo(1) == 0 {
		return d.fold(d.property("name"))
	}
	return d.fold(value(rapid.SampledFrom(words).Draw(d.T, "text")))
}

func (d filters) number(depth int) cql2.Expr {
	switch kind := d.upTo(3 + min(depth, 1)*3); kind {
	case 0, 1:
		return d.property("free_slots", "land_area_m2")
	case 2:
		return value(rapid.Int64Range(-3, 5).Draw(d.T, "whole"))
	case 3:
		return value(float64(d.upTo(16)-8) / 2)
	case 4:
		return apply(cql2.Power, d.number(0), value(rapid.Int64Range(-2, 3).Draw(d.T, "power")))
	case 5:
		return apply(d.op(cql2.Modulo, cql2.Div), d.number(0), d.number(0))
	}
	return apply(d.op(cql2.Plus, cql2.Minus, cql2.Times, cql2.Over), d.number(depth-1), d.number(depth-1))
}

func (d filters) day() cql2.Expr {
	if d.upTo(1) == 0 {
		return d.property("operating_from", "operating_to")
	}
	return value(rapid.SampledFrom(days).Draw(d.T, "day"))
}

func (d filters) period() cql2.Expr {
	from := d.upTo(len(days) - 1)
	ends := []cql2.Expr{value(days[from]), value(days[from+d.upTo(len(days)-1-from)])}
	switch d.upTo(5) {
	case 0, 1:
		return d.property(cql2.InService)
	case 2:
		ends[0] = value(cql2.Open{})
	case 3:
		ends[1] = value(cql2.Open{})
	case 4:
		ends = []cql2.Expr{d.property("operating_from"), d.day()}
	}
	return apply(cql2.Interval, ends...)
}

// two gives expressions of one type that can be compared, and how.
func (d filters) two() (a, b, c cql2.Expr, ops []cql2.Op) {
	equality := []cql2.Op{cql2.Equal, cql2.NotEqual}
	order := append(equality, cql2.Less, cql2.Greater, cql2.AtMost, cql2.AtLeast)
	switch d.upTo(2) {
	case 0:
		return d.text(), d.text(), d.text(), equality // the order of texts is the database's
	case 1:
		return d.day(), d.day(), d.day(), order
	}
	return d.number(2), d.number(2), d.number(2), order
}

func (d filters) predicate(depth int) cql2.Expr {
	a, b, c, ops := d.two()
	kind := d.upTo(9)
	if depth == 0 {
		kind = max(kind, 3)
	}
	switch kind {
	case 0, 1:
		return apply(d.op(cql2.And, cql2.Or), d.predicate(depth-1), d.predicate(depth-1), d.predicate(depth-1))
	case 2:
		return apply(cql2.Not, d.predicate(depth-1))
	case 3:
		pattern := rapid.SampledFrom([]string{"", "%", "_r%", "%hoà%", `T\%\_\\%`, `%\`, "%a_", "Trạm%"}).Draw(d.T, "pattern")
		return apply(cql2.Like, d.text(), d.fold(value(pattern)))
	case 4:
		return apply(cql2.Between, d.number(1), d.number(1), d.number(1))
	case 5:
		return apply(cql2.In, a, b, c)
	case 6:
		return apply(cql2.IsNull, a)
	case 7:
		corner := orb.Point{float64(d.upTo(19)) / 2, float64(d.upTo(19)) / 2} // half of them have sites on their edges
		b := orb.Bound{Min: corner, Max: orb.Point{corner[0] + 3, corner[1] + 4}}
		g := rapid.SampledFrom([]orb.Geometry{b, b.ToPolygon(), orb.Collection{b.ToPolygon(), orb.Point{-1, -1}}}).Draw(d.T, "shape")
		return apply(d.op(cql2.SIntersects, cql2.SDisjoint), value(cql2.Property("geometry")), value(g))
	case 8:
		var all []cql2.Op
		for op := range relations {
			all = append(all, op)
		}
		slices.Sort(all)
		return apply(d.op(all...), d.period(), d.period())
	}
	return apply(d.op(ops...), a, b)
}

// evaluate gives the value of an expression for a site, nil for unknown.
func evaluate(e cql2.Expr, s *registry.Site) any {
	args := make([]any, len(e.Args))
	for i, a := range e.Args {
		args[i] = evaluate(a, s)
	}
	switch e.Op {
	case "":
		return evaluateLeaf(e.Value, s)
	case cql2.And:
		return both(args...)
	case cql2.Or:
		return either(args...)
	case cql2.Not:
		return not(args[0])
	case cql2.IsNull:
		return args[0] == nil
	case cql2.Between:
		return both(compare(cql2.AtLeast, args[0], args[1]), compare(cql2.AtMost, args[0], args[2]))
	case cql2.In:
		return either(compare(cql2.Equal, args[0], args[1]), compare(cql2.Equal, args[0], args[2]))
	case cql2.Interval:
		ends := [2]any{args[0], args[1]}
		for i, open := range []registry.Date{first, last} {
			if ends[i] == (any(cql2.Open{})) {
				ends[i] = open
			}
		}
		return ends
	}
	if relation, ok := relations[e.Op]; ok {
		a, b := args[0].([2]any), args[1].([2]any)
		return relation(a[0], a[1], b[0], b[1])
	}
	if slices.Contains(args, nil) {
		return nil
	}
	switch e.Op {
	case cql2.CaseI:
		return strings.ToLower(args[0].(string))
	case cql2.AccentI:
		return accents.Replace(args[0].(string))
	case cql2.Like:
		return matches(args[0].(string), args[1].(string))
	case cql2.SIntersects, cql2.SDisjoint:
		g := args[1].(orb.Geometry)
		if c, ok := g.(orb.Collection); ok {
			g = c[0]
		}
		return g.Bound().Contains(args[0].(orb.Point)) == (e.Op == cql2.SIntersects)
	case cql2.Plus, cql2.Minus, cql2.Times, cql2.Over, cql2.Modulo, cql2.Div, cql2.Power:
		return calculate(e.Op, args[0].(float64), args[1].(float64))
	}
	return compare(e.Op, args[0], args[1])
}

func evaluateLeaf(v any, s *registry.Site) any {
	switch p := v.(type) {
	case cql2.Property:
		switch p {
		case "geometry":
			return s.Geometry.Geometry
		case cql2.InService:
			ends := [2]any{first, last}
			if s.OperatingFrom != nil {
				ends[0] = *s.OperatingFrom
			}
			if s.OperatingTo != nil {
				ends[1] = s.OperatingTo.AddDays(-1)
			}
			return ends
		}
		v = registry.SiteNoun.Field(string(p)).Value(reflect.ValueOf(s).Elem())
	}
	if whole, ok := v.(int64); ok {
		return float64(whole)
	}
	return v
}

// compare compares two values; what compares with the unknown is unknown.
func compare(op cql2.Op, a, b any) any {
	if a == nil || b == nil {
		return nil
	}
	order := 0
	switch a := a.(type) {
	case float64:
		if b := b.(float64); a != b {
			order = int(math.Copysign(1, a-b))
		}
	case registry.Date:
		order = a.Time().Compare(b.(registry.Date).Time())
	case string:
		order = strings.Compare(a, b.(string))
	}
	return map[cql2.Op]bool{cql2.Equal: order == 0, cql2.NotEqual: order != 0, cql2.Less: order < 0, cql2.Greater: order > 0,
		cql2.AtMost: order <= 0, cql2.AtLeast: order >= 0}[op]
}

func not(v any) any {
	if v == nil {
		return nil
	}
	return !v.(bool)
}

func both(all ...any) any {
	if slices.Contains(all, any(false)) {
		return false
	}
	if slices.Contains(all, nil) {
		return nil
	}
	return true
}

func either(all ...any) any {
	opposite := make([]any, len(all))
	for i, v := range all {
		opposite[i] = not(v)
	}
	return not(both(opposite...))
}

func calculate(op cql2.Op, a, b float64) any {
	if b == 0 && (op == cql2.Over || op == cql2.Div || op == cql2.Modulo) || op == cql2.Power && a == 0 && b < 0 {
		return nil
	}
	return map[cql2.Op]float64{cql2.Plus: a + b, cql2.Minus: a - b, cql2.Times: a * b, cql2.Over: a / b, cql2.Div: math.Trunc(a / b),
		cql2.Modulo: math.Mod(a, b), cql2.Power: math.Pow(a, b)}[op]
}

// matches is LIKE with \ for an escape.
func matches(text, pattern string) bool {
	var re strings.Builder
	escaped := false
	for _, r := range pattern + "\x00" {
		switch {
		case r == 0 && !escaped:
		case escaped && (r == '%' || r == '_' || r == '\\'):
			re.WriteString(regexp.QuoteMeta(string(r)))
			escaped = false
		case escaped && r == 0:
			re.WriteString(`\\`)
		case r == '\\':
			escaped = true
		case r == '%':
			re.WriteString(`(?s:.*)`)
		case r == '_':
			re.WriteString(`(?s:.)`)
		default:
			re.WriteString(regexp.QuoteMeta(string(r)))
		}
	}
	return regexp.MustCompile(`^` + re.String() + `$`).MatchString(text)
}
