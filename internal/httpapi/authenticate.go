package httpapi

import (
	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/registry"
)

const actorKey = "actor"

// actor is who is asking, as authenticate found.
func actor(c echo.Context) registry.Actor { return c.Get(actorKey).(registry.Actor) }

// authenticate finds who is asking. No credentials means anonymous; wrong ones
// are refused rather than taken for none.
func (s *Server) authenticate(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		who, err := s.byKey(c)
		if err == nil && who.Name == registry.Anonymous.Name {
			who, err = s.bySession(c)
		}
		if err != nil {
			return err
		}
		who.RequestID = id(c)
		c.Set(actorKey, who)
		return next(c)
	}
}
