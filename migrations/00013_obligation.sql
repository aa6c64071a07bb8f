-- +goose Up
-- Who reports what to whom by when: the obligations of the plans and of the
-- department's requests, what answers them besides filings, and the notices and
-- letters that remind of them. When anything is due, and how it stands, is
-- derived (registry/duty.go) and stored nowhere.

CREATE TABLE obligation (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version         bigint NOT NULL DEFAULT 1,
    code            text NOT NULL UNIQUE CHECK (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{1,59}$'),
    title_vi        text NOT NULL,
    title_en        text NOT NULL,
    basis           text NOT NULL,
    mark            text NOT NULL DEFAULT '',
    recipient       text NOT NULL,
    organization_id bigint REFERENCES organization,
    kinds           text[] NOT NULL DEFAULT '{}', -- of organizations, when it is of no one in particular
    fulfilled_by    text NOT NULL DEFAULT 'any',
    recurrence      text NOT NULL CHECK (recurrence IN ('yearly', 'once')),
    month           int NOT NULL DEFAULT 0 CHECK (month BETWEEN 0 AND 12),
    day             int NOT NULL DEFAULT 0 CHECK (day BETWEEN 0 AND 31),
    named_on        date, -- by a request
    before          boolean NOT NULL DEFAULT false,
    opens_days      int NOT NULL DEFAULT 30,
    remind          int[] NOT NULL DEFAULT '{30,7,0}',
    valid_from      date,
    valid_to        date,
    active          boolean NOT NULL DEFAULT false,
    shipped         boolean NOT NULL DEFAULT false,
    created_at      timestamptz NOT NULL DEFAULT now(),
    updated_at      timestamptz NOT NULL DEFAULT now(),
    CHECK (valid_from < valid_to),
    CHECK (NOT active OR valid_from IS NOT NULL)
);
COMMENT ON COLUMN obligation.before IS 'The document says "before" the day (trước ngày): the day before is the last in time.';
SELECT guard_table('obligation');

CREATE TABLE duty_answer (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version         bigint NOT NULL DEFAULT 1,
    obligation_id   bigint NOT NULL REFERENCES obligation,
    organization_id bigint NOT NULL REFERENCES organization,
    period          text NOT NULL CHECK (period ~ '^([0-9]{4}|once)$'),
    kind            text NOT NULL CHECK (kind IN ('nothing', 'paper')),
    given_on        date NOT NULL,
    note            text NOT NULL DEFAULT '',
    given_by        text NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT now(),
    updated_at      timestamptz NOT NULL DEFAULT now(),
    UNIQUE (obligation_id, organization_id, period)
);
SELECT guard_table('duty_answer');

-- What an account is told of a duty: once for each reminder of a last day.
CREATE TABLE notice (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id      bigint NOT NULL REFERENCES account,
    obligation_id   bigint NOT NULL REFERENCES obligation,
    organization_id bigint NOT NULL REFERENCES organization,
    period          text NOT NULL,
    due_on          date NOT NULL,
    days            int NOT NULL, -- before due_on it was to go out
    kind            text NOT NULL CHECK (kind IN ('requested', 'reminder', 'late')),
    at              timestamptz NOT NULL,
    read_at         timestamptz,
    UNIQUE (account_id, obligation_id, organization_id, period, due_on, days)
);

-- Letters to send, one a notice: sent, given up, or to be tried again.
CREATE TABLE outbox (
    notice_id  bigint PRIMARY KEY REFERENCES notice ON DELETE CASCADE,
    attempts   int NOT NULL DEFAULT 0,
    last_error text,
    next_at    timestamptz, -- NULL when there is no more to do
    sent_at    timestamptz
);
CREATE INDEX outbox_next ON outbox (next_at) WHERE next_at IS NOT NULL;

-- +goose StatementBegin
-- ship_obligations loads those the program brings. What is there stays as the
-- department has made it. Nobody has changed anything yet, so the log tells of
-- none; the lock that takes has several migrations at once wait for each other.
CREATE FUNCTION ship_obligations(shipped jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM jsonb_array_elements(shipped) AS r (j) WHERE NOT EXISTS (SELECT FROM obligation o WHERE o.code = j ->> 'code')) THEN
        RETURN;
    END IF;
    PERFORM set_config('hatangso.actor', 'cli:migrate', true);
    ALTER TABLE obligation DISABLE TRIGGER z_created;
    INSERT INTO obligation (code, title_vi, title_en, basis, mark, recipient, kinds, fulfilled_by, recurrence, month, day, before, shipped)
    SELECT j ->> 'code', j ->> 'title_vi', j ->> 'title_en', j ->> 'basis', j ->> 'mark', j ->> 'recipient',
        string_to_array(j ->> 'kinds', ';'), j ->> 'fulfilled_by', j ->> 'recurrence',
        coalesce(nullif(j ->> 'month', '')::int, 0), coalesce(nullif(j ->> 'day', '')::int, 0), (j ->> 'before')::boolean, true
    FROM jsonb_array_elements(shipped) AS r (j) WHERE NOT EXISTS (SELECT FROM obligation o WHERE o.code = j ->> 'code');
    ALTER TABLE obligation ENABLE TRIGGER z_created;
END $$;
-- +goose StatementEnd

-- +goose StatementBegin
-- actor_account is the account of who is asking, NULL of a key or a command.
CREATE FUNCTION actor_account() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT id FROM account WHERE 'user:' || login = current_setting('hatangso.actor', true)
$$;
-- +goose StatementEnd

-- +goose StatementBegin
-- reminded_accounts counts the people who are reminded of an organization's duties.
CREATE FUNCTION reminded_accounts(of_code text) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT count(*)::int FROM account WHERE disabled_at IS NULL AND grants ->> 'organization' = of_code AND grants -> 'roles' ?| ARRAY['filer', 'signer']
$$;
-- +goose StatementEnd

-- +goose StatementBegin
-- obligation_words are what a notice tells of its obligation: whoever was told of
-- it may know them still when it is switched off.
CREATE FUNCTION obligation_words(of_id bigint) RETURNS TABLE (title_vi text, title_en text, recipient text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT title_vi, title_en, recipient FROM obligation WHERE id = of_id
$$;
-- +goose StatementEnd

-- The law of filings is that of duties: an organization's own are its filers' to
-- answer, all are the department's, and auditors read. Obligations are what the
-- department plans. What is not in force yet concerns nobody else.
-- +goose StatementBegin
DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['obligation', 'duty_answer'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY z_department ON %I USING ((SELECT department()) AND (SELECT unkeyed())) WITH CHECK ((SELECT department()) AND (SELECT unkeyed()))', t);
        EXECUTE format('CREATE POLICY y_auditor_read ON %I FOR SELECT USING ((SELECT actor_is(''auditor'')) AND (SELECT unkeyed()))', t);
        EXECUTE format('CREATE POLICY key_create ON %I AS RESTRICTIVE FOR INSERT WITH CHECK ((SELECT key_writes()))', t);
        EXECUTE format('CREATE POLICY key_change ON %I AS RESTRICTIVE FOR UPDATE USING ((SELECT key_writes()))', t);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO hatangso_program', t);
    END LOOP;
END $$;
-- +goose StatementEnd
CREATE POLICY x_operator_own ON obligation FOR SELECT USING ((SELECT actor_is('filer', 'signer')) AND (SELECT key_reaches('filing')) AND active
    AND CASE WHEN organization_id IS NULL THEN (SELECT kind FROM organization o WHERE o.id = (SELECT actor_organization())) = ANY (kinds)
        ELSE organization_id = (SELECT actor_organization()) END);
CREATE POLICY x_operator_own ON duty_answer FOR SELECT USING ((SELECT actor_is('filer', 'signer')) AND (SELECT key_reaches('filing'))
    AND organization_id = (SELECT actor_organization()));
-- what came on paper the department says
CREATE POLICY filer_answer ON duty_answer FOR INSERT WITH CHECK ((SELECT actor_is('filer')) AND (SELECT key_reaches('filing'))
    AND organization_id = (SELECT actor_organization()) AND kind = 'nothing' AND obligation_id IN (SELECT id FROM obligation));
CREATE POLICY operator_duty ON change FOR SELECT USING (noun = 'duty_answer' AND (SELECT actor_is('filer', 'signer')) AND record_id IN (SELECT id FROM duty_answer));

-- A notice is its reader's alone; the program reminds as the administrator.
ALTER TABLE notice ENABLE ROW LEVEL SECURITY;
CREATE POLICY admin_house ON notice USING ((SELECT actor_is('admin')) AND (SELECT unkeyed())) WITH CHECK ((SELECT actor_is('admin')) AND (SELECT unkeyed()));
CREATE POLICY own_notice ON notice USING (account_id = (SELECT actor_account()));
CREATE TRIGGER a_actor BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON notice FOR EACH STATEMENT EXECUTE FUNCTION require_actor();
GRANT SELECT, INSERT, UPDATE (read_at) ON notice TO hatangso_program;
ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
CREATE POLICY admin_house ON outbox USING ((SELECT actor_is('admin')) AND (SELECT unkeyed())) WITH CHECK ((SELECT actor_is('admin')) AND (SELECT unkeyed()));
CREATE TRIGGER a_actor BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON outbox FOR EACH STATEMENT EXECUTE FUNCTION require_actor();
GRANT SELECT, INSERT, UPDATE ON outbox TO hatangso_program;
