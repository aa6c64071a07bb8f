-- The nearest fibre access point of each owner to each village point: $1 the
-- day, $2 unused, $3 owner or NULL, $4 metres or NULL for the FTTH radius,
-- $5 villages or NULL.
WITH candidate AS (
    SELECT r.village_id, r.point_no, r.asset_kind, r.asset_id, r.distance_m FROM reach r
    WHERE ($4::float8 IS NULL OR $4 <= reach_limit_m(''))
      AND ($5::bigint[] IS NULL OR r.village_id = ANY ($5))
    UNION ALL
    SELECT p.village_id, p.point_no, a.kind, a.id, ST_Distance(a.geom::geography, p.geog)
    FROM village_point p JOIN asset a ON a.fibre_access AND ST_DWithin(a.geom::geography, p.geog, $4::float8 + 0.001)
    WHERE $4::float8 > reach_limit_m('')
      AND ($5::bigint[] IS NULL OR p.village_id = ANY ($5))
)
SELECT DISTINCT ON (c.village_id, c.point_no, a.owner_id)
       c.village_id, c.point_no, 0::bigint AS station, coalesce(a.owner_id, 0) AS operator, 'FTTH' AS technology, a.id AS site, c.distance_m
FROM candidate c
JOIN asset a ON a.kind = c.asset_kind AND a.id = c.asset_id
WHERE a.fibre_access AND a.in_service @> $1::date AND $2::text[] IS NOT NULL
  AND ($3::bigint IS NULL OR a.owner_id = $3)
  AND c.distance_m <= coalesce($4::float8, (SELECT max(radius_m) FROM service_radius WHERE technology = 'FTTH'))
ORDER BY c.village_id, c.point_no, a.owner_id, c.distance_m, a.id
