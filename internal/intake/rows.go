package intake

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strconv"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/coord"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/vnname"
)

// RowOptions say how the columns of a file become fields.
type RowOptions struct {
	// Columns maps a field or position target to the column it is read from;
	// the rest is matched by header.
	Columns map[string]string
	// EPSG is the file's reference system; 0 takes the one the file names, else
	// WGS84.
	EPSG int
	// Constants gives fields the file has no column for, such as the owner.
	Constants map[string]string
}

// sample is how many records decide what a column's decimal sign is.
const sample = 200

// Rows turns a reader's records into rows of a noun.
type Rows struct {
	b      *builder
	reader Reader
	ahead  []Record
	// late is what ended the look-ahead early, told when its turn comes.
	late   []error
	next   int
	record Record
}

// builder makes a registry record of a file's record.
type builder struct {
	noun      *registry.Noun
	columns   *columns
	codes     registry.Codes
	crs       coord.CRS
	constants map[string]string
	formats   map[string]coord.NumberFormat
	// spellings caches, by list, what a cell's text means as a code.
	spellings map[string]map[string]string
	meanings  map[string]map[string]string
	fields    []*registry.Field
}

// NewRows prepares to read a noun's rows. It reads ahead to learn the decimal
// sign of each column. The error is CodeInvalid when the mapping or the
// reference system cannot be used, or a column mixes decimal signs.
func NewRows(reader Reader, noun *registry.Noun, codes registry.Codes, opts RowOptions) (*Rows, error) {
	c, err := newColumns(noun, opts.Columns)
	if err != nil {
		return nil, err
	}
	crs, err := systemOf(reader, opts.EPSG)
	if err != nil {
		return nil, err
	}
	b := &builder{noun: noun, columns: c, codes: codes, crs: crs, constants: opts.Constants,
		formats: map[string]coord.NumberFormat{}, spellings: map[string]map[string]string{}, fields: c.importable()}
	b.learnCodes()
	rows := &Rows{b: b, reader: reader}
	for len(rows.ahead) < sample {
		var r Record
		err := reader.Next(&r)
		rows.ahead, rows.late = append(rows.ahead, r), append(rows.late, err)
		var bad *RowError
		if err != nil && !errors.As(err, &bad) {
			break
		}
	}
	c.match(reader.Columns())
	if err := registry.Invalid(c.missing(reader.Columns())); err != nil {
		return nil, err
	}
	return rows, b.detectFormats(rows.ahead)
}

func systemOf(reader Reader, epsg int) (coord.CRS, error) {
	if epsg != 0 {
		return coord.Lookup(epsg)
	}
	if name := reader.Metadata().CRSName; name != "" {
		return coord.LookupName(name)
	}
	return coord.Lookup(coord.EPSGWGS84)
}

// learnCodes prepares what each code list's entries may be called.
func (b *builder) learnCodes() {
	b.meanings = map[string]map[string]string{}
	for _, f := range b.fields {
		if f.List == "" || b.meanings[f.List] != nil {
			continue
		}
		means := map[string]string{}
		for _, e := range b.codes.Entries(f.List) {
			for _, name := range append([]string{e.Code, e.Title.VI, e.Title.EN}, e.Aliases...) {
				if key := vnname.Fold(name); key != "" && means[key] == "" {
					means[key] = e.Code
				}
			}
		}
		b.meanings[f.List], b.spellings[f.List] = means, map[string]string{}
	}
}

// maxSpellings bounds the cache of one list against a column of free text.
const maxSpellings = 10_000

// code gives the code a cell means; the text itself when it means none.
func (b *builder) code(list, text string) string {
	if b.codes.Has(list, text) {
		return text
	}
	if code, ok := b.spellings[list][text]; ok {
		return code
	}
	code := b.meanings[list][vnname.Fold(text)]
	if code == "" {
		code = text
	}
	if len(b.spellings[list]) < maxSpellings {
		b.spellings[list][text] = code
	}
	return code
}

