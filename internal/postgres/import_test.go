package postgres_test

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// pole makes a pole as a file would give it.
func pole(code string, lon, lat float64, change ...func(*registry.Pole)) *registry.Pole {
	p := registry.PoleNoun.New().(*registry.Pole)
	p.Code, p.Geometry.Geometry = code, orb.Point{lon, lat}
	for _, c := range change {
		c(p)
	}
	return p
}

func poleRows(fields []string, poles ...*registry.Pole) *sliceRows {
	var list []registry.Row
	for _, p := range poles {
		list = append(list, row(p))
	}
	return rowsOf(registry.PoleNoun, fields, list...)
}

// fault finds the group of a rule.
func fault(t *testing.T, result postgres.ImportResult, rule string) registry.FaultGroup {
	t.Helper()
	for _, g := range result.Faults {
		if g.Rule == rule {
			if g.First.Message.VI == "" || g.First.Mend.EN == "" {
				t.Errorf("%s says nothing: %+v", rule, g.First)
			}
			return g
		}
	}
	t.Fatalf("no fault %s in %+v", rule, result.Faults)
	return registry.FaultGroup{}
}

func TestImportIsAllOrNothing(t *testing.T) {
	t.Parallel()
	bad := func() *sliceRows {
		return poleRows(nil, pole("P1", 106, 20), pole("P2", 106, 20, func(p *registry.Pole) { p.HeightM = ptr(-1.0) }), pole("P3", 106, 20))
	}
	for _, c := range []struct {
		name    string
		opts    postgres.ImportOptions
		rows    func() *sliceRows
		written bool
		poles   int
		code    registry.Code
	}{
		{"one bad row", postgres.ImportOptions{}, bad, false, 0, registry.CodeInvalid},
		{"one bad row, the good accepted", postgres.ImportOptions{AcceptGood: true}, bad, true, 2, ""},
		{"one bad row, tried with the good accepted", postgres.ImportOptions{AcceptGood: true, DryRun: true}, bad, false, 0, ""},
		{"one bad row, tried", postgres.ImportOptions{DryRun: true}, bad, false, 0, registry.CodeInvalid},
		{"good rows, tried", postgres.ImportOptions{DryRun: true}, func() *sliceRows { return poleRows(nil, pole("P", 106, 20)) }, false, 0, ""},
		{"no rows", postgres.ImportOptions{}, func() *sliceRows { return poleRows(nil) }, true, 0, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r := newRegister(t)
			rows := c.rows()
			result, err := r.db.Import(t.Context(), tester, registry.PoleNoun, rows, c.opts)
			if c.code != "" {
				wantCode(t, err, c.code)
			} else if err != nil {
				t.Fatal(err)
			}
			if result.Written != c.written || result.Read != int64(len(rows.list)) || result.Created+result.Refused != result.Read {
				t.Errorf("%+v", result)
			}
			for what, want := range map[string]int{"pole": c.poles, "change": c.poles} {
				sql := map[string]string{"pole": `SELECT count(*) FROM asset`, "change": `SELECT count(*) FROM change`}[what]
				if got := one[int](r, sql); got != want {
					t.Errorf("%d of %s, want %d", got, what, want)
				}
			}
			if result.Refused > 0 {
				if g := fault(t, result, "number.range"); g.Column != "Cột height_m" || !slices.Equal(g.Rows, []int{3}) || g.Count != 1 {
					t.Errorf("%+v", g)
				}
			}
		})
	}
}

// A reader that breaks down in the middle leaves nothing.
func TestImportOfABrokenFile(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	broken := errors.New("the disk is gone")
	for _, at := range []int{0, 1, 1500} {
		var list []*registry.Pole
		for i := range at {
			list = append(list, pole(fmt.Sprint(i), 106, 20))
		}
		result, err := r.db.Import(t.Context(), tester, registry.PoleNoun, &brokenRows{poleRows(nil, list...), broken}, postgres.ImportOptions{AcceptGood: true})
		if !errors.Is(err, broken) || result.Written {
			t.Errorf("after %d rows: %v, %+v", at, err, result)
		}
	}
	if n := one[int](r, `SELECT count(*) FROM asset`); n != 0 {
		t.Errorf("%d poles", n)
	}
}

type brokenRows struct {
	*sliceRows
	err error
}

func (b *brokenRows) Next(row *registry.Row) error {
	err := b.sliceRows.Next(row)
	if errors.Is(err, io.EOF) {
		return b.err
	}
	return err
}

