-- The facts of certificates in force (kiểm định QCVN 8): $1 the parameters of a
-- definition, $2 and $3 the first and last day anybody asks about, $4
-- the works or NULL for all. den of every
-- site in service that is said to need one, num of the days it has one. A site
-- of which nobody has said is left out and counted as such.
WITH paper AS (
    SELECT c.site_id, bool_or(c.applies = 'yes') AS needed, bool_and(c.applies = 'no') AS free,
        coalesce(range_agg(daterange(c.issued_on, certificate_ends(c.issued_on, c.expires_on)))
            FILTER (WHERE c.issued_on IS NOT NULL AND certificate_ends(c.issued_on, c.expires_on) > c.issued_on), '{}') AS valid
    FROM certificate c GROUP BY 1
), work AS (
    SELECT a.id, a.unit_id, a.owner_id, a.in_service, coalesce(p.needed, false) AS needed, coalesce(p.free, false) AS free, coalesce(p.valid, '{}') AS valid
    FROM asset a LEFT JOIN paper p ON p.site_id = a.id
    WHERE a.kind = 'site' AND a.in_service && daterange($2::date, $3::date, '[]') AND $1::jsonb IS NOT NULL AND ($4::bigint[] IS NULL OR a.id = ANY ($4))
)
SELECT 'site' AS noun, id, unit_id, owner_id, NULL::text AS operator, 0::bigint AS num, needed::int::bigint AS den, NOT needed AND NOT free AS excluded, in_service AS during FROM work
WHERE NOT free
UNION ALL
SELECT 'site', id, unit_id, owner_id, NULL, 1, 0, false, d.during
FROM work CROSS JOIN LATERAL unnest(datemultirange(in_service) * valid) AS d (during) WHERE needed
