-- +goose Up
-- Whether a mast's site is lawful, on every day: the law as data, and the verdict
-- of package compliance kept by site and period, so that thousands of sites are
-- coloured at once on any day. And what staff find on the spot: inspections,
-- violations, reports of what is not registered, photos.

-- The law. What a province sets itself stays when the program ships more.
CREATE TABLE compliance_law (
    code           text PRIMARY KEY,
    in_force_from  date,
    in_force_until date,
    permit_needed  boolean NOT NULL,
    vi             text NOT NULL,
    en             text NOT NULL,
    clause_vi      text NOT NULL,
    clause_en      text NOT NULL,
    mark           text NOT NULL,
    in_force       daterange NOT NULL GENERATED ALWAYS AS (daterange(in_force_from, in_force_until)) STORED,
    EXCLUDE USING gist (in_force WITH &&)
);
CREATE TABLE compliance_ground (
    basis         text PRIMARY KEY, -- of code list permit_basis
    law           text REFERENCES compliance_law, -- NULL for any
    outside_urban boolean NOT NULL,
    not_bulky     boolean NOT NULL,
    kinds         text[] NOT NULL, -- of assets, none for all
    number_needed boolean NOT NULL,
    clause_vi     text NOT NULL,
    clause_en     text NOT NULL,
    mark          text NOT NULL
);
CREATE TABLE compliance_rule (
    rule   text PRIMARY KEY,
    effect text NOT NULL CHECK (effect IN ('unlawful', 'warning')),
    value  double precision CHECK (value > 0),
    note   text NOT NULL DEFAULT ''
);
COMMENT ON TABLE compliance_rule IS 'Rules of package compliance that a province may let warn only, or give another number.';

-- The verdict of each site by period: the periods of a site follow each other
-- without a gap. Derived; a verdict is lawful, unlawful or unknown.
CREATE TABLE compliance (
    site_id           bigint NOT NULL,
    during            daterange NOT NULL,
    verdict           text NOT NULL,
    permit            text NOT NULL,
    certificate       text, -- NULL while it is not asked
    zone              text NOT NULL,
    certificate_until date,
    PRIMARY KEY (site_id, during)
);

-- +goose StatementBegin
CREATE FUNCTION verdict_name(rank int) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (ARRAY['lawful', 'unknown', 'unlawful'])[rank + 1]
$$;
-- +goose StatementEnd

-- +goose StatementBegin
-- urban_when says of units of today and days whether the ground was a town then:
-- true when every commune of the day that the unit came of was a ward or township,
-- false when each was a rural commune, NULL when the register cannot tell.
CREATE FUNCTION urban_when(units bigint[], days date[]) RETURNS TABLE (unit_id bigint, day date, urban boolean) LANGUAGE sql STABLE AS $$
    WITH RECURSIVE asked AS (SELECT DISTINCT u.unit_id, u.day FROM unnest(units, days) u (unit_id, day) WHERE u.unit_id IS NOT NULL AND u.day IS NOT NULL),
    lineage (of_id, id) AS (
        SELECT DISTINCT a.unit_id, a.unit_id FROM asked a
        UNION SELECT l.of_id, s.old_id FROM lineage l JOIN unit_successor s ON s.new_id = l.id)
    SELECT a.unit_id, a.day,
        CASE WHEN bool_and(coalesce(u.unit_kind IN ('phuong', 'thi_tran'), false)) THEN true
             WHEN bool_and(coalesce(u.unit_kind = 'xa', false)) THEN false END
    FROM asked a JOIN lineage l ON l.of_id = a.unit_id JOIN unit u ON u.id = l.id AND u.level = 'commune' AND u.valid @> a.day
    GROUP BY 1, 2
$$;
-- +goose StatementEnd

-- +goose StatementBegin
-- certificate_ends is the first day a certificate holds no longer: five years
-- after its issue where it does not say (TT 08/2020).
CREATE FUNCTION certificate_ends(issued date, expires date) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(expires, (issued + interval '5 years')::date)
$$;
-- +goose StatementEnd

