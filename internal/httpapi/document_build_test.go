package httpapi

import (
	"net/http"
	"reflect"
	"strconv"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/hatangso/hatangso/internal/registry"
)

// document is the description under construction.
type document struct {
	*openapi3.T
	t        *testing.T
	comments comments
	types    map[string]reflect.Type
}

func newDocument(t *testing.T) *openapi3.T {
	t.Helper()
	d := &document{t: t, types: map[string]reflect.Type{},
		comments: readComments(t, "../registry", "../sharing", "../suggest", "../coverage", "../compliance", "../plan", "../postgres", ".")}
	// a village nobody declared or verified is of no layer
	d.comments.values["registry.Layer"] = append(d.comments.values["registry.Layer"], "")
	d.T = &openapi3.T{
		OpenAPI: "3.0.3",
		Info: &openapi3.Info{
			Title:   "Hạ Tầng Số API",
			Version: "1.0.0",
			Description: "Sổ đăng ký hạ tầng viễn thông thụ động của một tỉnh. / A province's register of passive telecom infrastructure.\n\n" +
				"Đọc trên chính máy chủ không cần khóa; đọc từ máy khác và ghi cần đăng nhập hoặc một khóa API: `Authorization: Bearer`, Basic với khóa làm mật khẩu, " +
				"hoặc, riêng khóa chỉ đọc, tham số `key`. Liên kết trong câu trả lời không mang khóa. Lỗi là application/problem+json (RFC 9457), tiếng Việt mặc định, " +
				"tiếng Anh khi Accept-Language ưu tiên. / Reading on the machine itself needs no key; reading from another and writing need a sign-in or an API key: " +
				"`Authorization: Bearer`, Basic with the key as password or, a key that only reads alone, the parameter `key`. Links in answers do not carry it. Errors are " +
				"application/problem+json (RFC 9457), Vietnamese by default, English where Accept-Language prefers it.\n\n" +
				"Tham số không biết bị từ chối; tham số rỗng là không có. / Unknown parameters are refused; an empty one is as if not given.",
			Contact: &openapi3.Contact{Name: "Hạ Tầng Số", URL: "https://github.com/hatangso/hatangso"},
		},
		Servers:    openapi3.Servers{{URL: "/"}},
		Paths:      openapi3.NewPaths(),
		Components: &openapi3.Components{},
	}
	c := d.Components
	c.Schemas, c.Parameters = openapi3.Schemas{}, openapi3.ParametersMap{}
	c.Headers, c.Responses = openapi3.Headers{}, openapi3.ResponseBodies{}
	d.addSecurity()
	d.addGeometries()
	d.addHeaders()
	d.addProblems()
	d.addParameters()
	for _, n := range registry.Nouns {
		d.addNoun(n)
		d.addRecordRoutes(n)
	}
	d.addEditRoutes()
	d.addBatchRoute()
	d.addChangeRoute()
	d.addIndicatorRoutes()
	d.addCatalogueRoutes()
	d.addReportRoutes()
	d.addOpenDataRoutes()
	d.addLookupRoute()
	d.addComplianceRoutes()
	d.addShareRoute()
	d.addFeedbackRoutes()
	d.addExportRoute()
	d.addNetworkRoutes()
	d.addSessionRoutes()
	d.addAccountRoutes()
	d.addKeyRoutes()
	d.addFilingRoutes()
	d.addObligationRoutes()
	d.addServiceRoutes()
	return d.T
}

func (d *document) schema(name string, s *openapi3.Schema) {
	d.Components.Schemas[name] = openapi3.NewSchemaRef("", s)
}

func schemaRef(name string) *openapi3.SchemaRef {
	return openapi3.NewSchemaRef("#/components/schemas/"+name, nil)
}

