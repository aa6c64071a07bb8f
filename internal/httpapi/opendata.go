package httpapi

import (
	"encoding/json"
	"net/http"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/export"
	"github.com/hatangso/hatangso/internal/opendata"
	"github.com/hatangso/hatangso/internal/registry"
)

// DefaultLicense is the licence of open data where the province names no other:
// whoever uses them says where they are from.
const DefaultLicense = "https://creativecommons.org/licenses/by/4.0/"

// openData describes what everybody may read, whoever asks.
func (s *Server) openData(c echo.Context) error {
	r, err := s.openRegister(c)
	if err != nil {
		return err
	}
	return linked(c, r.Catalog())
}

// openDataset describes one dataset, at the address it is known by.
func (s *Server) openDataset(c echo.Context) error {
	r, err := s.openRegister(c)
	if err != nil {
		return err
	}
	d := r.Dataset(c.Param("dataset"))
	if d == nil {
		return registry.Errorf(registry.CodeNotFound, "Không có bộ dữ liệu mở %q.", "There is no open dataset %q.", c.Param("dataset"))
	}
	return linked(c, d)
}

func linked(c echo.Context, document any) error {
	text, err := json.Marshal(document)
	if err != nil {
		return err
	}
	return c.Blob(http.StatusOK, opendata.MediaType, append(text, '\n'))
}

// openRegister gathers what the description of the register tells.
func (s *Server) openRegister(c echo.Context) (*opendata.Register, error) {
	ctx := c.Request().Context()
	extent, err := s.db.Extent(ctx)
	if err != nil {
		return nil, err
	}
	plans, err := s.db.Plans(ctx, registry.Anonymous)
	if err != nil {
		return nil, err
	}
	r := &opendata.Register{Base: s.base(c), Publisher: s.options.Issuer, License: s.options.License, Territory: extent.Territory, Bounds: extent.Bounds, From: extent.From,
		Changed: extent.Changed, Indicators: s.db.Catalogue(), Plans: plans}
	for _, f := range export.Formats {
		r.Files = append(r.Files, opendata.File{Extension: string(f), Media: f.ContentType(), PlacesOnly: f == export.KML || f == export.FlatGeobuf})
	}
	return r, nil
}
