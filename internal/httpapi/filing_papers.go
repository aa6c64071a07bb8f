package httpapi

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/coord"
	"github.com/hatangso/hatangso/internal/filing"
	"github.com/hatangso/hatangso/internal/planbook"
	"github.com/hatangso/hatangso/internal/postgres/rule"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/report"
)

const (
	mediaXLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	mediaPDF  = "application/pdf"
)

// ruleList is every rule filings are held against.
type ruleList struct {
	// Version is that of the rules as a whole; a receipt names it.
	Version int          `json:"version"`
	Items   []rule.Entry `json:"items"`
}

// rules documents the rules of filings, with the clauses they rest on.
func (s *Server) rules(c echo.Context) error {
	return c.JSON(http.StatusOK, ruleList{rule.Version, rule.Catalog()})
}

// sendMade sends a document once it is made: one that fails is a problem, not
// half a file. It waits on disk meanwhile, for a workbook may be large.
func sendMade(c echo.Context, name, media string, make func(io.Writer) error) error {
	file, err := os.CreateTemp("", "hatangso-document-")
	if err != nil {
		return err
	}
	defer file.Close()
	_ = os.Remove(file.Name()) // it is gone with the request, however that ends
	if err := make(file); err != nil {
		return err
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	attach(c, name)
	return c.Stream(http.StatusOK, media, file)
}

// lang is the language of a document, as asked for or preferred.
func (q *query) lang(c echo.Context) report.Lang {
	switch chosen := q.choice("lang", "", "vi", "en"); {
	case chosen == "en" || chosen == "" && english(c):
		return report.English
	}
	return report.Vietnamese
}

// template sends an empty file of a noun to fill in: poles.xlsx, .csv, .geojson;
// or that of a plan, plans.xlsx.
func (s *Server) template(c echo.Context) error {
	q := newQuery(c)
	lang := q.lang(c)
	epsg := q.integer("crs", coord.EPSGWGS84, 1, 1<<20)
	crs, err := coord.Lookup(int(epsg))
	if err != nil {
		q.bad("crs", fmt.Sprint(epsg), registry.T("Ghi số EPSG của WGS 84 (4326) hoặc VN-2000.", "Give the EPSG number of WGS 84 (4326) or of VN-2000."))
	}
	if err := q.done(); err != nil {
		return err
	}
	name, extension, _ := strings.Cut(c.Param("file"), ".")
	if name == "plans" && extension == "xlsx" {
		return sendMade(c, "mau-ke-hoach.xlsx", mediaXLSX, func(w io.Writer) error { return planbook.Write(w, nil, s.db.Catalogue()) })
	}
	noun := registry.NounByPath(name)
	if noun == nil {
		return echo.ErrNotFound
	}
	organizations, err := s.db.Organizations(c.Request().Context(), actor(c))
	if err != nil {
		return err
	}
	t := report.Template{Noun: noun, Codes: s.db.Codes(), Organizations: organizations, CRS: crs, Lang: lang}
	write, media := map[string]func(io.Writer) error{"xlsx": t.WriteXLSX, "csv": t.WriteCSV, "geojson": t.WriteGeoJSON}[extension],
		map[string]string{"xlsx": mediaXLSX, "csv": "text/csv; charset=utf-8", "geojson": "application/geo+json"}[extension]
	if write == nil {
		return echo.ErrNotFound
	}
	return sendMade(c, "mau-"+name+"."+extension, media, write)
}

// marked sends a filer's workbook back with every finding marked in its cell.
func (s *Server) marked(c echo.Context) error {
	number, err := recordID(c)
	if err != nil {
		return err
	}
	q := newQuery(c)
	lang := q.lang(c)
	if err := q.done(); err != nil {
		return err
	}
	f, err := s.db.Filing(c.Request().Context(), actor(c), number)
	if err != nil {
		return err
	}
	done, err := s.turns().take(c.Request().Context(), true)
	if err != nil {
		return err
	}
	defer done()
	desk := filing.Desk{DB: s.db}
	return sendMade(c, filing.MarkedName(f), mediaXLSX, func(w io.Writer) error { return desk.Marked(c.Request().Context(), actor(c), number, lang, w) })
}

// receiptPDF sends the receipt of a signed filing to print.
func (s *Server) receiptPDF(c echo.Context) error {
	number, err := recordID(c)
	if err != nil {
		return err
	}
	desk := filing.Desk{DB: s.db}
	return sendMade(c, fmt.Sprintf("bien-nhan-%d.pdf", number), mediaPDF, func(w io.Writer) error {
		return desk.Receipt(c.Request().Context(), actor(c), number, s.options.Issuer, w)
	})
}
