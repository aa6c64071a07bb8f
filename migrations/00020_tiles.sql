-- +goose Up
-- Vector tiles: what is kept for those of low zoom, and who is told which tiles a
-- write changes.

-- What papers and tenants say of an asset, on any day: kept, so that counting
-- assets by it asks one row each. Written with the asset's row locked, so that
-- the counts below follow from what both were.
CREATE TABLE asset_standing (
    kind         text NOT NULL,
    asset_id     bigint NOT NULL,
    -- the days when somebody else than the owner is on it
    shared       datemultirange NOT NULL DEFAULT '{}',
    -- from when there is a permit, an exemption, or the word that there is none; NULL for never
    permit_from  date,
    exempt_from  date,
    missing_from date,
    PRIMARY KEY (kind, asset_id)
);
COMMENT ON TABLE asset_standing IS 'Derived from tenancy, station, permit and asset by triggers; an asset without a row has none of it.';

-- How many assets there are in each cell, for every day and reader: of what a
-- reader is told of an asset at low zoom, every combination that occurs, and how
-- many have it. A write adds what it changed, +1 and -1, to rows of its own, so
-- that no writer waits for another; compact_cells adds them up.
CREATE TABLE asset_cell (
    kind         text NOT NULL,
    -- the cell of web mercator at zoom 14 the asset counts as lying in: 2.3 km at 20° N
    x            int NOT NULL,
    y            int NOT NULL,
    -- where it stands on the grid of the public map, in grids from 0°, 0°; NULL for a line
    gx           int,
    gy           int,
    owner_id     bigint,
    status       text NOT NULL,
    in_service   daterange NOT NULL,
    disclosure   text NOT NULL,
    unit_id      bigint,
    shared       datemultirange NOT NULL,
    permit_from  date,
    exempt_from  date,
    missing_from date,
    n            bigint NOT NULL
);
CREATE INDEX asset_cell_at ON asset_cell (kind, x, y);
CREATE INDEX asset_cell_grid ON asset_cell (kind, gx, gy);
COMMENT ON TABLE asset_cell IS 'Derived from asset and asset_standing by triggers: rows of the same key are to be added up. recompute_cells() makes it anew.';

-- +goose StatementBegin
-- cell_x and cell_y are where a point lies in web mercator at zoom 14.
CREATE FUNCTION cell_x(p geometry) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT least(greatest(floor((ST_X(p) + 180) / 360 * 16384), 0), 16383)::int
$$;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE FUNCTION cell_y(p geometry) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT least(greatest(floor((1 - asinh(tan(radians(least(greatest(ST_Y(p), -85.05), 85.05)))) / pi()) / 2 * 16384), 0), 16383)::int
$$;
-- +goose StatementEnd

