package httpapi

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/export"
	"github.com/hatangso/hatangso/internal/registry"
)

// export streams the records of a noun as a file: /api/v1/export/poles.geojson.
func (s *Server) export(c echo.Context) error {
	path, extension, _ := strings.Cut(c.Param("file"), ".")
	noun, format := registry.NounByPath(path), export.Format(extension)
	if noun == nil || !format.Known() {
		return registry.Errorf(registry.CodeNotFound, "Không có tệp xuất %s.", "There is no export %s.", c.Param("file"))
	}
	q := newQuery(c)
	filter := q.filter(noun, s.db.Codes())
	layout := q.layout(format, noun)
	if err := q.done(); err != nil {
		return err
	}
	about := export.About{Noun: noun, AsOf: filter.AsOf, Filter: c.QueryParams().Encode(), Source: "hatangso", Written: time.Now(), Layout: layout}
	h := c.Response().Header()
	h.Set(echo.HeaderContentType, format.ContentType())
	describe(h, about)
	name := url.PathEscape(fmt.Sprintf("%s.%s", noun.Title.VI, format))
	h.Set(echo.HeaderContentDisposition, fmt.Sprintf(`attachment; filename="%s.%s"; filename*=UTF-8''%s`, noun.Path, format, name))
	sink, err := export.New(format, flusher{c.Response()}, about)
	if err != nil {
		return err
	}
	defer export.Close(sink)
	return s.send(c, func() error {
		_, err := s.db.Stream(c.Request().Context(), actor(c), noun, filter, sink)
		return err
	})
}

// send writes a file whose headers are set, unless the headers are all that is
// wanted.
func (s *Server) send(c echo.Context, write func() error) error {
	if c.Request().Context().Value(headOnly{}) != nil {
		return c.NoContent(http.StatusOK)
	}
	done, err := s.turns().take(c.Request().Context(), actor(c).SignedIn())
	if err != nil {
		return err
	}
	defer done()
	running := s.metrics.jobs.WithLabelValues("export")
	running.Inc()
	defer running.Dec()
	err = write()
	// the connection goes on without the deadline of what was written last
	_ = http.NewResponseController(c.Response()).SetWriteDeadline(time.Time{})
	if err != nil {
		if c.Response().Committed {
			// the status is out: break the connection so that no client takes half a file for a whole one
			s.options.Log.Error("export broken off", "error", err, "request_id", id(c))
			panic(http.ErrAbortHandler)
		}
		for _, name := range append(fileHeaders, echo.HeaderContentDisposition) {
			c.Response().Header().Del(name)
		}
	}
	return err
}

// The headers in which a file says what not every format can say inside.
const (
	headerSource  = "Hatangso-Source"
	headerFilter  = "Hatangso-Filter"
	headerAsOf    = "Hatangso-As-Of"
	headerWritten = "Hatangso-Written"
)

var fileHeaders = []string{headerSource, headerFilter, headerAsOf, headerWritten}

func describe(h http.Header, about export.About) {
	h.Set(headerSource, about.Source)
	h.Set(headerFilter, about.Filter)
	h.Set(headerWritten, about.Written.UTC().Format(time.RFC3339))
	if about.AsOf != nil {
		h.Set(headerAsOf, about.AsOf.String())
	}
}

// layout reads how a table is to be written.
func (q *query) layout(format export.Format, noun *registry.Noun) export.Layout {
	layout, err := export.NewLayout(format, noun, q.text("geometry"), q.text("crs"), q.text("delimiter"))
	var refused *registry.Error
	if errors.As(err, &refused) {
		q.faults = append(q.faults, refused.Faults...)
	}
	return layout
}

// flusher sends each piece as it is written: the first byte must not wait for
// the compressor's buffer. Who takes nothing for takeTime is cut off: a
// connection to the database waits for them.
type flusher struct{ response *echo.Response }

func (f flusher) Write(b []byte) (int, error) {
	// what knows no deadline, as a test's recorder, does without
	_ = http.NewResponseController(f.response).SetWriteDeadline(time.Now().Add(takeTime))
	n, err := f.response.Write(b)
	if err == nil {
		f.response.Flush()
	}
	return n, err
}
