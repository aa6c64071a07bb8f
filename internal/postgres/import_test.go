package postgres_test

import (
	"errors"
	"fmt"
	"io"
	"slices"
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

// A load keeps a day of any century as it is written.
func TestImportDatesOfAnyCentury(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	days := []registry.Date{registry.NewDate(1, 1, 1), registry.NewDate(1600, 2, 29), registry.NewDate(1969, 12, 31), registry.NewDate(2000, 1, 1), registry.NewDate(2300, 3, 1), registry.NewDate(9999, 12, 31)}
	var poles []*registry.Pole
	for i, day := range days {
		poles = append(poles, pole(fmt.Sprint(i), 106, 20, func(p *registry.Pole) { p.BuiltOn = &day }))
	}
	r.load(registry.PoleNoun, poleRows(nil, poles...), postgres.ImportOptions{})
	got := column[string](r, `SELECT to_char(built_on, 'YYYY-MM-DD') FROM asset ORDER BY code`)
	for i, day := range days {
		if len(got) != len(days) || got[i] != day.String() {
			t.Fatalf("%v, want %v", got, days)
		}
	}
}
