-- What of the tenancies of duct $1 duct $2 has not, and the other way round.
WITH described AS (
    SELECT t.asset_id, concat_ws(' ', o.code, t.placement, t.during::text, 'slots=' || t.slots, 'boxes=' || t.boxes, t.contract,
                                 t.owner_says || '/' || t.tenant_says) AS text
    FROM tenancy t JOIN organization o ON o.id = t.tenant_id
    WHERE t.asset_kind = 'duct' AND t.asset_id IN ($1, $2)
)
SELECT coalesce(a.text, '–'), coalesce(b.text, '–')
FROM (SELECT text FROM described WHERE asset_id = $1) a
FULL JOIN (SELECT text FROM described WHERE asset_id = $2) b USING (text)
WHERE a.text IS NULL OR b.text IS NULL
ORDER BY coalesce(a.text, b.text)
