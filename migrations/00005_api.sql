-- +goose Up
-- What the complete API needs: text search, creates that are safe to repeat,
-- and a change feed that never skips.

-- +goose StatementBegin
-- fold agrees with vnname.Fold: compatibility forms plain, no accents, no tone
-- marks, lower case, every run of spaces and punctuation one space, none at the
-- ends. Characters are listed rather than classed, so that no locale decides.
CREATE OR REPLACE FUNCTION fold(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT btrim(regexp_replace(
        translate(lower(public.unaccent('public.unaccent'::regdictionary, normalize($1, NFKC))),
            U&'\00AD\200B\200C\200D\200E\200F\2060\FEFF\0300\0301\0302\0303\0306\0309\031B\0323', ''),
        U&'[\0001-/:-@[-`{-\00A9\00AB-\00B1\00B4\00B6-\00B8\00BB\00BF\00D7\00F7\02B0-\02FF\2010-\205F\3000-\303F]+', ' ', 'g'))
$$;
-- +goose StatementEnd

-- +goose StatementBegin
-- search_text is what a text search looks in; NULL for what a noun has not. It
-- is folded but for punctuation: the words looked for have none, and a load of
-- a million poles pays for each step. Plain ASCII needs no more than lower case.
CREATE FUNCTION search_text(code text, name text, address text, road text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    t text := coalesce(code, '') || ' ' || coalesce(name, '') || ' ' || coalesce(address, '') || ' ' || coalesce(road, '');
BEGIN
    IF octet_length(t) = length(t) THEN
        RETURN lower(t);
    ELSIF t IS NOT NFKC NORMALIZED THEN
        t := normalize(t, NFKC);
    END IF;
    RETURN lower(public.unaccent('public.unaccent'::regdictionary, t));
END $$;
-- +goose StatementEnd

-- +goose StatementBegin
-- A trigram index a table, over the same expression the lists filter by.
DO $$
DECLARE
    t record;
BEGIN
    FOR t IN SELECT 'asset_' || k AS name, 'code, name, address, road' AS columns
             FROM unnest(ARRAY['site', 'pole', 'duct', 'manhole', 'trench', 'cable_route', 'service_point']) AS k
        UNION ALL VALUES
        ('organization', 'code, name, NULL, NULL'), ('unit', 'code, name, NULL, NULL'), ('village', 'code, name, NULL, NULL'),
        ('station', 'code, name, NULL, NULL'), ('mast', 'code, NULL, NULL, NULL'), ('tenancy', 'contract, NULL, NULL, NULL'),
        ('permit', 'number, NULL, NULL, NULL'), ('certificate', 'number, NULL, NULL, NULL')
    LOOP
        EXECUTE format('CREATE INDEX %1$s_search ON %1$s USING gin (search_text(%2$s) gin_trgm_ops)', t.name, t.columns);
    END LOOP;
END $$;
-- +goose StatementEnd

-- Answers to creates that named an Idempotency-Key, kept with the write itself.
CREATE TABLE idempotency (
    actor      text NOT NULL,
    key        text NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
    request    text NOT NULL,
    body_hash  bytea NOT NULL,
    -- NULL only inside the transaction that is working on the answer
    status     int,
    headers    jsonb,
    body       bytea,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (actor, key)
);
CREATE INDEX idempotency_age ON idempotency (created_at);
COMMENT ON TABLE idempotency IS 'request is method and path. A row is taken out when it is older than postgres.IdempotencyRetention.';
CREATE TRIGGER a_actor BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON idempotency FOR EACH STATEMENT EXECUTE FUNCTION require_actor();

-- The feed of changes is read in order of seq, and transactions commit in
-- another: who read up to 6 before the writer of 5 had committed would miss 5.
-- Ordered by transaction instead, two changes of one record could be read the
-- wrong way round, for the older transaction may write it later. So every
-- writer says, in a lock that ends with its transaction, after which seq its
-- own entries come, and a reader stops short of the least of those.
--
-- Nothing is missed. A writer takes its lock before its first seq. A reader
-- takes the newest seq, then looks at the locks, then reads the log. A writer
-- whose lock it did not see took it later, so its entries come after that newest
-- seq; one whose lock it saw has entries after the lock's number only; one whose
-- lock had ended is committed (a lock is let go after the commit shows) and is
-- read. Locks are this server's: the feed is not to be read from a replica.

-- +goose StatementBegin
-- change_lock is the advisory lock that names a seq: 'HT' and 40 bits of it.
CREATE FUNCTION change_lock(seq bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (x'4854'::bigint << 40) | seq
$$;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE FUNCTION announce_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- both are taken back together by ROLLBACK TO SAVEPOINT
    IF coalesce(current_setting('hatangso.announced', true), '') = '' THEN
        PERFORM pg_advisory_xact_lock_shared(change_lock(CASE WHEN is_called THEN last_value ELSE 0 END)) FROM change_seq_seq;
        PERFORM set_config('hatangso.announced', 'yes', true);
    END IF;
    RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER c_announce BEFORE INSERT ON change FOR EACH STATEMENT EXECUTE FUNCTION announce_change();

-- +goose StatementBegin
-- change_horizon is the last seq that can be read with nothing to come before
-- it. The log must be read with a snapshot taken after this.
CREATE FUNCTION change_horizon() RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    newest bigint;
    open   bigint;
BEGIN
    SELECT CASE WHEN is_called THEN last_value ELSE 0 END INTO newest FROM change_seq_seq;
    SELECT min(((classid::bigint & 255) << 32) | objid::bigint) INTO open FROM pg_locks
    WHERE locktype = 'advisory' AND objsubid = 1 AND classid::bigint >> 8 = x'4854'::bigint
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database());
    RETURN least(newest, open);
END $$;
-- +goose StatementEnd
