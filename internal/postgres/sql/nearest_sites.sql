-- The sites in service on day $2 nearest to site $1: $4 at most, $3 metres away
-- at most, told as the reader's view has them. The order by degrees only says how
-- far to look.
WITH here AS (SELECT geom FROM asset WHERE kind = 'site' AND id = $1),
reach AS (
    SELECT least($3::float8, CASE WHEN count(*) = $4 THEN max(m) ELSE $3::float8 END) + 0.001 AS m FROM (
        SELECT ST_Distance(a.geom::geography, h.geom::geography) AS m FROM here h JOIN asset a ON a.kind = 'site'
          AND a.geom && around(h.geom, $3::float8)
        WHERE a.id <> $1 AND a.in_service @> $2::date AND /* seen exactly */ true
        ORDER BY a.geom <-> h.geom LIMIT $4) n
), found AS MATERIALIZED (
    SELECT a.id, ST_Distance(a.geom::geography, h.geom::geography) AS distance_m
    FROM here h CROSS JOIN reach JOIN asset a ON a.kind = 'site'
      AND a.geom && around(h.geom, reach.m)
    WHERE a.id <> $1 AND a.in_service @> $2::date AND /* seen exactly */ true AND ST_DWithin(a.geom::geography, h.geom::geography, reach.m)
    ORDER BY 2, 1 LIMIT $4
)
SELECT f.id, s.code, s.name, s.owner, round(f.distance_m::numeric, 1)::float8, s.free_slots, s.verdict
FROM found f JOIN /* seen */ guarded.site s ON s.id = f.id ORDER BY f.distance_m, f.id
