package intake

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/hatangso/hatangso/internal/registry"
)

// The columns of a KML file that are no extended data: what the Placemark says
// in elements of its own, and the names of the folders it lies in.
const (
	kmlName        = "name"
	kmlDescription = "description"
	kmlAddress     = "address"
	kmlFolder      = "folder"
)

// kmlReader streams the Placemarks of OGC KML 2.2 and 2.3, in whatever folders
// they lie. Its columns are the extended data (Data and SchemaData alike);
// name, description and address where no extended data have the same name; and
// folder, the path of the folders. Styles, views, overlays and links to further
// files are passed over.
type kmlReader struct {
	x      *xmlReader
	close  func() error
	limits Limits
	names  nameTable
	number int
	// folders are the names of the open containers, "" for one without.
	folders []string
	ahead   []readAhead
	failed  error
	sawZ    bool

	faults []registry.Fault
	values []kmlValue // of the Placemark being read
	// declared are the columns that a Schema names: only extended data fill them.
	declared map[int]bool
	buf      []byte
}

type kmlValue struct {
	column int
	text   string
	own    bool // said by extended data, which go before the Placemark's elements
}

// openKML reads a document from its first byte.
func openKML(r io.Reader, name string, limits Limits) (Reader, error) {
	k, err := newKML(r, name, limits, nil)
	if err != nil {
		return nil, err // no reader, rather than an interface that holds none
	}
	return k, nil
}

// newKML reads as far as the first Placemarks. close, which may be nil, is
// called when nothing more is read.
func newKML(r io.Reader, name string, limits Limits, close func() error) (*kmlReader, error) {
	k := &kmlReader{x: newXMLReader(r, limits.FeatureBytes), close: close, limits: limits, declared: map[int]bool{}}
	if err := k.root(name); err != nil {
		return nil, errors.Join(err, k.Close())
	}
	for len(k.ahead) < LookAhead {
		var item readAhead
		item.err = k.next(&item.rec)
		k.ahead = append(k.ahead, item)
		if item.err != nil && !isRowError(item.err) {
			if len(k.ahead) == 1 && item.err != io.EOF {
				return nil, errors.Join(item.err, k.Close())
			}
			break
		}
	}
	return k, nil
}

// openKMZ reads the document of a zipped KML: the one that Layer names, else
// doc.kml. A doc.kml without Placemarks, which only links to others as GDAL
// writes it, gives way to the other one.
func openKMZ(a *archive, opts Options) (Reader, error) {
	documents := a.having(".kml")
	stem := func(f *zip.File) string { return strings.TrimSuffix(path.Base(f.Name), path.Ext(f.Name)) }
	if opts.Layer == "" {
		main := a.find("doc.kml")
		if main == nil && len(documents) == 1 {
			main = documents[0]
		}
		if main != nil {
			k, err := openPackedKML(a, main)
			if err != nil {
				return nil, err
			}
			if len(documents) == 1 || k.ahead[0].err != io.EOF {
				return k, nil
			}
			if err := k.Close(); err != nil {
				return nil, err
			}
			documents = slices.DeleteFunc(documents, func(f *zip.File) bool { return f == main })
		}
	} else {
		documents = slices.DeleteFunc(documents, func(f *zip.File) bool { return !strings.EqualFold(stem(f), opts.Layer) })
	}
	if len(documents) == 1 {
		k, err := openPackedKML(a, documents[0])
		if err != nil {
			return nil, err
		}
		return k, nil
	}
	var names []string
	for _, f := range a.having(".kml") {
		names = append(names, stem(f))
	}
	return nil, refuseFile(RuleZipContent, opts.Layer,
		registry.Tf("Tệp KMZ có %d lớp: %s.", "The KMZ has %d layers: %s.", len(names), strings.Join(names, ", ")),
		registry.T("Chọn một lớp bằng --layer.", "Name one with --layer."))
}

func openPackedKML(a *archive, f *zip.File) (*kmlReader, error) {
	in, err := a.open(f)
	if err != nil {
		return nil, err
	}
	text, err := newTextSource(in, a.limits.FileBytes, "")
	if err != nil {
		return nil, errors.Join(err, in.Close())
	}
	return newKML(text, f.Name, a.limits, in.Close)
}

