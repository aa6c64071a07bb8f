package cql2

import (
	"fmt"

	"github.com/hatangso/hatangso/internal/registry"
)

// place is where something was written: the 1-based character of a text, or the
// JSON pointer into a JSON filter. The zero place is nowhere.
type place struct {
	char    int
	pointer string
	json    bool
}

// says names the place at the head of a message.
func (p place) says(message registry.Text) registry.Text {
	switch {
	case p.json:
		at := p.pointer
		if at == "" {
			at = "/"
		}
		return registry.T(fmt.Sprintf("Tại %s: %s", at, message.VI), fmt.Sprintf("At %s: %s", at, message.EN))
	case p.char > 0:
		return registry.T(fmt.Sprintf("Ký tự %d: %s", p.char, message.VI), fmt.Sprintf("Character %d: %s", p.char, message.EN))
	}
	return message
}

// under gives the place of a member of a JSON value.
func (p place) under(member any) place {
	return place{pointer: fmt.Sprintf("%s/%v", p.pointer, member), json: true}
}

// The rules a filter can break.
const (
	ruleSyntax     = "filter.syntax"    // it does not parse
	ruleLimit      = "filter.limit"     // it is over a limit
	ruleProperty   = "filter.property"  // no such property
	ruleType       = "filter.type"      // an argument is of the wrong type
	ruleCoordinate = "coordinate.range" // a position is not on Earth
	ruleGeometry   = "filter.geometry"  // a literal is no geometry, or not one the operator takes
	ruleInterval   = "filter.interval"  // an interval ends before it begins
	ruleCharacter  = "text.encoding"    // not UTF-8, or a character no text of the register has
	ruleNumber     = "filter.number"    // a number outside of what can be compared
	parameter      = "filter"           // the column of every fault
)

func (p place) fault(rule, value string, message, mend registry.Text) registry.Fault {
	f := registry.NewFault(rule, parameter, value, p.says(message), mend)
	if p.json {
		f.Pointer = p.pointer
	}
	return f
}

// refuse makes the error of one fault.
func (p place) refuse(rule, value string, message, mend registry.Text) error {
	return refusal([]registry.Fault{p.fault(rule, value, message, mend)})
}

func refusal(faults []registry.Fault) error {
	return &registry.Error{Code: registry.CodeInvalid, Faults: faults,
		Message: registry.T("Bộ lọc không hợp lệ.", "The filter is not valid.")}
}

// expected refuses what stands at a place for something else.
func (p place) expected(found string, what registry.Text) error {
	message := registry.T("bộ lọc chấm dứt giữa chừng.", "the filter ends too soon.")
	if found != "" {
		message = registry.Tf("không chờ %q ở đây.", "%q is not expected here.", cut(found))
	}
	return p.refuse(ruleSyntax, found, message, registry.T("Ở đây cần "+what.VI+".", "Expected here: "+what.EN+"."))
}

// cut keeps a message short.
func cut(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

func (p place) overLimit(vi, en string, limit int) error {
	return p.refuse(ruleLimit, "", registry.Tf(vi, en, limit), registry.T("Rút gọn hoặc chia nhỏ bộ lọc.", "Shorten the filter or split it."))
}

// budget counts what a filter may hold.
type budget struct{ nodes, vertices, depth int }

func (b *budget) node(p place) error {
	if b.nodes++; b.nodes > MaxNodes {
		return p.overLimit("bộ lọc có quá %d phần tử.", "the filter has more than %d parts.", MaxNodes)
	}
	return nil
}

func (b *budget) vertex(p place) error {
	if b.vertices++; b.vertices > MaxVertices {
		return p.overLimit("các hình có quá %d đỉnh.", "the geometries have more than %d positions.", MaxVertices)
	}
	return nil
}

// enter goes one level deeper, to most at the deepest; leave comes back.
func (b *budget) enter(p place, most int) error {
	if b.depth++; b.depth > most {
		return p.tooDeep()
	}
	return nil
}

func (b *budget) leave() { b.depth-- }

func (p place) tooDeep() error {
	return p.overLimit("bộ lọc lồng sâu quá %d tầng.", "the filter is nested deeper than %d.", MaxDepth)
}
