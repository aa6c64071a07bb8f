package httpapi

import (
	"net/http"
	"strconv"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/registry"
)

// The years that a reconciliation may be of.
const (
	firstDII = 2020
	lastDII  = 2100
)

// dii holds our values of a year against the Authority's two rounds.
func (s *Server) dii(c echo.Context) error {
	q := newQuery(c)
	asOf := q.date("as_of")
	if err := q.done(); err != nil {
		return err
	}
	year, err := strconv.Atoi(c.Param("year"))
	if err != nil || year < firstDII || year > lastDII {
		return registry.Errorf(registry.CodeNotFound, "Không có đối soát DII của năm %q.", "There is no reconciliation of the DII of the year %q.", c.Param("year"))
	}
	r, err := s.db.DII(c.Request().Context(), actor(c), year, asOf)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, r)
}
