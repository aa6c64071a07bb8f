package httpapi

import (
	"context"
	"net/http"
	"time"

	"github.com/labstack/echo/v4"
)

// readyTimeout bounds a readiness check.
const readyTimeout = 3 * time.Second

// live says the process answers.
func (s *Server) live(c echo.Context) error {
	return c.JSON(http.StatusOK, map[string]string{"status": "ok", "version": s.options.Version})
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
	return c.JSON(http.StatusOK, map[string]any{"status": "ok", "database": "ok", "schema_version": have})
}
