-- +goose Up
-- Who may see and write which rows: the law of registry/right.go as row-level
-- security, policy by policy under the same names. The program works as role
-- hatangso_program, which owns nothing and cannot step around it; what triggers
-- derive or log they do as the owner. What of a row is seen is the business of
-- the views of each audience, see postgres/audience.go.

-- +goose StatementBegin
DO $$
BEGIN
    -- roles belong to the cluster: another register may have made it, or make it now
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'hatangso_program') THEN
        CREATE ROLE hatangso_program NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL;
END $$;
-- +goose StatementEnd
GRANT hatangso_program TO CURRENT_USER;

-- How coarse the public map is, in degrees; and what else a province decides.
CREATE TABLE setting (
    name  text PRIMARY KEY,
    value text NOT NULL
);
INSERT INTO setting VALUES ('public_grid_deg', '0.01'), ('nameplate_stamp', '0');
-- +goose StatementBegin
-- public_grid is the size of the grid the public sees positions on, in degrees.
CREATE FUNCTION public_grid() RETURNS double precision LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT value::double precision FROM setting WHERE name = 'public_grid_deg'
$$;
-- +goose StatementEnd

-- +goose StatementBegin
-- stamp_nameplates counts the transactions that wrote what the program keeps to
-- tell of owners and communes. It is done as they commit, once each: a load of
-- units would else hold up every other writer of organizations till its end.
CREATE FUNCTION stamp_nameplates() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    IF current_setting('hatangso.stamped', true) IS DISTINCT FROM pg_current_xact_id()::text THEN
        UPDATE setting SET value = value::bigint + 1 WHERE name = 'nameplate_stamp';
        PERFORM set_config('hatangso.stamped', pg_current_xact_id()::text, true);
    END IF;
    RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE CONSTRAINT TRIGGER e_nameplates AFTER INSERT OR UPDATE OR DELETE ON organization
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION stamp_nameplates();
CREATE CONSTRAINT TRIGGER e_nameplates AFTER INSERT OR UPDATE OR DELETE ON unit
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION stamp_nameplates();

-- Who is asking, as the guard has set it for the connection; nobody when it has not.

