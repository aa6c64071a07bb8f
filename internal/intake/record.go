package intake

import (
	"encoding/json"
	"strings"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// Record is one row of a CSV file or one feature of a GeoJSON file.
//
// A Record is filled by [Reader.Next] and may be given to it again: the slices
// inside are reused, the strings, the geometry and the faults are not and may
// be kept. A zero Record is ready for use; use one with one Reader only.
type Record struct {
	// Row is the 1-based line on which a CSV record starts (the header is line
	// 1), or the 1-based number of the feature.
	Row int
	// ID is the feature's id, a number as written; "" without one and for CSV.
	ID string
	// Geometry is the feature's, two-dimensional, as written: neither
	// transformed nor checked against any coordinate range. It is one of
	// orb.Point, MultiPoint, LineString, MultiLineString, Polygon, MultiPolygon;
	// nil when there is none and for CSV.
	Geometry orb.Geometry
	// Warnings do not stop the record.
	Warnings []registry.Fault

	names  *nameTable
	values []string
	kinds  []valueKind // nil when every value is text
}

// valueKind is the JSON type of a value.
type valueKind byte

const (
	kindAbsent valueKind = iota
	kindNull
	kindText
	kindNumber
	kindBool
	kindNested // array or object
)

// Len is the number of columns known when the record was read; At takes
// indices below it.
func (r *Record) Len() int { return len(r.values) }

// At gives the value of the column with that index in [Reader.Columns], as
// text: a CSV cell as written (not trimmed), a JSON string decoded, a number or
// true or false as written, an array or object as compact JSON. ok is false
// when the feature has no such property, it is null, or i is out of range.
func (r *Record) At(i int) (value string, ok bool) {
	if i < 0 || i >= len(r.values) || r.kinds != nil && r.kinds[i] <= kindNull {
		return "", false
	}
	return r.values[i], true
}

// Value is At for the column with that name.
func (r *Record) Value(column string) (value string, ok bool) {
	if r.names == nil {
		return "", false
	}
	i, ok := r.names.find(column)
	if !ok {
		return "", false
	}
	return r.At(i)
}

// JSON gives a property as encoding/json would with UseNumber: string,
// json.Number, bool, nil, []any or map[string]any; a CSV cell is a string. ok
// is false only when the record has no such property.
func (r *Record) JSON(column string) (value any, ok bool) {
	if r.names == nil {
		return nil, false
	}
	i, ok := r.names.find(column)
	if !ok || i >= len(r.values) {
		return nil, false
	}
	if r.kinds == nil {
		return r.values[i], true
	}
	switch v := r.values[i]; r.kinds[i] {
	case kindAbsent:
		return nil, false
	case kindText:
		return v, true
	case kindNumber:
		return json.Number(v), true
	case kindBool:
		return v == "true", true
	case kindNested:
		decoder := json.NewDecoder(strings.NewReader(v))
		decoder.UseNumber()
		var nested any
		// The reader has checked the syntax; what still fails is a key or
		// number that encoding/json does not take, and there is none known.
		if decoder.Decode(&nested) != nil {
			return nil, false
		}
		return nested, true
	}
	return nil, true
}

// nameTable numbers the columns of a file.
type nameTable struct {
	names []string
	index map[string]int
}

// find looks a column up. An unnamed column cannot be found.
func (t *nameTable) find(name string) (int, bool) {
	i, ok := t.index[name]
	return i, ok
}

// add appends a column.
func (t *nameTable) add(name string) {
	if t.index == nil {
		t.index = map[string]int{}
	}
	if name != "" {
		t.index[name] = len(t.names)
	}
	t.names = append(t.names, name)
}

// columns gives the names; appending to the result cannot reach the table.
func (t *nameTable) columns() []string { return t.names[:len(t.names):len(t.names)] }
