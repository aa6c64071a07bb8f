package postgres

import (
	"context"
	"maps"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// Extent is what the register covers, as a description of it tells everybody.
type Extent struct {
	// Territory names its province of today, empty when it has none or several.
	Territory string
	// Bounds is the box around the provinces of today, or the communes where no
	// province has a boundary, WGS 84; zero when nothing has one.
	Bounds orb.Bound
	// From is the first day a unit stood, nil when there is none.
	From *registry.Date
	// Changed is when records of a noun were last written, by its name; "published"
	// is when a result last was.
	Changed map[string]time.Time
}

// Extent tells what the register covers.
func (db *DB) Extent(ctx context.Context) (e Extent, err error) {
	ctx = as(ctx, counter)
	var provinces int
	var west, south, east, north *float64
	var published *time.Time
	err = db.pool.QueryRow(ctx, `WITH standing AS (SELECT level, name, geom FROM unit WHERE valid @> current_date),
			box AS (SELECT coalesce((SELECT ST_Extent(geom) FROM standing WHERE level = 'province'), (SELECT ST_Extent(geom) FROM standing WHERE level = 'commune')) AS b)
		SELECT (SELECT count(*) FROM standing WHERE level = 'province'), coalesce((SELECT min(name) FROM standing WHERE level = 'province'), ''),
			ST_XMin(b), ST_YMin(b), ST_XMax(b), ST_YMax(b), (SELECT min(valid_from) FROM unit), (SELECT max(published_at) FROM published) FROM box`).
		Scan(&provinces, &e.Territory, &west, &south, &east, &north, &e.From, &published)
	if err != nil {
		return e, translate(err)
	}
	if provinces != 1 {
		e.Territory = ""
	}
	if west != nil {
		e.Bounds = orb.Bound{Min: orb.Point{*west, *south}, Max: orb.Point{*east, *north}}
	}
	if e.Changed, err = db.lastChanges(ctx); err == nil && published != nil {
		e.Changed["published"] = *published
	}
	return e, err
}

// lastCache keeps when each noun was last written, up to a position of the log: the
// log is read through once, then only what came to it.
type lastCache struct {
	mutex sync.Mutex
	upTo  int64
	at    map[string]time.Time
}

func (db *DB) lastChanges(ctx context.Context) (map[string]time.Time, error) {
	c := &db.last
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if c.at == nil {
		c.at = map[string]time.Time{}
	}
	var horizon int64
	if err := db.pool.QueryRow(ctx, `SELECT change_horizon()`).Scan(&horizon); err != nil {
		return nil, translate(err)
	}
	rows, err := db.pool.Query(ctx, `SELECT noun, max(at) FROM change WHERE seq > $1 AND seq <= $2 GROUP BY 1`, c.upTo, horizon)
	if err != nil {
		return nil, translate(err)
	}
	var noun string
	var at time.Time
	if _, err := pgx.ForEachRow(rows, []any{&noun, &at}, func() error {
		c.at[noun] = at
		return nil
	}); err != nil {
		return nil, translate(err)
	}
	c.upTo = horizon
	return maps.Clone(c.at), nil
}
