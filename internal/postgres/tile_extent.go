package postgres

import (
	"context"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// Extent gives the box about all units, in degrees WGS84: where a map of the
// register begins. It is nil while no unit has a boundary.
func (db *DB) Extent(ctx context.Context, who registry.Actor) (*orb.Bound, error) {
	var west, south, east, north *float64
	// a geometry's box stands at its head: no boundary is read
	err := db.pool.QueryRow(as(ctx, who), `SELECT min(ST_XMin(geometry)), min(ST_YMin(geometry)), max(ST_XMax(geometry)), max(ST_YMax(geometry)) FROM guarded.unit`).
		Scan(&west, &south, &east, &north)
	if err != nil || west == nil {
		return nil, translate(err)
	}
	return &orb.Bound{Min: orb.Point{*west, *south}, Max: orb.Point{*east, *north}}, nil
}
