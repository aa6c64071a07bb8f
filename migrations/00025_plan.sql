-- +goose Up
-- Plans besides those that are shipped, as the YAML they were given in. One of a
-- shipped plan's code stands in its place.
CREATE TABLE plan (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version    bigint NOT NULL DEFAULT 1,
    code       text NOT NULL UNIQUE CHECK (code <> ''),
    text       text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);
SELECT guard_table('plan');
ALTER TABLE plan ENABLE ROW LEVEL SECURITY;
CREATE POLICY a_public ON plan FOR SELECT USING (true);
CREATE POLICY z_department ON plan USING ((SELECT department())) WITH CHECK ((SELECT department()));
CREATE POLICY key_create ON plan AS RESTRICTIVE FOR INSERT WITH CHECK ((SELECT key_writes()));
CREATE POLICY key_change ON plan AS RESTRICTIVE FOR UPDATE USING ((SELECT key_writes()));
CREATE POLICY key_delete ON plan AS RESTRICTIVE FOR DELETE USING ((SELECT key_writes()));
GRANT SELECT, INSERT, UPDATE, DELETE ON plan TO hatangso_program;
