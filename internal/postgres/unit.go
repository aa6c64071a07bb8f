package postgres

import (
	"context"

	"github.com/hatangso/hatangso/internal/registry"
)

// UnitIDs gives the ids of the units some codes mean today, at any level.
// CodeInvalid for a code that means none.
func (db *DB) UnitIDs(ctx context.Context, who registry.Actor, codes []string) ([]int64, error) {
	ctx = as(ctx, who)
	ids := make([]int64, len(codes))
	for i, code := range codes {
		s, err := db.scope(ctx, code, nil)
		if err != nil {
			return nil, err
		}
		ids[i] = s.id
	}
	return ids, nil
}
