package httpapi

import (
	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/auth"
	"github.com/hatangso/hatangso/internal/registry"
)

// byKey gives who bears the key a request carries, anonymous when it carries
// none.
func (s *Server) byKey(c echo.Context) (registry.Actor, error) {
	header := c.Request().Header.Get(echo.HeaderAuthorization)
	if header == "" {
		return registry.Anonymous, nil
	}
	token := auth.FromHeader(header)
	if token == "" {
		return registry.Anonymous, registry.Errorf(registry.CodeUnauthorized, "Dùng Authorization: Bearer <token>.", "Use Authorization: Bearer <token>.")
	}
	return s.db.ActorOf(c.Request().Context(), token)
}
