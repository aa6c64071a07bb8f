package intake

import (
	"bytes"
	"errors"
	"io"
	"slices"

	"github.com/hatangso/hatangso/internal/registry"
)

// geoReader streams the features of RFC 7946 GeoJSON: a FeatureCollection of any
// size, with its members in any order; one Feature; or a sequence of Features,
// one per line or after record separators (RFC 8142).
type geoReader struct {
	s      jsonScanner
	meta   Metadata
	limits Limits
	names  nameTable
	number int // of the last feature begun
	ahead  []readAhead
	failed error

	inFeatures   bool // inside the array "features"
	first        bool // of the array's elements comes next
	closed       bool // that array has ended
	isCollection bool // "type" of the root said FeatureCollection
	oneLine      bool // a sequence's first feature stood on one line

	faults  []registry.Fault // of the feature being read
	word    []byte           // a type or id
	text    []byte           // of its values, one after the other
	spans   []span           // of each column in text
	touched []int            // columns it has
	shape   shape
	sawZ    bool
}

// span is a value's place in geoReader.text.
type span struct {
	from, to int
	kind     valueKind
}

// readAhead is a record that Open has read.
type readAhead struct {
	rec Record
	err error
}

func openGeoJSON(w *window, meta Metadata, limits Limits) (Reader, error) {
	g := &geoReader{s: jsonScanner{w: w, limits: limits}, meta: meta, limits: limits}
	if g.s.space() == recordSeparator {
		g.meta.Format = FormatGeoJSONSeq
	} else if err := g.root(); err != nil {
		return nil, err
	}
	for len(g.ahead) < LookAhead && w.offset() < LookAheadBytes {
		var item readAhead
		item.err = g.next(&item.rec)
		fatal := item.err != nil && !isRowError(item.err)
		if fatal && item.err != io.EOF && len(g.ahead) == 0 {
			return nil, item.err
		}
		g.ahead = append(g.ahead, item)
		if fatal {
			break
		}
	}
	return g, nil
}

func (g *geoReader) Columns() []string  { return g.names.columns() }
func (g *geoReader) Metadata() Metadata { return g.meta }

func (g *geoReader) Next(rec *Record) error {
	if g.failed != nil {
		return g.failed
	}
	var err error
	if len(g.ahead) > 0 {
		*rec, err = g.ahead[0].rec, g.ahead[0].err
		g.ahead[0] = readAhead{}
		g.ahead = g.ahead[1:]
	} else {
		err = g.next(rec)
	}
	if err != nil && !isRowError(err) {
		g.failed = err
	}
	return err
}

// root reads a file that begins with an object as far as its first feature.
func (g *geoReader) root() error {
	g.meta.Format = FormatGeoJSON
	var rec Record
	g.s.newline = false
	rowError := g.feature(&rec, true)
	if g.s.err != nil {
		return g.s.err
	}
	if g.inFeatures {
		// What looked like a feature's members were the collection's own.
		g.number, g.names, g.sawZ = 0, nameTable{}, false
		return nil
	}
	if g.isCollection {
		return refuseFile(RuleGeoJSONType, "",
			registry.T("FeatureCollection không có mảng “features”.", "The FeatureCollection has no array “features”."),
			registry.T("Xuất lại tệp GeoJSON.", "Export the GeoJSON file again."))
	}
	g.s.good = 1
	item := readAhead{rec: rec}
	if g.trailing() == '{' {
		g.meta.Format = FormatNDJSON
		g.oneLine = !g.s.newline
	} else if rowError != nil && rowError.Faults[0].Rule == RuleGeoJSONType {
		return rowError.Unwrap() // not one Feature: nothing is to be had from this file
	}
	if rowError != nil {
		item.err = rowError
	}
	g.ahead = append(g.ahead, item)
	return g.s.err
}

