package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"
)

// tileLayer is a layer the tile servers are compared by.
type tileLayer struct {
	// name is that of our layer, and of the peers'.
	name string
	// by is the SQL of its records as one would write it by hand on the register's
	// tables, of a day: the columns our tiles have, but for the coverage of
	// villages, which is no SQL. GEOM stands for the geometry and WHERE for what
	// else is asked of it.
	by string
	// at is the geometry in by, geometry its type.
	at, geometry string
	// columns are those of by, but for id and geom.
	columns string
}

const (
	// anybodyElse counts who is on an asset beside its owner.
	anybodyElse = `LEFT JOIN LATERAL (SELECT count(DISTINCT t.tenant_id)::int AS n FROM tenancy t
		WHERE t.asset_kind = a.kind AND t.asset_id = a.id AND t.during @> current_date AND t.tenant_id <> a.owner_id) t ON true`
	onTheDay = `(a.in_service @> current_date OR isempty(a.in_service))`
	theAsset = `a.id, a.code, a.name, o.code AS owner, CASE WHEN a.status IN ('decommissioned', 'removed') THEN 'operating' ELSE a.status END AS status, t.n AS tenants, t.n > 0 AS shared`
)

// tileLayers are those a generated province has something in.
var tileLayers = []tileLayer{
	{"units", `SELECT u.id, u.level, u.code, u.name, u.unit_kind, u.population::int, u.area_km2::float8, GEOM AS geom FROM unit u
		WHERE u.valid @> current_date AND WHERE`, "u.geom", "MultiPolygon", "level code name unit_kind population area_km2"},
	{"villages", `SELECT v.id, v.code, v.name, u.name AS commune, v.population::int, v.households::int, GEOM AS geom FROM village v LEFT JOIN unit u ON u.id = v.unit_id
		WHERE v.valid @> current_date AND WHERE`, "v.geom", "Point", "code name commune population households"},
	{"sites", `SELECT a.id, a.code, a.name, o.code AS owner, CASE WHEN a.status IN ('decommissioned', 'removed') THEN 'operating' ELSE a.status END AS status,
			a.site_kind, a.free_slots::int, t.n AS tenants, t.n > 0 AS shared, s.technologies, s.operators, m.height_m::float8,
			CASE WHEN p.permit THEN 'permit' WHEN p.exempt THEN 'exempt' WHEN p.missing THEN 'missing' ELSE 'unknown' END AS permit,
			c.verdict, c.permit AS permit_verdict, c.certificate AS certificate_verdict, c.certificate_until::text, GEOM AS geom
		FROM asset_site a LEFT JOIN organization o ON o.id = a.owner_id
		LEFT JOIN LATERAL (SELECT count(DISTINCT w.who)::int AS n FROM (
			SELECT t.tenant_id AS who FROM tenancy t WHERE t.asset_kind = 'site' AND t.asset_id = a.id AND t.during @> current_date
			UNION ALL SELECT s.operator_id FROM station s WHERE s.site_id = a.id AND s.on_air @> current_date) w WHERE w.who <> a.owner_id) t ON true
		LEFT JOIN LATERAL (SELECT string_agg(DISTINCT s.technology, '|') AS technologies, string_agg(DISTINCT o.code, '|') AS operators
			FROM station s JOIN organization o ON o.id = s.operator_id WHERE s.site_id = a.id AND s.on_air @> current_date) s ON true
		LEFT JOIN LATERAL (SELECT max(m.height_m) AS height_m FROM mast m WHERE m.site_id = a.id AND daterange(m.operating_from, m.operating_to) @> current_date) m ON true
		LEFT JOIN LATERAL (SELECT bool_or(p.basis = 'permit') AS permit, bool_or(p.basis NOT IN ('permit', 'missing', 'unknown')) AS exempt, bool_or(p.basis = 'missing') AS missing
			FROM permit p WHERE p.asset_kind = 'site' AND p.asset_id = a.id AND coalesce(p.issued_on <= current_date, true)) p ON true
		LEFT JOIN compliance c ON c.site_id = a.id AND c.during @> current_date
		WHERE ` + onTheDay + ` AND WHERE`, "a.geom", "Point", "code name owner status site_kind free_slots tenants shared technologies operators height_m permit verdict permit_verdict certificate_verdict certificate_until"},
	{"stations", `SELECT s.id, s.technology, o.code AS operator, s.site_id AS site, s.mast_id AS mast, s.active_shared, s.code, s.name, s.band_mhz::int, GEOM AS geom
		FROM station s JOIN organization o ON o.id = s.operator_id JOIN asset_site a ON a.id = s.site_id WHERE s.on_air @> current_date AND WHERE`, "a.geom", "Point", "technology operator site mast active_shared code name band_mhz"},
	{"poles", `SELECT ` + theAsset + `, a.class, a.material, a.height_m::float8, a.boxes::int, coalesce(a.to_remove, false) AS to_remove, a.route_code, GEOM AS geom
		FROM asset_pole a LEFT JOIN organization o ON o.id = a.owner_id ` + anybodyElse + ` WHERE ` + onTheDay + ` AND WHERE`, "a.geom", "Point", "code name owner status tenants shared class material height_m boxes to_remove route_code"},
	{"ducts", `SELECT ` + theAsset + `, a.ducts::int, a.free_ducts::int, a.material, GEOM AS geom
		FROM asset_duct a LEFT JOIN organization o ON o.id = a.owner_id ` + anybodyElse + ` WHERE ` + onTheDay + ` AND WHERE`, "a.geom", "LineString", "code name owner status tenants shared ducts free_ducts material"},
}

// as writes the layer's SQL with a geometry and a condition.
func (l *tileLayer) as(geometry, where string) string {
	return strings.NewReplacer("GEOM", fmt.Sprintf(geometry, l.at), "AND WHERE", "AND "+fmt.Sprintf(where, l.at)).Replace(l.by)
}

// raw is the SQL of a tile by hand: zoom, column and row are its arguments.
func (l *tileLayer) raw() string {
	return fmt.Sprintf(`SELECT coalesce(ST_AsMVT(t, '%s', 4096, 'geom', 'id'), '') FROM (%s) t`, l.name,
		l.as("ST_AsMVTGeom(ST_Transform(%s, 3857), ST_TileEnvelope($1, $2, $3), 4096, 64)", "%s && ST_Transform(ST_TileEnvelope($1, $2, $3, margin => 0.015625), 4326)"))
}

// plain is the table that peers read: the same records with all that was joined,
// in the projection of tiles, with a primary key and an index of places. They pay
// for no joins and no rights.
func (l *tileLayer) plain() string { return "plain_tile_" + l.name }

// plainTiles makes the tables the peers read.
func plainTiles(ctx context.Context, dsn string) error {
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		return err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	for i := range tileLayers {
		l := &tileLayers[i]
		for _, sql := range []string{
			`CREATE TABLE ` + l.plain() + ` AS ` + l.as("ST_Transform(%s, 3857)", "%s IS NOT NULL"),
			`ALTER TABLE ` + l.plain() + ` ADD PRIMARY KEY (id)`,
			`ALTER TABLE ` + l.plain() + ` ALTER geom TYPE geometry(` + l.geometry + `, 3857)`,
			`CREATE INDEX ON ` + l.plain() + ` USING gist (geom)`,
		} {
			if _, err := conn.Exec(ctx, sql); err != nil {
				return fmt.Errorf("%s: %w", l.plain(), err)
			}
		}
	}
	_, err = conn.Exec(ctx, `VACUUM ANALYZE`)
	return err
}
