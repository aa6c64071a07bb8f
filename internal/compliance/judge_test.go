package compliance

import (
	"slices"
	"testing"

	"github.com/hatangso/hatangso/internal/registry"
)

func ptr[T any](v T) *T { return &v }

func on(s string) *registry.Date {
	d, err := registry.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return &d
}

// law is the book of the tests: what the program ships.
var law = Book{
	Laws: []Law{
		{Code: "nd", From: on("2011-06-01"), Until: on("2026-01-01"), PermitNeeded: true, Title: registry.T("NĐ 25", "Decree 25")},
		{Code: "lxd", From: on("2026-01-01"), Title: registry.T("Luật Xây dựng 2025", "Law 2025")},
	},
	Grounds: []Ground{
		{Basis: "permit", NumberNeeded: true}, {Basis: "a", Law: "nd", OutsideUrban: true, Kinds: []registry.Kind{registry.SiteKind, registry.PoleKind}},
		{Basis: "b", Law: "nd", NotBulky: true, Kinds: []registry.Kind{registry.SiteKind}}, {Basis: "lxd", Law: "lxd"}, {Basis: "other", NumberNeeded: true},
	},
	Settings: map[string]Setting{"pole.new-on-route": {Effect: Warning, Value: 50}},
}

// good is a site nothing speaks against on 2026-11-22.
func good() Case {
	return Case{
		Kind: registry.SiteKind, Status: registry.Operating, BuiltOn: on("2024-02-10"), OperatingFrom: on("2024-03-01"), InService: true, Urban: ptr(true), OnGround: true,
		Masts:        []registry.Mast{{ID: 7, Code: "C1", Class: ptr("A2b"), HeightM: ptr(36.0), WidthM: ptr(1.0)}},
		Permits:      []registry.Permit{{ID: 3, Basis: "permit", Number: ptr("15/GPXD"), IssuedOn: on("2024-01-05"), HeightM: ptr(36.0)}},
		Certificates: []registry.Certificate{{ID: 4, Applies: "yes", Number: ptr("7/KĐ"), IssuedOn: on("2024-03-01")}},
	}
}

// rooftop is one that stands on the exemption of masts that are not bulky.
func rooftop() Case {
	c := good()
	c.OnGround, c.BuildingHeightM = false, ptr(15.0)
	c.Masts = []registry.Mast{{ID: 7, Code: "C1", Class: ptr("A1a"), HeightM: ptr(3.0), WidthM: ptr(0.5)}}
	c.Permits = []registry.Permit{{ID: 3, Basis: "b"}}
	return c
}

// pole is a pole nothing speaks against.
func pole() Case {
	return Case{Kind: registry.PoleKind, Status: registry.Operating, BuiltOn: on("2021-01-01"), InService: true, Urban: ptr(false), Boxes: ptr(int64(2)), Enterprises: 2,
		Permits: []registry.Permit{{ID: 3, Basis: "a"}}}
}

func zone(change func(*Restriction)) []Restriction {
	r := Restriction{RestrictionRef: RestrictionRef{"zone", 1}, Name: "Khu trung tâm", Kind: "mast", HeightDatum: "ground", ValidFrom: on("2023-01-01")}
	change(&r)
	return []Restriction{r}
}

