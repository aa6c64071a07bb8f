package httpapi_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/hatangso/hatangso/internal/httpapi"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// A map's way through a layer: its description, a tile, the same tile again, an
// edit, and the tile as it is then, within two seconds and in another process too.
func TestTiles(t *testing.T) {
	t.Parallel()
	s := serve(t)
	other := httpapi.New(s.db, httpapi.Options{})
	for _, p := range []*httpapi.Server{s.Server, other} {
		go p.KeepTiles(t.Context())
	}
	c := s.as(t)
	c.create("organizations", record{"code": "VNPT", "name": "VNPT", "kind": "operator"})
	c.create("units", record{"level": "commune", "code": "00001", "name": "Phường Một", "valid_from": "2020-01-01", "geometry": square(105.8, 21, 0.1)})
	pole := c.create("poles", record{"code": "C1", "owner": "VNPT", "operating_from": "2021-05-01", "geometry": point(exactLon, exactLat)})

	var described struct {
		TileJSON     string
		Tiles        []string
		Bounds       []float64
		VectorLayers []struct {
			ID     string
			Fields map[string]string
		} `json:"vector_layers"`
	}
	c.do(http.MethodGet, "/tiles/poles.json?as_of=2024-01-01", nil).want(http.StatusOK).read(&described)
	at := tileAt(14, exactLon, exactLat)
	path, ok := strings.CutPrefix(strings.NewReplacer("{z}", "14", "{x}", fmt.Sprint(at.X), "{y}", fmt.Sprint(at.Y)).Replace(described.Tiles[0]), s.url)
	if described.TileJSON != "3.0.0" || !ok || len(described.Bounds) != 4 || described.VectorLayers[0].ID != "poles" || described.VectorLayers[0].Fields["tenants"] == "" {
		t.Fatalf("%+v", described)
	}
	a := c.do(http.MethodGet, path, nil).want(http.StatusOK)
	features, err := readMVT(a.body, at)
	if err != nil || len(features) != 1 || features[0].layer != "poles" || int64(features[0].id) != pole.id() || features[0].values["code"] != "C1" ||
		features[0].values["owner"] != "VNPT" || features[0].values["shared"] != false || features[0].values["cluster"] != nil {
		t.Fatalf("%v %+v", err, features)
	}
	for name := range features[0].values {
		if described.VectorLayers[0].Fields[name] == "" {
			t.Errorf("property %s is not described", name)
		}
	}
	tag := a.header.Get("ETag")
	c.with("If-None-Match", tag).do(http.MethodGet, path, nil).want(http.StatusNotModified)
	zipped := c.with("Accept-Encoding", "gzip").do(http.MethodGet, path, nil).want(http.StatusOK)
	unzipped, err := gzip.NewReader(bytes.NewReader(zipped.body))
	if err != nil {
		t.Fatal(err)
	}
	if plain, err := io.ReadAll(unzipped); err != nil || len(plain) == 0 || zipped.header.Get("Content-Encoding") != "gzip" || zipped.header.Get("ETag") == "" || zipped.header.Get("Vary") == "" {
		t.Error(err, zipped.header)
	}
	bare := c.with("Accept-Encoding", "identity").do(http.MethodGet, path, nil).want(http.StatusOK)
	if bare.header.Get("Content-Encoding") != "" || !bytes.Equal(bare.body, a.body) || bare.header.Get("ETag") == zipped.header.Get("ETag") {
		t.Error("the same tile uncompressed", bare.header)
	}
	// a day before it was there, and from far
	if early := c.do(http.MethodGet, strings.Replace(path, "2024", "2020", 1), nil).want(http.StatusOK); len(early.body) != 0 {
		t.Errorf("%q before it was built", early.body)
	}
	far := tileAt(6, exactLon, exactLat)
	features, err = readMVT(c.do(http.MethodGet, fmt.Sprintf("/tiles/poles/%s.mvt", far), nil).want(http.StatusOK).body, far)
	if err != nil || len(features) != 1 || features[0].values["cluster"] != true || features[0].values["count"] != int64(1) || features[0].values["owner"] != "VNPT" {
		t.Errorf("%v %+v", err, features)
	}

	for _, p := range []*httpapi.Server{s.Server, other} { // both have it in memory
		soon(t, "a tile in memory", func() bool {
			before := p.TileStats().Hits
			c.tileOf(p, path)
			return p.TileStats().Hits > before
		})
	}
	type news struct {
		Process string
		Layers  map[string]int64
	}
	newsOf := func(p *httpapi.Server) (n news) {
		w := httptest.NewRecorder()
		p.Handler().ServeHTTP(w, c.request(http.MethodGet, "/tiles/news", nil))
		if err := json.Unmarshal(w.Body.Bytes(), &n); err != nil || w.Code != http.StatusOK {
			t.Fatal(w.Code, err)
		}
		return n
	}
	before := []news{newsOf(s.Server), newsOf(other)}
	if before[0].Process == before[1].Process || len(before[0].Layers) != len(postgres.TileLayers()) {
		t.Errorf("%+v", before)
	}
	edited := time.Now()
	c.with("If-Match", pole.etag("pole")).do(http.MethodPatch, fmt.Sprintf("/api/v1/poles/%d", pole.id()), record{"code": "C2"}).want(http.StatusOK)
	for _, p := range []*httpapi.Server{s.Server, other} {
		soon(t, "the edit", func() bool { return bytes.Contains(c.tileOf(p, path), []byte("C2")) })
	}
	for i, p := range []*httpapi.Server{s.Server, other} {
		if n := newsOf(p).Layers; n["poles"] == before[i].Layers["poles"] || n["ducts"] != before[i].Layers["ducts"] {
			t.Errorf("%v after %v", n, before[i].Layers)
		}
	}
	if took := time.Since(edited); took > 2*time.Second {
		t.Errorf("the edit shows after %s", took)
	}

	for path, status := range map[string]int{
		"/tiles/poles/14/1/x.mvt": 404, "/tiles/poles/14/1/99999.mvt": 404, "/tiles/poles/23/1/1.mvt": 404, "/tiles/poles/14/1/1.png": 404, "/tiles/fields/1/1/1.mvt": 404,
		"/tiles/poles.xml": 404, "/tiles/fields.json": 404, "/tiles/poles/14/1/1.mvt?as_of=x": 400, "/tiles/poles/14/1/1.mvt?service=fibre": 400,
		"/tiles/villages/14/1/1.mvt?technology=9G": 400, "/tiles/villages/14/1/1.mvt?service=x": 400, "/tiles/villages.json?technology=9G": 400, "/tiles/villages/14/1/1.mvt?service=fibre": 200,
	} {
		c.do(http.MethodGet, path, nil).want(status)
	}
}

