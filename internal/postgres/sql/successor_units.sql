-- Makes the old and new units of staged successions that are not registered on
-- the day before $1 and on $1.
WITH named AS (
    SELECT old_level AS level, old_code AS code, min(old_name) AS name, nullif(min(old_province), '') AS province, NULL::date AS since, $1::date AS until
    FROM succession GROUP BY old_level, old_code
    UNION ALL
    SELECT new_level, new_code, min(new_name), nullif(min(new_province), ''), $1::date, NULL FROM succession GROUP BY new_level, new_code
)
INSERT INTO unit (level, code, name, unit_kind, province, valid_from, valid_to)
SELECT n.level, n.code, n.name, unit_kind_of(n.name),
       n.province, n.since, n.until
FROM named n
WHERE NOT EXISTS (SELECT FROM unit u WHERE u.level = n.level AND u.code = n.code AND u.valid && daterange(n.since, n.until))
ORDER BY n.level DESC, n.code, n.since NULLS FIRST
