package intake

import "github.com/hatangso/hatangso/internal/registry"

// Limits of one file. Each is what the reader holds in memory or does for one
// record, so that no file, however made, costs more than a small constant times
// these. They are named here and repeated in the API's documentation.
const (
	// MaxFileBytes is the size of a file's text after decoding, in bytes.
	MaxFileBytes = 4 << 30
	// MaxRows is the number of CSV records or GeoJSON features; blank CSV lines
	// count, or an endless file of them would be read for ever.
	MaxRows = 2_000_000
	// MaxColumns is the number of CSV columns, or of different property keys in
	// all features of a GeoJSON file.
	MaxColumns = 512
	// MaxCellBytes is the size of one CSV cell or one property's value. A boundary
	// of MaxVertices positions as text has some 24 bytes each.
	MaxCellBytes = 24 * MaxVertices
	// MaxLinesBytes is the size of one CSV cell of several lines: most that are
	// longer begin with a quotation mark that nobody closed.
	MaxLinesBytes = 64 << 10
	// MaxRecordBytes is the size of one CSV record, line ends in quotes included.
	MaxRecordBytes = MaxCellBytes + 1<<20
	// MaxKeyBytes is the size of a column's name.
	MaxKeyBytes = 256
	// MaxFeatureBytes is the size of one GeoJSON feature or of one other member
	// of the collection, white space included.
	MaxFeatureBytes = 64 << 20
	// MaxVertices is the number of positions of one feature's geometry.
	MaxVertices = registry.MaxVertices
	// MaxDepth is how deep JSON values nest.
	MaxDepth = 32
	// MaxNumberBytes is the length of one JSON number.
	MaxNumberBytes = 128
	// MaxRowFaults is how many faults of one record are reported.
	MaxRowFaults = 20
)

// Limits overrides the constants of the same names; a zero field keeps the
// constant. Tests use it to reach a limit with a small file.
type Limits struct {
	FileBytes    int64
	Rows         int
	Columns      int
	CellBytes    int
	RecordBytes  int
	KeyBytes     int
	FeatureBytes int64
	Vertices     int
	Depth        int
}

// withDefaults fills the zero fields.
func (l Limits) withDefaults() Limits {
	orDefault(&l.FileBytes, MaxFileBytes)
	orDefault(&l.Rows, MaxRows)
	orDefault(&l.Columns, MaxColumns)
	orDefault(&l.CellBytes, MaxCellBytes)
	orDefault(&l.RecordBytes, MaxRecordBytes)
	orDefault(&l.KeyBytes, MaxKeyBytes)
	orDefault(&l.FeatureBytes, MaxFeatureBytes)
	orDefault(&l.Vertices, MaxVertices)
	orDefault(&l.Depth, MaxDepth)
	return l
}

func orDefault[T int | int64](field *T, value T) {
	if *field <= 0 {
		*field = value
	}
}
