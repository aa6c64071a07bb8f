package intake

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"

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
	// Reading, when set, is how the filer says positions are to be read; its EPSG
	// goes before the other.
	Reading *registry.FilingReading
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
	// late is what Next gave for each record ahead, told when its turn comes.
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
	reading   registry.FilingReading
	numbers   map[string]*numberColumn
	// meanings gives, by list, the code of every folded name; spellings caches
	// what a cell's text means.
	meanings, spellings map[string]map[string]string
	fields              []*registry.Field
	// kindless says that a unit's name did not tell its kind.
	kindless bool
}

// NewRows prepares to read a noun's rows. It reads ahead to learn the decimal
// sign of each column. The error is CodeInvalid when the mapping or the
// reference system cannot be used, or a column mixes decimal signs.
func NewRows(reader Reader, noun *registry.Noun, codes registry.Codes, opts RowOptions) (*Rows, error) {
	c, err := newColumns(noun, opts.Columns)
	if err != nil {
		return nil, err
	}
	c.cut = reader.Metadata().Format == FormatShapefile
	if opts.Reading == nil {
		opts.Reading = &registry.FilingReading{}
	}
	crs, err := systemOf(reader, cmp.Or(opts.Reading.EPSG, opts.EPSG))
	if err != nil {
		return nil, err
	}
	b := &builder{noun: noun, columns: c, codes: codes, crs: crs, constants: opts.Constants, reading: *opts.Reading, fields: c.importable()}
	b.numbers = b.numeric()
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
	if reader.Metadata().Format.isTable() {
		// a GeoJSON file may show a column with its last feature
		if err := registry.Invalid(append(c.missing(reader.Columns()), c.twice()...)); err != nil {
			return nil, err
		}
	}
	return rows, b.learnNumbers(rows.ahead)
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
	b.meanings, b.spellings = map[string]map[string]string{}, map[string]map[string]string{}
	for _, f := range b.fields {
		list := cmp.Or(f.List, f.Several)
		if list == "" || b.meanings[list] != nil {
			continue
		}
		means := map[string]string{}
		for _, e := range b.codes.Entries(list) {
			for _, name := range append([]string{e.Code, e.Title.VI, e.Title.EN}, e.Aliases...) {
				if key := vnname.Fold(name); key != "" && means[key] == "" {
					means[key] = e.Code
				}
			}
		}
		b.meanings[list], b.spellings[list] = means, map[string]string{}
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

// several gives the codes that a cell means, joined by ";"; the text itself when
// any of it means none. People join them by a comma as well.
func (b *builder) several(list, text string) string {
	names := strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == ',' || r == '\n' })
	for i, name := range names {
		if names[i] = b.code(list, strings.TrimSpace(name)); !b.codes.Has(list, names[i]) {
			return text
		}
	}
	if len(names) == 0 {
		return text
	}
	return strings.Join(names, ";")
}

// Headers implements registry.Rows.
func (r *Rows) Headers() map[string]string {
	c, given := r.b.columns, map[string]string{}
	for target, column := range c.chosen {
		given[target] = column.header
	}
	for name := range r.b.constants {
		if _, ok := given[name]; !ok {
			given[name] = name
		}
	}
	located := !r.reader.Metadata().Format.isTable()
	for _, target := range positionTargets {
		if header, ok := given[target]; ok {
			delete(given, target)
			given["geometry"], located = header, true
		}
	}
	if located && positioned(r.b.noun) {
		if given["geometry"] == "" {
			given["geometry"] = "geometry"
		}
		if given["submitted"] == "" {
			given["submitted"] = "submitted"
		}
	}
	if r.b.noun == registry.UnitNoun && c.has("name") && !c.has("unit_kind") && !r.b.kindless {
		given["unit_kind"] = c.header("name")
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
	if errors.Is(err, io.EOF) {
		if err := registry.Invalid(r.b.columns.missing(r.reader.Columns())); err != nil {
			return err
		}
		return io.EOF
	}
	if err != nil {
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
			text = strings.TrimSpace(b.constants[f.Name])
		}
		if text == "" {
			continue
		}
		if refersByCode(f) {
			if row.Refs == nil {
				row.Refs = map[string]string{}
			}
			row.Refs[f.Name] = vnname.NFC(b.columns.reference(r, f, text))
			continue
		}
		if fault := b.set(r, v, f, text); fault != nil {
			row.Faults = append(row.Faults, *fault)
		}
	}
	if unit, ok := record.(*registry.Unit); ok && !b.columns.ours(r) {
		b.nameUnit(unit)
		b.kindless = b.kindless || unit.UnitKind == nil
	}
	row.Record = record
	if positioned(b.noun) {
		b.place(r, row, v)
	}
}