// trailing gives the first byte after a whole text; 0 at the end of the file.
func (g *geoReader) trailing() byte {
	g.s.mark = g.s.w.offset()
	for {
		for _, b := range g.s.w.buf[g.s.w.r:g.s.w.w] {
			if b != ' ' && b != '\t' && b != '\r' && b != '\n' && b != recordSeparator {
				return b
			}
			g.s.w.r++
		}
		if g.s.w.offset()-g.s.mark > g.limits.FeatureBytes {
			g.s.fill() // sets limit.feature
			return 0
		}
		if err := g.s.w.fill(); err == io.EOF {
			return 0
		} else if err != nil {
			g.s.err = err
			return 0
		}
	}
}

// next reads the next feature, wherever it stands.
func (g *geoReader) next(rec *Record) error {
	if g.s.err != nil {
		return g.s.err
	}
	g.s.mark = g.s.w.offset()
	if g.inFeatures {
		if !g.s.more(']', g.first) {
			g.inFeatures, g.closed = false, true
			return g.tail()
		}
		g.first = false
	} else if g.closed || g.trailing() == 0 {
		if g.s.err != nil {
			return g.s.err
		}
		return io.EOF
	}
	if g.number++; g.number > g.limits.Rows {
		g.s.err = refuseSize(RuleLimitRows,
			registry.Tf("Tệp có hơn %d đối tượng.", "The file has more than %d features.", g.limits.Rows),
			registry.T("Chia tệp thành nhiều phần.", "Split the file."))
		return g.s.err
	}
	g.s.lineBound = g.oneLine
	rowError := g.feature(rec, false)
	g.s.lineBound = false
	if g.s.err != nil {
		if e := g.resync(); e != nil {
			return e
		}
		return g.s.err
	}
	g.s.good = g.number
	if rowError != nil {
		return rowError
	}
	return nil
}

// resync passes over what is no JSON in a sequence of features, up to the next
// line or record separator. A broken FeatureCollection, or features written
// over several lines without separators, give no hint where the next one
// begins: there the error stands.
func (g *geoReader) resync() *RowError {
	var e *registry.Error
	if !errors.As(g.s.err, &e) || len(e.Faults) == 0 || e.Faults[0].Rule != RuleJSONSyntax {
		return nil
	}
	until := byte('\n')
	if g.meta.Format == FormatGeoJSONSeq {
		until = recordSeparator
	} else if !g.oneLine {
		return nil
	}
	g.s.err = nil
	for {
		unread := g.s.w.buf[g.s.w.r:g.s.w.w]
		if i := bytes.IndexByte(unread, until); i >= 0 {
			g.s.w.r += i
			break
		}
		g.s.w.r = g.s.w.w
		if g.s.peek(1); g.s.w.r == g.s.w.w {
			break
		}
		if g.s.w.offset()-g.s.mark > g.limits.FeatureBytes {
			g.s.fill() // sets limit.feature
			return nil
		}
	}
	return g.rowError(e.Faults)
}

// tail reads what stands behind the features of a collection.
func (g *geoReader) tail() error {
	if g.s.err == nil && g.members(nil, true, false) && !g.isCollection {
		g.s.err = refuseFile(RuleGeoJSONType, "",
			registry.T("Đối tượng gốc có “features” nhưng “type” không phải FeatureCollection.", "The root has “features” but its “type” is not FeatureCollection."),
			registry.T("Đặt \"type\": \"FeatureCollection\".", "Set \"type\": \"FeatureCollection\"."))
	}
	if g.s.err == nil {
		if b := g.trailing(); b != 0 {
			g.s.syntax(b)
		}
	}
	if g.s.err != nil {
		return g.s.err
	}
	return io.EOF
}

