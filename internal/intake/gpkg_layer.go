package intake

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
)

// gpkgLayer is the table of a GeoPackage that is read.
type gpkgLayer struct {
	table    string
	features bool
	geometry string // its column
	srsID    int32
	query    string
}

// maxGeoPackageLayers bounds how many layers are looked at and named.
const maxGeoPackageLayers = 1000

// findLayer chooses the table: the one named; else the only one with features;
// else the only one without.
func (g *gpkgReader) findLayer(ctx context.Context, conn *sql.Conn, name string) (gpkgLayer, error) {
	if plain, err := g.plainTable(ctx, conn, "gpkg_contents"); err != nil || !plain {
		if err != nil {
			return gpkgLayer{}, err
		}
		return gpkgLayer{}, refuseFile(RuleGeoPackage, "",
			registry.T("Tệp SQLite không phải GeoPackage: thiếu bảng gpkg_contents.", "The SQLite file is no GeoPackage: it has no table gpkg_contents."),
			registry.T("Xuất lớp thành GeoPackage, GeoJSON hoặc CSV.", "Export the layer as GeoPackage, GeoJSON or CSV."))
	}
	rows, err := conn.QueryContext(ctx, `SELECT CAST(table_name AS TEXT), data_type = 'features' FROM gpkg_contents
		WHERE data_type IN ('features', 'attributes') AND table_name <> 'layer_styles' LIMIT ?`, maxGeoPackageLayers)
	if err != nil {
		return gpkgLayer{}, g.broken(err)
	}
	defer rows.Close()
	var layers []gpkgLayer
	for rows.Next() {
		var l gpkgLayer
		if err := rows.Scan(&l.table, &l.features); err != nil {
			return gpkgLayer{}, g.broken(err)
		}
		layers = append(layers, l)
	}
	if err := rows.Err(); err != nil {
		return gpkgLayer{}, g.broken(err)
	}
	return chooseLayer(layers, name)
}

func chooseLayer(layers []gpkgLayer, name string) (gpkgLayer, error) {
	var names []string
	var features, other []gpkgLayer
	for _, l := range layers {
		if strings.EqualFold(l.table, name) && name != "" {
			return l, nil
		}
		names = append(names, l.table)
		if l.features {
			features = append(features, l)
		} else {
			other = append(other, l)
		}
	}
	switch listed := strings.Join(names, ", "); {
	case len(layers) == 0:
		return gpkgLayer{}, refuseFile(RuleGeoPackageLayer, "",
			registry.T("GeoPackage không có lớp nào.", "The GeoPackage has no layers."),
			registry.T("Xuất lại tệp có dữ liệu.", "Export a file with data."))
	case name != "":
		return gpkgLayer{}, refuseFile(RuleGeoPackageLayer, name,
			registry.Tf("GeoPackage không có lớp %q.", "The GeoPackage has no layer %q.", name),
			registry.Tf("Các lớp: %s.", "Layers: %s.", suggest(name, names)))
	case len(features) == 1:
		return features[0], nil
	case len(features) == 0 && len(other) == 1:
		return other[0], nil
	default:
		return gpkgLayer{}, refuseFile(RuleGeoPackageLayer, "",
			registry.Tf("GeoPackage có %d lớp.", "The GeoPackage has %d layers.", len(layers)),
			registry.Tf("Chọn một lớp bằng --layer: %s.", "Choose one with --layer: %s.", listed))
	}
}

// plainTable says that a name is that of a table with rows of its own: no view
// and no virtual table, whatever the master table claims.
func (g *gpkgReader) plainTable(ctx context.Context, conn *sql.Conn, name string) (bool, error) {
	var kind string
	err := conn.QueryRowContext(ctx, `SELECT type FROM pragma_table_list WHERE schema = 'main' AND name = ? COLLATE NOCASE LIMIT 1`, name).Scan(&kind)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return kind == "table", g.broken(err)
}

