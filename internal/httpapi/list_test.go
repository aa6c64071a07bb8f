package httpapi_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
)

// Pages give each record once, whatever is added between them.
func TestPages(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	add := func(i int) { c.create("poles", record{"code": fmt.Sprintf("C%02d", i), "geometry": point(105.8, 21)}) }
	for i := range 7 {
		add(i)
	}
	var codes []string
	next, added := new(string), 7
	*next = "/api/v1/poles?limit=3&status=operating"
	for next != nil {
		var page struct {
			Items []record
			Next  *string
		}
		c.do(http.MethodGet, *next, nil).want(http.StatusOK).read(&page)
		if len(page.Items) > 3 || len(page.Items) == 0 {
			t.Fatalf("a page of %d", len(page.Items))
		}
		for _, r := range page.Items {
			codes = append(codes, r["code"].(string))
		}
		if next = page.Next; next != nil && !strings.Contains(*next, "status=operating") {
			t.Errorf("next forgets the filter: %s", *next)
		}
		add(added)
		added++
	}
	if got, want := strings.Join(codes, " "), "C00 C01 C02 C03 C04 C05 C06 C07 C08"; got != want {
		t.Errorf("pages give %s", got)
	}
	var last struct{ Next *string }
	c.do(http.MethodGet, "/api/v1/poles?limit=10", nil).want(http.StatusOK).read(&last)
	if last.Next != nil {
		t.Errorf("a full last page says next is %s", *last.Next)
	}
}

func TestFilters(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	for _, code := range []string{"VTL", "VNPT"} {
		c.create("organizations", record{"code": code, "name": code})
	}
	here, there := point(105.8, 21), point(108.2, 16)
	c.create("sites", record{"code": "S1", "owner": "VTL", "geometry": here, "operating_from": "2020-01-01"})
	c.create("sites", record{"code": "S2", "owner": "VNPT", "geometry": there, "operating_from": "2022-01-01", "operating_to": "2024-01-01", "status": "decommissioned"})
	c.create("sites", record{"code": "S3", "geometry": there, "status": "planned", "planned_on": "2027-01-01"})
	sites := c.list("/api/v1/sites")
	for i, technology := range []string{"4G", "5G"} {
		c.create("stations", record{"code": "T" + technology, "site": sites[i].id(), "operator": "VTL", "technology": technology, "on_air_from": "2021-01-01"})
		c.create("masts", record{"code": "M" + technology, "site": sites[i].id()})
	}
	c.create("tenancies", record{"asset_kind": "site", "asset": sites[0].id(), "tenant": "VNPT", "from": "2023-01-01"})
	for query, want := range map[string]string{
		"sites":                        "S1 S2 S3",
		"sites?bbox=105,20,106,22":     "S1",
		"sites?bbox=108.2,16,108.2,16": "S2 S3",
		"sites?bbox=0,0,1,1":           "",
		"sites?owner=VTL":              "S1",
		"sites?tenant=VNPT":            "S1",
		"sites?status=planned":         "S3",
		"sites?as_of=2019-12-31":       "",
		"sites?as_of=2020-01-01":       "S1",
		"sites?as_of=31/12/2023":       "S1 S2",
		"sites?as_of=2024-01-01":       "S1",
		"sites?as_of=2023-01-01&owner=VNPT&bbox=108,15,109,17": "S2",
		"stations?technology=5G":                               "T5G",
		"stations?owner=VTL&as_of=2021-01-01":                  "T4G T5G",
		"stations?bbox=105,20,106,22":                          "T4G",
		"stations?as_of=2020-12-31":                            "",
		fmt.Sprint("stations?site=", sites[0].id()):            "T4G",
		fmt.Sprint("masts?site=", sites[1].id()):               "M5G",
		"masts?owner=VNPT":                                     "M5G",
	} {
		if got := codesOf(c.list("/api/v1/" + query)); got != want {
			t.Errorf("%s gives %q, want %q", query, got, want)
		}
	}
	for query, want := range map[string]int{
		"tenancies?owner=VNPT": 1, "tenancies?owner=VTL": 0, "tenancies?as_of=2022-12-31": 0, "tenancies?as_of=2023-01-01": 1,
		fmt.Sprint("tenancies?asset_kind=site&asset=", sites[0].id()): 1, "tenancies?asset_kind=pole": 0,
	} {
		if got := len(c.list("/api/v1/" + query)); got != want {
			t.Errorf("%s gives %d, want %d", query, got, want)
		}
	}
}

