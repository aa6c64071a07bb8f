package postgres_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/coverage"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// north gives the latitude so many metres north of one.
func (r *register) north(lon, lat, metres float64) float64 {
	r.Helper()
	return one[float64](r, `SELECT ST_Y(ST_Project(ST_SetSRID(ST_MakePoint($1, $2), 4326)::geography, $3, 0)::geometry)`, lon, lat, metres)
}

// villageAt registers a village so many metres north of 106, 20.
func (r *register) villageAt(code string, metres float64, change ...func(*registry.Village)) int64 {
	r.Helper()
	return r.village(code, 106, r.north(106, 20, metres), change...)
}

// clusterAt adds a cluster so many metres north of 106, 20.
func (r *register) clusterAt(metres float64) func(*registry.Village) {
	lat := r.north(106, 20, metres)
	return func(v *registry.Village) {
		v.Clusters = append(v.Clusters, registry.Cluster{Name: fmt.Sprint("Cụm ", metres), Lon: 106, Lat: lat})
	}
}

func placeless(v *registry.Village) { v.Geometry.Geometry = nil }

// states gives the computed state of every village by code.
func (r *register) states(q postgres.CoverageQuery) map[string]registry.CoverageState {
	r.Helper()
	if q.Service == "" {
		q.Service = postgres.Mobile
	}
	if q.AsOf.IsZero() {
		q.AsOf = day("2026-06-30")
	}
	records, err := r.db.CoverageRecords(r.Context(), tester, &q)
	if err != nil {
		r.Fatal(err)
	}
	out := map[string]registry.CoverageState{}
	for _, v := range records {
		out[v.Code] = v.Computed.State
	}
	return out
}

const (
	covered, dented, white, unknown = registry.Covered, registry.Dented, registry.White, registry.NotKnown
)

