package httpapi

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"math"
	"net/http"
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/registry"
)

// problem is RFC 9457's problem details with the faults of the request.
type problem struct {
	Type      string           `json:"type"`
	Title     string           `json:"title"`
	Status    int              `json:"status"`
	Detail    string           `json:"detail"`
	RequestID string           `json:"request_id"`
	Faults    []registry.Fault `json:"faults,omitempty"`
	Current   any              `json:"current,omitempty"`
}

// statuses is the one map from a domain error to HTTP.
var statuses = map[registry.Code]struct {
	status int
	title  registry.Text
}{
	registry.CodeInvalid:      {http.StatusUnprocessableEntity, registry.T("Dữ liệu chưa hợp lệ", "The data break a rule")},
	registry.CodeUnauthorized: {http.StatusUnauthorized, registry.T("Cần xác thực", "Who is asking?")},
	registry.CodeForbidden:    {http.StatusForbidden, registry.T("Không có quyền", "Not allowed")},
	registry.CodeNotFound:     {http.StatusNotFound, registry.T("Không tìm thấy", "Not found")},
	registry.CodeConflict:     {http.StatusConflict, registry.T("Xung đột với bản ghi khác", "Clashes with another record")},
	registry.CodeStale:        {http.StatusPreconditionFailed, registry.T("Bản ghi đã thay đổi", "The record has changed")},
	registry.CodePrecondition: {http.StatusPreconditionRequired, registry.T("Thiếu If-Match", "If-Match is missing")},
	registry.CodeTooLarge:     {http.StatusRequestEntityTooLarge, registry.T("Quá lớn", "Too large")},
	registry.CodeTooMany:      {http.StatusTooManyRequests, registry.T("Quá nhiều yêu cầu", "Too many requests")},
	registry.CodeUnavailable:  {http.StatusServiceUnavailable, registry.T("Tạm thời không phục vụ được", "Not available now")},
	registry.CodeInternal:     {http.StatusInternalServerError, registry.T("Lỗi hệ thống", "Our fault")},
}

// writeProblem turns any error into a problem. What is not a domain error is
// logged whole and sent without its text.
func (s *Server) writeProblem(err error, c echo.Context) {
	if c.Response().Committed {
		// too late for a status: the body is cut short, which a reader sees
		s.options.Log.Error("failed after the first byte", "error", err, "request_id", id(c), "path", c.Request().URL.Path)
		return
	}
	p := problemOf(err, english(c), id(c))
	if p.Status >= 500 {
		level := slog.LevelError
		if errors.Is(c.Request().Context().Err(), context.Canceled) {
			level = slog.LevelDebug // who asked has left, as a map does that is moved on
		}
		s.options.Log.Log(context.WithoutCancel(c.Request().Context()), level, "request failed", "error", err, "request_id", id(c), "path", c.Request().URL.Path)
	}
	h := c.Response().Header()
	switch p.Status {
	case http.StatusUnauthorized:
		challenge(c)
	case http.StatusMethodNotAllowed: // the router knows no HEAD: it is answered as GET
		if methods := h.Get(echo.HeaderAllow); strings.Contains(methods, http.MethodGet) && !strings.Contains(methods, http.MethodHead) {
			h.Set(echo.HeaderAllow, methods+", "+http.MethodHead)
		}
	case http.StatusServiceUnavailable:
		h.Set(echo.HeaderRetryAfter, "5")
	case http.StatusTooManyRequests:
		h.Set(echo.HeaderRetryAfter, retryAfter(err))
	}
	h.Set(echo.HeaderContentType, "application/problem+json")
	h.Add("Vary", "Accept-Language") // beside the compressor's
	c.Response().WriteHeader(p.Status)
	if c.Request().Method == http.MethodHead {
		return
	}
	if err := json.NewEncoder(c.Response()).Encode(p); err != nil {
		s.options.Log.Warn("problem not sent", "error", err, "request_id", id(c))
	}
}

// retryAfter words how long to wait, in whole seconds and at least one.
func retryAfter(err error) string {
	var domain *registry.Error
	errors.As(err, &domain)
	return strconv.FormatInt(max(1, int64(math.Ceil(domain.After.Seconds()))), 10)
}

// problemOf words an error as a problem.
func problemOf(err error, english bool, requestID string) problem {
	var domain *registry.Error
	var framework *echo.HTTPError
	switch {
	case errors.As(err, &domain):
	case errors.As(err, &framework):
		domain = fromEcho(framework)
	default:
		domain = &registry.Error{Code: registry.CodeInternal, Err: err,
			Message: registry.T("Có lỗi trong hệ thống; báo kèm mã yêu cầu.", "Something went wrong; report it with the request id.")}
	}
	known, name := statuses[domain.Code], string(domain.Code)
	if framework != nil && refusals[framework.Code].name != "" {
		known.status, known.title, name = framework.Code, refusals[framework.Code].title, refusals[framework.Code].name
	}
	if known.status == http.StatusUnprocessableEntity && !aboutRecord(domain.Faults) {
		known.status = http.StatusBadRequest
	}
	p := problem{Type: "/problems/" + name, Title: known.title.VI, Detail: domain.Message.VI,
		Status: known.status, RequestID: requestID, Faults: domain.Faults, Current: domain.Current}
	if english {
		p.Title, p.Detail = known.title.EN, domain.Message.EN
	}
	return p
}

// aboutRecord says whether faults are of a record (422) rather than of the
// request that should carry one (400).
func aboutRecord(faults []registry.Fault) bool {
	return len(faults) > 0 && !strings.HasPrefix(faults[0].Rule, "parameter.") && faults[0].Rule != "json.syntax"
}

// refusals are HTTP's own, by status: no error of the domain stands for them.
var refusals = map[int]struct {
	name          string
	title, detail registry.Text
}{
	http.StatusMethodNotAllowed: {"method-not-allowed", registry.T("Phương thức không dùng được", "Method not allowed"),
		registry.T("Đường dẫn này không nhận phương thức đó.", "This path does not take that method.")},
	http.StatusUnsupportedMediaType: {"media-type", registry.T("Kiểu nội dung không dùng được", "Unsupported media type"),
		registry.T("Gửi application/json.", "Send application/json.")},
}

// fromEcho names echo's own refusals in the domain's words.
func fromEcho(e *echo.HTTPError) *registry.Error {
	if refusal, ok := refusals[e.Code]; ok {
		detail, ours := e.Message.(registry.Text) // where the route knows better
		if !ours {
			detail = refusal.detail
		}
		return &registry.Error{Code: registry.CodeInvalid, Message: detail}
	}
	if e.Code == http.StatusNotFound {
		return registry.Errorf(registry.CodeNotFound, "Không có đường dẫn này.", "There is no such path.")
	}
	return &registry.Error{Code: registry.CodeInternal, Err: e, Message: registry.T("Yêu cầu không xử lý được.", "The request cannot be served.")}
}
