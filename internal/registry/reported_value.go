package registry

// ReportedValue (số liệu báo cáo) is a value of an indicator that the register
// cannot compute: subscriptions, speeds, households. It is of a unit and a period,
// has a source, and may have an evidence file; what was declared and what was
// verified stand beside each other (domain.md §1.1, §1.5).
type ReportedValue struct {
	ID      int64 `json:"id" ro:"y" vi:"Số hiệu" en:"Id"`
	Version int64 `json:"version" ro:"y" vi:"Phiên bản" en:"Version"`
	// Indicator is a code of the catalogue, such as MBB_SUB.
	Indicator string `json:"indicator" list:"indicator" req:"y" vi:"Chỉ tiêu" en:"Indicator" alias:"ma chi tieu,chi so"`
	// UnitCode is the unit's code on the day On.
	UnitCode string `json:"unit_code" req:"y" max:"20" vi:"Mã đơn vị" en:"Unit code" alias:"ma don vi,don vi,ma tinh,ma xa,dia ban"`
	// From is the first day of the period, null for a value of the day On alone; On is its last.
	From *Date `json:"from" col:"valid_from" vi:"Từ ngày" en:"From" alias:"tu ngay,dau ky"`
	On   Date  `json:"on" col:"valid_on" req:"y" vi:"Tại ngày" en:"On" alias:"tai ngay,den ngay,cuoi ky,ngay so lieu"`
	// Value is in the indicator's unit; per 100 inhabitants is not per cent.
	Value float64 `json:"value" req:"y" min:"0" max:"1000000000000" vi:"Giá trị" en:"Value" alias:"gia tri,so lieu,ket qua"`
	// Numerator and Denominator are what Value was made of, where that is known.
	Numerator   *float64 `json:"numerator" min:"0" max:"1000000000000" vi:"Tử số" en:"Numerator" alias:"tu so"`
	Denominator *float64 `json:"denominator" min:"0" max:"1000000000000" vi:"Mẫu số" en:"Denominator" alias:"mau so"`
	// Layer is declared or verified.
	Layer  Layer  `json:"layer" list:"statement_layer" default:"declared" vi:"Lớp số liệu" en:"Layer" alias:"lop"`
	Source string `json:"source" req:"y" max:"300" vi:"Nguồn" en:"Source" alias:"nguon"`
	// Method says how it was measured, such as the median of i-Speed of a month.
	Method *string `json:"method" max:"300" vi:"Cách đo" en:"Method" alias:"cach do,phuong phap"`
	// Evidence names the file or document that shows it.
	Evidence *string `json:"evidence" max:"500" vi:"Chứng cứ" en:"Evidence" alias:"chung cu,van ban"`
	Note     *string `json:"note" max:"2000" vi:"Ghi chú" en:"Note" alias:"ghi chu"`
}

// Validate gives every fault of the value that shows without the register.
func (r *ReportedValue) Validate() []Fault {
	var faults []Fault
	if r.From != nil && r.On.Before(*r.From) {
		faults = append(faults, NewFault("reported.period", "from", r.From.String(),
			T("Kỳ số liệu bắt đầu sau khi kết thúc.", "The period begins after its end."), T("Đổi lại hai ngày.", "Swap the two days.")))
	}
	if (r.Numerator == nil) != (r.Denominator == nil) {
		faults = append(faults, NewFault("reported.fraction", "numerator", "",
			T("Tử số và mẫu số phải đi cùng nhau.", "Numerator and denominator go together."), T("Ghi cả hai, hoặc bỏ cả hai.", "Give both, or neither.")))
	}
	return faults
}
