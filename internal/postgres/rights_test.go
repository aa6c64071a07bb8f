package postgres_test

import (
	"fmt"
	"math"
	"reflect"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// estate is a register with every noun as everybody's, everywhere, and of every
// disclosure class that rights tell apart.
type estate struct {
	*register
	near, far int64 // communes
	subjects  []subject
}

// subject is a record and what rights depend on.
type subject struct {
	noun  *registry.Noun
	id    int64
	about registry.Subject
	name  string
	site  int64 // it stands on
}

// newEstate makes one of two halves: in either, every two of owner, class and
// commune meet, and only both together hold every three.
func newEstate(t *testing.T, half int) *estate {
	w := &estate{register: newRegister(t)}
	w.organizations("Viettel", "VNPT")
	w.near = w.commune("1", "Phường Gần", 106, 20, 106.5, 20.5)
	w.far = w.commune("2", "Phường Xa", 107, 20, 107.5, 20.5)
	for _, n := range []*registry.Noun{registry.OrganizationNoun, registry.UnitNoun, registry.VillageNoun, registry.ZoneNoun, registry.StreetNoun} {
		w.add(n, map[*registry.Noun]func() int64{
			registry.OrganizationNoun: func() int64 { return w.organization("Mới") },
			registry.UnitNoun:         func() int64 { return w.commune("3", "Phường Ba", 108, 20, 108.5, 20.5) },
			registry.VillageNoun:      func() int64 { return w.village("V", 106.1, 20.1) },
			registry.ZoneNoun:         func() int64 { return w.create(w.full(registry.ZoneNoun, surroundings{}, 0)) },
			registry.StreetNoun:       func() int64 { return w.create(w.full(registry.StreetNoun, surroundings{}, 0)) },
		}[n](), registry.Subject{Disclosure: registry.Ordinary})
	}
	for i, owner := range []string{"", "Viettel", "VNPT"} {
		for j, disclosure := range []registry.Disclosure{registry.Ordinary, registry.Restricted, registry.Critical} {
			lon, commune := 106.0037+float64(3*i+j)/100, w.near // off the public grid
			if (i+j)%2 != half {
				lon, commune = lon+1, w.far
			}
			w.populate(owner, disclosure, commune, lon)
		}
	}
	return w
}

// add notes a record of which the rights are asked.
func (w *estate) add(n *registry.Noun, id int64, about registry.Subject) {
	about.Noun = n.Name
	w.subjects = append(w.subjects, subject{noun: n, id: id, about: about, name: fmt.Sprintf("%s %d %v", n.Name, id, about)})
}

// populate makes an asset of every kind with these facts, and what belongs to
// it as everybody's.
func (w *estate) populate(owner string, disclosure registry.Disclosure, commune int64, lon float64) {
	about := registry.Subject{Owners: owners(owner), Units: []int64{commune}, Disclosure: disclosure}
	var site int64
	for _, n := range registry.Nouns {
		if !n.IsAsset() {
			continue
		}
		record := n.New()
		v := reflect.ValueOf(record).Elem()
		w.dress(n, record)
		n.Field("code").Set(v, fmt.Sprintf("%s-%s-%v", owner, disclosure, lon))
		n.Field("disclosure").Set(v, string(disclosure))
		if owner != "" {
			n.Field("owner").Set(v, owner)
		}
		n.Field("geometry").Of(v).Set(reflect.ValueOf(registry.Geometry{Geometry: shape(n.Geometry, lon, 20.2041)}))
		id := w.create(record)
		w.add(n, id, about)
		if n == registry.SiteNoun {
			site = id
		}
	}
	w.add(registry.MastNoun, w.create(w.dress(registry.MastNoun, &registry.Mast{Site: site})), about)
	w.add(registry.PermitNoun, w.create(w.dress(registry.PermitNoun, &registry.Permit{AssetKind: registry.SiteKind, Asset: site})), about)
	w.add(registry.CertificateNoun, w.create(w.dress(registry.CertificateNoun, &registry.Certificate{Site: site})), about)
	visit := w.create(w.dress(registry.InspectionNoun, &registry.Inspection{Code: fmt.Sprint("visit", site), AssetKind: registry.SiteKind, Asset: site,
		Geometry: registry.Geometry{Geometry: orb.Point{lon, 20.2}}}))
	w.add(registry.InspectionNoun, visit, about)
	w.add(registry.ViolationNoun, w.create(w.dress(registry.ViolationNoun, &registry.Violation{Code: fmt.Sprint("violation", site), AssetKind: registry.SiteKind, Asset: site, Inspection: &visit})), about)
	w.add(registry.PhotoNoun, w.create(w.dress(registry.PhotoNoun, &registry.Photo{Code: fmt.Sprint("photo", site), AssetKind: ptr(registry.SiteKind), Asset: &site})), about)
	for _, matched := range []*int64{nil, &site} {
		whose := about
		if matched == nil {
			whose.Owners, whose.Disclosure = nil, registry.Ordinary
		}
		report := w.create(w.dress(registry.FieldReportNoun, &registry.FieldReport{Code: fmt.Sprint("report", lon, matched != nil), Site: matched, AssetKind: registry.SiteKind,
			State: "checking", Geometry: registry.Geometry{Geometry: orb.Point{lon, 20.2}}}))
		w.add(registry.FieldReportNoun, report, whose)
		w.add(registry.PhotoNoun, w.create(&registry.Photo{Code: fmt.Sprint("photo of", report), FieldReport: &report}), whose)
	}
	for _, operator := range []string{"Viettel", "VNPT"} {
		station := about
		station.Owners = owners(operator)
		w.add(registry.StationNoun, w.station(site, operator, "4G", func(s *registry.Station) {
			w.dress(registry.StationNoun, s)
			s.Code = fmt.Sprint(operator, site)
		}), station)
		w.subjects[len(w.subjects)-1].site = site
		tenancy := about
		tenancy.Owners = append(owners(operator), about.Owners...)
		w.add(registry.TenancyNoun, w.tenancy(registry.SiteKind, site, operator, func(t *registry.Tenancy) {
			w.dress(registry.TenancyNoun, t)
		}), tenancy)
	}
	if owner != "" && disclosure == registry.Ordinary { // a planned work has an owner, and no class
		n := registry.PlannedWorkNoun
		record := w.dress(n, n.New()).(*registry.PlannedWork)
		record.Code, record.Owner, record.Geometry.Geometry = fmt.Sprint(owner, lon), owner, shape(n.Geometry, lon, 20.2041)
		w.add(n, w.create(record), about)
	}
	for _, operator := range []string{"", "Viettel", "VNPT"} {
		for _, layer := range []string{"declared", "verified"} {
			if disclosure != registry.Ordinary {
				continue // a statement has no class
			}
			village := w.village(fmt.Sprint("V", lon, operator, layer, owner), lon, 20.2)
			statement := &registry.Statement{Village: village, Layer: registry.Layer(layer), Service: "mobile", State: "covered"}
			if operator != "" {
				statement.Operator = &operator
			}
			w.add(registry.StatementNoun, w.create(statement), registry.Subject{Owners: owners(operator), Units: []int64{commune},
				Disclosure: registry.Ordinary, Settled: layer == "verified"})
		}
	}
}

// dress fills what a record has not got and needs nobody else for, so that
// there is something to keep from others.
func (w *estate) dress(n *registry.Noun, record registry.Record) registry.Record {
	v := reflect.ValueOf(record).Elem()
	for i, f := range n.Writable() {
		if f.Ref == "" && f.Name != "asset" && f.Type != registry.GeometryField && f.Of(v).IsZero() {
			w.fill(n, record, f, surroundings{}, i, 0)
		}
	}
	return record
}

func owners(code string) []string {
	if code == "" {
		return nil
	}
	return []string{code}
}

// attempts are statements that change, delete or create one record, by action.
// Which there are and what is in them the superuser says.
func (w *estate) attempts(s subject) map[registry.Action]string {
	id := fmt.Sprint(s.id)
	if s.noun.IsAsset() {
		id += " AND kind = '" + string(s.noun.Kind) + "'"
	}
	create := one[string](w.register, `SELECT format('INSERT INTO %1$I (%2$s) SELECT %2$s FROM jsonb_populate_record(NULL::%1$I, %3$L)', $1::text,
		(SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute WHERE attrelid = $1::text::regclass AND attnum > 0 AND attgenerated = ''
			AND attname NOT IN ('id', 'version')), to_jsonb(t) || '{"code": "another"}') FROM `+s.noun.Table+` t WHERE id = `+id, s.noun.Table)
	return map[registry.Action]string{
		registry.ToChange: `UPDATE ` + s.noun.Table + ` SET updated_at = updated_at WHERE id = ` + id,
		registry.ToDelete: `DELETE FROM ` + s.noun.Table + ` WHERE id = ` + id,
		registry.ToCreate: create,
	}
}

// try says whether row security lets a statement through, and takes it back. A
// row that something else forbids has passed it: it is asked first.
func try(t *testing.T, tx pgx.Tx, statement string) bool {
	t.Helper()
	nested, err := tx.Begin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer nested.Rollback(t.Context())
	tag, err := nested.Exec(t.Context(), statement)
	switch sqlState(err) {
	case "":
		return err == nil && tag.RowsAffected() == 1
	case "23503", "23505", "23P01": // still referred to, or there already
		return true
	case "42501":
		return false
	}
	t.Fatalf("%s: %v", statement, err)
	return false
}

// The database allows what the law allows, and nothing else: every role, every
// noun, every verb. Row security stands alone here: what Go would refuse first
// is not asked.
func TestRowSecurityIsTheLaw(t *testing.T) {
	t.Parallel()
	w := newEstate(t, 0)
	attempts := make([]map[registry.Action]string, len(w.subjects))
	for i, s := range w.subjects {
		attempts[i] = w.attempts(s)
	}
	for name, grants := range w.everybody() {
		t.Run(name, func(t *testing.T) {
			who := registry.Actor{Name: name, Grants: grants}
			conn, err := w.db.ConnFor(t.Context(), who)
			if err != nil {
				t.Fatal(err)
			}
			defer conn.Release()
			tx, err := conn.Begin(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			defer tx.Rollback(t.Context())
			if _, err := tx.Exec(t.Context(), `SELECT set_config('hatangso.actor', $1, true)`, name); err != nil {
				t.Fatal(err)
			}
			for i, s := range w.subjects {
				_, err := w.read(who, s.noun, s.id)
				if sees, may := err == nil, grants.Tier(s.about) > registry.NoTier; sees != may {
					t.Errorf("sees %s: %t (%v), the law says %t", s.name, sees, err, may)
				}
				for action, statement := range attempts[i] {
					if does, may := try(t, tx, statement), grants.May(action, s.about).Allowed; does != may {
						t.Errorf("%s of %s: %t, the law says %t", action, s.name, does, may)
					}
				}
			}
		})
	}
}

// Of a record everybody sees what its tier holds, as it is, and nothing of the
// rest: not the value, not the position, not through a list.
func TestEverybodySeesTheirTier(t *testing.T) {
	t.Parallel()
	w := newEstate(t, 1)
	for name, grants := range w.everybody() {
		t.Run(name, func(t *testing.T) {
			who := registry.Actor{Name: name, Grants: grants}
			for _, s := range w.subjects {
				tier := grants.Tier(s.about)
				if tier == registry.NoTier {
					continue
				}
				seen, err := w.read(who, s.noun, s.id)
				if err != nil {
					t.Errorf("%s: %v", s.name, err)
					continue
				}
				_, err = w.read(who, registry.SiteNoun, s.site)
				hidden := s.site != 0 && err != nil // what it says of a site that is not to be seen is withheld
				is, err := w.read(tester, s.noun, s.id)
				if err != nil {
					t.Fatal(err)
				}
				for i := range s.noun.Fields {
					f := &s.noun.Fields[i]
					value, all := seen[f.Name], is[f.Name]
					switch {
					case hidden && (f.Name == "geometry" || f.Name == "site_code"):
						if value != nil {
							t.Errorf("%s: %s of a hidden site is seen: %v", s.name, f.Name, value)
						}
					case f.Type == registry.GeometryField && registry.PrecisionAt(s.noun.Name, tier) == registry.OnGrid:
						p, ok := value.(registry.Geometry).Geometry.(orb.Point)
						if q := all.(registry.Geometry).Geometry.(orb.Point); !ok || p == q || math.Abs(p[0]-q[0]) > 0.01 || math.Abs(p[1]-q[1]) > 0.01 {
							t.Errorf("%s: seen at %v by %v, it is at %v", s.name, p, tier, q)
						}
					case registry.TierOf(s.noun.Name, f.Name) <= tier:
						if !reflect.DeepEqual(all, value) {
							t.Errorf("%s: %s is %v and seen by %v as %v", s.name, f.Name, all, tier, value)
						}
					case value != nil:
						t.Errorf("%s: %s is seen by %v: %v", s.name, f.Name, tier, value)
					}
				}
			}
		})
	}
}

// read reads a record as somebody receives it.
func (w *estate) read(who registry.Actor, n *registry.Noun, id int64) (map[string]any, error) {
	var rows gathering
	if _, err := w.db.Read(w.Context(), who, n, id, &rows); err != nil {
		return nil, err
	}
	return rows.rows[0], nil
}

// everybody gives grants of every kind, by who holds them.
func (w *estate) everybody() map[string]registry.Grants {
	roles := func(roles ...registry.Role) registry.Grants { return registry.Grants{Roles: roles} }
	bound := func(g registry.Grants, organization string, units ...int64) registry.Grants {
		g.Organization, g.Units = organization, units
		return g
	}
	keyed := func(g registry.Grants, key registry.Scope) registry.Grants {
		g.Key = &key
		return g
	}
	filer := bound(roles(registry.FilerRole), "Viettel")
	return map[string]registry.Grants{
		"anonymous": {}, "filer": filer, "signer": bound(roles(registry.SignerRole), "Viettel"),
		"filer and signer": bound(roles(registry.FilerRole, registry.SignerRole), "Viettel"),
		"local":            bound(roles(registry.LocalRole), "", w.near),
		"auditor":          roles(registry.AuditorRole), "officer": roles(registry.OfficerRole), "admin": roles(registry.AdminRole),
		"a key for sites and poles": keyed(filer, registry.Scope{Nouns: []string{"site", "pole"}}),
		"a key for a commune":       keyed(filer, registry.Scope{Units: []int64{w.near}}),
		"a key that reads":          keyed(roles(registry.OfficerRole), registry.Scope{ReadOnly: true}),
	}
}

// The program works as a role that row security binds, and no table of
// somebody's stands without it.
func TestNothingStandsOutsideRowSecurity(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	if rolls := column[string](r, `SELECT rolname FROM pg_roles WHERE rolname IN ('hatangso_program', 'hatangso_department')
		AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolcanlogin)`); len(rolls) > 0 {
		t.Errorf("the program's roles can do more than they should: %v", rolls)
	}
	conn, err := r.db.ConnFor(t.Context(), registry.Anonymous)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Release()
	var works string
	if err := conn.QueryRow(t.Context(), `SELECT current_user`).Scan(&works); err != nil || works != "hatangso_program" {
		t.Errorf("the program works as %q (%v)", works, err)
	}
	if _, err := conn.Exec(t.Context(), `RESET ROLE`); err != nil {
		t.Fatal(err)
	}
	if err := conn.QueryRow(t.Context(), `SELECT current_user`).Scan(&works); err != nil || works != "hatangso_program" {
		t.Errorf("the role is left by RESET ROLE: %q (%v)", works, err)
	}
	for _, table := range guardedTables(r) {
		if !one[bool](r, `SELECT relrowsecurity AND EXISTS (SELECT FROM pg_policy WHERE polrelid = c.oid) FROM pg_class c WHERE oid = $1::regclass`, table) {
			t.Errorf("%s has no row security: say in a migration who may see and write its rows", table)
		}
		if owner := one[string](r, `SELECT relowner::regrole::text FROM pg_class WHERE oid = $1::regclass`, table); owner == "hatangso_program" || owner == "hatangso_department" {
			t.Errorf("%s is the program's own", table)
		}
	}
	for _, verb := range []string{"INSERT", "UPDATE", "DELETE", "TRUNCATE"} {
		if one[bool](r, `SELECT has_table_privilege('hatangso_program', 'change', $1)`, verb) {
			t.Errorf("the program may %s the log", verb)
		}
	}
	views := column[string](r, `SELECT format('%I.%I', schemaname, viewname) FROM pg_views v JOIN pg_class c ON c.oid = format('%I.%I', schemaname, viewname)::regclass
		WHERE schemaname IN ('guarded', 'public_seen', 'operator_seen', 'local_seen') AND NOT coalesce('security_invoker=true' = ANY (c.reloptions), false)`)
	if len(views) > 0 {
		t.Errorf("these views see past row security: %v", views)
	}
}

// Only who are shown every row work as the department's role. It may do what the
// program's may, is asked one question for each table, and finds nothing when it is
// taken by others.
func TestTheDepartmentsRole(t *testing.T) {
	t.Parallel()
	w := newEstate(t, 0)
	for name, grants := range w.everybody() {
		want := "hatangso_program"
		if grants.Department() && (grants.Key == nil || grants.Key.ReadOnly) {
			want = "hatangso_department"
		}
		conn, err := w.db.ConnFor(t.Context(), registry.Actor{Name: name, Grants: grants})
		if err != nil {
			t.Fatal(err)
		}
		var works string
		err = conn.QueryRow(t.Context(), `SELECT current_user`).Scan(&works)
		conn.Release()
		if err != nil || works != want {
			t.Errorf("%s works as %q (%v), want %s", name, works, err, want)
		}
	}
	for _, lacking := range column[string](w.register, `
		SELECT format('%s on %s', verb, c.oid::regclass) FROM pg_class c, unnest('{SELECT,INSERT,UPDATE,DELETE}'::text[]) verb
		WHERE c.relnamespace::regnamespace::text IN ('public', 'guarded', 'river') AND c.relkind IN ('r', 'p', 'v')
			AND (has_table_privilege('hatangso_program', c.oid, verb) AND NOT has_table_privilege('hatangso_department', c.oid, verb)
				OR EXISTS (SELECT FROM pg_attribute a WHERE verb <> 'DELETE' AND attrelid = c.oid AND attnum > 0 AND NOT attisdropped
					AND has_column_privilege('hatangso_program', c.oid, attnum, verb) AND NOT has_column_privilege('hatangso_department', c.oid, attnum, verb)))
		UNION ALL
		SELECT p.oid::regprocedure::text FROM pg_proc p
		WHERE has_function_privilege('hatangso_program', p.oid, 'EXECUTE') AND NOT has_function_privilege('hatangso_department', p.oid, 'EXECUTE')
		UNION ALL
		SELECT c.oid::regclass::text FROM pg_class c WHERE CASE relkind WHEN 'S' THEN has_sequence_privilege('hatangso_program', c.oid, 'USAGE')
			AND NOT has_sequence_privilege('hatangso_department', c.oid, 'USAGE') END`) {
		t.Errorf("granted to hatangso_program alone: %s; grant it to hatangso_department, whose rights it has", lacking)
	}
	for _, table := range column[string](w.register, `SELECT polrelid::regclass::text FROM pg_policy WHERE polname = 'z_department' AND polcmd IN ('r', '*')`) {
		for _, policy := range column[string](w.register, `SELECT polname::text FROM pg_policy WHERE polrelid = $1::regclass AND polpermissive AND polcmd IN ('r', '*')
			AND polname <> 'zz_whole' AND polroles <> ARRAY['hatangso_program'::regrole::oid]`, table) {
			t.Errorf("policy %s on %s is for more than hatangso_program: the department is asked it as well", policy, table)
		}
		if !one[bool](w.register, `SELECT EXISTS (SELECT FROM pg_policy WHERE polrelid = $1::regclass AND polname = 'zz_whole'
			AND polroles = ARRAY['hatangso_department'::regrole::oid] AND pg_get_expr(polqual, polrelid) LIKE '%department() AND unkeyed()%')`, table) {
			t.Errorf("%s has no policy for hatangso_department", table)
		}
	}
	// a role taken without being the department finds nothing that is guarded
	conn, err := w.db.ConnFor(t.Context(), registry.Anonymous)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Release()
	for _, as := range []string{"", "filer", "auditor"} {
		if _, err := conn.Exec(t.Context(), `SELECT set_config('role', 'hatangso_department', false), set_config('hatangso.roles', $1, false)`, as); err != nil {
			t.Fatal(err)
		}
		for _, n := range registry.Nouns {
			var found int
			if err := conn.QueryRow(t.Context(), `SELECT count(*) FROM guarded.`+pgx.Identifier{n.Name}.Sanitize()).Scan(&found); err != nil || found > 0 {
				t.Errorf("as %q the role finds %d of %s (%v)", as, found, n.Name, err)
			}
		}
	}
	if _, err := conn.Exec(t.Context(), `SELECT set_config('role', 'hatangso_program', false), set_config('hatangso.roles', '', false)`); err != nil {
		t.Fatal(err)
	}
}

// An operator's load touches its own records only, and says of each other row
// why it does not; an update moves nothing out of one's own reach.
func TestAnOperatorWritesItsOwn(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel", "VNPT")
	filer := registry.Actor{Name: "filer", Grants: registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "Viettel"}}
	pole := func(code, owner string) registry.Row {
		p := registry.PoleNoun.New().(*registry.Pole)
		p.Code, p.Owner, p.Geometry.Geometry = code, &owner, orb.Point{106, 20}
		return row(p)
	}
	theirs := r.create(pole("A", "VNPT").Record)
	fields := []string{"code", "owner", "geometry"}
	file := func() registry.Rows {
		return rowsOf(registry.PoleNoun, fields, pole("A", "Viettel"), pole("A", "VNPT"), pole("B", "Viettel"), pole("C", "VNPT"))
	}
	result, err := r.db.Import(t.Context(), filer, registry.PoleNoun, file(), postgres.ImportOptions{})
	wantCode(t, err, registry.CodeInvalid)
	if len(result.Faults) != 1 || result.Refused != 2 {
		t.Fatalf("a load of others' poles: %+v", result)
	}
	if f := result.Faults[0]; f.Rule != "rights.row" || f.Count != 2 || f.First.Row != 3 || f.First.Column != "Cột owner" || f.First.Value != "VNPT" {
		t.Errorf("the fault is %+v", f)
	}
	result, err = r.db.Import(t.Context(), filer, registry.PoleNoun, file(), postgres.ImportOptions{AcceptGood: true})
	if err != nil || result.Created != 2 || result.Refused != 2 {
		t.Fatalf("a load of one's own poles: %+v (%v)", result, err)
	}
	// reference records are the department's
	result, err = r.db.Import(t.Context(), filer, registry.OrganizationNoun,
		rowsOf(registry.OrganizationNoun, []string{"code", "name"}, row(&registry.Organization{Code: "X", Name: "X", Kind: "operator"})), postgres.ImportOptions{})
	wantCode(t, err, registry.CodeInvalid)
	if result.Refused != 1 {
		t.Errorf("a load of organizations: %+v", result)
	}

	own := one[int64](r, `SELECT a.id FROM asset a JOIN organization o ON o.id = a.owner_id WHERE o.code = 'Viettel' AND a.code = 'B'`)
	_, err = r.db.Update(t.Context(), filer, registry.PoleNoun, own, 1, func(record registry.Record) error {
		record.(*registry.Pole).Owner = ptr("VNPT")
		return nil
	})
	wantCode(t, err, registry.CodeForbidden)
	_, err = r.db.Update(t.Context(), filer, registry.PoleNoun, theirs, 1, func(record registry.Record) error { return nil })
	wantCode(t, err, registry.CodeForbidden)
	wantCode(t, r.db.Delete(t.Context(), filer, registry.PoleNoun, theirs, 1), registry.CodeForbidden)
	_, err = r.db.Create(t.Context(), filer, registry.PoleNoun, pole("D", "VNPT").Record)
	wantCode(t, err, registry.CodeForbidden)
	if _, err = r.db.Create(t.Context(), filer, registry.PoleNoun, pole("D", "Viettel").Record); err != nil {
		t.Error(err)
	}
	for _, who := range []registry.Actor{registry.Anonymous, {Name: "auditor", Grants: registry.Grants{Roles: []registry.Role{registry.AuditorRole}}}} {
		_, err = r.db.Create(t.Context(), who, registry.PoleNoun, pole("E", "Viettel").Record)
		wantCode(t, err, registry.CodeForbidden)
	}
}
