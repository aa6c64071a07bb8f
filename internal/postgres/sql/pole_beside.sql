-- The nearest older pole of another owner on the route of pole $1, within $2
-- metres: of the same route code, or of the same road by its folded name.
SELECT p.code, o.name, round(ST_Distance(p.geom::geography, s.geom::geography)::numeric, 1)::float8, left(coalesce(s.road, s.route_code), 120)
FROM asset s JOIN asset p ON p.kind = 'pole' AND p.id <> s.id AND p.owner_id <> s.owner_id AND p.disclosure = 'ordinary'
  AND p.geom && around(s.geom, $2::float8)
JOIN organization o ON o.id = p.owner_id
WHERE s.kind = 'pole' AND s.id = $1 AND p.status IN ('operating', 'suspended')
  AND coalesce(p.built_on, p.operating_from) < coalesce(s.built_on, s.operating_from)
  AND (p.route_code = s.route_code OR fold(p.road) = fold(s.road)) AND ST_DWithin(p.geom::geography, s.geom::geography, $2::float8)
ORDER BY ST_Distance(p.geom::geography, s.geom::geography), p.id LIMIT 1
