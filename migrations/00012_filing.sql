-- +goose Up
-- Filings: an organization hands in rows, sees what is wrong with them all at
-- once, mends or verifies, signs; the department takes them, and only then does
-- the register change. What is derived of the file (rows, findings) can be made
-- again from the file, the filer's choices and edits.

CREATE TABLE filing (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version         bigint NOT NULL DEFAULT 1,
    noun            text NOT NULL, -- as in paths: poles
    organization_id bigint REFERENCES organization, -- NULL is the department's own
    state           text NOT NULL DEFAULT 'uploading' CHECK (state IN ('uploading', 'queued', 'checking', 'unread', 'blocked', 'to_verify',
                        'ready', 'signed', 'applying', 'accepted', 'partly', 'returned', 'withdrawn')),
    revision        int NOT NULL DEFAULT 1,
    file_name       text NOT NULL CHECK (file_name <> ''),
    file_bytes      bigint NOT NULL CHECK (file_bytes > 0),
    file_sha256     text,
    received        bigint NOT NULL DEFAULT 0,
    day             date NOT NULL DEFAULT current_date, -- what it speaks of
    choices         jsonb NOT NULL DEFAULT '{}',
    progress        jsonb,
    counts          jsonb,
    rule_version    int,
    faults          jsonb,
    found           jsonb,
    slowest         jsonb, -- the rules that took longest, for the department
    created_by      text NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT now(),
    updated_at      timestamptz NOT NULL DEFAULT now(),
    checked_at      timestamptz,
    signed_by       text,
    signed_at       timestamptz,
    receipt         jsonb, -- what was signed, see registry.Receipt
    decided_by      text,
    decided_at      timestamptz,
    decision        text
);
CREATE INDEX filing_organization ON filing (organization_id, id);
CREATE INDEX filing_state ON filing (state, id);
-- the same file twice is the same filing
CREATE UNIQUE INDEX filing_once ON filing (organization_id, noun, file_sha256) NULLS NOT DISTINCT
    WHERE state NOT IN ('accepted', 'partly', 'returned', 'withdrawn') AND file_sha256 IS NOT NULL;

CREATE TABLE filing_chunk (
    filing_id bigint NOT NULL REFERENCES filing ON DELETE CASCADE,
    revision  int NOT NULL,
    start     bigint NOT NULL, -- of its first byte in the file
    bytes     bytea NOT NULL,
    PRIMARY KEY (filing_id, revision, start)
);
ALTER TABLE filing_chunk ALTER bytes SET STORAGE EXTERNAL; -- files come compressed, or are read once

-- What accepting a row would do.
CREATE TABLE filing_row (
    filing_id      bigint NOT NULL REFERENCES filing ON DELETE CASCADE,
    row            int NOT NULL,
    class          text NOT NULL CHECK (class IN ('new', 'changed', 'same', 'refused')),
    key            text,   -- the code it is known by
    record_id      bigint, -- the record it changes
    record_version bigint, -- … as the check saw it
    data           jsonb,  -- its fields by name, references as written and by id
    was            jsonb,  -- of a change, the fields that differ as the register has them
    geom           geometry(Geometry, 4326),
    unit_id        bigint,
    province       text,
    returned       boolean NOT NULL DEFAULT false, -- by the department
    reason         text,
    PRIMARY KEY (filing_id, row)
);
CREATE INDEX filing_row_class ON filing_row (filing_id, class, row);

-- Records of the filer that the file leaves out.
CREATE TABLE filing_missing (
    filing_id bigint NOT NULL REFERENCES filing ON DELETE CASCADE,
    record_id bigint NOT NULL,
    code      text,
    PRIMARY KEY (filing_id, record_id)
);

CREATE TABLE finding (
    filing_id bigint NOT NULL REFERENCES filing ON DELETE CASCADE,
    no        int NOT NULL,
    row       int NOT NULL, -- 0 is the file as a whole
    field     text NOT NULL DEFAULT '',
    header    text NOT NULL DEFAULT '', -- the column as the filer wrote it
    rule      text NOT NULL,
    tier      text NOT NULL CHECK (tier IN ('syntax', 'validity', 'quality', 'macro')),
    key       text NOT NULL DEFAULT '', -- of the row
    value     text NOT NULL DEFAULT '',
    facts     jsonb, -- what the rule words
    fault     jsonb, -- or its words, of what was found while reading
    PRIMARY KEY (filing_id, no)
);
CREATE INDEX finding_row ON finding (filing_id, row);
CREATE INDEX finding_rule ON finding (filing_id, rule, no);

-- What a filer has verified, by what it is about: it stays verified while the
-- value does, through any number of files.
CREATE TABLE verification (
    filing_id   bigint NOT NULL REFERENCES filing ON DELETE CASCADE,
    rule        text NOT NULL,
    key         text NOT NULL,
    field       text NOT NULL,
    value       text NOT NULL,
    reason      text NOT NULL CHECK (reason <> ''),
    verified_by text NOT NULL,
    verified_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (filing_id, rule, key, field, value)
);

