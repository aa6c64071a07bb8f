package httpapi

import (
	"net/http"
	"strings"
	"sync"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/basemap"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/tile"
)

const (
	basemapsPath    = "/basemaps"
	basemapFilePath = basemapsPath + "/:file"
	basemapTilePath = basemapsPath + "/:id/:z/:x/:y"
)

// basemapAnswer is a map that may lie under the register's own, as the page draws it.
type basemapAnswer struct {
	ID    string        `json:"id"`
	Title registry.Text `json:"title"`
	// Tiles is the template of its pictures' addresses, or pmtiles:// and where its
	// file is.
	Tiles       string `json:"tiles"`
	Attribution string `json:"attribution"`
	MinZoom     int    `json:"min_zoom"`
	MaxZoom     int    `json:"max_zoom"`
	TileSize    int    `json:"tile_size"`
}

// policyWith is the policy of pages, opened for the hosts of basemaps and no others.
func policyWith(basemaps []basemap.Basemap) string {
	origins := strings.Join(basemap.Origins(basemaps), " ")
	if origins == "" {
		return contentSecurityPolicy
	}
	return strings.NewReplacer("img-src 'self'", "img-src 'self' "+origins, "connect-src 'self'", "connect-src 'self' "+origins).Replace(contentSecurityPolicy)
}

// listBasemaps answers which maps may lie under the register's own.
func (s *Server) listBasemaps(c echo.Context) error {
	list := []basemapAnswer{}
	for i := range s.options.Basemaps {
		b := &s.options.Basemaps[i]
		a := basemapAnswer{b.ID, b.Title, b.URL, b.Attribution, b.MinZoom, b.MaxZoom, b.TileSize}
		switch {
		case b.Kind == basemap.PMTiles && b.File != "":
			a.Tiles = "pmtiles://" + s.base(c) + basemapsPath + "/" + b.ID + ".pmtiles"
		case b.Kind == basemap.PMTiles:
			a.Tiles = "pmtiles://" + b.URL
		case b.Kind == basemap.MBTiles:
			a.Tiles = s.base(c) + basemapsPath + "/" + b.ID + "/{z}/{x}/{y}"
		}
		list = append(list, a)
	}
	c.Response().Header().Set("Cache-Control", "no-cache")
	return c.JSON(http.StatusOK, map[string]any{"basemaps": list})
}

// basemapOf finds a basemap of a kind that lies in a file here.
func (s *Server) basemapOf(id string, kind basemap.Kind) (*basemap.Basemap, error) {
	for i := range s.options.Basemaps {
		if b := &s.options.Basemaps[i]; b.ID == id && b.Kind == kind && b.File != "" {
			return b, nil
		}
	}
	return nil, registry.Errorf(registry.CodeNotFound, "Không có bản đồ nền %q.", "There is no basemap %q.", id)
}

// picturesOf gives what opens each file of pictures, when the first of them is asked
// for and for as long as the program runs.
func picturesOf(basemaps []basemap.Basemap) map[string]func() (*basemap.Tiles, error) {
	open := map[string]func() (*basemap.Tiles, error){}
	for i := range basemaps {
		if b := &basemaps[i]; b.Kind == basemap.MBTiles {
			open[b.ID] = sync.OnceValues(func() (*basemap.Tiles, error) { return basemap.Open(b) })
		}
	}
	return open
}

// basemapFile answers with the ranges of a PMTiles file that are asked for.
func (s *Server) basemapFile(c echo.Context) error {
	id, _ := strings.CutSuffix(c.Param("file"), ".pmtiles")
	b, err := s.basemapOf(id, basemap.PMTiles)
	if err != nil {
		return err
	}
	h := c.Response().Header()
	h.Set("Content-Type", "application/vnd.pmtiles")
	h.Set("Cache-Control", "no-cache")
	h.Set("Content-Encoding", "identity") // a range of what is compressed is none of the file
	http.ServeFile(c.Response(), c.Request(), b.File)
	return nil
}

// basemapTile answers with a picture of an MBTiles file.
func (s *Server) basemapTile(c echo.Context) error {
	b, err := s.basemapOf(c.Param("id"), basemap.MBTiles)
	if err != nil {
		return err
	}
	a, err := tile.ParseAddress(c.Param("z"), c.Param("x"), c.Param("y"))
	if err != nil {
		return registry.Errorf(registry.CodeNotFound, "Không có ô bản đồ ấy.", "There is no such tile.")
	}
	tiles, err := s.pictures[b.ID]()
	if err != nil {
		return err
	}
	picture, kind, err := tiles.Tile(c.Request().Context(), a.Z, a.X, a.Y)
	if err != nil {
		return err
	}
	c.Response().Header().Set("Cache-Control", "max-age=3600")
	if picture == nil {
		return c.NoContent(http.StatusNoContent)
	}
	return c.Blob(http.StatusOK, kind, picture)
}
