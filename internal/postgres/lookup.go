package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"
	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// Limits of a look-up.
const (
	// NearestAssets is how many assets of a kind a place is given at most.
	NearestAssets = 5
	// NearestWithinM is how far assets are looked for, in metres.
	NearestWithinM = 2000.0
	// VillageWithinM is how far the nearest village is looked for, in metres.
	VillageWithinM = 50_000.0
)

// Place is what the register knows of a position on a day.
type Place struct {
	// Units are those it lies in, by level; a level without a unit is left out.
	Units map[registry.Level]PlaceUnit `json:"units"`
	// Village is the one with the nearest centre within VillageWithinM.
	Village *NearRecord `json:"village"`
	// Nearest are the assets in service within NearestWithinM by kind, the
	// nearest first, NearestAssets at most; a kind without any is left out.
	Nearest map[registry.Kind][]NearRecord `json:"nearest"`
	// Restrictions are what the zones and listed streets in force there say: zones
	// first, then streets, the nearest first.
	Restrictions []registry.Restriction `json:"restrictions"`
}

// PlaceUnit is a unit a position lies in.
type PlaceUnit struct {
	ID   int64  `json:"id"`
	Code string `json:"code"`
	Name string `json:"name"`
}

// NearRecord is a record near a position.
type NearRecord struct {
	ID   int64   `json:"id"`
	Code string  `json:"code"`
	Name *string `json:"name"`
	// DistanceM is the geodesic distance in metres; of a line its nearest place.
	DistanceM float64 `json:"distance_m"`
}

// Places tells what lies at and about positions, longitude and latitude in
// WGS84 degrees, on a day.
func (db *DB) Places(ctx context.Context, who registry.Actor, positions []orb.Point, day registry.Date) ([]Place, error) {
	ctx = as(ctx, who)
	places := make([]Place, len(positions))
	lons, lats := make([]float64, len(positions)), make([]float64, len(positions))
	for i, p := range positions {
		lons[i], lats[i] = p[0], p[1]
		places[i] = Place{Units: map[registry.Level]PlaceUnit{}, Nearest: map[registry.Kind][]NearRecord{}, Restrictions: []registry.Restriction{}}
	}
	rows, err := db.pool.Query(ctx, query("lookup_units"), lons, lats, day)
	if err != nil {
		return nil, translate(err)
	}
	var no int
	var level registry.Level
	var u PlaceUnit
	if _, err := pgx.ForEachRow(rows, []any{&no, &u.ID, &level, &u.Code, &u.Name}, func() error {
		places[no-1].Units[level] = u
		return nil
	}); err != nil {
		return nil, translate(err)
	}
	rows, err = db.pool.Query(ctx, `SELECT p.no::int, `+restrictionColumns+`
		FROM (SELECT no, ST_SetSRID(ST_MakePoint(lon, lat), 4326) AS geom FROM unnest($1::float8[], $2::float8[]) WITH ORDINALITY AS p (lon, lat, no) OFFSET 0) p
		CROSS JOIN LATERAL restrictions_at(p.geom, $3) r ORDER BY p.no, `+restrictionOrder, lons, lats, day)
	if err != nil {
		return nil, translate(err)
	}
	for rows.Next() {
		var r registry.Restriction
		if err := rows.Scan(append([]any{&no}, into(&r)...)...); err != nil {
			rows.Close()
			return nil, translate(err)
		}
		places[no-1].Restrictions = append(places[no-1].Restrictions, r)
	}
	if err := rows.Err(); err != nil {
		return nil, translate(err)
	}
	near := func(sql string, found func(*Place, NearRecord), args ...any) error {
		rows, err := db.pool.Query(ctx, sql, append([]any{lons, lats, day}, args...)...)
		if err != nil {
			return translate(err)
		}
		var r NearRecord
		_, err = pgx.ForEachRow(rows, []any{&no, &r.ID, &r.Code, &r.Name, &r.DistanceM}, func() error {
			found(&places[no-1], r)
			return nil
		})
		return translate(err)
	}
	if err := near(query("lookup_villages"), func(p *Place, r NearRecord) { p.Village = &r }, VillageWithinM); err != nil {
		return nil, err
	}
	for _, n := range registry.Nouns {
		if !n.IsAsset() {
			continue
		}
		err := near(exact("lookup_assets", who.Grants, n), func(p *Place, r NearRecord) {
			p.Nearest[n.Kind] = append(p.Nearest[n.Kind], r)
		}, NearestWithinM, NearestAssets, string(n.Kind))
		if err != nil {
			return nil, err
		}
	}
	return places, nil
}