func TestCoverageStates(t *testing.T) {
	t.Parallel()
	within := func(m float64) postgres.CoverageQuery { return postgres.CoverageQuery{WithinM: &m} }
	// a 4G station at 106, 20, outside every commune: 2,700 m
	mast := func(r *register, change ...func(*registry.Station)) {
		r.station(r.site("S", 106, 20), "Viettel", "4G", change...)
	}
	classes := func(r *register) {
		for code, m := range map[string]float64{"990": 990, "1010": 1010, "2690": 2690, "2710": 2710, "3190": 3190, "3210": 3210} {
			r.villageAt(code, m)
		}
		mast(r)
	}
	commune := func(name string, kind string) func(*register) {
		return func(r *register) {
			r.commune("1", name, 105.9, 19.9, 106.1, 20.1, func(u *registry.Unit) { u.UnitKind = &kind })
			classes(r)
		}
	}
	fibre := postgres.CoverageQuery{Service: postgres.Fibre}
	access := func(p *registry.Pole) { p.FibreAccess = true }
	for _, c := range []struct {
		name  string
		world func(*register)
		query postgres.CoverageQuery
		want  map[string]registry.CoverageState
	}{
		{"trắng, lõm, phủ, chưa rõ", func(r *register) {
			mast(r)
			r.villageAt("near", 1000)
			r.villageAt("far", 5000)
			r.villageAt("far with a near cluster", 5000, r.clusterAt(100))
			r.villageAt("near with near clusters", 1000, r.clusterAt(1500), r.clusterAt(2000))
			r.villageAt("near with a far cluster", 1000, r.clusterAt(1500), r.clusterAt(4000))
			r.villageAt("nowhere", 0, placeless)
			r.villageAt("only clusters", 0, placeless, r.clusterAt(100))
		}, postgres.CoverageQuery{}, map[string]registry.CoverageState{"near": covered, "far": white, "far with a near cluster": white,
			"near with near clusters": covered, "near with a far cluster": dented, "nowhere": unknown, "only clusters": unknown}},

		{"in no commune", classes, postgres.CoverageQuery{}, map[string]registry.CoverageState{"990": covered, "1010": covered, "2690": covered,
			"2710": white, "3190": white, "3210": white}},
		{"in a ward", commune("Phường Đông", "phuong"), postgres.CoverageQuery{}, map[string]registry.CoverageState{"990": covered, "1010": white,
			"2690": white, "2710": white, "3190": white, "3210": white}},
		{"in a rural commune", commune("Xã Tây", "xa"), postgres.CoverageQuery{}, map[string]registry.CoverageState{"990": covered, "1010": covered,
			"2690": covered, "2710": white, "3190": white, "3210": white}},
		{"a site that names its class", func(r *register) {
			commune("Phường Đông", "phuong")(r)
			r.update(registry.SiteNoun, one[int64](r, `SELECT id FROM asset`), func(s registry.Record) { s.(*registry.Site).AreaClass = ptr("mountain") })
		}, postgres.CoverageQuery{}, map[string]registry.CoverageState{"990": covered, "1010": covered, "2690": covered, "2710": covered, "3190": covered, "3210": white}},

		{"within less", classes, within(1000), map[string]registry.CoverageState{"990": covered, "1010": white, "2690": white, "2710": white, "3190": white, "3210": white}},
		{"within more than a radius", classes, within(3200), map[string]registry.CoverageState{"990": covered, "1010": covered, "2690": covered,
			"2710": covered, "3190": covered, "3210": white}},
		{"within more than reach is kept", classes, within(3205), map[string]registry.CoverageState{"990": covered, "1010": covered, "2690": covered,
			"2710": covered, "3190": covered, "3210": white}},
		{"within far more than reach is kept", classes, within(postgres.MaxWithinM), map[string]registry.CoverageState{"990": covered, "1010": covered,
			"2690": covered, "2710": covered, "3190": covered, "3210": covered}},

		{"technologies", func(r *register) {
			for i, technology := range []string{"2G", "3G", "5G", "TETRA"} {
				lon := 106 + float64(i)/10
				r.station(r.site(technology, lon, 20), "Viettel", technology)
				r.village(technology, lon, 20.001)
			}
		}, postgres.CoverageQuery{}, map[string]registry.CoverageState{"2G": white, "3G": covered, "5G": covered, "TETRA": white}},
		{"technologies asked for", func(r *register) {
			for i, technology := range []string{"2G", "3G", "5G"} {
				lon := 106 + float64(i)/10
				r.station(r.site(technology, lon, 20), "Viettel", technology)
				r.village(technology, lon, 20.001)
			}
		}, postgres.CoverageQuery{Technologies: []string{"2G", "5G"}}, map[string]registry.CoverageState{"2G": covered, "3G": white, "5G": covered}},
		{"a technology past its sunset", func(r *register) {
			r.exec(`UPDATE technology SET sunset_on = '2026-06-29' WHERE code = '3G'; UPDATE technology SET sunset_on = '2026-06-30' WHERE code = '5G'`)
			for i, technology := range []string{"3G", "5G"} {
				lon := 106 + float64(i)/10
				r.station(r.site(technology, lon, 20), "Viettel", technology)
				r.village(technology, lon, 20.001)
			}
		}, postgres.CoverageQuery{}, map[string]registry.CoverageState{"3G": white, "5G": covered}},

		{"an operator's own", func(r *register) { mast(r); r.villageAt("V", 100) }, postgres.CoverageQuery{Operator: "VNPT"}, map[string]registry.CoverageState{"V": white}},
		{"the operator's", func(r *register) { mast(r); r.villageAt("V", 100) }, postgres.CoverageQuery{Operator: "Viettel"}, map[string]registry.CoverageState{"V": covered}},

		{"a station that went off the air today", func(r *register) {
			mast(r, func(s *registry.Station) { s.OnAirTo = dayPtr("2026-06-30") })
			r.villageAt("V", 100)
		}, postgres.CoverageQuery{}, map[string]registry.CoverageState{"V": white}},
		{"a station on its last day", func(r *register) {
			mast(r, func(s *registry.Station) { s.OnAirFrom, s.OnAirTo = dayPtr("2026-06-30"), dayPtr("2026-07-01") })
			r.villageAt("V", 100)
		}, postgres.CoverageQuery{}, map[string]registry.CoverageState{"V": covered}},
		{"a station of tomorrow", func(r *register) {
			mast(r, func(s *registry.Station) { s.OnAirFrom = dayPtr("2026-07-01") })
			r.villageAt("V", 100)
		}, postgres.CoverageQuery{}, map[string]registry.CoverageState{"V": white}},
		{"a station on a site that has ended", func(r *register) {
			r.station(r.site("S", 106, 20, func(s *registry.Site) { s.OperatingTo = dayPtr("2026-06-30") }), "Viettel", "4G")
			r.villageAt("V", 100)
		}, postgres.CoverageQuery{}, map[string]registry.CoverageState{"V": white}},
		{"villages of their time", func(r *register) {
			mast(r)
			r.villageAt("ended", 100, func(v *registry.Village) { v.ValidTo = dayPtr("2026-06-30") })
			r.villageAt("begins", 100, func(v *registry.Village) { v.ValidFrom = dayPtr("2026-06-30") })
			r.villageAt("to come", 100, func(v *registry.Village) { v.ValidFrom = dayPtr("2026-07-01") })
		}, postgres.CoverageQuery{}, map[string]registry.CoverageState{"begins": covered}},

		{"78° north", func(r *register) {
			r.station(r.site("Longyearbyen", 15.63, 78.22), "Viettel", "4G")
			r.village("in", 15.63, r.north(15.63, 78.22, 2690))
			r.village("out", 15.63, r.north(15.63, 78.22, 2710))
			// 2,600 m east are 0.114° there, 0.025° at home
			r.village("east", 15.74, 78.22)
		}, postgres.CoverageQuery{}, map[string]registry.CoverageState{"in": covered, "out": white, "east": covered}},

		{"fibre", func(r *register) {
			r.create(pole("tập điểm", 106, 20, access))
			r.create(pole("a pole without fibre", 106, r.north(106, 20, 900)))
			r.villageAt("490", 490)
			r.villageAt("510", 510)
			r.villageAt("490 with a cluster far off", 490, r.clusterAt(3000))
			r.villageAt("nowhere", 0, placeless)
		}, fibre, map[string]registry.CoverageState{"490": covered, "510": white, "490 with a cluster far off": covered, "nowhere": unknown}},
		{"fibre at a site is reached no farther than fibre", func(r *register) {
			r.site("S", 106, 20, func(s *registry.Site) { s.FibreAccess = true })
			r.villageAt("490", 490)
			r.villageAt("510", 510)
		}, fibre, map[string]registry.CoverageState{"490": covered, "510": white}},
		{"fibre within more than is kept", func(r *register) {
			r.create(pole("tập điểm", 106, 20, access))
			r.villageAt("V", 600)
		}, postgres.CoverageQuery{Service: postgres.Fibre, WithinM: ptr(601.0)}, map[string]registry.CoverageState{"V": covered}},
		{"fibre out of service", func(r *register) {
			r.create(pole("tập điểm", 106, 20, access, func(p *registry.Pole) { p.OperatingTo = dayPtr("2026-06-30") }))
			r.villageAt("V", 100)
		}, fibre, map[string]registry.CoverageState{"V": white}},
		{"fibre along a line", func(r *register) {
			c := registry.CableRouteNoun.New().(*registry.CableRoute)
			c.Code, c.FibreAccess, c.Geometry.Geometry = "C", true, orb.LineString{{105.9, 20}, {106.5, 20}}
			r.create(c)
			r.villageAt("at the line, far from its middle", 100)
			r.village("at its end", 106.503, 20)
		}, fibre, map[string]registry.CoverageState{"at the line, far from its middle": covered, "at its end": covered}},
		{"another owner's fibre", func(r *register) {
			r.create(pole("tập điểm", 106, 20, access, func(p *registry.Pole) { p.Owner = ptr("VNPT") }))
			r.villageAt("V", 100)
		}, postgres.CoverageQuery{Service: postgres.Fibre, Operator: "Viettel"}, map[string]registry.CoverageState{"V": white}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r := newRegister(t)
			r.organizations("Viettel", "VNPT")
			c.world(r)
			if diff := differ(c.want, r.states(c.query)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			r.checkReach()
		})
	}
}

