package httpapi_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/hatangso/hatangso/internal/httpapi"
	"github.com/hatangso/hatangso/internal/ogc"
)

// features asks the OGC API, which the document of /api/v1 does not describe.
type features struct {
	client
	base string
}

func (s *server) features(t *testing.T) features { return features{s.as(t), s.url + "/ogc"} }

// get reads a path below /ogc, or an absolute address.
func (f features) get(path string) answer {
	f.Helper()
	return f.send(http.MethodGet, path, nil)
}

func (f features) send(method, path string, body any) answer {
	f.Helper()
	path = strings.TrimPrefix(strings.TrimPrefix(path, f.server.url), "/ogc")
	out, err := http.DefaultClient.Do(f.request(method, "/ogc"+path, body))
	if err != nil {
		f.Fatalf("%s %s: %v", method, path, err)
	}
	defer out.Body.Close()
	a := answer{tb: f.tb, status: out.StatusCode, header: out.Header}
	if a.body, err = io.ReadAll(out.Body); err != nil {
		f.Fatalf("%s %s: %v", method, path, err)
	}
	return a
}

type link struct{ Href, Rel, Type string }

type featurePage struct {
	Type           string
	Features       []feature
	Links          []link
	TimeStamp      string
	NumberMatched  int
	NumberReturned int
}

type feature struct {
	Type, ID string
	Geometry struct {
		Type        string
		Coordinates any
	}
	Properties map[string]json.RawMessage
}

func (f features) page(path string) (p featurePage) {
	f.Helper()
	f.get(path).want(http.StatusOK).read(&p)
	return p
}

// codes gives the codes of the features of every page, in their order.
func (f features) codes(path string) string {
	f.Helper()
	var codes []string
	for path != "" {
		p := f.page(path)
		path = linked(p.Links, "next")
		for _, one := range p.Features {
			codes = append(codes, strings.Trim(string(one.Properties["code"]), `"`))
		}
	}
	return strings.Join(codes, " ")
}

func linked(links []link, rel string) string {
	for _, l := range links {
		if l.Rel == rel {
			return l.Href
		}
	}
	return ""
}

