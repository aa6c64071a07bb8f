package report

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"golang.org/x/image/font/sfnt"

	"github.com/hatangso/hatangso/internal/registry"
)

func sampleReceipt() ReceiptData {
	at := time.Date(2026, 11, 22, 7, 30, 5, 0, time.UTC)
	r := ReceiptData{
		Issuer: "Sở Khoa học và Công nghệ thành phố Hải Phòng", Number: 1042, Revision: 3,
		Organization: "Tổng công ty Hạ tầng mạng – VNPT Net", Noun: registry.PoleNoun.Title,
		Day: registry.NewDate(2026, 10, 30), FileName: "Danh sách cột treo cáp quận Ngô Quyền.xlsx", FileBytes: 1_284_551,
		SHA256:      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
		RuleVersion: 7, Counts: registry.FilingCounts{Rows: 5012, New: 310, Changed: 42, Same: 4655, Refused: 5, Missing: 12, Warnings: 3, Verified: 3},
		SignedBy: "Nguyễn Thị Ngọc Ánh", SignedAt: at, ChainHead: "b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c",
		State: registry.FilingPartly, Decision: "Năm dòng thiếu tọa độ trả lại để bổ sung.", DecidedBy: "Trần Quốc Bảo", DecidedAt: new(time.Time),
	}
	*r.DecidedAt = at.Add(26 * time.Hour)
	for i := range 3 {
		r.Verified = append(r.Verified, VerifiedWarning{Row: 1217 + i, Column: "Chiều cao (m)", Value: "42", Rule: "pole.height", By: "Lê Văn Dũng",
			Message: registry.T("Cột cao hơn hẳn các cột khác cùng tuyến: hãy xem lại đơn vị đo.", "The pole is far higher than the others of its route."),
			Reason:  "Cột vượt sông Cấm, đã đo lại ngày 12/10/2026"})
	}
	return r
}

// vietnameseLetters are those of the language beyond ASCII, and the signs that
// our documents use.
func vietnameseLetters() []rune {
	out := []rune("ĂăÂâĐđÊêÔôƠơƯưÀÁÃÈÉÌÍÒÓÕÙÚÝàáãèéìíòóõùúýĨĩŨũ–…°’“”²·")
	for r := rune(0x1EA0); r <= 0x1EF9; r++ {
		out = append(out, r)
	}
	return out
}

// Every face has a glyph, with an outline, for every letter.
func TestReceiptFontHasVietnamese(t *testing.T) {
	t.Parallel()
	for _, face := range receiptFaces {
		f, err := sfnt.Parse(face.ttf)
		if err != nil {
			t.Fatal(err)
		}
		var b sfnt.Buffer
		for _, r := range vietnameseLetters() {
			glyph, err := f.GlyphIndex(&b, r)
			if err != nil || glyph == 0 {
				t.Errorf("%q: no glyph for %q, %v", face.style, r, err)
				continue
			}
			if outline, err := f.LoadGlyph(&b, glyph, 64<<6, nil); err != nil || len(outline) == 0 {
				t.Errorf("%q: the glyph for %q is empty, %v", face.style, r, err)
			}
		}
	}
}

func pdfOf(t testing.TB, r ReceiptData) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Receipt(&out, r); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// words gives the text of a document as its pages draw it: UTF-16 strings, in the
// order they are drawn.
func words(t testing.TB, pdf []byte) (pages int, drawn string) {
	t.Helper()
	var out []string
	for rest := pdf; ; {
		at := bytes.Index(rest, []byte("stream\n"))
		if at < 0 {
			break
		}
		rest = rest[at+len("stream\n"):]
		end := bytes.Index(rest, []byte("\nendstream"))
		if end < 0 {
			t.Fatal("a stream without an end")
		}
		r, err := zlib.NewReader(bytes.NewReader(rest[:end]))
		rest = rest[end+len("\nendstream"):]
		if err != nil {
			continue // the font's own
		}
		content, err := io.ReadAll(r)
		if err != nil || !bytes.Contains(content, []byte(" Tj ")) {
			continue
		}
		pages++
		for _, piece := range shown.FindAllSubmatch(content, -1) {
			raw := unescaped.ReplaceAll(piece[1], []byte("$1"))
			var units []uint16
			for i := 0; i+1 < len(raw); i += 2 {
				units = append(units, binary.BigEndian.Uint16(raw[i:]))
			}
			out = append(out, string(utf16.Decode(units)))
		}
	}
	return pages, strings.Join(out, " ")
}

var (
	shown     = regexp.MustCompile(`(?s)\(((?:[^()\\]|\\.)*)\) Tj `)
	unescaped = regexp.MustCompile(`(?s)\\(.)`)
)

