-- +goose Up
-- OGC API – Features: where the collections are, and whether a count still holds.

-- +goose StatementBegin
-- collection_extent gives about where the features of a noun are, widened to a
-- tenth of a degree, whoever asks: which work is the outermost it does not tell.
-- It reads the head of the spatial index; nothing of a noun that has no rows.
CREATE FUNCTION collection_extent(of_noun text, OUT west float8, OUT south float8, OUT east float8, OUT north float8)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
    place text := CASE WHEN of_noun IN ('unit', 'village') THEN of_noun WHEN of_noun IN ('mast', 'station') THEN 'asset_site' ELSE 'asset_' || of_noun END;
    box   box2d;
    there boolean;
BEGIN
    IF of_noun IN ('mast', 'station') THEN
        EXECUTE format('SELECT EXISTS (SELECT FROM %I)', of_noun) INTO there;
    ELSE
        EXECUTE format('SELECT EXISTS (SELECT FROM %I WHERE geom IS NOT NULL)', place) INTO there;
    END IF;
    IF there THEN
        box := ST_EstimatedExtent('public', place, 'geom');
        west := floor(ST_XMin(box) * 10) / 10;
        south := floor(ST_YMin(box) * 10) / 10;
        east := ceil(ST_XMax(box) * 10) / 10;
        north := ceil(ST_YMax(box) * 10) / 10;
    END IF;
END $$;
-- +goose StatementEnd
REVOKE EXECUTE ON FUNCTION collection_extent FROM PUBLIC;
GRANT EXECUTE ON FUNCTION collection_extent TO hatangso_program;

-- +goose StatementBegin
-- changed_since says whether anything of some nouns was written after a place in
-- the change log, whoever asks, and to which place the log can be read now.
CREATE FUNCTION changed_since(since bigint, of_nouns text[], OUT horizon bigint, OUT changed boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
BEGIN
    horizon := change_horizon();
    changed := EXISTS (SELECT FROM change c WHERE c.seq > since AND c.noun = ANY (of_nouns));
END $$;
-- +goose StatementEnd
REVOKE EXECUTE ON FUNCTION changed_since FROM PUBLIC;
GRANT EXECUTE ON FUNCTION changed_since TO hatangso_program;
