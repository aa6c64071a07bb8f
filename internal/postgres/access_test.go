package postgres_test

import (
	"errors"
	"reflect"
	"testing"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// An owner can list who read where its ducts run, when and why, however they
// were read; nobody else can, and nobody's reading of their own is told.
func TestOwnersAreToldWhoLooked(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel", "VNPT", "FPT")
	commune := r.commune("1", "Phường Một", 106, 20, 106.5, 20.5)
	ducts := func(code, owner string, lat float64) int64 {
		return r.create(&registry.Duct{Asset: registry.Asset{Code: code, Owner: &owner, Status: registry.Operating, Disclosure: registry.Ordinary,
			Geometry: registry.Geometry{Geometry: orb.LineString{{106.1, lat}, {106.2, lat}}}}})
	}
	first := ducts("D1", "Viettel", 20.1)
	ducts("D2", "Viettel", 20.2)
	ducts("D3", "VNPT", 20.3)
	as := func(name, organization, reason string, roles ...registry.Role) registry.Actor {
		return registry.Actor{Name: name, Reason: reason, Grants: registry.Grants{Roles: roles, Organization: organization}}
	}
	fpt := as("key:fpt", "FPT", "khảo sát tuyến", registry.FilerRole)
	vnpt := as("user:vnpt", "VNPT", "", registry.SignerRole)
	local := registry.Actor{Name: "user:xa", Grants: registry.Grants{Roles: []registry.Role{registry.LocalRole}, Units: []int64{commune}}}
	page := func(who registry.Actor) {
		t.Helper()
		var rows gathering
		if _, err := r.db.Page(t.Context(), who, registry.DuctNoun, registry.Filter{}, registry.Page{Limit: 10}, &rows); err != nil || len(rows.rows) != 3 {
			t.Fatalf("%d rows, %v", len(rows.rows), err)
		}
	}
	page(fpt)
	page(fpt)
	page(vnpt)
	page(registry.Anonymous) // sees no line
	for _, n := range []*registry.Noun{registry.DuctNoun, registry.SiteNoun} {
		if _, err := r.db.Stream(t.Context(), local, n, registry.Filter{}, &gathering{}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := r.db.Read(t.Context(), tester, registry.DuctNoun, first, &gathering{}); err != nil {
		t.Fatal(err)
	}
	full := errors.New("full")
	cut := gathering{each: func(int) error { return full }}
	if _, err := r.db.Stream(t.Context(), as("user:fpt", "FPT", "", registry.FilerRole), registry.DuctNoun, registry.Filter{}, &cut); !errors.Is(err, full) {
		t.Fatal(err)
	}
	type told struct {
		Owner, Noun, Actor, Reason string
		Requests, Records          int64
	}
	tell := func(who registry.Actor, owner string) (out []told) {
		t.Helper()
		list, next, err := r.db.Accesses(t.Context(), who, owner, registry.Page{Limit: 10})
		if err != nil || next != 0 {
			t.Fatal(next, err)
		}
		for _, a := range list {
			if a.FirstAt.IsZero() || a.LastAt.Before(a.FirstAt) {
				t.Errorf("%+v", a)
			}
			out = append(out, told{a.Owner, a.Noun, a.Actor, a.Reason, a.Requests, a.Records})
		}
		return out
	}
	cutOff := told{"Viettel", "ducts", "user:fpt", "", 1, 1}
	want := map[string][]told{
		"Viettel": {cutOff, {"Viettel", "ducts", tester.Name, tester.Reason, 1, 1}, {"Viettel", "ducts", "user:xa", "", 1, 2},
			{"Viettel", "ducts", "user:vnpt", "", 1, 2}, {"Viettel", "ducts", "key:fpt", "khảo sát tuyến", 2, 4}},
		"VNPT": {{"VNPT", "ducts", "user:xa", "", 1, 1}, {"VNPT", "ducts", "key:fpt", "khảo sát tuyến", 2, 2}},
		"FPT":  nil,
	}
	for owner, entries := range want {
		if got := tell(as("x", owner, "", registry.FilerRole), ""); !reflect.DeepEqual(got, entries) {
			t.Errorf("%s is told %+v, want %+v", owner, got, entries)
		}
		if got := tell(tester, owner); !reflect.DeepEqual(got, entries) {
			t.Errorf("the department is told of %s %+v, want %+v", owner, got, entries)
		}
	}
	if got := tell(as("x", "VNPT", "", registry.FilerRole), "Viettel"); got != nil {
		t.Errorf("VNPT is told who looked at Viettel's: %+v", got)
	}
	if got := tell(local, ""); got != nil {
		t.Errorf("local staff are told %+v", got)
	}
	list, next, err := r.db.Accesses(t.Context(), tester, "", registry.Page{Limit: 3})
	if err != nil || len(list) != 3 || next != list[2].ID {
		t.Fatalf("%+v %d %v", list, next, err)
	}
	if rest, next, err := r.db.Accesses(t.Context(), tester, "", registry.Page{Limit: 10, After: next}); err != nil || len(rest) != 4 || next != 0 {
		t.Errorf("%+v %d %v", rest, next, err)
	}
	_, _, err = r.db.Accesses(t.Context(), registry.Anonymous, "", registry.Page{Limit: 3})
	var refusal *registry.Error
	if !errors.As(err, &refusal) || refusal.Code != registry.CodeUnauthorized {
		t.Errorf("anybody: %v", err)
	}
}
