package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/tile"
)

// coveredJoin is what was worked out of each village: $7 are the villages, $8 to
// $10 their states and where the published one comes from.
const coveredJoin = " LEFT JOIN unnest($7::bigint[], $8::text[], $9::text[], $10::text[]) AS covered (village, computed, published, layer) ON covered.village = id"

// coverageShown is published where that is known, else what was computed.
const coverageShown = "coalesce(nullif(k.published, 'unknown'), k.computed)"

var villageProperties = []*tileProperty{
	{TileProperty{"coverage", "String", registry.T("Phủ sóng: công bố, chưa có thì theo tính toán", "Coverage: as published, else as computed")}, "statement.state", coverageShown, ""},
	{TileProperty{"computed", "String", registry.T("Phủ sóng theo tính toán", "Coverage as computed")}, "statement.state", "k.computed", ""},
	{TileProperty{"published", "String", registry.T("Phủ sóng công bố", "Coverage as published")}, "statement.state", "k.published", ""},
	{TileProperty{"layer", "String", registry.T("Nguồn công bố", "Where the published comes from")}, "statement.layer", "nullif(k.layer, '')", ""},
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

// covered works out the coverage of the villages in a tile, as the arguments of
// its query. It is counted as everywhere: whoever asks.
func (db *DB) covered(ctx context.Context, who registry.Actor, q TileQuery) ([]any, error) {
	b := q.Address.Bound()
	width := (b.Max[0] - b.Min[0]) * tile.Buffer / tile.Extent
	rows, err := db.pool.Query(as(ctx, who), `SELECT id FROM guarded.village WHERE valid @> $1::date AND geometry && ST_Expand(ST_MakeEnvelope($2, $3, $4, $5, 4326), $6)`,
		q.AsOf, b.Min[0], b.Min[1], b.Max[0], b.Max[1], width)
	if err != nil {
		return nil, err
	}
	ids, err := pgx.CollectRows(rows, pgx.RowTo[int64])
	if err != nil || len(ids) == 0 {
		return []any{[]int64{}, []string{}, []string{}, []string{}}, err
	}
	coverage := CoverageQuery{Service: q.Service, Operator: q.Operator, AsOf: q.AsOf, villages: ids}
	if q.Technology != "" {
		coverage.Technologies = []string{q.Technology}
	}
	records, err := db.coverageRecords(as(ctx, counter), &coverage)
	if err != nil {
		return nil, err
	}
	computed, published, layers := make([]string, len(records)), make([]string, len(records)), make([]string, len(records))
	ids = make([]int64, len(records))
	for i := range records {
		r := &records[i]
		ids[i], computed[i], published[i], layers[i] = r.Village, string(r.Computed.State), string(r.Published), string(r.Layer)
	}
	return []any{ids, computed, published, layers}, nil
}
