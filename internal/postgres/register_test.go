package postgres_test

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/pgtest"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// tester writes in every test.
var tester = registry.Actor{Name: "tester", Grants: registry.Grants{Roles: []registry.Role{registry.AdminRole}}, Reason: "kiểm thử", RequestID: "req-1"}

// register is the register of one test, with a way past the guard.
type register struct {
	*testing.T
	db  *postgres.DB
	sql *pgxpool.Pool
	dsn string
}

func newRegister(t *testing.T) *register {
	t.Helper()
	return openRegister(t, pgtest.New(t))
}

func openRegister(t *testing.T, dsn string) *register {
	t.Helper()
	db, err := postgres.Open(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(db.Close)
	sql, err := pgxpool.New(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(sql.Close)
	return &register{t, db, sql, dsn}
}

// with gives the register to a subtest.
func (r *register) with(t *testing.T) *register { return &register{t, r.db, r.sql, r.dsn} }

// exec runs statements in one transaction that names an actor.
func (r *register) exec(statements string, args ...any) {
	r.Helper()
	if err := r.tryExec(statements, args...); err != nil {
		r.Fatalf("%s: %v", statements, err)
	}
}

func (r *register) tryExec(statements string, args ...any) error {
	return pgx.BeginFunc(r.Context(), r.sql, func(tx pgx.Tx) error {
		if _, err := tx.Exec(r.Context(), `SELECT set_config('hatangso.actor', 'sql', true)`); err != nil {
			return err
		}
		_, err := tx.Exec(r.Context(), statements, args...)
		return err
	})
}

// one reads one value.
func one[T any](r *register, sql string, args ...any) (v T) {
	r.Helper()
	if err := r.sql.QueryRow(r.Context(), sql, args...).Scan(&v); err != nil {
		r.Fatalf("%s: %v", sql, err)
	}
	return v
}

// column reads one column of all rows.
func column[T any](r *register, sql string, args ...any) []T {
	r.Helper()
	rows, err := r.sql.Query(r.Context(), sql, args...)
	if err != nil {
		r.Fatalf("%s: %v", sql, err)
	}
	out, err := pgx.CollectRows(rows, pgx.RowTo[T])
	if err != nil {
		r.Fatalf("%s: %v", sql, err)
	}
	return out
}

// create stores a record and gives its id.
func (r *register) create(record registry.Record) int64 {
	r.Helper()
	stored, err := r.db.Create(r.Context(), tester, registry.NounOf(record), record)
	if err != nil {
		r.Fatalf("create %T: %v", record, err)
	}
	return idOf(stored)
}

// update changes a record at whatever version it is.
func (r *register) update(n *registry.Noun, id int64, change func(registry.Record)) {
	r.Helper()
	_, err := r.db.Update(r.Context(), tester, n, id, r.version(n, id), func(record registry.Record) error {
		change(record)
		return nil
	})
	if err != nil {
		r.Fatalf("update %s %d: %v", n.Name, id, err)
	}
}

func (r *register) delete(n *registry.Noun, id int64) {
	r.Helper()
	if err := r.db.Delete(r.Context(), tester, n, id, r.version(n, id)); err != nil {
		r.Fatalf("delete %s %d: %v", n.Name, id, err)
	}
}

func (r *register) get(n *registry.Noun, id int64) registry.Record {
	r.Helper()
	record, err := r.db.Get(r.Context(), tester, n, id)
	if err != nil {
		r.Fatalf("get %s %d: %v", n.Name, id, err)
	}
	return record
}

func (r *register) version(n *registry.Noun, id int64) int64 {
	r.Helper()
	return reflect.ValueOf(r.get(n, id)).Elem().FieldByName("Version").Int()
}

func idOf(record registry.Record) int64 {
	return reflect.ValueOf(record).Elem().FieldByName("ID").Int()
}

// organization registers an operator, or what change makes of it.
func (r *register) organization(code string, change ...func(*registry.Organization)) int64 {
	r.Helper()
	o := &registry.Organization{Code: code, Name: code, Kind: "operator"}
	for _, c := range change {
		c(o)
	}
	return r.create(o)
}

func (r *register) organizations(codes ...string) {
	r.Helper()
	for _, code := range codes {
		r.organization(code)
	}
}

// site registers a site in operation.
func (r *register) site(code string, lon, lat float64, change ...func(*registry.Site)) int64 {
	r.Helper()
	s := registry.SiteNoun.New().(*registry.Site)
	s.Code, s.Geometry.Geometry = code, orb.Point{lon, lat}
	for _, c := range change {
		c(s)
	}
	return r.create(s)
}

func (r *register) station(site int64, operator, technology string, change ...func(*registry.Station)) int64 {
	r.Helper()
	s := &registry.Station{Site: site, Operator: operator, Technology: technology, Code: fmt.Sprint(site, operator, technology)}
	for _, c := range change {
		c(s)
	}
	return r.create(s)
}

func (r *register) tenancy(kind registry.Kind, asset int64, tenant string, change ...func(*registry.Tenancy)) int64 {
	r.Helper()
	t := registry.TenancyNoun.New().(*registry.Tenancy)
	t.AssetKind, t.Asset, t.Tenant = kind, asset, tenant
	for _, c := range change {
		c(t)
	}
	return r.create(t)
}

func (r *register) village(code string, lon, lat float64, change ...func(*registry.Village)) int64 {
	r.Helper()
	v := &registry.Village{Code: code, Name: "Thôn " + code, Geometry: registry.Geometry{Geometry: orb.Point{lon, lat}}}
	for _, c := range change {
		c(v)
	}
	return r.create(v)
}

// commune registers a commune that is a box.
func (r *register) commune(code, name string, west, south, east, north float64, change ...func(*registry.Unit)) int64 {
	r.Helper()
	u := &registry.Unit{Level: registry.CommuneLevel, Code: code, Name: name,
		Geometry: registry.Geometry{Geometry: box(west, south, east, north)}}
	for _, c := range change {
		c(u)
	}
	return r.create(u)
}

func box(west, south, east, north float64) orb.MultiPolygon {
	return orb.MultiPolygon{{orb.Ring{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}}}
}

func ptr[T any](v T) *T { return &v }

func day(s string) registry.Date {
	d, err := registry.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func dayPtr(s string) *registry.Date { return ptr(day(s)) }

// today is the day of the database's session.
func today() registry.Date {
	return registry.DateOf(time.Now().In(time.FixedZone("Asia/Ho_Chi_Minh", 7*3600)))
}

// sliceRows reads rows of a load from memory.
type sliceRows struct {
	list    []registry.Row
	headers map[string]string
	next    int
}

func (s *sliceRows) Headers() map[string]string { return s.headers }

func (s *sliceRows) Next(row *registry.Row) error {
	if s.next == len(s.list) {
		return io.EOF
	}
	number, faults := s.next+2, row.Faults
	*row = s.list[s.next]
	row.Number, row.Faults = number, append(faults, row.Faults...)
	s.next++
	return nil
}

// rowsOf makes a file of records that gives the named fields, or all.
func rowsOf(n *registry.Noun, fields []string, list ...registry.Row) *sliceRows {
	headers := map[string]string{}
	if len(fields) == 0 {
		for _, f := range n.Writable() {
			fields = append(fields, f.Name)
		}
	}
	for _, name := range fields {
		headers[name] = "Cột " + name
	}
	return &sliceRows{list: list, headers: headers}
}

func row(record registry.Record, refs ...string) registry.Row {
	out := registry.Row{Record: record}
	for i := 0; i+1 < len(refs); i += 2 {
		if out.Refs == nil {
			out.Refs = map[string]string{}
		}
		out.Refs[refs[i]] = refs[i+1]
	}
	return out
}

// load imports rows that must be taken.
func (r *register) load(n *registry.Noun, rows registry.Rows, opts postgres.ImportOptions) postgres.ImportResult {
	r.Helper()
	result, err := r.db.Import(r.Context(), tester, n, rows, opts)
	if err != nil {
		r.Fatalf("import %s: %v, %+v", n.Path, err, result)
	}
	return result
}

// wantCode checks the code of an error.
func wantCode(t *testing.T, err error, code registry.Code) *registry.Error {
	t.Helper()
	var domain *registry.Error
	if !errors.As(err, &domain) || domain.Code != code {
		t.Fatalf("error %v, want code %s", err, code)
	}
	if domain.Message.VI == "" || domain.Message.EN == "" {
		t.Errorf("an error without a message: %+v", domain)
	}
	return domain
}

func sqlState(err error) string {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return pg.Code
	}
	return ""
}

func contains(t *testing.T, text string, parts ...string) {
	t.Helper()
	for _, p := range parts {
		if !strings.Contains(text, p) {
			t.Errorf("%q does not say %q", text, p)
		}
	}
}

// queryFiles names the files under sql/.
func queryFiles(t *testing.T) (names []string) {
	t.Helper()
	files, err := fs.Glob(postgres.SQLFiles, "sql/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		names = append(names, strings.TrimSuffix(strings.TrimPrefix(f, "sql/"), ".sql"))
	}
	return names
}
