package intake

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
)

// Reader streams the records of one file at constant memory.
type Reader interface {
	// Columns gives the names of the columns as the filer wrote them: the CSV
	// header, trimmed and in NFC; or the property keys of the GeoJSON features
	// seen so far in the order of first appearance. [Open] has seen the first
	// LookAhead features; later ones may append names, never move or remove one.
	Columns() []string
	// Next reads the next record into rec. The error is nil; or io.EOF after the
	// last; or a *[RowError] for a record that breaks a rule, after which reading
	// goes on; or any other error, which ends the file and is returned again by
	// every later call.
	Next(rec *Record) error
	// Metadata gives what the file says about itself.
	Metadata() Metadata
}

// LookAhead is how many features Open reads to learn the columns of a GeoJSON
// file; it stops earlier after LookAheadBytes.
const (
	LookAhead      = 100
	LookAheadBytes = 1 << 20
)

// Format names what a file was found to be.
type Format string

const (
	FormatCSV        Format = "csv"
	FormatGeoJSON    Format = "geojson"    // a FeatureCollection, or one Feature
	FormatNDJSON     Format = "ndjson"     // one Feature after the other
	FormatGeoJSONSeq Format = "geojsonseq" // RFC 8142, each after a record separator 0x1e
	FormatGeoPackage Format = "gpkg"       // OGC GeoPackage, one table of it
	FormatFlatGeobuf Format = "fgb"        // FlatGeobuf 3
	FormatXLSX       Format = "xlsx"       // Office Open XML workbook, one sheet of it
	FormatXLS        Format = "xls"        // workbook of Excel 97–2003, one sheet of it
	FormatKML        Format = "kml"        // OGC KML, or KMZ
	FormatShapefile  Format = "shapefile"  // ESRI Shapefile, zipped or beside its parts
)

// isTable says that a format has no geometry of its own: positions stand in
// cells.
func (f Format) isTable() bool { return f == FormatCSV || f == FormatXLSX || f == FormatXLS }

// Metadata is what a file says about itself.
type Metadata struct {
	Format Format
	// Encoding is one of [Encodings] or "UTF-8 BOM".
	Encoding string
	// Guesses are the encodings the file may be in, best first, when it does not
	// say and is not plain UTF-8; the first is the one it is read in. The filer
	// may choose another ([Options].Encoding).
	Guesses []EncodingGuess
	// Delimiter separates the cells of a CSV file.
	Delimiter byte
	// CRSName is the name in the legacy "crs" member of GeoJSON (removed by RFC
	// 7946, still written by QGIS and GDAL) or what a .prj describes, for
	// coord.LookupName; "" when there is none: the coordinates are WGS 84.
	CRSName string
}

// Options change how a file is read. The zero value is right for filings.
type Options struct {
	// Limits overrides single limits.
	Limits Limits
	// Encoding of a text file; "" means to find it out.
	Encoding Encoding
	// Delimiter of a CSV file; 0 means to find it out.
	Delimiter byte
	// Layer names one of several tables of a GeoPackage, sheets of a workbook or
	// shapefiles of an archive.
	Layer string
	// HeaderRow is the row of a sheet, from 1, that names the columns; 0 means to
	// find it out.
	HeaderRow int
}

// RowError says that one record breaks a rule and was passed over.
type RowError struct {
	// Row is that of the record, also set in each fault.
	Row    int
	Faults []registry.Fault
}

func (e *RowError) Error() string {
	if len(e.Faults) == 0 {
		return fmt.Sprintf("row %d", e.Row)
	}
	return fmt.Sprintf("row %d: %s: %s", e.Row, e.Faults[0].Rule, e.Faults[0].Message.EN)
}

// Unwrap gives the same faults as the error type of the house.
func (e *RowError) Unwrap() error { return registry.Invalid(e.Faults) }

// isRowError tells whether reading can go on.
func isRowError(err error) bool {
	_, ok := err.(*RowError)
	return ok
}