// addHeaders describes what answers carry beside their body.
func (d *document) addHeaders() {
	add := func(name, vi, en string, required bool, s *openapi3.Schema) {
		h := &openapi3.Header{}
		h.Description, h.Required, h.Schema = both(registry.T(vi, en)), required, openapi3.NewSchemaRef("", s)
		d.Components.Headers[name] = &openapi3.HeaderRef{Value: h}
	}
	text := openapi3.NewStringSchema
	add("ETag", "Thẻ phiên bản mạnh của bản ghi.", "The record's strong version tag.", true, text().WithPattern(`^"([a-z_]+-[0-9]+-[0-9]+(-[0-9a-f]+)?|plan-[A-Za-z0-9_-]+-[0-9a-f]{16})"$`))
	add("Location", "Đường dẫn của bản ghi mới.", "The path of the new record.", true, text().WithPattern(`^/api/v1/[a-z-]+/[0-9]+$`))
	add("X-Request-ID", "Mã yêu cầu: của người gọi nếu hợp lệ, nếu không là mã mới.", "The request's id: the caller's where it is valid, else a new one.", true,
		text().WithPattern(callersID.String()))
	add(replayedHeader, "true: câu trả lời đầu cho khóa này, lần này không ghi gì.", "true: the first answer to this key; nothing was written this time.", false,
		text().WithEnum("true"))
	add("WWW-Authenticate", "Cách xác thực.", "How to authenticate.", true, text())
	add("Retry-After", "Số giây nên đợi.", "Seconds to wait.", true, openapi3.NewIntegerSchema())
	add(headerSource, "Hệ thống mà tệp xuất ra từ đó.", "The register the file comes from.", true, text())
	add(headerFilter, "Các tham số đã lọc, mã hóa như trong URL.", "The parameters that chose the records, encoded as in a URL.", true, text())
	add(headerAsOf, "Ngày của số liệu, nếu có nêu.", "The day the data are of, when one was given.", false, text().WithFormat("date"))
	add(headerWritten, "Thời điểm lập tệp.", "When the file was written.", true, text().WithFormat("date-time"))
	add("Content-Disposition", "Tên tệp, có cả tên tiếng Việt (RFC 6266).", "The file's name, also in Vietnamese (RFC 6266).", true, text())
}

// header refers to headers by name; every answer carries X-Request-ID.
func headers(names ...string) openapi3.Headers {
	out := openapi3.Headers{}
	for _, name := range append(names, "X-Request-ID") {
		out[name] = &openapi3.HeaderRef{Ref: "#/components/headers/" + name}
	}
	return out
}

// problems are the refusals, by status, as a caller should understand them.
var problems = map[int]registry.Text{
	http.StatusBadRequest:            registry.T("Yêu cầu sai: tham số, tiêu đề hoặc JSON không đọc được.", "The request is wrong: parameters, headers or JSON that does not parse."),
	http.StatusUnauthorized:          registry.T("Chưa xác thực khi ghi hoặc khi đọc từ máy khác, hoặc khóa không đúng.", "No credentials for a write or for reading from another machine, or wrong ones."),
	http.StatusForbidden:             registry.T("Yêu cầu ghi từ trang khác.", "A write that comes from another site."),
	http.StatusNotFound:              registry.T("Không có bản ghi hoặc đường dẫn này.", "There is no such record or path."),
	http.StatusConflict:              registry.T("Xung đột với bản ghi khác.", "It clashes with another record."),
	http.StatusPreconditionFailed:    registry.T("Bản ghi đã thay đổi; bản hiện tại ở current.", "The record has changed; current has it as it is now."),
	http.StatusRequestEntityTooLarge: registry.T("Nội dung gửi quá "+strconv.Itoa(registry.MaxBodyBytes)+" byte.", "The body is over "+strconv.Itoa(registry.MaxBodyBytes)+" bytes."),
	http.StatusUnsupportedMediaType:  registry.T("Nội dung không phải JSON.", "The body is not JSON."),
	http.StatusUnprocessableEntity:   registry.T("Bản ghi phạm quy tắc; mọi lỗi ở faults.", "The record breaks rules; faults has them all."),
	http.StatusPreconditionRequired:  registry.T("Thiếu If-Match.", "If-Match is missing."),
	http.StatusTooManyRequests:       registry.T("Quá nhiều yêu cầu; đợi Retry-After giây.", "Too many requests; wait Retry-After seconds."),
	http.StatusInternalServerError:   registry.T("Lỗi của hệ thống; báo kèm request_id.", "Our fault; report it with the request_id."),
	http.StatusServiceUnavailable:    registry.T("Tạm thời không phục vụ được.", "Not available now."),
}

func (d *document) addProblems() {
	d.typeRef(reflect.TypeFor[problem]())
	for status, text := range problems {
		var extra []string
		switch status {
		case http.StatusUnauthorized:
			extra = []string{"WWW-Authenticate"}
		case http.StatusTooManyRequests, http.StatusServiceUnavailable:
			extra = []string{"Retry-After"}
		}
		r := openapi3.NewResponse().WithDescription(both(text))
		r.Headers = headers(extra...)
		r.Content = openapi3.NewContentWithSchemaRef(schemaRef("Problem"), []string{"application/problem+json"})
		d.Components.Responses[problemName(status)] = &openapi3.ResponseRef{Value: r}
	}
}

func problemName(status int) string { return "Problem" + strconv.Itoa(status) }
