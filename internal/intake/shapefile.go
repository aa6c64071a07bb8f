package intake

import (
	"archive/zip"
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
)

// Rules of the faults that shapefiles give.
const (
	RuleShapefileParts     = "shapefile.parts"     // a file of the set is missing, or there are several sets
	RuleShapefileTruncated = "shapefile.truncated" // shorter than it says
	RuleShapefileCorrupt   = "shapefile.corrupt"
	RuleShapefileOrder     = "shapefile.order" // shapes do not stand in the order of their numbers
	RuleShapefileCharset   = "shapefile.charset"
)

// shapefileMagic is what a .shp begins with (ESRI Shapefile Technical
// Description, 1998).
const shapefileMagic = "\x00\x00\x27\x0a"

// shapefileReader streams an ESRI Shapefile: shapes and the rows of their table
// side by side. It takes what the format is found as in the wild: heights
// without measures, dates and numbers left blank, deleted rows, gaps between
// shapes; one bad shape does not end the file. (Package go-shapefile, tried
// first, refuses the whole file for each of these.)
type shapefileReader struct {
	meta    Metadata
	limits  Limits
	shapes  *shapeFile
	table   *dbaseFile
	closers []io.Closer
	number  int
	sawZ    bool
	failed  error
}

// part is one file of a set.
type part struct {
	io.ReadCloser
	size int64
}

// openShapefile reads the headers of a set of files, found by extension. index
// and the two descriptions may be missing.
func openShapefile(open func(extension string) (part, error), limits Limits) (_ Reader, err error) {
	s := &shapefileReader{limits: limits, meta: Metadata{Format: FormatShapefile}}
	defer func() {
		if err != nil {
			err = errors.Join(err, s.Close())
		}
	}()
	parts := map[string]*part{}
	for _, extension := range []string{".shp", ".dbf", ".shx", ".prj", ".cpg"} {
		p, err := open(extension)
		if err != nil {
			return nil, err
		}
		if p.ReadCloser == nil {
			continue
		}
		s.closers = append(s.closers, p)
		parts[extension] = &p
	}
	for _, extension := range []string{".shp", ".dbf"} {
		if parts[extension] == nil {
			return nil, refuseFile(RuleShapefileParts, extension,
				registry.Tf("Thiếu tệp %s.", "The file %s is missing.", extension),
				registry.T("Nộp đủ .shp, .shx, .dbf, .prj, .cpg cùng tên, tốt nhất trong một tệp .zip.", "File .shp, .shx, .dbf, .prj, .cpg of the same name, best in one .zip."))
		}
	}
	prj, err := description(parts[".prj"])
	if err != nil {
		return nil, err
	}
	cpg, err := description(parts[".cpg"])
	if err != nil {
		return nil, err
	}
	s.meta.CRSName = crsOfPRJ(prj)
	if s.shapes, err = openShapes(parts[".shp"], parts[".shx"], limits); err != nil {
		return nil, err
	}
	if s.table, err = openDBase(parts[".dbf"], cpg, limits); err != nil {
		return nil, err
	}
	s.meta.Encoding = s.table.encoding
	return s, nil
}

func (s *shapefileReader) Columns() []string  { return s.table.names.columns() }
func (s *shapefileReader) Metadata() Metadata { return s.meta }

// Close ends the reading early.
func (s *shapefileReader) Close() error {
	var failed error
	for _, c := range s.closers {
		failed = errors.Join(failed, c.Close())
	}
	s.closers = nil
	return failed
}

func (s *shapefileReader) Next(rec *Record) error {
	if s.failed != nil {
		return s.failed
	}
	err := s.next(rec)
	if err != nil && !isRowError(err) {
		s.failed = err
		if closed := s.Close(); closed != nil && err == io.EOF {
			s.failed = closed
		}
		return s.failed
	}
	return err
}

func (s *shapefileReader) next(rec *Record) error {
	for {
		shape, shapeErr := s.shapes.next()
		if shapeErr != nil && !errors.Is(shapeErr, io.EOF) {
			return shapeErr
		}
		*rec = Record{names: &s.table.names, values: rec.values, kinds: rec.kinds}
		deleted, faults, tableErr := s.table.next(rec)
		if tableErr != nil && !errors.Is(tableErr, io.EOF) {
			return tableErr
		}
		if (shapeErr == nil) != (tableErr == nil) {
			return refuseFile(RuleShapefileTruncated, "",
				registry.Tf("Tệp .shp và .dbf không cùng số đối tượng (khác nhau sau đối tượng %d).", "The .shp and .dbf do not have the same number of features (they part after feature %d).", s.number),
				registry.T("Xuất lại Shapefile; không sửa .dbf bằng bảng tính.", "Export the shapefile again; do not edit the .dbf as a spreadsheet."))
		}
		if shapeErr != nil {
			return io.EOF
		}
		if s.number++; s.number > s.limits.Rows {
			return refuseSize(RuleLimitRows,
				registry.Tf("Tệp có hơn %d đối tượng.", "The file has more than %d features.", s.limits.Rows),
				registry.T("Chia tệp thành nhiều phần.", "Split the file."))
		}
		if deleted {
			continue
		}
		rec.Row = s.number
		if shape.fault != nil {
			faults = append(faults, *shape.fault)
		}
		for i := range faults {
			faults[i].Row = s.number
		}
		if len(faults) > 0 {
			return &RowError{Row: s.number, Faults: faults}
		}
		rec.Geometry = shape.geometry
		if shape.heights && !s.sawZ {
			s.sawZ = true
			warning := registry.NewFault(RuleGeometryZ, "geometry", "",
				registry.T("Tọa độ có độ cao; độ cao bị bỏ, ở đối tượng này và các đối tượng sau.", "The coordinates have heights; they are dropped, here and in the features that follow."),
				registry.T("Không cần làm gì; ghi độ cao vào một thuộc tính nếu cần giữ.", "Nothing to do; put heights that matter into a property."))
			warning.Severity, warning.Row = registry.SeverityWarning, s.number
			rec.Warnings = append(rec.Warnings, warning)
		}
		return nil
	}
}

