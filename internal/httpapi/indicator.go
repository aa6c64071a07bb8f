package httpapi

import (
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// maxNoteChars bounds what is said of a published result.
const maxNoteChars = 500

// behindPage is a page of the records behind a number, with the question as it was read.
type behindPage struct {
	Query plan.Query          `json:"query"`
	Part  string              `json:"part"`
	Items []plan.BehindRecord `json:"items"`
	Next  *string             `json:"next"`
}

type indicatorList struct {
	Items plan.Catalogue `json:"items"`
}

// listIndicators gives the catalogue.
func (s *Server) listIndicators(c echo.Context) error {
	return c.JSON(http.StatusOK, indicatorList{s.db.Catalogue()})
}

// indicatorQuery reads what every question about an indicator may say.
func (s *Server) indicatorQuery(c echo.Context, q *query) plan.Query {
	ask := plan.Query{
		Indicator: c.Param("code"), Version: int(q.integer("version", 1, 1, 100)), AsOf: q.asOf(s.options.Today()), Unit: q.text("unit"), Boundary: q.date("boundary"),
		Owner: q.text("owner"), Operator: q.text("operator"), Since: q.date("since"),
		Layer: q.choice("layer", "", string(registry.Declared), string(registry.Verified), plan.PublishedLayer, plan.ComputedLayer),
	}
	if list := q.text("technology"); list != "" {
		ask.Technologies = strings.Split(list, ",")
	}
	return ask
}

func (s *Server) readIndicator(c echo.Context) error {
	q := newQuery(c)
	ask := s.indicatorQuery(c, q)
	if err := q.done(); err != nil {
		return err
	}
	result, err := s.db.Indicator(c.Request().Context(), actor(c), ask)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, result)
}

func (s *Server) indicatorRecords(c echo.Context) error {
	q := newQuery(c)
	ask, part, page := s.indicatorQuery(c, q), q.choice("part", postgres.RecordParts[0], postgres.RecordParts...), q.page()
	if err := q.done(); err != nil {
		return err
	}
	list, next, err := s.db.IndicatorRecords(c.Request().Context(), actor(c), ask, part, page)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, behindPage{ask, part, list, nextPage(c, next)})
}

func (s *Server) indicatorSeries(c echo.Context) error {
	q := newQuery(c)
	ask, first := s.indicatorQuery(c, q), q.date("from")
	if err := q.done(); err != nil {
		return err
	}
	if first == nil {
		day := ask.AsOf.AddMonths(-11)
		first = &day
	}
	series, err := s.db.IndicatorSeries(c.Request().Context(), actor(c), ask, *first)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, series)
}

func (s *Server) indicatorBy(c echo.Context) error {
	q := newQuery(c)
	ask, by := s.indicatorQuery(c, q), q.choice("by", "commune", postgres.Breakdowns...)
	if err := q.done(); err != nil {
		return err
	}
	breakdown, err := s.db.IndicatorBy(c.Request().Context(), actor(c), ask, by)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, breakdown)
}

func (s *Server) indicatorSensitivity(c echo.Context) error {
	q := newQuery(c)
	ask, parameter := s.indicatorQuery(c, q), q.choice("parameter", postgres.Sensitivities[0], postgres.Sensitivities...)
	if err := q.done(); err != nil {
		return err
	}
	curve, err := s.db.IndicatorSensitivity(c.Request().Context(), actor(c), ask, parameter)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, curve)
}

func (s *Server) publish(c echo.Context) error {
	q := newQuery(c)
	ask, note := s.indicatorQuery(c, q), q.atMost("note", maxNoteChars)
	if err := q.done(); err != nil {
		return err
	}
	published, err := s.db.Publish(c.Request().Context(), actor(c), ask, note)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusCreated, published)
}

func (s *Server) listPublished(c echo.Context) error {
	q := newQuery(c)
	indicator, page := q.atMost("indicator", 40), q.page()
	if err := q.done(); err != nil {
		return err
	}
	list, next, err := s.db.PublishedResults(c.Request().Context(), actor(c), indicator, page)
	if err != nil {
		return err
	}
	return sendPage(c, list, next)
}

func (s *Server) readPublished(c echo.Context) error {
	id, err := recordID(c)
	if err != nil {
		return err
	}
	published, err := s.db.Published(c.Request().Context(), actor(c), id)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, published)
}

func (s *Server) publishedDifference(c echo.Context) error {
	id, err := recordID(c)
	if err != nil {
		return err
	}
	difference, err := s.db.PublishedDifference(c.Request().Context(), actor(c), id)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, difference)
}
