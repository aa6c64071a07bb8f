package httpapi

import (
	"net/http"
	"reflect"
	"slices"

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
	d.add(operation{method: http.MethodGet, path: "/api/v1/indicators/compliance", id: "getCompliance", tag: "indicators",
		summary:    registry.T("Số vị trí theo kết luận tuân thủ, theo xã", "Sites by verdict and commune"),
		parameters: parameters("unit", "as_of", "owner"), status: http.StatusOK,
		answer:   answer(registry.T("Chỉ những vị trí mà người hỏi được xem giấy tờ.", "Of the sites whose papers the reader may see."), d.typeRef(reflect.TypeFor[complianceCounts]())),
		problems: []int{http.StatusBadRequest}})
}
