-- Places assets and villages anew on the ground just loaded.
WITH box AS (SELECT ST_SetSRID(ST_Extent(geom)::geometry, 4326) AS g FROM ground),
assets AS (
    UPDATE asset a SET unit_id = p.id, province = p.province
    FROM (
        SELECT a.kind, a.id AS asset_id, g.id, g.province
        FROM asset a, box, LATERAL (
            SELECT id, province FROM ground
            WHERE ST_Intersects(geom, CASE WHEN ST_Dimension(a.geom) = 0 THEN a.geom ELSE ST_LineInterpolatePoint(a.geom, 0.5) END)
            ORDER BY code LIMIT 1) g
        WHERE a.geom && box.g
    ) p
    WHERE a.kind = p.kind AND a.id = p.asset_id AND (a.unit_id, a.province) IS DISTINCT FROM (p.id, p.province)
)
UPDATE village v SET unit_id = p.id, province = p.province
FROM (
    SELECT v.id AS village_id, g.id, g.province
    FROM village v, box, LATERAL (SELECT id, province FROM ground WHERE ST_Intersects(geom, v.geom) ORDER BY code LIMIT 1) g
    WHERE v.geom && box.g
) p
WHERE v.id = p.village_id AND (v.unit_id, v.province) IS DISTINCT FROM (p.id, p.province)
