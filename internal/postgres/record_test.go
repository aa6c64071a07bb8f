package postgres_test

import (
	"errors"
	"reflect"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// Every noun: create, read back, change field by field, delete.
func TestEveryNounRoundTrips(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	around := r.surround()
	for _, n := range registry.Nouns {
		t.Run(n.Name, func(t *testing.T) {
			r := r.with(t)
			given := r.full(n, around, 0)
			stored, err := r.db.Create(t.Context(), tester, n, given)
			if err != nil {
				t.Fatal(err)
			}
			if diff := differ(written(n, given), written(n, stored)); diff != "" {
				t.Errorf("stored otherwise than given (-given +stored):\n%s", diff)
			}
			id := idOf(stored)
			if diff := differ(everything(n, stored), everything(n, r.get(n, id))); diff != "" {
				t.Errorf("Get gives otherwise than Create (-create +get):\n%s", diff)
			}
			if v := r.version(n, id); v != 1 {
				t.Errorf("a new record is at version %d", v)
			}
			r.changeEachField(n, id, around)
			version := r.version(n, id)
			r.update(n, id, func(registry.Record) {})
			if v := r.version(n, id); v != version {
				t.Errorf("an update that changes nothing moves the version from %d to %d", version, v)
			}
			r.checkCreatedImage(n, id)
			r.delete(n, id)
			r.checkCreatedImage(n, id)
			_, err = r.db.Get(t.Context(), tester, n, id)
			wantCode(t, err, registry.CodeNotFound)
		})
	}
}

// checkCreatedImage compares what the log can tell of a record's creation from
// all that came after with what it wrote down then.
func (r *register) checkCreatedImage(n *registry.Noun, id int64) {
	r.Helper()
	logged := one[string](r, `SELECT after::text FROM change WHERE noun = $1 AND record_id = $2 AND op = 'create'`, n.Name, id)
	if found := one[string](r, `SELECT created_image($1, $2)::text`, n.Name, id); found != logged {
		r.Errorf("created as\n%s\nfound as\n%s", logged, found)
	}
}

// together says with which field another changes: an asset is of its kind, a
// visit of its asset, an answer of its checklist.
var together = map[string]string{"asset": "asset_kind", "inspection": "asset_kind", "answers": "checklist"}

func (r *register) changeEachField(n *registry.Noun, id int64, around surroundings) {
	r.Helper()
	fields := n.Writable()
	for i, f := range fields {
		if together[f.Name] != "" || otherThing(n, f) {
			continue
		}
		before, version := r.get(n, id), r.version(n, id)
		change := func(record registry.Record) {
			r.fill(n, record, f, around, i, 1)
			for _, other := range fields {
				if together[other.Name] == f.Name {
					r.fill(n, record, other, around, 0, 1)
				}
			}
		}
		r.update(n, id, change)
		after := r.get(n, id)
		want := written(n, before)
		changed := n.New()
		change(changed)
		for _, other := range fields {
			if other == f || together[other.Name] == f.Name {
				want[other.Name] = other.Value(reflect.ValueOf(changed).Elem())
			}
		}
		if diff := differ(want, written(n, after)); diff != "" {
			r.Errorf("after a change of %s (-want +got):\n%s", f.Name, diff)
		}
		if got := r.version(n, id); got != version+1 {
			r.Errorf("a change of %s moves the version from %d to %d", f.Name, version, got)
		}
	}
}

// A record of required fields only.
func TestEmptyFieldsStayEmpty(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel")
	site := r.site("S", 106, 20)
	stored := r.get(registry.SiteNoun, site).(*registry.Site)
	for i := range registry.SiteNoun.Fields {
		f := &registry.SiteNoun.Fields[i]
		if f.List == "verdict" { // given of every site: nothing is known of this one
			if got := f.Value(reflect.ValueOf(stored).Elem()); got != "unknown" {
				t.Errorf("%s is %v", f.Name, got)
			}
			continue
		}
		if f.Nullable && f.Type != registry.GeometryField && f.Value(reflect.ValueOf(stored).Elem()) != nil {
			t.Errorf("%s is %v", f.Name, f.Value(reflect.ValueOf(stored).Elem()))
		}
	}
}

func TestLengthFollowsTheGeometry(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	duct := registry.DuctNoun.New().(*registry.Duct)
	duct.Code, duct.Geometry.Geometry = "D", orb.LineString{{106, 20}, {106, 21}}
	id := r.create(duct)
	length := func() float64 { return *r.get(registry.DuctNoun, id).(*registry.Duct).LengthM }
	// a degree of latitude there, on the ellipsoid
	if l := length(); l < 110_500 || l > 110_900 {
		t.Errorf("%v m", l)
	}
	before := length()
	r.update(registry.DuctNoun, id, func(record registry.Record) {
		record.(*registry.Duct).Geometry.Geometry = orb.LineString{{106, 20}, {106, 20.5}}
	})
	if l := length(); l > before*0.51 || l < before*0.49 {
		t.Errorf("half the line has %v of %v m", l, before)
	}
}

func TestWhoMayWrite(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	id := r.organization("Viettel")
	reader := registry.Actor{Name: "reader"}
	n, o := registry.OrganizationNoun, &registry.Organization{Code: "X", Name: "X", Kind: "operator"}
	_, err := r.db.Create(t.Context(), reader, n, o)
	wantCode(t, err, registry.CodeForbidden)
	_, err = r.db.Update(t.Context(), reader, n, id, 1, func(registry.Record) error { return nil })
	wantCode(t, err, registry.CodeForbidden)
	wantCode(t, r.db.Delete(t.Context(), registry.Anonymous, n, id, 1), registry.CodeForbidden)
	if _, err := r.db.Get(t.Context(), reader, n, id); err != nil {
		t.Errorf("a reader may not read: %v", err)
	}
	if got := one[int](r, `SELECT count(*) FROM organization`); got != 1 {
		t.Errorf("%d organizations", got)
	}
}

func TestInvalidRecordsAreRefusedWhole(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	id := r.site("S", 106, 20)
	bad := registry.SiteNoun.New().(*registry.Site)
	bad.Power = ptr("wind")
	_, err := r.db.Create(t.Context(), tester, registry.SiteNoun, bad)
	rules := map[string]bool{}
	for _, f := range wantCode(t, err, registry.CodeInvalid).Faults {
		rules[f.Rule+" "+f.Column] = true
	}
	for _, want := range []string{"required code", "code.unknown power", "geometry.missing geometry"} {
		if !rules[want] {
			t.Errorf("no fault %s in %v", want, rules)
		}
	}
	_, err = r.db.Update(t.Context(), tester, registry.SiteNoun, id, 1, func(record registry.Record) error {
		record.(*registry.Site).FreeSlots = ptr(int64(-1))
		return nil
	})
	wantCode(t, err, registry.CodeInvalid)
	if v := r.version(registry.SiteNoun, id); v != 1 {
		t.Errorf("version %d", v)
	}
	own := errors.New("the caller's own")
	_, err = r.db.Update(t.Context(), tester, registry.SiteNoun, id, 1, func(registry.Record) error { return own })
	if !errors.Is(err, own) {
		t.Errorf("%v instead of the caller's error", err)
	}
}

// One fault names everything that is wrong, and the nearest name we know.
func TestUnknownOrganizationOffersTheNearest(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel", "VNPT", "MobiFone", "EVN")
	for _, c := range []struct {
		given string
		near  string
	}{
		{"viettel", "Viettel"}, {"Vietel", "Viettel"}, {"Mobifon", "MobiFone"}, {"Công ty Viettel", "Viettel"}, {"Zzz", ""},
	} {
		trench := registry.TrenchNoun.New().(*registry.Trench)
		trench.Code, trench.Geometry.Geometry = "T", orb.LineString{{106, 20}, {106, 21}}
		trench.Owner, trench.Manager = &c.given, ptr("nobody")
		_, err := r.db.Create(t.Context(), tester, registry.TrenchNoun, trench)
		faults := wantCode(t, err, registry.CodeInvalid).Faults
		if len(faults) != 2 || faults[0].Rule != "organization.unknown" || faults[0].Column != "owner" || faults[0].Pointer != "/owner" ||
			faults[0].Value != c.given || faults[1].Column != "manager" {
			t.Errorf("%q: %+v", c.given, faults)
			continue
		}
		contains(t, faults[0].Mend.VI, c.near)
		if asks := faults[0].Mend.EN != faults[1].Mend.EN; asks != (c.near != "") {
			t.Errorf("%q: %s", c.given, faults[0].Mend.EN)
		}
	}
}

func TestConflicts(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel", "VNPT")
	site := r.site("S", 106, 20, func(s *registry.Site) { s.Owner = ptr("Viettel") })
	r.site("S", 106, 20)
	r.create(&registry.Unit{Level: registry.CommuneLevel, Code: "10525", Name: "Phường Trần Hưng Đạo", ValidTo: dayPtr("2025-07-01")})
	r.tenancy(registry.SiteKind, site, "VNPT", func(t *registry.Tenancy) { t.To = dayPtr("2025-01-01") })
	at := func(code string, owner *string) *registry.Site {
		s := registry.SiteNoun.New().(*registry.Site)
		s.Code, s.Owner, s.Geometry.Geometry = code, owner, orb.Point{106, 20}
		return s
	}
	tenancy := func(from *registry.Date, placement string) *registry.Tenancy {
		return &registry.Tenancy{AssetKind: registry.SiteKind, Asset: site, Tenant: "VNPT", Placement: placement, From: from,
			OwnerSays: registry.Unconfirmed, TenantSays: registry.Unconfirmed}
	}
	unit := func(from *registry.Date) *registry.Unit {
		return &registry.Unit{Level: registry.CommuneLevel, Code: "10525", Name: "Phường Hải Dương", ValidFrom: from}
	}
	for _, c := range []struct {
		name   string
		record registry.Record
		taken  bool
		says   string
	}{
		{"an owner's code twice", at("S", ptr("Viettel")), true, "cùng mã"},
		{"a code twice without an owner", at("S", nil), true, "cùng mã"},
		{"another owner's code", at("S", ptr("VNPT")), false, ""},
		{"an organization's code", &registry.Organization{Code: "VNPT", Name: "x", Kind: "other"}, true, "cùng mã"},
		{"the same tenant at the same time", tenancy(nil, "equipment"), true, "Bên thuê"},
		{"from the day the first ended", tenancy(dayPtr("2025-01-01"), "equipment"), false, ""},
		{"another placement at the same time", tenancy(nil, "cable"), false, ""},
		{"a unit's code in its time", unit(nil), true, "Mã đơn vị"},
		{"a unit's code from the day it was free", unit(dayPtr("2025-07-01")), false, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := r.db.Create(t.Context(), tester, registry.NounOf(c.record), c.record)
			if !c.taken {
				if err != nil {
					t.Fatal(err)
				}
				return
			}
			contains(t, wantCode(t, err, registry.CodeConflict).Message.VI, c.says)
		})
	}
}