// What QGIS and GDAL were seen to need of the documents (ecosystem.md C.2), and
// what Annex A of Part 1 tests of them.
func TestFeatureDocuments(t *testing.T) {
	t.Parallel()
	s := serve(t)
	f := s.features(t)
	f.create("poles", record{"code": "P1", "height_m": 7, "geometry": point(105.8, 21)})
	for _, path := range []string{"", "/"} {
		var landing struct{ Links []link }
		f.get(path).want(http.StatusOK).read(&landing)
		for _, want := range []link{{f.base + "/collections", "data", "application/json"}, {f.base + "/api", "service-desc", "application/vnd.oai.openapi+json;version=3.0"},
			{f.base + "/conformance", "conformance", "application/json"}, {f.base + "/api.html", "service-doc", "text/html"}} {
			if !slices.Contains(landing.Links, want) {
				t.Errorf("the landing page at %q has no link %v: %v", path, want, landing.Links)
			}
		}
	}
	var api struct {
		OpenAPI    string
		Servers    []struct{ URL string }
		Components struct {
			Parameters map[string]struct {
				Schema struct{ Maximum, Default any }
			}
		}
		Paths map[string]struct{ Get struct{ Parameters []any } }
	}
	a := f.get("/api").want(http.StatusOK)
	if a.read(&api); a.header.Get("Content-Type") != "application/vnd.oai.openapi+json;version=3.0" || api.OpenAPI != "3.0.3" || api.Servers[0].URL != f.base {
		t.Errorf("the API is described as %s %s at %v", a.header.Get("Content-Type"), api.OpenAPI, api.Servers)
	}
	if doc, err := openapi3.NewLoader().LoadFromData(a.body); err != nil {
		t.Error(err)
	} else if err := doc.Validate(t.Context(), openapi3.DisableExamplesValidation()); err != nil {
		t.Error(err)
	}
	if limit := api.Components.Parameters["limit"].Schema; limit.Maximum != float64(ogc.MaxLimit) || limit.Default != float64(ogc.DefaultLimit) {
		t.Errorf("limit is %+v where QGIS looks for it", limit)
	}
	var collections struct {
		Collections []struct {
			ID, ItemType, StorageCrs string
			CRS                      []string
			Links                    []link
		}
		CRS []string
	}
	f.get("/collections").want(http.StatusOK).read(&collections)
	if len(collections.Collections) != len(ogc.Nouns()) || collections.CRS[0] != ogc.CRS84 {
		t.Errorf("%d collections in %v", len(collections.Collections), collections.CRS)
	}
	for _, c := range collections.Collections {
		if c.StorageCrs != ogc.CRS84 || c.ItemType != "feature" || !slices.Contains(c.Links, link{f.base + "/collections/" + c.ID + "/items?f=json", "items", "application/geo+json"}) {
			t.Errorf("%+v", c)
		}
		if len(api.Paths["/collections/"+c.ID+"/items"].Get.Parameters) < 15 {
			t.Errorf("%s has no literal path in the API document", c.ID)
		}
		// a property of the name of a parameter could not be asked for
		for _, n := range ogc.Nouns() {
			for _, name := range []string{"limit", "cursor", "bbox", "bbox-crs", "crs", "datetime", "f", "lang", "sortby", "filter", "filter-lang", "filter-crs", "key"} {
				if n.Field(name) != nil {
					t.Errorf("%s has a property %s", n.Path, name)
				}
			}
		}
		for _, below := range []string{"", "/items", "/queryables", "/sortables", "/schema"} {
			for _, lang := range []string{"vi", "en"} {
				page := f.get("/collections/" + c.ID + below + "?f=html&lang=" + lang).want(http.StatusOK)
				if !strings.Contains(string(page.body), `<html lang="`+lang+`">`) || !strings.Contains(page.header.Get("Content-Security-Policy"), "default-src 'none'") {
					t.Errorf("the page of %s%s: %s", c.ID, below, page.body)
				}
			}
			f.get("/collections/"+c.ID+below+"?nonsense=1").refused(http.StatusBadRequest, "parameter.unknown nonsense")
		}
	}
	refused := f.get("/collections/poles/items?f=html&lang=en&filter=height_m+%3E").want(http.StatusBadRequest)
	if body := string(refused.body); !strings.Contains(body, `role="alert" id="refused"`) || !strings.Contains(body, "height_m &gt;</textarea>") {
		t.Errorf("a refused filter is shown as %s", body)
	}
	if page := string(f.get("/collections/poles/items?f=html&lang=vi").want(http.StatusOK).body); !strings.Contains(page, ">7</td>") || strings.Contains(page, "Tuyến đường") {
		t.Errorf("a page of features: %s", page)
	}
	if page := f.get("/api.html").want(http.StatusOK); !strings.Contains(page.header.Get("Content-Type"), "text/html") {
		t.Errorf("the documentation is %s", page.header.Get("Content-Type"))
	}
	if page := (features{f.with("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"), f.base}).get("/conformance"); !strings.Contains(page.header.Get("Content-Type"), "text/html") {
		t.Errorf("a browser gets %s", page.header.Get("Content-Type"))
	}
	var queryables, schema struct {
		Properties map[string]map[string]any
	}
	f.get("/collections/poles/queryables").want(http.StatusOK).read(&queryables)
	if g := queryables.Properties["geometry"]; g["$ref"] != "https://geojson.org/schema/Point.json" || g["type"] != nil {
		t.Errorf("the geometry is %v", g)
	}
	if p := queryables.Properties["status"]; p["type"] != "string" || p["enum"] == nil {
		t.Errorf("status is %v", p)
	}
	f.get("/collections/poles/schema").want(http.StatusOK).read(&schema)
	if p := schema.Properties["id"]; p["readOnly"] != true || p["x-ogc-role"] != "id" || p["x-ogc-propertySeq"] != 1.0 {
		t.Errorf("id is %v", p)
	}
	f.get("/collections/tenancies").refused(http.StatusNotFound)
	f.get("/collections/poles/items/none").refused(http.StatusNotFound)
}

