-- The villages of a query with the points that can be judged: $1 the day,
-- $2 communes or NULL, $3 a former unit or NULL, $4 villages or NULL.
SELECT v.id, v.code, v.name, coalesce(u.code, '') AS commune_code, coalesce(u.name, '') AS commune, coalesce(v.province, '') AS province, province_name(v.province) AS province_name,
       ST_X(v.geom) AS lon, ST_Y(v.geom) AS lat,
       v.population, v.households,
       coalesce((SELECT array_agg(p.point_no ORDER BY p.point_no) FROM village_point p WHERE p.village_id = v.id), '{}') AS points
FROM village v
LEFT JOIN unit u ON u.id = v.unit_id
WHERE v.valid @> $1::date
  AND ($4::bigint[] IS NULL OR v.id = ANY ($4))
  AND ($2::bigint[] IS NULL OR v.unit_id = ANY ($2))
  AND ($3::bigint IS NULL OR ST_Intersects(v.geom, (SELECT geom FROM unit WHERE id = $3)))
ORDER BY v.id
