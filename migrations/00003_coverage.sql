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
CREATE INDEX asset_site_geog ON asset_site USING gist ((ST_Centroid(geom)::geography));
CREATE INDEX asset_service_point_geog ON asset_service_point USING gist ((ST_Centroid(geom)::geography));
-- +goose StatementBegin
DO $$
DECLARE
    k text;
BEGIN
    FOREACH k IN ARRAY ARRAY['pole', 'duct', 'manhole', 'trench', 'cable_route', 'service_point'] LOOP
        EXECUTE format('CREATE INDEX asset_%1$s_fibre ON asset_%1$s USING gist ((ST_Centroid(geom)::geography)) WHERE fibre_access', k);
    END LOOP;
END $$;
-- +goose StatementEnd
COMMENT ON TABLE reach IS 'Derived from asset, village_point and service_radius by triggers; recompute_reach() makes it anew.';

-- +goose StatementBegin
-- reach_limit_m is how far reach is kept, in metres: for a site as far as any
-- technology or fibre serves, for another fibre access point as far as fibre.
CREATE FUNCTION reach_limit_m(kind text) RETURNS double precision LANGUAGE sql STABLE AS $$
    SELECT max(radius_m) FROM service_radius WHERE kind = 'site' OR technology = 'FTTH'
$$;
-- +goose StatementEnd

-- +goose StatementBegin
-- reach_of_assets gives the reach of some assets, driven from them into the
-- index on points. Without statistics yet, as during a load, the planner would
-- rather compare everything with everything.
CREATE FUNCTION reach_of_assets(ids bigint[]) RETURNS SETOF reach LANGUAGE plpgsql STABLE SET enable_seqscan = off AS $$
DECLARE
    site_m  double precision := reach_limit_m('site');
    fibre_m double precision := reach_limit_m('');
BEGIN
    RETURN QUERY
    SELECT a.kind, a.id, p.village_id, p.point_no, ST_Distance(a.geog, p.geog)
    FROM (SELECT kind, id, ST_Centroid(geom)::geography AS geog FROM asset WHERE kind = 'site' AND id = ANY (ids) OFFSET 0) a
    JOIN village_point p ON ST_DWithin(p.geog, a.geog, site_m)
    UNION ALL
    SELECT a.kind, a.id, p.village_id, p.point_no, ST_Distance(a.geog, p.geog)
    FROM (SELECT kind, id, ST_Centroid(geom)::geography AS geog FROM asset WHERE kind <> 'site' AND fibre_access AND id = ANY (ids) OFFSET 0) a
    JOIN village_point p ON ST_DWithin(p.geog, a.geog, fibre_m);
END $$;
-- +goose StatementEnd

-- +goose StatementBegin
-- recompute_reach is the full recomputation: what the triggers keep must equal it.
CREATE FUNCTION recompute_reach() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    n bigint;
BEGIN
    DELETE FROM reach;
    INSERT INTO reach SELECT * FROM reach_of_assets(ARRAY(SELECT id FROM asset WHERE kind = 'site' OR fibre_access));
    GET DIAGNOSTICS n = ROW_COUNT;
    RETURN n;
END $$;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE FUNCTION reach_after_asset() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    moved bigint[];
BEGIN
    IF TG_OP = 'INSERT' THEN
        moved := ARRAY(SELECT id FROM new_rows WHERE kind = 'site' OR fibre_access);
    ELSIF TG_OP = 'UPDATE' THEN
        moved := ARRAY(SELECT n.id FROM new_rows n JOIN old_rows o USING (kind, id)
                       WHERE NOT ST_OrderingEquals(n.geom, o.geom) OR n.fibre_access <> o.fibre_access);
        DELETE FROM reach r USING asset a WHERE a.id = ANY (moved) AND r.asset_kind = a.kind AND r.asset_id = a.id;
    ELSE
        DELETE FROM reach r USING old_rows o WHERE r.asset_kind = o.kind AND r.asset_id = o.id;
        RETURN NULL;
    END IF;
    IF cardinality(moved) > 0 THEN
        INSERT INTO reach SELECT * FROM reach_of_assets(moved);
    END IF;
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
    site_m  double precision := reach_limit_m('site');
    fibre_m double precision := reach_limit_m('');
BEGIN
    IF TG_OP <> 'INSERT' THEN
        DELETE FROM village_point p USING old_rows o WHERE p.village_id = o.id;
        DELETE FROM reach r USING old_rows o WHERE r.village_id = o.id;
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN NULL;
    END IF;
    INSERT INTO village_point (village_id, point_no, geog)
    SELECT id, 0, geom::geography FROM new_rows WHERE geom IS NOT NULL
    UNION ALL
    SELECT n.id, c.no, ST_SetSRID(ST_MakePoint((c.j ->> 'lon')::float8, (c.j ->> 'lat')::float8), 4326)::geography
    FROM new_rows n, jsonb_array_elements(CASE jsonb_typeof(n.clusters) WHEN 'array' THEN n.clusters END) WITH ORDINALITY AS c (j, no);
    INSERT INTO reach
    SELECT a.kind, a.id, p.village_id, p.point_no, ST_Distance(ST_Centroid(a.geom)::geography, p.geog)
    FROM new_rows n
    JOIN village_point p ON p.village_id = n.id
    JOIN asset a ON a.kind = 'site' AND ST_DWithin(ST_Centroid(a.geom)::geography, p.geog, site_m)
    UNION ALL
    SELECT a.kind, a.id, p.village_id, p.point_no, ST_Distance(ST_Centroid(a.geom)::geography, p.geog)
    FROM new_rows n
    JOIN village_point p ON p.village_id = n.id
    JOIN asset a ON a.kind <> 'site' AND a.fibre_access AND ST_DWithin(ST_Centroid(a.geom)::geography, p.geog, fibre_m);
    RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER m_reach_insert AFTER INSERT ON village REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION reach_after_village();
CREATE TRIGGER m_reach_update AFTER UPDATE ON village REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION reach_after_village();
CREATE TRIGGER m_reach_delete AFTER DELETE ON village REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION reach_after_village();