func TestReferences(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel")
	site := r.site("S", 106, 20)
	r.station(site, "Viettel", "4G")
	pole := registry.PoleNoun.New().(*registry.Pole)
	pole.Code, pole.Geometry.Geometry = "P", orb.Point{106, 20}
	poleID := r.create(pole)
	for _, c := range []struct {
		name   string
		record registry.Record
		column string
	}{
		{"a station on no site", &registry.Station{Site: 999, Operator: "Viettel", Technology: "4G", Code: "x"}, "site"},
		{"a station on a pole", &registry.Station{Site: poleID, Operator: "Viettel", Technology: "4G", Code: "x"}, "site"},
		{"a station on no mast", &registry.Station{Site: site, Mast: ptr(int64(999)), Operator: "Viettel", Technology: "4G", Code: "x"}, "mast"},
		{"a tenancy of a pole called a site", &registry.Tenancy{AssetKind: registry.SiteKind, Asset: poleID, Tenant: "Viettel", Placement: "cable",
			OwnerSays: registry.Unconfirmed, TenantSays: registry.Unconfirmed}, "asset"},
		{"a statement of no village", &registry.Statement{Village: 999, Layer: registry.Declared, Service: "mobile", State: registry.Covered}, "village"},
		{"a unit below none", &registry.Unit{Level: registry.CommuneLevel, Code: "1", Name: "x", Parent: ptr(int64(999))}, "parent"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := r.db.Create(t.Context(), tester, registry.NounOf(c.record), c.record)
			faults := wantCode(t, err, registry.CodeInvalid).Faults
			if len(faults) != 1 || faults[0].Rule != "reference.unknown" || faults[0].Column != c.column {
				t.Errorf("%+v", faults)
			}
		})
	}
	for _, c := range []struct {
		name string
		n    *registry.Noun
		id   int64
		says string
	}{
		{"a site with a station", registry.SiteNoun, site, "station"},
		{"an organization with a station", registry.OrganizationNoun, one[int64](r, `SELECT id FROM organization`), "station"},
	} {
		t.Run("deleting "+c.name, func(t *testing.T) {
			err := r.db.Delete(t.Context(), tester, c.n, c.id, 1)
			contains(t, wantCode(t, err, registry.CodeConflict).Message.VI, c.says)
		})
	}
}

