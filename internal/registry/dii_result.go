package registry

// DIIResult (kết quả một vòng DII) is what the Authority (Cục Viễn thông) sends
// of one criterion of the Ministry's index of digital infrastructure for a year:
// in round 1, which the department confirms or comments on, or in round 2, which
// is final (QĐ 885/QĐ-BTTTT; domain.md §1.1). It is a value, never points: how
// points are given has not been seen.
type DIIResult struct {
	ID      int64 `json:"id" ro:"y" vi:"Số hiệu" en:"Id"`
	Version int64 `json:"version" ro:"y" vi:"Phiên bản" en:"Version"`
	// Year is the one the index is of.
	Year int64 `json:"year" req:"y" min:"2020" max:"2100" vi:"Năm" en:"Year" alias:"nam,nam danh gia"`
	// Round is 1 or 2.
	Round string `json:"round" list:"dii_round" req:"y" vi:"Vòng" en:"Round" alias:"vong,vong danh gia"`
	// Indicator is the code of the catalogue that answers the criterion, such as R_POLE.
	Indicator string `json:"indicator" list:"indicator" req:"y" vi:"Chỉ tiêu" en:"Indicator" alias:"ma chi tieu,tieu chi"`
	// Value is what was sent, in the indicator's unit; null when the criterion was not assessed.
	Value          *float64 `json:"value" min:"0" max:"1000000000000" vi:"Giá trị Cục gửi" en:"Value sent" alias:"gia tri,ket qua"`
	ReceivedOn     Date     `json:"received_on" req:"y" vi:"Ngày nhận" en:"Received on" alias:"ngay nhan,ngay van ban"`
	DocumentNumber string   `json:"document_number" req:"y" max:"100" vi:"Số văn bản" en:"Document number" alias:"so van ban,so ky hieu"`
	// Position is the department's: agreed or disagreed; null before it has said so.
	Position *string `json:"position" list:"dii_position" vi:"Ý kiến của Sở" en:"The department’s position" alias:"y kien,y kien cua so"`
	// Comment says why it does not agree, or what else it tells the Authority.
	Comment *string `json:"comment" max:"2000" vi:"Nội dung ý kiến" en:"Comment" alias:"noi dung,giai trinh"`
	// Evidence names the file or document that shows it.
	Evidence *string `json:"evidence" max:"500" vi:"Minh chứng" en:"Evidence" alias:"minh chung,chung cu"`
}

// Positions of the department on a result.
const (
	DIIAgreed    = "agreed"    // thống nhất
	DIIDisagreed = "disagreed" // không thống nhất
)

// Validate gives every fault of the result that shows without the register.
func (r *DIIResult) Validate() []Fault {
	if r.Position != nil && *r.Position == DIIDisagreed && (r.Comment == nil || *r.Comment == "") {
		return []Fault{NewFault("dii.comment", "comment", "",
			T("Không thống nhất thì phải nêu ý kiến.", "Who disagrees has to say why."), T("Ghi nội dung ý kiến gửi Cục.", "Write what the Authority is told."))}
	}
	return nil
}
