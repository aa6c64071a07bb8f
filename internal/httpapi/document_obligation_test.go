package httpapi

import (
	"net/http"
	"reflect"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// addObligationRoutes describes who reports what by when, and the notices of it.
func (d *document) addObligationRoutes() {
	const tag, collection, one = "obligations", "/api/v1/obligations", "/api/v1/obligations/{id}"
	d.tag(tag, registry.T("Nghĩa vụ báo cáo: ai nộp gì, cho ai, trước ngày nào", "Obligations to report: who files what to whom by when"))
	text, whole := openapi3.NewStringSchema, openapi3.NewInt64Schema
	list := func(vi, en string, of *openapi3.Schema) *openapi3.SchemaRef {
		return property(vi, en, openapi3.NewArraySchema().WithItems(of))
	}
	sentence := func() *openapi3.Schema {
		return text().WithMinLength(1).WithMaxLength(registry.MaxObligationText)
	}
	fulfilling := []any{registry.AnyFiling, registry.OnPaper}
	for _, n := range registry.Nouns {
		fulfilling = append(fulfilling, n.Path)
	}
	date := func() *openapi3.Schema {
		return text().WithPattern(`^([0-9]{4}-[0-9]{2}-[0-9]{2})?$`)
	}
	fields := func() openapi3.Schemas {
		title := closed([]string{"en", "vi"}, openapi3.Schemas{"vi": property("Tiếng Việt.", "In Vietnamese.", sentence()), "en": property("Tiếng Anh.", "In English.", sentence())})
		return openapi3.Schemas{
			"title":        property("Tên báo cáo.", "What is reported.", title),
			"basis":        property("Văn bản làm căn cứ.", "The document that obliges.", sentence()),
			"mark":         property("Căn cứ biết từ đâu: SEED, SEEN, RECALLED, INFERRED.", "How the basis is known: SEED, SEEN, RECALLED or INFERRED.", text().WithMaxLength(registry.MaxObligationText)),
			"recipient":    property("Nơi nhận.", "Whom it goes to.", sentence()),
			"organization": property("Mã tổ chức phải nộp; rỗng là mọi tổ chức thuộc kinds.", "The code of the one that is obliged; empty for all of kinds.", text()),
			"kinds":        list("Các loại tổ chức phải nộp.", "The kinds of organizations that are obliged.", text()),
			"fulfilled_by": property("Hồ sơ loại nào là hoàn thành; any là hồ sơ bất kỳ, paper là báo cáo giấy.", "Whose filings fulfil it; any is every filing, paper none.", text().WithEnum(fulfilling...).WithDefault(registry.AnyFiling)),
			"recurrence":   property("Chu kỳ.", "How often.", text().WithEnum(string(registry.Yearly), string(registry.Once))),
			"month":        property("Tháng của hạn hằng năm; 0 là chưa định.", "The month it is due every year; 0 is not said yet.", whole().WithMin(0).WithMax(12)),
			"day":          property("Ngày của hạn hằng năm; 0 là chưa định.", "The day it is due every year; 0 is not said yet.", whole().WithMin(0).WithMax(31)),
			"date":         property("Hạn của một yêu cầu; rỗng là chưa định.", "When a request is due; empty is not said yet.", date()),
			"before":       property("Văn bản ghi \"trước ngày\": nộp đúng ngày ấy là muộn.", "The document says \"before\" the day: on the day itself it is late.", openapi3.NewBoolSchema().WithDefault(false)),
			"opens_days":   property("Đến kỳ trước hạn bao nhiêu ngày.", "How many days before it begins to be due.", whole().WithMin(0).WithMax(registry.MaxRemindDays).WithDefault(registry.DefaultOpensDays)),
			"remind": list("Nhắc trước hạn bao nhiêu ngày; số âm là sau hạn.", "How many days before it reminders go out; a negative number is after it.",
				whole().WithMin(-registry.MaxRemindDays).WithMax(registry.MaxRemindDays)),
			"valid_from": property("Có hiệu lực từ; rỗng là từ khi bật.", "In force from; empty is from when it is switched on.", date()),
			"valid_to":   property("Hết hiệu lực từ; rỗng là không định.", "No longer in force from; empty is not said.", date()),
			"active":     property("Đang bật: chỉ khi đó mới có ai phải nộp.", "Switched on: only then is anybody obliged.", openapi3.NewBoolSchema()),
		}
	}
	order := fields()
	order["code"] = property("Mã, không đổi được.", "The code, which never changes.", text().WithPattern(registry.ObligationCode))
	d.schema("ObligationOrder", closed([]string{"basis", "code", "recipient", "recurrence", "title"}, order))
	d.schema("ObligationPatch", closed(nil, fields()))
	stored := func(more ...string) *openapi3.Response {
		return answer(registry.T("Nghĩa vụ như đã lưu.", "The obligation as it is stored."), d.typeRef(reflect.TypeFor[registry.Obligation]()), append(more, "ETag")...)
	}
	read := []int{http.StatusBadRequest, http.StatusForbidden}
	d.add(operation{method: http.MethodGet, path: collection, id: "listObligations", tag: tag,
		summary:    registry.T("Các nghĩa vụ: Sở thấy tất cả, tổ chức thấy những gì mình phải nộp", "The obligations: all for the department, for an organization its own"),
		parameters: parameters("cursor", "limit"), status: http.StatusOK,
		answer: answer(registry.T("Một trang.", "One page."), d.typeRef(reflect.TypeFor[pageOf[registry.Obligation]]())), problems: read})
	d.add(operation{method: http.MethodPost, path: collection, id: "createObligation", tag: tag,
		summary:    registry.T("Thêm nghĩa vụ, hoặc yêu cầu báo cáo đột xuất (once)", "Add an obligation, or request a report (once)"),
		parameters: parameters("reason"), body: jsonBody(schemaRef("ObligationOrder")), status: http.StatusCreated, answer: stored("Location"),
		problems: append([]int{http.StatusConflict}, sent...)})
	d.add(operation{method: http.MethodGet, path: one, id: "getObligation", tag: tag, summary: registry.T("Đọc một nghĩa vụ", "Read an obligation"),
		parameters: parameters("id"), status: http.StatusOK, answer: stored(), problems: append([]int{http.StatusNotFound}, read...)})
	d.add(operation{method: http.MethodPatch, path: one, id: "updateObligation", tag: tag,
		summary:    registry.T("Sửa các trường đã gửi; bật, tắt, dời hạn", "Change the fields sent; switch it on or off, move its day"),
		parameters: parameters("id", "ifMatch", "reason"), body: jsonBody(schemaRef("ObligationPatch")), status: http.StatusOK, answer: stored(),
		problems: append([]int{http.StatusNotFound, http.StatusConflict, http.StatusPreconditionFailed, http.StatusPreconditionRequired}, sent...)})
	d.addDutyRoutes(tag)
	d.addNoticeRoutes()
}

// addDutyRoutes describes the calendar and what answers a duty.
func (d *document) addDutyRoutes(tag string) {
	text := openapi3.NewStringSchema
	query := func(name, vi, en string, s *openapi3.Schema) *openapi3.Parameter {
		p := queryParameter(name, vi, en, s)
		p.Example = nil // "to" is something else elsewhere
		return p
	}
	due := func() []*openapi3.Parameter {
		return []*openapi3.Parameter{
			query("from", "Hạn từ ngày; mặc định một năm trước.", "Due from a day; a year ago by default.", text().WithFormat("date")),
			query("to", "Hạn trước ngày; mặc định một năm tới.", "Due before a day; in a year by default.", text().WithFormat("date")),
		}
	}
	var states []any
	for _, s := range registry.DutyStates {
		states = append(states, string(s))
	}
	read := []int{http.StatusBadRequest, http.StatusForbidden}
	d.add(operation{method: http.MethodGet, path: "/api/v1/duties", id: "listDuties", tag: tag,
		summary: registry.T("Lịch báo cáo: kỳ nào, hạn ngày nào, đã đến đâu hôm nay", "The calendar of reports: which, due when, and how they stand today"),
		parameters: inlined(append(due(), query("organization", "Mã tổ chức phải nộp.", "The code of the one that is obliged.", text()),
			query("state", "Trạng thái hôm nay.", "The state of today.", text().WithEnum(states...)))...), status: http.StatusOK,
		answer: answer(registry.T("Theo hạn.", "By the day they are due."), d.typeRef(reflect.TypeFor[dutyList]())), problems: read})
	d.add(operation{method: http.MethodGet, path: "/api/v1/duties/board", id: "getDutyBoard", tag: tag,
		summary:    registry.T("Mức đầy đủ của từng tổ chức; dành cho Sở và người giám sát", "How every organization stands; for the department and auditors"),
		parameters: inlined(due()...), status: http.StatusOK,
		answer: answer(registry.T("Còn nợ nhiều đứng trước.", "Those with most to answer for first."), d.typeRef(reflect.TypeFor[dutyBoard]())), problems: read})
	body := func() openapi3.Schemas {
		return openapi3.Schemas{
			"obligation":   property("Số hiệu của nghĩa vụ.", "The obligation's id.", openapi3.NewInt64Schema()),
			"organization": property("Mã tổ chức phải nộp.", "The code of the one that is obliged.", text()),
			"period":       property("Kỳ: năm, hoặc once.", "The period: a year, or once.", text()),
			"note":         property("Ghi chú.", "A note.", text().WithMaxLength(postgres.MaxAnswerNote)),
		}
	}
	required := []string{"obligation", "organization", "period"}
	d.schema("NothingToReport", closed(required, body()))
	paper := body()
	paper["on"] = property("Ngày nhận; mặc định hôm nay.", "The day it came; today by default.", text().WithFormat("date"))
	d.schema("CameOnPaper", closed(required, paper))
	post := func(describe func(operation), path, id, vi, en, schema string) {
		describe(operation{method: http.MethodPost, path: "/api/v1/duties/" + path, id: id, tag: tag, summary: registry.T(vi, en),
			parameters: parameters("reason"), body: jsonBody(schemaRef(schema)), status: http.StatusOK,
			answer:   answer(registry.T("Kỳ báo cáo sau đó.", "The duty as it stands then."), d.typeRef(reflect.TypeFor[registry.Duty]())),
			problems: append([]int{http.StatusNotFound, http.StatusConflict}, sent...)})
	}
	post(d.add, "nothing", "reportNothing", "Không có gì để báo cáo", "Nothing to report", "NothingToReport")
	post(func(o operation) { d.ask(o, "session") }, "paper", "reportOnPaper", "Ghi nhận báo cáo giấy đã đến; chỉ người của Sở, đã đăng nhập", "Note that a report came on paper; the department's people alone, signed in", "CameOnPaper")
}

// addNoticeRoutes describes the notices of who has signed in.
func (d *document) addNoticeRoutes() {
	const tag = "notices"
	d.tag(tag, registry.T("Thông báo của người đã đăng nhập", "The notices of who has signed in"))
	d.ask(operation{method: http.MethodGet, path: "/api/v1/notices", id: "listNotices", tag: tag, summary: registry.T("Thông báo của mình, mới nhất trước", "One's own notices, the newest first"),
		parameters: append(parameters("cursor", "limit"), inlined(queryParameter("unread", "Chỉ những gì chưa đọc.", "Only what is not read yet.", openapi3.NewBoolSchema().WithDefault(false)))...),
		status:     http.StatusOK, answer: answer(registry.T("Một trang.", "One page."), d.typeRef(reflect.TypeFor[pageOf[postgres.Notice]]())),
		problems: []int{http.StatusBadRequest, http.StatusForbidden}}, "session")
	d.ask(operation{method: http.MethodPost, path: "/api/v1/notices/{id}/read", id: "readNotice", tag: tag, summary: registry.T("Đánh dấu đã đọc", "Mark as read"),
		parameters: parameters("id", "reason"), status: http.StatusOK,
		answer:   answer(registry.T("Thông báo sau đó.", "The notice as it is then."), d.typeRef(reflect.TypeFor[postgres.Notice]())),
		problems: []int{http.StatusBadRequest, http.StatusForbidden, http.StatusNotFound}}, "session")
}
