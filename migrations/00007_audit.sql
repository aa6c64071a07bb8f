-- +goose Up
-- An audit that cannot be rewritten: every entry of the log is sealed with a
-- hash over itself and the seal before it, so that whoever changes, removes or
-- slips in an entry breaks every seal from there on. The newest seal, noted
-- somewhere else, also shows whether the end was cut off.

ALTER TABLE change ADD organization text DEFAULT nullif(current_setting('hatangso.organization_code', true), '');
COMMENT ON COLUMN change.organization IS 'Code of the organization the actor works for; NULL for the department.';
ALTER TABLE change DROP CONSTRAINT change_op_check;
ALTER TABLE change ADD CHECK (op IN ('create', 'update', 'delete', 'event'));
CREATE INDEX change_actor ON change (actor, seq);

-- Sealing comes after the write: one writer after another would be the price of
-- sealing within it, and a load of a million poles would hold up the province.
CREATE TABLE change_seal (
    seq  bigint PRIMARY KEY,
    hash bytea NOT NULL
);
ALTER TABLE change_seal ENABLE ROW LEVEL SECURITY;
CREATE POLICY seals_seen ON change_seal FOR SELECT USING (true);
GRANT SELECT ON change_seal TO hatangso_program;

-- +goose StatementBegin
-- seal_of is the hash of an entry after the seal before it: SHA-256 over that
-- seal and the entry's values as a JSON array.
CREATE FUNCTION seal_of(previous bytea, c change) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT sha256(previous || convert_to(jsonb_build_array(c.seq, to_char(c.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), c.tx,
        c.actor, c.organization, c.reason, c.request_id, c.noun, c.record_id, c.op, c.before, c.after)::text, 'UTF8'))
$$;
-- +goose StatementEnd

-- +goose StatementBegin
-- seal_changes seals at most so many entries, in order, of those before which
-- none can come any more, and gives how many.
CREATE FUNCTION seal_changes(most int) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    done     int := 0;
    last     bigint;
    previous bytea;
    horizon  bigint;
    c        change;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('hatangso.seal'));
    SELECT seq, hash INTO last, previous FROM change_seal ORDER BY seq DESC LIMIT 1;
    horizon := change_horizon();
    FOR c IN SELECT * FROM change WHERE seq > coalesce(last, 0) AND seq <= horizon ORDER BY seq LIMIT most LOOP
        previous := seal_of(coalesce(previous, ''), c);
        INSERT INTO change_seal VALUES (c.seq, previous);
        done := done + 1;
    END LOOP;
    RETURN done;
END $$;
-- +goose StatementEnd

-- +goose StatementBegin
-- verify_changes proves the chain: broken is the first entry whose seal is not
-- that of what stands there, NULL when there is none. It sees the whole log:
-- what the asker may not read is no gap.
CREATE FUNCTION verify_changes() RETURNS TABLE (sealed bigint, unsealed bigint, head bytea, broken bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
    previous bytea := '';
    link     record;
BEGIN
    SELECT count(*), (SELECT hash FROM change_seal ORDER BY seq DESC LIMIT 1) INTO sealed, head FROM change_seal;
    SELECT count(*) INTO unsealed FROM change WHERE seq > coalesce((SELECT max(seq) FROM change_seal), 0);
    FOR link IN
        SELECT seq, s.hash, c.seq IS NOT NULL AS there, c::change AS entry
        FROM change_seal s FULL JOIN change c USING (seq)
        WHERE seq <= (SELECT max(seq) FROM change_seal) ORDER BY seq
    LOOP
        IF link.hash IS NULL OR NOT link.there OR seal_of(previous, link.entry) <> link.hash THEN
            broken := link.seq;
            EXIT;
        END IF;
        previous := link.hash;
    END LOOP;
    RETURN NEXT;
END $$;
-- +goose StatementEnd

-- +goose StatementBegin
-- note_event writes what is no change of a record into the same log: a refused
-- sign-in, a refused write, an export of exact data.
CREATE FUNCTION note_event(who text, of_organization text, of_request text, event text, details jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    PERFORM set_config('hatangso.actor', who, true);
    INSERT INTO change (actor, organization, request_id, noun, record_id, op, after)
    VALUES (who, of_organization, of_request, event, 0, 'event', jsonb_strip_nulls(details));
END $$;
-- +goose StatementEnd
