package cql2

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// Check holds a filter against the queryables: every property is one, every
// operator has arguments of types it takes, the whole is true or false. It gives
// the filter with the texts that are compared with dates and times turned into
// such. Every fault is told at once.
func (q Queryables) Check(filter Expr) (Expr, error) {
	c := checker{queryables: q}
	checked, t := c.check(filter)
	c.need(checked, t, Boolean)
	if len(c.faults) > 0 {
		return Expr{}, refusal(c.faults)
	}
	return checked, nil
}

// TypeOf gives the type of an expression that [Queryables.Check] gave; Number
// for all numbers, "interval of times" for what is not of days.
func (q Queryables) TypeOf(e Expr) Type {
	c := checker{queryables: q}
	_, t := c.check(e)
	return t
}

const (
	timeInterval Type = "interval of times"
	openInterval Type = "open interval" // at both ends
	openEnd      Type = "open end"
	// anything is the type of what has a fault already.
	anything Type = ""
)

var typeNames = map[Type]registry.Text{
	String: registry.T("văn bản", "a text"), Number: registry.T("số", "a number"), Boolean: registry.T("đúng/sai", "true or false"),
	Date: registry.T("ngày", "a date"), Timestamp: registry.T("thời điểm", "a time"), Geometry: registry.T("hình", "a geometry"),
	DateInterval: registry.T("khoảng ngày", "an interval of dates"), timeInterval: registry.T("khoảng thời điểm", "an interval of times"),
	openInterval: registry.T("khoảng thời gian", "an interval"), openEnd: registry.T("đầu mở", "an open end"),
}

// mends say how a value of a type is written.
var mends = map[Type]string{
	String: "'Trạm'", Number: "12.5", Boolean: "TRUE", Date: "DATE('2025-07-01')", Timestamp: "TIMESTAMP('2025-07-01T00:00:00Z')",
	Geometry: "POINT(106.68 20.86)", DateInterval: "INTERVAL('2025-01-01', '2025-12-31')",
	timeInterval: "INTERVAL('2025-01-01T00:00:00Z', '..')", openInterval: "INTERVAL('2025-01-01', '..')",
}

type checker struct {
	queryables Queryables
	faults     []registry.Fault
}

func (c *checker) fault(e Expr, rule, value string, message, mend registry.Text) Type {
	c.faults = append(c.faults, e.place.fault(rule, value, message, mend))
	return anything
}

// need says that an expression has one of some types.
func (c *checker) need(e Expr, have Type, want ...Type) Type {
	if have == anything || slices.Contains(want, have) {
		return have
	}
	vi, en := make([]string, len(want)), make([]string, len(want))
	for i, t := range want {
		vi[i], en[i] = typeNames[t].VI, typeNames[t].EN
	}
	return c.fault(e, ruleType, e.String(),
		registry.T(fmt.Sprintf("%s là %s, ở đây cần %s.", cut(e.String()), typeNames[have].VI, strings.Join(vi, ", ")),
			fmt.Sprintf("%s is %s; needed here: %s.", cut(e.String()), typeNames[have].EN, strings.Join(en, ", "))),
		registry.Tf("Ghi giá trị như %s.", "Give a value such as %s.", mends[want[0]]))
}