-- Cells mended in the page.
CREATE TABLE filing_edit (
    filing_id bigint NOT NULL REFERENCES filing ON DELETE CASCADE,
    revision  int NOT NULL,
    row       int NOT NULL,
    header    text NOT NULL,
    value     text NOT NULL,
    edited_by text NOT NULL,
    edited_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (filing_id, revision, row, header)
);

-- How an organization's columns are read, remembered from its last filing.
CREATE TABLE column_choice (
    organization_id bigint NOT NULL REFERENCES organization ON DELETE CASCADE,
    noun            text NOT NULL, -- as in paths: poles
    target          text NOT NULL,
    header          text NOT NULL,
    PRIMARY KEY (organization_id, noun, target)
);

-- Numbers the rules depend on, where a province sets its own.
CREATE TABLE rule_limit (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version    bigint NOT NULL DEFAULT 1,
    rule       text NOT NULL,
    name       text NOT NULL,
    value      double precision NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (rule, name)
);

-- +goose StatementBegin
CREATE OR REPLACE FUNCTION derived_columns(t regclass) RETURNS text[] LANGUAGE sql STABLE AS $$
    SELECT ARRAY['id', 'version', 'created_at', 'updated_at'] || CASE t::text
        WHEN 'asset' THEN ARRAY['kind', 'unit_id', 'province', 'length_m']
        WHEN 'village' THEN ARRAY['unit_id', 'province']
        WHEN 'api_key' THEN ARRAY['hash', 'last_used_at']
        WHEN 'filing' THEN ARRAY['received', 'progress', 'found', 'slowest']
        ELSE '{}' END
$$;
-- +goose StatementEnd
SELECT guard_table('filing'), guard_table('rule_limit');

-- +goose StatementBegin
DO $$
DECLARE
    t text;
BEGIN
    ALTER TABLE filing ENABLE ROW LEVEL SECURITY;
    CREATE POLICY z_department ON filing USING ((SELECT department()) AND (SELECT unkeyed())) WITH CHECK ((SELECT department()) AND (SELECT unkeyed()));
    CREATE POLICY y_auditor_read ON filing FOR SELECT USING ((SELECT actor_is('auditor')) AND (SELECT unkeyed()));
    CREATE POLICY x_operator_own ON filing FOR SELECT USING ((SELECT actor_is('filer', 'signer')) AND (SELECT key_reaches('filing')) AND organization_id = (SELECT actor_organization()));
    CREATE POLICY filer_write ON filing USING ((SELECT actor_is('filer')) AND (SELECT key_reaches('filing')) AND organization_id = (SELECT actor_organization()));
    CREATE POLICY signer_sign ON filing FOR UPDATE USING ((SELECT actor_is('signer')) AND (SELECT key_reaches('filing')) AND organization_id = (SELECT actor_organization()));
    CREATE POLICY key_create ON filing AS RESTRICTIVE FOR INSERT WITH CHECK ((SELECT key_writes()));
    CREATE POLICY key_change ON filing AS RESTRICTIVE FOR UPDATE USING ((SELECT key_writes()));
    -- what belongs to a filing is whose the filing is
    FOREACH t IN ARRAY ARRAY['filing_chunk', 'filing_row', 'filing_missing', 'finding', 'verification', 'filing_edit'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY a_filing ON %I USING (filing_id IN (SELECT id FROM filing))', t);
        EXECUTE format('CREATE POLICY key_create ON %I AS RESTRICTIVE FOR INSERT WITH CHECK ((SELECT key_writes()))', t);
        EXECUTE format('CREATE TRIGGER a_actor BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION require_actor()', t);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hatangso_program', t);
    END LOOP;
END $$;
-- +goose StatementEnd
ALTER TABLE column_choice ENABLE ROW LEVEL SECURITY;
CREATE POLICY z_department ON column_choice USING ((SELECT department()));
CREATE TRIGGER a_actor BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON column_choice FOR EACH STATEMENT EXECUTE FUNCTION require_actor();
CREATE POLICY x_operator_own ON column_choice USING ((SELECT actor_is('filer', 'signer')) AND organization_id = (SELECT actor_organization()));
ALTER TABLE rule_limit ENABLE ROW LEVEL SECURITY;
CREATE POLICY z_department ON rule_limit USING ((SELECT department()) AND (SELECT unkeyed()));
CREATE POLICY a_everybody ON rule_limit FOR SELECT USING (true);
CREATE POLICY key_create ON rule_limit AS RESTRICTIVE FOR INSERT WITH CHECK ((SELECT key_writes()));
GRANT SELECT, INSERT, UPDATE ON filing TO hatangso_program;
GRANT SELECT, INSERT, UPDATE, DELETE ON column_choice, rule_limit TO hatangso_program;

CREATE POLICY operator_filing ON change FOR SELECT USING (noun = 'filing' AND (SELECT actor_is('filer', 'signer')) AND record_id IN (SELECT id FROM filing));

-- The queue of jobs is River's, in a schema of its own; see postgres/jobs.go.
CREATE SCHEMA river;
GRANT USAGE ON SCHEMA river TO hatangso_program;
ALTER DEFAULT PRIVILEGES IN SCHEMA river GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO hatangso_program;
ALTER DEFAULT PRIVILEGES IN SCHEMA river GRANT USAGE, SELECT ON SEQUENCES TO hatangso_program;
