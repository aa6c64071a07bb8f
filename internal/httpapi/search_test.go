package httpapi_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/hatangso/hatangso/internal/httpapi"
)

// Text is found whatever the accents, the tone placement, the case and the
// punctuation it is asked with.
func TestSearch(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	here := point(105.8, 21)
	c.create("organizations", record{"code": "VTL", "name": "Tập đoàn Công nghiệp – Viễn thông Quân đội"})
	c.create("sites", record{"code": "HPG-001", "name": "Trạm Thủy Nguyên", "road": "Đường Lê Lợi", "geometry": here})
	c.create("sites", record{"code": "HPG-002", "name": "Trạm Hòa Bình", "address": "Số 12, ngõ 5 Trần Phú", "geometry": here})
	c.create("sites", record{"code": "100%_\\", "geometry": here})
	c.create("villages", record{"code": "T1", "name": "Thôn Đông Hoà"})
	c.create("units", record{"level": "commune", "code": "11", "name": "Phường Ái Quốc"})
	site := c.list("/api/v1/sites")[0]
	c.create("masts", record{"code": "Cột số 1", "site": site.id()})
	c.create("stations", record{"code": "4G-1", "name": "Thủy Nguyên 4G", "site": site.id(), "operator": "VTL", "technology": "4G"})
	c.create("tenancies", record{"asset_kind": "site", "asset": site.id(), "tenant": "VTL", "contract": "HĐ-12/2024"})
	c.create("permits", record{"asset_kind": "site", "asset": site.id(), "basis": "permit", "number": "15/GPXD"})
	c.create("certificates", record{"site": site.id(), "number": "KĐ 77"})
	for query, want := range map[string]string{
		"sites thủy nguyên":             "HPG-001",
		"sites THUỶ NGUYÊN":             "HPG-001",
		"sites thuy nguyen":             "HPG-001",
		"sites Thu\u0309y Nguye\u0302n": "HPG-001", // decomposed
		"sites nguyên thủy lợi":         "HPG-001", // words in any order, of any column
		"sites duong le loi":            "HPG-001",
		"sites hoà":                     "HPG-002",
		"sites so 12 ngo 5":             "HPG-002",
		"sites hpg":                     "HPG-001 HPG-002",
		"sites HPG 001":                 "HPG-001",
		"sites hpg-00":                  "HPG-001 HPG-002",
		"sites 100":                     "100%_\\",
		"sites 0%0":                     "HPG-001 HPG-002 100%_\\", // no pattern: words 0 and 0
		"sites hải":                     "",
		"organizations quan doi":        "VTL",
		"villages dong hoa":             "T1",
		"units ai quoc":                 "11",
		"masts cột":                     "Cột số 1",
		"stations thuy":                 "4G-1",
	} {
		path, text, _ := strings.Cut(query, " ")
		if got := codesOf(c.list("/api/v1/" + path + "?q=" + url.QueryEscape(text))); got != want {
			t.Errorf("%s: %q, want %q", query, got, want)
		}
	}
	for _, query := range []string{"tenancies?q=hd+12", "permits?q=gpxd", "certificates?q=k%C4%91"} {
		if got := c.list("/api/v1/" + query); len(got) != 1 {
			t.Errorf("%s gives %v", query, got)
		}
	}
	get := func(path string) answer { return c.do(http.MethodGet, "/api/v1/"+path, nil) }
	get("sites?q=%2E%2E").refused(http.StatusBadRequest, "parameter.invalid q")
	get("sites?q="+strings.Repeat("a", 101)).refused(http.StatusBadRequest, "parameter.invalid q")
	get("statements?q=a").refused(http.StatusBadRequest, "parameter.unknown q")
	if got := string(get("export/sites.csv?q=thuy").want(http.StatusOK).body); !strings.Contains(got, "HPG-001") || strings.Contains(got, "HPG-002") {
		t.Errorf("the export has %s", got)
	}
}

