package postgres_test

import (
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/pgtest"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// Each examination finds what it is there to find, and nothing in a register
// that is well.
func TestExamine(t *testing.T) {
	t.Parallel()
	dsn := pgtest.New(t)
	conn, err := pgx.Connect(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(t.Context())
	look := func() map[string]postgres.Health {
		t.Helper()
		found, err := postgres.Examine(t.Context(), dsn)
		if err != nil {
			t.Fatal(err)
		}
		health := map[string]postgres.Health{}
		for _, f := range found {
			health[f.Check] = f.Health
			if f.Message.VI == "" || f.Message.EN == "" || strings.Contains(f.Message.EN, "%!") || strings.Contains(f.Mend.VI, "%!") ||
				(f.Health != postgres.Well) != (f.Mend.VI != "" && f.Mend.EN != "") {
				t.Errorf("%+v", f)
			}
		}
		return health
	}
	do := func(statement string) {
		t.Helper()
		if _, err := conn.Exec(t.Context(), statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
	well := look()
	for check, h := range well {
		if h == postgres.Failing || h == postgres.Worry && check != "user" { // the tests' user is a superuser
			t.Errorf("a register that is well: %s %s", check, h)
		}
	}
	if len(well) != 10 {
		t.Errorf("only %v were looked at", well)
	}
	for _, x := range []struct {
		check     string
		want      postgres.Health
		harm, end string
	}{
		{"policies", postgres.Failing, `ALTER TABLE station DISABLE ROW LEVEL SECURITY`, `ALTER TABLE station ENABLE ROW LEVEL SECURITY`},
		{"policies", postgres.Failing, `CREATE TABLE diary (id int); GRANT INSERT ON diary TO hatangso_program`, `DROP TABLE diary`},
		{"role", postgres.Failing, `CREATE TABLE mine (id int); ALTER TABLE mine OWNER TO hatangso_program`, `DROP TABLE mine`},
		{"vn2000", postgres.Failing, `UPDATE spatial_ref_sys SET proj4text = replace(proj4text, '+towgs84=', '+towgs84=1'), srtext = '' WHERE srid = 5899`, `SELECT pin_vn2000()`},
		{"vn2000", postgres.Failing, `DELETE FROM spatial_ref_sys WHERE srid = 9210`, `SELECT pin_vn2000()`},
		{"filters", postgres.Worry, `ALTER FUNCTION textlike(text, text) NOT LEAKPROOF`, `SELECT trust_filters()`},
		{"seals", postgres.Worry, `SELECT note_event('x', NULL, 'r', 'e', '{}'); SET session_replication_role = replica; UPDATE change SET at = now() - interval '1 day'; SET session_replication_role = origin`, `SELECT seal_changes(10)`},
		{"schema", postgres.Failing, `UPDATE schema_migrations SET is_applied = false WHERE version_id = (SELECT max(version_id) FROM schema_migrations)`, `UPDATE schema_migrations SET is_applied = true`},
	} {
		do(x.harm)
		if h := look(); h[x.check] != x.want {
			t.Errorf("after %s %s is %q, want %q", x.harm, x.check, h[x.check], x.want)
		}
		do(x.end)
		if h := look(); h[x.check] != postgres.Well {
			t.Errorf("after %s %s is %q", x.end, x.check, h[x.check])
		}
	}
	_, err = postgres.Examine(t.Context(), "postgres://nobody@127.0.0.1:1/none?connect_timeout=2")
	wantCode(t, err, registry.CodeUnavailable)
}
