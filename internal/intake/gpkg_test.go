package intake

import (
	"bytes"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/coord"
	"github.com/hatangso/hatangso/internal/registry"
)

// testPackage makes a GeoPackage of two tables in EPSG:srs, then runs more SQL.
func testPackage(t testing.TB, srs int, more ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "tệp #1?.gpkg")
	db, err := sql.Open("sqlite", path+"x") // a plain name may not hold a question mark
	if err != nil {
		t.Fatal(err)
	}
	statements := append([]string{
		`CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER, definition TEXT, description TEXT)`,
		fmt.Sprintf(`INSERT INTO gpkg_spatial_ref_sys VALUES ('a', 4326, 'EPSG', 4326, '', ''), ('b', 100007, 'EPSG', %d, '', '')`, srs),
		`CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT, identifier TEXT)`,
		`CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z INTEGER, m INTEGER)`,
		`CREATE TABLE layer_styles (id INTEGER)`,
		`INSERT INTO gpkg_contents VALUES ('cột điện', 'features', ''), ('layer_styles', 'attributes', '')`,
		`INSERT INTO gpkg_geometry_columns VALUES ('cột điện', 'Hình', 'POINT', 100007, 0, 0)`,
		`CREATE TABLE "cột điện" (fid INTEGER PRIMARY KEY, "mã" TEXT, cao REAL, "chủ có" BOOLEAN, "ngày" DATE, "hình" BLOB, "ảnh" BLOB)`,
	}, more...)
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	name := strings.SplitN(path+"x", "?", 2)[0] // where SQLite put it
	if err := os.Rename(name, path); err != nil {
		t.Fatal(err)
	}
	return path
}

// gpkgPoint is a point in hexadecimal GeoPackageBinary.
func gpkgPoint(srs uint32, x, y float64) string {
	b := binary.LittleEndian.AppendUint32([]byte{'G', 'P', 0, 1}, srs)
	b = binary.LittleEndian.AppendUint32(append(b, 1), 1)
	b = binary.LittleEndian.AppendUint64(b, math.Float64bits(x))
	return fmt.Sprintf("x'%x'", binary.LittleEndian.AppendUint64(b, math.Float64bits(y)))
}

// readFile reads a file at hand as read does a stream.
func readFile(t *testing.T, path string, opts Options) (rows []string, meta Metadata, fatal string, faults []registry.Fault) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	reader, err := OpenFile(f, f, opts)
	if err != nil {
		return nil, meta, ruleOf(t, err), nil
	}
	if c, ok := reader.(io.Closer); ok {
		defer c.Close()
	}
	var rec Record
	for {
		err := reader.Next(&rec)
		var row *RowError
		switch {
		case err == nil:
			text := fmt.Sprintf("%d:%s", rec.Row, rec.ID)
			for i := range rec.Len() {
				v, ok := rec.At(i)
				if !ok {
					v = "–"
				}
				text += "|" + v
			}
			rows = append(rows, fmt.Sprint(text, " ", rec.Geometry))
			faults = append(faults, rec.Warnings...)
		case errors.As(err, &row):
			faults = append(faults, row.Faults...)
		case err == io.EOF:
			return rows, reader.Metadata(), "", faults
		default:
			return rows, reader.Metadata(), ruleOf(t, err), faults
		}
	}
}

func TestGeoPackageRows(t *testing.T) {
	t.Parallel()
	path := testPackage(t, 9210, `INSERT INTO "cột điện" VALUES
		(7, 'Đ-1', 7.5, 1, '2025-07-01', `+gpkgPoint(100007, 600000, 2300000)+`, x'00ff'), (9, NULL, 8, 0, NULL, NULL, NULL)`)
	rows, meta, fatal, faults := readFile(t, path, Options{})
	if fatal != "" || len(faults) > 0 || meta.CRSName != "EPSG:9210" || meta.Format != FormatGeoPackage {
		t.Fatalf("%s %v %+v", fatal, faults, meta)
	}
	want := []string{"1:7|7|Đ-1|7.5|true|2025-07-01|– [600000 2.3e+06]", "2:9|9|–|8|false|–|– <nil>"}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Error(diff)
	}
}