// root reads as far as the document's element.
func (k *kmlReader) root(name string) error {
	refused := refuseFile(RuleFileFormat, name,
		registry.T("Tệp là trang web hoặc XML, không phải KML, CSV hay GeoJSON.", "The file is a web page or XML, neither KML, CSV nor GeoJSON."),
		registry.T("Xuất dữ liệu thành CSV, GeoJSON hoặc KML.", "Export the data as CSV, GeoJSON or KML."))
	for {
		token, err := k.x.next()
		var e *registry.Error
		if errors.As(err, &e) || errors.Is(err, io.EOF) {
			return refused
		}
		if err != nil {
			return err
		}
		if e, ok := token.(xml.StartElement); ok {
			if e.Name.Local != "kml" {
				return refused
			}
			return nil
		}
	}
}

func (k *kmlReader) Columns() []string  { return k.names.columns() }
func (k *kmlReader) Metadata() Metadata { return Metadata{Format: FormatKML, Encoding: "UTF-8"} }

// Close ends the reading early.
func (k *kmlReader) Close() error {
	if k.close == nil {
		return nil
	}
	closing := k.close
	k.close = nil
	return closing()
}

func (k *kmlReader) Next(rec *Record) error {
	if k.failed != nil {
		return k.failed
	}
	var err error
	if len(k.ahead) > 0 {
		*rec, err = k.ahead[0].rec, k.ahead[0].err
		k.ahead[0] = readAhead{}
		k.ahead = k.ahead[1:]
	} else {
		err = k.next(rec)
	}
	if err != nil && !isRowError(err) {
		k.failed = err
		if closed := k.Close(); closed != nil && err == io.EOF {
			k.failed = closed
		}
		return k.failed
	}
	return err
}

// next reads as far as the next Placemark and through it.
func (k *kmlReader) next(rec *Record) error {
	for {
		k.x.begin()
		token, err := k.x.next()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.EndElement:
			if n := len(k.folders); n > 0 {
				k.folders = k.folders[:n-1]
			}
		case xml.StartElement:
			switch t.Name.Local {
			case "Document", "Folder", "Update", "Create", "kml":
				k.folders = append(k.folders, "")
			case "name":
				if k.buf, err = k.x.text(k.buf[:0]); err != nil {
					return err
				}
				// the name of the document is that of the file
				if n := len(k.folders); n > 1 {
					k.folders[n-1] = norm.NFC.String(strings.TrimSpace(string(k.buf)))
				}
			case "Schema":
				if err := k.schema(); err != nil {
					return err
				}
			case "Placemark":
				if k.number++; k.number > k.limits.Rows {
					return refuseSize(RuleLimitRows,
						registry.Tf("Tệp có hơn %d đối tượng.", "The file has more than %d features.", k.limits.Rows),
						registry.T("Chia tệp thành nhiều phần.", "Split the file."))
				}
				return k.placemark(t, rec)
			default:
				if err := k.x.skip(); err != nil {
					return err
				}
			}
		}
	}
}

// placemark reads a feature from behind its opening tag.
func (k *kmlReader) placemark(e xml.StartElement, rec *Record) error {
	k.faults, k.values = k.faults[:0], k.values[:0]
	*rec = Record{Row: k.number, ID: attribute(e, "id"), names: &k.names, values: rec.values, kinds: rec.kinds}
	var shapes kmlShapes
	shapes.limit = k.limits.Vertices
	for depth := k.x.depth; k.x.depth >= depth; {
		token, err := k.x.next()
		if err != nil {
			return noEnd(err)
		}
		t, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch name := t.Name.Local; name {
		case kmlName, kmlDescription, kmlAddress:
			err = k.value(name, false)
		case "ExtendedData":
			err = k.extended()
		case "Point", "LineString", "LinearRing", "Polygon", "MultiGeometry", "Track", "MultiTrack", "Model":
			err = k.x.shape(name, &shapes)
		default:
			err = k.x.skip()
		}
		if err != nil {
			return err
		}
	}
	k.place(&shapes, rec)
	if folder := strings.Join(slices.DeleteFunc(slices.Clone(k.folders), func(s string) bool { return s == "" }), " / "); folder != "" {
		if err := k.set(kmlFolder, folder, false); err != nil {
			return err
		}
	}
	if len(k.faults) > 0 {
		for i := range k.faults {
			k.faults[i].Row = k.number
		}
		return &RowError{Row: k.number, Faults: slices.Clone(k.faults)}
	}
	n := len(k.names.names)
	rec.values, rec.kinds = slices.Grow(rec.values[:0], n)[:n], slices.Grow(rec.kinds[:0], n)[:n]
	clear(rec.values)
	clear(rec.kinds)
	for _, own := range []bool{false, true} {
		for _, v := range k.values {
			if v.own == own {
				rec.values[v.column], rec.kinds[v.column] = v.text, kindText
			}
		}
	}
	return nil
}

