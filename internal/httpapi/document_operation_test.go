package httpapi

import (
	"math"
	"net/http"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/hatangso/hatangso/internal/export"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/sharing"
)

// operation is one route as the document has it.
type operation struct {
	method, path, id, tag string
	summary               registry.Text
	parameters            openapi3.Parameters
	body                  *openapi3.RequestBody
	status                int
	answer                *openapi3.Response
	problems              []int
}

// add describes a route. Any may refuse a wrong key or fail.
func (d *document) add(o operation) {
	op := openapi3.NewOperation()
	op.OperationID, op.Tags, op.Summary, op.Description = o.id, []string{o.tag}, o.summary.VI, o.summary.EN
	op.Parameters = append(o.parameters, parameters("language", "requestID")...)
	op.Responses = openapi3.NewResponses(openapi3.WithStatus(o.status, &openapi3.ResponseRef{Value: o.answer}))
	if o.answer.Headers == nil {
		o.answer.Headers = headers()
	}
	for _, status := range append(o.problems, http.StatusUnauthorized, http.StatusTooManyRequests, http.StatusInternalServerError, http.StatusServiceUnavailable) {
		op.Responses.Set(strconv.Itoa(status), &openapi3.ResponseRef{Ref: "#/components/responses/" + problemName(status)})
	}
	op.Security = security(o.method)
	if o.body != nil {
		op.RequestBody = &openapi3.RequestBodyRef{Value: o.body}
	}
	item := d.Paths.Value(o.path)
	if item == nil {
		item = &openapi3.PathItem{}
		d.Paths.Set(o.path, item)
	}
	item.SetOperation(o.method, op)
}

func (d *document) tag(name string, about registry.Text) {
	d.Tags = append(d.Tags, &openapi3.Tag{Name: name, Description: both(about)})
}

// answer makes a response with a JSON body.
func answer(about registry.Text, body *openapi3.SchemaRef, extra ...string) *openapi3.Response {
	r := openapi3.NewResponse().WithDescription(both(about)).WithContent(openapi3.NewContentWithJSONSchemaRef(body))
	r.Headers = headers(extra...)
	return r
}

// addRecordRoutes describes the five routes of a noun.
func (d *document) addRecordRoutes(n *registry.Noun) {
	d.tag(n.Path, n.Title)
	name, plural := schemaName(n.Name), schemaName(n.Path)
	collection, one := "/api/v1/"+n.Path, "/api/v1/"+n.Path+"/{id}"
	about := func(vi, en string) registry.Text { return registry.T(vi+": "+n.Title.VI, en+": "+n.Title.EN) }
	body := func(schema string, media ...string) *openapi3.RequestBody {
		return openapi3.NewRequestBody().WithRequired(true).WithContent(openapi3.NewContentWithSchemaRef(schemaRef(schema), media))
	}
	stored := func() *openapi3.Response {
		return answer(registry.T("Bản ghi như đã lưu.", "The record as it is stored."), schemaRef(name), "ETag")
	}
	created := stored()
	created.Headers = headers("ETag", "Location", replayedHeader)

	d.add(operation{method: http.MethodGet, path: collection, id: "list" + plural, tag: n.Path,
		summary: about("Liệt kê theo số hiệu", "List by id"), parameters: parameters(append(filters(n), "cursor", "limit", "readReason")...),
		status: http.StatusOK, answer: answer(registry.T("Một trang.", "One page."), schemaRef(name+"Page")),
		problems: []int{http.StatusBadRequest}})
	d.add(operation{method: http.MethodPost, path: collection, id: "create" + name, tag: n.Path,
		summary: about("Thêm một bản ghi", "Add a record"), parameters: parameters("idempotencyKey", "reason"), body: body(name+"Create", mediaJSON),
		status: http.StatusCreated, answer: created,
		problems: []int{http.StatusBadRequest, http.StatusForbidden, http.StatusConflict, http.StatusRequestEntityTooLarge,
			http.StatusUnsupportedMediaType, http.StatusUnprocessableEntity}})
	d.add(operation{method: http.MethodGet, path: one, id: "get" + name, tag: n.Path,
		summary: about("Đọc một bản ghi", "Read a record"), parameters: parameters("id", "ifNoneMatch", "readReason"),
		status: http.StatusOK, answer: stored(), problems: []int{http.StatusBadRequest, http.StatusNotFound}})
	unchanged := openapi3.NewResponse().WithDescription(both(registry.T("Bản ghi chưa đổi.", "The record is the same.")))
	unchanged.Headers = headers("ETag")
	d.Paths.Value(one).Get.Responses.Set("304", &openapi3.ResponseRef{Value: unchanged})
	d.add(operation{method: http.MethodPatch, path: one, id: "update" + name, tag: n.Path,
		summary: about("Sửa các trường đã gửi", "Change the fields sent"), parameters: parameters("id", "ifMatch", "reason"),
		body: body(name+"Patch", mediaJSON, mediaMergePatch), status: http.StatusOK, answer: stored(),
		problems: []int{http.StatusBadRequest, http.StatusForbidden, http.StatusNotFound, http.StatusConflict, http.StatusPreconditionFailed,
			http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType, http.StatusUnprocessableEntity, http.StatusPreconditionRequired}})
	d.add(operation{method: http.MethodDelete, path: one, id: "delete" + name, tag: n.Path,
		summary: about("Xóa bản ghi không còn ai dẫn chiếu", "Delete a record nothing refers to"), parameters: parameters("id", "ifMatch", "reason"),
		status: http.StatusNoContent, answer: openapi3.NewResponse().WithDescription(both(registry.T("Đã xóa.", "It is gone."))),
		problems: []int{http.StatusBadRequest, http.StatusForbidden, http.StatusNotFound, http.StatusConflict,
			http.StatusPreconditionFailed, http.StatusPreconditionRequired}})
}

