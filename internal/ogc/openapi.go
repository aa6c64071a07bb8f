package ogc

import (
	"github.com/hatangso/hatangso/internal/registry"
)

// Limits of a page of features.
const (
	DefaultLimit = 100
	// MaxLimit is said under components.parameters.limit.schema, where QGIS looks
	// for it; it then asks for pages of 1,000.
	MaxLimit = 10_000
)

// Languages of filters (Part 3 §7.5).
const (
	LangText = "cql2-text"
	LangJSON = "cql2-json"
)

// OpenAPI gives the description of the API by OpenAPI 3.0.3, which the class
// oas30 and QGIS want, with a path for each collection: QGIS takes property
// parameters from no other. version is the program's.
func (s *Site) OpenAPI(nouns []*registry.Noun, version string) Object {
	paths := Object{
		"/":            Object{"get": s.operation("landing", "Trang đầu", "Landing page", nil, s.answer("LandingPage", MediaJSON))},
		"/conformance": Object{"get": s.operation("conformance", "Các lớp tuân thủ", "Conformance classes", nil, s.answer("ConfClasses", MediaJSON))},
		"/collections": Object{"get": s.operation("collections", "Các bộ đối tượng", "Collections", nil, s.answer("Collections", MediaJSON))},
		"/api":         Object{"get": s.operation("api", "Mô tả API", "The API's description", nil, s.answer("", MediaOpenAPI))},
	}
	for _, n := range nouns {
		s.describe(paths, n)
	}
	return Object{
		"openapi": "3.0.3",
		"info": Object{
			"title": s.Say(registry.T("Hạ Tầng Số: OGC API – Features", "Hạ Tầng Số: OGC API – Features")), "version": version,
			"description": s.Say(aboutAPI),
		},
		"servers":    []Object{{"url": s.Base}},
		"paths":      paths,
		"components": Object{"parameters": s.parameters(), "schemas": schemas(), "responses": s.responses(), "securitySchemes": securitySchemes()},
		"security":   []Object{{}, {"basic": []string{}}, {"bearer": []string{}}},
	}
}

var aboutAPI = registry.T(
	"Các lớp của sổ đăng ký. Người chưa đăng nhập xem mức thô. datetime lọc theo ngày hoạt động hoặc hiệu lực: một ngày lấy những gì đang hoạt động hôm đó, một khoảng lấy những gì hoạt động ít nhất một ngày trong khoảng. "+
		"numberMatched được đếm khi hỏi trang đầu và giữ trong liên kết next. Đăng nhập bằng khóa API: Bearer, hoặc Basic với khóa làm mật khẩu.",
	"The layers of the register. Who has not signed in sees them coarsely. datetime filters by the days something is in service or in force: a day takes what is in service on it, an interval what is on one of its days at least. "+
		"numberMatched is counted with the first page and kept in the next link. Sign in with an API key: Bearer, or Basic with the key as password.")

// describe adds the paths of a collection.
func (s *Site) describe(paths Object, n *registry.Noun) {
	id, title := n.Name, n.Title
	get := func(name, vi, en string, parameters []Object, answer Object) Object {
		return Object{"get": s.tagged(n, s.operation(id+name, vi, en, parameters, answer))}
	}
	paths[Path(n, "")] = get("", "Bộ đối tượng: "+title.VI, "The collection "+title.EN, nil, s.answer("Collection", MediaJSON))
	paths[Path(n, "/queryables")] = get("Queryables", "Thuộc tính lọc được", "Queryables", nil, s.answer("", MediaSchema))
	paths[Path(n, "/sortables")] = get("Sortables", "Thuộc tính sắp xếp được", "Sortables", nil, s.answer("", MediaSchema))
	paths[Path(n, "/schema")] = get("Schema", "Cấu trúc của đối tượng", "The schema of a feature", nil, s.answer("", MediaSchema))
	var parameters []Object
	for _, name := range itemParameters {
		parameters = append(parameters, Object{"$ref": "#/components/parameters/" + name})
	}
	for i := range n.Fields {
		if f := &n.Fields[i]; Scalar(f) {
			schema := s.property(f)
			delete(schema, "title")
			delete(schema, "description")
			parameters = append(parameters, Object{"name": f.Name, "in": "query", "required": false, "style": "form", "explode": false,
				"description": s.Say(f.Title), "schema": schema})
		}
	}
	items := get("Items", title.VI, title.EN, parameters, s.answer("FeatureCollection", MediaGeoJSON))
	items["post"] = s.tagged(n, s.writing("create"+id, "Thêm một đối tượng", "Add a feature", "201", MediaGeoJSON, nil))
	paths[Path(n, "/items")] = items
	feature := get("Item", "Một đối tượng: "+title.VI, "One of "+title.EN, []Object{{"$ref": "#/components/parameters/crs"}, {"$ref": "#/components/parameters/f"}}, s.answer("Feature", MediaGeoJSON))
	feature["parameters"] = []Object{{"name": "featureId", "in": "path", "required": true, "schema": Object{"type": "string"}}}
	match := []Object{reference("parameters", "If-Match")}
	feature["put"] = s.tagged(n, s.writing("replace"+id, "Thay một đối tượng", "Replace a feature", "204", MediaGeoJSON, match))
	feature["patch"] = s.tagged(n, s.writing("update"+id, "Sửa một đối tượng", "Change a feature", "204", "application/merge-patch+json", match))
	feature["delete"] = s.tagged(n, s.writing("delete"+id, "Xóa một đối tượng", "Delete a feature", "204", "", match))
	paths[Path(n, "/items/{featureId}")] = feature
}

