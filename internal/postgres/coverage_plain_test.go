package postgres_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

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
