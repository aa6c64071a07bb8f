package httpapi

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/hatangso/hatangso/internal/registry"
)

// schemaName is the name of a noun's schema: CableRoute for cable_route.
func schemaName(snake string) string {
	var b strings.Builder
	for _, part := range strings.FieldsFunc(snake, func(r rune) bool { return r == '_' || r == '-' }) {
		b.WriteString(strings.ToUpper(part[:1]) + part[1:])
	}
	return b.String()
}

// both joins the sentences of the two languages, Vietnamese first.
func both(t registry.Text) string {
	if t.VI == t.EN {
		return t.VI
	}
	return t.VI + " / " + t.EN
}

// addNoun describes a noun's records as they are read, created and changed,
// and a page of them.
func (d *document) addNoun(n *registry.Noun) {
	name := schemaName(n.Name)
	record, create, patch := openapi3.NewObjectSchema(), openapi3.NewAllOfSchema(), openapi3.NewObjectSchema()
	record.Title, record.Description = both(n.Title), d.comments.types["registry."+name]
	create.Title = both(registry.T("Bản ghi mới: "+n.Title.VI, "A new record: "+n.Title.EN))
	patch.Title = both(registry.T("Thay đổi (RFC 7396): "+n.Title.VI, "Changes (RFC 7396): "+n.Title.EN))
	patch.AdditionalProperties.Has = new(bool)
	patch.Description = both(registry.T("Trường hệ thống ghi, gửi lại nguyên như đã đọc, được bỏ qua.",
		"A field the register sets is left alone when it is sent back as it was read."))
	create.AllOf = openapi3.SchemaRefs{schemaRef(name + "Patch")}
	for i := range n.Fields {
		f := &n.Fields[i]
		record.WithPropertyRef(f.Name, d.field(n, f, true))
		record.Required = append(record.Required, f.Name) // every key is always there
		if f.ReadOnly {
			continue
		}
		patch.WithPropertyRef(f.Name, d.field(n, f, false))
		if f.Required || needsGeometry(n, f) {
			create.Required = append(create.Required, f.Name)
		}
	}
	d.schema(name, record)
	d.schema(name+"Create", create)
	d.schema(name+"Patch", patch)

	page := openapi3.NewObjectSchema()
	page.Title = both(registry.T("Một trang: "+n.Title.VI, "A page: "+n.Title.EN))
	page.Required = []string{"items", "next"}
	items := openapi3.NewArraySchema().WithMaxItems(registry.MaxPageLimit)
	items.Items = schemaRef(name)
	page.WithProperty("items", items)
	next := openapi3.NewStringSchema().WithNullable()
	next.Description = both(registry.T("Đường dẫn của trang sau; null ở trang cuối.", "The path of the next page; null on the last."))
	page.WithProperty("next", next)
	d.schema(name+"Page", page)
}

// needsGeometry says whether a record without a geometry is refused.
func needsGeometry(n *registry.Noun, f *registry.Field) bool {
	return f.Type == registry.GeometryField && !mayLackGeometry(n)
}

// field describes a field, as it is read or as it is sent.
func (d *document) field(n *registry.Noun, f *registry.Field, read bool) *openapi3.SchemaRef {
	var s *openapi3.Schema
	switch f.Type {
	case registry.TextField:
		s = openapi3.NewStringSchema()
		if !f.ReadOnly {
			s.WithMaxLength(int64(f.MaxChars))
		}
		if f.Required && !read {
			s.WithMinLength(1)
		}
	case registry.IntField:
		s = openapi3.NewInt64Schema()
		s.Min, s.Max = f.Min, f.Max
		if f.Ref != "" || f.Name == "id" || f.Name == "version" || f.Name == "asset" {
			s.WithMin(1)
		}
	case registry.DecimalField:
		s = openapi3.NewFloat64Schema().WithFormat("double")
		s.Min, s.Max = f.Min, f.Max
	case registry.BoolField:
		s = openapi3.NewBoolSchema()
	case registry.DateField:
		s = openapi3.NewStringSchema().WithFormat("date")
	case registry.TimeField:
		s = openapi3.NewDateTimeSchema()
	case registry.JSONField:
		s = d.inline(f.Of(reflect.ValueOf(n.New()).Elem()).Type())
	case registry.GeometryField:
		s = openapi3.NewAllOfSchema()
		s.AllOf = openapi3.SchemaRefs{schemaRef(geometryName(n, mayLackGeometry(n) || read && mayHideGeometry(n)))}
	}
	if f.Type != registry.GeometryField {
		s.Nullable = f.Nullable || read && isWithheld(n, f)
	}
	s.Title = both(f.Title)
	s.Description = d.describe(n, f)
	s.ReadOnly = f.ReadOnly && read
	return openapi3.NewSchemaRef("", s)
}