// addIndicatorRoutes describes the numbers and what is behind them.
func (d *document) addIndicatorRoutes() {
	const tag = "indicators"
	d.tag(tag, registry.T("Chỉ số: tỷ lệ dùng chung, phủ sóng thôn", "Indicators: sharing ratios, village coverage"))
	text := openapi3.NewStringSchema
	def := sharing.DefaultDefinition(registry.SiteKind)
	definition := inlined(
		queryParameter("asset", "Loại công trình, tên hoặc số nhiều.", "The kind of asset, by name or plural.", text().WithDefault("site").
			WithEnum("site", "sites", "pole", "poles", "duct", "ducts", "manhole", "manholes", "trench", "trenches")),
		queryParameter("method", "Cách đếm.", "How positions are counted.", text().WithDefault(string(def.Method)).
			WithEnum(string(sharing.MethodRegistered), string(sharing.MethodSpatial))),
		queryParameter("merge_distance", "Khoảng cách gộp, mét (spatial).", "The merge distance in metres (spatial).",
			number(0, sharing.MaxMergeDistanceM, def.MergeDistanceM)),
		queryParameter("cohort", "Mẫu số: toàn bộ hay xây mới từ since.", "The denominator: the stock, or what is new from since.",
			text().WithDefault(def.Cohort).WithEnum(sharing.Stock, sharing.New)),
		queryParameter("since", "Ngày đầu của nhóm new.", "First day of the cohort new.", text().WithFormat("date")),
		queryParameter("measure", "Đếm hay đo chiều dài; mặc định theo loại.", "Count, or length; the default is the kind's.", text().WithEnum("count", "length")),
		queryParameter("confirmed_only", "Chỉ tính khi hai bên xác nhận.", "Only what both sides confirm.", openapi3.NewBoolSchema().WithDefault(false)),
		queryParameter("count_active_sharing", "Tính đối tác dùng chung tích cực.", "Count partners of active sharing.", openapi3.NewBoolSchema().WithDefault(false)),
		queryParameter("tower_company_single", "Vị trí của công ty hạ tầng có một bên thuê là dùng chung.",
			"A tower company's position with one tenant is shared.", openapi3.NewBoolSchema().WithDefault(false)),
		queryParameter("power_poles", "Cột điện tính thế nào.", "How power poles count.", text().WithDefault(def.PowerPoles).
			WithEnum(sharing.PowerPolesWithTenants, sharing.PowerPolesAll, sharing.PowerPolesNone)),
		queryParameter("exclude_site_kinds", "Loại vị trí bỏ ra, cách nhau dấu phẩy; none là không bỏ.", "Site kinds left out, comma separated; none leaves nothing out.",
			text().WithDefault(strings.Join(def.ExcludeSiteKinds, ","))),
	)
	scope := parameters("unit", "as_of")
	get := func(path, id, vi, en string, t reflect.Type, given ...openapi3.Parameters) {
		d.add(operation{method: http.MethodGet, path: "/api/v1/" + path, id: id, tag: tag, summary: registry.T(vi, en),
			parameters: slices.Concat(given...), status: http.StatusOK,
			answer: answer(registry.T("Số liệu.", "The numbers."), d.typeRef(t)), problems: []int{http.StatusBadRequest}})
	}
	get("indicators/sharing", "getSharing", "Tỷ lệ dùng chung", "The sharing ratio",
		reflect.TypeFor[postgres.SharingAnswer](), definition, scope, parameters("by"))
	get("indicators/sharing/records", "listSharingRecords", "Các vị trí đứng sau tỷ lệ dùng chung", "The positions behind a sharing ratio",
		reflect.TypeFor[sharingRecords](), definition, scope)
	get("indicators/sharing-sensitivity", "getSharingSensitivity", "Tỷ lệ dùng chung theo khoảng cách gộp", "The sharing ratio by merge distance",
		reflect.TypeFor[sharingCurve](), definition, scope, inlined(
			queryParameter("from", "Khoảng cách đầu, mét.", "The first distance, metres.", number(0, sharing.MaxMergeDistanceM, 0)),
			queryParameter("to", "Khoảng cách cuối, mét.", "The last distance, metres.", number(0, sharing.MaxMergeDistanceM, 100)),
			queryParameter("steps", "Số khoảng cách.", "How many distances.", openapi3.NewInt64Schema().WithMin(1).WithMax(postgres.MaxSensitivitySteps).WithDefault(11))))
	coverage := inlined(
		queryParameter("service", "Dịch vụ.", "The service.", text().WithDefault(postgres.Mobile).WithEnum(postgres.Mobile, postgres.Fibre)),
		queryParameter("technology", "Các công nghệ, cách nhau dấu phẩy; mặc định mọi công nghệ băng rộng.",
			"Technologies, comma separated; by default every broadband one.", text()),
		queryParameter("operator", "Mã doanh nghiệp; mặc định bất kỳ.", "An operator's code; any by default.", text()),
		queryParameter("within", "Thay bán kính phục vụ, mét, trên 0.", "Replaces the service radius, metres, over 0.", number(0, postgres.MaxWithinM, math.NaN())),
	)
	get("indicators/coverage", "getCoverage", "Phủ sóng thôn", "Village coverage",
		reflect.TypeFor[postgres.CoverageAnswer](), coverage, scope, parameters("by"))
	get("indicators/coverage/records", "listCoverageRecords", "Các thôn đứng sau số liệu phủ sóng", "The villages behind the coverage",
		reflect.TypeFor[coverageRecords](), coverage, scope)
	get("indicators/counts", "getCounts", "Số công trình đang hoạt động theo địa bàn", "How many assets are in service where",
		reflect.TypeFor[postgres.Counts](), scope, inlined(
			queryParameter("by", "Chia theo.", "What to split by.", text().WithDefault("commune").WithEnum("commune", "province"))))
	get("indicators/nearest", "listNearest", "Công trình gần nhất của từng thôn", "The asset nearest to each village",
		reflect.TypeFor[nearestAssets](), inlined(
			queryParameter("of", "Của cái gì.", "Of what.", text().WithDefault("villages").WithEnum("villages")),
			queryParameter("to", "Tới cái gì.", "To what.", text().WithDefault("service_point").WithEnum("service_point", "service-points", "site", "sites"))), scope)
}

