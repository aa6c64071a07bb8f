package registry

// Layer is who says that a village is covered. The layers are never merged
// into one column (domain.md §1.3).
type Layer string

const (
	Declared Layer = "declared" // doanh nghiệp hoặc xã khai báo
	Computed Layer = "computed" // hệ thống tính
	Verified Layer = "verified" // Sở xác nhận, đo kiểm
)

// CoverageState is how a village stands in a service.
type CoverageState string

const (
	Covered  CoverageState = "covered" // phủ sóng
	Dented   CoverageState = "dented"  // lõm sóng: centre covered, a cluster not
	White    CoverageState = "white"   // trắng sóng: no signal at the centre
	NotKnown CoverageState = "unknown" // chưa có số liệu
)

// Statement (xác nhận phủ sóng) is what somebody declared or verified of one
// village: a layer beside the computed one.
type Statement struct {
	ID      int64 `json:"id" ro:"y" vi:"Số hiệu" en:"Id"`
	Version int64 `json:"version" ro:"y" vi:"Phiên bản" en:"Version"`
	Village int64 `json:"village" ref:"village" req:"y" vi:"Thôn" en:"Village" alias:"ma thon"`
	Layer   Layer `json:"layer" list:"statement_layer" req:"y" vi:"Lớp số liệu" en:"Layer"`
	// Service is mobile or fibre.
	Service    string        `json:"service" list:"service" req:"y" vi:"Dịch vụ" en:"Service"`
	Technology *string       `json:"technology" list:"technology" vi:"Công nghệ" en:"Technology"`
	Operator   *string       `json:"operator" ref:"organization" vi:"Doanh nghiệp" en:"Operator"`
	State      CoverageState `json:"state" list:"coverage_state" req:"y" vi:"Tình trạng" en:"State"`
	From       *Date         `json:"from" col:"valid_from" vi:"Từ ngày" en:"From"`
	To         *Date         `json:"to" col:"valid_to" vi:"Đến ngày" en:"To"`
	Source     *string       `json:"source" max:"300" vi:"Nguồn" en:"Source"`
}

// Validate gives every fault of the statement that shows without the register.
func (s *Statement) Validate() []Fault { return checkPeriod("from", s.From, "to", s.To) }