// Pages hold every property of every feature, decimals have a point, ids are
// strings, next leads to each feature once.
func TestFeaturePages(t *testing.T) {
	t.Parallel()
	s := serveWith(t, httpapi.Options{PublicURL: &url.URL{Scheme: "http", Host: "hatang.example.vn"}})
	f := s.features(t)
	for i := range 5 {
		pole := record{"code": fmt.Sprint("P", i), "geometry": point(105.8+float64(i)/10, 21), "operating_from": fmt.Sprintf("202%d-01-01", i)}
		if i > 0 {
			pole["height_m"] = 10 - i%3
		}
		f.create("poles", pole)
	}
	f.create("poles", record{"code": "plan", "status": "planned", "geometry": point(107, 16)})
	f.create("ducts", record{"code": "D1", "geometry": line(105.8, 21, 105.81, 21)})
	p := f.page("/collections/poles/items?limit=2")
	if p.Type != "FeatureCollection" || p.NumberMatched != 6 || p.NumberReturned != 2 || p.TimeStamp == "" {
		t.Errorf("%+v", p)
	}
	if next := linked(p.Links, "next"); !strings.HasPrefix(next, "http://hatang.example.vn/ogc/collections/poles/items?") {
		t.Errorf("next is %q: QGIS stops at one that is not absolute", next)
	}
	first, second := p.Features[0], p.Features[1]
	if len(first.Properties) != len(second.Properties) || string(first.Properties["height_m"]) != "null" || string(second.Properties["height_m"]) != "9.0" || first.Properties["id"] != nil {
		t.Errorf("%v\n%v", first, second)
	}
	if g := f.page("/collections/ducts/items").Features[0].Geometry.Type; g != "MultiLineString" {
		t.Errorf("a duct is a %s", g)
	}
	f.base = "http://hatang.example.vn"
	for query, want := range map[string]string{
		"limit=4":                          "P0 P1 P2 P3 P4 plan",
		"limit=99999":                      "P0 P1 P2 P3 P4 plan",
		"bbox=105.85,20,106.05,22&limit=1": "P1 P2",
		"bbox=105.85,20,0,106.05,22,100":   "P1 P2",
		"bbox=106.15,20,-180,22":           "P4", // over the antimeridian
		"bbox=20,105.85,22,106.05&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/4326": "P1 P2",
		"datetime=2020-12-31":                     "P0",
		"datetime=2021-01-01":                     "P0 P1",
		"datetime=2020-12-31T18:00:00Z":           "P0 P1", // the next day in Vietnam
		"datetime=../2022-06-01&limit=2":          "P0 P1 P2",
		"datetime=2024-01-01/..":                  "P0 P1 P2 P3 P4",
		"filter=height_m%3E9":                     "P3",
		"filter=height_m>8+AND+code<'P4'&limit=1": "P1 P3",
		"filter-lang=cql2-json&filter=" + url.QueryEscape(`{"op":"in","args":[{"property":"code"},["P2","plan"]]}`):                               "P2 plan",
		"filter=S_INTERSECTS(geometry,BBOX(105.85,20,106.05,22))":                                                                                 "P1 P2",
		"filter-crs=http://www.opengis.net/def/crs/EPSG/0/4326&filter=S_INTERSECTS(geometry,POLYGON((20+105,20+105.95,22+105.95,22+105,20+105)))": "P0 P1",
		"filter=operating_from+BETWEEN+DATE('2020-06-01')+AND+DATE('2022-06-01')":                                                                 "P1 P2",
		"code=P3":                                     "P3",
		"height_m=9&status=operating&limit=1":         "P1 P4",
		"status=planned&code=P1":                      "",
		"operating_from=2021-01-01&filter=height_m=9": "P1",
		"sortby=-code&limit=2":                        "plan P4 P3 P2 P1 P0",
		"sortby=height_m,-code&limit=1":               "P2 P4 P1 P3 plan P0",
		"sortby=-height_m,%2Bcode&limit=1":            "P0 plan P3 P1 P4 P2",
		"sortby=-operating_from,height_m&limit=1":     "plan P4 P3 P2 P1 P0",
		"sortby=created_at,to_remove&limit=2":         "P0 P1 P2 P3 P4 plan",
	} {
		if got := strings.ReplaceAll(f.through("/collections/poles/items?"+query), "http://hatang.example.vn", ""); got != want {
			t.Errorf("%s gives %q, want %q", query, got, want)
		}
	}
	for _, query := range []string{"limit=0", "limit=x", "bbox=1,2,3", "bbox=1,2,3,x", "bbox=105,22,106,21", "datetime=yesterday", "datetime=2024-01-01/2023-01-01", "datetime=../../..",
		"crs=EPSG:1", "bbox-crs=x", "cursor=x", "sortby=nonsense", "sortby=geometry", "sortby=code,-code", "filter=nonsense=1", "filter=code%3D", "filter-lang=sql&filter=true", "filter=%7B", "height_m=tall", "code=P1&code=P2", "filter-crs=x", "f=xml", "lang=fr", "cursor=eyJpIjoxLCJ2IjpbIngiXX0&sortby=height_m", "cursor=eyJpIjoxfQ&sortby=code"} {
		f.get("/collections/poles/items?" + query).want(http.StatusBadRequest)
	}
	// what has no days of its own is there on any, and is not asked for them
	for _, n := range ogc.Nouns() {
		f.get("/collections/" + n.Path + "/items?datetime=2023-06-30").want(http.StatusOK)
	}
}