-- +goose StatementBegin
-- judge_sites judges sites on all days, as package compliance does: the days on
-- which an answer may change part the time, and each period is judged by its
-- first day. Ranks: 0 lawful, 1 unknown, 2 unlawful.
CREATE FUNCTION judge_sites(ids bigint[]) RETURNS SETOF compliance LANGUAGE sql STABLE AS $$
    WITH RECURSIVE strict AS MATERIALIZED (
        SELECT coalesce(bool_and(effect = 'unlawful') FILTER (WHERE rule = 'permit.height'), true) AS height,
               coalesce(bool_and(effect = 'unlawful') FILTER (WHERE rule = 'mast.a1a-width'), true) AS width,
               coalesce(max(value) FILTER (WHERE rule = 'mast.a1a-width'), 0.5) AS width_m
        FROM compliance_rule),
    site AS MATERIALIZED (
        SELECT a.id, a.unit_id, a.in_service, a.building_height_m, coalesce(a.built_on, a.operating_from) AS built, a.built_on IS NOT NULL AS known,
               a.built_on IS NULL AND a.operating_from IS NULL AND a.status IN ('planned', 'approved', 'under_construction') AS unbuilt
        FROM asset a WHERE a.kind = 'site' AND a.id = ANY (ids)),
    turn AS (
        SELECT id, lower(in_service) AS day FROM site WHERE NOT isempty(in_service)
        UNION SELECT id, upper(in_service) FROM site WHERE NOT isempty(in_service)
        UNION SELECT site_id, unnest(ARRAY[operating_from, operating_to]) FROM mast WHERE site_id = ANY (ids)
        UNION SELECT site_id, unnest(ARRAY[issued_on, certificate_ends(issued_on, expires_on)]) FROM certificate WHERE site_id = ANY (ids)
        -- what is not built yet is judged as if it were built on the day
        UNION SELECT s.id, unnest(ARRAY[p.issued_on, p.valid_until + 1]) FROM site s JOIN permit p ON p.asset_kind = 'site' AND p.asset_id = s.id WHERE s.unbuilt
        UNION SELECT s.id, unnest(ARRAY[l.in_force_from, l.in_force_until]) FROM site s, compliance_law l WHERE s.unbuilt
        UNION SELECT s.id, unnest(ARRAY[u.valid_from, u.valid_to]) FROM site s CROSS JOIN LATERAL (
            WITH RECURSIVE came AS (SELECT s.unit_id AS id UNION SELECT c.old_id FROM came JOIN unit_successor c ON c.new_id = came.id)
            SELECT unit.valid_from, unit.valid_to FROM came JOIN unit USING (id)) u WHERE s.unbuilt),
    start AS (
        SELECT id, day FROM turn WHERE day IS NOT NULL
        UNION ALL SELECT id, NULL FROM site),
    period AS (
        SELECT id, daterange(day, lead(day) OVER next) AS during, coalesce(day, lead(day) OVER next - 1, current_date) AS day
        FROM start WINDOW next AS (PARTITION BY id ORDER BY day NULLS FIRST)),
    judged AS MATERIALIZED (
        SELECT p.id, p.during, p.day, s.unit_id, s.in_service, s.building_height_m, s.known, s.unbuilt,
               CASE WHEN s.unbuilt THEN p.day ELSE s.built END AS built
        FROM period p JOIN site s USING (id)),
    town AS MATERIALIZED (SELECT * FROM urban_when(ARRAY(SELECT unit_id FROM judged ORDER BY id, day), ARRAY(SELECT built FROM judged ORDER BY id, day))),
    standing AS (
        SELECT j.id, j.day, count(*) AS masts,
               bool_or(coalesce(m.class LIKE 'A2%', false)) AS bulky,
               bool_or(m.class IS NULL OR m.class NOT IN ('A1a', 'A1b') AND m.class NOT LIKE 'A2%') AS unclassed,
               max(m.height_m) AS height_m, bool_or(m.height_m IS NULL) AS unmeasured,
               bool_or(m.class = 'A1a') AS a1a, max(m.height_m) FILTER (WHERE m.class = 'A1a') AS a1a_height_m,
               coalesce(bool_or(m.height_m IS NULL) FILTER (WHERE m.class = 'A1a'), false) AS a1a_unmeasured,
               max(m.width_m) FILTER (WHERE m.class = 'A1a') AS a1a_width_m,
               coalesce(bool_or(m.width_m IS NULL) FILTER (WHERE m.class = 'A1a'), false) AS a1a_unwidened
        FROM judged j JOIN mast m ON m.site_id = j.id AND daterange(m.operating_from, m.operating_to) @> j.day
        GROUP BY 1, 2),
    asked AS (
        SELECT j.*, t.urban, l.code AS law, l.permit_needed, coalesce(n.masts, 0) AS masts, coalesce(n.bulky, false) AS bulky, coalesce(n.unclassed, false) AS unclassed,
               n.height_m, coalesce(n.unmeasured, false) AS unmeasured, coalesce(n.a1a, false) AS a1a, n.a1a_height_m, n.a1a_unmeasured, n.a1a_width_m, n.a1a_unwidened
        FROM judged j LEFT JOIN town t ON t.unit_id = j.unit_id AND t.day = j.built
        LEFT JOIN compliance_law l ON l.in_force @> j.built
        LEFT JOIN standing n ON n.id = j.id AND n.day = j.day),
    paper AS (
        SELECT q.id, q.day, min(CASE
            WHEN p.basis = 'missing' THEN CASE WHEN q.urban AND q.bulky THEN 2 ELSE 1 END
            WHEN g.basis IS NULL THEN 1
            ELSE greatest(
                CASE WHEN g.number_needed AND coalesce(p.number, '') !~ '\S' THEN 1 ELSE 0 END,
                CASE WHEN p.basis <> 'permit' THEN 0 ELSE greatest(
                    CASE WHEN p.issued_on IS NULL THEN 1 WHEN p.issued_on > q.built THEN CASE WHEN q.unbuilt THEN 1 ELSE 2 END ELSE 0 END,
                    CASE WHEN p.valid_until < q.built THEN CASE WHEN q.known THEN 2 ELSE 1 END ELSE 0 END,
                    CASE WHEN p.height_m IS NULL OR NOT k.height THEN 0 WHEN q.height_m > p.height_m THEN 2 WHEN q.unmeasured THEN 1 ELSE 0 END) END,
                CASE WHEN g.law <> q.law THEN CASE WHEN q.known OR q.built < o.in_force_from THEN 2 ELSE 1 END ELSE 0 END,
                CASE WHEN g.kinds <> '{}' AND 'site' <> ALL (g.kinds) THEN 2 ELSE 0 END,
                CASE WHEN NOT g.outside_urban THEN 0 WHEN q.urban THEN 2 WHEN q.urban IS NULL THEN 1 ELSE 0 END,
                CASE WHEN NOT g.not_bulky THEN 0 WHEN q.bulky THEN 2
                    WHEN q.a1a_height_m > least(3, 0.2 * q.building_height_m) THEN 2
                    WHEN k.width AND q.a1a_width_m > k.width_m THEN 2
                    WHEN q.masts = 0 OR q.unclassed THEN 1
                    WHEN q.a1a AND (q.a1a_unmeasured OR q.building_height_m IS NULL OR k.width AND q.a1a_unwidened) THEN 1 ELSE 0 END) END) AS rank
        FROM asked q CROSS JOIN strict k
        JOIN permit p ON p.asset_kind = 'site' AND p.asset_id = q.id
        LEFT JOIN compliance_ground g ON g.basis = p.basis
        LEFT JOIN compliance_law o ON o.code = g.law
        GROUP BY 1, 2),
    inspected AS (
        SELECT q.id, q.day, bool_or(c.applies = 'yes') AS applies, bool_or(c.applies = 'no') AS free,
               max(certificate_ends(c.issued_on, c.expires_on)) FILTER (WHERE c.applies <> 'no' AND coalesce(c.number, '') ~ '\S'
                   AND (c.issued_on IS NULL OR c.issued_on <= q.day)) AS until
        FROM asked q JOIN certificate c ON c.site_id = q.id GROUP BY 1, 2),
    ranked AS (
        SELECT q.id, q.during,
            greatest(CASE WHEN q.built IS NULL OR q.law IS NULL OR NOT q.known AND NOT q.unbuilt THEN 1 ELSE 0 END,
                CASE WHEN q.permit_needed THEN coalesce(p.rank, 1) ELSE 0 END) AS permit,
            CASE WHEN q.in_service @> q.day THEN CASE
                WHEN i.until > q.day THEN 0
                WHEN i.applies THEN CASE WHEN i.until IS NULL THEN 1 ELSE 2 END
                WHEN i.free THEN 0 ELSE 1 END END AS certificate,
            0 AS zone, i.until
        FROM asked q LEFT JOIN paper p ON p.id = q.id AND p.day = q.day LEFT JOIN inspected i ON i.id = q.id AND i.day = q.day)
    SELECT id, during, verdict_name(greatest(permit, certificate, zone)), verdict_name(permit), verdict_name(certificate), verdict_name(zone), until FROM ranked
