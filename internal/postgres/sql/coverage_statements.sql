-- What was declared and what was verified of each village on day $1 for service
-- $2, technologies $3 (a statement without one is of the service as a whole) and
-- operator $4 or NULL for any, of villages $5 or NULL for all: signal is signal, so the best
-- state counts.
SELECT DISTINCT ON (village_id, layer) village_id, layer, state
FROM statement
WHERE valid @> $1::date AND service = $2
  AND (technology IS NULL OR $2 = 'fibre' OR technology = ANY ($3))
  AND ($4::bigint IS NULL OR operator_id = $4)
  AND ($5::bigint[] IS NULL OR village_id = ANY ($5))
ORDER BY village_id, layer, array_position(ARRAY['covered', 'dented', 'white', 'unknown'], state)
