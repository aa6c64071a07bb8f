-- Makes a site at every staged position that has none. Position codes follow
-- registry.PositionCode.
INSERT INTO asset (kind, code, geom, unit_id, province, source, operating_from)
SELECT 'site', format('VT@%s,%s', to_char(ST_X(p.geometry), 'FM990.000000'), to_char(ST_Y(p.geometry), 'FM990.000000')),
       p.geometry, p.unit_id, p.placed_province, 'stations', p.since
FROM (SELECT geometry, min(unit_id) AS unit_id, min(placed_province) AS placed_province,
             CASE WHEN bool_and(on_air_from IS NOT NULL) THEN min(on_air_from) END AS since
      FROM staged WHERE site_id IS NULL AND geometry IS NOT NULL GROUP BY geometry) p
WHERE NOT EXISTS (SELECT FROM asset a WHERE a.kind = 'site' AND a.geom = p.geometry)
