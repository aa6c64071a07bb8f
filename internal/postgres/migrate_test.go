package postgres_test

import (
	"fmt"
	"sync"
	"testing"

	"github.com/hatangso/hatangso/internal/pgtest"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// fingerprint describes everything a migration makes or loads.
const fingerprint = `SELECT md5(string_agg(x, E'\n' ORDER BY x)) FROM (
	SELECT format('%s.%s %s %s', n.nspname, c.relname, c.relkind, (SELECT string_agg(format('%s %s %s', attname, atttypid::regtype, attnotnull), ',' ORDER BY attnum)
		FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped)) AS x
	FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ('public', 'guarded')
	UNION ALL SELECT format('%s %s', tgrelid::regclass, tgname) FROM pg_trigger WHERE NOT tgisinternal
	UNION ALL SELECT prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prolang <> (SELECT oid FROM pg_language WHERE lanname = 'c')
	UNION ALL SELECT c::text FROM code c UNION ALL SELECT t::text FROM technology t UNION ALL SELECT s::text FROM service_radius s
	UNION ALL SELECT u::text FROM unit_area_class u
	UNION ALL SELECT format('%s %s', srid, proj4text) FROM spatial_ref_sys
	UNION ALL SELECT version_id::text FROM schema_migrations) d`

func TestMigrateAgainChangesNothing(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	before := one[string](r, fingerprint)
	if err := postgres.Migrate(t.Context(), r.dsn); err != nil {
		t.Fatal(err)
	}
	if after := one[string](r, fingerprint); after != before {
		t.Error("a second migration changes the schema or the shipped data")
	}
}

// What a province changed or added outlives the next migration.
func TestMigrateKeepsWhatAProvinceChanged(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.exec(`INSERT INTO code (list, code, vi, en) VALUES ('mast_class', 'A2c', 'Loại A2c', 'Class A2c');
		UPDATE service_radius SET radius_m = 900 WHERE technology = '4G' AND area_class = 'urban';
		UPDATE technology SET sunset_on = '2028-12-31' WHERE code = '3G';
		UPDATE code SET vi = 'sai' WHERE list = 'status' AND code = 'operating'`)
	if err := postgres.Migrate(t.Context(), r.dsn); err != nil {
		t.Fatal(err)
	}
	for what, sql := range map[string]string{
		"an added code":          `SELECT count(*) FROM code WHERE list = 'mast_class' AND code = 'A2c'`,
		"a changed radius":       `SELECT count(*) FROM service_radius WHERE technology = '4G' AND area_class = 'urban' AND radius_m = 900`,
		"a decided sunset":       `SELECT count(*) FROM technology WHERE code = '3G' AND sunset_on = '2028-12-31'`,
		"a shipped code's title": `SELECT count(*) FROM code WHERE list = 'status' AND code = 'operating' AND vi = 'Đang hoạt động'`,
	} {
		if one[int](r, sql) != 1 {
			t.Errorf("%s is lost", what)
		}
	}
	again, err := postgres.Open(t.Context(), r.dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if !again.Codes().Has("mast_class", "A2c") || !again.Codes().Has("technology", "5G") {
		t.Error("the code lists in force lack a code")
	}
}

// Several programs start at once on an empty database.
func TestMigrateAtOnce(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	want := one[string](r, fingerprint)
	if _, err := r.sql.Exec(t.Context(), `DROP SCHEMA guarded CASCADE; DROP SCHEMA river CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public`); err != nil {
		t.Fatal(err)
	}
	r.sql.Reset() // its connections know the old types
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			if err := postgres.Migrate(t.Context(), r.dsn); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if got := one[string](r, fingerprint); got != want {
		t.Error("three migrations at once make another schema than one")
	}
}

func TestOpenRefusesAnotherSchema(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	have, want, err := r.db.SchemaVersion(t.Context())
	if err != nil || have != want || have < 4 {
		t.Fatalf("schema %d, program %d, %v", have, want, err)
	}
	for _, c := range []struct {
		name, sql string
		says      []string
	}{
		{"older", `DELETE FROM schema_migrations WHERE version_id = (SELECT max(version_id) FROM schema_migrations)`,
			[]string{fmt.Sprint(want - 1), fmt.Sprint(want), "hatangso migrate"}},
		{"newer", `INSERT INTO schema_migrations (version_id, is_applied) VALUES (99999, true)`, []string{"99999", fmt.Sprint(want)}},
		{"empty", `DROP TABLE schema_migrations`, []string{"0", fmt.Sprint(want), "hatangso migrate"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r := openRegister(t, pgtest.New(t))
			if _, err := r.sql.Exec(t.Context(), c.sql); err != nil {
				t.Fatal(err)
			}
			db, err := postgres.Open(t.Context(), r.dsn)
			if err == nil {
				db.Close()
				t.Fatal("opened")
			}
			e := wantCode(t, err, registry.CodeUnavailable)
			contains(t, e.Message.VI, c.says...)
			contains(t, e.Message.EN, c.says...)
		})
	}
}

func TestOpenSaysWhatIsWrongWithTheConnection(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, dsn string
		code      registry.Code
	}{
		{"no URL", "postgres://user@host:port/x", registry.CodeInvalid},
		{"nobody there", "postgres://nobody@127.0.0.1:1/none?connect_timeout=2", registry.CodeUnavailable},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, err := postgres.Open(t.Context(), c.dsn)
			wantCode(t, err, c.code)
		})
	}
	if err := postgres.Migrate(t.Context(), "postgres://user@host:port/x"); registry.CodeOf(err) != registry.CodeInvalid {
		t.Errorf("migrate: %v", err)
	}
}
