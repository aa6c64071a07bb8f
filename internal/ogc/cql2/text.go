package cql2

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/vnname"
)

// ParseText reads a filter in the text encoding (filter-lang=cql2-text).
func ParseText(filter string) (Expr, error) {
	start := place{char: 1}
	if len(filter) > MaxBytes {
		return Expr{}, start.overLimit("bộ lọc dài quá %d byte.", "the filter is longer than %d bytes.", MaxBytes)
	}
	if !utf8.ValidString(filter) {
		valid := while(filter, func(r rune) bool { return r != utf8.RuneError })
		return Expr{}, place{char: utf8.RuneCountInString(filter[:valid]) + 1}.checkText("\xff")
	}
	p := &parser{lexer: lexer{rest: filter, char: 1}}
	if err := p.advance(); err != nil {
		return Expr{}, err
	}
	e, err := p.expression(lowest)
	if err != nil {
		return Expr{}, err
	}
	if p.token.kind != end {
		return Expr{}, p.unexpected(anOperatorOrEnd)
	}
	return e, nil
}

// What a message can say was expected.
var (
	anOperand       = registry.T("một thuộc tính, một giá trị, một hàm hoặc (", "a property, a value, a function or (")
	anOperatorOrEnd = registry.T("AND, OR, một phép so sánh hoặc hết bộ lọc", "AND, OR, a comparison or the end of the filter")
	aText           = registry.T("văn bản trong dấu nháy đơn", "a text in single quotes")
	aNumber         = registry.T("một số", "a number")
	anInstant       = registry.T("ngày '2025-07-01', thời điểm '2025-07-01T00:00:00Z', '..' hoặc một thuộc tính",
		"a date '2025-07-01', a time '2025-07-01T00:00:00Z', '..' or a property")
)

// parser is recursive descent over operator precedence. What types an operator
// takes is not its business: see [Queryables.Check].
type parser struct {
	lexer
	token token
	budget
}

func (p *parser) advance() (err error) {
	p.token, err = p.next()
	return err
}

func (p *parser) unexpected(what registry.Text) error {
	return p.token.place.expected(p.token.shown(), what)
}

// is says whether the token is a keyword or symbol.
func (p *parser) is(what string) bool {
	return p.token.kind == word && p.token.upper == what || p.token.kind == symbol && p.token.is == what
}

// accept takes the token when it is a keyword or symbol.
func (p *parser) accept(what string) (bool, error) {
	if !p.is(what) {
		return false, nil
	}
	return true, p.advance()
}

// need takes a keyword or symbol or refuses what is there instead.
func (p *parser) need(what string) error {
	if !p.is(what) {
		return p.unexpected(registry.T(what, what))
	}
	return p.advance()
}

// make makes an expression that counts.
func (p *parser) make(e Expr) (Expr, error) {
	if families[e.Op] != interval {
		for _, a := range e.Args {
			e.depth = max(e.depth, a.depth)
		}
	}
	if e.depth++; e.depth > MaxDepth {
		return e, e.place.tooDeep()
	}
	return e, p.node(e.place)
}

// maxRecursion bounds the parser's own depth: an operator may take two levels of
// it, and brackets that say nothing one each.
const maxRecursion = 4 * MaxDepth

// The levels of precedence, from what binds least.
const (
	lowest = iota
	disjunct
	conjunct
	compared
	added
	multiplied
	raised
)

var infix = map[string]struct {
	op    Op
	level int
}{
	"OR": {Or, disjunct}, "AND": {And, conjunct},
	"=": {Equal, compared}, "<>": {NotEqual, compared}, "<": {Less, compared}, ">": {Greater, compared},
	"<=": {AtMost, compared}, ">=": {AtLeast, compared},
	"LIKE": {Like, compared}, "BETWEEN": {Between, compared}, "IN": {In, compared}, "IS": {IsNull, compared}, "NOT": {Not, compared},
	"+": {Plus, added}, "-": {Minus, added},
	"*": {Times, multiplied}, "/": {Over, multiplied}, "%": {Modulo, multiplied}, "DIV": {Div, multiplied},
	"^": {Power, raised},
}

// expression reads operands and the operators between them that bind closer
// than a level.
func (p *parser) expression(above int) (Expr, error) {
	if err := p.enter(p.token.place, maxRecursion); err != nil {
		return Expr{}, err
	}
	defer p.leave()
	left, err := p.operand(above)
	if err != nil {
		return Expr{}, err
	}
	// a comparison, and a power, has two sides: neither goes on with its like
	for once := 0; ; {
		var key string
		switch p.token.kind {
		case word:
			key = p.token.upper
		case symbol:
			key = p.token.is
		}
		next, ok := infix[key]
		if !ok || next.level <= above {
			return left, nil
		}
		if next.level == once {
			return Expr{}, p.unexpected(anOperatorOrEnd)
		}
		if next.level == compared || next.level == raised {
			once = next.level
		}
		if left, err = p.operator(left, next.op, next.level); err != nil {
			return Expr{}, err
		}
	}
}

