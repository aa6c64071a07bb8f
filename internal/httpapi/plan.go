package httpapi

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/plan"
)

// planList is every plan.
type planList struct {
	Items []plan.Plan `json:"items"`
}

func (s *Server) listPlans(c echo.Context) error {
	plans, err := s.db.Plans(c.Request().Context(), actor(c))
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, planList{plans})
}

func (s *Server) readPlan(c echo.Context) error {
	p, err := s.db.Plan(c.Request().Context(), actor(c), c.Param("code"))
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, p)
}

// planBoard holds a plan against the values of a day.
func (s *Server) planBoard(c echo.Context) error {
	q := newQuery(c)
	day, unit := q.asOf(s.options.Today()), q.text("unit")
	if err := q.done(); err != nil {
		return err
	}
	board, err := s.db.PlanBoard(c.Request().Context(), actor(c), c.Param("code"), day, unit)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, board)
}
