package intake

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
)

// Limits of an archive, against those that unpack to more than they say. Nothing
// is ever unpacked to disk under a name of the archive's choosing.
const (
	// MaxZipBytes is the size of a packed file.
	MaxZipBytes = 1 << 30
	// MaxZipDirectoryBytes is the size of the list of its entries.
	MaxZipDirectoryBytes = 4 << 20
	// MaxZipEntries is the number of entries.
	MaxZipEntries = 10_000
	// MaxZipRatio is how many times larger than packed an entry may be, of those
	// over ZipRatioFromBytes. Deflate reaches 1,000 with a file of one byte over
	// and over; sheets and tables reach some 40.
	MaxZipRatio       = 200
	ZipRatioFromBytes = 16 << 20
)

// Rules of the faults that archives give.
const (
	RuleZipBroken  = "zip.broken"
	RuleZipContent = "zip.content" // nothing in it that can be read
	RuleZipEntries = "limit.zip-entries"
	RuleZipRatio   = "limit.zip-ratio"
)

// zipMagic is what an archive that is not empty begins with.
const zipMagic = "PK\x03\x04"

// archive is a zip file within limits.
type archive struct {
	files  []*zip.File
	limits Limits
}

func openArchive(file io.ReaderAt, size int64, limits Limits) (*archive, error) {
	if size > MaxZipBytes {
		return nil, archiveTooLarge(MaxZipBytes)
	}
	if err := checkDirectory(file, size); err != nil {
		return nil, err
	}
	r, err := zip.NewReader(file, size)
	// names that lead out of a directory matter to nobody who makes no files
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, brokenArchive(err)
	}
	if len(r.File) > MaxZipEntries {
		return nil, tooManyEntries()
	}
	a := &archive{limits: limits}
	for _, f := range r.File {
		if strings.HasSuffix(f.Name, "/") || strings.HasPrefix(f.Name, "__MACOSX/") || strings.HasPrefix(path.Base(f.Name), "._") {
			continue
		}
		if f.Flags&1 != 0 {
			return nil, refuseFile(RuleZipBroken, f.Name,
				registry.T("Tệp nén có mật khẩu.", "The archive has a password."),
				registry.T("Nén lại không đặt mật khẩu.", "Pack it again without one."))
		}
		if f.UncompressedSize64 > ZipRatioFromBytes && f.UncompressedSize64/MaxZipRatio > f.CompressedSize64 {
			return nil, bomb(f.Name)
		}
		// #nosec G115 -- a limit is positive
		if f.UncompressedSize64 > uint64(limits.FileBytes) {
			return nil, archiveTooLarge(limits.FileBytes)
		}
		a.files = append(a.files, f)
	}
	return a, nil
}

// checkDirectory bounds the list of entries before package zip reads it into
// memory: it believes the list, not the count beside it.
func checkDirectory(file io.ReaderAt, length int64) error {
	const endBytes, maxComment = 22, 1<<16 - 1
	tail := make([]byte, min(length, endBytes+maxComment))
	if _, err := file.ReadAt(tail, length-int64(len(tail))); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	for at := len(tail) - endBytes; at >= 0; at-- {
		end := tail[at:]
		if !bytes.HasPrefix(end, []byte("PK\x05\x06")) || int(binary.LittleEndian.Uint16(end[20:]))+endBytes > len(end) {
			continue
		}
		entries, size := binary.LittleEndian.Uint16(end[10:]), int64(binary.LittleEndian.Uint32(end[12:]))
		start, offset := length-int64(len(end)), int64(binary.LittleEndian.Uint32(end[16:]))
		switch {
		case entries > MaxZipEntries || size > MaxZipDirectoryBytes:
			return tooManyEntries()
		case offset+size != start:
			return brokenArchive(zip.ErrFormat)
		}
		return nil
	}
	return brokenArchive(zip.ErrFormat)
}

// open reads an entry, which fails when it holds more than the directory says
// or was damaged.
func (a *archive) open(f *zip.File) (io.ReadCloser, error) {
	r, err := f.Open()
	if err != nil {
		return nil, brokenArchive(err)
	}
	return entry{r}, nil
}

