package httpapi

import (
	"context"
	"net/http"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/export"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/suggest"
)

// shareCheck answers what a planned work could share instead of being built. It
// writes nothing: a proposal is sent because a line is too long for a path.
func (s *Server) shareCheck(c echo.Context) error {
	q := newQuery(c)
	day := q.asOf(s.options.Today())
	format := q.choice("format", "json", "json", string(export.CSV), string(export.XLSX), string(export.GeoJSON))
	if err := q.done(); err != nil {
		return err
	}
	body, err := readBody(c)
	if err != nil {
		return err
	}
	var proposal suggest.Proposal
	if err := registry.Invalid(registry.DecodeBody(body, "", &proposal)); err != nil {
		return err
	}
	var answer *postgres.ShareAnswer
	if err := s.heavy(c, "geometry", func(ctx context.Context) (err error) {
		answer, err = s.db.ShareCheck(ctx, actor(c), proposal, day)
		return err
	}); err != nil {
		return err
	}
	if format == "json" {
		return c.JSON(http.StatusOK, answer)
	}
	return s.sendAnnex(c, export.Format(format), answer.Candidates, export.About{Noun: annexNoun, AsOf: &day, Source: "hatangso", Written: time.Now()})
}
