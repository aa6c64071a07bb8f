package postgres_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/ogc/cql2"
	"github.com/hatangso/hatangso/internal/registry"
)

// where reads a filter in the text encoding.
func where(t *testing.T, filter string) cql2.Expr {
	t.Helper()
	e, err := cql2.ParseText(filter)
	if err != nil {
		t.Fatalf("%s: %v", filter, err)
	}
	return e
}

func TestCQL2(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel", "VNPT")
	site := func(code, name string, lon, lat float64, slots int64, from, to string, change ...func(*registry.Site)) {
		r.site(code, lon, lat, append(change, func(s *registry.Site) {
			s.Name, s.FreeSlots = &name, &slots
			if from != "" {
				s.OperatingFrom = dayPtr(from)
			}
			if to != "" {
				s.OperatingTo = dayPtr(to)
			}
		})...)
	}
	site("A", "Trạm Hòa Bình", 106.1, 20.1, 0, "2020-01-01", "", func(s *registry.Site) { s.Owner, s.LandAreaM2 = ptr("Viettel"), ptr(12.5) })
	site("B", "TRẠM HOÀ AN", 106.2, 20.2, 2, "2022-01-01", "2024-01-01", func(s *registry.Site) { s.Shelter = ptr(true) })
	site("C", `100% \ 'thép'_`, 106.3, 20.3, 3, "2023-06-30", "2023-07-01", func(s *registry.Site) { s.Shelter = ptr(false) })
	r.site("D", 106.4, 20.4, func(s *registry.Site) { s.Status, s.PlannedOn = registry.Planned, dayPtr("2026-01-01") })
	for _, c := range []struct{ filter, want string }{
		{`true`, "A B C D"}, {`false`, ""}, {`shelter`, "B"}, {`NOT shelter`, "C"}, {`shelter IS NULL`, "A D"}, {`shelter <> TRUE OR land_area_m2 = 12.5`, "A C"},
		{`owner = 'Viettel'`, "A"}, {`owner IN ('VNPT', 'Viettel')`, "A"}, {`owner NOT IN ('VNPT')`, "A"}, {`status = 'planned'`, "D"},
		{`free_slots > 1.5`, "B C"}, {`free_slots BETWEEN 2 AND 3`, "B C"}, {`free_slots NOT BETWEEN 1 AND 2`, "A C"}, {`free_slots IN (0, 3.0)`, "A C"},
		{`free_slots = id - id`, "A"}, {`free_slots * 2 - 1 = 3`, "B"}, {`7 div free_slots = 3`, "B"}, {`7 % free_slots = 1`, "B C"}, {`6 / free_slots > 0`, "B C"},
		{`2 ^ free_slots = 8 OR -2 ^ (free_slots / 4) > 0`, "A C"}, {`-free_slots < -2`, "C"}, {`0 ^ (free_slots - 2) = 1`, "B"},
		{`name LIKE 'Tr%'`, "A"}, {`name LIKE 'tr%'`, ""}, {`CASEI(name) LIKE CASEI('tRẠm h__%')`, "A B"}, {`name LIKE '100\% %'`, "C"}, {`name LIKE '%\\\\%'`, "C"},
		{`name LIKE '%thép_\_'`, "C"}, {`name LIKE '%_\\'`, ""}, {`name LIKE ''`, ""}, {`name NOT LIKE '%T%'`, "C"}, {`name = '100% \\ ''thép''_'`, "C"},
		{`ACCENTI(name) = ACCENTI('Trâm Hóà Bình')`, "A"}, {`ACCENTI(name) = ACCENTI('tram hoa binh')`, ""}, {`ACCENTI(CASEI(name)) LIKE ACCENTI(CASEI('%HÒA AN'))`, "B"},
		{`CASEI(name) LIKE CASEI('%Hòa %')`, "A"}, {`ACCENTI(CASEI(name)) LIKE ACCENTI(CASEI('%hoà %'))`, "A B"}, {`CASEI(ACCENTI(name)) LIKE ACCENTI('％')`, ""},
		{`operating_from < DATE('2022-01-01')`, "A"}, {`operating_from IN ('2022-01-01', DATE('2023-06-30'))`, "B C"}, {`updated_at > TIMESTAMP('2020-01-01T00:00:00Z')`, "A B C D"},
		{`updated_at < '2020-01-01T00:00:00Z'`, ""},
		{`S_INTERSECTS(geometry, BBOX(106.1, 20.1, 106.2, 20.2))`, "A B"}, {`S_INTERSECTS(geometry, POINT(106.3 20.3))`, "C"}, {`S_DISJOINT(geometry, BBOX(106.15, 20, 107, 21))`, "A"},
		{`S_WITHIN(geometry, POLYGON((106 20, 106.25 20, 106.25 20.5, 106 20.5, 106 20)))`, "A B"}, {`S_WITHIN(geometry, MULTIPOINT((106.1 20.1), (106.4 20.4)))`, "A D"},
		{`S_TOUCHES(geometry, LINESTRING(106.1 20.1, 106.5 20.5))`, "A"}, {`S_EQUALS(geometry, BBOX(106.4, 20.4, 106.4, 20.4))`, "D"}, {`S_CONTAINS(BBOX(106.25,20,107,21), geometry)`, "C D"},
		{`S_INTERSECTS(geometry, GEOMETRYCOLLECTION(POINT(106.1 20.1), LINESTRING(106.25 20.25, 106.35 20.35), POLYGON((106.35 20.35, 106.5 20.35, 106.5 20.5, 106.35 20.35))))`, "A C D"},
		{`S_DISJOINT(geometry, GEOMETRYCOLLECTION(POINT(106.1 20.1), LINESTRING(106.25 20.25, 106.35 20.35)))`, "B D"},
		{`S_WITHIN(geometry, GEOMETRYCOLLECTION(POINT(106.1 20.1), MULTIPOINT(106.2 20.2)))`, "A B"},
		{`S_INTERSECTS(geometry, POLYGON((106 20.05, 107 20.45, 107 20.05, 106 20.45, 106 20.05)))`, "A B C"}, // a bow
		{`S_INTERSECTS(geometry, BBOX(170, -90, 106.2, 90))`, "A B"},                                          // over the antimeridian, nearly round the Earth
		{`S_CROSSES(LINESTRING(106 20, 107 21), BBOX(106.2, 20.2, 106.3, 20.3)) AND S_OVERLAPS(BBOX(0, 0, 2, 2), BBOX(1, 1, 3, 3))`, "A B C D"},
		{`T_INTERSECTS(in_service, DATE('2023-06-30'))`, "A B C"}, {`T_INTERSECTS(in_service, DATE('2023-07-01'))`, "A B"}, {`T_AFTER(in_service, DATE('2022-01-01'))`, "C"},
		{`T_FINISHES(in_service, INTERVAL('..', '2023-12-31'))`, "B"}, {`T_STARTS(in_service, INTERVAL('2020-01-01', '..'))`, ""}, {`T_EQUALS(in_service, INTERVAL('2020-01-01', '..'))`, "A"},
		{`T_EQUALS(in_service, DATE('2023-06-30'))`, "C"}, {`T_DURING(INTERVAL(operating_from, operating_to), INTERVAL('2021-01-01', '2024-06-01'))`, "B C"},
		{`T_DISJOINT(operating_from, INTERVAL('2022-01-01', '..'))`, "A"}, {`T_METBY(INTERVAL(operating_from, '..'), INTERVAL('..', '2022-01-01'))`, "B"},
		{`T_OVERLAPS(in_service, INTERVAL('2023-01-01', '..'))`, "B"}, {`T_CONTAINS(in_service, INTERVAL('2022-06-01', '2022-07-01'))`, "A B"}, {`T_BEFORE(INTERVAL('..', '..'), in_service)`, ""},
		{`T_AFTER(updated_at, INTERVAL('..', '2020-01-01T00:00:00Z'))`, "A B C D"}, {`in_service IS NULL`, ""},
	} {
		if got := strings.Join(r.codes(registry.SiteNoun, registry.Filter{Where: where(t, c.filter)}), " "); got != c.want {
			t.Errorf("%s takes %q, want %q", c.filter, got, c.want)
		}
	}
	for _, n := range registry.Nouns { // every queryable is a column, of its type
		var all []cql2.Expr
		for _, q := range cql2.QueryablesOf(n) {
			e := apply(cql2.IsNull, value(cql2.Property(q.Name)))
			if q.Name == cql2.InService {
				e = apply(cql2.TIntersects, value(cql2.Property(q.Name)), value(registry.NewDate(2024, 1, 1)))
			}
			all = append(all, e)
		}
		r.codes(n, registry.Filter{Where: apply(cql2.Or, all...)})
	}
	// with the other filters
	if got := r.codes(registry.SiteNoun, registry.Filter{Where: where(t, `free_slots >= 2`), AsOf: dayPtr("2023-08-01"), Text: "tram"}); !slices.Equal(got, []string{"B"}) {
		t.Errorf("with a day and a text %v", got)
	}
	for _, c := range []struct{ filter, says string }{
		{`ownr = 'Viettel'`, "Did you mean owner?"}, {`submitted IS NULL`, "no property"}, {`free_slots = 'x'`, "a number"}, {`operating_from = 'x'`, "a date"},
		{`operating_from = TIMESTAMP('2024-01-01T00:00:00Z')`, "a date"}, {`free_slots`, "true or false"}, {`geometry = POINT(1 2)`, "is a geometry"},
		{`name LIKE code`, "pattern"}, {`S_INTERSECTS(geometry, POINT(90 180))`, "longitude"}, {`T_DURING(operating_from, in_service)`, "an interval"},
		{`T_AFTER(operating_from, updated_at)`, "a date"}, {`S_WITHIN(geometry, GEOMETRYCOLLECTION(POINT(1 2), LINESTRING(1 2, 3 4)))`, "collection"},
		{`id * 1e308 * 1e308 > 1`, "out of range"}, {`id / 1e308 / 1e308 > 1`, "out of range"},
		{`T_AFTER(operating_from, INTERVAL('2024-01-02', '2024-01-01'))`, "ends before"}, {`shelter > FALSE`, "a text"},
	} {
		_, _, err := r.db.List(t.Context(), tester, registry.SiteNoun, registry.Filter{Where: where(t, c.filter)}, registry.Page{Limit: 10})
		if refused := wantCode(t, err, registry.CodeInvalid); len(refused.Faults) == 0 || !strings.Contains(refused.Faults[0].Message.EN+refused.Faults[0].Mend.EN, c.says) {
			t.Errorf("%s: %+v", c.filter, refused.Faults)
		}
	}
}

