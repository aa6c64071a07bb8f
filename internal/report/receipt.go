package report

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/johnfercher/maroto/v2"
	"github.com/johnfercher/maroto/v2/pkg/components/col"
	"github.com/johnfercher/maroto/v2/pkg/components/line"
	"github.com/johnfercher/maroto/v2/pkg/components/row"
	"github.com/johnfercher/maroto/v2/pkg/components/text"
	"github.com/johnfercher/maroto/v2/pkg/config"
	"github.com/johnfercher/maroto/v2/pkg/consts/align"
	"github.com/johnfercher/maroto/v2/pkg/consts/border"
	"github.com/johnfercher/maroto/v2/pkg/consts/fontstyle"
	"github.com/johnfercher/maroto/v2/pkg/core"
	"github.com/johnfercher/maroto/v2/pkg/props"
	"golang.org/x/text/unicode/norm"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

// MaxReceiptWarnings is how many verified warnings a receipt lists; a line counts
// the rest.
const MaxReceiptWarnings = 300

// ReceiptData is what a receipt tells (nội dung biên nhận hồ sơ).
type ReceiptData struct {
	// Issuer is the department that keeps the register.
	Issuer string
	// Number and Revision are the filing's, Organization its filer's name.
	Number       int64
	Revision     int
	Organization string
	Noun         registry.Text
	// Day is what the filing speaks of.
	Day       registry.Date
	FileName  string
	FileBytes int64
	// SHA256 is the file's, in lower-case hexadecimal.
	SHA256      string
	RuleVersion int
	Counts      registry.FilingCounts
	Verified    []VerifiedWarning
	SignedBy    string
	// SignedAt is also the document's date: the same data give the same bytes.
	SignedAt time.Time
	// ChainHead is the hash at the head of the change log when it was signed.
	ChainHead string
	State     registry.FilingState
	// Decision is the department's reason; DecidedAt is nil before it decides.
	Decision, DecidedBy string
	DecidedAt           *time.Time
}

// VerifiedWarning is a warning the filer has confirmed (cảnh báo đã xác nhận).
type VerifiedWarning struct {
	Row                 int
	Column, Value, Rule string
	Message             registry.Text
	// Reason is the filer's, By who gave it.
	Reason, By string
}

// Receipt writes the receipt of a filing, PDF of A4 pages, in Vietnamese with
// English below.
func Receipt(w io.Writer, r ReceiptData) error {
	fonts, err := receiptFonts()
	if err != nil {
		return err
	}
	m := maroto.New(config.NewBuilder().
		WithLeftMargin(22).WithRightMargin(18).WithTopMargin(16).WithBottomMargin(18).
		WithCustomFonts(fonts).WithDefaultFont(&props.Font{Family: receiptFont, Size: 11}).
		WithPageNumber(props.PageNumber{Pattern: "Trang {current}/{total}", Place: props.RightBottom, Size: 8.5, Color: grey}).
		WithTitle(fmt.Sprintf("Biên nhận hồ sơ %d", r.Number), true).WithAuthor(printable(clip(r.Issuer, 120)), true).WithCreator("Hạ Tầng Số", true).
		WithCompression(true).WithCreationDate(r.SignedAt.UTC()).Build())
	m.AddRows(r.head()...)
	m.AddRows(r.facts()...)
	m.AddRows(r.counts()...)
	m.AddRows(r.warnings()...)
	m.AddRows(r.decision()...)
	m.AddRows(r.signature()...)
	document, err := m.Generate()
	if err != nil {
		return fmt.Errorf("receipt of filing %d: %w", r.Number, err)
	}
	_, err = w.Write(dated(document.GetBytes(), r.SignedAt))
	return err
}

// dated puts the date of signing where gofpdf writes when it ran; maroto has no
// word for it. Both are as long, so every offset in the file stays.
func dated(pdf []byte, at time.Time) []byte {
	const key, layout = "/ModDate (D:", "20060102150405"
	if i := bytes.LastIndex(pdf, []byte(key)); i >= 0 && i+len(key)+len(layout) <= len(pdf) {
		copy(pdf[i+len(key):], at.UTC().Format(layout))
	}
	return pdf
}

var grey = &props.Color{Red: 90, Green: 90, Blue: 90}

// small is the English below the Vietnamese.
func small(top float64, a align.Type) props.Text {
	return props.Text{Top: top, Size: 8, Style: fontstyle.Italic, Color: grey, Align: a}
}

// both writes a text in both languages, the English below.
func both(t registry.Text, style props.Text) []core.Component {
	if style.Size == 0 {
		style.Size = 11
	}
	english := small(style.Top+style.Size*0.43, style.Align)
	english.Left, english.Bottom = style.Left, style.Bottom
	return []core.Component{text.New(t.VI, style), text.New(t.EN, english)}
}

