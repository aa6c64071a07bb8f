package registry

import "time"

// FilingState is where a filing stands (trạng thái hồ sơ). The states and the
// order they come in follow HMDA's: nothing is superseded before it is clean and
// signed.
type FilingState string

const (
	FilingUploading FilingState = "uploading" // đang tải lên
	FilingQueued    FilingState = "queued"    // chờ kiểm tra
	FilingChecking  FilingState = "checking"  // đang kiểm tra
	FilingUnread    FilingState = "unread"    // không đọc được tệp
	FilingBlocked   FilingState = "blocked"   // có lỗi phải sửa
	FilingToVerify  FilingState = "to_verify" // có cảnh báo cần xác nhận
	FilingReady     FilingState = "ready"     // sẵn sàng ký
	FilingSigned    FilingState = "signed"    // đã ký, chờ Sở
	FilingApplying  FilingState = "applying"  // đang ghi vào sổ
	FilingAccepted  FilingState = "accepted"  // đã chấp nhận
	FilingPartly    FilingState = "partly"    // chấp nhận một phần
	FilingReturned  FilingState = "returned"  // trả lại
	FilingWithdrawn FilingState = "withdrawn" // đã rút
)

// FilingStates lists every state in the order a filing passes them.
var FilingStates = []FilingState{FilingUploading, FilingQueued, FilingChecking, FilingUnread, FilingBlocked, FilingToVerify,
	FilingReady, FilingSigned, FilingApplying, FilingAccepted, FilingPartly, FilingReturned, FilingWithdrawn}

var filingSentences = map[FilingState]Text{
	FilingUploading: T("Đang tải tệp lên; tải tiếp từ chỗ dừng được.", "The file is being uploaded, and can go on from where it stopped."),
	FilingQueued:    T("Tệp đã nhận đủ, đang chờ kiểm tra.", "The file is all here and waits to be checked."),
	FilingChecking:  T("Đang đọc và kiểm tra từng dòng.", "Every row is being read and checked."),
	FilingUnread:    T("Không đọc được tệp; xem lý do, rồi tải lên tệp khác.", "The file cannot be read: see why, then upload another."),
	FilingBlocked:   T("Có lỗi phải sửa trước khi ký.", "There are errors to mend before it can be signed."),
	FilingToVerify:  T("Không còn lỗi; hãy sửa hoặc xác nhận các cảnh báo.", "No errors are left: mend the warnings or verify them."),
	FilingReady:     T("Sạch: người ký của tổ chức ký được.", "It is clean: the organization's signer can sign it."),
	FilingSigned:    T("Đã ký và nộp; Sở đang xem xét.", "It is signed and filed; the department is looking at it."),
	FilingApplying:  T("Sở đã quyết định; đang ghi vào sổ trong một giao dịch.", "The department has decided; it is being written to the register in one transaction."),
	FilingAccepted:  T("Đã chấp nhận; sổ đăng ký đã thay đổi theo hồ sơ.", "It is accepted, and the register changed by it."),
	FilingPartly:    T("Chấp nhận một phần; xem các dòng bị trả lại.", "A part is accepted: see the rows that were returned."),
	FilingReturned:  T("Sở trả lại kèm lý do; sửa rồi nộp lại.", "The department returned it, with reasons: mend it and file again."),
	FilingWithdrawn: T("Tổ chức đã rút hồ sơ; sổ không thay đổi.", "The organization withdrew it; the register is unchanged."),
}

// Sentence says in one sentence where a filing stands.
func (s FilingState) Sentence() Text { return filingSentences[s] }

// Open says that the filer may still change the filing: its file, its columns,
// its cells.
func (s FilingState) Open() bool {
	switch s {
	case FilingUploading, FilingUnread, FilingBlocked, FilingToVerify, FilingReady, FilingReturned:
		return true
	}
	return false
}

// RuleTier says what a broken rule asks of the filer (bậc kiểm tra).
type RuleTier string

const (
	SyntaxTier   RuleTier = "syntax"   // cú pháp: blocks
	ValidityTier RuleTier = "validity" // hợp lệ: blocks
	QualityTier  RuleTier = "quality"  // chất lượng: verify with a reason, or mend
	MacroTier    RuleTier = "macro"    // tổng thể: the file as a whole; verify with a reason, or mend
)

// Blocks says that a filing cannot be signed while a rule of the tier is broken.
func (t RuleTier) Blocks() bool { return t == SyntaxTier || t == ValidityTier }

// RowClass is what accepting a row would do (loại dòng).
type RowClass string

const (
	RowNew     RowClass = "new"     // thêm mới
	RowChanged RowClass = "changed" // thay đổi
	RowSame    RowClass = "same"    // không đổi
	RowRefused RowClass = "refused" // có lỗi
)

