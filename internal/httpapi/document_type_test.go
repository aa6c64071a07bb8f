package httpapi

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

// typeName is the schema's name of a Go type. Names of the indicator packages
// lean on the package: Summary is coverage.Summary.
func typeName(t reflect.Type) string {
	name, pkg := strings.ToUpper(t.Name()[:1])+t.Name()[1:], path.Base(t.PkgPath())
	if _, of, generic := strings.Cut(name, "["); generic { // a page of something
		of = strings.TrimSuffix(of[strings.LastIndex(of, ".")+1:], "]")
		name = strings.ToUpper(of[:1]) + of[1:] + "Page"
	}
	if pkg == "sharing" || pkg == "plan" || pkg == "coverage" || pkg == "compliance" {
		name = strings.ToUpper(pkg[:1]) + pkg[1:] + name
	}
	return name
}

// typeRef describes the JSON of a Go type. A struct becomes a schema of its own.
func (d *document) typeRef(t reflect.Type) *openapi3.SchemaRef {
	if t.Kind() == reflect.Struct && t != reflect.TypeFor[registry.Date]() && t != reflect.TypeFor[time.Time]() && t != reflect.TypeFor[plan.Decimal]() {
		name := typeName(t)
		if other, ok := d.types[name]; ok && other != t {
			d.t.Fatalf("%s and %s are both called %s", t, other, name)
		} else if !ok {
			d.types[name] = t
			d.schema(name, d.inline(t))
		}
		return schemaRef(name)
	}
	return openapi3.NewSchemaRef("", d.inline(t))
}

func (d *document) inline(t reflect.Type) *openapi3.Schema {
	switch t {
	case reflect.TypeFor[registry.Date]():
		return openapi3.NewStringSchema().WithFormat("date")
	case reflect.TypeFor[time.Time]():
		return openapi3.NewDateTimeSchema()
	case reflect.TypeFor[plan.Decimal]():
		return openapi3.NewFloat64Schema()
	case reflect.TypeFor[json.RawMessage](): // a result as it was
		return openapi3.NewObjectSchema().WithAnyAdditionalProperties()
	case reflect.TypeFor[registry.Geometry]():
		s := openapi3.NewObjectSchema().WithProperty("type", openapi3.NewStringSchema()).WithProperty("coordinates", openapi3.NewArraySchema().WithItems(new(openapi3.Schema)))
		s.Required, s.Description = []string{"type", "coordinates"}, "GeoJSON (RFC 7946), WGS84."
		return s
	}
	switch t.Kind() {
	case reflect.Pointer:
		s := *d.inline(t.Elem())
		s.Nullable = true
		return &s
	case reflect.Interface: // whatever there is
		return new(openapi3.Schema)
	case reflect.String:
		return openapi3.NewStringSchema().WithEnum(d.comments.values[path.Base(t.PkgPath())+"."+t.Name()]...)
	case reflect.Int, reflect.Int64:
		return openapi3.NewInt64Schema()
	case reflect.Float64:
		return openapi3.NewFloat64Schema().WithFormat("double")
	case reflect.Bool:
		return openapi3.NewBoolSchema()
	case reflect.Slice, reflect.Array:
		s := openapi3.NewArraySchema()
		s.Items = d.typeRef(t.Elem())
		return s
	case reflect.Map:
		s := openapi3.NewObjectSchema()
		if t.Elem().Kind() == reflect.Interface { // any value, null too
			return s.WithAnyAdditionalProperties()
		}
		s.AdditionalProperties.Schema = d.typeRef(t.Elem())
		return s
	case reflect.Struct:
		return d.object(t)
	}
	d.t.Fatalf("no schema for %s", t)
	return nil
}

