package postgres_test

import (
	"fmt"
	"reflect"
	"slices"
	"sync"
	"testing"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// codes lists the codes of what a filter takes, in order of id.
func (r *register) codes(n *registry.Noun, f registry.Filter) []string {
	r.Helper()
	records, next, err := r.db.List(r.Context(), tester, n, f, registry.Page{Limit: registry.MaxPageLimit})
	if err != nil || next != 0 {
		r.Fatalf("list %s %+v: %v, next %d", n.Path, f, err, next)
	}
	out := []string{}
	for _, record := range records {
		v := reflect.ValueOf(record).Elem()
		if c := n.Field("code"); c != nil {
			out = append(out, c.Value(v).(string))
			continue
		}
		out = append(out, fmt.Sprint(n.Field("id").Value(v)))
	}
	return out
}

// reform registers what 2025-07-01 did to code 10525: the old commune north,
// the new one of that code south, and another new one north; a district and an
// old commune known by name only; two provinces.
func (r *register) reform() {
	r.Helper()
	province := r.create(&registry.Unit{Level: registry.ProvinceLevel, Code: "31", Name: "Thành phố Hải Phòng", ValidFrom: dayPtr("2025-07-01")})
	r.create(&registry.Unit{Level: registry.ProvinceLevel, Code: "30", Name: "Tỉnh Hải Dương", ValidTo: dayPtr("2025-07-01"),
		Geometry: registry.Geometry{Geometry: box(106, 20, 106.5, 21)}})
	r.create(&registry.Unit{Level: registry.DistrictLevel, Code: "288", Name: "Thành phố Hải Dương", ValidTo: dayPtr("2025-07-01")})
	old := func(u *registry.Unit) { u.ValidTo, u.Province = dayPtr("2025-07-01"), ptr("30") }
	now := func(u *registry.Unit) { u.ValidFrom, u.Province, u.Parent = dayPtr("2025-07-01"), ptr("31"), &province }
	r.commune("10525", "Phường Trần Hưng Đạo", 106, 20.5, 107, 21, old)
	r.commune("10525", "Phường Hải Dương", 106, 20, 107, 20.5, now)
	r.commune("10570", "Phường Trần Hưng Đạo", 106, 20.5, 107, 21, now)
	r.create(&registry.Unit{Level: registry.CommuneLevel, Code: "10528", Name: "Phường Quang Trung", ValidTo: dayPtr("2025-07-01")})
}

func TestUnitScope(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.reform()
	r.organizations("Viettel")
	sites := map[string]int64{}
	for code, at := range map[string]orb.Point{"north-west": {106.2, 20.7}, "north-east": {106.7, 20.7}, "south": {106.2, 20.2}, "abroad": {100, 20.2}} {
		sites[code] = r.site(code, at[0], at[1])
		r.create(&registry.Mast{Site: sites[code], Code: code})
		r.station(sites[code], "Viettel", "4G", func(s *registry.Station) { s.Code = code })
		r.village(code, at[0], at[1])
		r.tenancy(registry.SiteKind, sites[code], "Viettel")
	}
	cable := registry.CableRouteNoun.New().(*registry.CableRoute)
	cable.Code = "mostly north"
	cable.Geometry.Geometry = orb.LineString{{106.2, 20.4}, {106.2, 20.9}}
	r.create(cable)
	before, after := dayPtr("2025-06-30"), dayPtr("2025-07-01")
	for _, c := range []struct {
		name string
		unit string
		asOf *registry.Date
		want []string
		line []string
	}{
		{"a commune of today", "10525", nil, []string{"south"}, nil},
		{"its code on its first day", "10525", after, []string{"south"}, nil},
		{"the code the day before means another", "10525", before, []string{"north-east", "north-west"}, []string{"mostly north"}},
		{"a name moved to another code", "10570", nil, []string{"north-east", "north-west"}, []string{"mostly north"}},
		{"a province of today and what is below", "31", nil, []string{"north-east", "north-west", "south"}, []string{"mostly north"}},
		{"a former province by its boundary", "30", before, []string{"north-west", "south"}, []string{"mostly north"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := r.with(t)
			f := registry.Filter{Unit: c.unit, AsOf: c.asOf}
			for _, n := range []*registry.Noun{registry.SiteNoun, registry.MastNoun, registry.StationNoun, registry.VillageNoun} {
				got := r.codes(n, f)
				slices.Sort(got)
				if diff := differ(c.want, got); diff != "" {
					t.Errorf("%s (-want +got):\n%s", n.Path, diff)
				}
			}
			if got := r.codes(registry.TenancyNoun, f); len(got) != len(c.want) {
				t.Errorf("tenancies %v", got)
			}
			if got := r.codes(registry.CableRouteNoun, f); !slices.Equal(got, c.line) {
				t.Errorf("cables %v, want %v: a line lies where its middle lies", got, c.line)
			}
		})
	}
	for _, c := range []struct {
		name, unit string
		asOf       *registry.Date
		says       []string
	}{
		{"a former commune without a boundary", "10528", before, []string{"10528", "Phường Quang Trung"}},
		{"a former district without a boundary", "288", before, []string{"288", "Thành phố Hải Dương"}},
		{"a code no longer valid", "30", nil, []string{"30"}},
		{"a code not yet valid", "10570", before, []string{"10570"}},
		{"a code nobody knows", "99999", nil, []string{"99999"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, _, err := r.db.List(t.Context(), tester, registry.SiteNoun, registry.Filter{Unit: c.unit, AsOf: c.asOf}, registry.Page{Limit: 10})
			e := wantCode(t, err, registry.CodeInvalid)
			contains(t, e.Message.VI, c.says...)
		})
	}
}

// A period does not include its last day.
func TestAsOfIsHalfOpen(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel")
	from, to := dayPtr("2024-01-01"), dayPtr("2024-06-01")
	life := func(s *registry.Site) { s.OperatingFrom, s.OperatingTo = from, to }
	site := r.site("both", 106, 20, life)
	r.site("open", 106, 20)
	r.site("removed", 106, 20, func(s *registry.Site) { s.Status, s.OperatingFrom, s.RemovedOn = registry.Removed, from, to })
	r.site("planned", 106, 20, func(s *registry.Site) { s.Status, s.PlannedOn = registry.Planned, from })
	r.create(&registry.Mast{Site: site, Code: "both", OperatingFrom: from, OperatingTo: to})
	r.station(site, "Viettel", "4G", func(s *registry.Station) { s.Code, s.OnAirFrom, s.OnAirTo = "both", from, to })
	r.tenancy(registry.SiteKind, site, "Viettel", func(t *registry.Tenancy) { t.From, t.To = from, to })
	r.village("both", 106, 20, func(v *registry.Village) { v.ValidFrom, v.ValidTo = from, to })
	r.create(&registry.Unit{Level: registry.CommuneLevel, Code: "both", Name: "both", ValidFrom: from, ValidTo: to})
	for _, c := range []struct {
		name, day string
		in        bool
	}{
		{"the day before the first", "2023-12-31", false}, {"the first day", "2024-01-01", true},
		{"the last day", "2024-05-31", true}, {"the day of the end", "2024-06-01", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := r.with(t)
			sites, others := []string{"open"}, 0
			if c.in {
				sites, others = []string{"both", "open", "removed"}, 1
			}
			if got := r.codes(registry.SiteNoun, registry.Filter{AsOf: dayPtr(c.day)}); !slices.Equal(got, sites) {
				t.Errorf("sites %v, want %v", got, sites)
			}
			for _, n := range []*registry.Noun{registry.MastNoun, registry.StationNoun, registry.TenancyNoun, registry.VillageNoun, registry.UnitNoun} {
				if got := r.codes(n, registry.Filter{AsOf: dayPtr(c.day)}); len(got) != others {
					t.Errorf("%s %v, want %d", n.Path, got, others)
				}
			}
		})
	}
}