// Each rule fires on what it is for, with its effect and what is missing; and is
// silent on what it is not for, which is in the same table.
func TestRules(t *testing.T) {
	t.Parallel()
	const today = "2026-11-22"
	forbids := func(r *Restriction) { r.ForbiddenClasses = []string{"A2b"} }
	low := func(r *Restriction) { r.HeightLimitM = ptr(30.0) }
	cases := []struct {
		name    string
		of      func() Case
		change  func(*Case)
		day     string
		want    []string // rule:effect, beside notes
		verdict Verdict
		missing string
	}{
		{"a site with all its papers", good, func(*Case) {}, today, nil, Lawful, ""},
		{"a small mast on a roof", rooftop, func(*Case) {}, today, nil, Lawful, ""},
		{"a pole", pole, func(*Case) {}, today, nil, Lawful, ""},

		{"no day at all", good, func(c *Case) { c.BuiltOn, c.OperatingFrom = nil, nil }, today, []string{"construction.unknown:unknown"}, Unknown, "built_on"},
		{"only the day of operation", good, func(c *Case) { c.BuiltOn = nil }, today, []string{"construction.assumed:unknown"}, Unknown, "built_on"},
		{"operating since 2026, built who knows when", good, func(c *Case) { c.BuiltOn, c.OperatingFrom = nil, on("2026-02-01") }, today, []string{"construction.assumed:unknown"}, Unknown, "built_on"},
		{"built before any law known", good, func(c *Case) { c.BuiltOn = on("2010-01-01") }, today, []string{"law.unknown:unknown"}, Unknown, "law"},
		{"built in 2026 without a permit", good, func(c *Case) { c.BuiltOn, c.Permits = on("2026-01-01"), nil }, today, nil, Lawful, ""},
		{"built the day before", good, func(c *Case) { c.BuiltOn, c.Permits = on("2025-12-31"), nil }, today, []string{"permit.unknown:unknown"}, Unknown, "permits"},
		{"not built yet", good, func(c *Case) {
			c.Status, c.BuiltOn, c.OperatingFrom, c.InService, c.Permits, c.Masts = registry.Planned, nil, nil, false, nil, nil
		}, today, nil, Lawful, ""},
		{"not built yet, in 2025", good, func(c *Case) {
			c.Status, c.BuiltOn, c.OperatingFrom, c.InService, c.Permits = registry.Approved, nil, nil, false, nil
		}, "2025-05-05", []string{"permit.unknown:unknown"}, Unknown, "permits"},

		{"nobody knows the ground", good, func(c *Case) { c.Permits[0].Basis = "unknown" }, today, []string{"permit.unknown:unknown"}, Unknown, "permits.basis"},
		{"none in town", good, func(c *Case) { c.Permits[0].Basis = "missing" }, today, []string{"permit.missing:unlawful"}, Unlawful, ""},
		{"none in the country", good, func(c *Case) { c.Permits[0].Basis, c.Urban = "missing", ptr(false) }, today, []string{"permit.missing:unknown"}, Unknown, "permits.basis"},
		{"none for a small mast", rooftop, func(c *Case) { c.Permits[0].Basis = "missing" }, today, []string{"permit.missing:unknown"}, Unknown, "permits.basis"},
		{"none for a pole in town", pole, func(c *Case) { c.Permits[0].Basis, c.Urban = "missing", ptr(true) }, today, []string{"permit.missing:unlawful"}, Unlawful, ""},
		{"no number", good, func(c *Case) { c.Permits[0].Number = ptr(" ") }, today, []string{"permit.incomplete:unknown"}, Unknown, "permits.number"},
		{"no date", good, func(c *Case) { c.Permits[0].IssuedOn = nil }, today, []string{"permit.incomplete:unknown"}, Unknown, "permits.issued_on"},
		{"another ground without its paper", good, func(c *Case) { c.Permits[0] = registry.Permit{ID: 3, Basis: "other"} }, today, []string{"permit.incomplete:unknown"}, Unknown, "permits.number"},
		{"another ground with it", good, func(c *Case) { c.Permits[0] = registry.Permit{ID: 3, Basis: "other", Number: ptr("1/CV")} }, today, nil, Lawful, ""},
		{"issued afterwards", good, func(c *Case) { c.Permits[0].IssuedOn = on("2024-02-11") }, today, []string{"permit.issued-late:unlawful"}, Unlawful, ""},
		{"issued on the day", good, func(c *Case) { c.Permits[0].IssuedOn = on("2024-02-10") }, today, nil, Lawful, ""},
		{"run out before", good, func(c *Case) { c.Permits[0].ValidUntil = on("2024-02-09") }, today, []string{"permit.run-out:unlawful"}, Unlawful, ""},
		{"run out on the day", good, func(c *Case) { c.Permits[0].ValidUntil = on("2024-02-10") }, today, nil, Lawful, ""},
		{"higher than permitted", good, func(c *Case) { c.Masts[0].HeightM = ptr(36.1) }, today, []string{"permit.height:unlawful"}, Unlawful, ""},
		{"of unknown height", good, func(c *Case) { c.Masts[0].HeightM = nil }, today, []string{"permit.height:unknown"}, Unknown, "masts.height_m"},
		{"a second, better permit", good, func(c *Case) {
			c.Permits = append(c.Permits, registry.Permit{ID: 5, Basis: "permit", Number: ptr("16"), IssuedOn: on("2025-01-01")})
		}, today, []string{"permit.issued-late:warning"}, Lawful, ""},

		{"the law of 2025 for 2024", good, func(c *Case) { c.Permits[0] = registry.Permit{ID: 3, Basis: "lxd"} }, today, []string{"exemption.in-force:unlawful"}, Unlawful, ""},
		{"the ground of masts for a pole", pole, func(c *Case) { c.Permits[0].Basis = "b" }, today, []string{"exemption.kind:unlawful"}, Unlawful, ""},
		{"outside towns, in one", good, func(c *Case) { c.Permits[0] = registry.Permit{ID: 3, Basis: "a"} }, today, []string{"exemption.urban:unlawful"}, Unlawful, ""},
		{"outside towns", good, func(c *Case) { c.Permits[0], c.Urban = registry.Permit{ID: 3, Basis: "a"}, ptr(false) }, today, nil, Lawful, ""},
		{"a town or not", good, func(c *Case) { c.Permits[0], c.Urban = registry.Permit{ID: 3, Basis: "a"}, nil }, today, []string{"exemption.urban:unknown"}, Unknown, "urban"},
		{"not bulky, yet A2a", rooftop, func(c *Case) { c.Masts[0].Class = ptr("A2a") }, today, []string{"exemption.bulky:unlawful"}, Unlawful, ""},
		{"not bulky, of unknown class", rooftop, func(c *Case) { c.Masts[0].Class = nil }, today, []string{"exemption.bulky:unknown"}, Unknown, "masts.class"},
		{"not bulky, without a mast", rooftop, func(c *Case) { c.Masts = nil }, today, []string{"exemption.bulky:unknown"}, Unknown, "masts"},
		{"disguised", rooftop, func(c *Case) { c.Masts[0].Class, c.Masts[0].HeightM = ptr("A1b"), ptr(6.0) }, today, nil, Lawful, ""},
		{"A1a over 3 m", rooftop, func(c *Case) { c.Masts[0].HeightM, c.BuildingHeightM = ptr(3.1), ptr(60.0) }, today, []string{"mast.a1a-height:unlawful"}, Unlawful, ""},
		{"A1a over a fifth", rooftop, func(c *Case) { c.BuildingHeightM = ptr(14.9) }, today, []string{"mast.a1a-height:unlawful"}, Unlawful, ""},
		{"A1a on who knows what", rooftop, func(c *Case) { c.BuildingHeightM = nil }, today, []string{"mast.a1a-height:unknown"}, Unknown, "building_height_m"},
		{"A1a too wide", rooftop, func(c *Case) { c.Masts[0].WidthM = ptr(0.51) }, today, []string{"mast.a1a-width:unlawful"}, Unlawful, ""},
		{"A1a of unknown width", rooftop, func(c *Case) { c.Masts[0].WidthM = nil }, today, []string{"mast.a1a-width:unknown"}, Unknown, "masts.width_m"},
		{"A1a too big, but with a permit", rooftop, func(c *Case) {
			c.Masts[0].HeightM, c.Masts[0].WidthM, c.Permits = ptr(5.0), ptr(0.9), good().Permits
		}, today, []string{"mast.a1a-height:warning", "mast.a1a-width:warning"}, Lawful, ""},

		{"a certificate that ends in 60 days", good, func(*Case) {}, "2028-12-31", []string{"certificate.renewal:warning"}, Lawful, ""},
		{"in 61", good, func(*Case) {}, "2028-12-30", nil, Lawful, ""},
		{"the day it ends", good, func(*Case) {}, "2029-03-01", []string{"certificate.expired:unlawful"}, Unlawful, ""},
		{"out of service by then", good, func(c *Case) { c.InService = false }, "2029-03-01", nil, Lawful, ""},
		{"mandatory, and no paper", good, func(c *Case) { c.Certificates[0].Number = nil }, today, []string{"certificate.unknown:unknown"}, Unknown, "certificates.number"},
		{"mandatory or not", good, func(c *Case) { c.Certificates = nil }, today, []string{"certificate.unknown:unknown"}, Unknown, "certificates.applies"},
		{"not mandatory", good, func(c *Case) { c.Certificates = []registry.Certificate{{ID: 4, Applies: "no"}} }, today, nil, Lawful, ""},

		{"a class its zone forbids", good, func(c *Case) { c.Restrictions = zone(forbids) }, today, []string{"zone.class:unlawful"}, Unlawful, ""},
		{"a class missing from those allowed", good, func(c *Case) { c.Restrictions = zone(func(r *Restriction) { r.AllowedClasses = []string{"A1a"} }) }, today, []string{"zone.class:unlawful"}, Unlawful, ""},
		{"a zone decided later", good, func(c *Case) {
			c.Restrictions = zone(func(r *Restriction) { forbids(r); r.ValidFrom = on("2024-02-11") })
		}, today, nil, Lawful, ""},
		{"a zone that had ended", good, func(c *Case) {
			c.Restrictions = zone(func(r *Restriction) { forbids(r); r.ValidTo = on("2024-02-10") })
		}, today, nil, Lawful, ""},
		{"in a zone, of unknown class", good, func(c *Case) { c.Restrictions, c.Masts[0].Class = zone(forbids), nil }, today, []string{"zone.class:unknown"}, Unknown, "masts.class"},
		{"in a zone, built who knows when", good, func(c *Case) { c.Restrictions, c.BuiltOn = zone(forbids), nil }, today, []string{"construction.assumed:unknown", "zone.class:unknown"}, Unknown, "built_on"},
		{"over the height of its zone", good, func(c *Case) { c.Restrictions = zone(low) }, today, []string{"zone.height:unlawful"}, Unlawful, ""},
		{"under it", good, func(c *Case) { c.Restrictions = zone(func(r *Restriction) { r.HeightLimitM = ptr(36.0) }) }, today, nil, Lawful, ""},
		{"over it with its building", rooftop, func(c *Case) { c.Restrictions = zone(func(r *Restriction) { r.HeightLimitM = ptr(17.0) }) }, today, []string{"zone.height:unlawful"}, Unlawful, ""},
		{"above the sea, of unknown ground", good, func(c *Case) { c.Restrictions = zone(func(r *Restriction) { low(r); r.HeightDatum = "sea" }) }, today, []string{"zone.height:unknown"}, Unknown, "elevation_m"},

		{"a pole to go underground in time", pole, func(c *Case) {
			c.Restrictions = zone(func(r *Restriction) { r.Kind, r.Deadline = UndergroundKind, on(today) })
		}, today, []string{"pole.underground:warning"}, Lawful, ""},
		{"and late", pole, func(c *Case) {
			c.Restrictions = zone(func(r *Restriction) { r.Kind, r.Deadline = UndergroundKind, on("2026-11-21") })
		}, today, []string{"pole.underground:unlawful"}, Unlawful, ""},
		{"three boxes of two", pole, func(c *Case) { c.Boxes = ptr(int64(3)) }, today, []string{"pole.boxes:unlawful"}, Unlawful, ""},
		{"boxes nobody counted", pole, func(c *Case) { c.Boxes = nil }, today, []string{"pole.boxes:unknown"}, Unknown, "boxes"},
		{"beside another's pole", pole, func(c *Case) { c.Beside = &Beside{"P1", "VNPT", 11, "Đường Láng"} }, today, []string{"pole.new-on-route:warning"}, Lawful, ""},
		{"beside it before the standard", pole, func(c *Case) { c.Beside, c.BuiltOn = &Beside{"P1", "VNPT", 11, "Đường Láng"}, on("2020-06-30") }, today, nil, Lawful, ""},
	}
	fired := map[string]bool{}
	for _, c := range cases {
		given := c.of()
		c.change(&given)
		j := law.Judge(given, *on(c.day))
		var got []string
		for _, f := range j.Findings {
			fired[f.Rule] = true
			if f.Effect != Note {
				got = append(got, f.Rule+":"+string(f.Effect))
			}
			if f.Found.VI == "" || f.Found.EN == "" || f.Mend.VI == "" || f.Mend.EN == "" || f.Mark == "" && f.Rule != "permit.not-needed" && f.Rule != "exemption.plan" && f.Rule[:9] != "exemption" {
				t.Errorf("%s: a finding that says too little: %+v", c.name, f)
			}
		}
		if !slices.Equal(got, c.want) || j.Verdict != c.verdict {
			t.Errorf("%s: %s %v, want %s %v", c.name, j.Verdict, got, c.verdict, c.want)
		}
		if (c.missing == "") != (len(j.Missing) == 0) || c.missing != "" && j.Missing[0].Field != c.missing {
			t.Errorf("%s: missing %v, want %q", c.name, j.Missing, c.missing)
		}
	}
	for _, r := range Catalog() {
		if !fired[r.ID] {
			t.Errorf("%s never fires", r.ID)
		}
		if r.Title.VI == "" || r.Title.EN == "" || r.Mark == "" {
			t.Errorf("%s is not described", r.ID)
		}
	}
}

