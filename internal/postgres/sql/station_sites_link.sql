-- Links staged stations without a named site to the first site at their
-- position, else to the one made for it.
UPDATE staged s SET site_id = coalesce(
    (SELECT min(a.id) FROM asset a WHERE a.kind = 'site' AND a.geom ~= s.geometry AND a.geom = s.geometry),
    (SELECT a.id FROM asset a WHERE a.kind = 'site' AND a.owner_id IS NULL
       AND a.code = format('VT@%s,%s', to_char(ST_X(s.geometry), 'FM990.000000'), to_char(ST_Y(s.geometry), 'FM990.000000'))))
WHERE s.site_id IS NULL AND s.geometry IS NOT NULL
