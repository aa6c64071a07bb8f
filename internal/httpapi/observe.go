package httpapi

import (
	"crypto/rand"
	"encoding/hex"
	"net/http"
	"strconv"
	"time"

	"github.com/labstack/echo/v4"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/hatangso/hatangso/internal/postgres"
)

type metrics struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	duration *prometheus.HistogramVec
}

func newMetrics(db *postgres.DB) *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "hatangso_http_requests_total", Help: "Requests by route template, method and status."},
			[]string{"route", "method", "status"}),
		duration: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "hatangso_http_request_duration_seconds", Help: "Time to answer by route template and method.",
			Buckets: []float64{.001, .005, .01, .05, .1, .5, 1, 5, 30}}, []string{"route", "method"}),
	}
	m.registry.MustRegister(m.requests, m.duration, collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	gauge := func(name, help string, value func() float64) {
		m.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help}, value))
	}
	gauge("hatangso_pool_connections", "Connections the pool holds.", func() float64 { return float64(db.PoolStat().TotalConns()) })
	gauge("hatangso_pool_acquired", "Connections in use.", func() float64 { return float64(db.PoolStat().AcquiredConns()) })
	gauge("hatangso_pool_max", "Connections the pool may hold.", func() float64 { return float64(db.PoolStat().MaxConns()) })
	return m
}

func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}

// requestID makes an id when the caller sent none.
func requestID() string {
	b := make([]byte, 12)
	rand.Read(b)
	return hex.EncodeToString(b)
}

// maxRequestID bounds an id the caller chose: it goes into every log line.
const maxRequestID = 64

func id(c echo.Context) string {
	v := c.Response().Header().Get(echo.HeaderXRequestID)
	if len(v) > maxRequestID {
		return v[:maxRequestID]
	}
	return v
}

// observe counts, times and logs each request. Paths that match no route share
// one label, so that a scanner cannot fill the memory.
func (s *Server) observe(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		start := time.Now()
		if err := next(c); err != nil {
			c.Error(err) // writes the problem now, so that its status is counted
		}
		took, status, method := time.Since(start), c.Response().Status, c.Request().Method
		s.metrics.requests.WithLabelValues(c.Path(), method, strconv.Itoa(status)).Inc()
		s.metrics.duration.WithLabelValues(c.Path(), method).Observe(took.Seconds())
		s.options.Log.Info("request", "request_id", id(c), "method", method, "path", c.Request().URL.Path,
			"route", c.Path(), "status", status, "bytes", c.Response().Size, "ms", float64(took.Microseconds())/1000,
			"address", c.RealIP(), "actor", actorName(c))
		return nil
	}
}

func actorName(c echo.Context) string {
	if c.Get(actorKey) == nil {
		return ""
	}
	return actor(c).Name
}
