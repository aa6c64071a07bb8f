package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"
	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/tile"
)

// Bounds of the picture of the land.
const (
	// landSide is how many units its longer side has: about one to a pixel of a
	// screen, so that borders stand where a map draws them.
	landSide = 1000
	// mostLandCommunes is how many communes are drawn; of a country that has more,
	// its provinces alone.
	mostLandCommunes = 400
)

// Land is a picture of the register's units (đơn vị hành chính), in web mercator:
// what a page shows before its map is there.
type Land struct {
	// Box is what it covers, in degrees WGS84: the extent of the units.
	Box orb.Bound
	// Width and Height are its size; the longer is landSide.
	Width, Height float64
	// Units are drawn one above the other, the larger before the smaller of a level.
	Units []LandUnit
}

// LandUnit is one unit in a picture.
type LandUnit struct {
	Level, Kind, Name string
	// Path is its area as the data of an SVG path (SVG 1.1, 8.3), in whole units
	// from the picture's upper left corner.
	Path string
	// X and Y are a point to name it at, in the same units.
	X, Y float64
}

// landQuery draws the units of day $6 in a box of degrees $1 to $4. Their corners
// stand on a grid of one unit, as in a tile: neighbours share theirs.
const landQuery = `WITH asked AS (SELECT ST_Transform(ST_MakeEnvelope($1, $2, $3, $4, 4326), 3857) AS box),
	sized AS (SELECT ST_XMin(box) AS west, ST_YMax(box) AS north, greatest(ST_XMax(box) - ST_XMin(box), ST_YMax(box) - ST_YMin(box)) / $5::float8 AS step FROM asked),
	there AS (SELECT level, coalesce(unit_kind, '') AS kind, coalesce(name, '') AS name, ST_TransScale(ST_Transform(geometry, 3857), -west, -north, 1 / step, 1 / step) AS shape
		FROM guarded.unit, sized WHERE valid @> $6::date AND geometry IS NOT NULL),
	drawn AS (SELECT level, kind, name, ST_SnapToGrid(shape, 1) AS shape, ST_PointOnSurface(shape) AS at, ST_Area(shape) AS area FROM there
		WHERE level <> 'commune' OR (SELECT count(*) FROM there WHERE level = 'commune') <= $7)
	SELECT level, kind, name, ST_AsSVG(shape, 1, 0), ST_X(at), -ST_Y(at) FROM drawn WHERE NOT ST_IsEmpty(shape)
	ORDER BY array_position(ARRAY['province', 'district', 'commune'], level::text), area DESC, name`

// landSize is the size of a picture of a box of web mercator.
const landSize = `SELECT w * $5::float8 / greatest(w, h), h * $5::float8 / greatest(w, h)
	FROM (SELECT ST_XMax(b) - ST_XMin(b) AS w, ST_YMax(b) - ST_YMin(b) AS h FROM (SELECT ST_Transform(ST_MakeEnvelope($1, $2, $3, $4, 4326), 3857) AS b) t) s`

// Land draws the units of a day as somebody sees them; nil where none has a
// boundary, or they are not shown every one.
func (db *DB) Land(ctx context.Context, who registry.Actor, day registry.Date) (*Land, error) {
	parts := sightings(who.Grants, registry.UnitNoun)
	if MayFind(who, registry.UnitNoun) != nil || len(parts) != 1 || parts[0].where != "" || parts[0].sight != tile.Exactly {
		return nil, nil
	}
	extents, err := db.Extents(ctx, []*registry.Noun{registry.UnitNoun})
	box := extents[registry.UnitNoun]
	if err != nil || box == nil {
		return nil, err
	}
	const mostLat = 85.06 // web mercator has no poles
	land := &Land{Box: *box}
	args := []any{box.Min[0], max(box.Min[1], -mostLat), box.Max[0], min(box.Max[1], mostLat), landSide}
	if err := db.pool.QueryRow(ctx, landSize, args...).Scan(&land.Width, &land.Height); err != nil {
		return nil, translate(err)
	}
	rows, err := db.pool.Query(as(ctx, who), landQuery, append(args, day, mostLandCommunes)...)
	if err != nil {
		return nil, translate(err)
	}
	land.Units, err = pgx.CollectRows(rows, pgx.RowToStructByPos[LandUnit])
	return land, translate(err)
}

// LandKey names the picture of the land as somebody is shown it on a day. A change
// of any unit shows in it.
func LandKey(g registry.Grants, day, today registry.Date) tile.Key {
	q := TileQuery{Layer: TileLayerOf(registry.UnitNoun.Path), AsOf: day, Today: today}
	key := q.Key(g)
	key.Variant = "land|" + key.Variant
	return key
}
