package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
)

// CountQuery asks how many assets of each kind are in service.
type CountQuery struct {
	AsOf registry.Date `json:"as_of"`
	Unit string        `json:"unit,omitempty"`
	By   string        `json:"by"` // commune or province
}

// Counts are how many assets of each kind a commune or province has (số lượng
// công trình theo địa bàn), as far as the asker may know of them: the public
// counts what is no secret.
type Counts struct {
	Query CountQuery   `json:"query"`
	Items []CountGroup `json:"items"`
}

// CountGroup is one commune or province; its key is empty for what lies in none.
type CountGroup struct {
	Key    string                  `json:"key"`
	Name   string                  `json:"name"`
	Counts map[registry.Kind]int64 `json:"counts"`
}

// Counts counts the assets in service on a day.
func (db *DB) Counts(ctx context.Context, who registry.Actor, q CountQuery) (Counts, error) {
	ctx = as(ctx, who)
	answer := Counts{Query: q, Items: []CountGroup{}}
	communes, within, err := db.area(ctx, q.Unit, q.AsOf)
	if err != nil {
		return answer, err
	}
	group := `coalesce(u.code, '') AS key, coalesce(u.name, '') AS name`
	if q.By == "province" {
		group = `coalesce(u.province, '') AS key, coalesce(province_name(u.province), '') AS name`
	}
	rows, err := db.pool.Query(ctx, `SELECT `+group+`, c.kind, sum(c.n)::bigint
		FROM (SELECT unit_id, kind, count(*) AS n FROM asset
			WHERE in_service @> $1::date AND ($2::bigint[] IS NULL OR unit_id = ANY ($2))
				AND ($3::bigint IS NULL OR ST_Intersects(place_of(geom), (SELECT geom FROM unit WHERE id = $3)))
			GROUP BY 1, 2) c LEFT JOIN unit u ON u.id = c.unit_id
		GROUP BY 1, 2, 3 ORDER BY 1, 3`, q.AsOf, communes, within)
	if err != nil {
		return answer, translate(err)
	}
	var key, name string
	var kind registry.Kind
	var n int64
	_, err = pgx.ForEachRow(rows, []any{&key, &name, &kind, &n}, func() error {
		if last := len(answer.Items) - 1; last < 0 || answer.Items[last].Key != key {
			answer.Items = append(answer.Items, CountGroup{key, name, map[registry.Kind]int64{}})
		}
		answer.Items[len(answer.Items)-1].Counts[kind] += n
		return nil
	})
	return answer, translate(err)
}
