package httpapi

import (
	"net/http"
	"reflect"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/hatangso/hatangso/internal/registry"
)

// addFeedbackRoutes describes the reports of the public.
func (d *document) addFeedbackRoutes() {
	const tag, collection, one = "feedback", "/api/v1/feedback", "/api/v1/feedback/tickets/{id}"
	d.tag(tag, registry.T("Phản ánh của người dân: gửi không cần tài khoản, xem kết quả bằng mã; Sở giao và trả lời",
		"Reports of the public: made without an account, followed by a code; the department assigns and answers"))
	text := func(vi, en string, most int64) *openapi3.SchemaRef {
		return property(vi, en, openapi3.NewStringSchema().WithMaxLength(most))
	}
	state := func() *openapi3.Schema { return enumOf(registry.FeedbackStates...) }
	d.schema("FeedbackOrder", closed([]string{"description", "geometry", "kind"}, openapi3.Schemas{
		"kind":          property("Mã trong danh mục feedback_kind.", "A code of the list feedback_kind.", openapi3.NewStringSchema()),
		"description":   property("Nội dung.", "What is wrong.", openapi3.NewStringSchema().WithMinLength(1).WithMaxLength(registry.MaxFeedbackText)),
		"geometry":      schemaRef(string(registry.Point)),
		"address":       text("Địa điểm bằng lời.", "Where it is, in words.", registry.MaxFeedbackAddress),
		"contact_name":  text("Họ tên, nếu muốn được hỏi lại; chỉ Sở và nơi xử lý biết.", "A name, to be asked again; only the department and whom it is given to know it.", registry.MaxFeedbackName),
		"contact_phone": text("Số điện thoại, như trên.", "A telephone number, likewise.", registry.MaxFeedbackPhone),
		"website":       text("Luôn để trống: bẫy chương trình tự động.", "Always empty: a trap for programs.", 0),
	}))
	d.schema("FeedbackPatch", closed(nil, openapi3.Schemas{
		"state":      property("Trạng thái.", "The state.", state()),
		"agency":     property("Mã tổ chức được giao; rỗng là bỏ giao. Chỉ Sở.", "The code of the organization it is given to; empty takes it back. The department's.", openapi3.NewStringSchema()),
		"to_commune": property("Giao cho cán bộ xã, phường. Chỉ Sở.", "Given to the staff of the commune. The department's.", openapi3.NewBoolSchema()),
		"due_on":     property("Hạn xử lý. Chỉ Sở.", "The last day. The department's.", openapi3.NewStringSchema().WithFormat("date")),
		"answer":     text("Trả lời công khai; rỗng là chưa có.", "The public answer; empty is none.", registry.MaxFeedbackText),
		"note":       text("Ghi chú nội bộ.", "A note among staff.", registry.MaxFeedbackText),
	}))
	ticket := func() *openapi3.Response {
		return answer(registry.T("Phiếu phản ánh.", "The report."), d.typeRef(reflect.TypeFor[registry.Feedback]()), "ETag")
	}
	d.ask(operation{method: http.MethodPost, path: collection, id: "createFeedback", tag: tag, summary: registry.T("Gửi phản ánh", "Report something"),
		body: jsonBody(schemaRef("FeedbackOrder")), status: http.StatusCreated,
		answer: answer(registry.T("Giữ mã này để xem kết quả.", "Keep the code: it opens how the report stands."), d.typeRef(reflect.TypeFor[registry.FeedbackReceipt]())), problems: sent})
	code := openapi3.NewPathParameter("code").WithSchema(openapi3.NewStringSchema())
	code.Description = both(registry.T("Mã phản ánh.", "The report's code."))
	code.Example = "K3WFQZ4M2T7RHP5XV6NLJ2YABC"
	d.ask(operation{method: http.MethodGet, path: collection + "/{code}", id: "getFeedbackStatus", tag: tag, summary: registry.T("Phản ánh đến đâu rồi", "How a report stands"),
		parameters: openapi3.Parameters{{Value: code}}, status: http.StatusOK,
		answer:   answer(registry.T("Tình trạng.", "How it stands."), d.typeRef(reflect.TypeFor[registry.FeedbackStatus]())),
		problems: []int{http.StatusBadRequest, http.StatusForbidden, http.StatusNotFound}})
	number := openapi3.NewPathParameter("number").WithSchema(openapi3.NewIntegerSchema().WithMin(1).WithMax(registry.MaxFeedbackPhotos))
	number.Description, number.Example = both(registry.T("Ảnh thứ mấy.", "Which picture.")), 1
	pictures := openapi3.NewContentWithSchema(openapi3.NewStringSchema().WithFormat("binary"), mediaPhotos)
	d.ask(operation{method: http.MethodPut, path: "/api/v1/feedback-photos/{code}/{number}", id: "addFeedbackPhoto", tag: tag,
		summary:    registry.T("Gửi ảnh kèm phản ánh, trong một ngày sau khi gửi phản ánh", "Send a picture with a report, within a day of it"),
		parameters: openapi3.Parameters{{Value: code}, {Value: number}}, body: openapi3.NewRequestBody().WithRequired(true).WithContent(pictures), status: http.StatusOK,
		answer:   answer(registry.T("Tình trạng, có tên các ảnh.", "How it stands, with its pictures."), d.typeRef(reflect.TypeFor[registry.FeedbackStatus]())),
		problems: append([]int{http.StatusNotFound, http.StatusConflict}, sent...)})
	shown := func(path, id, vi, en string, of openapi3.Parameters, security ...string) {
		for _, part := range []struct{ path, id, vi, en string }{{"", "", "", ""}, {"/thumbnail", "Thumbnail", " (thu nhỏ)", " (small)"}} {
			d.ask(operation{method: http.MethodGet, path: path + part.path, id: id + part.id, tag: tag, summary: registry.T(vi+part.vi, en+part.en), parameters: of, status: http.StatusOK,
				answer: openapi3.NewResponse().WithDescription(both(registry.T("Ảnh.", "The picture."))).WithContent(pictures), problems: []int{http.StatusBadRequest, http.StatusForbidden, http.StatusNotFound}}, security...)
			unchanged := openapi3.NewResponse().WithDescription(both(registry.T("Ảnh chưa đổi.", "The picture is the same.")))
			unchanged.Headers = headers()
			d.Paths.Value(path+part.path).Get.Responses.Set("304", &openapi3.ResponseRef{Value: unchanged})
		}
	}
	ifNoneMatch := parameters("ifNoneMatch")
	shown("/api/v1/feedback-photos/{code}/{number}", "getFeedbackPhoto", "Ảnh kèm phản ánh, đã bỏ những gì máy ảnh ghi vào", "A picture of a report, without what the camera wrote into it",
		append(openapi3.Parameters{{Value: code}, {Value: number}}, ifNoneMatch...))
	read := []int{http.StatusBadRequest, http.StatusForbidden, http.StatusNotFound}
	known := []string{"session", "bearer", "basic", "key"} // reports are read by who is somebody
	d.ask(operation{method: http.MethodGet, path: collection, id: "listFeedback", tag: tag,
		summary: registry.T("Các phản ánh: Sở thấy tất cả, cán bộ địa bàn của xã mình, tổ chức được giao của mình", "The reports: all for the department, local staff's of their communes, an organization's own"),
		parameters: append(parameters("cursor", "limit"), inlined(
			queryParameter("state", "Chỉ trạng thái này.", "Only in this state.", state()),
			queryParameter("agency", "Chỉ giao cho tổ chức mã này.", "Only given to the organization of this code.", openapi3.NewStringSchema()),
			queryParameter("unit", "Chỉ trong đơn vị mã này.", "Only in the unit of this code.", openapi3.NewStringSchema()),
			queryParameter("overdue", "Chỉ phản ánh quá hạn.", "Only what is overdue.", openapi3.NewBoolSchema().WithDefault(false)))...),
		status: http.StatusOK, answer: answer(registry.T("Một trang, mới nhất trước.", "One page, the newest first."), d.typeRef(reflect.TypeFor[pageOf[registry.Feedback]]())), problems: read}, known...)
	d.ask(operation{method: http.MethodGet, path: one, id: "getFeedback", tag: tag, summary: registry.T("Đọc một phiếu", "Read a report"), parameters: parameters("id"),
		status: http.StatusOK, answer: ticket(), problems: read}, known...)
	d.add(operation{method: http.MethodPatch, path: one, id: "updateFeedback", tag: tag, summary: registry.T("Giao, xử lý, trả lời", "Assign, work on, answer"),
		parameters: parameters("id", "ifMatch", "reason"), body: jsonBody(schemaRef("FeedbackPatch")), status: http.StatusOK, answer: ticket(),
		problems: append([]int{http.StatusNotFound, http.StatusConflict, http.StatusPreconditionFailed, http.StatusPreconditionRequired}, sent...)})
	d.ask(operation{method: http.MethodGet, path: one + "/history", id: "getFeedbackHistory", tag: tag, summary: registry.T("Lịch sử một phiếu", "What was done about a report"),
		parameters: parameters("id"), status: http.StatusOK, answer: answer(registry.T("Cũ nhất trước.", "The first first."), d.typeRef(reflect.TypeFor[feedbackLog]())), problems: read}, known...)
	shown(one+"/photos/{number}", "getTicketPhoto", "Ảnh kèm phản ánh, như đã chụp", "A picture of a report, as it was taken",
		append(append(parameters("id"), &openapi3.ParameterRef{Value: number}), ifNoneMatch...), known...)
}
