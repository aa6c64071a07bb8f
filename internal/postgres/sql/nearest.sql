-- The nearest asset of kind $1 in service on day $2 to each village's centre,
-- geodesic; $3 communes or NULL, $4 a former unit or NULL. The index orders by
-- distance on a sphere, up to 0.6 % off: its first asset is not always the
-- nearest, but nothing nearer than it is farther than it is. How far to look is
-- worked out apart: row security would keep the sum away from the index.
SELECT v.id, v.code, v.name, coalesce(u.code, '') AS commune_code, coalesce(u.name, '') AS commune,
       coalesce(n.id, 0) AS asset, coalesce(n.code, '') AS asset_code, n.distance_m
FROM village v
LEFT JOIN unit u ON u.id = v.unit_id
LEFT JOIN LATERAL (
    SELECT ST_Distance(s.geog, v.geom::geography) + 0.001 AS within_m
    FROM (SELECT a.geom::geography AS geog FROM asset a
          WHERE a.kind = $1 AND a.in_service @> $2::date AND /* seen exactly */ true
          ORDER BY a.geom::geography <-> v.geom::geography LIMIT 1) s
    OFFSET 0
) first ON v.geom IS NOT NULL
LEFT JOIN LATERAL (
    SELECT a.id, a.code, ST_Distance(a.geom::geography, v.geom::geography) AS distance_m
    FROM asset a
    WHERE a.kind = $1 AND a.in_service @> $2::date AND /* seen exactly */ true AND ST_DWithin(a.geom::geography, v.geom::geography, first.within_m)
    ORDER BY distance_m, a.id LIMIT 1
) n ON true
WHERE v.valid @> $2::date
  AND ($3::bigint[] IS NULL OR v.unit_id = ANY ($3))
  AND ($4::bigint IS NULL OR ST_Intersects(v.geom, (SELECT geom FROM unit WHERE id = $4)))
ORDER BY v.id
