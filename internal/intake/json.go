package intake

import (
	"bytes"
	"io"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/hatangso/hatangso/internal/registry"
)

// recordSeparator begins each text of a GeoJSON text sequence (RFC 8142).
const recordSeparator = 0x1e

// jsonScanner walks JSON text (RFC 8259) without building it. It is strict, but
// for NaN and Infinity, which Python writes and which are passed over so that
// the rest of the file can be read; the caller refuses the record.
//
// Errors are those of the source, or a *registry.Error that names the byte and
// the last good record.
type jsonScanner struct {
	w       *window
	limits  Limits
	mark    int64 // where the feature or member began, for limit.feature
	good    int   // number of the last feature read to its end
	newline bool  // there was a line end between tokens since it was last cleared
	// lineBound makes a line end between tokens an error: a feature cut short
	// must not take the next line with it.
	lineBound bool
	err       error // the first error; nothing is read after it
	scratch   []byte
}

func (s *jsonScanner) fill() bool {
	if s.err != nil {
		return false
	}
	if s.w.offset()-s.mark > s.limits.FeatureBytes {
		s.err = refuseSize(RuleLimitFeature,
			registry.Tf("Đối tượng sau đối tượng %d lớn hơn %d byte.", "The object after feature %d is larger than %d bytes.", s.good, s.limits.FeatureBytes),
			registry.T("Chia nhỏ hình, hoặc đơn giản hóa ranh giới.", "Split the geometry, or simplify the boundary."))
		return false
	}
	if err := s.w.fill(); err == io.EOF {
		s.err = s.truncated()
	} else if err != nil {
		s.err = err
	}
	return s.err == nil
}

// peek gives the next n bytes unread, fewer at the end. An error of the source
// is left for the next fill, which meets it again.
func (s *jsonScanner) peek(n int) []byte {
	for s.w.w-s.w.r < n {
		if s.w.fill() != nil {
			break
		}
	}
	return s.w.buf[s.w.r:min(s.w.r+n, s.w.w)]
}

// space passes over white space and gives the next byte, unread; 0 on error.
func (s *jsonScanner) space() byte {
	for {
		for s.w.r < s.w.w {
			switch b := s.w.buf[s.w.r]; b {
			case ' ', '\t', '\r':
				s.w.r++
			case '\n':
				if s.lineBound {
					s.syntax(b)
					return 0
				}
				s.newline = true
				s.w.r++
			default:
				if s.err != nil {
					return 0
				}
				return b
			}
		}
		if !s.fill() {
			return 0
		}
	}
}

// take reads the byte b, after white space.
func (s *jsonScanner) take(b byte) bool {
	if got := s.space(); got != b {
		return s.syntax(got)
	}
	s.w.r++
	return true
}

// more reads a comma, or the closing byte of an array or object: then it says
// false. first tells that no element was read yet.
func (s *jsonScanner) more(closing byte, first bool) bool {
	b := s.space()
	switch {
	case b == closing:
		s.w.r++
		return false
	case first:
		return s.err == nil
	case b == ',':
		s.w.r++
		if s.space() == closing {
			return s.syntax(closing)
		}
		return s.err == nil
	}
	return s.syntax(b)
}

// key reads the name of a member and the colon behind it into scratch.
func (s *jsonScanner) key() (key []byte, tooLong, ok bool) {
	if !s.take('"') {
		return nil, false, false
	}
	s.scratch, tooLong = s.text(s.scratch[:0], s.limits.KeyBytes, decoded)
	ok = s.err == nil && s.take(':')
	return s.scratch, tooLong, ok
}

// How text gives a string: decoded, as it stands with its quotes, or not.
type textMode byte

const (
	decoded textMode = iota
	verbatim
	skipped
)

// text reads a string behind its opening mark and appends at most limit bytes
// of it to dst; tooLong tells that there was more.
func (s *jsonScanner) text(dst []byte, limit int, mode textMode) (_ []byte, tooLong bool) {
	from := len(dst)
	put := func(b ...byte) {
		if mode == skipped {
			return
		}
		if len(dst)-from+len(b) > limit {
			tooLong = true
			return
		}
		dst = append(dst, b...)
	}
	if mode == verbatim {
		put('"')
	}
	for {
		run := s.w.buf[s.w.r:s.w.w]
		end := 0
		for end < len(run) && run[end] != '"' && run[end] != '\\' && run[end] >= ' ' {
			end++
		}
		put(run[:end]...)
		s.w.r += end
		if end == len(run) {
			if !s.fill() {
				return dst, tooLong
			}
			continue
		}
		switch run[end] {
		case '"':
			s.w.r++
			if mode == verbatim {
				put('"')
			}
			return dst, tooLong
		case '\\':
			var room [12]byte
			raw, char, ok := s.escape(room[:0])
			if !ok {
				return dst, tooLong
			}
			if mode == verbatim {
				put(raw...)
			} else {
				put(utf8.AppendRune(room[:0], char)...)
			}
		default:
			s.syntax(run[end])
			return dst, tooLong
		}
	}
}

