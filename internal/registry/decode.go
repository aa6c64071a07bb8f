package registry

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"sort"
)

// MaxBodyBytes bounds the body of a request that writes one record.
const MaxBodyBytes = 4 << 20

// Decode sets the fields a JSON object gives in record and leaves the others.
// An unknown field is a fault that names the nearest known one; so is a field
// the register sets itself, unless it is sent back as it was. The error is
// CodeInvalid with every fault of the body.
func (n *Noun) Decode(body []byte, record Record) error {
	var object map[string]json.RawMessage
	d := json.NewDecoder(bytes.NewReader(body))
	if err := d.Decode(&object); err != nil || object == nil {
		return badJSON(err)
	}
	if _, err := d.Token(); err != io.EOF {
		return badJSON(fmt.Errorf("data after the object"))
	}
	names := make([]string, 0, len(object))
	for name := range object {
		names = append(names, name)
	}
	sort.Strings(names)
	v := reflect.ValueOf(record).Elem()
	var faults []Fault
	for _, name := range names {
		if f := n.decodeField(v, name, object[name]); f != nil {
			f.Pointer = "/" + name
			faults = append(faults, *f)
		}
	}
	return Invalid(faults)
}

func badJSON(err error) error {
	detail := ""
	if err != nil {
		detail = err.Error()
	}
	return &Error{Code: CodeInvalid, Message: T("Nội dung không phải một đối tượng JSON.", "The body is not one JSON object."),
		Faults: []Fault{NewFault("json.syntax", "", detail, T("JSON sai cú pháp.", "The JSON does not parse."),
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
	if err := json.Unmarshal(raw, decoded.Interface()); err != nil {
		out := NewFault("field.type", name, string(raw), Tf("Không đọc được giá trị kiểu %s.", "Not a value of type %s.", f.Type),
			Tf("Ghi %s (%s).", "Give %s (%s).", f.Type, f.Title.VI))
		return &out
	}
	if f.ReadOnly {
		if reflect.DeepEqual(decoded.Elem().Interface(), target.Interface()) {
			return nil
		}
		out := NewFault("field.read-only", name, string(raw), Tf("%s do hệ thống ghi.", "%s is set by the register.", name),
			T("Bỏ trường này.", "Leave it out."))
		return &out
	}
	target.Set(decoded.Elem())
	return nil
}

// nearest gives the field whose name takes the fewest edits to reach.
func (n *Noun) nearest(name string) string {
	best, least := "", 1<<30
	for _, f := range n.Writable() {
		if d := editDistance(name, f.Name); d < least {
			best, least = f.Name, d
		}
	}
	return best
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