// feature reads one feature, from its opening brace. The root object of a file
// is read as one too, until it shows that it is a collection. The error for
// the file is in s.err.
func (g *geoReader) feature(rec *Record, root bool) *RowError {
	if root {
		g.number = 1
	}
	g.faults, g.text, g.touched = g.faults[:0], g.text[:0], g.touched[:0]
	rec.Row, rec.ID, rec.Geometry, rec.Warnings, rec.names = g.number, "", nil, nil, &g.names
	if b := g.s.space(); b != '{' {
		g.s.skip()
		g.fault(RuleGeoJSONType, "", "",
			registry.T("Phần tử của “features” không phải là đối tượng JSON.", "An element of “features” is not an object."),
			registry.T("Bỏ phần tử này.", "Remove it."))
		return g.rowError(g.faults)
	}
	g.s.w.r++
	if !g.members(rec, root, true) || g.s.err != nil || g.isCollection && root {
		return nil
	}
	if len(g.faults) > 0 {
		return g.rowError(g.faults)
	}
	g.fillValues(rec)
	return nil
}

// members reads the members of a feature or of the root object up to the
// closing brace; false when it stopped inside the array "features" or at an
// error. rec is nil behind that array.
func (g *geoReader) members(rec *Record, root, first bool) bool {
	isFeature, other := false, ""
	for ; g.s.more('}', first); first = false {
		if root {
			g.s.mark = g.s.w.offset()
		}
		key, _, ok := g.s.key()
		if !ok {
			return false
		}
		switch {
		case string(key) == "type":
			g.word, _ = g.s.value(g.word[:0], MaxKeyBytes, true)
			if isFeature = string(g.word) == "Feature"; !isFeature {
				other = string(g.word)
				g.isCollection = g.isCollection || root && other == "FeatureCollection"
			}
		case string(key) == "crs":
			g.crs(root)
		case root && string(key) == "features" && g.s.space() == '[':
			if g.closed {
				g.s.syntax('[')
				return false
			}
			g.s.w.r++
			g.inFeatures, g.first = true, true
			g.faults = g.faults[:0]
			return false
		case rec == nil || g.isCollection && root:
			g.s.skip()
		case string(key) == "geometry":
			rec.Geometry = g.geometry(rec)
		case string(key) == "properties":
			g.properties()
		case string(key) == "id":
			var v anyValue
			g.word, v = g.s.value(g.word[:0], g.limits.KeyBytes, true)
			if rec.ID = ""; v.kind == kindText || v.kind == kindNumber {
				rec.ID = string(g.word)
			}
			g.valueFaults("id", v)
		default:
			g.s.skip()
		}
	}
	if g.s.err != nil {
		return false
	}
	if rec != nil && !isFeature && !(root && g.isCollection) {
		g.notFeature(other)
	}
	return true
}

// notFeature is the fault of an object whose type is another.
func (g *geoReader) notFeature(name string) {
	mend := registry.T("Mỗi đối tượng phải có \"type\": \"Feature\".", "Every object needs \"type\": \"Feature\".")
	if slices.ContainsFunc(geometryTypes, func(t geometryKind) bool { return t.name == name }) {
		mend = registry.T("Đặt hình vào một Feature: {\"type\":\"Feature\",\"geometry\":…,\"properties\":…}.",
			"Put the geometry into a Feature: {\"type\":\"Feature\",\"geometry\":…,\"properties\":…}.")
	}
	g.faults = slices.Insert(g.faults, 0, registry.NewFault(RuleGeoJSONType, "type", name,
		registry.Tf("“type” là %q, không phải Feature.", "“type” is %q, not Feature.", name), mend))
}

// fault adds a fault to the feature being read.
func (g *geoReader) fault(rule, column, value string, message, mend registry.Text) {
	if len(g.faults) < MaxRowFaults {
		g.faults = append(g.faults, registry.NewFault(rule, column, value, message, mend))
	}
}

// rowError copies faults, with their row, into the error of a record.
func (g *geoReader) rowError(faults []registry.Fault) *RowError {
	e := &RowError{Row: g.number, Faults: slices.Clone(faults)}
	for i := range e.Faults {
		e.Faults[i].Row = g.number
	}
	return e
}
