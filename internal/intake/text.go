package intake

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"github.com/hatangso/hatangso/internal/registry"
)

// textSource reads a file as valid UTF-8 text. It decodes UTF-16 when a byte
// order mark says so, and refuses what is no text at the byte where it shows:
// nothing behind it reaches a parser.
type textSource struct {
	src      io.Reader
	encoding string
	utf16    bool
	limit    int64
	read     int64 // bytes of text delivered
	lines    int   // line ends delivered
	carry    [utf8.UTFMax]byte
	carried  int // bytes in carry: the beginning of a character cut by Read
	err      error
}

// newTextSource looks at the first bytes of a file.
func newTextSource(r io.Reader, limit int64) (*textSource, error) {
	buffered := bufio.NewReaderSize(r, windowBytes)
	head, err := buffered.Peek(8)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	t := &textSource{src: buffered, encoding: "UTF-8", limit: limit}
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		t.encoding = "UTF-8 BOM"
		if _, err := buffered.Discard(3); err != nil {
			return nil, err
		}
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		t.encoding, t.utf16 = "UTF-16LE", true
		t.src = transform.NewReader(buffered, unicode.BOMOverride(transform.Nop))
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		t.encoding, t.utf16 = "UTF-16BE", true
		t.src = transform.NewReader(buffered, unicode.BOMOverride(transform.Nop))
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")),
		bytes.HasPrefix(head, []byte("\x1f\x8b")), bytes.HasPrefix(head, []byte("%PDF")):
		return nil, refuseFile(RuleFileFormat, "",
			registry.T("Tệp là bảng tính, tệp nén hoặc PDF, không phải văn bản.", "The file is a workbook, an archive or a PDF, not text."),
			registry.T("Lưu thành “CSV UTF-8” hoặc GeoJSON rồi nộp lại.", "Save it as “CSV UTF-8” or GeoJSON and file again."))
	}
	return t, nil
}

// Read fills p, of at least utf8.UTFMax bytes, with whole characters.
func (t *textSource) Read(p []byte) (int, error) {
	for empty := 0; ; empty++ {
		if t.err != nil {
			return 0, t.err
		}
		if empty == 100 {
			t.err = io.ErrNoProgress
			return 0, t.err
		}
		n := copy(p, t.carry[:t.carried])
		t.carried = 0
		m, err := t.src.Read(p[n:])
		n += m
		t.err = err
		if err == nil {
			whole := wholeRunes(p[:n])
			t.carried = copy(t.carry[:], p[whole:n])
			n = whole
		}
		good := t.check(p[:n])
		t.read += int64(good)
		t.lines += bytes.Count(p[:good], []byte{'\n'})
		if good > 0 {
			return good, nil
		}
	}
}

// check gives the length of the acceptable beginning of chunk and sets err if
// that is not all of it.
func (t *textSource) check(chunk []byte) int {
	good := len(chunk)
	var refusal error
	if i := bytes.IndexByte(chunk, 0); i >= 0 {
		good = i
		refusal = refuseFile(RuleFileNUL, "",
			registry.Tf("Byte %d của tệp là NUL: đây không phải tệp văn bản.", "Byte %d of the file is NUL: this is not a text file.", t.read+int64(i)+1),
			registry.T("Lưu thành “CSV UTF-8” hoặc GeoJSON. Tệp UTF-16 phải có dấu BOM.", "Save it as “CSV UTF-8” or GeoJSON. A UTF-16 file needs its byte order mark."))
	}
	if !utf8.Valid(chunk[:good]) || t.utf16 && bytes.ContainsRune(chunk[:good], utf8.RuneError) {
		good = t.firstInvalid(chunk[:good])
		refusal = t.encodingError(chunk, good)
	}
	if t.read+int64(good) > t.limit {
		good = int(t.limit - t.read)
		refusal = refuseSize(RuleLimitBytes,
			registry.Tf("Tệp lớn hơn %d byte.", "The file is larger than %d bytes.", t.limit),
			registry.T("Chia tệp thành nhiều phần.", "Split the file."))
	}
	if refusal != nil {
		t.err = refusal
	}
	return good
}

// firstInvalid finds the first byte that belongs to no character. The decoder
// of UTF-16 has put U+FFFD where there was half of one.
func (t *textSource) firstInvalid(chunk []byte) int {
	for i := 0; i < len(chunk); {
		r, size := utf8.DecodeRune(chunk[i:])
		if r == utf8.RuneError && (size == 1 || t.utf16) {
			return i
		}
		i += size
	}
	return len(chunk)
}

