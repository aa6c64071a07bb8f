package httpapi

import (
	"errors"
	"io/fs"
	"mime"
	"net/http"
	"path/filepath"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/api"
	"github.com/hatangso/hatangso/internal/registry"
)

// The pages of the bundle: the map, and the filings, the numbers and the feedback
// with what lies below them.
const (
	mapPage      = "index.html"
	filingsPage  = "filings.html"
	numbersPage  = "numbers.html"
	feedbackPage = "feedback.html"
)

var webPages = []string{mapPage, filingsPage, numbersPage, feedbackPage}

// fileOf gives the file a path of the web is served from. A page that is one
// bundle has many addresses, which its script reads.
func fileOf(path string) string {
	switch path = strings.TrimPrefix(path, "/"); {
	case path == "":
		return mapPage
	case path == "filings" || strings.HasPrefix(path, "filings/"):
		return filingsPage
	case path == "numbers" || strings.HasPrefix(path, "numbers/"):
		return numbersPage
	case path == "feedback" || strings.HasPrefix(path, "feedback/"):
		return feedbackPage
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
	case slices.Contains(webPages, path) && errors.Is(err, fs.ErrNotExist):
		return registry.Errorf(registry.CodeUnavailable, "Trang web chưa được dựng; chạy scripts/web rồi dựng lại chương trình.",
			"The web page is not built; run scripts/web and build the program again.")
	default:
		return echo.ErrNotFound
	}
	if path == mapPage {
		return s.mapPage(c)
	}
	if strings.HasPrefix(path, "assets/") {
		c.Response().Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	} else {
		c.Response().Header().Set("Cache-Control", "no-cache")
	}
	http.ServeFileFS(c.Response(), c.Request(), s.options.Web, s.smaller(c, path))
	return nil
}

// smaller gives the Brotli copy that a build put beside a file, when there is one
// and the client reads it: a sixth less to send than gzip, and nothing to compress.
func (s *Server) smaller(c echo.Context, path string) string {
	copied := path + ".br"
	if _, err := fs.Stat(s.options.Web, copied); err != nil {
		return path
	}
	h := c.Response().Header()
	h.Add("Vary", "Accept-Encoding")
	if !acceptsBrotli(c.Request().Header.Get("Accept-Encoding")) {
		return path
	}
	h.Set("Content-Encoding", "br")
	h.Set("Content-Type", mime.TypeByExtension(filepath.Ext(path)))
	return copied
}

// acceptsBrotli says whether an Accept-Encoding names br, and not to refuse it.
func acceptsBrotli(header string) bool {
	for coding := range strings.SplitSeq(header, ",") {
		name, weight, _ := strings.Cut(strings.TrimSpace(coding), ";")
		if strings.EqualFold(name, "br") {
			return strings.Trim(strings.TrimSpace(weight), "q=0.") != "" || weight == ""
		}
	}
	return false
}

// document serves the API's description.
func (s *Server) document(c echo.Context) error {
	return c.Blob(http.StatusOK, "application/yaml", api.Document)
}