// checkReach holds what the triggers keep to the full recomputation.
func (r *register) checkReach() {
	r.Helper()
	const all = `SELECT coalesce(string_agg(concat_ws(' ', asset_kind, asset_id, village_id, point_no, distance_m), E'\n' ORDER BY asset_kind, asset_id, village_id, point_no), '') FROM reach`
	kept := one[string](r, all)
	if _, err := r.db.RecomputeReach(r.Context(), tester); err != nil {
		r.Fatal(err)
	}
	if diff := differ(one[string](r, all), kept); diff != "" {
		r.Errorf("reach (-recomputed +kept):\n%s", diff)
	}
}

// A distance that is exactly the radius is covered, kept or asked for.
func TestCoverageAtExactlyTheRadius(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel")
	r.station(r.site("S", 106, 20), "Viettel", "4G")
	for i := range 20 {
		r.village(fmt.Sprint(i), 106+float64(i)/2000, r.north(106, 20, 1500+10*float64(i)))
	}
	for i := range 20 {
		code := fmt.Sprint(i)
		m := one[float64](r, `SELECT ST_Distance(v.geom::geography, a.geom::geography) FROM village v, asset a WHERE v.code = $1`, code)
		if got := r.states(postgres.CoverageQuery{WithinM: &m})[code]; got != covered {
			t.Errorf("exactly %v m off: %s", m, got)
		}
		if got := r.states(postgres.CoverageQuery{WithinM: ptr(m - 1e-6)})[code]; got != white {
			t.Errorf("a micrometre farther than %v m: %s", m, got)
		}
		// as far as reach is kept at all, then not so far
		r.exec(fmt.Sprintf(`DELETE FROM service_radius; INSERT INTO service_radius (technology, radius_m) VALUES ('4G', %v)`, m))
		if got := r.states(postgres.CoverageQuery{})[code]; got != covered {
			t.Errorf("at the edge of what is kept, %v m: %s", m, got)
		}
		r.exec(`UPDATE service_radius SET radius_m = 1000`)
		if got := r.states(postgres.CoverageQuery{WithinM: &m})[code]; got != covered {
			t.Errorf("beyond what is kept, exactly %v m: %s", m, got)
		}
	}
}

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

