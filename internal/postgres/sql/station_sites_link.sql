-- Links staged stations without a named site to the first site at their position.
UPDATE staged s SET site_id = a.id
FROM (SELECT geom, min(id) AS id FROM asset WHERE kind = 'site' GROUP BY geom) a
WHERE s.site_id IS NULL AND a.geom = s.geometry
