package intake

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"modernc.org/sqlite"

	"github.com/hatangso/hatangso/internal/registry"
)

// sqliteMagic is what every SQLite file begins with.
const sqliteMagic = "SQLite format 3\x00"

// Rules of the faults that GeoPackages give.
const (
	RuleGeoPackage         = "gpkg.invalid"  // not a GeoPackage, or broken
	RuleGeoPackageLayer    = "gpkg.layer"    // none, several, or not the one named
	RuleGeoPackageGeometry = "gpkg.geometry" // not GeoPackageBinary
)

// gpkgOpenTimeout bounds what is done before the first row: reading the schema
// and the few rows that describe the layers.
const gpkgOpenTimeout = 20 * time.Second

// sqliteLimits bound what a file can make SQLite do (sqlite.org/c3ref/c_limit_attached.html).
var sqliteLimits = map[int]int{
	0:  MaxFeatureBytes, // LENGTH: one value
	1:  1 << 20,         // SQL_LENGTH
	2:  2 * MaxColumns,  // COLUMN
	3:  50,              // EXPR_DEPTH
	4:  2,               // COMPOUND_SELECT
	5:  20_000,          // VDBE_OP
	6:  8,               // FUNCTION_ARG
	7:  0,               // ATTACHED
	8:  100,             // LIKE_PATTERN_LENGTH
	9:  8,               // VARIABLE_NUMBER
	10: 1,               // TRIGGER_DEPTH
	11: 0,               // WORKER_THREADS
}

// gpkgReader streams the rows of one table of an OGC GeoPackage.
//
// A GeoPackage is a database, and a database is a program: views, triggers and
// generated columns run SQL. The file is opened read-only and immutable, with
// nothing in its schema trusted, within [sqliteLimits]; only plain tables are
// read, by their stored columns, from front to back.
type gpkgReader struct {
	db     *sql.DB
	cancel context.CancelFunc
	rows   *sql.Rows
	meta   Metadata
	limits Limits
	names  nameTable
	layer  gpkgLayer
	failed error

	columns []gpkgColumn
	scanned []any
	row     int
}

// gpkgColumn is a column of the table.
type gpkgColumn struct {
	name     string
	geometry bool
	blob     bool // declared as one: not a value anybody could want as text
	truth    bool // declared BOOLEAN: 0 or 1
	key      bool
	index    int // in names; -1 for the geometry
}

func openGeoPackage(f *os.File, opts Options) (Reader, error) {
	g := &gpkgReader{limits: opts.Limits.withDefaults()}
	if err := g.open(f, opts.Layer); err != nil {
		_ = g.Close()
		return nil, err
	}
	return g, nil
}

func (g *gpkgReader) open(f *os.File, layer string) error {
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if info.Size() > g.limits.FileBytes {
		return refuseSize(RuleLimitBytes,
			registry.Tf("Tệp lớn hơn %d byte.", "The file is larger than %d bytes.", g.limits.FileBytes),
			registry.T("Chia tệp thành nhiều phần.", "Split the file."))
	}
	path, err := filepath.Abs(f.Name())
	if err != nil {
		return err
	}
	name := url.URL{Scheme: "file", Path: path, RawQuery: "mode=ro&immutable=1&" + url.Values{"_pragma": {
		"trusted_schema(OFF)", "query_only(ON)", "cell_size_check(ON)", "mmap_size(0)", "cache_size(-4096)",
	}}.Encode()}
	if g.db, err = sql.Open("sqlite", name.String()); err != nil {
		return err
	}
	g.db.SetMaxOpenConns(1)
	ctx, cancel := context.WithCancel(context.Background())
	g.cancel = cancel
	opening, done := context.WithTimeout(ctx, gpkgOpenTimeout)
	defer done()
	conn, err := g.db.Conn(opening)
	if err != nil {
		return g.broken(err)
	}
	for id, limit := range sqliteLimits {
		if _, err := sqlite.Limit(conn, id, limit); err != nil {
			return err
		}
	}
	if g.layer, err = g.findLayer(opening, conn, layer); err != nil {
		return err
	}
	if err := g.describe(opening, conn); err != nil {
		return err
	}
	// the rows keep the connection busy until they are closed
	g.rows, err = conn.QueryContext(ctx, g.layer.query)
	return g.broken(err)
}

// Close ends the reading; the file stays the caller's.
func (g *gpkgReader) Close() error {
	if g.cancel != nil {
		g.cancel()
	}
	if g.rows != nil {
		_ = g.rows.Close()
	}
	if g.db == nil {
		return nil
	}
	return g.db.Close()
}

func (g *gpkgReader) Columns() []string  { return g.names.columns() }
func (g *gpkgReader) Metadata() Metadata { return g.meta }

func (g *gpkgReader) Next(rec *Record) error {
	if g.failed != nil {
		return g.failed
	}
	err := g.next(rec)
	if err != nil && !isRowError(err) {
		g.failed = err
	}
	return err
}