// detectFormats decides the decimal sign of every numeric column.
func (b *builder) detectFormats(ahead []Record) error {
	numeric := []string{targetX, targetY}
	for _, f := range b.fields {
		if f.Type == registry.IntField || f.Type == registry.DecimalField {
			numeric = append(numeric, f.Name)
		}
	}
	var faults []registry.Fault
	for _, target := range numeric {
		if !b.columns.has(target) {
			continue
		}
		var cells []string
		for i := range ahead {
			if v := b.columns.cell(&ahead[i], target); v != "" {
				cells = append(cells, v)
			}
		}
		format, err := coord.DetectFormat(cells)
		if err != nil {
			faults = append(faults, faultsOf(err, b.columns.headers[target], "")...)
			continue
		}
		b.formats[target] = format
	}
	return registry.Invalid(faults)
}

func (b *builder) number(target, text string) (float64, error) { return b.formats[target].Parse(text) }

// Headers implements registry.Rows.
func (r *Rows) Headers() map[string]string {
	given := map[string]string{}
	for target, header := range r.b.columns.headers {
		given[target] = header
	}
	for name := range r.b.constants {
		given[name] = name
	}
	positioned := r.reader.Metadata().Format != FormatCSV
	for target := range positionHeaders {
		if header, ok := given[target]; ok {
			delete(given, target)
			given["geometry"] = header
			positioned = true
		}
	}
	if positioned {
		if given["geometry"] == "" {
			given["geometry"] = "geometry"
		}
		given["submitted"] = "submitted"
	}
	return given
}

// Ignored gives the columns nothing is read from.
func (r *Rows) Ignored() []string { return r.b.columns.ignored }

// Next implements registry.Rows.
func (r *Rows) Next(row *registry.Row) error {
	record, err := &r.record, error(nil)
	if r.next < len(r.ahead) {
		record, err = &r.ahead[r.next], r.late[r.next]
		r.next++
	} else {
		err = r.reader.Next(record)
		r.b.columns.match(r.reader.Columns())
	}
	var bad *RowError
	if errors.As(err, &bad) {
		row.Number, row.Record, row.Faults = bad.Row, nil, append(row.Faults, bad.Faults...)
		return nil
	}
	if err != nil {
		if errors.Is(err, io.EOF) {
			return io.EOF
		}
		return err
	}
	r.b.build(record, row)
	return nil
}

// build fills row from a file's record.
func (b *builder) build(r *Record, row *registry.Row) {
	row.Number = r.Row
	row.Faults = append(row.Faults, r.Warnings...)
	record := b.noun.New()
	v := reflect.ValueOf(record).Elem()
	for _, f := range b.fields {
		text := b.columns.cell(r, f.Name)
		if text == "" {
			text = b.constants[f.Name]
		}
		if text == "" {
			continue
		}
		if f.Name == "asset" || (f.Ref != "" && f.Ref != "organization") {
			if row.Refs == nil {
				row.Refs = map[string]string{}
			}
			row.Refs[f.Name] = text
			continue
		}
		if fault := b.set(v, f, text); fault != nil {
			row.Faults = append(row.Faults, *fault)
		}
	}
	row.Record = record
	b.place(r, row, v)
}

// place sets a record's geometry, what was submitted, and the code of one that
// has none of its own.
func (b *builder) place(r *Record, row *registry.Row, v reflect.Value) {
	geometry := b.noun.Field("geometry")
	if geometry == nil {
		return
	}
	g, submitted, faults := b.position(r)
	row.Faults = append(row.Faults, faults...)
	if len(faults) > 0 {
		// told once what is wrong with the position, not again that it is missing
		row.Record = nil
		return
	}
	if g != nil {
		if checked, faults := registry.CheckGeometry(g, b.noun.Geometry); len(faults) == 0 {
			g = checked
		}
		geometry.Of(v).Set(reflect.ValueOf(registry.Geometry{Geometry: g}))
		if f := b.noun.Field("submitted"); f != nil && submitted != nil {
			f.Set(v, *submitted)
		}
	}
	if code := b.noun.Field("code"); code != nil && code.Value(v) == "" {
		if made := b.positionCode(v, g); made != "" {
			code.Set(v, made)
		}
	}
}

