package httpapi

import (
	"net/http"
	"reflect"
	"slices"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/hatangso/hatangso/internal/export"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/suggest"
)

// enumOf is a text that is one of some values.
func enumOf[T ~string](values ...T) *openapi3.Schema {
	all := make([]any, len(values))
	for i, v := range values {
		all[i] = string(v)
	}
	return openapi3.NewStringSchema().WithEnum(all...)
}

// addShareRoute describes what a planned work could share.
func (d *document) addShareRoute() {
	const tag = "share-check"
	d.tag(tag, registry.T("Dùng chung trước khi xây: công trình định xây dùng chung được gì, tỷ lệ dùng chung nếu xây, nếu dùng chung",
		"Share before you build: what a planned work could share, and the sharing ratio if it is built or shared"))
	amount := func(vi, en string, most float64) *openapi3.SchemaRef {
		return property(vi, en, openapi3.NewFloat64Schema().WithFormat("double").WithMin(0).WithMax(most))
	}
	whole := func(vi, en string) *openapi3.SchemaRef {
		return property(vi, en, openapi3.NewInt64Schema().WithMin(0).WithMax(100_000))
	}
	text := func(vi, en string) *openapi3.SchemaRef { return property(vi, en, openapi3.NewStringSchema()) }
	date := func(vi, en string) *openapi3.SchemaRef {
		return property(vi, en, openapi3.NewStringSchema().WithFormat("date"))
	}
	place := openapi3.NewOneOfSchema()
	place.OneOf = openapi3.SchemaRefs{schemaRef(string(registry.Point)), schemaRef(string(registry.LineString))}
	d.schema("ProposalOrder", closed([]string{"geometry", "kind"}, openapi3.Schemas{
		"kind":       property("Loại công trình: cột ăng ten, tuyến cống bể, tuyến cột.", "What is to be built: a mast, a line of ducts or of poles.", enumOf(suggest.Kinds...)),
		"geometry":   property("Điểm của cột ăng ten, hoặc tuyến.", "The point of a mast, or the line.", place),
		"height_m":   amount("Chiều cao cần cho ăng ten (m).", "How high the antennas are to be (m).", 100_000),
		"load_kg":    amount("Tải trọng cần treo (kg).", "The load to be hung (kg).", 100_000),
		"ducts":      whole("Số ống cần.", "How many ducts are needed."),
		"poles":      whole("Số cột dự kiến; không ghi thì tính theo chiều dài.", "How many poles are planned; counted from the length when not given."),
		"technology": text("Công nghệ, để ghi trong phụ lục.", "The technology, for the annex."),
		"operator":   text("Mã tổ chức định xây; doanh nghiệp luôn hỏi cho chính mình.", "The code of who would build; an operator always asks for itself."),
		"reach_m":    amount("Tìm trong khoảng cách này (m); 0 là mặc định của tỉnh.", "How far to look (m); 0 is the province's default.", suggest.MaxMastReachM),
		"from":       date("Dự kiến xây từ ngày.", "Built from."),
		"to":         date("Dự kiến xây đến trước ngày.", "Built until, this day not included."),
	}))
	found := answer(registry.T("Công trình trong tầm, gần nhất trước; hoặc phụ lục dạng tệp.", "The works in reach, the nearest first; or the annex as a file."),
		d.typeRef(reflect.TypeFor[postgres.ShareAnswer]()))
	for _, f := range []export.Format{export.CSV, export.XLSX, export.GeoJSON} {
		found.Content[f.ContentType()] = openapi3.NewMediaType().WithSchema(openapi3.NewStringSchema().WithFormat("binary"))
	}
	d.add(operation{method: http.MethodPost, path: "/api/v1/share-check", id: "checkSharing", tag: tag,
		summary: registry.T("Rà soát dùng chung trước khi xây; không ghi gì vào sổ", "Ask what could be shared before building; nothing is written"),
		parameters: slices.Concat(parameters("as_of"), inlined(queryParameter("format", "json, hoặc phụ lục dạng tệp.", "json, or the annex as a file.",
			enumOf("json", string(export.CSV), string(export.XLSX), string(export.GeoJSON)).WithDefault("json")))),
		body: jsonBody(schemaRef("ProposalOrder")), status: http.StatusOK, answer: found,
		problems: []int{http.StatusBadRequest, http.StatusForbidden, http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType, http.StatusUnprocessableEntity}})
}
