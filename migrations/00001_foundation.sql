-- +goose Up
-- Extensions, VN-2000, and the rules every later table keeps: no write without
-- an actor, a version that only the database counts, and a log of every change.

CREATE EXTENSION IF NOT EXISTS postgis;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- +goose StatementBegin
-- pin_vn2000 makes every VN-2000 reference system use the national datum shift
-- (EPSG:6960), whatever the point. PROJ, asked by authority code, takes another
-- set inside a box over the Mekong delta and Hồ Chí Minh City and jumps 0.8 m at
-- its edge; a row without authority and WKT leaves it nothing to choose from.
-- The 14 provincial zones that PostGIS lacks (EPSG:9205–9218) are added. Call it
-- again after a restore: pg_dump leaves out the rows PostGIS itself brings.
-- Rotations are position-vector, as +towgs84 wants: opposite to the published
-- coordinate-frame signs. 6956–6959 (easting and northing swapped) are removed.
CREATE FUNCTION pin_vn2000() RETURNS void LANGUAGE sql AS $$
    DELETE FROM spatial_ref_sys WHERE srid BETWEEN 6956 AND 6959;
    WITH shift AS (
        SELECT '+ellps=WGS84 +towgs84=-191.90441429,-39.30318279,-111.45032835,'
            || '0.00928836,-0.01975479,0.00427372,0.252906278' AS s
    ), zone (srid, meridian, scale) AS (VALUES
        (3405, 105, 0.9996),
        (3406, 111, 0.9996),
        (5896, 102, 0.9999),
        (5897, 105, 0.9999),
        (5898, 108, 0.9999),
        (5899, 107.75, 0.9999),
        (9205, 103, 0.9999),
        (9206, 104, 0.9999),
        (9207, 104.5, 0.9999),
        (9208, 104.75, 0.9999),
        (9209, 105.5, 0.9999),
        (9210, 105.75, 0.9999),
        (9211, 106, 0.9999),
        (9212, 106.25, 0.9999),
        (9213, 106.5, 0.9999),
        (9214, 107, 0.9999),
        (9215, 107.25, 0.9999),
        (9216, 107.5, 0.9999),
        (9217, 108.25, 0.9999),
        (9218, 108.5, 0.9999)
    ), system AS (
        SELECT srid, format('+proj=tmerc +lat_0=0 +lon_0=%s +k=%s +x_0=500000 +y_0=0 %s +units=m +no_defs',
                            meridian, scale, s) AS proj4
        FROM zone, shift
        UNION ALL
        SELECT 4756, format('+proj=longlat %s +no_defs', s) FROM shift
    )
    INSERT INTO spatial_ref_sys (srid, proj4text)
    SELECT srid, proj4 FROM system
    ON CONFLICT (srid) DO UPDATE SET auth_name = NULL, auth_srid = NULL, srtext = NULL, proj4text = excluded.proj4text;
$$;
-- +goose StatementEnd
SELECT pin_vn2000();