// writing is an operation of Part 4, whose body is a feature of a media type, or
// none.
func (s *Site) writing(id, vi, en, status, media string, parameters []Object) Object {
	done := Object{"description": s.Say(registry.T("Đã ghi", "It is written")), "headers": Object{"ETag": Object{"schema": Object{"type": "string"}}}}
	if status == "201" {
		done["headers"].(Object)["Location"] = Object{"schema": Object{"type": "string", "format": "uri"}}
	}
	operation := Object{"operationId": id, "summary": s.Say(registry.T(vi, en)), "description": s.Say(aboutWriting), "responses": Object{status: done}}
	for _, refused := range []string{"400", "401", "403", "404", "409", "412", "415", "422", "428", "429", "500"} {
		operation["responses"].(Object)[refused] = reference("responses", "Problem")
	}
	if parameters != nil {
		operation["parameters"] = parameters
	}
	if media != "" {
		operation["requestBody"] = Object{"required": true, "content": Object{media: Object{"schema": Object{"type": "object"}}}}
	}
	return operation
}

// aboutWriting says what holds of every write.
var aboutWriting = registry.T(
	"Thuộc tính do sổ tự ghi thì bỏ qua. Cần If-Match là ETag đã đọc: thiếu là 428, cũ là 412. Khóa tạo để sửa trong QGIS (last_writer) không cần: bản đang có bị ghi đè, nhật ký giữ cả hai bản, "+
		"và ai đã ghi những giá trị bị thay (từ phiên bản mà thuộc tính version nêu, nếu không nêu thì trong 24 giờ) nhận thông báo. OPTIONS cho biết được làm gì.",
	"What the register sets itself is left out. If-Match with the ETag that was read is needed: without it 428, stale 412. A key made for editing in QGIS (last_writer) needs none: what stands is written over, the change log keeps both versions, "+
		"and whoever had set the values that were replaced (since the version that the property version names, otherwise within 24 hours) gets a notice. OPTIONS tells what may be done.")

// itemParameters are those of every collection's items, in the order of the
// document.
var itemParameters = []string{"limit", "cursor", "bbox", "bbox-crs", "crs", "datetime", "filter", "filter-lang", "filter-crs", "sortby", "f"}

func (s *Site) tagged(n *registry.Noun, operation Object) Object {
	operation["tags"] = []string{s.Say(n.Title)}
	return operation
}

func (s *Site) operation(id, vi, en string, parameters []Object, answer Object) Object {
	operation := Object{"operationId": id, "summary": s.Say(registry.T(vi, en)), "responses": Object{
		"200": answer, "400": reference("responses", "Problem"), "401": reference("responses", "Problem"), "404": reference("responses", "Problem"),
		"429": reference("responses", "Problem"), "500": reference("responses", "Problem"),
	}}
	if parameters != nil {
		operation["parameters"] = parameters
	}
	return operation
}

func reference(kind, name string) Object { return Object{"$ref": "#/components/" + kind + "/" + name} }

// answer is an answer of a schema, "" for any object, in a media type or as a page.
func (s *Site) answer(schema, media string) Object {
	of := Object{"type": "object"}
	if schema != "" {
		of = reference("schemas", schema)
	}
	content := Object{media: Object{"schema": of}}
	if media != MediaOpenAPI && media != MediaSchema {
		content[MediaHTML] = Object{"schema": Object{"type": "string"}}
	}
	return Object{"description": s.Say(registry.T("Trả lời", "The answer")), "content": content}
}

func (s *Site) responses() Object {
	return Object{"Problem": Object{"description": s.Say(registry.T("Lý do từ chối và cách sửa (RFC 9457)", "Why it is refused and how to mend it (RFC 9457)")),
		"content": Object{"application/problem+json": Object{"schema": reference("schemas", "Problem")}}}}
}

func securitySchemes() Object {
	return Object{"basic": Object{"type": "http", "scheme": "basic"}, "bearer": Object{"type": "http", "scheme": "bearer"}}
}

