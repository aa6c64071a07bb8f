package httpapi_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/hatangso/hatangso/internal/registry"
)

func TestWhoMayWrite(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c := s.as(t)
	pole := c.create("poles", record{"code": "C1", "geometry": point(105.8, 21)})
	one := fmt.Sprintf("/api/v1/poles/%d", pole.id())
	for _, header := range []string{"Bearer hatangso_wrong", "Bearer", "Basic dTpw", s.key} {
		c := c.with("Authorization", header)
		for _, r := range [][2]string{{"GET", one}, {"GET", "/api/v1/poles"}, {"POST", "/api/v1/poles"}, {"PATCH", one}, {"DELETE", one}, {"GET", "/livez"}} {
			c.do(r[0], r[1], nil).refused(http.StatusUnauthorized)
		}
	}
	anonymous := c.with("Authorization", "").with("If-Match", pole.etag("pole"))
	anonymous.do("GET", one, nil).want(http.StatusOK)
	anonymous.do("POST", "/api/v1/poles", record{"code": "C2", "geometry": point(105.8, 21)}).refused(http.StatusUnauthorized)
	anonymous.do("PATCH", one, record{"note": "x"}).refused(http.StatusUnauthorized)
	anonymous.do("DELETE", one, nil).refused(http.StatusUnauthorized)
	// a page of another site cannot make a signed-in browser write
	c.with("Sec-Fetch-Site", "cross-site").do("POST", "/api/v1/poles", record{"code": "C2", "geometry": point(105.8, 21)}).
		refused(http.StatusForbidden)
	c.with("Sec-Fetch-Site", "cross-site").do("GET", one, nil).want(http.StatusOK)
	if poles := c.list("/api/v1/poles"); len(poles) != 1 {
		t.Errorf("a refused write left %d poles", len(poles))
	}
}

// Everything wrong with a body is said at once, each fault with its place.
func TestStrictBodies(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	post := func(body any) answer { return c.do(http.MethodPost, "/api/v1/sites", body) }
	raw := func(body string) answer { return post(strings.NewReader(body)) }

	p := post(record{
		"cod": "HN-1", "geometry": point(105.8, 21), "status": nil, "fibre_access": "yes", "height/m": 1,
		"id": 7, "operating_from": "31/02/2020", "max_load_kg": "nhiều", "commune": "Xã Đông", "owner": "VTL", "clusters": nil,
	}).refused(http.StatusUnprocessableEntity, "field.unknown clusters", "field.unknown cod", "field.read-only commune",
		"field.type fibre_access", "field.unknown height/m", "field.read-only id", "field.type max_load_kg", "field.type operating_from",
		"field.null status")
	for _, f := range p.Faults {
		if want := "/" + strings.ReplaceAll(f.Column, "/", "~1"); f.Pointer != want || f.Severity != registry.SeverityError ||
			f.Message.VI == "" || f.Message.EN == "" || f.Mend.VI == "" || f.Mend.EN == "" {
			t.Errorf("fault %+v, want pointer %s and sentences", f, want)
		}
	}
	if mend := p.Faults[1].Mend; !strings.Contains(mend.VI, `"code"`) || !strings.Contains(mend.EN, `"code"`) {
		t.Errorf("cod is not said to be code: %+v", mend)
	}
	post(record{"name": strings.Repeat("ữ", 201), "status": "broken", "free_slots": 101, "elevation_m": -20.5, "site_kind": "moon",
		"operating_from": "2020-01-02", "built_on": "2020-01-03"}).
		refused(http.StatusUnprocessableEntity, "required code", "limit.text name", "code.unknown status", "code.unknown site_kind",
			"number.range elevation_m", "number.range free_slots", "dates.order operating_from", "geometry.missing geometry")
	post(record{"code": "HN-1", "owner": "VTLL", "geometry": point(105.8, 21)}).
		refused(http.StatusUnprocessableEntity, "organization.unknown owner")
	post(record{"code": "HN\u0000", "geometry": point(105.8, 21)}).refused(http.StatusUnprocessableEntity, "text.encoding code")
	post(record{"code": "HN", "submitted": record{"x": "\u0000"}, "geometry": point(105.8, 21)}).refused(http.StatusUnprocessableEntity)
	post(record{"code": "HN", "submitted": record{"easting": "1"}, "geometry": point(105.8, 21)}).
		refused(http.StatusUnprocessableEntity, "field.type submitted")
	raw(`{"code":"A","code":"B","geometry":null}`).refused(http.StatusUnprocessableEntity, "field.twice code")

	for _, body := range []string{"", "null", "[]", `"x"`, "{", `{"code":"A"} {}`, `{"code":"` + "\xff" + `"}`, `{"code":1e}`, `{code:"A"}`,
		`{"note":` + strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000) + `}`} {
		raw(body).refused(http.StatusBadRequest, "json.syntax ")
	}
	raw(`{"note":`+strings.Repeat("[", 1000)+strings.Repeat("]", 1000)+`}`).refused(http.StatusUnprocessableEntity, "field.type note")
	raw(`{"note":"` + strings.Repeat("x", registry.MaxBodyBytes) + `"}`).refused(http.StatusRequestEntityTooLarge)
	for _, media := range []string{"text/plain", "application/x-www-form-urlencoded", "jsonx", "application/geo+json; charset"} {
		c.with("Content-Type", media).do(http.MethodPost, "/api/v1/sites", record{}).refused(http.StatusUnsupportedMediaType)
	}
	c.with("Content-Type", "application/json; charset=utf-8").do(http.MethodPost, "/api/v1/sites",
		record{"code": "HN-1", "geometry": point(105.8, 21)}).want(http.StatusCreated)
	if sites := c.list("/api/v1/sites"); len(sites) != 1 {
		t.Errorf("a refused body left %d sites", len(sites))
	}
}

