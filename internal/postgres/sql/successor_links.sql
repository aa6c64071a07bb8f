-- Links the old unit of each staged succession (valid the day before $1) to the
-- new one (valid on $1).
INSERT INTO unit_successor (old_id, new_id, share, method, effective_on)
SELECT o.id, n.id, CASE WHEN bool_or(s.whole) THEN 1 END, CASE WHEN bool_or(s.whole) THEN 'declared whole' ELSE 'declared partial' END, $1::date
FROM succession s
JOIN unit o ON o.level = s.old_level AND o.code = s.old_code AND o.valid @> ($1::date - 1)
JOIN unit n ON n.level = s.new_level AND n.code = s.new_code AND n.valid @> $1::date AND n.id <> o.id
GROUP BY o.id, n.id
ON CONFLICT (old_id, new_id) DO NOTHING