func TestImportTwice(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel", "VNPT")
	owned := func(owner string) func(*registry.Pole) {
		return func(p *registry.Pole) { p.Owner, p.HeightM = &owner, ptr(7.5) }
	}
	file := func(change ...func([]*registry.Pole)) *sliceRows {
		list := []*registry.Pole{pole("P1", 106, 20), pole("P1", 106.1, 20, owned("Viettel")), pole("P1", 106.2, 20, owned("VNPT")), pole("P2", 106.3, 20, owned("VNPT"))}
		for _, c := range change {
			c(list)
		}
		return poleRows(nil, list...)
	}
	changes := func() int { return one[int](r, `SELECT count(*) FROM change WHERE noun = 'pole'`) }
	for _, step := range []struct {
		name                   string
		rows                   *sliceRows
		created, changed, same int64
		logged                 int
	}{
		{"the first time", file(), 4, 0, 0, 4},
		{"the same again", file(), 0, 0, 4, 4},
		{"one column changed", file(func(list []*registry.Pole) { list[3].HeightM = ptr(8.5) }), 0, 1, 3, 5},
		{"one column emptied", file(func(list []*registry.Pole) { list[3].HeightM = nil }), 0, 1, 3, 6},
		{"one moved, one new", file(func(list []*registry.Pole) { list[0].Geometry.Geometry = orb.Point{106.05, 20}; list[3].Code = "P3" }), 1, 1, 2, 8},
	} {
		result := r.load(registry.PoleNoun, step.rows, postgres.ImportOptions{})
		if result.Created != step.created || result.Changed != step.changed || result.Same != step.same || !result.Written {
			t.Errorf("%s: %+v", step.name, result)
		}
		if got := changes(); got != step.logged {
			t.Errorf("%s: %d changes are logged, want %d", step.name, got, step.logged)
		}
	}
	log := r.changes("pole", one[int64](r, `SELECT id FROM asset WHERE code = 'P2'`))
	if len(log) != 3 || log[1].After["height_m"] != 8.5 || len(log[1].After) != 1 || log[2].After["height_m"] != nil {
		t.Errorf("%+v", log)
	}
}

// Columns that are not in the file are left as they are.
func TestImportKeepsColumnsTheFileHasNot(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	id := r.create(pole("P1", 106, 20, func(p *registry.Pole) { p.HeightM, p.Note, p.FibreAccess = ptr(7.5), ptr("giữ"), true }))
	result := r.load(registry.PoleNoun, poleRows([]string{"code", "material"}, pole("P1", 0, 0, func(p *registry.Pole) { p.Material = ptr("steel") })), postgres.ImportOptions{})
	if result.Changed != 1 {
		t.Fatalf("%+v", result)
	}
	p := r.get(registry.PoleNoun, id).(*registry.Pole)
	if *p.Material != "steel" || *p.HeightM != 7.5 || *p.Note != "giữ" || !p.FibreAccess || p.Geometry.Geometry != (orb.Point{106, 20}) {
		t.Errorf("%+v", p)
	}
}

func TestImportRefusesDuplicatesInTheFile(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel")
	mine := func(p *registry.Pole) { p.Owner = ptr("Viettel") }
	rows := poleRows(nil, pole("A", 106, 20), pole("A", 106, 20, mine), pole("A", 106.1, 20), pole("B", 106, 20), pole("A", 106.2, 20))
	result, err := r.db.Import(t.Context(), tester, registry.PoleNoun, rows, postgres.ImportOptions{AcceptGood: true})
	if err != nil || result.Created != 3 || result.Refused != 2 {
		t.Fatalf("%v, %+v", err, result)
	}
	if g := fault(t, result, "key.duplicate"); g.Count != 2 || !slices.Equal(g.Rows, []int{4, 6}) || g.First.Value != "A" || g.Column != "Cột code" {
		t.Errorf("%+v", g)
	}
	if got := one[float64](r, `SELECT ST_X(geom) FROM asset WHERE code = 'A' AND owner_id IS NULL`); got != 106 {
		t.Errorf("the first row of a key is to stay, not the one at %v", got)
	}
}

