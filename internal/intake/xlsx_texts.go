package intake

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"runtime"

	"github.com/hatangso/hatangso/internal/registry"
)

// Limits of the texts that the cells of a workbook share.
const (
	// MaxSharedTexts is how many there may be.
	MaxSharedTexts = 8 << 20
	// sharedInMemory is how many bytes of them are held in memory; the rest goes
	// to a file without a name.
	sharedInMemory = 32 << 20
)

// sharedTexts are the shared strings of a workbook: a cell has the number of
// its text.
type sharedTexts struct {
	memory []byte
	late   []byte // to be written to file
	file   *os.File
	ends   []int64
	size   int64
}

// readSharedTexts reads the part of that name; "" when there is none.
func readSharedTexts(a *archive, part string) (*sharedTexts, error) {
	texts := &sharedTexts{}
	f := a.find(part)
	if f == nil {
		return texts, nil
	}
	in, err := a.open(f)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	if err := texts.read(newXMLReader(in, maxSheetRowBytes)); err != nil {
		return nil, errors.Join(err, texts.close())
	}
	return texts, nil
}

func (s *sharedTexts) read(x *xmlReader) error {
	var buf []byte
	for {
		x.begin()
		token, err := x.next()
		if errors.Is(err, io.EOF) {
			return s.flush()
		}
		if err != nil {
			return err
		}
		e, ok := token.(xml.StartElement)
		if !ok || e.Name.Local != "si" {
			continue
		}
		if buf, err = x.richText(buf[:0]); err != nil {
			return err
		}
		if err := s.add(unescapeText(string(buf))); err != nil {
			return err
		}
	}
}

// add appends a text. After the last, flush must follow.
func (s *sharedTexts) add(text string) error {
	if len(s.ends) == MaxSharedTexts {
		return refuseSize(RuleLimitRows,
			registry.Tf("Bảng tính có hơn %d chuỗi.", "The workbook has more than %d texts.", MaxSharedTexts),
			registry.T("Chia tệp thành nhiều phần.", "Split the file."))
	}
	s.size += int64(len(text))
	s.ends = append(s.ends, s.size)
	if s.size <= sharedInMemory {
		s.memory = append(s.memory, text...)
		return nil
	}
	if s.late = append(s.late, text...); len(s.late) < 1<<20 {
		return nil
	}
	return s.flush()
}

// flush writes the rest of what memory does not hold.
func (s *sharedTexts) flush() error {
	err := s.spill(s.late)
	s.late = s.late[:0]
	return err
}

// spill writes what memory does not hold.
func (s *sharedTexts) spill(b []byte) (err error) {
	if len(b) == 0 {
		return nil
	}
	if s.file == nil {
		if s.file, err = unnamedFile(); err != nil {
			return err
		}
	}
	_, err = s.file.Write(b)
	return err
}

// at gives a text by its number; "" when there is none.
func (s *sharedTexts) at(i int) (string, error) {
	if i < 0 || i >= len(s.ends) {
		return "", nil
	}
	from, end := int64(0), s.ends[i]
	if i > 0 {
		from = s.ends[i-1]
	}
	held := int64(len(s.memory))
	if end <= held {
		return string(s.memory[from:end]), nil
	}
	b := make([]byte, end-from)
	_, err := s.file.ReadAt(b, from-held)
	return string(b), err
}

func (s *sharedTexts) close() error {
	if s.file == nil {
		return nil
	}
	f := s.file
	s.file = nil
	return f.Close()
}

// unnamedFile makes a file that leaves nothing behind. It closes with the last
// reference to it, as every os.File does.
func unnamedFile() (*os.File, error) {
	f, err := os.CreateTemp("", "hatangso-intake-*")
	if err != nil {
		return nil, err
	}
	if err := os.Remove(f.Name()); err != nil {
		// Windows keeps the name of an open file
		runtime.AddCleanup(f, func(name string) { _ = os.Remove(name) }, f.Name())
	}
	return f, nil
}
