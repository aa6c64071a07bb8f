package postgres

import (
	"fmt"
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/tile"
)

// clusterColumns adds what a cluster tells.
func (l *TileLayer) clusterColumns(g registry.Grants, parts []sighting, columns *tileColumns) {
	columns.column("cluster").cluster = "true"
	columns.column("count").cluster = "sum(w.n)::bigint"
	for _, t := range l.tally {
		if gate(t.sql, told(g, t.of), parts) == "" {
			continue
		}
		for _, c := range t.tells {
			sql := c.sql
			if strings.Contains(sql, "%s") {
				sql = fmt.Sprintf(sql, fmt.Sprintf("(array_agg(w.%[1]s ORDER BY w.%[1]s_n DESC, w.%[1]s) FILTER (WHERE w.%[1]s IS NOT NULL))[1]", quote(t.name)))
				sql = strings.ReplaceAll(sql, quote(t.name)+"_n", quote(t.name+"_n"))
			}
			columns.column(c.Name).cluster = sql
		}
	}
}

// countedSQL counts what somebody sees alike in each place, in units of the tile.
func (l *TileLayer) countedSQL(g registry.Grants, parts []sighting, z uint8) string {
	selects := make([]string, len(parts))
	for i, p := range parts {
		var told strings.Builder
		columns := 2 // px and py
		for _, t := range l.tally {
			if value := gate(t.sql, toldTier(g, t), parts); value != "" {
				fmt.Fprintf(&told, ", %s AS %s", value, quote(t.name))
				columns++
			}
		}
		where := "true"
		if p.where != "" {
			where = p.where
		}
		source := l.rows(p, z, where)
		if l.counted() {
			source = l.cells(p, z, where)
		}
		selects[i] = fmt.Sprintf("SELECT k.px, k.py%s, sum(k.n) AS n FROM (%s) k GROUP BY %s HAVING sum(k.n) <> 0", told.String(), source, grouping(columns))
	}
	return strings.Join(selects, " UNION ALL ")
}

func toldTier(g registry.Grants, t *tallied) registry.Tier { return told(g, t.of) }

func grouping(columns int) string {
	out := make([]string, columns)
	for i := range out {
		out[i] = fmt.Sprint(i + 1)
	}
	return strings.Join(out, ", ")
}

// weighed gives what was counted with how often each value occurs in its cluster.
func (l *TileLayer) weighed(g registry.Grants, parts []sighting) string {
	var weights strings.Builder
	for _, t := range l.tally {
		if gate(t.sql, toldTier(g, t), parts) != "" {
			fmt.Fprintf(&weights, ", sum(w.n) OVER (PARTITION BY w.px, w.py, w.%s) AS %s", quote(t.name), quote(t.name+"_n"))
		}
	}
	return "weighed AS (SELECT w.*" + weights.String() + " FROM counted w)"
}

// Where a position lies in the web mercator square, from 0 in the north-west to 1.
const (
	squareX = "((%s + 180) / 360)"
	squareY = "((1 - asinh(tan(radians(%s))) / pi()) / 2)"
)

// place gives where in the tile a cluster at a position stands, in units of the
// tile: below RecordZoom in the middle of its cell, else at the position.
func place(z uint8, x, y string) (px, py string) {
	x, y = fmt.Sprintf(squareX, x), fmt.Sprintf(squareY, y)
	if z >= RecordZoom {
		scale := fmt.Sprintf("floor((%%s * (1::bigint << $1::int) - %%s) * %d)", tile.Extent)
		return fmt.Sprintf(scale, x, "$2::int"), fmt.Sprintf(scale, y, "$3::int")
	}
	const side = tile.Extent / cellsASide
	cell := fmt.Sprintf("(floor(%%s * (%d::bigint << $1::int)) - %%s * %[1]d) * %d + %d", cellsASide, side, side/2)
	return fmt.Sprintf(cell, x, "$2::int"), fmt.Sprintf(cell, y, "$3::int")
}

// inTile is the condition that a cluster shows in a tile.
func inTile(z uint8) string {
	if z >= RecordZoom {
		return fmt.Sprintf("px BETWEEN %d AND %d AND py BETWEEN %[1]d AND %[2]d", -tile.Buffer, tile.Extent+tile.Buffer)
	}
	return fmt.Sprintf("px BETWEEN 0 AND %d AND py BETWEEN 0 AND %[1]d", tile.Extent-1)
}

// grid is the size of the public grid.
const grid = "(SELECT public_grid())"

// cells gives kept counts in a tile, with where they stand.
func (l *TileLayer) cells(p sighting, z uint8, where string) string {
	if p.sight == tile.OnGrid {
		px, py := place(z, "c.gx * "+grid, "c.gy * "+grid)
		return fmt.Sprintf(`SELECT * FROM (SELECT c.*, %d AS tier, %s AS px, %s AS py FROM (SELECT * FROM asset_cell WHERE kind = '%s'
				AND gx BETWEEN (SELECT floor(ST_XMin(%[5]s) / %[6]s)::int) AND (SELECT ceil(ST_XMax(%[5]s) / %[6]s)::int) AND gy BETWEEN (SELECT floor(ST_YMin(%[5]s) / %[6]s)::int) AND (SELECT ceil(ST_YMax(%[5]s) / %[6]s)::int)
				AND %[7]s AND %[8]s) c) k WHERE %[9]s`,
			p.tier, px, py, l.Noun.Kind, box, grid, l.when, where, inTile(z))
	}
	// cells of zoom 14 within the tile, by fours into those counted at this zoom
	const side = tile.Extent / cellsASide
	middle := fmt.Sprintf("(((%%s >> (9 - $1::int)) - %%s::int * %d) * %d + %d)::float8", cellsASide, side, side/2)
	return fmt.Sprintf(`SELECT c.*, %d AS tier, %s AS px, %s AS py FROM asset_cell c WHERE kind = '%s'
			AND x BETWEEN $2::int << (14 - $1::int) AND (($2::int + 1) << (14 - $1::int)) - 1 AND y BETWEEN $3::int << (14 - $1::int) AND (($3::int + 1) << (14 - $1::int)) - 1 AND %[5]s AND %[6]s`,
		p.tier, fmt.Sprintf(middle, "x", "$2"), fmt.Sprintf(middle, "y", "$3"), l.Noun.Kind, l.when, where)
}

// rows gives the records in a tile one by one, with where they stand: of nouns
// there are too few of to keep counts.
func (l *TileLayer) rows(p sighting, z uint8, where string) string {
	position := "place_of(geometry)"
	if p.sight == tile.OnGrid {
		position = "ST_SnapToGrid(geometry, " + grid + ")"
	}
	px, py := place(z, "ST_X(at)", "ST_Y(at)")
	return fmt.Sprintf(`SELECT * FROM (SELECT c.*, %d AS tier, 1 AS n, %s AS px, %s AS py FROM (
				SELECT *, %s AS at FROM guarded.%s%s WHERE geometry && (SELECT ST_Expand(%s, %s)) AND %s AND %s) c) k WHERE %s`,
		p.tier, px, py, position, quote(l.Noun.Name), l.joined, box, grid, l.when, where, inTile(z))
}
