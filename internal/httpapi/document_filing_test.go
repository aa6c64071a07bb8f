package httpapi

import (
	"net/http"
	"reflect"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// addFilingRoutes describes the filings.
func (d *document) addFilingRoutes() {
	const tag = "filings"
	d.tag(tag, registry.T("Hồ sơ: nộp tệp, xem mọi lỗi cùng lúc, sửa hoặc xác nhận, ký; Sở chấp nhận thì sổ mới thay đổi",
		"Filings: hand in a file, see every error at once, mend or verify, sign; the register changes when the department accepts"))
	text, boolean := openapi3.NewStringSchema, openapi3.NewBoolSchema
	enum := func(values ...string) *openapi3.Schema {
		all := make([]any, len(values))
		for i, v := range values {
			all[i] = v
		}
		return text().WithEnum(all...)
	}
	body := func(t reflect.Type) *openapi3.RequestBody { return jsonBody(d.typeRef(t)) }
	filing := func() *openapi3.Response {
		return answer(registry.T("Hồ sơ.", "The filing."), d.typeRef(reflect.TypeFor[registry.Filing]()), "ETag")
	}
	get := func(path, id, vi, en string, t reflect.Type, parameters ...openapi3.Parameters) {
		all := openapi3.Parameters{}
		for _, p := range parameters {
			all = append(all, p...)
		}
		d.add(operation{method: http.MethodGet, path: "/api/v1/filings" + path, id: id, tag: tag, summary: registry.T(vi, en), parameters: all,
			status: http.StatusOK, answer: answer(registry.T(vi+".", en+"."), d.typeRef(t)), problems: []int{http.StatusBadRequest, http.StatusForbidden, http.StatusNotFound}})
	}
	problems := []int{http.StatusBadRequest, http.StatusForbidden, http.StatusNotFound, http.StatusConflict, http.StatusPreconditionFailed,
		http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType, http.StatusUnprocessableEntity}
	change := func(method, path, id, vi, en string, b *openapi3.RequestBody) {
		d.add(operation{method: method, path: "/api/v1/filings/{id}" + path, id: id, tag: tag, summary: registry.T(vi, en),
			parameters: append(parameters("id", "reason"), optionalMatch()), body: b, status: http.StatusOK, answer: filing(), problems: problems})
	}
	var states []string
	for _, s := range registry.FilingStates {
		states = append(states, string(s))
	}
	var nouns []string
	for _, n := range registry.Nouns {
		nouns = append(nouns, n.Path)
	}

	get("", "listFilings", "Các hồ sơ, mới nhất trước", "The filings, the newest first", reflect.TypeFor[pageOf[registry.Filing]](), parameters("cursor", "limit"), inlined(
		queryParameter("noun", "Chỉ của loại bản ghi này.", "Only of this noun.", enum(nouns...)),
		queryParameter("organization", "Mã tổ chức nộp.", "The code of who files.", text()),
		queryParameter("state", "Chỉ ở trạng thái này.", "Only in this state.", enum(states...))))
	started := filing()
	started.Headers = headers("ETag", "Location", replayedHeader)
	d.add(operation{method: http.MethodPost, path: "/api/v1/filings", id: "createFiling", tag: tag,
		summary: registry.T("Mở hồ sơ; rồi gửi tệp", "Begin a filing; then send its file"), parameters: parameters("idempotencyKey", "reason"),
		body: body(reflect.TypeFor[filingOrder]()), status: http.StatusCreated, answer: started, problems: problems})
	same := filing()
	same.Headers = headers("ETag", "Location")
	d.Paths.Value("/api/v1/filings").Post.Responses.Set("200", &openapi3.ResponseRef{Value: same.WithDescription(both(registry.T("Tệp này đã nộp, hồ sơ chưa xong.", "This file is filed already, and not settled yet.")))})
	get("/{id}", "getFiling", "Một hồ sơ", "A filing", reflect.TypeFor[registry.Filing](), parameters("id"))
	d.Paths.Value("/api/v1/filings/{id}").Get.Responses.Set("200", &openapi3.ResponseRef{Value: filing()})
	change(http.MethodPatch, "", "updateFiling", "Đổi cách đọc tệp rồi kiểm tra lại", "Change how the file is read, and check again", body(reflect.TypeFor[filingChanges]()))
	change(http.MethodPost, "/revisions", "reviseFiling", "Thay tệp khác; điều đã xác nhận vẫn giữ khi giá trị không đổi",
		"Put another file in its place; what was verified stays while its value does", body(reflect.TypeFor[filingOrder]()))
	octets := openapi3.NewContentWithSchema(text().WithFormat("binary"), []string{"application/octet-stream"})
	d.add(operation{method: http.MethodPut, path: "/api/v1/filings/{id}/file", id: "appendFile", tag: tag,
		summary: registry.T("Gửi phần tiếp theo của tệp, mỗi lần nhiều nhất 4 MiB; đứt thì gửi tiếp từ received", "Send the next part of the file, at most 4 MiB a time; after a break go on from received"),
		parameters: append(parameters("id"), inlined(queryParameter("start", "Byte đầu của phần này.", "The first byte of this part.",
			openapi3.NewInt64Schema().WithMin(0).WithMax(postgres.MaxFilingBytes).WithDefault(0)))...),
		body:   openapi3.NewRequestBody().WithRequired(true).WithContent(octets),
		status: http.StatusOK, answer: filing(), problems: problems})
	d.add(operation{method: http.MethodGet, path: "/api/v1/filings/{id}/file", id: "getFilingFile", tag: tag,
		summary: registry.T("Tệp như đã nộp", "The file as it was handed in"), parameters: parameters("id"), status: http.StatusOK,
		answer:   openapi3.NewResponse().WithDescription(both(registry.T("Tệp.", "The file."))).WithContent(octets),
		problems: []int{http.StatusBadRequest, http.StatusForbidden, http.StatusNotFound, http.StatusConflict}})
	d.add(operation{method: http.MethodGet, path: "/api/v1/filings/{id}/events", id: "watchFiling", tag: tag,
		summary: registry.T("Theo dõi tiến độ (SSE): mỗi sự kiện là hồ sơ", "Watch its progress (server-sent events): each is the filing"), parameters: parameters("id"), status: http.StatusOK,
		answer: openapi3.NewResponse().WithDescription(both(registry.T("Dòng sự kiện.", "A stream of events."))).
			WithContent(openapi3.NewContentWithSchema(text(), []string{"text/event-stream"})),
		problems: []int{http.StatusBadRequest, http.StatusForbidden, http.StatusNotFound}})
	get("/{id}/rows", "listFilingRows", "Các dòng và việc chấp nhận sẽ làm gì", "The rows, and what accepting would do", reflect.TypeFor[pageOf[postgres.FilingRow]](), parameters("id", "cursor", "limit"), inlined(
		queryParameter("class", "Chỉ loại dòng này.", "Only rows of this class.", enum("new", "changed", "same", "refused")),
		queryParameter("faulty", "Chỉ dòng có lỗi hoặc cảnh báo.", "Only rows with findings.", boolean().WithDefault(false))))
	get("/{id}/missing", "listFilingMissing", "Bản ghi có trong sổ mà tệp không có", "Records in the register that the file leaves out", reflect.TypeFor[pageOf[postgres.MissingRecord]](), parameters("id", "cursor", "limit"))
	get("/{id}/findings", "listFindings", "Mọi lỗi và cảnh báo", "Every error and warning", reflect.TypeFor[pageOf[postgres.Finding]](), parameters("id", "cursor", "limit"), inlined(
		queryParameter("rule", "Chỉ của quy tắc này.", "Only of this rule.", text()),
		queryParameter("tier", "Chỉ bậc này.", "Only of this tier.", enum("syntax", "validity", "quality", "macro")),
		queryParameter("row", "Chỉ của dòng này; 0 là cả tệp.", "Only of this row; 0 is the file.", openapi3.NewInt64Schema().WithMin(0).WithMax(1<<31-1)),
		queryParameter("open", "Bỏ những điều đã xác nhận.", "Without what was verified.", boolean().WithDefault(false))))
	get("/{id}/finding-groups", "listFindingGroups", "Lỗi và cảnh báo gộp theo quy tắc và cột", "Errors and warnings by rule and column", reflect.TypeFor[findingGroups](), parameters("id"))
	change(http.MethodPost, "/edits", "editFiling", "Sửa ô ngay trên trang", "Mend cells in place", body(reflect.TypeFor[editOrder]()))
	change(http.MethodPost, "/verifications", "verifyFindings", "Xác nhận cảnh báo kèm lý do", "Verify warnings, with a reason", body(reflect.TypeFor[postgres.Verification]()))
	change(http.MethodPost, "/sign", "signFiling", "Ký và nộp cho Sở", "Sign and file", nil)
	change(http.MethodPost, "/withdraw", "withdrawFiling", "Rút hồ sơ", "Withdraw it", nil)
	change(http.MethodPost, "/row-decisions", "decideFilingRows", "Sở trả lại từng dòng", "The department returns single rows", body(reflect.TypeFor[postgres.RowDecision]()))
	change(http.MethodPost, "/accept", "acceptFiling", "Sở chấp nhận: ghi vào sổ trong một giao dịch", "The department accepts: it is written in one transaction", body(reflect.TypeFor[decisionOrder]()))
	change(http.MethodPost, "/return", "returnFiling", "Sở trả lại kèm lý do", "The department returns it, with a reason", body(reflect.TypeFor[decisionOrder]()))
	document := func(path, id, vi, en string, parameters openapi3.Parameters, media ...string) {
		d.add(operation{method: http.MethodGet, path: "/api/v1/" + path, id: id, tag: tag, summary: registry.T(vi, en), parameters: parameters, status: http.StatusOK,
			answer:   openapi3.NewResponse().WithDescription(both(registry.T("Tệp.", "The file."))).WithContent(openapi3.NewContentWithSchema(text().WithFormat("binary"), media)),
			problems: []int{http.StatusBadRequest, http.StatusForbidden, http.StatusNotFound, http.StatusConflict, http.StatusUnprocessableEntity}})
	}
	lang := inlined(queryParameter("lang", "Ngôn ngữ; mặc định theo Accept-Language.", "The language; by default as Accept-Language says.", enum("vi", "en")))
	document("filings/{id}/receipt.pdf", "getReceiptPDF", "Biên nhận để in", "The receipt, to print", parameters("id"), mediaPDF)
	document("filings/{id}/marked.xlsx", "getMarked", "Bảng tính của người nộp, từng ô lỗi được đánh dấu; sửa rồi nộp lại được", "The filer's workbook with every finding marked; it can be mended and filed again",
		append(parameters("id"), lang...), mediaXLSX)
	var files []any
	for _, n := range registry.Nouns {
		for _, extension := range []string{"xlsx", "csv", "geojson"} {
			files = append(files, n.Path+"."+extension)
		}
	}
	files = append(files, "plans.xlsx")
	file := openapi3.NewPathParameter("file").WithSchema(text().WithEnum(files...))
	file.Description = both(registry.T("Loại bản ghi và định dạng.", "The noun and the format."))
	file.Example = "poles.xlsx"
	document("templates/{file}", "getTemplate", "Mẫu để điền: danh mục chọn sẵn, ghi chú từng cột, một dòng ví dụ", "A file to fill in: lists to choose from, a note for each column, an example row",
		append(openapi3.Parameters{{Value: file}}, append(lang, inlined(queryParameter("crs", "EPSG của tọa độ.", "EPSG number of the coordinates.",
			openapi3.NewInt64Schema().WithMin(1).WithMax(1<<20).WithDefault(4326)))...)...), mediaXLSX, "text/csv", "application/geo+json")
	d.add(operation{method: http.MethodGet, path: "/api/v1/rules", id: "listRules", tag: tag,
		summary: registry.T("Mọi quy tắc kiểm tra hồ sơ, kèm căn cứ", "Every rule of filings, with the clause it rests on"), status: http.StatusOK,
		answer: answer(registry.T("Các quy tắc.", "The rules."), d.typeRef(reflect.TypeFor[ruleList]())), problems: []int{http.StatusBadRequest}})
	get("/{id}/receipt", "getReceipt", "Biên nhận", "The receipt", reflect.TypeFor[postgres.Receipt](), parameters("id"))
}

// optionalMatch is If-Match where a caller may do without.
func optionalMatch() *openapi3.ParameterRef {
	p := openapi3.NewHeaderParameter("If-Match").WithSchema(openapi3.NewStringSchema())
	p.Description = both(registry.T("ETag của hồ sơ đã đọc; khác thì 412. Không gửi thì không so.", "The ETag of the filing as read; 412 when it has moved. Without it nothing is compared."))
	return &openapi3.ParameterRef{Value: p}
}
