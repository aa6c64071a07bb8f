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

	"github.com/hatangso/hatangso/internal/basemap"
	"github.com/hatangso/hatangso/internal/filing"
	"github.com/hatangso/hatangso/internal/httpapi"
	"github.com/hatangso/hatangso/internal/ogc"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/web"
)

func (p *program) serve() *cobra.Command {
	var addr string
	var openReading bool
	c := &cobra.Command{
		Use: "serve", Args: noArguments,
		Short:   p.t("Phục vụ bản đồ và API", "Serve the map and the API"),
		Example: p.examples(example{"Cho cả mạng nội bộ", "For the whole local network", "hatangso serve --addr 0.0.0.0:8080"}),
		RunE: func(c *cobra.Command, _ []string) error {
			public, oidc, err := p.signIn(c)
			if err != nil {
				return err
			}
			sender, err := p.mailer(c, public)
			if err != nil {
				return err
			}
			systems, err := ogc.Systems(p.env.CRS...)
			if err != nil {
				return err
			}
			var basemaps []basemap.Basemap
			if path := p.env.Basemaps; path != "" {
				if basemaps, err = basemap.Read(path); err != nil {
					return misused(c, "HATANGSO_BASEMAPS là tệp JSON liệt kê bản đồ nền: %v.", "HATANGSO_BASEMAPS is a JSON file that lists basemaps: %v.", err)
				}
			}
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
			go sealChanges(c.Context(), db, log)
			defer serveFilings(c.Context(), db, log)()
			go remind(c.Context(), db, sender, log)
			if p.env.KeepIndicators {
				go db.FollowChanges(c.Context(), func(err error) { log.Error("the numbers are not kept up to the changes", "error", err) })
			}
			return httpapi.New(db, httpapi.Options{Log: log, Web: web.Files(), Version: version, Issuer: p.env.Issuer, License: p.env.License, OpenReading: openReading, PublicReading: p.env.PublicReading,
				PublicURL: public, OIDC: oidc, CRS: systems, TrustedProxies: p.env.TrustedProxies, Basemaps: basemaps,
				TileBytes: max(1, p.env.TileCacheMB) << 20, Rate: rateOf(p.env.Rate, p.env.RateBurst), AddressRate: rateOf(p.env.AddressRate, p.env.AddressRateBurst)}).Serve(c.Context(), listener)
		},
	}
	c.Flags().BoolVar(&openReading, "open-reading", p.env.OpenReading,
		p.t("cho máy khác đọc mà không cần khóa (HATANGSO_OPEN_READING)", "let other machines read without a key (HATANGSO_OPEN_READING)"))
	c.Flags().StringVar(&addr, "addr", p.env.Addr, p.t("địa chỉ lắng nghe (HATANGSO_ADDR)", "address to listen on (HATANGSO_ADDR)"))
	return c
}

// serveFilings works on filings in the background until ctx ends; wait then waits
// for what is under way to be taken back.
func serveFilings(ctx context.Context, db *postgres.DB, log *slog.Logger) (wait func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		if err := db.Serve(ctx, filing.Work); err != nil && ctx.Err() == nil {
			log.Error("filings are not worked on", "error", err)
		}
	}()
	return func() { <-done }
}

// rateOf reads a rate as the environment has it: 0 bounds nothing.
func rateOf(perSecond float64, burst int) httpapi.Rate {
	if perSecond <= 0 {
		return httpapi.Rate{PerSecond: -1}
	}
	return httpapi.Rate{PerSecond: perSecond, Burst: max(1, burst)}
}

// sealEvery is how old an entry of the change log gets before it is sealed.
const sealEvery = 5 * time.Second

// sealChanges seals what is written until ctx ends.
func sealChanges(ctx context.Context, db *postgres.DB, log *slog.Logger) {
	for tick := time.NewTicker(sealEvery); ; {
		select {
		case <-ctx.Done():
			tick.Stop()
			return
		case <-tick.C:
			if _, err := db.Seal(ctx); err != nil && ctx.Err() == nil {
				log.Error("the change log is not sealed", "error", err)
			}
		}
	}
}

// healthTimeout bounds the question of `hatangso health`.
const healthTimeout = 3 * time.Second

// health asks a running server whether it is ready: for health checks in images
// that hold nothing but the program.
func (p *program) health() *cobra.Command {
	return &cobra.Command{
		Use: "health", Args: noArguments,
		Short:   p.t("Hỏi máy chủ ở HATANGSO_ADDR đã sẵn sàng chưa", "Ask the server at HATANGSO_ADDR whether it is ready"),
		Example: p.examples(example{"Máy chủ ở cổng khác", "A server on another port", "HATANGSO_ADDR=127.0.0.1:9000 hatangso health"}),
		RunE: func(c *cobra.Command, _ []string) error {
			host, port, err := net.SplitHostPort(p.env.Addr)
			if err != nil {
				return misused(c, "HATANGSO_ADDR là máy:cổng, không phải %q.", "HATANGSO_ADDR is host:port, not %q.", p.env.Addr)
			}
			if host == "" || host == "0.0.0.0" || host == "::" {
				host = "127.0.0.1"
			}
			version, err := ready(c.Context(), net.JoinHostPort(host, port))
			if err == nil {
				fmt.Fprintf(p.out, p.t("Sẵn sàng, lược đồ bản %v.\n", "Ready, schema version %v.\n"), version)
			}
			return err
		},
	}
}

// ready asks a server for the version of its schema; an error when it is not
// ready or not there.
func ready(ctx context.Context, address string) (schema any, err error) {
	ctx, cancel := context.WithTimeout(ctx, healthTimeout)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+address+"/readyz", nil)
	if err != nil {
		return nil, err
	}
	client := http.Client{Transport: &http.Transport{DisableKeepAlives: true}} // no proxy on the way to this machine
	response, err := client.Do(request)
	if err != nil {
		return nil, &registry.Error{Code: registry.CodeUnavailable, Err: err,
			Message: registry.Tf("Không có máy chủ nào trả lời ở %s.", "No server answers at %s.", address)}
	}
	defer response.Body.Close()
	var answer struct {
		Detail string `json:"detail"`
		Schema any    `json:"schema_version"`
	}
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil || response.StatusCode != http.StatusOK {
		return nil, registry.Errorf(registry.CodeUnavailable, "Máy chủ ở %s chưa sẵn sàng. %s", "The server at %s is not ready. %s", address, answer.Detail)
	}
	return answer.Schema, nil
}
