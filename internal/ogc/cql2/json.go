package cql2

import (
	"bytes"
	"encoding/json"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/vnname"
)

// ParseJSON reads a filter in the JSON encoding (filter-lang=cql2-json).
func ParseJSON(filter []byte) (Expr, error) {
	root := place{json: true}
	if len(filter) > MaxBytes {
		return Expr{}, root.overLimit("bộ lọc dài quá %d byte.", "the filter is longer than %d bytes.", MaxBytes)
	}
	if !utf8.Valid(filter) {
		return Expr{}, root.checkText("\xff")
	}
	d := json.NewDecoder(bytes.NewReader(filter))
	d.UseNumber()
	var v any
	err := d.Decode(&v)
	if err == nil {
		if _, more := d.Token(); more != io.EOF {
			err = more
			if err == nil {
				err = io.ErrNoProgress
			}
		}
	}
	if err != nil {
		return Expr{}, root.refuse(ruleSyntax, cut(string(filter)), registry.Tf("JSON không đọc được (gần byte %d).", "the JSON does not parse (near byte %d).", d.InputOffset()),
			registry.T(`Ghi một đối tượng JSON như {"op":"=","args":[…]}.`, `Give a JSON object such as {"op":"=","args":[…]}.`))
	}
	r := &reader{}
	return r.expression(v, root)
}

var (
	anExpression = registry.T(`một biểu thức như {"op":"=","args":[…]}, {"property":"…"} hoặc một giá trị`, `an expression such as {"op":"=","args":[…]}, {"property":"…"} or a value`)
	anArray      = registry.T("một mảng", "an array")
	aString      = registry.T("một chuỗi", "a string")
)

// reader reads a decoded JSON filter.
type reader struct{ budget }

func (r *reader) expression(v any, at place) (Expr, error) {
	if err := r.enter(at, MaxDepth); err != nil {
		return Expr{}, err
	}
	defer r.leave()
	if err := r.node(at); err != nil {
		return Expr{}, err
	}
	e := Expr{place: at}
	var err error
	switch v := v.(type) {
	case bool:
		e.Value = v
	case string:
		e.Value, err = at.text(v)
	case json.Number:
		e.Value, err = at.parseNumber(v.String())
	case map[string]any:
		return r.object(v, at)
	default:
		err = at.expected(shown(v), anExpression)
	}
	return e, err
}

// text gives a text as the register keeps its own.
func (p place) text(s string) (string, error) {
	s = vnname.NFC(s)
	return s, p.checkText(s)
}

// shown is a JSON value as a message quotes it.
func shown(v any) string {
	b, _ := json.Marshal(v)
	return cut(string(b))
}

// object reads an operator, a property, an instant, an interval, a box or a
// geometry; which it is its member says.
func (r *reader) object(v map[string]any, at place) (Expr, error) {
	e := Expr{place: at}
	for _, member := range []struct {
		name string
		also string
		read func(any, place) error
	}{
		{"op", "args", func(op any, _ place) (err error) {
			e, err = r.operator(op, v["args"], at)
			return err
		}},
		{"property", "", func(name any, at place) (err error) {
			e.Value, err = at.property(name)
			return err
		}},
		{"date", "", func(s any, at place) (err error) {
			e.Value, err = parse(s, at, place.parseDate)
			return err
		}},
		{"timestamp", "", func(s any, at place) (err error) {
			e.Value, err = parse(s, at, place.parseTime)
			return err
		}},
		{"interval", "", func(bounds any, at place) (err error) {
			e, err = r.interval(bounds, at)
			return err
		}},
		{"bbox", "", func(numbers any, at place) (err error) {
			e.Value, err = r.box(numbers, at)
			return err
		}},
	} {
		read, ok := v[member.name]
		if !ok {
			continue
		}
		for name := range v {
			if name != member.name && name != member.also {
				return e, at.under(name).expected(name, registry.Tf("chỉ có %q", "only %q", member.name))
			}
		}
		return e, member.read(read, at.under(member.name))
	}
	if _, ok := v["type"]; ok {
		g, err := r.geometry(v, at)
		e.Value = g
		return e, err
	}
	return e, at.expected(shown(v), anExpression)
}

func parse[T any](v any, at place, as func(place, string) (T, error)) (T, error) {
	s, ok := v.(string)
	if !ok {
		var none T
		return none, at.expected(shown(v), aString)
	}
	return as(at, s)
}

