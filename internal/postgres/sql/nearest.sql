-- The nearest asset of kind $1 in service on day $2 to each village's centre,
-- geodesic, with the index on geography; $3 communes or NULL, $4 a former unit.
SELECT v.id, v.code, v.name, coalesce(u.code, '') AS commune_code, coalesce(u.name, '') AS commune,
       coalesce(n.id, 0) AS asset, coalesce(n.code, '') AS asset_code, n.distance_m
FROM village v
LEFT JOIN unit u ON u.id = v.unit_id
LEFT JOIN LATERAL (
    SELECT a.id, a.code, ST_Centroid(a.geom)::geography <-> v.geom::geography AS distance_m
    FROM asset a
    WHERE a.kind = $1 AND a.in_service @> $2::date
    ORDER BY ST_Centroid(a.geom)::geography <-> v.geom::geography, a.id LIMIT 1
) n ON v.geom IS NOT NULL
WHERE v.valid @> $2::date
  AND ($3::bigint[] IS NULL OR v.unit_id = ANY ($3))
  AND ($4::bigint IS NULL OR ST_Intersects(v.geom, (SELECT geom FROM unit WHERE id = $4)))
ORDER BY v.id
