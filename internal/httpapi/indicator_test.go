package httpapi_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/sharing"
)

// town makes two communes with four sites: one with two operators, one with
// one, one empty, one with one operator beside it 5 m away.
func town(c client) (sites map[string]record) {
	c.Helper()
	c.create("units", record{"level": "province", "code": "31", "name": "Thành phố Hải Phòng", "province": "31"})
	c.create("units", record{"level": "commune", "code": "1", "name": "Phường Đông", "province": "31", "parent": 1, "unit_kind": "phuong", "geometry": square(106.3, 20.9, 0.1)})
	c.create("units", record{"level": "commune", "code": "2", "name": "Xã Tây", "province": "31", "parent": 1, "unit_kind": "xa", "geometry": square(106.5, 20.9, 0.1)})
	for _, code := range []string{"VTL", "VNPT"} {
		c.create("organizations", record{"code": code, "name": code})
	}
	sites = map[string]record{}
	for _, at := range []struct {
		code string
		lon  float64
	}{{"one", 106.5}, {"both", 106.3}, {"empty", 106.52}, {"beside", 106.50003}} {
		sites[at.code] = c.create("sites", record{"code": at.code, "geometry": point(at.lon, 20.9), "operating_from": "2020-01-01"})
	}
	sites["indoor"] = c.create("sites", record{"code": "indoor", "site_kind": "in_building", "geometry": point(106.31, 20.9), "operating_from": "2020-01-01"})
	rent := func(site, tenant, from string) {
		c.create("tenancies", record{"asset_kind": "site", "asset": sites[site].id(), "tenant": tenant, "from": from})
	}
	rent("both", "VTL", "2020-01-01")
	rent("both", "VNPT", "2024-01-01")
	rent("one", "VTL", "2020-01-01")
	rent("beside", "VNPT", "2020-01-01")
	return sites
}

func TestSharing(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	sites := town(c)
	ask := func(query string) (a postgres.SharingAnswer) {
		t.Helper()
		c.do(http.MethodGet, "/api/v1/indicators/sharing?"+query, nil).want(http.StatusOK).read(&a)
		return a
	}
	for query, want := range map[string]string{
		"":                                "1/4",
		"as_of=2023-12-31":                "0/4",
		"as_of=2019-12-31":                "0/0",
		"unit=1":                          "1/1",
		"unit=2":                          "0/3",
		"unit=31":                         "1/4",
		"exclude_site_kinds=none":         "1/5",
		"method=spatial":                  "2/2",
		"method=spatial&merge_distance=2": "1/3",
		"method=spatial&as_of=2019-12-31": "0/0",
		"confirmed_only=true":             "0/4",
		"asset=poles":                     "0/0",
		"asset=ducts":                     "0/0",
		"cohort=new&since=2021-01-01":     "0/0",
	} {
		a := ask(query)
		if got := fmt.Sprintf("%v/%v", a.Numerator, a.Denominator); got != want {
			t.Errorf("sharing?%s is %s, want %s", query, got, want)
		}
		if (a.Ratio == nil) != (a.Denominator == 0) {
			t.Errorf("sharing?%s: ratio %v of %v", query, a.Ratio, a.Denominator)
		}
	}
	if a := ask(""); a.Excluded != 1 || a.Query.Asset != registry.SiteKind || a.Query.AsOf.IsZero() || *a.Ratio != 25 {
		t.Errorf("the answer does not explain itself: %+v", a)
	}
	groups := func(query string) string {
		var out []string
		for _, g := range ask(query).Groups {
			out = append(out, fmt.Sprintf("%s %v/%v", g.Key, g.Numerator, g.Denominator))
		}
		return strings.Join(out, ", ")
	}
	for query, want := range map[string]string{
		"by=commune": "1 1/1, 2 0/3", "by=province": "31 1/4", "by=operator": "VNPT 1/2, VTL 1/2",
		"by=commune&method=spatial": "1 1/1, 2 1/1", "by=province&method=spatial": "31 2/2",
	} {
		if got := groups(query); got != want {
			t.Errorf("%s: %s, want %s", query, got, want)
		}
	}
	records := func(query string) (out []postgres.SharingRecord) {
		var a struct{ Items []postgres.SharingRecord }
		c.do(http.MethodGet, "/api/v1/indicators/sharing/records?"+query, nil).want(http.StatusOK).read(&a)
		return a.Items
	}
	shared := 0
	for _, r := range records("") {
		if r.Shared {
			shared++
			if r.IDs[0] != sites["both"].id() || fmt.Sprint(r.Tenants) != "[VNPT VTL]" {
				t.Errorf("shared is %+v", r)
			}
		}
	}
	if got := len(records("")); got != 4 || shared != 1 {
		t.Errorf("%d of %d records shared, want 1 of 4", shared, got)
	}
	if got := records("method=spatial"); len(got) != 2 || len(got[0].IDs)+len(got[1].IDs) != 3 {
		t.Errorf("positions by place: %+v", got)
	}
	var curve struct{ Items []sharing.Result }
	c.do(http.MethodGet, "/api/v1/indicators/sharing-sensitivity?from=0&to=10&steps=3", nil).want(http.StatusOK).read(&curve)
	var steps []string
	for _, r := range curve.Items {
		steps = append(steps, fmt.Sprintf("%v m %v/%v", *r.MergeDistanceM, r.Numerator, r.Denominator))
	}
	if got, want := strings.Join(steps, ", "), "0 m 1/3, 5 m 2/2, 10 m 2/2"; got != want {
		t.Errorf("the curve is %s, want %s", got, want)
	}
}