// A province lets a rule that is not seen warn only, and sets its number.
func TestSettings(t *testing.T) {
	t.Parallel()
	soft := law
	soft.Settings = map[string]Setting{"permit.height": {Effect: Warning}, "mast.a1a-width": {Effect: MakesUnlawful, Value: 0.7}, "certificate.renewal": {Effect: Warning, Value: 1000}}
	high := good()
	high.Masts[0].HeightM = ptr(60.0)
	if j := soft.Judge(high, *on("2026-11-22")); j.Verdict != Lawful || len(j.Findings) != 2 {
		t.Errorf("a permit's height that warns: %s %+v", j.Verdict, j.Findings)
	}
	wide := rooftop()
	wide.Masts[0].WidthM = ptr(0.65)
	if j := soft.Judge(wide, *on("2026-11-22")); j.Verdict != Lawful {
		t.Errorf("within the province's width: %+v", j.Findings)
	}
}

// A certificate of 29 February ends with the month, as the database counts.
func TestEnds(t *testing.T) {
	t.Parallel()
	for issued, want := range map[string]string{"2020-02-29": "2025-02-28", "2021-11-20": "2026-11-20", "2019-02-28": "2024-02-28"} {
		if got := Ends(&registry.Certificate{IssuedOn: on(issued)}); got.String() != want {
			t.Errorf("issued %s it ends %s, want %s", issued, got, want)
		}
	}
	if Ends(&registry.Certificate{}) != nil {
		t.Error("a certificate without dates ends")
	}
}
