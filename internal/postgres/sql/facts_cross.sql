-- The facts of cross-sector sharing (dùng chung liên ngành): $1 the parameters
-- of a definition, $2 and $3 the first and last day anybody asks about, $4
-- the works or NULL for all. den of
-- every work that a telecom enterprise uses or owns, num of those of another
-- sector, or that one of another sector uses, as well.
WITH work AS (
    SELECT a.kind, a.id, a.unit_id, a.owner_id, a.in_service, o.kind IN ('operator', 'tower_company') AS telecom
    FROM asset a LEFT JOIN organization o ON o.id = a.owner_id
    WHERE a.kind = ANY (ARRAY(SELECT jsonb_array_elements_text($1::jsonb -> 'assets'))) AND a.in_service && daterange($2::date, $3::date, '[]') AND ($4::bigint[] IS NULL OR a.id = ANY ($4))
), tenant AS (
    SELECT t.asset_kind AS kind, t.asset_id AS id, o.kind IN ('operator', 'tower_company') AS telecom, range_agg(t.during) AS during
    FROM tenancy t JOIN organization o ON o.id = t.tenant_id
    WHERE t.during && daterange($2, $3, '[]') AND t.owner_says <> 'disputed' AND t.tenant_says <> 'disputed' AND t.asset_kind <> 'site' AND ($4::bigint[] IS NULL OR t.asset_id = ANY ($4))
    GROUP BY 1, 2, 3
), told AS (
    SELECT w.*,
        datemultirange(w.in_service) * CASE WHEN w.telecom IS NOT FALSE THEN '{(,)}'::datemultirange ELSE coalesce(t.during, '{}') END AS by_telecom,
        CASE WHEN w.telecom IS FALSE THEN '{(,)}'::datemultirange ELSE coalesce(x.during, '{}') END AS by_others
    FROM work w
    LEFT JOIN tenant t ON t.kind = w.kind AND t.id = w.id AND t.telecom
    LEFT JOIN tenant x ON x.kind = w.kind AND x.id = w.id AND NOT x.telecom
)
SELECT kind AS noun, id, unit_id, owner_id, NULL::text AS operator, 0::bigint AS num, 1::bigint AS den, false AS excluded, d.during
FROM told CROSS JOIN LATERAL unnest(by_telecom) AS d (during)
UNION ALL
SELECT kind, id, unit_id, owner_id, NULL, 1, 0, false, d.during FROM told CROSS JOIN LATERAL unnest(by_telecom * by_others) AS d (during)
UNION ALL
SELECT kind, id, unit_id, owner_id, NULL, 0, 0, true, d.during
FROM told CROSS JOIN LATERAL unnest(datemultirange(in_service) - by_telecom) AS d (during)
