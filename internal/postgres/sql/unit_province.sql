-- Hangs staged units below province $1, made here under the name $2 when it is
-- not registered yet.
WITH validity AS (SELECT min(valid_from) AS since FROM staged),
made AS (
    INSERT INTO unit (level, code, name, unit_kind, province, valid_from)
    SELECT 'province', $1, $2, unit_kind_of($2), $1, since FROM validity
    WHERE NOT EXISTS (SELECT FROM unit u, validity v WHERE u.level = 'province' AND u.code = $1 AND u.valid @> coalesce(v.since, current_date))
    RETURNING id
), parent AS (
    SELECT id FROM made
    UNION ALL
    SELECT u.id FROM unit u, validity v WHERE u.level = 'province' AND u.code = $1 AND u.valid @> coalesce(v.since, current_date)
)
UPDATE staged SET province = $1, parent_id = CASE WHEN level <> 'province' THEN (SELECT id FROM parent LIMIT 1) END
