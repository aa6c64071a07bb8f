package httpapi

import (
	"io"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/briefing"
	official "github.com/hatangso/hatangso/internal/document"
	"github.com/hatangso/hatangso/internal/registry"
)

// reportMedia are the media types of reports, by extension.
var reportMedia = map[string]string{"docx": official.MediaDOCX, "xlsx": mediaXLSX, "pdf": mediaPDF, "html": "text/html; charset=utf-8"}

// writers are the ways a report can be written, by extension.
type writers map[string]func(io.Writer) error

// gathered is a report: what its file is called, without the extension, and how it
// is written.
type gathered struct {
	name string
	as   writers
}

// report makes a handler that gathers a report as asked and sends it as an
// extension: one at a time, for it reads much.
func (s *Server) report(extension string, ask func(c echo.Context, q *query, d *briefing.Desk, who registry.Actor) func() (gathered, error)) echo.HandlerFunc {
	return func(c echo.Context) error {
		q := newQuery(c)
		gather := ask(c, q, &briefing.Desk{DB: s.db, Issuer: s.options.Issuer}, actor(c))
		if err := q.done(); err != nil {
			return err
		}
		done, err := s.turns().take(c.Request().Context(), true)
		if err != nil {
			return err
		}
		defer done()
		made, err := gather()
		if err != nil {
			return err
		}
		name, write := made.name+"."+extension, made.as[extension]
		if extension == "html" {
			c.Response().Header().Set("Content-Security-Policy", official.HTMLPolicy)
			c.Response().Header().Set(echo.HeaderContentDisposition, disposition("inline", name))
			var page strings.Builder
			if err := write(&page); err != nil {
				return err
			}
			return c.HTML(http.StatusOK, page.String())
		}
		return sendMade(c, name, reportMedia[extension], write)
	}
}

func (s *Server) annualReport(extension string) echo.HandlerFunc {
	return s.report(extension, func(c echo.Context, q *query, d *briefing.Desk, who registry.Actor) func() (gathered, error) {
		code, asOf := q.required("plan"), q.asOf(s.options.Today())
		return func() (gathered, error) {
			a, err := d.Annual(c.Request().Context(), who, code, asOf, extension == "xlsx")
			if err != nil {
				return gathered{}, err
			}
			return gathered{a.FileName(), writers{"docx": a.WriteDOCX, "pdf": a.WritePDF, "xlsx": a.WriteXLSX}}, nil
		}
	})
}

func (s *Server) operatorReport(extension string) echo.HandlerFunc {
	return s.report(extension, func(c echo.Context, q *query, d *briefing.Desk, who registry.Actor) func() (gathered, error) {
		code, asOf := q.required("organization"), q.asOf(s.options.Today())
		return func() (gathered, error) {
			o, err := d.Operator(c.Request().Context(), who, code, asOf)
			if err != nil {
				return gathered{}, err
			}
			return gathered{o.FileName(), writers{"docx": o.WriteDOCX, "pdf": o.WritePDF}}, nil
		}
	})
}

func (s *Server) completenessReport(extension string) echo.HandlerFunc {
	return s.report(extension, func(c echo.Context, q *query, d *briefing.Desk, who registry.Actor) func() (gathered, error) {
		asOf := q.asOf(s.options.Today())
		from, to := registry.NewDate(asOf.Time().Year(), 1, 1), registry.NewDate(asOf.Time().Year()+1, 1, 1)
		for name, day := range map[string]*registry.Date{"from": &from, "to": &to} {
			if given := q.date(name); given != nil {
				*day = *given
			}
		}
		return func() (gathered, error) {
			list, err := d.Completeness(c.Request().Context(), who, from, to, asOf)
			if err != nil {
				return gathered{}, err
			}
			return gathered{list.FileName(), writers{"docx": list.WriteDOCX, "pdf": list.WritePDF, "xlsx": list.WriteXLSX}}, nil
		}
	})
}

func (s *Server) communeReport(extension string) echo.HandlerFunc {
	return s.report(extension, func(c echo.Context, q *query, d *briefing.Desk, who registry.Actor) func() (gathered, error) {
		unit, asOf := q.required("unit"), q.asOf(s.options.Today())
		return func() (gathered, error) {
			sheet, err := d.Commune(c.Request().Context(), who, unit, asOf)
			if err != nil {
				return gathered{}, err
			}
			return gathered{sheet.FileName(), writers{"html": sheet.WriteHTML, "pdf": sheet.WritePDF}}, nil
		}
	})
}

func (s *Server) evidenceReport(extension string) echo.HandlerFunc {
	return s.report(extension, func(c echo.Context, q *query, d *briefing.Desk, who registry.Actor) func() (gathered, error) {
		unit, asOf := q.text("unit"), q.asOf(s.options.Today())
		return func() (gathered, error) {
			e, err := d.Evidence(c.Request().Context(), who, unit, asOf)
			if err != nil {
				return gathered{}, err
			}
			return gathered{e.FileName(), writers{"xlsx": e.WriteXLSX}}, nil
		}
	})
}

// required reads a parameter that has to be given.
func (q *query) required(name string) string {
	v := q.text(name)
	if v == "" {
		q.bad(name, v, registry.Tf("Ghi tham số %s.", "Give the parameter %s.", name))
	}
	return v
}
