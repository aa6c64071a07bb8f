package httpapi_test

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

// A table's positions, grid and delimiter are the caller's to choose; what the
// format has no use for is refused; what CSV cannot say stands in headers.
func TestFileLayout(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	c.create("poles", record{"code": "C1", "height_m": 7.5, "geometry": point(105.9, 20.5), "operating_from": "2020-01-01"})
	for query, want := range map[string]string{
		"?crs=EPSG:9209":                       "X (bắc),Y (đông)\r\n",
		"?crs=EPSG:9209&geometry=wkt":          ",SRID=9209;POINT(54",
		"?delimiter=%3B":                       ";7,5;",
		"?delimiter=%3B&as_of=2020-01-01":      ";105,9;20,5\r\n",
		"?delimiter=%09&crs=EPSG:9209":         "X (bắc)\tY (đông)\r\n",
		"?geometry=wkt":                        ",POINT(105.9 20.5)\r\n",
		"?geometry=none&fake=":                 "",
		"?crs=EPSG:4756":                       "",
		"?crs=EPSG:6956":                       "",
		"?delimiter=a":                         "",
		"?geometry=point":                      "",
		"?geometry=lonlat&geometry=wkt":        "",
		"?geometry=none&as_of=2020-01-01":      ",to_remove\r\n",
		"?geometry=wkt&crs=EPSG:4756":          ",SRID=4756;POINT(105.89",
		"?geometry=wkt&crs=EPSG:4326":          ",POINT(105.9 20.5)\r\n",
		"?geometry=lonlat&bbox=105,20,106,21":  "lon,lat\r\n",
		"?geometry=lonlat&crs=urn:ogc:def:crs": "",
	} {
		status := http.StatusOK
		if want == "" {
			status = http.StatusBadRequest
		}
		a := c.do(http.MethodGet, "/api/v1/export/poles.csv"+query, nil).want(status)
		if !strings.Contains(string(a.body), want) {
			t.Errorf("%s lacks %q:\n%s", query, want, a.body)
		}
		written, err := time.Parse(time.RFC3339, a.header.Get("Hatangso-Written"))
		if told := err == nil && time.Since(written) < time.Minute && a.header.Get("Hatangso-Source") == "hatangso"; told != (want != "") {
			t.Errorf("%s is said to come from %q of %q", query, a.header.Get("Hatangso-Source"), a.header.Get("Hatangso-Written"))
		}
		if want != "" && strings.Contains(query, "as_of") != (a.header.Get("Hatangso-As-Of") == "2020-01-01") {
			t.Errorf("%s is of %q", query, a.header.Get("Hatangso-As-Of"))
		}
	}
	a := c.do(http.MethodGet, "/api/v1/export/poles.csv?as_of=2020-01-01&delimiter=%3B", nil).want(http.StatusOK)
	if got := a.header.Get("Hatangso-Filter"); got != "as_of=2020-01-01&delimiter=%3B" {
		t.Errorf("the filter is %q", got)
	}
	for _, file := range []string{"poles.geojson?crs=EPSG:9209", "poles.kml?geometry=wkt", "poles.xlsx?delimiter=%3B", "ducts.csv?geometry=lonlat"} {
		c.do(http.MethodGet, "/api/v1/export/"+file, nil).want(http.StatusBadRequest)
	}
}
