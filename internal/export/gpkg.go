package export

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"strings"
	"time"

	"modernc.org/sqlite"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// geoPackage writes an OGC GeoPackage 1.3 (OGC 12-128r18) with one table, named
// by the noun's path. SQLite writes here and there in its file, so it is made in
// a temporary one and copied out at the end: memory stays constant, nothing is
// sent before everything is known to be well.
type geoPackage struct {
	w      io.Writer
	about  About
	limit  int64 // bytes of the file
	file   *spool
	db     *sql.DB
	tx     *sql.Tx
	insert *sql.Stmt
	index  *sql.Stmt

	columns []gpkgColumn
	id      int
	geom    int // index of the geometry in a row, -1 without one
	args    []any
	blob    []byte
	extent  box
	pending []gpkgEntry
}

// gpkgColumn is how a field's values are bound.
type gpkgColumn struct {
	field registry.Field
	bind  func(postgres.Value) any
}

// gpkgEntry is a row of the R-tree to be written.
type gpkgEntry struct {
	id int64
	box
}

// Limits of SQLite while it writes.
const (
	gpkgPageBytes = 4096
	gpkgCacheKB   = 8 << 10
	// gpkgBatch is how many entries of the R-tree are gathered: written one by
	// one between the rows they would push the table's pages out of the cache.
	gpkgBatch = 4096
)

func newGeoPackage(w io.Writer, about About) *geoPackage {
	return &geoPackage{w: w, about: about, limit: MaxSpoolBytes}
}

func (g *geoPackage) Begin(fields []registry.Field) (err error) {
	if g.file, err = newSpool("hatangso-*.gpkg"); err != nil {
		return err
	}
	// SQLite opens the file by name; this one only keeps the place.
	name := url.URL{Scheme: "file", Path: g.file.Name(), RawQuery: url.Values{"_pragma": {
		fmt.Sprintf("page_size(%d)", gpkgPageBytes), "journal_mode(OFF)", "synchronous(OFF)", "locking_mode(EXCLUSIVE)",
		fmt.Sprintf("cache_size(-%d)", gpkgCacheKB), fmt.Sprintf("max_page_count(%d)", max(g.limit/gpkgPageBytes, 1)),
	}}.Encode()}
	if g.db, err = sql.Open("sqlite", name.String()); err != nil {
		return err
	}
	g.db.SetMaxOpenConns(1)
	if g.tx, err = g.db.BeginTx(context.Background(), nil); err != nil {
		return g.full(err)
	}
	g.extent, g.geom = emptyBox, -1
	for i, f := range fields {
		switch {
		case f.Name == "id":
			g.id = i
		case f.Type == registry.GeometryField:
			g.geom = i
		}
		g.columns = append(g.columns, gpkgColumn{f, gpkgBinder(f.Type)})
	}
	if err := g.describe(); err != nil {
		return g.full(err)
	}
	names, marks := make([]string, len(fields)), make([]string, len(fields))
	for i, f := range fields {
		names[i], marks[i] = identifier(f.Name), "?"
	}
	g.args = make([]any, len(fields))
	g.insert, err = g.tx.Prepare(fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s)",
		identifier(g.about.Noun.Path), strings.Join(names, ", "), strings.Join(marks, ", ")))
	if err == nil && g.geom >= 0 {
		g.index, err = g.tx.Prepare(fmt.Sprintf("INSERT INTO %s VALUES (?, ?, ?, ?, ?)", identifier(g.rtree())))
	}
	return g.full(err)
}

// rtree is the name the extension demands of the index.
func (g *geoPackage) rtree() string { return "rtree_" + g.about.Noun.Path + "_geometry" }

func (g *geoPackage) Row(values []postgres.Value) (err error) {
	for i, v := range values {
		switch {
		case v == nil:
			g.args[i] = nil
		case i == g.geom:
			var b box
			if g.blob, b, err = appendGeoPackageBinary(g.blob[:0], v.EWKB()); err != nil {
				return err
			}
			g.args[i] = g.blob
			g.extent.add(b)
			g.pending = append(g.pending, gpkgEntry{values[g.id].Int(), b})
		default:
			g.args[i] = g.columns[i].bind(v)
		}
	}
	if _, err := g.insert.Exec(g.args...); err != nil {
		return g.full(err)
	}
	if len(g.pending) >= gpkgBatch {
		return g.flushIndex()
	}
	return nil
}

func (g *geoPackage) flushIndex() error {
	for _, e := range g.pending {
		if _, err := g.index.Exec(e.id, e.minX, e.maxX, e.minY, e.maxY); err != nil {
			return g.full(err)
		}
	}
	g.pending = g.pending[:0]
	return nil
}