func TestGeometries(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	for body, want := range map[string]string{
		`null`:                                                    "geometry.missing geometry",
		`{"type":"Point"}`:                                        "field.type geometry",
		`{"type":"Point","coordinates":[]}`:                       "field.type geometry",
		`{"type":"Point","coordinates":[1]}`:                      "field.type geometry",
		`{"type":"Point","coordinates":[105.8,91]}`:               "coordinate.range geometry",
		`{"type":"Point","coordinates":[1e400,21]}`:               "field.type geometry",
		`{"type":"LineString","coordinates":[[105,21],[105,22]]}`: "geometry.type geometry",
		`{"type":"GeometryCollection","geometries":[]}`:           "geometry.type geometry",
		`{"type":"Circle","coordinates":[105,21]}`:                "field.type geometry",
		`{"coordinates":[105,21]}`:                                "field.type geometry",
		`[105,21]`:                                                "field.type geometry",
	} {
		c.do(http.MethodPost, "/api/v1/poles", strings.NewReader(`{"code":"C1","geometry":`+body+`}`)).
			refused(http.StatusUnprocessableEntity, want)
	}
	for coordinates, want := range map[string]string{
		`[]`:                               "geometry.empty geometry",
		`[[[]]]`:                           "geometry.empty geometry",
		`[[]]`:                             "geometry.empty geometry",
		`[[[[105,21]]]]`:                   "geometry.ring geometry",
		`[[[[105,21],[106,21],[105,21]]]]`: "geometry.ring geometry",
		`[[[[105,21],[106,21],[106,22],[105,22]]]]`:    "geometry.ring geometry",
		`[[[[105,21],[106,21],[106,22],[105,21]],[]]]`: "geometry.ring geometry",
		`[[[[105],[106,21],[106,22],[105,21]]]]`:       "field.type geometry",
	} {
		c.do(http.MethodPost, "/api/v1/units", strings.NewReader(`{"level":"commune","code":"1","name":"A","geometry":{"type":"MultiPolygon","coordinates":`+coordinates+`}}`)).
			refused(http.StatusUnprocessableEntity, want)
	}
	c.do(http.MethodPost, "/api/v1/cables", record{"code": "T", "geometry": line(105, 21, 105, 21)}).
		refused(http.StatusUnprocessableEntity, "geometry.short geometry")
	c.do(http.MethodPost, "/api/v1/ducts", record{"code": "T", "geometry": line(105, 21, 21, 105)}).
		refused(http.StatusUnprocessableEntity, "coordinate.range geometry")
	c.do(http.MethodPost, "/api/v1/ducts", record{"code": "T", "geometry": line(105, 21, -75, -21)}).
		refused(http.StatusUnprocessableEntity, "geometry.step geometry")
	// a boundary that crosses itself is taken or refused, but never a failure, nor is a pole put into it
	bowtie := record{"type": "MultiPolygon", "coordinates": [][][][]float64{{{{105, 21}, {106, 22}, {106, 21}, {105, 22}, {105, 21}}}}}
	if got := c.do(http.MethodPost, "/api/v1/units", record{"level": "commune", "code": "2", "name": "B", "geometry": bowtie}); got.status >= 500 {
		t.Errorf("a bowtie fails: %s", got.body)
	}
	pole := c.create("poles", record{"code": "C1", "geometry": record{"type": "Point", "coordinates": []float64{105.123456789, 21.5, 12}}})
	if got := fmt.Sprint(pole["geometry"]); got != fmt.Sprint(record{"type": "Point", "coordinates": []any{105.1234568, 21.5}}) &&
		!strings.Contains(got, "[105.1234568 21.5]") {
		t.Errorf("stored as %s", got)
	}
}

