package cql2

import "github.com/hatangso/hatangso/internal/registry"

// predicate reads what follows NOT LIKE, BETWEEN, IN and IS; the word itself has
// been taken.
func (p *parser) predicate(left Expr, op Op, at place) (Expr, error) {
	not := op == Not
	if not {
		next := infix[p.token.upper]
		if op = next.op; p.token.kind != word || op != Like && op != Between && op != In {
			return Expr{}, p.unexpected(registry.T("LIKE, BETWEEN hoặc IN", "LIKE, BETWEEN or IN"))
		}
		if err := p.advance(); err != nil {
			return Expr{}, err
		}
	}
	e := Expr{Op: op, Args: []Expr{left}, place: at}
	var err error
	switch op {
	case IsNull:
		if not, err = p.accept("NOT"); err == nil {
			err = p.need("NULL")
		}
	case In:
		err = p.arguments(&e)
	case Between:
		if err = p.argument(&e, compared); err == nil {
			if err = p.need("AND"); err == nil {
				err = p.argument(&e, compared)
			}
		}
	default:
		err = p.argument(&e, compared)
	}
	if err != nil {
		return Expr{}, err
	}
	if e, err = p.make(e); err != nil || !not {
		return e, err
	}
	return p.make(Expr{Op: Not, Args: []Expr{e}, place: at})
}

// argument reads one more argument of an expression.
func (p *parser) argument(e *Expr, above int) error {
	a, err := p.expression(above)
	e.Args = append(e.Args, a)
	return err
}

// arguments reads a bracketed list of arguments.
func (p *parser) arguments(e *Expr) error {
	if err := p.need("("); err != nil {
		return err
	}
	for {
		if err := p.argument(e, lowest); err != nil {
			return err
		}
		if more, err := p.accept(","); err != nil {
			return err
		} else if !more {
			return p.need(")")
		}
	}
}
