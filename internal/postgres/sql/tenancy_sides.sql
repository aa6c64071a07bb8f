-- Who filed a tenancy and signed it has said its own side of it. $1 is the code of
-- the organization whose filing it was.
UPDATE tenancy t SET
    owner_says = CASE WHEN a.owner_id = f.id THEN 'confirmed' ELSE t.owner_says END,
    tenant_says = CASE WHEN t.tenant_id = f.id THEN 'confirmed' ELSE t.tenant_says END
FROM staged s JOIN asset a ON a.kind = s.asset_kind AND a.id = s.asset_id CROSS JOIN (SELECT organization_id($1) AS id) f
WHERE t.asset_kind = s.asset_kind AND t.asset_id = s.asset_id AND t.tenant_id = s.tenant_id AND t.placement = s.placement
    AND t.during = daterange(s."from", s."to") AND f.id IN (a.owner_id, t.tenant_id)
