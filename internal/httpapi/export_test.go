package httpapi

import (
	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/tile"
)

// Break adds a route whose handler panics.
func (s *Server) Break(path string, with any) {
	s.echo.GET(path, func(echo.Context) error { panic(with) })
}

// TileStats gives the figures of the tiles kept.
func (s *Server) TileStats() tile.Stats { return s.tiles.Stats() }
