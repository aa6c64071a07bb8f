package export

import (
	"io"
	"slices"
	"time"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// Format is a file format records can leave in.
type Format string

const (
	GeoJSON Format = "geojson" // RFC 7946 FeatureCollection
	NDJSON  Format = "ndjson"  // one feature a line
	CSV     Format = "csv"     // UTF-8 with BOM, see Layout
	XLSX    Format = "xlsx"    // Office Open XML workbook, see Layout
	KML     Format = "kml"     // OGC KML 2.2

	GeoPackage Format = "gpkg" // OGC GeoPackage 1.3 with R-tree and QGIS style
	FlatGeobuf Format = "fgb"  // FlatGeobuf 3, with spatial index up to MaxIndexed
)

// Formats lists the formats, in the order help shows them.
var Formats = []Format{GeoJSON, NDJSON, CSV, XLSX, KML, GeoPackage, FlatGeobuf}

// Known says whether the format is one of Formats.
func (f Format) Known() bool { return slices.Contains(Formats, f) }

// ContentType gives the media type of the format.
func (f Format) ContentType() string {
	switch f {
	case GeoJSON:
		return "application/geo+json"
	case NDJSON:
		return "application/x-ndjson"
	case XLSX:
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	case KML:
		return "application/vnd.google-earth.kml+xml"
	case GeoPackage:
		return "application/geopackage+sqlite3"
	case FlatGeobuf:
		return "application/vnd.flatgeobuf"
	}
	return "text/csv; charset=utf-8"
}

// About is what a file says of itself.
type About struct {
	Noun   *registry.Noun
	AsOf   *registry.Date
	Filter string
	// Source names the register the file comes from.
	Source  string
	Written time.Time
	// Layout is how CSV and XLSX write it; see NewLayout.
	Layout Layout
}

// New makes the sink that writes a format to w. It flushes at End; a stream
// that fails before leaves a file that does not parse, on purpose.
func New(format Format, w io.Writer, about About) (postgres.Sink, error) {
	switch format {
	case GeoJSON:
		return &geoJSON{out: newBuffer(w), about: about}, nil
	case NDJSON:
		return &geoJSON{out: newBuffer(w), about: about, sequence: true}, nil
	case CSV:
		return &table{out: newBuffer(w), about: about}, nil
	case XLSX:
		return newWorkbook(w, about), nil
	case KML:
		return &placemarks{out: newBuffer(w), about: about}, nil
	case GeoPackage:
		return newGeoPackage(w, about), nil
	case FlatGeobuf:
		return newFlatGeobuf(w, about), nil
	}
	return nil, registry.Errorf(registry.CodeInvalid, "Định dạng %q không có; dùng geojson, ndjson hoặc csv.",
		"There is no format %q; use geojson, ndjson or csv.", format)
}

// flushAt is how much is gathered before it is written out.
const flushAt = 64 << 10

// buffer gathers rows and writes them out in large pieces.
type buffer struct {
	w     io.Writer
	bytes []byte
}

func newBuffer(w io.Writer) *buffer { return &buffer{w: w, bytes: make([]byte, 0, flushAt+16<<10)} }

func (b *buffer) flushIfFull() error {
	if len(b.bytes) < flushAt {
		return nil
	}
	return b.flush()
}

func (b *buffer) flush() error {
	_, err := b.w.Write(b.bytes)
	b.bytes = b.bytes[:0]
	return err
}
