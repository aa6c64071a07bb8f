-- Makes a site at every staged position that has none. A position has the code
-- of registry.PositionCode: what is nearer than that tells apart, 0.1 m, is one.
WITH position AS (
    SELECT format('VT@%s,%s', to_char(ST_X(geometry), 'FM990.000000'), to_char(ST_Y(geometry), 'FM990.000000')) AS code, *
    FROM (SELECT row, geometry, unit_id, placed_province, on_air_from FROM staged WHERE site_id IS NULL AND geometry IS NOT NULL) s
)
INSERT INTO asset (kind, code, geom, unit_id, province, source, operating_from)
SELECT 'site', code, (array_agg(geometry ORDER BY row))[1], (array_agg(unit_id ORDER BY row))[1], (array_agg(placed_province ORDER BY row))[1],
       'stations', CASE WHEN bool_and(on_air_from IS NOT NULL) THEN min(on_air_from) END
FROM position p
WHERE NOT EXISTS (SELECT FROM asset a WHERE a.kind = 'site' AND a.geom = p.geometry)
  AND NOT EXISTS (SELECT FROM asset a WHERE a.kind = 'site' AND a.code = p.code AND a.owner_id IS NULL)
GROUP BY code
