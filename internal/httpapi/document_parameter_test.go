package httpapi

import (
	"math"
	"strconv"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// addParameters describes the parameters that several routes take.
func (d *document) addParameters() {
	add := func(name string, p *openapi3.Parameter) {
		d.Components.Parameters[name] = &openapi3.ParameterRef{Value: p}
	}
	query := func(name, vi, en string, s *openapi3.Schema) { add(name, queryParameter(name, vi, en, s)) }
	text := openapi3.NewStringSchema
	id := func() *openapi3.Schema { return openapi3.NewInt64Schema().WithMin(1) }

	query("limit", "Số bản ghi của một trang.", "How many records a page has.",
		openapi3.NewInt64Schema().WithMin(1).WithMax(registry.MaxPageLimit).WithDefault(registry.DefaultPageLimit))
	query("cursor", "Trang sau bản ghi này; lấy từ next.", "The page after this record; take it from next.",
		openapi3.NewInt64Schema().WithMin(0).WithDefault(0))
	query("bbox", "Tây,nam,đông,bắc theo độ WGS84: những gì chạm khung này.", "West,south,east,north in WGS84 degrees: what touches the box.",
		text().WithPattern(bboxPattern))
	query("owner", "Mã chủ sở hữu; với trạm là doanh nghiệp, với dùng chung là bên thuê.",
		"The owner's code; for a station its operator's, for a tenancy its tenant's.", text())
	query("unit", "Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới.",
		"The code a unit has on as_of (or today); it means it and everything below.", text())
	query("as_of", "Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này.", "Only what was in service or valid on the day.",
		text().WithFormat("date"))
	query("ahead", "Với as_of: cả những gì chưa xây dựng xong, như bản đồ của hôm nay.", "With as_of: what is not built yet too, as the map of today.",
		openapi3.NewBoolSchema().WithDefault(false))
	query("status", "Mã trong danh mục status.", "A code of the list status.", text())
	query("state", "Mã trong danh mục violation_state, với báo cáo hiện trường là field_report_state.", "A code of the list violation_state; for field reports of field_report_state.", text())
	query("open", "Chỉ những vi phạm chưa kết thúc.", "Only violations that are not closed.", openapi3.NewBoolSchema().WithDefault(false))
	query("technology", "Mã trong danh mục technology; với vị trí là nơi có trạm công nghệ ấy phát sóng vào as_of (hoặc hôm nay).",
		"A code of the list technology; for sites those with a station of it on air on as_of (or today).", text())
	query("tenant", "Mã tổ chức đang thuê công trình, hoặc có trạm đang phát sóng ở vị trí, vào as_of (hoặc hôm nay).",
		"The code of an organization that rents the asset, or has a station on air at the site, on as_of (or today).", text())
	query("q", "Mọi chữ này có trong mã, tên, địa chỉ hoặc đường; không phân biệt dấu, cách đặt dấu thanh, hoa thường.",
		"Each of these words is in the code, name, address or road; accents, tone placement and case aside.", text().WithMaxLength(registry.MaxSearchChars))
	query("awaiting", "Chỉ những bên thuê mà tổ chức của người hỏi chưa xác nhận phần mình.", "Only tenancies on which the asker's organization has not said its side.",
		openapi3.NewBoolSchema().WithDefault(false))
	query("site", "Số hiệu của một vị trí.", "The id of a site.", id())
	query("asset", "Số hiệu của một công trình; thường đi cùng asset_kind.", "The id of an asset; mostly with asset_kind.", id())
	query("asset_kind", "Mã trong danh mục asset_kind.", "A code of the list asset_kind.", text())
	query("by", "Chia kết quả theo.", "What to split the answer by.", text().WithEnum("commune", "province", "operator"))

	path := openapi3.NewPathParameter("id").WithSchema(id())
	path.Example = 1
	path.Description = both(registry.T("Số hiệu của bản ghi.", "The record's id."))
	add("id", path)
	header := func(key, name, vi, en string, required bool, s *openapi3.Schema) {
		p := openapi3.NewHeaderParameter(name).WithSchema(s).WithDescription(both(registry.T(vi, en)))
		p.Required = required
		p.Example = examples[name]
		add(key, p)
	}
	header("ifMatch", "If-Match", "ETag của bản đã đọc.", "The ETag of the version read.", true, text())
	header("ifNoneMatch", "If-None-Match", "ETag đã có: 304 nếu bản ghi chưa đổi.", "An ETag at hand: 304 while the record is the same.", false, text())
	header("reason", reasonHeader, "Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký.", "Why the change is made, percent-encoded, kept in the change log.",
		false, text())
	header("readReason", readReasonHeader, "Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được.", "Why it is read, percent-encoded: owners of underground networks are told.",
		false, text())
	header("idempotencyKey", keyHeader, "Gửi lại cùng khóa và cùng nội dung trong "+retention+" giờ thì nhận lại câu trả lời đầu, không ghi lần nữa; "+
		"khóa đã dùng cho nội dung khác bị từ chối. Yêu cầu bị từ chối không được nhớ.",
		"Sent again with the same key and body within "+retention+" hours it gets the first answer and writes nothing; a key used with another "+
			"body is refused. What was refused is not remembered.", false, text().WithPattern(callersKey.String()))
	header("language", "Accept-Language", "Ngôn ngữ của lỗi: vi (mặc định) hoặc en.", "The language of problems: vi (the default) or en.", false, text())
	header("requestID", "X-Request-ID", "Mã yêu cầu của người gọi; mã không hợp lệ được thay.", "The caller's id of the request; an invalid one is replaced.", false, text())
}

// retention is how long keys are remembered, in hours.
var retention = strconv.Itoa(int(postgres.IdempotencyRetention.Hours()))

// bboxPattern is four numbers; that they make a box is checked further.
const bboxPattern = `^\s*-?[0-9.]+(\s*,\s*-?[0-9.]+){3}\s*$`

// examples are values of parameters that show what an operation is for; the
// documentation's commands send them.
var examples = map[string]any{
	"limit": 5, "by": "commune", "coordinates": "20,53; 105,9", "noun": "sites", "to": "service-points", "service": "mobile", "steps": 5, "lang": "vi",
	"If-Match": `"site-1-1"`, keyHeader: "2f6b1c9e-3d1a-4a6f-9b57-0f6f2f1f6c11", reasonHeader: "Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97",
}

func queryParameter(name, vi, en string, s *openapi3.Schema) *openapi3.Parameter {
	p := openapi3.NewQueryParameter(name).WithSchema(s).WithDescription(both(registry.T(vi, en)))
	if !s.Type.Is(openapi3.TypeNumber) { // "to" is a distance elsewhere
		p.Example = examples[name]
	}
	return p
}

// parameters refers to shared parameters by name.
func parameters(names ...string) (out openapi3.Parameters) {
	for _, name := range names {
		out = append(out, &openapi3.ParameterRef{Ref: "#/components/parameters/" + name})
	}
	return out
}

// filters gives the names of the parameters a noun's records are narrowed by:
// those its filter takes.
func filters(n *registry.Noun) []string {
	var q query
	q.filter(n, nil)
	return q.known()
}

// inlined makes parameters of one route.
func inlined(all ...*openapi3.Parameter) (out openapi3.Parameters) {
	for _, p := range all {
		out = append(out, &openapi3.ParameterRef{Value: p})
	}
	return out
}

// number describes a number from least to most with a default; NaN is none.
func number(least, most, otherwise float64) *openapi3.Schema {
	s := openapi3.NewFloat64Schema().WithFormat("double").WithMin(least).WithMax(most)
	if !math.IsNaN(otherwise) {
		s.Default = otherwise
	}
	return s
}
