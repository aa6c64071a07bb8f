package httpapi

import (
	"fmt"
	"math"
	"net/http"
	"reflect"
	"slices"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// editProblems are the refusals of an edit.
var editProblems = []int{http.StatusBadRequest, http.StatusForbidden, http.StatusNotFound, http.StatusConflict, http.StatusPreconditionFailed,
	http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType, http.StatusUnprocessableEntity, http.StatusPreconditionRequired}

// closed makes an object that has these properties and no others.
func closed(required []string, properties openapi3.Schemas) *openapi3.Schema {
	s := openapi3.NewObjectSchema()
	s.Properties, s.Required = properties, required
	s.AdditionalProperties.Has = new(bool)
	return s
}

// property is a described property.
func property(vi, en string, s *openapi3.Schema) *openapi3.SchemaRef {
	s.Description = both(registry.T(vi, en))
	return openapi3.NewSchemaRef("", s)
}

func jsonBody(schema *openapi3.SchemaRef) *openapi3.RequestBody {
	return openapi3.NewRequestBody().WithRequired(true).WithContent(openapi3.NewContentWithSchemaRef(schema, []string{mediaJSON}))
}

// addEditRoutes describes the edits of geometry.
func (d *document) addEditRoutes() {
	id := func() *openapi3.Schema { return openapi3.NewInt64Schema().WithMin(1) }
	edit := func(noun *registry.Noun, name, operationID string, summary registry.Text, body *openapi3.Schema, given openapi3.Parameters, r *openapi3.Response) {
		request := schemaName(operationID)
		d.schema(request, body)
		d.add(operation{method: http.MethodPost, path: "/api/v1/" + noun.Path + name, id: operationID, tag: noun.Path, summary: summary,
			parameters: append(given, parameters("ifMatch", "idempotencyKey", "reason")...), body: jsonBody(schemaRef(request)),
			status: http.StatusOK, answer: r, problems: editProblems})
	}
	at := openapi3.NewOneOfSchema()
	at.OneOf = openapi3.SchemaRefs{openapi3.NewSchemaRef("", openapi3.NewFloat64Schema().WithMin(0).WithMax(1)), schemaRef("Point")}
	two := openapi3.NewArraySchema().WithMinItems(2).WithMaxItems(2)
	two.Items = schemaRef("Duct")
	d.schema("SplitAnswer", closed([]string{"ducts"}, openapi3.Schemas{"ducts": openapi3.NewSchemaRef("", two)}))
	split := answer(registry.T("Đoạn cũ rồi đoạn mới, như đã lưu. ETag là của đoạn cũ, Location của đoạn mới.", "The old section, then the new, as stored. ETag is the old one's, Location the new one's."),
		schemaRef("SplitAnswer"), "ETag", "Location", replayedHeader)
	edit(registry.DuctNoun, "/{id}/split", "splitDuct", registry.T("Tách một đoạn cống", "Split a duct section"), closed(nil, openapi3.Schemas{
		"at": property(fmt.Sprintf("Nơi cắt: phần chiều dài từ đầu đoạn (giữa 0 và 1), hoặc một điểm cách đoạn không quá %g m. Không cần khi có bể.", postgres.MaxOffLineM),
			fmt.Sprintf("Where: the fraction of its length from its first end (between 0 and 1), or a point at most %g m off. Not needed with a manhole.", postgres.MaxOffLineM), at),
		"manhole": property("Số hiệu bể giữa hai đoạn.", "The id of the manhole between the sections.", id()),
		"new_manhole": property("Bể mới giữa hai đoạn; geometry mặc định là nơi cắt, owner là của đoạn.",
			"A new manhole between the sections; its geometry is by default where the cut is, its owner the section's.",
			&openapi3.Schema{AllOf: openapi3.SchemaRefs{schemaRef("ManholePatch")}, Required: []string{"code"}}),
		"code": property("Mã đoạn mới; mặc định là mã cũ thêm số.", "The new section's code; by default the old one's with a number.",
			openapi3.NewStringSchema().WithMaxLength(int64(registry.DuctNoun.Field("code").MaxChars))),
	}), parameters("id"), split)

	ids := openapi3.NewArraySchema().WithMinItems(2).WithMaxItems(2).WithItems(id())
	ids.UniqueItems = true
	edit(registry.DuctNoun, "/join", "joinDucts", registry.T("Nối hai đoạn cống chung một đầu; If-Match ghi ETag của cả hai, cách nhau dấu phẩy",
		"Join two duct sections that share an end; If-Match lists the ETags of both"), closed([]string{"ids"}, openapi3.Schemas{
		"ids": property("Đoạn còn lại, rồi đoạn nhập vào nó.", "The section that stays, then the one that becomes part of it.", ids),
	}), nil, answer(registry.T("Đoạn như đã lưu.", "The section as it is stored."), schemaRef("Duct"), "ETag", replayedHeader))

	edit(registry.DuctNoun, "/{id}/snap", "snapDuct", registry.T("Đưa hai đầu đoạn cống vào bể gần nhất", "Snap the ends of a duct section to the nearest manholes"),
		closed([]string{"tolerance_m"}, openapi3.Schemas{
			"tolerance_m": property("Dời đầu đoạn không quá số mét này.", "How far an end is moved at most, in metres.", openapi3.NewFloat64Schema().WithMin(0).WithMax(postgres.MaxSnapM)),
		}), parameters("id"), answer(registry.T("Đoạn như đã lưu.", "The section as it is stored."), schemaRef("Duct"), "ETag", replayedHeader))

	stations := openapi3.NewArraySchema()
	stations.Items = schemaRef("Station")
	d.schema("MoveAnswer", closed([]string{"mast", "stations"}, openapi3.Schemas{"mast": schemaRef("Mast"), "stations": openapi3.NewSchemaRef("", stations)}))
	edit(registry.MastNoun, "/{id}/move", "moveMast", registry.T("Chuyển cột và các trạm của nó sang vị trí khác", "Move a mast and its stations to another site"),
		closed([]string{"site"}, openapi3.Schemas{
			"site": property("Số hiệu vị trí mới.", "The id of the new site.", id()),
			"on": property("Ngày chuyển: trước ngày này số liệu giữ nguyên. Không ghi là sửa vị trí ghi sai từ đầu.",
				"The day it was moved: numbers before it stay. Without one the record was wrong from the start.", openapi3.NewStringSchema().WithFormat("date")),
		}), parameters("id"), answer(registry.T("Cột và các trạm đã chuyển.", "The mast and the stations that moved."), schemaRef("MoveAnswer"), "ETag", replayedHeader))
}

// addBatchRoute describes many writes in one request.
func (d *document) addBatchRoute() {
	const tag = "batch"
	d.tag(tag, registry.T("Ghi nhiều bản ghi một lần", "Many writes at once"))
	var names []any
	for _, n := range registry.Nouns {
		names = append(names, n.Path)
	}
	item := closed([]string{"method", "noun"}, openapi3.Schemas{
		"method":   property("Thêm, sửa hay xóa.", "Add, change or delete.", openapi3.NewStringSchema().WithEnum(http.MethodPost, http.MethodPatch, http.MethodDelete)),
		"noun":     property("Loại bản ghi.", "The plural of the noun.", openapi3.NewStringSchema().WithEnum(names...)),
		"id":       property("Số hiệu bản ghi sửa hoặc xóa.", "The id of the record changed or deleted.", openapi3.NewInt64Schema()),
		"if_match": property("ETag của bản đã đọc.", "The ETag of the version read.", openapi3.NewStringSchema()),
		"body":     property("Bản ghi mới, hoặc các thay đổi.", "The new record, or the changes.", openapi3.NewObjectSchema()),
	})
	d.schema("BatchItem", item)
	items := openapi3.NewArraySchema().WithMinItems(1).WithMaxItems(postgres.MaxBatchItems)
	items.Items = schemaRef("BatchItem")
	d.schema("Batch", closed([]string{"atomic", "items"}, openapi3.Schemas{
		"atomic": property("true: ghi tất cả hoặc không gì cả. false: mỗi mục một kết quả.", "true: all or nothing. false: each item for itself.", openapi3.NewBoolSchema()),
		"items":  openapi3.NewSchemaRef("", items),
	}))
	text := registry.T(fmt.Sprintf("Ghi đến %d bản ghi trong một giao dịch", postgres.MaxBatchItems), fmt.Sprintf("Write up to %d records in one transaction", postgres.MaxBatchItems))
	d.add(operation{method: http.MethodPost, path: "/api/v1/batch", id: "writeBatch", tag: tag, summary: text,
		parameters: parameters("idempotencyKey", "reason"), body: jsonBody(schemaRef("Batch")), status: http.StatusOK,
		answer:   answer(registry.T("Kết quả từng mục, theo thứ tự gửi.", "What became of each item, in the order sent."), d.typeRef(reflect.TypeFor[batchAnswer]()), replayedHeader),
		problems: editProblems})
}

// addChangeRoute describes the change feed.
func (d *document) addChangeRoute() {
	const tag = "changes"
	d.tag(tag, registry.T("Nhật ký thay đổi, để hệ thống khác giữ một bản sao", "The change feed, by which another system keeps a copy"))
	var names []any
	for _, n := range registry.Nouns {
		names = append(names, n.Path, n.Name)
	}
	page := func() *openapi3.Response {
		return answer(registry.T("Một trang; hỏi tiếp bằng next.", "One page; ask on by next."), d.typeRef(reflect.TypeFor[changeList]()))
	}
	since := func() *openapi3.Parameter {
		return queryParameter("since", "Con trỏ của trang trước (cursor); 0 là từ đầu.", "The cursor of the page before; 0 is the beginning.",
			openapi3.NewInt64Schema().WithMin(0).WithDefault(0))
	}
	day := func() *openapi3.Schema { return openapi3.NewStringSchema().WithFormat("date") }
	d.add(operation{method: http.MethodGet, path: "/api/v1/changes", id: "listChanges", tag: tag,
		summary: registry.T("Các thay đổi kể từ con trỏ, theo thứ tự, không sót", "The changes since a cursor, in order, none left out"),
		parameters: slices.Concat(inlined(
			since(),
			queryParameter("noun", "Chỉ một loại bản ghi.", "Those of one noun.", openapi3.NewStringSchema().WithEnum(names...)),
			queryParameter("record_id", "Chỉ một bản ghi, cùng noun.", "Those of one record, with noun.", openapi3.NewInt64Schema().WithMin(1)),
			queryParameter("actor", "Chỉ của người này, đúng như nhật ký ghi.", "Those of one actor, as the log has it.", openapi3.NewStringSchema()),
			queryParameter("organization", "Chỉ của người thuộc tổ chức mã này.", "Those of who works for the organization of this code.", openapi3.NewStringSchema()),
			queryParameter("op", "Chỉ loại này; event là sự kiện an ninh (đăng nhập, khóa, xuất dữ liệu).", "Those of one kind; event asks for security events (sign-ins, keys, exports).",
				openapi3.NewStringSchema().WithEnum("create", "update", "delete", "event")),
			queryParameter("from", "Ghi từ ngày này (UTC).", "Written on this day (UTC) or later.", day()),
			queryParameter("until", "Ghi đến hết ngày này (UTC).", "Written on this day (UTC) or before.", day()),
			queryParameter("in_words", "Thêm differences: khác gì, bằng lời.", "Add differences: what differs, in words.", openapi3.NewBoolSchema().WithDefault(false))), parameters("limit")),
		status: http.StatusOK, answer: page(), problems: []int{http.StatusBadRequest}})
	for _, n := range registry.Nouns {
		d.add(operation{method: http.MethodGet, path: "/api/v1/" + n.Path + "/{id}/history", id: "list" + schemaName(n.Name) + "History", tag: n.Path,
			summary:    registry.T("Ai đã sửa gì, khi nào, vì sao, bằng lời: "+n.Title.VI, "Who changed what, when and why, in words: "+n.Title.EN),
			parameters: slices.Concat(parameters("id"), inlined(since()), parameters("limit")),
			status:     http.StatusOK, answer: page(), problems: []int{http.StatusBadRequest, http.StatusNotFound}})
	}
	d.add(operation{method: http.MethodGet, path: "/api/v1/access", id: "listAccess", tag: tag,
		summary: registry.T("Ai đã xem tuyến ngầm của ai, khi nào, vì sao; chủ sở hữu xem của mình", "Who read whose underground network, when and why; an owner sees its own"),
		parameters: slices.Concat(inlined(queryParameter("owner", "Chỉ của chủ sở hữu mã này.", "Those of the owner of this code.", openapi3.NewStringSchema())),
			parameters("cursor", "limit")),
		status: http.StatusOK, answer: answer(registry.T("Mới nhất trước.", "The newest first."), d.typeRef(reflect.TypeFor[pageOf[postgres.Access]]())),
		problems: []int{http.StatusBadRequest}})
}

// addLookupRoute describes the look-up of a place.
func (d *document) addLookupRoute() {
	const tag = "lookup"
	d.tag(tag, registry.T("Tra cứu một vị trí", "What is at a place"))
	d.add(operation{method: http.MethodGet, path: "/api/v1/lookup", id: "lookUp", tag: tag,
		summary: registry.T("Đơn vị, thôn, công trình gần nhất và tọa độ VN-2000 của một vị trí", "Unit, village, nearest assets and VN-2000 coordinates of a place"),
		parameters: slices.Concat(inlined(
			queryParameter("coordinates", "Cặp tọa độ viết kiểu nào cũng được: độ thập phân, độ phút giây, X Y mét.",
				"A pair of coordinates written in any way: decimal degrees, degrees minutes seconds, metres X Y.", openapi3.NewStringSchema()),
			queryParameter("crs", "Hệ tọa độ của coordinates, như EPSG:9210; không ghi thì thử mọi hệ.", "The system of coordinates, such as EPSG:9210; without it every one is tried.",
				openapi3.NewStringSchema()),
			queryParameter("lon", "Kinh độ WGS84, thay cho coordinates.", "Longitude, WGS84, instead of coordinates.", number(-180, 180, math.NaN())),
			queryParameter("lat", "Vĩ độ WGS84.", "Latitude, WGS84.", number(-90, 90, math.NaN()))), parameters("as_of")),
		status: http.StatusOK, answer: answer(registry.T("Mỗi cách đọc một mục.", "One item for each way to read it."), d.typeRef(reflect.TypeFor[lookupAnswer]())),
		problems: []int{http.StatusBadRequest}})
	text := queryParameter("q", "Những chữ cần tìm; không phân biệt dấu, cách đặt dấu thanh, hoa thường.", "The words to find; accents, tone placement and case aside.",
		openapi3.NewStringSchema().WithMinLength(1).WithMaxLength(registry.MaxSearchChars))
	text.Required, text.Example = true, "tram"
	d.add(operation{method: http.MethodGet, path: "/api/v1/search", id: "search", tag: tag,
		summary: registry.T("Tìm trạm, đơn vị, thôn, điểm phục vụ, cột, bể, công trình dự kiến theo mã, tên, địa chỉ; gần đúng nhất đứng trước",
			"Sites, units, villages, service points, poles, manholes and planned works by code, name and address, the nearest to what is asked first"),
		parameters: slices.Concat(inlined(text, queryParameter("limit", "Nhiều nhất bao nhiêu bản ghi mỗi loại.", "How many records of each kind at most.",
			openapi3.NewIntegerSchema().WithMin(1).WithMax(postgres.HitsOfEach).WithDefault(5))), parameters("as_of", "ahead")),
		status: http.StatusOK, answer: answer(registry.T("Theo loại, trong mỗi loại gần đúng nhất trước.", "By kind, of each the nearest first."), d.typeRef(reflect.TypeFor[searchAnswer]())),
		problems: []int{http.StatusBadRequest}})
}
