-- The facts of cables underground (ngầm hóa): $1 the parameters of a definition,
-- $2 and $3 the first and last day anybody asks about, $4
-- the works or NULL for all. Lengths in millimetres.
SELECT 'cable_route' AS noun, a.id, a.unit_id, a.owner_id, NULL::text AS operator,
    CASE WHEN a.laying = ANY (ARRAY(SELECT jsonb_array_elements_text($1::jsonb -> 'laying'))) THEN round(a.length_m * 1000)::bigint ELSE 0 END AS num,
    CASE WHEN a.laying IS NULL THEN 0 ELSE round(a.length_m * 1000)::bigint END AS den,
    a.laying IS NULL AS excluded, a.in_service AS during
FROM asset a
WHERE a.kind = 'cable_route' AND a.in_service && daterange($2::date, $3::date, '[]') AND ($4::bigint[] IS NULL OR a.id = ANY ($4))
