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
    extra      boolean NOT NULL DEFAULT false, -- none of the catalogue's
    asked_at   timestamptz NOT NULL DEFAULT now(), -- to the hour
    added      bigint NOT NULL DEFAULT 0, -- rows that came to its sums since they were made
    last_year  int NOT NULL DEFAULT 0, -- that has a beginning of its own among its sums
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
-- The facts added up, see sql/indicator_sums.sql: what had come by the first day of
-- a year, and, of the days of the year, by how much each changes it.
CREATE TABLE indicator_sum (
    kept_id  bigint NOT NULL,
    year     int NOT NULL,
    day      date, -- NULL for what came before the year
    unit_id  bigint,
    owner_id bigint,
    operator text,
    num      bigint NOT NULL,
    den      bigint NOT NULL,
    excluded bigint NOT NULL
);
CREATE INDEX indicator_sum_year ON indicator_sum (kept_id, year);
COMMENT ON TABLE indicator_sum IS 'Derived from indicator_fact, with it.';
GRANT SELECT, INSERT, UPDATE, DELETE ON indicator_kept, indicator_fact, indicator_sum TO hatangso_program;
-- They tell of every record: they are read and made on behalf of whom numbers are
-- counted for, and nobody else.
ALTER TABLE indicator_kept ENABLE ROW LEVEL SECURITY;
CREATE POLICY z_department ON indicator_kept USING ((SELECT department())) WITH CHECK ((SELECT department()));
ALTER TABLE indicator_fact ENABLE ROW LEVEL SECURITY;
CREATE POLICY z_department ON indicator_fact USING ((SELECT department())) WITH CHECK ((SELECT department()));
ALTER TABLE indicator_sum ENABLE ROW LEVEL SECURITY;
CREATE POLICY z_department ON indicator_sum USING ((SELECT department())) WITH CHECK ((SELECT department()));

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
