package intake_test

import (
	"encoding/json"
	"reflect"
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
)

// withinXML replaces in a record what XML has no way to write: control
// characters and U+FFFE, U+FFFF. KML gets U+FFFD for them; workbooks have a way.
func withinXML(noun *registry.Noun, record registry.Record) {
	v := reflect.ValueOf(record).Elem()
	for i := range noun.Fields {
		f := &noun.Fields[i]
		switch value := f.Value(v).(type) {
		case string:
			f.Set(v, xmlText(value))
		case registry.Submitted, []registry.Cluster:
			b, err := json.Marshal(value) // which escapes control characters itself
			if err != nil {
				panic(err)
			}
			into := reflect.New(reflect.TypeOf(value))
			if err := json.Unmarshal([]byte(xmlText(string(b))), into.Interface()); err != nil {
				panic(err)
			}
			f.Set(v, into.Elem().Interface())
		}
	}
}

func xmlText(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && !strings.ContainsRune("\t\n\r", r) || r == 0xFFFE || r == 0xFFFF {
			return '\uFFFD'
		}
		return r
	}, s)
}
