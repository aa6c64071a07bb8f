-- +goose Up
-- The views everything reads: API, exports, map, indicators. One view a noun,
-- one column a field of the noun under the field's name, and behind them the
-- columns lists filter by. What a reader may see is decided here and nowhere else.
CREATE SCHEMA guarded;

CREATE VIEW guarded.organization AS
SELECT id, version, code, name, kind, legal_group, mvno, contact, note, updated_at FROM organization;

CREATE VIEW guarded.unit AS
SELECT id, version, level, code, name, unit_kind, parent_id AS parent, province, area_km2, population,
       valid_from, valid_to, geom AS geometry, valid, updated_at FROM unit;

CREATE VIEW guarded.village AS
SELECT v.id, v.version, v.code, v.name, v.village_kind, v.declared_commune, u.code AS commune_code, u.name AS commune,
       v.province, v.population, v.households, v.grid_power, v.special_difficulty, v.valid_from, v.valid_to, v.clusters,
       v.geom AS geometry, v.valid, v.unit_id, v.updated_at
FROM village v LEFT JOIN unit u ON u.id = v.unit_id;

-- +goose StatementBegin
-- Each kind's own columns; those all assets share are written once below. A
-- view reads its partition: autovacuum never analyzes a partitioned table, and
-- without statistics the planner looks up every row's owner and commune anew.
-- The kind is named all the same: the primary key begins with it.
DO $$
DECLARE
    k record;
BEGIN
    FOR k IN SELECT * FROM (VALUES
        ('site', 'a.site_kind, a.host_type, a.host_name, a.lease_contract, a.land_area_m2, a.land_use, a.shelter, a.shelter_area_m2,
                  a.power, a.battery_hours, a.transmission, a.elevation_m, a.building_height_m, a.free_slots, a.max_load_kg,
                  a.refusal_reason, a.area_class, a.sharing_since'),
        ('pole', 'a.class, a.material, a.height_m, a.line_no, a.route_code, a.boxes, a.clearance_m, a.condition,
                  coalesce(a.to_remove, false) AS to_remove'),
        ('duct', 'a.from_manhole_id AS from_manhole, a.to_manhole_id AS to_manhole, a.ducts, a.diameter_mm, a.material,
                  a.depth_m, a.free_ducts, a.length_m'),
        ('manhole', 'a.manhole_type, a.size_text, a.lid_class, a.depth_m, a.condition'),
        ('trench', 'a.trench_type, a.width_m, a.height_m, a.depth_m,
                  (SELECT m.code FROM organization m WHERE m.id = a.manager_id) AS manager,
                  a.sectors, a.decision, a.capacity_text, a.fire_safety, a.length_m'),
        ('cable_route', 'a.laying, a.level, a.cable_type, a.cables, a.from_text, a.to_text, a.year_laid, a.tagged, a.length_m'),
        ('service_point', 'a.class, a.land_area_m2, a.land_use, a.building_area_m2, a.floor_area_m2, a.height_m,
                  coalesce(a.wifi, false) AS wifi')) AS v (kind, own)
    LOOP
        EXECUTE format($view$
            CREATE VIEW guarded.%1$I AS
            SELECT a.id, a.version, a.code, a.name, o.code AS owner, a.owner_present, a.status, a.planned_on, a.approved_on,
                   a.built_on, a.operating_from, a.operating_to, a.removed_on, a.address, a.road, a.declared_commune,
                   u.code AS commune_code, u.name AS commune, a.province, a.fibre_access, a.disclosure, a.source, a.note,
                   a.submitted, a.created_at, a.updated_at, %2$s, a.geom AS geometry, a.in_service, a.unit_id, a.owner_id
            FROM asset_%1$I a
            LEFT JOIN organization o ON o.id = a.owner_id
            LEFT JOIN unit u ON u.id = a.unit_id
            WHERE a.kind = %1$L $view$, k.kind, k.own);
    END LOOP;
END $$;
-- +goose StatementEnd

CREATE VIEW guarded.mast AS
SELECT m.id, m.version, m.site_id AS site, m.code, m.class, m.structure, m.height_m, m.width_m, m.foundation, m.wind_zone,
       m.design_load_kg, m.lighted, m.year_built, m.inspected_on, m.platforms, m.operating_from, m.operating_to, m.note,
       a.code AS site_code, a.geom AS geometry, daterange(m.operating_from, m.operating_to) AS in_service,
       a.unit_id, a.owner_id, m.updated_at
FROM mast m JOIN asset a ON a.kind = 'site' AND a.id = m.site_id;

-- An operator may stand on a site that is not its to see.
CREATE VIEW guarded.station AS
SELECT s.id, s.version, s.site_id AS site, s.mast_id AS mast, s.code, s.name, o.code AS operator, s.technology, s.band_mhz,
       s.sectors, s.azimuths, s.tilt_deg, s.antenna_height_m, s.gain_dbi, s.eirp_dbm, s.carrier_mhz, s.cell_id,
       s.on_air_from, s.on_air_to, s.active_shared, s.partners, s.note, a.code AS site_code, a.geom AS geometry,
       s.on_air AS in_service, a.unit_id, s.operator_id AS owner_id, s.updated_at
FROM station s
LEFT JOIN asset a ON a.kind = 'site' AND a.id = s.site_id
JOIN organization o ON o.id = s.operator_id;

CREATE VIEW guarded.tenancy AS
SELECT t.id, t.version, t.asset_kind, t.asset_id AS asset, o.code AS tenant, t.placement, t.slots, t.boxes, t.contract,
       t.valid_from AS "from", t.valid_to AS "to", t.owner_says, t.tenant_says, t.evidence, t.note,
       t.during AS in_service, t.tenant_id AS owner_id, a.unit_id, a.geom AS geometry, t.updated_at
FROM tenancy t
JOIN organization o ON o.id = t.tenant_id
LEFT JOIN asset a ON a.kind = t.asset_kind AND a.id = t.asset_id;

CREATE VIEW guarded.permit AS
SELECT id, version, asset_kind, asset_id AS asset, basis, number, authority, issued_on, valid_until, height_m, note, updated_at
FROM permit;

CREATE VIEW guarded.certificate AS
SELECT id, version, site_id AS site, applies, number, body, issued_on, expires_on, note, updated_at FROM certificate;

CREATE VIEW guarded.statement AS
SELECT s.id, s.version, s.village_id AS village, s.layer, s.service, s.technology, o.code AS operator, s.state,
       s.valid_from AS "from", s.valid_to AS "to", s.source, s.updated_at
FROM statement s LEFT JOIN organization o ON o.id = s.operator_id;
