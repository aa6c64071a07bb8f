package postgres_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// open are the tables that may be written without an actor. A new one must be
// argued for here.
var open = map[string]string{
	"code":              "shipped with the program, loaded by every migration",
	"technology":        "shipped",
	"service_radius":    "shipped",
	"unit_area_class":   "shipped",
	"setting":           "shipped, and the database owner's to change",
	"change_seal":       "derived from the log; the program cannot write it",
	"reach":             "derived by triggers of guarded tables",
	"compliance":        "derived by triggers of guarded tables",
	"compliance_law":    "shipped, and the database owner's to change",
	"compliance_ground": "shipped, and the database owner's to change",
	"compliance_rule":   "shipped, and the database owner's to change",
	"village_point":     "derived by triggers of village",
	"unit_piece":        "derived by triggers of unit",
	"asset_standing":    "derived by triggers of tenancy, station, permit and asset; the department reads it",
	"asset_cell":        "derived by triggers of asset and asset_standing",
	"indicator_kept":    "derived from the register when a number is asked for",
	"indicator_fact":    "derived from the register when a number is asked for",
	"indicator_sum":     "derived from the register when a number is asked for",
	"schema_migrations": "goose's own",
	"spatial_ref_sys":   "PostGIS's own",
}

// unlogged are the guarded tables that leave no trace in the log.
var unlogged = map[string]string{
	"change":      "is the log",
	"access":      "is a log itself",
	"idempotency": "answers given, kept for days",
	"password":    "secrets; that one is set is an event",
	"session":     "secrets; signing in is an event",
	"reset":       "secrets; issuing one is an event",

	"filing_chunk":     "the file; the filing's hash is logged",
	"filing_row":       "made of the file",
	"filing_missing":   "made of the file",
	"finding":          "made of the file",
	"filing_edit":      "says itself who and when",
	"verification":     "says itself who, when and why",
	"column_choice":    "a habit of reading",
	"feedback_contact": "personal data of who reported, which the log would keep for ever",
	"feedback_photo":   "taken in once with the report and never changed",
	"photo_file":       "the bytes; an event of the log has their hash",
	"notice":           "derived of duties; what somebody has read is their own",
	"published":        "says itself who, when and what, and never changes",
	"outbox":           "what of notices goes by mail, and whether it went",
}

func guardedTables(r *register) []string {
	r.Helper()
	all := column[string](r, `SELECT c.relname FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace ORDER BY 1`)
	for name := range open {
		if !slices.Contains(all, name) {
			r.Errorf("there is no table %s any more", name)
		}
	}
	guarded := slices.DeleteFunc(all, func(name string) bool { return open[name] != "" })
	if len(guarded) < 20 {
		r.Fatalf("only %v are guarded", guarded)
	}
	return guarded
}

// No table can be written without an actor, in no way, its partitions neither.
func TestNoWriteWithoutAnActor(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.site("S", 106, 20)
	for _, table := range guardedTables(r) {
		settable := one[string](r, `SELECT attname FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND attgenerated = '' AND attidentity = ''
			ORDER BY attnum LIMIT 1`, table)
		for _, write := range []string{
			`INSERT INTO %[1]s DEFAULT VALUES`, `UPDATE %[1]s SET %[2]s = %[2]s`, `DELETE FROM %[1]s`, `TRUNCATE %[1]s CASCADE`,
			`COPY %[1]s (%[2]s) FROM PROGRAM 'true'`,
		} {
			write := fmt.Sprintf(write, table, settable)
			if _, err := r.sql.Exec(t.Context(), write); sqlState(err) != "HT001" {
				t.Errorf("%s: %v", write, err)
			}
		}
	}
	// an empty name is none
	if _, err := r.sql.Exec(t.Context(), `SELECT set_config('hatangso.actor', '', false)`); err != nil {
		t.Fatal(err)
	}
	if _, err := r.sql.Exec(t.Context(), `DELETE FROM asset`); sqlState(err) != "HT001" {
		t.Errorf("an empty actor: %v", err)
	}
	if n := one[int](r, `SELECT count(*) FROM asset`); n != 1 {
		t.Errorf("%d assets", n)
	}
}

