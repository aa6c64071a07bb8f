package postgres

import (
	"context"
	"sync/atomic"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
)

// nameplates are the codes and names by which the rows of assets tell of their
// owner and commune. A few hundred stand behind millions of rows: looked up
// here rather than joined and sent with each, an export takes a quarter less
// of the database.
type nameplates struct {
	// stamp counts the writes of organizations and units before these were read.
	stamp    int64
	owners   map[int64]Value // organization.id to code
	codes    map[int64]Value // unit.id to code
	communes map[int64]Value // unit.id to name
}

// nameplateCache keeps the nameplates read last; the stamp tells whether they
// still hold.
type nameplateCache struct{ kept atomic.Pointer[nameplates] }

// read gives the nameplates as q sees them now.
func (c *nameplateCache) read(ctx context.Context, q querier) (*nameplates, error) {
	const stamp = `SELECT value::bigint FROM setting WHERE name = 'nameplate_stamp'`
	var now int64
	if err := q.QueryRow(ctx, stamp).Scan(&now); err != nil {
		return nil, err
	}
	if kept := c.kept.Load(); kept != nil && kept.stamp == now {
		return kept, nil
	}
	// one statement, one snapshot: the stamp is of what is read with it
	rows, err := q.Query(ctx, `SELECT true, id, code, '', (`+stamp+`) FROM organization UNION ALL SELECT false, id, code, name, 0 FROM unit`)
	if err != nil {
		return nil, err
	}
	read := &nameplates{owners: map[int64]Value{}, codes: map[int64]Value{}, communes: map[int64]Value{}}
	var owner bool
	var id, stamped int64
	var code, name string
	_, err = pgx.ForEachRow(rows, []any{&owner, &id, &code, &name, &stamped}, func() error {
		if owner {
			read.owners[id], read.stamp = Value(code), stamped
		} else {
			read.codes[id], read.communes[id] = Value(code), Value(name)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	c.kept.Store(read)
	return read, nil
}

// plate gives the column of a noun's view that stands for a field, and what its
// ids mean; nil when the field stands for itself. A field is not looked up for
// whoever may see its column but not the field.
func (p *nameplates) plate(n *registry.Noun, field string) (column string, plates map[int64]Value) {
	if !n.IsAsset() {
		return field, nil
	}
	switch field {
	case "owner":
		column, plates = "owner_id", p.owners
	case "commune_code":
		column, plates = "unit_id", p.codes
	case "commune":
		column, plates = "unit_id", p.communes
	}
	if plates == nil || lowestTier(n, field) != lowestTier(n, column) {
		return field, nil
	}
	return column, plates
}