$$;
-- +goose StatementEnd

-- +goose StatementBegin
-- rejudge keeps the verdicts of sites. The sites are locked first: two who write
-- papers of one site at once would else each judge without the other's.
CREATE FUNCTION rejudge(ids bigint[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public SET enable_seqscan = off AS $$
BEGIN
    IF coalesce(array_length(ids, 1), 0) = 0 THEN
        RETURN;
    END IF;
    PERFORM FROM asset WHERE kind = 'site' AND id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
    DELETE FROM compliance WHERE site_id = ANY (ids);
    INSERT INTO compliance SELECT * FROM judge_sites(ids);
END $$;
-- +goose StatementEnd

-- +goose StatementBegin
-- rejudge_all is the full judgement: what the triggers keep must equal it.
CREATE FUNCTION rejudge_all() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    n bigint;
BEGIN
    LOCK TABLE compliance IN SHARE ROW EXCLUSIVE MODE;
    DELETE FROM compliance;
    INSERT INTO compliance SELECT * FROM judge_sites(ARRAY(SELECT id FROM asset WHERE kind = 'site'));
    GET DIAGNOSTICS n = ROW_COUNT;
    RETURN n;
END $$;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE FUNCTION judge_after_site() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM compliance c USING old_rows o WHERE o.kind = 'site' AND c.site_id = o.id;
    ELSIF TG_OP = 'INSERT' THEN
        PERFORM rejudge(ARRAY(SELECT id FROM new_rows WHERE kind = 'site'));
    ELSE
        PERFORM rejudge(ARRAY(SELECT n.id FROM new_rows n JOIN old_rows o USING (kind, id) WHERE n.kind = 'site'
            AND (n.status, n.built_on, n.operating_from, n.in_service, n.unit_id, n.building_height_m)
                IS DISTINCT FROM (o.status, o.built_on, o.operating_from, o.in_service, o.unit_id, o.building_height_m)));
    END IF;
    RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER n_judge_insert AFTER INSERT ON asset REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION judge_after_site();
CREATE TRIGGER n_judge_update AFTER UPDATE ON asset REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION judge_after_site();
CREATE TRIGGER n_judge_delete AFTER DELETE ON asset REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION judge_after_site();

-- +goose StatementBegin
-- What stands on a site, or is said of it, changes its verdict.
DO $$
DECLARE
    t record;
BEGIN
    FOR t IN SELECT * FROM (VALUES ('mast', 'site_id', 'true'), ('certificate', 'site_id', 'true'), ('permit', 'asset_id', 'asset_kind = ''site''')) AS v (name, site, which) LOOP
        EXECUTE format($f$
            CREATE FUNCTION judge_after_%1$s() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $g$
            BEGIN
                IF TG_OP = 'DELETE' THEN
                    PERFORM rejudge(ARRAY(SELECT DISTINCT %2$s FROM old_rows WHERE %3$s));
                ELSIF TG_OP = 'INSERT' THEN
                    PERFORM rejudge(ARRAY(SELECT DISTINCT %2$s FROM new_rows WHERE %3$s));
                ELSE
                    PERFORM rejudge(ARRAY(SELECT %2$s FROM new_rows WHERE %3$s UNION SELECT %2$s FROM old_rows WHERE %3$s));
                END IF;
                RETURN NULL;
            END $g$ $f$, t.name, t.site, t.which);
        EXECUTE format('CREATE TRIGGER n_judge_insert AFTER INSERT ON %1$s REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION judge_after_%1$s()', t.name);
        EXECUTE format('CREATE TRIGGER n_judge_update AFTER UPDATE ON %1$s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION judge_after_%1$s()', t.name);
        EXECUTE format('CREATE TRIGGER n_judge_delete AFTER DELETE ON %1$s REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION judge_after_%1$s()', t.name);
    END LOOP;
END $$;
-- +goose StatementEnd

-- +goose StatementBegin
-- sites_come_of gives the sites on ground that came of some units.
CREATE FUNCTION sites_come_of(units bigint[]) RETURNS bigint[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    WITH RECURSIVE after (id) AS (
        SELECT unnest(units)
        UNION SELECT s.new_id FROM after a JOIN unit_successor s ON s.old_id = a.id)
    SELECT ARRAY(SELECT a.id FROM asset a WHERE a.kind = 'site' AND a.unit_id IN (SELECT id FROM after))
$$;
-- +goose StatementEnd

-- +goose StatementBegin
-- A commune's kind and period tell whether ground was a town.
CREATE FUNCTION judge_after_unit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    PERFORM rejudge(sites_come_of(ARRAY(SELECT n.id FROM new_rows n JOIN old_rows o USING (id)
        WHERE (n.level, n.unit_kind, n.valid_from, n.valid_to) IS DISTINCT FROM (o.level, o.unit_kind, o.valid_from, o.valid_to))));
    RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER n_judge_update AFTER UPDATE ON unit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION judge_after_unit();

-- +goose StatementBegin
CREATE FUNCTION judge_after_successor() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM rejudge(sites_come_of(ARRAY(SELECT new_id FROM old_rows)));
    ELSIF TG_OP = 'INSERT' THEN
        PERFORM rejudge(sites_come_of(ARRAY(SELECT new_id FROM new_rows)));
    ELSE
        PERFORM rejudge(sites_come_of(ARRAY(SELECT new_id FROM new_rows UNION SELECT new_id FROM old_rows)));
    END IF;
    RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER n_judge_insert AFTER INSERT ON unit_successor REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION judge_after_successor();
CREATE TRIGGER n_judge_update AFTER UPDATE ON unit_successor REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION judge_after_successor();
CREATE TRIGGER n_judge_delete AFTER DELETE ON unit_successor REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION judge_after_successor();

-- +goose StatementBegin
-- The law changes by hand, seldom, and whoever does it must not have to know.
CREATE FUNCTION judge_after_law() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    IF EXISTS (SELECT FROM changed) THEN
        PERFORM rejudge_all();
    END IF;
    RETURN NULL;
END $$;
-- +goose StatementEnd
-- +goose StatementBegin
DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['compliance_law', 'compliance_ground', 'compliance_rule'] LOOP
        EXECUTE format('CREATE TRIGGER n_judge_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION judge_after_law()', t);
        EXECUTE format('CREATE TRIGGER n_judge_update AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION judge_after_law()', t);
        EXECUTE format('CREATE TRIGGER n_judge_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION judge_after_law()', t);
        EXECUTE format('CREATE TRIGGER a_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_write(''delete, so that verdicts follow'')', t);
        EXECUTE format('GRANT SELECT ON %I TO hatangso_program', t);
    END LOOP;
END $$;
-- +goose StatementEnd
GRANT SELECT ON compliance TO hatangso_program;

-- The view of sites, with the verdict of today.
CREATE OR REPLACE VIEW guarded.site WITH (security_invoker = true) AS
SELECT a.id, a.version, a.code, a.name, o.code AS owner, a.owner_present, a.status, a.planned_on, a.approved_on,
       a.built_on, a.operating_from, a.operating_to, a.removed_on, a.address, a.road, a.declared_commune,
       u.code AS commune_code, u.name AS commune, a.province, a.fibre_access, a.disclosure, a.source, a.note,
       a.submitted, a.created_at, a.updated_at, a.site_kind, a.host_type, a.host_name, a.lease_contract, a.land_area_m2, a.land_use, a.shelter, a.shelter_area_m2,
       a.power, a.battery_hours, a.transmission, a.elevation_m, a.building_height_m, a.free_slots, a.max_load_kg,
       a.refusal_reason, a.area_class, a.sharing_since, a.geom AS geometry, a.in_service, a.unit_id, a.owner_id,
       c.verdict, c.permit AS permit_verdict, c.certificate AS certificate_verdict, c.certificate_until
FROM asset_site a
LEFT JOIN organization o ON o.id = a.owner_id
LEFT JOIN unit u ON u.id = a.unit_id
LEFT JOIN compliance c ON c.site_id = a.id AND c.during @> current_date
WHERE a.kind = 'site';
