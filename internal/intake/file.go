package intake

import (
	"bytes"
	"io"
	"os"
)

// opener reads a format that needs the whole file at hand.
type opener struct {
	magic []byte // what such a file begins with
	open  func(f *os.File, opts Options) (Reader, error)
}

// openers are the formats that cannot be read from front to back.
var openers = []opener{
	{[]byte(sqliteMagic), openGeoPackage},
	{[]byte(zipMagic), openZip},
	{[]byte(shapefileMagic), openShapefileSet},
	{[]byte(oleMagic), openOLE},
}

// OpenFile is [Open] for a file at hand, which lets it read the formats that
// need to be read here and there. r is what is read of a format that is read
// from front to back: f itself, or what counts its bytes. A Reader that is an
// io.Closer must be closed; f stays the caller's.
func OpenFile(f *os.File, r io.Reader, opts Options) (Reader, error) {
	head := make([]byte, len(sqliteMagic))
	n, err := f.ReadAt(head, 0)
	if err != nil && err != io.EOF {
		n = 0 // a pipe cannot be read here and there
	}
	for _, o := range openers {
		if bytes.HasPrefix(head[:n], o.magic) {
			return o.open(f, opts)
		}
	}
	return Open(r, f.Name(), opts)
}
