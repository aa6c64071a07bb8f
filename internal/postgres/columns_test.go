package postgres_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/hatangso/hatangso/internal/registry"
)

// loggedColumns are the columns a person can set, of a table.
func loggedColumns(r *register, table string) []string {
	return column[string](r, `SELECT attname FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped
		AND attgenerated = '' AND attname <> ALL (derived_columns($1::regclass)) ORDER BY 1`, table)
}

// A fully given record is in the log with every column it has: who adds a
// column to a table and does not call guard_table again, or does not name it in
// own_columns, fails here.
func TestEveryColumnIsLogged(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	around := r.surround()
	logged, tables := map[string]bool{}, map[string]bool{}
	for _, n := range registry.Nouns {
		id := r.create(r.full(n, around, 0))
		log := r.changes(n.Name, id)
		if len(log) != 1 || log[0].Op != "create" {
			t.Fatalf("%s: %+v", n.Name, log)
		}
		var want []string
		for _, f := range n.Writable() {
			if otherThing(n, f) {
				logged[n.Table+"."+f.Column] = true
				continue
			}
			want = append(want, f.Column)
		}
		slices.Sort(want)
		if diff := differ(want, sortedKeys(log[0].After)); diff != "" {
			t.Errorf("%s: the log of a full record (-fields +logged):\n%s", n.Name, diff)
		}
		for _, c := range want {
			logged[n.Table+"."+c] = true
		}
		tables[n.Table] = true
	}
	for table := range tables {
		for _, c := range loggedColumns(r, table) {
			if !logged[table+"."+c] {
				t.Errorf("%s.%s is no field of any noun", table, c)
			}
		}
	}
	// guarded, but no nouns
	r.exec(`INSERT INTO unit_successor (old_id, new_id, share, method, effective_on)
		SELECT min(id), max(id), 0.5, 'area', '2025-07-01' FROM unit;
		INSERT INTO api_key (name, hash, hint, description, holder, expires_at, revoked_at) VALUES ('t', '\x00', 'h', 'd', 'who', now(), now());
		INSERT INTO account (login, name, grants, oidc_issuer, oidc_subject, disabled_at) VALUES ('hoa', 'Hòa', '{"roles": ["admin"]}', 'i', 's', now());
		INSERT INTO rule_limit (rule, name, value) VALUES ('r', 'n', 1);
		INSERT INTO filing (noun, organization_id, file_name, file_bytes, file_sha256, counts, rule_version, faults, created_by, checked_at, signed_by, signed_at, receipt,
			decided_by, decided_at, decision) SELECT 'poles', min(id), 'f', 1, 'h', '{}', 1, '[]', 'c', now(), 's', now(), '{}', 'd', now(), 'r' FROM organization`)
	r.exec(`INSERT INTO plan (code, text) VALUES ('x', 'code: x')`)
	beside := []string{"unit_successor", "api_key", "account", "rule_limit", "filing", "plan"}
	for _, table := range beside {
		log := r.changes(table, one[int64](r, `SELECT max(id) FROM `+table))
		if diff := differ(loggedColumns(r, table), sortedKeys(log[0].After)); diff != "" {
			t.Errorf("%s: the log of a full record (-columns +logged):\n%s", table, diff)
		}
	}
	r.exec(`INSERT INTO obligation (code, title_vi, title_en, basis, mark, recipient, organization_id, kinds, fulfilled_by, recurrence, month, day, named_on,
			before, opens_days, remind, valid_from, valid_to, active, shipped)
		SELECT 'full', 'a', 'b', 'c', 'd', 'e', min(id), '{operator}', 'any', 'once', 1, 2, '2026-01-02', true, 3, '{4}', '2026-01-01', '2027-01-01', true, true FROM organization;
		INSERT INTO duty_answer (obligation_id, organization_id, period, kind, given_on, note, given_by)
		SELECT max(o.id), min(g.id), '2026', 'nothing', '2026-01-01', 'n', 'who' FROM obligation o, organization g`)
	r.exec(`INSERT INTO feedback (code, feedback_kind, description, address, state, agency_id, to_commune, due_on, answer, note, geom)
		SELECT 'sixteen letters!', 'unsafe', 'd', 'a', 'resolved', min(id), true, '2026-01-01', 'a', 'n', ST_SetSRID(ST_MakePoint(106, 20), 4326) FROM organization`)
	for _, table := range []string{"obligation", "duty_answer", "feedback"} {
		log := r.changes(table, one[int64](r, `SELECT max(id) FROM `+table))
		if diff := differ(loggedColumns(r, table), sortedKeys(log[0].After)); diff != "" {
			t.Errorf("%s: the log of a full record (-columns +logged):\n%s", table, diff)
		}
		tables[table] = true
	}
	if slices.Contains(loggedColumns(r, "api_key"), "hash") {
		t.Error("the log holds hashes of keys")
	}
	for _, table := range guardedTables(r) {
		if tables[table] || unlogged[table] != "" || slices.Contains(beside, table) || strings.HasPrefix(table, "asset_") {
			continue
		}
		t.Errorf("nobody tests that the columns of %s are logged", table)
	}
}