// positionCode makes the code of a record filed without one.
func (b *builder) positionCode(v reflect.Value, g orb.Geometry) string {
	var at orb.Point
	switch p := g.(type) {
	case orb.Point:
		at = p
	case orb.LineString:
		if len(p) == 0 {
			return ""
		}
		at = p[0]
	default:
		return ""
	}
	kind := b.noun.Kind
	if kind == "" {
		kind = registry.SiteKind
	}
	code := registry.PositionCode(kind, at[0], at[1])
	if line, ok := g.(orb.LineString); ok {
		// sections begin where others end: both ends make the code
		end := line[len(line)-1]
		code += fmt.Sprintf("/%.6f,%.6f", end[0], end[1])
	}
	if station, ok := v.Addr().Interface().(*registry.Station); ok {
		code += "/" + station.Technology
		if station.BandMHz != nil {
			code += "-" + strconv.FormatInt(*station.BandMHz, 10)
		}
	}
	return code
}

// set parses a cell into a field.
func (b *builder) set(record reflect.Value, f *registry.Field, text string) *registry.Fault {
	column := b.columns.headers[f.Name]
	if column == "" {
		column = f.Name
	}
	wrong := func(vi, en string, mend registry.Text) *registry.Fault {
		out := registry.NewFault("field.type", column, text, registry.T(vi, en), mend)
		return &out
	}
	switch f.Type {
	case registry.TextField:
		if f.List != "" {
			text = b.code(f.List, text)
		}
		f.Set(record, vnname.NFC(text))
	case registry.IntField:
		n, err := b.number(f.Name, text)
		if err != nil || n != float64(int64(n)) {
			return wrong("Không phải số nguyên.", "Not a whole number.", registry.T("Ghi một số nguyên, hoặc để trống.", "Write a whole number, or leave it empty."))
		}
		f.Set(record, int64(n))
	case registry.DecimalField:
		n, err := b.number(f.Name, text)
		if err != nil {
			return wrong("Không phải số.", "Not a number.", registry.T("Ghi một số, hoặc để trống.", "Write a number, or leave it empty."))
		}
		f.Set(record, n)
	case registry.BoolField:
		yes, ok := truths[vnname.Fold(text)]
		if !ok {
			return wrong("Không phải có/không.", "Not yes or no.", registry.T("Ghi có hoặc không.", "Write yes or no."))
		}
		f.Set(record, yes)
	case registry.DateField:
		d, err := registry.ParseDate(text)
		if err != nil {
			return wrong("Không phải ngày.", "Not a date.", registry.T("Ghi như 2025-07-01 hoặc 01/07/2025.", "Write it like 2025-07-01 or 01/07/2025."))
		}
		f.Set(record, d)
	case registry.JSONField:
		if fault := b.clusters(record, f, text); fault != nil {
			fault.Column = column
			return fault
		}
	}
	return nil
}

var truths = map[string]bool{
	"true": true, "t": true, "1": true, "yes": true, "y": true, "co": true, "x": true, "dung": true,
	"false": false, "f": false, "0": false, "no": false, "n": false, "khong": false, "sai": false,
}

// clusters reads a village's clusters from a JSON array.
func (b *builder) clusters(record reflect.Value, f *registry.Field, text string) *registry.Fault {
	var clusters []registry.Cluster
	err := json.Unmarshal([]byte(text), &clusters)
	if err == nil {
		f.Set(record, clusters)
		return nil
	}
	out := registry.NewFault("field.type", "", text, registry.T("Không phải mảng JSON cụm dân cư.", "Not a JSON array of clusters."),
		registry.T(`Ghi [{"name":"…","lon":…,"lat":…}].`, `Write [{"name":"…","lon":…,"lat":…}].`))
	return &out
}
