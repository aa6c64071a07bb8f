-- +goose Up
-- What is asked of the index of places about something else. Row security keeps a
-- condition from an index also when a function it does not trust is applied to the
-- other side: to a column of another table and, as of PostgreSQL 15.20 (not 15.18),
-- to what a subquery is given from outside.
-- +goose StatementBegin
-- around is the box that holds everything within metres of g: no degree of latitude
-- is shorter than 110.5 km. It is not SQL, which would be put in its place, and with
-- it all that is not trusted.
CREATE FUNCTION around(g geometry, metres double precision) RETURNS geometry LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    RETURN public.ST_Expand(g, metres / (110500 * greatest(cos(radians(greatest(abs(public.ST_YMin(g)), abs(public.ST_YMax(g))))), 0.01)), metres / 110500);
END $$;
-- +goose StatementEnd
-- +goose StatementBegin
-- trust_filters lets the conditions of a list reach an index past row security.
-- PostgreSQL asks no function it does not trust before the policies have had
-- their say, nor looks at statistics for it, lest it tell of rows that are not to
-- be seen, in an error or a notice; so every list by box or text would read the
-- whole table, and coverage of a day be planned blindly. These tell nothing: they
-- compare, and complain of their constant side only. It takes a superuser;
-- without one lists stay right, and slow. PostGIS's functions lose it when they
-- are restored or updated: every migration run sets it again.
CREATE OR REPLACE FUNCTION trust_filters() RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    f regprocedure;
BEGIN
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        RETURN false;
    END IF;
    FOREACH f IN ARRAY ARRAY['geometry_overlaps(geometry, geometry)', 'st_intersects(geometry, geometry)', 'place_of(geometry)', 'around(geometry, double precision)',
        'geography(geometry)', 'geography_overlaps(geography, geography)', 'st_dwithin(geography, geography, double precision, boolean)',
        'range_contains_elem(anyrange, anyelement)', 'daterange_subdiff(date, date)', 'textlike(text, text)', 'search_text(text, text, text, text)']::regprocedure[] LOOP
        EXECUTE format('ALTER FUNCTION %s LEAKPROOF', f);
    END LOOP;
    RETURN true;
END $$;
-- +goose StatementEnd
-- +goose StatementBegin
-- restrictions_at is as in 00017, but that the index of streets may be asked.
CREATE OR REPLACE FUNCTION restrictions_at(g geometry, day date) RETURNS TABLE (noun text, id bigint, code text, name text, kind text, allowed_classes text[],
    forbidden_classes text[], height_limit_m double precision, height_datum text, decision_number text, issuer text, decided_on date,
    valid_from date, valid_to date, deadline date, distance_m double precision) LANGUAGE sql STABLE PARALLEL SAFE ROWS 3 AS $$
    SELECT 'zone', z.id, z.code, z.name, z.zone_kind, regexp_split_to_array(z.allowed_classes, '[; ]+'), regexp_split_to_array(z.forbidden_classes, '[; ]+'),
        z.height_limit_m, z.height_datum, z.decision_number, z.issuer, z.decided_on, z.valid_from, z.valid_to, z.deadline, 0.0::double precision
    FROM zone z WHERE z.geom && g AND ST_Intersects(z.geom, g) AND z.valid @> day
    UNION ALL
    SELECT 'street', s.id, s.code, s.name, s.street_kind, regexp_split_to_array(s.allowed_classes, '[; ]+'), regexp_split_to_array(s.forbidden_classes, '[; ]+'),
        s.height_limit_m, s.height_datum, s.decision_number, s.issuer, s.decided_on, s.valid_from, s.valid_to, s.deadline,
        ST_Distance(s.geom::geography, g::geography)
    FROM street s
    WHERE s.geom && around(g, 500)
      AND ST_DWithin(s.geom::geography, g::geography, coalesce(s.reach_m, (SELECT setting_number('street_reach_m')))) AND s.valid @> day
$$;
-- +goose StatementEnd
