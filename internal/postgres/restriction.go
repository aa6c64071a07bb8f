package postgres

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkb"

	"github.com/hatangso/hatangso/internal/registry"
)

// restrictionColumns read what scanRestriction scans of restrictions_at.
const restrictionColumns = `r.noun, r.id, r.code, r.name, r.kind, coalesce(r.allowed_classes, '{}'), coalesce(r.forbidden_classes, '{}'), r.height_limit_m,
	r.height_datum, r.decision_number, r.issuer, r.decided_on, r.valid_from, r.valid_to, r.deadline, r.distance_m`

// restrictionOrder puts zones before streets, the nearest street first.
const restrictionOrder = `r.noun DESC, r.distance_m, r.code, r.id`

// into gives where the columns of restrictionColumns are scanned to.
func into(r *registry.Restriction) []any {
	return []any{&r.Noun, &r.ID, &r.Code, &r.Name, &r.Kind, &r.AllowedClasses, &r.ForbiddenClasses, &r.HeightLimitM, &r.HeightDatum, &r.Decision,
		&r.Issuer, &r.DecidedOn, &r.ValidFrom, &r.ValidTo, &r.Deadline, &r.DistanceM}
}

func scanRestriction(row pgx.CollectableRow) (r registry.Restriction, err error) {
	return r, row.Scan(into(&r)...)
}

// Restrictions gives what the zones and listed streets in force on a day say of a
// place, given in WGS84: zones first, then streets, the nearest first. Plans are
// published, so they are everybody's to ask.
func (db *DB) Restrictions(ctx context.Context, who registry.Actor, place orb.Geometry, day registry.Date) ([]registry.Restriction, error) {
	shape, err := wkb.Marshal(place)
	if err != nil {
		return nil, fmt.Errorf("place: %w", err)
	}
	rows, err := db.pool.Query(as(ctx, who), `SELECT `+restrictionColumns+` FROM restrictions_at(ST_GeomFromWKB($1, 4326), $2) r ORDER BY `+restrictionOrder, shape, day)
	if err != nil {
		return nil, translate(err)
	}
	list, err := pgx.CollectRows(rows, scanRestriction)
	return list, translate(err)
}

// RestrictionsOf gives what they say of the place of an asset. CodeNotFound when
// there is none whose place the actor knows to the metre: what holds for a place
// tells of it.
func (db *DB) RestrictionsOf(ctx context.Context, who registry.Actor, kind registry.Kind, id int64, day registry.Date) ([]registry.Restriction, error) {
	n := registry.NounByKind(kind)
	if n == nil {
		return nil, registry.Errorf(registry.CodeNotFound, "Không có bản ghi này.", "There is no such record.")
	}
	ctx = as(ctx, who)
	var shape []byte
	err := db.pool.QueryRow(ctx, `SELECT ST_AsBinary(geometry) FROM guarded.`+quote(n.Name)+` WHERE id = $1 AND `+exactly(who.Grants, n), id).Scan(&shape)
	if err != nil {
		return nil, translate(err)
	}
	place, err := wkb.Unmarshal(shape)
	if err != nil {
		return nil, fmt.Errorf("stored geometry: %w", err)
	}
	return db.Restrictions(ctx, who, place, day)
}