// What is withheld from somebody is not found out by filtering: it is null to
// filters as it is to the eye, and a position is where it is seen.
func TestFiltersTellNoMoreThanIsSeen(t *testing.T) {
	t.Parallel()
	w := newEstate(t, 1)
	everybody := w.everybody()
	for _, name := range []string{"anonymous", "filer", "local"} {
		who := registry.Actor{Name: name, Grants: everybody[name]}
		for _, n := range registry.Nouns {
			page := func(where registry.Expression) []map[string]any {
				var rows gathering
				if _, err := w.db.Page(t.Context(), who, n, registry.Filter{Where: where}, registry.Page{Limit: registry.MaxPageLimit}, &rows); err != nil {
					if registry.CodeOf(err) == registry.CodeUnauthorized {
						return nil
					}
					t.Fatalf("%s, %s where %v: %v", name, n.Path, where, err)
				}
				return rows.rows
			}
			seen := page(nil)
			ids := func(rows []map[string]any, which func(map[string]any) bool) []any {
				var out []any
				for _, row := range rows {
					if which(row) {
						out = append(out, row["id"])
					}
				}
				return out
			}
			all := func(map[string]any) bool { return true }
			for _, q := range cql2.QueryablesOf(n) {
				if q.Name == cql2.InService || q.Type != cql2.Geometry && registry.TierOf(n.Name, q.Name) == registry.CoarseTier {
					continue // everybody's; the days in service by the filter for a day
				}
				is := cql2.Expr{Value: cql2.Property(q.Name)}
				null := func(row map[string]any) bool {
					return row[q.Name] == nil || reflect.ValueOf(row[q.Name]).IsZero() && q.Type == cql2.Geometry
				}
				if got := ids(page(cql2.Expr{Op: cql2.IsNull, Args: []cql2.Expr{is}}), all); !reflect.DeepEqual(got, ids(seen, null)) {
					t.Errorf("%s finds %s %v by %s IS NULL and sees it of %v", name, n.Path, got, q.Name, ids(seen, null))
				}
				if q.Geometry != registry.Point {
					continue
				}
				anywhere := cql2.Expr{Op: cql2.SIntersects, Args: []cql2.Expr{is, {Value: orb.Bound{Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}}}}}
				somewhere := func(row map[string]any) bool { return !null(row) }
				if got := ids(page(anywhere), all); !reflect.DeepEqual(got, ids(seen, somewhere)) {
					t.Errorf("%s finds %s %v anywhere and sees a place of %v", name, n.Path, got, ids(seen, somewhere))
				}
				if got := ids(page(cql2.Expr{Op: cql2.Not, Args: []cql2.Expr{anywhere}}), all); got != nil {
					t.Errorf("%s finds %s %v nowhere", name, n.Path, got)
				}
				for _, s := range w.subjects { // at the true place of each
					if s.noun != n {
						continue
					}
					record, err := w.read(tester, n, s.id)
					if err != nil {
						t.Fatal(err)
					}
					placed, ok := record["geometry"].(registry.Geometry)
					if !ok {
						continue // a photograph whose file tells no place
					}
					at := placed.Geometry
					there := func(row map[string]any) bool {
						g, ok := row["geometry"].(registry.Geometry)
						return ok && g.Geometry == at
					}
					where := cql2.Expr{Op: cql2.SIntersects, Args: []cql2.Expr{is, {Value: at}}}
					if got := ids(page(where), all); !reflect.DeepEqual(got, ids(seen, there)) {
						t.Errorf("%s finds %s %v at %v and sees %v there", name, n.Path, got, at, ids(seen, there))
					}
					break
				}
			}
		}
	}
}
