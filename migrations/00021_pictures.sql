-- +goose Up
-- The pictures of what people report: how they are named, and a small one to list.

DROP FUNCTION feedback_picture(text, int);

-- +goose StatementBegin
-- feedback_picture is a picture for whoever has the code of the report: without
-- what the camera wrote into it.
CREATE FUNCTION feedback_picture(of_code text, nth int) RETURNS TABLE (media_type text, sha256 text, shown bytea, thumbnail bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT p.media_type, p.sha256, p.shown, p.thumbnail FROM feedback_photo p JOIN feedback f ON f.id = p.feedback_id WHERE f.code = of_code AND p.number = nth
$$;
-- +goose StatementEnd