// check gives an expression with its texts resolved, and its type.
func (c *checker) check(e Expr) (Expr, Type) {
	f := families[e.Op]
	if f == leaf {
		return e, c.leaf(e)
	}
	if least, most := e.Op.arguments(); len(e.Args) < least || len(e.Args) > most {
		return e, c.fault(e, ruleSyntax, string(e.Op), registry.Tf("%q có %d đối số.", "%q has %d arguments.", e.Op, len(e.Args)),
			registry.Tf("Ghi %d đối số.", "Give %d.", least))
	}
	args, types := make([]Expr, len(e.Args)), make([]Type, len(e.Args))
	for i, a := range e.Args {
		args[i], types[i] = c.check(a)
	}
	e.Args = args
	each := func(want ...Type) {
		for i := range args {
			c.need(args[i], types[i], want...)
		}
	}
	switch f {
	case logical, negation:
		each(Boolean)
	case comparison, between, list:
		c.alike(args, types, f == between || e.Op != Equal && e.Op != NotEqual && f == comparison)
	case pattern:
		each(String)
		c.pattern(args[1])
	case null:
		if args[0].Op == Interval {
			c.need(args[0], types[0], String, Number, Boolean, Date, Timestamp, Geometry)
		}
	case folding:
		each(String)
		return e, String
	case arithmetic:
		each(Number)
		return e, Number
	case interval:
		return e, c.interval(e, types)
	case spatial:
		each(Geometry)
		c.shapes(e)
	case temporal:
		each(Date, Timestamp, DateInterval, timeInterval, openInterval)
		c.grain(e, types)
	case intervalOnly:
		each(DateInterval, timeInterval, openInterval)
		c.grain(e, types)
	}
	return e, Boolean
}

func (c *checker) leaf(e Expr) Type {
	switch v := e.Value.(type) {
	case Property:
		of := c.queryables.Find(string(v))
		if of == nil {
			return c.fault(e, ruleProperty, string(v), registry.Tf("không có thuộc tính %q.", "there is no property %q.", cut(string(v))),
				nearest(string(v), c.queryables.names()))
		}
		if of.Type == Integer {
			return Number
		}
		return of.Type
	case string:
		return String
	case int64, float64:
		return Number
	case bool:
		return Boolean
	case registry.Date:
		return Date
	case time.Time:
		return Timestamp
	case orb.Geometry:
		if off, found := offEarth(v); found {
			return c.fault(e, ruleCoordinate, fmt.Sprintf("%g %g", off[0], off[1]),
				registry.Tf("vị trí %g %g nằm ngoài kinh độ ±180, vĩ độ ±90.", "the position %g %g is outside longitude ±180, latitude ±90.", off[0], off[1]),
				registry.T("Ghi kinh độ trước, vĩ độ sau, hoặc nêu hệ tọa độ bằng filter-crs.", "Give longitude first, or name the CRS by filter-crs."))
		}
		return Geometry
	case Open:
		return openEnd
	}
	return c.fault(e, ruleType, "", registry.T("giá trị không dùng được.", "the value cannot be used."), registry.T("Ghi một giá trị.", "Give a value."))
}

// alike says that all arguments can be compared with each other; a text becomes
// the date or time that it is compared with.
func (c *checker) alike(args []Expr, types []Type, ordered bool) {
	want := anything
	for _, t := range types {
		if t != anything && (want == anything || want == String) {
			want = t
		}
	}
	comparable := []Type{String, Number, Boolean, Date, Timestamp}
	if ordered {
		comparable = []Type{String, Number, Date, Timestamp}
	}
	for i := range args {
		if s, ok := args[i].Value.(string); ok && (want == Date || want == Timestamp) {
			var v any
			var err error
			if want == Date {
				v, err = args[i].place.parseDate(s)
			} else {
				v, err = args[i].place.parseTime(s)
			}
			if err != nil {
				c.need(args[i], String, want)
				continue
			}
			args[i].Value, types[i] = v, want
		}
		if types[i] = c.need(args[i], types[i], comparable...); types[i] != anything && slices.Contains(comparable, want) {
			c.need(args[i], types[i], want)
		}
	}
}

// pattern says that a pattern is a text, folded or not: a property is none
// (rule patternExpression).
func (c *checker) pattern(e Expr) {
	for families[e.Op] == folding {
		e = e.Args[0]
	}
	if _, ok := e.Value.(string); !ok && len(c.faults) == 0 {
		c.fault(e, ruleType, e.String(), registry.Tf("mẫu của LIKE phải là văn bản, không phải %s.", "the pattern of LIKE must be a text, not %s.", cut(e.String())),
			registry.T("Ghi mẫu như 'Trạm%', CASEI('trạm%').", "Give a pattern such as 'Trạm%', CASEI('trạm%')."))
	}
}