func (r *ReceiptData) head() []core.Row {
	center := props.Text{Align: align.Center, Size: 11.5, Style: fontstyle.Bold}
	return []core.Row{
		row.New(15).Add(
			text.NewCol(5, breakWords(strings.ToUpper(clip(r.Issuer, 80)), 24), center),
			col.New(7).Add(text.New("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", center),
				text.New("Độc lập - Tự do - Hạnh phúc", props.Text{Align: align.Center, Size: 12, Style: fontstyle.Bold, Top: 5.4}),
				line.New(props.Line{SizePercent: 44, OffsetPercent: 76, Thickness: 0.25})),
		),
		row.New(6).Add(text.NewCol(5, fmt.Sprintf("Số: %d-%d/BN", r.Number, r.Revision), props.Text{Align: align.Center, Size: 10.5})),
		row.New(7),
		row.New(8).Add(text.NewCol(12, "BIÊN NHẬN HỒ SƠ", props.Text{Align: align.Center, Size: 16, Style: fontstyle.Bold})),
		row.New(10).Add(text.NewCol(12, "Receipt of a filing", props.Text{Align: align.Center, Size: 10, Style: fontstyle.Italic, Color: grey})),
	}
}

// fact is a line of a label and a value.
func fact(label registry.Text, value, english string) core.Row {
	right := []core.Component{text.New(value, props.Text{Size: 11, Bottom: 1.6})}
	if english != "" {
		right = append(right, text.New(english, small(4.8, align.Left)))
	}
	return factOf(label, right...)
}

// hash is a fact of 64 digits, small enough to stand on one line.
func hash(label registry.Text, value string) core.Row {
	return factOf(label, text.New(breakWords(clip(value, 128), 64), props.Text{Size: 9.5, Top: 0.5, Bottom: 1.6}))
}

func factOf(label registry.Text, value ...core.Component) core.Row {
	return row.New().Add(col.New(4).Add(both(label, props.Text{Size: 10.5, Bottom: 1.6})...), col.New(8).Add(value...))
}

func (r *ReceiptData) facts() []core.Row {
	return []core.Row{
		fact(registry.T("Tổ chức nộp", "Filed by"), breakable(r.Organization), ""),
		fact(registry.T("Nội dung", "Content"), r.Noun.VI, r.Noun.EN),
		fact(registry.T("Số liệu tính đến ngày", "As of"), r.Day.Time().Format("02/01/2006"), ""),
		fact(registry.T("Tệp", "File"), fmt.Sprintf("%s (%s byte)", breakable(r.FileName), grouped(r.FileBytes)), ""),
		hash(registry.T("SHA-256 của tệp", "SHA-256 of the file"), r.SHA256),
		fact(registry.T("Phiên bản bộ quy tắc", "Version of the rules"), strconv.Itoa(r.RuleVersion), ""),
		hash(registry.T("Đầu chuỗi nhật ký thay đổi", "Head of the change log's chain"), r.ChainHead),
		fact(registry.T("Trạng thái", "State"), r.State.Sentence().VI, r.State.Sentence().EN),
		row.New(3),
	}
}

var (
	headCell = &props.Cell{BorderType: border.Full, BorderColor: &props.Color{Red: 130, Green: 130, Blue: 130}, BackgroundColor: &props.Color{Red: 232, Green: 238, Blue: 244}}
	bodyCell = &props.Cell{BorderType: border.Full, BorderColor: headCell.BorderColor}
)

func heading(t registry.Text) core.Row {
	return row.New(12).Add(col.New(12).Add(both(t, props.Text{Size: 11.5, Style: fontstyle.Bold, Top: 1})...))
}

func (r *ReceiptData) counts() []core.Row {
	heads, numbers := row.New(11), row.New(8)
	for _, c := range []struct {
		title registry.Text
		n     int64
	}{
		{registry.T("Tổng số dòng", "Rows"), r.Counts.Rows}, {registry.T("Thêm mới", "New"), r.Counts.New},
		{registry.T("Thay đổi", "Changed"), r.Counts.Changed}, {registry.T("Không đổi", "Same"), r.Counts.Same},
		{registry.T("Bị từ chối", "Refused"), r.Counts.Refused}, {registry.T("Vắng trong tệp", "Missing"), r.Counts.Missing},
	} {
		heads.Add(col.New(2).Add(both(c.title, props.Text{Size: 10, Top: 1.2, Align: align.Center})...).WithStyle(headCell))
		numbers.Add(text.NewCol(2, grouped(c.n), props.Text{Align: align.Center, Top: 1.6, Style: fontstyle.Bold}).WithStyle(bodyCell))
	}
	return []core.Row{heading(registry.T("Kết quả kiểm tra", "What the check found")), heads, numbers, row.New(3)}
}