-- +goose StatementBegin
CREATE FUNCTION actor_is(VARIADIC roles text[]) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT string_to_array(coalesce(current_setting('hatangso.roles', true), ''), ',') && roles
$$;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE FUNCTION department() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT actor_is('officer', 'admin') $$;
-- +goose StatementEnd
-- +goose StatementBegin
-- actor_organization is the organization a filer or signer works for.
CREATE FUNCTION actor_organization() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT nullif(current_setting('hatangso.organization', true), '')::bigint
$$;
-- +goose StatementEnd
-- +goose StatementBegin
-- actor_communes are the communes of today local staff are bound to.
CREATE FUNCTION actor_communes() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(nullif(current_setting('hatangso.communes', true), '')::bigint[], '{}')
$$;
-- +goose StatementEnd
-- +goose StatementBegin
-- unkeyed says that no API key narrows what the asker may.
CREATE FUNCTION unkeyed() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(current_setting('hatangso.key_nouns', true), '') = '' AND coalesce(current_setting('hatangso.key_communes', true), '') = ''
$$;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE FUNCTION key_reaches(noun text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(noun = ANY (string_to_array(nullif(current_setting('hatangso.key_nouns', true), ''), ',')), true)
$$;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE FUNCTION key_writes() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(current_setting('hatangso.key_read_only', true), '') = ''
$$;
-- +goose StatementEnd
-- +goose StatementBegin
-- key_communes are those an API key is confined to; NULL for all.
CREATE FUNCTION key_communes() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT nullif(current_setting('hatangso.key_communes', true), '')::bigint[]
$$;
-- +goose StatementEnd

-- What the guard looks up of somebody, and policies of another table's rows, is
-- looked up past row security: it must not depend on who asked before, nor ask
-- the policy that is asking.

-- +goose StatementBegin
CREATE FUNCTION organization_id(of_code text) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT id FROM organization WHERE code = of_code
$$;
-- +goose StatementEnd
-- +goose StatementBegin
-- communes_of gives the communes of today in units of any level and period: of
-- a unit that is no more, those that came of it and of all below it.
CREATE FUNCTION communes_of(units bigint[]) RETURNS bigint[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    WITH RECURSIVE part AS (
        SELECT id FROM unit WHERE id = ANY (units)
        UNION
        SELECT n.id FROM part p CROSS JOIN LATERAL (
            SELECT u.id FROM unit u WHERE u.parent_id = p.id
            UNION ALL
            SELECT s.new_id FROM unit_successor s WHERE s.old_id = p.id) n)
    SELECT coalesce(array_agg(u.id), '{}') FROM part JOIN unit u USING (id) WHERE u.level = 'commune' AND u.valid @> current_date
$$;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE FUNCTION owns_asset(of_kind text, of_id bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM asset WHERE kind = of_kind AND id = of_id AND owner_id = actor_organization())
$$;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE FUNCTION disclosure_of(of_kind text, of_id bigint) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT disclosure FROM asset WHERE kind = of_kind AND id = of_id
$$;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE FUNCTION asset_in(of_kind text, of_id bigint, communes bigint[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM asset WHERE kind = of_kind AND id = of_id AND unit_id = ANY (communes))
$$;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE FUNCTION village_in(of_id bigint, communes bigint[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM village WHERE id = of_id AND unit_id = ANY (communes))
$$;
-- +goose StatementEnd

-- The policies. A table is told by how its rows say whose they are (own), how
-- secret (class), and whether they lie in some communes (place); the law is the
-- same for all. What does not change from row to row is asked once, in a
-- subquery. PostgreSQL asks the policies of a table from the last name to the
-- first: what settles most at the least cost begins with the last letters. The views read the partitions of asset, so each has its own.
-- +goose StatementBegin
DO $$
DECLARE
    t     record;
    own   text;
    key   text;
    filed text;
    near  text;
    verb  text[];
BEGIN
    FOR t IN
        SELECT name, 'kind' AS noun, 'owner_id = ORGANIZATION' AS own, 'disclosure' AS class, 'unit_id = ANY (COMMUNES)' AS place,
               true AS public, false AS passive, '' AS open
        FROM unnest(ARRAY['asset', 'asset_site', 'asset_pole', 'asset_duct', 'asset_manhole', 'asset_trench', 'asset_cable_route', 'asset_service_point']) AS name
        UNION ALL VALUES
        ('mast', '''mast''', 'owns_asset(''site'', site_id)', 'disclosure_of(''site'', site_id)', 'asset_in(''site'', site_id, COMMUNES)', true, false, ''),
        ('station', '''station''', 'operator_id = ORGANIZATION', 'disclosure_of(''site'', site_id)', 'asset_in(''site'', site_id, COMMUNES)', true, false, ''),
        ('tenancy', '''tenancy''', '(tenant_id = ORGANIZATION OR owns_asset(asset_kind, asset_id))', 'disclosure_of(asset_kind, asset_id)',
            'asset_in(asset_kind, asset_id, COMMUNES)', false, true, ''),
        ('permit', '''permit''', 'owns_asset(asset_kind, asset_id)', 'disclosure_of(asset_kind, asset_id)', 'asset_in(asset_kind, asset_id, COMMUNES)', false, false, ''),
        ('certificate', '''certificate''', 'owns_asset(''site'', site_id)', 'disclosure_of(''site'', site_id)', 'asset_in(''site'', site_id, COMMUNES)', false, false, ''),
        ('statement', '''statement''', 'operator_id = ORGANIZATION', '''ordinary''', 'village_in(village_id, COMMUNES)', true, false, ' AND layer = ''declared''')
    LOOP
        own := replace(t.own, 'ORGANIZATION', '(SELECT actor_organization())');
        near := replace(t.place, 'COMMUNES', '(SELECT actor_communes())::bigint[]');
        -- outside its scope a key finds nothing
        key := format('((SELECT unkeyed()) OR key_reaches(%s) AND ((SELECT key_communes()) IS NULL OR %s))', t.noun,
            replace(t.place, 'COMMUNES', '(SELECT key_communes())::bigint[]'));
        filed := format('(SELECT actor_is(''filer'')) AND %s%s AND %s', own, t.open, key);
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t.name);
        EXECUTE format('CREATE POLICY z_department ON %1$I USING (%2$s) WITH CHECK (%2$s)', t.name, '(SELECT department()) AND ' || key);
        EXECUTE format('CREATE POLICY y_auditor_read ON %I FOR SELECT USING ((SELECT actor_is(''auditor'')) AND %s <> ''critical'' AND %s)', t.name, t.class, key);
        EXECUTE format('CREATE POLICY x_operator_own ON %I FOR SELECT USING ((SELECT actor_is(''filer'', ''signer'')) AND %s AND %s)', t.name, own, key);
        EXECUTE format('CREATE POLICY w_local_area ON %I FOR SELECT USING ((SELECT actor_is(''local'')) AND %s <> ''critical'' AND %s AND %s)', t.name, t.class, near, key);
        EXECUTE format('CREATE POLICY filer_create ON %I FOR INSERT WITH CHECK (%s)', t.name, filed);
        EXECUTE format('CREATE POLICY filer_change ON %I FOR UPDATE USING (%s)', t.name, filed);
        EXECUTE format('CREATE POLICY filer_delete ON %I FOR DELETE USING (%s)', t.name, filed);
        IF t.public THEN
            EXECUTE format('CREATE POLICY a_public_coarse ON %I FOR SELECT USING (%s = ''ordinary'' AND %s)', t.name, t.class, key);
        END IF;
        IF t.passive THEN
            EXECUTE format('CREATE POLICY b_operator_passive ON %I FOR SELECT USING ((SELECT actor_is(''filer'', ''signer'')) AND %s = ''ordinary'' AND %s)', t.name, t.class, key);
        END IF;
        IF t.name = 'statement' THEN -- local staff say what they find
            EXECUTE format('CREATE POLICY local_create ON statement FOR INSERT WITH CHECK ((SELECT actor_is(''local'')) AND %s%s AND %s)', near, t.open, key);
            EXECUTE format('CREATE POLICY local_change ON statement FOR UPDATE USING ((SELECT actor_is(''local'')) AND %s%s AND %s)', near, t.open, key);
        END IF;
    END LOOP;
    -- what everything else refers to is for everybody to see and the department's to write
    FOR t IN SELECT unnest(ARRAY['organization', 'unit', 'unit_successor', 'village']) AS name LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t.name);
        EXECUTE format('CREATE POLICY z_department ON %1$I USING (%2$s) WITH CHECK (%2$s)', t.name, format('(SELECT department()) AND (SELECT key_reaches(%L))', t.name));
        EXECUTE format('CREATE POLICY a_public_reference ON %I FOR SELECT USING (true)', t.name);
    END LOOP;
    -- a key that only reads writes nothing
    FOR t IN SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relrowsecurity ORDER BY 1 LOOP
        FOREACH verb SLICE 1 IN ARRAY ARRAY[['create', 'INSERT WITH CHECK'], ['change', 'UPDATE USING'], ['delete', 'DELETE USING']] LOOP
            EXECUTE format('CREATE POLICY key_%s ON %I AS RESTRICTIVE FOR %s ((SELECT key_writes()))', verb[1], t.name, verb[2]);
        END LOOP;
    END LOOP;
END $$;
-- +goose StatementEnd

-- Credentials and answers kept for a repeat.
ALTER TABLE token ENABLE ROW LEVEL SECURITY;
CREATE POLICY admin_house ON token USING ((SELECT actor_is('admin'))) WITH CHECK ((SELECT actor_is('admin')));
ALTER TABLE idempotency ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_answer ON idempotency USING (actor = current_setting('hatangso.actor', true));

-- The log grows by triggers alone.
ALTER TABLE change ENABLE ROW LEVEL SECURITY;
CREATE POLICY department_audit ON change FOR SELECT USING ((SELECT department()));
CREATE POLICY auditor_audit ON change FOR SELECT USING ((SELECT actor_is('auditor'))
    AND (own_columns(noun) IS NULL OR disclosure_of(noun, record_id) IS DISTINCT FROM 'critical'));
CREATE POLICY operator_audit ON change FOR SELECT USING (own_columns(noun) IS NOT NULL AND (SELECT actor_is('filer', 'signer')) AND owns_asset(noun, record_id));

-- +goose StatementBegin
-- analyze_table has the planner told of rows a load has written: only an owner may.
CREATE FUNCTION analyze_table(t regclass) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    EXECUTE format('ANALYZE %s', t);
END $$;
-- +goose StatementEnd

ALTER TABLE token ADD grants jsonb NOT NULL DEFAULT '{"roles": ["officer"]}';
SELECT guard_table('token');

-- +goose StatementBegin
-- bearer finds by its hash who bears a token in force, before it is known who asks.
CREATE FUNCTION bearer(of_hash bytea) RETURNS TABLE (name text, grants jsonb) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT name, grants FROM token WHERE hash = of_hash AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())
$$;
-- +goose StatementEnd
-- +goose StatementBegin
-- trust_filters lets the conditions of a list reach an index past row security.
-- PostgreSQL asks no function it does not trust before the policies have had
-- their say, nor looks at statistics for it, lest it tell of rows that are not to
-- be seen, in an error or a notice; so every list by box or text would read the
-- whole table, and coverage of a day be planned blindly. These tell nothing: they
-- compare, and complain of their constant side only. It takes a superuser;
-- without one lists stay right, and slow. PostGIS's functions lose it when they
-- are restored or updated: every migration run sets it again.
CREATE FUNCTION trust_filters() RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    f regprocedure;
BEGIN
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        RETURN false;
    END IF;
    FOREACH f IN ARRAY ARRAY['geometry_overlaps(geometry, geometry)', 'st_intersects(geometry, geometry)', 'place_of(geometry)',
        'geography(geometry)', 'geography_overlaps(geography, geography)', 'st_dwithin(geography, geography, double precision, boolean)',
        'range_contains_elem(anyrange, anyelement)', 'daterange_subdiff(date, date)', 'textlike(text, text)', 'search_text(text, text, text, text)']::regprocedure[] LOOP
        EXECUTE format('ALTER FUNCTION %s LEAKPROOF', f);
    END LOOP;
    RETURN true;
END $$;
-- +goose StatementEnd

-- What triggers derive or log they do as the owner: the rows that follow from a
-- write are not the writer's.
ALTER FUNCTION asset_refers() SECURITY DEFINER SET search_path = public;
ALTER FUNCTION asset_still_refers() SECURITY DEFINER SET search_path = public;
ALTER FUNCTION place_after_unit() SECURITY DEFINER SET search_path = public;
ALTER FUNCTION reach_after_asset() SECURITY DEFINER SET search_path = public;
ALTER FUNCTION reach_after_village() SECURITY DEFINER SET search_path = public;
ALTER FUNCTION reach_after_radius() SECURITY DEFINER SET search_path = public;
ALTER FUNCTION recompute_reach() SECURITY DEFINER SET search_path = public;

GRANT USAGE ON SCHEMA public, guarded TO hatangso_program;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO hatangso_program;
REVOKE SELECT ON token FROM hatangso_program;
GRANT SELECT (id, version, name, grants, expires_at, revoked_at, created_at, updated_at) ON token TO hatangso_program;
GRANT SELECT ON ALL TABLES IN SCHEMA guarded TO hatangso_program;
GRANT INSERT, UPDATE, DELETE ON organization, unit, unit_successor, village, asset, mast, station, tenancy, permit, certificate,
    statement, token, idempotency TO hatangso_program;
GRANT USAGE ON SEQUENCE asset_id TO hatangso_program;
GRANT SELECT ON SEQUENCE change_seq_seq TO hatangso_program;

-- The views ask for the asker's rights, not their owner's.
-- +goose StatementBegin
DO $$
DECLARE
    v text;
BEGIN
    FOR v IN SELECT format('guarded.%I', viewname) FROM pg_views WHERE schemaname = 'guarded' LOOP
        EXECUTE format('ALTER VIEW %s SET (security_invoker = true)', v);
    END LOOP;
END $$;
-- +goose StatementEnd
