-- One row for each asset of kind $1 in service on day $2: which enterprises are
-- on it. An enterprise is an operator that is no MVNO, its legal group counting
-- once. Parameters are those of sharing.Definition. Lengths are taken to the
-- millimetre, so that the sums of parts are the sum of the whole.
WITH enterprise AS (
    SELECT id, coalesce(legal_group, code) AS name FROM organization WHERE kind = 'operator' AND NOT mvno
), present AS (
    SELECT t.asset_id, e.name
    FROM tenancy t JOIN enterprise e ON e.id = t.tenant_id
    WHERE t.asset_kind = $1 AND t.during @> $2::date AND /* of t.asset_id */ true
      AND t.owner_says <> 'disputed' AND t.tenant_says <> 'disputed'
      AND (NOT $3::boolean OR (t.owner_says = 'confirmed' AND t.tenant_says = 'confirmed'))
    UNION
    SELECT s.site_id, e.name
    FROM station s JOIN enterprise e ON e.id = s.operator_id
    WHERE $1 = 'site' AND s.on_air @> $2::date AND /* of s.site_id */ true
    UNION
    SELECT s.site_id, e.name
    FROM station s, unnest(string_to_array(s.partners, ',')) AS p (code)
    JOIN organization o ON o.code = btrim(p.code) JOIN enterprise e ON e.id = o.id
    WHERE $1 = 'site' AND $4::boolean AND s.active_shared AND s.on_air @> $2::date AND /* of s.site_id */ true
    UNION
    SELECT a.id, e.name
    FROM asset a JOIN enterprise e ON e.id = a.owner_id
    WHERE a.kind = $1 AND a.owner_present AND /* of a.id */ true
), tenants AS (
    SELECT asset_id, count(*)::int AS n, array_agg(name ORDER BY name) AS names FROM present GROUP BY asset_id
), counted AS (
    SELECT a.id, a.code, a.geom, a.unit_id, a.owner_id, coalesce(t.n, 0) AS n, coalesce(t.names, '{}') AS names,
           coalesce(t.n, 0) >= 2 OR ($5::boolean AND o.kind = 'tower_company' AND t.n >= 1) IS TRUE AS shared,
           CASE $8 WHEN 'length' THEN coalesce(round(a.length_m * 1000) / 1000, 0) ELSE 1 END AS weight,
           coalesce(a.site_kind = ANY ($7::text[]), false)
               OR a.kind = 'pole' AND $6 <> 'all' AND coalesce(o.kind NOT IN ('operator', 'tower_company'), false)
                  AND NOT ($6 = 'with_tenants' AND t.n IS NOT NULL) AS excluded
    FROM asset a
    LEFT JOIN organization o ON o.id = a.owner_id
    LEFT JOIN tenants t ON t.asset_id = a.id
    WHERE a.kind = $1 AND a.in_service @> $2::date AND /* of a.id */ true
      AND ($9::date IS NULL OR a.operating_from >= $9)
      AND ($10::bigint[] IS NULL OR a.unit_id = ANY ($10))
      AND ($11::bigint IS NULL OR ST_Intersects(place_of(a.geom), (SELECT geom FROM unit WHERE id = $11)))
)
