package registry

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
)

// DecodeBody sets the fields a JSON object gives in the struct into points to,
// by their json names, and gives every fault. As in [Noun.Decode] an unknown
// name is a fault that names the nearest known one, and a name given twice or
// null is one: what is not meant is left out. A value is read by its type
// alone, which may refuse it. at is the JSON pointer of the object in the
// request's body; each fault's own begins with it.
func DecodeBody(body []byte, at string, into any) []Fault {
	members, err := membersOf(body)
	if err != nil {
		f := NewFault("json.syntax", "", err.Error(), T("Không phải một đối tượng JSON.", "It is not one JSON object."),
			T("Gửi một đối tượng JSON.", "Send one JSON object."))
		if at != "" { // the body as a whole is JSON
			f.Rule, f.Pointer = "field.type", at
		}
		return []Fault{f}
	}
	v := reflect.ValueOf(into).Elem()
	fields, names := map[string]reflect.Value{}, []string{}
	for i := range v.NumField() {
		name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
		fields[name] = v.Field(i)
		names = append(names, name)
	}
	var faults []Fault
	seen := map[string]bool{}
	for _, m := range members {
		target, known := fields[m.name]
		var f Fault
		switch {
		case seen[m.name]:
			f = NewFault("field.twice", m.name, string(m.value), Tf("Trường %q ghi hai lần.", "The field %q is given twice.", m.name),
				T("Ghi một lần.", "Give it once."))
		case !known:
			f = NewFault("field.unknown", m.name, "", Tf("Không có trường %q.", "There is no field %q.", m.name),
				Tf("Có phải %q?", "Did you mean %q?", nearestOf(m.name, names)))
		default:
			if string(m.value) != "null" && json.Unmarshal(m.value, target.Addr().Interface()) == nil {
				seen[m.name] = true
				continue
			}
			f = NewFault("field.type", m.name, string(m.value), Tf("Không đọc được %s.", "%s cannot be read.", m.name),
				T("Xem kiểu của trường này trong tài liệu API.", "See the field's type in the API's documentation."))
		}
		seen[m.name] = true
		f.Pointer = at + "/" + pointerEscaper.Replace(m.name)
		faults = append(faults, f)
	}
	return faults
}

// nearestOf gives the name that takes the fewest edits to reach.
func nearestOf(name string, names []string) string {
	best, least := "", 1<<30
	for _, n := range names {
		if d := editDistance(name, n); d < least {
			best, least = n, d
		}
	}
	return best
}

// Within gives an error whose faults point below a member of the request's
// body; an error that is none of the domain's stays as it is.
func Within(err error, pointer string) error {
	var domain *Error
	if !errors.As(err, &domain) {
		return err
	}
	out := *domain
	out.Faults = append([]Fault(nil), domain.Faults...)
	for i := range out.Faults {
		f := &out.Faults[i]
		f.Pointer = pointer + f.Pointer
		if f.Rule == "json.syntax" { // the body as a whole is JSON
			f.Rule = "field.type"
		}
	}
	return &out
}
