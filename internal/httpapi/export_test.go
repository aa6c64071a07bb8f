package httpapi

import "github.com/labstack/echo/v4"

// Break adds a route whose handler panics.
func (s *Server) Break(path string, with any) {
	s.echo.GET(path, func(echo.Context) error { panic(with) })
}
