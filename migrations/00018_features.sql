-- +goose Up
-- OGC API – Features: where the collections are, and whether a count still holds.

-- +goose StatementBegin
-- collection_extent gives about where the features of a noun are, widened to a
-- tenth of a degree, whoever asks: which work is the outermost it does not tell.
-- It reads the head of the spatial index; nothing of a noun that has no rows.
CREATE FUNCTION collection_extent(of_noun text, OUT west float8, OUT south float8, OUT east float8, OUT north float8)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
    place text := CASE WHEN of_noun IN ('mast', 'station') THEN 'asset_site' WHEN own_columns(of_noun) IS NULL THEN of_noun ELSE 'asset_' || of_noun END;
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

-- Somebody is told, too, that a key made for editing in QGIS has written over what
-- they had set.
ALTER TABLE notice
    ALTER obligation_id DROP NOT NULL, ALTER organization_id DROP NOT NULL, ALTER period DROP NOT NULL,
    ALTER due_on DROP NOT NULL, ALTER days DROP NOT NULL,
    ADD change_seq bigint, -- of the change that wrote over it
    ADD overwritten jsonb,
    DROP CONSTRAINT notice_kind_check,
    ADD CONSTRAINT notice_kind_check CHECK (kind IN ('requested', 'reminder', 'late', 'overwritten')),
    ADD CONSTRAINT notice_about CHECK (CASE WHEN kind = 'overwritten' THEN change_seq IS NOT NULL AND overwritten IS NOT NULL
        ELSE num_nulls(obligation_id, organization_id, period, due_on, days) = 0 END),
    ADD UNIQUE (account_id, change_seq);

-- +goose StatementBegin
-- tell_overwritten tells those whose values the transaction's last change of a
-- record has replaced: who set them in the last so many changes, or when that is
-- NULL recently, and has an account, by themselves or by a key of their
-- own. of_code is what the record is called. It gives how many were told.
CREATE FUNCTION tell_overwritten(of_noun text, of_id bigint, of_code text, changes bigint, recent interval) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
DECLARE
    me   text := current_setting('hatangso.actor', true);
    mine change;
    told int;
BEGIN
    SELECT * INTO mine FROM change WHERE noun = of_noun AND record_id = of_id AND tx = txid_current() ORDER BY seq DESC LIMIT 1;
    IF NOT FOUND THEN
        RETURN 0; -- nothing was changed
    END IF;
    WITH before AS (
        SELECT c.actor, c.after FROM change c
        WHERE c.noun = of_noun AND c.record_id = of_id AND c.seq < mine.seq AND c.op IN ('create', 'update')
            AND (changes IS NOT NULL OR c.at > now() - recent)
        ORDER BY c.seq DESC LIMIT coalesce(changes, 1000)),
    lost AS (
        SELECT b.actor, k.field FROM before b, jsonb_object_keys(mine.before) AS k (field)
        WHERE b.actor <> me AND b.after ? k.field AND b.after -> k.field = mine.before -> k.field),
    whose AS (
        SELECT a.id, l.field FROM lost l JOIN account a ON 'user:' || a.login = l.actor
        UNION
        SELECT a.id, l.field FROM lost l JOIN api_key k ON 'key:' || k.name = l.actor JOIN account a ON 'user:' || a.login = k.holder)
    INSERT INTO notice (account_id, kind, at, change_seq, overwritten)
    SELECT w.id, 'overwritten', now(), mine.seq, jsonb_build_object('noun', of_noun, 'id', of_id, 'code', of_code,
        'fields', jsonb_agg(w.field ORDER BY w.field), 'by', me, 'seq', mine.seq)
    FROM whose w
    WHERE NOT EXISTS (SELECT FROM account a LEFT JOIN api_key k ON k.holder = 'user:' || a.login
        WHERE a.id = w.id AND me IN ('user:' || a.login, 'key:' || k.name))
    GROUP BY w.id;
    GET DIAGNOSTICS told = ROW_COUNT;
    RETURN told;
END $$;
-- +goose StatementEnd
REVOKE EXECUTE ON FUNCTION tell_overwritten FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tell_overwritten TO hatangso_program;