-- +goose StatementBegin
-- count_cells adds assets, or takes them away: the rows of a query of asset's
-- columns with n, +1 or -1, and their standing.
CREATE FUNCTION count_cells(rows text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT format($q$
        INSERT INTO asset_cell (kind, x, y, gx, gy, owner_id, status, in_service, disclosure, unit_id, shared, permit_from, exempt_from, missing_from, n)
        SELECT kind, cell_x(place), cell_y(place),
               CASE WHEN ST_Dimension(geom) = 0 THEN round(ST_X(geom) / grid)::int END, CASE WHEN ST_Dimension(geom) = 0 THEN round(ST_Y(geom) / grid)::int END,
               owner_id, status, in_service, disclosure, unit_id, coalesce(shared, '{}'), permit_from, exempt_from, missing_from, sum(n)
        FROM (SELECT r.*, place_of(r.geom) AS place, (SELECT public_grid()) AS grid FROM (%s) r OFFSET 0) c
        GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14 HAVING sum(n) <> 0 $q$, rows)
$$;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE FUNCTION cells_after_asset() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    columns CONSTANT text := 'r.kind, r.geom, r.owner_id, r.status, r.in_service, r.disclosure, r.unit_id';
    standing CONSTANT text := 's.shared, s.permit_from, s.exempt_from, s.missing_from';
    changed CONSTANT text := 'SELECT %s FROM new_rows n JOIN old_rows o USING (kind, id) WHERE (n.geom, n.owner_id, n.status, n.in_service, n.disclosure, n.unit_id)
        IS DISTINCT FROM (o.geom, o.owner_id, o.status, o.in_service, o.disclosure, o.unit_id)';
    owned record;
BEGIN
    IF TG_OP = 'INSERT' THEN
        EXECUTE count_cells(format('SELECT 1 AS n, %s, NULL::datemultirange AS shared, NULL::date AS permit_from, NULL::date AS exempt_from, NULL::date AS missing_from
            FROM new_rows r', columns));
    ELSIF TG_OP = 'DELETE' THEN
        EXECUTE count_cells(format('SELECT -1 AS n, %s, %s FROM old_rows r LEFT JOIN asset_standing s ON s.kind = r.kind AND s.asset_id = r.id', columns, standing));
        DELETE FROM asset_standing s USING old_rows r WHERE s.kind = r.kind AND s.asset_id = r.id;
    ELSE
        -- planned anew for as many rows as there are
        EXECUTE count_cells(format('SELECT r.n, %s, %s FROM (%s UNION ALL %s) r LEFT JOIN asset_standing s ON s.kind = r.kind AND s.asset_id = r.id', columns, standing,
            format(changed, '1 AS n, n.kind, n.id, n.geom, n.owner_id, n.status, n.in_service, n.disclosure, n.unit_id'),
            format(changed, '-1, o.kind, o.id, o.geom, o.owner_id, o.status, o.in_service, o.disclosure, o.unit_id')));
        -- whom it is shared with depends on whose it is
        FOR owned IN EXECUTE 'SELECT n.kind, array_agg(n.id) AS ids FROM new_rows n JOIN old_rows o USING (kind, id) WHERE n.owner_id IS DISTINCT FROM o.owner_id GROUP BY 1' LOOP
            PERFORM restate(owned.kind, owned.ids);
        END LOOP;
    END IF;
    RETURN NULL;
END $$;
-- +goose StatementEnd

-- +goose StatementBegin
-- standing_of derives the standing of assets.
CREATE FUNCTION standing_of(of_kind text, ids bigint[]) RETURNS SETOF asset_standing LANGUAGE sql STABLE SET enable_seqscan = off AS $$
    SELECT a.kind, a.id, coalesce(t.shared, '{}'), p.permit_from, p.exempt_from, p.missing_from
    FROM asset a
    LEFT JOIN LATERAL (
        SELECT range_agg(d.during) AS shared FROM (
            SELECT t.during, t.tenant_id AS who FROM tenancy t WHERE t.asset_kind = of_kind AND t.asset_id = a.id
            UNION ALL
            SELECT s.on_air, s.operator_id FROM station s WHERE of_kind = 'site' AND s.site_id = a.id) d
        WHERE d.who IS DISTINCT FROM a.owner_id) t ON true
    LEFT JOIN LATERAL (
        SELECT min(p.since) FILTER (WHERE p.basis = 'permit') AS permit_from, min(p.since) FILTER (WHERE p.basis = 'missing') AS missing_from,
               min(p.since) FILTER (WHERE p.basis NOT IN ('permit', 'missing', 'unknown')) AS exempt_from
        FROM (SELECT basis, coalesce(issued_on, '-infinity') AS since FROM permit WHERE asset_kind = of_kind AND asset_id = a.id) p) p ON true
    WHERE a.kind = of_kind AND a.id = ANY (ids)
$$;
-- +goose StatementEnd

-- +goose StatementBegin
-- restate keeps the standing of assets up with their papers and tenants, and the
-- counts with it.
CREATE FUNCTION restate(of_kind text, ids bigint[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    PERFORM FROM asset WHERE kind = of_kind AND id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
    -- from here on we see what those wrote whom we waited for
    EXECUTE $q$
        WITH changed AS (
            SELECT w.*, coalesce(s.shared, '{}') AS was_shared, s.permit_from AS was_permit_from, s.exempt_from AS was_exempt_from, s.missing_from AS was_missing_from
            FROM standing_of($1, $2) w LEFT JOIN asset_standing s ON s.kind = $1 AND s.asset_id = w.asset_id
            WHERE (w.shared, w.permit_from, w.exempt_from, w.missing_from) IS DISTINCT FROM (coalesce(s.shared, '{}'), s.permit_from, s.exempt_from, s.missing_from)
        ), kept AS (
            INSERT INTO asset_standing SELECT kind, asset_id, shared, permit_from, exempt_from, missing_from FROM changed
            ON CONFLICT (kind, asset_id) DO UPDATE SET shared = EXCLUDED.shared, permit_from = EXCLUDED.permit_from,
                exempt_from = EXCLUDED.exempt_from, missing_from = EXCLUDED.missing_from
        )$q$ || count_cells('SELECT s.n, a.kind, a.geom, a.owner_id, a.status, a.in_service, a.disclosure, a.unit_id, s.shared, s.permit_from, s.exempt_from, s.missing_from
            FROM asset a JOIN (
                SELECT 1 AS n, asset_id, shared, permit_from, exempt_from, missing_from FROM changed
                UNION ALL SELECT -1, asset_id, was_shared, was_permit_from, was_exempt_from, was_missing_from FROM changed) s ON s.asset_id = a.id
            WHERE a.kind = $1 AND a.id = ANY ($2)') USING of_kind, ids;
END $$;
-- +goose StatementEnd

-- +goose StatementBegin
-- recompute_cells is the full recomputation: what the triggers keep must equal it.
CREATE FUNCTION recompute_cells() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    LOCK TABLE asset, tenancy, station, permit IN SHARE MODE;
    DELETE FROM asset_standing;
    DELETE FROM asset_cell;
    INSERT INTO asset_standing
    SELECT s.* FROM (SELECT kind, array_agg(id) AS ids FROM asset GROUP BY kind) a, standing_of(a.kind, a.ids) s
    WHERE s.shared <> '{}' OR num_nonnulls(s.permit_from, s.exempt_from, s.missing_from) > 0;
    EXECUTE count_cells('SELECT 1 AS n, a.kind, a.geom, a.owner_id, a.status, a.in_service, a.disclosure, a.unit_id, s.shared, s.permit_from, s.exempt_from, s.missing_from
        FROM asset a LEFT JOIN asset_standing s ON s.kind = a.kind AND s.asset_id = a.id');
END $$;
-- +goose StatementEnd

-- +goose StatementBegin
-- compact_cells adds up the rows of asset_cell that have the same key, and gives
-- how many rows fewer there are. One at a time; writers go on meanwhile.
CREATE FUNCTION compact_cells() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    fewer bigint;
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtext('hatangso.cells')) THEN
        RETURN 0;
    END IF;
    WITH crowded AS (
        SELECT DISTINCT kind, x, y FROM (
            SELECT kind, x, y FROM asset_cell
            GROUP BY kind, x, y, gx, gy, owner_id, status, in_service, disclosure, unit_id, shared, permit_from, exempt_from, missing_from
            HAVING count(*) > 1) c
    ), apart AS (
        DELETE FROM asset_cell c USING crowded k WHERE c.kind = k.kind AND c.x = k.x AND c.y = k.y RETURNING c.*
    ), together AS (
        INSERT INTO asset_cell
        SELECT kind, x, y, gx, gy, owner_id, status, in_service, disclosure, unit_id, shared, permit_from, exempt_from, missing_from, sum(n)
        FROM apart GROUP BY kind, x, y, gx, gy, owner_id, status, in_service, disclosure, unit_id, shared, permit_from, exempt_from, missing_from
        HAVING sum(n) <> 0 RETURNING 1
    )
    SELECT (SELECT count(*) FROM apart) - (SELECT count(*) FROM together) INTO fewer;
    RETURN fewer;
END $$;
-- +goose StatementEnd

-- Who is told of a change: every process that keeps tiles listens. What is told
-- is where it shows, to those who see exactly (e) and to those who see the public
-- grid (g): internal/tile.ParseChange reads it.

-- +goose StatementBegin
-- drop_tiles tells that something changed on a layer, at some places before and
-- after; too many to list are told as the box of them all.
CREATE FUNCTION drop_tiles(of_layer text, places geometry[]) RETURNS void LANGUAGE plpgsql SET search_path = public AS $$
DECLARE
    grid double precision := public_grid();
    told text;
BEGIN
    IF cardinality(places) <= 100 THEN
        SELECT string_agg(DISTINCT format('e%s,%s,%s,%s', ST_XMin(p), ST_YMin(p), ST_XMax(p), ST_YMax(p))
                || CASE WHEN ST_Dimension(p) = 0 THEN format(';g%1$s,%2$s,%1$s,%2$s', ST_X(ST_SnapToGrid(p, grid)), ST_Y(ST_SnapToGrid(p, grid))) ELSE '' END, ';')
        INTO told FROM unnest(places) AS p WHERE NOT ST_IsEmpty(p);
    END IF;
    IF told IS NULL OR length(told) > 7900 THEN -- a notification has less than 8,000 bytes
        SELECT format('e%1$s,%2$s,%3$s,%4$s;g%1$s,%2$s,%3$s,%4$s', ST_XMin(b) - grid, ST_YMin(b) - grid, ST_XMax(b) + grid, ST_YMax(b) + grid)
        INTO told FROM (SELECT ST_Extent(p) AS b FROM unnest(places) AS p) e WHERE b IS NOT NULL;
    END IF;
    IF told IS NOT NULL THEN
        PERFORM pg_notify('hatangso_tiles', of_layer || ' ' || told);
    END IF;
END $$;
-- +goose StatementEnd

-- +goose StatementBegin
-- written names what a statement wrote, as it was and as it is, for a query of its trigger.
CREATE FUNCTION written(op text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE op WHEN 'INSERT' THEN 'new_rows' WHEN 'DELETE' THEN 'old_rows' ELSE '(SELECT * FROM old_rows UNION ALL SELECT * FROM new_rows)' END
$$;
-- +goose StatementEnd

-- +goose StatementBegin
-- tiles_follow tells of the places a query finds for the rows a statement wrote
-- (%s in it stands for them), on some layers.
CREATE FUNCTION tiles_follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    places geometry[];
BEGIN
    EXECUTE format(TG_ARGV[0], written(TG_OP)) INTO places;
    -- the arguments of a trigger begin at 0
    FOR i IN 1 .. TG_NARGS - 1 LOOP
        PERFORM drop_tiles(TG_ARGV[i], places);
    END LOOP;
    RETURN NULL;
END $$;
-- +goose StatementEnd

-- +goose StatementBegin
-- on_write has a function called after each statement that writes a table, with
-- what it wrote; after the triggers that derive, of whose names this one's comes last.
CREATE FUNCTION on_write(t regclass, trigger_name text, call text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER %2$s_insert AFTER INSERT ON %1$s REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION %3$s', t, trigger_name, call);
    EXECUTE format('CREATE TRIGGER %2$s_update AFTER UPDATE ON %1$s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION %3$s', t, trigger_name, call);
    EXECUTE format('CREATE TRIGGER %2$s_delete AFTER DELETE ON %1$s REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION %3$s', t, trigger_name, call);
END $$;
-- +goose StatementEnd

-- +goose StatementBegin
-- watch_tiles has the writes of a table told on the layer that shows its rows.
CREATE FUNCTION watch_tiles(t regclass, of_layer text, geometry_column text) RETURNS void LANGUAGE sql AS $$
    SELECT on_write(t, 'w_tiles', format('tiles_follow(%L, %L)', format('SELECT array_agg(r.%1$I) FROM %%s r WHERE r.%1$I IS NOT NULL', geometry_column), of_layer))
$$;
-- +goose StatementEnd

-- +goose StatementBegin
-- layer_of gives the layer of a kind of asset: its plural, as in addresses.
CREATE FUNCTION layer_of(kind text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE kind WHEN 'cable_route' THEN 'cables' WHEN 'trench' THEN 'trenches' ELSE translate(kind, '_', '-') || 's' END
$$;
-- +goose StatementEnd

-- +goose StatementBegin
-- tiles_after_asset tells of assets, of what stands on sites, and of the villages
-- whose coverage may follow.
CREATE FUNCTION tiles_after_asset() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    found record;
BEGIN
    FOR found IN EXECUTE format('SELECT r.kind, array_agg(r.geom) AS places, array_agg(r.id) FILTER (WHERE r.kind = ''site'' OR r.fibre_access) AS ids FROM %s r GROUP BY 1', written(TG_OP)) LOOP
        PERFORM drop_tiles(layer_of(found.kind), found.places);
        IF found.kind = 'site' THEN
            PERFORM drop_tiles('masts', found.places);
            PERFORM drop_tiles('stations', found.places);
        END IF;
        IF found.ids IS NOT NULL THEN
            PERFORM drop_tiles('villages', ARRAY(SELECT v.geom FROM village v
                WHERE v.id IN (SELECT village_id FROM reach WHERE asset_kind = found.kind AND asset_id = ANY (found.ids)) AND v.geom IS NOT NULL));
        END IF;
    END LOOP;
    RETURN NULL;
END $$;
-- +goose StatementEnd

-- +goose StatementBegin
-- restate_after keeps the standing of the assets some rows are about, and tells of
-- them: TG_ARGV are the expressions of their kind and id.
CREATE FUNCTION restate_after() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    about  record;
    places geometry[];
BEGIN
    FOR about IN EXECUTE format('SELECT %s AS kind, array_agg(DISTINCT %s) AS ids FROM %s r GROUP BY 1', TG_ARGV[0], TG_ARGV[1], written(TG_OP)) LOOP
        PERFORM restate(about.kind, about.ids);
        places := ARRAY(SELECT geom FROM asset WHERE kind = about.kind AND id = ANY (about.ids));
        PERFORM drop_tiles(layer_of(about.kind), places);
        IF about.kind = 'site' THEN
            PERFORM drop_tiles('masts', places);
        END IF;
    END LOOP;
    RETURN NULL;
END $$;
-- +goose StatementEnd

-- +goose StatementBegin
-- tiles_all tells that everything may look different.
CREATE FUNCTION tiles_all() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('hatangso_tiles', '* *');
    RETURN NULL;
END $$;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE FUNCTION grid_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    PERFORM recompute_cells();
    PERFORM pg_notify('hatangso_tiles', '* *');
    RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER w_grid AFTER UPDATE ON setting FOR EACH ROW WHEN (NEW.name = 'public_grid_deg' AND NEW.value <> OLD.value) EXECUTE FUNCTION grid_changed();

SELECT on_write('asset', 'n_cells', 'cells_after_asset()');
SELECT on_write('asset', 'w_tiles', 'tiles_after_asset()');
SELECT on_write(t::regclass, 'n_restate', 'restate_after(''r.asset_kind'', ''r.asset_id'')') FROM unnest(ARRAY['tenancy', 'permit']) AS t;
SELECT on_write('station', 'n_restate', 'restate_after(''''''site'''''', ''r.site_id'')');
-- what stands on a site, or is said of it
SELECT on_write(t::regclass, 'w_tiles', format('tiles_follow(%L, %s)', 'SELECT array_agg(a.geom) FROM asset a WHERE a.kind = ''site'' AND a.id IN (SELECT r.site_id FROM %s r)', layers))
FROM (VALUES ('mast', '''masts'', ''sites'''), ('station', '''stations'''), ('certificate', '''sites'', ''masts'''), ('compliance', '''sites'', ''masts''')) AS v (t, layers);
-- the villages that are said to be covered, that a station may cover, that a work has come to reach or no longer reaches
SELECT on_write(t::regclass, 'w_coverage', format('tiles_follow(%L, ''villages'')', 'SELECT array_agg(v.geom) FROM village v WHERE v.geom IS NOT NULL AND v.id IN (' || villages || ')'))
FROM (VALUES ('statement', 'SELECT r.village_id FROM %s r'), ('reach', 'SELECT r.village_id FROM %s r'),
    ('station', 'SELECT h.village_id FROM reach h WHERE h.asset_kind = ''site'' AND h.asset_id IN (SELECT r.site_id FROM %s r)')) AS v (t, villages);
SELECT watch_tiles('village', 'villages', 'geom');
SELECT watch_tiles('zone', 'zones', 'geom');
SELECT watch_tiles('street', 'streets', 'geom');
SELECT watch_tiles('planned_work', 'planned-works', 'geom');
-- +goose StatementBegin
DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['organization', 'unit', 'technology', 'service_radius', 'unit_area_class'] LOOP
        EXECUTE format('CREATE TRIGGER w_tiles AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION tiles_all()', t);
    END LOOP;
END $$;
-- +goose StatementEnd

-- Who may count what: the law of asset, word for word.
ALTER TABLE asset_cell ENABLE ROW LEVEL SECURITY;
-- +goose StatementBegin
DO $$
DECLARE
    p record;
BEGIN
    FOR p IN SELECT policyname, qual FROM pg_policies WHERE schemaname = 'public' AND tablename = 'asset' AND permissive = 'PERMISSIVE' AND cmd IN ('SELECT', 'ALL') LOOP
        EXECUTE format('CREATE POLICY %I ON asset_cell FOR SELECT USING (%s)', p.policyname, p.qual);
    END LOOP;
END $$;
-- +goose StatementEnd
GRANT SELECT ON asset_cell TO hatangso_program;

SELECT recompute_cells();