// plainCoverage judges every village from the tables alone, by ST_DWithin on
// geography and without what is kept.
const plainCoverage = `
WITH serving AS (
	SELECT a.geom::geography AS geog, least($3::float8, CASE WHEN $3::float8 IS NULL THEN (
		SELECT r.radius_m FROM service_radius r WHERE r.technology = s.technology
		AND r.area_class IN ('*', coalesce(a.area_class, (SELECT k.area_class FROM unit u JOIN unit_area_class k USING (unit_kind) WHERE u.id = a.unit_id)))
		ORDER BY (r.area_class = '*')::int LIMIT 1) ELSE $3::float8 END) AS m
	FROM station s JOIN asset a ON a.kind = 'site' AND a.id = s.site_id
	WHERE s.technology = ANY ($2) AND coalesce(s.on_air_from <= $1, true) AND coalesce(s.on_air_to > $1, true)
	AND a.status NOT IN ('planned', 'approved', 'under_construction') AND coalesce(a.operating_from <= $1, true) AND coalesce(a.operating_to > $1, true)
), point AS (
	SELECT id, 0 AS no, geom::geography AS geog FROM village WHERE geom IS NOT NULL
	UNION ALL SELECT v.id, c.no, ST_SetSRID(ST_MakePoint((c.j ->> 'lon')::float8, (c.j ->> 'lat')::float8), 4326)::geography
	FROM village v, jsonb_array_elements(v.clusters) WITH ORDINALITY AS c (j, no)
), lit AS (
	SELECT p.id, p.no, EXISTS (SELECT FROM serving s WHERE ST_DWithin(s.geog, p.geog, s.m)) AS lit FROM point p
)
SELECT v.code || ' ' || CASE WHEN v.geom IS NULL THEN 'unknown' WHEN NOT bool_or(l.lit) FILTER (WHERE l.no = 0) THEN 'white'
	WHEN NOT bool_and(l.lit) THEN 'dented' ELSE 'covered' END
FROM village v LEFT JOIN lit l ON l.id = v.id GROUP BY v.id ORDER BY v.code`

