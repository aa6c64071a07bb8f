package cql2_test

import (
	"errors"
	"testing"
	"time"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"github.com/hatangso/hatangso/internal/ogc/cql2"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/vnname"
)

// op makes an operation of expressions and plain values.
func op(o cql2.Op, args ...any) cql2.Expr {
	e := cql2.Expr{Op: o}
	for _, a := range args {
		if x, ok := a.(cql2.Expr); ok {
			e.Args = append(e.Args, x)
			continue
		}
		if whole, ok := a.(int); ok {
			a = int64(whole)
		}
		e.Args = append(e.Args, cql2.Expr{Value: a})
	}
	return e
}

// prop is a property, day a date, at a time.
type prop = cql2.Property

func day(s string) registry.Date {
	d, err := registry.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func at(s string) time.Time {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		panic(err)
	}
	return t
}

// wantFault gives the only fault of a refusal.
func wantFault(t *testing.T, err error) registry.Fault {
	t.Helper()
	var e *registry.Error
	if !errors.As(err, &e) || e.Code != registry.CodeInvalid || len(e.Faults) != 1 {
		t.Fatalf("error %v, want one fault", err)
	}
	f := e.Faults[0]
	if f.Message.VI == "" || f.Message.EN == "" || f.Mend.VI == "" || f.Mend.EN == "" || f.Column != "filter" {
		t.Fatalf("an incomplete fault: %+v", f)
	}
	return f
}

// names are of the queryables of random expressions, by type.
var names = map[cql2.Type][]string{
	cql2.String: {"code", "name", "tên trạm", `a "quoted" \ name`, "and", "Đường_phố", "x.y:z"}, cql2.Number: {"height_m", "slots"},
	cql2.Boolean: {"wifi"}, cql2.Date: {"from", "to"}, cql2.Timestamp: {"updated_at"}, cql2.Geometry: {"geometry"},
}

func queryables() cql2.Queryables {
	var q cql2.Queryables
	for t, of := range names {
		for _, name := range of {
			q = append(q, cql2.Queryable{Name: name, Type: t})
		}
	}
	return q
}

// generator draws random expressions that pass the check.
type generator struct{ *rapid.T }

func (g generator) pick(ops ...cql2.Op) cql2.Op { return rapid.SampledFrom(ops).Draw(g.T, "op") }

func (g generator) yes() bool { return rapid.Bool().Draw(g.T, "yes") }

func (g generator) property(t cql2.Type) cql2.Expr {
	return cql2.Expr{Value: prop(rapid.SampledFrom(names[t]).Draw(g.T, "name"))}
}

func (g generator) boolean(depth int) cql2.Expr {
	if depth == 0 {
		return cql2.Expr{Value: g.yes()}
	}
	depth--
	switch rapid.IntRange(0, 9).Draw(g.T, "predicate") {
	case 0, 1:
		e := cql2.Expr{Op: g.pick(cql2.And, cql2.Or)}
		for range rapid.IntRange(2, 4).Draw(g.T, "terms") {
			e.Args = append(e.Args, g.boolean(depth))
		}
		return e
	case 2:
		return op(cql2.Not, g.boolean(depth))
	case 3:
		return op(cql2.Like, g.scalar(cql2.String, depth), g.fold(cql2.Expr{Value: g.text()}))
	case 4:
		t := g.ordered()
		return op(cql2.Between, g.scalar(t, depth), g.scalar(t, depth), g.scalar(t, depth))
	case 5:
		t := g.ordered()
		e := op(cql2.In, g.scalar(t, depth))
		for range rapid.IntRange(1, 3).Draw(g.T, "members") {
			e.Args = append(e.Args, g.scalar(t, depth))
		}
		return e
	case 6:
		return op(cql2.IsNull, g.scalar(g.ordered(), depth))
	case 7:
		return op(g.pick(cql2.SIntersects, cql2.SDisjoint, cql2.SWithin), g.property(cql2.Geometry), cql2.Expr{Value: g.shape(2)})
	case 8:
		return op(g.pick(cql2.TContains, cql2.TMeets, cql2.TAfter, cql2.TIntersects), g.interval(), g.interval())
	}
	t := g.ordered()
	return op(g.pick(cql2.Equal, cql2.NotEqual, cql2.Less, cql2.Greater, cql2.AtMost, cql2.AtLeast), g.scalar(t, depth), g.scalar(t, depth))
}

