package httpapi

import (
	"net/http"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/hatangso/hatangso/internal/export"
	"github.com/hatangso/hatangso/internal/registry"
)

// addNetworkRoutes describes the files of the Open Fibre Data Standard.
func (d *document) addNetworkRoutes() {
	var q query
	q.network(nil)
	given := q.known()
	for _, format := range export.NetworkFormats {
		id, summary := "exportNetwork", registry.T("Mạng cáp theo chuẩn OFDS 0.3, gói JSON", "The network by OFDS 0.3, a JSON package")
		body := openapi3.NewObjectSchema().WithProperty("networks", openapi3.NewArraySchema().WithItems(openapi3.NewObjectSchema()))
		body.Required = []string{"networks"}
		features := func() *openapi3.Schema {
			s := openapi3.NewObjectSchema().WithProperty("type", openapi3.NewStringSchema().WithEnum("FeatureCollection")).
				WithProperty("features", openapi3.NewArraySchema().WithItems(openapi3.NewObjectSchema()))
			s.Required = []string{"type", "features"}
			return s
		}
		switch format {
		case export.OFDSNodes:
			id, summary, body = "exportNetworkNodes", registry.T("Các nút của mạng, GeoJSON theo OFDS 0.3", "The nodes of the network, GeoJSON by OFDS 0.3"), features()
		case export.OFDSSpans:
			id, summary, body = "exportNetworkSpans", registry.T("Các tuyến của mạng, GeoJSON theo OFDS 0.3", "The spans of the network, GeoJSON by OFDS 0.3"), features()
		case export.OFDSCSV:
			id, summary, body = "exportNetworkTables", registry.T("Các bảng CSV của mạng theo OFDS 0.3, nén zip", "The CSV tables of the network by OFDS 0.3, zipped"), openapi3.NewStringSchema()
		}
		media, _, _ := strings.Cut(format.ContentType(), ";")
		r := openapi3.NewResponse().WithDescription(both(registry.T("Tệp, gửi dần.", "The file, streamed."))).
			WithContent(openapi3.NewContentWithSchema(body, []string{media}))
		r.Headers = headers(append(fileHeaders, "Content-Disposition")...)
		d.add(operation{method: http.MethodGet, path: "/api/v1/export/network." + format.Extension(), id: id, tag: "exports", summary: summary,
			parameters: parameters(given...), status: http.StatusOK, answer: r, problems: []int{http.StatusBadRequest, http.StatusRequestEntityTooLarge}})
	}
}