// object describes a struct by its json tags; what may be left out is not required.
func (d *document) object(t reflect.Type) *openapi3.Schema {
	s := openapi3.NewObjectSchema()
	s.Description = d.comments.types[path.Base(t.PkgPath())+"."+t.Name()]
	for _, sf := range reflect.VisibleFields(t) {
		name, options, _ := strings.Cut(sf.Tag.Get("json"), ",")
		if sf.Anonymous || !sf.IsExported() || name == "-" {
			continue
		}
		if name == "" {
			d.t.Fatalf("%s.%s has no json name", t, sf.Name)
		}
		optional := strings.Contains(options, "omitempty") || strings.Contains(options, "omitzero")
		ft := sf.Type
		if optional && ft.Kind() == reflect.Pointer {
			ft = ft.Elem() // left out rather than null
		}
		property := d.records(sf.Tag)
		if property == nil {
			property = d.typeRef(ft)
		}
		if sf.Tag.Get("null") != "" { // a list that may be withheld
			property.Value.Nullable = true
		}
		if property.Ref == "" {
			in := t.FieldByIndex(sf.Index[:1]) // an embedded struct's fields are described where it is declared
			owner := path.Base(t.PkgPath()) + "." + t.Name()
			if in.Anonymous {
				owner = path.Base(in.Type.PkgPath()) + "." + in.Type.Name()
			}
			property.Value.Description = d.comments.fields[owner+"."+name]
		}
		s.WithPropertyRef(name, property)
		if !optional {
			s.Required = append(s.Required, name)
		}
	}
	return s
}

// records describes a field that holds records as their own addresses show them:
// of the noun its tag names, or one of those it names; nil for any other.
func (d *document) records(tag reflect.StructTag) *openapi3.SchemaRef {
	if noun := tag.Get("records"); noun != "" {
		s := openapi3.NewArraySchema().WithNullable()
		s.Items = schemaRef(schemaName(noun))
		return openapi3.NewSchemaRef("", s)
	}
	nouns := strings.Fields(tag.Get("record"))
	if len(nouns) == 0 {
		return nil
	}
	s := openapi3.NewAnyOfSchema()
	for _, noun := range nouns {
		s.AnyOf = append(s.AnyOf, schemaRef(schemaName(noun)))
	}
	return openapi3.NewSchemaRef("", s)
}

// comments are what the source says of types, fields (by JSON name) and the
// constants of its string types, all under package.Type.
type comments struct {
	types, fields map[string]string
	values        map[string][]any
}

func readComments(t *testing.T, dirs ...string) comments {
	t.Helper()
	c := comments{types: map[string]string{}, fields: map[string]string{}, values: map[string][]any{}}
	for _, dir := range dirs {
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no Go files in %s: %v", dir, err)
		}
		for _, name := range files {
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			for _, decl := range file.Decls {
				if g, ok := decl.(*ast.GenDecl); ok {
					c.read(file.Name.Name, g)
				}
			}
		}
	}
	return c
}

func (c *comments) read(pkg string, g *ast.GenDecl) {
	for _, spec := range g.Specs {
		switch spec := spec.(type) {
		case *ast.ValueSpec:
			if of, ok := spec.Type.(*ast.Ident); ok && g.Tok == token.CONST && len(spec.Values) == 1 {
				if literal, ok := spec.Values[0].(*ast.BasicLit); ok && literal.Kind == token.STRING {
					value, err := strconv.Unquote(literal.Value)
					if err == nil {
						key := pkg + "." + of.Name
						c.values[key] = append(c.values[key], value)
					}
				}
			}
		case *ast.TypeSpec:
			name := pkg + "." + spec.Name.Name
			c.types[name] = oneLine(spec.Doc.Text() + g.Doc.Text())
			if s, ok := spec.Type.(*ast.StructType); ok {
				c.readFields(name, s)
			}
		}
	}
}

func (c *comments) readFields(name string, s *ast.StructType) {
	for _, field := range s.Fields.List {
		if field.Tag == nil {
			continue
		}
		tag, err := strconv.Unquote(field.Tag.Value)
		if err != nil {
			continue
		}
		key, _, _ := strings.Cut(reflect.StructTag(tag).Get("json"), ",")
		c.fields[name+"."+key] = oneLine(field.Doc.Text() + field.Comment.Text())
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
