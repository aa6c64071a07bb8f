-- Registers every organization that the file names and nobody knows, once
-- however it is spelled, and gives the codes. A code is the name, or what fits
-- of it with a mark that tells long names apart.
INSERT INTO organization (code, name)
SELECT DISTINCT ON (fold(t)) CASE WHEN length(t) <= 60 THEN t ELSE left(t, 51) || '-' || left(md5(t), 8) END, t
FROM organization_named n
WHERE id IS NULL AND NOT EXISTS (SELECT FROM organization o WHERE fold(o.name) = fold(n.t))
ORDER BY fold(t), t
RETURNING code