// interval gives the type of an interval.
func (c *checker) interval(e Expr, types []Type) Type {
	want := openEnd
	for i, t := range types {
		if c.need(e.Args[i], t, Date, Timestamp, openEnd) == anything {
			return anything
		}
		if want == openEnd {
			want = t
		}
	}
	for i, t := range types {
		if t != openEnd && c.need(e.Args[i], t, want) == anything {
			return anything
		}
	}
	if backwards(e.Args[0].Value, e.Args[1].Value) {
		return c.fault(e, ruleInterval, e.String(), registry.T("khoảng thời gian kết thúc trước khi bắt đầu.", "the interval ends before it begins."),
			registry.T("Đổi chỗ hai đầu.", "Swap its ends."))
	}
	switch want {
	case Date:
		return DateInterval
	case Timestamp:
		return timeInterval
	}
	return openInterval
}

// backwards says that the bounds of an interval are instants the wrong way round.
func backwards(from, to any) bool {
	switch f := from.(type) {
	case registry.Date:
		t, ok := to.(registry.Date)
		return ok && t.Before(f)
	case time.Time:
		t, ok := to.(time.Time)
		return ok && t.Before(f)
	}
	return false
}

// grain says that two times are both of days or both of seconds.
func (c *checker) grain(e Expr, types []Type) {
	days := func(t Type) bool { return t == Date || t == DateInterval }
	if types[0] == anything || types[1] == anything || types[0] == openInterval || types[1] == openInterval || days(types[0]) == days(types[1]) {
		return
	}
	want := []Type{Timestamp, timeInterval}
	if days(types[0]) {
		want = []Type{Date, DateInterval}
	}
	c.need(e.Args[1], types[1], want...)
}

// shapes says that the database can relate a collection: one of points, lines
// and areas together only as far as whether something touches it.
func (c *checker) shapes(e Expr) {
	if e.Op == SIntersects || e.Op == SDisjoint {
		return
	}
	for _, a := range e.Args {
		if g, ok := a.Value.(orb.Collection); ok && len(ByDimension(g)) > 1 {
			c.fault(a, ruleGeometry, "", registry.Tf("%s không dùng được với tập hợp lẫn điểm, đường và vùng.", "%s cannot be used with a collection of points, lines and areas together.", strings.ToUpper(string(e.Op))),
				registry.T("Dùng S_INTERSECTS hoặc S_DISJOINT, hoặc tách tập hợp.", "Use S_INTERSECTS or S_DISJOINT, or split the collection."))
		}
	}
}

// ByDimension gives the parts of a collection, and of those in it, as one
// multi-part geometry each of its points, lines and areas, those that there are.
func ByDimension(c orb.Collection) []orb.Geometry {
	var points orb.MultiPoint
	var lines orb.MultiLineString
	var areas orb.MultiPolygon
	var add func(orb.Geometry)
	add = func(g orb.Geometry) {
		switch v := g.(type) {
		case orb.Point:
			points = append(points, v)
		case orb.MultiPoint:
			points = append(points, v...)
		case orb.LineString:
			lines = append(lines, v)
		case orb.MultiLineString:
			lines = append(lines, v...)
		case orb.Polygon:
			areas = append(areas, v)
		case orb.MultiPolygon:
			areas = append(areas, v...)
		case orb.Collection:
			for _, part := range v {
				add(part)
			}
		}
	}
	add(c)
	var parts []orb.Geometry
	if points != nil {
		parts = append(parts, points)
	}
	if lines != nil {
		parts = append(parts, lines)
	}
	if areas != nil {
		parts = append(parts, areas)
	}
	return parts
}
