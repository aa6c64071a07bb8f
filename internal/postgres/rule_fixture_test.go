package postgres_test

import (
	"encoding/csv"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/jackc/pgx/v5"
	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/intake"
	"github.com/hatangso/hatangso/internal/postgres/rule"
	"github.com/hatangso/hatangso/internal/registry"
)

// ruleDay is the day the fixtures speak of.
var ruleDay = day("2026-11-21")

// finding is a row of what a rule's query selects.
type finding struct {
	Row          int
	Field, Value *string
	Facts        []byte
}

// find asks a rule of staged, on a day.
func find(t *testing.T, tx pgx.Tx, r *rule.Rule, n *registry.Noun, on registry.Date) []finding {
	t.Helper()
	rows, err := tx.Query(t.Context(), r.SQL(n), pgx.NamedArgs(r.Args(on, nil, nil, nil)))
	if err != nil {
		t.Fatalf("%s: %v", r.ID, err)
	}
	found, err := pgx.CollectRows(rows, pgx.RowToStructByPos[finding])
	if err != nil {
		t.Fatalf("%s: %v", r.ID, err)
	}
	return found
}

// Every rule has a fixture, and finds in it what the rows expect and nothing else;
// nor does any other rule of the noun. In the column expect stand the rules a row
// breaks; "file:" before one says that it is the file that breaks it. A fixture is
// named after its rule, and is of the rule's first noun unless "~" and another's
// path follow.
func TestRuleFixtures(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.ruleGround()
	files, err := filepath.Glob("rule/testdata/*.csv")
	if err != nil {
		t.Fatal(err)
	}
	hit := map[string]int{}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			for id, n := range r.with(t).fixture(file) {
				hit[id] += n
			}
		})
	}
	table := "\n| rule | tier | clause | fixture | hit |\n|---|---|---|---|---|\n"
	for _, of := range rule.All {
		file := "rule/testdata/" + of.ID + ".csv"
		if !slices.Contains(files, file) {
			t.Errorf("%s has no fixture", of.ID)
		}
		if hit[of.ID] == 0 {
			t.Errorf("%s is hit by no fixture", of.ID)
		}
		table += fmt.Sprintf("| %s | %s | %s | %s | %d |\n", of.ID, of.Tier, clauseMark(of.Clause.EN), filepath.Base(file), hit[of.ID])
	}
	t.Log(table)
}

// clauseMark is where a clause says that it comes from, for a table.
func clauseMark(clause string) string {
	return strings.Join(regexp.MustCompile(`(domain\.md )?§[^);]*`).FindAllString(clause, -1), "; ")
}

