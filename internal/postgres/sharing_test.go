package postgres_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/sharing"
)

// telecom registers the enterprises the cases are about.
func (r *register) telecom() {
	r.Helper()
	r.organizations("Viettel", "MobiFone")
	for _, code := range []string{"VNPT", "VinaPhone"} {
		r.organization(code, func(o *registry.Organization) { o.LegalGroup = ptr("Tập đoàn VNPT") })
	}
	r.organization("iTel", func(o *registry.Organization) { o.MVNO = true })
	r.organization("OCK", func(o *registry.Organization) { o.Kind = "tower_company" })
	r.organization("EVN", func(o *registry.Organization) { o.Kind = "power_company" })
}

func owner(code string) func(*registry.Site) { return func(s *registry.Site) { s.Owner = &code } }

func ownerPresent(code string) func(*registry.Site) {
	return func(s *registry.Site) { s.Owner, s.OwnerPresent = &code, ptr(true) }
}

// tenants puts tenants on a site.
func (r *register) tenants(site int64, codes ...string) {
	r.Helper()
	for _, code := range codes {
		r.tenancy(registry.SiteKind, site, code)
	}
}

// poleOf registers a pole of an owner, "" for none, with tenants.
func (r *register) poleOf(code, owner string, tenants ...string) {
	r.Helper()
	id := r.create(pole(code, 106, 20, func(p *registry.Pole) {
		if owner != "" {
			p.Owner = &owner
		}
	}))
	for _, t := range tenants {
		r.tenancy(registry.PoleKind, id, t, func(t *registry.Tenancy) { t.Placement = "cable" })
	}
}

// duct registers a duct section about km kilometres long, with tenants.
func (r *register) duct(code string, km float64, tenants ...string) {
	r.Helper()
	d := registry.DuctNoun.New().(*registry.Duct)
	d.Code, d.Geometry.Geometry = code, orb.LineString{{106, 20}, {106, 20 + km/110.7}}
	id := r.create(d)
	for _, t := range tenants {
		r.tenancy(registry.DuctKind, id, t, func(t *registry.Tenancy) { t.Placement = "cable" })
	}
}

// plainSharing counts anew, from the tables and without any of the product's
// SQL: a row an asset with what the definition asks of it, judged here.
func (r *register) plainSharing(q postgres.SharingQuery) (numerator, denominator float64, excluded int) {
	r.Helper()
	says := ""
	if q.ConfirmedOnly {
		says = ` AND owner_says = 'confirmed' AND tenant_says = 'confirmed'`
	}
	there := []string{`SELECT tenant_id FROM tenancy WHERE asset_kind = a.kind AND asset_id = a.id
		AND (valid_from IS NULL OR valid_from <= $2) AND (valid_to IS NULL OR valid_to > $2) AND 'disputed' NOT IN (owner_says, tenant_says)` + says,
		`SELECT a.owner_id WHERE a.owner_present`}
	if q.Asset == registry.SiteKind {
		onAir := `(on_air_from IS NULL OR on_air_from <= $2) AND (on_air_to IS NULL OR on_air_to > $2)`
		there = append(there, `SELECT operator_id FROM station WHERE site_id = a.id AND `+onAir)
		if q.CountActiveSharing {
			there = append(there, `SELECT p.id FROM station s JOIN organization p ON position(',' || p.code || ',' IN ',' || replace(s.partners, ' ', '') || ',') > 0
				WHERE s.site_id = a.id AND s.active_shared AND `+onAir)
		}
	}
	rows, err := r.sql.Query(r.Context(), `SELECT coalesce(o.kind, ''), coalesce(a.site_kind, ''), a.operating_from, coalesce(ST_Length(a.geom::geography), 0),
			(SELECT count(DISTINCT coalesce(e.legal_group, e.code)) FROM organization e WHERE e.kind = 'operator' AND NOT e.mvno AND e.id IN (`+strings.Join(there, " UNION ALL ")+`))
		FROM asset a LEFT JOIN organization o ON o.id = a.owner_id
		WHERE a.kind = $1 AND a.status NOT IN ('planned', 'approved', 'under_construction') AND (a.operating_from IS NULL OR a.operating_from <= $2)
		AND (coalesce(a.operating_to, a.removed_on) IS NULL OR coalesce(a.operating_to, a.removed_on) > $2)`, string(q.Asset), q.AsOf)
	if err != nil {
		r.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var owner, siteKind string
		var since *registry.Date
		var length float64
		var n int
		if err := rows.Scan(&owner, &siteKind, &since, &length, &n); err != nil {
			r.Fatal(err)
		}
		if q.Cohort == sharing.New && (since == nil || since.Before(*q.Since)) {
			continue
		}
		foreign := q.Asset == registry.PoleKind && !slices.Contains([]string{"", "operator", "tower_company"}, owner)
		if slices.Contains(q.ExcludeSiteKinds, siteKind) ||
			foreign && (q.PowerPoles == sharing.PowerPolesNone || q.PowerPoles == sharing.PowerPolesWithTenants && n == 0) {
			excluded++
			continue
		}
		weight := 1.0
		if q.Measure == "length" {
			weight = length
		}
		denominator += weight
		if n >= 2 || q.TowerCompanySingle && owner == "tower_company" && n == 1 {
			numerator += weight
		}
	}
	if err := rows.Err(); err != nil {
		r.Fatal(err)
	}
	return numerator, denominator, excluded
}

