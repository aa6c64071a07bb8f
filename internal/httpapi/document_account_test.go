package httpapi

import (
	"net/http"
	"reflect"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/hatangso/hatangso/internal/auth"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// sent are the refusals of what carries a body.
var sent = []int{http.StatusBadRequest, http.StatusForbidden, http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType, http.StatusUnprocessableEntity}

// ask describes a route that asks for one of these and for nothing else; for
// nobody in particular without any.
func (d *document) ask(o operation, schemes ...string) {
	d.add(o)
	all := openapi3.NewSecurityRequirements()
	if len(schemes) == 0 {
		all.With(openapi3.NewSecurityRequirement())
	}
	for _, name := range schemes {
		all.With(openapi3.NewSecurityRequirement().Authenticate(name))
	}
	d.Paths.Value(o.path).GetOperation(o.method).Security = all
}

// addSessionRoutes describes signing in and out.
func (d *document) addSessionRoutes() {
	const tag = "session"
	d.tag(tag, registry.T("Đăng nhập, đăng xuất, mật khẩu; trang đăng nhập ở /sign-in", "Signing in and out, passwords; people sign in at /sign-in"))
	text := openapi3.NewStringSchema
	who := func() *openapi3.Response {
		return answer(registry.T("Ai đang hỏi.", "Who is asking."), d.typeRef(reflect.TypeFor[sessionAnswer]()))
	}
	none := func(vi, en string) *openapi3.Response {
		return openapi3.NewResponse().WithDescription(both(registry.T(vi, en)))
	}
	password := func() *openapi3.Schema {
		return text().WithFormat("password").WithMinLength(auth.MinPasswordChars).WithMaxLength(auth.MaxPasswordChars)
	}
	d.schema("SignIn", closed([]string{"login", "password"}, openapi3.Schemas{
		"login":    property("Tên đăng nhập, không phân biệt hoa thường.", "The login, in any case.", text()),
		"password": property("Mật khẩu.", "The password.", text().WithFormat("password")),
	}))
	d.schema("PasswordChange", closed([]string{"password"}, openapi3.Schemas{
		"token":        property("Mã của liên kết đặt mật khẩu, dùng một lần; thay cho old_password.", "The token of a link to set a password, good once; instead of old_password.", text()),
		"old_password": property("Mật khẩu hiện tại, khi đã đăng nhập.", "The present password, when signed in.", text().WithFormat("password")),
		"password":     property("Mật khẩu mới; một câu dài dễ nhớ là tốt nhất.", "The new password; a long sentence you remember is best.", password()),
	}))
	const one = "/api/v1/session"
	d.ask(operation{method: http.MethodGet, path: one, id: "getSession", tag: tag, summary: registry.T("Ai đang hỏi: tài khoản, khóa hay không ai", "Who is asking: an account, a key or nobody"),
		status: http.StatusOK, answer: who(), problems: []int{http.StatusBadRequest}}, "session", "bearer", "basic")
	get := d.Paths.Value(one).Get
	get.Security.With(openapi3.NewSecurityRequirement())
	d.ask(operation{method: http.MethodPost, path: one, id: "createSession", tag: tag, summary: registry.T("Đăng nhập bằng mật khẩu", "Sign in by password"),
		body: jsonBody(schemaRef("SignIn")), status: http.StatusOK, answer: who(), problems: sent})
	d.ask(operation{method: http.MethodDelete, path: one, id: "deleteSession", tag: tag, summary: registry.T("Đăng xuất", "Sign out"),
		status: http.StatusNoContent, answer: none("Đã đăng xuất.", "Signed out."), problems: []int{http.StatusBadRequest, http.StatusForbidden}}, "session")
	d.ask(operation{method: http.MethodDelete, path: "/api/v1/sessions", id: "deleteSessions", tag: tag, summary: registry.T("Đăng xuất khỏi mọi thiết bị", "Sign out everywhere"),
		status: http.StatusNoContent, answer: none("Mọi phiên đã kết thúc.", "All sessions have ended."), problems: []int{http.StatusBadRequest, http.StatusForbidden}}, "session")
	d.ask(operation{method: http.MethodPost, path: "/api/v1/password", id: "setPassword", tag: tag,
		summary: registry.T("Đặt mật khẩu bằng liên kết, hoặc đổi khi biết mật khẩu hiện tại; các phiên khác kết thúc",
			"Set a password by a link, or change it knowing the present one; other sessions end"),
		body: jsonBody(schemaRef("PasswordChange")), status: http.StatusNoContent, answer: none("Đã đặt mật khẩu.", "The password is set."), problems: sent})
}

// addAccountRoutes describes the keeping of accounts.
func (d *document) addAccountRoutes() {
	const tag, collection, one = "accounts", "/api/v1/accounts", "/api/v1/accounts/{id}"
	d.tag(tag, registry.T("Tài khoản người dùng; chỉ quản trị, đã đăng nhập", "People's accounts; an administrator's alone, signed in"))
	list := func(vi, en string, of *openapi3.Schema) *openapi3.SchemaRef {
		return property(vi, en, openapi3.NewArraySchema().WithItems(of))
	}
	var roles []any
	for _, r := range registry.Roles[1:] {
		roles = append(roles, string(r))
	}
	text := openapi3.NewStringSchema
	fields := func() openapi3.Schemas {
		return openapi3.Schemas{
			"name":         property("Họ tên người dùng.", "The person's name.", text().WithMinLength(1).WithMaxLength(postgres.MaxAccountName)),
			"roles":        list("Vai trò, cùng một phía.", "Roles, all of one side.", text().WithEnum(roles...)),
			"organization": property("Mã tổ chức của filer, signer; rỗng là không có.", "The code of the organization of a filer or signer; empty is none.", text()),
			"units":        list("Số hiệu các đơn vị hành chính của local.", "The ids of the units of local staff.", openapi3.NewInt64Schema()),
			"oidc_issuer":  property("Hệ thống đăng nhập một lần; rỗng là không gắn.", "The provider that signs the person in; empty is none.", text()),
			"oidc_subject": property("Mã của người ấy ở hệ thống đó.", "Who the person is there.", text()),
			"disabled":     property("Khóa tài khoản: phiên, khóa API và liên kết kết thúc ngay.", "Disable it: sessions, API keys and links end at once.", openapi3.NewBoolSchema()),
		}
	}
	order := fields()
	order["login"] = property("Tên đăng nhập, như địa chỉ thư; không đổi được.", "The login, such as a mail address; it never changes.", text().WithPattern(`^[A-Za-z0-9][A-Za-z0-9._+@-]{1,99}$`))
	d.schema("AccountOrder", closed([]string{"login", "name", "roles"}, order))
	d.schema("AccountPatch", closed(nil, fields()))
	stored := func(more ...string) *openapi3.Response {
		return answer(registry.T("Tài khoản như đã lưu.", "The account as it is stored."), d.typeRef(reflect.TypeFor[postgres.Account]()), append(more, "ETag")...)
	}
	d.ask(operation{method: http.MethodGet, path: collection, id: "listAccounts", tag: tag, summary: registry.T("Liệt kê tài khoản", "List accounts"),
		parameters: parameters("cursor", "limit"), status: http.StatusOK,
		answer:   answer(registry.T("Một trang.", "One page."), d.typeRef(reflect.TypeFor[pageOf[postgres.Account]]())),
		problems: []int{http.StatusBadRequest, http.StatusForbidden}}, "session")
	d.ask(operation{method: http.MethodPost, path: collection, id: "createAccount", tag: tag,
		summary:    registry.T("Tạo tài khoản, chưa có mật khẩu", "Make an account, without a password yet"),
		parameters: parameters("reason"), body: jsonBody(schemaRef("AccountOrder")), status: http.StatusCreated, answer: stored("Location"),
		problems: append([]int{http.StatusConflict}, sent...)}, "session")
	d.ask(operation{method: http.MethodGet, path: one, id: "getAccount", tag: tag, summary: registry.T("Đọc một tài khoản", "Read an account"),
		parameters: parameters("id"), status: http.StatusOK, answer: stored(),
		problems: []int{http.StatusBadRequest, http.StatusForbidden, http.StatusNotFound}}, "session")
	d.ask(operation{method: http.MethodPatch, path: one, id: "updateAccount", tag: tag,
		summary:    registry.T("Sửa các trường đã gửi; quyền mới có hiệu lực ngay", "Change the fields sent; new rights hold at once"),
		parameters: parameters("id", "ifMatch", "reason"), body: jsonBody(schemaRef("AccountPatch")), status: http.StatusOK, answer: stored(),
		problems: append([]int{http.StatusNotFound, http.StatusConflict, http.StatusPreconditionFailed, http.StatusPreconditionRequired}, sent...)}, "session")
	d.ask(operation{method: http.MethodPost, path: one + "/reset", id: "resetAccount", tag: tag,
		summary:    registry.T("Cấp liên kết đặt mật khẩu; mật khẩu cũ và các phiên kết thúc", "Issue a link to set a password; the old one and the sessions end"),
		parameters: parameters("id", "reason"), status: http.StatusCreated,
		answer:   answer(registry.T("Liên kết, dùng một lần; chỉ câu trả lời này có nó.", "The link, good once; this answer alone has it."), d.typeRef(reflect.TypeFor[resetAnswer]())),
		problems: []int{http.StatusBadRequest, http.StatusForbidden, http.StatusNotFound, http.StatusConflict}}, "session")
}
