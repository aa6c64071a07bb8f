package httpapi_test

import (
	"bytes"
	"net/http"
	"strings"
	"testing"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

// catalogue is what of the description the test reads.
type catalogue struct {
	Type     string            `json:"@type"`
	License  map[string]string `json:"dct:license"`
	Datasets []struct {
		ID            string            `json:"@id"`
		Identifier    string            `json:"dct:identifier"`
		Title         []any             `json:"dct:title"`
		License       map[string]string `json:"dct:license"`
		Frequency     map[string]string `json:"dct:accrualPeriodicity"`
		Modified      map[string]string `json:"dct:modified"`
		Distributions []struct {
			Access map[string]string `json:"dcat:accessURL"`
			Media  map[string]string `json:"dcat:mediaType"`
		} `json:"dcat:distribution"`
	} `json:"dcat:dataset"`
}

// Everything the catalogue names is there for everybody, of the media type it
// says, and none of it holds what is above the public's tier.
func TestOpenData(t *testing.T) {
	t.Parallel()
	s := newTrap(t)
	if _, err := s.db.Publish(t.Context(), registry.Command("test", "", ""), plan.Query{Indicator: "R_BTS_STOCK", AsOf: registry.NewDate(2026, 1, 1)}, ""); err != nil {
		t.Fatal(err)
	}
	public := s.as(t).with("Authorization", "").with("X-Forwarded-For", "203.0.113.9")
	var c catalogue
	answer := public.do(http.MethodGet, "/open-data", nil).want(http.StatusOK)
	answer.read(&c)
	base, _, _ := strings.Cut(c.Datasets[0].ID, "/open-data/")
	if c.Type != "dcat:Catalog" || !strings.HasPrefix(base, "http") || c.License["@id"] != "https://creativecommons.org/licenses/by/4.0/" {
		t.Errorf("%s", answer.body)
	}
	found, read := map[string]bool{}, 0
	for _, d := range c.Datasets {
		if found[d.Identifier] || len(d.Title) != 2 || d.License["@id"] == "" || d.Frequency["@id"] == "" || len(d.Distributions) == 0 {
			t.Errorf("%+v", d)
		}
		found[d.Identifier] = true
		urls := map[string]string{d.ID: "application/ld+json"}
		for _, way := range d.Distributions {
			urls[way.Access["@id"]] = strings.TrimPrefix(way.Media["@id"], "https://www.iana.org/assignments/media-types/")
		}
		for url, media := range urls {
			path, ours := strings.CutPrefix(url, base)
			got := public.do(http.MethodGet, path, nil)
			if !ours || got.status != http.StatusOK || !strings.HasPrefix(got.header.Get("Content-Type"), media) {
				t.Errorf("%s answers %d, %s, want %s: %.200s", url, got.status, got.header.Get("Content-Type"), media, got.body)
				continue
			}
			read++
			s.tellsNoMore(t, path, got.body)
		}
	}
	for _, n := range registry.Nouns {
		if found[n.Path] != (registry.TierOf(n.Name, "id") <= registry.CoarseTier) {
			t.Errorf("%s in the catalogue: %t", n.Path, found[n.Path])
		}
	}
	for _, name := range []string{"sites", "reported-values", "counts", "R_BTS_STOCK", "MBB_SUB", "published", "plan-hd-2023"} {
		if !found[name] {
			t.Errorf("%s is not in the catalogue", name)
		}
	}
	if read < 200 {
		t.Errorf("only %d distributions were read", read)
	}
	public.do(http.MethodGet, "/open-data/tenancies", nil).want(http.StatusNotFound)
}

// What tells whose works are where, and what was shown to the department, stays
// there; the numbers themselves are everybody's.
func TestNumbersOfThePublic(t *testing.T) {
	t.Parallel()
	s := newTrap(t)
	c := s.as(t)
	c.create("reported-values", record{"indicator": "MBB_SUB", "unit_code": "00001", "on": "2026-06-30", "value": 80, "source": "Sở", "evidence": "Biên bản số 7"})
	public := c.with("Authorization", "").with("X-Forwarded-For", "203.0.113.9")
	const reported = "/api/v1/indicators/MBB_SUB?unit=00001&as_of=2026-11-01"
	if got := c.do(http.MethodGet, reported, nil).want(http.StatusOK); !bytes.Contains(got.body, []byte(`"evidence":"Biên bản số 7"`)) {
		t.Errorf("the department is told %s", got.body)
	}
	if got := public.do(http.MethodGet, reported, nil).want(http.StatusOK); !bytes.Contains(got.body, []byte(`"evidence":null`)) || !bytes.Contains(got.body, []byte(`"value":80`)) {
		t.Errorf("the public is told %s", got.body)
	}
	for path, want := range map[string]int{
		"/api/v1/indicators/R_BTS_STOCK":                          http.StatusOK,
		"/api/v1/indicators/R_BTS_STOCK/by?by=commune":            http.StatusOK,
		"/api/v1/indicators/R_BTS_STOCK/by?by=owner":              http.StatusUnauthorized,
		"/api/v1/indicators/R_BTS_STOCK/by?by=operator":           http.StatusUnauthorized,
		"/api/v1/indicators/R_BTS_STOCK/by?by=tenant":             http.StatusUnauthorized,
		"/api/v1/indicators/R_BTS_STOCK?owner=VNPT":               http.StatusUnauthorized,
		"/api/v1/indicators/R_BTS_STOCK/series?operator=VNPT":     http.StatusUnauthorized,
		"/api/v1/indicators/R_BTS_STOCK/by?by=commune&owner=VNPT": http.StatusUnauthorized,
		"/api/v1/indicators/R_BTS_STOCK/records":                  http.StatusUnauthorized,
		"/api/v1/indicators/R_BTS_STOCK/sensitivity":              http.StatusUnauthorized,
		"/api/v1/plans/hd-2023/board":                             http.StatusOK,
		"/api/v1/reports/annual.xlsx?plan=hd-2023":                http.StatusUnauthorized,
	} {
		if got := public.do(http.MethodGet, path, nil); got.status != want {
			t.Errorf("%s answers the public %d, want %d: %s", path, got.status, want, got.body)
		}
	}
	if got := public.do(http.MethodGet, "/api/v1/indicators/R_BTS_STOCK", nil); bytes.Contains(got.body, []byte(`"owner"`)) {
		t.Errorf("the public is told of owners: %s", got.body)
	}
}

// tellsNoMore checks that an answer to the public holds nothing above its tier.
func (s *trap) tellsNoMore(t *testing.T, path string, body []byte) {
	t.Helper()
	text := plain(t, body)
	for f, secret := range s.secrets {
		if n := s.nouns[f]; registry.TierOf(n.Name, f.Name) > registry.CoarseTier && bytes.Contains(text, []byte(secret)) {
			t.Errorf("%s tells %s.%s", path, n.Name, f.Name)
		}
	}
	for _, digits := range []string{"8234567", "0345678", "8334567", "0445678"} {
		if bytes.Contains(text, []byte(digits)) {
			t.Errorf("%s tells an exact position", path)
		}
	}
}