// The log cannot be rewritten, and nothing can be written past it.
func TestNoWritePastTheLog(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.site("S", 106, 20)
	writes := []string{`UPDATE change SET actor = 'somebody else'`, `DELETE FROM change`, `TRUNCATE service_radius`, `TRUNCATE compliance_law CASCADE`}
	for _, table := range guardedTables(r) {
		writes = append(writes, `TRUNCATE `+table+` CASCADE`)
	}
	for _, partition := range column[string](r, `SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'asset'::regclass`) {
		writes = append(writes, `UPDATE `+partition+` SET name = 'x'`, `DELETE FROM `+partition,
			`INSERT INTO `+partition+` (kind, code, geom) VALUES ('`+strings.TrimPrefix(partition, "asset_")+`', 'x', ST_SetSRID(ST_MakePoint(106, 20), 4326))`)
	}
	for _, write := range writes {
		if err := r.tryExec(write); sqlState(err) != "HT002" {
			t.Errorf("%s: %v", write, err)
		}
	}
	if n := one[int](r, `SELECT count(*) FROM change WHERE actor = 'tester'`); n != 1 {
		t.Errorf("%d changes by the tester", n)
	}
}

type change struct {
	Actor, Reason, RequestID, Noun, Op string
	RecordID                           int64
	Before, After                      map[string]any
}

// changes reads the log of one record.
func (r *register) changes(noun string, id int64) []change {
	r.Helper()
	rows, err := r.sql.Query(r.Context(), `SELECT actor, reason, request_id, noun, op, record_id, before, after FROM change
		WHERE noun = $1 AND record_id = $2 ORDER BY seq`, noun, id)
	if err != nil {
		r.Fatal(err)
	}
	defer rows.Close()
	var out []change
	for rows.Next() {
		var c change
		var before, after []byte
		if err := rows.Scan(&c.Actor, &c.Reason, &c.RequestID, &c.Noun, &c.Op, &c.RecordID, &before, &after); err != nil {
			r.Fatal(err)
		}
		for _, j := range []struct {
			text []byte
			into *map[string]any
		}{{before, &c.Before}, {after, &c.After}} {
			if j.text != nil {
				if err := json.Unmarshal(j.text, j.into); err != nil {
					r.Fatal(err)
				}
			}
		}
		out = append(out, c)
	}
	return out
}