// fixture runs one, and says how often each rule was hit as expected.
func (r *register) fixture(file string) map[string]int {
	r.Helper()
	id, path, _ := strings.Cut(strings.TrimSuffix(filepath.Base(file), ".csv"), "~")
	of := rule.Find(id)
	if of == nil {
		r.Fatalf("%s is no rule", id)
	}
	n := of.Nouns[0]
	if path != "" {
		n = registry.NounByPath(path)
	}
	want := r.expected(file)
	if len(want) == 0 {
		r.Fatal("the fixture expects nothing")
	}
	f, err := os.Open(file)
	if err != nil {
		r.Fatal(err)
	}
	defer f.Close()
	reader, err := intake.Open(f, file, intake.Options{})
	if err != nil {
		r.Fatal(err)
	}
	rows, err := intake.NewRows(reader, n, r.db.Codes(), intake.RowOptions{})
	if err != nil {
		r.Fatal(err)
	}
	got := map[string]bool{}
	report, err := r.db.Stage(r.Context(), tester, n, rows, func(tx pgx.Tx) error {
		for _, asked := range rule.For(n) {
			for _, found := range find(r.T, tx, asked, n, ruleDay) {
				got[fmt.Sprint(found.Row, " ", asked.ID)] = true
				r.wellSaid(asked, n, found)
			}
		}
		return nil
	})
	if err != nil {
		r.Fatal(err)
	}
	if groups := report.Groups(); len(groups) > 0 {
		r.Errorf("the fixture has faults of its own: %+v", groups)
	}
	if !slices.ContainsFunc(slices.Collect(maps.Keys(want)), func(key string) bool { return strings.HasSuffix(key, " "+id) }) {
		r.Errorf("the fixture does not expect %s", id)
	}
	hit := map[string]int{}
	for _, key := range slices.Sorted(maps.Keys(got)) {
		if !want[key] {
			r.Errorf("unexpected: row %s", key)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(want)) {
		if !got[key] {
			r.Errorf("not found: row %s", key)
			continue
		}
		_, of, _ := strings.Cut(key, " ")
		hit[of]++
	}
	return hit
}

// expected reads the column expect: "row rule", the row being that of the file.
func (r *register) expected(file string) map[string]bool {
	r.Helper()
	f, err := os.Open(file)
	if err != nil {
		r.Fatal(err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		r.Fatal(err)
	}
	column := slices.Index(records[0], "expect")
	if column < 0 {
		r.Fatal("no column expect")
	}
	want := map[string]bool{}
	for i, record := range records[1:] {
		for _, id := range strings.Fields(record[column]) {
			row := i + 2
			if of, ok := strings.CutPrefix(id, "file:"); ok {
				row, id = 0, of
			}
			want[fmt.Sprint(row, " ", id)] = true
		}
	}
	return want
}

// wellSaid checks how a finding reads.
func (r *register) wellSaid(of *rule.Rule, n *registry.Noun, found finding) {
	r.Helper()
	facts, err := rule.ParseFacts(found.Facts)
	if err != nil {
		r.Fatal(err)
	}
	e := of.Explain(facts)
	for _, text := range []string{e.Message.VI, e.Message.EN, e.Mend.VI, e.Mend.EN} {
		if text == "" || strings.Contains(text, "%!") || strings.Contains(text, "<nil>") || strings.Contains(text, "?)") {
			r.Errorf("%s, row %d, says %q", of.ID, found.Row, text)
		}
	}
	r.Logf("%s, row %d: %s %s | %s %s", of.ID, found.Row, e.Message.VI, e.Mend.VI, e.Message.EN, e.Mend.EN)
	field := ""
	if found.Field != nil {
		field = *found.Field
	}
	if (found.Row == 0) != (field == "") || field != "" && n.Field(field) == nil {
		r.Errorf("%s, row %d, points at %q", of.ID, found.Row, field)
	}
	if found.Value != nil && utf8.RuneCountInString(*found.Value) > registry.MaxFaultValue {
		r.Errorf("%s, row %d, shows %q", of.ID, found.Row, *found.Value)
	}
	if e.Fix != nil && (n.Field(e.Fix.Field) == nil || e.Fix.Value == "") {
		r.Errorf("%s, row %d, proposes %+v", of.ID, found.Row, *e.Fix)
	}
}

// ruleGround is the register the fixtures are filed into: three communes of today
// and what they were, six organizations, some works.
func (r *register) ruleGround() {
	r.Helper()
	kind := func(k string, from, to *registry.Date) func(*registry.Unit) {
		return func(u *registry.Unit) { u.UnitKind, u.ValidFrom, u.ValidTo = &k, from, to }
	}
	reform := dayPtr("2025-07-01")
	r.commune("10525", "Phường Hải Dương", 106, 20, 106.1, 20.2, kind("phuong", reform, nil))
	r.commune("01122", "Xã Tứ Kỳ", 106.1, 20, 106.2, 20.2, kind("xa", reform, nil))
	r.commune("10570", "Phường Trần Hưng Đạo", 106.2, 20, 106.3, 20.2, kind("phuong", reform, nil))
	for _, old := range []struct{ code, name, kind, now string }{
		{"10525", "Phường Trần Hưng Đạo", "phuong", "10525"}, {"10528", "Phường Nhị Châu", "phuong", "10525"},
		{"10600", "Xã Đại Đồng", "xa", "01122"}, {"10570", "Phường Cộng Hòa", "phuong", "10570"},
	} {
		u := &registry.Unit{Level: registry.CommuneLevel, Code: old.code, Name: old.name, UnitKind: ptr(old.kind), ValidTo: reform}
		r.exec(`INSERT INTO unit_successor (old_id, new_id, share, method, effective_on)
			SELECT $1, id, 1, 'kiểm thử', '2025-07-01' FROM unit WHERE code = $2 AND valid_to IS NULL`, r.create(u), old.now)
	}
	r.organizations("VIETTEL", "MOBIFONE", "EVN")
	group := func(o *registry.Organization) { o.LegalGroup = ptr("VNPT") }
	r.organization("VNPT", group)
	r.organization("VINAPHONE", group)
	r.organization("WINTEL", func(o *registry.Organization) { o.MVNO = true })

	site := func(code, owner string, lon, lat float64, kind, built string, change ...func(*registry.Site)) int64 {
		return r.site(code, lon, lat, append([]func(*registry.Site){func(s *registry.Site) {
			s.Owner, s.SiteKind, s.BuiltOn = &owner, &kind, dayPtr(built)
		}}, change...)...)
	}
	site("B-1", "VIETTEL", 106.05, 20.05, "rooftop", "2015-05-01", func(s *registry.Site) { s.BuildingHeightM = ptr(10.0) })
	tall := site("B-2", "VNPT", 106.06, 20.06, "ground", "2024-02-01")
	site("B-3", "VNPT", 106.15, 20.15, "ground", "2024-02-01")
	site("B-4", "VNPT", 106.16, 20.15, "ground", "2026-02-01")
	site("B-5", "VNPT", 106.065, 20.06, "ground", "2026-02-01")
	site("B-6", "VNPT", 106.17, 20.15, "ground", "2010-02-01", func(s *registry.Site) {
		s.Status, s.RemovedOn = registry.Removed, dayPtr("2025-06-01")
	})
	site("B-7", "VNPT", 106.18, 20.15, "rooftop", "2010-02-01")
	r.create(&registry.Mast{Site: tall, Code: "C1", Class: ptr("A2b"), HeightM: ptr(42.0)})
	site("B-8", "VNPT", 106.02, 20.13, "ground", "2024-02-01")
	z := registry.ZoneNoun.New().(*registry.Zone)
	z.Code, z.Name, z.ZoneKind, z.DecisionNumber, z.ValidFrom = "KV-1", "Khu trung tâm", "mast", ptr("12/QĐ-UBND"), dayPtr("2023-01-01")
	z.AllowedClasses, z.HeightLimitM, z.Geometry.Geometry = ptr("A1a;A1b"), ptr(30.0), box(106.015, 20.125, 106.025, 20.135)
	r.create(z)
	street := registry.StreetNoun.New().(*registry.Street)
	street.Code, street.Name, street.StreetKind, street.ValidFrom, street.Deadline = "HN-1", "Đường Thanh Niên", "underground", dayPtr("2024-01-01"), dayPtr("2027-01-01")
	street.Geometry.Geometry = orb.LineString{{106.03, 20.145}, {106.04, 20.145}}
	r.create(street)
	for i := range 12 {
		lon := 106.0051 + 0.01*float64(i)
		if i >= 9 {
			lon = 106.1051 + 0.01*float64(i-9)
		}
		id := site(fmt.Sprintf("M-%02d", i+1), "MOBIFONE", lon, 20.0151, "ground", "2012-01-01")
		r.station(id, "MOBIFONE", "4G")
	}

	r.create(pole("P-1", 106.07, 20.07, func(p *registry.Pole) {
		p.Owner, p.Road, p.BuiltOn = ptr("EVN"), ptr("Nguyễn Trãi"), dayPtr("2010-01-01")
	}))
	mine := func(p *registry.Pole) { p.Owner = ptr("VIETTEL") }
	for code, lon := range map[string]float64{"P-2": 106.08, "P-3": 106.081} {
		id := r.create(pole(code, lon, 20.08, mine, func(p *registry.Pole) { p.RouteCode = ptr("R2") }))
		r.tenancy(registry.PoleKind, id, "VNPT")
	}
	for code, lon := range map[string]float64{"H-1": 106.05, "H-2": 106.051, "H-3": 106.06} {
		m := registry.ManholeNoun.New().(*registry.Manhole)
		m.Code, m.Owner, m.Geometry.Geometry = code, ptr("VNPT"), orb.Point{lon, 20.1}
		r.create(m)
	}
	d := registry.DuctNoun.New().(*registry.Duct)
	d.Code, d.Owner, d.BuiltOn, d.Geometry.Geometry = "D-1", ptr("VNPT"), dayPtr("2020-01-01"), orb.LineString{{106.05, 20.1}, {106.051, 20.1}}
	r.create(d)
}

// A row with faults stands in staged with NULL where they are: no rule stumbles
// over it, or finds something in nothing.
func TestRulesBearNull(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.ruleGround()
	for _, n := range registry.Nouns {
		if len(rule.For(n)) == 0 {
			continue
		}
		_, err := r.db.Stage(t.Context(), tester, n, rowsOf(n, nil), func(tx pgx.Tx) error {
			if _, err := tx.Exec(t.Context(), `INSERT INTO staged ("row") SELECT generate_series(2, 40)`); err != nil {
				return err
			}
			for _, of := range rule.For(n) {
				if found := find(t, tx, of, n, ruleDay); len(found) > 0 {
					t.Errorf("%s finds %d in rows of nothing, such as %s", of.ID, len(found), found[0].Facts)
				}
			}
			return nil
		})
		if err != nil {
			t.Errorf("%s: %v", n.Name, err)
		}
	}
}

// A certificate issued on 2021-11-20 ends on 2026-11-20 and is to be renewed from
// 2026-09-21 on (domain.md §10.8).
func TestCertificateDays(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.ruleGround()
	n := registry.CertificateNoun
	c := &registry.Certificate{Applies: "yes", Number: ptr("1"), IssuedOn: dayPtr("2021-11-20")}
	_, err := r.db.Stage(t.Context(), tester, n, rowsOf(n, nil, row(c, "site", "B-1")), func(tx pgx.Tx) error {
		for _, step := range []struct{ day, want string }{
			{"2026-09-20", ""}, {"2026-09-21", "certificate.renewal"}, {"2026-11-19", "certificate.renewal"}, {"2026-11-20", "certificate.expired"},
		} {
			var got []string
			for _, of := range rule.For(n) {
				for range find(t, tx, of, n, day(step.day)) {
					got = append(got, of.ID)
				}
			}
			if strings.Join(got, " ") != step.want {
				t.Errorf("on %s: %v, want %q", step.day, got, step.want)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Two codes of one commune, before and after the reform: what is declared is held
// against the day of the filing.
func TestCommuneOfTheDay(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.ruleGround()
	n := registry.SiteNoun
	site := n.New().(*registry.Site)
	site.Code, site.Owner, site.DeclaredCommune = "Z-1", ptr("VIETTEL"), ptr("10528")
	site.Geometry.Geometry = orb.Point{106.0201, 20.0201}
	_, err := r.db.Stage(t.Context(), tester, n, rowsOf(n, nil, row(site)), func(tx pgx.Tx) error {
		for on, want := range map[string]int{"2025-06-30": 0, "2025-07-01": 1} {
			found := find(t, tx, rule.Find("commune.old-structure"), n, day(on))
			if len(found) != want {
				t.Errorf("on %s: %d findings, want %d", on, len(found), want)
			}
			for _, f := range found {
				facts, err := rule.ParseFacts(f.Facts)
				if err != nil {
					return err
				}
				if e := rule.Find("commune.old-structure").Explain(facts); e.Fix == nil || *e.Fix != (rule.Fix{Field: "declared_commune", Value: "10525"}) {
					t.Errorf("it proposes %+v", e.Fix)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
