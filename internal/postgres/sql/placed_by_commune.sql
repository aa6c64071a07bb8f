-- The commune of today each staged row lies in, of the lowest code where a
-- shared border leaves a choice; as commune_at finds it.
SELECT DISTINCT ON (s.row) s.row, p.id AS unit_id, p.province
FROM (SELECT c.geom, u.id, u.code, u.province FROM unit_piece c JOIN unit u ON u.id = c.unit_id
      WHERE u.valid @> current_date AND c.geom && (SELECT ST_SetSRID(ST_Extent(geometry), 4326) FROM staging)) p,
    LATERAL (SELECT t.row FROM staging t WHERE ST_Intersects(p.geom, place_of(t.geometry)) OFFSET 0) s
ORDER BY s.row, p.code
