package export

import (
	"fmt"
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
)

// gpkgSchema makes the tables of OGC 12-128r18 annex C that the files have, and
// layer_styles, where QGIS looks for the style of a layer. The application id
// is "GPKG", the version 1.3.0.
const gpkgSchema = `
PRAGMA application_id = 1196444487;
PRAGMA user_version = 10300;
CREATE TABLE gpkg_spatial_ref_sys (
	srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
	organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
INSERT INTO gpkg_spatial_ref_sys VALUES
	('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined cartesian coordinate reference system'),
	('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
	('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]', 'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid');
CREATE TABLE gpkg_contents (
	table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
	last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
	min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
	CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
	table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
	z TINYINT NOT NULL, m TINYINT NOT NULL,
	CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
	CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
	CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE gpkg_extensions (
	table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
	CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
CREATE TABLE gpkg_data_columns (
	table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT, mime_type TEXT, constraint_name TEXT,
	CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), CONSTRAINT gdc_tn UNIQUE (table_name, name));
CREATE TABLE gpkg_data_column_constraints (
	constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN,
	max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
	CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value));
CREATE TABLE gpkg_metadata (
	id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, md_scope TEXT NOT NULL DEFAULT 'dataset', md_standard_uri TEXT NOT NULL,
	mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '');
CREATE TABLE gpkg_metadata_reference (
	reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER,
	timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), md_file_id INTEGER NOT NULL, md_parent_id INTEGER,
	CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
	CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id));
INSERT INTO gpkg_extensions VALUES
	('gpkg_data_columns', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec/#extension_schema', 'read-write'),
	('gpkg_data_column_constraints', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec/#extension_schema', 'read-write'),
	('gpkg_metadata', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec/#extension_metadata', 'read-write'),
	('gpkg_metadata_reference', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec/#extension_metadata', 'read-write');
`

// gpkgTypes are the column types of requirement 5.
var gpkgTypes = map[registry.FieldType]string{
	registry.TextField: "TEXT", registry.IntField: "INTEGER", registry.DecimalField: "REAL", registry.BoolField: "BOOLEAN",
	registry.DateField: "DATE", registry.TimeField: "DATETIME", registry.JSONField: "TEXT",
}

// createTable gives the noun's own table. The record's id is the row's.
func (g *geoPackage) createTable() string {
	var columns []string
	for _, c := range g.columns {
		name := identifier(c.field.Name)
		switch {
		case c.field.Name == "id":
			columns = append(columns, name+" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL")
		case c.field.Type == registry.GeometryField:
			columns = append(columns, name+" "+strings.ToUpper(string(g.about.Noun.Geometry)))
		default:
			columns = append(columns, name+" "+gpkgTypes[c.field.Type])
		}
	}
	return fmt.Sprintf("CREATE TABLE %s (%s)", identifier(g.about.Noun.Path), strings.Join(columns, ", "))
}

// spatial gives what a table with geometries has besides.
func (g *geoPackage) spatial(written string) []gpkgStatement {
	n := g.about.Noun
	return []gpkgStatement{
		{"INSERT INTO gpkg_geometry_columns VALUES (?, 'geometry', ?, 4326, 0, 0)", []any{n.Path, strings.ToUpper(string(n.Geometry))}},
		{"INSERT INTO gpkg_extensions VALUES (?, 'geometry', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')", []any{n.Path}},
		{fmt.Sprintf("CREATE VIRTUAL TABLE %s USING rtree(id, minx, maxx, miny, maxy)", identifier(g.rtree())), nil},
		{`CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256),
			f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN,
			description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))`, nil},
		{"INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change) VALUES ('layer_styles', 'attributes', 'layer_styles', ?)", []any{written}},
		{"INSERT INTO layer_styles VALUES (1, '', '', ?, 'geometry', 'hatangso', ?, '', 1, ?, '', NULL, ?)", []any{n.Path, g.style(), n.Title.VI, written}},
	}
}

// gpkgTriggers keep the R-tree right when another program edits the table; the
// names and conditions are those of OGC 12-128r18 annex F.3, which validators
// compare.
func gpkgTriggers(table string) []string {
	replace := strings.NewReplacer("<t>", table, "<c>", "geometry", "<i>", "id").Replace
	return []string{
		replace(`CREATE TRIGGER "rtree_<t>_<c>_insert" AFTER INSERT ON "<t>"
			WHEN (new."<c>" NOT NULL AND NOT ST_IsEmpty(NEW."<c>"))
			BEGIN INSERT OR REPLACE INTO "rtree_<t>_<c>" VALUES (NEW."<i>", ST_MinX(NEW."<c>"), ST_MaxX(NEW."<c>"), ST_MinY(NEW."<c>"), ST_MaxY(NEW."<c>")); END`),
		replace(`CREATE TRIGGER "rtree_<t>_<c>_update1" AFTER UPDATE OF "<c>" ON "<t>"
			WHEN OLD."<i>" = NEW."<i>" AND (NEW."<c>" NOTNULL AND NOT ST_IsEmpty(NEW."<c>"))
			BEGIN INSERT OR REPLACE INTO "rtree_<t>_<c>" VALUES (NEW."<i>", ST_MinX(NEW."<c>"), ST_MaxX(NEW."<c>"), ST_MinY(NEW."<c>"), ST_MaxY(NEW."<c>")); END`),
		replace(`CREATE TRIGGER "rtree_<t>_<c>_update2" AFTER UPDATE OF "<c>" ON "<t>"
			WHEN OLD."<i>" = NEW."<i>" AND (NEW."<c>" ISNULL OR ST_IsEmpty(NEW."<c>"))
			BEGIN DELETE FROM "rtree_<t>_<c>" WHERE id = OLD."<i>"; END`),
		replace(`CREATE TRIGGER "rtree_<t>_<c>_update3" AFTER UPDATE ON "<t>"
			WHEN OLD."<i>" != NEW."<i>" AND (NEW."<c>" NOTNULL AND NOT ST_IsEmpty(NEW."<c>"))
			BEGIN DELETE FROM "rtree_<t>_<c>" WHERE id = OLD."<i>";
			INSERT OR REPLACE INTO "rtree_<t>_<c>" VALUES (NEW."<i>", ST_MinX(NEW."<c>"), ST_MaxX(NEW."<c>"), ST_MinY(NEW."<c>"), ST_MaxY(NEW."<c>")); END`),
		replace(`CREATE TRIGGER "rtree_<t>_<c>_update4" AFTER UPDATE ON "<t>"
			WHEN OLD."<i>" != NEW."<i>" AND (NEW."<c>" ISNULL OR ST_IsEmpty(NEW."<c>"))
			BEGIN DELETE FROM "rtree_<t>_<c>" WHERE id IN (OLD."<i>", NEW."<i>"); END`),
		replace(`CREATE TRIGGER "rtree_<t>_<c>_delete" AFTER DELETE ON "<t>"
			WHEN old."<c>" NOT NULL
			BEGIN DELETE FROM "rtree_<t>_<c>" WHERE id = OLD."<i>"; END`),
	}
}