// Codes of communes were given to others on 2025-07-01: a code means the unit
// it named on the day that is asked of.
func TestUnitCodeUsedAgain(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	const code = "10525"
	province := c.create("units", record{"level": "province", "code": "31", "name": "Thành phố Hải Phòng", "province": "31"})
	c.create("units", record{"level": "commune", "code": code, "name": "Phường Ái Quốc", "valid_to": "2025-07-01", "geometry": square(106.3, 20.9, 0.1)})
	c.create("units", record{"level": "commune", "code": code, "name": "Phường Thành Đông", "valid_from": "2025-07-01", "province": "31",
		"parent": province.id(), "geometry": square(106.5, 20.9, 0.1)})
	c.create("organizations", record{"code": "VTL", "name": "Viettel"})
	was := c.create("poles", record{"code": "was", "geometry": point(106.3, 20.9), "operating_from": "2020-01-01"})
	is := c.create("poles", record{"code": "is", "geometry": point(106.5, 20.9), "operating_from": "2020-01-01"})
	for _, pole := range []record{was, is} {
		c.create("tenancies", record{"asset_kind": "pole", "asset": pole.id(), "tenant": "VTL", "from": "2020-01-01", "placement": "cable", "note": pole["code"]})
	}
	c.create("villages", record{"code": "is", "name": "Thôn Đông", "geometry": point(106.51, 20.9)})
	if is["commune_code"] != code || is["commune"] != "Phường Thành Đông" || is["province"] != "31" || was["commune_code"] != nil {
		t.Errorf("resolved as %v %v %v, %v", is["commune_code"], is["commune"], is["province"], was["commune_code"])
	}
	for query, want := range map[string]string{
		"poles?unit=10525":                     "is",
		"poles?unit=10525&as_of=2025-06-30":    "was",
		"poles?unit=10525&as_of=2025-07-01":    "is",
		"poles?unit=31":                        "is",
		"poles?unit=31&as_of=2025-07-01":       "is",
		"villages?unit=10525":                  "is",
		"villages?unit=10525&as_of=2025-06-30": "",
		"units?as_of=2025-06-30":               "31 10525",
		"units?as_of=2025-07-01":               "31 10525",
	} {
		if got := codesOf(c.list("/api/v1/" + query)); got != want {
			t.Errorf("%s gives %q, want %q", query, got, want)
		}
	}
	for query, want := range map[string]string{"tenancies?unit=10525": "is", "tenancies?unit=10525&as_of=2025-06-30": "was"} {
		if got := c.list("/api/v1/" + query); len(got) != 1 || got[0]["note"] != want {
			t.Errorf("%s gives %v, want that of the pole %s", query, got, want)
		}
	}
	names := map[string]bool{}
	for _, day := range []string{"2025-06-30", "2025-07-01"} {
		for _, u := range c.list("/api/v1/units?as_of=" + day) {
			names[day+" "+u["name"].(string)] = true
		}
	}
	if !names["2025-06-30 Phường Ái Quốc"] || !names["2025-07-01 Phường Thành Đông"] || len(names) != 4 {
		t.Errorf("units by day: %v", names)
	}
	p := c.do(http.MethodPost, "/api/v1/units", record{"level": "commune", "code": code, "name": "Xã Khác", "valid_from": "2025-06-01", "valid_to": "2025-08-01"}).
		refused(http.StatusConflict)
	if !strings.Contains(p.Detail, "đơn vị") {
		t.Errorf("the conflict says %q", p.Detail)
	}
	if p := c.do(http.MethodGet, "/api/v1/poles?unit=10526", nil).refused(http.StatusBadRequest); !strings.Contains(p.Detail, "10526") {
		t.Errorf("an unknown unit says %q", p.Detail)
	}
}

// A mast is there while its site is: not before it is built, nor once it is gone.
func TestMastsOfTheirSites(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	for code, life := range map[string]record{
		"PLANNED": {"status": "planned"},
		"BUILDS":  {"status": "under_construction", "approved_on": "2026-01-01"},
		"STANDS":  {"operating_from": "2020-01-01"},
		"GONE":    {"operating_from": "2010-01-01", "operating_to": "2022-01-01", "status": "decommissioned"},
	} {
		life["code"], life["geometry"] = code, point(105.8, 21)
		site := c.create("sites", life)
		c.create("masts", record{"code": code, "site": site.id()})
		c.create("masts", record{"code": code + "-2", "site": site.id(), "operating_from": "2021-01-01"})
	}
	for day, want := range map[string]string{"1900-01-01": "", "2012-06-30": "GONE", "2021-06-30": "GONE GONE-2 STANDS STANDS-2", "2023-06-30": "STANDS STANDS-2"} {
		for _, path := range []string{"/api/v1/masts?as_of=" + day, "/ogc/collections/masts/items?datetime=" + day} {
			var answer struct {
				Items    []record
				Features []struct{ Properties record }
			}
			c.do(http.MethodGet, path, nil).want(http.StatusOK).read(&answer)
			for _, f := range answer.Features {
				answer.Items = append(answer.Items, f.Properties)
			}
			codes := strings.Fields(codesOf(answer.Items))
			slices.Sort(codes)
			if got := strings.Join(codes, " "); got != want {
				t.Errorf("%s gives %q, want %q", path, got, want)
			}
		}
	}
}