const sharingDay = "2026-06-30"

// Every parameter of domain.md §1.2 by hand and by plain SQL.
func TestSharing(t *testing.T) {
	t.Parallel()
	type want struct {
		n, d     float64
		excluded int
	}
	site, poles, ducts := registry.SiteKind, registry.PoleKind, registry.DuctKind
	set := func(change func(*sharing.Definition)) func(*sharing.Definition) { return change }
	plain := func(*sharing.Definition) {}
	powerPoles := func(way string) func(*sharing.Definition) {
		return func(d *sharing.Definition) { d.PowerPoles = way }
	}
	polesOfAll := func(r *register) {
		r.poleOf("telecom, alone", "Viettel", "Viettel")
		r.poleOf("telecom, shared", "VNPT", "Viettel", "VNPT")
		r.poleOf("tower company's, empty", "OCK")
		r.poleOf("nobody's, empty", "")
		r.poleOf("power, empty", "EVN")
		r.poleOf("power, another sector's cable", "EVN", "EVN")
		r.poleOf("power, one cable", "EVN", "Viettel")
		r.poleOf("power, two cables", "EVN", "Viettel", "VNPT")
	}
	saying := func(owner, tenant registry.Confirmation) func(*register) {
		return func(r *register) {
			id := r.site("S", 106, 20, ownerPresent("Viettel"))
			r.tenancy(site, id, "VNPT", func(t *registry.Tenancy) { t.OwnerSays, t.TenantSays = owner, tenant })
		}
	}
	confirmedOnly := func(d *sharing.Definition) { d.ConfirmedOnly = true }
	active := func(shared bool, partners string) func(*register) {
		return func(r *register) {
			r.station(r.site("S", 106, 20), "Viettel", "4G", func(s *registry.Station) { s.ActiveShared, s.Partners = shared, &partners })
		}
	}
	countActive := func(d *sharing.Definition) { d.CountActiveSharing = true }
	towerSingle := func(d *sharing.Definition) { d.TowerCompanySingle = true }
	since := func(d *sharing.Definition) { d.Cohort, d.Since = sharing.New, dayPtr("2025-01-01") }
	aged := func(dates ...string) func(*register) {
		return func(r *register) {
			for i, from := range dates {
				id := r.site(fmt.Sprint(i), 106, 20, func(s *registry.Site) {
					if from != "" {
						s.OperatingFrom = dayPtr(from)
					}
				})
				r.tenants(id, "Viettel", "VNPT")
			}
		}
	}
	for _, c := range []struct {
		name   string
		asset  registry.Kind
		world  func(*register)
		define func(*sharing.Definition)
		want   want
	}{
		{"nothing", site, func(*register) {}, plain, want{0, 0, 0}},
		{"a site with nobody", site, func(r *register) { r.site("S", 106, 20) }, plain, want{0, 1, 0}},
		{"an owner without equipment and one tenant", site, func(r *register) { r.tenants(r.site("S", 106, 20, owner("Viettel")), "VNPT") }, plain, want{0, 1, 0}},
		{"an owner with equipment and one tenant", site, func(r *register) { r.tenants(r.site("S", 106, 20, ownerPresent("Viettel")), "VNPT") }, plain, want{1, 1, 0}},
		{"an owner with equipment, its own tenant", site, func(r *register) { r.tenants(r.site("S", 106, 20, ownerPresent("Viettel")), "Viettel") }, plain, want{0, 1, 0}},
		{"two tenants", site, func(r *register) { r.tenants(r.site("S", 106, 20), "Viettel", "MobiFone") }, plain, want{1, 1, 0}},
		{"two stations of two", site, func(r *register) {
			id := r.site("S", 106, 20)
			r.station(id, "Viettel", "4G")
			r.station(id, "VNPT", "4G")
		}, plain, want{1, 1, 0}},
		{"two stations of one", site, func(r *register) {
			id := r.site("S", 106, 20)
			r.station(id, "Viettel", "4G")
			r.station(id, "Viettel", "5G")
		}, plain, want{0, 1, 0}},
		{"a tenant that is the station's operator", site, func(r *register) {
			id := r.site("S", 106, 20)
			r.station(id, "Viettel", "4G")
			r.tenants(id, "Viettel")
		}, plain, want{0, 1, 0}},
		{"two companies of one group", site, func(r *register) { r.tenants(r.site("S", 106, 20), "VNPT", "VinaPhone") }, plain, want{0, 1, 0}},
		{"a group and another", site, func(r *register) { r.tenants(r.site("S", 106, 20), "VNPT", "VinaPhone", "Viettel") }, plain, want{1, 1, 0}},
		{"an MVNO as tenant", site, func(r *register) { r.tenants(r.site("S", 106, 20), "Viettel", "iTel") }, plain, want{0, 1, 0}},
		{"an MVNO's station", site, func(r *register) {
			id := r.site("S", 106, 20)
			r.station(id, "Viettel", "4G")
			r.station(id, "iTel", "4G")
		}, plain, want{0, 1, 0}},
		{"other sectors as tenants", site, func(r *register) { r.tenants(r.site("S", 106, 20), "Viettel", "EVN", "OCK") }, plain, want{0, 1, 0}},
		{"a tower company with one tenant", site, func(r *register) { r.tenants(r.site("S", 106, 20, ownerPresent("OCK")), "Viettel") }, plain, want{0, 1, 0}},
		{"a tower company with one tenant, counted", site, func(r *register) { r.tenants(r.site("S", 106, 20, owner("OCK")), "Viettel") }, towerSingle, want{1, 1, 0}},
		{"a tower company with none, counted", site, func(r *register) { r.site("S", 106, 20, owner("OCK")) }, towerSingle, want{0, 1, 0}},
		{"an operator with one tenant, tower companies counted", site, func(r *register) { r.tenants(r.site("S", 106, 20, owner("Viettel")), "VNPT") }, towerSingle, want{0, 1, 0}},
		{"nobody's with one tenant, tower companies counted", site, func(r *register) { r.tenants(r.site("S", 106, 20), "VNPT") }, towerSingle, want{0, 1, 0}},

		{"disputed by the owner", site, saying(registry.Disputed, registry.Confirmed), plain, want{0, 1, 0}},
		{"disputed by the tenant", site, saying(registry.Confirmed, registry.Disputed), plain, want{0, 1, 0}},
		{"nobody has confirmed", site, saying(registry.Unconfirmed, registry.Unconfirmed), plain, want{1, 1, 0}},
		{"nobody has confirmed, only confirmed", site, saying(registry.Unconfirmed, registry.Unconfirmed), confirmedOnly, want{0, 1, 0}},
		{"one has confirmed, only confirmed", site, saying(registry.Confirmed, registry.Unconfirmed), confirmedOnly, want{0, 1, 0}},
		{"both have confirmed, only confirmed", site, saying(registry.Confirmed, registry.Confirmed), confirmedOnly, want{1, 1, 0}},

		{"actively shared", site, active(true, "MobiFone"), plain, want{0, 1, 0}},
		{"actively shared, counted", site, active(true, "MobiFone"), countActive, want{1, 1, 0}},
		{"actively shared among three with spaces, counted", site, active(true, "MobiFone , VNPT"), countActive, want{1, 1, 0}},
		{"partners of a station not actively shared, counted", site, active(false, "MobiFone"), countActive, want{0, 1, 0}},
		{"an MVNO for a partner, counted", site, active(true, "iTel"), countActive, want{0, 1, 0}},
		{"a partner nobody knows, counted", site, active(true, "Zzz"), countActive, want{0, 1, 0}},

		{"power poles with telecom on them", poles, polesOfAll, powerPoles(sharing.PowerPolesWithTenants), want{2, 6, 2}},
		{"all power poles", poles, polesOfAll, powerPoles(sharing.PowerPolesAll), want{2, 8, 0}},
		{"no power poles", poles, polesOfAll, powerPoles(sharing.PowerPolesNone), want{1, 4, 4}},

		{"kinds of site left out", site, func(r *register) {
			for _, kind := range []string{"in_building", "small_cell", "vehicle", "ground", "rooftop"} {
				r.tenants(r.site(kind, 106, 20, func(s *registry.Site) { s.SiteKind = &kind }), "Viettel", "VNPT")
			}
			r.site("unknown kind", 106, 20)
		}, plain, want{2, 3, 3}},
		{"no kind of site left out", site, func(r *register) {
			r.tenants(r.site("S", 106, 20, func(s *registry.Site) { s.SiteKind = ptr("vehicle") }), "Viettel", "VNPT")
		}, set(func(d *sharing.Definition) { d.ExcludeSiteKinds = nil }), want{1, 1, 0}},

		{"the stock", site, aged("2024-12-31", "2025-01-01", "2026-01-01", ""), plain, want{4, 4, 0}},
		{"new since a day", site, aged("2024-12-31", "2025-01-01", "2026-01-01", ""), since, want{2, 2, 0}},

		{"ducts by number", ducts, func(r *register) { r.duct("a", 1, "Viettel", "VNPT"); r.duct("b", 9, "Viettel"); r.duct("c", 1) },
			set(func(d *sharing.Definition) { d.Measure = "count" }), want{1, 3, 0}},

		{"whatever its life", site, func(r *register) {
			for status, life := range map[registry.Status]func(*registry.Site){
				registry.Planned:           func(*registry.Site) {},
				registry.Approved:          func(*registry.Site) {},
				registry.UnderConstruction: func(*registry.Site) {},
				registry.Operating:         func(s *registry.Site) { s.OperatingFrom = dayPtr(sharingDay) },
				registry.Suspended:         func(s *registry.Site) { s.OperatingTo = dayPtr("2026-07-01") },
				registry.Decommissioned:    func(s *registry.Site) { s.OperatingTo = dayPtr(sharingDay) },
				registry.Removed:           func(s *registry.Site) { s.RemovedOn = dayPtr(sharingDay) },
			} {
				r.site(string(status), 106, 20, func(s *registry.Site) { s.Status = status; life(s) })
			}
		}, plain, want{0, 2, 0}},
		{"tenants of yesterday, today and tomorrow", site, func(r *register) {
			for code, period := range map[string][2]string{"ended": {"2020-01-01", sharingDay}, "last day": {"2020-01-01", "2026-07-01"},
				"first day": {sharingDay, "2027-01-01"}, "tomorrow": {"2026-07-01", "2027-01-01"}} {
				id := r.site(code, 106, 20, ownerPresent("Viettel"))
				r.tenancy(site, id, "VNPT", func(t *registry.Tenancy) { t.From, t.To = dayPtr(period[0]), dayPtr(period[1]) })
			}
		}, plain, want{2, 4, 0}},
		{"stations of yesterday, today and tomorrow", site, func(r *register) {
			for code, period := range map[string][2]string{"ended": {"2020-01-01", sharingDay}, "last day": {"2020-01-01", "2026-07-01"},
				"first day": {sharingDay, "2027-01-01"}, "tomorrow": {"2026-07-01", "2027-01-01"}} {
				id := r.site(code, 106, 20, ownerPresent("Viettel"))
				r.station(id, "VNPT", "4G", func(s *registry.Station) { s.OnAirFrom, s.OnAirTo = dayPtr(period[0]), dayPtr(period[1]) })
			}
		}, plain, want{2, 4, 0}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r := newRegister(t)
			r.telecom()
			c.world(r)
			q := postgres.SharingQuery{Definition: sharing.DefaultDefinition(c.asset), AsOf: day(sharingDay)}
			c.define(&q.Definition)
			got, err := r.db.Sharing(t.Context(), tester, q)
			if err != nil {
				t.Fatal(err)
			}
			if got.Numerator != c.want.n || got.Denominator != c.want.d || got.Excluded != c.want.excluded {
				t.Errorf("%v/%v and %d left out, want %+v", got.Numerator, got.Denominator, got.Excluded, c.want)
			}
			if (got.Ratio == nil) != (c.want.d == 0) {
				t.Errorf("ratio %v", got.Ratio)
			}
			if n, d, excluded := r.plainSharing(q); n != got.Numerator || d != got.Denominator || excluded != got.Excluded {
				t.Errorf("%v/%v and %d left out, plain SQL says %v/%v and %d", got.Numerator, got.Denominator, got.Excluded, n, d, excluded)
			}
			r.checkSharingRecords(q, got)
		})
	}
}

