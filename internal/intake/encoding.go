package intake

import (
	"errors"
	"io"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"github.com/hatangso/hatangso/internal/registry"
)

// Encoding names how a text file writes letters as bytes (bảng mã).
type Encoding string

// The encodings that are read. Files of the last four carry no mark of their
// own: they are told by the Vietnamese that they make sense as.
const (
	UTF8        Encoding = "UTF-8" // with a byte order mark or without
	UTF16LE     Encoding = "UTF-16LE"
	UTF16BE     Encoding = "UTF-16BE"
	TCVN3       Encoding = "TCVN3 (ABC)"  // TCVN 5712:1993, VN3, as .VnTime fonts show it
	VNI         Encoding = "VNI"          // VNI-Windows: a base letter and a mark
	Windows1258 Encoding = "Windows-1258" // tones behind their letters
	VISCII      Encoding = "VISCII"       // RFC 1456
)

// encodedUTF8BOM is what Metadata reports of UTF-8 with a byte order mark.
const encodedUTF8BOM = "UTF-8 BOM"

// Encodings are all that [Options].Encoding may be, the likeliest first.
var Encodings = []Encoding{UTF8, TCVN3, VNI, Windows1258, VISCII, UTF16LE, UTF16BE}

// Say tells a filer how the file is read, as a page shows it.
func (e Encoding) Say() registry.Text { return registry.Tf("đọc theo %s", "read as %s", string(e)) }

// decoder gives what turns e into UTF-8, nil for UTF-8 itself. Its output is
// not composed yet; what stands for no character comes out as U+FFFD.
func (e Encoding) decoder() transform.Transformer {
	switch e {
	case UTF16LE:
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()
	case UTF16BE:
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder()
	case TCVN3:
		return tcvn3Decoder{}
	case VNI:
		return vniDecoder{}
	case Windows1258:
		return charmap.Windows1258.NewDecoder()
	case VISCII:
		return &visciiTable
	}
	return nil
}

// decode gives a text in e as UTF-8 in NFC.
func (e Encoding) decode(raw []byte) string {
	decoder := e.decoder()
	if decoder == nil {
		return norm.NFC.String(string(raw))
	}
	out, _, err := transform.Bytes(decoder, raw)
	if err != nil {
		return "" // no decoder of ours fails on a whole text
	}
	return norm.NFC.String(string(out))
}

// reader decodes a stream, composed: tones of their own join their letters.
func (e Encoding) reader(r io.Reader) io.Reader {
	decoder := e.decoder()
	if decoder == nil {
		return r
	}
	return transform.NewReader(transform.NewReader(r, decoder), norm.NFC)
}

// checkEncoding refuses an encoding that the filer names and nobody reads.
func checkEncoding(e Encoding) error {
	if e == "" {
		return nil
	}
	known := make([]string, len(Encodings))
	for i, k := range Encodings {
		if known[i] = string(k); k == e {
			return nil
		}
	}
	return refuseFile(RuleTextEncoding, string(e),
		registry.Tf("Không đọc được bảng mã %q.", "The encoding %q is not read.", string(e)),
		registry.Tf("Dùng: %s.", "Use: %s.", suggest(string(e), known)))
}

// sampleBytes is how much of a file decides its encoding.
const sampleBytes = 256 << 10

// takeSample reads the beginning of a file, and gives it back in front of the
// rest. whole says that there is no rest. A source that fails is told of when
// its turn comes, not before what it gave.
func takeSample(r io.Reader) (sample []byte, all io.Reader, whole bool) {
	sample = make([]byte, 0, 4096)
	for idle := 0; len(sample) < sampleBytes; {
		if len(sample) == cap(sample) {
			grown := make([]byte, len(sample), min(4*cap(sample), sampleBytes))
			copy(grown, sample)
			sample = grown
		}
		n, err := r.Read(sample[len(sample):cap(sample)])
		if sample = sample[:len(sample)+n]; err != nil {
			return sample, &restored{head: sample, src: ended{err}}, errors.Is(err, io.EOF)
		}
		if n > 0 {
			idle = 0
		} else if idle++; idle == 100 {
			return sample, &restored{head: sample, src: ended{io.ErrNoProgress}}, false
		}
	}
	return sample, &restored{head: sample, src: r}, false
}

// restored reads a head again and then what follows it. Unlike
// io.MultiReader it lets the head go.
type restored struct {
	head []byte
	src  io.Reader
}

func (r *restored) Read(p []byte) (int, error) {
	if len(r.head) == 0 {
		r.head = nil
		return r.src.Read(p)
	}
	n := copy(p, r.head)
	r.head = r.head[n:]
	return n, nil
}

// ended is a source that has nothing left but its error.
type ended struct{ err error }

func (e ended) Read([]byte) (int, error) { return 0, e.err }