// What is found stands in the order of how near it comes to what is asked, and by
// nouns; of each no more than asked for, and only what was there on the day.
func TestSearchOrder(t *testing.T) {
	t.Parallel()
	c := serveWith(t, httpapi.Options{PublicReading: true, PublicURL: &url.URL{Scheme: "https", Host: "hatang.example.vn"}}).as(t)
	for code, name := range map[string]string{
		"V-1": "Xuân Hải 1", "V-2": "An Hải 10", "V-3": "An Hải 2", "V-4": "An Hai 1", "V-5": "Hải An", "V-6": "Tân Hải",
		"HPG-1": "Trạm dừng", "HPG-12": "HPG", "HPG-123": "Sao Mai",
	} {
		c.create("sites", record{"code": code, "name": name, "geometry": point(105.8, 21), "operating_from": "2020-01-01"})
	}
	c.create("sites", record{"code": "V-7", "name": "An Hải 7", "geometry": point(105.8, 21), "operating_from": "2024-01-01"})
	c.create("sites", record{"code": "V-9", "name": "An Hải 9", "geometry": point(105.8, 21), "status": "planned"})
	c.create("sites", record{"code": "V-8", "address": "Xã An Hải", "geometry": point(105.8, 21), "operating_from": "2020-01-01"})
	c.create("manholes", record{"code": "AN HAI", "geometry": point(105.8, 21), "operating_from": "2020-01-01"})
	c.create("villages", record{"code": "T1", "name": "An Hải"})
	c.create("organizations", record{"code": "VTL", "name": "VTL"})
	c.create("planned-works", record{"code": "W1", "name": "Hạ ngầm đường Phú Sơn", "owner": "VTL", "work_kind": "duct_line", "starts_on": "2025-05-01", "ends_on": "2025-09-01", "geometry": line(105.8, 21, 105.81, 21)})
	for _, x := range []struct{ query, want string }{
		// accents count when they are typed; what an address says comes last
		{"limit=20&q=an+hải", "V-3 V-2 V-4 V-5 V-8 T1 AN HAI"},
		{"limit=20&q=an+hai", "V-4 V-3 V-2 V-5 V-8 T1 AN HAI"},
		// letters within a word count from three on
		{"q=uan", "V-1"},
		{"q=ua", ""},
		{"q=ha+ngam&ahead=true", "W1"},
		{"q=ha+ngam", ""},
		{"limit=1&q=AN+HẢI", "V-3 T1 AN HAI"},
		{"limit=20&q=an+hải+7", ""}, // not yet there
		{"limit=20&q=an+hải+9", ""},
		{"limit=20&q=an+hải+9&ahead=true", "V-9"},
		{"q=hpg-1", "HPG-1 HPG-12 HPG-123"},
		{"q=hpg", "HPG-12 HPG-123 HPG-1"},
		{"q=an+hai+khong", ""},
	} {
		var answer struct {
			AsOf string `json:"as_of"`
			Hits []record
		}
		c.do(http.MethodGet, "/api/v1/search?as_of=2023-06-30&"+x.query, nil).want(http.StatusOK).read(&answer)
		if got := codesOf(answer.Hits); got != x.want || answer.AsOf != "2023-06-30" {
			t.Errorf("%s gives %q on %s, want %q", x.query, got, answer.AsOf, x.want)
		}
	}
	public := c.with("Authorization", "")
	for query, want := range map[string]int{"q=ha+ngam&ahead=true": 0, "q=an+hai": 1} { // villages are the public's to know, works and names of sites are not
		var answer struct{ Hits []record }
		public.do(http.MethodGet, "/api/v1/search?as_of=2023-06-30&"+query, nil).want(http.StatusOK).read(&answer)
		if len(answer.Hits) != want {
			t.Errorf("the public finds %v by %s", answer.Hits, query)
		}
	}
	c.do(http.MethodGet, "/api/v1/search", nil).refused(http.StatusBadRequest, "parameter.invalid q")
	c.do(http.MethodGet, "/api/v1/search?q=a&limit=21", nil).refused(http.StatusBadRequest, "parameter.invalid limit")
}