// openZippedShapefile reads a set of files in an archive. Layer names one of
// several sets.
func openZippedShapefile(a *archive, opts Options) (Reader, error) {
	stem := func(f *zip.File) string { return strings.TrimSuffix(f.Name, path.Ext(f.Name)) }
	sets := a.having(".shp")
	chosen := sets
	if opts.Layer != "" {
		chosen = slices.DeleteFunc(slices.Clone(sets), func(f *zip.File) bool { return !strings.EqualFold(path.Base(stem(f)), opts.Layer) })
	}
	if len(chosen) != 1 {
		names := make([]string, len(sets))
		for i, f := range sets {
			names[i] = path.Base(stem(f))
		}
		return nil, refuseFile(RuleShapefileParts, opts.Layer,
			registry.Tf("Tệp nén có %d lớp: %s.", "The archive has %d layers: %s.", len(names), strings.Join(names, ", ")),
			registry.T("Chọn một lớp bằng --layer.", "Name one with --layer."))
	}
	return openShapefile(func(extension string) (part, error) {
		f := a.find(stem(chosen[0]) + extension)
		if f == nil {
			return part{}, nil
		}
		in, err := a.open(f)
		return part{in, int64(f.UncompressedSize64)}, err // #nosec G115 -- openArchive has refused what is over limits.FileBytes
	}, a.limits)
}

// openShapefileSet reads a .shp with the files of the same name beside it, in
// any letter case.
func openShapefileSet(f *os.File, opts Options) (Reader, error) {
	base := strings.TrimSuffix(f.Name(), filepath.Ext(f.Name()))
	return openShapefile(func(extension string) (part, error) {
		for _, name := range []string{f.Name(), base + extension, base + strings.ToUpper(extension)} {
			if !strings.EqualFold(filepath.Ext(name), extension) {
				continue
			}
			in, err := os.Open(name) // #nosec G304 -- beside the file the person names; an archive opens no file by name
			if errors.Is(err, os.ErrNotExist) {
				continue
			}
			if err != nil {
				return part{}, err
			}
			info, err := in.Stat()
			if err != nil {
				return part{}, errors.Join(err, in.Close())
			}
			return part{in, info.Size()}, nil
		}
		return part{}, nil
	}, opts.Limits.withDefaults())
}

// maxDescriptionBytes bounds a .prj or .cpg.
const maxDescriptionBytes = 64 << 10

func description(p *part) (string, error) {
	if p == nil {
		return "", nil
	}
	b, err := io.ReadAll(io.LimitReader(p, maxDescriptionBytes))
	return strings.TrimSpace(string(bytes.TrimPrefix(b, []byte(byteOrderMark)))), err
}

const byteOrderMark = "\ufeff"

// truncated words a part that is shorter than it says.
func truncated(extension string) error {
	return refuseFile(RuleShapefileTruncated, extension,
		registry.Tf("Tệp %s bị cắt cụt: ngắn hơn phần đầu tệp ghi.", "The file %s is cut short: its header says it is longer.", extension),
		registry.T("Sao chép hoặc xuất lại Shapefile.", "Copy or export the shapefile again."))
}

// corrupt words a part that contradicts itself.
func corrupt(extension, en string, args ...any) error {
	what := fmt.Sprintf(en, args...)
	return refuseFile(RuleShapefileCorrupt, extension,
		registry.Tf("Tệp %s hỏng: %s.", "The file %s is damaged: %s.", extension, what),
		registry.T("Xuất lại Shapefile.", "Export the shapefile again."))
}

// indexEntry reads an entry of a .shx and gives the place of a shape in bytes.
func indexEntry(r *bufio.Reader) (int64, error) {
	var b [8]byte
	if _, err := io.ReadFull(r, b[:]); err != nil {
		return 0, err
	}
	return 2 * int64(binary.BigEndian.Uint32(b[:4])), nil
}