// FilingReading is a way to read every position of a file (cách đọc tọa độ),
// which a filer confirms once for the column.
type FilingReading struct {
	// EPSG is the reference system; 0 leaves what the file says.
	EPSG int `json:"epsg,omitempty"`
	// Swapped says that the two coordinates stand in each other's column.
	Swapped bool `json:"swapped,omitempty"`
	// Negated is "lon", "lat" or "", the coordinate whose sign is missing.
	Negated string `json:"negated,omitempty"`
}

// Apply reads two coordinates, as if the first were the longitude, as the filer
// says.
func (r FilingReading) Apply(lon, lat float64) (float64, float64) {
	if r.Swapped {
		lon, lat = lat, lon
	}
	return r.Sign(lon, lat)
}

// Sign gives a position the sign that is missing.
func (r FilingReading) Sign(lon, lat float64) (float64, float64) {
	switch r.Negated {
	case "lon":
		lon = -lon
	case "lat":
		lat = -lat
	}
	return lon, lat
}

// Filing is one organization's hand-in of rows of one noun (hồ sơ nộp dữ liệu).
type Filing struct {
	ID      int64  `json:"id"`
	Version int64  `json:"version"`
	Noun    string `json:"noun"`
	// Organization is the code of whose filing it is; "" is the department's own.
	Organization string      `json:"organization"`
	State        FilingState `json:"state"`
	// Revision counts the files uploaded to it, from 1.
	Revision int `json:"revision"`
	// FileName, FileBytes and FileSHA256 (lower-case hexadecimal) are the file's.
	FileName   string `json:"file_name"`
	FileBytes  int64  `json:"file_bytes"`
	FileSHA256 string `json:"file_sha256,omitempty"`
	// Received is how much of the file is here, in bytes.
	Received int64 `json:"received"`
	// Day is what the filing speaks of: the register as it was on that day.
	Day Date `json:"day"`
	// Choices are the filer's: how to read the file, and what a record means that
	// the file leaves out.
	Choices FilingChoices `json:"choices"`
	// Progress is of the check or the application under way.
	Progress *FilingProgress `json:"progress,omitempty"`
	// Counts are what the last check found.
	Counts      *FilingCounts `json:"counts,omitempty"`
	RuleVersion int           `json:"rule_version,omitempty"`
	// Faults say why the file cannot be read.
	Faults []Fault `json:"faults,omitempty"`
	// Found is how the file was read: its format, encoding, columns.
	Found     map[string]any `json:"found,omitempty"`
	CreatedBy string         `json:"created_by"`
	CreatedAt time.Time      `json:"created_at"`
	CheckedAt *time.Time     `json:"checked_at,omitempty"`
	SignedBy  string         `json:"signed_by,omitempty"`
	SignedAt  *time.Time     `json:"signed_at,omitempty"`
	DecidedBy string         `json:"decided_by,omitempty"`
	DecidedAt *time.Time     `json:"decided_at,omitempty"`
	// Decision is the department's reason, of the filing as a whole.
	Decision string `json:"decision,omitempty"`
}

// FilingChoices are what the filer says of a file (lựa chọn của người nộp).
type FilingChoices struct {
	// Columns maps a field or position target to the column it is read from.
	Columns   map[string]string `json:"columns,omitempty"`
	Encoding  string            `json:"encoding,omitempty"`
	Delimiter string            `json:"delimiter,omitempty"`
	Layer     string            `json:"layer,omitempty"`
	HeaderRow int               `json:"header_row,omitempty"`
	Reading   *FilingReading    `json:"reading,omitempty"`
	// Constants gives fields the file has no column for; the filer's organization
	// is the owner or operator without being named.
	Constants map[string]string `json:"constants,omitempty"`
	// CleanOnly lets it be signed though rows are refused: they are left out.
	CleanOnly bool `json:"clean_only,omitempty"`
	// Missing says what becomes of the filer's records that the file leaves out:
	// "keep" (the default) or "remove".
	Missing string `json:"missing,omitempty"`
}

// FilingProgress is how far a job has come (tiến độ).
type FilingProgress struct {
	// Stage is "read", "check" or "apply".
	Stage string `json:"stage"`
	Rows  int64  `json:"rows"`
	// Total is 0 while it is not known.
	Total int64     `json:"total,omitempty"`
	At    time.Time `json:"at"`
}

// FilingCounts are what a check found (kết quả kiểm tra).
type FilingCounts struct {
	Rows    int64 `json:"rows"`
	New     int64 `json:"new"`
	Changed int64 `json:"changed"`
	Same    int64 `json:"same"`
	Refused int64 `json:"refused"`
	// Missing are the filer's records in the register that the file leaves out.
	Missing int64 `json:"missing"`
	// Errors and Warnings count findings; Verified those of Warnings that the
	// filer has verified.
	Errors   int64 `json:"errors"`
	Warnings int64 `json:"warnings"`
	Verified int64 `json:"verified"`
}
