package registry

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// FieldType is what a field's values are, on the wire and in the database.
type FieldType string

const (
	TextField     FieldType = "text"
	IntField      FieldType = "int"
	DecimalField  FieldType = "decimal"
	BoolField     FieldType = "bool"
	DateField     FieldType = "date"
	TimeField     FieldType = "time"
	JSONField     FieldType = "json"
	GeometryField FieldType = "geometry"
)

// Field describes one field of a noun, read from its struct tags:
//
//	json   name on the wire and in exports
//	vi,en  title in both languages; both are also headers an import recognises
//	alias  further headers, folded (no accents, lower case), comma separated
//	list   code list its values come from
//	set    code list of which a text may hold several codes, joined by ";"
//	ref    noun it refers to; organizations by code, other nouns by id
//	col    database column, when not the name (or name_id for a ref)
//	req    must be given;  ro  set by the register, refused in input
//	min,max  bounds of a number, or with max the most characters of a text
//	default  value of a new record that does not give it
type Field struct {
	Name    string
	Column  string
	Type    FieldType
	Title   Text
	Aliases []string
	List    string
	// Several is the code list of which a text may hold several codes, joined by ";".
	Several  string
	Ref      string
	Required bool
	ReadOnly bool
	Nullable bool
	Default  string
	Min, Max *float64
	MaxChars int
	index    []int
	goType   reflect.Type
}

// DefaultMaxChars bounds a text whose field names no bound.
const DefaultMaxChars = 500

var (
	dateType      = reflect.TypeFor[Date]()
	timeType      = reflect.TypeFor[time.Time]()
	geometryType  = reflect.TypeFor[Geometry]()
	submittedType = reflect.TypeFor[Submitted]()
	clustersType  = reflect.TypeFor[[]Cluster]()
	answersType   = reflect.TypeFor[[]Answer]()
)

// fieldsOf reads the tags of a noun's struct; embedded structs are flattened.
// The geometry comes last, where a reader of a wide table looks for it.
func fieldsOf(t reflect.Type) []Field {
	var fields []Field
	var geometry *Field
	for _, sf := range reflect.VisibleFields(t) {
		name := sf.Tag.Get("json")
		if sf.Anonymous || name == "" {
			continue
		}
		f := newField(name, sf)
		if f.Type == GeometryField {
			geometry = &f
			continue
		}
		fields = append(fields, f)
	}
	if geometry != nil {
		fields = append(fields, *geometry)
	}
	return fields
}

func newField(name string, sf reflect.StructField) Field {
	tag := sf.Tag
	f := Field{
		Name: name, Column: tag.Get("col"), Title: Text{VI: tag.Get("vi"), EN: tag.Get("en")},
		List: tag.Get("list"), Several: tag.Get("set"), Ref: tag.Get("ref"), Required: tag.Get("req") != "",
		ReadOnly: tag.Get("ro") != "", Default: tag.Get("default"), index: sf.Index, goType: sf.Type,
	}
	if a := tag.Get("alias"); a != "" {
		f.Aliases = strings.Split(a, ",")
	}
	t := sf.Type
	if t.Kind() == reflect.Pointer {
		f.Nullable = true
		t = t.Elem()
	}
	switch {
	case t == dateType:
		f.Type = DateField
	case t == timeType:
		f.Type = TimeField
	case t == geometryType:
		f.Type, f.Nullable = GeometryField, true
	case t == submittedType || t == clustersType || t == answersType:
		f.Type, f.Nullable = JSONField, true
	case t.Kind() == reflect.String:
		f.Type, f.MaxChars = TextField, DefaultMaxChars
	case t.Kind() == reflect.Int64:
		f.Type = IntField
	case t.Kind() == reflect.Float64:
		f.Type = DecimalField
	case t.Kind() == reflect.Bool:
		f.Type = BoolField
	default:
		panic(fmt.Sprintf("registry: field %s has unsupported type %s", name, sf.Type))
	}
	if f.Column == "" {
		f.Column = name
		switch {
		case f.Ref != "":
			f.Column = name + "_id"
		case f.Type == GeometryField:
			f.Column = "geom"
		case name == "asset":
			f.Column = "asset_id"
		}
	}
	bound := func(key string) *float64 {
		s := tag.Get(key)
		if s == "" {
			return nil
		}
		v, err := strconv.ParseFloat(s, 64)
		if err != nil {
			panic(fmt.Sprintf("registry: field %s: bound %s=%q", name, key, s))
		}
		return &v
	}
	if f.Type == TextField {
		if m := bound("max"); m != nil {
			f.MaxChars = int(*m)
		}
	} else {
		f.Min, f.Max = bound("min"), bound("max")
	}
	return f
}

