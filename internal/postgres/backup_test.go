package postgres_test

import (
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/pgtest"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// A password never stands on a command line, however the address is written.
func TestClientDSN(t *testing.T) {
	t.Parallel()
	for dsn, want := range map[string]string{
		"postgres://u:hunter2@db:5432/d?sslmode=disable":                  "postgres://u@db:5432/d?sslmode=disable",
		"postgres://u@db/d?password=hunter2&sslmode=disable":              "postgres://u@db/d?sslmode=disable",
		"postgres:///d?host=/run/pg&user=u&password=hunter2":              "postgres:///d?host=%2Frun%2Fpg&user=u",
		"host=db user=u password=hunter2 dbname=d sslmode=disable":        "host=db user=u dbname=d sslmode=disable",
		"password='hunter2' host=db user=u dbname=d":                      " host=db user=u dbname=d",
		`host=db user=u dbname=d password = 'hunter2'`:                    "host=db user=u dbname=d",
		"postgres://u@db/d?sslmode=disable&application_name=password%3Dx": "postgres://u@db/d?application_name=password%3Dx&sslmode=disable",
	} {
		clean, environment, err := postgres.ClientDSN(dsn)
		if err != nil || clean != want || strings.Contains(clean, "hunter2") {
			t.Errorf("%s: %q, %v", dsn, clean, err)
		}
		if got := strings.Join(environment, " "); strings.Contains(dsn, "hunter2") != (got == "PGPASSWORD=hunter2") {
			t.Errorf("%s: environment %q", dsn, got)
		}
		if _, err := pgx.ParseConfig(clean); err != nil {
			t.Errorf("%s: %v", clean, err)
		}
	}
	for _, quoted := range []string{`password='hun\'ter2 x' host=db user=u dbname=d`, `host=db password=hun\ ter2 user=u dbname=d`} {
		clean, _, err := postgres.ClientDSN(quoted)
		if err != nil || strings.Contains(clean, "ter2") {
			t.Errorf("%s: %q, %v", quoted, clean, err)
		}
	}
	_, _, err := postgres.ClientDSN("postgres://u:hunter2@[/")
	wantCode(t, err, registry.CodeInvalid)
	if strings.Contains(err.Error(), "hunter2") {
		t.Errorf("the password is in %v", err)
	}
}

// What is held does not change while others write.
func TestHold(t *testing.T) {
	t.Parallel()
	dsn := pgtest.New(t)
	db, err := postgres.Open(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	held, err := postgres.Hold(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer held.Close(t.Context())
	if held.ID == "" || held.Server < 15 || held.Rows["organization"] != 0 || held.Rows["code"] == 0 {
		t.Errorf("%+v", held)
	}
	if _, err := db.Create(t.Context(), tester, registry.OrganizationNoun, &registry.Organization{Code: "Viettel", Name: "Viettel", Kind: "operator"}); err != nil {
		t.Fatal(err)
	}
	if _, err := db.Seal(t.Context()); err != nil {
		t.Fatal(err)
	}
	after, err := postgres.ContentsOf(t.Context(), dsn)
	if err != nil || after.Rows["organization"] != 1 || after.Head == held.Head || after.Total() <= held.Total() {
		t.Errorf("%+v, %v", after, err)
	}
	differences := strings.Join(held.Differ(after), "; ")
	for _, part := range []string{"organization: 0 ≠ 1", "change: 0 ≠ 1", "change_seal: 0 ≠ 1"} {
		if !strings.Contains(differences, part) {
			t.Errorf("the differences are %s", differences)
		}
	}
	if same := after.Differ(after); len(same) != 0 {
		t.Errorf("it differs from itself: %v", same)
	}
	if err := postgres.ProveChain(t.Context(), dsn); err != nil {
		t.Error(err)
	}
}
