-- +goose Up
-- The department, with a key for all of the register if any, reads most and is shown
-- every row; yet each statement prepared the law of everybody for each of its tables,
-- some sixty small questions for a tile of sites, which took longer than the tile.
-- It is asked as a role of its own: of hatangso_department the policies ask once
-- whether it is the department, and nothing else; all other policies on reading are
-- for hatangso_program. What may be written stays under the policies of before.
--
-- hatangso_program inherits what hatangso_department is granted, so a later migration
-- grants to hatangso_department alone, and its policies on reading name a role.

-- +goose StatementBegin
DO $$
BEGIN
    -- roles belong to the cluster: another register may have made it, or make it now
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'hatangso_department') THEN
        CREATE ROLE hatangso_department NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
    END IF;
    IF NOT pg_has_role('hatangso_program', 'hatangso_department', 'MEMBER') THEN
        GRANT hatangso_department TO hatangso_program;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL;
END $$;
-- +goose StatementEnd

-- +goose StatementBegin
-- What the program has been granted till now.
DO $$
DECLARE
    granted text;
BEGIN
    FOR granted IN
        SELECT format('%s ON SCHEMA %I', a.privilege_type, n.nspname)
        FROM pg_namespace n, aclexplode(n.nspacl) a
        WHERE a.grantee = 'hatangso_program'::regrole AND n.nspname IN ('public', 'guarded', 'river')
        UNION ALL
        SELECT format('%s ON %s %s', a.privilege_type, CASE c.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, c.oid::regclass)
        FROM pg_class c, aclexplode(c.relacl) a
        WHERE a.grantee = 'hatangso_program'::regrole AND c.relnamespace::regnamespace::text IN ('public', 'guarded', 'river')
        UNION ALL
        SELECT format('%s (%I) ON TABLE %s', a.privilege_type, t.attname, t.attrelid::regclass)
        FROM pg_attribute t, aclexplode(t.attacl) a
        WHERE a.grantee = 'hatangso_program'::regrole AND NOT t.attisdropped
        UNION ALL
        SELECT format('%s ON ROUTINE %s', a.privilege_type, p.oid::regprocedure)
        FROM pg_proc p, aclexplode(p.proacl) a
        WHERE a.grantee = 'hatangso_program'::regrole
    LOOP
        EXECUTE 'GRANT ' || granted || ' TO hatangso_department';
    END LOOP;
END $$;
-- +goose StatementEnd
ALTER DEFAULT PRIVILEGES IN SCHEMA river GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO hatangso_department;
ALTER DEFAULT PRIVILEGES IN SCHEMA river GRANT USAGE, SELECT ON SEQUENCES TO hatangso_department;

-- +goose StatementBegin
DO $$
DECLARE
    t record;
    other name;
BEGIN
    FOR t IN SELECT polrelid::regclass AS name, polcmd AS verb FROM pg_policy WHERE polname = 'z_department' AND polcmd IN ('r', '*') LOOP
        FOR other IN SELECT polname FROM pg_policy WHERE polrelid = t.name AND polpermissive AND polcmd IN ('r', '*') LOOP
            EXECUTE format('ALTER POLICY %I ON %s TO hatangso_program', other, t.name);
        END LOOP;
        EXECUTE format('CREATE POLICY zz_whole ON %s FOR %s TO hatangso_department USING ((SELECT department() AND unkeyed()))',
            t.name, CASE t.verb WHEN 'r' THEN 'SELECT' ELSE 'ALL' END);
    END LOOP;
END $$;
-- +goose StatementEnd
