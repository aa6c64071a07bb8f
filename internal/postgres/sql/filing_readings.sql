-- How many of the sampled rows each way of reading puts where they are declared to
-- be, or, where nothing is declared, into a commune among the rows that are right.
WITH good AS (SELECT ST_Expand(ST_SetSRID(ST_Extent(geometry)::geometry, 4326), 0.02) AS extent FROM sampled WHERE NOT suspect),
said AS MATERIALIZED (SELECT DISTINCT declared, fold(split_part(declared, ',', 1)) AS name FROM sampled WHERE declared IS NOT NULL),
meant AS MATERIALIZED (
    SELECT s.declared, u.id FROM said s JOIN unit u ON u.level = 'commune' AND (u.code = btrim(s.declared) OR fold(u.name) = s.name
        OR regexp_replace(fold(u.name), '^(xa|phuong|dac khu|thi tran) ', '') = regexp_replace(s.name, '^(xa|phuong|dac khu|thi tran|x\.|p\.|tt\.) ?', ''))
    UNION
    SELECT m.declared, p.new_id FROM (
        SELECT s.declared, u.id FROM said s JOIN unit u ON u.level = 'commune' AND (u.code = btrim(s.declared) OR fold(u.name) = s.name)) m
    JOIN unit_successor p ON p.old_id = m.id),
placed AS (
    SELECT t.reading, s.suspect,
        CASE WHEN s.declared IS NULL OR NOT EXISTS (SELECT FROM meant m WHERE m.declared = s.declared)
            THEN c.id IS NOT NULL AND coalesce((SELECT extent FROM good) && t.geom, true)
            ELSE EXISTS (SELECT FROM meant m WHERE m.declared = s.declared AND m.id = c.id) END AS agrees
    FROM tried t JOIN sampled s USING (row) LEFT JOIN LATERAL commune_at(t.geom, current_date) c ON true)
SELECT reading, count(*) FILTER (WHERE agrees AND suspect), count(*) FILTER (WHERE agrees AND NOT suspect) FROM placed GROUP BY reading ORDER BY reading
