package postgres_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

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

// A visit or violation names a mast of the site it is of; what is of another kind
// of asset names none by its code.
func TestImportVisitsNameTheirMasts(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.site("ONE", 106, 20)
	two := r.site("TWO", 106, 20)
	pole := r.create(pole("ONE", 106, 20))
	mast := map[string]int64{}
	for _, site := range []string{"ONE", "TWO"} {
		mast[site] = r.create(&registry.Mast{Site: one[int64](r, `SELECT id FROM asset WHERE kind = 'site' AND code = $1`, site), Code: "M1"})
	}
	visit := func(code string, kind registry.Kind) *registry.Inspection {
		return &registry.Inspection{Code: code, AssetKind: kind, InspectionKind: "ad_hoc", Checklist: "mast-2026", Outcome: "passed", MadeAt: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)}
	}
	result, err := r.db.Import(t.Context(), tester, registry.InspectionNoun, rowsOf(registry.InspectionNoun, nil,
		row(visit("a", registry.SiteKind), "asset", "ONE", "mast", "M1"), row(visit("b", registry.SiteKind), "asset", fmt.Sprintf("#%d", two), "mast", "M1"),
		row(visit("c", registry.PoleKind), "asset", "ONE", "mast", "M1"), row(visit("d", registry.PoleKind), "asset", "ONE")), postgres.ImportOptions{AcceptGood: true})
	if err != nil || result.Created != 3 || result.Refused != 1 {
		t.Fatalf("%v, %+v", err, result)
	}
	if g := fault(t, result, "reference.unknown"); g.Count != 1 || g.First.Value != "M1" || g.First.Row != 4 {
		t.Errorf("%+v", g)
	}
	for code, site := range map[string]string{"a": "ONE", "b": "TWO"} {
		if got := one[int64](r, `SELECT mast_id FROM inspection WHERE code = $1`, code); got != mast[site] {
			t.Errorf("%s is of mast %d, want that of its site, %d", code, got, mast[site])
		}
	}
	if got := one[int64](r, `SELECT asset_id FROM inspection WHERE code = 'd'`); got != pole {
		t.Errorf("d is of pole %d, want %d", got, pole)
	}
	broken := &registry.Violation{Code: "v", AssetKind: registry.SiteKind, Clause: "k", Description: "d", State: registry.ViolationRecorded, FoundOn: registry.NewDate(2026, 1, 2)}
	result, err = r.db.Import(t.Context(), tester, registry.ViolationNoun, rowsOf(registry.ViolationNoun, nil,
		row(broken, "asset", "TWO", "mast", "M1", "inspection", "b")), postgres.ImportOptions{})
	if err != nil || result.Created != 1 || one[int64](r, `SELECT mast_id FROM violation`) != mast["TWO"] {
		t.Errorf("%v, %+v", err, result)
	}

	// what is of a visit is of its work, and a row that says otherwise is told where
	stray := *broken
	stray.Code = "w"
	result, err = r.db.Import(t.Context(), tester, registry.ViolationNoun, rowsOf(registry.ViolationNoun, nil,
		row(&stray, "asset", "ONE", "inspection", "b"), row(broken, "asset", "TWO", "inspection", "a")), postgres.ImportOptions{AcceptGood: true})
	if err != nil || result.Refused != 2 || result.Created != 0 {
		t.Errorf("%v, %+v", err, result)
	}
	if g := fault(t, result, "reference.other_work"); g.Column != "Cột inspection" || g.First.Row < 2 || g.First.Row > 3 || g.Count != 1 {
		t.Errorf("%+v", g)
	}
	shot := &registry.Photo{Code: "p", AssetKind: ptr(registry.SiteKind)}
	result, err = r.db.Import(t.Context(), tester, registry.PhotoNoun, rowsOf(registry.PhotoNoun, []string{"code", "asset_kind", "asset", "violation"},
		row(shot, "asset", "ONE", "violation", "v")), postgres.ImportOptions{AcceptGood: true})
	if err != nil || result.Refused != 1 {
		t.Errorf("%v, %+v", err, result)
	}
	if g := fault(t, result, "reference.other_work"); g.First.Value != "v" || g.First.Row != 2 {
		t.Errorf("%+v", g)
	}
	result, err = r.db.Import(t.Context(), tester, registry.PhotoNoun, rowsOf(registry.PhotoNoun, []string{"code", "violation"},
		row(&registry.Photo{Code: "p"}, "violation", "v")), postgres.ImportOptions{})
	if err != nil || result.Created != 1 || one[int64](r, `SELECT asset_id FROM photo`) != two {
		t.Errorf("%v, %+v", err, result)
	}
	// a file without the column leaves the work as it is
	result, err = r.db.Import(t.Context(), tester, registry.ViolationNoun, rowsOf(registry.ViolationNoun, []string{"code", "inspection"},
		row(&registry.Violation{Code: "v"}, "inspection", "a")), postgres.ImportOptions{AcceptGood: true})
	if err != nil || result.Refused != 1 {
		t.Errorf("%v, %+v", err, result)
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