// The database's list of what is a kind's own, the nouns', and the views'.
func TestOwnColumnsAreThoseOfTheNouns(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	common := map[string]bool{}
	for _, f := range reflect.VisibleFields(reflect.TypeFor[registry.Asset]()) {
		common[f.Tag.Get("json")] = true
	}
	kinds := 0
	for _, n := range registry.Nouns {
		if !n.IsAsset() {
			continue
		}
		kinds++
		var want []string
		for _, f := range n.Writable() {
			if !common[f.Name] {
				want = append(want, f.Column)
			}
		}
		slices.Sort(want)
		if diff := differ(want, column[string](r, `SELECT unnest(own_columns($1)) ORDER BY 1`, n.Name)); diff != "" {
			t.Errorf("%s (-noun +own_columns):\n%s", n.Name, diff)
		}
	}
	if partitions := one[int](r, `SELECT count(*) FROM pg_inherits WHERE inhparent = 'asset'::regclass`); partitions != kinds {
		t.Errorf("%d partitions of %d kinds", partitions, kinds)
	}
}

// sqlTypes are the types of a guarded view's columns by the type of the field.
var sqlTypes = map[registry.FieldType]string{
	registry.TextField: "text", registry.IntField: "bigint", registry.DecimalField: "double precision", registry.BoolField: "boolean",
	registry.DateField: "date", registry.TimeField: "timestamp with time zone", registry.JSONField: "jsonb", registry.GeometryField: "geometry",
}

func TestEveryFieldHasItsColumns(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	columns := func(relation string) map[string]string {
		rows, err := r.sql.Query(t.Context(), `SELECT attname, regexp_replace(format_type(atttypid, NULL), '\(.*', '') FROM pg_attribute
			WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`, relation)
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		out := map[string]string{}
		for rows.Next() {
			var name, kind string
			if err := rows.Scan(&name, &kind); err != nil {
				t.Fatal(err)
			}
			out[name] = kind
		}
		return out
	}
	// behind the fields stand the columns lists filter by
	filters := []string{"unit_id", "owner_id", "in_service", "valid", "geometry", "updated_at", "created_at"}
	for _, n := range registry.Nouns {
		view, table := columns("guarded."+n.Name), columns(n.Table)
		for i := range n.Fields {
			f := &n.Fields[i]
			if view[f.Name] != sqlTypes[f.Type] {
				t.Errorf("guarded.%s.%s is %q, want %q", n.Name, f.Name, view[f.Name], sqlTypes[f.Type])
			}
			want := sqlTypes[f.Type]
			if f.Ref != "" || f.Name == "asset" {
				want = "bigint"
			}
			if !f.ReadOnly && table[f.Column] != want {
				t.Errorf("%s.%s is %q, want %q", n.Table, f.Column, table[f.Column], want)
			}
		}
		for name := range view {
			if n.Field(name) == nil && !slices.Contains(filters, name) {
				t.Errorf("guarded.%s.%s is no field", n.Name, name)
			}
		}
	}
	views := column[string](r, `SELECT relname FROM pg_class WHERE relnamespace = 'guarded'::regnamespace AND relkind = 'v'`)
	if len(views) != len(registry.Nouns) {
		t.Errorf("%d views of %d nouns", len(views), len(registry.Nouns))
	}
}
