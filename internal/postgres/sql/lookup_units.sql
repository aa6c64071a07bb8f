-- The units of day $3 that each place (longitudes $1, latitudes $2) lies in, one
-- a level: those whose boundary covers it, or of which such a one is part.
WITH RECURSIVE place AS MATERIALIZED (
    SELECT no, ST_SetSRID(ST_MakePoint(lon, lat), 4326) AS geom
    FROM unnest($1::float8[], $2::float8[]) WITH ORDINALITY AS p (lon, lat, no)
), found AS (
    SELECT p.no, u.id, u.level, u.code, u.name, u.parent_id, u.province, 0 AS steps
    FROM place p JOIN unit u ON u.valid @> $3::date AND u.geom && p.geom AND ST_Covers(u.geom, p.geom)
    UNION
    SELECT f.no, u.id, u.level, u.code, u.name, u.parent_id, u.province, f.steps + 1
    FROM found f JOIN unit u ON u.valid @> $3::date AND f.steps < 3
        AND (u.id = f.parent_id OR f.level <> 'province' AND u.level = 'province' AND u.code = f.province)
)
SELECT DISTINCT ON (no, level) no::int, id, level, code, name FROM found ORDER BY no, level, steps, code