// place sets a record's geometry, what was submitted, and the code of one that
// has none of its own.
func (b *builder) place(r *Record, row *registry.Row, v reflect.Value) {
	p := b.position(r)
	row.Written = p.written
	row.Faults = append(row.Faults, p.faults...)
	if row.Misplaced = registry.Invalid(p.faults) != nil; row.Misplaced {
		return
	}
	if p.geometry != nil {
		if checked, faults := registry.CheckGeometry(p.geometry, b.noun.Geometry); len(faults) == 0 {
			p.geometry = checked
		}
		b.noun.Field("geometry").Of(v).Set(reflect.ValueOf(registry.Geometry{Geometry: p.geometry}))
		// a file that has the column says itself what was written
		if f := b.noun.Field("submitted"); f != nil && p.submitted != nil && !b.columns.has("submitted") {
			f.Set(v, *p.submitted)
		}
	}
	if code := b.noun.Field("code"); code != nil && code.Value(v) == "" {
		if made := b.positionCode(v, p.geometry); made != "" {
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
func (b *builder) set(r *Record, record reflect.Value, f *registry.Field, text string) *registry.Fault {
	column := b.columns.header(f.Name)
	wrong := func(vi, en string, mend registry.Text) *registry.Fault {
		out := registry.NewFault("field.type", column, text, registry.T(vi, en), mend)
		return &out
	}
	switch f.Type {
	case registry.TextField:
		switch {
		case f.List != "":
			text = b.code(f.List, text)
		case f.Several != "":
			text = b.several(f.Several, text)
		}
		f.Set(record, vnname.NFC(text))
	case registry.IntField:
		n, ok := b.wholeNumber(r, f.Name, text)
		if !ok {
			return wrong("Không phải số nguyên.", "Not a whole number.", registry.T("Ghi một số nguyên, hoặc để trống.", "Write a whole number, or leave it empty."))
		}
		f.Set(record, n)
	case registry.DecimalField:
		n, err := b.number(r, f.Name, text)
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
	case registry.TimeField:
		at, err := registry.ParseTime(text)
		if err != nil {
			return wrong("Không phải thời điểm.", "Not a time.", registry.T("Ghi như 2026-11-22T09:30:00+07:00 hoặc 22/11/2026 09:30.", "Write it like 2026-11-22T09:30:00+07:00 or 22/11/2026 09:30."))
		}
		f.Set(record, at)
	case registry.JSONField:
		if !decodeDocument(text, f.Of(record)) {
			return wrong("Không phải JSON đúng dạng.", "Not JSON of the form wanted.", documentMend(f.Name))
		}
	}
	return nil
}

var truths = map[string]bool{
	"true": true, "t": true, "1": true, "yes": true, "y": true, "co": true, "x": true, "dung": true,
	"false": false, "f": false, "0": false, "no": false, "n": false, "khong": false, "sai": false,
}

// decodeDocument reads the JSON of a cell into a field; unknown names are
// refused as they are by the API.
func decodeDocument(text string, field reflect.Value) bool {
	into := reflect.New(field.Type())
	d := json.NewDecoder(strings.NewReader(text))
	d.DisallowUnknownFields()
	if d.Decode(into.Interface()) != nil || d.Decode(&struct{}{}) != io.EOF {
		return false
	}
	field.Set(into.Elem())
	return true
}

func documentMend(field string) registry.Text {
	if field == "clusters" {
		return registry.T(`Ghi [{"name":"…","lon":…,"lat":…}].`, `Write [{"name":"…","lon":…,"lat":…}].`)
	}
	if field == "answers" {
		return registry.T(`Ghi [{"item":"…","answer":"yes"}].`, `Write [{"item":"…","answer":"yes"}].`)
	}
	return registry.T(`Ghi {"x":"…","y":"…","crs":"EPSG:…"}.`, `Write {"x":"…","y":"…","crs":"EPSG:…"}.`)
}
