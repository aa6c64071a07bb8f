package intake

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"

	"github.com/hatangso/hatangso/internal/registry"
)

// Records of BIFF8 that are read ([MS-XLS] §2.3).
const (
	biffFormula    = 0x0006
	biffEOF        = 0x000A
	biffDateMode   = 0x0022
	biffFilePass   = 0x002F
	biffContinue   = 0x003C
	biffBoundSheet = 0x0085
	biffMulRK      = 0x00BD
	biffRString    = 0x00D6
	biffXF         = 0x00E0
	biffSST        = 0x00FC
	biffLabelSST   = 0x00FD
	biffNumber     = 0x0203
	biffLabel      = 0x0204
	biffBoolErr    = 0x0205
	biffString     = 0x0207
	biffRow        = 0x0208
	biffRK         = 0x027E
	biffFormat     = 0x041E
	biffBOF        = 0x0809

	biff8 = 0x0600
)

// biff reads records: a number, a length and so many bytes.
type biff struct {
	in   *bufio.Reader
	at   int64 // in the stream, behind the record
	id   uint16
	data []byte
	held [1<<16 - 1]byte
}

func newBIFF(r io.Reader) *biff { return &biff{in: bufio.NewReaderSize(r, 64<<10)} }

// next reads the next record. That there is none is an error: a substream ends
// with a record of its own.
func (b *biff) next() error {
	var head [4]byte
	n, err := io.ReadFull(b.in, head[:])
	b.at += int64(n)
	if err != nil {
		return unexpected(err)
	}
	b.id = binary.LittleEndian.Uint16(head[:])
	b.data = b.held[:binary.LittleEndian.Uint16(head[2:])]
	n, err = io.ReadFull(b.in, b.data)
	b.at += int64(n)
	if err != nil {
		return unexpected(err)
	}
	return nil
}

func unexpected(err error) error {
	var known *registry.Error
	if errors.As(err, &known) {
		return err
	}
	return brokenXLS(err)
}

// more says whether the next record continues this one, and reads it.
func (b *biff) more() (bool, error) {
	head, err := b.in.Peek(2)
	if err != nil {
		if errors.Is(err, io.EOF) {
			return false, nil
		}
		return false, unexpected(err)
	}
	if binary.LittleEndian.Uint16(head) != biffContinue {
		return false, nil
	}
	return true, b.next()
}

// skipTo passes over what lies before a place in the stream.
func (b *biff) skipTo(at int64) error {
	if at < b.at {
		return brokenXLS(fmt.Errorf("a sheet at %d, before %d", at, b.at))
	}
	n, err := io.CopyN(io.Discard, b.in, at-b.at)
	b.at += n
	if err != nil {
		return unexpected(err)
	}
	return nil
}

// uint16 gives the two bytes at a place of the record; 0 behind its end.
func (b *biff) uint16(at int) uint16 {
	if at+2 > len(b.data) {
		return 0
	}
	return binary.LittleEndian.Uint16(b.data[at:])
}

// uint64 gives eight bytes.
func (b *biff) uint64(at int) uint64 {
	if at+8 > len(b.data) {
		return 0
	}
	return binary.LittleEndian.Uint64(b.data[at:])
}

// text reads a string of so many characters whose flags are at a place of the
// record ([MS-XLS] §2.5.294).
func (b *biff) text(at, characters int) (string, error) {
	if at >= len(b.data) {
		if characters == 0 {
			return "", nil
		}
		return "", brokenXLS(io.ErrUnexpectedEOF)
	}
	s := segments{biff: b, rest: b.data[at+1:]}
	return s.characters(characters, b.data[at]&1 != 0)
}

// segments reads on from a record into those that continue it.
type segments struct {
	biff *biff
	rest []byte
}

// fill makes rest hold at least one byte; false when nothing follows.
func (s *segments) fill() (bool, error) {
	for len(s.rest) == 0 {
		more, err := s.biff.more()
		if !more || err != nil {
			return false, err
		}
		s.rest = s.biff.data
	}
	return true, nil
}

// need is fill where something must follow.
func (s *segments) need() error {
	ok, err := s.fill()
	if err == nil && !ok {
		err = brokenXLS(io.ErrUnexpectedEOF)
	}
	return err
}

// number reads so many bytes as a number, the least first.
func (s *segments) number(bytes int) (n uint32, err error) {
	for i := range bytes {
		if err := s.need(); err != nil {
			return 0, err
		}
		n |= uint32(s.rest[0]) << (8 * i)
		s.rest = s.rest[1:]
	}
	return n, nil
}

// skip passes over bytes.
func (s *segments) skip(n uint64) error {
	for n > 0 {
		if err := s.need(); err != nil {
			return err
		}
		step := min(n, uint64(len(s.rest)))
		s.rest = s.rest[step:]
		n -= step
	}
	return nil
}

// characters reads UTF-16, wide, or its lower bytes. A record that continues a
// string says anew which it is.
func (s *segments) characters(n int, wide bool) (string, error) {
	var units []uint16
	for n > 0 {
		if len(s.rest) == 0 {
			if err := s.need(); err != nil {
				return "", err
			}
			wide = s.rest[0]&1 != 0
			s.rest = s.rest[1:]
			continue
		}
		if !wide {
			take := min(n, len(s.rest))
			for _, c := range s.rest[:take] {
				units = append(units, uint16(c))
			}
			s.rest, n = s.rest[take:], n-take
			continue
		}
		take := min(n, len(s.rest)/2)
		if take == 0 {
			return "", brokenXLS(io.ErrUnexpectedEOF)
		}
		for i := range take {
			units = append(units, binary.LittleEndian.Uint16(s.rest[2*i:]))
		}
		s.rest, n = s.rest[2*take:], n-take
	}
	// PostgreSQL stores no NUL
	return strings.ReplaceAll(string(utf16.Decode(units)), "\x00", ""), nil
}

// readSST reads the shared strings ([MS-XLS] §2.4.265).
func readSST(b *biff, into *sharedTexts) error {
	s := segments{biff: b, rest: b.data}
	if err := s.skip(4); err != nil {
		return err
	}
	count, err := s.number(4)
	if err != nil {
		return err
	}
	for range count {
		ok, err := s.fill()
		if err != nil {
			return err
		}
		if !ok {
			break // the count is too large; a cell of no text is empty
		}
		text, err := s.richString()
		if err != nil {
			return err
		}
		if err := into.add(text); err != nil {
			return err
		}
	}
	return into.flush()
}

// richString reads a string without its fonts and phonetic guide ([MS-XLS]
// §2.5.293).
func (s *segments) richString() (string, error) {
	n, err := s.number(2)
	if err != nil {
		return "", err
	}
	flags, err := s.number(1)
	if err != nil {
		return "", err
	}
	var runs, guide uint32
	if flags&8 != 0 {
		if runs, err = s.number(2); err != nil {
			return "", err
		}
	}
	if flags&4 != 0 {
		if guide, err = s.number(4); err != nil {
			return "", err
		}
	}
	text, err := s.characters(int(n), flags&1 != 0)
	if err != nil {
		return "", err
	}
	return text, s.skip(4*uint64(runs) + uint64(guide))
}
