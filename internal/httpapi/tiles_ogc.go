package httpapi

import (
	"math"
	"net/http"
	"strconv"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/ogc"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/tile"
)

// OGC API – Tiles – Part 1 (20-057) under /ogc, over the collections of OGC API –
// Features, in the one tile matrix set every map knows (17-083r4, D.1).
const (
	tileMatrixSetsPath = ogcPath + "/tileMatrixSets"
	tilesetsPath       = ogcPath + "/collections/:collection/tiles"
	webMercatorQuad    = "WebMercatorQuad"
	webMercatorURI     = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad"
	webMercatorCRS     = "http://www.opengis.net/def/crs/EPSG/0/3857"
	crs84              = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
)

// tilesConformance are the classes that hold: of OGC API – Tiles and of the Two
// Dimensional Tile Matrix Set standard.
var tilesConformance = []string{
	"http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core",
	"http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tileset",
	"http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tilesets-list",
	"http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/geodata-tilesets",
	"http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/mvt",
	"http://www.opengis.net/spec/tms/2.0/conf/tilematrixset",
	"http://www.opengis.net/spec/tms/2.0/conf/json-tilematrixset",
	"http://www.opengis.net/spec/tms/2.0/conf/tilesetmetadata",
	"http://www.opengis.net/spec/tms/2.0/conf/json-tilesetmetadata",
}

// Relations of links (20-057, table 4).
const (
	relTilesetsVector = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector"
	relTilingScheme   = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme"
	relTilingSchemes  = "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes"
)

// tileLink is a link as OGC API – Tiles has them.
type tileLink struct {
	Rel       string `json:"rel"`
	Type      string `json:"type,omitempty"`
	Title     string `json:"title,omitempty"`
	Href      string `json:"href"`
	Templated bool   `json:"templated,omitempty"`
}

// collectionTilesLinks are the links of a collection to its tiles, none of one
// that has none.
func collectionTilesLinks(site *ogc.Site, collection string) []ogc.Link {
	if postgres.TileLayerOf(collection) == nil {
		return nil
	}
	return []ogc.Link{{Rel: relTilesetsVector, Type: ogc.MediaJSON, Title: site.Say(registry.T("Ô bản đồ véc tơ", "Vector tiles")), Href: site.URL("/collections/"+collection+"/tiles", nil)}}
}

// landingTilesLinks are those of the landing page.
func landingTilesLinks(site *ogc.Site) []ogc.Link {
	return []ogc.Link{{Rel: relTilingSchemes, Type: ogc.MediaJSON, Title: site.Say(registry.T("Cách chia ô", "Tile matrix sets")), Href: site.URL("/tileMatrixSets", nil)}}
}

// noMatrixSet refuses any other way to cut the world into tiles.
func noMatrixSet(name string) error {
	if name == webMercatorQuad {
		return nil
	}
	return registry.Errorf(registry.CodeNotFound, "Không có cách chia ô %q; chỉ có %s.", "There is no tile matrix set %q; there is %s.", name, webMercatorQuad)
}

// asJSON takes the one parameter documents about tiles have: f=json.
func asJSON(c echo.Context) error {
	q := newQuery(c)
	q.choice("f", "json", "json")
	return q.done()
}

// tileMatrixSets lists the ways to cut the world into tiles.
func (s *Server) tileMatrixSets(c echo.Context) error {
	if err := asJSON(c); err != nil {
		return err
	}
	return c.JSON(http.StatusOK, map[string]any{"tileMatrixSets": []any{map[string]any{
		"id": webMercatorQuad, "title": "Google Maps Compatible for the World", "uri": webMercatorURI, "crs": webMercatorCRS,
		"links": []tileLink{{Rel: relTilingScheme, Type: echo.MIMEApplicationJSON, Href: s.base(c) + tileMatrixSetsPath + "/" + webMercatorQuad}},
	}}})
}

// tileMatrix is one zoom of a tile matrix set.
type tileMatrix struct {
	ID               string     `json:"id"`
	ScaleDenominator float64    `json:"scaleDenominator"`
	CellSize         float64    `json:"cellSize"`
	CornerOfOrigin   string     `json:"cornerOfOrigin"`
	PointOfOrigin    [2]float64 `json:"pointOfOrigin"`
	TileWidth        int        `json:"tileWidth"`
	TileHeight       int        `json:"tileHeight"`
	MatrixWidth      int        `json:"matrixWidth"`
	MatrixHeight     int        `json:"matrixHeight"`
}

// The web mercator square: half its side, in metres at the equator, and the size
// of a pixel that scale denominators are of (17-083r4, 6.1.1).
const (
	mercatorHalfM = math.Pi * 6378137
	pixelM        = 0.00028
	pixels        = 256
)