func (g *geoPackage) End() error {
	if err := g.flushIndex(); err != nil {
		return err
	}
	if g.geom >= 0 {
		// Their conditions call functions (ST_IsEmpty, …) that only the programs
		// that edit GeoPackages have; SQLite does not look for them until then.
		for _, trigger := range gpkgTriggers(g.about.Noun.Path) {
			if _, err := g.tx.Exec(trigger); err != nil {
				return g.full(err)
			}
		}
		if g.extent != emptyBox {
			if _, err := g.tx.Exec("UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?",
				g.extent.minX, g.extent.minY, g.extent.maxX, g.extent.maxY, g.about.Noun.Path); err != nil {
				return g.full(err)
			}
		}
	}
	if err := g.tx.Commit(); err != nil {
		return g.full(err)
	}
	g.tx = nil
	if err := g.db.Close(); err != nil {
		return err
	}
	g.db = nil
	out := newBuffer(g.w)
	_, err := io.CopyBuffer(struct{ io.Writer }{g.w}, struct{ io.Reader }{g.file.File}, out.bytes[:flushAt])
	return err
}

// Close removes the temporary file.
func (g *geoPackage) Close() error {
	if g.tx != nil {
		_ = g.tx.Rollback()
	}
	if g.db != nil {
		_ = g.db.Close()
	}
	g.tx, g.db = nil, nil
	if g.file == nil {
		return nil
	}
	err := g.file.Close()
	g.file = nil
	if errors.Is(err, os.ErrClosed) {
		return nil
	}
	return err
}

// sqliteFull is SQLITE_FULL: max_page_count is reached, or the disk is full.
const sqliteFull = 13

// full words the error of a file that has grown too large.
func (g *geoPackage) full(err error) error {
	var e *sqlite.Error
	if errors.As(err, &e) && e.Code() == sqliteFull {
		return errSpoolFull(g.limit)
	}
	return err
}

// gpkgBinder gives how a type's values are bound.
func gpkgBinder(t registry.FieldType) func(postgres.Value) any {
	switch t {
	case registry.IntField:
		return func(v postgres.Value) any { return v.Int() }
	case registry.DecimalField:
		return func(v postgres.Value) any { return v.Float() }
	case registry.BoolField:
		return func(v postgres.Value) any { return v.Bool() }
	case registry.DateField:
		return func(v postgres.Value) any { return string(appendDate(nil, v.Days())) }
	case registry.TimeField:
		return func(v postgres.Value) any { return gpkgTime(v.Seconds()) }
	case registry.JSONField:
		return func(v postgres.Value) any { return string(v.JSON()) }
	}
	return func(v postgres.Value) any { return string(v.Text()) }
}

// gpkgTime writes a time as requirement 5 wants it, with milliseconds.
func gpkgTime(seconds int64) string {
	return strings.TrimSuffix(string(appendTime(nil, seconds)), "Z") + ".000Z"
}

// identifier quotes a name for SQL.
func identifier(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

// describe makes the tables: those of the standard, the noun's, the index.
func (g *geoPackage) describe() error {
	n := g.about.Noun
	written := gpkgTime(g.about.Written.Unix())
	about, err := json.Marshal(map[string]any{
		"source": g.about.Source, "filter": g.about.Filter, "as_of": g.about.AsOf,
		"written": g.about.Written.UTC().Format(time.RFC3339), "title": n.Title,
	})
	if err != nil {
		return err
	}
	statements := []gpkgStatement{
		{gpkgSchema, nil},
		{g.createTable(), nil},
		{"INSERT INTO gpkg_metadata VALUES (1, 'dataset', 'https://www.rfc-editor.org/rfc/rfc8259', 'application/json', ?)", []any{string(about)}},
		{"INSERT INTO gpkg_metadata_reference VALUES ('table', ?, NULL, NULL, ?, 1, NULL)", []any{n.Path, written}},
	}
	kind := "attributes"
	var srs any
	if g.geom >= 0 {
		kind, srs = "features", 4326
	}
	// the identifier has to be one of its own; the noun's title is
	statements = append(statements, gpkgStatement{
		"INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, NULL, NULL, NULL, NULL, ?)",
		[]any{n.Path, kind, n.Title.VI, n.Title.EN, written, srs}})
	if g.geom >= 0 {
		statements = append(statements, g.spatial(written)...)
	}
	taken := map[string]bool{}
	for _, c := range g.columns {
		if c.field.Type == registry.GeometryField {
			continue
		}
		name := c.field.Title.VI
		if name == "" || taken[strings.ToLower(name)] {
			name = c.field.Name // names are unique in a table
		}
		taken[strings.ToLower(name)] = true
		var mime any
		if c.field.Type == registry.JSONField {
			mime = "application/json"
		}
		statements = append(statements, gpkgStatement{"INSERT INTO gpkg_data_columns VALUES (?, ?, ?, ?, ?, ?, NULL)",
			[]any{n.Path, c.field.Name, name, c.field.Title.VI, c.field.Title.EN, mime}})
	}
	for _, s := range statements {
		if _, err := g.tx.Exec(s.sql, s.args...); err != nil {
			return err
		}
	}
	return nil
}

// gpkgStatement is SQL with its arguments.
type gpkgStatement struct {
	sql  string
	args []any
}