// escape reads an escape sequence; a lone surrogate becomes U+FFFD, as in
// encoding/json. raw is the sequence as written.
func (s *jsonScanner) escape(raw []byte) (_ []byte, char rune, ok bool) {
	next := func() byte {
		for s.w.r >= s.w.w {
			if !s.fill() {
				return 0
			}
		}
		b := s.w.buf[s.w.r]
		s.w.r++
		raw = append(raw, b)
		return b
	}
	hex := func() (v rune, ok bool) {
		for range 4 {
			b := next()
			d := bytes.IndexByte([]byte("0123456789abcdef"), b|0x20)
			if b < '0' || '9' < b && b < 'A' || d < 0 {
				return 0, s.syntax(b)
			}
			v = v<<4 | rune(d)
		}
		return v, true
	}
	next()
	switch b := next(); b {
	case '"', '\\', '/':
		return raw, rune(b), true
	case 'b':
		return raw, '\b', true
	case 'f':
		return raw, '\f', true
	case 'n':
		return raw, '\n', true
	case 'r':
		return raw, '\r', true
	case 't':
		return raw, '\t', true
	case 'u':
		if char, ok = hex(); !ok || !utf16.IsSurrogate(char) {
			return raw, char, ok
		}
		// A pair needs both; what follows a lone half is read by itself.
		if rest := s.peek(6); len(rest) < 6 || rest[0] != '\\' || rest[1] != 'u' {
			return raw, utf8.RuneError, true
		}
		at, length := s.w.r, len(raw)
		next()
		next()
		low, ok := hex()
		if !ok {
			return raw, 0, false
		}
		if pair := utf16.DecodeRune(char, low); pair != utf8.RuneError {
			return raw, pair, true
		}
		s.w.r, raw = at, raw[:length]
		return raw, utf8.RuneError, true
	default:
		return raw, 0, s.syntax(b)
	}
}

// number reads a number into scratch, as written; nil without an error tells
// that it was longer than MaxNumberBytes.
func (s *jsonScanner) number() []byte {
	s.scratch = s.scratch[:0]
	for {
		run := s.w.buf[s.w.r:s.w.w]
		end := 0
		for end < len(run) && isNumberByte(run[end]) {
			end++
		}
		if len(s.scratch) <= MaxNumberBytes {
			s.scratch = append(s.scratch, run[:end]...)
		}
		s.w.r += end
		if end < len(run) {
			break
		}
		if !s.fill() {
			return nil
		}
	}
	if len(s.scratch) > MaxNumberBytes {
		return nil
	}
	if !isNumber(s.scratch) {
		s.syntax(s.scratch[0])
		return nil
	}
	return s.scratch
}

func isNumberByte(b byte) bool {
	return '0' <= b && b <= '9' || b == '-' || b == '+' || b == '.' || b == 'e' || b == 'E'
}

// isNumber checks the grammar of RFC 8259 §6.
func isNumber(b []byte) bool {
	digits := func() bool {
		n := 0
		for n < len(b) && '0' <= b[n] && b[n] <= '9' {
			n++
		}
		b = b[n:]
		return n > 0
	}
	b = bytes.TrimPrefix(b, []byte{'-'})
	if len(b) > 1 && b[0] == '0' && '0' <= b[1] && b[1] <= '9' || !digits() {
		return false
	}
	if len(b) > 0 && b[0] == '.' {
		if b = b[1:]; !digits() {
			return false
		}
	}
	if len(b) > 0 && b[0]|0x20 == 'e' {
		if b = b[1:]; len(b) > 0 && (b[0] == '+' || b[0] == '-') {
			b = b[1:]
		}
		if !digits() {
			return false
		}
	}
	return len(b) == 0
}

// literal reads true, false, null, or one of NaN, Infinity and -Infinity (the
// minus is read already), and gives its text.
func (s *jsonScanner) literal() string {
	first := s.w.buf[s.w.r]
	for _, word := range []string{"true", "false", "null", "NaN", "Infinity"} {
		if word[0] != first {
			continue
		}
		rest := s.peek(len(word) + 1)
		if bytes.HasPrefix(rest, []byte(word)) && (len(rest) == len(word) || !isWordByte(rest[len(word)])) {
			s.w.r += len(word)
			return word
		}
		break
	}
	s.syntax(first)
	return ""
}

func isWordByte(b byte) bool {
	return 'a' <= b|0x20 && b|0x20 <= 'z' || '0' <= b && b <= '9' || b == '_' || b >= 0x80
}

// syntax sets the error for a byte that cannot stand here; it gives false.
func (s *jsonScanner) syntax(b byte) bool {
	if s.err == nil {
		s.err = refuseFile(RuleJSONSyntax, "",
			registry.Tf("Lỗi cú pháp JSON ở byte %d (%q), sau đối tượng %d.", "JSON syntax error at byte %d (%q), after feature %d.", s.w.offset()+1, rune(b), s.good),
			registry.T("Xuất lại tệp GeoJSON từ phần mềm nguồn.", "Export the GeoJSON file again."))
	}
	return false
}

func (s *jsonScanner) truncated() error {
	return refuseFile(RuleJSONTruncated, "",
		registry.Tf("Tệp bị cắt ngang ở byte %d; đối tượng đọc trọn cuối cùng là %d.", "The file is cut off at byte %d; the last whole feature is %d.", s.w.base+int64(s.w.w)+1, s.good),
		registry.T("Tải hoặc xuất lại tệp.", "Download or export the file again."))
}
