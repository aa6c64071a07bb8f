package httpapi

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// searchAnswer lists what was found: by nouns, the nearest to what is asked first.
type searchAnswer struct {
	AsOf registry.Date  `json:"as_of"`
	Hits []postgres.Hit `json:"hits"`
}

// search answers which records a text names.
func (s *Server) search(c echo.Context) error {
	q := newQuery(c)
	text := q.atMost("q", registry.MaxSearchChars)
	day := q.asOf(s.options.Today())
	ahead := q.boolean("ahead")
	most := q.integer("limit", 5, 1, postgres.HitsOfEach)
	if err := q.done(); err != nil {
		return err
	}
	hits, err := s.db.Find(c.Request().Context(), actor(c), text, day, ahead, int(most))
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, searchAnswer{day, hits})
}
