package intake

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/gogama/flatgeobuf/flatgeobuf/flat"
	"github.com/gogama/flatgeobuf/packedrtree"

	"github.com/hatangso/hatangso/internal/registry"
)

// flatMagic is what a FlatGeobuf file of version 3 begins with; the byte after
// it is the patch level.
const flatMagic = "fgb\x03fgb"

// RuleFlatGeobuf is the rule of a file or feature that is broken FlatGeobuf.
const RuleFlatGeobuf = "fgb.invalid"

// maxFlatHeader bounds the header, in bytes: 512 columns with long descriptions
// stay below.
const maxFlatHeader = 4 << 20

// flatReader streams the features of a FlatGeobuf file, passing over its index.
//
// FlatBuffers hold offsets into themselves, and the generated accessors follow
// them wherever they point, with a panic outside the buffer. So lengths are
// bounded before they become memory, what is gathered is counted, and a panic
// of an accessor is the fault of the feature it looked at.
type flatReader struct {
	src    *bufio.Reader
	read   int64
	meta   Metadata
	limits Limits
	names  nameTable
	failed error

	columns  []flat.ColumnType
	geometry flat.GeometryType
	count    uint64 // 0 when the header does not know
	row      int
	buffer   bytes.Buffer
}

func openFlatGeobuf(src *bufio.Reader, opts Options) (Reader, error) {
	f := &flatReader{src: src, limits: opts.Limits.withDefaults(), meta: Metadata{Format: FormatFlatGeobuf, Encoding: "UTF-8"}}
	if err := f.header(); err != nil {
		return nil, err
	}
	return f, nil
}

func (f *flatReader) Columns() []string  { return f.names.columns() }
func (f *flatReader) Metadata() Metadata { return f.meta }

// header reads as far as the first feature.
func (f *flatReader) header() (err error) {
	if err := f.pass(int64(len(flatMagic)) + 1); err != nil {
		return err
	}
	b, err := f.table(maxFlatHeader)
	if err != nil {
		return err
	}
	if b == nil {
		return f.broken()
	}
	var index int64
	known := guarded(func() {
		h := flat.GetSizePrefixedRootAsHeader(b, 0)
		f.count, f.geometry = h.FeaturesCount(), h.GeometryType()
		if node := h.IndexNodeSize(); node > 0 && f.count > 0 {
			index = flatIndexBytes(f.count, node)
		}
		var crs flat.Crs
		if h.Crs(&crs) != nil && crs.Code() != 0 {
			organization := string(crs.Org())
			if organization == "" {
				organization = "EPSG"
			}
			f.meta.CRSName = fmt.Sprintf("%s:%d", organization, crs.Code())
		}
		err = f.headerColumns(h)
	})
	switch {
	case !known || index < 0:
		return f.broken()
	case err != nil:
		return err
	}
	return f.pass(index)
}

// flatIndexBytes is the size of the index, -1 when nobody can have one so large.
func flatIndexBytes(features uint64, node uint16) int64 {
	if node < 2 || features > 4*MaxRows {
		return -1
	}
	size, err := packedrtree.Size(int(features), node)
	if err != nil {
		return -1
	}
	return int64(size)
}

func (f *flatReader) headerColumns(h *flat.Header) error {
	n := h.ColumnsLength()
	if n > f.limits.Columns {
		return refuseSize(RuleLimitColumns,
			registry.Tf("Tệp có %d cột, nhiều hơn %d.", "The file has %d columns, more than %d.", n, f.limits.Columns),
			registry.T("Bỏ bớt cột không dùng.", "Remove the columns that are not used."))
	}
	for i := range n {
		var c flat.Column
		if !h.Columns(&c, i) {
			return f.broken()
		}
		if len(c.Name()) > f.limits.KeyBytes {
			return refuseSize(RuleLimitKey,
				registry.Tf("Tên cột thứ %d dài hơn %d byte.", "The name of column %d is longer than %d bytes.", i+1, f.limits.KeyBytes),
				registry.T("Rút ngắn tên cột.", "Shorten it."))
		}
		f.names.add(string(c.Name()))
		f.columns = append(f.columns, c.Type())
	}
	return nil
}

func (f *flatReader) Next(rec *Record) error {
	if f.failed != nil {
		return f.failed
	}
	err := f.next(rec)
	if err != nil && !isRowError(err) {
		f.failed = err
	}
	return err
}

