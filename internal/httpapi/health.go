package httpapi

import (
	"context"
	"net/http"
	"time"

	"github.com/labstack/echo/v4"
)

type (
	liveness struct {
		Status  string `json:"status"`
		Version string `json:"version"`
	}
	readiness struct {
		Status        string `json:"status"`
		Database      string `json:"database"`
		SchemaVersion int64  `json:"schema_version"`
	}
)

// readyTimeout bounds a readiness check.
const readyTimeout = 3 * time.Second

// live says the process answers.
func (s *Server) live(c echo.Context) error {
	return c.JSON(http.StatusOK, liveness{"ok", s.options.Version})
}

// ready says the database answers with the schema this program wants.
func (s *Server) ready(c echo.Context) error {
	ctx, cancel := context.WithTimeout(c.Request().Context(), readyTimeout)
	defer cancel()
	if err := s.db.CheckSchema(ctx); err != nil {
		return err
	}
	have, _, err := s.db.SchemaVersion(ctx)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, readiness{"ok", "ok", have})
}