// parameters are those that operations refer to.
func (s *Site) parameters() Object {
	query := func(name, vi, en string, schema Object) Object {
		return Object{"name": name, "in": "query", "required": false, "style": "form", "explode": false,
			"description": s.Say(registry.T(vi, en)), "schema": schema}
	}
	text := Object{"type": "string"}
	crs := Object{"type": "string", "format": "uri", "enum": URIs(s.CRS), "default": CRS84}
	return Object{
		"limit": query("limit", "Số đối tượng nhiều nhất của một trang.", "The most features a page has.",
			Object{"type": "integer", "minimum": 1, "maximum": MaxLimit, "default": DefaultLimit}),
		"cursor": query("cursor", "Chỗ trang trước dừng lại; lấy từ liên kết next.", "Where the page before ended; taken from the next link.", text),
		"bbox": query("bbox", "Hộp bao: tây, nam, đông, bắc, theo thứ tự trục của bbox-crs.", "Box: west, south, east, north, in the axis order of bbox-crs.",
			Object{"type": "array", "items": Object{"type": "number"}, "oneOf": []Object{{"minItems": 4, "maxItems": 4}, {"minItems": 6, "maxItems": 6}}}),
		"bbox-crs": query("bbox-crs", "Hệ tọa độ của bbox.", "The reference system of bbox.", crs),
		"crs":      query("crs", "Hệ tọa độ của kết quả.", "The reference system of the answer.", crs),
		"datetime": query("datetime", "Ngày, thời điểm hoặc khoảng (a/b, ../b, a/..).", "A date, a time or an interval (a/b, ../b, a/..).", text),
		"If-Match": Object{"name": "If-Match", "in": "header", "required": false, "schema": text,
			"description": s.Say(registry.T("ETag của bản đã đọc.", "The ETag of what was read."))},
		"filter": query("filter", "Bộ lọc CQL2; so sánh không dấu: ACCENTI(CASEI(name)) LIKE …", "A filter in CQL2; accents aside: ACCENTI(CASEI(name)) LIKE …", text),
		"filter-lang": query("filter-lang", "Cách viết của filter.", "How filter is written.",
			Object{"type": "string", "enum": []string{LangText, LangJSON}, "default": LangText}),
		"filter-crs": query("filter-crs", "Hệ tọa độ của hình học trong filter.", "The reference system of geometries in filter.", crs),
		"sortby":     query("sortby", "Các thuộc tính để sắp xếp, cách nhau bằng dấu phẩy, dấu - là giảm dần; thiếu thì theo số hiệu. Thứ tự khác số hiệu đọc mọi đối tượng mà bộ lọc lấy.", "Properties to sort by, with commas between, - for descending; by id without it. Any order but the id's reads every feature that the filter takes.", text),
		"f":          query("f", "Dạng trả lời.", "The form of the answer.", Object{"type": "string", "enum": []string{"json", "html"}}),
	}
}

// schemas are those that answers refer to, after the standard's.
func schemas() Object {
	text, list := Object{"type": "string"}, func(of Object) Object { return Object{"type": "array", "items": of} }
	object := func(required []string, properties Object) Object {
		return Object{"type": "object", "required": required, "properties": properties}
	}
	links := list(reference("schemas", "Link"))
	return Object{
		"Link":        object([]string{"href", "rel"}, Object{"href": text, "rel": text, "type": text, "title": text}),
		"LandingPage": object([]string{"links"}, Object{"title": text, "description": text, "links": links}),
		"ConfClasses": object([]string{"conformsTo"}, Object{"conformsTo": list(text), "links": links}),
		"Collections": object([]string{"links", "collections"}, Object{"links": links, "collections": list(reference("schemas", "Collection")), "crs": list(text)}),
		"Collection": object([]string{"id", "links"}, Object{"id": text, "title": text, "description": text, "links": links,
			"extent": Object{"type": "object"}, "itemType": text, "crs": list(text), "storageCrs": text}),
		"FeatureCollection": object([]string{"type", "features"}, Object{"type": Object{"type": "string", "enum": []string{"FeatureCollection"}},
			"features": list(reference("schemas", "Feature")), "links": links, "timeStamp": Object{"type": "string", "format": "date-time"},
			"numberMatched": Object{"type": "integer", "minimum": 0}, "numberReturned": Object{"type": "integer", "minimum": 0}}),
		"Feature": object([]string{"type", "geometry", "properties"}, Object{"type": Object{"type": "string", "enum": []string{"Feature"}},
			"id": text, "geometry": Object{"type": "object", "nullable": true}, "properties": Object{"type": "object", "nullable": true}, "links": links}),
		"Problem": object([]string{"type", "title", "status"}, Object{"type": text, "title": text, "status": Object{"type": "integer"}, "detail": text,
			"request_id": text, "faults": list(Object{"type": "object"})}),
	}
}

// Parameter is a parameter as people read of it.
type Parameter struct{ Name, About string }

// ItemParameters describes the parameters of a collection's items in the order of
// the document.
func (s *Site) ItemParameters() (out []Parameter) {
	of := s.parameters()
	for _, name := range itemParameters {
		out = append(out, Parameter{name, of[name].(Object)["description"].(string)})
	}
	return out
}
