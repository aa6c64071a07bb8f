-- +goose Up
-- Which village points lie within reach of which site or fibre access point.
-- Kept, because it depends on places only: who was on air on a day, with which
-- technology and radius, is asked of it later. So a new station, a changed date
-- or a retired technology recomputes nothing, and a moved site only its own rows.

-- Service radius by technology and area class (domain.md §6.1, order of
-- preference 4); area class '*' is the default of a technology. FTTH is how far
-- a culture house may be from a fibre access point. Loaded from geodata.
CREATE TABLE service_radius (
    technology text NOT NULL,
    area_class text NOT NULL DEFAULT '*',
    radius_m   double precision NOT NULL CHECK (radius_m > 0 AND radius_m <= 100000),
    source     text NOT NULL DEFAULT '',
    PRIMARY KEY (technology, area_class)
);

-- Area class of a commune by its kind, where a site names none itself.
CREATE TABLE unit_area_class (
    unit_kind  text PRIMARY KEY,
    area_class text NOT NULL
);

CREATE TABLE reach (
    asset_kind text NOT NULL,
    asset_id   bigint NOT NULL,
    village_id bigint NOT NULL,
    point_no   int NOT NULL,
    distance_m double precision NOT NULL,
    PRIMARY KEY (village_id, point_no, asset_kind, asset_id)
);
CREATE INDEX reach_asset ON reach (asset_kind, asset_id);

-- the village side drives into these
CREATE INDEX asset_site_geog ON asset_site USING gist ((geom::geography));
CREATE INDEX asset_service_point_geog ON asset_service_point USING gist ((geom::geography));
-- +goose StatementBegin
DO $$
DECLARE
    k text;
BEGIN
    FOREACH k IN ARRAY ARRAY['pole', 'duct', 'manhole', 'trench', 'cable_route', 'service_point'] LOOP
        EXECUTE format('CREATE INDEX asset_%1$s_fibre ON asset_%1$s USING gist ((geom::geography)) WHERE fibre_access', k);
    END LOOP;
END $$;
-- +goose StatementEnd
COMMENT ON TABLE reach IS 'Derived from asset, village_point and service_radius by triggers; recompute_reach() makes it anew.';

-- +goose StatementBegin
-- reach_limit_m is how far reach is kept, in metres: for a site as far as any
-- technology or fibre serves, for another fibre access point as far as fibre.
-- ST_DWithin is asked for a millimetre more: ST_Distance rounds to 10 nm and it
-- does not, so that exactly at a distance it says yes or no by chance.
CREATE FUNCTION reach_limit_m(kind text) RETURNS double precision LANGUAGE sql STABLE AS $$
    SELECT max(radius_m) FROM service_radius WHERE kind = 'site' OR technology = 'FTTH'
$$;
-- +goose StatementEnd

-- +goose StatementBegin
-- reach_of gives the reach of some assets of one kind, driven from them into
-- the index on points. Without statistics yet, as during a load, the planner
-- would rather compare everything with everything.
CREATE FUNCTION reach_of(of_kind text, ids bigint[]) RETURNS SETOF reach LANGUAGE plpgsql STABLE SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    limit_m double precision := reach_limit_m(of_kind) + 0.001;
BEGIN
    RETURN QUERY
    SELECT a.kind, a.id, p.village_id, p.point_no, ST_Distance(a.geog, p.geog)
    FROM (SELECT kind, id, geom::geography AS geog FROM asset
          WHERE kind = of_kind AND id = ANY (ids) AND (kind = 'site' OR fibre_access) OFFSET 0) a
    JOIN village_point p ON ST_DWithin(p.geog, a.geog, limit_m);
END $$;
-- +goose StatementEnd

-- +goose StatementBegin
-- recompute_reach is the full recomputation: what the triggers keep must equal it.
CREATE FUNCTION recompute_reach() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    n bigint;
BEGIN
    PERFORM hold('reach', true);
    DELETE FROM reach;
    INSERT INTO reach
    SELECT r.* FROM (SELECT kind, array_agg(id) AS ids FROM asset WHERE kind = 'site' OR fibre_access GROUP BY kind) a, reach_of(a.kind, a.ids) r;
    GET DIAGNOSTICS n = ROW_COUNT;
    RETURN n;
