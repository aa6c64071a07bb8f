package registry

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"unicode/utf8"
)

// MaxBodyBytes bounds the body of a request that writes one record.
const MaxBodyBytes = 4 << 20

// Limits of one object of a body: more is nobody's record, and an answer that
// named every stray member would be larger than the request.
const (
	MaxMembers     = 300
	MaxMemberBytes = 200 // of a name
)

// Decode sets the fields a JSON object gives in record and leaves the others.
// An unknown field is a fault that names the nearest known one; so is a field
// the register sets itself, unless it is sent back as it was. The error is
// CodeInvalid with every fault of the body.
func (n *Noun) Decode(body []byte, record Record) error {
	members, err := membersOf(body)
	if err != nil {
		return badJSON(err)
	}
	v := reflect.ValueOf(record).Elem()
	var faults []Fault
	seen := map[string]bool{}
	for _, m := range members {
		f := n.decodeField(v, m.name, m.value)
		if seen[m.name] {
			twice := NewFault("field.twice", m.name, string(m.value), Tf("Trường %q ghi hai lần.", "The field %q is given twice.", m.name),
				T("Ghi một lần.", "Give it once."))
			f = &twice
		}
		seen[m.name] = true
		if f != nil {
			f.Pointer = "/" + pointerEscaper.Replace(m.name)
			faults = append(faults, *f)
		}
	}
	return Invalid(faults)
}

// pointerEscaper spells a member's name in a JSON pointer (RFC 6901 §3).
var pointerEscaper = strings.NewReplacer("~", "~0", "/", "~1")

type member struct {
	name  string
	value json.RawMessage
}

// membersOf reads the members of the one object in body, in their order, also
// when a name comes twice: encoding/json would keep the last and say nothing.
func membersOf(body []byte) (members []member, err error) {
	if !utf8.Valid(body) {
		return nil, errors.New("not UTF-8")
	}
	d := json.NewDecoder(bytes.NewReader(body))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return nil, cmp.Or(err, errors.New("not an object"))
	}
	for d.More() {
		t, err := d.Token()
		if err != nil {
			return nil, err
		}
		m := member{name: t.(string)} // a member starts with its name
		switch {
		case len(m.name) > MaxMemberBytes:
			return nil, fmt.Errorf("a name of over %d bytes", MaxMemberBytes)
		case len(members) == MaxMembers:
			return nil, fmt.Errorf("over %d members", MaxMembers)
		}
		if err := d.Decode(&m.value); err != nil {
			return nil, err
		}
		members = append(members, m)
	}
	if _, err := d.Token(); err != nil {
		return nil, err
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, errors.New("data after the object")
	}
	return members, nil
}

func badJSON(err error) error {
	return &Error{Code: CodeInvalid, Message: T("Nội dung không phải một đối tượng JSON.", "The body is not one JSON object."),
		Faults: []Fault{NewFault("json.syntax", "", err.Error(), T("JSON sai cú pháp.", "The JSON does not parse."),
			T("Gửi một đối tượng JSON.", "Send one JSON object."))}}
}

func (n *Noun) decodeField(record reflect.Value, name string, raw json.RawMessage) *Fault {
	f := n.Field(name)
	if f == nil {
		near := n.nearest(name)
		out := NewFault("field.unknown", name, "", Tf("Không có trường %q.", "There is no field %q.", name),
			Tf("Có phải %q?", "Did you mean %q?", near))
		return &out
	}
	target := f.Of(record)
	decoded := reflect.New(target.Type())
	null := string(bytes.TrimSpace(raw)) == "null"
	if null && !f.Nullable && f.Type != JSONField && f.Type != GeometryField {
		out := NewFault("field.null", name, "null", Tf("%s không được để trống.", "%s may not be null.", name),
			Tf("Ghi %s.", "Give %s.", name))
		return &out
	}
	if err := f.unmarshal(raw, decoded.Interface()); err != nil {
		out := NewFault("field.type", name, string(raw), Tf("Không đọc được giá trị kiểu %s.", "Not a value of type %s.", f.Type), f.asked())
		return &out
	}
	if f.ReadOnly {
		if sameJSON(decoded.Interface(), target.Interface()) {
			return nil
		}
		out := NewFault("field.read-only", name, string(raw), Tf("%s do hệ thống ghi.", "%s is set by the register.", name),
			T("Bỏ trường này.", "Leave it out."))
		return &out
	}
	target.Set(decoded.Elem())
	return nil
}

// unmarshal reads a value; inside a document of our own unknown names are
// refused as they are at the top.
func (f *Field) unmarshal(raw json.RawMessage, into any) error {
	d := json.NewDecoder(bytes.NewReader(raw))
	if f.Type == JSONField {
		d.DisallowUnknownFields()
	}
	return d.Decode(into)
}

// sameJSON compares values as a caller sees them: a time is the same in any
// zone's pointer, a position to the decimals that are written.
func sameJSON(a, b any) bool {
	left, err := json.Marshal(a)
	if err != nil {
		return false
	}
	right, err := json.Marshal(b)
	return err == nil && bytes.Equal(left, right)
}

// nearest gives the field whose name takes the fewest edits to reach.
func (n *Noun) nearest(name string) string {
	var names []string
	for _, f := range n.Writable() {
		names = append(names, f.Name)
	}
	return nearestOf(name, names)
}

func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diagonal := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := diagonal
			if a[i-1] != b[j-1] {
				cost++
			}
			diagonal = row[j]
			row[j] = min(cost, row[j]+1, row[j-1]+1)
		}
	}
	return row[len(b)]
}

// asked says what a field takes, as the mend of a value it does not.
func (f *Field) asked() Text {
	vi, en := f.Title.VI, f.Title.EN
	switch f.Type {
	case DateField:
		return T(vi+": ghi ngày dạng 2026-06-30, từ năm 1900 đến 2200.", en+": give a date such as 2026-06-30, from 1900 to 2200.")
	case TimeField:
		return T(vi+": ghi thời điểm dạng 2026-06-30T09:30:00+07:00.", en+": give a time such as 2026-06-30T09:30:00+07:00.")
	case GeometryField:
		return T(vi+`: ghi hình học GeoJSON có type và coordinates, như {"type":"Point","coordinates":[105.8,21]}.`, en+`: give a GeoJSON geometry with type and coordinates, such as {"type":"Point","coordinates":[105.8,21]}.`)
	}
	return T(fmt.Sprintf("Ghi %s (%s).", f.Type, vi), fmt.Sprintf("Give %s (%s).", f.Type, en))
}