// addExportRoute describes the files. Which parameters a file takes is what its
// noun's list takes, without the page.
func (d *document) addExportRoute() {
	const tag = "exports"
	d.tag(tag, registry.T("Xuất tệp", "Export of files"))
	var names, given []string
	for _, n := range registry.Nouns {
		names = append(names, n.Path)
		for _, f := range filters(n) {
			if !slices.Contains(given, f) {
				given = append(given, f)
			}
		}
	}
	slices.Sort(given)
	var extensions []string
	content := openapi3.NewContent()
	for _, format := range export.Formats {
		extensions = append(extensions, string(format))
		media, _, _ := strings.Cut(format.ContentType(), ";")
		s := openapi3.NewStringSchema()
		if format == export.GeoJSON {
			s = openapi3.NewObjectSchema().WithProperty("type", openapi3.NewStringSchema().WithEnum("FeatureCollection")).
				WithProperty("features", openapi3.NewArraySchema().WithItems(openapi3.NewObjectSchema()))
			s.Required = []string{"type", "features"}
		}
		content[media] = openapi3.NewMediaType().WithSchema(s)
	}
	var files []any
	for _, name := range names {
		for _, extension := range extensions {
			files = append(files, name+"."+extension)
		}
	}
	file := openapi3.NewPathParameter("file").WithSchema(openapi3.NewStringSchema().WithEnum(files...))
	file.Example = "sites.geojson"
	file.Description = both(registry.T("Tên tệp, như poles.geojson. Tham số là những tham số danh sách ấy nhận; tham số khác bị từ chối.",
		"The file, such as poles.geojson. It takes the parameters the list of the same name takes; others are refused."))
	r := openapi3.NewResponse().WithDescription(both(registry.T("Tệp, gửi dần.", "The file, streamed."))).WithContent(content)
	r.Headers = headers(append(fileHeaders, "Content-Disposition")...)
	layout := inlined(file,
		queryParameter("geometry", "Cột hình học của csv, xlsx: lonlat (chỉ cho điểm), wkt hoặc none. Mặc định: lonlat cho điểm, wkt cho loại khác.",
			"How csv and xlsx hold geometries: lonlat (points only), wkt or none. By default lonlat for points, wkt for others.",
			openapi3.NewStringSchema().WithEnum("lonlat", "wkt", "none")),
		queryParameter("crs", "Hệ tọa độ của csv, xlsx, như EPSG:9210 (VN-2000). Với lonlat, cột là X (bắc) và Y (đông), tính bằng mét.",
			"Reference system of csv and xlsx, such as EPSG:9210 (VN-2000). With lonlat the columns are X (north) and Y (east), in metres.",
			openapi3.NewStringSchema()),
		queryParameter("delimiter", "Dấu ngăn ô của csv: dấu phẩy, chấm phẩy (%3B), tab (%09) hoặc |. Với chấm phẩy, số thập phân viết dấu phẩy như Excel tiếng Việt.",
			"Between the cells of csv: comma, semicolon (%3B), tab (%09) or |. With a semicolon decimals are written with a comma, as spreadsheets in Vietnamese do.",
			openapi3.NewStringSchema().WithEnum(",", ";", "\t", "|")))
	d.add(operation{method: http.MethodGet, path: "/api/v1/export/{file}", id: "exportFile", tag: tag,
		summary: registry.T("Xuất mọi bản ghi của một loại", "Export all records of a noun"), parameters: append(layout, parameters(append(given, "readReason")...)...),
		status: http.StatusOK, answer: r, problems: []int{http.StatusBadRequest, http.StatusNotFound}})
}

