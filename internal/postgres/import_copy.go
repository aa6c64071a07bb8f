package postgres

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"io"
	"math"
	"reflect"
	"strings"
	"time"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/ewkb"

	"github.com/hatangso/hatangso/internal/registry"
)

// copy validates the rows and puts the clean ones into a staging table. COPY is
// written here, in PostgreSQL's binary format: a value of a few fixed types
// takes no look-up and no allocation.
func (l *load) copy(ctx context.Context) error {
	columns := []string{`"row"`}
	ddl := []string{`"row" int NOT NULL`}
	for _, f := range l.staged() {
		t := stagingTypes[f.Type]
		if refersByCode(f) {
			t = "text"
		}
		columns = append(columns, quote(f.Name))
		ddl = append(ddl, quote(f.Name)+" "+t)
	}
	if l.check != nil { // the digits as the filer wrote them, which may be read in other ways
		columns, ddl = append(columns, "written_first", "written_second"), append(ddl, "written_first text", "written_second text")
	}
	if _, err := l.tx.Exec(ctx, `CREATE TEMP TABLE staging (`+strings.Join(ddl, ", ")+`) ON COMMIT DROP`); err != nil {
		return err
	}
	source := newCopyReader(l)
	if _, err := l.tx.Conn().PgConn().CopyFrom(ctx, source, `COPY staging (`+strings.Join(columns, ", ")+`) FROM STDIN (FORMAT binary)`); err != nil {
		if source.err != nil && source.err != io.EOF {
			return source.err
		}
		return err
	}
	// where the rows lie is asked of an index, not of statistics
	_, err := l.tx.Exec(ctx, `ANALYZE staging (`+strings.Join(append(l.references(), `"row"`), ", ")+`)`)
	return err
}

var stagingTypes = map[registry.FieldType]string{
	registry.TextField: "text", registry.IntField: "bigint", registry.DecimalField: "double precision",
	registry.BoolField: "boolean", registry.DateField: "date", registry.TimeField: "timestamptz", registry.JSONField: "jsonb", registry.GeometryField: "geometry",
}

// staged gives the fields a load stages: the writable ones, and the position
// by which a station finds its site.
func (l *load) staged() []*registry.Field {
	fields := l.noun.Writable()
	if g := l.noun.Field("geometry"); g != nil && g.ReadOnly {
		fields = append(fields, g)
	}
	return fields
}

// refersByCode says that a field holds an id in the record but a code in a file,
// or "#45" for the id 45: files the register has written itself hold ids.
func refersByCode(f *registry.Field) bool {
	return f.Name == "asset" || (f.Ref != "" && f.Ref != "organization")
}

// references are the columns of staging that name other records.
func (l *load) references() []string {
	var out []string
	for _, f := range l.noun.Writable() {
		if f.Ref != "" || refersByCode(f) {
			out = append(out, quote(f.Name))
		}
	}
	return out
}

// copyReader reads rows, validates them, and is read as what COPY takes.
type copyReader struct {
	load   *load
	fields []*registry.Field
	row    registry.Row
	buf    []byte // written and not yet read
	read   int
	err    error // ends the reading once buf is read
}

func newCopyReader(l *load) *copyReader {
	r := &copyReader{load: l, fields: l.staged()}
	r.buf = append(r.buf, "PGCOPY\n\377\r\n\000"...)
	r.buf = append(r.buf, 0, 0, 0, 0, 0, 0, 0, 0) // no flags, no extension
	return r
}

// copyChunk is how much is gathered before it is handed on, in bytes.
const copyChunk = 64 << 10

// Read implements io.Reader.
func (r *copyReader) Read(p []byte) (int, error) {
	if r.read == len(r.buf) {
		r.buf, r.read = r.buf[:0], 0
	}
	for r.err == nil && len(r.buf) < copyChunk {
		switch ok, err := r.next(); {
		case err == io.EOF:
			r.buf = append(r.buf, 0xff, 0xff) // -1 columns: the end
			r.err = io.EOF
		case err != nil:
			r.err = err
		case ok:
			r.err = r.write()
		}
	}
	if r.read == len(r.buf) || r.err != nil && r.err != io.EOF {
		return 0, r.err
	}
	n := copy(p, r.buf[r.read:])
	r.read += n
	return n, nil
}

