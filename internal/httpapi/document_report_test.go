package httpapi

import (
	"net/http"
	"slices"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/hatangso/hatangso/internal/registry"
)

// addReportRoutes describes the reports.
func (d *document) addReportRoutes() {
	const tag = "reports"
	d.tag(tag, registry.T("Báo cáo thành văn bản: hằng năm gửi UBND tỉnh, của doanh nghiệp, theo dõi nộp, phiếu xã, minh chứng DII",
		"Reports as documents: the yearly one to the province, operators’ own, who has filed, a commune’s sheet, the DII pack"))
	text := openapi3.NewStringSchema
	named := func(name, example, vi, en string) openapi3.Parameters {
		p := queryParameter(name, vi, en, text().WithMinLength(1))
		p.Required, p.Example = true, example
		return inlined(p)
	}
	report := func(name, id, vi, en string, given openapi3.Parameters, extensions ...string) {
		for _, extension := range extensions {
			media := map[string]string{"html": "text/html"}[extension]
			if media == "" {
				media = reportMedia[extension]
			}
			d.add(operation{method: http.MethodGet, path: "/api/v1/reports/" + name + "." + extension, id: id + map[string]string{"docx": "DOCX", "pdf": "PDF", "xlsx": "XLSX", "html": "HTML"}[extension],
				tag: tag, summary: registry.T(vi, en), parameters: slices.Clone(given), status: http.StatusOK,
				answer:   openapi3.NewResponse().WithDescription(both(registry.T("Tệp.", "The file."))).WithContent(openapi3.NewContentWithSchema(text().WithFormat("binary"), []string{media})),
				problems: []int{http.StatusBadRequest, http.StatusForbidden, http.StatusNotFound}})
		}
	}
	day := parameters("as_of")
	report("annual", "getAnnualReport", "Báo cáo năm của Sở theo một kế hoạch (XLSX: phụ lục số liệu có công thức)", "The department’s yearly report on a plan (XLSX: its data annex, with formulas)",
		slices.Concat(named("plan", "hd-2023", "Mã kế hoạch.", "The plan’s code."), day), "docx", "pdf", "xlsx")
	report("operator", "getOperatorReport", "Báo cáo của một doanh nghiệp, lập từ điều đã kê khai", "An enterprise’s own report, from what it has filed",
		slices.Concat(named("organization", "VNPT", "Mã tổ chức.", "The organization’s code."), day), "docx", "pdf")
	between := inlined(queryParameter("from", "Hạn từ ngày này; mặc định đầu năm.", "Due from this day; by default the year’s first.", text().WithFormat("date")),
		queryParameter("to", "Hạn trước ngày này; mặc định đầu năm sau.", "Due before this day; by default the next year’s first.", text().WithFormat("date")))
	between[0].Value.Example, between[1].Value.Example = "2026-01-01", "2027-01-01"
	report("completeness", "getCompletenessReport", "Ai đã nộp gì, ai chậm", "Who has filed what, and who is late", slices.Concat(day, between), "docx", "pdf", "xlsx")
	report("commune", "getCommuneReport", "Phiếu thông tin của một xã, một trang", "A commune’s sheet of one page",
		slices.Concat(named("unit", "1", "Mã xã, phường, đặc khu.", "The commune’s code."), day), "html", "pdf")
	report("evidence", "getEvidenceReport", "Hồ sơ minh chứng DII: giá trị, nguồn, bản ghi, đối soát vòng 1 và 2", "The DII pack: values, sources, records, rounds 1 and 2", parameters("as_of", "unit"), "xlsx")
}
