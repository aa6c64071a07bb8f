-- +goose Up
-- How many are on an asset beside its owner is asked of every asset a tile shows, and
-- counting takes longer than drawing it: it is kept with the rest of its standing.
ALTER TABLE asset_standing
    ADD tenants int NOT NULL DEFAULT 0,
    -- the days on which there are so many; on others they have to be counted
    ADD counted daterange NOT NULL DEFAULT 'empty';

-- +goose StatementBegin
-- standing_of is as in 00020, with the tenants of today and the days about it.
CREATE OR REPLACE FUNCTION standing_of(of_kind text, ids bigint[]) RETURNS SETOF asset_standing LANGUAGE sql STABLE SET enable_seqscan = off AS $$
    SELECT a.kind, a.id, coalesce(t.shared, '{}'), p.permit_from, p.exempt_from, p.missing_from, t.tenants::int, daterange(t.since, t.until)
    FROM asset a
    LEFT JOIN LATERAL (
        SELECT range_agg(d.during) AS shared, count(DISTINCT d.who) FILTER (WHERE d.during @> current_date) AS tenants,
            greatest(max(lower(d.during)) FILTER (WHERE lower(d.during) <= current_date), max(upper(d.during)) FILTER (WHERE upper(d.during) <= current_date)) AS since,
            least(min(lower(d.during)) FILTER (WHERE lower(d.during) > current_date), min(upper(d.during)) FILTER (WHERE upper(d.during) > current_date)) AS until
        FROM (
            SELECT t.during, t.tenant_id AS who FROM tenancy t WHERE t.asset_kind = of_kind AND t.asset_id = a.id
            UNION ALL
            SELECT s.on_air, s.operator_id FROM station s WHERE of_kind = 'site' AND s.site_id = a.id) d
        WHERE d.who IS DISTINCT FROM a.owner_id) t ON true
    LEFT JOIN LATERAL (
        SELECT min(p.since) FILTER (WHERE p.basis = 'permit') AS permit_from, min(p.since) FILTER (WHERE p.basis = 'missing') AS missing_from,
               min(p.since) FILTER (WHERE p.basis NOT IN ('permit', 'missing', 'unknown')) AS exempt_from
        FROM (SELECT basis, coalesce(issued_on, '-infinity') AS since FROM permit WHERE asset_kind = of_kind AND asset_id = a.id) p) p ON true
    WHERE a.kind = of_kind AND a.id = ANY (ids)
$$;
-- +goose StatementEnd

-- +goose StatementBegin
-- restate is as in 00020, with the tenants. What only they change counts in no cell:
-- the row added and the one taken away are alike.
CREATE OR REPLACE FUNCTION restate(of_kind text, ids bigint[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    PERFORM FROM asset WHERE kind = of_kind AND id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
    -- from here on we see what those wrote whom we waited for
    EXECUTE $q$
        WITH changed AS (
            SELECT w.*, coalesce(s.shared, '{}') AS was_shared, s.permit_from AS was_permit_from, s.exempt_from AS was_exempt_from, s.missing_from AS was_missing_from
            FROM standing_of($1, $2) w LEFT JOIN asset_standing s ON s.kind = $1 AND s.asset_id = w.asset_id
            WHERE (w.shared, w.permit_from, w.exempt_from, w.missing_from) IS DISTINCT FROM (coalesce(s.shared, '{}'), s.permit_from, s.exempt_from, s.missing_from)
                OR s.asset_id IS NOT NULL AND (w.tenants, w.counted) IS DISTINCT FROM (s.tenants, s.counted)
        ), kept AS (
            INSERT INTO asset_standing SELECT kind, asset_id, shared, permit_from, exempt_from, missing_from, tenants, counted FROM changed
            ON CONFLICT (kind, asset_id) DO UPDATE SET shared = EXCLUDED.shared, permit_from = EXCLUDED.permit_from,
                exempt_from = EXCLUDED.exempt_from, missing_from = EXCLUDED.missing_from, tenants = EXCLUDED.tenants, counted = EXCLUDED.counted
        )$q$ || count_cells('SELECT s.n, a.kind, a.geom, a.owner_id, a.status, a.in_service, a.disclosure, a.unit_id, s.shared, s.permit_from, s.exempt_from, s.missing_from
            FROM asset a JOIN (
                SELECT 1 AS n, asset_id, shared, permit_from, exempt_from, missing_from FROM changed
                UNION ALL SELECT -1, asset_id, was_shared, was_permit_from, was_exempt_from, was_missing_from FROM changed) s ON s.asset_id = a.id
            WHERE a.kind = $1 AND a.id = ANY ($2)') USING of_kind, ids;
END $$;
-- +goose StatementEnd

UPDATE asset_standing s SET tenants = w.tenants, counted = w.counted
FROM (SELECT kind, array_agg(asset_id) AS ids FROM asset_standing GROUP BY kind) a, standing_of(a.kind, a.ids) w
WHERE s.kind = w.kind AND s.asset_id = w.asset_id;

-- Those who are shown every tenancy may ask; for others the number is of what they see.
ALTER TABLE asset_standing ENABLE ROW LEVEL SECURITY;
CREATE POLICY z_department ON asset_standing FOR SELECT USING ((SELECT department() AND unkeyed()));
GRANT SELECT ON asset_standing TO hatangso_program;