// operator reads an infix operator and what follows it.
func (p *parser) operator(left Expr, op Op, level int) (Expr, error) {
	at := p.token.place
	if err := p.advance(); err != nil {
		return Expr{}, err
	}
	switch op {
	case Not, Like, Between, In, IsNull:
		return p.predicate(left, op, at)
	}
	e := Expr{Op: op, Args: []Expr{left}, place: at}
	if err := p.argument(&e, level); err != nil {
		return Expr{}, err
	}
	// a AND b AND c is one expression of three
	for families[op] == logical {
		if more, err := p.accept(strings.ToUpper(string(op))); err != nil {
			return Expr{}, err
		} else if !more {
			break
		}
		if err := p.argument(&e, level); err != nil {
			return Expr{}, err
		}
	}
	return p.make(e)
}

// operand reads what stands on one side of an operator.
func (p *parser) operand(above int) (Expr, error) {
	t := p.token
	switch t.kind {
	case quoted:
		if t.is == "" {
			return Expr{}, p.unexpected(anOperand)
		}
		return p.leaf(Property(t.is))
	case text:
		return p.leaf(t.is)
	case number:
		v, err := t.place.parseNumber(t.is)
		if err != nil {
			return Expr{}, err
		}
		return p.leaf(v)
	case word:
		return p.named(above)
	case symbol:
		switch t.is {
		case "(":
			return p.bracketed()
		case "-", "+":
			return p.signed()
		}
	}
	return Expr{}, p.unexpected(anOperand)
}

// leaf makes a leaf of the token, which is taken.
func (p *parser) leaf(value any) (Expr, error) {
	e, err := p.make(Expr{Value: value, place: p.token.place})
	if err != nil {
		return e, err
	}
	return e, p.advance()
}

func (p *parser) bracketed() (Expr, error) {
	if err := p.advance(); err != nil {
		return Expr{}, err
	}
	e, err := p.expression(lowest)
	if err != nil {
		return Expr{}, err
	}
	return e, p.need(")")
}

// signed reads a sign and what it is of: a number, or anything that is then
// multiplied by -1.
func (p *parser) signed() (Expr, error) {
	sign := p.token
	if err := p.advance(); err != nil {
		return Expr{}, err
	}
	if p.token.kind == number {
		v, err := sign.place.parseNumber(sign.is + p.token.is)
		if err != nil {
			return Expr{}, err
		}
		p.token.place = sign.place
		return p.leaf(v)
	}
	if sign.is == "+" {
		return Expr{}, p.unexpected(aNumber)
	}
	e, err := p.expression(raised)
	if err != nil {
		return Expr{}, err
	}
	minus, err := p.make(Expr{Value: int64(-1), place: sign.place})
	if err != nil {
		return e, err
	}
	return p.make(Expr{Op: Times, Args: []Expr{minus, e}, place: sign.place})
}

// named reads what begins with a word: NOT, a truth value, a function, a
// geometry, a date or time, an interval, or a property.
func (p *parser) named(above int) (Expr, error) {
	t := p.token
	switch {
	case t.upper == "NOT" && above < compared:
		if err := p.advance(); err != nil {
			return Expr{}, err
		}
		e := Expr{Op: Not, place: t.place}
		if err := p.argument(&e, conjunct); err != nil {
			return Expr{}, err
		}
		return p.make(e)
	case t.upper == "TRUE" || t.upper == "FALSE":
		return p.leaf(t.upper == "TRUE")
	case reserved[t.upper]:
		return Expr{}, p.unexpected(anOperand)
	}
	if err := p.advance(); err != nil {
		return Expr{}, err
	}
	if !p.is("(") && !(p.is("Z") && shapes[t.upper] != nil) {
		return p.make(Expr{Value: Property(t.is), place: t.place})
	}
	op := Op(strings.ToLower(t.is))
	switch f := families[op]; {
	case t.upper == "DATE" || t.upper == "TIMESTAMP":
		return p.instant(t)
	case op == Interval:
		return p.interval(t)
	case shapes[t.upper] != nil:
		g, err := p.geometry(t)
		if err != nil {
			return Expr{}, err
		}
		return p.make(Expr{Value: g, place: t.place})
	case f == folding || f == spatial || f == temporal || f == intervalOnly:
		e := Expr{Op: op, place: t.place}
		if err := p.arguments(&e); err != nil {
			return Expr{}, err
		}
		if _, most := op.arguments(); len(e.Args) != most {
			return Expr{}, e.wrongCount()
		}
		return p.make(e)
	}
	return Expr{}, t.place.unknownFunction(t.is)
}

// wrongCount refuses a function for the number of its arguments.
func (e Expr) wrongCount() error {
	_, most := e.Op.arguments()
	name := strings.ToUpper(string(e.Op))
	return e.place.refuse(ruleSyntax, name, registry.Tf("%s có %d đối số.", "%s has %d arguments.", name, len(e.Args)),
		registry.Tf("Ghi %d đối số.", "Give %d.", most))
}

func (p place) unknownFunction(name string) error {
	var known []string
	for op, f := range families {
		if f == folding || f == spatial || f == temporal || f == intervalOnly {
			known = append(known, strings.ToUpper(string(op)))
		}
	}
	return p.refuse(ruleSyntax, name, registry.Tf("không có hàm %q.", "there is no function %q.", cut(name)), nearest(name, known))
}

// nearest offers what may have been meant, or all there is.
func nearest(name string, known []string) registry.Text {
	if near := vnname.Nearest(name, known, 1); len(near) > 0 {
		return registry.Tf("Có phải %s?", "Did you mean %s?", near[0])
	}
	return registry.Tf("Dùng một trong: %s.", "Use one of: %s.", strings.Join(slices.Sorted(slices.Values(known)), ", "))
}