// describe learns the layer's columns and reference system.
func (g *gpkgReader) describe(ctx context.Context, conn *sql.Conn) error {
	g.meta = Metadata{Format: FormatGeoPackage, Encoding: "UTF-8"}
	plain, err := g.plainTable(ctx, conn, g.layer.table)
	if err != nil {
		return err
	}
	if !plain {
		return refuseFile(RuleGeoPackageLayer, g.layer.table,
			registry.Tf("Lớp %q là khung nhìn hoặc bảng ảo, hoặc không tồn tại.", "The layer %q is a view or a virtual table, or is not there.", g.layer.table),
			registry.T("Xuất lớp thành bảng thường.", "Export the layer as a plain table."))
	}
	if g.layer.features {
		if err := g.describeGeometry(ctx, conn); err != nil {
			return err
		}
	}
	rows, err := conn.QueryContext(ctx, `SELECT name, upper(type), pk FROM pragma_table_info(?) LIMIT ?`, g.layer.table, g.limits.Columns+2)
	if err != nil {
		return g.broken(err)
	}
	defer rows.Close()
	var selected []string
	for rows.Next() {
		var name, kind string
		var key int
		if err := rows.Scan(&name, &kind, &key); err != nil {
			return g.broken(err)
		}
		if len(name) > g.limits.KeyBytes {
			return refuseSize(RuleLimitKey,
				registry.Tf("Tên một cột dài hơn %d byte.", "The name of a column is longer than %d bytes.", g.limits.KeyBytes),
				registry.T("Rút ngắn tên cột.", "Shorten it."))
		}
		c := gpkgColumn{name: name, geometry: g.layer.geometry != "" && strings.EqualFold(name, g.layer.geometry),
			blob: strings.HasPrefix(kind, "BLOB"), truth: kind == "BOOLEAN", key: key > 0, index: -1}
		quoted := `"` + strings.ReplaceAll(name, `"`, `""`) + `"`
		switch kind {
		case "DATE", "DATETIME", "TIME", "TIMESTAMP":
			quoted = "CAST(" + quoted + " AS TEXT)" // as written, not as the driver takes it
		}
		selected = append(selected, quoted)
		if !c.geometry {
			c.index = len(g.names.names)
			g.names.add(name)
		}
		g.columns = append(g.columns, c)
		g.scanned = append(g.scanned, new(any))
	}
	if err := rows.Err(); err != nil {
		return g.broken(err)
	}
	if len(g.columns) > g.limits.Columns+1 {
		return refuseSize(RuleLimitColumns,
			registry.Tf("Lớp có hơn %d cột.", "The layer has more than %d columns.", g.limits.Columns),
			registry.T("Bỏ bớt cột không dùng.", "Remove the columns that are not used."))
	}
	g.layer.query = fmt.Sprintf(`SELECT %s FROM main."%s"`, strings.Join(selected, ", "), strings.ReplaceAll(g.layer.table, `"`, `""`))
	return nil
}

// describeGeometry learns the geometry's column and reference system.
func (g *gpkgReader) describeGeometry(ctx context.Context, conn *sql.Conn) error {
	for _, table := range []string{"gpkg_geometry_columns", "gpkg_spatial_ref_sys"} {
		if plain, err := g.plainTable(ctx, conn, table); err != nil || !plain {
			if err == nil {
				err = refuseFile(RuleGeoPackage, "",
					registry.Tf("GeoPackage thiếu bảng %s.", "The GeoPackage has no table %s.", table),
					registry.T("Xuất lại tệp GeoPackage từ phần mềm nguồn.", "Export the GeoPackage again."))
			}
			return err
		}
	}
	var organization string
	var code int
	err := conn.QueryRowContext(ctx, `SELECT CAST(c.column_name AS TEXT), CAST(c.srs_id AS INTEGER),
			upper(CAST(coalesce(s.organization, 'NONE') AS TEXT)), CAST(coalesce(s.organization_coordsys_id, 0) AS INTEGER)
		FROM gpkg_geometry_columns c LEFT JOIN gpkg_spatial_ref_sys s USING (srs_id) WHERE lower(c.table_name) = lower(?) LIMIT 1`, g.layer.table).
		Scan(&g.layer.geometry, &g.layer.srsID, &organization, &code)
	if errors.Is(err, sql.ErrNoRows) {
		return refuseFile(RuleGeoPackage, g.layer.table,
			registry.Tf("gpkg_geometry_columns không có lớp %q.", "gpkg_geometry_columns lacks the layer %q.", g.layer.table),
			registry.T("Xuất lại tệp GeoPackage từ phần mềm nguồn.", "Export the GeoPackage again."))
	}
	if organization != "NONE" { // undefined: the coordinates speak for themselves, or --crs does
		g.meta.CRSName = fmt.Sprintf("%s:%d", organization, code)
	}
	return g.broken(err)
}