func (t *textSource) encodingError(chunk []byte, at int) error {
	before := chunk[:at]
	line := t.lines + bytes.Count(before, []byte{'\n'}) + 1
	offset := t.read + int64(at) + 1
	if t.utf16 {
		return refuseFile(RuleTextEncoding, t.encoding,
			registry.Tf("Dòng %d, byte %d (sau khi chuyển mã): ký tự UTF-16 bị hỏng.", "Line %d, byte %d (after decoding): a broken UTF-16 character.", line, offset),
			registry.T("Lưu lại tệp bằng UTF-8.", "Save the file again as UTF-8."))
	}
	likely := likelyEncoding(chunk[max(0, at-2048):min(len(chunk), at+2048)])
	return refuseFile(RuleTextEncoding, "",
		registry.Tf("Dòng %d, byte %d: 0x%02X không phải UTF-8; có lẽ tệp dùng bảng mã %s.",
			"Line %d, byte %d: 0x%02X is not UTF-8; the file is probably %s.", line, offset, chunk[at], likely),
		registry.Tf("Mở tệp bằng bảng mã %s, kiểm tra dấu tiếng Việt, rồi lưu lại bằng UTF-8.",
			"Open the file as %s, check the letters, and save it again as UTF-8.", likely))
}

// wholeRunes gives the length of p without a character cut at its end.
func wholeRunes(p []byte) int {
	for back := 1; back < utf8.UTFMax && back <= len(p); back++ {
		if i := len(p) - back; utf8.RuneStart(p[i]) {
			if p[i] >= utf8.RuneSelf && !utf8.FullRune(p[i:]) {
				return i
			}
			break
		}
	}
	return len(p)
}

// likelyEncoding guesses the legacy encoding of a text that is not UTF-8, from
// the bytes that Vietnamese text has most in each.
func likelyEncoding(sample []byte) string {
	var windows1258, tcvn3, vni int
	for i, b := range sample {
		afterLetter := i > 0 && ('a' <= sample[i-1]|0x20 && sample[i-1]|0x20 <= 'z' || sample[i-1] >= 0x80)
		switch b {
		case 0xCC, 0xEC, 0xD2, 0xDE, 0xF2: // combining tones follow their vowel
			if afterLetter {
				windows1258++
			}
		case 0xF0, 0xFD: // đ, ư
			windows1258++
		case 0xAE, 0xA9, 0xAA, 0xAB, 0xAC, 0xAD, 0xB5, 0xB6, 0xB7, 0xB8, 0xB9: // đ â ê ô ơ ư à ả ã á ạ
			tcvn3++
		case 0xC7, 0xC6, 0xCA, 0xD0, 0xE8, 0xE9, 0xEB: // ầ ặ ấ é ố ộ ở
			tcvn3++
		case 0xF8, 0xF9, 0xFB, 0xEF, 0xE2, 0xE0, 0xE1, 0xE5, 0xE4: // second byte of ò ó ỏ … after a, e, o, u
			if afterLetter && bytes.IndexByte([]byte("aeouyAEOUY"), sample[i-1]) >= 0 {
				vni++
			}
		}
	}
	switch most := max(windows1258, tcvn3, vni); {
	case most == 0:
		return "Windows-1252"
	case most == tcvn3 && tcvn3 > windows1258:
		return "TCVN3 (ABC)"
	case most == vni && vni > windows1258:
		return "VNI"
	}
	return "Windows-1258"
}

// windowBytes is how much of a file is looked at together.
const windowBytes = 64 << 10

// window is the part of a text that a parser holds.
type window struct {
	src  io.Reader
	buf  []byte
	r, w int   // buf[r:w] is unread
	base int64 // offset in the text of buf[0]
}

func newWindow(src io.Reader) *window { return &window{src: src, buf: make([]byte, windowBytes)} }

// offset is the place of the next unread byte in the text.
func (w *window) offset() int64 { return w.base + int64(w.r) }

// fill reads more behind the unread bytes, which move to the front of the
// buffer; it grows when they fill it up. The caller bounds what it leaves unread.
func (w *window) fill() error {
	if w.r > 0 {
		w.base += int64(w.r)
		w.w = copy(w.buf, w.buf[w.r:w.w])
		w.r = 0
	}
	if len(w.buf)-w.w < utf8.UTFMax {
		w.buf = append(w.buf, make([]byte, len(w.buf))...)
	}
	n, err := w.src.Read(w.buf[w.w:])
	w.w += n
	if n > 0 {
		return nil
	}
	return err
}

// firstByte gives the first byte that is no white space, leaving all unread; it
// looks no further than the first window.
func (w *window) firstByte() (byte, error) {
	for {
		for _, b := range w.buf[w.r:w.w] {
			if b != ' ' && b != '\t' && b != '\r' && b != '\n' {
				return b, nil
			}
		}
		if w.w >= windowBytes {
			return ' ', nil
		}
		if err := w.fill(); err != nil {
			return 0, err
		}
	}
}
