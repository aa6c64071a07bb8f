-- The facts of a sharing ratio (tỷ lệ dùng chung): $1 the parameters of a
-- definition, $2 and $3 the first and last day anybody asks about, $4 the works
-- or NULL for all. A fact is a
-- weight that counts on the days of its range: den of everything in service, num
-- of what is shared then. Sums over a day are those of sharing_counted; here all
-- days are told at once, by adding up who comes and goes.
WITH enterprise AS (
    SELECT id, coalesce(legal_group, code) AS name FROM organization WHERE kind = 'operator' AND NOT mvno
), came AS (
    SELECT t.asset_id, e.name, t.during
    FROM tenancy t JOIN enterprise e ON e.id = t.tenant_id
    WHERE t.asset_kind = $1::jsonb ->> 'asset' AND t.during && daterange($2::date, $3::date, '[]') AND ($4::bigint[] IS NULL OR t.asset_id = ANY ($4))
      AND CASE $1 ->> 'claims' WHEN 'confirmed' THEN t.owner_says = 'confirmed' AND t.tenant_says = 'confirmed'
          WHEN 'claimed' THEN true ELSE t.owner_says <> 'disputed' AND t.tenant_says <> 'disputed' END
    UNION ALL
    SELECT s.site_id, e.name, s.on_air
    FROM station s JOIN enterprise e ON e.id = s.operator_id
    WHERE $1 ->> 'asset' = 'site' AND s.on_air && daterange($2, $3, '[]') AND ($4::bigint[] IS NULL OR s.site_id = ANY ($4))
    UNION ALL
    SELECT s.site_id, e.name, s.on_air
    FROM station s, unnest(string_to_array(s.partners, ',')) AS p (code)
    JOIN organization o ON o.code = btrim(p.code) JOIN enterprise e ON e.id = o.id
    WHERE $1 ->> 'asset' = 'site' AND ($1 -> 'count_active_sharing')::boolean AND s.active_shared AND s.on_air && daterange($2, $3, '[]') AND ($4::bigint[] IS NULL OR s.site_id = ANY ($4))
    UNION ALL
    SELECT a.id, e.name, daterange(NULL, NULL)
    FROM asset a JOIN enterprise e ON e.id = a.owner_id
    WHERE a.kind = $1 ->> 'asset' AND a.owner_present AND ($4::bigint[] IS NULL OR a.id = ANY ($4))
), present AS ( -- each enterprise once at a time
    SELECT asset_id, name, unnest(range_agg(during)) AS during FROM came GROUP BY asset_id, name
), steps AS (
    SELECT asset_id, at, sum(step) AS step FROM (
        SELECT asset_id, coalesce(lower(during), '-infinity') AS at, 1 AS step FROM present
        UNION ALL
        SELECT asset_id, upper(during), -1 FROM present WHERE NOT upper_inf(during)) s
    GROUP BY asset_id, at
), tenants AS ( -- so many at a time
    SELECT asset_id, (sum(step) OVER w)::int AS n, daterange(nullif(at, '-infinity'), lead(at) OVER w) AS during
    FROM steps WINDOW w AS (PARTITION BY asset_id ORDER BY at)
), used AS ( -- when anybody is there
    SELECT asset_id, range_agg(during) AS during FROM tenants WHERE n > 0 GROUP BY asset_id
), work AS (
    SELECT a.id, a.unit_id, a.owner_id, a.in_service,
           coalesce(o.kind = 'tower_company', false) AND coalesce(($1 -> 'tower_company_single')::boolean, false) AS single,
           CASE WHEN $1 ->> 'measure' = 'length' THEN coalesce(round(a.length_m * 1000), 0)::bigint ELSE 1 END AS weight,
           -- the days that count: all in service, of others' poles those with a telecom cable
           CASE WHEN a.site_kind = ANY (ARRAY(SELECT jsonb_array_elements_text($1 -> 'exclude_site_kinds'))) THEN '{}'::datemultirange
                WHEN a.kind = 'pole' AND $1 ->> 'power_poles' <> 'all' AND o.kind NOT IN ('operator', 'tower_company')
                THEN CASE WHEN $1 ->> 'power_poles' = 'with_tenants' THEN datemultirange(a.in_service) * coalesce(u.during, '{}') ELSE '{}' END
                ELSE datemultirange(a.in_service) END AS counted
    FROM asset a
    LEFT JOIN organization o ON o.id = a.owner_id
    LEFT JOIN used u ON u.asset_id = a.id
    WHERE a.kind = $1 ->> 'asset' AND a.in_service && daterange($2, $3, '[]') AND ($4::bigint[] IS NULL OR a.id = ANY ($4))
      AND (($1 ->> 'since') IS NULL OR a.operating_from >= ($1 ->> 'since')::date)
), seen AS ( -- the days on which it counts: at all, or for each operator on it
    SELECT w.*, NULL::text AS operator, d.during FROM work w CROSS JOIN LATERAL unnest(w.counted) AS d (during)
    WHERE NOT coalesce(($1 -> 'by_operator')::boolean, false)
    UNION ALL
    SELECT w.*, p.name, d.during * p.during FROM work w JOIN present p ON p.asset_id = w.id CROSS JOIN LATERAL unnest(w.counted) AS d (during)
    WHERE ($1 -> 'by_operator')::boolean AND d.during && p.during
)
SELECT $1 ->> 'asset' AS noun, id, unit_id, owner_id, operator, 0::bigint AS num, weight AS den, false AS excluded, during FROM seen
UNION ALL
SELECT $1 ->> 'asset', s.id, s.unit_id, s.owner_id, s.operator, CASE WHEN $1 ->> 'measure' = 'tenants' THEN t.n ELSE s.weight END, 0, false, s.during * t.during
FROM seen s JOIN tenants t ON t.asset_id = s.id AND t.during && s.during
WHERE t.n >= 2 OR t.n = 1 AND (s.single OR $1 ->> 'measure' = 'tenants')
UNION ALL
SELECT $1 ->> 'asset', w.id, w.unit_id, w.owner_id, NULL, 0, 0, true, d.during
FROM work w CROSS JOIN LATERAL unnest(datemultirange(w.in_service) - w.counted) AS d (during)
