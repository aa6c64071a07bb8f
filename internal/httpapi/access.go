package httpapi

import (
	"github.com/labstack/echo/v4"
)

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
	return sendPage(c, list, next)
}

// whyRead takes the reason of a reader into the access log.
func whyRead(c echo.Context) (err error) {
	if c.Request().Header.Get(readReasonHeader) != "" {
		who := actor(c)
		if who.Reason, err = reason(c.Request(), readReasonHeader); err != nil {
			return err
		}
		become(c, who)
	}
	return nil
}
