package httpapi_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// aFeature is a GeoJSON Feature to send.
func aFeature(geometry record, properties record) record {
	return record{"type": "Feature", "geometry": geometry, "properties": properties}
}

// A feature is created, replaced, changed and deleted through the one door, on the
// version that the caller read.
func TestFeatureEditing(t *testing.T) {
	t.Parallel()
	s := serve(t)
	f := s.features(t)
	made := f.send(http.MethodPost, "/collections/poles/items", aFeature(point(105.8, 21), record{"id": nil, "code": "P1", "height_m": 8.5, "status": nil, "version": nil, "commune": "nowhere"})).want(http.StatusCreated)
	path := strings.TrimPrefix(made.header.Get("Location"), f.base)
	if !strings.HasPrefix(path, "/collections/poles/items/") {
		t.Fatalf("the new feature is at %q", made.header.Get("Location"))
	}
	read := func() (a answer, one feature) {
		t.Helper()
		a = f.get(path).want(http.StatusOK)
		a.read(&one)
		return a, one
	}
	first, one := read()
	etag := first.header.Get("ETag")
	if etag != made.header.Get("ETag") || string(one.Properties["status"]) != `"operating"` || string(one.Properties["height_m"]) != "8.5" {
		t.Fatalf("%s %v", etag, one)
	}
	(features{f.with("If-None-Match", etag), f.base}).get(path).want(http.StatusNotModified)
	with := func(tag string) features { return features{f.with("If-Match", tag), f.base} }
	patch := record{"type": "Feature", "properties": record{"height_m": 9}}
	f.send(http.MethodPatch, path, patch).refused(http.StatusPreconditionRequired)
	f.send(http.MethodPut, path, aFeature(point(105.8, 21), record{"code": "P1"})).refused(http.StatusPreconditionRequired)
	f.send(http.MethodDelete, path, nil).refused(http.StatusPreconditionRequired)
	changed := with(etag).send(http.MethodPatch, path, patch).want(http.StatusNoContent)
	if p := with(etag).send(http.MethodPatch, path, patch).refused(http.StatusPreconditionFailed); p.Current["height_m"] != 9.0 {
		t.Errorf("the current record is %v", p.Current)
	}
	etag = changed.header.Get("ETag")
	if _, one = read(); string(one.Properties["height_m"]) != "9.0" || string(one.Properties["code"]) != `"P1"` || fmt.Sprint(one.Geometry.Coordinates) != "[105.8 21]" {
		t.Errorf("after a patch: %v", one)
	}
	grid := with(etag)
	grid.client = grid.with("Content-Crs", "<http://www.opengis.net/def/crs/EPSG/0/9210>").with("Content-Type", "application/geo+json")
	etag = grid.send(http.MethodPut, path, aFeature(record{"type": "Point", "coordinates": []float64{595995.344, 1197029.419}},
		record{"code": "P2", "version": 1, "owner": nil})).want(http.StatusNoContent).header.Get("ETag")
	if _, one = read(); string(one.Properties["height_m"]) != "null" || string(one.Properties["code"]) != `"P2"` || !strings.HasPrefix(fmt.Sprint(one.Geometry.Coordinates), "[106.6297 10.8231") {
		t.Errorf("after a put: %v", one)
	}
	duct := aFeature(record{"type": "MultiLineString", "coordinates": [][][]float64{{{105.8, 21}, {105.81, 21}}}}, record{"code": "D1"})
	f.send(http.MethodPost, "/collections/ducts/items", duct).want(http.StatusCreated)
	p := f.send(http.MethodPost, "/collections/poles/items", aFeature(point(105.8, 210), record{"nonsense": 1, "height_m": "tall"})).refused(http.StatusUnprocessableEntity)
	if len(p.Faults) < 2 || p.Faults[0].Pointer != "/properties/nonsense" && p.Faults[1].Pointer != "/properties/nonsense" {
		t.Errorf("faults %v", p.Faults)
	}
	f.send(http.MethodPost, "/collections/poles/items", record{"code": "P3"}).refused(http.StatusUnprocessableEntity, "feature.type ")
	f.send(http.MethodPost, "/collections/tenancies/items", duct).refused(http.StatusNotFound)
	with(etag).send(http.MethodDelete, path, nil).want(http.StatusNoContent)
	f.get(path).refused(http.StatusNotFound)
}

