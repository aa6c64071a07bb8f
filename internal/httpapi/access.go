package httpapi

import (
	"net/http"
	"strconv"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/postgres"
)

// accessList is a page of the access log.
type accessList struct {
	Items []postgres.Access `json:"items"`
	// Next is the path of the page after this one, null on the last.
	Next *string `json:"next"`
}

// access tells an owner who read where its underground network runs.
func (s *Server) access(c echo.Context) error {
	q := newQuery(c)
	owner, page := q.text("owner"), q.page()
	if err := q.done(); err != nil {
		return err
	}
	list, next, err := s.db.Accesses(c.Request().Context(), actor(c), owner, page)
	if err != nil {
		return err
	}
	answer := accessList{Items: list}
	if next != 0 {
		values := c.Request().URL.Query()
		values.Set("cursor", strconv.FormatInt(next, 10))
		path := c.Request().URL.Path + "?" + values.Encode()
		answer.Next = &path
	}
	return c.JSON(http.StatusOK, answer)
}

// whyRead takes the reason of a reader into the access log.
func whyRead(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) (err error) {
		if c.Request().Header.Get(readReasonHeader) != "" {
			who := actor(c)
			if who.Reason, err = reason(c.Request(), readReasonHeader); err != nil {
				return err
			}
			c.Set(actorKey, who)
		}
		return next(c)
	}
}