func TestFilters(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel", "VNPT")
	owned := func(code string) func(*registry.Site) { return func(s *registry.Site) { s.Owner = &code } }
	one := r.site("one", 106.1, 20.1, owned("Viettel"))
	two := r.site("two", 106.2, 20.2, owned("VNPT"), func(s *registry.Site) {
		s.Status, s.OperatingTo = registry.Decommissioned, dayPtr("2024-01-01")
	})
	r.site("nobody's", 106.3, 20.3)
	r.station(one, "Viettel", "4G", func(s *registry.Station) { s.Code = "one-4G" })
	r.station(two, "VNPT", "5G", func(s *registry.Station) { s.Code = "two-5G" })
	r.create(&registry.Mast{Site: one, Code: "M"})
	r.create(&registry.Certificate{Site: one, Applies: "yes"})
	r.create(&registry.Permit{AssetKind: registry.SiteKind, Asset: two, Basis: "permit"})
	r.tenancy(registry.SiteKind, one, "VNPT")
	diagonal := registry.CableRouteNoun.New().(*registry.CableRoute)
	diagonal.Code, diagonal.Geometry.Geometry = "diagonal", orb.LineString{{106, 20}, {107, 21}}
	r.create(diagonal)
	bounds := func(w, s, e, n float64) *orb.Bound { return &orb.Bound{Min: orb.Point{w, s}, Max: orb.Point{e, n}} }
	for _, c := range []struct {
		name string
		n    *registry.Noun
		f    registry.Filter
		want []string
	}{
		{"box", registry.SiteNoun, registry.Filter{BBox: bounds(106.15, 20.15, 106.35, 20.35)}, []string{"two", "nobody's"}},
		{"box with a point on its edge", registry.SiteNoun, registry.Filter{BBox: bounds(106.1, 20.1, 106.15, 20.15)}, []string{"one"}},
		{"box on stations", registry.StationNoun, registry.Filter{BBox: bounds(106.15, 20.15, 106.35, 20.35)}, []string{"two-5G"}},
		{"box a line goes through", registry.CableRouteNoun, registry.Filter{BBox: bounds(106.4, 20.4, 106.6, 20.6)}, []string{"diagonal"}},
		{"box a line passes by", registry.CableRouteNoun, registry.Filter{BBox: bounds(106.8, 20.1, 106.9, 20.2)}, []string{}},
		{"owner", registry.SiteNoun, registry.Filter{Owner: "Viettel"}, []string{"one"}},
		{"owner of a station is its operator", registry.StationNoun, registry.Filter{Owner: "VNPT"}, []string{"two-5G"}},
		{"owner of a mast is its site's", registry.MastNoun, registry.Filter{Owner: "Viettel"}, []string{"M"}},
		{"status", registry.SiteNoun, registry.Filter{Status: registry.Decommissioned}, []string{"two"}},
		{"technology", registry.StationNoun, registry.Filter{Technology: "5G"}, []string{"two-5G"}},
		{"site", registry.StationNoun, registry.Filter{Site: one}, []string{"one-4G"}},
		{"site of a mast", registry.MastNoun, registry.Filter{Site: two}, []string{}},
		{"two at once", registry.SiteNoun, registry.Filter{Owner: "VNPT", BBox: bounds(106, 20, 106.15, 20.15)}, []string{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := r.with(t).codes(c.n, c.f); !slices.Equal(got, c.want) {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
	for name, c := range map[string]struct {
		n    *registry.Noun
		f    registry.Filter
		want int
	}{
		"tenancies of an asset":     {registry.TenancyNoun, registry.Filter{AssetKind: registry.SiteKind, Asset: one}, 1},
		"tenancies of another kind": {registry.TenancyNoun, registry.Filter{AssetKind: registry.PoleKind, Asset: one}, 0},
		"tenancies of a tenant":     {registry.TenancyNoun, registry.Filter{Owner: "VNPT"}, 1},
		"permits of an asset":       {registry.PermitNoun, registry.Filter{AssetKind: registry.SiteKind, Asset: two}, 1},
		"certificates of a site":    {registry.CertificateNoun, registry.Filter{Site: one}, 1},
	} {
		if got := r.codes(c.n, c.f); len(got) != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// A filter a noun has no column for is refused, never ignored.
func TestFiltersThatDoNotApplyAreRefused(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	for _, c := range []struct {
		n *registry.Noun
		f registry.Filter
	}{
		{registry.OrganizationNoun, registry.Filter{BBox: &orb.Bound{}}}, {registry.OrganizationNoun, registry.Filter{Unit: "31"}},
		{registry.OrganizationNoun, registry.Filter{AsOf: dayPtr("2024-01-01")}}, {registry.UnitNoun, registry.Filter{Owner: "x"}},
		{registry.VillageNoun, registry.Filter{Status: registry.Operating}}, {registry.PoleNoun, registry.Filter{Technology: "4G"}},
		{registry.SiteNoun, registry.Filter{Asset: 1}}, {registry.SiteNoun, registry.Filter{AssetKind: registry.PoleKind}},
		{registry.PoleNoun, registry.Filter{Site: 1}}, {registry.PermitNoun, registry.Filter{BBox: &orb.Bound{}}},
	} {
		_, _, err := r.db.List(t.Context(), tester, c.n, c.f, registry.Page{Limit: 10})
		wantCode(t, err, registry.CodeInvalid)
	}
	for _, limit := range []int{0, -1, registry.MaxPageLimit + 1} {
		_, _, err := r.db.List(t.Context(), tester, registry.SiteNoun, registry.Filter{}, registry.Page{Limit: limit})
		wantCode(t, err, registry.CodeInvalid)
	}
}

// What was there when the reading began is read once, whatever comes meanwhile.
func TestPagesAreCompleteWhileOthersWrite(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	const before = 100
	for i := range before {
		r.organization(fmt.Sprintf("before-%d", i))
	}
	stop, writing := make(chan struct{}), sync.WaitGroup{}
	writing.Go(func() {
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			default:
			}
			o := &registry.Organization{Code: fmt.Sprintf("meanwhile-%d", i), Name: "x", Kind: "other"}
			if _, err := r.db.Create(t.Context(), tester, registry.OrganizationNoun, o); err != nil {
				t.Error(err)
				return
			}
		}
	})
	seen, last, pages := map[string]int{}, int64(0), 0
	for after := int64(0); pages < 60; pages++ {
		records, next, err := r.db.List(t.Context(), tester, registry.OrganizationNoun, registry.Filter{}, registry.Page{After: after, Limit: 7})
		if err != nil {
			t.Fatal(err)
		}
		for _, record := range records {
			if id := idOf(record); id <= last {
				t.Errorf("id %d after %d", id, last)
			} else {
				last = id
			}
			seen[record.(*registry.Organization).Code]++
		}
		if next == 0 {
			break
		}
		after = next
	}
	close(stop)
	writing.Wait()
	for i := range before {
		if n := seen[fmt.Sprintf("before-%d", i)]; n != 1 {
			t.Errorf("record %d was read %d times", i, n)
		}
	}
	if pages < before/7 {
		t.Errorf("%d pages", pages)
	}
}