// A province by chance, judged both ways at several days and distances.
func TestCoverageAgainstPlainSQL(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel", "VNPT")
	random := rand.New(rand.NewPCG(2026, 11))
	for i, kind := range []string{"phuong", "xa", "dac_khu"} {
		west := 106 + float64(i)/10
		r.commune(fmt.Sprint(i), kind, west, 20, west+0.1, 20.3, func(u *registry.Unit) { u.UnitKind = &kind })
	}
	pick := func(list ...string) *string {
		if s := list[random.IntN(len(list))]; s != "" {
			return &s
		}
		return nil
	}
	date := func() *registry.Date {
		if random.IntN(3) == 0 {
			return nil
		}
		return ptr(registry.NewDate(2024, 1, 1).AddDays(random.IntN(900)))
	}
	var sites, stations, villages []registry.Row
	for i := range 70 {
		s := registry.SiteNoun.New().(*registry.Site)
		s.Code, s.Geometry.Geometry, s.AreaClass = fmt.Sprint(i), orb.Point{106 + random.Float64()*0.35, 20 + random.Float64()*0.3}, pick("", "", "", "mountain", "urban")
		if from := date(); from != nil {
			s.OperatingFrom, s.OperatingTo = from, ptr(from.AddDays(1+random.IntN(900)))
		}
		sites = append(sites, row(s))
		for n := range random.IntN(3) {
			st := &registry.Station{Code: fmt.Sprint(i, "-", n), Operator: *pick("Viettel", "VNPT"), Technology: *pick("2G", "3G", "4G", "5G", "TETRA")}
			if from := date(); from != nil {
				st.OnAirFrom, st.OnAirTo = from, ptr(from.AddDays(1+random.IntN(900)))
			}
			stations = append(stations, row(st, "site", s.Code))
		}
	}
	for i := range 150 {
		at := orb.Point{106 + random.Float64()*0.35, 20 + random.Float64()*0.3}
		v := &registry.Village{Code: fmt.Sprintf("%03d", i), Name: "Thôn"}
		if random.IntN(20) > 0 {
			v.Geometry.Geometry = at
		}
		for range random.IntN(3) {
			v.Clusters = append(v.Clusters, registry.Cluster{Name: "Cụm", Lon: at[0] + (random.Float64()-0.5)/30, Lat: at[1] + (random.Float64()-0.5)/30})
		}
		villages = append(villages, row(v))
	}
	r.load(registry.SiteNoun, rowsOf(registry.SiteNoun, nil, sites...), postgres.ImportOptions{})
	r.load(registry.StationNoun, rowsOf(registry.StationNoun, nil, stations...), postgres.ImportOptions{})
	r.load(registry.VillageNoun, rowsOf(registry.VillageNoun, nil, villages...), postgres.ImportOptions{})
	kinds := map[registry.CoverageState]int{}
	for _, on := range []string{"2024-06-01", "2026-11-21"} {
		for _, technologies := range [][]string{{"3G", "4G", "5G"}, {"2G"}} {
			for _, within := range []*float64{nil, ptr(800.0), ptr(6000.0)} {
				got := []string{}
				states := r.states(postgres.CoverageQuery{AsOf: day(on), Technologies: technologies, WithinM: within})
				for _, code := range sortedKeys(states) {
					got = append(got, code+" "+string(states[code]))
					kinds[states[code]]++
				}
				if diff := differ(column[string](r, plainCoverage, day(on), technologies, within), got); diff != "" {
					t.Errorf("%s %v within %v (-plain +got):\n%s", on, technologies, within, diff)
				}
			}
		}
	}
	if len(kinds) != 4 {
		t.Errorf("the province proves little: %v", kinds)
	}
	r.checkReach()
}

// The nearest asset is the nearest on the ellipsoid, not on a sphere.
func TestNearestToVillages(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	random := rand.New(rand.NewPCG(1, 2))
	for i := range 60 {
		r.site(fmt.Sprint(i), 106+random.Float64()*2, 20+random.Float64()*2, func(s *registry.Site) {
			if i%5 == 0 {
				s.OperatingTo = dayPtr("2024-01-01")
			}
		})
	}
	for i := range 150 {
		r.village(fmt.Sprint(i), 106+random.Float64()*2, 20+random.Float64()*2)
	}
	// 10,000 m north are 9,917 m on a sphere, 10,000 m east 10,027
	r.site("north", 150, r.north(150, 1, 10_000))
	east := one[float64](r, `SELECT ST_X(ST_Project(ST_SetSRID(ST_MakePoint(150, 1), 4326)::geography, 9970, pi() / 2)::geometry)`)
	r.site("east", east, 1)
	r.village("between", 150, 1)
	r.village("nowhere", 0, 0, placeless)
	near, err := r.db.NearestToVillages(t.Context(), tester, registry.SiteKind, "", today())
	if err != nil {
		t.Fatal(err)
	}
	if len(near) != 152 {
		t.Fatalf("%d villages", len(near))
	}
	for _, n := range near {
		if n.Code == "nowhere" {
			if n.DistanceM != nil || n.Asset != 0 {
				t.Errorf("%+v", n)
			}
			continue
		}
		want := one[string](r, `SELECT a.code || ' ' || ST_Distance(a.geom::geography, v.geom::geography) FROM asset a, village v WHERE v.id = $1
			AND coalesce(a.operating_to > current_date, true) ORDER BY ST_Distance(a.geom::geography, v.geom::geography), a.id LIMIT 1`, n.Village)
		if got := fmt.Sprintf("%s %v", n.AssetCode, *n.DistanceM); got != want {
			t.Errorf("%s: %s, want %s", n.Code, got, want)
		}
		if n.Code == "between" && n.AssetCode != "east" {
			t.Errorf("between: %+v", n)
		}
	}
	if _, err := r.db.NearestToVillages(t.Context(), tester, registry.PoleKind, "", today()); registry.CodeOf(err) != registry.CodeInvalid {
		t.Errorf("poles: %v", err)
	}
	if near, err := r.db.NearestToVillages(t.Context(), tester, registry.ServicePointKind, "", today()); err != nil || len(near) != 152 || near[0].Asset != 0 {
		t.Errorf("no service points: %v, %v", near, err)
	}
}