// What a map colours sites by is counted in their clusters, as far as its reader
// may know it; areas are named at one point.
func TestTilesTell(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c := s.as(t)
	unit := c.create("units", record{"level": "commune", "code": "00001", "name": "Phường Một", "valid_from": "2020-01-01", "geometry": square(105.8, 21, 0.1)})
	for i, owner := range []string{"VNPT", "Viettel", "Viettel"} {
		if i < 2 {
			c.create("organizations", record{"code": owner, "name": owner, "kind": "operator"})
		}
		site := c.create("sites", record{"code": fmt.Sprint("S", i), "owner": owner, "operating_from": "2021-05-01", "geometry": point(exactLon, exactLat)})
		if i < 2 {
			c.create("stations", record{"code": fmt.Sprint("T", i), "site": site.id(), "technology": []string{"3G", "4G"}[i], "operator": owner, "on_air_from": "2021-06-01"})
			c.create("stations", record{"code": fmt.Sprint("U", i), "site": site.id(), "technology": "2G", "operator": "VNPT", "on_air_from": "2021-06-01"})
		}
	}
	public := s.visited(httpapi.Options{PublicReading: true})
	far := tileAt(6, exactLon, exactLat)
	for told, want := range map[string]string{
		"owner": `{"Viettel":2,"VNPT":1}`, "operators": `{"":1,"Viettel|VNPT":1,"VNPT":1}`, "technologies": `{"":1,"3G":1,"4G":1}`, "tenants": `{"0":2,"1":1}`,
		"certificate": `{"":3}`, "status": `{"operating":3}`,
	} {
		path := fmt.Sprintf("/tiles/sites/%s.mvt?told=%s", far, told)
		features, err := readMVT(c.do(http.MethodGet, path, nil).want(http.StatusOK).body, far)
		if err != nil || len(features) != 1 || features[0].values["count"] != int64(3) || features[0].values["theirs"] != want {
			t.Errorf("%s: %v %+v, want %s", told, err, features, want)
		}
		w := public.ask("203.0.113.9", path)
		features, err = readMVT(w.Body.Bytes(), far)
		known := told == "status" || told == "technologies" // to everybody
		if err != nil || len(features) != 1 || features[0].values["count"] != int64(3) || (features[0].values["theirs"] != nil) != known || (features[0].values[told] != nil) != known {
			t.Errorf("the public is told of %s: %v %+v", told, err, features)
		}
	}
	c.do(http.MethodGet, fmt.Sprintf("/tiles/sites/%s.mvt?told=contact", far), nil).want(http.StatusBadRequest)
	features, err := readMVT(c.do(http.MethodGet, fmt.Sprintf("/tiles/units/%s.mvt", far), nil).want(http.StatusOK).body, far)
	if err != nil || len(features) != 2 || features[1].layer != "units-names" || int64(features[1].id) != unit.id() || features[1].values["name"] != "Phường Một" || features[1].values["level"] != "commune" || features[1].values["code"] == nil {
		t.Errorf("%v %+v", err, features)
	}
	corner := tileAt(14, 105.84, 21.04)
	features, err = readMVT(c.do(http.MethodGet, fmt.Sprintf("/tiles/units/%s.mvt", corner), nil).want(http.StatusOK).body, corner)
	if err != nil || len(features) != 1 || features[0].layer != "units" {
		t.Errorf("a corner is named: %v %+v", err, features)
	}
}

