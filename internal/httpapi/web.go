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

// The pages of the bundle: the map, and the filings with what lies below them.
const (
	mapPage     = "index.html"
	filingsPage = "filings.html"
)

// fileOf gives the file a path of the web is served from. A page that is one
// bundle has many addresses, which its script reads.
func fileOf(path string) string {
	switch path = strings.TrimPrefix(path, "/"); {
	case path == "":
		return mapPage
	case path == "filings" || strings.HasPrefix(path, "filings/"):
		return filingsPage
	}
	return path
}

// web serves the pages and their assets. Assets have their content's hash in their
// name and never change.
func (s *Server) web(c echo.Context) error {
	path := fileOf(c.Request().URL.Path)
	if s.options.Web == nil {
		return echo.ErrNotFound
	}
	info, err := fs.Stat(s.options.Web, path)
	switch {
	case err == nil && !info.IsDir():
	case (path == mapPage || path == filingsPage) && errors.Is(err, fs.ErrNotExist):
		return registry.Errorf(registry.CodeUnavailable, "Trang web chưa được dựng; chạy scripts/web rồi dựng lại chương trình.",
			"The web page is not built; run scripts/web and build the program again.")
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
