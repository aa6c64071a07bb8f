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

-- The change log. Append-only: later migrations take the right to do more away.
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
COMMENT ON TABLE change IS 'Who wrote what, when and why. before/after hold only what an update changed.';

-- +goose StatementBegin
CREATE FUNCTION require_actor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF coalesce(current_setting('hatangso.actor', true), '') = '' THEN
        RAISE EXCEPTION USING ERRCODE = 'HT001',
            MESSAGE = format('a write to %s names no actor', TG_TABLE_NAME),
            HINT = 'Set hatangso.actor for the transaction.';
    END IF;
    RETURN NULL;
END $$;
-- +goose StatementEnd

-- +goose StatementBegin
-- keep_version counts versions. A version moves only when something a person
-- can set has changed, so that recomputed columns disturb nobody's If-Match.
CREATE FUNCTION keep_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.version := OLD.version;
    IF NEW IS DISTINCT FROM OLD
       AND to_jsonb(NEW) - derived_columns() IS DISTINCT FROM to_jsonb(OLD) - derived_columns() THEN
        NEW.version := OLD.version + 1;
        NEW.updated_at := now();
    END IF;
    RETURN NEW;
END $$;
-- +goose StatementEnd

-- +goose StatementBegin
-- derived_columns are computed by the register: not logged, not versioned. Every
-- generated column is one: before an update PostgreSQL shows it as NULL.
CREATE FUNCTION derived_columns() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT ARRAY['version', 'created_at', 'updated_at', 'unit_id', 'province', 'in_service', 'length_m', 'on_air', 'during', 'valid', 'search',
                 'host_kind', 'manhole_kind']
$$;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE FUNCTION log_created() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO change (actor, reason, request_id, noun, record_id, op, after)
    SELECT current_setting('hatangso.actor'), coalesce(current_setting('hatangso.reason', true), ''),
           coalesce(current_setting('hatangso.request_id', true), ''),
           coalesce(j ->> 'kind', TG_TABLE_NAME), id, 'create', jsonb_strip_nulls(j - derived_columns())
    FROM (SELECT n.id, to_jsonb(n) AS j FROM new_rows n) s;
    RETURN NULL;
END $$;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE FUNCTION log_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO change (actor, reason, request_id, noun, record_id, op, before, after)
    SELECT current_setting('hatangso.actor'), coalesce(current_setting('hatangso.reason', true), ''),
           coalesce(current_setting('hatangso.request_id', true), ''),
           coalesce(s.a ->> 'kind', TG_TABLE_NAME), s.id, 'update', d.before, d.after
    FROM (SELECT n.id, to_jsonb(o) - derived_columns() AS b, to_jsonb(n) - derived_columns() AS a
          FROM new_rows n JOIN old_rows o USING (id) WHERE n.version <> o.version) s,
         LATERAL (SELECT jsonb_object_agg(key, s.b -> key) AS before, jsonb_object_agg(key, s.a -> key) AS after
                  FROM jsonb_object_keys(s.a) AS key WHERE s.a -> key IS DISTINCT FROM s.b -> key) d;
    RETURN NULL;
END $$;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE FUNCTION log_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO change (actor, reason, request_id, noun, record_id, op, before)
    SELECT current_setting('hatangso.actor'), coalesce(current_setting('hatangso.reason', true), ''),
           coalesce(current_setting('hatangso.request_id', true), ''),
           coalesce(j ->> 'kind', TG_TABLE_NAME), id, 'delete', jsonb_strip_nulls(j - derived_columns())
    FROM (SELECT o.id, to_jsonb(o) AS j FROM old_rows o) s;
    RETURN NULL;
END $$;
-- +goose StatementEnd

-- +goose StatementBegin
-- guard_table puts the three rules on a table. Every table somebody writes has them.
CREATE FUNCTION guard_table(t regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER a_actor BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION require_actor()', t);
    EXECUTE format('CREATE TRIGGER b_version BEFORE UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION keep_version()', t);
    EXECUTE format('CREATE TRIGGER z_created AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_created()', t);
    EXECUTE format('CREATE TRIGGER z_updated AFTER UPDATE ON %s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_updated()', t);
    EXECUTE format('CREATE TRIGGER z_deleted AFTER DELETE ON %s REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_deleted()', t);
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

-- Bearer tokens of programs. Only the hash is kept.
CREATE TABLE token (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text NOT NULL UNIQUE,
    hash       bytea NOT NULL UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz,
    revoked_at timestamptz
);