// tileOf asks a server for a tile past the network.
func (c client) tileOf(p *httpapi.Server, path string) []byte {
	c.Helper()
	w := httptest.NewRecorder()
	p.Handler().ServeHTTP(w, c.request(http.MethodGet, path, nil))
	if w.Code != http.StatusOK {
		c.Fatalf("%s: %d %s", path, w.Code, w.Body)
	}
	return w.Body.Bytes()
}

// Whose ducts somebody looks at on a tile is told that they did, also of tiles
// from memory; who looks at their own is not.
func TestTilesOfDuctsAreNoted(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c := s.as(t)
	c.create("organizations", record{"code": "VNPT", "name": "VNPT", "kind": "operator"})
	c.create("organizations", record{"code": "Viettel", "name": "Viettel", "kind": "operator"})
	for i := range 3 {
		c.create("ducts", record{"code": fmt.Sprintf("D%d", i), "owner": "VNPT", "geometry": line(exactLon, exactLat, lineLon, lineLat)})
	}
	reader := func(organization string) client {
		secret, _, err := s.db.CreateKey(t.Context(), registry.Command("test", "", ""), postgres.KeyOrder{Name: organization,
			Grants: &registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: organization}})
		if err != nil {
			t.Fatal(err)
		}
		return c.with("Authorization", "Bearer "+secret)
	}
	path := fmt.Sprintf("/tiles/ducts/%s.mvt", tileAt(14, exactLon, exactLat))
	for _, who := range []client{reader("VNPT"), reader("Viettel")} {
		for range 3 {
			if a := who.do(http.MethodGet, path, nil).want(http.StatusOK); len(a.body) == 0 {
				t.Fatal("nothing to see")
			}
		}
	}
	type noted struct {
		Organization string
		Records      int64
	}
	log := func() (out []noted) {
		rows, err := s.sql.Query(t.Context(), `SELECT organization, records FROM access WHERE noun = 'duct'`)
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		for rows.Next() {
			var n noted
			if err := rows.Scan(&n.Organization, &n.Records); err != nil {
				t.Fatal(err)
			}
			out = append(out, n)
		}
		return out
	}
	// that somebody looked is there at once, how much when it is flushed
	if got := log(); !slices.Equal(got, []noted{{"Viettel", 3}}) {
		t.Errorf("%+v", got)
	}
	for range 2 {
		if err := s.db.FlushTileReads(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if got := log(); !slices.Equal(got, []noted{{"Viettel", 9}}) {
		t.Errorf("%+v", got)
	}
}

// OGC API – Tiles: from a collection to its tiles, link by link.
func TestOGCTiles(t *testing.T) {
	t.Parallel()
	s := serve(t)
	s.as(t).create("poles", record{"code": "C1", "geometry": point(exactLon, exactLat)})
	f := s.features(t)
	var collection, set struct {
		Links []link
	}
	f.get("/collections/poles").want(http.StatusOK).read(&collection)
	var sets struct {
		Tilesets []struct {
			TileMatrixSetURI string `json:"tileMatrixSetURI"`
			Links            []link
		}
	}
	f.get(linked(collection.Links, "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector")).want(http.StatusOK).read(&sets)
	if len(sets.Tilesets) != 1 || sets.Tilesets[0].TileMatrixSetURI != "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad" {
		t.Fatalf("%+v", sets)
	}
	f.get(linked(sets.Tilesets[0].Links, "self")).want(http.StatusOK).read(&set)
	at := tileAt(14, exactLon, exactLat)
	item := strings.NewReplacer("{tileMatrix}", "14", "{tileRow}", fmt.Sprint(at.Y), "{tileCol}", fmt.Sprint(at.X)).Replace(linked(set.Links, "item"))
	a := f.get(item + "?f=mvt").want(http.StatusOK)
	if features, err := readMVT(a.body, at); err != nil || len(features) != 1 || a.header.Get("Content-Type") != "application/vnd.mapbox-vector-tile" {
		t.Errorf("%v %+v %v", err, features, a.header)
	}
	var matrices struct {
		ID           string
		TileMatrices []struct {
			ID               string
			ScaleDenominator float64
			CellSize         float64
			PointOfOrigin    [2]float64
			MatrixWidth      int
		}
	}
	f.get(linked(set.Links, "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme") + "?f=json").want(http.StatusOK).read(&matrices)
	// the figures of 17-083r4, table D.1
	if m := matrices.TileMatrices[10]; matrices.ID != "WebMercatorQuad" || m.ID != "10" || m.MatrixWidth != 1024 ||
		!near(m.ScaleDenominator, 545978.773465544) || !near(m.CellSize, 152.874056570353) || !near(m.PointOfOrigin[1], 20037508.3427892) {
		t.Errorf("%+v", m)
	}
	var landing struct{ Links []link }
	f.get("/").want(http.StatusOK).read(&landing)
	f.get(linked(landing.Links, "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes")).want(http.StatusOK)
	var conformance struct{ ConformsTo []string }
	f.get("/conformance").want(http.StatusOK).read(&conformance)
	if !slices.Contains(conformance.ConformsTo, "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core") {
		t.Errorf("%v", conformance.ConformsTo)
	}
	for _, path := range []string{"/tileMatrixSets/Other", "/collections/poles/tiles/Other", "/collections/poles/tiles/Other/1/1/1", "/collections/permits/tiles", "/collections/poles/tiles/WebMercatorQuad/1/2/0"} {
		f.get(path).refused(http.StatusNotFound)
	}
	f.get("/collections/poles/tiles?f=xml").refused(http.StatusBadRequest, "parameter.invalid f")
}

func near(got, want float64) bool { return got > want*(1-1e-9) && got < want*(1+1e-9) }