// through reads every page, whatever host next names.
func (f features) through(path string) string {
	f.Helper()
	var codes []string
	for path != "" {
		p := f.page(path)
		if path = linked(p.Links, "next"); path != "" {
			path = strings.TrimPrefix(path, "http://hatang.example.vn/ogc")
		}
		for _, one := range p.Features {
			codes = append(codes, strings.Trim(string(one.Properties["code"]), `"`))
		}
	}
	return strings.Join(codes, " ")
}

// Features are given in each system in its order of axes, and say so.
func TestFeatureSystems(t *testing.T) {
	t.Parallel()
	f := serve(t).features(t)
	pole := f.create("poles", record{"code": "P1", "geometry": point(106.6297, 10.8231)})
	const epsg = "http://www.opengis.net/def/crs/EPSG/0/"
	for crs, want := range map[string]string{
		"": "[106.6297 10.8231]", ogc.CRS84: "[106.6297 10.8231]", epsg + "4326": "[10.8231 106.6297]", "[EPSG:4326]": "[10.8231 106.6297]",
		epsg + "9210": "[595995.3", // domain.md §4.4 by the national set of parameters, 80 cm from what PROJ picks here
	} {
		for _, path := range []string{"/collections/poles/items", fmt.Sprintf("/collections/poles/items/%d", pole.id())} {
			a := f.get(path + "?crs=" + url.QueryEscape(crs)).want(http.StatusOK)
			var one feature
			if a.read(&one); one.Type == "FeatureCollection" {
				var p featurePage
				a.read(&p)
				one = p.Features[0]
			}
			named := crs
			if named == "" {
				named = ogc.CRS84
			}
			if got := fmt.Sprint(one.Geometry.Coordinates); !strings.HasPrefix(strings.ReplaceAll(got, "e+06", ""), want) && !strings.HasPrefix(got, want) {
				t.Errorf("in %s it is at %s, want %s", crs, got, want)
			}
			if got := a.header.Get("Content-Crs"); !strings.HasPrefix(crs, "[") && got != "<"+named+">" {
				t.Errorf("in %s Content-Crs is %s", crs, got)
			}
		}
	}
	for box, want := range map[string]int{"595990,1197020,596000,1197040": 1, "595996,1197020,596000,1197040": 0} {
		if got := f.page("/collections/poles/items?bbox-crs=" + url.QueryEscape(epsg+"9210") + "&bbox=" + box).NumberMatched; got != want {
			t.Errorf("%d poles in %s", got, box)
		}
	}
}

// A count is kept with the cursor and between requests, and never outlives what
// was counted.
func TestFeatureCounts(t *testing.T) {
	t.Parallel()
	f := serve(t).features(t)
	counted := func(want int) {
		t.Helper()
		for _, path := range []string{"/collections/poles/items?limit=1", "/collections/poles/items?bbox=105,20,106,22&limit=1", "/collections/poles/items?limit=1"} {
			if got := f.page(path).NumberMatched; got != want {
				t.Errorf("%d match, want %d", got, want)
			}
		}
	}
	counted(0)
	for i := range 3 {
		f.create("poles", record{"code": fmt.Sprint("P", i), "geometry": point(105.8, 21)})
		counted(i + 1)
	}
	p := f.page("/collections/poles/items?limit=1")
	one := f.list("/api/v1/poles")[0]
	f.with("If-Match", one.etag("pole")).do(http.MethodDelete, fmt.Sprint("/api/v1/poles/", one.id()), nil).want(http.StatusNoContent)
	if got := f.page(linked(p.Links, "next")).NumberMatched; got != 3 {
		t.Errorf("the second page counts %d, the first 3", got)
	}
	counted(2)
}