-- fold makes text comparable without accents, tone marks or case. IMMUTABLE so
-- that an index can hold it: the dictionary is named, its file ships with PostgreSQL.
-- +goose StatementBegin
CREATE FUNCTION fold(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT lower(public.unaccent('public.unaccent'::regdictionary, normalize($1, NFC)))
$$;
-- +goose StatementEnd

-- +goose StatementBegin
-- loading says that this transaction is a bulk load, which does set by set what
-- triggers do row by row.
CREATE FUNCTION loading() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(current_setting('hatangso.loading', true), '') <> ''
$$;
-- +goose StatementEnd

-- The change log. Append-only.
CREATE TABLE change (
    seq        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    tx         bigint NOT NULL DEFAULT txid_current(),
    actor      text NOT NULL,
    reason     text NOT NULL DEFAULT '',
    request_id text NOT NULL DEFAULT '',
    noun       text NOT NULL,
    record_id  bigint NOT NULL,
    op         text NOT NULL CHECK (op IN ('create', 'update', 'delete')),
    before     jsonb,
    after      jsonb
);
CREATE INDEX change_record ON change (noun, record_id, seq);
COMMENT ON TABLE change IS 'Who wrote what, when and why. before/after hold only what an update changed; a record that a bulk load created has no after, see created_image.';

-- +goose StatementBegin
-- require_actor refuses a write that names nobody, and TRUNCATE from anybody:
-- the change log does not see it.
CREATE FUNCTION require_actor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF coalesce(current_setting('hatangso.actor', true), '') = '' THEN
        RAISE EXCEPTION USING ERRCODE = 'HT001',
            MESSAGE = format('a write to %s names no actor', TG_TABLE_NAME),
            HINT = 'Set hatangso.actor for the transaction.';
    END IF;
    IF TG_OP = 'TRUNCATE' THEN
        RAISE EXCEPTION USING ERRCODE = 'HT002', MESSAGE = format('%s is not truncated, its rows are deleted', TG_TABLE_NAME);
    END IF;
    RETURN NULL;
END $$;
-- +goose StatementEnd

-- +goose StatementBegin
-- refuse_write refuses any write, with its argument for a reason.
CREATE FUNCTION refuse_write() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'HT002', MESSAGE = format('%s: %s', TG_TABLE_NAME, TG_ARGV[0]);
END $$;
-- +goose StatementEnd
CREATE TRIGGER a_actor BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON change FOR EACH STATEMENT EXECUTE FUNCTION require_actor();
CREATE TRIGGER b_grows BEFORE UPDATE OR DELETE ON change FOR EACH STATEMENT EXECUTE FUNCTION refuse_write('the change log only grows');

-- +goose StatementBegin
-- derived_columns of a table are computed by the register or secret: neither
-- logged nor versioned. Generated columns are left out without being named.
CREATE FUNCTION derived_columns(t regclass) RETURNS text[] LANGUAGE sql STABLE AS $$
    SELECT ARRAY['id', 'version', 'created_at', 'updated_at'] || CASE t::text
        WHEN 'asset' THEN ARRAY['kind', 'unit_id', 'province', 'length_m']
        WHEN 'village' THEN ARRAY['unit_id', 'province']
        WHEN 'token' THEN ARRAY['hash']
        ELSE '{}' END
$$;
-- +goose StatementEnd

-- +goose StatementBegin
-- own_columns names the columns only one kind of asset has; NULL in the others.
CREATE FUNCTION own_columns(kind text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE kind
        WHEN 'site' THEN ARRAY['site_kind', 'host_type', 'host_name', 'lease_contract', 'land_area_m2', 'land_use', 'shelter', 'shelter_area_m2',
            'power', 'battery_hours', 'transmission', 'elevation_m', 'building_height_m', 'free_slots', 'max_load_kg', 'refusal_reason',
            'area_class', 'sharing_since']
        WHEN 'pole' THEN ARRAY['class', 'material', 'height_m', 'line_no', 'route_code', 'boxes', 'clearance_m', 'condition', 'to_remove']
        WHEN 'duct' THEN ARRAY['from_manhole_id', 'to_manhole_id', 'ducts', 'diameter_mm', 'material', 'depth_m', 'free_ducts']
        WHEN 'manhole' THEN ARRAY['manhole_type', 'size_text', 'lid_class', 'depth_m', 'condition']
        WHEN 'trench' THEN ARRAY['trench_type', 'width_m', 'height_m', 'depth_m', 'manager_id', 'sectors', 'decision', 'capacity_text', 'fire_safety']
        WHEN 'cable_route' THEN ARRAY['laying', 'level', 'cable_type', 'cables', 'from_text', 'to_text', 'year_laid', 'tagged']
        WHEN 'service_point' THEN ARRAY['class', 'land_area_m2', 'land_use', 'building_area_m2', 'floor_area_m2', 'height_m', 'wifi']
    END
$$;
-- +goose StatementEnd

-- +goose StatementBegin
-- guard_table puts the rules on a table that somebody writes: no write without
-- an actor, a version that moves only when something a person can set has
-- changed (so that recomputed columns disturb nobody's If-Match), and a log of
-- every change. The functions it makes name the table's columns one by one:
-- to_jsonb of the wide asset row costs 106 µs, naming a pole's columns 28. Call
-- it again after adding a column. Planning the log of so many columns takes
-- longer than writing it, so it is planned once in a session; with nested loops
-- off, for the plan is made for as many rows as were changed first, and 20,000
-- changed later would each be compared with each. It is written as the owner:
-- the log is nobody else's to write.
CREATE FUNCTION guard_table(t regclass) RETURNS void LANGUAGE plpgsql AS $body$
DECLARE
    logged   text[];
    common   text[];
    image    text;
    k        text;
    kinds    text[] := ARRAY['site', 'pole', 'duct', 'manhole', 'trench', 'cable_route', 'service_point'];
    owned    text[] := '{}';
BEGIN
    SELECT array_agg(attname::text ORDER BY attnum) INTO logged FROM pg_attribute
    WHERE attrelid = t AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attname <> ALL (derived_columns(t));
    IF t = to_regclass('asset') THEN
        FOREACH k IN ARRAY kinds LOOP
            owned := owned || own_columns(k);
        END LOOP;
        common := ARRAY(SELECT c FROM unnest(logged) c WHERE c <> ALL (owned));
        image := 'CASE r.kind';
        FOREACH k IN ARRAY kinds LOOP
            image := image || format(' WHEN %L THEN jsonb_build_object(%s)', k,
                (SELECT string_agg(format('%L, r.%I', c, c), ', ') FROM unnest(common || own_columns(k)) c));
        END LOOP;
        image := image || ' END';
    ELSE
        image := format('jsonb_build_object(%s)', (SELECT string_agg(format('%L, r.%I', c, c), ', ') FROM unnest(logged) c));
    END IF;
    -- left to itself jsonb_build_object asks spatial_ref_sys about every geometry: 50 of 60 µs
    image := replace(image, 'r.geom', 'ST_AsGeoJSON(r.geom, 9, 0)::jsonb');
    EXECUTE format($f$
        CREATE OR REPLACE FUNCTION keep_version_%1$s() RETURNS trigger LANGUAGE plpgsql AS $g$
        BEGIN
            NEW.version := OLD.version;
            IF (%2$s) IS DISTINCT FROM (%3$s) THEN
                NEW.version := OLD.version + 1;
                NEW.updated_at := now();
            END IF;
            RETURN NEW;
        END $g$ $f$, t,
        (SELECT string_agg(format('NEW.%I', c), ', ') FROM unnest(logged) c),
        (SELECT string_agg(format('OLD.%I', c), ', ') FROM unnest(logged) c));
    EXECUTE format($f$
        CREATE OR REPLACE FUNCTION log_%1$s() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public SET enable_nestloop = off SET plan_cache_mode = force_generic_plan AS $g$
        DECLARE
            who   text := current_setting('hatangso.actor');
            why   text := coalesce(current_setting('hatangso.reason', true), '');
            asked text := coalesce(current_setting('hatangso.request_id', true), '');
        BEGIN
            IF TG_OP = 'INSERT' AND loading() THEN
                INSERT INTO change (actor, reason, request_id, noun, record_id, op) SELECT who, why, asked, %2$s, n.id, 'create' FROM new_rows n;
            ELSIF TG_OP = 'INSERT' THEN
                INSERT INTO change (actor, reason, request_id, noun, record_id, op, after)
                SELECT who, why, asked, %2$s, n.id, 'create', jsonb_strip_nulls(%3$s) FROM new_rows n;
            ELSIF TG_OP = 'DELETE' THEN
                INSERT INTO change (actor, reason, request_id, noun, record_id, op, before)
                SELECT who, why, asked, %2$s, n.id, 'delete', jsonb_strip_nulls(%3$s) FROM old_rows n;
            ELSE
                INSERT INTO change (actor, reason, request_id, noun, record_id, op, before, after)
                SELECT who, why, asked, s.noun, s.id, 'update', d.before, d.after
                FROM (SELECT %2$s AS noun, n.id, %4$s AS b, %3$s AS a
                      FROM new_rows n JOIN old_rows o USING (id) WHERE n.version <> o.version OFFSET 0) s,
                     LATERAL (SELECT jsonb_object_agg(key, s.b -> key) AS before, jsonb_object_agg(key, s.a -> key) AS after
                              FROM jsonb_object_keys(s.a) AS key WHERE s.a -> key IS DISTINCT FROM s.b -> key) d;
            END IF;
            RETURN NULL;
        END $g$ $f$, t, CASE WHEN t = to_regclass('asset') THEN 'n.kind' ELSE quote_literal(t::text) END,
        regexp_replace(image, '\mr\.', 'n.', 'g'), regexp_replace(image, '\mr\.', 'o.', 'g'));
    EXECUTE format($f$
        CREATE OR REPLACE FUNCTION image_of_%1$s(of_noun text, of_id bigint) RETURNS jsonb LANGUAGE sql STABLE AS $g$
            SELECT %2$s FROM %1$s r WHERE r.id = of_id%3$s
        $g$ $f$, t, image, CASE WHEN t = to_regclass('asset') THEN ' AND r.kind = of_noun' ELSE '' END);
    EXECUTE format('CREATE OR REPLACE TRIGGER a_actor BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION require_actor()', t);
    EXECUTE format('CREATE OR REPLACE TRIGGER b_version BEFORE UPDATE ON %1$s FOR EACH ROW EXECUTE FUNCTION keep_version_%1$s()', t);
    EXECUTE format('CREATE OR REPLACE TRIGGER z_created AFTER INSERT ON %1$s REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_%1$s()', t);
    EXECUTE format('CREATE OR REPLACE TRIGGER z_updated AFTER UPDATE ON %1$s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_%1$s()', t);
    EXECUTE format('CREATE OR REPLACE TRIGGER z_deleted AFTER DELETE ON %1$s REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_%1$s()', t);
END $body$;
-- +goose StatementEnd

-- +goose StatementBegin
-- created_image is a record as it was created: as it is, or was when it was
-- deleted, with every update since taken back. So a bulk load need not write a
-- record twice, which took a third of its time.
CREATE FUNCTION created_image(of_noun text, of_id bigint) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
    image   jsonb;
    earlier jsonb;
BEGIN
    SELECT before INTO image FROM change WHERE noun = of_noun AND record_id = of_id AND op = 'delete';
    IF NOT FOUND THEN
        EXECUTE format('SELECT image_of_%I($1, $2)', CASE WHEN own_columns(of_noun) IS NULL THEN of_noun ELSE 'asset' END)
            INTO image USING of_noun, of_id;
    END IF;
    FOR earlier IN SELECT before FROM change WHERE noun = of_noun AND record_id = of_id AND op = 'update' ORDER BY seq DESC LOOP
        image := image || earlier;
    END LOOP;
    RETURN jsonb_strip_nulls(image);
END $$;
-- +goose StatementEnd

-- Codes a province may add to; those of geodata/codes.csv are loaded by every migration run.
CREATE TABLE code (
    list    text NOT NULL,
    code    text NOT NULL,
    vi      text NOT NULL,
    en      text NOT NULL,
    aliases text NOT NULL DEFAULT '',
    source  text NOT NULL DEFAULT '',
    ord     int  NOT NULL DEFAULT 0,
    shipped boolean NOT NULL DEFAULT false,
    PRIMARY KEY (list, code)
);

-- Bearer tokens of programs. Only the hash is kept, and not in the log.
CREATE TABLE token (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version    bigint NOT NULL DEFAULT 1,
    name       text NOT NULL UNIQUE,
    hash       bytea NOT NULL UNIQUE,
    expires_at timestamptz,
    revoked_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);
SELECT guard_table('token');
