-- +goose Up
-- People: their accounts, the sessions they are signed in with, and the one-time
-- links by which they set a password. What opens a door stands apart from the
-- account, as hashes, so that neither the log nor who reads accounts meets it.

CREATE TABLE account (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version      bigint NOT NULL DEFAULT 1,
    -- lower case alone, so that two accounts never differ by case
    login        text NOT NULL UNIQUE CHECK (login ~ '^[a-z0-9][a-z0-9._+@-]{1,99}$'),
    name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    -- registry.Grants; what narrows a key narrows no person
    grants       jsonb NOT NULL CHECK (NOT grants ? 'key'),
    oidc_issuer  text,
    oidc_subject text,
    disabled_at  timestamptz,
    created_at   timestamptz NOT NULL DEFAULT now(),
    updated_at   timestamptz NOT NULL DEFAULT now(),
    UNIQUE (oidc_issuer, oidc_subject),
    CHECK ((oidc_issuer IS NULL) = (oidc_subject IS NULL))
);
SELECT guard_table('account');
COMMENT ON TABLE account IS 'People who sign in. Never deleted: the log names them.';

CREATE TABLE password (
    account_id bigint PRIMARY KEY REFERENCES account,
    hash       text NOT NULL,
    set_at     timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE session (
    hash       bytea PRIMARY KEY,
    account_id bigint NOT NULL REFERENCES account,
    begun_at   timestamptz NOT NULL DEFAULT now(),
    used_at    timestamptz NOT NULL DEFAULT now(),
    address    text NOT NULL,
    agent      text NOT NULL,
    ended_at   timestamptz
);
CREATE INDEX session_account ON session (account_id);

CREATE TABLE reset (
    hash       bytea PRIMARY KEY,
    account_id bigint NOT NULL REFERENCES account,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);
CREATE INDEX reset_account ON reset (account_id);

-- The administrator keeps the house. What people do about themselves goes
-- through the functions below, by the secret in their hands.
-- +goose StatementBegin
DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['account', 'password', 'session', 'reset'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY admin_house ON %I USING ((SELECT actor_is(''admin''))) WITH CHECK ((SELECT actor_is(''admin'')))', t);
        EXECUTE format('CREATE OR REPLACE TRIGGER a_actor BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION require_actor()', t);
    END LOOP;
END $$;
-- +goose StatementEnd
GRANT SELECT, INSERT (login, name, grants, oidc_issuer, oidc_subject, disabled_at), UPDATE (name, grants, oidc_issuer, oidc_subject, disabled_at)
    ON account TO hatangso_program;
GRANT SELECT (account_id, set_at), DELETE ON password TO hatangso_program;
GRANT SELECT (account_id, begun_at, used_at, address, agent, ended_at), UPDATE (ended_at) ON session TO hatangso_program;
GRANT SELECT (account_id, expires_at, used_at), INSERT, DELETE ON reset TO hatangso_program;

-- +goose StatementBegin
-- credentials_of finds what a password is compared with, before it is known who asks.
CREATE FUNCTION credentials_of(of_login text) RETURNS TABLE (account_id bigint, login text, name text, disabled boolean, hash text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT a.id, a.login, a.name, a.disabled_at IS NOT NULL, p.hash
    FROM account a LEFT JOIN password p ON p.account_id = a.id WHERE a.login = of_login
$$;
-- +goose StatementEnd
-- +goose StatementBegin
-- identity_of finds the account an identity elsewhere is bound to: by issuer and
-- subject, or by a verified address that is the login of an account which is not
-- bound yet. It is bound from then on: an address passes to somebody else.
CREATE FUNCTION identity_of(of_issuer text, of_subject text, of_email text) RETURNS TABLE (account_id bigint, login text, name text, disabled boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    a account;
BEGIN
    SELECT * INTO a FROM account WHERE oidc_issuer = of_issuer AND oidc_subject = of_subject;
    IF NOT FOUND THEN
        SELECT * INTO a FROM account WHERE account.login = of_email AND oidc_subject IS NULL AND disabled_at IS NULL FOR UPDATE;
        IF NOT FOUND THEN
            RETURN;
        END IF;
        PERFORM set_config('hatangso.actor', 'user:' || a.login, true);
        UPDATE account SET oidc_issuer = of_issuer, oidc_subject = of_subject WHERE id = a.id;
    END IF;
    RETURN QUERY SELECT a.id, a.login, a.name, a.disabled_at IS NOT NULL;
END $$;
-- +goose StatementEnd
-- +goose StatementBegin
-- begin_session signs somebody in, unless the account was disabled meanwhile, and
-- forgets their sessions of a month ago.
CREATE FUNCTION begin_session(of_account bigint, of_hash bytea, of_address text, of_agent text, of_request text, by text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    a account;
BEGIN
    SELECT * INTO a FROM account WHERE id = of_account AND disabled_at IS NULL FOR SHARE;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    PERFORM note_event('user:' || a.login, a.grants ->> 'organization', of_request, 'signed_in',
        jsonb_build_object('address', of_address, 'by', by));
    DELETE FROM session WHERE account_id = of_account AND used_at < now() - interval '30 days';
    INSERT INTO session (hash, account_id, address, agent) VALUES (of_hash, of_account, of_address, of_agent);
    RETURN true;
END $$;
-- +goose StatementEnd
-- +goose StatementBegin
-- session_bearer finds whose a session is, before it is known who asks. How long
-- it holds is the program's to say, by clock.
CREATE FUNCTION session_bearer(of_hash bytea) RETURNS TABLE (account_id bigint, login text, name text, grants jsonb,
    begun_at timestamptz, used_at timestamptz, clock timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT a.id, a.login, a.name, a.grants, s.begun_at, s.used_at, now()
    FROM session s JOIN account a ON a.id = s.account_id
    WHERE s.hash = of_hash AND s.ended_at IS NULL AND a.disabled_at IS NULL
$$;
-- +goose StatementEnd
-- +goose StatementBegin
-- touch_session notes that a session is used; of many requests at a time, one does.
CREATE FUNCTION touch_session(of_hash bytea, every interval) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    PERFORM set_config('hatangso.actor', 'session', true);
    UPDATE session SET used_at = now() WHERE hash = of_hash AND ended_at IS NULL AND used_at < now() - every;
END $$;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE FUNCTION end_session(of_hash bytea) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    PERFORM set_config('hatangso.actor', 'session', true);
    UPDATE session SET ended_at = now() WHERE hash = of_hash AND ended_at IS NULL;
END $$;
-- +goose StatementEnd
-- +goose StatementBegin
-- end_sessions ends every session of whoever holds this one, and gives how many.
CREATE FUNCTION end_sessions(of_hash bytea, of_address text, of_request text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    a     account;
    ended bigint;
BEGIN
    SELECT a1.* INTO a FROM account a1 JOIN session s ON s.account_id = a1.id WHERE s.hash = of_hash AND s.ended_at IS NULL;
    IF NOT FOUND THEN
        RETURN 0;
    END IF;
    PERFORM set_config('hatangso.actor', 'user:' || a.login, true);
    UPDATE session SET ended_at = now() WHERE account_id = a.id AND ended_at IS NULL;
    GET DIAGNOSTICS ended = ROW_COUNT;
    PERFORM note_event('user:' || a.login, a.grants ->> 'organization', of_request, 'signed_out_everywhere',
        jsonb_build_object('address', of_address, 'sessions', ended));
    RETURN ended;
END $$;
-- +goose StatementEnd
-- +goose StatementBegin
-- reset_bearer finds whose a link is that still holds.
CREATE FUNCTION reset_bearer(of_hash bytea) RETURNS TABLE (account_id bigint, login text, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT a.id, a.login, a.name FROM reset r JOIN account a ON a.id = r.account_id
    WHERE r.hash = of_hash AND r.used_at IS NULL AND r.expires_at > now() AND a.disabled_at IS NULL
$$;
-- +goose StatementEnd
-- +goose StatementBegin
-- put_password sets a password, ends the sessions that are not kept, and the
-- links not used yet. Those who may ask it are the two functions below.
CREATE FUNCTION put_password(of_account bigint, new_hash text, kept bytea, by text, of_address text, of_request text) RETURNS void
LANGUAGE plpgsql SET search_path = public AS $$
DECLARE
    a account;
BEGIN
    SELECT * INTO a FROM account WHERE id = of_account;
    PERFORM note_event('user:' || a.login, a.grants ->> 'organization', of_request, 'password_set',
        jsonb_build_object('address', of_address, 'by', by));
    INSERT INTO password (account_id, hash) VALUES (of_account, new_hash)
        ON CONFLICT (account_id) DO UPDATE SET hash = EXCLUDED.hash, set_at = now();
    UPDATE session SET ended_at = now() WHERE account_id = of_account AND ended_at IS NULL AND hash IS DISTINCT FROM kept;
    DELETE FROM reset WHERE account_id = of_account AND used_at IS NULL;
END $$;
-- +goose StatementEnd
-- +goose StatementBegin
-- use_reset sets the password of a link's account; a link does so once.
CREATE FUNCTION use_reset(of_hash bytea, new_hash text, of_address text, of_request text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    of_account bigint;
BEGIN
    PERFORM set_config('hatangso.actor', 'reset', true);
    UPDATE reset r SET used_at = now() FROM account a
        WHERE r.hash = of_hash AND r.used_at IS NULL AND r.expires_at > now() AND a.id = r.account_id AND a.disabled_at IS NULL
        RETURNING r.account_id INTO of_account;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    PERFORM put_password(of_account, new_hash, NULL, 'link', of_address, of_request);
    RETURN true;
END $$;
-- +goose StatementEnd
-- +goose StatementBegin
-- change_password sets the password of whoever holds this session, when the one
-- compared with is still theirs. The session goes on, all others end.
CREATE FUNCTION change_password(of_session bytea, old_hash text, new_hash text, of_address text, of_request text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    of_account bigint;
BEGIN
    SELECT p.account_id INTO of_account FROM session_bearer(of_session) s JOIN password p ON p.account_id = s.account_id
        WHERE p.hash = old_hash FOR UPDATE OF p;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    PERFORM put_password(of_account, new_hash, of_session, 'old password', of_address, of_request);
    RETURN true;
END $$;
-- +goose StatementEnd
-- +goose StatementBegin
-- rehash_password stores the same password at another cost.
CREATE FUNCTION rehash_password(of_account bigint, old_hash text, new_hash text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    PERFORM set_config('hatangso.actor', 'rehash', true);
    UPDATE password SET hash = new_hash WHERE account_id = of_account AND hash = old_hash;
END $$;
-- +goose StatementEnd

-- These open doors: they are the program's alone, and one is nobody's.
-- +goose StatementBegin
DO $$
DECLARE
    f regproc;
BEGIN
    REVOKE EXECUTE ON FUNCTION put_password FROM PUBLIC;
    FOREACH f IN ARRAY ARRAY['credentials_of', 'identity_of', 'begin_session', 'session_bearer', 'touch_session', 'end_session', 'end_sessions',
        'reset_bearer', 'use_reset', 'change_password', 'rehash_password']::regproc[] LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO hatangso_program', f);
    END LOOP;
END $$;
-- +goose StatementEnd
