package httpapi

import (
	"crypto/rand"
	"encoding/hex"
	"log/slog"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/labstack/echo/v4"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/tile"
)

type metrics struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	duration *prometheus.HistogramVec
	jobs     *prometheus.GaugeVec
}

func newMetrics(db *postgres.DB, tiles *tile.Cache) *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "hatangso_http_requests_total", Help: "Requests by route template, method and status."},
			[]string{"route", "method", "status"}),
		duration: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "hatangso_http_request_duration_seconds", Help: "Time to answer by route template and method.",
			Buckets: []float64{.001, .005, .01, .05, .1, .5, 1, 5, 30}}, []string{"route", "method"}),
	}
	m.jobs = prometheus.NewGaugeVec(prometheus.GaugeOpts{
		Name: "hatangso_jobs_running", Help: "Long work under way, by kind."}, []string{"job"})
	m.jobs.WithLabelValues("export")
	m.registry.MustRegister(m.requests, m.duration, m.jobs, collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	gauge := func(name, help string, value func() float64) {
		m.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help}, value))
	}
	gauge("hatangso_pool_connections", "Connections the pool holds.", func() float64 { return float64(db.PoolStat().TotalConns()) })
	gauge("hatangso_pool_acquired", "Connections in use.", func() float64 { return float64(db.PoolStat().AcquiredConns()) })
	gauge("hatangso_pool_max", "Connections the pool may hold.", func() float64 { return float64(db.PoolStat().MaxConns()) })
	gauge("hatangso_tiles_kept", "Tiles kept in memory.", func() float64 { return float64(tiles.Stats().Tiles) })
	gauge("hatangso_tiles_bytes", "Memory that the tiles kept take.", func() float64 { return float64(tiles.Stats().Bytes) })
	for name, value := range map[string]func(tile.Stats) int64{
		"hits":    func(s tile.Stats) int64 { return s.Hits },
		"misses":  func(s tile.Stats) int64 { return s.Misses },
		"dropped": func(s tile.Stats) int64 { return s.Dropped },
		"evicted": func(s tile.Stats) int64 { return s.Evicted },
	} {
		m.registry.MustRegister(prometheus.NewCounterFunc(prometheus.CounterOpts{
			Name: "hatangso_tiles_" + name + "_total", Help: "Tiles answered from memory (hits), made (misses), taken out by a change (dropped) or for want of room (evicted)."},
			func() float64 { return float64(value(tiles.Stats())) }))
	}
	return m
}

func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}

// callersID is what an id a caller chose may look like: it goes into every log
// line and into the change log. Any other is replaced.
var callersID = regexp.MustCompile(`^[A-Za-z0-9._:/+=@-]{1,64}$`)

// identify gives each request an id and says it in the answer.
func identify(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		id := c.Request().Header.Get(echo.HeaderXRequestID)
		if id == "" || !callersID.MatchString(id) {
			b := make([]byte, 12)
			rand.Read(b) // never fails
			id = hex.EncodeToString(b)
		}
		c.Response().Header().Set(echo.HeaderXRequestID, id)
		return next(c)
	}
}

func id(c echo.Context) string { return c.Response().Header().Get(echo.HeaderXRequestID) }

// methodLabel names a method in a metric. A caller can make methods up, and
// each would be a series for ever.
func methodLabel(method string) string {
	switch method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodOptions:
		return method
	}
	return "other"
}

// observe counts, times and logs each request; tiles that were sent only for who
// wants every line. Paths that match no route share
// one label, so that a scanner cannot fill the memory.
func (s *Server) observe(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		start := time.Now()
		if err := next(c); err != nil {
			c.Error(err) // writes the problem now, so that its status is counted
		}
		took, status, method := time.Since(start), c.Response().Status, c.Request().Method
		s.metrics.requests.WithLabelValues(c.Path(), methodLabel(method), strconv.Itoa(status)).Inc()
		s.metrics.duration.WithLabelValues(c.Path(), methodLabel(method)).Observe(took.Seconds())
		level := slog.LevelInfo
		if status < http.StatusBadRequest && strings.HasPrefix(c.Path(), tilesPath) {
			level = slog.LevelDebug // a map asks for dozens at once, and every other second for news
		}
		if ctx := c.Request().Context(); s.options.Log.Enabled(ctx, level) {
			s.options.Log.Log(ctx, level, "request", "request_id", id(c), "method", method, "path", c.Request().URL.Path,
				"route", c.Path(), "status", status, "bytes", c.Response().Size, "ms", float64(took.Microseconds())/1000,
				"address", c.RealIP(), "actor", actorName(c))
		}
		return nil
	}
}

func actorName(c echo.Context) string {
	if c.Get(actorKey) == nil {
		return ""
	}
	return actor(c).Name
}