func TestImportUnknownOrganizations(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organization("VTL", func(o *registry.Organization) { o.Name = "Tập đoàn Viettel" })
	r.organizations("VNPT")
	owner := func(name string) func(*registry.Pole) { return func(p *registry.Pole) { p.Owner = &name } }
	rows := func() *sliceRows {
		var list []*registry.Pole
		for i := range 30 {
			list = append(list, pole(fmt.Sprint("v", i), 106, 20, owner("Vietel")))
		}
		return poleRows(nil, append(list, pole("n", 106, 20, owner("tập đoàn viettel")), pole("c", 106, 20, owner("VNPT")), pole("z", 106, 20, owner("Zzz")),
			pole("none", 106, 20))...)
	}
	result, err := r.db.Import(t.Context(), tester, registry.PoleNoun, rows(), postgres.ImportOptions{})
	wantCode(t, err, registry.CodeInvalid)
	if result.Refused != 31 || len(result.Faults) != 2 {
		t.Fatalf("%+v", result)
	}
	g := result.Faults[0]
	if g.Rule != "organization.unknown" || g.Count != 30 || g.First.Value != "Vietel" || g.Column != "Cột owner" || g.First.Pointer != "" ||
		!slices.Equal(g.Rows, []int{2, 3, 4, 5, 6}) {
		t.Errorf("%+v", g)
	}
	contains(t, g.First.Mend.VI, "VTL")
	result, err = r.db.Import(t.Context(), tester, registry.PoleNoun, rows(), postgres.ImportOptions{AcceptGood: true})
	if err != nil || result.Created != 3 {
		t.Fatalf("%v, %+v", err, result)
	}
	for code, want := range map[string]string{"n": "VTL", "c": "VNPT"} {
		if got := one[string](r, `SELECT owner FROM guarded.pole WHERE code = $1`, code); got != want {
			t.Errorf("%s belongs to %s, want %s", code, got, want)
		}
	}
}

func TestImportCreatesOrganizations(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("VNPT")
	owner := func(name string) func(*registry.Pole) { return func(p *registry.Pole) { p.Owner = &name } }
	north := "Công ty Cổ phần Đầu tư và Phát triển Hạ tầng Viễn thông số Việt Nam – chi nhánh miền Bắc"
	south := strings.Replace(north, "Bắc", "Nam", 1)
	file := func() *sliceRows {
		return poleRows(nil, pole("1", 106, 20, owner("Điện lực Hải Dương")), pole("2", 106, 20, owner("ĐIỆN LỰC HẢI DƯƠNG")),
			pole("3", 106, 20, owner("VNPT")), pole("4", 106, 20, owner(north)), pole("5", 106, 20, owner(south)), pole("6", 106, 20))
	}
	result := r.load(registry.PoleNoun, file(), postgres.ImportOptions{CreateOrganizations: true})
	if result.Created != 6 || len(result.Organizations) != 3 {
		t.Fatalf("%+v", result)
	}
	owners := column[string](r, `SELECT coalesce(o.name, '') FROM asset a LEFT JOIN organization o ON o.id = a.owner_id ORDER BY a.code`)
	if owners[0] != owners[1] || owners[2] != "VNPT" || owners[3] != north || owners[4] != south || owners[5] != "" {
		t.Errorf("%q", owners)
	}
	if n := one[int](r, `SELECT count(*) FROM organization WHERE length(code) > 60`); n != 0 {
		t.Errorf("%d codes are too long to be filed", n)
	}
	if n := one[int](r, `SELECT count(*) FROM change WHERE noun = 'organization' AND actor = 'tester'`); n != 4 {
		t.Errorf("%d organizations in the log", n)
	}
	again := r.load(registry.PoleNoun, file(), postgres.ImportOptions{CreateOrganizations: true})
	if again.Same != 6 || len(again.Organizations) != 0 {
		t.Errorf("again: %+v", again)
	}
	tried := r.load(registry.PoleNoun, poleRows(nil, pole("7", 106, 20, owner("Chiếu sáng"))), postgres.ImportOptions{CreateOrganizations: true, DryRun: true})
	if len(tried.Organizations) != 1 || one[int](r, `SELECT count(*) FROM organization`) != 4 {
		t.Errorf("a trial registers an organization: %+v", tried)
	}
}

