package httpapi

import (
	"fmt"
	"net/url"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/export"
	"github.com/hatangso/hatangso/internal/registry"
)

// networkTitle is what a network's file is called.
var networkTitle = registry.T("Mạng cáp", "Network")

// network sends the register as one network of the Open Fibre Data Standard.
func (s *Server) network(format export.NetworkFormat) echo.HandlerFunc {
	return func(c echo.Context) error {
		q := newQuery(c)
		filter := q.network(s.db.Codes())
		if err := q.done(); err != nil {
			return err
		}
		about := export.About{AsOf: filter.AsOf, Filter: c.QueryParams().Encode(), Source: "hatangso", Written: time.Now()}
		h := c.Response().Header()
		h.Set(echo.HeaderContentType, format.ContentType())
		describe(h, about)
		h.Set(echo.HeaderContentDisposition, fmt.Sprintf(`attachment; filename="network.%[1]s"; filename*=UTF-8''%[2]s`,
			format.Extension(), url.PathEscape(networkTitle.VI+"."+format.Extension())))
		return s.send(c, func() error {
			_, err := export.WriteNetwork(c.Request().Context(), format, flusher{c.Response()}, s.db, actor(c), filter, about)
			return err
		})
	}
}

// network reads the filters that all kinds of assets take alike.
func (q *query) network(codes registry.Codes) registry.Filter {
	return registry.Filter{
		AsOf: q.date("as_of"), BBox: q.bbox(), Owner: q.text("owner"), Unit: q.text("unit"),
		Status: registry.Status(q.code("status", "status", codes)),
	}
}
