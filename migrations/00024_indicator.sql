-- +goose Up
-- The facts of indicators, kept, and results that were published.

-- A definition whose facts are kept, and the position of the change log up to
-- which they are right. What follows is recomputed where the log says that
-- something changed.
CREATE TABLE indicator_kept (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    family     text NOT NULL,
    parameters jsonb NOT NULL,
    seq        bigint, -- NULL before the facts were made
    made_at    timestamptz,
    UNIQUE (family, parameters)
);
-- What counts, and on which days; see sql/facts_*.sql.
CREATE TABLE indicator_fact (
    kept_id  bigint NOT NULL, -- of indicator_kept; no foreign key, whose check of every row took half the time
    noun     text NOT NULL,
    id       bigint NOT NULL,
    unit_id  bigint,
    owner_id bigint,
    operator text,
    num      bigint NOT NULL,
    den      bigint NOT NULL,
    excluded boolean NOT NULL,
    during   daterange NOT NULL
);
CREATE INDEX indicator_fact_record ON indicator_fact (kept_id, id);
COMMENT ON TABLE indicator_fact IS 'Derived from the register by sql/facts_*.sql when it is asked for; hatangso indicators keep makes it anew.';
GRANT SELECT, INSERT, UPDATE, DELETE ON indicator_kept, indicator_fact TO hatangso_program;
-- They tell of every record: they are read and made on behalf of whom numbers are
-- counted for, and nobody else.
ALTER TABLE indicator_kept ENABLE ROW LEVEL SECURITY;
CREATE POLICY z_department ON indicator_kept USING ((SELECT department())) WITH CHECK ((SELECT department()));
ALTER TABLE indicator_fact ENABLE ROW LEVEL SECURITY;
CREATE POLICY z_department ON indicator_fact USING ((SELECT department())) WITH CHECK ((SELECT department()));

-- Published results: they stay as they were, with the ids behind them.
CREATE TABLE published (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    indicator       text NOT NULL,
    result          text NOT NULL, -- JSON, byte for byte what was hashed
    numerator_ids   bigint[] NOT NULL,
    denominator_ids bigint[] NOT NULL,
    sha256          text NOT NULL,
    data_version    bigint NOT NULL,
    note            text NOT NULL DEFAULT '',
    published_by    text NOT NULL DEFAULT current_setting('hatangso.actor', true),
    published_at    timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX published_indicator ON published (indicator, id);
CREATE TRIGGER a_actor BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON published FOR EACH STATEMENT EXECUTE FUNCTION require_actor();
CREATE TRIGGER b_stays BEFORE UPDATE OR DELETE ON published FOR EACH STATEMENT EXECUTE FUNCTION refuse_write('a published result stays');
ALTER TABLE published ENABLE ROW LEVEL SECURITY;
CREATE POLICY a_public ON published FOR SELECT USING (true);
CREATE POLICY z_department ON published FOR INSERT WITH CHECK ((SELECT department()) AND (SELECT key_writes()));
GRANT SELECT, INSERT ON published TO hatangso_program;