// Of gives the field of a record, addressable.
func (f *Field) Of(record reflect.Value) reflect.Value { return record.FieldByIndex(f.index) }

// Value gives the field's value as the database takes it: a plain value, or nil.
func (f *Field) Value(record reflect.Value) any {
	v := f.Of(record)
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return nil
		}
		v = v.Elem()
	}
	switch f.Type {
	case TextField:
		return v.String()
	case IntField:
		return v.Int()
	case DecimalField:
		return v.Float()
	case BoolField:
		return v.Bool()
	case JSONField:
		if v.Kind() == reflect.Slice && v.IsNil() {
			return nil
		}
	}
	return v.Interface()
}

// Set puts a parsed value into the record; value must be of the type Value
// gives, and nil only where the field is nullable.
func (f *Field) Set(record reflect.Value, value any) {
	v := f.Of(record)
	if value == nil {
		v.SetZero()
		return
	}
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		v = v.Elem()
	}
	v.Set(reflect.ValueOf(value).Convert(v.Type()))
}

// check gives the faults of one value: required, bounds, length, code list.
func (f *Field) check(record reflect.Value, codes Codes) []Fault {
	if f.ReadOnly || f.Type == GeometryField {
		return nil
	}
	fault := func(rule, value string, message, mend Text) []Fault {
		out := NewFault(rule, f.Name, value, message, mend)
		out.Pointer = "/" + f.Name
		return []Fault{out}
	}
	value := f.Value(record)
	if f.Type == JSONField {
		if answers, ok := value.([]Answer); ok {
			for _, a := range answers {
				if !codes.Has(f.List, a.Item) {
					return fault("code.unknown", a.Item, Tf("%q không có trong danh mục %s.", "%q is not in the code list %s.", a.Item, f.List),
						Tf("Xem danh mục %s.", "See the list %s.", f.List))
				}
			}
		}
		return nil
	}
	if z, timed := value.(interface{ IsZero() bool }); timed && z.IsZero() {
		value = nil
	}
	if value == nil || value == "" || (f.Required && f.Ref != "" && value == int64(0)) {
		if f.Required {
			return fault("required", "", Tf("Thiếu %s.", "%s is missing.", f.Name),
				T(fmt.Sprintf("Ghi %s (%s).", f.Name, f.Title.VI), fmt.Sprintf("Give %s (%s).", f.Name, f.Title.EN)))
		}
		if value == nil || f.Nullable || f.List == "" {
			return nil
		}
	}
	switch v := value.(type) {
	case string:
		if !utf8.ValidString(v) || strings.ContainsRune(v, 0) {
			return fault("text.encoding", v, T("Có ký tự không hợp lệ.", "It holds an invalid character."),
				T("Lưu lại dưới dạng UTF-8.", "Save as UTF-8."))
		}
		if utf8.RuneCountInString(v) > f.MaxChars {
			return fault("limit.text", v, Tf("Dài quá %d ký tự.", "Longer than %d characters.", f.MaxChars),
				T("Rút gọn.", "Shorten it."))
		}
		if f.List != "" && !codes.Has(f.List, v) {
			return fault("code.unknown", v, Tf("%q không có trong danh mục %s.", "%q is not in the code list %s.", v, f.List),
				Tf("Dùng một trong: %s.", "Use one of: %s.", codes.Show(f.List)))
		}
		if f.Several == "" {
			return nil
		}
		for _, code := range SplitCodes(&v) {
			if !codes.Has(f.Several, code) {
				return fault("code.unknown", code, Tf("%q không có trong danh mục %s.", "%q is not in the code list %s.", code, f.Several),
					Tf("Ghi các mã cách nhau bằng dấu chấm phẩy, trong: %s.", "Join codes with semicolons, of: %s.", codes.Show(f.Several)))
			}
		}
	case int64:
		return f.checkBounds(float64(v), strconv.FormatInt(v, 10), fault)
	case float64:
		return f.checkBounds(v, strconv.FormatFloat(v, 'g', -1, 64), fault)
	}
	return nil
}

func (f *Field) checkBounds(v float64, shown string, fault func(string, string, Text, Text) []Fault) []Fault {
	low, high := f.Min, f.Max
	switch {
	case v != v:
		return fault("number.nan", shown, T("Không phải số.", "Not a number."), T("Ghi một số.", "Give a number."))
	case low != nil && v < *low:
		return fault("number.range", shown, Tf("Nhỏ hơn %g.", "Below %g.", *low),
			T("Kiểm tra giá trị và đơn vị đo.", "Check the value and its unit."))
	case high != nil && v > *high:
		return fault("number.range", shown, Tf("Lớn hơn %g.", "Above %g.", *high),
			T("Kiểm tra giá trị và đơn vị đo.", "Check the value and its unit."))
	}
	return nil
}
