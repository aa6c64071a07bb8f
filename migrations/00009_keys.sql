-- +goose Up
-- API keys in place of tokens: known by a hint, of a person or of a program, with
-- when they were last used. What was a token stays in the list and the log, and
-- opens nothing any more: no key looks like one.

SELECT set_config('hatangso.actor', 'cli:migrate', true), set_config('hatangso.reason', 'token -> api key', true);
UPDATE token SET revoked_at = now() WHERE revoked_at IS NULL;

DROP TRIGGER a_actor ON token;
DROP TRIGGER b_version ON token;
DROP TRIGGER z_created ON token;
DROP TRIGGER z_updated ON token;
DROP TRIGGER z_deleted ON token;
DROP FUNCTION keep_version_token(), log_token(), image_of_token(text, bigint), bearer(bytea);
ALTER TABLE token RENAME TO api_key;

ALTER TABLE api_key
    ADD hint         text NOT NULL DEFAULT '',
    ADD description  text NOT NULL DEFAULT '',
    ADD holder       text,
    ADD last_used_at timestamptz;
COMMENT ON COLUMN api_key.hint IS 'First characters of the random part: tells keys apart, opens nothing.';
COMMENT ON COLUMN api_key.holder IS 'Actor name of the person whose own key it is; NULL for a program''s, which an administrator made.';
CREATE INDEX api_key_holder ON api_key (holder);

-- +goose StatementBegin
CREATE OR REPLACE FUNCTION derived_columns(t regclass) RETURNS text[] LANGUAGE sql STABLE AS $$
    SELECT ARRAY['id', 'version', 'created_at', 'updated_at'] || CASE t::text
        WHEN 'asset' THEN ARRAY['kind', 'unit_id', 'province', 'length_m']
        WHEN 'village' THEN ARRAY['unit_id', 'province']
        WHEN 'api_key' THEN ARRAY['hash', 'last_used_at']
        ELSE '{}' END
$$;
-- +goose StatementEnd
SELECT guard_table('api_key');

-- Whoever holds a key sees and ends it, and makes themselves another; a key that
-- only reads does nothing of the kind.
CREATE POLICY own_key_seen ON api_key FOR SELECT USING (holder = (SELECT current_setting('hatangso.actor', true)));
CREATE POLICY own_key_made ON api_key FOR INSERT WITH CHECK (holder = (SELECT current_setting('hatangso.actor', true)));
CREATE POLICY own_key_ended ON api_key FOR UPDATE USING (holder = (SELECT current_setting('hatangso.actor', true)));
CREATE POLICY key_create ON api_key AS RESTRICTIVE FOR INSERT WITH CHECK ((SELECT key_writes()));
CREATE POLICY key_change ON api_key AS RESTRICTIVE FOR UPDATE USING ((SELECT key_writes()));
-- keys are ended, never forgotten
REVOKE DELETE ON api_key FROM hatangso_program;
GRANT SELECT (hint, description, holder, last_used_at) ON api_key TO hatangso_program;

-- +goose StatementBegin
-- bearer finds by its hash a key of any state, before it is known who asks: the
-- log tells a key that has ended from one that never was, the answer does not. A
-- person's own key does what the person may now, within its scope, and ends with
-- the account.
CREATE FUNCTION bearer(of_hash bytea) RETURNS TABLE (id bigint, name text, grants jsonb, state text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT k.id, k.name, CASE WHEN k.holder IS NULL THEN k.grants ELSE a.grants || jsonb_build_object('key', k.grants -> 'key') END,
        CASE WHEN k.revoked_at IS NOT NULL THEN 'revoked' WHEN k.expires_at <= now() THEN 'expired'
            WHEN k.holder IS NOT NULL AND a.id IS NULL THEN 'account disabled' ELSE 'in force' END
    FROM api_key k LEFT JOIN account a ON 'user:' || a.login = k.holder AND a.disabled_at IS NULL WHERE k.hash = of_hash
$$;
-- +goose StatementEnd

-- +goose StatementBegin
-- use_key notes that a key was used, at most once a minute, and its first use of
-- a day in the log.
CREATE FUNCTION use_key(of_id bigint, who text, of_organization text, of_request text, details jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    before timestamptz;
BEGIN
    PERFORM set_config('hatangso.actor', who, true);
    SELECT last_used_at INTO before FROM api_key WHERE id = of_id FOR UPDATE;
    IF before > now() - interval '1 minute' THEN
        RETURN;
    END IF;
    UPDATE api_key SET last_used_at = now() WHERE id = of_id;
    IF before IS NULL OR before < date_trunc('day', now()) THEN
        PERFORM note_event(who, of_organization, of_request, 'key_used', details);
    END IF;
END $$;
-- +goose StatementEnd

-- These open doors: they are the program's alone.
REVOKE EXECUTE ON FUNCTION bearer, use_key FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bearer, use_key TO hatangso_program;