// next reads and validates one row; ok is false for one that is refused.
func (r *copyReader) next() (ok bool, err error) {
	l := r.load
	r.row.Faults, r.row.Refs, r.row.Record, r.row.Misplaced, r.row.Written = r.row.Faults[:0], nil, nil, false, registry.WrittenPosition{}
	if err := l.rows.Next(&r.row); err != nil {
		return false, err
	}
	if l.result.Read++; l.result.Read%1000 == 0 {
		l.opts.Progress("copy", l.result.Read)
	}
	if r.row.Record != nil {
		r.row.Faults = append(r.row.Faults, r.check()...)
	}
	refused := r.row.Record == nil
	if len(r.row.Faults) > 0 {
		headers := l.rows.Headers()
		if l.check != nil {
			if err := l.check.note(l, r.row.Faults, r.row.Number); err != nil {
				return false, err
			}
		}
		for i := range r.row.Faults {
			f := &r.row.Faults[i]
			f.Row = r.row.Number
			if h, ok := headers[f.Column]; ok {
				f.Column = h
			}
			refused = refused || f.Severity == registry.SeverityError
		}
		l.report.Add(r.row.Faults...)
	}
	if refused {
		l.result.Refused++
	}
	if l.check != nil && r.row.Record != nil {
		// what else is wrong with the row is told at once
		l.check.blank(l.noun, r.row.Record, r.row.Faults)
		return true, nil
	}
	return !refused, nil
}

// check gives the row's own faults but for what a reference by code answers,
// and what only follows from a position that cannot be used. A station's
// position is not its own, and checked here.
func (r *copyReader) check() []registry.Fault {
	// what is named by its code is there as far as the record alone can tell: a
	// photo of a violation is of something
	record := reflect.ValueOf(r.row.Record).Elem()
	for _, f := range r.fields {
		if v := f.Of(record); refersByCode(f) && r.row.Refs[f.Name] != "" && v.Kind() == reflect.Pointer && v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
			defer v.SetZero()
		}
	}
	faults := r.load.noun.Check(r.row.Record, r.load.db.codes)
	if station, ok := r.row.Record.(*registry.Station); ok && station.Geometry.Geometry != nil {
		g, wrong := registry.CheckGeometry(station.Geometry.Geometry, registry.Point)
		station.Geometry.Geometry = g
		faults = append(faults, wrong...)
	}
	kept := faults[:0]
	for _, f := range faults {
		if f.Rule == "geometry.missing" && r.load.positionless() {
			continue
		}
		if r.row.Misplaced && (f.Rule == "geometry.missing" || f.Rule == "required" && f.Column == "code") {
			continue
		}
		if f.Rule == "required" {
			if _, byCode := r.row.Refs[f.Column]; byCode {
				continue
			}
			if station, ok := r.row.Record.(*registry.Station); ok && f.Column == "site" && station.Geometry.Geometry != nil {
				continue
			}
		}
		kept = append(kept, f)
	}
	return kept
}

// positionless says that the file has no positions at all: it can change assets
// that stand in the register, and only those.
func (l *load) positionless() bool { return l.noun.IsAsset() && l.rows.Headers()["geometry"] == "" }

