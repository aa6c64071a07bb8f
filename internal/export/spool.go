package export

import (
	"io"
	"os"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// MaxSpoolBytes bounds the temporary file of a format whose beginning can only
// be written when its end is known: GeoPackage and FlatGeobuf.
const MaxSpoolBytes = 8 << 30

// Close gives back what a sink holds besides memory, such as a temporary file.
// Whoever calls [New] must call it when the stream has ended, well or not.
func Close(sink postgres.Sink) {
	if c, ok := sink.(io.Closer); ok {
		_ = c.Close() // a temporary file of which nobody wants anything more
	}
}

// spool is a temporary file that is written, then read.
type spool struct {
	*os.File
	size, limit int64
}

func newSpool(pattern string) (*spool, error) {
	f, err := os.CreateTemp("", pattern)
	if err != nil {
		return nil, err
	}
	return &spool{File: f, limit: MaxSpoolBytes}, nil
}

func (s *spool) Write(b []byte) (int, error) {
	if s.size += int64(len(b)); s.size > s.limit {
		return 0, errSpoolFull(s.limit)
	}
	return s.File.Write(b)
}

// Close removes the file.
func (s *spool) Close() error {
	err := s.File.Close()
	if removed := os.Remove(s.Name()); err == nil {
		err = removed
	}
	return err
}

func errSpoolFull(limit int64) error {
	return &registry.Error{
		Code: registry.CodeTooLarge,
		Message: registry.Tf("Tệp xuất lớn hơn %d MB; hãy lọc theo đơn vị hoặc khung tọa độ.",
			"The export is larger than %d MB; filter by unit or box.", limit>>20),
	}
}
