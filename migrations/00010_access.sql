-- +goose Up
-- Who looked at whose underground network. An owner that shows others where its
-- ducts run is owed an account of who looked, when and why.

CREATE TABLE access (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    owner_id     bigint NOT NULL REFERENCES organization ON DELETE CASCADE,
    noun         text NOT NULL,
    actor        text NOT NULL,
    organization text,
    reason       text NOT NULL,
    hour         timestamptz NOT NULL,
    first_at     timestamptz NOT NULL DEFAULT now(),
    last_at      timestamptz NOT NULL DEFAULT now(),
    requests     bigint NOT NULL DEFAULT 1,
    records      bigint NOT NULL,
    UNIQUE (owner_id, noun, actor, reason, hour)
);
COMMENT ON TABLE access IS 'A row an hour for each reader, owner, noun and reason: a map that is moved about asks for a page a second.';
CREATE INDEX access_owner ON access (owner_id, id);
CREATE TRIGGER a_actor BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON access FOR EACH STATEMENT EXECUTE FUNCTION require_actor();

ALTER TABLE access ENABLE ROW LEVEL SECURITY;
CREATE POLICY department_audit ON access FOR SELECT USING ((SELECT actor_is('officer', 'admin', 'auditor')));
CREATE POLICY operator_audit ON access FOR SELECT USING ((SELECT actor_is('filer', 'signer')) AND owner_id = (SELECT actor_organization()));
GRANT SELECT ON access TO hatangso_program;

-- +goose StatementBegin
-- note_access counts records somebody read of several owners.
CREATE FUNCTION note_access(who text, of_organization text, why text, of_noun text, owners bigint[], counts bigint[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    PERFORM set_config('hatangso.actor', who, true);
    INSERT INTO access (owner_id, noun, actor, organization, reason, hour, records)
    SELECT o.id, of_noun, who, of_organization, why, date_trunc('hour', now()), seen.n
    FROM unnest(owners, counts) AS seen (id, n) JOIN organization o ON o.id = seen.id -- one may be gone by now
    ORDER BY o.id -- two readers at once wait for each other in one order
    ON CONFLICT (owner_id, noun, actor, reason, hour) DO UPDATE
        SET last_at = now(), requests = access.requests + 1, records = access.records + EXCLUDED.records;
END $$;
-- +goose StatementEnd