// write appends the row.
func (r *copyReader) write() error {
	record := reflect.ValueOf(r.row.Record).Elem()
	columns := len(r.fields) + 1
	if r.load.check != nil {
		columns += 2
	}
	r.buf = binary.BigEndian.AppendUint16(r.buf, uint16(columns)) // #nosec G115 -- a noun has tens of fields
	r.buf = binary.BigEndian.AppendUint32(r.buf, 4)
	r.buf = binary.BigEndian.AppendUint32(r.buf, uint32(r.row.Number)) // #nosec G115 -- a file has at most intake.MaxRows
	for _, f := range r.fields {
		if refersByCode(f) {
			if code := r.row.Refs[f.Name]; code != "" {
				r.text(code)
			} else {
				r.null()
			}
			continue
		}
		v := f.Of(record)
		if v.Kind() == reflect.Pointer {
			if v.IsNil() {
				r.null()
				continue
			}
			v = v.Elem()
		}
		if err := r.value(f.Type, v); err != nil {
			return err
		}
	}
	if r.load.check != nil {
		r.text(r.row.Written.First)
		r.text(r.row.Written.Second)
	}
	return nil
}

func (r *copyReader) null() { r.buf = append(r.buf, 0xff, 0xff, 0xff, 0xff) }

func (r *copyReader) text(s string) {
	if r.load.check != nil { // a row with faults is staged too
		s = storable(s)
	}
	r.buf = binary.BigEndian.AppendUint32(r.buf, uint32(len(s))) // #nosec G115 -- a cell is far below 4 GiB
	r.buf = append(r.buf, s...)
}

func (r *copyReader) word(bits uint64) {
	r.buf = binary.BigEndian.AppendUint32(r.buf, 8)
	r.buf = binary.BigEndian.AppendUint64(r.buf, bits)
}

// point appends EWKB: little-endian, a point with an SRID, 4326.
func (r *copyReader) point(p orb.Point) {
	r.buf = append(r.buf, 0, 0, 0, 25, 1, 1, 0, 0, 0x20, 0xe6, 0x10, 0, 0)
	r.buf = binary.LittleEndian.AppendUint64(r.buf, math.Float64bits(p[0]))
	r.buf = binary.LittleEndian.AppendUint64(r.buf, math.Float64bits(p[1]))
}

// value appends a value as the type's receive function takes it.
func (r *copyReader) value(t registry.FieldType, v reflect.Value) error {
	switch t {
	case registry.TextField:
		r.text(v.String())
	case registry.IntField:
		r.word(uint64(v.Int())) // #nosec G115 -- the same bits
	case registry.DecimalField:
		r.word(math.Float64bits(v.Float()))
	case registry.BoolField:
		r.buf = append(r.buf, 0, 0, 0, 1, 0)
		if v.Bool() {
			r.buf[len(r.buf)-1] = 1
		}
	case registry.DateField:
		days := v.Interface().(registry.Date).Time().Unix()/86400 - epochDays // a Duration holds 292 years
		r.buf = binary.BigEndian.AppendUint32(r.buf, 4)
		r.buf = binary.BigEndian.AppendUint32(r.buf, uint32(int32(days))) // #nosec G115 -- a date of PostgreSQL is 32 bits of days
	case registry.TimeField:
		r.word(uint64(v.Interface().(time.Time).UnixMicro() - epochDays*86400*1e6)) // #nosec G115 -- the same bits
	case registry.GeometryField:
		g := v.Interface().(registry.Geometry).Geometry
		if g == nil {
			r.null()
			return nil
		}
		if p, ok := g.(orb.Point); ok {
			r.point(p)
			return nil
		}
		b, err := ewkb.Marshal(g, 4326)
		if err != nil {
			return err
		}
		r.buf = binary.BigEndian.AppendUint32(r.buf, uint32(len(b))) // #nosec G115 -- a geometry has at most registry.MaxVertices
		r.buf = append(r.buf, b...)
	case registry.JSONField:
		if v.Kind() == reflect.Slice && v.IsNil() {
			r.null()
			return nil
		}
		b, err := json.Marshal(v.Interface())
		if err != nil {
			return err
		}
		r.buf = binary.BigEndian.AppendUint32(r.buf, uint32(len(b)+1)) // #nosec G115 -- a value is far below 4 GiB
		r.buf = append(append(r.buf, 1), b...)                         // version 1
	default:
		return errors.New("import: no staging type for " + string(t))
	}
	return nil
}