func TestStaleAndMissing(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	id := r.organization("Viettel")
	n := registry.OrganizationNoun
	rename := func(name string) func(registry.Record) error {
		return func(record registry.Record) error { record.(*registry.Organization).Name = name; return nil }
	}
	if _, err := r.db.Update(t.Context(), tester, n, id, 1, rename("second")); err != nil {
		t.Fatal(err)
	}
	_, err := r.db.Update(t.Context(), tester, n, id, 1, rename("third"))
	e := wantCode(t, err, registry.CodeStale)
	if current, ok := e.Current.(*registry.Organization); !ok || current.Name != "second" || current.Version != 2 {
		t.Errorf("current: %+v", e.Current)
	}
	wantCode(t, r.db.Delete(t.Context(), tester, n, id, 1), registry.CodeStale)
	_, err = r.db.Update(t.Context(), tester, n, 999, 1, rename("x"))
	wantCode(t, err, registry.CodeNotFound)
	wantCode(t, r.db.Delete(t.Context(), tester, n, 999, 1), registry.CodeNotFound)
	_, err = r.db.Get(t.Context(), tester, registry.PoleNoun, r.site("S", 106, 20))
	wantCode(t, err, registry.CodeNotFound)
}

// Fifty writers hold the same version: one wins, the others are told.
func TestOneOfManyWritersWins(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	id := r.site("S", 106, 20)
	var won, stale atomic.Int32
	var wg sync.WaitGroup
	for i := range 50 {
		wg.Go(func() {
			_, err := r.db.Update(t.Context(), tester, registry.SiteNoun, id, 1, func(record registry.Record) error {
				record.(*registry.Site).FreeSlots = ptr(int64(i))
				return nil
			})
			switch {
			case err == nil:
				won.Add(1)
			case registry.CodeOf(err) == registry.CodeStale:
				stale.Add(1)
			default:
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if won.Load() != 1 || stale.Load() != 49 {
		t.Errorf("%d won, %d were stale", won.Load(), stale.Load())
	}
	if n := one[int](r, `SELECT count(*) FROM change WHERE op = 'update'`); n != 1 {
		t.Errorf("%d updates in the log", n)
	}
}
