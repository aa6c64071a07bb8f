package postgres_test

import (
	"fmt"
	"testing"

	"github.com/paulmach/orb"

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