// tileMatrixSet describes WebMercatorQuad.
func (s *Server) tileMatrixSet(c echo.Context) error {
	if err := asJSON(c); err != nil {
		return err
	}
	if err := noMatrixSet(c.Param("set")); err != nil {
		return err
	}
	matrices := make([]tileMatrix, tile.MaxZoom+1)
	for z := range matrices {
		cell := 2 * mercatorHalfM / pixels / math.Exp2(float64(z))
		matrices[z] = tileMatrix{ID: strconv.Itoa(z), ScaleDenominator: cell / pixelM, CellSize: cell, CornerOfOrigin: "topLeft",
			PointOfOrigin: [2]float64{-mercatorHalfM, mercatorHalfM}, TileWidth: pixels, TileHeight: pixels, MatrixWidth: 1 << z, MatrixHeight: 1 << z}
	}
	return c.JSON(http.StatusOK, map[string]any{
		"id": webMercatorQuad, "title": "Google Maps Compatible for the World", "uri": webMercatorURI, "crs": webMercatorCRS,
		"orderedAxes": []string{"X", "Y"}, "wellKnownScaleSet": "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible", "tileMatrices": matrices,
	})
}

// tilesets lists those of a collection: one.
func (s *Server) tilesets(c echo.Context) error {
	if err := asJSON(c); err != nil {
		return err
	}
	l, err := describedLayer(c, c.Param("collection"))
	if err != nil {
		return err
	}
	self := s.tilesetsOf(c, l)
	return c.JSON(http.StatusOK, map[string]any{
		"links": []tileLink{{Rel: "self", Type: echo.MIMEApplicationJSON, Href: self}},
		"tilesets": []any{map[string]any{
			"title": inBoth(l.Noun.Title), "dataType": "vector", "crs": webMercatorCRS, "tileMatrixSetURI": webMercatorURI,
			"links": []tileLink{
				{Rel: "self", Type: echo.MIMEApplicationJSON, Href: self + "/" + webMercatorQuad},
				{Rel: relTilingScheme, Type: echo.MIMEApplicationJSON, Href: s.base(c) + tileMatrixSetsPath + "/" + webMercatorQuad}},
		}},
	})
}

func (s *Server) tilesetsOf(c echo.Context, l *postgres.TileLayer) string {
	return s.base(c) + ogcPath + "/collections/" + l.Name() + "/tiles"
}

// tileset describes the tiles of a collection (17-083r4, 7).
func (s *Server) tileset(c echo.Context) error {
	if err := asJSON(c); err != nil {
		return err
	}
	l, err := describedLayer(c, c.Param("collection"))
	if err == nil {
		err = noMatrixSet(c.Param("set"))
	}
	if err != nil {
		return err
	}
	self := s.tilesetsOf(c, l) + "/" + webMercatorQuad
	properties := map[string]any{}
	for _, p := range l.Properties() {
		properties[p.Name] = map[string]string{"type": schemaType[p.Type], "title": inBoth(p.Title)}
	}
	set := map[string]any{
		"title": inBoth(l.Noun.Title), "description": inBoth(layerText(l)), "dataType": "vector", "crs": webMercatorCRS, "tileMatrixSetURI": webMercatorURI,
		"links": []tileLink{
			{Rel: "self", Type: echo.MIMEApplicationJSON, Href: self},
			{Rel: relTilingScheme, Type: echo.MIMEApplicationJSON, Href: s.base(c) + tileMatrixSetsPath + "/" + webMercatorQuad},
			{Rel: "item", Type: mvtType, Href: self + "/{tileMatrix}/{tileRow}/{tileCol}", Templated: true},
			{Rel: "describedby", Type: echo.MIMEApplicationJSON, Title: "TileJSON", Href: s.base(c) + tilesPath + "/" + l.Name() + ".json"},
		},
		"layers": []any{map[string]any{
			"id": l.Name(), "title": inBoth(l.Noun.Title), "dataType": "vector", "geometryDimension": dimensions[l.Noun.Geometry],
			"minTileMatrix": strconv.Itoa(tileMinZoom), "maxTileMatrix": strconv.Itoa(tileMaxZoom),
			"propertiesSchema": map[string]any{"type": "object", "properties": properties},
		}},
	}
	bounds, err := s.mapExtent(c)
	if err != nil {
		return err
	}
	if bounds != nil {
		set["boundingBox"] = map[string]any{"lowerLeft": bounds.Min, "upperRight": bounds.Max, "crs": crs84}
	}
	return c.JSON(http.StatusOK, set)
}

// schemaType gives JSON Schema's name of a type of TileJSON.
var schemaType = map[string]string{"String": "string", "Number": "number", "Boolean": "boolean"}

var dimensions = map[registry.GeometryType]int{registry.Point: 0, registry.LineString: 1, registry.MultiPolygon: 2}

// readOGCTile answers …/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}.
func (s *Server) readOGCTile(c echo.Context) error {
	if err := noMatrixSet(c.Param("set")); err != nil {
		return err
	}
	q := newQuery(c)
	q.choice("f", "mvt", "mvt")
	return s.sendTile(c, q, c.Param("collection"), c.Param("matrix"), c.Param("col"), c.Param("row"))
}
