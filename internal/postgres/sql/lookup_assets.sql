-- The assets of kind $6, in service on day $3, nearest to each place
-- (longitudes $1, latitudes $2): $5 at most, $4 metres away at most. As in
-- lookup_villages the
-- order by degrees only says how far to look.
SELECT p.no::int, a.id, a.code, a.name, a.distance_m
FROM (SELECT no, ST_SetSRID(ST_MakePoint(lon, lat), 4326) AS geom
      FROM unnest($1::float8[], $2::float8[]) WITH ORDINALITY AS p (lon, lat, no) OFFSET 0) p
CROSS JOIN LATERAL (
    SELECT least($4::float8, CASE WHEN count(*) = $5 THEN max(m) ELSE $4::float8 END) + 0.001 AS m FROM (
        SELECT ST_Distance(a.geom::geography, p.geom::geography) AS m FROM asset a
        WHERE a.kind = $6 AND a.in_service @> $3::date AND /* seen exactly */ true
          AND a.geom && around(p.geom, $4::float8)
        ORDER BY a.geom <-> p.geom LIMIT $5) n
) reach
CROSS JOIN LATERAL (
    SELECT a.id, a.code, a.name, ST_Distance(a.geom::geography, p.geom::geography) AS distance_m FROM asset a
    WHERE a.kind = $6 AND a.in_service @> $3::date AND /* seen exactly */ true
      AND a.geom && around(p.geom, reach.m)
      AND ST_DWithin(a.geom::geography, p.geom::geography, reach.m)
    ORDER BY distance_m, a.id LIMIT $5
) a
ORDER BY p.no, a.distance_m, a.id
