package export

import (
	"bufio"
	"encoding/binary"
	"io"
	"math"

	"github.com/gogama/flatgeobuf/flatgeobuf"
	"github.com/gogama/flatgeobuf/flatgeobuf/flat"
	"github.com/gogama/flatgeobuf/packedrtree"
	flatbuffers "github.com/google/flatbuffers/go"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// flatGeobuf writes FlatGeobuf 3. Its header holds the number of features and
// the extent, and the index stands before the features in the order of a
// Hilbert curve; so the features go to a temporary file first.
//
// Up to MaxIndexed features the file has the spatial index, which costs some
// 100 bytes of memory a feature while it is written. Beyond, or when a record
// has no geometry (which the index has no place for), the features follow in
// the order of their ids, without index: every reader takes that too.
type flatGeobuf struct {
	w       io.Writer
	about   About
	spool   *spool
	out     *bufio.Writer
	columns []flatColumn
	geom    int // index of the geometry in a row, -1 without one
	builder *flatbuffers.Builder
	values  []byte
	xy      []float64

	indexed bool
	refs    []packedrtree.Ref // Offset is the feature's number
	offsets []int64           // of each feature in the spool
	rows    uint64
	extent  box
}

// flatColumn is how one field is written.
type flatColumn struct {
	field  registry.Field
	kind   flat.ColumnType
	append appender
}

// MaxIndexed is how many features a FlatGeobuf file has at most to get a
// spatial index.
const MaxIndexed = 250_000

// flatNodeSize is the branching of the index, that of all known writers.
const flatNodeSize = 16

func newFlatGeobuf(w io.Writer, about About) *flatGeobuf {
	return &flatGeobuf{w: w, about: about, builder: flatbuffers.NewBuilder(4 << 10)}
}

func (f *flatGeobuf) Begin(fields []registry.Field) (err error) {
	f.geom, f.extent = -1, emptyBox
	for i, field := range fields {
		if field.Type == registry.GeometryField {
			f.geom = i
		}
		f.columns = append(f.columns, flatColumnOf(field))
	}
	f.indexed = f.geom >= 0
	if f.spool, err = newSpool("hatangso-*.fgb"); err != nil {
		return err
	}
	f.out = bufio.NewWriterSize(f.spool, flushAt)
	return nil
}

// flatColumnOf chooses the column type. A day is written as text: FlatGeobuf
// has only moments, and a day made one would move with the time zone.
func flatColumnOf(field registry.Field) flatColumn {
	c := flatColumn{field: field, kind: flat.ColumnTypeString}
	fixed := func(kind flat.ColumnType, put appender) { c.kind, c.append = kind, put }
	switch field.Type {
	case registry.IntField:
		fixed(flat.ColumnTypeLong, func(b []byte, v postgres.Value) []byte {
			return binary.LittleEndian.AppendUint64(b, uint64(v.Int())) // #nosec G115 -- the same bits
		})
		return c
	case registry.DecimalField:
		fixed(flat.ColumnTypeDouble, func(b []byte, v postgres.Value) []byte {
			return binary.LittleEndian.AppendUint64(b, math.Float64bits(v.Float()))
		})
		return c
	case registry.BoolField:
		fixed(flat.ColumnTypeBool, func(b []byte, v postgres.Value) []byte {
			if v.Bool() {
				return append(b, 1)
			}
			return append(b, 0)
		})
		return c
	case registry.TimeField:
		c.kind = flat.ColumnTypeDateTime
	case registry.JSONField:
		c.kind = flat.ColumnTypeJson
	}
	plain := plainAppender(field.Type)
	c.append = func(b []byte, v postgres.Value) []byte {
		at := len(b)
		b = plain(append(b, 0, 0, 0, 0), v)
		binary.LittleEndian.PutUint32(b[at:], uint32(len(b)-at-4)) // #nosec G115 -- one value is far below 4 GiB
		return b
	}
	return c
}

func (f *flatGeobuf) Row(values []postgres.Value) error {
	f.values = f.values[:0]
	column := uint16(0)
	for i, v := range values {
		if i == f.geom {
			continue
		}
		if v != nil {
			f.values = f.columns[i].append(binary.LittleEndian.AppendUint16(f.values, column), v)
		}
		column++
	}
	b := f.builder
	b.Reset()
	properties := b.CreateByteVector(f.values)
	var geometry flatbuffers.UOffsetT
	extent := emptyBox
	if f.geom >= 0 && values[f.geom] != nil {
		var err error
		if geometry, err = f.geometry(values[f.geom].EWKB(), &extent); err != nil {
			return err
		}
		f.extent.add(extent)
	}
	flat.FeatureStart(b)
	if geometry != 0 {
		flat.FeatureAddGeometry(b, geometry)
	}
	flat.FeatureAddProperties(b, properties)
	b.FinishSizePrefixed(flat.FeatureEnd(b))
	f.note(extent)
	_, err := f.out.Write(b.FinishedBytes())
	return err
}

// note remembers what the index needs of a feature about to be written.
func (f *flatGeobuf) note(extent box) {
	if f.indexed && (extent == emptyBox || f.rows == MaxIndexed) {
		f.indexed, f.refs, f.offsets = false, nil, nil
	}
	if f.indexed {
		f.refs = append(f.refs, packedrtree.Ref{
			Box:    packedrtree.Box{XMin: extent.minX, YMin: extent.minY, XMax: extent.maxX, YMax: extent.maxY},
			Offset: int64(f.rows), // #nosec G115 -- rows are at most MaxIndexed
		})
		f.offsets = append(f.offsets, f.spool.size+int64(f.out.Buffered()))
	}
	f.rows++
}

// geometry builds the table of a geometry and measures it.
func (f *flatGeobuf) geometry(ewkb []byte, extent *box) (flatbuffers.UOffsetT, error) {
	r := wkbReader{b: ewkb}
	measured := shape{position: func(b []byte, x, y float64) []byte {
		extent.add(box{x, y, x, y})
		f.xy = append(f.xy, x, y)
		return b
	}}
	f.xy = f.xy[:0]
	var out flatbuffers.UOffsetT
	switch kind := r.header(); kind {
	case wkbPoint:
		r.position(nil, &measured)
		out = f.table(flat.GeometryTypePoint, nil)
	case wkbLineString:
		r.body(nil, kind, &measured)
		out = f.table(flat.GeometryTypeLineString, nil)
	case wkbMultiPolygon:
		var parts []flatbuffers.UOffsetT
		for n := r.uint32(); n > 0 && !r.bad; n-- {
			if r.header() != wkbPolygon {
				return 0, errShape
			}
			f.xy = f.xy[:0]
			var ends []uint32
			for rings := r.uint32(); rings > 0 && !r.bad; rings-- {
				r.body(nil, wkbLineString, &measured)
				ends = append(ends, uint32(len(f.xy)/2)) // #nosec G115 -- a geometry has at most registry.MaxVertices
			}
			parts = append(parts, f.table(flat.GeometryTypePolygon, ends))
		}
		b := f.builder
		flat.GeometryStartPartsVector(b, len(parts))
		for i := len(parts) - 1; i >= 0; i-- {
			b.PrependUOffsetT(parts[i])
		}
		vector := b.EndVector(len(parts))
		flat.GeometryStart(b)
		flat.GeometryAddParts(b, vector)
		flat.GeometryAddType(b, flat.GeometryTypeMultiPolygon)
		out = flat.GeometryEnd(b)
	default:
		return 0, errShape
	}
	if r.bad || len(r.b) > 0 {
		return 0, errShape
	}
	return out, nil
}

// table builds the table of the positions in f.xy; ends are those of rings.
func (f *flatGeobuf) table(kind flat.GeometryType, ends []uint32) flatbuffers.UOffsetT {
	b := f.builder
	var endsVector flatbuffers.UOffsetT
	if len(ends) > 1 { // one ring needs none
		flat.GeometryStartEndsVector(b, len(ends))
		for i := len(ends) - 1; i >= 0; i-- {
			b.PrependUint32(ends[i])
		}
		endsVector = b.EndVector(len(ends))
	}
	flat.GeometryStartXyVector(b, len(f.xy))
	for i := len(f.xy) - 1; i >= 0; i-- {
		b.PrependFloat64(f.xy[i])
	}
	xy := b.EndVector(len(f.xy))
	flat.GeometryStart(b)
	if endsVector != 0 {
		flat.GeometryAddEnds(b, endsVector)
	}
	flat.GeometryAddXy(b, xy)
	flat.GeometryAddType(b, kind)
	return flat.GeometryEnd(b)
}

func (f *flatGeobuf) End() error {
	if err := f.out.Flush(); err != nil {
		return err
	}
	f.indexed = f.indexed && f.rows > 0
	header, err := f.header()
	if err != nil {
		return err
	}
	// in large pieces: an HTTP response is flushed with every one
	out := bufio.NewWriterSize(f.w, flushAt)
	file := flatgeobuf.NewFileWriter(out)
	if _, err := file.Header(header); err != nil {
		return err
	}
	if !f.indexed {
		if _, err := io.Copy(out, io.NewSectionReader(f.spool, 0, f.spool.size)); err != nil {
			return err
		}
		return out.Flush()
	}
	if err := f.copyIndexed(out, file); err != nil {
		return err
	}
	return out.Flush()
}

// copyIndexed writes the index, then the features in its order: readers take
// the length of one for the distance to the next.
func (f *flatGeobuf) copyIndexed(out io.Writer, file *flatgeobuf.FileWriter) error {
	packedrtree.HilbertSort(f.refs, packedrtree.Box{XMin: f.extent.minX, YMin: f.extent.minY, XMax: f.extent.maxX, YMax: f.extent.maxY})
	f.offsets = append(f.offsets, f.spool.size)
	order, at := make([]int64, len(f.refs)), int64(0)
	for i := range f.refs {
		number := f.refs[i].Offset
		order[i], f.refs[i].Offset = number, at
		at += f.offsets[number+1] - f.offsets[number]
	}
	index, err := packedrtree.New(f.refs, flatNodeSize)
	if err != nil {
		return err
	}
	if _, err := file.Index(index); err != nil {
		return err
	}
	for _, number := range order {
		from, to := f.offsets[number], f.offsets[number+1]
		if _, err := io.Copy(out, io.NewSectionReader(f.spool, from, to-from)); err != nil {
			return err
		}
	}
	return nil
}

// Close removes the temporary file.
func (f *flatGeobuf) Close() error {
	if f.spool == nil {
		return nil
	}
	err := f.spool.Close()
	f.spool = nil
	return err
}