// isWithheld says whether there is somebody who reads records of a noun and not
// this field: it is null for them.
func isWithheld(n *registry.Noun, f *registry.Field) bool {
	return registry.TierOf(n.Name, f.Name) > registry.TierOf(n.Name, "id")
}

// describe says what a value of a field refers to, then what the comment in
// the source says of it.
func (d *document) describe(n *registry.Noun, f *registry.Field) string {
	var about []string
	switch {
	case f.List != "":
		about = append(about, fmt.Sprintf("Mã trong danh mục %[1]s, xem /api/v1/codes. / A code of the list %[1]s, see /api/v1/codes.", f.List))
	case f.Several != "":
		about = append(about, fmt.Sprintf("Các mã trong danh mục %[1]s, cách nhau bằng dấu chấm phẩy. / Codes of the list %[1]s, joined by semicolons.", f.Several))
	case f.Ref == "organization":
		about = append(about, "Mã của một tổ chức. / The code of an organization.")
	case f.Ref != "":
		about = append(about, fmt.Sprintf("Số hiệu (id) của một bản ghi %[1]s. / The id of a record of %[1]s.", refPath(f.Ref)))
	}
	if f.ReadOnly {
		about = append(about, "Hệ thống ghi. / Set by the register.")
	}
	if f.Default != "" {
		about = append(about, fmt.Sprintf("Mặc định %[1]s khi thêm. / %[1]s in a new record that does not give it.", f.Default))
	}
	for _, owner := range []string{schemaName(n.Name), "Asset"} {
		if comment := d.comments.fields["registry."+owner+"."+f.Name]; comment != "" {
			about = append(about, comment)
			break
		}
	}
	return strings.Join(about, "\n") // each in both languages or in one
}

func refPath(noun string) string {
	for _, n := range registry.Nouns {
		if n.Name == noun {
			return n.Path
		}
	}
	panic("no noun " + noun)
}

// addGeometries describes the GeoJSON geometries of the nouns (RFC 7946).
func (d *document) addGeometries() {
	number := func() *openapi3.Schema { return openapi3.NewFloat64Schema().WithFormat("double") }
	position := openapi3.NewArraySchema().WithMinItems(2).WithMaxItems(2).WithItems(number())
	position.Description = both(registry.T("Kinh độ, vĩ độ WGS84, không quá 7 số lẻ.", "Longitude and latitude, WGS84, at most 7 decimals."))
	d.schema("Position", position)
	array := func(least int64, items *openapi3.SchemaRef) *openapi3.SchemaRef {
		a := openapi3.NewArraySchema().WithMinItems(least)
		a.Items = items
		return openapi3.NewSchemaRef("", a)
	}
	shapes := map[registry.GeometryType]*openapi3.SchemaRef{
		registry.Point:        schemaRef("Position"),
		registry.LineString:   array(2, schemaRef("Position")),
		registry.MultiPolygon: array(1, array(1, array(4, schemaRef("Position")))),
	}
	for _, n := range registry.Nouns {
		if n.Geometry == registry.NoGeometry {
			continue
		}
		for _, nullable := range []bool{false, true} {
			if nullable && !mayLackGeometry(n) && !mayHideGeometry(n) || !nullable && mayLackGeometry(n) {
				continue
			}
			s := openapi3.NewObjectSchema().WithProperty("type", openapi3.NewStringSchema().WithEnum(string(n.Geometry)))
			s.WithPropertyRef("coordinates", shapes[n.Geometry])
			s.Required = []string{"type", "coordinates"}
			s.Description = fmt.Sprintf("GeoJSON %s (RFC 7946).", n.Geometry)
			s.Nullable = nullable
			d.schema(geometryName(n, nullable), s)
		}
	}
}

// mayLackGeometry says whether a noun's place may be unknown.
func mayLackGeometry(n *registry.Noun) bool {
	return n == registry.UnitNoun || n == registry.VillageNoun
}

// mayHideGeometry says whether there is somebody who sees records of a noun and
// not where they lie.
func mayHideGeometry(n *registry.Noun) bool {
	return slices.ContainsFunc([]registry.Tier{registry.CoarseTier, registry.PassiveTier, registry.AreaTier}, func(tier registry.Tier) bool {
		return registry.PrecisionAt(n.Name, tier) == registry.Nowhere
	})
}

func geometryName(n *registry.Noun, nullable bool) string {
	if nullable {
		return "Nullable" + string(n.Geometry)
	}
	return string(n.Geometry)
}
