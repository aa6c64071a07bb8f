package ogc

import (
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
)

// schemaDialect is the JSON Schema of the documents.
const schemaDialect = "https://json-schema.org/draft/2020-12/schema"

// Object is a JSON object of a document.
type Object = map[string]any

// Geometry is the name of a collection's geometry among its properties.
const Geometry = "geometry"

// Scalar says whether a field holds one value that can be compared: neither a
// geometry nor a document of its own.
func Scalar(f *registry.Field) bool {
	return f.Type != registry.GeometryField && f.Type != registry.JSONField
}

func (s *Site) scalars(n *registry.Noun) Object {
	properties := Object{}
	for i := range n.Fields {
		if f := &n.Fields[i]; Scalar(f) {
			properties[f.Name] = s.property(f)
		}
	}
	return properties
}

// Queryables gives what a collection can be filtered by (Part 3 §6.2): every
// field with one value. The geometry is a $ref without a type, by which alone QGIS knows it.
func (s *Site) Queryables(n *registry.Noun) Object {
	properties := s.scalars(n)
	properties[Geometry] = Object{"$ref": "https://geojson.org/schema/" + GeometryOf(n) + ".json"}
	doc := s.document(n, "/queryables", registry.T("Thuộc tính lọc được: "+n.Title.VI, "Queryables of "+n.Title.EN), properties)
	doc["additionalProperties"] = false
	return doc
}

// Sortables gives what a collection can be sorted by (Part 5 §8): every field
// with one value.
func (s *Site) Sortables(n *registry.Noun) Object {
	doc := s.document(n, "/sortables", registry.T("Thuộc tính sắp xếp được: "+n.Title.VI, "Sortables of "+n.Title.EN), s.scalars(n))
	doc["additionalProperties"] = false
	return doc
}

// Schema gives the schema of a collection's features (Part 5): what they hold, in
// which order, and what of it the register sets itself.
func (s *Site) Schema(n *registry.Noun) Object {
	properties, required := Object{}, []string{}
	for i := range n.Fields {
		f := &n.Fields[i]
		p := s.property(f)
		p["x-ogc-propertySeq"] = i + 1
		if f.ReadOnly {
			p["readOnly"] = true
		}
		if f.Required && !f.ReadOnly {
			required = append(required, f.Name)
		}
		if role := role(f); role != "" {
			p["x-ogc-role"] = role
		}
		if f.Type == registry.GeometryField {
			p["format"] = geometryFormat(n)
		}
		properties[f.Name] = p
	}
	doc := s.document(n, "/schema", n.Title, properties)
	doc["required"] = required
	doc["additionalProperties"] = false
	return doc
}

// role is the part a field plays (Part 5 §7.5).
func role(f *registry.Field) string {
	switch f.Name {
	case "id":
		return "id"
	case Geometry:
		return "primary-geometry"
	case "operating_from", "on_air_from", "valid_from":
		return "primary-interval-start"
	case "operating_to", "on_air_to", "valid_to":
		return "primary-interval-end"
	case "status":
		return "type"
	}
	return ""
}

func (s *Site) document(n *registry.Noun, below string, title registry.Text, properties Object) Object {
	return Object{
		"$schema": schemaDialect, "$id": s.URL(Path(n, below), nil), "type": "object",
		"title": s.Say(title), "properties": properties,
	}
}

// property is the schema of a field. QGIS takes a property without a type for
// none, and the title for the field's alias.
func (s *Site) property(f *registry.Field) Object {
	p := Object{"title": s.Say(f.Title)}
	switch f.Type {
	case registry.TextField:
		p["type"] = "string"
	case registry.IntField:
		p["type"] = "integer"
	case registry.DecimalField:
		p["type"] = "number"
	case registry.BoolField:
		p["type"] = "boolean"
	case registry.DateField:
		p["type"], p["format"] = "string", "date"
	case registry.TimeField:
		p["type"], p["format"] = "string", "date-time"
	case registry.JSONField:
		p["type"] = []string{"object", "array"}
	case registry.GeometryField:
		return Object{"title": s.Say(f.Title)}
	}
	if f.List != "" {
		var codes, meanings []string
		for _, e := range s.Codes.Entries(f.List) {
			codes, meanings = append(codes, e.Code), append(meanings, e.Code+": "+s.Say(e.Title))
		}
		if len(codes) > 0 {
			p["enum"], p["description"] = codes, strings.Join(meanings, "; ")
		}
	}
	if f.Min != nil {
		p["minimum"] = *f.Min
	}
	if f.Max != nil {
		p["maximum"] = *f.Max
	}
	return p
}

// geometryFormat is how Part 5 names a geometry type (§7.4).
func geometryFormat(n *registry.Noun) string { return "geometry-" + strings.ToLower(GeometryOf(n)) }
