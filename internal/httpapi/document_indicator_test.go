package httpapi

import (
	"net/http"
	"reflect"
	"slices"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// addCatalogueRoutes describes the indicators of the catalogue, what was published of
// them, and the plans they are held against.
func (d *document) addCatalogueRoutes() {
	text := openapi3.NewStringSchema
	enum := func(first string, all ...string) *openapi3.Schema {
		return enumOf(all...).WithDefault(first)
	}
	coded := func(vi, en, example string) openapi3.Parameters {
		p := openapi3.NewPathParameter("code").WithSchema(text()).WithDescription(both(registry.T(vi, en)))
		p.Example = example
		return inlined(p)
	}
	code, planned := coded("Mã của chỉ tiêu.", "The code of an indicator.", "R_BTS_STOCK"), coded("Mã của kế hoạch.", "The code of a plan.", "hd-2023")
	asked := slices.Concat(code, parameters("as_of", "unit"), inlined(
		queryParameter("version", "Cách tính, từ 1.", "The definition, from 1.", openapi3.NewInt64Schema().WithMin(1).WithMax(100).WithDefault(1)),
		queryParameter("boundary", "Ngày của địa giới: đơn vị của ngày nào; mặc định as_of.", "The day of the boundaries: which day’s units are meant; as_of by default.", text().WithFormat("date")),
		queryParameter("owner", "Mã tổ chức sở hữu.", "The code of the owner.", text()),
		queryParameter("operator", "Mã doanh nghiệp có mặt trên công trình, hoặc phát sóng.", "The code of an operator on the work, or on air.", text()),
		queryParameter("technology", "Các công nghệ, cách nhau dấu phẩy (phủ sóng).", "Technologies, comma separated (coverage).", text()),
		queryParameter("layer", "Lớp số liệu (phủ sóng, số liệu báo cáo).", "The layer (coverage, reported values).",
			enumOf(string(registry.Declared), string(registry.Verified), plan.PublishedLayer, plan.ComputedLayer)),
		queryParameter("since", "Ngày đầu của nhóm xây mới.", "The first day of what is newly built.", text().WithFormat("date")),
	))
	const tag = "indicators"
	problems := []int{http.StatusBadRequest, http.StatusForbidden, http.StatusNotFound}
	get := func(tag, path, id, vi, en string, t reflect.Type, problems []int, given ...openapi3.Parameters) {
		d.add(operation{method: http.MethodGet, path: "/api/v1/" + path, id: id, tag: tag, summary: registry.T(vi, en),
			parameters: slices.Concat(given...), status: http.StatusOK, answer: answer(registry.T("Số liệu.", "The numbers."), d.typeRef(t)), problems: problems})
	}
	get(tag, "indicators", "listIndicators", "Danh mục chỉ tiêu và các cách tính", "The catalogue of indicators and their definitions", reflect.TypeFor[indicatorList](), []int{http.StatusBadRequest})
	get(tag, "indicators/{code}", "readIndicator", "Một chỉ tiêu, tại một ngày, của một địa bàn, với mọi thứ giải thích nó", "An indicator on a day, of a territory, with all that explains it",
		reflect.TypeFor[plan.Result](), problems, asked)
	get(tag, "indicators/{code}/records", "listIndicatorRecords", "Các bản ghi đứng sau con số", "The records behind the number", reflect.TypeFor[behindPage](), problems, asked,
		inlined(queryParameter("part", "Phần nào của con số.", "Which part of the number.", enum(postgres.RecordParts[0], postgres.RecordParts...))), parameters("cursor", "limit"))
	get(tag, "indicators/{code}/series", "readIndicatorSeries", "Chuỗi theo tháng", "By month", reflect.TypeFor[plan.Series](), problems, asked,
		inlined(queryParameter("from", "Ngày đầu; mặc định 11 tháng trước.", "The first day; by default 11 months before.", text().WithFormat("date"))))
	get(tag, "indicators/{code}/by", "splitIndicator", "Theo đơn vị, chủ sở hữu, doanh nghiệp, hay cặp chủ – bên thuê", "By unit, owner, operator, or pair of owner and tenant", reflect.TypeFor[plan.Breakdown](), problems, asked,
		inlined(queryParameter("by", "Chia theo.", "What to split by.", enum("commune", postgres.Breakdowns...))))
	get(tag, "indicators/{code}/sensitivity", "readIndicatorSensitivity", "Con số theo một tham số của cách tính", "The number by a parameter of its definition", reflect.TypeFor[plan.Sensitivity](), problems, asked,
		inlined(queryParameter("parameter", "Tham số.", "The parameter.", enum(postgres.Sensitivities[0], postgres.Sensitivities...))))
	published := d.typeRef(reflect.TypeFor[plan.Published]())
	d.add(operation{method: http.MethodPost, path: "/api/v1/indicators/{code}/publish", id: "publishIndicator", tag: tag,
		summary:    registry.T("Công bố: kết quả được giữ nguyên cùng mã băm và bản ghi đứng sau", "Publish: the result stays as it is, with its hash and the records behind it"),
		parameters: slices.Concat(asked, inlined(queryParameter("note", "Ghi chú.", "A note.", text().WithMaxLength(maxNoteChars))), parameters("reason")), status: http.StatusCreated,
		answer: answer(registry.T("Kết quả đã công bố.", "The published result."), published), problems: problems})
	get(tag, "published", "listPublished", "Các kết quả đã công bố, mới nhất trước", "Published results, the newest first", reflect.TypeFor[pageOf[plan.Published]](), []int{http.StatusBadRequest},
		inlined(queryParameter("indicator", "Mã chỉ tiêu.", "An indicator's code.", text().WithMaxLength(40))), parameters("cursor", "limit"))
	get(tag, "published/{id}", "readPublished", "Một kết quả đã công bố", "A published result", reflect.TypeFor[plan.Published](), problems, parameters("id"))
	get(tag, "published/{id}/difference", "comparePublished", "Tính lại hôm nay khác gì, và vì sao", "How it differs when computed today, and why", reflect.TypeFor[plan.Difference](), problems, parameters("id"))
	const plans = "plans"
	d.tag(plans, registry.T("Kế hoạch phát triển hạ tầng số: mục tiêu, nhiệm vụ, bảng theo dõi", "Plans of digital infrastructure: targets, tasks, boards"))
	get(plans, "plans", "listPlans", "Các kế hoạch", "The plans", reflect.TypeFor[planList](), []int{http.StatusBadRequest})
	get(plans, "plans/{code}", "readPlan", "Một kế hoạch", "A plan", reflect.TypeFor[plan.Plan](), problems, planned)
	d.tag("dii", registry.T("Đối soát DII: số liệu của Sở và kết quả vòng 1, vòng 2", "The DII: the department’s values against rounds 1 and 2"))
	year := openapi3.NewPathParameter("year").WithSchema(openapi3.NewInt64Schema().WithMin(firstDII).WithMax(lastDII)).WithDescription(both(registry.T("Năm của chỉ số.", "The year of the index.")))
	year.Example = 2025
	day := queryParameter("as_of", "Ngày của số liệu của Sở; mặc định ngày cuối năm.", "The day our values are of; by default the year’s last.", text().WithFormat("date"))
	day.Example = "2025-12-31"
	get("dii", "dii/{year}", "readDII", "Từng tiêu chí: số liệu của Sở, vòng 1, vòng 2, chênh lệch, kết luận; không tính điểm", "Criterion by criterion: ours, rounds 1 and 2, the differences, how it stands; no points",
		reflect.TypeFor[plan.Reconciliation](), problems, inlined(year, day))
	match := openapi3.NewHeaderParameter("If-Match").WithSchema(text())
	match.Description = both(registry.T("ETag của kế hoạch cùng mã đã đọc; phải có khi thay một kế hoạch.", "The ETag of the plan of the same code as read; needed to replace one."))
	file := openapi3.NewRequestBody().WithRequired(true).WithContent(openapi3.NewContentWithSchema(text().WithFormat("binary"), append([]string{mediaXLSX}, mediaYAML...)))
	d.add(operation{method: http.MethodPost, path: "/api/v1/plans", id: "importPlan", tag: plans,
		summary: registry.T("Nạp một kế hoạch từ bảng tính hay YAML, thay kế hoạch cùng mã; mọi lỗi nêu một lượt, kèm trang và ô",
			"Load a plan from a workbook or YAML, over one of the same code; every fault is told at once, with its sheet and cell"),
		parameters: slices.Concat(inlined(queryParameter("check", "Chỉ kiểm tra và cho biết sẽ đổi gì; không ghi.", "Only check, and say what would change; nothing is stored.", openapi3.NewBoolSchema().WithDefault(false))),
			openapi3.Parameters{{Value: match}}, parameters("idempotencyKey", "reason")),
		body: file, status: http.StatusOK,
		answer: answer(registry.T("Kế hoạch như hiểu được, và khác bản nó thay ở đâu.", "The plan as it is understood, and how it differs from the one it replaces."),
			d.typeRef(reflect.TypeFor[plan.Import]()), "ETag", replayedHeader),
		problems: []int{http.StatusBadRequest, http.StatusForbidden, http.StatusPreconditionFailed, http.StatusPreconditionRequired,
			http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType, http.StatusUnprocessableEntity}})
	d.add(operation{method: http.MethodGet, path: "/api/v1/plans/{code}/workbook.xlsx", id: "getPlanWorkbook", tag: plans,
		summary: registry.T("Một kế hoạch thành bảng tính, để sửa rồi nạp lại", "A plan as a workbook, to be edited and loaded again"), parameters: planned, status: http.StatusOK,
		answer:   openapi3.NewResponse().WithDescription(both(registry.T("Tệp.", "The file."))).WithContent(openapi3.NewContentWithSchema(text().WithFormat("binary"), []string{mediaXLSX})),
		problems: problems})
	get(plans, "plans/{code}/board", "readPlanBoard", "Bảng theo dõi: mục tiêu và số liệu của một ngày", "The board: targets against the values of a day", reflect.TypeFor[plan.Board](), problems, planned, parameters("as_of", "unit"))
}