// What is wrong with a query is said at once, as 400.
func TestStrictQueries(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	get := func(path string) answer { return c.do(http.MethodGet, "/api/v1/"+path, nil) }
	get("poles?limit=0&cursor=-1&bbox=1,2,3&as_of=yesterday&status=broken&colour=red&owner=A&owner=B").refused(http.StatusBadRequest,
		"parameter.invalid bbox", "parameter.invalid owner", "parameter.invalid as_of", "parameter.invalid status",
		"parameter.invalid cursor", "parameter.invalid limit", "parameter.unknown colour")
	for _, bad := range []string{
		"poles?limit=1001", "poles?limit=x", "poles?limit=9223372036854775808", "poles?bbox=106,20,105,21", "poles?bbox=NaN,20,105,21",
		"poles?bbox=-181,20,105,21", "poles?bbox=Inf,20,105,21", "poles?as_of=2025-02-30", "poles?as_of=1800-01-01",
		"poles?owner=%00", "poles?owner=%ff", "poles?owner=%zz", "poles?%ff=1", "poles?a;b", "poles?unit=99999", "poles?technology=4G",
		"stations?technology=6G", "stations?site=0", "tenancies?asset=-1", "tenancies?asset_kind=moon", "tenancies?bbox=1,2,3,4",
		"organizations?owner=A", "sites/1?fields=code", "codes?list=status", "openapi.yaml?v=1", "export/poles.csv?limit=5",
		"indicators/sharing?asset=tower", "indicators/sharing?merge_distance=Inf", "indicators/sharing?merge_distance=-1",
		"indicators/sharing?cohort=new", "indicators/sharing?asset=ducts&method=spatial", "indicators/sharing?asset=sites&measure=length",
		"indicators/sharing?confirmed_only=maybe", "indicators/sharing?by=owner", "indicators/sharing?unit=1", "indicators/sharing/records?by=commune",
		"indicators/sharing-sensitivity?steps=0", "indicators/sharing-sensitivity?steps=100000", "indicators/sharing-sensitivity?to=1e9",
		"indicators/coverage?service=tv", "indicators/coverage?technology=4G,6G", "indicators/coverage?operator=Nobody",
		"indicators/coverage?within=0", "indicators/coverage?within=1e9", "indicators/nearest?to=poles", "indicators/nearest?of=cities",
	} {
		get(bad).refused(http.StatusBadRequest)
	}
	c.do(http.MethodPost, "/api/v1/poles?dry_run=1", record{"code": "C1", "geometry": point(105, 21)}).
		refused(http.StatusBadRequest, "parameter.unknown dry_run")
	get("poles?owner=&unit=&as_of=&bbox=").want(http.StatusOK) // a form sends the fields left empty
	for _, path := range []string{"/api/v1/polse", "/api/v2/poles", "/api/v1/poles/1/2", "/api/v1/export/polse.csv", "/api/v1/export/poles.shp",
		"/api/v1/export/poles", "/.env", "/api/v1/poles/", "/api/v1/poles/9223372036854775808", "/api/v1/poles/-1", "/api/v1/poles/1e3"} {
		c.do(http.MethodGet, path, nil).refused(http.StatusNotFound)
	}
	c.do(http.MethodPut, "/api/v1/poles", record{}).refused(http.StatusMethodNotAllowed)
	c.do(http.MethodDelete, "/api/v1/poles", nil).refused(http.StatusMethodNotAllowed)
}

// The parameters a route takes are those the document gives it: a route names
// all of its own to whoever gives another.
func TestParametersAreThoseDescribed(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	checked := 0
	for _, o := range operations(t) {
		if o.method != http.MethodGet || !strings.HasPrefix(o.path, "/api/") {
			continue
		}
		paths, want := []string{strings.Replace(o.path, "{id}", "1", 1)}, o.query()
		if strings.Contains(o.path, "{file}") {
			paths, want = nil, map[string]bool{}
			for _, n := range registry.Nouns {
				paths = append(paths, strings.Replace(o.path, "{file}", n.Path+".csv", 1))
			}
		}
		got := map[string]bool{}
		for _, path := range paths {
			p := c.do(http.MethodGet, path+"?bogus=1"+o.needed(), nil).refused(http.StatusBadRequest, "parameter.unknown bogus")
			if names, ok := strings.CutPrefix(strings.TrimSuffix(p.Faults[0].Mend.EN, "."), "Use: "); ok {
				for _, name := range strings.Split(names, ", ") {
					got[name] = true
				}
			}
		}
		if strings.Contains(o.path, "{file}") {
			want = o.query()
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s takes %v, described are %v", o.path, got, want)
		}
		checked++
	}
	if checked < 2*len(registry.Nouns) {
		t.Errorf("only %d routes", checked)
	}
}

func TestReasonMustBeKeepable(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	body := record{"code": "C1", "geometry": point(105.8, 21)}
	for _, reason := range []string{"%00", "%ff", "50%", url.PathEscape(strings.Repeat("ữ", 501))} {
		c.with("X-Change-Reason", reason).do(http.MethodPost, "/api/v1/poles", body).
			refused(http.StatusBadRequest, "parameter.invalid X-Change-Reason")
	}
	c.with("X-Change-Reason", url.PathEscape(strings.Repeat("ữ", 500))).do(http.MethodPost, "/api/v1/poles", body).want(http.StatusCreated)
}
