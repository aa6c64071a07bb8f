-- The facts of village coverage (phủ sóng thôn): $1 the parameters of a
-- definition, $2 and $3 the first and last day anybody asks about, $4 the
-- villages or NULL for all. A village is
-- covered, dented (lõm sóng) or white (trắng sóng) on the days of a multirange,
-- as package coverage judges it on each of them: the layer computed from what
-- reaches its points, the others from statements, of which the best counts.
WITH asked AS (
    SELECT $1::jsonb ->> 'service' AS service, coalesce($1 ->> 'layer', 'published') AS layer,
           (SELECT id FROM organization WHERE code = $1 ->> 'operator') AS operator, daterange($2::date, $3::date, '[]') AS days
), technologies AS ( -- on which days each counts: none named means every broadband one until its sunset
    SELECT t.code, CASE WHEN jsonb_array_length($1 -> 'technologies') > 0 THEN daterange(NULL, NULL) ELSE daterange(NULL, t.sunset_on, '[]') END AS during
    FROM technology t
    WHERE CASE WHEN jsonb_array_length($1 -> 'technologies') > 0 THEN $1 -> 'technologies' ? t.code ELSE t.broadband END
), place AS (
    SELECT v.id, v.unit_id, v.population, v.valid, p.points, coalesce(p.centre, false) AS centre
    FROM village v CROSS JOIN asked q
    LEFT JOIN (SELECT village_id, count(*) AS points, bool_or(point_no = 0) AS centre FROM village_point
        WHERE $1 ->> 'service' = 'mobile' OR point_no = 0 GROUP BY 1) p ON p.village_id = v.id
    WHERE v.valid && q.days AND ($4::bigint[] IS NULL OR v.id = ANY ($4))
), radius AS (
    SELECT t.code AS technology, t.during, c.code AS area_class, r.radius_m
    FROM technologies t
    CROSS JOIN (SELECT code FROM code WHERE list = 'area_class' UNION SELECT area_class FROM unit_area_class UNION SELECT '*') c
    CROSS JOIN LATERAL (SELECT radius_m FROM service_radius r WHERE r.technology = t.code AND r.area_class IN (c.code, '*')
        ORDER BY r.area_class = '*' LIMIT 1) r
), sender AS ( -- how far each site or fibre access point serves, and when
    SELECT 'site' AS kind, a.id, r.radius_m, a.in_service * s.on_air * r.during AS during
    FROM asked q
    JOIN station s ON q.service = 'mobile' AND q.layer = 'computed' AND s.on_air && q.days AND (q.operator IS NULL OR s.operator_id = q.operator)
    JOIN asset a ON a.kind = 'site' AND a.id = s.site_id AND a.in_service && q.days
    LEFT JOIN unit u ON u.id = a.unit_id LEFT JOIN unit_area_class k ON k.unit_kind = u.unit_kind
    JOIN radius r ON r.technology = s.technology AND r.area_class = coalesce(a.area_class, k.area_class, '*')
    UNION ALL
    SELECT a.kind, a.id, (SELECT max(radius_m) FROM service_radius WHERE technology = 'FTTH'), a.in_service
    FROM asked q JOIN asset a ON q.service = 'fibre' AND q.layer = 'computed' AND a.fibre_access AND a.in_service && q.days
        AND (q.operator IS NULL OR a.owner_id = q.operator)
), lit AS (
    SELECT r.village_id, r.point_no, range_agg(s.during) AS during
    FROM sender s JOIN reach r ON r.asset_kind = s.kind AND r.asset_id = s.id AND r.distance_m <= s.radius_m
    WHERE $1 ->> 'service' = 'mobile' OR r.point_no = 0
    GROUP BY 1, 2
), computed AS (
    SELECT p.id, coalesce(c.during, '{}') AS lit,
           CASE WHEN e.points = p.points THEN e.during ELSE '{}' END AS everywhere
    FROM place p
    LEFT JOIN lit c ON c.village_id = p.id AND c.point_no = 0
    LEFT JOIN (SELECT village_id, count(*) AS points, range_intersect_agg(during) AS during FROM lit GROUP BY 1) e ON e.village_id = p.id
    CROSS JOIN asked q WHERE q.layer = 'computed' AND p.centre
), said AS ( -- by layer; a better state outdoes a worse one
    SELECT s.village_id AS id, s.layer,
        coalesce(range_agg(s.valid) FILTER (WHERE s.state = 'covered'), '{}') AS covered,
        coalesce(range_agg(s.valid) FILTER (WHERE s.state IN ('covered', 'dented')), '{}') AS lit,
        coalesce(range_agg(s.valid) FILTER (WHERE s.state IN ('covered', 'dented', 'white')), '{}') AS judged,
        range_agg(s.valid) AS known
    FROM statement s CROSS JOIN asked q
    WHERE q.layer <> 'computed' AND s.service = q.service AND s.valid && q.days
      AND (s.technology IS NULL OR q.service = 'fibre' OR s.technology IN (SELECT code FROM technologies WHERE during && q.days))
      AND (q.operator IS NULL OR s.operator_id = q.operator)
    GROUP BY 1, 2
), stated AS ( -- verified, else declared
    SELECT id, coalesce(v.covered, '{}') + coalesce(d.covered - coalesce(v.known, '{}'), '{}') AS covered,
        coalesce(v.lit, '{}') + coalesce(d.lit - coalesce(v.known, '{}'), '{}') AS lit,
        coalesce(v.judged, '{}') + coalesce(d.judged - coalesce(v.known, '{}'), '{}') AS judged
    FROM (SELECT s.* FROM said s, asked q WHERE s.layer = 'verified' AND q.layer IN ('verified', 'published')) v
    FULL JOIN (SELECT s.* FROM said s, asked q WHERE s.layer = 'declared' AND q.layer IN ('declared', 'published')) d USING (id)
), told AS (
    SELECT p.*, datemultirange(p.valid) * coalesce(s.covered, c.everywhere, '{}') AS covered, datemultirange(p.valid) * coalesce(s.lit, c.lit, '{}') AS lit,
        datemultirange(p.valid) * coalesce(s.judged, CASE WHEN c.id IS NOT NULL THEN '{(,)}'::datemultirange END, '{}') AS judged,
        CASE WHEN $1 ->> 'weight' = 'population' THEN coalesce(p.population, 0) ELSE 1 END AS weight
    FROM place p LEFT JOIN stated s USING (id) LEFT JOIN computed c USING (id)
)
SELECT 'village' AS noun, id, unit_id, NULL::bigint AS owner_id, NULL::text AS operator, 0::bigint AS num, weight AS den, false AS excluded, d.during
FROM told CROSS JOIN LATERAL unnest(CASE WHEN $1 ->> 'of' = 'dented' THEN lit ELSE judged END) AS d (during)
UNION ALL
SELECT 'village', id, unit_id, NULL, NULL, weight, 0, false, d.during
FROM told CROSS JOIN LATERAL unnest(CASE WHEN $1 ->> 'of' = 'dented' THEN lit - covered ELSE lit END) AS d (during)
UNION ALL
SELECT 'village', id, unit_id, NULL, NULL, 0, 0, true, d.during
FROM told CROSS JOIN LATERAL unnest(datemultirange(valid) - judged) AS d (during)