// Rules of the faults that readers give.
const (
	RuleFileEmpty    = "file.empty"  // no bytes, or no header
	RuleFileNUL      = "file.nul"    // a NUL byte: not text
	RuleFileFormat   = "file.format" // a workbook, archive or web page
	RuleTextEncoding = "text.encoding"
	RuleTextNUL      = "text.nul" // \u0000 in a JSON string: PostgreSQL cannot store it

	RuleCSVColumns         = "csv.columns" // a record with another number of cells than the header
	RuleCSVQuote           = "csv.quote"
	RuleCSVHeaderDuplicate = "csv.header-duplicate"
	RuleCSVNewline         = "csv.newline" // line ends of the old Macintosh

	RuleJSONSyntax    = "json.syntax"
	RuleJSONTruncated = "json.truncated"
	RuleJSONDepth     = "json.depth"
	RuleJSONNaN       = "json.nan" // NaN or Infinity as a property

	RuleGeoJSONType = "geojson.type" // not a Feature or FeatureCollection
	RuleGeoJSONCRS  = "geojson.crs"  // a crs that cannot be honoured

	RuleGeometryEmpty    = "geometry.empty"
	RuleGeometryType     = "geometry.type" // unknown type, or coordinates that do not fit it
	RuleGeometryRingOpen = "geometry.ring-open"
	RuleGeometryShort    = "geometry.short" // too few positions or ordinates
	RuleGeometryNaN      = "geometry.nan"
	RuleGeometryZ        = "geometry.z" // warning: heights are dropped

	RuleLimitBytes    = "limit.bytes"
	RuleLimitRows     = "limit.rows"
	RuleLimitColumns  = "limit.columns"
	RuleLimitCell     = "limit.cell"
	RuleLimitRecord   = "limit.record"
	RuleLimitKey      = "limit.key"
	RuleLimitFeature  = "limit.feature"
	RuleLimitVertices = "limit.vertices"
	RuleLimitNumber   = "limit.number"
)

// Open finds out what a file is, by its content and then by the extension of
// its name, and gives the reader for it. It reads the header of a CSV file and
// the first features of a GeoJSON file. Every error but those of r itself is a
// *registry.Error with one fault.
func Open(r io.Reader, name string, opts Options) (Reader, error) {
	limits := opts.Limits.withDefaults()
	buffered := bufio.NewReaderSize(r, windowBytes)
	if head, _ := buffered.Peek(len(flatMagic)); string(head) == flatMagic {
		return openFlatGeobuf(buffered, opts)
	}
	source, err := newTextSource(buffered, limits.FileBytes, opts.Encoding)
	if err != nil {
		return nil, err
	}
	w := newWindow(source)
	meta := Metadata{Encoding: source.encoding, Guesses: source.guesses}
	first, err := w.firstByte()
	if err == io.EOF {
		return nil, refuseFile(RuleFileEmpty, name,
			registry.T("Tệp không có nội dung.", "The file is empty."),
			registry.T("Chọn tệp có dữ liệu.", "Choose a file with data."))
	}
	if err != nil {
		return nil, err
	}
	extension := strings.ToLower(path.Ext(name))
	switch {
	case first == '{' || first == recordSeparator:
		return openGeoJSON(w, meta, limits)
	case first == '<':
		return openKML(io.MultiReader(bytes.NewReader(w.buf[w.r:w.w]), w.src), name, limits)
	case first == '[' && (extension == ".json" || extension == ".geojson"):
		return nil, refuseFile(RuleGeoJSONType, name,
			registry.T("Tệp là một mảng JSON, không phải GeoJSON.", "The file is a JSON array, not GeoJSON."),
			registry.T("Nộp một FeatureCollection, hoặc mỗi dòng một Feature.", "File a FeatureCollection, or one Feature per line."))
	case extension == ".json" || extension == ".geojson" || extension == ".ndjson" || extension == ".geojsonl" || extension == ".geojsons":
		return nil, refuseFile(RuleJSONSyntax, name,
			registry.Tf("Nội dung không phải JSON: bắt đầu bằng %q.", "The content is not JSON: it begins with %q.", rune(first)),
			registry.T("Xuất lại GeoJSON, hoặc đổi đuôi tệp nếu là CSV.", "Export GeoJSON again, or change the extension if it is CSV."))
	}
	if opts.Delimiter != 0 {
		meta.Delimiter = opts.Delimiter
	}
	return openCSV(w, extension, meta, limits)
}

// refuseFile makes the error that ends a file.
func refuseFile(rule, value string, message, mend registry.Text) error {
	return registry.Invalid([]registry.Fault{registry.NewFault(rule, "", value, message, mend)})
}

// refuseSize makes the error for a limit that ends a file.
func refuseSize(rule string, message, mend registry.Text) error {
	return &registry.Error{
		Code:    registry.CodeTooLarge,
		Message: message,
		Faults:  []registry.Fault{registry.NewFault(rule, "", "", message, mend)},
	}
}