// checkSharingRecords holds the records behind a ratio to it.
func (r *register) checkSharingRecords(q postgres.SharingQuery, answer postgres.SharingAnswer) {
	r.Helper()
	var numerator, denominator float64
	err := r.db.SharingRecords(r.Context(), tester, q, func(record postgres.SharingRecord) error {
		denominator += record.WeightM
		if record.Shared {
			numerator += record.WeightM
		}
		return nil
	})
	if err != nil || math.Abs(numerator-answer.Numerator) > 1e-3 || math.Abs(denominator-answer.Denominator) > 1e-3 {
		r.Errorf("the records add up to %v/%v of %v/%v, %v", numerator, denominator, answer.Numerator, answer.Denominator, err)
	}
}

func TestSharingByLength(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.telecom()
	r.duct("shared", 1, "Viettel", "VNPT")
	r.duct("alone", 2, "Viettel")
	r.duct("empty", 1)
	q := postgres.SharingQuery{Definition: sharing.DefaultDefinition(registry.DuctKind), AsOf: day(sharingDay)}
	got, err := r.db.Sharing(t.Context(), tester, q)
	if err != nil {
		t.Fatal(err)
	}
	n, d, _ := r.plainSharing(q)
	if math.Abs(*got.Ratio-25) > 0.01 || math.Abs(got.Numerator-n) > 1e-3 || math.Abs(got.Denominator-d) > 2e-3 {
		t.Errorf("%v %% of %v m, plain SQL says %v/%v", *got.Ratio, got.Denominator, n, d)
	}
	r.checkSharingRecords(q, got)
}