func (p place) property(v any) (Property, error) {
	s, ok := v.(string)
	if !ok || s == "" {
		return "", p.expected(shown(v), registry.T("tên một thuộc tính", "the name of a property"))
	}
	name, err := p.text(s)
	return Property(name), err
}

// operator reads an operation. The list of IN is an array of its own.
func (r *reader) operator(name, arguments any, at place) (Expr, error) {
	e := Expr{place: at}
	s, ok := name.(string)
	e.Op = Op(s)
	if f := families[e.Op]; !ok || f == leaf || f == interval {
		var known []string
		for op, f := range families {
			if f != leaf && f != interval {
				known = append(known, string(op))
			}
		}
		return e, at.under("op").refuse(ruleSyntax, shown(name), registry.Tf("không có phép toán %s.", "there is no operator %s.", shown(name)), nearest(s, known))
	}
	at = at.under("args")
	args, ok := arguments.([]any)
	if !ok {
		return e, at.expected(shown(arguments), anArray)
	}
	places := make([]place, len(args))
	for i := range args {
		places[i] = at.under(i)
	}
	if e.Op == In {
		if len(args) != 2 {
			return e, e.misses(len(args), at)
		}
		members, ok := args[1].([]any)
		if !ok {
			return e, at.under(1).expected(shown(args[1]), anArray)
		}
		list := places[1]
		args, places = slices.Concat(args[:1], members), places[:1]
		for i := range members {
			places = append(places, list.under(i))
		}
	}
	if least, most := e.Op.arguments(); len(args) < least || len(args) > most {
		return e, e.misses(len(args), at)
	}
	for i, arg := range args {
		a, err := r.expression(arg, places[i])
		if err != nil {
			return e, err
		}
		e.Args = append(e.Args, a)
	}
	return e, nil
}

// misses refuses an operation for the number of its arguments.
func (e Expr) misses(count int, at place) error {
	least, most := e.Op.arguments()
	mend := registry.Tf("Ghi %d đối số.", "Give %d.", least)
	if most > least {
		mend = registry.Tf("Ghi ít nhất %d đối số.", "Give at least %d.", least)
	}
	return at.refuse(ruleSyntax, string(e.Op), registry.Tf("%q có %d đối số.", "%q has %d arguments.", e.Op, count), mend)
}

func (r *reader) interval(v any, at place) (Expr, error) {
	e := Expr{Op: Interval, place: at}
	bounds, ok := v.([]any)
	if !ok || len(bounds) != 2 {
		return e, at.expected(shown(v), registry.T("một mảng hai thời điểm", "an array of two instants"))
	}
	for i, bound := range bounds {
		at := at.under(i)
		if err := r.node(at); err != nil {
			return e, err
		}
		b := Expr{place: at}
		var err error
		switch v := bound.(type) {
		case string:
			b.Value, err = at.parseInstant(v)
		case map[string]any:
			if len(v) != 1 || v["property"] == nil {
				return e, at.expected(shown(v), anInstant)
			}
			b.Value, err = at.under("property").property(v["property"])
		default:
			err = at.expected(shown(v), anInstant)
		}
		if err != nil {
			return e, err
		}
		e.Args = append(e.Args, b)
	}
	return e, nil
}

// MarshalJSON writes the JSON encoding.
func (e Expr) MarshalJSON() ([]byte, error) { return e.appendJSON(nil), nil }

func (e Expr) appendJSON(dst []byte) []byte {
	switch families[e.Op] {
	case leaf:
		return appendLeafJSON(dst, e.Value)
	case interval:
		dst = append(dst, `{"interval":[`...)
		for i, bound := range e.Args {
			if i > 0 {
				dst = append(dst, ',')
			}
			if name, ok := bound.Value.(Property); ok {
				dst = appendLeafJSON(dst, name)
				continue
			}
			dst = strconv.AppendQuote(dst, instantText(bound.Value))
		}
		return append(dst, "]}"...)
	}
	dst = append(dst, `{"op":`...)
	dst = appendString(dst, string(e.Op))
	dst = append(dst, `,"args":[`...)
	for i, a := range e.Args {
		if i > 0 {
			dst = append(dst, ',')
		}
		if e.Op == In && i == 1 {
			dst = append(dst, '[')
		}
		dst = a.appendJSON(dst)
	}
	if e.Op == In {
		dst = append(dst, ']')
	}
	return append(dst, "]}"...)
}

// appendString writes a JSON string without escaping what HTML would.
func appendString(dst []byte, s string) []byte {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(s) // a string always encodes
	return append(dst, strings.TrimSuffix(b.String(), "\n")...)
}