func (g *gpkgReader) next(rec *Record) error {
	if !g.rows.Next() {
		if err := g.rows.Err(); err != nil {
			return g.broken(err)
		}
		return io.EOF
	}
	if g.row++; g.row > g.limits.Rows {
		return refuseSize(RuleLimitRows,
			registry.Tf("Tệp có hơn %d đối tượng.", "The file has more than %d features.", g.limits.Rows),
			registry.T("Chia tệp thành nhiều phần.", "Split the file."))
	}
	if err := g.rows.Scan(g.scanned...); err != nil {
		return g.broken(err)
	}
	rec.Row, rec.ID, rec.Geometry, rec.Warnings, rec.names = g.row, "", nil, nil, &g.names
	rec.values, rec.kinds = rec.values[:0], rec.kinds[:0]
	var faults []registry.Fault
	for i, c := range g.columns {
		value := *(g.scanned[i].(*any))
		if c.geometry {
			if fault := g.place(rec, c, value); fault != nil {
				faults = append(faults, *fault)
			}
			continue
		}
		text, kind, fault := g.text(c, value)
		if fault != nil {
			faults = append(faults, *fault)
		}
		if c.key {
			rec.ID = text
		}
		rec.values, rec.kinds = append(rec.values, text), append(rec.kinds, kind)
	}
	for i := range rec.Warnings {
		rec.Warnings[i].Row = g.row
	}
	if len(faults) == 0 {
		return nil
	}
	faults = faults[:min(len(faults), MaxRowFaults)]
	for i := range faults {
		faults[i].Row = g.row
	}
	return &RowError{Row: g.row, Faults: faults}
}

// text gives a value as the readers of text formats would.
func (g *gpkgReader) text(c gpkgColumn, value any) (string, valueKind, *registry.Fault) {
	refuse := func(rule string, message, mend registry.Text) (string, valueKind, *registry.Fault) {
		f := registry.NewFault(rule, c.name, "", message, mend)
		return "", kindAbsent, &f
	}
	switch v := value.(type) {
	case nil:
		return "", kindNull, nil
	case int64:
		if c.truth {
			return strconv.FormatBool(v != 0), kindBool, nil
		}
		return strconv.FormatInt(v, 10), kindNumber, nil
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64), kindNumber, nil
	case []byte:
		if c.blob {
			return "", kindAbsent, nil
		}
		return refuse(RuleGeoPackage,
			registry.T("Giá trị là nhị phân, không phải văn bản hay số.", "The value is binary, neither text nor number."),
			registry.T("Xuất lại cột này dạng văn bản hoặc số.", "Export the column as text or numbers."))
	case string:
		switch {
		case len(v) > g.limits.CellBytes:
			return refuse(RuleLimitCell,
				registry.Tf("Giá trị dài hơn %d byte.", "The value is longer than %d bytes.", g.limits.CellBytes),
				registry.T("Rút ngắn giá trị.", "Shorten it."))
		case !utf8.ValidString(v):
			return refuse(RuleTextEncoding,
				registry.T("Văn bản không phải UTF-8.", "The text is not UTF-8."),
				registry.T("Xuất lại tệp với bảng mã UTF-8.", "Export the file again in UTF-8."))
		case strings.IndexByte(v, 0) >= 0:
			return refuse(RuleTextNUL,
				registry.T("Giá trị chứa ký tự NUL.", "The value contains the character NUL."),
				registry.T("Bỏ ký tự này.", "Remove it."))
		}
		return v, kindText, nil
	}
	return fmt.Sprint(value), kindText, nil
}

// place sets the record's geometry.
func (g *gpkgReader) place(rec *Record, c gpkgColumn, value any) *registry.Fault {
	if value == nil {
		return nil
	}
	blob, _ := value.([]byte)
	shape, fault := gpkgGeometry(blob, c.name, g.limits.Vertices)
	if fault != nil {
		return fault
	}
	if shape.srsID != g.layer.srsID {
		f := registry.NewFault(RuleGeoPackageGeometry, c.name, strconv.Itoa(int(shape.srsID)),
			registry.Tf("Hình học thuộc hệ tọa độ %d, bảng khai %d.", "The geometry is in SRS %d, the table says %d.", shape.srsID, g.layer.srsID),
			registry.T("Chuyển cả lớp về một hệ tọa độ.", "Bring the layer into one reference system."))
		return &f
	}
	rec.Geometry = shape.geometry
	if shape.heights {
		w := registry.NewFault(RuleGeometryZ, c.name, "",
			registry.T("Độ cao bị bỏ qua.", "The heights are dropped."), registry.T("Không cần sửa.", "Nothing to mend."))
		w.Severity = registry.SeverityWarning
		rec.Warnings = append(rec.Warnings, w)
	}
	return nil
}

// broken words what SQLite says of a file it cannot read on.
func (g *gpkgReader) broken(err error) error {
	if err == nil {
		return nil
	}
	return &registry.Error{Code: registry.CodeInvalid, Err: err,
		Message: registry.T("Dữ liệu chưa hợp lệ.", "The data break a rule."),
		Faults: []registry.Fault{registry.NewFault(RuleGeoPackage, "", "",
			registry.Tf("Không đọc được tệp GeoPackage sau đối tượng %d.", "The GeoPackage cannot be read on after feature %d.", g.row),
			registry.T("Tải hoặc xuất lại tệp.", "Download or export the file again."))}}
}