// A layer in a provincial zone arrives in WGS 84.
func TestGeoPackageReferenceSystem(t *testing.T) {
	t.Parallel()
	f, err := os.Open(testPackage(t, 9209, `INSERT INTO "cột điện" VALUES (1, 'A', 7, 1, NULL, `+gpkgPoint(100007, 586127.3655, 2316534.4749)+`, NULL)`))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	reader, err := OpenFile(f, f, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer reader.(io.Closer).Close()
	rows, err := NewRows(reader, registry.PoleNoun, shipped(t), RowOptions{})
	if err != nil {
		t.Fatal(err)
	}
	var row registry.Row
	if err := rows.Next(&row); err != nil || row.Record == nil {
		t.Fatalf("%v %+v", err, row.Faults)
	}
	at := row.Record.(*registry.Pole).Geometry.Geometry.(orb.Point)
	if math.Abs(at[0]-106.33) > 1e-7 || math.Abs(at[1]-20.94) > 1e-7 {
		t.Errorf("%.8f %.8f", at[0], at[1])
	}
}

// What a filer may send, and what somebody who means harm.
func TestGeoPackageRefused(t *testing.T) {
	t.Parallel()
	const second = `INSERT INTO gpkg_contents VALUES ('ống', 'features', '')`
	deep := `x'` + fmt.Sprintf("%x", binary.LittleEndian.AppendUint32([]byte{'G', 'P', 0, 1}, 100007)) + strings.Repeat("010400000001000000", 200_000) + `'`
	row := func(geometry string) string {
		return `INSERT INTO "cột điện" (fid, "hình") VALUES (1, ` + geometry + `)`
	}
	for name, c := range map[string]struct {
		more  []string
		opts  Options
		fatal string
		fault string
	}{
		"two layers":                     {more: []string{second}, fatal: RuleGeoPackageLayer},
		"no such layer":                  {opts: Options{Layer: "trạm"}, fatal: RuleGeoPackageLayer},
		"a layer without table":          {more: []string{second}, opts: Options{Layer: "ỐNG"}, fatal: RuleGeoPackageLayer},
		"no layers":                      {more: []string{`DELETE FROM gpkg_contents`}, fatal: RuleGeoPackageLayer},
		"only SQLite":                    {more: []string{`DROP TABLE gpkg_contents`}, fatal: RuleGeoPackage},
		"no word on the geometry":        {more: []string{`DELETE FROM gpkg_geometry_columns`}, fatal: RuleGeoPackage},
		"endless view for a table":       {more: []string{`DROP TABLE "cột điện"`, `CREATE VIEW "cột điện" AS WITH RECURSIVE r(fid) AS (SELECT 1 UNION ALL SELECT fid + 1 FROM r) SELECT fid, NULL AS "hình" FROM r`}, fatal: RuleGeoPackageLayer},
		"endless view for the contents":  {more: []string{`DROP TABLE gpkg_contents`, `CREATE VIEW gpkg_contents AS WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r) SELECT 'a' AS table_name, 'features' AS data_type FROM r WHERE i < 0`}, fatal: RuleGeoPackage},
		"endless view for the geometry":  {more: []string{`DROP TABLE gpkg_geometry_columns`, `CREATE VIEW gpkg_geometry_columns AS WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r) SELECT i AS table_name, i AS column_name, i AS srs_id FROM r`}, fatal: RuleGeoPackage},
		"a view said to be a table":      {more: []string{`CREATE VIEW v AS SELECT 1 AS fid`, `INSERT INTO gpkg_contents VALUES ('v', 'features', '')`, `PRAGMA writable_schema = ON`, `UPDATE sqlite_master SET type = 'table' WHERE name = 'v'`}, opts: Options{Layer: "v"}, fatal: RuleGeoPackage},
		"too many rows":                  {more: []string{`WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r WHERE i < 20) INSERT INTO "cột điện" (fid) SELECT i FROM r`}, opts: Options{Limits: Limits{Rows: 10}}, fatal: RuleLimitRows},
		"too large":                      {opts: Options{Limits: Limits{FileBytes: 1000}}, fatal: RuleLimitBytes},
		"too many columns":               {opts: Options{Limits: Limits{Columns: 3}}, fatal: RuleLimitColumns},
		"a long name":                    {opts: Options{Limits: Limits{KeyBytes: 3}}, fatal: RuleLimitKey},
		"a long value":                   {more: []string{`INSERT INTO "cột điện" (fid, "mã") VALUES (1, 'dài lắm lắm')`}, opts: Options{Limits: Limits{CellBytes: 12}}, fault: RuleLimitCell},
		"not UTF-8":                      {more: []string{`INSERT INTO "cột điện" (fid, "mã") VALUES (1, CAST(x'ff61' AS TEXT))`}, fault: RuleTextEncoding},
		"a NUL":                          {more: []string{`INSERT INTO "cột điện" (fid, "mã") VALUES (1, CAST(x'610062' AS TEXT))`}, fault: RuleTextNUL},
		"a blob for a number":            {more: []string{`INSERT INTO "cột điện" (fid, cao) VALUES (1, x'6100')`}, fault: RuleGeoPackage},
		"a text for a geometry":          {more: []string{row(`'POINT(1 2)'`)}, fault: RuleGeoPackageGeometry},
		"an extended type":               {more: []string{row(`x'4750002187860100'`)}, fault: RuleGeoPackageGeometry},
		"a cut envelope":                 {more: []string{row(`x'4750000387860100'`)}, fault: RuleGeoPackageGeometry},
		"a count that is only claimed":   {more: []string{row(`x'47500001a78601000102000000ffffff7f'`)}, fault: RuleGeometryType},
		"parts in parts":                 {more: []string{row(deep)}, fault: RuleGeometryType},
		"a collection":                   {more: []string{row(`x'47500001a7860100010700000000000000'`)}, fault: RuleGeometryType},
		"another reference system":       {more: []string{row(gpkgPoint(4326, 106, 21))}, fault: RuleGeoPackageGeometry},
		"more vertices than are allowed": {more: []string{row(`x'47500001a7860100010200000002000000` + strings.Repeat("00", 32) + `'`)}, opts: Options{Limits: Limits{Vertices: 1}}, fault: RuleLimitVertices},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, _, fatal, faults := readFile(t, testPackage(t, 9210, c.more...), c.opts)
			if fatal != c.fatal {
				t.Errorf("ended by %q, want %q", fatal, c.fatal)
			}
			got := ""
			for _, f := range faults {
				checkFault(t, f)
				if got = f.Rule; f.Row != 1 {
					t.Errorf("fault of row %d: %+v", f.Row, f)
				}
			}
			if got != c.fault {
				t.Errorf("fault %q, want %q", got, c.fault)
			}
		})
	}
}

