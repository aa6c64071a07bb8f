package httpapi_test

import (
	"archive/zip"
	"bytes"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/hatangso/hatangso/internal/httpapi"
)

// file asks for a file of QGIS's, which the document of /api/v1 does not describe.
func (c client) file(path string) answer {
	c.Helper()
	out, err := http.DefaultClient.Do(c.request(http.MethodGet, path, nil))
	if err != nil {
		c.Fatalf("%s: %v", path, err)
	}
	defer out.Body.Close()
	a := answer{tb: c.tb, status: out.StatusCode, header: out.Header}
	if a.body, err = io.ReadAll(out.Body); err != nil {
		c.Fatalf("%s: %v", path, err)
	}
	return a
}

// Each reader's files hold the layers they may see and that are not empty, at
// the public address, and no secret.
func TestQGISFiles(t *testing.T) {
	t.Parallel()
	s := serveWith(t, httpapi.Options{PublicReading: true, PublicURL: &url.URL{Scheme: "https", Host: "hatang.example.vn"}})
	f := s.as(t)
	f.create("organizations", record{"code": "VT", "name": "Viễn thông <VT>", "kind": "operator"})
	f.create("sites", record{"code": "S1", "owner": "VT", "geometry": point(105.8, 21)})
	f.create("ducts", record{"code": "D1", "geometry": line(105.8, 21, 105.81, 21)})
	public := f.with("Authorization", "")
	project := func(c client, query string) string {
		t.Helper()
		r := c.file("/qgis/hatangso.qgz" + query).want(http.StatusOK)
		if got := r.header.Get("Content-Type") + " " + r.header.Get("Content-Disposition"); got != `application/x-qgis-project attachment; filename="hatangso.qgz"` {
			t.Errorf("sent as %s", got)
		}
		archive, err := zip.NewReader(bytes.NewReader(r.body), int64(len(r.body)))
		if err != nil {
			t.Fatal(err)
		}
		file, err := archive.Open("hatangso.qgs")
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(file)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	for name, c := range map[string]struct {
		text      string
		has, lack []string
	}{
		"somebody's": {project(f, "?authcfg=abc1234"), []string{"<id>hatangso_sites</id>", "<id>hatangso_ducts</id>", "authcfg=abc1234 ", `attr="owner"`, "Viễn thông &lt;VT&gt;", "Đang hoạt động"},
			[]string{"hatangso_poles", "Bearer"}},
		"the public's": {project(public, "?lang=en"), []string{"<id>hatangso_sites</id>", `attr="status"`, "Operating", "url=&#39;https://hatang.example.vn/ogc&#39;"},
			[]string{"hatangso_ducts", "VT", "authcfg"}},
		"a definition": {string(public.file("/qgis/hatangso.qlr").want(http.StatusOK).body), []string{"<qlr>", "hatangso_sites"}, []string{"hatangso_ducts"}},
		"files": {string(f.file("/qgis/ducts.qlr?source=flatgeobuf").want(http.StatusOK).body),
			[]string{"/vsicurl_streaming/https://hatang.example.vn/api/v1/export/ducts.fgb", ">ogr<", `wkbType="LineString"`}, []string{"OAPIF"}},
		"one layer's, though it is empty": {string(f.file("/qgis/poles.qlr").want(http.StatusOK).body), []string{"<id>hatangso_poles</id>"}, []string{"hatangso_sites"}},
	} {
		for _, want := range c.has {
			if !strings.Contains(c.text, want) {
				t.Errorf("%s has no %s", name, want)
			}
		}
		for _, unwanted := range c.lack {
			if strings.Contains(c.text, unwanted) {
				t.Errorf("%s has %s", name, unwanted)
			}
		}
	}
	public.file("/qgis/ducts.qlr").refused(http.StatusUnauthorized)
	for path, status := range map[string]int{
		"/qgis/tenancies.qlr": http.StatusNotFound, "/qgis/ducts.qgz": http.StatusNotFound, "/qgis/hatangso": http.StatusNotFound,
		"/qgis/hatangso.qlr?authcfg=x'": http.StatusBadRequest, "/qgis/hatangso.qlr?layer=x": http.StatusBadRequest,
		"/qgis/hatangso.qlr?source=flatgeobuf&authcfg=abc1234": http.StatusBadRequest, "/qgis/hatangso.qlr?source=shapefile": http.StatusBadRequest,
	} {
		f.file(path).refused(status)
	}
}
