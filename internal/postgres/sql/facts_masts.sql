-- The facts of mast positions (vị trí cột ăng ten): $1 the parameters of a
-- definition, $2 and $3 the first and last day anybody asks about, $4
-- the works or NULL for all. num of every
-- site in service on the days one mast of it or more is; there is no denominator.
SELECT 'site' AS noun, a.id, a.unit_id, a.owner_id, NULL::text AS operator, 1::bigint AS num, 0::bigint AS den, false AS excluded, d.during
FROM asset a
JOIN (SELECT site_id, range_agg(daterange(operating_from, operating_to)) AS during FROM mast GROUP BY 1) m ON m.site_id = a.id
CROSS JOIN LATERAL unnest(datemultirange(a.in_service) * m.during) AS d (during)
WHERE a.kind = 'site' AND a.in_service && daterange($2::date, $3::date, '[]') AND $1::jsonb IS NOT NULL AND ($4::bigint[] IS NULL OR a.id = ANY ($4))