// A layer is chosen by name, whatever its case.
func TestGeoPackageLayer(t *testing.T) {
	t.Parallel()
	path := testPackage(t, 9210, `CREATE TABLE "Đường" (id INTEGER PRIMARY KEY, geom BLOB)`, `INSERT INTO "Đường" VALUES (3, NULL)`,
		`INSERT INTO gpkg_contents VALUES ('Đường', 'features', '')`, `INSERT INTO gpkg_geometry_columns VALUES ('Đường', 'geom', 'POINT', 4326, 0, 0)`)
	rows, meta, fatal, _ := readFile(t, path, Options{Layer: "đường"})
	if diff := cmp.Diff([]string{"1:3|3 <nil>"}, rows); diff != "" || fatal != "" || meta.CRSName != "EPSG:4326" {
		t.Errorf("%s %s %s", diff, fatal, meta.CRSName)
	}
}

// Triggers do not run and nothing is written, beside the file neither.
func TestGeoPackageIsLeftAlone(t *testing.T) {
	t.Parallel()
	path := testPackage(t, 9210, `INSERT INTO "cột điện" (fid) VALUES (1)`)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if rows, _, fatal, _ := readFile(t, path, Options{}); len(rows) != 1 {
		t.Fatalf("%v %s", rows, fatal)
	}
	after, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file changed: %v", err)
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 {
		t.Errorf("%v, %v", entries, err)
	}
}

// A file that is broken anywhere ends with a fault, never with a panic.
func TestGeoPackageBroken(t *testing.T) {
	t.Parallel()
	path := testPackage(t, 9210, `WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r WHERE i < 500)
		INSERT INTO "cột điện" (fid, "mã", "hình") SELECT i, 'C' || i, `+gpkgPoint(100007, 600000, 2300000)+` FROM r`)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for at := 100; at < len(whole); at += 1009 {
		broken := bytes.Clone(whole)
		for i := at; i < min(at+8, len(broken)); i++ {
			broken[i] ^= 0xff
		}
		if err := os.WriteFile(path, broken, 0o600); err != nil {
			t.Fatal(err)
		}
		readFile(t, path, Options{}) // asks every error for its fault in both languages
	}
	if err := os.WriteFile(path, whole[:len(whole)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, fatal, _ := readFile(t, path, Options{}); fatal != RuleGeoPackage {
		t.Errorf("a cut file ends with %q", fatal)
	}
}

// An unknown reference system is told apart from none.
func TestGeoPackageUnknownSystem(t *testing.T) {
	t.Parallel()
	path := testPackage(t, 32648, `UPDATE gpkg_spatial_ref_sys SET organization = 'ESRI' WHERE srs_id = 100007`)
	_, meta, _, _ := readFile(t, path, Options{})
	if _, err := coord.LookupName(meta.CRSName); err == nil || meta.CRSName != "ESRI:32648" {
		t.Errorf("%s is taken: %v", meta.CRSName, err)
	}
	path = testPackage(t, 32648, `UPDATE gpkg_spatial_ref_sys SET organization = 'NONE' WHERE srs_id = 100007`)
	if _, meta, _, _ := readFile(t, path, Options{}); meta.CRSName != "" {
		t.Errorf("undefined is %s", meta.CRSName)
	}
}
