-- Adds the facts of a definition to its sums: $1 the definition, $2 the records or
-- NULL for all, $3 1 to put them on and -1 to take them off, $4 and $5 the first
-- and last year that have a beginning of their own. What comes before the first
-- year comes with it; a last year never ends.
INSERT INTO indicator_sum (kept_id, year, day, unit_id, owner_id, operator, num, den, excluded)
WITH move AS (
    SELECT d.day, f.unit_id, f.owner_id, f.operator, sum($3::int * d.sign * f.num) AS num, sum($3 * d.sign * f.den) AS den, sum($3 * d.sign * f.excluded::int) AS excluded
    FROM indicator_fact f
    CROSS JOIN LATERAL (SELECT greatest(coalesce(lower(f.during), '-infinity'), make_date($4::int, 1, 1)) AS day, 1 AS sign
        UNION ALL SELECT greatest(upper(f.during), make_date($4, 1, 1)), -1 WHERE NOT upper_inf(f.during)) d
    WHERE f.kept_id = $1::bigint AND ($2::bigint[] IS NULL OR f.id = ANY ($2))
    GROUP BY 1, 2, 3, 4
), daily AS (
    SELECT least(extract(year FROM day)::int, $5::int) AS year, * FROM move WHERE num <> 0 OR den <> 0 OR excluded <> 0
), yearly AS (
    SELECT year, unit_id, owner_id, operator, sum(num) AS num, sum(den) AS den, sum(excluded) AS excluded FROM daily GROUP BY 1, 2, 3, 4
)
SELECT $1, year, day, unit_id, owner_id, operator, num, den, excluded FROM daily
UNION ALL
SELECT $1, b.year, NULL, y.unit_id, y.owner_id, y.operator, sum(y.num), sum(y.den), sum(y.excluded)
FROM yearly y JOIN generate_series($4 + 1, $5) AS b (year) ON b.year > y.year
GROUP BY 2, 4, 5, 6 HAVING sum(y.num) <> 0 OR sum(y.den) <> 0 OR sum(y.excluded) <> 0