END $$;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE FUNCTION reach_after_asset() RETURNS trigger LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    moved record;
BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM reach r USING old_rows o WHERE r.asset_kind = o.kind AND r.asset_id = o.id;
        RETURN NULL;
    END IF;
    -- planned anew for as many rows as there are
    FOR moved IN EXECUTE CASE TG_OP
        WHEN 'INSERT' THEN $q$SELECT kind, array_agg(id) AS ids FROM new_rows WHERE kind = 'site' OR fibre_access GROUP BY kind$q$
        ELSE $q$SELECT n.kind, array_agg(n.id) AS ids FROM new_rows n JOIN old_rows o USING (kind, id)
                WHERE (n.geom, n.fibre_access) IS DISTINCT FROM (o.geom, o.fibre_access) GROUP BY n.kind$q$ END
    LOOP
        PERFORM hold('reach', false);
        DELETE FROM reach WHERE asset_kind = moved.kind AND asset_id = ANY (moved.ids);
        INSERT INTO reach SELECT * FROM reach_of(moved.kind, moved.ids);
    END LOOP;
    RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER m_reach_insert AFTER INSERT ON asset REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION reach_after_asset();
CREATE TRIGGER m_reach_update AFTER UPDATE ON asset REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION reach_after_asset();
CREATE TRIGGER m_reach_delete AFTER DELETE ON asset REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION reach_after_asset();

-- +goose StatementBegin
-- A village's points follow its centre and clusters; their reach follows them.
CREATE FUNCTION reach_after_village() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
    moved   bigint[];
    site_m  double precision := reach_limit_m('site') + 0.001;
    fibre_m double precision := reach_limit_m('') + 0.001;
BEGIN
    IF TG_OP = 'INSERT' THEN
        moved := ARRAY(SELECT id FROM new_rows WHERE geom IS NOT NULL OR clusters IS NOT NULL);
    ELSIF TG_OP = 'DELETE' THEN
        moved := ARRAY(SELECT id FROM old_rows);
    ELSE
        -- planned anew for as many rows as there are
        EXECUTE 'SELECT coalesce(array_agg(n.id), ''{}'') FROM new_rows n JOIN old_rows o USING (id)
            WHERE (n.geom, n.clusters) IS DISTINCT FROM (o.geom, o.clusters)' INTO moved;
    END IF;
    IF moved = '{}' THEN
        RETURN NULL;
    END IF;
    PERFORM hold('reach', true);
    DELETE FROM village_point WHERE village_id = ANY (moved);
    DELETE FROM reach WHERE village_id = ANY (moved);
    -- a deleted village gives nothing here
    INSERT INTO village_point (village_id, point_no, geog)
    SELECT id, 0, geom::geography FROM village WHERE id = ANY (moved) AND geom IS NOT NULL
    UNION ALL
    SELECT v.id, c.no, ST_SetSRID(ST_MakePoint((c.j ->> 'lon')::float8, (c.j ->> 'lat')::float8), 4326)::geography
    FROM village v, jsonb_array_elements(CASE jsonb_typeof(v.clusters) WHEN 'array' THEN v.clusters END) WITH ORDINALITY AS c (j, no)
    WHERE v.id = ANY (moved);
    INSERT INTO reach
    SELECT a.kind, a.id, p.village_id, p.point_no, ST_Distance(a.geom::geography, p.geog)
    FROM village_point p JOIN asset a ON a.kind = 'site' AND ST_DWithin(a.geom::geography, p.geog, site_m)
    WHERE p.village_id = ANY (moved)
    UNION ALL
    SELECT a.kind, a.id, p.village_id, p.point_no, ST_Distance(a.geom::geography, p.geog)
    FROM village_point p JOIN asset a ON a.kind <> 'site' AND a.fibre_access AND ST_DWithin(a.geom::geography, p.geog, fibre_m)
    WHERE p.village_id = ANY (moved);
    RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER m_reach_insert AFTER INSERT ON village REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION reach_after_village();
CREATE TRIGGER m_reach_update AFTER UPDATE ON village REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION reach_after_village();
CREATE TRIGGER m_reach_delete AFTER DELETE ON village REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION reach_after_village();

-- +goose StatementBegin
-- A radius changes how far reach must go. It changes by hand, seldom, and
-- whoever does it must not have to know: answers are taken from reach as far as
-- the radii say it goes.
CREATE FUNCTION reach_after_radius() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM changed) THEN
        PERFORM recompute_reach();
    END IF;
    RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER m_reach_insert AFTER INSERT ON service_radius REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reach_after_radius();
CREATE TRIGGER m_reach_update AFTER UPDATE ON service_radius REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reach_after_radius();
CREATE TRIGGER m_reach_delete AFTER DELETE ON service_radius REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reach_after_radius();
CREATE TRIGGER a_truncate BEFORE TRUNCATE ON service_radius FOR EACH STATEMENT EXECUTE FUNCTION refuse_write('delete, so that reach follows');
