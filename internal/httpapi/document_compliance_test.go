package httpapi

import (
	"net/http"
	"reflect"
	"slices"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/hatangso/hatangso/internal/registry"
)

// addComplianceRoutes describes whether works are lawful, and why.
func (d *document) addComplianceRoutes() {
	const tag = "compliance"
	d.tag(tag, registry.T("Tuân thủ: công trình có hợp pháp không và vì sao", "Compliance: whether works are lawful, and why"))
	sheet := d.typeRef(reflect.TypeFor[card]())
	for _, of := range []struct{ path, id, vi, en string }{
		{"sites", "readSiteCompliance", "Phiếu tra cứu tuân thủ của một vị trí", "The compliance card of a site"},
		{"poles", "readPoleCompliance", "Phiếu tra cứu tuân thủ của một cột treo cáp", "The compliance card of a pole"},
		{"masts", "readMastCompliance", "Phiếu tra cứu tuân thủ của vị trí đặt một cột ăng ten", "The compliance card of the site a mast stands on"},
	} {
		d.add(operation{method: http.MethodGet, path: "/api/v1/" + of.path + "/{id}/compliance", id: of.id, tag: tag,
			summary: registry.T(of.vi, of.en), parameters: slices.Concat(parameters("id", "as_of")), status: http.StatusOK,
			answer:   answer(registry.T("Kết luận, căn cứ và mọi thứ liên quan mà người hỏi được xem.", "The verdict, what it rests on, and all that belongs to it that the reader may see."), sheet),
			problems: []int{http.StatusBadRequest, http.StatusNotFound}})
	}
	pictures := openapi3.NewContentWithSchema(openapi3.NewStringSchema().WithFormat("binary"), mediaPhotos)
	problems := []int{http.StatusBadRequest, http.StatusForbidden, http.StatusNotFound, http.StatusConflict, http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType, http.StatusUnprocessableEntity}
	d.add(operation{method: http.MethodPut, path: "/api/v1/photos/{id}/file", id: "storePhoto", tag: registry.PhotoNoun.Path,
		summary:    registry.T("Gửi tệp của một ảnh, một lần; gửi lại đúng tệp ấy thì không đổi gì", "Send the bytes of a photo, once; the same again change nothing"),
		parameters: parameters("id"), body: openapi3.NewRequestBody().WithRequired(true).WithContent(pictures), status: http.StatusOK,
		answer: answer(registry.T("Ảnh, với những gì đọc được từ tệp.", "The photo, with what its bytes tell."), schemaRef("Photo"), "ETag"), problems: problems})
	for _, of := range []struct{ path, id, vi, en string }{
		{"file", "getPhotoFile", "Tệp ảnh: cán bộ nhận ảnh gốc, người khác nhận bản đã bỏ EXIF", "The picture: staff receive it as taken, others without EXIF"},
		{"thumbnail", "getPhotoThumbnail", "Ảnh thu nhỏ", "The thumbnail"},
	} {
		d.add(operation{method: http.MethodGet, path: "/api/v1/photos/{id}/" + of.path, id: of.id, tag: registry.PhotoNoun.Path, summary: registry.T(of.vi, of.en),
			parameters: parameters("id", "ifNoneMatch"), status: http.StatusOK,
			answer: openapi3.NewResponse().WithDescription(both(registry.T("Ảnh.", "The picture."))).WithContent(pictures), problems: []int{http.StatusBadRequest, http.StatusNotFound}})
		unchanged := openapi3.NewResponse().WithDescription(both(registry.T("Ảnh chưa đổi.", "The picture is the same.")))
		unchanged.Headers = headers()
		d.Paths.Value("/api/v1/photos/{id}/"+of.path).Get.Responses.Set("304", &openapi3.ResponseRef{Value: unchanged})
	}
	d.add(operation{method: http.MethodGet, path: "/api/v1/indicators/compliance", id: "getCompliance", tag: "indicators",
		summary:    registry.T("Số vị trí theo kết luận tuân thủ, theo xã", "Sites by verdict and commune"),
		parameters: parameters("unit", "as_of", "owner"), status: http.StatusOK,
		answer:   answer(registry.T("Chỉ những vị trí mà người hỏi được xem giấy tờ.", "Of the sites whose papers the reader may see."), d.typeRef(reflect.TypeFor[complianceCounts]())),
		problems: []int{http.StatusBadRequest}})
}