func TestCoverage(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	sites := town(c)
	c.create("stations", record{"code": "T1", "site": sites["both"].id(), "operator": "VTL", "technology": "4G", "on_air_from": "2022-01-01"})
	village := func(code string, geometry any, clusters ...record) record {
		return c.create("villages", record{"code": code, "name": "Thôn " + code, "geometry": geometry, "clusters": clusters, "population": 100, "households": 30})
	}
	village("covered", point(106.301, 20.9))
	village("dented", point(106.302, 20.9), record{"name": "Xóm Núi", "lon": 106.9, "lat": 20.9})
	white := village("white", point(106.5, 20.9))
	village("unknown", nil)
	c.create("statements", record{"village": white.id(), "layer": "verified", "service": "mobile", "state": "covered", "from": "2023-01-01"})
	ask := func(query string) (a postgres.CoverageAnswer) {
		t.Helper()
		c.do(http.MethodGet, "/api/v1/indicators/coverage?"+query, nil).want(http.StatusOK).read(&a)
		return a
	}
	for query, want := range map[string]string{
		"":                    "3 villages, 2 covered, 1 dented, 1 white, 1 unknown",
		"as_of=2021-12-31":    "3 villages, 0 covered, 0 dented, 3 white, 1 unknown",
		"technology=5G":       "3 villages, 0 covered, 0 dented, 3 white, 1 unknown",
		"operator=VTL":        "3 villages, 2 covered, 1 dented, 1 white, 1 unknown",
		"operator=VNPT":       "3 villages, 0 covered, 0 dented, 3 white, 1 unknown",
		"unit=1":              "2 villages, 2 covered, 1 dented, 0 white, 0 unknown",
		"unit=2":              "1 villages, 0 covered, 0 dented, 1 white, 0 unknown",
		"within=50":           "3 villages, 0 covered, 0 dented, 3 white, 1 unknown",
		"service=fibre":       "3 villages, 0 covered, 0 dented, 3 white, 1 unknown",
		"by=commune&within=1": "3 villages, 0 covered, 0 dented, 3 white, 1 unknown",
	} {
		s := ask(query).Computed
		if got := fmt.Sprintf("%d villages, %d covered, %d dented, %d white, %d unknown", s.Villages, s.Covered, s.Dented, s.White, s.Unknown); got != want {
			t.Errorf("coverage?%s is %s, want %s", query, got, want)
		}
	}
	if a := ask(""); a.Published.Covered != 1 || a.Verified.Villages != 1 || a.Discrepancies != 1 || len(a.Query.Technologies) == 0 ||
		*a.Computed.PopulationRatio != 100*200.0/300 {
		t.Errorf("%+v", a)
	}
	for query, want := range map[string]string{
		"by=commune": " 0/0, 1 2/2, 2 0/1", "by=province": " 0/0, 31 2/3", "by=operator": "VNPT 0/3, VTL 2/3",
	} {
		var got []string
		for _, g := range ask(query).Groups {
			got = append(got, fmt.Sprintf("%s %d/%d", g.Key, g.Computed.Covered, g.Computed.Villages))
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("coverage?%s: %q, want %q", query, got, want)
		}
	}
	var records struct{ Items []postgres.CoverageRecord }
	c.do(http.MethodGet, "/api/v1/indicators/coverage/records", nil).want(http.StatusOK).read(&records)
	var states []string
	for _, r := range records.Items {
		states = append(states, fmt.Sprintf("%s %s %s %q", r.Code, r.Computed.State, r.Published, r.Layer))
	}
	if got, want := strings.Join(states, ", "), `covered covered unknown "", dented dented unknown "", white white covered "verified", unknown unknown unknown ""`; got != want {
		t.Errorf("records are %s, want %s", got, want)
	}
	var near struct {
		To    string
		Items []postgres.Nearest
	}
	c.do(http.MethodGet, "/api/v1/indicators/nearest?of=villages&to=sites", nil).want(http.StatusOK).read(&near)
	if len(near.Items) != 4 || near.To != "site" || near.Items[0].AssetCode != "both" || *near.Items[0].DistanceM < 100 || *near.Items[0].DistanceM > 110 ||
		near.Items[3].DistanceM != nil {
		t.Errorf("nearest: %+v", near)
	}
	c.do(http.MethodGet, "/api/v1/indicators/nearest", nil).want(http.StatusOK).read(&near)
	if len(near.Items) != 4 || near.Items[0].DistanceM != nil || near.Items[0].Asset != 0 {
		t.Errorf("nearest of no service points: %+v", near)
	}
}
