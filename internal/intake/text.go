package intake

import (
	"bytes"
	"io"
	"unicode/utf8"

	"github.com/hatangso/hatangso/internal/registry"
)

// textSource reads a file as valid UTF-8 text in whatever encoding it is, and
// refuses what is no text at the byte where it shows: nothing behind it reaches
// a parser.
type textSource struct {
	src      io.Reader
	encoding string          // as Metadata tells it
	guesses  []EncodingGuess // when the encoding was guessed
	decoded  bool            // from another encoding than UTF-8
	limit    int64
	read     int64 // bytes of text delivered
	lines    int   // line ends delivered
	carry    [utf8.UTFMax]byte
	carried  int // bytes in carry: the beginning of a character cut by Read
	err      error
}

// newTextSource decides a file's encoding: what the filer told, else a byte
// order mark, else by the beginning of the file.
func newTextSource(r io.Reader, limit int64, told Encoding) (*textSource, error) {
	if err := checkEncoding(told); err != nil {
		return nil, err
	}
	head, src, whole := takeSample(r)
	for _, magic := range []string{zipMagic, oleMagic, "\x1f\x8b", "%PDF"} {
		if bytes.HasPrefix(head, []byte(magic)) {
			return nil, refuseFile(RuleFileFormat, "",
				registry.T("Tệp là bảng tính, tệp nén hoặc PDF, không phải văn bản.", "The file is a workbook, an archive or a PDF, not text."),
				registry.T("Lưu thành “CSV UTF-8” hoặc GeoJSON rồi nộp lại.", "Save it as “CSV UTF-8” or GeoJSON and file again."))
		}
	}
	t := &textSource{limit: limit}
	e := told
	marked := bytes.HasPrefix(head, []byte("\xef\xbb\xbf"))
	switch {
	case told != "":
	case marked:
		e = UTF8
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		e = UTF16LE
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		e = UTF16BE
	default:
		e, t.guesses = guessEncoding(head, whole)
	}
	t.encoding, t.decoded, t.src = string(e), e != UTF8, e.reader(src)
	if e == UTF8 && marked {
		t.encoding = encodedUTF8BOM
		if _, err := io.ReadFull(src, make([]byte, 3)); err != nil {
			return nil, err
		}
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
			registry.T("Lưu thành “CSV UTF-8” hoặc GeoJSON.", "Save it as “CSV UTF-8” or GeoJSON."))
	}
	if !utf8.Valid(chunk[:good]) || t.decoded && bytes.ContainsRune(chunk[:good], utf8.RuneError) {
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

// firstInvalid finds the first byte that belongs to no character. Decoders have
// put U+FFFD where the file had none.
func (t *textSource) firstInvalid(chunk []byte) int {
	for i := 0; i < len(chunk); {
		r, size := utf8.DecodeRune(chunk[i:])
		if r == utf8.RuneError && (size == 1 || t.decoded) {
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
	if t.decoded {
		return refuseFile(RuleTextEncoding, t.encoding,
			registry.Tf("Dòng %d, byte %d (sau khi chuyển mã): không phải ký tự của bảng mã %s.", "Line %d, byte %d (after decoding): no character of %s.", line, offset, t.encoding),
			registry.T("Chọn bảng mã khác, hoặc lưu lại tệp bằng UTF-8.", "Choose another encoding, or save the file again as UTF-8."))
	}
	likely := likelyEncoding(chunk[max(0, at-2048):min(len(chunk), at+2048)])
	return refuseFile(RuleTextEncoding, "",
		registry.Tf("Dòng %d, byte %d: 0x%02X không phải UTF-8; có lẽ tệp dùng bảng mã %s.",
			"Line %d, byte %d: 0x%02X is not UTF-8; the file is probably %s.", line, offset, chunk[at], likely),
		registry.Tf("Chọn đúng bảng mã khi nộp, hoặc mở tệp bằng bảng mã %s, kiểm tra dấu tiếng Việt, rồi lưu lại bằng UTF-8.",
			"Choose the encoding when filing, or open the file as %s, check the letters, and save it again as UTF-8.", likely))
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