func TestImportReferences(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel", "VNPT")
	owned := func(owner string) func(*registry.Site) { return func(s *registry.Site) { s.Owner = &owner } }
	one1 := r.site("ONE", 106, 20)
	two := r.site("TWO", 106, 20)
	r.site("SAME", 106, 20, owned("Viettel"))
	r.site("SAME", 106, 20, owned("VNPT"))
	masts := map[int64]int64{}
	for _, site := range []int64{one1, two} {
		masts[site] = r.create(&registry.Mast{Site: site, Code: "M1"})
	}
	station := func(code string) *registry.Station {
		return &registry.Station{Code: code, Operator: "Viettel", Technology: "4G"}
	}
	rows := rowsOf(registry.StationNoun, nil,
		row(station("a"), "site", "ONE", "mast", "M1"), row(station("b"), "site", "TWO", "mast", "M1"),
		row(station("c"), "site", "SAME"), row(station("d"), "site", "NONE"), row(station("e"), "site", "ONE", "mast", "M2"),
		row(station("f"), "site", fmt.Sprintf("#%d", two), "mast", "M1"), row(station("g")))
	result, err := r.db.Import(t.Context(), tester, registry.StationNoun, rows, postgres.ImportOptions{AcceptGood: true})
	if err != nil || result.Created != 3 || result.Refused != 4 {
		t.Fatalf("%v, %+v", err, result)
	}
	for code, site := range map[string]int64{"a": one1, "b": two, "f": two} {
		if got := one[int64](r, `SELECT mast_id FROM station WHERE code = $1 AND site_id = $2`, code, site); got != masts[site] {
			t.Errorf("%s is on mast %d, want that of its site, %d", code, got, masts[site])
		}
	}
	if g := fault(t, result, "reference.ambiguous"); g.Count != 1 || g.First.Value != "SAME" || g.Column != "Cột site" || g.First.Row != 4 {
		t.Errorf("%+v", g)
	}
	var unknown []string
	for _, g := range result.Faults {
		if g.Rule == "reference.unknown" {
			unknown = append(unknown, g.First.Value)
		}
	}
	slices.Sort(unknown)
	if !slices.Equal(unknown, []string{"M2", "NONE"}) {
		t.Errorf("unknown: %q", unknown)
	}
	if g := fault(t, result, "required"); g.Count != 1 || !slices.Equal(g.Rows, []int{8}) {
		t.Errorf("a station without site or position: %+v", g)
	}
	tenancy := registry.TenancyNoun.New().(*registry.Tenancy)
	tenancy.AssetKind, tenancy.Tenant = registry.SiteKind, "VNPT"
	elsewhere := registry.TenancyNoun.New().(*registry.Tenancy)
	elsewhere.AssetKind, elsewhere.Tenant = registry.PoleKind, "VNPT"
	rented, err := r.db.Import(t.Context(), tester, registry.TenancyNoun, rowsOf(registry.TenancyNoun, nil,
		row(tenancy, "asset", "ONE"), row(elsewhere, "asset", "ONE")), postgres.ImportOptions{AcceptGood: true})
	if err != nil || rented.Created != 1 || rented.Refused != 1 {
		t.Errorf("a site's code is no pole's: %v, %+v", err, rented)
	}
}

// Stations without a site find or make it at their position.
func TestImportStationsFindTheirSites(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel", "VNPT")
	r.commune("1", "Phường Đông", 106, 20, 107, 21, func(u *registry.Unit) { u.Province = ptr("31") })
	mine := r.site("MINE", 106.1, 20.1, func(s *registry.Site) { s.Owner = ptr("VNPT") })
	r.site("SECOND HERE", 106.1, 20.1)
	station := func(code string, lon, lat float64, since *registry.Date) registry.Row {
		return row(&registry.Station{Code: code, Operator: "Viettel", Technology: "4G", OnAirFrom: since, Geometry: registry.Geometry{Geometry: orb.Point{lon, lat}}})
	}
	file := func() *sliceRows {
		rows := rowsOf(registry.StationNoun, []string{"code", "operator", "technology", "on_air_from"},
			station("at mine", 106.1, 20.1, nil),
			station("new 1", 106.2, 20.2, dayPtr("2015-05-05")), station("new 2", 106.2, 20.2, dayPtr("2012-02-02")),
			station("dateless 1", 106.3, 20.3, dayPtr("2015-05-05")), station("dateless 2", 106.3, 20.3, nil),
			// nearer to each other than a position's code tells apart
			station("near 1", 106.4000001, 20.4, nil), station("near 2", 106.4000002, 20.4, nil),
			station("apart", 106.400002, 20.4, nil), station("abroad", 100, 20, nil))
		rows.headers["geometry"] = "Tọa độ"
		return rows
	}
	result := r.load(registry.StationNoun, file(), postgres.ImportOptions{})
	if result.Created != 9 || result.SitesCreated != 5 {
		t.Fatalf("%+v", result)
	}
	site := func(code string) *registry.Site {
		return r.get(registry.SiteNoun, one[int64](r, `SELECT site_id FROM station WHERE code = $1`, code)).(*registry.Site)
	}
	if got := site("at mine").ID; got != mine {
		t.Errorf("at %d, want the first site of the position, %d", got, mine)
	}
	s := site("new 1")
	if s.ID != site("new 2").ID || s.Code != registry.PositionCode(registry.SiteKind, 106.2, 20.2) || s.Owner != nil || *s.CommuneCode != "1" ||
		*s.Province != "31" || s.OperatingFrom.String() != "2012-02-02" {
		t.Errorf("%+v", s)
	}
	if s := site("dateless 1"); s.OperatingFrom != nil {
		t.Errorf("a site is said to begin on %v, when one of its stations has no date", s.OperatingFrom)
	}
	if site("near 1").ID != site("near 2").ID || site("near 1").ID == site("apart").ID {
		t.Error("positions are told apart otherwise than their codes")
	}
	if s := site("abroad"); s.CommuneCode != nil {
		t.Errorf("abroad is in %s", *s.CommuneCode)
	}
	again := r.load(registry.StationNoun, file(), postgres.ImportOptions{})
	if again.Same != 9 || again.SitesCreated != 0 {
		t.Errorf("again: %+v", again)
	}
}

