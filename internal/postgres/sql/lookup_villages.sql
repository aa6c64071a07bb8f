-- The village of day $3 whose centre is nearest to each place (longitudes $1,
-- latitudes $2), $4 metres away at most. The index orders by degrees, which are
-- not equally long: what it puts first only says how far to look.
SELECT p.no::int, v.id, v.code, v.name, v.distance_m
FROM (SELECT no, ST_SetSRID(ST_MakePoint(lon, lat), 4326) AS geom
      FROM unnest($1::float8[], $2::float8[]) WITH ORDINALITY AS p (lon, lat, no) OFFSET 0) p
CROSS JOIN LATERAL (
    SELECT least($4::float8, ST_Distance(v.geom::geography, p.geom::geography)) + 0.001 AS m FROM village v
    WHERE v.valid @> $3::date AND v.geom IS NOT NULL ORDER BY v.geom <-> p.geom LIMIT 1
) first
CROSS JOIN LATERAL (
    SELECT v.id, v.code, v.name, ST_Distance(v.geom::geography, p.geom::geography) AS distance_m FROM village v
    WHERE v.valid @> $3::date
      AND v.geom && around(p.geom, first.m)
      AND ST_DWithin(v.geom::geography, p.geom::geography, first.m)
    ORDER BY distance_m, v.id LIMIT 1
) v
ORDER BY p.no
