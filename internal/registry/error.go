package registry

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// Code classes an Error by what the caller can do about it. The two edges
// (SQLSTATE to domain, domain to HTTP or exit status) translate codes and
// nothing else.
type Code string

const (
	CodeInvalid      Code = "invalid"      // the input breaks a rule; Faults say where and how to mend it
	CodeUnauthorized Code = "unauthorized" // nobody we know is asking
	CodeForbidden    Code = "forbidden"    // known, but may not
	CodeNotFound     Code = "not-found"    // no such record
	CodeConflict     Code = "conflict"     // clashes with a record that exists
	CodeStale        Code = "stale"        // the record has changed since the caller read it
	CodePrecondition Code = "precondition" // an update came without the version it was based on
	CodeTooLarge     Code = "too-large"    // over a documented limit
	CodeTooMany      Code = "too-many"     // too often; Error.After says when again
	CodeUnavailable  Code = "unavailable"  // try again later
	CodeInternal     Code = "internal"     // our fault; details are logged, never sent
)

// Text is one sentence in both languages of the product, Vietnamese first.
type Text struct {
	VI string `json:"vi"`
	EN string `json:"en"`
}

// T makes a Text.
func T(vi, en string) Text { return Text{VI: vi, EN: en} }

// Tf makes a Text by formatting both sentences with the same arguments.
func Tf(vi, en string, args ...any) Text {
	return Text{VI: fmt.Sprintf(vi, args...), EN: fmt.Sprintf(en, args...)}
}

// Severity says whether a fault stops the record or only asks for a look.
type Severity string

const (
	SeverityError   Severity = "error"   // the record is refused
	SeverityWarning Severity = "warning" // the record is taken, somebody should look
)

// Fault is one thing wrong with one place of an input. A caller that mends
// every Fault of an answer gets no further one from the same rules.
type Fault struct {
	// Row is the 1-based line of a CSV file (the header is line 1) or the
	// 1-based number of a GeoJSON feature; 0 when the input is one record.
	Row int `json:"row,omitempty"`
	// Column is the header as the filer wrote it, or the field's name.
	Column string `json:"column,omitempty"`
	// Sheet and Cell name the place in a workbook of several sheets: C5.
	Sheet string `json:"sheet,omitempty"`
	Cell  string `json:"cell,omitempty"`
	// Pointer is the RFC 6901 JSON pointer into a request body.
	Pointer string `json:"pointer,omitempty"`
	// Rule is the stable id of the rule broken, such as "coordinate.range".
	Rule     string   `json:"rule"`
	Severity Severity `json:"severity"`
	// Value is what stood there, cut to 120 characters.
	Value string `json:"value,omitempty"`
	// Message says what is wrong.
	Message Text `json:"message"`
	// Mend says what to do next.
	Mend Text `json:"mend"`
}

// MaxFaultValue bounds Fault.Value, in characters.
const MaxFaultValue = 120

// NewFault makes an error-severity fault on a column; value is cut to
// MaxFaultValue characters.
func NewFault(rule, column, value string, message, mend Text) Fault {
	if r := []rune(value); len(r) > MaxFaultValue {
		value = string(r[:MaxFaultValue-1]) + "…"
	}
	return Fault{
		Rule: rule, Column: column, Value: value, Message: message, Mend: mend,
		Severity: SeverityError,
	}
}

// Error is the only error type that crosses a package border on purpose. Any
// other error reaching an edge is internal.
type Error struct {
	Code    Code
	Message Text
	Faults  []Fault
	// Current is the stored version of the record when Code is CodeStale.
	Current any
	// After is how long to wait before trying again when Code is CodeTooMany.
	After time.Duration
	// Err is the cause. It is logged and never shown.
	Err error
}

func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.Message.EN)
	for i, f := range e.Faults {
		if i == 3 {
			fmt.Fprintf(&b, "; and %d more", len(e.Faults)-i)
			break
		}
		fmt.Fprintf(&b, "; %s", f.Column)
		if f.Cell != "" {
			fmt.Fprintf(&b, " (%s!%s)", f.Sheet, f.Cell)
		} else if f.Row > 0 {
			fmt.Fprintf(&b, " (row %d)", f.Row)
		}
		fmt.Fprintf(&b, ": %s", f.Message.EN)
	}
	if e.Err != nil {
		fmt.Fprintf(&b, ": %v", e.Err)
	}
	return b.String()
}

func (e *Error) Unwrap() error { return e.Err }

// Errorf makes an Error of a code with one sentence in both languages.
func Errorf(code Code, vi, en string, args ...any) *Error {
	return &Error{Code: code, Message: Tf(vi, en, args...)}
}

// TooMany makes the refusal of what is asked too often: it may be tried again
// after a while. what says of what there were too many, as a sentence.
func TooMany(after time.Duration, what Text) *Error {
	return &Error{Code: CodeTooMany, Message: what, After: after}
}

// Invalid makes the error that carries faults. It returns nil, as a nil error
// interface, when no fault has error severity.
func Invalid(faults []Fault) error {
	for _, f := range faults {
		if f.Severity == SeverityError {
			return &Error{
				Code:    CodeInvalid,
				Message: T("Dữ liệu chưa hợp lệ.", "The data break a rule."),
				Faults:  faults,
			}
		}
	}
	return nil
}

// CodeOf gives the code of err, CodeInternal when it is not a domain error.
func CodeOf(err error) Code {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return CodeInternal
}
