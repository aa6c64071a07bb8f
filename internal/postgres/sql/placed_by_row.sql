-- The commune of today each staged row lies in.
SELECT s.row, g.id AS unit_id, g.province FROM staging s CROSS JOIN LATERAL commune_at(s.geometry, current_date) g
