package postgres_test

import (
	"testing"

	"github.com/hatangso/hatangso/internal/coverage"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// Three layers beside each other: verified is published, else declared.
func TestCoverageLayers(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel", "VNPT")
	r.station(r.site("S", 106, 20), "Viettel", "4G")
	state := func(village int64, layer registry.Layer, state registry.CoverageState, change ...func(*registry.Statement)) {
		s := &registry.Statement{Village: village, Layer: layer, Service: postgres.Mobile, State: state}
		for _, c := range change {
			c(s)
		}
		r.create(s)
	}
	by := func(operator string) func(*registry.Statement) {
		return func(s *registry.Statement) { s.Operator = &operator }
	}
	until := func(to string) func(*registry.Statement) { return func(s *registry.Statement) { s.To = dayPtr(to) } }
	of := func(technology string) func(*registry.Statement) {
		return func(s *registry.Statement) { s.Technology = &technology }
	}
	silent := r.villageAt("silent", 100)
	declared := r.villageAt("declared", 5000)
	state(declared, registry.Declared, covered)
	verified := r.villageAt("verified", 100)
	state(verified, registry.Declared, covered)
	state(verified, registry.Verified, white)
	best := r.villageAt("two operators", 5000)
	state(best, registry.Declared, white, by("Viettel"))
	state(best, registry.Declared, covered, by("VNPT"))
	old := r.villageAt("no longer", 100)
	state(old, registry.Verified, white, until("2026-06-30"))
	other := r.villageAt("2G only", 100)
	state(other, registry.Verified, white, of("2G"))
	fibre := r.villageAt("fibre only", 100)
	state(fibre, registry.Verified, white, func(s *registry.Statement) { s.Service = postgres.Fibre })
	q := postgres.CoverageQuery{Service: postgres.Mobile, AsOf: day("2026-06-30")}
	type layers struct {
		Published registry.CoverageState
		Layer     registry.Layer
	}
	published := func(q postgres.CoverageQuery) map[int64]layers {
		records, err := r.db.CoverageRecords(t.Context(), tester, &q)
		if err != nil {
			t.Fatal(err)
		}
		out := map[int64]layers{}
		for _, v := range records {
			out[v.Village] = layers{v.Published, v.Layer}
		}
		return out
	}
	want := map[int64]layers{silent: {unknown, ""}, declared: {covered, registry.Declared}, verified: {white, registry.Verified},
		best: {covered, registry.Declared}, old: {unknown, ""}, other: {unknown, ""}, fibre: {unknown, ""}}
	if diff := differ(want, published(q)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	viettel := q
	viettel.Operator = "Viettel"
	if got := published(viettel)[best]; got != (layers{white, registry.Declared}) {
		t.Errorf("Viettel's own statement: %+v", got)
	}
	answer, err := r.db.Coverage(t.Context(), tester, q)
	if err != nil {
		t.Fatal(err)
	}
	// declared, two operators: published covered, computed white; verified: the other way round
	if answer.Discrepancies != 3 {
		t.Errorf("%d discrepancies", answer.Discrepancies)
	}
	for name, got := range map[string][2]int{
		"computed": {answer.Computed.Covered, answer.Computed.Villages}, "declared": {answer.Declared.Covered, answer.Declared.Villages},
		"verified": {answer.Verified.Covered, answer.Verified.Villages}, "published": {answer.Published.Covered, answer.Published.Villages},
	} {
		want := map[string][2]int{"computed": {5, 7}, "declared": {3, 3}, "verified": {0, 1}, "published": {2, 3}}[name]
		if got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}

func TestCoverageGroups(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel", "VNPT")
	r.organization("iTel", func(o *registry.Organization) { o.MVNO = true })
	province := r.create(&registry.Unit{Level: registry.ProvinceLevel, Code: "31", Name: "Thành phố Hải Phòng"})
	below := func(u *registry.Unit) { u.Province, u.Parent, u.UnitKind = ptr("31"), &province, ptr("xa") }
	r.commune("1", "Xã Đông", 106, 20, 106.1, 20.1, below)
	r.commune("2", "Xã Tây", 106.1, 20, 106.2, 20.1, below)
	r.station(r.site("A", 106.05, 20.05), "Viettel", "4G")
	r.station(r.site("B", 106.15, 20.05), "VNPT", "4G")
	people := func(n int64) func(*registry.Village) { return func(v *registry.Village) { v.Population = &n } }
	r.village("a", 106.05, 20.05, people(100))
	r.village("b", 106.15, 20.05, people(200))
	r.village("c", 106.19, 20.09, people(300))
	r.village("abroad", 100, 20, people(400))
	for _, c := range []struct {
		by, unit string
		want     map[string][2]int // covered of villages
	}{
		{"commune", "", map[string][2]int{"": {0, 1}, "1": {1, 1}, "2": {1, 2}}},
		{"province", "", map[string][2]int{"": {0, 1}, "31": {2, 3}}},
		{"operator", "", map[string][2]int{"Viettel": {1, 4}, "VNPT": {1, 4}}},
		{"commune", "31", map[string][2]int{"1": {1, 1}, "2": {1, 2}}},
		{"operator", "2", map[string][2]int{"Viettel": {0, 2}, "VNPT": {1, 2}}},
	} {
		answer, err := r.db.Coverage(t.Context(), tester, postgres.CoverageQuery{Service: postgres.Mobile, AsOf: today(), By: c.by, Unit: c.unit})
		if err != nil {
			t.Fatal(err)
		}
		got, sum := map[string][2]int{}, coverage.Summary{}
		for _, g := range answer.Groups {
			got[g.Key] = [2]int{g.Computed.Covered, g.Computed.Villages}
			sum.Covered += g.Computed.Covered
			sum.Population += g.Computed.Population
		}
		if diff := differ(c.want, got); diff != "" {
			t.Errorf("by %s in %q (-want +got):\n%s", c.by, c.unit, diff)
		}
		if c.by != "operator" && (sum.Covered != answer.Computed.Covered || sum.Population != answer.Computed.Population) {
			t.Errorf("by %s in %q: parts of %d, %d people, of %+v", c.by, c.unit, sum.Covered, sum.Population, answer.Computed)
		}
	}
}

func TestCoverageRefuses(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	for name, q := range map[string]postgres.CoverageQuery{
		"no service":                {},
		"a service nobody knows":    {Service: "telegraph"},
		"a technology nobody knows": {Service: postgres.Mobile, Technologies: []string{"7G"}},
		"an operator nobody knows":  {Service: postgres.Mobile, Operator: "Zzz"},
		"within nothing":            {Service: postgres.Mobile, WithinM: ptr(0.0)},
		"within the whole country":  {Service: postgres.Mobile, WithinM: ptr(postgres.MaxWithinM + 1.0)},
		"a grouping nobody knows":   {Service: postgres.Mobile, By: "colour"},
		"a unit nobody knows":       {Service: postgres.Mobile, Unit: "nowhere"},
	} {
		q.AsOf = today()
		if _, err := r.db.Coverage(t.Context(), tester, q); registry.CodeOf(err) != registry.CodeInvalid {
			t.Errorf("%s: %v", name, err)
		}
	}
}