// What is wrong with a feature is said where it is, and how it is mended.
func TestFeatureFaults(t *testing.T) {
	t.Parallel()
	s := serve(t)
	f := s.features(t)
	grid := features{f.with("Content-Crs", "<http://www.opengis.net/def/crs/EPSG/0/9210>"), f.base}
	bowtie := record{"type": "MultiPolygon", "coordinates": [][][][]float64{{{{105, 21}, {105.1, 21.1}, {105.1, 21}, {105, 21.1}, {105, 21}}}}}
	for name, c := range map[string]struct {
		f                 features
		collection        string
		body              record
		rule, at, mending string
	}{
		"a value":           {f, "poles", aFeature(point(105.8, 21), record{"code": "P1", "operating_from": "2020-02-01", "operating_to": "2020-01-01"}), "dates.order", "/properties/operating_to", ""},
		"a date":            {f, "poles", aFeature(point(105.8, 21), record{"code": "P1", "operating_from": "9999-12-31"}), "field.type", "/properties/operating_from", "2200"},
		"a position":        {f, "poles", aFeature(record{"type": "Point", "coordinates": "x"}, record{"code": "P1"}), "field.type", "/geometry", "GeoJSON"},
		"degrees as metres": {grid, "poles", aFeature(record{"type": "Point", "coordinates": []float64{105.8, 21}}, record{"code": "P1"}), "coordinate.range", "/geometry", "Content-Crs"},
		"northing first":    {grid, "poles", aFeature(record{"type": "Point", "coordinates": []float64{1197029.419, 595995.344}}, record{"code": "P1"}), "coordinate.range", "/geometry", "Content-Crs"},
		"a boundary":        {f, "zones", aFeature(bowtie, record{"code": "Z1", "name": "Khu", "zone_kind": "mast"}), "geometry.crossing", "/geometry", "đường biên"},
	} {
		p := c.f.send(http.MethodPost, "/collections/"+c.collection+"/items", c.body).refused(http.StatusUnprocessableEntity)
		if len(p.Faults) != 1 || p.Faults[0].Rule != c.rule || p.Faults[0].Pointer != c.at || !strings.Contains(p.Faults[0].Mend.VI+p.Faults[0].Mend.EN, c.mending) {
			t.Errorf("%s: %+v", name, p.Faults)
		}
	}
	made := f.send(http.MethodPost, "/collections/poles/items", aFeature(point(105.8, 21), record{"code": "P1", "name": "Cột Hải"})).want(http.StatusCreated)
	path := strings.TrimPrefix(made.header.Get("Location"), f.base)
	for _, tag := range []string{"*", `"pole-999-1"`} {
		p := (features{f.with("If-Match", tag), f.base}).send(http.MethodPatch, path, aFeature(nil, record{"note": "x"})).refused(http.StatusPreconditionFailed)
		if !strings.Contains(p.Detail, "ETag") || p.Current["code"] != "P1" {
			t.Errorf("%s: %+v", tag, p)
		}
	}
	if got := f.send(http.MethodPut, "/collections/poles/items", record{}).header.Get("Allow"); !strings.Contains(got, "HEAD") {
		t.Errorf("Allow: %s", got)
	}
	for _, number := range []string{"NaN", "Infinity", "-inf", "1e999"} {
		f.get("/collections/poles/items?height_m="+number).refused(http.StatusBadRequest, "parameter.invalid height_m")
	}
	if n := f.page("/collections/poles/items?name=" + url.QueryEscape(norm.NFD.String("Cột Hải"))).NumberMatched; n != 1 {
		t.Errorf("a decomposed name finds %d", n)
	}
}

// What may be done is said by right; who may not is refused.
func TestFeatureRights(t *testing.T) {
	t.Parallel()
	s := serve(t)
	f := s.features(t)
	f.create("organizations", record{"code": "VTL", "name": "Viettel"})
	pole := f.create("poles", record{"code": "P1", "geometry": point(105.8, 21)})
	item := fmt.Sprintf("/collections/poles/items/%d", pole.id())
	key := func(name string, grants registry.Grants, scope registry.Scope) features {
		t.Helper()
		secret, _, err := s.db.CreateKey(t.Context(), registry.Command("test", "", ""), postgres.KeyOrder{Name: name, Grants: &grants, Scope: scope})
		if err != nil {
			t.Fatal(err)
		}
		return features{f.with("Authorization", "Bearer "+secret), f.base}
	}
	filer := registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "VTL"}
	for name, c := range map[string]struct {
		who         features
		items, item string
	}{
		"officer": {f, "GET, HEAD, OPTIONS, POST", "GET, HEAD, OPTIONS, PUT, PATCH, DELETE"},
		"filer":   {key("filer", filer, registry.Scope{}), "GET, HEAD, OPTIONS, POST", "GET, HEAD, OPTIONS, PUT, PATCH, DELETE"},
		"reader":  {key("reader", filer, registry.Scope{ReadOnly: true}), "GET, HEAD, OPTIONS", "GET, HEAD, OPTIONS"},
		"sites":   {key("sites", filer, registry.Scope{Nouns: []string{"site"}}), "GET, HEAD, OPTIONS", "GET, HEAD, OPTIONS"},
		"nobody":  {features{f.with("Authorization", ""), f.base}, "GET, HEAD, OPTIONS", "GET, HEAD, OPTIONS"},
	} {
		if got := c.who.send(http.MethodOptions, "/collections/poles/items", nil).want(http.StatusNoContent).header.Get("Allow"); got != c.items {
			t.Errorf("%s may do %s in the collection", name, got)
		}
		if got := c.who.send(http.MethodOptions, item, nil).want(http.StatusNoContent).header.Get("Allow"); got != c.item {
			t.Errorf("%s may do %s with a feature", name, got)
		}
		status := map[string]int{"officer": http.StatusPreconditionRequired, "filer": http.StatusForbidden, "reader": http.StatusForbidden,
			"sites": http.StatusNotFound, "nobody": http.StatusUnauthorized}[name]
		if name == "filer" { // who says on what it is based, of a record of nobody's
			c.who.client = c.who.with("If-Match", pole.etag("pole"))
		}
		if name == "reader" || name == "sites" {
			c.who.client = c.who.with("If-Match", pole.etag("pole"))
		}
		c.who.send(http.MethodPatch, item, record{"properties": record{"height_m": 9}}).refused(status)
	}
}

