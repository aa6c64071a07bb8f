package httpapi

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/labstack/echo/v4"
	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// Zooms a map asks for; it draws closer ones from the last.
const (
	tileMinZoom = 0
	tileMaxZoom = 16
)

// tileJSON describes a layer to a map (TileJSON 3.0.0): what it asks for, where
// and what features have.
type tileJSON struct {
	TileJSON     string        `json:"tilejson"`
	Name         string        `json:"name"`
	Description  string        `json:"description"`
	Attribution  string        `json:"attribution"`
	Scheme       string        `json:"scheme"`
	Tiles        []string      `json:"tiles"`
	MinZoom      int           `json:"minzoom"`
	MaxZoom      int           `json:"maxzoom"`
	Bounds       []float64     `json:"bounds,omitempty"`
	Center       []float64     `json:"center,omitempty"`
	VectorLayers []vectorLayer `json:"vector_layers"`
}

type vectorLayer struct {
	ID          string            `json:"id"`
	Description string            `json:"description"`
	MinZoom     int               `json:"minzoom"`
	MaxZoom     int               `json:"maxzoom"`
	Fields      map[string]string `json:"fields"`
}

// layerLink is a layer in the list of layers.
type layerLink struct {
	Layer    string                `json:"layer"`
	Title    registry.Text         `json:"title"`
	Geometry registry.GeometryType `json:"geometry"`
	TileJSON string                `json:"tilejson"`
}

// inBoth words a text in both languages, for formats that have room for one.
func inBoth(t registry.Text) string { return t.VI + " / " + t.EN }

// listTileLayers answers /tiles.
func (s *Server) listTileLayers(c echo.Context) error {
	var layers []layerLink
	for _, l := range postgres.TileLayers() {
		if !offered(actor(c), l.Noun) {
			continue
		}
		layers = append(layers, layerLink{l.Name(), l.Noun.Title, l.Noun.Geometry, s.base(c) + tilesPath + "/" + l.Name() + ".json"})
	}
	return c.JSON(http.StatusOK, map[string]any{"layers": layers})
}

// describedLayer finds a layer for who may find something of it: its tiles say so
// themselves, once one is made.
func describedLayer(c echo.Context, name string) (*postgres.TileLayer, error) {
	l, err := tileLayer(name)
	if err == nil {
		err = postgres.MayFind(actor(c), l.Noun)
	}
	return l, err
}

// tileJSON answers /tiles/{layer}.json. The parameters it is given stand in the
// addresses of its tiles.
func (s *Server) tileJSON(c echo.Context) error {
	name, isJSON := strings.CutSuffix(c.Param("file"), ".json")
	if !isJSON {
		return registry.Errorf(registry.CodeNotFound, "Mô tả lớp có tên dạng lớp.json.", "The description of a layer is called layer.json.")
	}
	l, err := describedLayer(c, name)
	if err != nil {
		return err
	}
	q := newQuery(c)
	s.tileQuery(q, l)
	if err := q.done(); err != nil {
		return err
	}
	bounds, err := s.mapExtent(c)
	if err != nil {
		return err
	}
	fields := map[string]string{}
	for _, p := range l.Properties() {
		fields[p.Name] = p.Type + ": " + inBoth(p.Title)
	}
	doc := tileJSON{
		TileJSON: "3.0.0", Scheme: "xyz", MinZoom: tileMinZoom, MaxZoom: tileMaxZoom,
		Name: inBoth(l.Noun.Title), Description: inBoth(layerText(l)), Attribution: "Hạ Tầng Số",
		Tiles: []string{s.base(c) + tilesPath + "/" + l.Name() + "/{z}/{x}/{y}.mvt" + asked(c.QueryParams())},
		VectorLayers: []vectorLayer{
			{ID: l.Name(), Description: inBoth(l.Noun.Title), MinZoom: tileMinZoom, MaxZoom: tileMaxZoom, Fields: fields},
			{ID: l.ThinnedLayer(), Description: inBoth(registry.T("Có khi ô bớt đối tượng", "There when a tile leaves features out")), MinZoom: postgres.RecordZoom, MaxZoom: tileMaxZoom, Fields: map[string]string{
				"shown": "Number: " + inBoth(registry.T("Số đối tượng có trong ô", "Features in the tile")),
				"of":    "Number: " + inBoth(registry.T("Số đối tượng thật có", "Features there are"))}},
		},
	}
	if l.Noun.Geometry == registry.MultiPolygon {
		doc.VectorLayers = append(doc.VectorLayers, vectorLayer{ID: l.NamesLayer(), Description: inBoth(registry.T("Nơi ghi tên vùng", "Where areas are named")), MinZoom: tileMinZoom, MaxZoom: tileMaxZoom,
			Fields: map[string]string{"name": "String: " + inBoth(registry.T("Tên", "Name")), "level": "String: " + inBoth(registry.T("Cấp", "Level")), "code": "String: " + inBoth(registry.T("Mã", "Code"))}})
	}
	if bounds != nil {
		doc.Bounds = []float64{bounds.Min[0], bounds.Min[1], bounds.Max[0], bounds.Max[1]}
		center := bounds.Center()
		doc.Center = []float64{center[0], center[1], 8}
	}
	c.Response().Header().Set("Cache-Control", askedEachTime)
	return c.JSON(http.StatusOK, doc)
}

// mapExtent gives about where the register's units are, nil while none has a
// boundary: where a map begins.
func (s *Server) mapExtent(c echo.Context) (*orb.Bound, error) {
	extents, err := s.db.Extents(c.Request().Context(), []*registry.Noun{registry.UnitNoun})
	return extents[registry.UnitNoun], err
}

// layerText says what a layer shows at which zoom.
func layerText(l *postgres.TileLayer) registry.Text {
	if l.Noun.Geometry == registry.MultiPolygon {
		return registry.T(l.Noun.Title.VI+"; ranh giới được giản lược theo mức thu phóng.", l.Noun.Title.EN+"; borders are simplified by zoom.")
	}
	return registry.T(
		l.Noun.Title.VI+"; từ mức 10 là từng bản ghi, dưới mức 10 là số đếm theo ô lưới.",
		l.Noun.Title.EN+"; records from zoom 10 on, counts by cell below.")
}

// asked gives a query to follow an address, "" for none.
func asked(values url.Values) string {
	if len(values) == 0 {
		return ""
	}
	return "?" + values.Encode()
}
