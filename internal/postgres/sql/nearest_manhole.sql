-- The manhole nearest to longitude $1, latitude $2, $3 metres away at most;
-- those taken out do not count. The index narrows by a box that holds the
-- circle: no degree of latitude is shorter than 110.5 km.
WITH p AS MATERIALIZED (SELECT ST_SetSRID(ST_MakePoint($1, $2), 4326) AS geom)
SELECT m.id, ST_X(m.geom), ST_Y(m.geom)
FROM p, asset_manhole m
WHERE m.geom && around(p.geom, $3::float8)
  AND ST_DWithin(m.geom::geography, p.geom::geography, $3::float8) AND m.status <> 'removed'
ORDER BY ST_Distance(m.geom::geography, p.geom::geography), m.id LIMIT 1
