package export

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// openTestPackage opens a GeoPackage's bytes as a database.
func openTestPackage(t *testing.T, b []byte) *sql.DB {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.gpkg")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", "file:"+path+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// query gives one row as text.
func query(t *testing.T, db *sql.DB, sql string, args ...any) []string {
	t.Helper()
	rows, err := db.QueryContext(context.Background(), sql, args...)
	if err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for rows.Next() {
		cells, into := make([]sqlText, len(names)), make([]any, len(names))
		for i := range cells {
			into[i] = &cells[i]
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		for _, c := range cells {
			out = append(out, string(c))
		}
	}
	return out
}

// sqlText is any value as text, "–" for null.
type sqlText string

func (s *sqlText) Scan(src any) error {
	if src == nil {
		*s = "–"
		return nil
	}
	var text sql.NullString
	err := text.Scan(src)
	*s = sqlText(text.String)
	return err
}

// What a GeoPackage must hold, by the tables that say so.
func TestGeoPackage(t *testing.T) {
	t.Parallel()
	db := openTestPackage(t, file(t, GeoPackage, registry.PoleNoun, samplePole(1), samplePole(2500)))
	for _, c := range []struct {
		sql  string
		want []string
	}{
		{"PRAGMA application_id", []string{"1196444487"}}, // GPKG
		{"PRAGMA user_version", []string{"10300"}},
		{"PRAGMA integrity_check", []string{"ok"}},
		{"PRAGMA foreign_key_check", nil},
		{"SELECT data_type, identifier, round(min_x, 7), round(min_y, 7), round(max_x, 7), round(max_y, 7), srs_id, CAST(last_change AS TEXT) FROM gpkg_contents WHERE table_name = 'poles'",
			[]string{"features", "Cột treo cáp", "105.9001", "20.5", "105.95", "20.5002", "4326", "2026-11-21T08:30:00.000Z"}},
		{"SELECT column_name, geometry_type_name, srs_id, z, m FROM gpkg_geometry_columns", []string{"geometry", "POINT", "4326", "0", "0"}},
		{"SELECT id, code, name, owner_present, height_m, CAST(built_on AS TEXT), CAST(created_at AS TEXT), boxes, submitted FROM poles WHERE id = 2500",
			[]string{"2500", "C2500", "Cột “đầu ngõ”, số 1", "1", "7.5", "1999-12-31", "2026-01-02T03:04:05.000Z", "–", `{"x":"600123.4","y":"2299871","crs":"EPSG:9210"}`}},
		{"SELECT typeof(id), typeof(height_m), typeof(owner_present), typeof(code), typeof(geometry) FROM poles WHERE id = 1",
			[]string{"integer", "real", "integer", "text", "blob"}},
		{"SELECT name, title, description FROM gpkg_data_columns WHERE column_name = 'height_m'", []string{"Chiều cao (m)", "Chiều cao (m)", "Height (m)"}},
		{"SELECT id FROM rtree_poles_geometry WHERE minx > 105.93 AND maxx < 106", []string{"2500"}},
		{"SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'poles'", []string{"6"}},
		{"SELECT f_table_name, useAsDefault FROM layer_styles", []string{"poles", "1"}},
	} {
		if diff := cmp.Diff(c.want, query(t, db, c.sql)); diff != "" {
			t.Errorf("%s: %s", c.sql, diff)
		}
	}
	var about struct {
		Source, Filter, AsOf, Written string
	}
	metadata := query(t, db, "SELECT replace(metadata, 'as_of', 'asOf') FROM gpkg_metadata m JOIN gpkg_metadata_reference r ON r.md_file_id = m.id WHERE r.table_name = 'poles'")
	if err := json.Unmarshal([]byte(metadata[0]), &about); err != nil || about.Source != "hatangso" || about.Filter != "unit=11734" || about.AsOf != "2026-06-30" {
		t.Errorf("metadata %s: %v", metadata, err)
	}
}

// A noun without geometry is a table of attributes; one without records has no extent.
func TestGeoPackageWithoutGeometry(t *testing.T) {
	t.Parallel()
	db := openTestPackage(t, file(t, GeoPackage, registry.OrganizationNoun))
	want := []string{"attributes", "–", "–"}
	if diff := cmp.Diff(want, query(t, db, "SELECT data_type, min_x, srs_id FROM gpkg_contents")); diff != "" {
		t.Error(diff)
	}
	db = openTestPackage(t, file(t, GeoPackage, registry.PoleNoun))
	if diff := cmp.Diff([]string{"features", "–", "4326"}, query(t, db, "SELECT data_type, min_x, srs_id FROM gpkg_contents WHERE table_name = 'poles'")); diff != "" {
		t.Error(diff)
	}
}

// Titles name columns uniquely in each noun's table, or its file could not be made.
func TestGeoPackageOfEveryNoun(t *testing.T) {
	t.Parallel()
	for _, n := range registry.Nouns {
		db := openTestPackage(t, file(t, GeoPackage, n))
		if got := query(t, db, "SELECT count(*) FROM "+identifier(n.Path)); got[0] != "0" {
			t.Errorf("%s: %s rows", n.Path, got[0])
		}
	}
}

// The header before the WKB: points without extent, shapes with it.
func TestGeoPackageBinary(t *testing.T) {
	t.Parallel()
	duct := registry.DuctNoun.New().(*registry.Duct)
	duct.Geometry.Geometry = orb.LineString{{105, 20}, {106, 21.5}}
	for _, c := range []struct {
		ewkb   []byte
		header []byte
	}{
		{valuesOf(t, registry.PoleNoun, samplePole(1))[len(registry.PoleNoun.Fields)-1], []byte{'G', 'P', 0, 1, 0xe6, 0x10, 0, 0}},
		{valuesOf(t, registry.DuctNoun, duct)[len(registry.DuctNoun.Fields)-1], []byte{'G', 'P', 0, 3, 0xe6, 0x10, 0, 0,
			0, 0, 0, 0, 0, 0x40, 0x5a, 0x40, 0, 0, 0, 0, 0, 0x80, 0x5a, 0x40, 0, 0, 0, 0, 0, 0, 0x34, 0x40, 0, 0, 0, 0, 0, 0x80, 0x35, 0x40}},
	} {
		blob, _, err := appendGeoPackageBinary(nil, c.ewkb)
		if err != nil || !bytes.HasPrefix(blob, c.header) {
			t.Errorf("%x, want %x…: %v", blob, c.header, err)
		}
	}
	if _, _, err := appendGeoPackageBinary(nil, []byte{1, 1, 0, 0, 0, 0}); !errors.Is(err, errShape) {
		t.Errorf("a cut point gives %v", err)
	}
}

// A file over its limit is refused with a word on what to do, and leaves nothing.
func TestGeoPackageTooLarge(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	g := newGeoPackage(&bytes.Buffer{}, aboutTest(registry.PoleNoun))
	g.limit = 200 << 10
	err := g.Begin(registry.PoleNoun.Fields)
	for id := int64(1); err == nil && id < 20_000; id++ {
		err = g.Row(valuesOf(t, registry.PoleNoun, samplePole(id)))
	}
	if err == nil {
		err = g.End()
	}
	if registry.CodeOf(err) != registry.CodeTooLarge {
		t.Errorf("%v, want %s", err, registry.CodeTooLarge)
	}
	Close(g)
	left, err := os.ReadDir(dir)
	if err != nil || len(left) > 0 {
		t.Errorf("%v left, %v", left, err)
	}
}