// entry words the errors of what is packed.
type entry struct{ io.ReadCloser }

func (e entry) Read(b []byte) (int, error) {
	n, err := e.ReadCloser.Read(b)
	if err != nil && err != io.EOF {
		err = brokenArchive(err)
	}
	return n, err
}

// find gives the entry with that name, any letter case, nil when there is none.
func (a *archive) find(name string) *zip.File {
	for _, f := range a.files {
		if strings.EqualFold(strings.ReplaceAll(f.Name, `\`, "/"), name) {
			return f
		}
	}
	return nil
}

// having gives the entries whose name ends so, any letter case.
func (a *archive) having(extension string) []*zip.File {
	var out []*zip.File
	for _, f := range a.files {
		if strings.EqualFold(path.Ext(f.Name), extension) {
			out = append(out, f)
		}
	}
	return out
}

// openZip finds out what an archive is.
func openZip(f *os.File, opts Options) (Reader, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	a, err := openArchive(f, info.Size(), opts.Limits.withDefaults())
	if err != nil {
		return nil, err
	}
	switch {
	case a.find("xl/workbook.xml") != nil:
		return openWorkbook(a, opts)
	case len(a.having(".shp")) > 0:
		return openZippedShapefile(a, opts)
	case len(a.having(".kml")) > 0:
		return openKMZ(a, opts)
	}
	return nil, refuseFile(RuleZipContent, filepath.Base(f.Name()),
		registry.T("Tệp nén không chứa bảng tính XLSX, Shapefile hay KML.", "The archive holds no XLSX workbook, Shapefile or KML."),
		registry.T("Lưu bảng tính thành .xlsx; nén một bộ .shp, .shx, .dbf, .prj; hoặc nộp CSV, GeoJSON không nén.",
			"Save a spreadsheet as .xlsx; pack one set of .shp, .shx, .dbf, .prj; or file CSV or GeoJSON unpacked."))
}

// isDamage tells an archive's own errors from those of the disk under it.
func isDamage(err error) bool {
	return errors.Is(err, zip.ErrFormat) || errors.Is(err, zip.ErrChecksum) || errors.Is(err, zip.ErrAlgorithm) ||
		errors.Is(err, io.ErrUnexpectedEOF) || strings.HasPrefix(err.Error(), "flate: ")
}

func brokenArchive(err error) error {
	if !isDamage(err) {
		return err
	}
	return &registry.Error{Code: registry.CodeInvalid, Err: err,
		Message: registry.T("Tệp nén bị hỏng hoặc bị cắt cụt.", "The archive is damaged or cut short."),
		Faults: []registry.Fault{registry.NewFault(RuleZipBroken, "", "",
			registry.T("Tệp nén bị hỏng hoặc bị cắt cụt.", "The archive is damaged or cut short."),
			registry.T("Tải hoặc lưu lại tệp rồi nộp lại.", "Download or save the file again and file it anew."))}}
}

func tooManyEntries() error {
	return refuseSize(RuleZipEntries,
		registry.Tf("Tệp nén có hơn %d mục.", "The archive has more than %d entries.", MaxZipEntries),
		registry.T("Chỉ nén các tệp cần nộp.", "Pack only the files to be filed."))
}

func bomb(name string) error {
	message := registry.Tf("Mục trong tệp nén nở ra hơn %d lần.", "An entry of the archive unpacks to more than %d times its size.", MaxZipRatio)
	mend := registry.T("Lưu lại tệp, bỏ các ô và trang trống thừa.", "Save the file again without superfluous empty cells and sheets.")
	return &registry.Error{Code: registry.CodeTooLarge, Message: message,
		Faults: []registry.Fault{registry.NewFault(RuleZipRatio, "", name, message, mend)}}
}

func archiveTooLarge(limit int64) error {
	return refuseSize(RuleLimitBytes,
		registry.Tf("Tệp lớn hơn %d byte.", "The file is larger than %d bytes.", limit),
		registry.T("Chia tệp thành nhiều phần.", "Split the file."))
}
