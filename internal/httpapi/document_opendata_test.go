package httpapi

import (
	"net/http"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/hatangso/hatangso/internal/opendata"
	"github.com/hatangso/hatangso/internal/registry"
)

// addOpenDataRoutes describes the catalogue of open data.
func (d *document) addOpenDataRoutes() {
	const tag = "open-data"
	d.tag(tag, registry.T("Dữ liệu mở: danh mục DCAT", "Open data: the DCAT catalogue"))
	linked := func(list string, about registry.Text) *openapi3.Response {
		s := openapi3.NewObjectSchema().WithProperty("@context", openapi3.NewObjectSchema()).WithProperty("@id", openapi3.NewStringSchema().WithFormat("uri")).
			WithProperty("@type", openapi3.NewStringSchema()).WithProperty(list, openapi3.NewArraySchema().WithItems(openapi3.NewObjectSchema()))
		s.Required = []string{"@context", "@id", "@type", list}
		return openapi3.NewResponse().WithDescription(both(about)).WithContent(openapi3.NewContentWithSchema(s, []string{opendata.MediaType}))
	}
	d.add(operation{method: http.MethodGet, path: opendata.Path, id: "getOpenData", tag: tag, summary: registry.T("Danh mục dữ liệu mở (DCAT-AP, JSON-LD)", "The catalogue of open data (DCAT-AP, JSON-LD)"),
		status: http.StatusOK, answer: linked("dcat:dataset", registry.T("Danh mục.", "The catalogue.")), problems: []int{http.StatusBadRequest}})
	named := openapi3.NewPathParameter("dataset").WithSchema(openapi3.NewStringSchema()).WithDescription(both(registry.T("Tên bộ dữ liệu: dct:identifier.", "The dataset’s name: dct:identifier.")))
	named.Example = "sites"
	d.add(operation{method: http.MethodGet, path: opendata.Path + "/{dataset}", id: "getOpenDataset", tag: tag, summary: registry.T("Một bộ dữ liệu mở", "An open dataset"),
		parameters: inlined(named), status: http.StatusOK, answer: linked("dcat:distribution", registry.T("Bộ dữ liệu.", "The dataset.")), problems: []int{http.StatusBadRequest, http.StatusNotFound}})
}
