package httpapi

import (
	"net/http"
	"reflect"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// addSecurity describes how a key is sent.
func (d *document) addSecurity() {
	scheme := func(name string, s openapi3.SecurityScheme, vi, en string) {
		s.Description = both(registry.T(vi, en))
		if d.Components.SecuritySchemes == nil {
			d.Components.SecuritySchemes = openapi3.SecuritySchemes{}
		}
		d.Components.SecuritySchemes[name] = &openapi3.SecuritySchemeRef{Value: &s}
	}
	scheme("bearer", openapi3.SecurityScheme{Type: "http", Scheme: "bearer"},
		"Khóa API của một chương trình: hatangso key create TÊN.", "A program's API key: hatangso key create NAME.")
	scheme("basic", openapi3.SecurityScheme{Type: "http", Scheme: "basic"},
		"Khóa làm mật khẩu, tên người dùng tùy ý: cho QGIS và GDAL.", "The key as password, any user name: for QGIS and GDAL.")
	scheme("session", openapi3.SecurityScheme{Type: "apiKey", In: "cookie", Name: "hatangso_session"},
		"Phiên của người đã đăng nhập; sau TLS cookie tên __Host-hatangso_session. Yêu cầu ghi phải có Origin.",
		"The session of who has signed in; behind TLS the cookie is __Host-hatangso_session. A write must bear Origin.")
	scheme("key", openapi3.SecurityScheme{Type: "apiKey", In: "query", Name: keyParameter},
		"Chỉ khóa chỉ đọc. Khóa ghi được mà đặt trong địa chỉ thì bị từ chối.", "A key that only reads. One that can write is refused in an address.")
}

// security says what a route asks for: reading may be free, and a key in the
// address only reads.
func security(method string) *openapi3.SecurityRequirements {
	all := openapi3.NewSecurityRequirements()
	names := []string{"session", "bearer", "basic"}
	if method == http.MethodGet {
		all.With(openapi3.NewSecurityRequirement())
		names = append(names, "key")
	}
	for _, name := range names {
		all.With(openapi3.NewSecurityRequirement().Authenticate(name))
	}
	return all
}

// addKeyRoutes describes the management of keys.
func (d *document) addKeyRoutes() {
	const tag = "keys"
	d.tag(tag, registry.T("Khóa API: ai đã đăng nhập cũng có khóa của mình, quản trị có khóa của mọi chương trình; khóa không quản lý khóa",
		"API keys: everybody who has signed in has their own, an administrator those of all programs; no key manages keys"))
	d.add(operation{method: http.MethodGet, path: "/api/v1/keys", id: "listKeys", tag: tag,
		summary: registry.T("Các khóa, phạm vi, hạn và lần dùng cuối", "Keys, their scope, until when they are good and their last use"),
		status:  http.StatusOK, answer: answer(registry.T("Mới nhất trước.", "The newest first."), d.typeRef(reflect.TypeFor[keyList]())),
		problems: []int{http.StatusBadRequest, http.StatusForbidden}})
	list := func(vi, en string, of *openapi3.Schema) *openapi3.SchemaRef {
		return property(vi, en, openapi3.NewArraySchema().WithItems(of))
	}
	var nouns, roles []any
	for _, n := range registry.Nouns {
		nouns = append(nouns, n.Name)
	}
	for _, r := range registry.Roles[1:] {
		roles = append(roles, string(r))
	}
	text := openapi3.NewStringSchema
	d.schema("KeyOrder", closed([]string{"name"}, openapi3.Schemas{
		"name":         property("Tên của khóa, nhật ký ghi là key:tên.", "The key's name; the log has it as key:name.", text().WithMinLength(1).WithMaxLength(postgres.MaxKeyName)),
		"description":  property("Khóa dùng để làm gì.", "What it is for.", text().WithMaxLength(postgres.MaxKeyDescription)),
		"roles":        list("Vai trò của một chương trình, do quản trị cấp; không ghi là khóa của chính mình.", "The roles of a program, which an administrator gives; without them the key is the asker's own.", text().WithEnum(roles...)),
		"organization": property("Mã tổ chức của filer, signer.", "The code of the organization of a filer or signer.", text()),
		"units":        list("Mã đơn vị hành chính của local.", "The codes of the units of local staff.", text()),
		"last_writer": property("Để sửa trong QGIS: không có If-Match thì ghi đè bản đang có, giữ cả hai bản và báo cho người bị ghi đè.",
			"For editing in QGIS: without If-Match it writes over what stands, both versions are kept and who is written over is told.", openapi3.NewBoolSchema()),
		"read_only":  property("Chỉ đọc.", "It only reads.", openapi3.NewBoolSchema()),
		"nouns":      list("Chỉ các loại bản ghi này.", "These nouns alone.", text().WithEnum(nouns...)),
		"within":     list("Chỉ trong các đơn vị hành chính mã này.", "Within the units of these codes alone.", text()),
		"expires_at": property("Khi nào hết hạn; không ghi là không hết.", "When it expires; without it it does not.", text().WithFormat("date-time")),
	}))
	made := answer(registry.T("Khóa mới; chỉ câu trả lời này có nó.", "The new key; this answer alone has it."), d.typeRef(reflect.TypeFor[madeKey]()))
	location := openapi3.NewStringSchema().WithPattern(`^/api/v1/keys/[0-9]+$`)
	made.Headers["Location"] = &openapi3.HeaderRef{Value: &openapi3.Header{Parameter: openapi3.Parameter{
		Description: both(registry.T("Đường dẫn của khóa mới.", "The path of the new key.")), Required: true, Schema: openapi3.NewSchemaRef("", location)}}}
	d.add(operation{method: http.MethodPost, path: "/api/v1/keys", id: "createKey", tag: tag,
		summary: registry.T("Tạo khóa", "Make a key"), parameters: parameters("reason"), body: jsonBody(schemaRef("KeyOrder")),
		status: http.StatusCreated, answer: made,
		problems: []int{http.StatusBadRequest, http.StatusForbidden, http.StatusConflict, http.StatusRequestEntityTooLarge,
			http.StatusUnsupportedMediaType, http.StatusUnprocessableEntity}})
	d.add(operation{method: http.MethodDelete, path: "/api/v1/keys/{id}", id: "revokeKey", tag: tag,
		summary: registry.T("Thu hồi khóa ngay", "End a key at once"), parameters: parameters("id", "reason"),
		status: http.StatusNoContent, answer: openapi3.NewResponse().WithDescription(both(registry.T("Đã thu hồi.", "It has ended."))),
		problems: []int{http.StatusBadRequest, http.StatusForbidden, http.StatusNotFound}})
}