// domain.md §10.3: exactly 30.0 % is not "trên 30 %".
func TestExactlyThirtyPercent(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.telecom()
	for i := range 10 {
		id := r.site(fmt.Sprint(i), 106, 20)
		if i < 3 {
			r.tenants(id, "Viettel", "VNPT")
		}
	}
	got, err := r.db.Sharing(t.Context(), tester, postgres.SharingQuery{Definition: sharing.DefaultDefinition(registry.SiteKind), AsOf: day(sharingDay)})
	if err != nil || *got.Ratio != 30 {
		t.Fatalf("%+v, %v", got, err)
	}
	for comparator, want := range map[string]sharing.Outcome{sharing.Above: sharing.OutcomeUnmet, sharing.AtLeast: sharing.OutcomeMet, sharing.Exactly: sharing.OutcomeMet} {
		if outcome, err := got.Compare(comparator, 30); err != nil || outcome != want {
			t.Errorf("30 %% %s 30: %s, %v", comparator, outcome, err)
		}
	}
}

func TestSharingRefuses(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.create(&registry.Unit{Level: registry.CommuneLevel, Code: "old", Name: "cũ", ValidTo: dayPtr("2025-07-01")})
	for name, change := range map[string]func(*postgres.SharingQuery){
		"a kind nobody knows":           func(q *postgres.SharingQuery) { q.Asset = "castle" },
		"a method nobody knows":         func(q *postgres.SharingQuery) { q.Method = "guess" },
		"new since no day":              func(q *postgres.SharingQuery) { q.Cohort = sharing.New },
		"sites by length":               func(q *postgres.SharingQuery) { q.Measure = "length" },
		"a grouping nobody knows":       func(q *postgres.SharingQuery) { q.By = "colour" },
		"a spatial grouping":            func(q *postgres.SharingQuery) { q.Method, q.By = sharing.MethodSpatial, "colour" },
		"a unit nobody knows":           func(q *postgres.SharingQuery) { q.Unit = "nowhere" },
		"a former unit without a place": func(q *postgres.SharingQuery) { q.Unit, q.AsOf = "old", day("2025-01-01") },
		"ducts by place": func(q *postgres.SharingQuery) {
			q.Asset, q.Method, q.Measure = registry.DuctKind, sharing.MethodSpatial, "count"
		},
	} {
		q := postgres.SharingQuery{Definition: sharing.DefaultDefinition(registry.SiteKind), AsOf: day(sharingDay)}
		change(&q)
		if _, err := r.db.Sharing(t.Context(), tester, q); registry.CodeOf(err) != registry.CodeInvalid {
			t.Errorf("%s: %v", name, err)
		}
	}
}
