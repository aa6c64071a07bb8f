package cql2

import (
	"strings"
	"time"

	"github.com/hatangso/hatangso/internal/registry"
)

// instant reads DATE('…') and TIMESTAMP('…').
func (p *parser) instant(t token) (Expr, error) {
	if err := p.need("("); err != nil {
		return Expr{}, err
	}
	if p.token.kind != text {
		return Expr{}, p.unexpected(aText)
	}
	var v any
	var err error
	if t.upper == "DATE" {
		v, err = p.token.place.parseDate(p.token.is)
	} else {
		v, err = p.token.place.parseTime(p.token.is)
	}
	if err != nil {
		return Expr{}, err
	}
	e, err := p.make(Expr{Value: v, place: t.place})
	if err != nil {
		return Expr{}, err
	}
	if err := p.advance(); err != nil {
		return Expr{}, err
	}
	return e, p.need(")")
}

// interval reads INTERVAL(…, …).
func (p *parser) interval(t token) (Expr, error) {
	e := Expr{Op: Interval, place: t.place}
	for _, before := range []string{"(", ","} {
		if err := p.need(before); err != nil {
			return Expr{}, err
		}
		var v any
		var err error
		switch at := p.token; at.kind {
		case text:
			v, err = at.place.parseInstant(at.is)
		case word, quoted:
			if at.is == "" || at.kind == word && reserved[at.upper] {
				return Expr{}, p.unexpected(anInstant)
			}
			v = Property(at.is)
		default:
			return Expr{}, p.unexpected(anInstant)
		}
		if err != nil {
			return Expr{}, err
		}
		bound, err := p.leaf(v)
		if err != nil {
			return Expr{}, err
		}
		e.Args = append(e.Args, bound)
	}
	if err := p.need(")"); err != nil {
		return Expr{}, err
	}
	return p.make(e)
}

// parseInstant reads a date, a time or the open end of an interval.
func (p place) parseInstant(s string) (any, error) {
	switch {
	case s == "..":
		return Open{}, nil
	case strings.Contains(s, "T"):
		return p.parseTime(s)
	}
	return p.parseDate(s)
}

// parseDate reads an RFC 3339 full-date.
func (p place) parseDate(s string) (registry.Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() == 0 {
		return registry.Date{}, p.refuse(ruleSyntax, s, registry.Tf("%q không phải là ngày.", "%q is not a date.", cut(s)),
			registry.T("Ghi ngày dạng '2025-07-01'.", "Give a date such as '2025-07-01'."))
	}
	return registry.DateOf(t), nil
}

// parseTime reads an RFC 3339 date-time, which CQL2 has in UTC, to the
// microsecond that the database keeps.
func (p place) parseTime(s string) (time.Time, error) {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil || t.UTC().Year() < 1 || t.UTC().Year() > 9999 {
		return time.Time{}, p.refuse(ruleSyntax, s, registry.Tf("%q không phải là thời điểm.", "%q is not a time.", cut(s)),
			registry.T("Ghi thời điểm UTC dạng '2025-07-01T00:00:00Z'.", "Give a UTC time such as '2025-07-01T00:00:00Z'."))
	}
	return t.UTC().Truncate(time.Microsecond), nil
}