// The receipt says all that it was given, in both languages.
func TestReceiptSays(t *testing.T) {
	t.Parallel()
	pages, got := words(t, pdfOf(t, sampleReceipt()))
	for _, want := range []string{
		"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "BIÊN NHẬN HỒ SƠ", "Receipt of a filing",
		"Số: 1042-3/BN", "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Tổng công ty Hạ tầng mạng – VNPT Net", "Cột treo cáp", "Cable poles", "30/10/2026",
		"Danh sách cột treo cáp quận Ngô Quyền.xlsx (1.284.551 byte)", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
		"b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c", registry.FilingPartly.Sentence().VI, registry.FilingPartly.Sentence().EN,
		"5.012", "310", "42", "4.655", "12", "Dòng 1.217, Chiều cao (m):", "Cột vượt sông Cấm, đã đo lại ngày", "(Lê Văn Dũng)", "[pole.height]",
		"Năm dòng thiếu tọa độ trả lại để bổ sung.", "Trần Quốc Bảo, 16:30:05 23/11/2026 (giờ Việt Nam)",
		"NGƯỜI KÝ", "Nguyễn Thị Ngọc Ánh", "14:30:05 22/11/2026 (giờ Việt Nam)", "Trang 1/1",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not on the receipt", want)
		}
	}
	if pages != 1 {
		t.Errorf("%d pages", pages)
	}
}

// Before anybody decides nothing of a decision is on it; many warnings go over
// pages, and more than many are counted.
func TestReceiptLong(t *testing.T) {
	t.Parallel()
	r := sampleReceipt()
	r.DecidedAt, r.Verified = nil, nil
	if _, got := words(t, pdfOf(t, r)); strings.Contains(got, "Trần Quốc Bảo") || !strings.Contains(got, "Không có") {
		t.Errorf("a receipt without decision or warnings: %s", got)
	}
	for range MaxReceiptWarnings + 1234 {
		r.Verified = append(r.Verified, VerifiedWarning{Message: registry.T("Số cột tăng hơn một phần ba", "x"), Rule: "macro.count", Reason: strings.Repeat("x", 90)})
	}
	pages, got := words(t, pdfOf(t, r))
	if pages < 5 || !strings.Contains(got, "Trang 2/"+strconv.Itoa(pages)) || !strings.Contains(got, "… và 1.234 cảnh báo khác") {
		t.Errorf("%d pages: %.500s", pages, got)
	}
	if n := strings.Count(got, "[macro.count]"); n != MaxReceiptWarnings {
		t.Errorf("%d warnings are listed", n)
	}
}

// The same data give the same bytes, whenever they are asked for.
func TestReceiptIsTheSame(t *testing.T) {
	t.Parallel()
	first := pdfOf(t, sampleReceipt())
	for range 5 {
		if !bytes.Equal(first, pdfOf(t, sampleReceipt())) {
			t.Fatal("two receipts of one filing differ")
		}
	}
	if n := bytes.Count(first, []byte("(D:20261122073005)")); n != 2 {
		t.Errorf("%d dates of signing in the document, want those of its making and change", n)
	}
	other := sampleReceipt()
	other.Counts.New++
	if bytes.Equal(first, pdfOf(t, other)) {
		t.Error("another filing has the same receipt")
	}
}

// Whatever people call their files and write as reasons, there is a receipt.
func TestReceiptOfAnything(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"", "🗼 cột.xlsx", "\xff\xfe", "a\x00b\x1b", "漢字", "e\u0302\u0323", strings.Repeat("W", 5000), strings.Repeat("một ", 3000), "(\\)", "\u202e"} {
		r := sampleReceipt()
		r.Issuer, r.Organization, r.FileName, r.SHA256, r.ChainHead, r.SignedBy, r.Decision, r.DecidedBy = s, s, s, s, s, s, s, s
		r.Verified[0] = VerifiedWarning{Column: s, Value: s, Rule: s, Message: registry.T(s, s), Reason: s, By: s}
		if pages, _ := words(t, pdfOf(t, r)); pages < 1 || pages > 6 {
			t.Errorf("%.20q: %d pages", s, pages)
		}
	}
}

// Numbers and long words as a receipt shows them.
func TestReceiptWords(t *testing.T) {
	t.Parallel()
	for n, want := range map[int64]string{0: "0", 999: "999", 1000: "1.000", -1234567: "-1.234.567", -100: "-100"} {
		if got := grouped(n); got != want {
			t.Errorf("%d is shown as %s", n, got)
		}
	}
	if got := breakWords("một  "+strings.Repeat("đ", 5)+" hai", 2); got != "mộ t đđ đđ đ ha i" {
		t.Errorf("%q", got)
	}
}
