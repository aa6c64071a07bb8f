-- Rows whose positions are in doubt, and as many that are not: a way of reading
-- that mends the first must not spoil the others.
CREATE TEMP TABLE sampled ON COMMIT DROP AS
WITH doubt AS (
    SELECT s.row, (s.geometry IS NULL OR s.unit_id IS NULL OR w.row IS NOT NULL) AS suspect
    FROM staged s LEFT JOIN (SELECT DISTINCT row FROM wrong WHERE rule LIKE 'commune.%' AND rule <> 'commune.old-structure' AND rule <> 'commune.unknown') w USING (row)
    WHERE s.written_first <> ''),
ranked AS (SELECT row, suspect, row_number() OVER (PARTITION BY suspect ORDER BY hashint4(row)) AS nth, count(*) OVER (PARTITION BY suspect) AS all_such FROM doubt)
SELECT s.row, r.suspect, r.all_such, s.written_first, s.written_second, s.declared_commune AS declared, s.geometry
FROM ranked r JOIN staged s USING (row) WHERE r.nth <= 500
