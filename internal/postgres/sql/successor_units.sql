-- Makes the old and new units of staged successions that are not registered on
-- the day before $1 and on $1.
WITH kinds AS MATERIALIZED ( -- unit_kind_of for many names: every text folded once
    SELECT code, fold(vi) || ' %' AS pattern FROM code WHERE list = 'unit_kind'
), listed AS (
    SELECT old_level AS level, old_code AS code, min(old_name) AS name, nullif(min(old_province), '') AS province, NULL::date AS since, $1::date AS until
    FROM succession GROUP BY old_level, old_code
    UNION ALL
    SELECT new_level, new_code, min(new_name), nullif(min(new_province), ''), $1::date, NULL FROM succession GROUP BY new_level, new_code
), named AS MATERIALIZED (
    SELECT *, fold(name) AS folded FROM listed
)
INSERT INTO unit (level, code, name, unit_kind, province, valid_from, valid_to)
SELECT n.level, n.code, n.name, (SELECT k.code FROM kinds k WHERE n.folded LIKE k.pattern ORDER BY length(k.pattern) DESC LIMIT 1),
       n.province, n.since, n.until
FROM named n
WHERE NOT EXISTS (SELECT FROM unit u WHERE u.level = n.level AND u.code = n.code AND u.valid && daterange(n.since, n.until))
ORDER BY n.level DESC, n.code, n.since NULLS FIRST