func (g generator) ordered() cql2.Type {
	return rapid.SampledFrom([]cql2.Type{cql2.String, cql2.Number, cql2.Date, cql2.Timestamp}).Draw(g.T, "type")
}

func (g generator) scalar(t cql2.Type, depth int) cql2.Expr {
	if g.yes() {
		return g.property(t)
	}
	switch {
	case t == cql2.String:
		return g.fold(cql2.Expr{Value: g.text()})
	case t == cql2.Date:
		return cql2.Expr{Value: g.day()}
	case t == cql2.Timestamp:
		return cql2.Expr{Value: g.time()}
	case depth > 0:
		return op(g.pick(cql2.Plus, cql2.Minus, cql2.Times, cql2.Over, cql2.Modulo, cql2.Div, cql2.Power), g.scalar(t, depth-1), g.scalar(t, depth-1))
	case g.yes():
		return cql2.Expr{Value: rapid.Int64().Draw(g.T, "whole")}
	}
	return cql2.Expr{Value: rapid.Float64().Draw(g.T, "decimal")}
}

func (g generator) fold(e cql2.Expr) cql2.Expr {
	for range rapid.IntRange(0, 2).Draw(g.T, "folds") {
		e = op(g.pick(cql2.CaseI, cql2.AccentI), e)
	}
	return e
}

func (g generator) text() string {
	runes := rapid.OneOf(rapid.SampledFrom([]rune(`'"\%_();-`)), rapid.Rune().Filter(func(r rune) bool { return r != 0 && r != cql2.AnyMark && r != cql2.OneMark }))
	return vnname.NFC(rapid.StringOfN(runes, 0, 12, -1).Draw(g.T, "text"))
}

func (g generator) day() registry.Date {
	return registry.NewDate(rapid.IntRange(1, 9999).Draw(g.T, "year"), time.Month(rapid.IntRange(1, 12).Draw(g.T, "month")), rapid.IntRange(1, 28).Draw(g.T, "day"))
}

func (g generator) time() time.Time {
	return g.day().Time().Add(time.Duration(rapid.Int64Range(0, 86_399_999_999).Draw(g.T, "micros")) * time.Microsecond)
}

func (g generator) interval() cql2.Expr {
	from := g.day()
	to := from.AddDays(rapid.IntRange(0, 1000).Draw(g.T, "days"))
	ends := []any{from, to}
	for i := range ends {
		switch rapid.IntRange(0, 3).Draw(g.T, "end") {
		case 0:
			ends[i] = cql2.Open{}
		case 1:
			ends[i] = prop("from")
		}
	}
	if ends[1] == any(to) && to.Year() > 9999 {
		ends[1] = cql2.Open{}
	}
	return op(cql2.Interval, ends...)
}

func (g generator) point() orb.Point {
	return orb.Point{rapid.Float64Range(-180, 180).Draw(g.T, "lon"), rapid.Float64Range(-90, 90).Draw(g.T, "lat")}
}

func (g generator) shape(depth int) orb.Geometry {
	line := func() orb.LineString { return orb.LineString{g.point(), g.point(), g.point()} }
	area := func() orb.Polygon { l := line(); return orb.Polygon{orb.Ring(append(l, l[0]))} }
	switch rapid.IntRange(0, 7).Draw(g.T, "shape") {
	case 0:
		b := orb.MultiPoint{g.point(), g.point()}.Bound()
		if depth < 2 || b.IsEmpty() {
			return b.Min
		}
		return b
	case 1:
		return orb.MultiPoint{g.point(), g.point()}
	case 2:
		return line()
	case 3:
		return orb.MultiLineString{line(), line()}
	case 4:
		return area()
	case 5:
		return orb.MultiPolygon{area(), area()}
	}
	return g.point()
}

// What is printed is read back as the same expression, in both encodings, and
// passes the check as it did.
func TestRoundTrip(t *testing.T) {
	t.Parallel()
	q := queryables()
	rapid.Check(t, func(t *rapid.T) {
		e := generator{t}.boolean(4)
		fromText, err := cql2.ParseText(e.String())
		if err != nil || !fromText.Equal(e) {
			t.Fatalf("text %s gives %s, %v", e, fromText, err)
		}
		written, err := e.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		fromJSON, err := cql2.ParseJSON(written)
		if err != nil || !fromJSON.Equal(e) {
			t.Fatalf("JSON %s gives %s, %v", written, fromJSON, err)
		}
		if checked, err := q.Check(fromText); err != nil || !checked.Equal(e) {
			t.Fatalf("%s checks as %s, %v", e, checked, err)
		}
	})
}
