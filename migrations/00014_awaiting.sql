-- +goose Up
-- The queue of each side of a tenancy: what an organization has not said its word
-- on, found by its own works and its own tenancies rather than by asking of every
-- tenancy whose it is.

CREATE INDEX tenancy_unsaid ON tenancy (tenant_id) WHERE tenant_says = 'unconfirmed';
CREATE INDEX tenancy_unsaid_owner ON tenancy (asset_kind, asset_id) WHERE owner_says = 'unconfirmed';

-- +goose StatementBegin
-- tenancies_awaiting gives the tenancies that wait for the word of who asks.
CREATE FUNCTION tenancies_awaiting() RETURNS SETOF bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT id FROM tenancy WHERE tenant_id = actor_organization() AND tenant_says = 'unconfirmed'
    UNION
    SELECT t.id FROM tenancy t JOIN asset a ON a.kind = t.asset_kind AND a.id = t.asset_id
    WHERE t.owner_says = 'unconfirmed' AND a.owner_id = actor_organization()
$$;
-- +goose StatementEnd