// The public is shown what it may be, of collections that have places for it.
func TestFeaturesForThePublic(t *testing.T) {
	t.Parallel()
	s := serveWith(t, httpapi.Options{PublicReading: true, PublicURL: &url.URL{Scheme: "http", Host: "hatang.example.vn"}})
	f := s.features(t)
	pole := f.create("poles", record{"code": "P1", "geometry": point(105.812345, 21.012345)})
	f.create("ducts", record{"code": "D1", "geometry": line(105.8, 21, 105.81, 21)})
	public := features{f.with("Authorization", ""), f.base}
	var collections struct{ Collections []struct{ ID string } }
	public.get("/collections").want(http.StatusOK).read(&collections)
	for _, c := range collections.Collections {
		if c.ID == "ducts" || c.ID == "cables" || c.ID == "trenches" {
			t.Errorf("the public is offered %s", c.ID)
		}
		public.get("/collections/" + c.ID + "/items?limit=1").want(http.StatusOK)
	}
	for name, reader := range map[string]features{"somebody": f, "the public": public} { // what is offered is what is described
		var described struct{ Paths map[string]any }
		reader.get("/api").want(http.StatusOK).read(&described)
		var offered struct{ Collections []struct{ ID string } }
		reader.get("/collections").want(http.StatusOK).read(&offered)
		for _, n := range ogc.Nouns() {
			is := slices.ContainsFunc(offered.Collections, func(c struct{ ID string }) bool { return c.ID == n.Path })
			if _, said := described.Paths["/collections/"+n.Path+"/items"]; said != is {
				t.Errorf("%s: %s is offered %t, described %t", name, n.Path, is, said)
			}
		}
	}
	if page := string(public.get("/api.html").want(http.StatusOK).body); strings.Contains(page, "collections/ducts") || !strings.Contains(page, "collections/poles") {
		t.Errorf("the page for people leads the public to ducts, or not to poles:\n%s", page)
	}
	var layers struct{ Layers []struct{ Layer string } }
	public.file("/tiles").want(http.StatusOK).read(&layers)
	for _, l := range layers.Layers {
		public.file("/tiles/" + l.Layer + ".json").want(http.StatusOK)
		public.file("/tiles/" + l.Layer + "/6/50/28.mvt").want(http.StatusOK)
		if l.Layer == "ducts" {
			t.Error("the public is offered tiles of ducts")
		}
	}
	if len(layers.Layers) < 3 {
		t.Errorf("the public is offered the layers %v", layers)
	}
	public.file("/tiles/planned-works.json").want(http.StatusUnauthorized)
	for _, below := range []string{"", "/items", "/items/1", "/queryables"} {
		public.get("/collections/ducts" + below).refused(http.StatusUnauthorized)
	}
	for _, path := range []string{"/collections/poles/items", fmt.Sprintf("/collections/poles/items/%d", pole.id()), "/collections/poles/items?f=html"} {
		if body := string(public.get(path).want(http.StatusOK).body); strings.Contains(body, "105.8123") || strings.Contains(body, "P1") {
			t.Errorf("the public reads at %s: %s", path, body)
		}
	}
	f.create("poles", record{"code": "P2", "geometry": point(105.9, 21)})
	next := strings.TrimPrefix(linked(f.page("/collections/poles/items?limit=1").Links, "next"), "http://hatang.example.vn/ogc")
	f.get(next).want(http.StatusOK)
	public.get(next).refused(http.StatusBadRequest, "parameter.invalid cursor") // rather than the rest, coarsely
	private := s.features(t)
	private.client = private.with("Authorization", "Bearer nonsense")
	private.get("/collections").refused(http.StatusUnauthorized)
}