func (f *flatReader) next(rec *Record) error {
	// #nosec G115 -- a row counts from 0
	if f.count > 0 && uint64(f.row) == f.count {
		return io.EOF
	}
	b, err := f.table(f.limits.FeatureBytes)
	switch {
	case err != nil:
		return err
	case b == nil && f.count > 0:
		return f.truncated()
	case b == nil:
		return io.EOF
	}
	if f.row++; f.row > f.limits.Rows {
		return refuseSize(RuleLimitRows,
			registry.Tf("Tệp có hơn %d đối tượng.", "The file has more than %d features.", f.limits.Rows),
			registry.T("Chia tệp thành nhiều phần.", "Split the file."))
	}
	rec.Row, rec.ID, rec.Geometry, rec.Warnings, rec.names = f.row, "", nil, nil, &f.names
	d := flatFeature{reader: f, record: rec}
	if !guarded(func() { d.decode(flat.GetSizePrefixedRootAsFeature(b, 0)) }) {
		d.fault(RuleFlatGeobuf, "",
			registry.T("Đối tượng hỏng.", "The feature is broken."),
			registry.T("Xuất lại tệp FlatGeobuf.", "Export the FlatGeobuf file again."))
	}
	for i := range rec.Warnings {
		rec.Warnings[i].Row = f.row
	}
	if len(d.faults) == 0 {
		return nil
	}
	for i := range d.faults {
		d.faults[i].Row = f.row
	}
	return &RowError{Row: f.row, Faults: d.faults[:min(len(d.faults), MaxRowFaults)]}
}

// table reads one table with its length in front; nil at the end of the file.
// What the length claims is allocated only as the bytes arrive.
func (f *flatReader) table(limit int64) ([]byte, error) {
	var size [4]byte
	n, err := io.ReadFull(f.src, size[:])
	f.read += int64(n)
	if n == 0 && errors.Is(err, io.EOF) {
		return nil, nil
	}
	if err != nil {
		return nil, f.ended(err)
	}
	length := int64(binary.LittleEndian.Uint32(size[:]))
	if length > limit {
		return nil, refuseSize(RuleLimitFeature,
			registry.Tf("Đối tượng sau đối tượng %d lớn hơn %d byte.", "The object after feature %d is larger than %d bytes.", f.row, limit),
			registry.T("Chia nhỏ hình, hoặc đơn giản hóa ranh giới.", "Split the geometry, or simplify the boundary."))
	}
	f.buffer.Reset()
	f.buffer.Write(size[:])
	got, err := io.CopyN(&f.buffer, f.src, length)
	if f.read += got; err != nil {
		return nil, f.ended(err)
	}
	return f.buffer.Bytes(), f.checkSize()
}

// pass reads over bytes nobody needs.
func (f *flatReader) pass(n int64) error {
	got, err := io.CopyN(io.Discard, f.src, n)
	if f.read += got; err != nil {
		return f.ended(err)
	}
	return f.checkSize()
}

func (f *flatReader) checkSize() error {
	if f.read <= f.limits.FileBytes {
		return nil
	}
	return refuseSize(RuleLimitBytes,
		registry.Tf("Tệp lớn hơn %d byte.", "The file is larger than %d bytes.", f.limits.FileBytes),
		registry.T("Chia tệp thành nhiều phần.", "Split the file."))
}

// ended words an error of the source: the end of the file in the middle of
// something is a cut file, anything else is the source's own.
func (f *flatReader) ended(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return f.truncated()
	}
	return err
}

func (f *flatReader) truncated() error {
	return refuseFile(RuleFlatGeobuf, "",
		registry.Tf("Tệp FlatGeobuf bị cắt ngang ở byte %d; đối tượng đọc trọn cuối cùng là %d.", "The FlatGeobuf file is cut off at byte %d; the last whole feature is %d.", f.read, f.row),
		registry.T("Tải hoặc xuất lại tệp.", "Download or export the file again."))
}

func (f *flatReader) broken() error {
	return refuseFile(RuleFlatGeobuf, "",
		registry.T("Phần đầu tệp FlatGeobuf hỏng.", "The header of the FlatGeobuf file is broken."),
		registry.T("Tải hoặc xuất lại tệp.", "Download or export the file again."))
}

// guarded runs an access to a FlatBuffer; false when it pointed outside of it.
func guarded(access func()) (ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	access()
	return true
}
