-- +goose Up
-- Most who ask for a page again ask when nothing has been written since they asked
-- before: the log's sequence alone says so, which is one row to read, where the end of
-- the log and all locks were looked through.
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION changed_since(since bigint, of_nouns text[], OUT horizon bigint, OUT changed boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
DECLARE
    -- a sequence tells of numbers as they are drawn, before what they are for is written
    newest bigint := (SELECT last_value FROM change_seq_seq);
BEGIN
    IF newest = since THEN
        horizon := since;
        changed := false;
        RETURN;
    END IF;
    horizon := change_horizon();
    changed := EXISTS (SELECT FROM change c WHERE c.seq > since AND c.noun = ANY (of_nouns));
END $$;
-- +goose StatementEnd