func TestImportRefusesPositionsThatAreNone(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel")
	at := func(code string, g orb.Geometry) registry.Row {
		return row(&registry.Station{Code: code, Operator: "Viettel", Technology: "4G", Geometry: registry.Geometry{Geometry: g}})
	}
	result, err := r.db.Import(t.Context(), tester, registry.StationNoun, rowsOf(registry.StationNoun, nil,
		at("far", orb.Point{588565, 2325647}), at("line", orb.LineString{{106, 20}, {107, 21}}), at("good", orb.Point{106.12345678, 20})), postgres.ImportOptions{AcceptGood: true})
	if err != nil || result.Created != 1 || result.Refused != 2 {
		t.Fatalf("%v, %+v", err, result)
	}
	fault(t, result, "coordinate.range")
	fault(t, result, "geometry.type")
	if got := one[float64](r, `SELECT ST_X(geom) FROM asset`); got != 106.1234568 {
		t.Errorf("a site is made at %v: no API could send that back", got)
	}
}

// Records of one key may not overlap in time, in the file or with the register.
func TestImportRefusesOverlappingPeriods(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel", "VNPT")
	site := r.site("S", 106, 20)
	r.tenancy(registry.SiteKind, site, "VNPT", func(t *registry.Tenancy) { t.From, t.To = dayPtr("2020-01-01"), dayPtr("2021-01-01") })
	rent := func(tenant, from, to string) registry.Row {
		rented := registry.TenancyNoun.New().(*registry.Tenancy)
		rented.AssetKind, rented.Tenant = registry.SiteKind, tenant
		if from != "" {
			rented.From = dayPtr(from)
		}
		if to != "" {
			rented.To = dayPtr(to)
		}
		return row(rented, "asset", "S")
	}
	result, err := r.db.Import(t.Context(), tester, registry.TenancyNoun, rowsOf(registry.TenancyNoun, nil,
		rent("VNPT", "2020-06-01", "2022-01-01"),    // into the registered one
		rent("VNPT", "2022-01-01", ""),              // clear of it
		rent("Viettel", "", "2020-01-01"),           // clear
		rent("Viettel", "2019-12-31", "2020-06-01"), // into the row before
		rent("Viettel", "2020-01-01", "2020-06-01"), // into the row before that was refused as well
		rent("VNPT", "2020-01-01", "2020-12-01"),    // the registered one, shortened
	), postgres.ImportOptions{AcceptGood: true})
	if err != nil || result.Created != 2 || result.Changed != 1 || result.Refused != 3 {
		t.Fatalf("%v, %+v", err, result)
	}
	var rows []int
	for _, g := range result.Faults {
		if g.Rule != "period.overlap" || g.Column != "Cột from" {
			t.Errorf("%+v", g)
		}
		rows = append(rows, g.Rows...)
	}
	slices.Sort(rows)
	if !slices.Equal(rows, []int{2, 5, 6}) {
		t.Errorf("rows %v", rows)
	}
}
