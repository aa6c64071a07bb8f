-- +goose Up
-- What was open at the edges of the law: the logs to keys that are confined and
-- to auditors of critical works; what one side of a tenancy says to the other;
-- the class of a work to its owner.

-- +goose StatementBegin
-- logged_disclosure is the class of what an entry of the log is about, also of
-- what belongs to a work or is gone by now. Nobody knows means critical.
CREATE FUNCTION logged_disclosure(of_noun text, of_id bigint) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
    gone  jsonb;
    image jsonb;
BEGIN
    IF own_columns(of_noun) IS NULL AND of_noun NOT IN ('mast', 'station', 'certificate', 'tenancy', 'permit') THEN
        RETURN 'ordinary';
    END IF;
    SELECT before INTO gone FROM change WHERE noun = of_noun AND record_id = of_id AND op = 'delete' ORDER BY seq DESC LIMIT 1;
    IF own_columns(of_noun) IS NOT NULL THEN
        RETURN coalesce(disclosure_of(of_noun, of_id), gone ->> 'disclosure', 'critical');
    END IF;
    EXECUTE format('SELECT to_jsonb(t) FROM %I t WHERE id = $1', of_noun) INTO image USING of_id;
    image := coalesce(image, gone);
    RETURN logged_disclosure(coalesce(image ->> 'asset_kind', 'site'), (coalesce(image ->> 'asset_id', image ->> 'site_id'))::bigint);
END $$;
-- +goose StatementEnd

ALTER POLICY auditor_audit ON change USING ((SELECT actor_is('auditor')) AND logged_disclosure(noun, record_id) <> 'critical');

-- A key confined to nouns reads their entries; one confined to communes those of
-- the works that lie there. Who looked is for whole keys.
CREATE POLICY key_scope ON change AS RESTRICTIVE FOR SELECT USING ((SELECT unkeyed())
    OR key_reaches(noun) AND ((SELECT key_communes()) IS NULL OR asset_in(noun, record_id, (SELECT key_communes())::bigint[])));
CREATE POLICY key_scope ON access AS RESTRICTIVE FOR SELECT USING ((SELECT unkeyed()) OR key_reaches(noun) AND (SELECT key_communes()) IS NULL);

-- +goose StatementBegin
-- speak_for_oneself has an operator say its own side of a tenancy: what both
-- confirm counts as sharing.
CREATE FUNCTION speak_for_oneself() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT actor_is('filer') OR department() THEN
        RETURN NEW;
    END IF;
    IF NEW.owner_says <> (CASE TG_OP WHEN 'INSERT' THEN 'unconfirmed' ELSE OLD.owner_says END) AND NOT owns_asset(NEW.asset_kind, NEW.asset_id)
        OR NEW.tenant_says <> (CASE TG_OP WHEN 'INSERT' THEN 'unconfirmed' ELSE OLD.tenant_says END) AND NEW.tenant_id IS DISTINCT FROM actor_organization() THEN
        RAISE insufficient_privilege USING MESSAGE = 'an operator says its own side of a tenancy', TABLE = 'tenancy', CONSTRAINT = 'tenancy_sides';
    END IF;
    RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER a_sides BEFORE INSERT OR UPDATE OF owner_says, tenant_says ON tenancy FOR EACH ROW EXECUTE FUNCTION speak_for_oneself();

-- +goose StatementBegin
-- keep_class has only the department show more of a work than it did.
CREATE FUNCTION keep_class() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF actor_is('filer') AND NOT department() AND (OLD.disclosure = 'critical' OR NEW.disclosure = 'ordinary') THEN
        RAISE insufficient_privilege USING MESSAGE = 'the department lowers the class of a work', TABLE = 'asset', CONSTRAINT = 'asset_disclosure_kept';
    END IF;
    RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER a_class BEFORE UPDATE OF disclosure ON asset FOR EACH ROW WHEN (OLD.disclosure <> NEW.disclosure) EXECUTE FUNCTION keep_class();
