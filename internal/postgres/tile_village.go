package postgres

import (
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/tile"
)

// coveredJoin is what was worked out of each village: $15 are the villages, $16 to
// $18 their states and where the published one comes from.
const coveredJoin = " LEFT JOIN unnest($15::bigint[], $16::text[], $17::text[], $18::text[]) AS covered (village, computed, published, layer) ON covered.village = id"

// coverageShown is published where that is known, else what was computed.
const coverageShown = "coalesce(nullif(k.published, 'unknown'), k.computed)"

var villageProperties = []*tileProperty{
	{TileProperty{"coverage", "String", registry.T("Phủ sóng: công bố, chưa có thì theo tính toán", "Coverage: as published, else as computed")}, "statement.state", coverageShown, "", nil},
	{TileProperty{"computed", "String", registry.T("Phủ sóng theo tính toán", "Coverage as computed")}, "statement.state", "k.computed", "", nil},
	{TileProperty{"published", "String", registry.T("Phủ sóng công bố", "Coverage as published")}, "statement.state", "k.published", "", nil},
	{TileProperty{"layer", "String", registry.T("Nguồn công bố", "Where the published comes from")}, "statement.layer", "nullif(k.layer, '')", "", nil},
}

var villageTally = []*tallied{
	{of: "statement.state", name: "coverage", sql: coverageShown, tells: []tallyColumn{
		{TileProperty{"coverage", "String", registry.T("Phủ sóng: nhiều nhất trong cụm", "Coverage: the commonest in a cluster")}, "%s"},
		countState("covered", registry.T("Số thôn phủ sóng", "Villages covered")),
		countState("dented", registry.T("Số thôn lõm sóng", "Villages with a dent")),
		countState("white", registry.T("Số thôn trắng sóng", "Villages without signal")),
		countState("unknown", registry.T("Số thôn chưa rõ", "Villages not known")),
	}},
	{of: "village.population", name: "population", sql: "k.population", tells: []tallyColumn{
		{TileProperty{"population", "Number", registry.T("Dân số của cụm", "Population of a cluster")}, "sum(w.population * w.n)::bigint"}}},
}

func countState(state string, title registry.Text) tallyColumn {
	return tallyColumn{TileProperty{state, "Number", title}, "coalesce(sum(w.n) FILTER (WHERE w.coverage = '" + state + "'), 0)::bigint"}
}

// Coverage is worked out for the villages of a tile of these zooms, and kept for
// all tiles in it: a village is in many tiles, and its coverage costs more than
// drawing it.
const (
	regionOfRecords = RecordZoom
	regionOfCounts  = 6
)

// coveredRegion gives the tile whose villages' coverage a tile is made with. Its
// buffer is wider than that of any tile in it.
func coveredRegion(a tile.Address) tile.Address {
	z := a.Z
	switch {
	case a.Z >= regionOfRecords:
		z = regionOfRecords
	case a.Z >= regionOfCounts:
		z = regionOfCounts
	}
	return tile.Address{Z: z, X: a.X >> (a.Z - z), Y: a.Y >> (a.Z - z)}
}

// villageCoverage is the coverage of some villages, as arguments of a tile's query.
type villageCoverage struct {
	ids                         []int64
	at                          []orb.Point // WGS 84
	computed, published, layers []string
}

// noCoverage is that of no village: arguments of a query are not NULL.
func noCoverage() villageCoverage {
	return villageCoverage{ids: []int64{}, computed: []string{}, published: []string{}, layers: []string{}}
}

// perVillage is about what one takes in memory: its id, its place and three words.
const perVillage = 8 + 16 + 3*16

// coveredNear gives the coverage of the villages in a tile, and some around, as the
// arguments of its query. It is counted as everywhere: whoever asks.
func (db *DB) coveredNear(ctx context.Context, q TileQuery) ([]any, error) {
	near := q.Address.Buffered()
	q.Address = coveredRegion(q.Address)
	load := func(ctx context.Context) (tile.Tile, error) {
		c, err := db.covered(ctx, q)
		return tile.Tile{Aside: c, Bytes: perVillage * len(c.ids)}, err
	}
	kept := q.Kept
	if kept == nil {
		kept = func(ctx context.Context, _ tile.Key, load func(context.Context) (tile.Tile, error)) (tile.Tile, error) {
			return load(ctx)
		}
	}
	key := tile.Key{Layer: q.Layer.Name(), Address: q.Address, Sight: tile.Exactly, Variant: strings.Join([]string{"coverage", q.AsOf.String(), q.Service, q.Technology, q.Operator}, "|")}
	t, err := kept(ctx, key, load)
	if err != nil {
		return nil, err
	}
	c := t.Aside.(villageCoverage).within(near)
	return []any{c.ids, c.computed, c.published, c.layers}, nil
}

// within gives the coverage of the villages in a box: a tile is a small part of its
// region.
func (c villageCoverage) within(box orb.Bound) (out villageCoverage) {
	out = noCoverage()
	for i, at := range c.at {
		if box.Contains(at) {
			out.ids, out.computed = append(out.ids, c.ids[i]), append(out.computed, c.computed[i])
			out.published, out.layers = append(out.published, c.published[i]), append(out.layers, c.layers[i])
		}
	}
	return out
}

// covered works out the coverage of the villages in a tile and its buffer.
func (db *DB) covered(ctx context.Context, q TileQuery) (villageCoverage, error) {
	ctx = as(ctx, counter)
	b, c := q.Address.Buffered(), noCoverage()
	rows, err := db.pool.Query(ctx, `SELECT id, ST_X(geometry), ST_Y(geometry) FROM guarded.village WHERE valid @> $1::date AND geometry && ST_MakeEnvelope($2, $3, $4, $5, 4326)`,
		q.AsOf, b.Min[0], b.Min[1], b.Max[0], b.Max[1])
	if err != nil {
		return c, err
	}
	places := map[int64]orb.Point{}
	var id int64
	var at orb.Point
	if _, err = pgx.ForEachRow(rows, []any{&id, &at[0], &at[1]}, func() error { places[id] = at; return nil }); err != nil || len(places) == 0 {
		return c, err
	}
	coverage := CoverageQuery{Service: q.Service, Operator: q.Operator, AsOf: q.AsOf, villages: slices.Sorted(maps.Keys(places))}
	if q.Technology != "" {
		coverage.Technologies = []string{q.Technology}
	}
	records, err := db.coverageRecords(ctx, &coverage)
	if err != nil {
		return c, err
	}
	for i := range records {
		r := &records[i]
		c.ids, c.at = append(c.ids, r.Village), append(c.at, places[r.Village])
		c.computed = append(c.computed, string(r.Computed.State))
		c.published, c.layers = append(c.published, string(r.Published)), append(c.layers, string(r.Layer))
	}
	return c, nil
}
