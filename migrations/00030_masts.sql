-- +goose Up
-- A mast is in service while its site is: masts of sites that are not built yet, which
-- say no days of their own, were there on every day since the beginning of time.
CREATE OR REPLACE VIEW guarded.mast WITH (security_invoker = true) AS
SELECT m.id, m.version, m.site_id AS site, m.code, m.class, m.structure, m.height_m, m.width_m, m.foundation, m.wind_zone,
       m.design_load_kg, m.lighted, m.year_built, m.inspected_on, m.platforms, m.operating_from, m.operating_to, m.note,
       a.code AS site_code, a.geom AS geometry, daterange(m.operating_from, m.operating_to) * a.in_service AS in_service,
       a.unit_id, a.owner_id, m.updated_at
FROM mast m JOIN asset a ON a.kind = 'site' AND a.id = m.site_id;