func (r *ReceiptData) warnings() []core.Row {
	if len(r.Verified) == 0 {
		return []core.Row{fact(registry.T("Cảnh báo đã xác nhận", "Warnings verified"), "Không có", "None")}
	}
	cell := func(size int, s string) core.Col {
		return text.NewCol(size, s, props.Text{Size: 9.5, Top: 1, Bottom: 1.4, Left: 1, Right: 1}).WithStyle(bodyCell)
	}
	head := row.New(11)
	for _, c := range []struct {
		size  int
		title registry.Text
	}{{3, registry.T("Dòng, cột, giá trị", "Row, column, value")}, {5, registry.T("Cảnh báo", "Warning")}, {4, registry.T("Lý do xác nhận", "Reason")}} {
		head.Add(col.New(c.size).Add(both(c.title, props.Text{Size: 10, Top: 1.2, Left: 1})...).WithStyle(headCell))
	}
	rows := []core.Row{heading(registry.Tf("Cảnh báo đã xác nhận (%d)", "Warnings verified (%d)", len(r.Verified))), head}
	for _, v := range r.Verified[:min(len(r.Verified), MaxReceiptWarnings)] {
		where := "Cả tệp"
		if v.Row > 0 {
			where = "Dòng " + grouped(int64(v.Row))
		}
		if v.Column != "" {
			where += ", " + v.Column
		}
		if v.Value != "" {
			where += ": " + v.Value
		}
		reason := v.Reason
		if v.By != "" {
			reason += " (" + v.By + ")"
		}
		rows = append(rows, row.New().Add(
			cell(3, narrow(where)), cell(5, narrow(v.Message.VI)+" ["+narrow(clip(v.Rule, 80))+"]"), cell(4, narrow(reason))))
	}
	if rest := len(r.Verified) - MaxReceiptWarnings; rest > 0 {
		rows = append(rows, row.New(7).Add(text.NewCol(12, fmt.Sprintf("… và %s cảnh báo khác, xem trên hệ thống.", grouped(int64(rest))), props.Text{Size: 9.5, Top: 1, Style: fontstyle.Italic})))
	}
	return append(rows, row.New(3))
}

func (r *ReceiptData) decision() []core.Row {
	if r.DecidedAt == nil {
		return nil
	}
	reason := r.Decision
	if reason == "" {
		reason = "Không ghi lý do."
	}
	return []core.Row{
		fact(registry.T("Quyết định của Sở", "The department's decision"), breakable(reason), ""),
		fact(registry.T("Người quyết định", "Decided by"), breakable(r.DecidedBy)+", "+moment(*r.DecidedAt), ""),
	}
}

func (r *ReceiptData) signature() []core.Row {
	center := props.Text{Align: align.Center, Size: 11, Style: fontstyle.Bold, Top: 6}
	return []core.Row{row.New(31).Add(
		col.New(6).Add(text.New("Biên nhận được hệ thống lập khi người đại diện ký điện tử; đối chiếu bằng SHA-256 của tệp và đầu chuỗi nhật ký.",
			props.Text{Size: 9, Style: fontstyle.Italic, Top: 6, Right: 4, Color: grey})),
		col.New(6).Add(append(both(registry.T("NGƯỜI KÝ", "Signed by"), center),
			text.New(breakWords(clip(r.SignedBy, 80), 30), props.Text{Align: align.Center, Size: 11.5, Style: fontstyle.Bold, Top: 18}),
			text.New(moment(r.SignedAt), props.Text{Align: align.Center, Size: 10, Top: 24}))...),
	)}
}

// moment shows a time in Viet Nam's zone, UTC+7 all the year.
func moment(t time.Time) string {
	return t.In(vietNam).Format("15:04:05 02/01/2006") + " (giờ Việt Nam)"
}

// grouped writes a number as Vietnamese does: 1.234.567.
func grouped(n int64) string {
	return plan.Whole(n).Text(0).VI
}

// printable gives a text as the font can show it: composed, and with U+FFFD for
// what lies beyond the font's plane, over which package gofpdf panics.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r > 0xFFFF {
			return utf8.RuneError
		}
		return r
	}, norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD")))
}

// breakable lets a line end within words that are longer than it, such as names
// of files. narrow is for the columns of a table.
func breakable(s string) string { return breakWords(clip(s, maxReceiptText), 40) }
func narrow(s string) string    { return breakWords(clip(s, maxReceiptText), 14) }

// maxReceiptText is how many characters of one text a receipt shows: a row of a
// table must fit a page.
const maxReceiptText = 400

func breakWords(s string, longest int) string {
	words := strings.Fields(printable(s))
	for i, word := range words {
		runes := []rune(word)
		var parts []string
		for len(runes) > longest {
			parts, runes = append(parts, string(runes[:longest])), runes[longest:]
		}
		words[i] = strings.Join(append(parts, string(runes)), " ")
	}
	return strings.Join(words, " ")
}
