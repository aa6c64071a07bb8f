package postgres

import (
	"context"
	"slices"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/ogc/cql2"
	"github.com/hatangso/hatangso/internal/registry"
)

// walks are the assets of which a page may be found by walking along the key, whose
// views look nothing up in other tables, and of each the columns that no index is of.
// What compares only these is planned once: there is one way to find the page, if only
// enough match.
type walks map[*registry.Noun][]string

// walkPages is how many pages have to match, at least, for a page to be found by
// walking along the key no later than by reading everything and sorting what matches:
// reading in the order of the key takes up to three times as long for each row.
const walkPages = 4

func (db *DB) loadWalks(ctx context.Context) error {
	rows, err := db.pool.Query(ctx, `SELECT relname, array_agg(attname::text), array_agg(attname::text) FILTER (WHERE NOT EXISTS (
			SELECT FROM pg_index WHERE indrelid = attrelid AND pg_get_indexdef(indexrelid) ~ ('\m' || attname || '\M')))
		FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
		WHERE relname LIKE 'asset\_%' AND relispartition AND relkind = 'r' AND attnum > 0 AND NOT attisdropped GROUP BY relname`)
	if err != nil {
		return translate(err)
	}
	db.walks = walks{}
	var table string
	var columns, unindexed []string
	_, err = pgx.ForEachRow(rows, []any{&table, &columns, &unindexed}, func() error {
		for _, n := range registry.Nouns {
			if n.IsAsset() && table == "asset_"+n.Name && !slices.ContainsFunc(n.Fields, func(f registry.Field) bool { return lookedUp(f, columns) }) {
				db.walks[n] = unindexed
			}
		}
		return nil
	})
	return translate(err)
}

// lookedUp says that a field of an asset is no column of its table, and is read from
// another for every row.
func lookedUp(f registry.Field, columns []string) bool {
	switch f.Name {
	case "geometry", "owner", "commune", "commune_code": // see [nameplates]
		return false
	}
	return !slices.Contains(columns, f.Name)
}

// walked says that a page of features is found by walking along the key, where a
// query takes so many.
func (db *DB) walked(who registry.Actor, n *registry.Noun, q FeatureQuery, where *conditions, matched int64) bool {
	unindexed, ok := db.walks[n]
	if !ok || len(q.Sort) > 0 || matched < walkPages*int64(q.Limit) {
		return false
	}
	if a := audienceOf(who.Grants); a != nil && a.nearness(n) != "" {
		return false // there are two sorts of rows, and an index of one
	}
	return len(where.parts) == 0 || len(where.parts) == 1 && comparesOnly(q.Where, unindexed)
}

// comparesOnly says that an expression has no other properties than some.
func comparesOnly(where registry.Expression, properties []string) bool {
	e, ok := where.(cql2.Expr)
	if !ok {
		return false
	}
	if name, ok := e.Value.(cql2.Property); ok {
		return slices.Contains(properties, string(name))
	}
	return !slices.ContainsFunc(e.Args, func(a cql2.Expr) bool { return !comparesOnly(a, properties) })
}
