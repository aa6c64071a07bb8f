package httpapi

import (
	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/registry"
)

const actorKey = "actor"

// actor is who is asking, as authenticate found.
func actor(c echo.Context) registry.Actor { return *c.Get(actorKey).(*registry.Actor) }

// become has a request go on as who, for all that comes after.
func become(c echo.Context, who registry.Actor) {
	if known, ok := c.Get(actorKey).(*registry.Actor); ok {
		*known = who
		return
	}
	c.Set(actorKey, &who)
}

// authenticate finds who is asking. No credentials means anonymous; wrong ones
// are refused rather than taken for none.
func (s *Server) authenticate(c echo.Context) error {
	who, err := s.byKey(c)
	if err == nil && who.Name == registry.Anonymous.Name {
		who, err = s.bySession(c)
	}
	if err != nil {
		return err
	}
	who.RequestID = id(c)
	become(c, who)
	return nil
}
