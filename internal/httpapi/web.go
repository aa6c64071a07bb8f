package httpapi

import (
	"errors"
	"io/fs"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/api"
	"github.com/hatangso/hatangso/internal/registry"
)

// web serves the page and its assets. Assets have their content's hash in their
// name and never change.
func (s *Server) web(c echo.Context) error {
	path := strings.TrimPrefix(c.Request().URL.Path, "/")
	if path == "" {
		path = "index.html"
	}
	if s.options.Web == nil {
		return echo.ErrNotFound
	}
	info, err := fs.Stat(s.options.Web, path)
	switch {
	case err == nil && !info.IsDir():
	case path == "index.html" && errors.Is(err, fs.ErrNotExist):
		return registry.Errorf(registry.CodeUnavailable, "Trang bản đồ chưa được dựng; chạy scripts/web rồi dựng lại chương trình.",
			"The map page is not built; run scripts/web and build the program again.")
	default:
		return echo.ErrNotFound
	}
	if strings.HasPrefix(path, "assets/") {
		c.Response().Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	} else {
		c.Response().Header().Set("Cache-Control", "no-cache")
	}
	http.ServeFileFS(c.Response(), c.Request(), s.options.Web, path)
	return nil
}

// document serves the API's description.
func (s *Server) document(c echo.Context) error {
	return c.Blob(http.StatusOK, "application/yaml", api.Document)
}