// A key made for QGIS writes over what stands; both versions stay in the log, and
// who is written over is told, by the version that was read or within a day.
func TestLastWriter(t *testing.T) {
	t.Parallel()
	s := serve(t)
	f := s.features(t)
	f.create("organizations", record{"code": "VTL", "name": "Viettel"})
	filer := registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "VTL"}
	office := map[string]client{}
	for _, login := range []string{"hoa@viettel.example", "an@viettel.example"} {
		s.account(t, login, filer)
		office[login] = s.browser(t, s.session(t, login))
	}
	hoa, an := office["hoa@viettel.example"], office["an@viettel.example"]
	var made struct{ Secret string }
	an.do(http.MethodPost, "/api/v1/keys", record{"name": "qgis-an", "last_writer": true}).want(http.StatusCreated).read(&made)
	qgis := features{f.with("Authorization", "Bearer "+made.Secret), f.base}
	pole := hoa.create("poles", record{"code": "P1", "owner": "VTL", "height_m": 8.5, "road": "Trần Phú", "geometry": point(105.8, 21)})
	item, api := fmt.Sprintf("/collections/poles/items/%d", pole.id()), fmt.Sprintf("/api/v1/poles/%d", pole.id())
	pole = hoa.with("If-Match", pole.etag("pole")).do(http.MethodPatch, api, record{"height_m": 9, "line_no": "7"}).want(http.StatusOK).record()
	notices := func(c client) (list []record) {
		t.Helper()
		for _, n := range c.list("/api/v1/notices") {
			if n["kind"] != "overwritten" || n["title"].(map[string]any)["vi"] != "Cột treo cáp P1: thay đổi của bạn đã bị ghi đè" || n["due_on"] != nil {
				t.Errorf("a notice says %v", n)
			}
			list = append(list, record(n["overwritten"].(map[string]any)))
		}
		return list
	}
	// what somebody else had set and stays is nobody's loss
	qgis.send(http.MethodPatch, item, record{"properties": record{"route_code": "T1"}}).want(http.StatusNoContent)
	if got := notices(hoa); len(got) != 0 {
		t.Fatalf("told of nothing: %v", got)
	}
	qgis.send(http.MethodPatch, item, record{"properties": record{"height_m": 7.5}}).want(http.StatusNoContent)
	got := notices(hoa)
	if len(got) != 1 || fmt.Sprint(got[0]["fields"]) != "[height_m]" || got[0]["by"] != "key:qgis-an" || got[0]["noun"] != "poles" || got[0].id() != pole.id() {
		t.Fatalf("the loser is told %v", got)
	}
	if got := notices(an); len(got) != 0 {
		t.Errorf("the writer is told %v", got)
	}
	var history struct {
		Items []struct{ Before, After record }
	}
	f.do(http.MethodGet, api+"/history", nil).want(http.StatusOK).read(&history)
	if last := history.Items[len(history.Items)-1]; last.Before["height_m"] != 9.0 && history.Items[0].Before["height_m"] != 9.0 {
		t.Errorf("the log ends with %v", last)
	}
	// a whole feature says which version was read: what was set before it was seen
	whole := func(version int, road string) record {
		return aFeature(point(105.8, 21), record{"code": "P1", "owner": "VTL", "version": version, "road": road, "height_m": 7.5, "line_no": "7", "route_code": "T1"})
	}
	version := int(f.do(http.MethodGet, api, nil).want(http.StatusOK).record()["version"].(float64))
	qgis.send(http.MethodPut, item, whole(version, "Lê Lợi")).want(http.StatusNoContent)
	if got := notices(hoa); len(got) != 1 {
		t.Errorf("told of what had been read: %v", got)
	}
	current := f.do(http.MethodGet, api, nil).want(http.StatusOK).record()
	hoa.with("If-Match", current.etag("pole")).do(http.MethodPatch, api, record{"road": "Hùng Vương"}).want(http.StatusOK)
	qgis.send(http.MethodPut, item, whole(version+1, "Quang Trung")).want(http.StatusNoContent)
	if got := notices(hoa); len(got) != 2 || fmt.Sprint(got[0]["fields"]) != "[road]" {
		t.Errorf("the second time the loser is told %v", got)
	}
	// who says on what version it is based is held to it all the same
	stale := features{qgis.with("If-Match", pole.etag("pole")), f.base}
	stale.send(http.MethodPatch, item, record{"properties": record{"height_m": 1}}).refused(http.StatusPreconditionFailed)
	qgis.send(http.MethodDelete, item, nil).want(http.StatusNoContent)
	if got := notices(hoa); len(got) != 3 {
		t.Errorf("of a deletion the loser is told %v", got)
	}
}