func TestChangeLog(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel")
	id := r.site("S", 106, 20, func(s *registry.Site) { s.Name, s.Address = ptr("Vị trí một"), ptr("Ngõ 1") })
	again := tester
	again.Name, again.Reason, again.RequestID = "người khác", "sửa theo công văn", "req-2"
	_, err := r.db.Update(t.Context(), again, registry.SiteNoun, id, 1, func(record registry.Record) error {
		s := record.(*registry.Site)
		s.Name, s.Address, s.Owner = ptr("Vị trí hai"), nil, ptr("Viettel")
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	r.delete(registry.SiteNoun, id)
	log := r.changes("site", id)
	if len(log) != 3 {
		t.Fatalf("%d changes", len(log))
	}
	owner := float64(one[int64](r, `SELECT id FROM organization`))
	for i, want := range []change{
		{Op: "create", Actor: "tester", Reason: "kiểm thử", RequestID: "req-1", After: map[string]any{"name": "Vị trí một", "address": "Ngõ 1", "code": "S",
			"status": "operating", "disclosure": "ordinary", "fibre_access": false}},
		{Op: "update", Actor: "người khác", Reason: "sửa theo công văn", RequestID: "req-2",
			Before: map[string]any{"name": "Vị trí một", "address": "Ngõ 1", "owner_id": nil},
			After:  map[string]any{"name": "Vị trí hai", "address": nil, "owner_id": owner}},
		{Op: "delete", Actor: "tester", Reason: "kiểm thử", RequestID: "req-1", Before: map[string]any{"name": "Vị trí hai", "code": "S",
			"status": "operating", "disclosure": "ordinary", "fibre_access": false, "owner_id": owner}},
	} {
		want.Noun, want.RecordID = "site", id
		got := log[i]
		delete(got.After, "geom")
		if i != 1 {
			delete(got.Before, "geom")
		}
		if diff := differ(want, got); diff != "" {
			t.Errorf("change %d (-want +got):\n%s", i, diff)
		}
	}
}

// What the register computes itself disturbs nobody's If-Match and makes no log.
func TestDerivedColumnsAreNotVersioned(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	site := r.site("S", 106.05, 20.05)
	village := r.village("V", 106.05, 20.05)
	before := one[int](r, `SELECT count(*) FROM change WHERE noun <> 'unit'`)
	r.commune("1", "Phường Đông", 106, 20, 106.1, 20.1, func(u *registry.Unit) { u.Province = ptr("31") })
	s, v := r.get(registry.SiteNoun, site).(*registry.Site), r.get(registry.VillageNoun, village).(*registry.Village)
	if s.Version != 1 || v.Version != 1 || s.CommuneCode == nil || *s.CommuneCode != "1" || *s.Province != "31" || *v.Province != "31" {
		t.Errorf("site at version %d in %v, village at version %d in %v", s.Version, s.CommuneCode, v.Version, v.CommuneCode)
	}
	if after := one[int](r, `SELECT count(*) FROM change WHERE noun <> 'unit'`); after != before {
		t.Errorf("%d changes are logged", after-before)
	}
	if !s.UpdatedAt.Equal(s.CreatedAt) {
		t.Error("the site looks edited")
	}
}

// A kind of organization is what a person sets, although a kind of asset is not.
func TestEveryWritableFieldIsVersioned(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	id := r.organization("EVN")
	r.update(registry.OrganizationNoun, id, func(record registry.Record) { record.(*registry.Organization).Kind = "power_company" })
	if log := r.changes("organization", id); len(log) != 2 || log[1].After["kind"] != "power_company" {
		t.Errorf("%+v", log)
	}
}

// Deleting a unit with assets on it writes to the partitions by way of the
// foreign key, which the guard of partitions must let through.
func TestDeletingAUnitFreesItsAssets(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	unit := r.commune("1", "Phường Đông", 106, 20, 107, 21)
	site := r.site("S", 106.5, 20.5)
	line := registry.CableRouteNoun.New().(*registry.CableRoute)
	line.Code, line.Geometry.Geometry = "L", orb.LineString{{106.1, 20.1}, {106.2, 20.2}}
	cable := r.create(line)
	village := r.village("V", 106.5, 20.5)
	r.delete(registry.UnitNoun, unit)
	if s := r.get(registry.SiteNoun, site).(*registry.Site); s.CommuneCode != nil || s.Province != nil {
		t.Errorf("the site is still in %v, %v", s.CommuneCode, s.Province)
	}
	if c := r.get(registry.CableRouteNoun, cable).(*registry.CableRoute); c.CommuneCode != nil {
		t.Errorf("the cable is still in %v", *c.CommuneCode)
	}
	if v := r.get(registry.VillageNoun, village).(*registry.Village); v.CommuneCode != nil {
		t.Errorf("the village is still in %v", *v.CommuneCode)
	}
}

// Every statement in a file is one PostgreSQL can prepare: those that read a
// load's own tables with such tables beside them.
func TestEveryQueryPrepares(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	conn, err := r.sql.Acquire(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Release()
	if _, err := conn.Exec(t.Context(), `
		CREATE TEMP TABLE staging (row int, geometry geometry);
		CREATE TEMP TABLE staged (row int, geometry geometry, unit_id bigint, placed_province text, on_air_from date, site_id bigint,
			valid_from date, level text, province text, parent_id bigint, name text, asset_kind text, asset_id bigint, tenant_id bigint, placement text,
			"from" date, "to" date, declared_commune text, written_first text, written_second text);
		CREATE TEMP TABLE wrong (row int, rule text);
		CREATE TEMP TABLE sampled (row int, suspect boolean, declared text, geometry geometry);
		CREATE TEMP TABLE tried (reading int, row int, geom geometry);
		CREATE TEMP TABLE succession (old_level text, new_level text, old_code text, old_name text, old_province text, new_code text, new_name text, new_province text, whole boolean);
		CREATE TEMP TABLE organization_named (t text, id bigint)`); err != nil {
		t.Fatal(err)
	}
	files := queryFiles(t)
	if len(files) < 10 {
		t.Fatalf("only %v", files)
	}
	for _, name := range files {
		text := postgres.Query(name)
		if name == "sharing_counted" { // the head of several statements
			text += "SELECT * FROM counted"
		}
		if name == "filing_sample" { // PREPARE takes no CREATE TABLE
			_, text, _ = strings.Cut(text, " AS\n")
			text = "-- \n" + text
		}
		if _, err := conn.Conn().Prepare(t.Context(), name, text); err != nil {
			t.Errorf("sql/%s.sql: %v", name, err)
		}
		if !strings.HasPrefix(text, "-- ") {
			t.Errorf("sql/%s.sql does not begin with what it is for", name)
		}
	}
}

// An asset's owner is there as long as the asset, whoever writes at once.
func TestOwnersAreNotLost(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	x, y := r.organization("X"), r.organization("Y")
	if err := r.tryExec(`INSERT INTO asset (kind, code, owner_id, geom) VALUES ('pole', 'C', 999, 'SRID=4326;POINT(106 20)')`); sqlState(err) != "23503" {
		t.Errorf("an owner who is nobody: %v", err)
	}
	if err := r.tryExec(`INSERT INTO asset (kind, code, manager_id, geom) VALUES ('trench', 'H', 999, 'SRID=4326;LINESTRING(106 20, 106 21)')`); sqlState(err) != "23503" {
		t.Errorf("a manager who is nobody: %v", err)
	}
	// meanwhile runs while the statement, in a transaction of its own, is not yet committed
	race := func(statement string, meanwhile func() error) error {
		t.Helper()
		tx, err := r.sql.Begin(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer tx.Rollback(t.Context())
		if _, err := tx.Exec(t.Context(), `SELECT set_config('hatangso.actor', 'tester', true)`); err != nil {
			t.Fatal(err)
		}
		if _, err := tx.Exec(t.Context(), statement); err != nil {
			t.Fatal(err)
		}
		ended := make(chan error, 1)
		go func() { ended <- meanwhile() }()
		for one[int](r, `SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`) == 0 {
			time.Sleep(time.Millisecond)
		}
		if err := tx.Commit(t.Context()); err != nil {
			t.Fatal(err)
		}
		return <-ended
	}
	err := race(`INSERT INTO asset (kind, code, owner_id, geom) SELECT 'pole', 'C', id, 'SRID=4326;POINT(106 20)' FROM organization WHERE code = 'X'`,
		func() error { return r.db.Delete(context.Background(), tester, registry.OrganizationNoun, x, 1) })
	wantCode(t, err, registry.CodeConflict)
	err = race(`DELETE FROM organization WHERE code = 'Y'`, func() error {
		return r.tryExec(`INSERT INTO asset (kind, code, owner_id, geom) VALUES ('pole', 'D', $1, 'SRID=4326;POINT(106 20)')`, y)
	})
	if sqlState(err) != "23503" {
		t.Errorf("an owner being deleted: %v", err)
	}
}