// addServiceRoutes describes what serves the API itself.
func (d *document) addServiceRoutes() {
	const tag = "service"
	d.tag(tag, registry.T("Danh mục và tình trạng hệ thống", "Code lists and the state of the service"))
	get := func(path, id, vi, en string, r *openapi3.Response, problems ...int) {
		d.add(operation{method: http.MethodGet, path: path, id: id, tag: tag, summary: registry.T(vi, en), status: http.StatusOK, answer: r, problems: problems})
	}
	plain := func(about registry.Text, media string) *openapi3.Response {
		return openapi3.NewResponse().WithDescription(both(about)).
			WithContent(openapi3.NewContentWithSchema(openapi3.NewStringSchema(), []string{media}))
	}
	get("/api/v1/codes", "listCodes", "Các danh mục mã", "The code lists",
		answer(registry.T("Danh mục theo tên.", "The lists by name."), d.typeRef(reflect.TypeFor[map[string][]registry.ListCode]())), http.StatusBadRequest)
	document := openapi3.NewResponse().WithDescription(both(registry.T("Tài liệu này.", "This document."))).
		WithContent(openapi3.NewContentWithSchema(openapi3.NewObjectSchema(), []string{"application/yaml"}))
	get("/api/v1/openapi.yaml", "getDocument", "Tài liệu này", "This document", document, http.StatusBadRequest)
	html := plain(registry.T("Trang HTML.", "An HTML page."), "text/html")
	get("/api/docs", "getDocs", "Tài liệu API dạng trang web", "The API's documentation as a page", html, http.StatusBadRequest)
	d.Paths.Value("/api/docs").Get.Parameters = append(inlined(queryParameter("lang", "Ngôn ngữ; mặc định theo Accept-Language.", "The language; by default Accept-Language's.",
		openapi3.NewStringSchema().WithEnum("vi", "en"))), d.Paths.Value("/api/docs").Get.Parameters...)
	get("/api/docs.css", "getDocsStyle", "Kiểu trình bày của tài liệu", "The documentation's style", plain(registry.T("Bảng kiểu.", "A style sheet."), "text/css"), http.StatusBadRequest)
	get("/livez", "getLive", "Chương trình còn chạy", "The program is alive",
		answer(registry.T("Còn chạy.", "Alive."), d.typeRef(reflect.TypeFor[liveness]())))
	get("/readyz", "getReady", "Sẵn sàng phục vụ", "Ready to serve",
		answer(registry.T("Sẵn sàng.", "Ready."), d.typeRef(reflect.TypeFor[readiness]())))
	get("/metrics", "getMetrics", "Số đo cho Prometheus", "Figures for Prometheus",
		plain(registry.T("Số đo dạng văn bản.", "Figures as text."), "text/plain"))
}
