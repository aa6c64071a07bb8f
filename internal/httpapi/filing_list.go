package httpapi

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

func (s *Server) listFilingRows(c echo.Context) error {
	number, err := recordID(c)
	if err != nil {
		return err
	}
	q := newQuery(c)
	query := postgres.RowQuery{Page: q.page(), Faulty: q.boolean("faulty"), Class: registry.RowClass(q.choice("class", "",
		string(registry.RowNew), string(registry.RowChanged), string(registry.RowSame), string(registry.RowRefused)))}
	if err := q.done(); err != nil {
		return err
	}
	list, next, err := s.db.FilingRows(c.Request().Context(), actor(c), number, query)
	if err != nil {
		return err
	}
	return sendPage(c, list, next)
}

func (s *Server) listFilingMissing(c echo.Context) error {
	number, err := recordID(c)
	if err != nil {
		return err
	}
	q := newQuery(c)
	page := q.page()
	if err := q.done(); err != nil {
		return err
	}
	list, next, err := s.db.FilingMissing(c.Request().Context(), actor(c), number, page)
	if err != nil {
		return err
	}
	return sendPage(c, list, next)
}

func (s *Server) listFindings(c echo.Context) error {
	number, err := recordID(c)
	if err != nil {
		return err
	}
	q := newQuery(c)
	query := postgres.FindingQuery{Page: q.page(), Rule: q.atMost("rule", registry.DefaultMaxChars), Open: q.boolean("open"), Tier: registry.RuleTier(q.choice("tier", "",
		string(registry.SyntaxTier), string(registry.ValidityTier), string(registry.QualityTier), string(registry.MacroTier)))}
	if row := q.integer("row", -1, 0, 1<<31-1); row >= 0 {
		n := int(row)
		query.Row = &n
	}
	if err := q.done(); err != nil {
		return err
	}
	list, next, err := s.db.Findings(c.Request().Context(), actor(c), number, query)
	if err != nil {
		return err
	}
	return sendPage(c, list, next)
}

func (s *Server) listFindingGroups(c echo.Context) error {
	number, err := recordID(c)
	if err != nil {
		return err
	}
	groups, err := s.db.FindingGroups(c.Request().Context(), actor(c), number)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, findingGroups{append([]postgres.FindingGroup{}, groups...)})
}
