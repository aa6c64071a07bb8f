package cql2

import (
	"time"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// Op is an operator, by its name in the JSON encoding.
type Op string

// The operators. In takes its operand first and the list's members after it,
// Between its operand, the lower and the upper bound.
const (
	And Op = "and"
	Or  Op = "or"
	Not Op = "not"

	Equal    Op = "="
	NotEqual Op = "<>"
	Less     Op = "<"
	Greater  Op = ">"
	AtMost   Op = "<="
	AtLeast  Op = ">="
	Like     Op = "like"
	Between  Op = "between"
	In       Op = "in"
	IsNull   Op = "isNull"

	CaseI   Op = "casei"
	AccentI Op = "accenti"

	Plus   Op = "+"
	Minus  Op = "-"
	Times  Op = "*"
	Over   Op = "/"
	Modulo Op = "%"
	Div    Op = "div"
	Power  Op = "^"

	// Interval holds two instants, either of which may be [Open].
	Interval Op = "interval"

	SContains   Op = "s_contains"
	SCrosses    Op = "s_crosses"
	SDisjoint   Op = "s_disjoint"
	SEquals     Op = "s_equals"
	SIntersects Op = "s_intersects"
	SOverlaps   Op = "s_overlaps"
	STouches    Op = "s_touches"
	SWithin     Op = "s_within"

	TAfter        Op = "t_after"
	TBefore       Op = "t_before"
	TContains     Op = "t_contains"
	TDisjoint     Op = "t_disjoint"
	TDuring       Op = "t_during"
	TEquals       Op = "t_equals"
	TFinishedBy   Op = "t_finishedby"
	TFinishes     Op = "t_finishes"
	TIntersects   Op = "t_intersects"
	TMeets        Op = "t_meets"
	TMetBy        Op = "t_metby"
	TOverlappedBy Op = "t_overlappedby"
	TOverlaps     Op = "t_overlaps"
	TStartedBy    Op = "t_startedby"
	TStarts       Op = "t_starts"
)

// Expr is an expression: an operator with its arguments, or a leaf with its
// value. It is not changed once made.
type Expr struct {
	// Op is "" for a leaf.
	Op   Op
	Args []Expr
	// Value is a leaf's: a [Property], a string (NFC), an int64, a float64
	// (finite), a bool, a [registry.Date], a [time.Time] (UTC), an orb geometry in
	// WGS84 longitude/latitude, or [Open]. An orb.Bound is a box; one whose west is
	// greater than its east goes over the antimeridian.
	Value any
	place place
	// depth is that of the tree it is the root of, as the text's parser counts it.
	depth int
}

// Property is the name of a property (thuộc tính), NFC.
type Property string

// Open is the end of an interval that has none, written "..".
type Open struct{}

// All takes the records that all the expressions take; it is true of none.
func All(each ...Expr) Expr {
	switch len(each) {
	case 0:
		return Expr{Value: true}
	case 1:
		return each[0]
	}
	return Expr{Op: And, Args: each}
}

// Equals compares a property with a value, of a type [Expr.Value] may have.
func Equals(property string, value any) Expr {
	return Expr{Op: Equal, Args: []Expr{{Value: Property(property)}, {Value: value}}}
}

// Equal says whether two expressions are the same, wherever they were written.
func (e Expr) Equal(other Expr) bool {
	if e.Op != other.Op || len(e.Args) != len(other.Args) {
		return false
	}
	for i := range e.Args {
		if !e.Args[i].Equal(other.Args[i]) {
			return false
		}
	}
	switch v := e.Value.(type) {
	case time.Time:
		o, ok := other.Value.(time.Time)
		return ok && v.Equal(o)
	case registry.Date:
		o, ok := other.Value.(registry.Date)
		return ok && v.Equal(o)
	case orb.Geometry:
		o, ok := other.Value.(orb.Geometry)
		return ok && orb.Equal(v, o)
	}
	return e.Value == other.Value
}

// family is a group of operators that are written and checked alike.
type family int

const (
	leaf family = iota
	logical
	negation
	comparison
	pattern
	between
	list
	null
	folding
	arithmetic
	interval
	spatial
	temporal     // of instants and intervals
	intervalOnly // of intervals alone
)

var families = map[Op]family{
	"": leaf, And: logical, Or: logical, Not: negation,
	Equal: comparison, NotEqual: comparison, Less: comparison, Greater: comparison, AtMost: comparison, AtLeast: comparison,
	Like: pattern, Between: between, In: list, IsNull: null, CaseI: folding, AccentI: folding,
	Plus: arithmetic, Minus: arithmetic, Times: arithmetic, Over: arithmetic, Modulo: arithmetic, Div: arithmetic, Power: arithmetic,
	Interval:  interval,
	SContains: spatial, SCrosses: spatial, SDisjoint: spatial, SEquals: spatial, SIntersects: spatial, SOverlaps: spatial,
	STouches: spatial, SWithin: spatial,
	TAfter: temporal, TBefore: temporal, TDisjoint: temporal, TEquals: temporal, TIntersects: temporal,
	TContains: intervalOnly, TDuring: intervalOnly, TFinishedBy: intervalOnly, TFinishes: intervalOnly, TMeets: intervalOnly,
	TMetBy: intervalOnly, TOverlappedBy: intervalOnly, TOverlaps: intervalOnly, TStartedBy: intervalOnly, TStarts: intervalOnly,
}

// arguments gives how many arguments an operator takes, at least and at most.
func (o Op) arguments() (least, most int) {
	switch families[o] {
	case logical:
		return 2, MaxNodes
	case negation, null, folding:
		return 1, 1
	case between:
		return 3, 3
	case list:
		return 2, MaxNodes
	}
	return 2, 2
}