// The tenants of assets, the technologies of sites, the units of everything.
func TestFiltersByOthers(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	for _, code := range []string{"VTL", "VNPT", "MBF"} {
		c.create("organizations", record{"code": code, "name": code})
	}
	province := c.create("units", record{"level": "province", "code": "31", "name": "Thành phố Hải Phòng", "province": "31"})
	east := c.create("units", record{"level": "commune", "code": "311", "name": "Phường Đông", "province": "31", "parent": province.id(), "geometry": square(106, 20, 0.2)})
	c.create("units", record{"level": "commune", "code": "999", "name": "Xã Tây", "geometry": square(103, 20, 0.2)})
	sites := map[string]record{}
	for code, lon := range map[string]float64{"S1": 106, "S2": 106.01, "S3": 103} {
		sites[code] = c.create("sites", record{"code": code, "geometry": point(lon, 20), "operating_from": "2018-01-01"})
	}
	rent := func(site, tenant, from string, to any) {
		c.create("tenancies", record{"asset_kind": "site", "asset": sites[site].id(), "tenant": tenant, "from": from, "to": to})
	}
	rent("S1", "VNPT", "2020-01-01", "2022-01-01")
	rent("S2", "VNPT", "2021-01-01", nil)
	for i, s := range []record{
		{"site": "S1", "operator": "MBF", "technology": "4G", "on_air_from": "2020-06-01"},
		{"site": "S3", "operator": "MBF", "technology": "5G", "on_air_from": "2024-06-01", "on_air_to": "2025-01-01"},
		{"site": "S3", "operator": "MBF", "technology": "5G", "on_air_from": "2199-01-01"},
	} {
		s["code"], s["site"] = fmt.Sprint("T", i), sites[s["site"].(string)].id()
		c.create("stations", s)
	}
	c.create("permits", record{"asset_kind": "site", "asset": sites["S1"].id(), "basis": "permit", "number": "in"})
	c.create("certificates", record{"site": sites["S3"].id(), "number": "out"})
	village := c.create("villages", record{"code": "T1", "name": "Thôn 1", "geometry": point(106, 20)})
	c.create("statements", record{"village": village.id(), "layer": "declared", "service": "fibre", "state": "covered"})
	sorted := func(path string) string {
		codes := map[string]bool{}
		for _, r := range c.list("/api/v1/" + path) {
			codes[fmt.Sprint(r["code"])] = true
		}
		var out []string
		for _, code := range []string{"S1", "S2", "S3", "31", "311", "999"} {
			if codes[code] {
				out = append(out, code)
			}
		}
		return strings.Join(out, " ")
	}
	for query, want := range map[string]string{
		"sites?tenant=VNPT":                    "S2",
		"sites?tenant=VNPT&as_of=2021-06-01":   "S1 S2",
		"sites?tenant=VNPT&as_of=2020-06-01":   "S1",
		"sites?tenant=MBF":                     "S1",
		"sites?tenant=MBF&as_of=2024-12-31":    "S1 S3",
		"sites?tenant=VTL":                     "",
		"poles?tenant=VNPT":                    "",
		"sites?technology=5G":                  "",
		"sites?technology=5G&as_of=2024-07-01": "S3",
		"sites?technology=4G&tenant=MBF":       "S1",
		"sites?unit=31&tenant=MBF":             "S1",
		"units?unit=31":                        "31 311",
		"units?unit=311":                       "311",
		"units?unit=999":                       "999",
	} {
		if got := sorted(query); got != want {
			t.Errorf("%s gives %q, want %q", query, got, want)
		}
	}
	for query, want := range map[string]int{
		"permits?unit=31": 1, "permits?unit=999": 0, "certificates?unit=31": 0, "certificates?unit=999": 1, "statements?unit=31": 1, "statements?unit=999": 0,
	} {
		if got := len(c.list("/api/v1/" + query)); got != want {
			t.Errorf("%s gives %d, want %d", query, got, want)
		}
	}
	// when the commune is no more, what lay in it is found by its boundary
	c.with("If-Match", east.etag("unit")).do(http.MethodPatch, fmt.Sprintf("/api/v1/units/%d", east.id()), record{"valid_to": "2025-07-01"}).want(http.StatusOK)
	for query, want := range map[string]int{
		"permits?unit=311": -1, "units?unit=311&as_of=2025-06-30": 1, "sites?unit=311&as_of=2025-06-30": 2,
	} {
		if a := c.do(http.MethodGet, "/api/v1/"+query, nil); want < 0 {
			a.refused(http.StatusBadRequest, "parameter.invalid unit")
		} else if got := len(c.list("/api/v1/" + query)); got != want {
			t.Errorf("%s gives %d, want %d", query, got, want)
		}
	}
	// what is not known is said, with the nearest that is
	for query, near := range map[string]string{
		"sites?owner=VNP": "VNPT", "sites?tenant=VTLL": "VTL", "stations?owner=mbf": "MBF", "sites?unit=998": "999", "sites?unit=xa+tay": "999",
		"stations?technology=4g": "4G", "sites?status=operatin": "operating", "indicators/sharing?by=comune": "commune", "changes?noun=pols": "poles",
	} {
		p := c.do(http.MethodGet, "/api/v1/"+query, nil).refused(http.StatusBadRequest)
		if len(p.Faults) != 1 || !strings.Contains(p.Faults[0].Mend.VI, near) || p.Faults[0].Rule != "parameter.invalid" {
			t.Errorf("%s says %+v, want %s", query, p.Faults, near)
		}
	}
}