// schema takes the columns that a Schema declares: a field that no Placemark has
// a value for is a column all the same, and one called name is not the
// Placemark's own.
func (k *kmlReader) schema() error {
	for depth := k.x.depth; k.x.depth >= depth; {
		token, err := k.x.next()
		if err != nil {
			return noEnd(err)
		}
		t, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if t.Name.Local == "SimpleField" {
			name := norm.NFC.String(strings.TrimSpace(attribute(t, "name")))
			if name != "" && len(name) <= k.limits.KeyBytes {
				column, err := k.column(name)
				if err != nil {
					return err
				}
				k.declared[column] = true
			}
		}
		if err := k.x.skip(); err != nil {
			return err
		}
	}
	return nil
}

// column gives the number of a column, a new one when it has none.
func (k *kmlReader) column(name string) (int, error) {
	column, ok := k.names.find(name)
	if !ok {
		if column = len(k.names.names); column >= k.limits.Columns {
			return 0, refuseSize(RuleLimitColumns,
				registry.Tf("Các đối tượng có hơn %d thuộc tính khác nhau.", "The features have more than %d different properties.", k.limits.Columns),
				registry.T("Bỏ bớt thuộc tính không dùng.", "Remove the properties that are not used."))
		}
		k.names.add(name)
	}
	return column, nil
}

// extended reads extended data: <Data name="…"><value>, or
// <SchemaData><SimpleData name="…">.
func (k *kmlReader) extended() error {
	name := ""
	for depth := k.x.depth; k.x.depth >= depth; {
		token, err := k.x.next()
		if err != nil {
			return noEnd(err)
		}
		t, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch t.Name.Local {
		case "SchemaData":
		case "Data":
			name = attribute(t, "name")
		case "value":
			err = k.value(name, true)
		case "SimpleData":
			err = k.value(attribute(t, "name"), true)
		default:
			err = k.x.skip()
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// value reads the text of the element that has just begun into a column.
func (k *kmlReader) value(name string, own bool) (err error) {
	if k.buf, err = k.x.text(k.buf[:0]); err != nil {
		return err
	}
	return k.set(norm.NFC.String(strings.TrimSpace(name)), string(k.buf), own)
}

func (k *kmlReader) set(name, text string, own bool) error {
	switch {
	case name == "":
		return nil
	case len(name) > k.limits.KeyBytes:
		k.fault(RuleLimitKey, name[:k.limits.KeyBytes],
			registry.Tf("Tên thuộc tính dài hơn %d byte.", "The name of a property is longer than %d bytes.", k.limits.KeyBytes))
		return nil
	case len(text) > k.limits.CellBytes:
		k.fault(RuleLimitCell, name,
			registry.Tf("Giá trị dài hơn %d byte.", "The value is longer than %d bytes.", k.limits.CellBytes))
		return nil
	}
	column, err := k.column(name)
	if err == nil && (own || !k.declared[column]) {
		k.values = append(k.values, kmlValue{column, text, own})
	}
	return err
}

func (k *kmlReader) fault(rule, column string, message registry.Text) {
	if len(k.faults) < MaxRowFaults {
		k.faults = append(k.faults, registry.NewFault(rule, column, "", message, registry.T("Sửa hoặc bỏ.", "Mend or remove it.")))
	}
}
