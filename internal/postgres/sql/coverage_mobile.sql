-- The nearest station of each operator that serves each village point:
-- $1 the day, $2 technologies, $3 operator or NULL, $4 metres or NULL for the
-- service radius of the station's technology and area class, $5 villages or NULL.
WITH radius AS (
    SELECT t.code AS technology, c.code AS area_class, r.radius_m
    FROM technology t
    CROSS JOIN (SELECT code FROM code WHERE list = 'area_class' UNION SELECT area_class FROM unit_area_class UNION SELECT '*') c
    CROSS JOIN LATERAL (
        SELECT radius_m FROM service_radius r WHERE r.technology = t.code AND r.area_class IN (c.code, '*')
        ORDER BY r.area_class = '*' LIMIT 1) r
    WHERE t.code = ANY ($2)
), candidate AS (
    SELECT village_id, point_no, asset_id, distance_m FROM reach
    WHERE asset_kind = 'site' AND ($4::float8 IS NULL OR $4 <= reach_limit_m('site'))
      AND ($5::bigint[] IS NULL OR village_id = ANY ($5))
    UNION ALL
    -- farther than what is kept
    SELECT p.village_id, p.point_no, a.id, ST_Distance(a.geom::geography, p.geog)
    FROM village_point p JOIN asset a ON a.kind = 'site' AND ST_DWithin(a.geom::geography, p.geog, $4::float8 + 0.001)
    WHERE $4::float8 > reach_limit_m('site')
      AND ($5::bigint[] IS NULL OR p.village_id = ANY ($5))
), site AS (
    SELECT a.id, coalesce(a.area_class, k.area_class, '*') AS area_class
    FROM asset a LEFT JOIN unit u ON u.id = a.unit_id LEFT JOIN unit_area_class k ON k.unit_kind = u.unit_kind
    WHERE a.kind = 'site' AND a.in_service @> $1::date
)
SELECT DISTINCT ON (c.village_id, c.point_no, s.operator_id)
       c.village_id, c.point_no, s.id AS station, s.operator_id AS operator, s.technology, s.site_id AS site, c.distance_m
FROM candidate c
JOIN site ON site.id = c.asset_id
JOIN station s ON s.site_id = c.asset_id AND s.on_air @> $1::date AND s.technology = ANY ($2)
LEFT JOIN radius r ON r.technology = s.technology AND r.area_class = site.area_class
WHERE ($3::bigint IS NULL OR s.operator_id = $3)
  AND c.distance_m <= coalesce($4::float8, r.radius_m)
ORDER BY c.village_id, c.point_no, s.operator_id, c.distance_m, s.id
