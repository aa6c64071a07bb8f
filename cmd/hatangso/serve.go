package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/httpapi"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/web"
)

func (p *program) serve() *cobra.Command {
	var addr string
	c := &cobra.Command{
		Use: "serve", Short: "Serve the map and the API", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			listener, err := net.Listen("tcp", addr)
			if err != nil {
				return registry.Errorf(registry.CodeUnavailable, "Không mở được địa chỉ %s; chọn địa chỉ khác bằng --addr.",
					"Cannot listen on %s; choose another with --addr.", addr)
			}
			log := slog.New(slog.NewJSONHandler(p.err, nil))
			log.Info("serving", "url", "http://"+listener.Addr().String(), "version", version)
			fmt.Fprintf(p.out, "http://%s\n", listener.Addr())
			return httpapi.New(db, httpapi.Options{Log: log, Web: web.Files(), Version: version}).Serve(c.Context(), listener)
		},
	}
	c.Flags().StringVar(&addr, "addr", p.env.Addr, "address to listen on (HATANGSO_ADDR)")
	return c
}

// healthTimeout bounds the question of `hatangso health`.
const healthTimeout = 3 * time.Second

// health asks a running server whether it is ready: for health checks in images
// that hold nothing but the program.
func (p *program) health() *cobra.Command {
	return &cobra.Command{
		Use: "health", Short: "Ask the server at HATANGSO_ADDR whether it is ready", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			ctx, cancel := context.WithTimeout(c.Context(), healthTimeout)
			defer cancel()
			host, port, err := net.SplitHostPort(p.env.Addr)
			if err != nil {
				return err
			}
			if host == "" || host == "0.0.0.0" || host == "::" {
				host = "127.0.0.1"
			}
			request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+net.JoinHostPort(host, port)+"/readyz", nil)
			if err != nil {
				return err
			}
			response, err := http.DefaultClient.Do(request)
			if err != nil {
				return err
			}
			defer response.Body.Close()
			var answer map[string]any
			if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
				return err
			}
			if response.StatusCode != http.StatusOK {
				return registry.Errorf(registry.CodeUnavailable, "Máy chủ chưa sẵn sàng: %v", "The server is not ready: %v", answer["detail"])
			}
			fmt.Fprintf(p.out, "ok, schema %v\n", answer["schema_version"])
			return nil
		},
	}
}
